//! A season under another rule, as its coordinator asks for it.

use frame::Role;
use rounds::scenarios::rehearse::searched;
use rounds::scenarios::{Season, Side, store as scenarios};

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
        let hub = town.world.hub;
        let (scenario, days, texts, crews) = RUNTIME
            .block_on(town.db.read(move |tx| {
                let scenario = scenarios::all(tx, hub)?.remove(0);
                let days = scenarios::days(tx, hub, scenario.id)?;
                let texts = scenarios::descriptions(tx, hub, scenario.id)?;
                let vehicles = rounds::fleet::store::vehicles(tx, hub)?;
                Ok::<_, store::Error>((scenario, days, texts, vehicles))
            }))
            .unwrap();
        let (before, after) = (Season::of(Side::AsItIs, &days), Season::of(Side::Changed, &days));
        assert!(before.days > 0 && before.rounds > 0, "{before:?}");
        assert_eq!(before.days, after.days);
        // The first day that was driven, from what is stored of it: the same to the cent.
        let (driven, text) = days.iter().zip(&texts).find(|(one, _)| one.figures.rounds > 0).unwrap();
        let description: routing::Description = serde_json::from_str(text).unwrap();
        let crew = |vehicle: &routing::description::Vehicle| {
            let known = crews.iter().find(|one| one.id.to_string() == vehicle.id).unwrap();
            rounds::plans::Crew {
                vehicle: known.id,
                driver: None,
                prices: known.prices.unwrap(),
                grams_per_km: known.grams_per_km,
            }
        };
        let crews: Vec<rounds::plans::Crew> = description.vehicles.iter().map(crew).collect();
        let again = searched(&description, &crews, scenario.seed, scenario.iterations).unwrap();
        assert_eq!(
            (again.cents, again.metres, again.rounds),
            (driven.figures.cents, driven.figures.metres, driven.figures.rounds)
        );
        if let Some(late) = description.vehicles.iter().map(|one| one.shift[0]).min() {
            assert!(driven.side == Side::AsItIs || late >= 34_200, "{late}");
        }
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
