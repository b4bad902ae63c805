//! The road for programs: the rounds that somebody drives, and noting what happens on one.

use frame::Outcome;
use frame::api::{
    Amount, Body, Call, Instant, Line, Lines, Nothing, Operation, Raw, Scope, Seen, Written,
};
use frame::picture::reduced_aside;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::Tx;
use units::{CoalitionId, ContainerId, OrganisationId, PlanId, ShipmentId, SiteId, VehicleId};
use uuid::Uuid;

use super::DRIVERS;
use super::acts::{self, Sheet, SheetStop};
use super::model::{Because, Crates, Deed, Leaving, Refusal, Strokes, What};
use super::pages::{LONGEST_SIDE, NotAPicture, instance};
use super::store::{Drive, Listed};
use crate::plans::Does;

pub(super) const LIST: Operation = Operation::get(
    "/api/v1/hubs/{hub}/rounds",
    "listRounds",
    "The rounds of published plans that the caller may open, from a week ago on: their own, or for the staff all.",
)
.for_(DRIVERS, Scope::RoundsRead);
pub(super) const SHOW: Operation = Operation::get(
    "/api/v1/hubs/{hub}/plans/{plan}/rounds/{round}",
    "getRound",
    "A round halt by halt: what is to be done, and what was done so far.",
)
.for_(DRIVERS, Scope::RoundsRead);
pub(super) const DEPART: Operation = Operation::post(
    "/api/v1/hubs/{hub}/plans/{plan}/rounds/{round}/departure",
    "departOnRound",
    "Notes that the vehicle has left; who waits is written to. The first time counts.",
)
.for_(DRIVERS, Scope::RoundsWrite);
pub(super) const ARRIVE: Operation = Operation::post(
    "/api/v1/hubs/{hub}/plans/{plan}/rounds/{round}/halts/{place}/arrival",
    "arriveAtHalt",
    "Notes that the vehicle has come to a halt. The first time counts.",
)
.for_(DRIVERS, Scope::RoundsWrite);
pub(super) const REFUSE: Operation = Operation::post(
    "/api/v1/hubs/{hub}/plans/{plan}/rounds/{round}/halts/{place}/refusals",
    "noteRefusal",
    "Notes that crates of a shipment were not taken, and why; the latest of a shipment at a halt counts.",
)
.for_(DRIVERS, Scope::RoundsWrite);
pub(super) const PICTURE: Operation = Operation::put(
    "/api/v1/hubs/{hub}/plans/{plan}/rounds/{round}/halts/{place}/refusals/{shipment}/picture",
    "addRefusalPicture",
    "Adds a photo to what was refused: JPEG, PNG or WebP.",
)
.for_(DRIVERS, Scope::RoundsWrite)
.takes("image/*");
pub(super) const LEAVE: Operation = Operation::post(
    "/api/v1/hubs/{hub}/plans/{plan}/rounds/{round}/halts/{place}/departure",
    "leaveHalt",
    "Notes that a halt is over: who was met, a signature or a code, temperatures, empty crates. What was delivered has moved.",
)
.for_(DRIVERS, Scope::RoundsWrite);
pub(super) const DELAY: Operation = Operation::post(
    "/api/v1/hubs/{hub}/plans/{plan}/rounds/{round}/delay",
    "announceDelay",
    "Says how late the round is; who still waits is written to.",
)
.for_(DRIVERS, Scope::RoundsWrite);
pub(super) const END: Operation = Operation::post(
    "/api/v1/hubs/{hub}/plans/{plan}/rounds/{round}/return",
    "endRound",
    "Notes that the vehicle is back, what it drove and what was paid on the way.",
)
.for_(DRIVERS, Scope::RoundsWrite);
pub(super) const TRACK: Operation = Operation::post(
    "/api/v1/hubs/{hub}/plans/{plan}/rounds/{round}/halts/{place}/track",
    "makeTrackingAddress",
    "Makes an address by which who waits at a halt follows the vehicle, without a name.",
)
.creates()
.for_(DRIVERS, Scope::RoundsWrite);

/// A round that the caller may open.
#[derive(Serialize, JsonSchema)]
pub(super) struct DrivenRound {
    plan: PlanId,
    round: i64,
    vehicle: String,
    departs_at: Instant,
    arrives_at: Instant,
    halts: i64,
    departed_at: Option<Instant>,
    ended_at: Option<Instant>,
}

/// A round with what was done on it.
#[derive(Serialize, JsonSchema)]
pub(super) struct RunSheet {
    plan: PlanId,
    round: i64,
    vehicle: VehicleId,
    departs_at: Instant,
    arrives_at: Instant,
    departed_at: Option<Instant>,
    ended_at: Option<Instant>,
    /// By what was seen last and what was announced since.
    late_seconds: i64,
    halts: Vec<RunHalt>,
}

/// A halt with what was done at it.
#[derive(Serialize, JsonSchema)]
pub(super) struct RunHalt {
    place: i64,
    organisation: OrganisationId,
    site: SiteId,
    expected_from: Instant,
    expected_to: Instant,
    arrived_at: Option<Instant>,
    left_at: Option<Instant>,
    /// None where no code was given.
    is_code_right: Option<bool>,
    goods: Vec<RunGoods>,
    refusals: Vec<ListedRefusal>,
    crates: Vec<EmptyCrates>,
}

/// What is done for a shipment at a halt.
#[derive(Serialize, JsonSchema)]
pub(super) struct RunGoods {
    shipment: ShipmentId,
    does: Does,
    crates: i64,
    kilograms: i64,
}

/// What was not taken.
#[derive(Serialize, JsonSchema)]
pub(super) struct ListedRefusal {
    shipment: ShipmentId,
    crates: i64,
    because: Because,
    note: String,
    has_picture: bool,
}

/// When something happened.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Happened {
    /// Now where it is left out; not longer ago than a week.
    at: Option<Instant>,
}

/// What was not taken, to be noted.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewRefusal {
    /// One that is given or taken at this halt.
    shipment: ShipmentId,
    #[schemars(range(min = 1, max = 10_000))]
    crates: u16,
    because: Because,
    #[serde(default)]
    note: Lines<500>,
    at: Option<Instant>,
}

/// What is written down when a halt is over.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LeftHalt {
    /// Who took or gave the goods, as they said.
    #[serde(default)]
    met: Line<120>,
    /// As a hand draws it: strokes of points, `12,30 14,33;60,20 61,22`, 600 wide and 200 tall.
    #[serde(default)]
    signature: Line<{ Strokes::MOST_BYTES }>,
    /// The four figures that who waits reads out.
    #[serde(default)]
    code: Line<12>,
    /// Tenths of a degree.
    #[schemars(range(min = -600, max = 600))]
    cold: Option<i16>,
    #[schemars(range(min = -600, max = 600))]
    frozen: Option<i16>,
    #[serde(default)]
    #[schemars(length(max = 200))]
    crates: Vec<EmptyCrates>,
    #[serde(default)]
    note: Lines<500>,
    at: Option<Instant>,
}

/// Empty crates of the hub's, besides those of the goods.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct EmptyCrates {
    container: ContainerId,
    /// To the halt.
    #[schemars(range(max = 10_000))]
    given: u16,
    /// From it.
    #[schemars(range(max = 10_000))]
    taken: u16,
}

/// How late a round is.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Announced {
    #[schemars(range(max = 1_440))]
    minutes: u16,
    at: Option<Instant>,
}

/// What a round was, once the vehicle is back.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Returned {
    /// Those planned where it is left out.
    #[schemars(range(max = 2_000_000))]
    metres: Option<u32>,
    /// Tolls, parking: what was paid on the way.
    #[serde(default)]
    extra: Amount,
    #[serde(default)]
    note: Lines<500>,
    at: Option<Instant>,
}

/// An address by which a halt is followed.
#[derive(Serialize, JsonSchema)]
pub(super) struct TrackingAddress {
    place: i64,
    /// Told once: only its digest is kept. None where the same request is answered again; make another then.
    address: Option<String>,
}

impl From<&Listed> for DrivenRound {
    fn from(one: &Listed) -> Self {
        Self {
            plan: one.drive.plan,
            round: one.drive.round,
            vehicle: one.vehicle.clone(),
            departs_at: one.departs_at.into(),
            arrives_at: one.arrives_at.into(),
            halts: one.halts,
            departed_at: one.departed_at.map(Instant),
            ended_at: one.ended_at.map(Instant),
        }
    }
}

impl From<&Sheet> for RunSheet {
    fn from(sheet: &Sheet) -> Self {
        Self {
            plan: sheet.drive.plan,
            round: sheet.drive.round,
            vehicle: sheet.round.vehicle,
            departs_at: sheet.round.departs_at.into(),
            arrives_at: sheet.round.arrives_at.into(),
            departed_at: sheet.run.departed_at.map(Instant),
            ended_at: sheet.run.ended_at.map(Instant),
            late_seconds: sheet.behind().as_secs(),
            halts: sheet.stops.iter().map(RunHalt::from).collect(),
        }
    }
}

impl From<&SheetStop> for RunHalt {
    fn from(stop: &SheetStop) -> Self {
        let goods = stop.goods.iter().map(|goods| RunGoods {
            shipment: goods.shipment.id,
            does: goods.does,
            crates: goods.shipment.load.crates(),
            kilograms: goods.shipment.load.kilograms,
        });
        let refusals = stop.refusals.iter().map(|(refusal, has_picture)| ListedRefusal {
            shipment: refusal.shipment,
            crates: refusal.crates,
            because: refusal.because,
            note: refusal.note.clone(),
            has_picture: *has_picture,
        });
        Self {
            place: stop.halt.place,
            organisation: stop.halt.at.organisation,
            site: stop.halt.at.site,
            expected_from: stop.halt.arrives_at.into(),
            expected_to: stop.halt.leaves_at.into(),
            arrived_at: stop.run.arrived_at.map(Instant),
            left_at: stop.run.left_at.map(Instant),
            is_code_right: stop.run.is_code_right,
            goods: goods.collect(),
            refusals: refusals.collect(),
            crates: stop.crates.iter().map(EmptyCrates::from).collect(),
        }
    }
}

impl From<&Crates> for EmptyCrates {
    fn from(one: &Crates) -> Self {
        let count = |number: i64| u16::try_from(number).unwrap_or(u16::MAX);
        Self { container: one.container, given: count(one.given), taken: count(one.taken) }
    }
}

type OfRound = (CoalitionId, PlanId, i64);
type OfHalt = (CoalitionId, PlanId, i64, i64);

fn of_round((hub, plan, round): OfRound) -> Drive {
    Drive { hub, plan, round }
}

fn of_halt((hub, plan, round, _): OfHalt) -> Drive {
    Drive { hub, plan, round }
}

pub(super) async fn list(call: Call<CoalitionId>) -> Outcome<Seen<Vec<DrivenRound>>> {
    let hub = call.at;
    let listed = call.look(move |tx, who| acts::list_of(tx, who, hub)).await?;
    Ok(Seen(listed.iter().map(DrivenRound::from).collect()))
}

fn as_it_stands(tx: &Tx<'_>, who: &frame::Who, drive: Drive) -> Outcome<RunSheet> {
    Ok(RunSheet::from(&acts::show(tx, who, drive)?))
}

pub(super) async fn show(call: Call<OfRound>) -> Outcome<Seen<RunSheet>> {
    let drive = of_round(call.at);
    call.look(move |tx, who| as_it_stands(tx, who, drive).map(Seen)).await
}

/// Does what a driver did, once under the caller's key, and shows the round as it stands.
async fn note<P, A>(
    call: &Call<P, A>,
    drive: Drive,
    what: What,
    at: Option<Instant>,
) -> Outcome<Written<RunSheet>> {
    let app = &call.visit.app;
    let key = app.ids.next::<Uuid>().to_string();
    let at = at.map_or_else(|| app.clock.now(), |at| at.0);
    let (deed, instance) = (Deed { key, at, what }, instance(&call.visit));
    call.once(move |tx, who| {
        acts::drive(tx, who, drive, &deed, &deed.key, &instance)?;
        as_it_stands(tx, who, drive)
    })
    .await
}

pub(super) async fn depart(call: Call<OfRound, Body<Happened>>) -> Outcome<Written<RunSheet>> {
    note(&call, of_round(call.at), What::Depart, call.asked.0.at).await
}

pub(super) async fn arrive(call: Call<OfHalt, Body<Happened>>) -> Outcome<Written<RunSheet>> {
    let what = What::Arrive { place: call.at.3 };
    note(&call, of_halt(call.at), what, call.asked.0.at).await
}

pub(super) async fn refuse(call: Call<OfHalt, Body<NewRefusal>>) -> Outcome<Written<RunSheet>> {
    let Body(asked) = &call.asked;
    let what = What::Refuse(Refusal {
        place: call.at.3,
        shipment: asked.shipment,
        crates: asked.crates.into(),
        because: asked.because,
        note: asked.note.0.clone(),
        picture: None,
    });
    note(&call, of_halt(call.at), what, asked.at).await
}

pub(super) async fn add_picture(
    call: Call<(CoalitionId, PlanId, i64, i64, ShipmentId), Raw>,
) -> Outcome<Written<RunSheet>> {
    let (hub, plan, round, place, shipment) = call.at;
    let drive = Drive { hub, plan, round };
    call.look(move |tx, who| acts::show(tx, who, drive).map(drop)).await?;
    let picture = reduced_aside(call.asked.0.clone(), LONGEST_SIDE).await?.map_err(|_| NotAPicture)?;
    call.once(move |tx, who| {
        acts::add_picture(tx, who, drive, place, shipment, &picture)?;
        as_it_stands(tx, who, drive)
    })
    .await
}

pub(super) async fn leave(call: Call<OfHalt, Body<LeftHalt>>) -> Outcome<Written<RunSheet>> {
    let Body(asked) = &call.asked;
    let crates = asked.crates.iter().filter(|one| one.given > 0 || one.taken > 0);
    let crates = crates.map(|one| Crates {
        container: one.container,
        given: one.given.into(),
        taken: one.taken.into(),
    });
    let what = What::Leave(Leaving {
        place: call.at.3,
        met: asked.met.0.clone(),
        signature: asked.signature.0.clone(),
        code: asked.code.0.clone(),
        cold: asked.cold.map(i64::from),
        frozen: asked.frozen.map(i64::from),
        crates: crates.collect(),
        note: asked.note.0.clone(),
    });
    note(&call, of_halt(call.at), what, asked.at).await
}

pub(super) async fn delay(call: Call<OfRound, Body<Announced>>) -> Outcome<Written<RunSheet>> {
    let what = What::Delay { minutes: call.asked.0.minutes.into() };
    note(&call, of_round(call.at), what, call.asked.0.at).await
}

pub(super) async fn end(call: Call<OfRound, Body<Returned>>) -> Outcome<Written<RunSheet>> {
    let Body(asked) = &call.asked;
    let what = What::End {
        metres: asked.metres.map(i64::from),
        extra: asked.extra.0,
        note: asked.note.0.clone(),
    };
    note(&call, of_round(call.at), what, asked.at).await
}

pub(super) async fn track(call: Call<OfHalt, Nothing>) -> Outcome<Written<TrackingAddress>> {
    let (drive, place, secret) = (of_halt(call.at), call.at.3, acts::new_secret());
    let (kept, instance) = (secret.clone(), instance(&call.visit));
    let made = call
        .once(move |tx, who| {
            acts::make_address(tx, who, drive, place, &kept)?;
            Ok(TrackingAddress { place, address: None })
        })
        .await?;
    made.telling(|made| made.address = Some(acts::address_of(&instance, &secret)))
}
