//! A published round of a town's hub, for tests of what is driven and what it cost.

use economy::shipments::{Load, Origin, Place, Shipment, Standing, store as shipments};
use frame::{Role, Stop};
use jiff::Timestamp;
use jiff::civil::Date;
use people::organisations::{Site, store as organisations};
use roads::Vehicle as Driven;
use rounds::fleet::{Driver, Fuel, Prices, Shift, Vehicle, VehicleKind, store as fleet};
use rounds::plans::{
    Does, Figures, Goal, Halt, HaltItem, Made, Plan, Round, State, WaysFrom, store as plans,
};
use rounds::road::store::Drive;
use rounds::ways;
use routing::description::{Description, Request, Site as At, Stop as Visit};
use routing::{Budget, Objective, Problem, Settings, Tuning};
use store::Tx;
use units::{Cents, OrganisationId, PersonId, PlanId, ShipmentId, VehicleId};
use uuid::Uuid;

use crate::town::{RUNTIME, Town};

/// A round that is published for the town's day, with what it carries.
pub struct Convoy {
    pub drive: Drive,
    pub day: Date,
    pub shipments: Vec<ShipmentId>,
    /// Whose halts they are, in the order that they are driven.
    pub halts: Vec<OrganisationId>,
}

fn number<T: From<Uuid>>(of: u128) -> T {
    T::from(Uuid::from_u128(0x0c0f_0000 + of))
}

fn person(town: &Town, role: Role) -> PersonId {
    town.person_of(role).parse().unwrap()
}

fn site(tx: &Tx<'_>, of: OrganisationId) -> Site {
    organisations::sites(tx, of).unwrap().into_iter().find(|site| site.coordinates.is_some()).unwrap()
}

impl Convoy {
    /// A van of the hub's collects at two producers and brings to three shops; the town's driver drives it.
    pub fn publish(town: &Town) -> Self {
        let (hub, day) = (town.world.hub, town.app.today());
        let driver = person(town, Role::Driver);
        let producers: Vec<OrganisationId> =
            town.world.producers.iter().take(2).map(|one| one.id).collect();
        let shops: Vec<OrganisationId> = town.world.shops.iter().take(3).map(|one| one.id).collect();
        let (at, zone) = (town.app.clock.now(), town.app.settings.zone.clone());
        let (own, sites) = RUNTIME
            .block_on(town.db.read(move |tx| {
                let own = polity::members::store::find(tx, hub)?.unwrap().organisation;
                let others = producers.iter().chain(&shops);
                let sites: Vec<Site> =
                    std::iter::once(&own).chain(others).map(|one| site(tx, *one)).collect();
                Ok::<_, store::Error>((own, sites))
            }))
            .unwrap();
        let places = sites
            .iter()
            .map(|site| ways::Place { name: site.name.clone(), at: site.coordinates.unwrap() });
        let places: Vec<ways::Place> = places.collect();
        let ways = RUNTIME.block_on(ways::find(&town.app, &places, Driven::Van)).unwrap();
        let vehicle = vehicle(&sites[0]);
        let carried: Vec<Shipment> =
            (1..sites.len()).map(|index| shipment(index, own, &sites, day, at, driver)).collect();
        let (description, result) = solved(&sites, &ways, &vehicle, &carried);
        let midnight = zone.to_timestamp(day.to_datetime(jiff::civil::Time::midnight())).unwrap();
        let round = laid_out(&result, &vehicle, &sites, &carried, driver, midnight);
        let plan = plan(day, &ways, &result, at, driver);
        let drive = Drive { hub, plan: plan.id, round: round.number };
        let halts = round.halts.iter().map(|halt| halt.at.organisation).collect();
        let ids = carried.iter().map(|one| one.id).collect();
        let texts =
            (serde_json::to_string(&description).unwrap(), serde_json::to_string(&result).unwrap());
        let coordinator = town.world.staff(&town.app, Role::Coordinator);
        RUNTIME
            .block_on(town.app.act(&coordinator, move |tx, who| {
                fleet::save(tx, who, hub, &vehicle)?;
                let shift = vehicle.shift.clone();
                let driver = Driver { person: driver, organisation: own, shift, left_on: None };
                fleet::save_driver(tx, who, hub, &driver)?;
                for one in &carried {
                    shipments::save(tx, hub, one)?;
                }
                plans::insert(tx, hub, &plan, &texts.0, &texts.1)?;
                plans::insert_rounds(tx, hub, plan.id, std::slice::from_ref(&round))?;
                Ok::<_, Stop>(())
            }))
            .unwrap();
        Self { drive, day, shipments: ids, halts }
    }

    pub fn path(&self) -> String {
        format!("/drive/{}/{}/{}", self.drive.hub, self.drive.plan, self.drive.round)
    }

    pub fn costs(&self) -> String {
        format!("/hubs/{}/rounds/costs/{}/{}", self.drive.hub, self.drive.plan, self.drive.round)
    }
}

fn vehicle(home: &Site) -> Vehicle {
    Vehicle {
        id: number::<VehicleId>(1),
        home: Place { organisation: home.organisation, site: home.id },
        name: "Fourgon Boxer".to_owned(),
        kind: VehicleKind::Van,
        fuel: Fuel::Diesel,
        holds: Load { dry: 60, cold: 40, frozen: 10, kilograms: 1_100 },
        traits: Vec::new(),
        prices: Some(Prices {
            fixed: Cents(1_800),
            per_km: Cents(34),
            per_hour: Cents(2_900),
            per_stop: Cents(40),
        }),
        grams_per_km: 290,
        shift: Shift { weekdays: (1..=7).collect(), from: 300, to: 1_200 },
        retired_on: None,
    }
}

/// The first two come from producers to the hub, the others go from there to shops.
fn shipment(
    index: usize,
    own: OrganisationId,
    sites: &[Site],
    day: Date,
    at: Timestamp,
    by: PersonId,
) -> Shipment {
    let place = |site: &Site| Place { organisation: site.organisation, site: site.id };
    let (here, there) = (place(&sites[0]), place(&sites[index]));
    let comes = index <= 2;
    let count = index as i64;
    assert_eq!(here.organisation, own);
    Shipment {
        id: number::<ShipmentId>(100 + index as u128),
        origin: if comes { Origin::Collection } else { Origin::Delivery },
        cycle: None,
        from: if comes { there } else { here }.into(),
        to: if comes { here } else { there }.into(),
        first_day: day,
        last_day: day,
        ready: None,
        due: None,
        load: Load { dry: 4 + count, cold: count, frozen: count % 2, kilograms: 80 + 10 * count },
        needs: Vec::new(),
        standing: Standing::Waiting,
        carried: None,
        note: if index == 3 { "Sonner à l’arrière".to_owned() } else { String::new() },
        asked_for: None,
        added_at: at,
        added_by: by,
    }
}

fn solved(
    sites: &[Site],
    ways: &ways::Ways,
    vehicle: &Vehicle,
    carried: &[Shipment],
) -> (Description, routing::Plan) {
    let prices = vehicle.prices.unwrap();
    let cents = |cents: Cents| u32::try_from(cents.0).unwrap();
    let own = sites[0].id.to_string();
    let description = Description {
        dimensions: vec!["crates".into()],
        sites: sites.iter().map(|site| At { id: site.id.to_string() }).collect(),
        profiles: vec![ways.profile("van")],
        requests: carried
            .iter()
            .map(|one| {
                let stop = |site: units::SiteId| Visit {
                    site: site.to_string(),
                    service_seconds: 480,
                    ..Visit::default()
                };
                let comes = one.origin == Origin::Collection;
                Request {
                    id: one.id.to_string(),
                    pick_up: comes.then(|| stop(one.from.site.unwrap())),
                    deliver: (!comes).then(|| stop(one.to.site.unwrap())),
                    load: vec![u32::try_from(one.load.crates()).unwrap()],
                    ..Request::default()
                }
            })
            .collect(),
        vehicles: vec![routing::description::Vehicle {
            id: vehicle.id.to_string(),
            profile: "van".into(),
            start: own.clone(),
            end: own,
            shift: [7 * 3_600, 20 * 3_600],
            capacity: vec![110],
            fixed_cents: cents(prices.fixed),
            cents_per_km: cents(prices.per_km),
            cents_per_hour: cents(prices.per_hour),
            cents_per_stop: cents(prices.per_stop),
            ..routing::description::Vehicle::default()
        }],
        ..Description::default()
    };
    let problem = Problem::new(description.clone()).unwrap();
    let settings = Settings {
        seed: 1,
        objective: Objective::Cost,
        budget: Budget::Iterations(500),
        threads: 1,
        from: None,
        tuning: Tuning::default(),
    };
    let result = routing::solve(&problem, &settings, &mut |_| true);
    assert!(routing::check::check(&description, &result).is_empty() && result.left_out.is_empty());
    (description, result)
}

fn laid_out(
    result: &routing::Plan,
    vehicle: &Vehicle,
    sites: &[Site],
    carried: &[Shipment],
    driver: PersonId,
    midnight: Timestamp,
) -> Round {
    let at = |seconds: u32| midnight + jiff::SignedDuration::from_secs(seconds.into());
    let round = &result.rounds[0];
    let halts = round.halts.iter().enumerate().map(|(index, halt)| {
        let site = &sites[halt.site];
        let does = match halt.does {
            routing::plan::Does::PickUp => Does::PickUp,
            _ => Does::Deliver,
        };
        Halt {
            place: index as i64 + 1,
            at: Place { organisation: site.organisation, site: site.id },
            arrives_at: at(halt.arrives),
            begins_at: at(halt.begins),
            leaves_at: at(halt.leaves),
            items: vec![HaltItem { shipment: carried[halt.request].id, does }],
        }
    });
    Round {
        number: 1,
        vehicle: vehicle.id,
        driver: Some(driver),
        departs_at: at(round.departs),
        arrives_at: at(round.arrives),
        metres: i64::try_from(round.metres).unwrap(),
        cents: Cents(i64::try_from(result.cents).unwrap()),
        halts: halts.collect(),
    }
}

fn plan(day: Date, ways: &ways::Ways, result: &routing::Plan, at: Timestamp, by: PersonId) -> Plan {
    Plan {
        id: number::<PlanId>(2),
        day,
        number: 1,
        goal: Goal::Cheapest,
        made: Made::Searched,
        base: None,
        seed: 1,
        iterations: 500,
        ended_at_iteration: i64::try_from(result.iterations).unwrap(),
        engine: "routing".to_owned(),
        ways: WaysFrom::GreatCircle,
        ways_of: ways.source.said(units::Language::Fr),
        state: State::Published,
        figures: Figures {
            rounds: 1,
            metres: i64::try_from(result.metres).unwrap(),
            cents: Cents(i64::try_from(result.cents).unwrap()),
            ..Figures::default()
        },
        made_at: at,
        made_by: by,
        published_at: Some(at),
        published_by: Some(by),
    }
}
