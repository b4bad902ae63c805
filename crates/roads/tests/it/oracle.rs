//! Another way to the same answer: slow, and without any of what makes the product fast.
//!
//! It goes over the single stretches between two points of a road, forwards and back, and looks at each
//! ban where it drives; there are no junctions, no lanes, no copies, and its own arithmetic.

use std::collections::{BTreeMap, BTreeSet};

use roads::extract::Via;
use roads::{Extract, Point};

/// One stretch in one direction.
#[derive(Clone, Copy)]
struct Stretch {
    from: u32,
    to: u32,
    way: i64,
    /// The same stretch the other way has the same number.
    number: usize,
    milliseconds: u64,
    centimetres: u64,
}

pub struct Oracle {
    stretches: Vec<Stretch>,
    out_of: BTreeMap<u32, Vec<usize>>,
    stopped: BTreeSet<u32>,
    /// Points where one may turn round: ends of roads, and where roads meet.
    crossings: BTreeSet<u32>,
    bans: Vec<(i64, u32, i64, bool)>,
}

impl Oracle {
    pub fn of(extract: &Extract) -> Self {
        let (mut stretches, mut uses, mut crossings) = (Vec::new(), BTreeMap::new(), BTreeSet::new());
        let mut number = 0;
        for road in &extract.roads {
            let points = extract.points_of(road);
            crossings.extend([points[0], points[points.len() - 1]]);
            for point in points {
                *uses.entry(*point).or_insert(0) += 1;
            }
            for pair in points.windows(2) {
                let (a, b) = (extract.points[pair[0] as usize], extract.points[pair[1] as usize]);
                for (side, [from, to]) in
                    [[pair[0], pair[1]], [pair[1], pair[0]]].into_iter().enumerate()
                {
                    if road.speeds[side] > 0 {
                        let centimetres = length(a, b);
                        let milliseconds = time(centimetres, road.speeds[side]);
                        stretches.push(Stretch {
                            from,
                            to,
                            way: road.way,
                            number,
                            milliseconds,
                            centimetres,
                        });
                    }
                }
                number += 1;
            }
        }
        crossings.extend(uses.into_iter().filter(|(_, count)| *count > 1).map(|(point, _)| point));
        let mut oracle = Self {
            out_of: BTreeMap::new(),
            stopped: extract.stopped.iter().copied().collect(),
            stretches,
            crossings,
            bans: Vec::new(),
        };
        for (index, stretch) in oracle.stretches.iter().enumerate() {
            oracle.out_of.entry(stretch.from).or_default().push(index);
        }
        for ban in &extract.bans {
            let Via::Point(via) = ban.via else { panic!("the oracle knows bans at points only") };
            oracle.crossings.insert(via);
            let into = |way| oracle.stretches.iter().filter(|s| s.to == via && s.way == way).count();
            let out = |way| oracle.stretches.iter().filter(|s| s.from == via && s.way == way).count();
            // One that could be meant in two manners is not followed.
            if into(ban.from_way) == 1 && out(ban.to_way) == 1 && !oracle.stopped.contains(&via) {
                oracle.bans.push((ban.from_way, via, ban.to_way, ban.only));
            }
        }
        oracle
    }

    /// Milliseconds and centimetres of the quickest way to each point that can be reached.
    pub fn from(&self, start: u32) -> BTreeMap<u32, (u64, u64)> {
        let mut reached = BTreeMap::from([(start, (0, 0))]);
        // Besides the stretch: whether it was come to over a ban, with no crossing in between.
        let mut known: BTreeMap<(usize, bool), (u64, u64)> = BTreeMap::new();
        let mut open: BTreeSet<((u64, u64), (usize, bool))> = BTreeSet::new();
        let mut try_one = |open: &mut BTreeSet<_>, index: (usize, bool), cost: (u64, u64)| {
            let stretch = &self.stretches[index.0];
            let cost = (cost.0 + stretch.milliseconds, cost.1 + stretch.centimetres);
            if known.get(&index).is_none_or(|best| cost < *best) {
                if let Some(best) = known.insert(index, cost) {
                    open.remove(&(best, index));
                }
                open.insert((cost, index));
            }
        };
        for &index in self.out_of.get(&start).into_iter().flatten() {
            try_one(&mut open, (index, false), (0, 0));
        }
        while let Some((cost, (index, watched))) = open.pop_first() {
            let stretch = self.stretches[index];
            let best = reached.entry(stretch.to).or_insert(cost);
            *best = cost.min(*best);
            let is_banned = self.bans_after(stretch).next().is_some();
            let watched_on = is_banned || (watched && !self.crossings.contains(&stretch.to));
            for &next in self.out_of.get(&stretch.to).into_iter().flatten() {
                if self.may_follow(stretch, self.stretches[next], watched) {
                    try_one(&mut open, (next, watched_on), cost);
                }
            }
        }
        reached
    }

    fn bans_after(&self, last: Stretch) -> impl Iterator<Item = &(i64, u32, i64, bool)> {
        let concerned = move |ban: &&(i64, u32, i64, bool)| ban.0 == last.way && ban.1 == last.to;
        self.bans.iter().filter(concerned)
    }

    fn is_banned(&self, last: Stretch, next: Stretch) -> bool {
        self.bans_after(last).any(|(_, _, to, only)| (next.way == *to) != *only)
    }

    /// Whoever came over a ban (`watched`) turns round only where nothing else is left.
    fn may_follow(&self, last: Stretch, next: Stretch, watched: bool) -> bool {
        let turns_round = last.number == next.number;
        if self.stopped.contains(&last.to) {
            return turns_round;
        }
        if turns_round && !self.crossings.contains(&last.to) || self.is_banned(last, next) {
            return false;
        }
        let mut others = self.out_of[&last.to].iter().map(|index| self.stretches[*index]);
        let has_ban = self.bans_after(last).next().is_some();
        let goes_on = others.any(|other| other.number != last.number && !self.is_banned(last, other));
        // At the ban itself what is banned is no way on; at the next crossing anything is.
        let may_not = turns_round && (has_ban && goes_on || watched && self.has_other(last));
        !may_not
    }

    fn has_other(&self, last: Stretch) -> bool {
        self.out_of[&last.to].iter().any(|index| self.stretches[*index].number != last.number)
    }
}

/// On a plane with the mean of both latitudes, rounded to the centimetre.
fn length(a: Point, b: Point) -> u64 {
    let shrink = |point: Point| (f64::from(point.latitude_e7) / 1e7).to_radians().cos();
    let north = f64::from(a.latitude_e7 - b.latitude_e7);
    let east = f64::from(a.longitude_e7 - b.longitude_e7) * f64::midpoint(shrink(a), shrink(b));
    let metres_an_e7 = 6_371_009.0 * std::f64::consts::PI / 180.0 / 1e7;
    let centimetres = east.hypot(north) * metres_an_e7 * 100.0;
    format!("{:.0}", centimetres.round()).parse().unwrap()
}

fn time(centimetres: u64, tenths_kmh: u16) -> u64 {
    let speed = u64::from(tenths_kmh);
    (centimetres * 360 + speed / 2) / speed
}
