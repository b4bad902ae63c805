//! Driving a round: who may, what is done once, what follows; and following a vehicle that one waits for.

use std::collections::{BTreeMap, HashMap};

use ::store::Tx;
use economy::containers::acts::{Move, move_all};
use economy::containers::{Container, store as containers};
use economy::ledger::CauseKind;
use economy::shipments::{Shipment, Standing, store as shipments};
use frame::{Ids, Outcome, Role, Say, Stop, Who, journal};
use jiff::civil::Date;
use jiff::{SignedDuration, Span, Timestamp};
use people::organisations::{Organisation, Site, store as organisations};
use people::persons::acts::digest;
use polity::members::acts::{enter, enter_as};
use polity::members::store as members;
use units::{CauseId, CoalitionId, Code, Language, OrganisationId, ShipmentId, SiteId};

use super::letters;
use super::model::{
    Crates, Deed, HaltRun, Kind, Learnt, Leaving, Refusal, RoundRun, Strokes, What, behind, expected,
    learn,
};
use super::store::{self, Drive, Listed};
use crate::fleet::{Vehicle, store as fleet};
use crate::plans::{Does, Halt, HaltItem, Plan, Round, State, store as plans};
use crate::words::words;

/// Who sees every round of a hub.
const SEE_ALL: [Role; 2] = [Role::Coordinator, Role::Warehouse];
/// Rounds stay in the list this many days after they were driven.
const LISTED_DAYS: i64 = 7;
/// An address to follow a vehicle by is good for so long after its halt.
const FOLLOWED: SignedDuration = SignedDuration::from_hours(24);
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
        }
    }
}

/// Whether an act was done now or had been before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    Now,
    Before,
}

/// A round with all that its driver needs.
pub struct Sheet {
    pub drive: Drive,
    pub hub: Organisation,
    pub plan: Plan,
    pub round: Round,
    pub vehicle: Vehicle,
    pub driver: Option<String>,
    pub stops: Vec<SheetStop>,
    pub run: RoundRun,
    /// The hub's own crates, of which empty ones go to and fro.
    pub containers: Vec<Container>,
}

pub struct SheetStop {
    pub halt: Halt,
    pub organisation: Organisation,
    pub site: Option<Site>,
    pub goods: Vec<Goods>,
    pub run: HaltRun,
    pub refusals: Vec<(Refusal, bool)>,
    pub crates: Vec<Crates>,
}

/// A shipment at a halt, with whose it is at its other end.
pub struct Goods {
    pub does: Does,
    pub shipment: Shipment,
    pub other: String,
}

impl Sheet {
    /// How late the round is.
    pub fn behind(&self) -> SignedDuration {
        let halts = self.stops.iter().map(|stop| (stop.halt.place, stop.run.clone())).collect();
        behind(&self.round, &self.run, &halts)
    }

    /// The stop that comes next, if one does.
    pub fn next(&self) -> Option<&SheetStop> {
        self.stops.iter().find(|stop| stop.run.left_at.is_none())
    }
}

/// The rounds that somebody may open, from the last days on.
pub fn list(tx: &Tx<'_>, who: &Who) -> Outcome<Vec<Listed>> {
    let hub = who.mandate.as_ref().and_then(|mandate| mandate.coalition).ok_or(Stop::NotAllowed)?;
    enter(tx, who, hub)?;
    let driver = (!who.acts_in(hub, &SEE_ALL)).then_some(who.person);
    let from = who.today.saturating_sub(Span::new().days(LISTED_DAYS));
    Ok(store::drives(tx, hub, driver, from)?)
}

/// A round, for who drives it and for who sees all; for others it does not exist.
fn enter_round(tx: &Tx<'_>, who: &Who, drive: Drive) -> Outcome<(Plan, Round)> {
    enter(tx, who, drive.hub)?;
    let (plan, round) = find(tx, drive)?;
    if round.driver != Some(who.person) && !who.acts_in(drive.hub, &SEE_ALL) {
        return Err(Stop::NotFound);
    }
    Ok((plan, round))
}

fn find(tx: &Tx<'_>, drive: Drive) -> Outcome<(Plan, Round)> {
    let plan = plans::find(tx, drive.hub, drive.plan)?.ok_or(Stop::NotFound)?;
    let rounds = plans::rounds(tx, drive.hub, drive.plan)?;
    let round = rounds.into_iter().find(|round| round.number == drive.round).ok_or(Stop::NotFound)?;
    Ok((plan, round))
}

pub fn show(tx: &Tx<'_>, who: &Who, drive: Drive) -> Outcome<Sheet> {
    let (plan, round) = enter_round(tx, who, drive)?;
    sheet(tx, drive, plan, round)
}

fn sheet(tx: &Tx<'_>, drive: Drive, plan: Plan, round: Round) -> Outcome<Sheet> {
    let coalition = members::find(tx, drive.hub)?.ok_or(Stop::NotFound)?;
    let hub = organisations::find(tx, coalition.organisation)?.ok_or(Stop::NotFound)?;
    let vehicle = fleet::vehicle(tx, drive.hub, round.vehicle)?.ok_or(Stop::NotFound)?;
    let driver = match round.driver {
        Some(driver) => people::persons::store::find(tx, driver)?.map(|person| person.name),
        None => None,
    };
    let containers = containers::of_owners(tx, &[coalition.organisation])?;
    let (stops, run) = (stops(tx, drive, &round)?, store::round_run(tx, drive)?);
    Ok(Sheet { drive, hub, plan, round, vehicle, driver, stops, run, containers })
}

fn stops(tx: &Tx<'_>, drive: Drive, round: &Round) -> Outcome<Vec<SheetStop>> {
    let items: Vec<ShipmentId> =
        round.halts.iter().flat_map(|halt| halt.items.iter().map(|item| item.shipment)).collect();
    let carried: HashMap<ShipmentId, Shipment> =
        shipments::all(tx, drive.hub, &items)?.into_iter().map(|one| (one.id, one)).collect();
    let mut ids: Vec<OrganisationId> = round.halts.iter().map(|halt| halt.at.organisation).collect();
    ids.extend(carried.values().flat_map(|one| [one.from.organisation, one.to.organisation]));
    ids.sort_unstable();
    ids.dedup();
    let known: HashMap<OrganisationId, Organisation> =
        organisations::all(tx, &ids)?.into_iter().map(|one| (one.id, one)).collect();
    let mut runs = store::halt_runs(tx, drive)?;
    let (refusals, crates) = (store::refusals(tx, drive)?, store::crates(tx, drive)?);
    let mut stops = Vec::with_capacity(round.halts.len());
    for halt in &round.halts {
        let organisation = known.get(&halt.at.organisation).cloned().ok_or(Stop::NotFound)?;
        let sites = organisations::sites(tx, halt.at.organisation)?;
        let here = |place: &i64| *place == halt.place;
        stops.push(SheetStop {
            site: sites.into_iter().find(|site| site.id == halt.at.site),
            organisation,
            goods: halt.items.iter().filter_map(|item| goods(item, &carried, &known)).collect(),
            run: runs.remove(&halt.place).unwrap_or_default(),
            refusals: refusals.iter().filter(|(one, _)| here(&one.place)).cloned().collect(),
            crates: crates.iter().filter(|(place, _)| here(place)).map(|(_, one)| *one).collect(),
            halt: halt.clone(),
        });
    }
    Ok(stops)
}

fn goods(
    item: &HaltItem,
    carried: &HashMap<ShipmentId, Shipment>,
    known: &HashMap<OrganisationId, Organisation>,
) -> Option<Goods> {
    let shipment = carried.get(&item.shipment)?.clone();
    let other = match item.does {
        Does::PickUp | Does::TakeOver => shipment.to.organisation,
        Does::Deliver | Does::HandOver => shipment.from.organisation,
    };
    let other = known.get(&other).map(|one| one.name.clone()).unwrap_or_default();
    Some(Goods { does: item.does, shipment, other })
}

pub fn picture(
    tx: &Tx<'_>,
    who: &Who,
    drive: Drive,
    place: i64,
    shipment: ShipmentId,
) -> Outcome<Vec<u8>> {
    enter_round(tx, who, drive)?;
    store::picture(tx, drive, place, shipment)?.ok_or(Stop::NotFound)
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

/// Makes an address by which a halt is followed, for who drives or coordinates to pass on.
pub fn make_address(tx: &Tx<'_>, who: &Who, drive: Drive, place: i64, secret: &str) -> Outcome<()> {
    let (_, round) = enter_round(tx, who, drive)?;
    let halt = round.halts.iter().find(|halt| halt.place == place).ok_or(Stop::NotFound)?;
    keep_address(tx, drive, halt, secret)?;
    journal::note(tx, who, "round.track", drive.plan, &format!("{}.{place}", drive.round))?;
    Ok(())
}

/// Keeps the digest of an address, with the four figures that who waits may read out.
pub(super) fn keep_address(tx: &Tx<'_>, drive: Drive, halt: &Halt, secret: &str) -> Outcome<()> {
    let code = code_of(secret);
    Ok(store::track(tx, drive, halt.place, &digest(secret), &code, halt.leaves_at + FOLLOWED)?)
}

/// Four figures from a secret's digits.
fn code_of(secret: &str) -> String {
    let number = secret.chars().filter_map(|letter| letter.to_digit(16)).take(8);
    format!("{:04}", number.fold(0_u64, |number, digit| number * 16 + u64::from(digit)) % 10_000)
}

/// A new address of an instance by which somebody follows a vehicle.
pub(super) fn address_of(instance: &Instance, secret: &str) -> String {
    format!("{}/track/{secret}", instance.address)
}

/// A secret for such an address.
pub fn new_secret() -> String {
    Ids::secret()
}

/// What who waits sees: when the vehicle comes, and nobody's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    pub day: Date,
    pub planned_at: Timestamp,
    pub expected_at: Timestamp,
    pub late: SignedDuration,
    pub departed_at: Option<Timestamp>,
    pub arrived_at: Option<Timestamp>,
    pub left_at: Option<Timestamp>,
    /// Halts that come before.
    pub before: i64,
    pub code: String,
}

/// Follows a vehicle by an address.
///
/// # Errors
/// [`Stop::NotFound`] when the address was never given, or is good no more.
pub fn follow(tx: &Tx<'_>, secret: &str, now: Timestamp) -> Outcome<Followed> {
    let found = store::tracked(tx, &digest(secret), now)?;
    let (drive, place, code) = found.ok_or(Stop::NotFound)?;
    let (plan, round) = find(tx, drive)?;
    let halt = round.halts.iter().find(|halt| halt.place == place).ok_or(Stop::NotFound)?;
    let (run, runs) = (store::round_run(tx, drive)?, store::halt_runs(tx, drive)?);
    let late = behind(&round, &run, &runs);
    let own = runs.get(&place).cloned().unwrap_or_default();
    let is_made = |halt: &&Halt| runs.get(&halt.place).is_some_and(|run| run.left_at.is_some());
    let before = round.halts.iter().filter(|halt| halt.place < place && !is_made(halt)).count();
    Ok(Followed {
        day: plan.day,
        planned_at: halt.arrives_at,
        expected_at: expected(halt, late, now),
        late,
        departed_at: run.departed_at,
        arrived_at: own.arrived_at,
        left_at: own.left_at,
        before: before as i64,
        code,
    })
}

/// How long halts at each site really take: what the next plan counts with.
pub fn learnt(tx: &Tx<'_>, hub: CoalitionId) -> Outcome<BTreeMap<SiteId, Learnt>> {
    Ok(learn(store::halts_made(tx, hub)?.into_iter()))
}

/// The same, for who coordinates, with the names of the sites.
pub fn learnt_of_sites(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
) -> Outcome<Vec<(String, String, Learnt)>> {
    enter_as(tx, who, hub, &SEE_ALL)?;
    let learnt = learnt(tx, hub)?;
    let mut ids: Vec<OrganisationId> =
        members::memberships(tx, hub)?.iter().map(|one| one.organisation).collect();
    ids.extend(members::find(tx, hub)?.map(|coalition| coalition.organisation));
    ids.sort_unstable();
    ids.dedup();
    let mut named = Vec::new();
    for organisation in organisations::all(tx, &ids)? {
        for site in organisations::sites(tx, organisation.id)? {
            if let Some(learnt) = learnt.get(&site.id) {
                named.push((organisation.name.clone(), site.name, *learnt));
            }
        }
    }
    named.sort_by_cached_key(|(name, site, _)| (units::text::fold(name), units::text::fold(site)));
    Ok(named)
}

/// Forgets addresses that lead nowhere any more.
pub fn forget_old(tx: &Tx<'_>, now: Timestamp) -> ::store::Result<u64> {
    store::forget_tracks(tx, now)
}

/// Whether an act of this kind belongs to one halt.
pub fn is_of_a_halt(kind: Kind) -> bool {
    matches!(kind, Kind::Arrive | Kind::Refuse | Kind::Leave)
}
