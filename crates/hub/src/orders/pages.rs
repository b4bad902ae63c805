//! The order page: one page across all producers, instant however large the catalogue.
//!
//! It is a plain form that works without a script. With the script, a changed quantity is sent at once
//! and the row and the totals come back; a search brings back the list alone.

use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use frame::form::Fault;
use frame::{At, Form, Outcome, Reader, Role, Stop, Visit, fragment, redirect};
use people::organisations::store as organisations;
use polity::members::acts::enter_as;
use units::{CoalitionId, Code, CycleId, Language, OrganisationId, Price, Quantity, ReferenceId};

use super::acts::{self, NotOrdered, Sheet};
use super::model::{Ask, Order, OrderLine, Totals, Wanted, price, price_of_a_unit, totals};
use super::store;
use crate::catalogue::{Certificate, StockMode, pages::certificate_name};
use crate::cycles::{Assortment, Cycle, Offer, Sought, Stage, acts as cycles, assortment};
use crate::families;
use crate::words::{Words, words};

/// Offers that one page shows.
const A_PAGE: usize = 60;

/// One offer as the page shows it.
struct Row {
    offer: Offer,
    producer: String,
    /// What a unit comes to with its fees, without VAT.
    unit_price: Price,
    own_price: Price,
    left: Option<Quantity>,
    ordered: Quantity,
    takes_second_choice: bool,
    is_favourite: bool,
    /// What was just typed, where it was not saved.
    typed: Option<String>,
    /// What is wrong with what was just asked.
    complaint: String,
}

/// What was typed into a form that was refused, and what is wrong with it.
#[derive(Default)]
struct Refused {
    typed: HashMap<ReferenceId, String>,
    second_choices: HashMap<ReferenceId, bool>,
    complaints: HashMap<ReferenceId, String>,
    reason: String,
}

/// What the shop narrowed the list to.
struct Narrowed {
    sought: Sought,
    only: String,
    page: usize,
}

#[derive(Template)]
#[template(path = "orders/show.html")]
struct Show {
    t: &'static Words,
    r: Reader,
    language: Language,
    hub: CoalitionId,
    shop: OrganisationId,
    shop_name: String,
    sheet: Sheet,
    narrowed: Narrowed,
    rows: Vec<Row>,
    found: usize,
    families: Vec<(&'static str, i64)>,
    producers: Vec<(OrganisationId, String)>,
    totals: Totals,
    may_order: bool,
    needs_reason: bool,
    reason: String,
    /// What the address asks for, for forms that come back here.
    query: String,
}

/// The list alone, for a search.
#[derive(Template)]
#[template(path = "orders/list.html")]
struct List<'a> {
    page: &'a Show,
    t: &'static Words,
    r: &'a Reader,
}

/// The rows that changed and the totals, for a quantity.
#[derive(Template)]
#[template(path = "orders/changed.html")]
struct Changed<'a> {
    page: &'a Show,
    t: &'static Words,
    r: &'a Reader,
}

#[derive(Template)]
#[template(path = "orders/index.html")]
struct Index {
    t: &'static Words,
    r: Reader,
    cycle: Cycle,
    orders: Vec<(Order, String, i64)>,
    silent: Vec<(OrganisationId, String)>,
    coordinates: bool,
}

pub(super) type Place = At<(CoalitionId, CycleId, OrganisationId)>;

pub(super) async fn index(
    visit: Visit,
    At((hub, cycle)): At<(CoalitionId, CycleId)>,
) -> Outcome<Response> {
    let (cycle, orders, silent) = visit
        .look(move |tx, who| {
            enter_as(tx, who, hub, &[Role::Coordinator, Role::Warehouse, Role::Bookkeeper])?;
            let found = cycles::find(tx, who, hub, cycle)?;
            let orders = store::all(tx, hub, cycle)?;
            let counts = store::counts(tx, hub, cycle)?;
            let side = polity::members::Side::Shop;
            let shops = polity::members::store::on_side(tx, hub, side, who.today)?;
            let mut ids: Vec<OrganisationId> = orders.iter().map(|order| order.shop).collect();
            ids.extend(&shops);
            ids.sort_unstable();
            ids.dedup();
            let names: HashMap<OrganisationId, String> =
                organisations::all(tx, &ids)?.into_iter().map(|o| (o.id, o.name)).collect();
            let name = |id: &OrganisationId| names.get(id).cloned().unwrap_or_default();
            let ordered = |id: &OrganisationId| counts.get(id).copied().unwrap_or(0);
            let mut silent: Vec<(OrganisationId, String)> =
                shops.iter().filter(|shop| ordered(shop) == 0).map(|shop| (*shop, name(shop))).collect();
            silent.sort_by_cached_key(|(_, name)| units::text::fold(name));
            let mut listed: Vec<(Order, String, i64)> = orders
                .into_iter()
                .map(|order| {
                    let (name, count) = (name(&order.shop), ordered(&order.shop));
                    (order, name, count)
                })
                .filter(|(_, _, count)| *count > 0)
                .collect();
            listed.sort_by_cached_key(|(_, name, _)| units::text::fold(name));
            Ok((found, listed, silent))
        })
        .await?;
    let coordinates = visit.who()?.acts_in(hub, &[Role::Coordinator]);
    let (t, r) = (words(visit.language), visit.reader());
    visit.page(&t.orders_title(), &Index { t, r, cycle, orders, silent, coordinates })
}

pub(super) async fn show(visit: Visit, place: Place) -> Outcome<Response> {
    let page = order_page(&visit, &place, None, Refused::default()).await?;
    if visit.live {
        return fragment(&List { t: page.t, r: &page.r, page: &page });
    }
    visit.page(&page.t.order_title(), &page)
}

/// The page, whole: `only` shows just these references; what was refused stands beside theirs.
async fn order_page(
    visit: &Visit,
    place: &Place,
    only: Option<Vec<ReferenceId>>,
    refused: Refused,
) -> Outcome<Show> {
    let At((hub, cycle, shop)) = *place;
    let assortment = assortment(&visit.app, hub, cycle).await?;
    let mut narrowed = narrowed(visit);
    // What is wrong is shown whatever the list is narrowed to.
    let mut complained: Vec<ReferenceId> = refused.complaints.keys().copied().collect();
    let snapshot = Arc::clone(&assortment);
    let (sheet, shop_name, shown, found, left, narrowed) = visit
        .look(move |tx, who| {
            let sheet = acts::show(tx, who, hub, cycle, shop)?;
            let (shown, found) = if let Some(only) = only {
                (only, 0)
            } else {
                let (mut shown, found) = pick(&snapshot, &mut narrowed, &sheet, shop);
                complained.retain(|id| !shown.contains(id));
                shown.splice(0..0, complained);
                (shown, found)
            };
            let guarded: Vec<(ReferenceId, OrganisationId, StockMode)> = shown
                .iter()
                .filter_map(|id| snapshot.find(*id))
                .map(|offer| (offer.reference, offer.producer, offer.stock_mode))
                .collect();
            let left = store::stock_left(tx, hub, cycle, &guarded)?;
            let name = organisations::find(tx, shop)?.ok_or(Stop::NotFound)?.name;
            Ok((sheet, name, shown, found, left, narrowed))
        })
        .await?;
    let rows =
        shown.iter().filter_map(|id| row(&assortment, *id, shop, &sheet, &left, &refused)).collect();
    let (now, who) = (visit.app.clock.now(), visit.who()?);
    let takes_orders = sheet.cycle.takes_orders_at(now);
    let coordinates = who.acts_in(hub, &[Role::Coordinator]);
    let needs_reason = !takes_orders && coordinates && sheet.cycle.stage() == Stage::Closed;
    let producers = assortment.producers_by_name().into_iter().map(|(id, name)| (id, name.to_owned()));
    Ok(Show {
        t: words(visit.language),
        r: visit.reader(),
        language: visit.language,
        hub,
        shop,
        shop_name,
        totals: totals_of(&assortment, &sheet, shop),
        narrowed,
        rows,
        found,
        families: assortment.families(),
        producers: producers.collect(),
        may_order: sheet.may_order && (takes_orders || needs_reason),
        needs_reason,
        reason: refused.reason,
        query: query_of(visit.query.iter().map(|(name, value)| (name.as_str(), value.as_str()))),
        sheet,
    })
}

fn narrowed(visit: &Visit) -> Narrowed {
    let some = |name: &str| Some(visit.asked(name).to_owned()).filter(|value| !value.is_empty());
    Narrowed {
        sought: Sought {
            words: visit.asked("q").to_owned(),
            family: some("family"),
            producer: visit.asked("producer").parse().ok(),
            certificate: some("certificate"),
        },
        only: visit.asked("only").to_owned(),
        page: visit.asked("page").parse().unwrap_or(1),
    }
}

/// The references of one page, and how many there are in all; beyond the last page it is the last.
fn pick(
    assortment: &Assortment,
    narrowed: &mut Narrowed,
    sheet: &Sheet,
    shop: OrganisationId,
) -> (Vec<ReferenceId>, usize) {
    let ordered = |id: &ReferenceId| {
        sheet.lines.iter().any(|line| line.reference == *id && line.ordered > Quantity::ZERO)
    };
    let found: Vec<ReferenceId> = assortment
        .search(&narrowed.sought, shop)
        .into_iter()
        .map(|offer| offer.reference)
        .filter(|id| match narrowed.only.as_str() {
            "ordered" => ordered(id),
            "favourites" => sheet.favourites.contains(id),
            _ => true,
        })
        .collect();
    let count = found.len();
    narrowed.page = narrowed.page.clamp(1, count.div_ceil(A_PAGE).max(1));
    let page = found.into_iter().skip((narrowed.page - 1) * A_PAGE).take(A_PAGE).collect();
    (page, count)
}

fn row(
    assortment: &Assortment,
    id: ReferenceId,
    shop: OrganisationId,
    sheet: &Sheet,
    left: &HashMap<ReferenceId, Quantity>,
    refused: &Refused,
) -> Option<Row> {
    let offer = assortment.find(id)?;
    let line: Option<&OrderLine> = sheet.lines.iter().find(|line| line.reference == id);
    let own_price = assortment.price_for(offer, shop).unwrap_or(offer.price);
    Some(Row {
        producer: assortment.producer_name(offer.producer).to_owned(),
        unit_price: price_of_a_unit(offer, own_price).to_compare(),
        own_price,
        left: left.get(&id).copied(),
        ordered: line.map_or(Quantity::ZERO, |line| line.ordered),
        takes_second_choice: match refused.second_choices.get(&id) {
            Some(asked) => *asked,
            None => line.is_some_and(|line| line.takes_second_choice),
        },
        is_favourite: sheet.favourites.contains(&id),
        typed: refused.typed.get(&id).cloned(),
        complaint: refused.complaints.get(&id).cloned().unwrap_or_default(),
        offer: offer.clone(),
    })
}

/// What the order comes to, at expected weights.
pub(super) fn totals_of(assortment: &Assortment, sheet: &Sheet, shop: OrganisationId) -> Totals {
    let wanted: Vec<Wanted<'_>> = sheet
        .lines
        .iter()
        .filter(|line| line.ordered > Quantity::ZERO)
        .filter_map(|line| {
            let offer = assortment.find(line.reference)?;
            Some(Wanted {
                offer,
                price: assortment.price_for(offer, shop).unwrap_or(offer.price),
                quantity: line.ordered,
                measure: offer.item.expected_measure(line.ordered),
            })
        })
        .collect();
    let per_order = sheet.cycle.terms.map(|terms| terms.per_order).unwrap_or_default();
    totals(&price(&wanted, &per_order))
}

/// Takes the quantities of the form: those of every row shown, or the one that the script sends.
pub(super) async fn save(visit: Visit, place: Place, form: Form) -> Outcome<Response> {
    let At((hub, cycle, shop)) = place;
    let (asks, mut complaints) = read_asks(&form, visit.language);
    let reason = form.text("reason", 200);
    let asked: Vec<ReferenceId> = asks.iter().map(|ask| ask.reference).collect();
    let mut refused = None;
    if complaints.is_empty() {
        let for_act = reason.clone();
        let outcome =
            visit.act(move |tx, who| acts::ask(tx, who, hub, cycle, shop, &asks, &for_act)).await;
        if let Err(stop) = outcome {
            let Stop::Refused(refusal) = &stop else { return Err(stop) };
            let about = match (refusal.of::<NotOrdered>(), asked.as_slice()) {
                (Some(NotOrdered::SoldOut { reference, .. }), _) => Some(*reference),
                (_, [only]) => Some(*only),
                _ => None,
            };
            if let Some(reference) = about {
                complaints.insert(reference, refusal.say(visit.language));
            }
            refused = Some(stop);
        }
    } else {
        form.fault("quantity", Fault::NotANumber);
        refused = form.accept().err();
    }
    if visit.live {
        let shown: Vec<ReferenceId> = complaints.keys().copied().chain(asked).collect();
        let refused = Refused { complaints, ..Refused::default() };
        let page = order_page(&visit, &place, Some(shown), refused).await?;
        return fragment(&Changed { t: page.t, r: &page.r, page: &page });
    }
    match refused {
        None => {
            let t = words(visit.language);
            Ok(visit.done(&here(&place, &visit), &t.order_saved()))
        }
        Some(stop) => {
            let (typed, second_choices) = as_typed(&form);
            let refused = Refused { typed, second_choices, complaints, reason };
            let page = order_page(&visit, &place, None, refused).await?;
            visit.again(&stop, &page.t.order_title(), &page)
        }
    }
}

/// The page that the form stood on, with what it was narrowed to.
fn here(place: &Place, visit: &Visit) -> String {
    let At((hub, cycle, shop)) = *place;
    let query = query_of(visit.query.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    format!("/hubs/{hub}/cycles/{cycle}/orders/{shop}{query}")
}

/// The part of an address that asks, with its question mark; empty where nothing is asked.
fn query_of<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let encoded =
        |value: &str| -> String {
            value
                .bytes()
                .map(|b| {
                    if b.is_ascii_alphanumeric() {
                        char::from(b).to_string()
                    } else {
                        format!("%{b:02X}")
                    }
                })
                .collect()
        };
    let query: Vec<String> =
        pairs.map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect();
    if query.is_empty() { String::new() } else { format!("?{}", query.join("&")) }
}

/// Quantities and second choices as they were typed, for showing them again.
fn as_typed(form: &Form) -> (HashMap<ReferenceId, String>, HashMap<ReferenceId, bool>) {
    let quantities =
        form.numbered("quantity.").filter_map(|(id, typed)| Some((id.parse().ok()?, typed.to_owned())));
    let second_choices = form
        .numbered("asked_second.")
        .filter_map(|(id, _)| Some((id.parse().ok()?, form.ticked(&format!("second.{id}")))));
    (quantities.collect(), second_choices.collect())
}

fn read_asks(form: &Form, language: Language) -> (Vec<Ask>, HashMap<ReferenceId, String>) {
    let t = words(language);
    let mut asks = Vec::new();
    let mut complaints = HashMap::new();
    for (id, typed) in form.numbered("quantity.") {
        let Ok(reference) = id.parse::<ReferenceId>() else { continue };
        let typed = typed.trim();
        let quantity = if typed.is_empty() { Ok(Quantity::ZERO) } else { Quantity::parse(typed) };
        match quantity {
            Ok(quantity) if quantity >= Quantity::ZERO => {
                let takes_second_choice = form
                    .ticked(&format!("asked_second.{id}"))
                    .then(|| form.ticked(&format!("second.{id}")));
                asks.push(Ask { reference, quantity, takes_second_choice });
            }
            Ok(_) => {
                complaints.insert(reference, t.order_negative());
            }
            Err(_) => {
                complaints.insert(reference, t.order_not_a_number());
            }
        }
    }
    (asks, complaints)
}

pub(super) async fn repeat(visit: Visit, place: Place) -> Outcome<Response> {
    let At((hub, cycle, shop)) = place;
    let count = visit.act(move |tx, who| acts::repeat(tx, who, hub, cycle, shop)).await?;
    let path = format!("/hubs/{hub}/cycles/{cycle}/orders/{shop}?only=ordered");
    Ok(visit.done(&path, &words(visit.language).order_repeated(count as i64)))
}

pub(super) async fn favourite(visit: Visit, place: Place, form: Form) -> Outcome<Response> {
    let At((hub, cycle, shop)) = place;
    let reference: ReferenceId = form.id("reference").ok_or(Stop::NotFound)?;
    let wanted = form.value("wanted") == "yes";
    visit.act(move |tx, who| acts::set_favourite(tx, who, hub, cycle, shop, reference, wanted)).await?;
    if visit.live {
        let page = order_page(&visit, &place, Some(vec![reference]), Refused::default()).await?;
        return fragment(&Changed { t: page.t, r: &page.r, page: &page });
    }
    Ok(redirect(&here(&place, &visit)))
}

impl Show {
    fn base(&self) -> String {
        format!("/hubs/{}/cycles/{}/orders/{}", self.hub, self.sheet.cycle.id, self.shop)
    }

    fn family(&self, code: &str) -> &'static str {
        families::find(code).map_or("?", |family| family.name(self.language))
    }

    fn pages(&self) -> usize {
        self.found.div_ceil(A_PAGE)
    }

    /// The address of this list with another page, family or filter.
    fn with(&self, name: &str, value: &str) -> String {
        let n = &self.narrowed;
        let producer = n.sought.producer.map(|id| id.to_string()).unwrap_or_default();
        let page = n.page.to_string();
        let pairs = [
            ("q", n.sought.words.as_str()),
            ("family", n.sought.family.as_deref().unwrap_or_default()),
            ("producer", producer.as_str()),
            ("certificate", n.sought.certificate.as_deref().unwrap_or_default()),
            ("only", n.only.as_str()),
            ("page", if name == "page" { page.as_str() } else { "" }),
        ];
        let asked = pairs
            .iter()
            .map(|(key, kept)| (*key, if *key == name { value } else { kept }))
            .filter(|(_, value)| !value.is_empty());
        format!("{}{}", self.base(), query_of(asked))
    }

    fn is_family(&self, code: &str) -> bool {
        self.narrowed.sought.family.as_deref() == Some(code)
    }

    fn is_producer(&self, id: &OrganisationId) -> bool {
        self.narrowed.sought.producer.as_ref() == Some(id)
    }

    fn is_certificate(&self, code: &str) -> bool {
        self.narrowed.sought.certificate.as_deref() == Some(code)
    }

    fn certificates(&self) -> &'static [Certificate] {
        Certificate::ALL
    }

    /// Whether this row begins another family than the row above it.
    fn begins_family(&self, at: &usize) -> bool {
        let root = |row: &Row| families::root(&row.offer.item.family).to_owned();
        *at == 0 || root(&self.rows[*at - 1]) != root(&self.rows[*at])
    }

    fn root_of(&self, row: &Row) -> String {
        families::name(families::root(&row.offer.item.family), self.language).to_owned()
    }

    fn certificate(&self, code: &str) -> String {
        certificate_name(self.t, code)
    }

    fn second_choice(&self, row: &Row) -> bool {
        row.offer.second_choice.is_some()
    }

    /// What the quantity field shows: nothing where nothing is ordered.
    fn typed(&self, row: &Row) -> String {
        match &row.typed {
            Some(typed) => typed.clone(),
            None if row.ordered.is_zero() => String::new(),
            None => self.r.entry(row.ordered.plain()),
        }
    }

    /// Whether what is left can run out under the reader's eyes.
    fn is_scarce(&self, left: &Quantity) -> bool {
        *left < Quantity::whole(10)
    }
}
