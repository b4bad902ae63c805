//! Preparing each shop's goods, and handing them over.

use std::collections::BTreeMap;

use ::store::Tx;
use economy::containers::acts::{Move, move_all};
use economy::documents::{DocumentKind, store as documents};
use economy::ledger::{CauseKind, acts as ledger};
use frame::webhooks::{self, Event, Kind};
use frame::{Outcome, Role, Say, Stop, Who, journal};
use polity::members::{Side, acts::enter, store as members};
use units::{
    CauseId, CoalitionId, ContainerId, CycleId, Language, OrganisationId, Quantity, ReferenceId,
};

use super::{Delivery, Handed, store};
use crate::cycles::{Assortment, Cycle, store as cycles};
use crate::orders::{Order, OrderLine, containers, store as orders};
use crate::receptions::acts::{NotReceived, enter_open_dock, must_be_owned_by};
use crate::receptions::{Allotment, Reason, store as receptions};
use crate::transport;
use crate::words::words;

/// What a preparation or a delivery is refused for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotHanded {
    AlreadyInvoiced,
    AlreadyDelivered,
    /// So many articles that the shop ordered are still to be received or shared.
    NotComplete {
        articles: i64,
    },
    /// More than came to this shop by its share needs a reason of its own.
    ReasonMissing,
    MoreThanPrepared,
}

impl Say for NotHanded {
    fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::AlreadyInvoiced => t.reception_already_invoiced(),
            Self::AlreadyDelivered => t.delivery_already(),
            Self::NotComplete { articles } => t.delivery_not_complete(*articles),
            Self::ReasonMissing => t.preparation_reason_missing(),
            Self::MoreThanPrepared => t.delivery_more_than_prepared(),
        }
    }
}

/// What was found of a line while it was prepared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub reference: ReferenceId,
    /// The article that it stands in for, where it does.
    pub stands_for: Option<ReferenceId>,
    pub quantity: Quantity,
    pub measure: Quantity,
    /// Needed where the quantity differs from what was allotted.
    pub reason: Option<Reason>,
    pub remark: String,
}

/// What the shop sent back at its door, in units paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentBack {
    pub reference: ReferenceId,
    /// The article that it stands in for, where it does.
    pub stands_for: Option<ReferenceId>,
    pub measure: Quantity,
    pub remark: String,
}

/// A shop's goods: what it ordered, what it gets.
pub struct Goods {
    pub cycle: Cycle,
    pub order: Option<Order>,
    pub lines: Vec<OrderLine>,
    pub allotments: Vec<Allotment>,
    pub delivery: Option<Delivery>,
    pub handed: Vec<Handed>,
}

/// A shop's goods, for who handles them and for the shop itself.
pub fn show(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
) -> Outcome<Goods> {
    enter(tx, who, hub)?;
    let staff = who.acts_in(hub, &[Role::Coordinator, Role::Warehouse, Role::Bookkeeper]);
    if !staff && !who.acts_for(shop, Role::Shop) {
        return Err(Stop::NotFound);
    }
    // Another hub's shops do not exist in this one, not even by name.
    if members::memberships_of(tx, hub, shop)?.iter().all(|membership| membership.side != Side::Shop) {
        return Err(Stop::NotFound);
    }
    Ok(Goods {
        cycle: cycles::find(tx, hub, cycle)?.ok_or(Stop::NotFound)?,
        order: orders::find(tx, hub, cycle, shop)?,
        lines: orders::lines(tx, hub, cycle, shop)?,
        allotments: receptions::allotments_of_shop(tx, hub, cycle, shop)?,
        delivery: store::delivery(tx, hub, cycle, shop)?,
        handed: store::handed(tx, hub, cycle, shop)?,
    })
}

fn must_not_be_invoiced(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
) -> Outcome<()> {
    let occasion = crate::settlement::occasion(cycle, shop);
    match documents::of_occasion(tx, hub, DocumentKind::Invoice, &occasion)? {
        Some(_) => Err(NotHanded::AlreadyInvoiced.into()),
        None => Ok(()),
    }
}

/// Writes down what was picked for a shop, and that its goods are ready.
pub fn prepare(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
    found: &[Found],
) -> Outcome<()> {
    enter_open_dock(tx, who, hub, cycle)?;
    must_not_be_invoiced(tx, hub, cycle, shop)?;
    if store::delivery(tx, hub, cycle, shop)?.is_some() {
        return Err(NotReceived::AlreadyDelivered.into());
    }
    let known = receptions::allotments_of_shop(tx, hub, cycle, shop)?;
    for one in found {
        let allotment = known
            .iter()
            .find(|known| known.is_row(one.reference, one.stands_for))
            .ok_or(Stop::NotFound)?;
        let differs = one.quantity != allotment.quantity;
        let reason = match (one.reason, differs) {
            (Some(reason), _) => Some(reason),
            (None, true) => return Err(NotHanded::ReasonMissing.into()),
            (None, false) if one.measure != allotment.measure => {
                Some(allotment.reason.unwrap_or(Reason::Weighed))
            }
            (None, false) => allotment.reason,
        };
        let changed = Allotment {
            quantity: one.quantity,
            measure: one.measure,
            reason,
            remark: one.remark.clone(),
            ..allotment.clone()
        };
        if changed != *allotment {
            receptions::update_allotment(tx, hub, cycle, &changed)?;
        }
    }
    store::mark_prepared(tx, who, hub, cycle, shop)?;
    journal::note(tx, who, "preparation", shop, "")?;
    Ok(())
}

/// A shop signs once, for all that it ordered: what came later would stand on no delivery note.
fn must_be_complete(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
    allotments: &[Allotment],
) -> Outcome<()> {
    let lines = orders::lines(tx, hub, cycle, shop)?;
    let is_allotted = |line: &OrderLine| allotments.iter().any(|one| one.is_row(line.reference, None));
    match lines.iter().filter(|line| line.ordered > Quantity::ZERO && !is_allotted(line)).count() {
        0 => Ok(()),
        articles => Err(NotHanded::NotComplete { articles: articles as i64 }.into()),
    }
}

/// Hands a shop's goods over: who took them, what was sent back, which containers went and came.
pub fn deliver(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    cycle: CycleId,
    shop: OrganisationId,
    assortment: &Assortment,
    handover: &Handover,
) -> Outcome<()> {
    enter_open_dock(tx, who, hub, cycle)?;
    if store::delivery(tx, hub, cycle, shop)?.is_some() {
        return Err(NotHanded::AlreadyDelivered.into());
    }
    must_not_be_invoiced(tx, hub, cycle, shop)?;
    let allotments = receptions::allotments_of_shop(tx, hub, cycle, shop)?;
    must_be_complete(tx, hub, cycle, shop, &allotments)?;
    for back in &handover.sent_back {
        let allotment = allotments
            .iter()
            .find(|one| one.is_row(back.reference, back.stands_for))
            .ok_or(Stop::NotFound)?;
        if back.measure > allotment.measure {
            return Err(NotHanded::MoreThanPrepared.into());
        }
        let kept = Allotment {
            invoiced: Some(allotment.measure - back.measure),
            reason: Some(Reason::Refused),
            remark: back.remark.clone(),
            ..allotment.clone()
        };
        receptions::update_allotment(tx, hub, cycle, &kept)?;
    }
    let number = ledger::next_number(tx, hub.into(), "delivery")?;
    let id: CauseId = who.ids.next();
    let delivery = Delivery {
        shop,
        number,
        delivered_at: who.at,
        delivered_by: who.person,
        taken_by: handover.taken_by.clone(),
        note: handover.note.clone(),
    };
    store::insert_delivery(tx, who, hub, cycle, id, &delivery, &handover.handed)?;
    hand_over_containers(tx, who, hub, shop, id, assortment, &allotments, &handover.handed)?;
    transport::acts::delivered(tx, hub, cycle, shop)?;
    journal::note(tx, who, "delivery", shop, &number.to_string())?;
    let about = [("cycle", cycle.to_string()), ("shop", shop.to_string())];
    webhooks::tell(tx, who, hub, &Event { kind: Kind::DeliveryMade, about: &about })?;
    Ok(())
}

/// What is written down at a shop's door.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Handover {
    pub taken_by: String,
    pub note: String,
    pub sent_back: Vec<SentBack>,
    pub handed: Vec<Handed>,
}

fn hand_over_containers(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    shop: OrganisationId,
    cause: CauseId,
    assortment: &Assortment,
    allotments: &[Allotment],
    handed: &[Handed],
) -> Outcome<()> {
    let coalition = members::find(tx, hub)?.ok_or(Stop::NotFound)?;
    let mut owners: Vec<OrganisationId> = assortment.producers.keys().copied().collect();
    owners.push(coalition.organisation);
    must_be_owned_by(tx, &owners, handed.iter().map(|one| one.container))?;
    let mut net = with_goods(assortment, allotments);
    for one in handed {
        *net.entry(one.container).or_default() += one.extra_out - one.back;
    }
    let from = coalition.organisation;
    let moves: Vec<Move> =
        net.into_iter().map(|(container, count)| Move { container, from, to: shop, count }).collect();
    move_all(tx, who, hub, CauseKind::Delivery, cause, &moves)
}

/// The containers that go out with allotted goods.
pub fn with_goods(assortment: &Assortment, allotments: &[Allotment]) -> BTreeMap<ContainerId, i64> {
    let mut counts = BTreeMap::new();
    for one in allotments {
        let Some(offer) = assortment.find(one.reference) else { continue };
        if let Some((container, _)) = offer.item.container {
            *counts.entry(container).or_default() += containers(offer, one.quantity);
        }
    }
    counts.retain(|_, count| *count > 0);
    counts
}
