//! What went wrong, as programs read it, in the caller's language.
//!
//! # Source
//! RFC 9457, Problem Details for HTTP APIs.

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue, WWW_AUTHENTICATE};
use axum::response::Response;
use serde::Serialize;

use super::asks::Misread;
use crate::outcome::Stop;
use crate::visit::Visit;
use crate::words::words;

#[derive(Serialize)]
struct Problem {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    detail: String,
    instance: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldProblem>,
}

/// What is wrong with one field.
#[derive(Serialize)]
struct FieldProblem {
    /// A JSON Pointer into the body, or the field's name.
    pointer: String,
    detail: String,
}

/// Whether an address is the API's, so that what goes wrong there is told to a program.
pub(crate) fn is_for_programs(path: &str) -> bool {
    path.starts_with("/api/")
}

/// The problem that a stop is.
pub(crate) fn problem(stop: &Stop, visit: &Visit) -> Response {
    stop.log(visit);
    let t = words(visit.language);
    let (detail, errors) = match stop {
        Stop::Refused(refusal) => {
            let said = refusal.say(visit.language);
            let pointer = match refusal.of::<Misread>() {
                Some(misread) => Some(misread.pointer.clone()),
                None => refusal.field().map(|field| format!("/{field}")),
            };
            let of_field = pointer.map(|pointer| FieldProblem { pointer, detail: said.clone() });
            let of_parts = refusal
                .details()
                .iter()
                .map(|detail| FieldProblem { pointer: String::new(), detail: detail.clone() });
            let errors = of_field.into_iter().chain(of_parts).collect();
            (said, errors)
        }
        Stop::SignIn => (t.api_sign_in(), Vec::new()),
        Stop::NotFound => (t.api_not_found(), Vec::new()),
        Stop::NotAllowed => (t.api_not_allowed(), Vec::new()),
        Stop::SignInAgain(_) | Stop::Fault(_) => (stop.say(visit.language), Vec::new()),
    };
    let mut response = written(status(stop), detail, &visit.path, errors);
    stop.say_when(&mut response);
    response
}

/// A refusal about a field is of the request; any other is of how things stand.
fn status(stop: &Stop) -> StatusCode {
    match stop {
        Stop::Refused(refusal) => refusal.status().unwrap_or(match refusal.field() {
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
            None => StatusCode::CONFLICT,
        }),
        _ => stop.status(),
    }
}

/// The problem of an answer that axum made: a method that a road does not take, a body too long.
pub(crate) fn problem_of_status(status: StatusCode, visit: &Visit) -> Response {
    let t = words(visit.language);
    let detail = match status {
        StatusCode::METHOD_NOT_ALLOWED => t.api_method_not_allowed(),
        StatusCode::PAYLOAD_TOO_LARGE => t.api_too_large(),
        _ => t.api_unreadable(),
    };
    written(status, detail, &visit.path, Vec::new())
}

fn written(status: StatusCode, detail: String, path: &str, errors: Vec<FieldProblem>) -> Response {
    let problem = Problem {
        r#type: "about:blank",
        title: status.canonical_reason().unwrap_or("Error"),
        status: status.as_u16(),
        detail,
        instance: path.to_owned(),
        errors,
    };
    let text = serde_json::to_string(&problem).unwrap_or_default();
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if status == StatusCode::UNAUTHORIZED {
        headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}
