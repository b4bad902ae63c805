//! What one operation is, and how a request becomes a call of it.

use std::future::Future;

use axum::body::Bytes;
use axum::extract::Request;
use axum::http::header::CONTENT_TYPE;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use units::{Code, Language};

use super::asks::{Asks, Kind};
use super::repeat::Key;
use super::{Call, Gives};
use crate::form::LARGEST_UPLOAD;
use crate::outcome::{Outcome, Say, Stop};
use crate::slice::Gate;
use crate::visit::Visit;
use crate::words::words;

units::codes! {
    /// What a token is good for: a subject, to read or to write. Never more than its holder may do.
    pub enum Scope {
        CatalogueRead = "catalogue:read",
        CatalogueWrite = "catalogue:write",
        CyclesRead = "cycles:read",
        CyclesWrite = "cycles:write",
        OrdersRead = "orders:read",
        OrdersWrite = "orders:write",
        ReceptionsRead = "receptions:read",
        ReceptionsWrite = "receptions:write",
        DocumentsRead = "documents:read",
        DocumentsWrite = "documents:write",
        PaymentsRead = "payments:read",
        PaymentsWrite = "payments:write",
        ShipmentsRead = "shipments:read",
        ShipmentsWrite = "shipments:write",
        RoundsRead = "rounds:read",
        RoundsWrite = "rounds:write",
    }
}

impl Scope {
    /// What it is about: `orders`.
    pub fn subject(self) -> &'static str {
        self.code().split(':').next().unwrap_or_default()
    }
}

/// One operation of the API: its road, whom it lets in, and what the document says of it.
#[derive(Clone, Copy)]
pub struct Operation {
    pub method: &'static str,
    pub path: &'static str,
    pub gate: Gate,
    /// None: for every token.
    pub scope: Option<Scope>,
    /// A name for client programs: `listCycles`.
    pub id: &'static str,
    /// One sentence.
    pub summary: &'static str,
    pub(crate) status: StatusCode,
    pub(crate) takes: &'static str,
    pub(crate) gives: &'static str,
}

impl Operation {
    const fn new(
        method: &'static str,
        path: &'static str,
        id: &'static str,
        summary: &'static str,
    ) -> Self {
        Self {
            method,
            path,
            gate: Gate::SignedIn,
            scope: None,
            id,
            summary,
            status: StatusCode::OK,
            takes: "application/json",
            gives: "application/json",
        }
    }

    pub const fn get(path: &'static str, id: &'static str, summary: &'static str) -> Self {
        Self::new("GET", path, id, summary)
    }

    pub const fn post(path: &'static str, id: &'static str, summary: &'static str) -> Self {
        Self::new("POST", path, id, summary)
    }

    pub const fn put(path: &'static str, id: &'static str, summary: &'static str) -> Self {
        Self::new("PUT", path, id, summary)
    }

    pub const fn patch(path: &'static str, id: &'static str, summary: &'static str) -> Self {
        Self::new("PATCH", path, id, summary)
    }

    pub const fn for_(self, gate: Gate, scope: Scope) -> Self {
        Self { gate, scope: Some(scope), ..self }
    }

    /// It makes something: 201.
    pub const fn creates(self) -> Self {
        Self { status: StatusCode::CREATED, ..self }
    }

    /// It starts work that goes on after the answer: 202.
    pub const fn starts(self) -> Self {
        Self { status: StatusCode::ACCEPTED, ..self }
    }

    /// It gives a file of this kind.
    pub const fn file(self, media: &'static str) -> Self {
        Self { gives: media, ..self }
    }

    /// It takes a file of this kind.
    pub const fn takes(self, media: &'static str) -> Self {
        Self { takes: media, ..self }
    }

    pub fn writes(&self) -> bool {
        self.method != "GET"
    }

    pub(crate) fn method(&self) -> Method {
        Method::from_bytes(self.method.as_bytes()).unwrap_or(Method::GET)
    }
}

/// A token that is not good for this.
pub(crate) struct LacksScope(pub Scope);

impl Say for LacksScope {
    fn say(&self, language: Language) -> String {
        words(language).api_lacks_scope(self.0.code())
    }

    fn is_try(&self) -> bool {
        true
    }

    fn status(&self) -> Option<StatusCode> {
        Some(StatusCode::FORBIDDEN)
    }
}

/// What is wrong with the request itself.
pub(super) enum Unreadable {
    NotJson,
    TooLarge,
}

impl Say for Unreadable {
    fn say(&self, language: Language) -> String {
        match self {
            Self::NotJson => words(language).api_not_json(),
            Self::TooLarge => words(language).api_too_large(),
        }
    }

    fn status(&self) -> Option<StatusCode> {
        Some(match self {
            Self::NotJson => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        })
    }
}

/// Where no body is asked for, a client may send an empty object all the same.
const LARGEST_IDLE: usize = 1 << 10;
/// No order of ours is longer; 5,000 lines take 500 kB.
const LARGEST_JSON: usize = 4 << 20;

/// Reads a request as a call, and answers what the handler gives.
pub(crate) async fn handle<P, A, R, F>(
    operation: Operation,
    visit: Visit,
    at: P,
    request: Request,
    handler: impl Fn(Call<P, A>) -> F,
) -> Outcome<Response>
where
    A: Asks,
    R: Gives,
    F: Future<Output = Outcome<R>>,
{
    let (parts, body) = request.into_parts();
    let largest = match A::KIND {
        Kind::Raw => LARGEST_UPLOAD,
        Kind::Json => LARGEST_JSON,
        Kind::Query | Kind::Nothing => LARGEST_IDLE,
    };
    if A::KIND == Kind::Json && !is_json(&parts) {
        return Err(Unreadable::NotJson.into());
    }
    let body: Bytes =
        axum::body::to_bytes(body, largest).await.map_err(|_| Stop::from(Unreadable::TooLarge))?;
    let key = if operation.writes() { Some(Key::of(&visit, &parts, &body)?) } else { None };
    let asked = A::read(&parts.uri, &body)?;
    handler(Call { visit, at, asked, key }).await?.answer(&operation)
}

fn is_json(parts: &axum::http::request::Parts) -> bool {
    parts.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).is_some_and(|kind| {
        kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
    })
}
