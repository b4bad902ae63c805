//! Driving a round: what is done once, what is refused, what follows from it.

use std::collections::BTreeMap;

use ::store::Tx;
use economy::containers::acts::{Move, move_all};
use economy::containers::store as containers;
use economy::ledger::CauseKind;
use economy::shipments::{Standing, store as shipments};
use frame::form::Fault;
use frame::{Outcome, Say, Stop, Who, journal};
use jiff::{SignedDuration, Timestamp};
use people::persons::acts::digest;
use polity::members::store as members;
use units::{CauseId, Code, Language, ShipmentId};

use super::enter_round;
use crate::plans::{Does, Halt, State};
use crate::road::letters;
use crate::road::model::{Deed, Kind, Leaving, Refusal, Strokes, What};
use crate::road::store::{self, Drive};
use crate::words::words;

/// A telephone keeps what it could not send for no longer than this.
const LATEST: SignedDuration = SignedDuration::from_hours(24 * 7);

/// What an act on the road is refused for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotDriven {
    /// The same key came with another content.
    OtherContent,
    AlreadyLeft,
    AlreadyBack,
    /// More crates than the shipment has.
    MoreThanCarried,
    /// What was drawn is no signature.
    NoSignature,
    /// It happened too long ago to be taken for what happened.
    TooOld,
    /// The round is no longer the one that is driven.
    Superseded,
    /// A number that a finger slipped on, by its field.
    TooLarge(&'static str),
}

impl Say for NotDriven {
    fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::OtherContent => t.road_other_content(),
            Self::AlreadyLeft => t.road_already_left(),
            Self::AlreadyBack => t.road_already_back(),
            Self::MoreThanCarried => t.road_more_than_carried(),
            Self::NoSignature => t.road_no_signature(),
            Self::TooOld => t.road_too_old(),
            Self::Superseded => t.road_superseded(),
            Self::TooLarge(_) => Fault::TooLarge.say(language),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::TooLarge(field) => Some(field),
            _ => None,
        }
    }
}

/// Whether an act was done now or had been before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    Now,
    Before,
}

/// What the instance adds to an act: under which address it is reached.
#[derive(Debug, Clone)]
pub struct Instance {
    pub address: String,
    pub zone: jiff::tz::TimeZone,
}

/// Does what a driver did, once however often it is sent. `sent` is what came, under the key of the deed.
pub fn drive(
    tx: &Tx<'_>,
    who: &Who,
    drive: Drive,
    deed: &Deed,
    sent: &str,
    instance: &Instance,
) -> Outcome<Done> {
    let (plan, round) = enter_round(tx, who, drive)?;
    deed.what.too_large().map_or(Ok(()), |field| Err(NotDriven::TooLarge(field)))?;
    let sent = digest(sent);
    match store::claim(tx, who, drive, deed, &sent)? {
        Some(before) if before == sent => return Ok(Done::Before),
        Some(_) => return Err(NotDriven::OtherContent.into()),
        None => {}
    }
    if plan.state != State::Published {
        return Err(NotDriven::Superseded.into());
    }
    if who.at.duration_since(deed.at) > LATEST {
        return Err(NotDriven::TooOld.into());
    }
    // A telephone's clock that runs ahead does not make what happened happen later than it came in.
    let at = deed.at.min(who.at);
    let halt = |place: i64| round.halts.iter().find(|halt| halt.place == place).ok_or(Stop::NotFound);
    match &deed.what {
        What::Depart => {
            if store::depart(tx, drive, at)? {
                letters::departed(tx, who, drive, &round, instance)?;
            }
        }
        What::Arrive { place } => store::arrive(tx, drive, halt(*place)?.place, at)?,
        What::Refuse(refusal) => refuse(tx, drive, at, halt(refusal.place)?, refusal)?,
        What::Leave(leaving) => leave(tx, who, drive, at, halt(leaving.place)?, leaving)?,
        What::Delay { minutes } => {
            store::delay(tx, drive, at, *minutes)?;
            letters::late(tx, who, drive, &round, instance)?;
        }
        What::End { metres, extra, note } => {
            if !store::end(tx, drive, at, *metres, *extra, note)? {
                return Err(NotDriven::AlreadyBack.into());
            }
        }
    }
    let about = match deed.what.place() {
        Some(place) => format!("{} {}.{place}", deed.what.kind().code(), drive.round),
        None => format!("{} {}", deed.what.kind().code(), drive.round),
    };
    journal::note(tx, who, "round.drive", drive.plan, &about)?;
    Ok(Done::Now)
}

fn refuse(tx: &Tx<'_>, drive: Drive, at: Timestamp, halt: &Halt, refusal: &Refusal) -> Outcome<()> {
    if store::halt_runs(tx, drive)?.get(&halt.place).is_some_and(|run| run.left_at.is_some()) {
        return Err(NotDriven::AlreadyLeft.into());
    }
    let is_here = halt.items.iter().any(|item| item.shipment == refusal.shipment);
    let shipment = shipments::find(tx, drive.hub, refusal.shipment)?.filter(|_| is_here);
    if refusal.crates > shipment.ok_or(Stop::NotFound)?.load.crates() {
        return Err(NotDriven::MoreThanCarried.into());
    }
    Ok(store::refuse(tx, drive, at, refusal)?)
}

/// Adds a photo to what was refused, for who sends it by itself.
pub fn add_picture(
    tx: &Tx<'_>,
    who: &Who,
    drive: Drive,
    place: i64,
    shipment: ShipmentId,
    picture: &[u8],
) -> Outcome<()> {
    enter_round(tx, who, drive)?;
    let known = store::refusals(tx, drive)?.into_iter().map(|(refusal, _)| refusal);
    let known = known.into_iter().find(|one| one.place == place && one.shipment == shipment);
    let refusal = Refusal { picture: Some(picture.to_vec()), ..known.ok_or(Stop::NotFound)? };
    store::refuse(tx, drive, who.at, &refusal)?;
    let about = format!("{} {}.{place}", Kind::Refuse.code(), drive.round);
    journal::note(tx, who, "round.drive", drive.plan, &about)?;
    Ok(())
}

fn leave(
    tx: &Tx<'_>,
    who: &Who,
    drive: Drive,
    at: Timestamp,
    halt: &Halt,
    leaving: &Leaving,
) -> Outcome<()> {
    if !leaving.signature.is_empty() && !Strokes::are_fine(&leaving.signature) {
        return Err(NotDriven::NoSignature.into());
    }
    let coalition = members::find(tx, drive.hub)?.ok_or(Stop::NotFound)?;
    let own = containers::of_owners(tx, &[coalition.organisation])?;
    if leaving.crates.iter().any(|one| !own.iter().any(|own| own.id == one.container)) {
        return Err(Stop::NotFound);
    }
    let codes = store::codes(tx, drive, halt.place)?;
    let is_code_right = (!leaving.code.is_empty()).then(|| codes.contains(&leaving.code));
    if !store::leave(tx, drive, at, leaving, is_code_right)? {
        return Err(NotDriven::AlreadyLeft.into());
    }
    let (from, to) = (coalition.organisation, halt.at.organisation);
    let moved = leaving.crates.iter().map(|one| (one.container, one.given - one.taken));
    let moves: Vec<Move> = moved.map(|(container, count)| Move { container, from, to, count }).collect();
    if from != to {
        move_all(tx, who, drive.hub, CauseKind::Delivery, who.ids.next::<CauseId>(), &moves)?;
    }
    note_arrived(tx, drive, halt)
}

/// What was delivered at a halt has moved; what was refused whole has not.
fn note_arrived(tx: &Tx<'_>, drive: Drive, halt: &Halt) -> Outcome<()> {
    let refused: BTreeMap<ShipmentId, i64> = store::refusals(tx, drive)?
        .into_iter()
        .filter(|(one, _)| one.place == halt.place)
        .map(|(one, _)| (one.shipment, one.crates))
        .collect();
    for item in halt.items.iter().filter(|item| item.does == Does::Deliver) {
        let Some(shipment) = shipments::find(tx, drive.hub, item.shipment)? else { continue };
        let back = refused.get(&item.shipment).copied().unwrap_or(0);
        if back == 0 || back < shipment.load.crates() {
            shipments::set_standing(tx, drive.hub, item.shipment, Standing::Moved)?;
        }
    }
    Ok(())
}

/// Whether an act of this kind belongs to one halt.
pub fn is_of_a_halt(kind: Kind) -> bool {
    matches!(kind, Kind::Arrive | Kind::Refuse | Kind::Leave)
}
