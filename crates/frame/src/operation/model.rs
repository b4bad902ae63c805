//! How an installation stands, and what of it somebody should look at.

use std::path::PathBuf;

use jiff::{SignedDuration, Timestamp};

use crate::seal::Seal;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    Fine,
    /// It works, and somebody should look at it.
    Mind,
    Wrong,
}

/// With less the next backup or migration may not fit.
const LEAST_ROOM_BYTES: u64 = 500 << 20;
const LEAST_ROOM_PERCENT: u64 = 10;
/// One is written each hour.
const BACKUP_LATE: SignedDuration = SignedDuration::from_hours(2);
/// It leaves within seconds, where there is a mail server.
const LETTER_LATE: SignedDuration = SignedDuration::from_hours(1);
/// It is done each minute.
const SEAL_LATE: SignedDuration = SignedDuration::from_mins(30);
/// A server says each minute that it runs.
const NODE_GONE: SignedDuration = SignedDuration::from_mins(3);
/// Timed work may take this long, and may begin as much later than it was meant to.
const JOB_LATE: SignedDuration = SignedDuration::from_mins(15);

/// Room on a disk, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Disk {
    pub free: u64,
    pub whole: u64,
}

impl Disk {
    pub fn percent_free(self) -> u64 {
        let percent = u128::from(self.free) * 100 / u128::from(self.whole.max(1));
        u64::try_from(percent).unwrap_or(100)
    }

    pub fn verdict(self) -> Verdict {
        match () {
            () if self.free < LEAST_ROOM_BYTES => Verdict::Wrong,
            () if self.percent_free() < LEAST_ROOM_PERCENT => Verdict::Mind,
            () => Verdict::Fine,
        }
    }
}

units::codes! {
    /// What a disk holds.
    pub enum Holding {
        Data = "data",
        Backups = "backups",
        Both = "both",
    }
}

/// The backups in the folder that this server writes them to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Backups {
    pub folder: PathBuf,
    pub latest: Option<Timestamp>,
    /// The latest ones, all kept.
    pub hourly: usize,
    /// Older ones, of which the last of each day is kept.
    pub daily: usize,
    pub bytes: u64,
}

/// What is to be thought of the latest backup's age; there may be none.
pub fn backup_verdict(latest: Option<Timestamp>, now: Timestamp) -> Verdict {
    match latest {
        Some(latest) if now.duration_since(latest) <= BACKUP_LATE => Verdict::Fine,
        _ => Verdict::Wrong,
    }
}

/// What waits to be done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Queue {
    pub waiting: i64,
    /// Since when the oldest waits.
    pub oldest: Option<Timestamp>,
    /// How many were tried in vain.
    pub failed: i64,
}

impl Queue {
    /// Whether letters wait for longer than a mail server would let them.
    pub fn is_late(self, now: Timestamp) -> bool {
        self.oldest.is_some_and(|oldest| now.duration_since(oldest) > LETTER_LATE)
    }
}

/// How the latest round of timed work went on this server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Round {
    pub name: &'static str,
    pub every: SignedDuration,
    pub state: RoundState,
    /// When it came into this state.
    pub since: Timestamp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoundState {
    UnderWay,
    Done,
    Failed,
}

impl Round {
    pub fn has_failed(&self) -> bool {
        self.state == RoundState::Failed
    }

    pub fn is_late(&self, now: Timestamp) -> bool {
        let meant = if self.state == RoundState::UnderWay { SignedDuration::ZERO } else { self.every };
        now.duration_since(self.since) > meant + JOB_LATE
    }
}

/// Who is signed in: persons, and the devices that they are signed in on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SignedIn {
    pub persons: i64,
    pub devices: i64,
}

/// A server that uses the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Of the process: a server that starts again is another one.
    pub id: String,
    /// The machine's, and the port: `hub-1:8080`.
    pub name: String,
    pub version: String,
    pub started_at: Timestamp,
    pub seen_at: Timestamp,
    /// The latest backup that it wrote.
    pub backup_at: Option<Timestamp>,
}

impl Node {
    /// Whether it ended without saying so, or is cut off.
    pub fn is_gone(&self, now: Timestamp) -> bool {
        now.duration_since(self.seen_at) > NODE_GONE
    }
}

/// How the sealed log stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sealing {
    pub latest: Option<Seal>,
    /// The time of the oldest row that waits for a seal.
    pub oldest_waiting: Option<Timestamp>,
}

impl Sealing {
    /// Since when a row has waited that should have its seal.
    pub fn late_since(&self, now: Timestamp) -> Option<Timestamp> {
        self.oldest_waiting.filter(|oldest| now.duration_since(*oldest) > SEAL_LATE)
    }
}

/// How an installation stands at one moment.
#[derive(Debug, Clone)]
pub struct Standing {
    pub at: Timestamp,
    /// The disks that are seen from here; a database server's own is not.
    pub disks: Vec<(Holding, Disk)>,
    pub database_bytes: Option<u64>,
    /// This server's; nothing where it writes none.
    pub backups: Option<Backups>,
    pub letters: Queue,
    pub webhooks: Queue,
    /// Addresses that no longer answer, and are called no more.
    pub silent_webhooks: i64,
    pub tasks: Queue,
    pub jobs: Vec<Round>,
    pub signed_in: SignedIn,
    pub sealing: Sealing,
    pub nodes: Vec<Node>,
}

impl Standing {
    /// Whether the disk that the database is on is one of those that are seen.
    pub fn sees_the_data(&self) -> bool {
        self.disks.iter().any(|(holding, _)| *holding != Holding::Backups)
    }

    /// The latest backup, whichever server wrote it.
    pub fn latest_backup(&self) -> Option<Timestamp> {
        let own = self.backups.as_ref().and_then(|backups| backups.latest);
        self.nodes.iter().filter_map(|node| node.backup_at).chain(own).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hour(number: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(number)
    }

    #[test]
    fn a_disk_fills() {
        let check = |free: u64, whole: u64, expected: Verdict| {
            let disk = Disk { free: free << 20, whole: whole << 20 };
            assert_eq!(disk.verdict(), expected, "{free} of {whole}");
        };
        check(499, 1000, Verdict::Wrong);
        check(500, 1000, Verdict::Fine);
        check(9_999, 100_000, Verdict::Mind);
        check(10_000, 100_000, Verdict::Fine);
        check(0, 0, Verdict::Wrong);
    }

    #[test]
    fn a_backup_grows_old() {
        let check = |latest, now, expected| assert_eq!(backup_verdict(latest, now), expected);
        check(Some(hour(98)), hour(100), Verdict::Fine);
        check(Some(hour(97)), hour(100), Verdict::Wrong);
        check(None, hour(100), Verdict::Wrong);
    }

    #[test]
    fn work_that_hangs_and_work_that_does_not_come_are_late() {
        let check = |state, minutes, expected| {
            let every = SignedDuration::from_hours(1);
            let round = Round { name: "letters", every, state, since: hour(0) };
            let now = hour(0) + SignedDuration::from_mins(minutes);
            assert_eq!(round.is_late(now), expected, "{state:?} {minutes}");
        };
        check(RoundState::UnderWay, 15, false);
        check(RoundState::UnderWay, 16, true);
        check(RoundState::Done, 75, false);
        check(RoundState::Done, 76, true);
    }
}
