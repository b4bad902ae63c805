//! The way in and out of every request: headers, origin, size, the visit, the page of a stop.

use axum::Router;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::header::{CONTENT_TYPE, STRICT_TRANSPORT_SECURITY};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tracing::Instrument as _;
use uuid::Uuid;

use crate::api;
use crate::app::App;
use crate::assets;
use crate::clock::monotonic;
use crate::form::LARGEST_UPLOAD;
use crate::outcome::Stop;
use crate::slice::Routes;
use crate::times::NO_ROAD;
use crate::visit::Visit;

/// What every answer says to the browser: nothing from elsewhere, in nobody's frame, no guessing.
const HEADERS: [(&str, &str); 5] = [
    (
        "content-security-policy",
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; \
         form-action 'self'; frame-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("permissions-policy", "geolocation=(), microphone=(), payment=()"),
];

/// Where people come over HTTPS, their browsers come no other way for two years.
///
/// # Source
/// RFC 6797, section 6.1.
const HTTPS_ONLY: &str = "max-age=63072000; includeSubDomains";

/// The product's roads with what holds for all of them.
pub fn router(app: App, routes: Routes) -> Router {
    routes
        .into_router()
        .merge(assets::router())
        .fallback(|| async { Stop::NotFound })
        .layer(DefaultBodyLimit::max(LARGEST_UPLOAD + (1 << 20)))
        .layer(from_fn_with_state(app.clone(), receive))
        .layer(CsrfLayer::new())
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(app.clone(), send))
        .with_state(app)
}

/// Makes the visit, and the page of a stop where the road ends in one.
async fn receive(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let visit = match Visit::of(&app, &parts).await {
        Ok(visit) => visit,
        Err(stop) => {
            tracing::error!("{stop:?}");
            return stop.into_response();
        }
    };
    parts.extensions.insert(visit.clone());
    let may = if assets::is_one(&visit.path) { Ok(()) } else { app.pace.take(&visit, app.clock.now()) };
    let mut response = match may {
        Ok(()) => next.run(Request::from_parts(parts, body)).await,
        Err(stop) => stop.into_response(),
    };
    let stop = response.extensions_mut().remove::<Stop>();
    match stop {
        Some(stop) if api::is_for_programs(&visit.path) => api::problem(&stop, &visit),
        Some(stop) => stop.page(&visit),
        None if api::is_for_programs(&visit.path) && is_bare_error(&response) => {
            api::problem_of_status(response.status(), &visit)
        }
        None => response,
    }
}

/// Whether the router itself refused: such an answer says nothing yet.
fn is_bare_error(response: &Response) -> bool {
    let status = response.status();
    let is_error = status.is_client_error() || status.is_server_error();
    let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    is_error && !kind.is_some_and(|kind| kind.starts_with("application/problem+json"))
}

/// Numbers the request, so that what the log says of it can be found; times it, and counts it.
async fn send(State(app): State<App>, request: Request, next: Next) -> Response {
    let started = monotonic();
    let id = app.ids.next::<Uuid>().simple().to_string();
    let method = request.method().clone();
    let road = request.extensions().get::<MatchedPath>().map_or(NO_ROAD, MatchedPath::as_str).to_owned();
    let span = tracing::info_span!("request", %id, %method, road);
    let mut response = next.run(request).instrument(span.clone()).await;
    let spent = monotonic().saturating_sub(started);
    let status = response.status();
    span.in_scope(|| tracing::debug!(status = status.as_u16(), ms = spent.as_millis(), "answered"));
    app.measures.times.note(method.as_str(), &road, status.as_u16(), spent);
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.entry(HeaderName::from_static(name)).or_insert(HeaderValue::from_static(value));
    }
    if app.settings.is_https() {
        headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(HTTPS_ONLY));
    }
    let timing = format!("app;dur={}.{:03}", spent.as_micros() / 1000, spent.as_micros() % 1000);
    for (name, value) in [("server-timing", timing), ("x-request-id", id)] {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(name, value);
        }
    }
    response
}
