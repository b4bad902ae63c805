//! One's dates, the address to read them by, and the calendar behind it.

use askama::Template;
use axum::http::header::{CACHE_CONTROL, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use frame::{At, Ids, Outcome, Reader, Visit};
use jiff::Timestamp;
use people::feeds::acts as feeds;
use sha2::{Digest as _, Sha256};
use units::CoalitionId;

use super::acts::{self, Calendar};
use super::ics;
use super::model::{Entry, When};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "calendar/show.html")]
struct Show {
    t: &'static Words,
    r: Reader,
    calendar: Calendar,
    /// When the address was made, if there is one.
    made_at: Option<Timestamp>,
    /// The address itself, on the one page that shows it.
    address: Option<String>,
}

impl Show {
    fn title(&self, entry: &Entry) -> String {
        ics::title(self.t, &entry.what)
    }

    fn when(&self, entry: &Entry) -> String {
        match entry.when {
            When::AllDay(day) => self.r.day(day),
            When::At(at) => self.r.day_and_time(at),
            When::Between(from, to) => format!("{}-{}", self.r.day_and_time(from), self.r.time(to)),
        }
    }

    /// The address as phones know it for a calendar to subscribe to.
    fn to_subscribe(address: &str) -> String {
        let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
        format!("webcal://{rest}")
    }
}

pub(super) async fn show(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    whole(&visit, hub, None).await
}

async fn whole(visit: &Visit, hub: CoalitionId, address: Option<String>) -> Outcome<Response> {
    let zone = visit.app.settings.zone.clone();
    let (mut calendar, made_at) = visit
        .look(move |tx, who| Ok((acts::dates(tx, who, hub, &zone)?, feeds::made_at(tx, who)?)))
        .await?;
    let (r, today) = (visit.reader(), visit.app.today());
    calendar.entries.retain(|entry| entry.when.day(&r.zone) >= today);
    let page = Show { t: words(visit.language), r, calendar, made_at, address };
    visit.page(&page.t.calendar_title(), &page)
}

pub(super) async fn renew(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let secret = Ids::secret();
    let kept = secret.clone();
    visit
        .act(move |tx, who| {
            who.must_be_within(hub)?;
            feeds::renew(tx, who, &kept)
        })
        .await?;
    let address = format!("{}/calendar/{secret}.ics", visit.app.settings.address);
    whole(&visit, hub, Some(address)).await
}

pub(super) async fn revoke(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    visit
        .act(move |tx, who| {
            who.must_be_within(hub)?;
            feeds::revoke(tx, who)
        })
        .await?;
    Ok(visit.done(&format!("/hubs/{hub}/calendar"), &words(visit.language).calendar_revoked()))
}

/// The calendar, for whoever has its address; nothing is sent again that the reader has.
pub(super) async fn feed(visit: Visit, At(token): At<String>, headers: HeaderMap) -> Outcome<Response> {
    let secret = token.strip_suffix(".ics").unwrap_or(&token).to_owned();
    let (moment, zone) = (visit.app.moment(), visit.app.settings.zone.clone());
    let (who, calendar) =
        visit.app.db.read(move |tx| acts::by_address(tx, &secret, moment, &zone)).await?;
    let file = ics::written(&calendar, who.language, &visit.app.settings.address).into_bytes();
    let tag = format!("\"{}\"", hex(&Sha256::digest(&file)[..16]));
    let known = headers.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let mut response = if known.flat_map(|line| line.split(',')).any(|one| is_tag(one, &tag)) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        frame::inline("text/calendar; charset=utf-8", "tresse.ics", file)
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(ETAG, tag);
    }
    Ok(response)
}

/// Whether what a reader has is this; a weak mark counts (RFC 9110, 13.1.2).
fn is_tag(given: &str, tag: &str) -> bool {
    let given = given.trim();
    given == "*" || given.strip_prefix("W/").unwrap_or(given) == tag
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
