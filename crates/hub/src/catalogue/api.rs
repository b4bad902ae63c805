//! Catalogues for programs: a producer's references, their stock, pictures and agreed prices.

use economy::vat::VatCategory;
use frame::api::{
    Body, Call, File, Line, Lines, Measure, Operation, Raw, Scope, Seen, UnitPrice, Written,
};
use frame::{Outcome, Stop};
use people::organisations::{Storage, store as organisations};
use polity::members::{Side, WITHIN, acts::enter_as, store as members};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use units::{CoalitionId, ContainerId, OrganisationId, PictureId, Quantity, ReferenceId, Unit};

use super::acts::{self, Draft, Unfit};
use super::exchange::{CSV as CSV_FILE, DFC as DFC_FILE, XLSX as XLSX_FILE};
use super::model::{Allergen, Arrangement, Item, Reference, StockMode};
use super::pages::reduced;
use super::{KEEPERS, store};

pub(super) const PRODUCERS: Operation = Operation::get(
    "/api/v1/hubs/{hub}/catalogue",
    "listProducers",
    "The producers of a hub, with how many references each has.",
)
.for_(WITHIN, Scope::CatalogueRead);
pub(super) const LIST: Operation = Operation::get(
    "/api/v1/hubs/{hub}/catalogue/{producer}/references",
    "listReferences",
    "A producer's references, with what is left of what is on hand.",
)
.for_(KEEPERS, Scope::CatalogueRead);
pub(super) const SHOW: Operation = Operation::get(
    "/api/v1/hubs/{hub}/catalogue/{producer}/references/{reference}",
    "getReference",
    "One reference, with what was agreed with single shops.",
)
.for_(KEEPERS, Scope::CatalogueRead);
pub(super) const CREATE: Operation = Operation::post(
    "/api/v1/hubs/{hub}/catalogue/{producer}/references",
    "createReference",
    "Adds a reference, for coming cycles.",
)
.creates()
.for_(KEEPERS, Scope::CatalogueWrite);
pub(super) const UPDATE: Operation = Operation::put(
    "/api/v1/hubs/{hub}/catalogue/{producer}/references/{reference}",
    "updateReference",
    "Changes a reference, for coming cycles; its picture stays.",
)
.for_(KEEPERS, Scope::CatalogueWrite);
pub(super) const COUNT: Operation = Operation::put(
    "/api/v1/hubs/{hub}/catalogue/{producer}/references/{reference}/stock",
    "countStock",
    "Writes down what was counted on hand, beyond what is promised already.",
)
.for_(KEEPERS, Scope::CatalogueWrite);
pub(super) const WITHDRAW: Operation = Operation::put(
    "/api/v1/hubs/{hub}/catalogue/{producer}/references/{reference}/withdrawn",
    "withdrawReference",
    "Takes a reference out of coming cycles, or back in.",
)
.for_(KEEPERS, Scope::CatalogueWrite);
pub(super) const ARRANGE: Operation = Operation::put(
    "/api/v1/hubs/{hub}/catalogue/{producer}/references/{reference}/arrangements/{shop}",
    "arrange",
    "Agrees on a price with one shop, or on not offering it.",
)
.for_(KEEPERS, Scope::CatalogueWrite);
pub(super) const SET_PICTURE: Operation = Operation::put(
    "/api/v1/hubs/{hub}/catalogue/{producer}/references/{reference}/picture",
    "setPicture",
    "Gives a reference its picture: JPEG, PNG or WebP.",
)
.for_(KEEPERS, Scope::CatalogueWrite)
.takes("image/*");
pub(super) const PICTURE: Operation = Operation::get(
    "/api/v1/hubs/{hub}/catalogue/{producer}/pictures/{picture}",
    "getPicture",
    "A picture; it never changes under its address.",
)
.for_(WITHIN, Scope::CatalogueRead)
.file("image/jpeg");
pub(super) const IMPORT: Operation = Operation::post(
    "/api/v1/hubs/{hub}/catalogue/{producer}/import",
    "importCatalogue",
    "Takes a whole file in (CSV, XLSX or Data Food Consortium JSON-LD): all of its references, or none.",
)
.for_(KEEPERS, Scope::CatalogueWrite)
.takes("application/octet-stream");
pub(super) const CSV: Operation = Operation::get(
    "/api/v1/hubs/{hub}/catalogue/{producer}/export.csv",
    "exportCsv",
    "A producer's catalogue as CSV.",
)
.for_(KEEPERS, Scope::CatalogueRead)
.file(CSV_FILE);
pub(super) const XLSX: Operation = Operation::get(
    "/api/v1/hubs/{hub}/catalogue/{producer}/export.xlsx",
    "exportXlsx",
    "A producer's catalogue as a workbook.",
)
.for_(KEEPERS, Scope::CatalogueRead)
.file(XLSX_FILE);
pub(super) const DFC: Operation = Operation::get(
    "/api/v1/hubs/{hub}/catalogue/{producer}/export.jsonld",
    "exportDfc",
    "A producer's catalogue as linked data of the Data Food Consortium.",
)
.for_(KEEPERS, Scope::CatalogueRead)
.file(DFC_FILE);

type OfProducer = (CoalitionId, OrganisationId);
type OfReference = (CoalitionId, OrganisationId, ReferenceId);

/// A producer of a hub.
#[derive(Serialize, JsonSchema)]
pub(super) struct ListedProducer {
    id: OrganisationId,
    name: String,
    references: i64,
}

/// A producer's article.
#[derive(Serialize, JsonSchema)]
pub(super) struct ReferenceSheet {
    id: ReferenceId,
    code: String,
    /// Each change of what it says makes another.
    version: i64,
    name: String,
    description: String,
    /// A family's code.
    family: String,
    order_unit: Unit,
    pay_unit: Unit,
    measure_per_unit: Measure,
    content: Option<Content>,
    /// For a pay unit, without VAT; none while it is not for sale.
    price: Option<UnitPrice>,
    vat: VatCategory,
    storage: Storage,
    origin: String,
    certificates: Vec<String>,
    allergens: Vec<Allergen>,
    step: Measure,
    picture: Option<PictureId>,
    container: Option<GoesIn>,
    stock_mode: StockMode,
    /// For each cycle, where the stock is per cycle.
    cycle_stock: Measure,
    /// What is left to promise, where stock is counted on hand.
    on_hand: Option<Measure>,
    second_choice: Option<ReferenceId>,
    withdrawn: bool,
}

/// What one unit ordered holds.
#[derive(Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Content {
    quantity: Measure,
    unit: Unit,
}

/// The container that goes out with each unit ordered.
#[derive(Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct GoesIn {
    /// One of the producer's kinds or of the hub's.
    kind: ContainerId,
    #[schemars(range(min = 1, max = 100))]
    count: u8,
}

/// A reference with what was agreed with single shops.
#[derive(Serialize, JsonSchema)]
pub(super) struct ReferenceWithArrangements {
    #[serde(flatten)]
    reference: ReferenceSheet,
    arrangements: Vec<ShopArrangement>,
}

/// What was agreed with one shop.
#[derive(Serialize, JsonSchema)]
pub(super) struct ShopArrangement {
    shop: OrganisationId,
    price: Option<UnitPrice>,
    hidden: bool,
}

/// What a reference says.
#[derive(Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ReferenceText {
    /// The producer's own; a new one is made where none is given.
    code: Option<Line<40>>,
    #[schemars(length(min = 1))]
    name: Line<160>,
    #[serde(default)]
    description: Lines<2000>,
    /// A family's code.
    family: Line<80>,
    order_unit: Unit,
    pay_unit: Unit,
    /// Pay units in one unit ordered, as expected; 1 where the units are the same.
    measure_per_unit: Option<Measure>,
    content: Option<Content>,
    price: Option<UnitPrice>,
    vat: VatCategory,
    storage: Storage,
    #[serde(default)]
    origin: Line<120>,
    /// Codes, or the producer's own words.
    #[serde(default)]
    #[schemars(length(max = 20))]
    certificates: Vec<Line<40>>,
    #[serde(default)]
    #[schemars(length(max = 14))]
    allergens: Vec<Allergen>,
    /// Orders go by whole steps of so many units; 1 where it is left out.
    step: Option<Measure>,
    container: Option<GoesIn>,
    stock_mode: StockMode,
    #[serde(default)]
    cycle_stock: Measure,
    /// The code of what goes in its place.
    second_choice: Option<Line<40>>,
}

impl ReferenceText {
    fn draft(&self) -> Draft {
        let mut allergens = self.allergens.clone();
        allergens.sort_unstable();
        allergens.dedup();
        let own = self.certificates.iter().flat_map(|one| one.0.split(','));
        let certificates =
            own.map(str::trim).filter(|one| !one.is_empty()).take(20).map(str::to_owned).collect();
        let item = Item {
            name: self.name.0.clone(),
            description: self.description.0.clone(),
            family: self.family.0.clone(),
            order_unit: self.order_unit,
            pay_unit: self.pay_unit,
            measure_per_unit: self.measure_per_unit.map_or(Quantity::ONE, |measure| measure.0),
            content: self.content.map(|content| (content.quantity.0, content.unit)),
            price: self.price.map(|price| price.0),
            vat: self.vat,
            storage: self.storage,
            origin: self.origin.0.clone(),
            certificates,
            allergens,
            step: self.step.map_or(Quantity::ONE, |step| step.0),
            picture: None,
            container: self.container.map(|container| (container.kind, container.count.into())),
        };
        Draft {
            code: self.code.clone().and_then(Line::filled),
            item,
            stock_mode: self.stock_mode,
            cycle_stock: self.cycle_stock.0,
            second_choice: self.second_choice.clone().and_then(Line::filled),
        }
    }
}

fn sheet(reference: &Reference, on_hand: Option<Quantity>) -> ReferenceSheet {
    let item = &reference.item;
    ReferenceSheet {
        id: reference.id,
        code: reference.code.clone(),
        version: reference.version,
        name: item.name.clone(),
        description: item.description.clone(),
        family: item.family.clone(),
        order_unit: item.order_unit,
        pay_unit: item.pay_unit,
        measure_per_unit: item.measure_per_unit.into(),
        content: item.content.map(|(quantity, unit)| Content { quantity: quantity.into(), unit }),
        price: item.price.map(UnitPrice),
        vat: item.vat,
        storage: item.storage,
        origin: item.origin.clone(),
        certificates: item.certificates.clone(),
        allergens: item.allergens.clone(),
        step: item.step.into(),
        picture: item.picture,
        container: item
            .container
            .map(|(kind, count)| GoesIn { kind, count: u8::try_from(count).unwrap_or(u8::MAX) }),
        stock_mode: reference.stock_mode,
        cycle_stock: reference.cycle_stock.into(),
        on_hand: on_hand.map(Measure),
        second_choice: reference.second_choice,
        withdrawn: reference.is_withdrawn,
    }
}

/// The reference as the act has left it.
fn as_it_stands(
    tx: &::store::Tx<'_>,
    who: &frame::Who,
    hub: CoalitionId,
    producer: OrganisationId,
    id: ReferenceId,
) -> Outcome<ReferenceSheet> {
    let found = acts::show(tx, who, hub, producer, id)?;
    Ok(sheet(&found.reference, found.on_hand))
}

pub(super) async fn producers(call: Call<CoalitionId>) -> Outcome<Seen<Vec<ListedProducer>>> {
    let hub = call.at;
    call.look(move |tx, who| {
        enter_as(tx, who, hub, &[frame::Role::Coordinator])?;
        let ids = members::on_side(tx, hub, Side::Producer, who.today)?;
        let counts = store::counts(tx)?;
        let listed = organisations::all(tx, &ids)?.into_iter().map(|organisation| ListedProducer {
            id: organisation.id,
            name: organisation.name,
            references: counts
                .iter()
                .find(|(id, _)| *id == organisation.id)
                .map_or(0, |(_, references)| *references),
        });
        Ok(Seen(listed.collect()))
    })
    .await
}

pub(super) async fn list(call: Call<OfProducer>) -> Outcome<Seen<Vec<ReferenceSheet>>> {
    let (hub, producer) = call.at;
    let listed = call.look(move |tx, who| acts::list(tx, who, hub, producer)).await?;
    Ok(Seen(listed.iter().map(|(reference, on_hand)| sheet(reference, *on_hand)).collect()))
}

pub(super) async fn show(call: Call<OfReference>) -> Outcome<Seen<ReferenceWithArrangements>> {
    let (hub, producer, id) = call.at;
    let found = call.look(move |tx, who| acts::show(tx, who, hub, producer, id)).await?;
    let arrangements = found.arrangements.iter().map(|one| ShopArrangement {
        shop: one.shop,
        price: one.price.map(UnitPrice),
        hidden: one.hidden,
    });
    Ok(Seen(ReferenceWithArrangements {
        reference: sheet(&found.reference, found.on_hand),
        arrangements: arrangements.collect(),
    }))
}

pub(super) async fn create(
    call: Call<OfProducer, Body<ReferenceText>>,
) -> Outcome<Written<ReferenceSheet>> {
    let ((hub, producer), draft) = (call.at, call.asked.0.draft());
    call.once(move |tx, who| {
        let id = acts::create(tx, who, hub, producer, &draft)?;
        as_it_stands(tx, who, hub, producer, id)
    })
    .await
}

pub(super) async fn update(
    call: Call<OfReference, Body<ReferenceText>>,
) -> Outcome<Written<ReferenceSheet>> {
    let ((hub, producer, id), draft) = (call.at, call.asked.0.draft());
    call.once(move |tx, who| {
        acts::update(tx, who, hub, producer, id, &draft)?;
        as_it_stands(tx, who, hub, producer, id)
    })
    .await
}

/// What was counted.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Counted {
    /// In units ordered.
    on_hand: Measure,
}

pub(super) async fn count(call: Call<OfReference, Body<Counted>>) -> Outcome<Written<ReferenceSheet>> {
    let ((hub, producer, id), counted) = (call.at, call.asked.0.on_hand.0);
    call.once(move |tx, who| {
        acts::count_stock(tx, who, hub, producer, id, counted)?;
        as_it_stands(tx, who, hub, producer, id)
    })
    .await
}

/// Whether it is out of coming cycles.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Withdrawn {
    withdrawn: bool,
}

pub(super) async fn withdraw(
    call: Call<OfReference, Body<Withdrawn>>,
) -> Outcome<Written<ReferenceSheet>> {
    let ((hub, producer, id), withdrawn) = (call.at, call.asked.0.withdrawn);
    call.once(move |tx, who| {
        acts::withdraw(tx, who, hub, producer, id, withdrawn)?;
        as_it_stands(tx, who, hub, producer, id)
    })
    .await
}

/// What is agreed with a shop: a price, none for the usual one.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Agreed {
    price: Option<UnitPrice>,
    #[serde(default)]
    hidden: bool,
}

pub(super) async fn arrange(
    call: Call<(CoalitionId, OrganisationId, ReferenceId, OrganisationId), Body<Agreed>>,
) -> Outcome<Written<ShopArrangement>> {
    let (hub, producer, reference, shop) = call.at;
    let agreed = &call.asked.0;
    let price = agreed.price.map(|price| price.0);
    let arrangement = Arrangement { reference, shop, price, hidden: agreed.hidden };
    call.once(move |tx, who| {
        acts::arrange(tx, who, hub, producer, &arrangement)?;
        let Arrangement { shop, price, hidden, .. } = arrangement;
        Ok(ShopArrangement { shop, price: price.map(UnitPrice), hidden })
    })
    .await
}

pub(super) async fn set_picture(call: Call<OfReference, Raw>) -> Outcome<Written<ReferenceSheet>> {
    let (hub, producer, id) = call.at;
    call.look(move |tx, who| acts::show(tx, who, hub, producer, id).map(|_| ())).await?;
    let jpeg = reduced(call.asked.0.clone()).await?.map_err(|_| Stop::from(Unfit::NotAPicture))?;
    call.once(move |tx, who| {
        acts::set_picture(tx, who, hub, producer, id, &jpeg)?;
        as_it_stands(tx, who, hub, producer, id)
    })
    .await
}

pub(super) async fn picture(call: Call<(CoalitionId, OrganisationId, PictureId)>) -> Outcome<File> {
    let (hub, producer, id) = call.at;
    let bytes = call.look(move |tx, who| acts::picture(tx, who, hub, producer, id)).await?;
    Ok(File { media_type: "image/jpeg", name: "picture.jpg".to_owned(), bytes })
}
