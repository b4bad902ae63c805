//! The style sheet, the scripts and the braid, embedded; their address changes when they do.

use std::sync::LazyLock;

use axum::Router;
use axum::body::Body;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{Redirect, Response};
use axum::routing::get;
use sha2::{Digest, Sha256};

use crate::app::App;

const STYLE: &str = include_str!("../assets/style.css");
const SCRIPT: &str = include_str!("../assets/live.js");
const KEYS: &str = include_str!("../assets/keys.js");
const BRAID: &str = include_str!("../assets/braid.svg");

static STYLE_PATH: LazyLock<String> = LazyLock::new(|| versioned("style", STYLE, "css"));
static SCRIPT_PATH: LazyLock<String> = LazyLock::new(|| versioned("live", SCRIPT, "js"));
static KEYS_PATH: LazyLock<String> = LazyLock::new(|| versioned("keys", KEYS, "js"));
static BRAID_PATH: LazyLock<String> = LazyLock::new(|| versioned("braid", BRAID, "svg"));

pub(crate) fn style_path() -> &'static str {
    &STYLE_PATH
}

pub(crate) fn script_path() -> &'static str {
    &SCRIPT_PATH
}

/// The address of the script by which browsers do passkeys, for the pages that offer them.
pub fn key_script() -> &'static str {
    &KEYS_PATH
}

pub(crate) fn braid_path() -> &'static str {
    &BRAID_PATH
}

fn versioned(name: &str, content: &str, ending: &str) -> String {
    let hash = Sha256::digest(content.as_bytes());
    let version = hash.iter().take(6).fold(0_u64, |version, &byte| version << 8 | u64::from(byte));
    format!("/assets/{name}.{version:012x}.{ending}")
}

/// Whether an address is one of theirs: they cost nothing, and are not counted.
pub(crate) fn is_one(path: &str) -> bool {
    path.starts_with("/assets/")
}

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route(style_path(), get(|| async { asset("text/css; charset=utf-8", STYLE) }))
        .route(script_path(), get(|| async { asset("text/javascript; charset=utf-8", SCRIPT) }))
        .route(key_script(), get(|| async { asset("text/javascript; charset=utf-8", KEYS) }))
        .route(braid_path(), get(|| async { asset("image/svg+xml", BRAID) }))
        .route("/favicon.ico", get(|| async { Redirect::temporary(braid_path()) }))
}

fn asset(media_type: &'static str, content: &'static str) -> Response {
    let mut response = Response::new(Body::from(content));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    response
}
