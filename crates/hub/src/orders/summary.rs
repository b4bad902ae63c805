//! What a shop ordered and what it gets of it, with its wishes and its trail.

use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use frame::{At, Form, Outcome, Reader, Role, Stop, Visit};
use jiff::civil::Date;
use people::organisations::store as organisations;
use people::persons::store as persons;
use units::{CoalitionId, Code, OrganisationId, PersonId, Price, Quantity, ReferenceId};

use super::acts::{self, Sheet};
use super::model::{Change, OrderLine, Totals};
use super::pages::{Place, totals_of};
use super::store;
use crate::cycles::{Assortment, Offer, Stage, assortment};
use crate::receptions::{Allotment, Reason};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "orders/summary.html")]
struct Summary {
    t: &'static Words,
    r: Reader,
    hub: CoalitionId,
    shop: OrganisationId,
    shop_name: String,
    sheet: Sheet,
    assortment: Arc<Assortment>,
    totals: Totals,
    changes: Vec<Change>,
    persons: HashMap<PersonId, String>,
    /// Whether the reader changes the order or its wishes.
    may_order: bool,
}

pub(super) async fn wishes(visit: Visit, place: Place, form: Form) -> Outcome<Response> {
    let At((hub, cycle, shop)) = place;
    let delivers_on = form.must("delivers_on", form.date("delivers_on"));
    let note = form.lines("note", 500);
    form.accept()?;
    let day = delivers_on.ok_or(Stop::NotFound)?;
    visit.act(move |tx, who| acts::set_wishes(tx, who, hub, cycle, shop, day, &note)).await?;
    let path = format!("/hubs/{hub}/cycles/{cycle}/orders/{shop}/summary");
    Ok(visit.done(&path, &words(visit.language).order_saved()))
}

pub(super) async fn summary(visit: Visit, place: Place) -> Outcome<Response> {
    let At((hub, cycle, shop)) = place;
    let assortment = assortment(&visit.app, hub, cycle).await?;
    let (sheet, shop_name, changes, persons) = visit
        .look(move |tx, who| {
            let sheet = acts::show(tx, who, hub, cycle, shop)?;
            let changes = store::changes(tx, hub, cycle, shop)?;
            let mut ids: Vec<PersonId> = changes.iter().map(|change| change.person).collect();
            ids.sort_unstable();
            ids.dedup();
            let persons = persons::names(tx, &ids)?.into_iter().collect();
            let name = organisations::find(tx, shop)?.ok_or(Stop::NotFound)?.name;
            Ok((sheet, name, changes, persons))
        })
        .await?;
    let totals = totals_of(&assortment, &sheet, shop);
    let (t, r) = (words(visit.language), visit.reader());
    let takes_orders = sheet.cycle.takes_orders_at(visit.app.clock.now());
    let coordinates = visit.who()?.acts_in(hub, &[Role::Coordinator]);
    let after_closing = coordinates && sheet.cycle.stage() == Stage::Closed;
    let may_order = sheet.may_order && (takes_orders || after_closing);
    let page =
        Summary { t, r, hub, shop, shop_name, sheet, assortment, totals, changes, persons, may_order };
    visit.page(&t.order_summary(), &page)
}

/// One article of the summary: what was ordered of it, and what the shop gets of it.
struct Article<'a> {
    offer: &'a Offer,
    line: Option<&'a OrderLine>,
    /// None before it is received.
    given: Option<&'a Allotment>,
}

impl Article<'_> {
    fn ordered(&self) -> Quantity {
        self.line.map_or(Quantity::ZERO, |line| line.ordered)
    }

    fn expected(&self) -> Quantity {
        self.offer.item.expected_measure(self.ordered())
    }

    fn takes_second_choice(&self) -> bool {
        self.line.is_some_and(|line| line.takes_second_choice)
    }
}

impl Summary {
    /// What was ordered, and what stands in for it, by producer and name.
    fn rows(&self) -> Vec<Article<'_>> {
        let given = |reference| {
            let mut own = self.sheet.allotments.iter().filter(|one| one.stands_for.is_none());
            own.find(|one| one.reference == reference)
        };
        let ordered =
            self.sheet.lines.iter().filter(|line| line.ordered > Quantity::ZERO).filter_map(|line| {
                let offer = self.assortment.find(line.reference)?;
                Some(Article { offer, line: Some(line), given: given(line.reference) })
            });
        let standing_in =
            self.sheet.allotments.iter().filter(|one| one.stands_for.is_some()).filter_map(|one| {
                Some(Article {
                    offer: self.assortment.find(one.reference)?,
                    line: None,
                    given: Some(one),
                })
            });
        let mut rows: Vec<Article<'_>> = ordered.chain(standing_in).collect();
        rows.sort_by_cached_key(|row| {
            let producer = units::text::fold(self.assortment.producer_name(row.offer.producer));
            (producer, row.offer.producer, units::text::fold(&row.offer.item.name))
        });
        rows
    }

    fn begins(&self, rows: &[Article<'_>], at: &usize) -> bool {
        *at == 0 || rows[*at - 1].offer.producer != rows[*at].offer.producer
    }

    /// Whether something of the order is received, so that its three quantities stand side by side.
    fn is_received(&self) -> bool {
        !self.sheet.allotments.is_empty()
    }

    fn price(&self, row: &Article<'_>) -> Price {
        self.assortment.price_for(row.offer, self.shop).unwrap_or(row.offer.price)
    }

    /// Why what is invoiced is not what was ordered.
    fn reason(&self, row: &Article<'_>) -> String {
        let Some(given) = row.given else { return String::new() };
        let said = match (given.stands_for, given.reason) {
            (Some(short), _) => self.t.reason_stands_for(self.name(&short)),
            (None, Some(reason)) => self.t.reason(reason.code()),
            (None, None)
                if row.offer.item.is_weighed() && given.invoiced_measure() != row.expected() =>
            {
                self.t.reason(Reason::Weighed.code())
            }
            (None, None) => String::new(),
        };
        if given.remark.is_empty() { said } else { format!("{said} – {}", given.remark) }
    }

    fn producer(&self, id: &OrganisationId) -> &str {
        self.assortment.producer_name(*id)
    }

    fn name(&self, reference: &ReferenceId) -> &str {
        self.assortment.find(*reference).map_or("?", |offer| offer.item.name.as_str())
    }

    fn person(&self, id: &PersonId) -> &str {
        self.persons.get(id).map_or("Tresse", String::as_str)
    }

    fn is_chosen(&self, day: &Date) -> bool {
        self.delivers_on().as_ref() == Some(day)
    }

    fn delivers_on(&self) -> Option<Date> {
        let own = self.sheet.order.as_ref().map(|order| order.delivers_on);
        own.or(self.sheet.cycle.delivery_days.first().copied())
    }

    fn note(&self) -> &str {
        self.sheet.order.as_ref().map_or("", |order| order.note.as_str())
    }
}
