//! The way in and out of every request: headers, origin, size, the visit, the page of a stop.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;

use crate::app::App;
use crate::assets;
use crate::clock::monotonic;
use crate::form::LARGEST_UPLOAD;
use crate::outcome::Stop;
use crate::slice::Routes;
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
    let mut response = next.run(Request::from_parts(parts, body)).await;
    match response.extensions_mut().remove::<Stop>() {
        Some(stop) => stop.page(&visit),
        None => response,
    }
}

async fn send(State(_): State<App>, request: Request, next: Next) -> Response {
    let started = monotonic();
    let mut response = next.run(request).await;
    let spent = monotonic().saturating_sub(started);
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.entry(HeaderName::from_static(name)).or_insert(HeaderValue::from_static(value));
    }
    let timing = format!("app;dur={}.{:03}", spent.as_micros() / 1000, spent.as_micros() % 1000);
    if let Ok(value) = HeaderValue::from_str(&timing) {
        headers.insert("server-timing", value);
    }
    response
}
