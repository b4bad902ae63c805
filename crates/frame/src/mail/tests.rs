//! Letters sent to a mail server that does what each test tells it, and counts what it took.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use store::testing::{TestDb, databases};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

use super::*;
use crate::app::{SHUT, Settings};
use crate::clock::Clock;

/// What the server does with a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Does {
    TakesIt,
    /// Answers this code to the recipient.
    Says(u16),
    /// Lets nobody in by name and password.
    LetsNobodyIn,
    /// Takes the letter, and hangs up before it says so.
    TakesItAndHangsUp,
    /// Takes the letter, and resets the line before it says so.
    TakesItAndBreaks,
    /// Takes the letter, and never says so.
    TakesItAndSleeps,
}

/// A mail server on a port of its own.
#[derive(Clone)]
struct MailServer {
    port: u16,
    /// What it does with the next conversations; after them it takes every letter.
    plan: Arc<Mutex<VecDeque<Does>>>,
    conversations: Arc<Mutex<usize>>,
    /// Every letter that it took, as it came.
    taken: Arc<Mutex<Vec<String>>>,
}

impl MailServer {
    async fn that(plan: &[Does]) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let server = Self {
            port: listener.local_addr().unwrap().port(),
            plan: Arc::new(Mutex::new(plan.iter().copied().collect())),
            conversations: Arc::default(),
            taken: Arc::default(),
        };
        let listening = server.clone();
        tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                let server = listening.clone();
                // Whoever hangs up in the middle ends the conversation, and that is all.
                tokio::spawn(async move { server.converse(stream).await.unwrap_or_default() });
            }
        });
        server
    }

    async fn converse(&self, stream: TcpStream) -> std::io::Result<()> {
        *self.conversations.lock().unwrap() += 1;
        let does = self.plan.lock().unwrap().pop_front().unwrap_or(Does::TakesIt);
        let mut stream = BufReader::new(stream);
        stream.write_all(b"220 test\r\n").await?;
        let (mut line, mut letter, mut in_letter) = (String::new(), String::new(), false);
        loop {
            line.clear();
            if stream.read_line(&mut line).await? == 0 {
                return Ok(());
            }
            if in_letter && line != ".\r\n" {
                letter.push_str(&line);
                continue;
            }
            let verb = line.split([' ', '\r']).next().unwrap_or_default();
            let answer = match (verb, does) {
                (".", _) => {
                    in_letter = false;
                    self.taken.lock().unwrap().push(std::mem::take(&mut letter));
                    match does {
                        Does::TakesItAndHangsUp => return Ok(()),
                        Does::TakesItAndBreaks => {
                            stream.get_ref().set_zero_linger()?;
                            return Ok(());
                        }
                        Does::TakesItAndSleeps => std::future::pending().await,
                        _ => "250 taken".to_owned(),
                    }
                }
                ("EHLO", _) => "250-test\r\n250-8BITMIME\r\n250 AUTH PLAIN".to_owned(),
                ("AUTH", Does::LetsNobodyIn) => "535 5.7.8 wrong".to_owned(),
                ("AUTH", _) => "235 welcome".to_owned(),
                ("RCPT", Does::Says(code)) => format!("{code} no"),
                ("DATA", _) => {
                    in_letter = true;
                    "354 go on".to_owned()
                }
                ("QUIT", _) => "221 bye".to_owned(),
                _ => "250 well".to_owned(),
            };
            stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
        }
    }

    fn mailer(&self) -> Mailer {
        self.mailer_with(Duration::from_secs(20))
    }

    fn mailer_with(&self, patience: Duration) -> Mailer {
        let url = format!("smtp://tresse:secret@127.0.0.1:{}", self.port);
        Mailer::with_patience(&url, "Le Panier <bonjour@hub.example.org>", patience).unwrap()
    }

    fn taken(&self) -> Vec<String> {
        self.taken.lock().unwrap().clone()
    }

    fn conversations(&self) -> usize {
        *self.conversations.lock().unwrap()
    }
}

fn noon() -> Timestamp {
    "2026-11-24T12:00:00Z".parse().unwrap()
}

/// An application on a database, whose clock is its own.
fn node(database: &TestDb, mailer: Mailer) -> App {
    let clock = Clock::set_by_hand(noon());
    App::new(database.db.clone(), clock, Ids::random(), Settings::default(), Some(mailer), SHUT)
}

async fn write_letters(app: &App, count: usize) {
    write_letters_to(app, count, "example.org").await;
}

async fn write_letters_to(app: &App, count: usize, domain: &'static str) {
    let ids = app.ids.clone();
    let written = app.db.write(move |tx| {
        for number in 0..count {
            let letter = Letter {
                to: format!("eva{number}@{domain}"),
                language: Language::Fr,
                subject: "Votre commande".to_owned(),
                body: "Bonjour,\n\nLa voici :\nhttps://hub.example.org/1".to_owned(),
                button: Some("Ouvrir".to_owned()),
                files: vec![LetterFile {
                    name: "commande.csv".to_owned(),
                    media_type: "text/csv; charset=utf-8".to_owned(),
                    bytes: b"a;b\r\n".to_vec(),
                }],
                secret: true,
            };
            write(tx, &ids, noon(), &letter)?;
        }
        Ok::<_, store::Error>(())
    });
    written.await.unwrap();
}

/// Lets time pass, and each node look into its queue every minute of it.
async fn wait(nodes: &[&App], minutes: i64) {
    for _ in 0..minutes {
        for node in nodes {
            let next = node.clock.now() + SignedDuration::from_mins(1);
            node.clock.set(next);
            send_waiting((*node).clone()).await.unwrap();
        }
    }
}

async fn only_letter(app: &App) -> Waiting {
    app.db.read(|tx| latest(tx, 1)).await.unwrap().remove(0)
}

fn message_ids(letters: &[String]) -> std::collections::BTreeSet<String> {
    let id =
        |letter: &String| letter.lines().find(|line| line.starts_with("Message-ID")).map(str::to_owned);
    letters.iter().filter_map(id).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_is_taken_once_with_text_html_and_what_it_brings() {
    for database in databases(crate::SLICE.migrations).await {
        let server = MailServer::that(&[]).await;
        let node = node(&database, server.mailer());
        write_letters(&node, 1).await;
        wait(&[&node], 10).await;
        let taken = server.taken();
        assert_eq!(taken.len(), 1);
        for part in
            ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "commande.csv"]
        {
            assert!(taken[0].contains(part), "{part} in {}", taken[0]);
        }
        let letter = only_letter(&node).await;
        assert!(letter.sent_at.is_some() && letter.body.is_empty(), "the link in it is forgotten");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_busy_is_asked_again() {
    for database in databases(crate::SLICE.migrations).await {
        let server = MailServer::that(&[Does::Says(450), Does::Says(451), Does::LetsNobodyIn]).await;
        let node = node(&database, server.mailer());
        write_letters(&node, 1).await;
        wait(&[&node], 3).await;
        let letter = only_letter(&node).await;
        assert!(letter.sent_at.is_none() && letter.given_up_at.is_none());
        wait(&[&node], 20).await;
        assert_eq!((server.taken().len(), server.conversations()), (1, 4));
        assert!(only_letter(&node).await.sent_at.is_some());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_for_good_is_not_tried_again_until_somebody_says_so() {
    for database in databases(crate::SLICE.migrations).await {
        let server = MailServer::that(&[Does::Says(550)]).await;
        let node = node(&database, server.mailer());
        write_letters(&node, 1).await;
        wait(&[&node], 60).await;
        assert_eq!((server.taken().len(), server.conversations()), (0, 1));
        let letter = only_letter(&node).await;
        assert!(letter.given_up_at.is_some() && !letter.in_doubt);
        assert!(letter.problem.unwrap().contains("550"));
        let (id, now) = (letter.id, node.clock.now());
        node.db.write(move |tx| try_again(tx, id, now)).await.unwrap();
        wait(&[&node], 1).await;
        assert_eq!(server.taken().len(), 1);
        let again = node.db.write(move |tx| try_again(tx, id, now)).await;
        assert!(matches!(again, Err(Stop::NotFound)), "what was sent is not sent again");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_to_no_address_is_refused_here() {
    for database in databases(crate::SLICE.migrations).await {
        let server = MailServer::that(&[]).await;
        let node = node(&database, server.mailer());
        write_letters_to(&node, 1, "").await;
        wait(&[&node], 3).await;
        assert!(only_letter(&node).await.given_up_at.is_some());
        assert_eq!(server.conversations(), 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_whose_fate_nobody_knows_goes_out_thrice_at_most_under_one_name() {
    for does in [Does::TakesItAndHangsUp, Does::TakesItAndBreaks] {
        for database in databases(crate::SLICE.migrations).await {
            let server = MailServer::that(&[does; 20]).await;
            let node = node(&database, server.mailer());
            write_letters(&node, 1).await;
            wait(&[&node], 400).await;
            let taken = server.taken();
            assert_eq!((taken.len(), message_ids(&taken).len()), (3, 1), "{does:?}");
            let letter = only_letter(&node).await;
            assert!(letter.given_up_at.is_some() && letter.in_doubt, "{:?}", letter.problem);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_falls_asleep_over_a_letter_is_left() {
    let database = store::testing::sqlite(crate::SLICE.migrations).await;
    let server = MailServer::that(&[Does::TakesItAndSleeps]).await;
    let impatient = server.mailer_with(Duration::from_millis(300));
    let node = node(&database, impatient);
    write_letters(&node, 1).await;
    wait(&[&node], 1).await;
    let letter = only_letter(&node).await;
    assert!(letter.sent_at.is_none() && letter.problem.is_some());
    wait(&[&node], 5).await;
    let taken = server.taken();
    assert_eq!((taken.len(), message_ids(&taken).len()), (2, 1), "once more, under the same name");
}

/// The program stops after the server took the letter and before that was noted, each time.
#[tokio::test(flavor = "multi_thread")]
async fn a_program_that_stops_over_a_letter_does_not_send_it_for_ever() {
    for database in databases(crate::SLICE.migrations).await {
        let server = MailServer::that(&[]).await;
        let node = node(&database, server.mailer());
        write_letters(&node, 1).await;
        let mailer = server.mailer();
        for _ in 0..10 {
            let now = node.clock.now();
            for id in node.db.read(move |tx| due(tx, now)).await.unwrap() {
                let Some(taken) = node.db.write(move |tx| take(tx, id, now)).await.unwrap() else {
                    continue;
                };
                let message = letter::message(id, taken.written_at, &mailer.from, taken.letter).unwrap();
                assert_eq!(mailer.hand_over(message).await, Handed::Over);
            }
            node.clock.set(now + IN_HAND);
        }
        let taken = server.taken();
        assert_eq!((taken.len(), message_ids(&taken).len()), (3, 1));
        assert!(only_letter(&node).await.given_up_at.is_some());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_nodes_send_each_letter_once() {
    for database in databases(crate::SLICE.migrations).await {
        let server = MailServer::that(&[]).await;
        let (one, other) = (node(&database, server.mailer()), node(&database, server.mailer()));
        write_letters(&one, 20).await;
        let (first, second) =
            tokio::join!(tokio::spawn(send_waiting(one)), tokio::spawn(send_waiting(other)));
        first.unwrap().unwrap();
        second.unwrap().unwrap();
        let taken = server.taken();
        assert_eq!((taken.len(), message_ids(&taken).len()), (20, 20));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_away_for_days_is_waited_for() {
    let database = store::testing::sqlite(crate::SLICE.migrations).await;
    let server = MailServer::that(&[Does::Says(421); 26]).await;
    let node = node(&database, server.mailer());
    write_letters(&node, 1).await;
    // Four days and a little more, looked at every hour.
    for _ in 0..100 {
        node.clock.set(node.clock.now() + SignedDuration::from_hours(1));
        send_waiting(node.clone()).await.unwrap();
    }
    assert_eq!(server.taken().len(), 1);
}
