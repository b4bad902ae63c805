//! What is wrong with an installation, in plain words, and what to do about it. Nothing is changed.

use std::net::{SocketAddr, TcpListener};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use frame::{Clock, Outcome, mail, seal};
use jiff::{SignedDuration, Timestamp};
use people::persons;
use store::{Db, Location};

use crate::settings::{Place, Reach};
use crate::{backup, migrations};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Fine,
    /// It works, and somebody should look at it.
    Mind,
    Wrong,
}

impl Verdict {
    pub fn word(self) -> &'static str {
        match self {
            Self::Fine => "fine",
            Self::Mind => "mind",
            Self::Wrong => "WRONG",
        }
    }
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub verdict: Verdict,
    pub said: String,
}

fn fine(said: impl Into<String>) -> Found {
    Found { verdict: Verdict::Fine, said: said.into() }
}

fn mind(said: impl Into<String>) -> Found {
    Found { verdict: Verdict::Mind, said: said.into() }
}

fn wrong(said: impl Into<String>) -> Found {
    Found { verdict: Verdict::Wrong, said: said.into() }
}

/// Looks at everything that these settings name.
pub async fn examine(place: &Place, reach: &Reach) -> Vec<Found> {
    let location = place.location();
    let mut found = Vec::new();
    if let Location::File(path) = &location {
        found.extend(folder(path));
    }
    if found.iter().all(|one| one.verdict != Verdict::Wrong) {
        found.extend(database(&location).await);
    }
    if reach.seal_key(place).is_none() {
        found.push(mind("the log is not sealed: give all nodes one key with --seal-key"));
    }
    found.extend(address(reach));
    found.extend(letters(reach).await);
    found.extend(backups(reach));
    found
}

/// With less the next backup or migration may not fit.
const LEAST_ROOM: u64 = 500 << 20;

fn folder(database: &Path) -> Vec<Found> {
    let Some(folder) = database.parent() else { return Vec::new() };
    let shown = folder.display();
    if !database.exists() {
        return vec![wrong(format!(
            "there is no database in {shown}: name its folder with --data, or start the server once"
        ))];
    }
    let mut found = Vec::new();
    match std::fs::metadata(folder) {
        Ok(own) if own.permissions().mode() & 0o007 != 0 => found
            .push(mind(format!("everybody on this machine may look into {shown}: chmod o= {shown}"))),
        Ok(_) => found.push(fine(format!("{shown} is closed to others"))),
        Err(error) => found.push(wrong(format!("{shown} cannot be looked into: {error}"))),
    }
    found.push(match rustix::fs::statvfs(folder) {
        Ok(disk) => {
            let bytes = |blocks: u64| blocks.saturating_mul(disk.f_frsize);
            room(&shown.to_string(), bytes(disk.f_bavail), bytes(disk.f_blocks))
        }
        Err(error) => mind(format!("how full the disk of {shown} is cannot be told: {error}")),
    });
    found
}

fn room(shown: &str, free: u64, whole: u64) -> Found {
    let (megabytes, percent) = (free >> 20, u128::from(free) * 100 / u128::from(whole.max(1)));
    match () {
        () if free < LEAST_ROOM => {
            wrong(format!("the disk of {shown} is nearly full ({megabytes} MB left): make room now"))
        }
        () if percent < 10 => {
            mind(format!("the disk of {shown} has {percent} % left ({megabytes} MB): make room"))
        }
        () => fine(format!("the disk of {shown} has {} GB left", free >> 30)),
    }
}

async fn database(location: &Location) -> Vec<Found> {
    let (db, missing) = match Db::examine(location, &migrations()).await {
        Ok(examined) => examined,
        Err(error) => return vec![wrong(format!("{location} cannot be used: {error}"))],
    };
    let mut found = vec![match db.answers().await {
        Ok(()) => fine(format!("{} in {location} reads and takes a transaction", db.engine())),
        Err(error) => wrong(format!("{location} takes no transaction: {error}")),
    }];
    if missing > 0 {
        found.push(mind(format!(
            "the database lacks {missing} steps of this version: they are made when the server starts; \
             back up before"
        )));
        return found;
    }
    found.push(match db.read(persons::acts::is_empty).await {
        Ok(true) => wrong("nobody can come in yet: tresse administrator EMAIL"),
        Ok(false) => fine("the database is of this version, and has people"),
        Err(stop) => wrong(format!("the people cannot be read: {stop:?}")),
    });
    found.push(
        seals(&db).await.unwrap_or_else(|stop| wrong(format!("the seals cannot be read: {stop:?}"))),
    );
    found.extend(
        queue(&db)
            .await
            .unwrap_or_else(|stop| vec![wrong(format!("the letters cannot be read: {stop:?}"))]),
    );
    found
}

/// It is done each minute.
const SEAL_LATE: SignedDuration = SignedDuration::from_mins(30);

async fn seals(db: &Db) -> Outcome<Found> {
    let (latest, oldest) = db
        .read(|tx| {
            let latest = seal::store::latest(tx)?;
            Ok::<_, store::Error>((latest, seal::store::oldest_waiting(tx, &crate::sealed())?))
        })
        .await?;
    let now = Clock::of_the_machine().now();
    let late = oldest.map(|oldest| now.duration_since(oldest)).filter(|late| *late > SEAL_LATE);
    Ok(match (latest, late) {
        (None, None) => fine("nothing is there to be sealed"),
        (None, Some(_)) => mind("nothing of the log is sealed yet: the server does it while it runs"),
        (Some(seal), None) => {
            fine(format!("the log is sealed up to seal {}, {}", seal.number, seal.hash))
        }
        (Some(seal), Some(late)) => wrong(format!(
            "a row has waited for a seal for {} hours (the last is seal {}): does the server run? If it does, \
             tresse verify-log says what the row is",
            late.as_hours(),
            seal.number
        )),
    })
}

/// Letters that should have gone long ago.
const LATE: SignedDuration = SignedDuration::from_hours(1);

async fn queue(db: &Db) -> Outcome<Vec<Found>> {
    let letters = db.read(|tx| mail::latest(tx, 200)).await?;
    let before = Clock::of_the_machine().now() - LATE;
    let late = letters.iter().filter(|letter| letter.sent_at.is_none() && letter.written_at < before);
    let (count, problem) = late
        .fold((0, None), |(count, problem), letter| (count + 1, problem.or(letter.problem.as_deref())));
    Ok(match (count, problem) {
        (0, _) => vec![fine("no letter waits")],
        (_, None) => {
            vec![mind(format!("{count} letters wait: without a mail server somebody hands them on"))]
        }
        (_, Some(problem)) => vec![wrong(format!("{count} letters did not leave: {problem}"))],
    })
}

fn address(reach: &Reach) -> Vec<Found> {
    let settings = match reach.settings() {
        Ok(settings) => settings,
        Err(error) => return vec![wrong(format!("{error:#}"))],
    };
    let (address, socket) = (settings.address, reach.socket());
    let alone = ["//127.0.0.1", "//localhost", "//[::1]"].iter().any(|own| address.contains(own));
    let mut found = vec![match () {
        () if address.starts_with("https://") => fine(format!("people come by {address}")),
        () if alone => mind(format!("only this machine reaches {address}: set --address for others")),
        () => wrong(format!(
            "people come by {address}, and whoever listens reads their passwords: set up HTTPS"
        )),
    }];
    found.push(port(socket));
    found
}

fn port(socket: SocketAddr) -> Found {
    match TcpListener::bind(socket) {
        Ok(_) => mind(format!("nothing listens on {socket}: the server is not running")),
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
            fine(format!("something listens on {socket}: the server, if you started it"))
        }
        Err(error) => wrong(format!("{socket} cannot be listened on: {error}")),
    }
}

async fn letters(reach: &Reach) -> Vec<Found> {
    match reach.mailer() {
        Ok(None) => {
            vec![mind("there is no mail server: letters are shown to the administrator (--smtp)")]
        }
        Err(error) => vec![wrong(format!("{error:#}"))],
        Ok(Some(mailer)) => match mailer.answers().await {
            Ok(()) => vec![fine("the mail server lets us in")],
            Err(error) => vec![wrong(format!("the mail server does not let us in: {error:#}"))],
        },
    }
}

/// One is written each hour.
const OLD: SignedDuration = SignedDuration::from_hours(3);

fn backups(reach: &Reach) -> Vec<Found> {
    let Some(folder) = &reach.backups else {
        return vec![mind("no backups are written: give the server a folder with --backups")];
    };
    let zone = reach.settings().map_or(jiff::tz::TimeZone::UTC, |settings| settings.zone);
    let latest = backup::latest(folder).map(|latest| latest.and_then(|at| zone.to_timestamp(at).ok()));
    vec![match latest {
        Err(error) => wrong(format!("backups in {} cannot be read: {error:#}", folder.display())),
        Ok(None) => wrong(format!("there is no backup in {}", folder.display())),
        Ok(Some(at)) => age(at, Clock::of_the_machine().now()),
    }]
}

fn age(latest: Timestamp, now: Timestamp) -> Found {
    let hours = now.duration_since(latest).as_hours();
    if now.duration_since(latest) > OLD {
        wrong(format!("the latest backup is {hours} hours old: does the server run with --backups?"))
    } else {
        fine("the latest backup is of this day's last hours")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disk_fills() {
        let check = |free: u64, whole: u64, expected: Verdict| {
            assert_eq!(room("/data", free << 20, whole << 20).verdict, expected, "{free} of {whole}");
        };
        check(499, 1000, Verdict::Wrong);
        check(500, 1000, Verdict::Fine);
        check(9_999, 100_000, Verdict::Mind);
        check(10_000, 100_000, Verdict::Fine);
        check(0, 0, Verdict::Wrong);
    }

    #[test]
    fn a_backup_grows_old() {
        let now = Timestamp::UNIX_EPOCH + SignedDuration::from_hours(100);
        assert_eq!(age(now - SignedDuration::from_hours(2), now).verdict, Verdict::Fine);
        let old = age(now - SignedDuration::from_hours(30), now);
        assert_eq!((old.verdict, old.said.contains("30 hours")), (Verdict::Wrong, true));
    }

    #[test]
    fn an_address_in_the_clear_is_wrong_and_one_of_this_machine_is_not() {
        let verdict = |address: &str| {
            let reach = Reach { address: Some(address.to_owned()), ..Reach::default() };
            self::address(&reach)[0].verdict
        };
        assert_eq!(verdict("https://hub.example.org"), Verdict::Fine);
        assert_eq!(verdict("http://hub.example.org"), Verdict::Wrong);
        assert_eq!(verdict("http://127.0.0.1:8080"), Verdict::Mind);
        assert_eq!(verdict("hub.example.org"), Verdict::Wrong);
    }
}
