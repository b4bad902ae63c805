//! A season under another rule, as its coordinator asks for it.

use economy::shipments::{Load, Origin, Place, Shipment, Standing, store as shipments};
use frame::Role;
use people::persons::NewMandate;
use polity::members::{Coalition, CoalitionKind, store as members};
use rounds::scenarios::rehearse::again;
use rounds::scenarios::{Driven, Scenario, Season, Side, Then, store as scenarios};

use crate::town::{Answer, RUNTIME, Town, Visitor};

fn ask(town: &Town, fields: &[(&str, &str)]) -> Answer {
    // Of a field that comes twice, the first counts.
    let mut form = fields.to_vec();
    form.extend([
        ("first", "2026-10-01"),
        ("last", "2026-11-24"),
        ("iterations", "60"),
        ("seed", "7"),
        ("earliest", "09:30"),
        ("from", "2"),
        ("to", "4"),
    ]);
    town.visitor(Role::Coordinator).post(&town.hub("/scenarios"), &form)
}

/// The page of a season, once the task is through.
fn result(visitor: &Visitor, started: &Answer) -> String {
    assert_eq!(started.status, 303, "{}", started.body);
    for _ in 0..1_500 {
        let task = visitor.get(&started.location);
        if task.status == 303 {
            let page = visitor.get(&task.location);
            assert_eq!(page.status, 200, "{}", page.body);
            return page.body;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    panic!("{}", visitor.get(&started.location).body);
}

#[test]
fn a_season_without_starts_at_night_is_compared_and_can_be_made_again_on_both_databases() {
    for town in Town::on_both() {
        let coordinator = town.visitor(Role::Coordinator);
        let page = result(&coordinator, &ask(&town, &[("rule", "no_night")]));
        assert!(page.contains("Aucun départ avant 09:30") && page.contains("graine 7"), "{page}");
        let kept = Kept::latest(&town);
        let days = &kept.days;
        let (before, after) = (Season::of(Side::AsItIs, days), Season::of(Side::Changed, days));
        assert!(before.days > 0 && before.rounds > 0, "{before:?}");
        assert_eq!(before.days, after.days);
        // Dearer since: what was rehearsed stays as it was, on its page and made again.
        let vehicle = kept.vehicles[0].clone();
        make_dearer(&town, vehicle.vehicle);
        let later = coordinator.get(&town.hub(&format!("/scenarios/{}", kept.scenario.id))).body;
        let said = units::Language::Fr.euros(vehicle.prices.fixed);
        assert!(later.contains(&said), "{said} was the price of its day: {later}");
        for cents in [before.cents, after.cents] {
            let said = units::Language::Fr.euros(cents);
            assert!(page.contains(&said) && later.contains(&said), "{said} in {later}");
        }
        kept.again();
        for (one, text) in days.iter().zip(&kept.texts).filter(|(one, _)| one.figures.rounds > 0) {
            let description: routing::Description = serde_json::from_str(text).unwrap();
            let first = description.vehicles.iter().map(|vehicle| vehicle.shift[0]).min();
            assert!(one.side == Side::AsItIs || first >= Some(34_200), "{first:?}");
        }
    }
}

/// The latest season as it is stored.
struct Kept {
    scenario: Scenario,
    days: Vec<Driven>,
    texts: Vec<String>,
    vehicles: Vec<Then>,
}

impl Kept {
    fn latest(town: &Town) -> Self {
        let hub = town.world.hub;
        let read = town.db.read(move |tx| {
            let scenario = scenarios::all(tx, hub)?.remove(0);
            let days = scenarios::days(tx, hub, scenario.id)?;
            let texts = scenarios::descriptions(tx, hub, scenario.id)?;
            let vehicles = scenarios::vehicles(tx, hub, scenario.id)?;
            Ok::<_, store::Error>(Self { scenario, days, texts, vehicles })
        });
        RUNTIME.block_on(read).unwrap()
    }

    /// Each day that was driven once more, from what is stored of it: the same to the cent.
    fn again(&self) {
        let driven = self.days.iter().zip(&self.texts).filter(|(one, _)| one.figures.rounds > 0);
        let mut count = 0;
        for (one, text) in driven {
            let again = again(&self.scenario, text, &self.vehicles).unwrap();
            let before = &one.figures;
            assert_eq!(
                (again.cents, again.metres, again.rounds, again.grams),
                (before.cents, before.metres, before.rounds, before.grams),
                "{:?} {}",
                one.side,
                one.day
            );
            count += 1;
        }
        assert!(count > 0);
    }
}

/// Says that a vehicle costs more from now on.
fn make_dearer(town: &Town, vehicle: units::VehicleId) {
    let (hub, who) = (town.world.hub, town.world.staff(&town.app, Role::Coordinator));
    let act = town.app.act(&who, move |tx, who| {
        let (before, costing) = rounds::fleet::acts::show(tx, who, hub, vehicle)?;
        let costing = costing.expect("what it costs");
        let dearer =
            rounds::fleet::Costing { insurance: costing.insurance + costing.purchase, ..costing };
        rounds::fleet::acts::set_cost(tx, who, hub, vehicle, &dearer, units::Cents::ZERO)?;
        let after = rounds::fleet::acts::show(tx, who, hub, vehicle)?.0;
        assert!(after.prices.unwrap().fixed > before.prices.unwrap().fixed);
        Ok(())
    });
    RUNTIME.block_on(act).unwrap();
}

/// Another hub that the coordinator coordinates too: a producer's, with a van of its own and two things to bring.
fn second_hub(town: &Town) -> units::CoalitionId {
    let person: units::PersonId = town.person_of(Role::Coordinator).parse().unwrap();
    let who = town.world.staff(&town.app, Role::Coordinator);
    let (own, shops) = (town.world.hub, [town.world.shops[0].id, town.world.shops[1].id]);
    let maker = town.world.producers[0].id;
    let found = town.app.act(&who, move |tx, who| {
        let hub: units::CoalitionId = who.ids.next();
        let coalition = Coalition {
            id: hub,
            kind: CoalitionKind::Hub,
            name: "Hub des Ardennes".to_owned(),
            organisation: maker,
            public_euro: false,
        };
        members::insert(tx, &coalition, who.at)?;
        let mandate = NewMandate {
            role: Role::Coordinator,
            coalition: Some(hub),
            organisation: None,
            label: coalition.name,
            starts_on: who.today,
            ends_on: None,
        };
        people::persons::store::insert_mandate(tx, who, person, &mandate)?;
        let site = |id| {
            let sites = people::organisations::store::sites(tx, id)?;
            Ok::<_, store::Error>(Place { organisation: id, site: sites[0].id })
        };
        let mut van = rounds::fleet::store::vehicles(tx, own)?.remove(0);
        (van.id, van.name, van.home) = (who.ids.next(), "Kangoo".to_owned(), site(maker)?);
        rounds::fleet::store::save(tx, who, hub, &van)?;
        for shop in shops {
            let shipment = Shipment {
                id: who.ids.next(),
                origin: Origin::ByHand,
                cycle: None,
                from: site(maker)?.into(),
                to: site(shop)?.into(),
                first_day: "2026-11-24".parse().unwrap(),
                last_day: "2026-11-24".parse().unwrap(),
                ready: None,
                due: None,
                load: Load { dry: 4, kilograms: 40, ..Load::default() },
                needs: Vec::new(),
                standing: Standing::Waiting,
                carried: None,
                note: String::new(),
                asked_for: None,
                added_at: who.at,
                added_by: who.person,
            };
            shipments::save(tx, hub, &shipment)?;
        }
        Ok(hub)
    });
    RUNTIME.block_on(found).unwrap()
}

#[test]
fn two_hubs_are_rehearsed_together_and_their_sums_are_right_on_both_databases() {
    for town in Town::on_both() {
        // Who came in before has the second mandate too, and goes on under the first.
        let coordinator = town.visitor(Role::Coordinator);
        let other = second_hub(&town).to_string();
        let season =
            [("iterations", "80"), ("seed", "7"), ("first", "2026-11-23"), ("last", "2026-11-25")];
        let ask = |fields: &[(&str, &str)]| {
            let form: Vec<(&str, &str)> = fields.iter().copied().chain(season).collect();
            result(&coordinator, &coordinator.post(&town.hub("/scenarios"), &form))
        };
        let page = ask(&[("rule", "together"), ("with", &other)]);
        let kept = Kept::latest(&town);
        let days = &kept.days;
        let alone = [0, 1].map(|part| Season::of_part(part, days));
        let (before, after) = (Season::of(Side::AsItIs, days), Season::of(Side::Changed, days));
        assert!(alone[0].rounds > 0 && alone[1].rounds == 1, "{alone:?}");
        assert_eq!(before.cents, alone[0].cents + alone[1].cents);
        assert_eq!(before.metres, alone[0].metres + alone[1].metres);
        assert_eq!(before.rounds, alone[0].rounds + alone[1].rounds);
        assert!(after.rounds > 0 && after.days == before.days, "{after:?}");

        // What both carry is all that each carries, with the vehicles of both.
        let carried = |side: Side| -> (usize, usize) {
            let of_day = days.iter().zip(&kept.texts);
            let of_day =
                of_day.filter(|(one, _)| one.side == side && one.day.to_string() == "2026-11-24");
            let described =
                of_day.map(|(_, text)| serde_json::from_str::<routing::Description>(text).unwrap());
            described.fold((0, 0), |(requests, vehicles), one| {
                (requests + one.requests.len(), vehicles + one.vehicles.len())
            })
        };
        assert_eq!(carried(Side::Changed), carried(Side::AsItIs));
        assert!(carried(Side::Changed).0 > 2);
        kept.again();

        // Its own season as it is comes to the same where it is rehearsed without the other.
        ask(&[("rule", "no_night"), ("earliest", "08:00")]);
        let own = Season::of(Side::AsItIs, &Kept::latest(&town).days);
        assert_eq!((own.cents, own.metres), (alone[0].cents, alone[0].metres));

        // The page says each hub by itself, both, and both together.
        for cents in [alone[0].cents, alone[1].cents, before.cents, after.cents] {
            let said = units::Language::Fr.euros(cents);
            assert!(page.contains(&said), "{said} in {page}");
        }
        assert!(page.contains("Hub des Ardennes") && page.contains("Chaque hub seul"), "{page}");
    }
}

#[test]
fn another_day_and_a_depot_are_rehearsed_too() {
    let town = Town::on_sqlite();
    let coordinator = town.visitor(Role::Coordinator);
    let page = result(&coordinator, &ask(&town, &[("rule", "other_day")]));
    assert!(page.contains("jeudi au lieu du mardi"), "{page}");
    let form = coordinator.get(&town.hub("/scenarios")).body;
    let depots = crate::town::between(&form, "name=\"depot\"", "</select>").to_owned();
    let depot = depots.split("<option value=\"").nth(2).unwrap().split('"').next().unwrap().to_owned();
    let page = result(&coordinator, &ask(&town, &[("rule", "depot"), ("depot", &depot)]));
    assert!(page.contains("Un dépôt de plus"), "{page}");
}

#[test]
fn what_cannot_be_rehearsed_is_refused_with_a_sentence() {
    let town = Town::on_sqlite();
    let other = town.world.shops[0].id.to_string();
    let cases: [(&[(&str, &str)], &str); 4] = [
        (&[("rule", "together"), ("with", &other)], "que vous coordonnez aussi"),
        (&[("rule", "depot")], "À remplir"),
        (&[("rule", "fly")], "aria-invalid"),
        (&[("rule", "no_night"), ("earliest", "25:99")], "aria-invalid"),
    ];
    for (fields, expected) in cases {
        let answer = ask(&town, fields);
        assert_eq!(answer.status, 422, "{fields:?}");
        assert!(answer.body.contains(expected), "{fields:?}: {}", answer.body);
    }
    let same = ask(&town, &[("rule", "other_day"), ("from", "2"), ("to", "2")]);
    assert_eq!(same.status, 422);
    assert_eq!(town.visitor(Role::Warehouse).get(&town.hub("/scenarios")).status, 403);
}
