//! What an operation gives: something seen, something written, a file.

use axum::body::Body;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::Response;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;

use super::Operation;
use crate::outcome::Outcome;
use crate::page::download;

/// The answer of an operation.
pub trait Gives: Send + 'static {
    fn answer(self, operation: &Operation) -> Outcome<Response>;

    /// Of its JSON; none for a file.
    fn schema(generator: &mut SchemaGenerator) -> Option<Schema>;
}

/// What a reading operation shows.
pub struct Seen<R>(pub R);

/// What a writing operation answers, now and whenever the same request comes again.
pub struct Written<R> {
    json: String,
    /// Where it was done now, and not before.
    answer: Option<R>,
}

/// A file to keep.
pub struct File {
    pub media_type: &'static str,
    pub name: String,
    pub bytes: Vec<u8>,
}

impl<R> Written<R> {
    pub(super) fn new(json: String, answer: Option<R>) -> Self {
        Self { json, answer }
    }

    /// What was done, where it was done now and not before.
    pub fn done_now(&self) -> Option<&R> {
        self.answer.as_ref()
    }
}

impl<R: Serialize> Written<R> {
    /// Adds what is told once, where it was done now, and not kept to be told again: a secret of which the
    /// database has a digest.
    pub fn telling(mut self, tell: impl FnOnce(&mut R)) -> Outcome<Self> {
        if let Some(answer) = &mut self.answer {
            tell(answer);
            self.json = serde_json::to_string(answer).map_err(anyhow::Error::from)?;
        }
        Ok(self)
    }
}

fn json(operation: &Operation, text: String) -> Response {
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = operation.status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

impl<R: Serialize + JsonSchema + Send + 'static> Gives for Seen<R> {
    fn answer(self, operation: &Operation) -> Outcome<Response> {
        Ok(json(operation, serde_json::to_string(&self.0).map_err(anyhow::Error::from)?))
    }

    fn schema(generator: &mut SchemaGenerator) -> Option<Schema> {
        Some(generator.subschema_for::<R>())
    }
}

impl<R: JsonSchema + Send + 'static> Gives for Written<R> {
    fn answer(self, operation: &Operation) -> Outcome<Response> {
        let mut response = json(operation, self.json);
        if self.answer.is_none() {
            response.headers_mut().insert("idempotency-replayed", HeaderValue::from_static("true"));
        }
        Ok(response)
    }

    fn schema(generator: &mut SchemaGenerator) -> Option<Schema> {
        Some(generator.subschema_for::<R>())
    }
}

impl Gives for File {
    fn answer(self, _: &Operation) -> Outcome<Response> {
        Ok(download(self.media_type, &self.name, self.bytes))
    }

    fn schema(_: &mut SchemaGenerator) -> Option<Schema> {
        None
    }
}
