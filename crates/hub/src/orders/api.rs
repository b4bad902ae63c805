//! Orders for programs: what a shop may order, what it ordered, and changing that.

use std::collections::HashSet;
use std::sync::Arc;

use economy::documents::Split;
use frame::Outcome;
use frame::api::{
    Amount, Body, Call, Day, Instant, Line, Lines, Measure, Nothing, Operation, Percent, Query, Scope,
    Seen, UnitPrice, Written,
};
use people::organisations::store as organisations;
use polity::members::acts::enter_as;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use units::{CoalitionId, CycleId, OrganisationId, Quantity, ReferenceId, Unit};

use super::acts::{self, Sheet};
use super::model::{Ask, OrderLine};
use super::pages::totals_of;
use super::{ORDERERS, READERS, store};
use crate::catalogue::StockMode;
use crate::cycles::{Assortment, Offer, Sought, Stage, assortment};

pub(super) const LIST: Operation = Operation::get(
    "/api/v1/hubs/{hub}/cycles/{cycle}/orders",
    "listOrders",
    "The orders of a cycle that hold something.",
)
.for_(crate::STAFF, Scope::OrdersRead);
pub(super) const SHOW: Operation = Operation::get(
    "/api/v1/hubs/{hub}/cycles/{cycle}/orders/{shop}",
    "getOrder",
    "A shop's order, with what it comes to at expected weights.",
)
.for_(READERS, Scope::OrdersRead);
pub(super) const OFFERS: Operation = Operation::get(
    "/api/v1/hubs/{hub}/cycles/{cycle}/orders/{shop}/offers",
    "listOffers",
    "What a shop may order in a cycle, at its own prices, page by page.",
)
.for_(ORDERERS, Scope::OrdersRead);
pub(super) const CHANGE: Operation = Operation::patch(
    "/api/v1/hubs/{hub}/cycles/{cycle}/orders/{shop}",
    "changeOrder",
    "Sets the quantities of some lines: all of them, or none with the reason.",
)
.for_(ORDERERS, Scope::OrdersWrite);
pub(super) const REPEAT: Operation = Operation::post(
    "/api/v1/hubs/{hub}/cycles/{cycle}/orders/{shop}/repeat",
    "repeatOrder",
    "Orders again what the shop ordered last time, as much as is left.",
)
.for_(ORDERERS, Scope::OrdersWrite);
pub(super) const WISHES: Operation = Operation::put(
    "/api/v1/hubs/{hub}/cycles/{cycle}/orders/{shop}/wishes",
    "setWishes",
    "Sets the day that the shop wants its delivery, and what it has to say.",
)
.for_(ORDERERS, Scope::OrdersWrite);
pub(super) const FAVOURITE: Operation = Operation::put(
    "/api/v1/hubs/{hub}/cycles/{cycle}/orders/{shop}/favourites/{reference}",
    "setFavourite",
    "Makes a reference one of the shop's favourites, or no longer one.",
)
.for_(ORDERERS, Scope::OrdersWrite);

/// Offers that one answer shows.
const A_PAGE: usize = 200;

type Place = (CoalitionId, CycleId, OrganisationId);

/// One shop's order in the list of a cycle.
#[derive(Serialize, JsonSchema)]
pub(super) struct ListedOrder {
    shop: OrganisationId,
    shop_name: String,
    lines: i64,
    delivers_on: Day,
    placed_at: Instant,
    changed_at: Instant,
}

/// A shop's order.
#[derive(Serialize, JsonSchema)]
pub(super) struct OrderSheet {
    stage: Stage,
    /// None where nothing was ordered yet.
    placed_at: Option<Instant>,
    delivers_on: Option<Day>,
    note: String,
    /// Whether the token's holder may change it now.
    may_order: bool,
    lines: Vec<OrderedLine>,
    /// At expected weights.
    split: Split,
}

/// One line of an order; a quantity of 0 is a line that was taken back.
#[derive(Serialize, JsonSchema)]
pub(super) struct OrderedLine {
    reference: ReferenceId,
    /// In units ordered.
    quantity: Measure,
    /// Whether something in its place is welcome.
    takes_second_choice: bool,
    placed_at: Instant,
}

/// One offer, as this shop sees it.
#[derive(Serialize, JsonSchema)]
pub(super) struct Offered {
    reference: ReferenceId,
    code: String,
    name: String,
    description: String,
    producer: OrganisationId,
    producer_name: String,
    family: String,
    order_unit: Unit,
    pay_unit: Unit,
    /// Pay units in one unit ordered: exact, or as expected where the goods are weighed.
    measure_per_unit: Measure,
    /// Orders go by whole steps of so many units.
    step: Measure,
    /// For a pay unit, without VAT and fees.
    price: UnitPrice,
    vat_rate: Percent,
    /// For the containers that go out with a unit.
    deposit: Amount,
    certificates: Vec<String>,
    origin: String,
    /// How many units are left to promise; none where there is no limit.
    left: Option<Measure>,
}

/// A page of offers.
#[derive(Serialize, JsonSchema)]
pub(super) struct OfferPage {
    found: usize,
    page: usize,
    pages: usize,
    offers: Vec<Offered>,
}

/// What offers are narrowed to.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Narrowed {
    /// Words, all of which are found.
    #[serde(default)]
    words: Line<200>,
    /// A widest family's code.
    family: Option<Line<80>>,
    producer: Option<OrganisationId>,
    certificate: Option<Line<80>>,
    /// From 1 on; beyond the last page it is the last.
    #[schemars(range(min = 1, max = 100_000))]
    page: Option<usize>,
}

/// What a shop asks for.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OrderChange {
    #[schemars(length(max = 5000))]
    lines: Vec<AskedLine>,
    /// Why, where the cycle has closed: only the coordinator changes orders then.
    #[serde(default)]
    reason: Line<200>,
}

/// The quantity that is wanted of one reference, in all.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AskedLine {
    reference: ReferenceId,
    /// In units ordered; 0 takes the line back.
    quantity: Measure,
    /// Whether something in its place is welcome; left out, it stays as it is.
    takes_second_choice: Option<bool>,
}

/// The lines that were asked for, as they stand now.
#[derive(Serialize, JsonSchema)]
pub(super) struct ChangedOrder {
    lines: Vec<OrderedLine>,
}

/// How many lines were taken over.
#[derive(Serialize, JsonSchema)]
pub(super) struct RepeatedOrder {
    lines: usize,
}

/// The day and the words that go with an order.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Wishes {
    /// One of the cycle's delivery days.
    delivers_on: Day,
    #[serde(default)]
    note: Lines<500>,
}

/// Whether it is a favourite.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Favourite {
    wanted: bool,
}

pub(super) async fn list(call: Call<(CoalitionId, CycleId)>) -> Outcome<Seen<Vec<ListedOrder>>> {
    let (hub, cycle) = call.at;
    let listed = call
        .look(move |tx, who| {
            let staff = [frame::Role::Coordinator, frame::Role::Warehouse, frame::Role::Bookkeeper];
            enter_as(tx, who, hub, &staff)?;
            crate::cycles::acts::find(tx, who, hub, cycle)?;
            let counts = store::counts(tx, hub, cycle)?;
            let mut orders = store::all(tx, hub, cycle)?;
            orders.retain(|order| counts.contains_key(&order.shop));
            let ids: Vec<OrganisationId> = orders.iter().map(|order| order.shop).collect();
            let shops = organisations::all(tx, &ids)?;
            let listed = orders.into_iter().map(|order| {
                let shop = shops.iter().find(|shop| shop.id == order.shop);
                ListedOrder {
                    shop: order.shop,
                    shop_name: shop.map(|shop| shop.name.clone()).unwrap_or_default(),
                    lines: counts.get(&order.shop).copied().unwrap_or_default(),
                    delivers_on: order.delivers_on.into(),
                    placed_at: order.placed_at.into(),
                    changed_at: order.changed_at.into(),
                }
            });
            Ok(listed.collect())
        })
        .await?;
    Ok(Seen(listed))
}

pub(super) async fn show(call: Call<Place>) -> Outcome<Seen<OrderSheet>> {
    let (hub, cycle, shop) = call.at;
    let assortment = assortment(&call.visit.app, hub, cycle).await?;
    let now = call.visit.app.clock.now();
    let sheet = call.look(move |tx, who| acts::show(tx, who, hub, cycle, shop)).await?;
    Ok(Seen(OrderSheet {
        stage: sheet.cycle.stage(),
        placed_at: sheet.order.as_ref().map(|order| order.placed_at.into()),
        delivers_on: sheet.order.as_ref().map(|order| order.delivers_on.into()),
        note: sheet.order.as_ref().map(|order| order.note.clone()).unwrap_or_default(),
        may_order: sheet.may_order && sheet.cycle.takes_orders_at(now),
        lines: sheet.lines.iter().map(OrderedLine::from).collect(),
        split: Split::from(&totals_of(&assortment, &sheet, shop).shares),
    }))
}

impl From<&OrderLine> for OrderedLine {
    fn from(line: &OrderLine) -> Self {
        Self {
            reference: line.reference,
            quantity: line.ordered.into(),
            takes_second_choice: line.takes_second_choice,
            placed_at: line.placed_at.into(),
        }
    }
}

pub(super) async fn offers(call: Call<Place, Query<Narrowed>>) -> Outcome<Seen<OfferPage>> {
    let (hub, cycle, shop) = call.at;
    let assortment = assortment(&call.visit.app, hub, cycle).await?;
    let Query(asked) = &call.asked;
    let sought = Sought {
        words: asked.words.0.clone(),
        family: asked.family.clone().and_then(Line::filled),
        producer: asked.producer,
        certificate: asked.certificate.clone().and_then(Line::filled),
    };
    let wanted = asked.page.unwrap_or(1);
    let snapshot = Arc::clone(&assortment);
    call.look(move |tx, who| {
        let _: Sheet = acts::show(tx, who, hub, cycle, shop)?;
        let found = snapshot.search(&sought, shop);
        let pages = found.len().div_ceil(A_PAGE).max(1);
        let page = wanted.clamp(1, pages);
        let shown: Vec<&Offer> = found.iter().copied().skip((page - 1) * A_PAGE).take(A_PAGE).collect();
        let guarded: Vec<(ReferenceId, OrganisationId, StockMode)> =
            shown.iter().map(|offer| (offer.reference, offer.producer, offer.stock_mode)).collect();
        let left = store::stock_left(tx, hub, cycle, &guarded)?;
        let offers = shown
            .into_iter()
            .map(|offer| offered(&snapshot, offer, shop, left.get(&offer.reference).copied()))
            .collect();
        Ok(Seen(OfferPage { found: found.len(), page, pages, offers }))
    })
    .await
}

fn offered(
    assortment: &Assortment,
    offer: &Offer,
    shop: OrganisationId,
    left: Option<Quantity>,
) -> Offered {
    let item = &offer.item;
    Offered {
        reference: offer.reference,
        code: offer.code.clone(),
        name: item.name.clone(),
        description: item.description.clone(),
        producer: offer.producer,
        producer_name: assortment.producer_name(offer.producer).to_owned(),
        family: item.family.clone(),
        order_unit: item.order_unit,
        pay_unit: item.pay_unit,
        measure_per_unit: item.measure_per_unit.into(),
        step: item.step.into(),
        price: assortment.price_for(offer, shop).unwrap_or(offer.price).into(),
        vat_rate: offer.vat_rate.into(),
        deposit: units::Cents(offer.deposit.0 * super::containers(offer, Quantity::ONE)).into(),
        certificates: item.certificates.clone(),
        origin: item.origin.clone(),
        left: left.map(Measure::from),
    }
}

pub(super) async fn change(call: Call<Place, Body<OrderChange>>) -> Outcome<Written<ChangedOrder>> {
    let (hub, cycle, shop) = call.at;
    let Body(asked) = &call.asked;
    let asks: Vec<Ask> = asked
        .lines
        .iter()
        .map(|line| Ask {
            reference: line.reference,
            quantity: line.quantity.0,
            takes_second_choice: line.takes_second_choice,
        })
        .collect();
    let reason = asked.reason.0.clone();
    call.once(move |tx, who| {
        let mut lines = acts::ask(tx, who, hub, cycle, shop, &asks, &reason)?;
        let changed: HashSet<ReferenceId> = lines.iter().map(|line| line.reference).collect();
        let others = asks.iter().map(|ask| ask.reference).filter(|asked| !changed.contains(asked));
        lines.extend(store::lines_for(tx, hub, cycle, shop, others)?);
        lines.sort_by_key(|line| line.reference);
        Ok(ChangedOrder { lines: lines.iter().map(OrderedLine::from).collect() })
    })
    .await
}

pub(super) async fn repeat(call: Call<Place, Nothing>) -> Outcome<Written<RepeatedOrder>> {
    let (hub, cycle, shop) = call.at;
    call.once(move |tx, who| Ok(RepeatedOrder { lines: acts::repeat(tx, who, hub, cycle, shop)? })).await
}

pub(super) async fn wishes(call: Call<Place, Body<Wishes>>) -> Outcome<Written<Wishes>> {
    let (hub, cycle, shop) = call.at;
    let (day, note) = (call.asked.0.delivers_on, call.asked.0.note.clone());
    call.once(move |tx, who| {
        acts::set_wishes(tx, who, hub, cycle, shop, day.0, &note.0)?;
        Ok(Wishes { delivers_on: day, note: note.clone() })
    })
    .await
}

pub(super) async fn favourite(
    call: Call<(CoalitionId, CycleId, OrganisationId, ReferenceId), Body<Favourite>>,
) -> Outcome<Written<Favourite>> {
    let (hub, cycle, shop, reference) = call.at;
    let favourite = call.asked.0.clone();
    call.once(move |tx, who| {
        acts::set_favourite(tx, who, hub, cycle, shop, reference, favourite.wanted)?;
        Ok(favourite.clone())
    })
    .await
}
