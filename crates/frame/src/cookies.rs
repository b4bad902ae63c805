//! The cookies that we set: no script reads them, no other site's form sends them, and over HTTPS they are
//! bound to this very host.

use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;

use crate::app::Settings;

pub const SESSION: &str = "tresse_session";
pub const LANGUAGE: &str = "tresse_language";
/// By which a person’s device is known again; it lets nobody in.
pub const DEVICE: &str = "tresse_device";
pub(crate) const NOTICE: &str = "tresse_notice";

/// Over HTTPS a browser takes a cookie of this prefix only when it is `Secure`, for the whole host, and for no
/// other: a neighbour under the same domain cannot plant one.
///
/// # Source
/// RFC 6265bis, section 4.1.3.2.
const BOUND: &str = "__Host-";

/// The value of a cookie that came with a request.
pub fn read(headers: &HeaderMap, settings: &Settings, name: &str) -> Option<String> {
    let prefix = if settings.is_https() { BOUND } else { "" };
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(prefix)?.strip_prefix(name)?.strip_prefix('='))
        .map(str::to_owned)
}

/// Adds a cookie to an answer, kept for this many seconds.
pub fn set(response: &mut Response, settings: &Settings, name: &str, value: &str, seconds: i64) {
    let (prefix, secure) = if settings.is_https() { (BOUND, "; Secure") } else { ("", "") };
    let cookie =
        format!("{prefix}{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
}

pub fn forget(response: &mut Response, settings: &Settings, name: &str) {
    set(response, settings, name, "", 0);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(address: &str) -> Settings {
        Settings { address: address.to_owned(), ..Settings::default() }
    }

    fn sent(cookies: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, cookies.parse().unwrap());
        headers
    }

    #[test]
    fn over_https_a_cookie_belongs_to_this_host_alone() {
        let check = |address: &str, expected: &str| {
            let mut response = Response::default();
            set(&mut response, &at(address), SESSION, "s", 60);
            assert_eq!(response.headers()[SET_COOKIE], expected);
        };
        check(
            "https://hub.example",
            "__Host-tresse_session=s; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure",
        );
        check("http://127.0.0.1:8080", "tresse_session=s; Path=/; Max-Age=60; HttpOnly; SameSite=Lax");
    }

    #[test]
    fn a_cookie_that_a_neighbour_planted_is_not_read() {
        let both = sent("tresse_session=planted; __Host-tresse_session=ours");
        assert_eq!(read(&both, &at("https://hub.example"), SESSION).as_deref(), Some("ours"));
        let planted = sent("tresse_session=planted");
        assert_eq!(read(&planted, &at("https://hub.example"), SESSION), None);
        assert_eq!(read(&planted, &at("http://localhost"), SESSION).as_deref(), Some("planted"));
        assert_eq!(read(&planted, &at("http://localhost"), LANGUAGE), None);
    }
}
