//! What is wrong with an installation, in plain words, and what to do about it. Nothing is changed.

use std::net::{SocketAddr, TcpListener};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use frame::operation::{Sealing, Verdict};
use frame::{Clock, Outcome, mail, operation, seal};
use jiff::Timestamp;
use people::persons;
use store::{Db, Location};

use crate::migrations;
use crate::settings::{Place, Reach};

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub verdict: Verdict,
    pub said: String,
}

impl Found {
    /// The verdict in a word.
    pub fn word(&self) -> &'static str {
        match self.verdict {
            Verdict::Fine => "fine",
            Verdict::Mind => "mind",
            Verdict::Wrong => "WRONG",
        }
    }
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
    found.push(disk(folder));
    found
}

fn disk(folder: &Path) -> Found {
    let shown = folder.display();
    let disk = match operation::disk(folder) {
        Ok(disk) => disk,
        Err(error) => return mind(format!("how full the disk of {shown} is cannot be told: {error}")),
    };
    let (megabytes, percent) = (disk.free >> 20, disk.percent_free());
    let said = match disk.verdict() {
        Verdict::Wrong => {
            format!("the disk of {shown} is nearly full ({megabytes} MB left): make room now")
        }
        Verdict::Mind => {
            format!("the disk of {shown} has {percent} % left ({megabytes} MB): make room")
        }
        Verdict::Fine => format!("the disk of {shown} has {} GB left", disk.free >> 30),
    };
    Found { verdict: disk.verdict(), said }
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

async fn seals(db: &Db) -> Outcome<Found> {
    let sealing = db
        .read(|tx| {
            let latest = seal::store::latest(tx)?;
            // All of it, where the server's own look goes back a day.
            let oldest_waiting = seal::store::oldest_waiting(tx, &crate::sealed(), None)?;
            Ok::<_, store::Error>(Sealing { latest, oldest_waiting })
        })
        .await?;
    let now = Clock::of_the_machine().now();
    let late = sealing.late_since(now).map(|since| now.duration_since(since));
    Ok(match (sealing.latest, late) {
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

async fn queue(db: &Db) -> Outcome<Vec<Found>> {
    let (letters, problem) =
        db.read(|tx| Ok::<_, store::Error>((mail::queue(tx)?, mail::first_problem(tx)?))).await?;
    let mut found = Vec::new();
    let waiting = letters.waiting;
    found.push(match (letters.is_late(Clock::of_the_machine().now()), problem) {
        (false, _) => fine("no letter waits for long"),
        (true, None) => {
            mind(format!("{waiting} letters wait: without a mail server somebody hands them on"))
        }
        (true, Some(problem)) => wrong(format!("{waiting} letters did not leave: {problem}")),
    });
    if letters.failed > 0 {
        found.push(mind(format!(
            "{} letters were given up: the page of letters says why",
            letters.failed
        )));
    }
    Ok(found)
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

fn backups(reach: &Reach) -> Vec<Found> {
    let Some(folder) = &reach.backups else {
        return vec![mind("no backups are written: give the server a folder with --backups")];
    };
    let zone = reach.settings().map_or(jiff::tz::TimeZone::UTC, |settings| settings.zone);
    let shown = folder.display();
    let found = match operation::backups::of_folder(folder, &zone) {
        Ok(found) => found,
        Err(error) => return vec![wrong(format!("backups in {shown} cannot be read: {error}"))],
    };
    vec![age(found.latest, Clock::of_the_machine().now(), folder), disk(folder)]
}

fn age(latest: Option<Timestamp>, now: Timestamp, folder: &Path) -> Found {
    match (latest, operation::backup_verdict(latest, now)) {
        (None, _) => wrong(format!("there is no backup in {}", folder.display())),
        (Some(_), Verdict::Fine) => fine("the latest backup is of this day's last hours"),
        (Some(latest), _) => wrong(format!(
            "the latest backup is {} hours old: does the server run with --backups?",
            now.duration_since(latest).as_hours()
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_grows_old() {
        let now = Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_hours(100);
        let age = |hours: i64| {
            age(Some(now - jiff::SignedDuration::from_hours(hours)), now, Path::new("/backups"))
        };
        assert_eq!(age(2).verdict, Verdict::Fine);
        assert_eq!((age(30).verdict, age(30).said.contains("30 hours")), (Verdict::Wrong, true));
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
