//! The dock, on a phone: what comes in, lot by lot; and shortages shown before they are shared.

use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use economy::containers::{Container, store as containers};
use frame::form::Fault;
use frame::{At, Form, Outcome, Reader, Stop, Visit};
use jiff::civil::Date;
use people::organisations::store as organisations;
use polity::members::store as members;
use units::{CoalitionId, Code, CycleId, Language, OrganisationId, Quantity, ReferenceId};

use super::acts::{self, Sharing};
use super::model::{Exchanged, Lot, Reception};
use super::store;
use crate::cycles::{Assortment, Cycle, Offer, assortment};
use crate::supply::{SupplyLine, SupplyOrder, store as supply};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "receptions/index.html")]
struct Index {
    t: &'static Words,
    r: Reader,
    cycle: Cycle,
    rows: Vec<(SupplyOrder, String, Option<Reception>, i64)>,
    short: i64,
}

#[derive(Template)]
#[template(path = "receptions/show.html")]
struct Show {
    t: &'static Words,
    r: Reader,
    language: Language,
    cycle: Cycle,
    producer: (OrganisationId, String),
    reception: Option<Reception>,
    lines: Vec<SupplyLine>,
    assortment: Arc<Assortment>,
    containers: Vec<Container>,
    form: Form,
}

#[derive(Template)]
#[template(path = "receptions/shortages.html")]
struct Shortages {
    t: &'static Words,
    r: Reader,
    cycle: Cycle,
    sharings: Vec<Sharing>,
    assortment: Arc<Assortment>,
    shops: HashMap<OrganisationId, String>,
}

pub(super) async fn index(
    visit: Visit,
    At((hub, cycle)): At<(CoalitionId, CycleId)>,
) -> Outcome<Response> {
    let (cycle, rows, short) = visit
        .look(move |tx, who| {
            let found = acts::enter_dock(tx, who, hub, cycle)?;
            let orders = supply::all(tx, hub, cycle)?;
            let ids: Vec<OrganisationId> = orders.iter().map(|order| order.producer).collect();
            let names: HashMap<OrganisationId, String> =
                organisations::all(tx, &ids)?.into_iter().map(|o| (o.id, o.name)).collect();
            let mut counts: HashMap<OrganisationId, i64> = HashMap::new();
            for line in supply::lines(tx, hub, cycle, None)? {
                *counts.entry(line.producer).or_default() += 1;
            }
            let mut receptions: HashMap<OrganisationId, Reception> =
                store::all(tx, hub, cycle)?.into_iter().map(|one| (one.producer, one)).collect();
            let mut rows: Vec<(SupplyOrder, String, Option<Reception>, i64)> = orders
                .into_iter()
                .map(|order| {
                    let name = names.get(&order.producer).cloned().unwrap_or_default();
                    let reception = receptions.remove(&order.producer);
                    let count = counts.get(&order.producer).copied().unwrap_or_default();
                    (order, name, reception, count)
                })
                .collect();
            // Who is still expected stands first.
            rows.sort_by_cached_key(|(_, name, reception, _)| {
                (reception.is_some(), units::text::fold(name))
            });
            Ok((found, rows, store::short(tx, hub, cycle)?.len() as i64))
        })
        .await?;
    let t = words(visit.language);
    visit.page(&t.reception_title(), &Index { t, r: visit.reader(), cycle, rows, short })
}

type Place = At<(CoalitionId, CycleId, OrganisationId)>;

pub(super) async fn show(visit: Visit, place: Place) -> Outcome<Response> {
    let page = dock_page(&visit, &place, None).await?;
    visit.page(&page.producer.1.clone(), &page)
}

async fn dock_page(visit: &Visit, place: &Place, form: Option<Form>) -> Outcome<Show> {
    let At((hub, cycle, producer)) = *place;
    let assortment = assortment(&visit.app, hub, cycle).await?;
    let (found, name, reception, lines, lots, exchanged, containers) = visit
        .look(move |tx, who| {
            let found = acts::enter_dock(tx, who, hub, cycle)?;
            supply::find(tx, hub, cycle, producer)?.ok_or(Stop::NotFound)?;
            let coalition = members::find(tx, hub)?.ok_or(Stop::NotFound)?;
            let name = organisations::find(tx, producer)?.ok_or(Stop::NotFound)?.name;
            Ok((
                found,
                name,
                store::find(tx, hub, cycle, producer)?,
                supply::lines(tx, hub, cycle, Some(producer))?,
                store::lots(tx, hub, cycle, producer)?,
                store::exchanged(tx, hub, cycle, producer)?,
                containers::of_owners(tx, &[coalition.organisation, producer])?,
            ))
        })
        .await?;
    let mut lines = lines;
    // What came without being ordered has its row too.
    for lot in &lots {
        if !lines.iter().any(|line| line.reference == lot.reference) {
            lines.push(SupplyLine { producer, reference: lot.reference, ordered: Quantity::ZERO });
        }
    }
    lines
        .sort_by_cached_key(|line| assortment.find(line.reference).map(|offer| offer.item.name.clone()));
    let form = form.unwrap_or_else(|| match &reception {
        Some(reception) => filled_form(&visit.reader(), reception, &lots, &exchanged),
        None => expected_form(&visit.reader(), &lines, &assortment),
    });
    Ok(Show {
        t: words(visit.language),
        r: visit.reader(),
        language: visit.language,
        cycle: found,
        producer: (producer, name),
        reception,
        lines,
        assortment,
        containers,
        form,
    })
}

fn field(kind: &str, reference: ReferenceId, lot: usize) -> String {
    format!("{kind}.{reference}.{lot}")
}

/// Everything comes as ordered until somebody counts otherwise.
fn expected_form(r: &Reader, lines: &[SupplyLine], assortment: &Assortment) -> Form {
    let mut form = Form::default();
    for line in lines {
        form.set(&field("quantity", line.reference, 0), r.entry(line.ordered.plain()));
        if let Some(offer) = assortment.find(line.reference).filter(|offer| offer.item.is_weighed()) {
            let expected = offer.item.expected_measure(line.ordered);
            form.set(&field("measure", line.reference, 0), r.entry(expected.plain()));
        }
    }
    form
}

fn filled_form(r: &Reader, reception: &Reception, lots: &[Lot], exchanged: &[Exchanged]) -> Form {
    let mut form = Form::of([("note", reception.note.clone())]);
    let mut seen: HashMap<ReferenceId, usize> = HashMap::new();
    for lot in lots {
        let number = seen.entry(lot.reference).or_default();
        form.set(&field("quantity", lot.reference, *number), r.entry(lot.quantity.plain()));
        form.set(&field("measure", lot.reference, *number), r.entry(lot.measure.plain()));
        form.set(&field("lot", lot.reference, *number), lot.lot.clone());
        let best_before = lot.best_before.map(|day| day.to_string()).unwrap_or_default();
        form.set(&field("before", lot.reference, *number), best_before);
        *number += 1;
    }
    for one in exchanged {
        form.set(&format!("came.{}", one.container), one.came.to_string());
        form.set(&format!("went.{}", one.container), one.went.to_string());
    }
    form
}

pub(super) async fn receive(visit: Visit, place: Place, form: Form) -> Outcome<Response> {
    let At((hub, cycle, _)) = place;
    match receive_from(&visit, &place, &form).await {
        Ok(()) => {
            let t = words(visit.language);
            Ok(visit.done(&format!("/hubs/{hub}/cycles/{cycle}/reception"), &t.reception_saved()))
        }
        Err(stop) => {
            form.note(&stop, visit.language);
            let page = dock_page(&visit, &place, Some(form)).await?;
            visit.again(&stop, &page.producer.1.clone(), &page)
        }
    }
}

async fn receive_from(visit: &Visit, place: &Place, form: &Form) -> Outcome<()> {
    let At((hub, cycle, producer)) = *place;
    let assortment = assortment(&visit.app, hub, cycle).await?;
    let of_producer =
        |reference: ReferenceId| assortment.find(reference).filter(|offer| offer.producer == producer);
    let mut lots = Vec::new();
    for (key, _) in form.numbered("quantity.") {
        let read =
            key.split_once('.').and_then(|(id, number)| Some((id.parse().ok()?, number.parse().ok()?)));
        let Some((reference, number)) = read else { continue };
        lots.extend(of_producer(reference).and_then(|offer| read_lot(form, offer, number)));
    }
    if let Some(offer) = form.id("extra").and_then(of_producer) {
        lots.extend(read_extra(form, offer));
    }
    let mut exchanged = Vec::new();
    for (container, _) in form.numbered("came.") {
        let Ok(id) = container.parse() else { continue };
        let came = form.whole(&format!("came.{container}"), 10_000).unwrap_or(0);
        let went = form.whole(&format!("went.{container}"), 10_000).unwrap_or(0);
        if came > 0 || went > 0 {
            exchanged.push(Exchanged { container: id, came, went });
        }
    }
    let note = form.lines("note", 500);
    form.accept()?;
    visit
        .act(move |tx, who| {
            acts::receive(tx, who, hub, cycle, producer, &assortment, &lots, &exchanged, &note)
        })
        .await
}

/// One lot of a reference; none where nothing of it is written.
fn read_lot(form: &Form, offer: &Offer, number: usize) -> Option<Lot> {
    let name = |kind: &str| field(kind, offer.reference, number);
    let quantity = form.quantity(&name("quantity"))?;
    let measure = if offer.item.is_weighed() {
        form.quantity(&name("measure"))
    } else {
        Some(offer.item.expected_measure(quantity))
    };
    if measure.is_none() && quantity > Quantity::ZERO {
        form.fault(&name("measure"), Fault::Missing);
    }
    let lot = form.text(&name("lot"), 40);
    let best_before: Option<Date> = form.date(&name("before"));
    if quantity.is_zero() && lot.is_empty() {
        return None;
    }
    Some(Lot {
        reference: offer.reference,
        lot,
        best_before,
        quantity,
        measure: measure.unwrap_or_default(),
    })
}

/// Something that came without being ordered: it may stand in for what is short.
fn read_extra(form: &Form, offer: &Offer) -> Option<Lot> {
    let quantity = form.must("extra_quantity", form.quantity("extra_quantity"))?;
    let measure = if offer.item.is_weighed() {
        form.must("extra_measure", form.quantity("extra_measure"))?
    } else {
        offer.item.expected_measure(quantity)
    };
    let lot = form.text("extra_lot", 40);
    let best_before: Option<Date> = form.date("extra_before");
    Some(Lot { reference: offer.reference, lot, best_before, quantity, measure })
}

impl Show {
    /// What the producer offers and nobody ordered.
    fn others(&self) -> Vec<(String, String)> {
        let none = (String::new(), self.t.reception_no_other());
        let is_other = |offer: &&Offer| {
            offer.producer == self.producer.0
                && !self.lines.iter().any(|line| line.reference == offer.reference)
        };
        let each = self.assortment.offers.iter().filter(is_other);
        let each = each.map(|offer| (offer.reference.to_string(), offer.item.name.clone()));
        std::iter::once(none).chain(each).collect()
    }

    fn rows(&self) -> Vec<(&SupplyLine, &Offer)> {
        let find = |line| Some((line, self.assortment.find(reference_of(line))?));
        self.lines.iter().filter_map(find).collect()
    }

    fn field(&self, kind: &str, offer: &Offer, lot: usize) -> String {
        field(kind, offer.reference, lot)
    }

    /// The lots besides the first that there is room for.
    fn further_lots(&self) -> &'static [usize] {
        &[1, 2, 3]
    }

    fn further(&self, kind: &str, offer: &Offer, number: &usize) -> String {
        field(kind, offer.reference, *number)
    }

    fn has_lot(&self, offer: &Offer, number: &usize) -> bool {
        !self.form.value(&field("quantity", offer.reference, *number)).is_empty()
    }
}

fn reference_of(line: &SupplyLine) -> ReferenceId {
    line.reference
}

pub(super) async fn shortages(
    visit: Visit,
    At((hub, cycle)): At<(CoalitionId, CycleId)>,
) -> Outcome<Response> {
    let page = shortages_page(&visit, hub, cycle).await?;
    visit.page(&page.t.shortages_title(), &page)
}

async fn shortages_page(visit: &Visit, hub: CoalitionId, cycle: CycleId) -> Outcome<Shortages> {
    let assortment = assortment(&visit.app, hub, cycle).await?;
    let for_look = Arc::clone(&assortment);
    let (found, sharings, shops) = visit
        .look(move |tx, who| {
            let (found, sharings) = acts::propose(tx, who, hub, cycle, &for_look)?;
            let mut ids: Vec<OrganisationId> = sharings
                .iter()
                .flat_map(|sharing| sharing.allotments.iter().map(|(line, _)| line.shop))
                .collect();
            ids.sort_unstable();
            ids.dedup();
            let shops = organisations::all(tx, &ids)?.into_iter().map(|o| (o.id, o.name)).collect();
            Ok((found, sharings, shops))
        })
        .await?;
    let t = words(visit.language);
    Ok(Shortages { t, r: visit.reader(), cycle: found, sharings, assortment, shops })
}

impl Shortages {
    fn digest(&self) -> String {
        acts::digest(&self.sharings)
    }

    fn rule(&self) -> String {
        self.cycle
            .terms
            .map(|terms| self.t.shortage_rule(terms.shortage_rule.code()))
            .unwrap_or_default()
    }

    fn offer(&self, reference: &ReferenceId) -> Option<&Offer> {
        self.assortment.find(*reference)
    }

    fn name(&self, reference: &ReferenceId) -> &str {
        self.offer(reference).map_or("?", |offer| offer.item.name.as_str())
    }

    fn shop(&self, id: &OrganisationId) -> &str {
        self.shops.get(id).map_or("?", String::as_str)
    }

    fn producer(&self, id: &OrganisationId) -> &str {
        self.assortment.producer_name(*id)
    }

    /// The bar's length in hundredths: what came of what was ordered.
    fn part(&self, given: &Quantity, ordered: &Quantity) -> i64 {
        if ordered.is_zero() { 0 } else { given.0 * 100 / ordered.0 }
    }
}

pub(super) async fn share_shortages(
    visit: Visit,
    At((hub, cycle)): At<(CoalitionId, CycleId)>,
    form: Form,
) -> Outcome<Response> {
    let assortment = assortment(&visit.app, hub, cycle).await?;
    let seen = form.value("digest").to_owned();
    let shared =
        visit.act(move |tx, who| acts::share_all(tx, who, hub, cycle, &assortment, Some(&seen))).await;
    let t = words(visit.language);
    match shared {
        Ok(count) => {
            Ok(visit.done(&format!("/hubs/{hub}/cycles/{cycle}"), &t.shortages_shared(count as i64)))
        }
        Err(stop) => {
            visit.again(&stop, &t.shortages_title(), &shortages_page(&visit, hub, cycle).await?)
        }
    }
}
