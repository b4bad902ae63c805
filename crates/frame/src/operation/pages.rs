//! How the installation stands, for whoever keeps it.

use std::time::Duration;

use askama::Template;
use axum::response::Response;
use jiff::Timestamp;
use units::Code as _;

use super::model::{Disk, Holding, Node, Queue, Standing, Verdict, backup_verdict};
use super::standing::examine;
use crate::outcome::Outcome;
use crate::reader::{Given, Reader};
use crate::times::{LONGEST_MEANT, Road};
use crate::visit::Visit;
use crate::words::{Words, words};

/// Roads that the page shows.
const SLOWEST: usize = 10;

#[derive(Template)]
#[template(path = "operation/show.html")]
struct Show {
    t: &'static Words,
    r: Reader,
    standing: Standing,
    roads: Vec<Road>,
    engine: &'static str,
    /// This server among the nodes.
    node: String,
    started_at: Timestamp,
    has_mail: bool,
    seals: bool,
}

pub(super) async fn show(visit: Visit) -> Outcome<Response> {
    visit.who()?.must_be_administrator()?;
    let app = &visit.app;
    let page = Show {
        t: words(visit.language),
        r: visit.reader(),
        standing: examine(app).await?,
        roads: app.measures.times.slowest(SLOWEST),
        engine: app.db.engine(),
        node: app.node.clone(),
        started_at: app.started_at,
        has_mail: app.mailer.is_some(),
        seals: app.settings.seal_key.is_some(),
    };
    visit.page(&page.t.operation_title(), &page)
}

impl Show {
    /// What somebody should look at, the worst first.
    fn warnings(&self) -> Vec<(Verdict, String)> {
        let mut found = self.of_disks();
        found.extend(self.of_backups());
        found.extend(self.of_queues());
        found.extend(self.of_timed_work());
        found.extend(self.of_seals());
        found.extend(self.of_nodes());
        found.sort_by_key(|(verdict, _)| std::cmp::Reverse(*verdict));
        found
    }

    fn of_disks(&self) -> Vec<(Verdict, String)> {
        let disks = self.standing.disks.iter();
        let said = disks.filter_map(|(holding, disk)| {
            let (holding, free) = (holding.code(), self.size(disk.free));
            match disk.verdict() {
                Verdict::Fine => None,
                Verdict::Mind => Some((Verdict::Mind, self.t.operation_disk_fills(free, holding))),
                Verdict::Wrong => Some((Verdict::Wrong, self.t.operation_disk_full(free, holding))),
            }
        });
        said.collect()
    }

    fn of_backups(&self) -> Option<(Verdict, String)> {
        let (standing, t) = (&self.standing, self.t);
        let latest = standing.latest_backup();
        match (latest, &standing.backups) {
            _ if backup_verdict(latest, standing.at) == Verdict::Fine => None,
            (Some(latest), _) => Some((Verdict::Wrong, t.operation_backup_late(self.r.moment(latest)))),
            (None, Some(backups)) => {
                let folder = backups.folder.display().to_string();
                Some((Verdict::Wrong, t.operation_backup_none(folder)))
            }
            (None, None) => Some((Verdict::Wrong, t.operation_backups_not_made())),
        }
    }

    fn of_queues(&self) -> Vec<(Verdict, String)> {
        let (Standing { letters, silent_webhooks, tasks, .. }, t) = (&self.standing, self.t);
        let mut said = Vec::new();
        if let Some(oldest) = letters.oldest.filter(|_| letters.is_late(self.standing.at)) {
            said.push(if self.has_mail {
                (Verdict::Wrong, t.operation_letters_late(self.r.moment(oldest)))
            } else {
                (Verdict::Mind, t.operation_letters_to_hand_on())
            });
        }
        if letters.failed > 0 {
            said.push((Verdict::Mind, t.operation_letters_given_up(letters.failed)));
        }
        if *silent_webhooks > 0 {
            said.push((Verdict::Mind, t.operation_webhooks_silent(*silent_webhooks)));
        }
        if tasks.failed > 0 {
            said.push((Verdict::Mind, t.operation_tasks_failed(tasks.failed)));
        }
        said
    }

    fn of_timed_work(&self) -> Vec<(Verdict, String)> {
        let mut said = Vec::new();
        for round in &self.standing.jobs {
            let since = self.r.moment(round.since);
            if round.has_failed() {
                said.push((Verdict::Wrong, self.t.operation_job_failed(round.name, since)));
            } else if round.is_late(self.standing.at) {
                said.push((Verdict::Wrong, self.t.operation_job_late(round.name, since)));
            }
        }
        said
    }

    fn of_seals(&self) -> Option<(Verdict, String)> {
        if !self.seals {
            return Some((Verdict::Mind, self.t.operation_not_sealed()));
        }
        let since = self.standing.sealing.late_since(self.standing.at)?;
        Some((Verdict::Wrong, self.t.operation_seal_late(self.r.moment(since))))
    }

    fn of_nodes(&self) -> Vec<(Verdict, String)> {
        let gone = self.standing.nodes.iter().filter(|node| self.is_gone(node));
        gone.map(|node| {
            let since = self.r.moment(node.seen_at);
            (Verdict::Mind, self.t.operation_node_gone(&node.name, since))
        })
        .collect()
    }

    fn is_gone(&self, node: &Node) -> bool {
        node.is_gone(self.standing.at)
    }

    /// The fullest disk.
    fn tightest(&self) -> Option<&Disk> {
        self.standing.disks.iter().map(|(_, disk)| disk).min_by_key(|disk| disk.percent_free())
    }

    fn backup_is_late(&self) -> bool {
        backup_verdict(self.standing.latest_backup(), self.standing.at) != Verdict::Fine
    }

    fn version(&self) -> &'static str {
        super::VERSION
    }

    fn holding(&self, holding: &Holding) -> String {
        self.t.operation_holding(holding.code())
    }

    fn queues(&self) -> [(String, Queue); 3] {
        let (t, Standing { letters, webhooks, tasks, .. }) = (self.t, &self.standing);
        [
            (t.operation_letters(), *letters),
            (t.operation_webhooks(), *webhooks),
            (t.operation_tasks(), *tasks),
        ]
    }

    /// Bytes in the largest unit that leaves a whole number: `62,4 Go`.
    fn size(&self, bytes: impl Given<u64>) -> String {
        let bytes = *bytes.given();
        let tenths =
            |unit: u64| i64::try_from(u128::from(bytes) * 10 / u128::from(unit)).unwrap_or(i64::MAX);
        let (unit, tenths) = match bytes {
            0..0x10_0000 => ("kilo", tenths(1 << 10)),
            0x10_0000..0x4000_0000 => ("mega", tenths(1 << 20)),
            _ => ("giga", tenths(1 << 30)),
        };
        self.t.operation_size(self.r.language.number(tenths, 1, 0), unit)
    }

    fn milliseconds(&self, took: impl Given<Duration>) -> String {
        // What took less than one took one.
        let whole = i64::try_from(took.given().as_millis().max(1)).unwrap_or(i64::MAX);
        self.t.operation_milliseconds(self.r.count(whole))
    }

    fn longest_meant(&self) -> String {
        self.milliseconds(LONGEST_MEANT)
    }

    fn is_slow(&self, took: impl Given<Duration>) -> bool {
        *took.given() > LONGEST_MEANT
    }

    fn share_over(&self, road: &Road) -> String {
        self.t.operation_percent(self.r.count((road.over * 100 / road.count.max(1)).cast_signed()))
    }

    fn whole(&self, number: impl Given<u64>) -> String {
        self.r.count(number.given().cast_signed())
    }

    fn stretch(&self, number: impl Given<usize>) -> String {
        self.r.count(*number.given() as i64)
    }
}
