//! One search for a lot, and the list to recall it by.

use askama::Template;
use axum::response::Response;
use formats::table::{Cell, write_csv};
use frame::{At, Outcome, Reader, Visit, download};
use units::{CoalitionId, Language};

use super::acts::{self, Traced};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "lots/search.html")]
struct Search {
    t: &'static Words,
    r: Reader,
    hub: CoalitionId,
    asked: String,
    traced: Vec<Traced>,
}

pub(super) async fn search(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let asked = visit.asked("q").to_owned();
    let sought = asked.clone();
    let traced = visit.look(move |tx, who| acts::trace(tx, who, hub, &sought)).await?;
    let t = words(visit.language);
    visit.page(&t.lots_title(), &Search { t, r: visit.reader(), hub, asked, traced })
}

impl Search {
    /// The words as an address holds them.
    fn encoded(&self) -> String {
        self.asked
            .bytes()
            .map(
                |b| {
                    if b.is_ascii_alphanumeric() {
                        char::from(b).to_string()
                    } else {
                        format!("%{b:02X}")
                    }
                },
            )
            .collect()
    }
}

/// Whom to call: one row a shop and lot.
pub(super) async fn recall(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let sought = visit.asked("q").to_owned();
    let traced = visit.look(move |tx, who| acts::trace(tx, who, hub, &sought)).await?;
    let (t, r) = (words(visit.language), visit.reader());
    let headers = [
        t.lot_number(),
        t.line_article(),
        t.lot_producer(),
        t.lot_received_at(),
        t.lot_shop(),
        t.lot_town(),
        t.lot_phone(),
        t.lot_email(),
        t.line_quantity(),
        t.line_unit(),
        t.lot_certainty(),
    ];
    let text = |text: &str| Cell::Text(text.to_owned());
    let rows = traced.iter().flat_map(|traced| {
        traced.went.iter().map(|went| {
            let certainty = if traced.is_certain() { t.lot_certain() } else { t.lot_possible() };
            vec![
                text(&traced.came.lot),
                text(&traced.came.name),
                text(&traced.came.producer_name),
                Cell::Text(r.moment(traced.came.received_at)),
                text(&went.shop_name),
                text(&went.town),
                text(went.phone.as_deref().unwrap_or_default()),
                text(went.email.as_deref().unwrap_or_default()),
                Cell::Number(went.quantity.plain()),
                Cell::Text(r.unit(traced.came.unit)),
                Cell::Text(certainty),
            ]
        })
    });
    let mark = if visit.language == Language::En { '.' } else { ',' };
    let bytes = write_csv(&headers, rows, mark);
    Ok(download("text/csv; charset=utf-8", &format!("{}.csv", t.lots_recall()), bytes))
}
