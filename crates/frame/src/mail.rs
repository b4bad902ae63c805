//! Letters: written in the act that causes them, sent afterwards, tried again, never sent twice by us.

use jiff::{SignedDuration, Timestamp};
use lettre::message::header::ContentType;
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::AsyncSmtpTransport;
use lettre::{AsyncTransport, Message, Tokio1Executor};
use store::{Tx, params};
use uuid::Uuid;

use crate::app::App;
use crate::clock::Ids;
use crate::outcome::Outcome;

/// A letter to one address.
pub struct Letter {
    pub to: String,
    pub subject: String,
    pub body: String,
    pub files: Vec<LetterFile>,
    /// Whether the body holds a link that lets its holder in: it is forgotten once sent.
    pub secret: bool,
}

pub struct LetterFile {
    pub name: String,
    pub media_type: String,
    pub bytes: Vec<u8>,
}

/// A letter in the queue.
pub struct Waiting {
    pub id: Uuid,
    pub written_at: Timestamp,
    pub to: String,
    pub subject: String,
    pub body: String,
    pub sent_at: Option<Timestamp>,
    pub problem: Option<String>,
}

/// What a letter brought is kept for this long after it was sent.
const FILES_KEPT: SignedDuration = SignedDuration::from_hours(24 * 30);

/// After this many tries a person has to look.
const TRIES: i64 = 8;

/// How many letters wait for a mail server.
pub fn count_waiting(tx: &Tx<'_>) -> store::Result<i64> {
    tx.number("SELECT COUNT(*) FROM letter WHERE sent_at IS NULL", &[])
}

/// Puts a letter into the queue, in the same transaction as its cause.
pub fn write(tx: &Tx<'_>, ids: &Ids, at: Timestamp, letter: &Letter) -> store::Result<()> {
    let id: Uuid = ids.next();
    tx.execute(
        "INSERT INTO letter (id, written_at, recipient, subject, body, secret, tries, next_try_at, sent_at, problem)
         VALUES ($1, $2, $3, $4, $5, $6, 0, $2, NULL, NULL)",
        params![id, at, &letter.to, &letter.subject, &letter.body, letter.secret],
    )?;
    for (number, file) in letter.files.iter().enumerate() {
        tx.execute(
            "INSERT INTO letter_file (letter_id, number, name, media_type, bytes)
             VALUES ($1, $2, $3, $4, $5)",
            params![id, number as i64, &file.name, &file.media_type, &file.bytes],
        )?;
    }
    Ok(())
}

/// The latest letters, newest first.
pub fn latest(tx: &Tx<'_>, most: i64) -> store::Result<Vec<Waiting>> {
    tx.rows(
        "SELECT id, written_at, recipient, subject, body, sent_at, problem FROM letter
         ORDER BY written_at DESC, id DESC LIMIT $1",
        params![most],
        |row| {
            Ok(Waiting {
                id: row.get(0)?,
                written_at: row.get(1)?,
                to: row.get(2)?,
                subject: row.get(3)?,
                body: row.get(4)?,
                sent_at: row.get(5)?,
                problem: row.get(6)?,
            })
        },
    )
}

/// A mail server and the address that letters come from.
#[derive(Clone)]
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Mailer {
    /// `url` is `smtps://user:password@host`, `smtp://host:25?tls=required` or alike; `from` an address
    /// with or without a name.
    pub fn new(url: &str, from: &str) -> anyhow::Result<Self> {
        use anyhow::Context as _;
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .context("the address of the mail server")?
            .timeout(Some(std::time::Duration::from_secs(20)))
            .build();
        let from = from.parse().context("the address that letters come from")?;
        Ok(Self { transport, from })
    }

    /// Whether the mail server can be reached, and lets us in.
    pub async fn answers(&self) -> anyhow::Result<()> {
        anyhow::ensure!(self.transport.test_connection().await?, "it does not answer");
        Ok(())
    }

    async fn send(
        &self,
        to: &str,
        subject: &str,
        body: &str,
        files: Vec<LetterFile>,
    ) -> anyhow::Result<()> {
        let text = SinglePart::plain(body.to_owned());
        let mut parts = MultiPart::mixed().singlepart(text);
        for file in files {
            let kind = ContentType::parse(&file.media_type)?;
            parts = parts.singlepart(Attachment::new(file.name).body(file.bytes, kind));
        }
        let message = Message::builder()
            .from(self.from.clone())
            .to(to.parse()?)
            .subject(subject)
            .multipart(parts)?;
        self.transport.send(message).await?;
        Ok(())
    }
}

/// Sends what waits. Without a mail server nothing is sent: the administrator sees the letters.
pub async fn send_waiting(app: App) -> Outcome<()> {
    let Some(mailer) = app.mailer.clone() else { return Ok(()) };
    let now = app.clock.now();
    let due = app.db.read(move |tx| due(tx, now)).await?;
    for id in due {
        let claimed = app.db.write(move |tx| claim(tx, id, now)).await?;
        let Some((to, subject, body, files)) = claimed else { continue };
        let outcome = mailer.send(&to, &subject, &body, files).await;
        let problem = outcome.err().map(|error| format!("{error:#}"));
        if let Some(problem) = &problem {
            tracing::warn!(letter = %id, problem, "a letter was not sent");
        }
        let at = app.clock.now();
        app.db.write(move |tx| settle(tx, id, at, problem.as_deref())).await?;
    }
    Ok(())
}

/// Forgets the files of letters sent long ago; whoever wants one makes it again from what it shows.
pub async fn forget_files(app: App) -> Outcome<()> {
    let before = app.clock.now() - FILES_KEPT;
    Ok(app.db.write(move |tx| forget_files_sent_before(tx, before)).await?)
}

fn forget_files_sent_before(tx: &Tx<'_>, before: Timestamp) -> store::Result<()> {
    tx.execute(
        "DELETE FROM letter_file WHERE letter_id IN (SELECT id FROM letter WHERE sent_at < $1)",
        params![before],
    )?;
    Ok(())
}

fn due(tx: &Tx<'_>, now: Timestamp) -> store::Result<Vec<Uuid>> {
    tx.rows(
        "SELECT id FROM letter WHERE sent_at IS NULL AND next_try_at <= $1 AND tries < $2
         ORDER BY next_try_at LIMIT 50",
        params![now, TRIES],
        |row| row.get(0),
    )
}

type Claimed = (String, String, String, Vec<LetterFile>);

/// Takes the letter for this try: a second node finds it taken, and a crash leaves it for later.
fn claim(tx: &Tx<'_>, id: Uuid, now: Timestamp) -> store::Result<Option<Claimed>> {
    let tries = tx.number("SELECT tries FROM letter WHERE id = $1", params![id])?;
    let later = now + SignedDuration::from_mins(1 << tries.clamp(0, 10));
    let taken = tx.execute(
        "UPDATE letter SET tries = tries + 1, next_try_at = $3
         WHERE id = $1 AND sent_at IS NULL AND next_try_at <= $2",
        params![id, now, later],
    )?;
    if taken == 0 {
        return Ok(None);
    }
    let files = tx.rows(
        "SELECT name, media_type, bytes FROM letter_file WHERE letter_id = $1 ORDER BY number",
        params![id],
        |row| Ok(LetterFile { name: row.get(0)?, media_type: row.get(1)?, bytes: row.get(2)? }),
    )?;
    let letter =
        tx.row("SELECT recipient, subject, body FROM letter WHERE id = $1", params![id], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?;
    Ok(letter.map(|(to, subject, body)| (to, subject, body, files)))
}

fn settle(tx: &Tx<'_>, id: Uuid, at: Timestamp, problem: Option<&str>) -> store::Result<()> {
    let sent_at = problem.is_none().then_some(at);
    tx.execute(
        "UPDATE letter SET sent_at = $2, problem = $3,
             body = CASE WHEN secret AND $4 THEN '' ELSE body END
         WHERE id = $1",
        params![id, sent_at, problem, problem.is_none()],
    )?;
    Ok(())
}
