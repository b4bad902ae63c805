//! Requests that come again: each writes once, and is answered the same.
//!
//! # Source
//! The `Idempotency-Key` header as in draft-ietf-httpapi-idempotency-key-header.

use axum::http::StatusCode;
use axum::http::request::Parts;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use store::{Planted, Tx, params, planted};
use units::Language;
use uuid::Uuid;

use crate::app::App;
use crate::outcome::{Outcome, Say, Stop};
use crate::visit::Visit;
use crate::words::words;

pub(super) const HEADER: &str = "idempotency-key";
pub(super) const LONGEST: usize = 128;

/// An answer is known again for this long.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 7);

/// What a request is known by when it comes again.
#[derive(Debug, Clone)]
pub(crate) struct Key {
    token: Uuid,
    text: String,
    /// Of the whole request: another one under the same key is a mistake.
    digest: String,
}

/// What is wrong with a key.
enum BadKey {
    /// None, or none that can be one.
    Missing,
    /// It was used for another request.
    Reused,
}

impl Say for BadKey {
    fn say(&self, language: Language) -> String {
        match self {
            Self::Missing => words(language).api_key_missing(LONGEST as i64),
            Self::Reused => words(language).api_key_reused(),
        }
    }

    fn status(&self) -> Option<StatusCode> {
        Some(match self {
            Self::Missing => StatusCode::BAD_REQUEST,
            Self::Reused => StatusCode::UNPROCESSABLE_ENTITY,
        })
    }
}

impl Key {
    /// # Errors
    /// A refusal where there is no key, or none of 1 to 128 visible ASCII characters.
    pub fn of(visit: &Visit, parts: &Parts, body: &[u8]) -> Outcome<Self> {
        let token = visit.bearer.as_ref().ok_or(Stop::SignIn)?.token;
        let sent = parts.headers.get(HEADER).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let fits =
            (1..=LONGEST).contains(&sent.len()) && sent.bytes().all(|byte| byte.is_ascii_graphic());
        if !fits {
            return Err(BadKey::Missing.into());
        }
        let mut hash = Sha256::new();
        hash.update(parts.method.as_str());
        hash.update([0]);
        hash.update(parts.uri.path_and_query().map_or("", |path| path.as_str()));
        hash.update([0]);
        hash.update(body);
        Ok(Self { token, text: sent.to_owned(), digest: hex(&hash.finalize()) })
    }
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Begins an answer that was a refusal; any other is JSON.
const REFUSED: char = '!';

/// What was said before, in the language of then.
struct RefusedBefore(String);

impl Say for RefusedBefore {
    fn say(&self, _: Language) -> String {
        self.0.clone()
    }
}

/// Takes the key for this request; what was answered under it, where it was taken before.
pub(super) fn claim(tx: &Tx<'_>, key: &Key, now: Timestamp) -> Outcome<Option<Outcome<String>>> {
    if planted(Planted::KeyForgotten) {
        return Ok(None);
    }
    // Inserted first: of two at the same moment one waits for the other, or is run again after it.
    let taken = tx.execute(
        "INSERT INTO api_request (token_id, request_key, at, digest, answer) VALUES ($1, $2, $3, $4, '')
         ON CONFLICT DO NOTHING",
        params![key.token, &key.text, now, &key.digest],
    )?;
    if taken == 1 {
        return Ok(None);
    }
    answered(tx, key)?.ok_or_else(|| store::Error::Conflict.into()).map(Some)
}

/// What was answered under a key, where it was taken; nothing is written.
pub(super) fn answered(tx: &Tx<'_>, key: &Key) -> Outcome<Option<Outcome<String>>> {
    let before: Option<(String, String)> = tx.row(
        "SELECT digest, answer FROM api_request WHERE token_id = $1 AND request_key = $2",
        params![key.token, &key.text],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    match before {
        Some((digest, answer)) if digest == key.digest => Ok(Some(match answer.strip_prefix(REFUSED) {
            Some(sentence) => Err(RefusedBefore(sentence.to_owned()).into()),
            None => Ok(answer),
        })),
        Some(_) => Err(BadKey::Reused.into()),
        None => Ok(None),
    }
}

pub(super) fn answer(tx: &Tx<'_>, key: &Key, answer: &str) -> store::Result<()> {
    tx.execute(
        "UPDATE api_request SET answer = $3 WHERE token_id = $1 AND request_key = $2",
        params![key.token, &key.text, answer],
    )?;
    Ok(())
}

/// Keeps that this request was refused, and what was said.
pub(super) fn refuse(tx: &Tx<'_>, key: &Key, sentence: &str) -> store::Result<()> {
    answer(tx, key, &format!("{REFUSED}{sentence}"))
}

/// Forgets requests that nobody sends again.
pub async fn forget_old(app: App) -> Outcome<()> {
    let before = app.clock.now() - KEPT;
    app.db.write(move |tx| tx.execute("DELETE FROM api_request WHERE at < $1", params![before])).await?;
    Ok(())
}
