//! Two full hubs on one instance: whoever is of one finds nothing of the other, wherever they look.
//!
//! One is founded here. The other comes from an instance of its own, and every word that its people have
//! written is marked on the way, so that whatever shows of it is known for its.

mod crawl;
mod furnishing;
mod moving;
#[path = "../../../../papers/tests/reading/mod.rs"]
mod reading;
mod writes;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::sync::{Arc, Mutex};

use frame::Role;
use store::params;
use tresse::sample::{Chance, Week};
use units::Code as _;

use crate::town::{Answer, RUNTIME, Town, Visitor, noon};
use crawl::{Seen, Things, crawl, readable};
use furnishing::{Furnished, application, furnish, work_by_the_clock};
use moving::{Load, Marks, SMALL_MARK, by_kind, empty_tables, ids, take_up};

/// A hub, and another that is to move in with it.
struct Two {
    own: Furnished,
    other: Furnished,
    load: Load,
    marks: Marks,
    things: Things,
    others: Things,
}

fn two() -> Two {
    let (own, other) = (furnish(Town::on_sqlite()), furnish(Town::on_sqlite()));
    let nothing: Vec<String> = empty_tables(&other.town.db);
    assert!(nothing.is_empty(), "there is to be something of everything, also of {nothing:?}");
    let (load, marks) = take_up(&other.town.db, &own.town.db);
    let (things, others) = (Things::new(by_kind(&own.town.db)), Things::new(by_kind(&other.town.db)));
    Two { own, other, load, marks, things, others }
}

/// Somebody who looks around.
struct Looker<'a> {
    name: String,
    get: Box<dyn Fn(&str) -> Answer + 'a>,
    is_program: bool,
}

impl Looker<'_> {
    fn look(&self, things: &Things, more: &[String], words: &[String]) -> BTreeMap<String, Seen> {
        let roads = things.roads("GET", |road| road.starts_with("/api/v1/") == self.is_program);
        let sought = roads.iter().filter(|_| self.is_program);
        let sought = sought.flat_map(|road| words.iter().map(move |word| format!("{road}?q={word}")));
        let sought: Vec<String> = sought.collect();
        crawl(&*self.get, things, roads.into_iter().chain(sought).chain(more.to_vec()), words)
    }
}

impl Two {
    /// Everybody of the own hub, and who is of none.
    fn people(&self) -> Vec<Looker<'_>> {
        let roles = Role::ALL.iter().filter(|role| **role != Role::Administrator);
        let town = &self.own.town;
        let mut people: Vec<Looker<'_>> =
            roles.map(|role| at_a_browser(role.code(), town.visitor(*role))).collect();
        people.push(at_a_browser("nobody", town.stranger()));
        people
    }

    /// Everybody's programs.
    fn programs(&self) -> Vec<Looker<'_>> {
        let programs = self.own.programs.iter().map(|one| {
            let program = &one.1;
            Looker {
                name: format!("{}'s program", one.0.code()),
                get: Box::new(move |path| program.get(path)),
                is_program: true,
            }
        });
        programs.collect()
    }

    /// What is wrong with what they see before and after the other hub moves in, and when they ask for what
    /// is its.
    fn faults(&self, people: &[Looker<'_>]) -> Vec<String> {
        let look = || {
            let looks =
                people.iter().map(|one| one.look(&self.things, &self.own.calendars, &self.marks.words));
            looks.collect::<Vec<_>>()
        };
        let before = look();
        self.load.put_down(&self.own.town.db);
        let after = look();
        let mut faults = Vec::new();
        for ((one, before), after) in people.iter().zip(before).zip(after) {
            println!("{}: {} pages of {} shapes", one.name, after.len(), shapes(&after).len());
            assert!(after.len() > 100, "{} has seen {} pages", one.name, after.len());
            for (path, seen) in &after {
                let leaked = self.leaked(path, &seen.text);
                if !leaked.is_empty() {
                    faults.push(format!("{} finds {leaked:?} on {path}", one.name));
                }
                let same = before.get(path).is_some_and(|before| {
                    (before.status, self.settled(&before.text))
                        == (seen.status, self.settled(&seen.text))
                });
                if !same {
                    faults.push(format!("{} sees another {path}", one.name));
                }
            }
            // What a hub has opened to the public is for anybody.
            let crossed =
                shapes(&after).into_values().flat_map(|path| self.things.crossed(path, &self.others));
            for path in crossed.filter(|path| !path.starts_with("/open/")) {
                let answer = (one.get)(&path);
                let leaked =
                    self.leaked(&path, &format!("{}\n{}", answer.location, readable(&answer.bytes)));
                // No mark stands on a picture.
                let is_picture = answer.kind.starts_with("image/");
                if answer.status >= 500 || !leaked.is_empty() || is_picture {
                    faults
                        .push(format!("{} gets {} with {leaked:?} on {path}", one.name, answer.status));
                }
            }
        }
        faults
    }

    /// What of the other hub is in a text, apart from what was asked for by its name.
    fn leaked(&self, path: &str, text: &str) -> BTreeSet<String> {
        let path = path.replace("%2D", "-");
        let asked = ids(&path).chain(self.marks.words.iter().map(String::as_str));
        let asked = asked.filter(|word| path.contains(word));
        self.marks.found(&asked.fold(text.to_owned(), |text, word| text.replace(word, "")))
    }

    /// The text without what is made anew each time.
    fn settled(&self, text: &str) -> String {
        let made = ids(text).filter(|id| !self.things.is_known(id));
        made.fold(text.to_owned(), |text, id| text.replace(id, "new"))
    }
}

fn at_a_browser<'a>(name: &str, visitor: Visitor) -> Looker<'a> {
    Looker { name: name.to_owned(), get: Box::new(move |path| visitor.get(path)), is_program: false }
}

/// Everything that is logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn listen() -> Self {
        let log = Self::default();
        let own = log.clone();
        let filter = tracing_subscriber::EnvFilter::new("trace,tower_http=info");
        let written = tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false);
        let written = written.with_writer(move || own.clone()).finish();
        tracing::subscriber::set_global_default(written).expect("nobody else listens");
        log
    }

    fn take(&self) -> String {
        String::from_utf8(std::mem::take(&mut *self.0.lock().unwrap())).unwrap()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn what_a_browser_shows_is_the_same_whether_there_is_another_hub() {
    let two = two();
    let log = Log::listen();
    let mut faults = two.faults(&two.people());
    // What one of the other hub does is logged too, without a word of theirs.
    let other = &two.other.town;
    two.own.town.visitor_by(&format!("{SMALL_MARK}-{}", other.email_of(Role::Coordinator)));
    let logged = log.take();
    assert!(logged.contains("answered") && logged.contains("came in"), "the log tells of requests");
    faults.extend(two.marks.words_in(&logged).iter().map(|mark| format!("{mark} is in the log")));
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn what_a_program_is_told_is_the_same_whether_there_is_another_hub() {
    let two = two();
    let faults = two.faults(&two.programs());
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// An address of each shape.
fn shapes(seen: &BTreeMap<String, Seen>) -> BTreeMap<&str, &str> {
    seen.iter().rev().map(|(path, seen)| (seen.shape.as_str(), path.as_str())).collect()
}

/// Where an administrator lawfully sees both hubs: the directories of the instance, letters that wait, and each
/// hub's team and journal. No catalogue, order, document or payment.
const OF_ADMINISTRATORS: [&str; 13] = [
    "/coalitions",
    "/hubs/{?}/journal",
    "/hubs/{?}/team",
    "/letters",
    "/organisations",
    "/organisations&qcanarib",
    "/organisations/{?}",
    "/organisations/{?}/edit",
    "/organisations/{?}/sites/new",
    "/organisations/{?}/sites/{?}",
    "/persons",
    "/persons/{?}",
    "/persons/{?}/data",
];

#[test]
fn what_is_marked_is_found_by_its_own_people_and_in_part_by_administrators() {
    let two = two();
    let town = &two.own.town;
    two.load.put_down(&town.db);
    let mut files: BTreeMap<String, usize> = BTreeMap::new();
    let (mut with, mut without) = (BTreeSet::new(), BTreeSet::new());
    let sessions = [Role::Coordinator, Role::Producer, Role::Shop].map(|role| {
        let visitor = town.visitor_by(&format!("{SMALL_MARK}-{}", two.other.town.email_of(role)));
        at_a_browser(role.code(), visitor)
    });
    let program = town.program_with(&two.other.program(Role::Coordinator).token);
    let program =
        Looker { name: "program".to_owned(), get: Box::new(|path| program.get(path)), is_program: true };
    for one in sessions.iter().chain([&program]) {
        for (path, seen) in one.look(&two.others, &two.other.calendars, &two.marks.words) {
            if seen.status == 200 && seen.text.to_ascii_lowercase().contains(SMALL_MARK) {
                *files.entry(seen.kind).or_default() += 1;
                with.insert(seen.shape);
            } else if seen.status == 200 {
                without.insert((seen.shape, path));
            }
        }
    }
    without.retain(|(shape, _)| !with.contains(shape));
    println!("marks by kind of file: {files:?}; without any: {without:#?}");
    let kinds = [
        "text/html",
        "text/csv",
        "application/json",
        "application/pdf",
        "text/calendar",
        "ld+json",
        "sheet",
    ];
    for kind in kinds {
        assert!(files.keys().any(|file| file.contains(kind)), "{kind} in {files:?}");
    }
    assert!(with.len() > 80, "{} shapes of pages have marks", with.len());
    let administrator = at_a_browser("administrator", town.visitor(Role::Administrator));
    let seen = administrator.look(&two.things, &[], &two.marks.words);
    let leaks: BTreeSet<String> = seen
        .iter()
        .filter(|(path, seen)| !two.leaked(path, &seen.text).is_empty())
        .map(|(_, seen)| seen.shape.clone())
        .collect();
    assert_eq!(leaks.iter().map(String::as_str).collect::<Vec<_>>(), OF_ADMINISTRATORS);
}

#[test]
fn what_is_sent_and_taken_along_is_of_ones_own_hub() {
    let two = two();
    let town = &two.own.town;
    two.load.put_down(&town.db);
    let app = application(town);
    for of in [&two.other.town, town] {
        app.clock.set(noon());
        let open = of.cycle(8).parse().unwrap();
        RUNTIME.block_on(async {
            let mut chance = Chance::new(7);
            let mut week = Week::new(&app, &of.world, &mut chance);
            let next = week.after(open).await.unwrap();
            week.whole(next).await.unwrap();
        });
    }
    // Some of it is done round by round.
    for _ in 0..20 {
        work_by_the_clock(&app);
    }

    let heard = |furnished: &Furnished| furnished.receiver.0.lock().unwrap().join("\n");
    assert!(heard(&two.own).len() > 1000);
    assert_eq!(two.marks.found(&heard(&two.own)), BTreeSet::new(), "a program is told");
    assert!(!two.marks.found(&heard(&two.other)).is_empty());

    let (mut own, mut others) = (0, 0);
    for (recipient, text) in letters(town) {
        let found = two.marks.found(&text);
        if recipient.starts_with(SMALL_MARK) {
            others += usize::from(!found.is_empty());
        } else {
            assert_eq!(found, BTreeSet::new(), "to {recipient}: {text}");
            own += 1;
        }
    }
    assert!(own > 10 && others > 10, "{own} letters and {others}");

    for role in [Role::Coordinator, Role::Bookkeeper, Role::Producer, Role::Shop] {
        let visitor = town.visitor(role);
        for path in [town.hub("/archive"), "/me/archive".to_owned()] {
            let text = readable(&visitor.take(&path));
            assert_eq!(two.marks.found(&text), BTreeSet::new(), "{} takes {path} along", role.code());
        }
        let other = town.visitor_by(&format!("{SMALL_MARK}-{}", two.other.town.email_of(role)));
        let path = two.other.town.hub("/archive");
        assert!(!two.marks.found(&readable(&other.take(&path))).is_empty());
    }
}

/// All letters, each with its files, by whom they are to.
fn letters(town: &Town) -> Vec<(String, String)> {
    let read = town.db.read(|tx| {
        let letters = tx.rows(
            "SELECT id, recipient, subject, body, COALESCE(button, '') FROM letter",
            params![],
            |row| {
                let words = [row.get::<String>(2)?, row.get(3)?, row.get(4)?].join("\n");
                Ok((row.get::<String>(0)?, row.get::<String>(1)?, words))
            },
        )?;
        let mut with_files = Vec::new();
        for (id, recipient, mut text) in letters {
            let sql = "SELECT name, bytes FROM letter_file WHERE letter_id = $1";
            let files =
                tx.rows(sql, params![&id], |row| Ok((row.get::<String>(0)?, row.get::<Vec<u8>>(1)?)))?;
            for (name, bytes) in files {
                text = format!("{text}\n{name}\n{}", readable(&bytes));
            }
            with_files.push((recipient, text));
        }
        Ok::<_, store::Error>(with_files)
    });
    RUNTIME.block_on(read).unwrap()
}
