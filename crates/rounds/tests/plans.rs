//! What a coordinator gets: a plan that keeps every rule, what is in the way of one by name, a stop moved by hand, and
//! the smallest change after an order changed.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::collections::{BTreeMap, HashMap};

use economy::shipments::{End, Load, Need, Origin, Place, Shipment, Standing};
use jiff::Timestamp;
use jiff::civil::Date;
use people::organisations::{OpeningWindow, Site, Storage};
use rounds::fleet::{Driver, Fuel, Prices, Shift, Vehicle, VehicleKind};
use rounds::plans::describe::{Chosen, Obstacle, Question};
use rounds::plans::figures::{courses, figures, laid_out, objective};
use rounds::plans::mending::{self, Kind};
use rounds::plans::moving::{Ground, Target};
use rounds::plans::{Crew, Goal, Lock};
use routing::description::Profile;
use routing::{Budget, Description, Plan, Problem, Settings, Tuning, check};
use units::{
    Cents, Code as _, Coordinates, Country, OrganisationId, PersonId, ShipmentId, SiteId, VehicleId,
};
use uuid::Uuid;

const DOCK: u128 = 1;
const SHOPS: [u128; 4] = [2, 3, 4, 5];

fn day() -> Date {
    "2026-12-01".parse().unwrap()
}

fn organisation(number: u128) -> OrganisationId {
    OrganisationId(Uuid::from_u128(number))
}

fn end(number: u128) -> End {
    End { organisation: organisation(number), site: Some(SiteId(Uuid::from_u128(number + 100))) }
}

fn site(number: u128, hours: &str) -> Site {
    let at = i64::try_from(number).unwrap();
    Site {
        id: SiteId(Uuid::from_u128(number + 100)),
        organisation: organisation(number),
        name: "Magasin".to_owned(),
        street: String::new(),
        postcode: String::new(),
        town: format!("Ville {number}"),
        country: Country::BELGIUM,
        coordinates: Some(Coordinates {
            latitude_e6: 49_900_000 + at * 50_000,
            longitude_e6: 5_400_000,
        }),
        receives: Storage::ALL.to_vec(),
        note: String::new(),
        windows: (1..=5).flat_map(|day| OpeningWindow::read(day, hours).unwrap()).collect(),
    }
}

fn shipment(number: u128, to: u128, crates: i64) -> Shipment {
    Shipment {
        id: ShipmentId(Uuid::from_u128(number)),
        origin: Origin::Delivery,
        cycle: None,
        from: end(DOCK),
        to: end(to),
        first_day: day(),
        last_day: day(),
        ready: None,
        due: None,
        load: Load { dry: crates, kilograms: crates * 12, ..Load::default() },
        needs: Vec::new(),
        standing: Standing::Waiting,
        carried: None,
        note: String::new(),
        asked_for: None,
        added_at: Timestamp::UNIX_EPOCH,
        added_by: PersonId(Uuid::nil()),
    }
}

fn vehicle(number: u128, name: &str, crates: i64) -> Chosen {
    let vehicle = Vehicle {
        id: VehicleId(Uuid::from_u128(number)),
        home: Place { organisation: organisation(DOCK), site: end(DOCK).site.unwrap() },
        name: name.to_owned(),
        kind: VehicleKind::Van,
        fuel: Fuel::Diesel,
        holds: Load { dry: crates, kilograms: crates * 15, ..Load::default() },
        traits: Vec::new(),
        prices: Some(Prices {
            fixed: Cents(2_000),
            per_km: Cents(25),
            per_hour: Cents(2_600),
            per_stop: Cents(0),
        }),
        grams_per_km: 300,
        shift: Shift { weekdays: vec![1, 2, 3, 4, 5], from: 360, to: 1_080 },
        retired_on: None,
    };
    Chosen { vehicle, driver: None }
}

fn question() -> Question {
    let mut sites = vec![site(DOCK, "05:00-20:00")];
    // So short that no van comes twice.
    sites.extend(SHOPS.map(|shop| site(shop, "08:00-08:20")));
    let names = sites.iter().map(|site| (site.organisation, format!("Membre {}", site.town)));
    Question {
        day: day(),
        goal: Goal::Cheapest,
        hub: organisation(DOCK),
        shipments: SHOPS
            .iter()
            .enumerate()
            .map(|(at, &shop)| shipment(at as u128 + 1, shop, 10))
            .collect(),
        names: names.collect(),
        sites,
        chosen: vec![vehicle(50, "Boxer", 25), vehicle(51, "Master", 25)],
        locks: Vec::new(),
        late_minutes: 0,
        stays: HashMap::new(),
        learnt: BTreeMap::new(),
        also: Vec::new(),
    }
}

/// As far from one another as their numbers: five minutes and four kilometres a step.
fn profile(question: &Question) -> Profile {
    let places = question.places();
    let apart = |from: &Place, to: &Place| {
        let number = |place: &Place| place.organisation.0.as_u128();
        u32::try_from(number(from).abs_diff(number(to))).unwrap()
    };
    let table = |each: u32| -> Vec<Vec<u32>> {
        places
            .iter()
            .map(|(from, _)| places.iter().map(|(to, _)| apart(from, to) * each).collect())
            .collect()
    };
    Profile { id: "van".to_owned(), seconds: table(300), metres: table(4_000) }
}

fn crews(question: &Question) -> Vec<Crew> {
    question
        .chosen
        .iter()
        .map(|one| Crew {
            vehicle: one.vehicle.id,
            driver: None,
            prices: one.vehicle.prices.unwrap(),
            grams_per_km: one.vehicle.grams_per_km,
        })
        .collect()
}

fn solved(question: &Question) -> (Description, Problem, Plan) {
    assert_eq!(question.obstacles(), []);
    let description = question.describe(vec![profile(question)]);
    let problem = Problem::new(description.clone()).unwrap();
    let settings = Settings {
        seed: 7,
        objective: objective(question.goal),
        budget: Budget::Iterations(500),
        threads: 1,
        from: None,
        tuning: Tuning::default(),
    };
    let plan = routing::solve(&problem, &settings, &mut |_| true);
    assert_eq!(check::check(&description, &plan), Vec::<String>::new());
    (description, problem, plan)
}

/// Who takes what, in which order: the numbers of shipments by vehicle.
fn order(description: &Description, plan: &Plan) -> Vec<(usize, Vec<String>)> {
    let halts = |course: &routing::plan::Course| {
        let delivers = course.halts.iter().filter(|halt| halt.1 == routing::plan::Does::Deliver);
        delivers.map(|halt| description.requests[halt.0].id.clone()).collect()
    };
    courses(plan).iter().map(|course| (course.vehicle, halts(course))).collect()
}

fn id(number: u128) -> String {
    ShipmentId(Uuid::from_u128(number)).to_string()
}

#[test]
fn everything_in_the_way_is_named() {
    let check = |change: &dyn Fn(&mut Question), expected: &[Obstacle]| {
        let mut question = question();
        change(&mut question);
        assert_eq!(question.obstacles(), expected);
    };
    let place = || "Membre Ville 3 (Ville 3)".to_owned();
    check(&|question| question.shipments.clear(), &[Obstacle::NothingToMove]);
    check(&|question| question.chosen.clear(), &[Obstacle::NoVehicle]);
    check(
        &|question| question.chosen[1].vehicle.prices = None,
        &[Obstacle::WithoutCost { vehicle: "Master".to_owned() }],
    );
    check(
        &|question| question.sites[2].coordinates = None,
        &[Obstacle::NoCoordinates { place: place() }],
    );
    check(
        &|question| question.sites[2].windows.retain(|window| window.weekday != 2),
        &[Obstacle::ClosedThatDay { place: place() }],
    );
    check(
        &|question| question.shipments[1].due = Some(7 * 60 + 30),
        &[Obstacle::OutsideHours { place: place(), asked: "07:30".to_owned() }],
    );
    check(
        &|question| question.shipments[1].to.site = None,
        &[Obstacle::NoSite {
            from: "Membre Ville 1 (Ville 1)".to_owned(),
            to: "Membre Ville 3".to_owned(),
        }],
    );
    check(
        &|question| {
            let shift = Shift { weekdays: vec![2], from: 1_100, to: 1_200 };
            let person = PersonId(Uuid::from_u128(9));
            let organisation = organisation(DOCK);
            question.chosen[0].driver = Some(Driver { person, organisation, shift, left_on: None });
        },
        &[Obstacle::NotThere { vehicle: "Boxer".to_owned() }],
    );
}

#[test]
fn a_plan_carries_everything_and_comes_to_what_its_rounds_come_to() {
    let question = question();
    let (description, _, plan) = solved(&question);
    let crews = crews(&question);
    let found = figures(&description, &plan, &crews);
    assert_eq!((found.left_out, found.late_seconds), (0, 0));
    // Forty crates do not fit into one van of twenty-five.
    assert_eq!(found.rounds, 2);
    assert_eq!(found.metres, i64::try_from(plan.metres).unwrap());
    assert_eq!(found.grams, found.metres * 300 / 1_000);
    assert_eq!(found.cents.0, i64::try_from(plan.terms.paid_cents()).unwrap(), "as the engine counts");
    assert_eq!(found.fill, 8_000, "twenty crates of twenty-five in each");
    let zone = jiff::tz::TimeZone::get("Europe/Brussels").unwrap();
    let rounds = laid_out(question.day, &zone, &description, &plan, &crews).unwrap();
    assert_eq!(rounds.iter().map(|round| round.cents).sum::<Cents>(), found.cents);
    for round in &rounds {
        // Both crates are loaded in one stop, and each is brought to its shop.
        assert_eq!(round.halts.len(), 3);
        assert_eq!(round.halts[0].items.len(), 2);
        assert!(
            round.departs_at <= round.halts[0].begins_at && round.halts[2].leaves_at < round.arrives_at
        );
    }
    assert_eq!(solved(&question).2, plan, "the same again");
}

#[test]
fn goals_are_searched_by_and_costs_told_by_the_vehicles_own_prices() {
    for goal in [Goal::Cheapest, Goal::FewestVehicles, Goal::Earliest, Goal::Balanced] {
        let mut question = Question { goal, ..question() };
        question.chosen.push(vehicle(52, "Trafic", 60));
        for site in &mut question.sites {
            site.windows = OpeningWindow::read(2, "07:00-18:00").unwrap();
        }
        let (description, _, plan) = solved(&question);
        let found = figures(&description, &plan, &crews(&question));
        assert!(found.cents.0 > 2_000, "{goal:?}");
        match goal {
            Goal::FewestVehicles | Goal::Cheapest => assert_eq!(found.rounds, 1, "{goal:?}"),
            // Three vans are back before one is.
            Goal::Earliest => assert!(found.rounds > 1),
            Goal::Balanced => {}
        }
    }
}

#[test]
fn what_is_tied_stays_with_its_vehicle() {
    let (mut question, shipment) = (question(), ShipmentId(Uuid::from_u128(1)));
    for chosen in [50, 51] {
        let vehicle = VehicleId(Uuid::from_u128(chosen));
        question.locks = vec![Lock { shipment, vehicle }];
        let (description, _, plan) = solved(&question);
        assert_eq!(mending::vehicle_of(&description, &plan, shipment), Some(vehicle));
    }
}

#[test]
fn needs_and_lateness_reach_the_engine() {
    let mut question = question();
    question.shipments[0].needs = vec![Need::TailLift];
    let description = question.describe(vec![profile(&question)]);
    let problem = Problem::new(description).unwrap();
    let settings = Settings {
        seed: 1,
        objective: objective(Goal::Cheapest),
        budget: Budget::Iterations(100),
        threads: 1,
        from: None,
        tuning: Tuning::default(),
    };
    let plan = routing::solve(&problem, &settings, &mut |_| true);
    assert_eq!(plan.left_out.len(), 1, "no van has a tail lift");
    question.shipments[0].needs.clear();
    // All have to be there within five minutes of opening, which two vans cannot do without being late.
    for shipment in &mut question.shipments {
        shipment.due = Some(8 * 60 + 5);
    }
    question.late_minutes = 90;
    let (description, _, plan) = solved(&question);
    let found = figures(&description, &plan, &crews(&question));
    assert!(found.late_seconds > 0 && found.left_out == 0, "{found:?}");
    assert_eq!(mending::late_minutes(&description), 90);
}

#[test]
fn a_stop_moved_by_hand_costs_what_is_told() {
    let question = question();
    let (description, problem, plan) = solved(&question);
    let crews = crews(&question);
    let ground = Ground { description: &description, problem: &problem, crews: &crews };
    let courses_before = courses(&plan);
    let request = description.requests.iter().position(|one| one.id == id(1)).unwrap();
    let with = mending::vehicle_of(&description, &plan, ShipmentId(Uuid::from_u128(1)));
    let all = ground.possibilities(&courses_before, request);
    // The other van has room for five crates more, not for ten.
    assert_eq!(all.len(), 1);
    assert_eq!(with.unwrap().to_string(), description.vehicles[all[0].vehicle].id);
    assert!(all[0].cents <= ground.paid(&plan));
    let places = ground.places(&courses_before, request, all[0].vehicle);
    assert!(places.len() >= 2, "before and after the other shop");
    for one in &places {
        let target = Target::Place { vehicle: one.vehicle, place: one.place };
        let moved = ground.target(&courses_before, request, target).unwrap();
        assert_eq!((ground.paid(&moved), moved.metres), (one.cents, one.metres));
        let told = figures(&description, &moved, &crews);
        assert_eq!(told.cents.0, ground.paid(&moved));
    }
    let left = ground.target(&courses_before, request, Target::Nobody).unwrap();
    assert_eq!(left.left_out.len(), 1);
}

#[test]
fn the_smallest_change_leaves_everybody_else_where_they_are() {
    let before = question();
    let (old, _, plan) = solved(&before);
    let was = order(&old, &plan);
    let mended = |after: &Question| {
        let description = after.describe(vec![profile(after)]);
        let problem = Problem::new(description.clone()).unwrap();
        let plan = mending::mended(&old, &plan, &description, &problem, &crews(after)).unwrap();
        assert_eq!(check::check(&description, &plan), Vec::<String>::new());
        (order(&description, &plan), description)
    };
    // One is cancelled: the others stay in their order.
    let mut after = before.clone();
    after.shipments.remove(0);
    let (now, description) = mended(&after);
    let less: Vec<(usize, Vec<String>)> = was
        .iter()
        .map(|(vehicle, ids)| (*vehicle, ids.iter().filter(|one| **one != id(1)).cloned().collect()))
        .collect();
    assert_eq!(now, less);
    let kinds = |today: &[Shipment], known: &[Shipment]| -> Vec<Kind> {
        mending::changes(&old, day(), today, known).iter().map(|change| change.kind).collect()
    };
    assert_eq!(kinds(&after.shipments, &before.shipments), [Kind::Gone]);
    assert!(mending::changes(&description, day(), &after.shipments, &after.shipments).is_empty());
    // One comes anew: it is put in, and the others stay.
    let mut after = before.clone();
    after.shipments.push(shipment(9, 3, 4));
    let (now, _) = mended(&after);
    assert_eq!(kinds(&after.shipments, &before.shipments), [Kind::New]);
    let others: Vec<(usize, Vec<String>)> = now
        .iter()
        .map(|(vehicle, ids)| (*vehicle, ids.iter().filter(|one| **one != id(9)).cloned().collect()))
        .collect();
    assert_eq!(others, was);
    assert!(now.iter().any(|(_, ids)| ids.contains(&id(9))));
    // One grows by four crates, which still fit: nobody moves.
    let mut after = before.clone();
    after.shipments[2].load.dry += 4;
    assert_eq!(kinds(&after.shipments, &before.shipments), [Kind::Other]);
    assert_eq!(mended(&after).0, was);
    // One grows beyond what is left in its van: it is left to somebody else, and the others stay.
    let mut after = before.clone();
    after.shipments[2].load.dry += 10;
    let (now, _) = mended(&after);
    let changed = id(3);
    for (vehicle, ids) in &was {
        let stays: Vec<&String> = ids.iter().filter(|one| **one != changed).collect();
        let found = now.iter().find(|(other, _)| other == vehicle).map(|(_, ids)| ids).unwrap();
        assert!(stays.iter().all(|one| found.contains(one)), "{now:?} of {was:?}");
    }
}

#[test]
fn a_site_where_halts_were_seen_takes_as_long_as_it_took() {
    let mut asked = question();
    let shop = asked.shipments[0].to.place().unwrap();
    // A second shipment for the same door, three times as large.
    asked.shipments.push(Shipment { id: ShipmentId(Uuid::from_u128(77)), ..asked.shipments[0].clone() });
    asked.shipments.last_mut().unwrap().load.dry *= 3;
    let service = |question: &Question| -> Vec<u32> {
        let described = question.describe(vec![profile(question)]);
        let door = described.requests.into_iter().filter_map(|request| request.deliver);
        let there = rounds::plans::describe::site_id(shop);
        door.filter(|stop| stop.site == there).map(|stop| stop.service_seconds).collect()
    };
    let usual = service(&asked);
    asked.learnt.insert(shop.site, rounds::road::Learnt { seconds: 480, halts: 5 });
    assert_eq!(service(&asked), [120, 360], "instead of {usual:?}");
}
