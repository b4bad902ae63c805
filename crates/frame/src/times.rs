//! How long requests took, by road: counted once, for monitoring and for the administrator's page.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use prometheus_client::encoding::{EncodeLabelSet, EncodeMetric, MetricEncoder, NoLabelSet};
use prometheus_client::metrics::MetricType;

/// Upper ends of what is counted together. The last count has none.
///
/// A page is to take 50 ms, and a person waits a second without asking why.
const ENDS: [Duration; 9] = [
    Duration::from_millis(2),
    Duration::from_millis(5),
    Duration::from_millis(10),
    Duration::from_millis(25),
    LONGEST_MEANT,
    Duration::from_millis(100),
    Duration::from_millis(250),
    Duration::from_secs(1),
    Duration::from_secs(5),
];
/// What a page is to take at most.
pub const LONGEST_MEANT: Duration = Duration::from_millis(50);

/// What was asked for where no road is.
pub const NO_ROAD: &str = "none";

/// Requests answered since the start. Cloning shares it.
#[derive(Debug, Clone, Default)]
pub struct Times(Arc<Mutex<BTreeMap<Answered, Taken>>>);

/// Roads are named by their pattern, never by their address: that may hold a link that lets its holder in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, EncodeLabelSet)]
struct Answered {
    method: String,
    road: String,
    status: u16,
}

#[derive(Debug, Clone, Default)]
struct Taken {
    counts: [u64; ENDS.len() + 1],
    sum: Duration,
    worst: Duration,
}

/// What one road took, however it was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Road {
    pub method: String,
    pub pattern: String,
    pub count: u64,
    /// 95 of 100 answers took no longer.
    pub most: Duration,
    /// How many took longer than a page is to take.
    pub over: u64,
    pub worst: Duration,
}

impl Times {
    pub(crate) fn note(&self, method: &str, road: &str, status: u16, took: Duration) {
        let answered = Answered { method: method.to_owned(), road: road.to_owned(), status };
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.entry(answered).or_default().add(took);
    }

    /// The roads of pages and programs that took longest, the slowest first.
    pub fn slowest(&self, most: usize) -> Vec<Road> {
        let mut by_road: BTreeMap<(String, String), Taken> = BTreeMap::new();
        for (answered, taken) in self.all() {
            if answered.road == NO_ROAD || answered.road.starts_with("/assets/") {
                continue;
            }
            by_road.entry((answered.method, answered.road)).or_default().join(&taken);
        }
        let mut roads: Vec<Road> =
            by_road.into_iter().map(|((method, road), taken)| taken.of(method, road)).collect();
        roads.sort_by_key(|road| std::cmp::Reverse((road.most, road.worst)));
        roads.truncate(most);
        roads
    }

    /// A copy, so that nobody waits for what is made of it.
    fn all(&self) -> BTreeMap<Answered, Taken> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Taken {
    fn add(&mut self, took: Duration) {
        let place = ENDS.iter().position(|end| took <= *end).unwrap_or(ENDS.len());
        self.counts[place] += 1;
        self.sum += took;
        self.worst = self.worst.max(took);
    }

    fn join(&mut self, other: &Self) {
        for (own, others) in self.counts.iter_mut().zip(other.counts) {
            *own += others;
        }
        self.sum += other.sum;
        self.worst = self.worst.max(other.worst);
    }

    fn count(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// What 95 of 100 took at most, as far as was counted.
    fn most(&self) -> Duration {
        let enough = (self.count() * 95).div_ceil(100);
        let mut so_far = 0;
        let place = self.counts.iter().position(|count| {
            so_far += count;
            so_far >= enough
        });
        let end = place.and_then(|place| ENDS.get(place)).copied();
        end.unwrap_or(self.worst).min(self.worst)
    }

    fn of(self, method: String, pattern: String) -> Road {
        let over = ENDS.iter().zip(self.counts).filter(|(end, _)| **end <= LONGEST_MEANT);
        let over = self.count() - over.map(|(_, count)| count).sum::<u64>();
        let most = self.most();
        Road { method, pattern, count: self.count(), most, over, worst: self.worst }
    }
}

impl EncodeMetric for Times {
    fn encode(&self, mut encoder: MetricEncoder<'_>) -> Result<(), std::fmt::Error> {
        for (answered, taken) in self.all() {
            let ends = ENDS.iter().map(Duration::as_secs_f64).chain([f64::MAX]);
            let buckets: Vec<(f64, u64)> = ends.zip(taken.counts).collect();
            let mut histogram = encoder.encode_family(&answered)?;
            let (sum, count) = (taken.sum.as_secs_f64(), taken.count());
            histogram.encode_histogram::<NoLabelSet>(sum, count, &buckets, None)?;
        }
        Ok(())
    }

    fn metric_type(&self) -> MetricType {
        MetricType::Histogram
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn milliseconds(number: u64) -> Duration {
        Duration::from_millis(number)
    }

    #[test]
    fn the_slowest_road_is_the_one_on_which_most_people_wait() {
        let times = Times::default();
        for _ in 0..95 {
            times.note("GET", "/orders", 200, milliseconds(3));
        }
        for _ in 0..5 {
            times.note("GET", "/orders", 422, milliseconds(300));
        }
        times.note("GET", "/report", 200, milliseconds(70));
        times.note("GET", "/sign-in", 200, milliseconds(1));
        let slowest = times.slowest(2);
        let report = Road {
            method: "GET".to_owned(),
            pattern: "/report".to_owned(),
            count: 1,
            most: milliseconds(70),
            over: 1,
            worst: milliseconds(70),
        };
        let orders = Road {
            pattern: "/orders".to_owned(),
            count: 100,
            most: milliseconds(5),
            over: 5,
            worst: milliseconds(300),
            ..report.clone()
        };
        assert_eq!(slowest, [report, orders]);
    }

    #[test]
    fn what_took_longer_than_all_ends_is_counted_too() {
        let times = Times::default();
        times.note("POST", "/import", 303, milliseconds(50));
        times.note("POST", "/import", 303, milliseconds(9_000));
        let road = &times.slowest(1)[0];
        assert_eq!((road.most, road.worst), (milliseconds(9_000), milliseconds(9_000)));
        assert_eq!((road.count, road.over), (2, 1));
    }
}
