//! One request as a page sees it: the application, the reader, and who they are.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use askama::Template;
use axum::extract::{ConnectInfo, FromRequestParts, Path};
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_LANGUAGE, AUTHORIZATION};
use axum::http::request::Parts;
use axum::response::Response;
use jiff::SignedDuration;
use store::Tx;
use units::{Code, Language};

use crate::api::{self, Bearer};
use crate::app::{App, Caller};
use crate::cookies;
use crate::form::read_pairs;
use crate::outcome::{Outcome, Stop};
use crate::page;
use crate::reader::Reader;
use crate::who::Who;

const SEEN_IS_NOTED_EVERY: SignedDuration = SignedDuration::from_hours(1);

#[derive(Clone)]
pub struct Visit {
    pub app: App,
    pub language: Language,
    pub who: Option<Who>,
    /// The token that the request shows, on the roads for programs; there no cookie is looked at.
    pub bearer: Option<Bearer>,
    pub path: String,
    pub query: Vec<(String, String)>,
    /// Whether a script of ours asks for a part of the page.
    pub live: bool,
    /// The address on the network that the request came from, where the server tells it.
    pub peer: Option<IpAddr>,
    pub(crate) notice: Option<String>,
}

impl Visit {
    /// Learns from a request who makes it and in which language.
    pub(crate) async fn of(app: &App, parts: &Parts) -> Outcome<Self> {
        let cookie = |name| cookies::read(&parts.headers, &app.settings, name);
        let peer = parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map(|ConnectInfo(peer)| client(peer.ip(), &parts.headers, &app.settings.proxies));
        let (who, bearer) = if api::is_for_programs(parts.uri.path()) {
            match bearer_token(&parts.headers) {
                Some(token) => {
                    let known = recognise_bearer(app, token).await?;
                    if known.is_none() {
                        let from = peer.map(|peer| peer.to_string()).unwrap_or_default();
                        tracing::info!(from, "not let in: a token that is nobody's, or no longer good");
                    }
                    known.unzip()
                }
                None => (None, None),
            }
        } else {
            match cookie(cookies::SESSION) {
                Some(token) => (recognise(app, token).await?, None),
                None => (None, None),
            }
        };
        let chosen = cookie(cookies::LANGUAGE).and_then(|code| Language::from_code(&code));
        let preferred = parts
            .headers
            .get(ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok())
            .and_then(Language::negotiate);
        let own = who.as_ref().map(|who| who.language);
        // A program says with each request which language it wants; a person has chosen one.
        let (own, preferred) = if bearer.is_some() { (preferred, own) } else { (own, preferred) };
        let query = parts.uri.query().unwrap_or_default();
        Ok(Self {
            app: app.clone(),
            language: chosen.or(own).or(preferred).unwrap_or(Language::Fr),
            who,
            bearer,
            path: parts.uri.path().to_owned(),
            query: read_pairs(query.as_bytes()),
            live: parts.headers.contains_key("x-live"),
            peer,
            notice: cookie(cookies::NOTICE)
                .and_then(|text| read_pairs(format!("n={text}").as_bytes()).pop())
                .map(|(_, text)| text),
        })
    }

    /// A parameter of the address; empty when it is not there.
    pub fn asked(&self, name: &str) -> &str {
        self.query.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str())
    }

    /// The line that the request came by, where the server tells it: an address, of IPv6 its first half, since
    /// each subscriber has all of the second.
    ///
    /// # Source
    /// RFC 6177: a site gets 64 bits and more.
    pub fn line(&self) -> Option<IpAddr> {
        self.peer.map(|peer| match peer {
            IpAddr::V6(peer) => Ipv6Addr::from_bits(peer.to_bits() >> 64 << 64).into(),
            peer @ IpAddr::V4(_) => peer,
        })
    }

    pub fn reader(&self) -> Reader {
        Reader::new(self.language, &self.app.settings.zone)
    }

    /// # Errors
    /// [`Stop::SignIn`] when nobody is signed in.
    pub fn who(&self) -> Outcome<&Who> {
        self.who.as_ref().ok_or(Stop::SignIn)
    }

    /// Runs an act as the visitor.
    pub async fn act<T: Send + 'static>(
        &self,
        act: impl Fn(&Tx<'_>, &Who) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        self.app.act(self.who()?, act).await
    }

    /// Looks at the database as the visitor.
    pub async fn look<T: Send + 'static>(
        &self,
        look: impl FnOnce(&Tx<'_>, &Who) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        self.app.look(self.who()?, look).await
    }

    /// The whole page around `body`.
    pub fn page(&self, title: &str, body: &impl Template) -> Outcome<Response> {
        page::whole(self, axum::http::StatusCode::OK, title, body)
    }

    /// The page again, with what was refused said above it.
    pub fn again(&self, stop: &Stop, title: &str, body: &impl Template) -> Outcome<Response> {
        page::refused(self, stop, title, body)
    }

    /// Goes on to `path`, where `notice` is read once.
    pub fn done(&self, path: &str, notice: &str) -> Response {
        page::redirect_with_notice(&self.app.settings, path, notice)
    }
}

async fn recognise(app: &App, token: String) -> Outcome<Option<Who>> {
    let (door, moment, key) = (app.door, app.moment(), token.clone());
    let who = app.db.read(move |tx| (door.recognise)(tx, &key, moment)).await?;
    let now = app.clock.now();
    if who
        .as_ref()
        .and_then(|who| who.seen_at)
        .is_some_and(|seen| now.duration_since(seen) > SEEN_IS_NOTED_EVERY)
    {
        // Only a note: whoever comes to read does so on a full disk too.
        if let Err(stop) = app.db.write(move |tx| (door.touch)(tx, &token, now)).await {
            tracing::warn!("that a session is in use could not be noted: {stop:?}");
        }
    }
    Ok(who)
}

async fn recognise_bearer(app: &App, token: String) -> Outcome<Option<Caller>> {
    let (door, moment) = (app.door, app.moment());
    let known = app.db.read(move |tx| (door.recognise_bearer)(tx, &token, moment)).await?;
    if let Some((Who { seen_at, .. }, bearer)) = &known {
        let (now, token) = (app.clock.now(), bearer.token);
        if seen_at.is_none_or(|seen| now.duration_since(seen) > SEEN_IS_NOTED_EVERY)
            && let Err(stop) = app.db.write(move |tx| (door.touch_bearer)(tx, token, now)).await
        {
            tracing::warn!("that a token is in use could not be noted: {stop:?}");
        }
    }
    Ok(known)
}

fn bearer_token(headers: &HeaderMap) -> Option<String> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
}

/// Behind a proxy on the same machine, or one that the operator named, the address that the proxy wrote last; from
/// elsewhere such a header is not believed.
fn client(peer: IpAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> IpAddr {
    let peer = peer.to_canonical();
    let forwarded = headers.get_all("x-forwarded-for").iter().next_back();
    let last = forwarded.and_then(|value| value.to_str().ok()).and_then(|line| line.rsplit(',').next());
    match last.and_then(|address| address.trim().parse().ok()) {
        Some(address) if peer.is_loopback() || proxies.contains(&peer) => address,
        _ => peer,
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Stop;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Stop> {
        let visit = parts.extensions.get::<Self>().cloned();
        visit.ok_or_else(|| anyhow::anyhow!("no visit was made for {}", parts.uri.path()).into())
    }
}

/// The identifiers in the address; anything that is none is a page that does not exist.
pub struct At<T>(pub T);

impl<S: Send + Sync, T: serde::de::DeserializeOwned + Send> FromRequestParts<S> for At<T> {
    type Rejection = Stop;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Stop> {
        Path::from_request_parts(parts, state)
            .await
            .map(|Path(ids)| Self(ids))
            .map_err(|_| Stop::NotFound)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_proxy_beside_us_or_named_is_believed() {
        let named = ["10.0.0.2".parse().unwrap()];
        let check = |peer: &str, forwarded: &'static str, expected: &str| {
            let mut headers = HeaderMap::new();
            headers.insert("x-forwarded-for", forwarded.parse().unwrap());
            let client = client(peer.parse().unwrap(), &headers, &named);
            assert_eq!(client.to_string(), expected, "{peer} with {forwarded}");
        };
        check("127.0.0.1", "203.0.113.9, 198.51.100.7", "198.51.100.7");
        check("127.0.0.1", "somebody", "127.0.0.1");
        check("198.51.100.7", "203.0.113.9", "198.51.100.7");
        check("10.0.0.2", "203.0.113.9, 198.51.100.7", "198.51.100.7");
        check("::ffff:10.0.0.2", "198.51.100.7", "198.51.100.7");
        check("10.0.0.3", "198.51.100.7", "10.0.0.3");
    }
}
