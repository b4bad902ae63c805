//! Adding what must be moved, changing it, and what becomes of it.

use std::collections::HashSet;

use ::store::Tx;
use frame::{Outcome, Role, Say, Stop, Who, journal};
use jiff::civil::Date;
use people::organisations::{Site, store as organisations};
use polity::members::{acts::enter, store as members};
use units::{CoalitionId, CycleId, Language, OrganisationId, ShipmentId};

use super::model::{Asked, End, Misfit, Moves, Origin, Place, Shipment, Standing};
use super::store;
use crate::words::words;

/// Who plans and handles: they see all, and change what was added by hand.
const STAFF: [Role; 2] = [Role::Coordinator, Role::Warehouse];
/// Which members ask for something to be moved.
const ASKERS: [Role; 2] = [Role::Producer, Role::Shop];
/// A file adds so many at most.
pub const MOST_AT_ONCE: usize = 500;

/// Why something is not taken as a shipment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotMoved {
    Misfit(Misfit),
    /// The place is no site of a member's.
    NotAMember,
    /// It follows from a sale.
    OfASale,
    /// It is on the road, has arrived or was cancelled.
    TooLate,
    TooMany,
}

impl From<Misfit> for NotMoved {
    fn from(misfit: Misfit) -> Self {
        Self::Misfit(misfit)
    }
}

impl Say for NotMoved {
    fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::Misfit(misfit) => misfit.say(language),
            Self::NotAMember => t.shipment_not_a_member(),
            Self::OfASale => t.shipment_of_a_sale(),
            Self::TooLate => t.shipment_too_late(),
            Self::TooMany => t.shipment_too_many(MOST_AT_ONCE as i64),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Misfit(misfit) => Some(misfit.field()),
            Self::NotAMember => Some("from"),
            Self::OfASale | Self::TooLate | Self::TooMany => None,
        }
    }
}

impl Misfit {
    pub fn say(self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::Nothing => t.shipment_nothing(),
            Self::NowhereElse => t.shipment_nowhere_else(),
            Self::LastBeforeFirst => t.shipment_last_before_first(),
            Self::DueBeforeReady => t.shipment_due_before_ready(),
            Self::Past => t.shipment_past(),
        }
    }
}

/// Whom the reader asks for, where they act for a member; none for the staff.
fn asker(tx: &Tx<'_>, who: &Who, hub: CoalitionId) -> Outcome<Option<OrganisationId>> {
    enter(tx, who, hub)?;
    if who.acts_in(hub, &STAFF) {
        return Ok(None);
    }
    who.must_act_in(hub, &ASKERS)?;
    let member = who.mandate.as_ref().and_then(|mandate| mandate.organisation);
    member.map(Some).ok_or(Stop::NotAllowed)
}

/// What may move on these days, both included: for the staff all of it, for a member its own.
pub fn list(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    first: Date,
    last: Date,
) -> Outcome<Vec<Shipment>> {
    let asker = asker(tx, who, hub)?;
    let mut found = store::between(tx, hub, first, last)?;
    found.retain(|shipment| asker.is_none_or(|asker| shipment.is_of(asker)));
    Ok(found)
}

pub fn show(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: ShipmentId) -> Outcome<Shipment> {
    let asker = asker(tx, who, hub)?;
    let found = store::find(tx, hub, id)?.ok_or(Stop::NotFound)?;
    if asker.is_none_or(|asker| found.is_of(asker)) { Ok(found) } else { Err(Stop::NotFound) }
}

/// The sites of the members of today and of the hub's own organisation: where goods may come from and go.
pub fn places(tx: &Tx<'_>, who: &Who, hub: CoalitionId) -> Outcome<Vec<Site>> {
    let coalition = enter(tx, who, hub)?;
    let memberships = members::memberships(tx, hub)?;
    let good = memberships.iter().filter(|membership| membership.is_good_on(who.today));
    let mut all: Vec<OrganisationId> = good.map(|membership| membership.organisation).collect();
    all.push(coalition.organisation);
    all.sort_unstable();
    all.dedup();
    Ok(organisations::sites_of(tx, &all)?)
}

/// Adds what somebody asks to have moved: all of it, or nothing.
pub fn add(tx: &Tx<'_>, who: &Who, hub: CoalitionId, all: &[Asked]) -> Outcome<Vec<ShipmentId>> {
    let asked_for = asker(tx, who, hub)?;
    if all.len() > MOST_AT_ONCE {
        return Err(NotMoved::TooMany.into());
    }
    let known: HashSet<Place> = places(tx, who, hub)?
        .iter()
        .map(|site| Place { organisation: site.organisation, site: site.id })
        .collect();
    let mut added = Vec::with_capacity(all.len());
    for asked in all {
        asked.check(who.today).map_err(NotMoved::from)?;
        if !known.contains(&asked.from) || !known.contains(&asked.to) {
            return Err(NotMoved::NotAMember.into());
        }
        let shipment = asked.shipment(who.ids.next(), asked_for, who.at, who.person);
        store::save(tx, hub, &shipment)?;
        journal::note(tx, who, "shipment.add", shipment.id, "")?;
        added.push(shipment.id);
    }
    Ok(added)
}

/// One that was added by hand and that no round carries, for the staff or who asked for it.
fn mine_and_waiting(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: ShipmentId) -> Outcome<Shipment> {
    let asker = asker(tx, who, hub)?;
    let found = store::find(tx, hub, id)?.ok_or(Stop::NotFound)?;
    if asker.is_some_and(|asker| !found.is_of(asker)) {
        return Err(Stop::NotFound);
    }
    if asker.is_some() && found.asked_for != asker {
        return Err(Stop::NotAllowed);
    }
    match (found.origin, found.standing) {
        (Origin::ByHand, Standing::Waiting | Standing::Carried) => Ok(found),
        (Origin::ByHand, Standing::Moved | Standing::Cancelled) => Err(NotMoved::TooLate.into()),
        _ => Err(NotMoved::OfASale.into()),
    }
}

/// Changes one that was added by hand. A round that carries it goes on as published until its coordinator
/// takes the change that is proposed.
pub fn change(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: ShipmentId, asked: &Asked) -> Outcome<()> {
    let known = mine_and_waiting(tx, who, hub, id)?;
    asked.check(who.today).map_err(NotMoved::from)?;
    let places = places(tx, who, hub)?;
    let is_known = |place: Place| {
        places.iter().any(|site| site.id == place.site && site.organisation == place.organisation)
    };
    if !is_known(asked.from) || !is_known(asked.to) {
        return Err(NotMoved::NotAMember.into());
    }
    store::save(tx, hub, &asked.changed(&known))?;
    journal::note(tx, who, "shipment.change", id, "")?;
    Ok(())
}

/// It is not to be moved after all.
pub fn cancel(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: ShipmentId) -> Outcome<()> {
    mine_and_waiting(tx, who, hub, id)?;
    store::set_standing(tx, hub, id, Standing::Cancelled)?;
    journal::note(tx, who, "shipment.cancel", id, "")?;
    Ok(())
}

/// Writes what a sale moves in place of what was written before, for the sale's own acts: what is new is
/// added, what is other is changed, what is no longer there is cancelled. What has moved stays as it is.
pub fn rewrite(tx: &Tx<'_>, who: &Who, hub: CoalitionId, cycle: CycleId, all: &[Moves]) -> Outcome<()> {
    let known = store::of_cycle(tx, hub, cycle)?;
    for moves in all {
        let before = known.iter().find(|one| moves.is(one));
        match before {
            Some(before) if before.standing == Standing::Moved => {}
            Some(before) => {
                let after = moves.changed(before);
                if after != *before {
                    store::save(tx, hub, &after)?;
                }
            }
            None => {
                let shipment = moves.shipment(who.ids.next(), cycle, who.at, who.person);
                store::save(tx, hub, &shipment)?;
            }
        }
    }
    let gone = known.iter().filter(|one| {
        matches!(one.standing, Standing::Waiting | Standing::Carried)
            && !all.iter().any(|moves| moves.is(one))
    });
    for one in gone {
        store::set_standing(tx, hub, one.id, Standing::Cancelled)?;
    }
    Ok(())
}

/// What a sale moves of this kind between two organisations has arrived.
pub fn arrived(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    origin: Origin,
    from: OrganisationId,
    to: OrganisationId,
) -> Outcome<()> {
    let found = store::of_cycle_between(tx, hub, cycle, origin, from, to)?;
    if let Some(shipment) = found.filter(|one| one.standing != Standing::Cancelled) {
        store::set_standing(tx, hub, shipment.id, Standing::Moved)?;
    }
    Ok(())
}

/// Where an organisation's goods come from and go to: its first site with coordinates, else its first.
pub fn usual_end(organisation: OrganisationId, sites: &[Site]) -> End {
    let own = || sites.iter().filter(|site| site.organisation == organisation);
    let site = own().find(|site| site.coordinates.is_some()).or_else(|| own().next());
    End { organisation, site: site.map(|site| site.id) }
}
