//! A coordinator's rounds: looked for, compared, changed by hand, published, and mended when an order changes.

use frame::{Role, Who};
use rounds::plans::acts::{self as plans, Wish};
use rounds::plans::{Made, Plan, State, search, store as plan_store};
use tresse::check;
use units::{PlanId, ShipmentId, VehicleId};

use crate::browser::driver::Driver;
use crate::town::{RUNTIME, Town, Visitor, between};
use crate::walks::come_in;

/// The second delivery day of what is being received when tests visit.
const DAY: &str = "2026-11-25";

impl Town {
    fn planner(&self) -> Who {
        self.world.staff(&self.app, Role::Coordinator)
    }

    fn plans(&self) -> Vec<Plan> {
        let (hub, day) = (self.world.hub, DAY.parse().unwrap());
        RUNTIME.block_on(self.db.read(move |tx| plan_store::of_day(tx, hub, day))).unwrap()
    }

    fn published(&self) -> Plan {
        let all = self.plans();
        let mut published = all.into_iter().filter(|plan| plan.state == State::Published);
        let one = published.next().expect("a published plan");
        assert_eq!(published.next(), None, "one a day");
        one
    }

    fn sound(&self) {
        let results = RUNTIME.block_on(check::all(&self.db)).unwrap();
        let faults: Vec<String> = results.into_iter().flat_map(|one| one.faults).collect();
        assert_eq!(faults, Vec::<String>::new());
    }

    fn vehicles(&self) -> Vec<VehicleId> {
        let hub = self.world.hub;
        let read = self.db.read(move |tx| rounds::fleet::store::vehicles(tx, hub));
        RUNTIME.block_on(read).unwrap().into_iter().map(|vehicle| vehicle.id).collect()
    }

    /// The form of a new plan with every vehicle.
    fn wished(&self, goal: &str) -> Vec<(String, String)> {
        let mut form: Vec<(String, String)> =
            self.vehicles().iter().map(|id| (format!("vehicle.{id}"), "yes".to_owned())).collect();
        let fields =
            [("day", DAY), ("goal", goal), ("effort", "quick"), ("late_minutes", "0"), ("seed", "3")];
        form.extend(fields.map(|(name, value)| (name.to_owned(), value.to_owned())));
        form
    }
}

fn borrowed(form: &[(String, String)]) -> Vec<(&str, &str)> {
    form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// Looks at a task until it has ended, and then at where it leads.
fn ended(visitor: &Visitor, task: &str) -> String {
    loop {
        let answer = visitor.get(task);
        if answer.status == 303 {
            return answer.location;
        }
        assert!(answer.body.contains("data-refresh"), "{}", answer.body);
    }
}

#[test]
fn a_plan_is_looked_for_compared_changed_published_and_mended() {
    for town in Town::on_both() {
        let visitor = town.visitor(Role::Coordinator);
        let before = town.published();
        let page = visitor.get(&town.hub(&format!("/rounds?day={DAY}")));
        assert!(page.body.contains("publié"), "{}", page.body);

        // Two goals, side by side.
        for goal in ["cheapest", "fewest_vehicles"] {
            let form = town.wished(goal);
            let answer = visitor.post(&town.hub("/plans/new"), &borrowed(&form));
            assert_eq!(answer.status, 303, "{}", answer.body);
            assert_eq!(ended(&visitor, &answer.location), town.hub(&format!("/rounds?day={DAY}")));
        }
        let all = town.plans();
        assert_eq!(all.len(), 3);
        let page = visitor.get(&town.hub(&format!("/rounds?day={DAY}")));
        for plan in &all {
            assert!(page.body.contains(&format!("/plans/{}\"", plan.id)));
        }
        assert!(all[2].figures.rounds <= all[1].figures.rounds, "the fewest vehicles");
        assert!(all[1].figures.left_out == 0 && all[1].figures.cents.0 > 0);

        // A stop moved by hand: what it costs is told before, and comes true.
        let draft = &all[1];
        let shipment = carried(&town, draft.id);
        let at = town.hub(&format!("/plans/{}/move/{shipment}", draft.id));
        let page = visitor.get(&at);
        assert_eq!(page.status, 200);
        let vehicle = between(&page.body, "name=\"vehicle\" value=\"", "\"").to_owned();
        let answer = visitor.post(&at, &[("vehicle", &vehicle)]);
        assert_eq!(answer.status, 303, "{}", answer.body);
        let moved = town.plans().pop().unwrap();
        assert_eq!((moved.made, moved.base), (Made::ByHand, Some(draft.id)));
        let more = moved.figures.cents - draft.figures.cents;
        let told = format!("{}{}", if more.0 > 0 { "+" } else { "" }, units::Language::Fr.euros(more));
        assert!(page.body.contains(&told), "{told} was told");

        // Tied to its vehicle, it stays there in what is searched from here.
        let lock = town.hub(&format!("/plans/{}/lock", moved.id));
        let id = shipment.to_string();
        assert_eq!(visitor.post(&lock, &[("shipment", &id), ("tied", "yes")]).status, 303);
        let again = town.hub(&format!("/plans/{}/search", moved.id));
        let answer = visitor.post(&again, &[("goal", "cheapest"), ("effort", "quick")]);
        ended(&visitor, &answer.location);
        let found = town.plans().pop().unwrap();
        assert_eq!(with(&town, found.id, shipment), vehicle, "it stays with its vehicle");

        // Published, it takes the place of the one before.
        let publish = |plan: PlanId| visitor.post(&town.hub(&format!("/plans/{plan}/publish")), &[]);
        assert_eq!(publish(found.id).status, 303);
        assert_eq!(town.published().id, found.id);
        assert_eq!(state(&town, before.id), State::Superseded);
        assert_eq!(publish(before.id).status, 422, "it was published before");
        town.sound();

        // Something is asked for afterwards: the plan is told to be behind, and the smallest change carries it.
        let asked = ask_for_more(&town, &visitor);
        let page = visitor.get(&town.hub(&format!("/rounds?day={DAY}")));
        assert!(page.body.contains("1 transport a changé"), "{}", page.body);
        assert_eq!(publish(draft.id).status, 422, "a draft from before is behind too");
        let mend = visitor.post(&town.hub(&format!("/plans/{}/mend", found.id)), &[]);
        assert_eq!(mend.status, 303, "{}", mend.body);
        let mended = town.plans().pop().unwrap();
        assert_eq!((mended.made, mended.base), (Made::Mended, Some(found.id)));
        assert_eq!(
            order(&town, mended.id, Some(asked)),
            order(&town, found.id, None),
            "the others stay"
        );
        assert_eq!(publish(mended.id).status, 303);
        assert_eq!(visitor.post(&town.hub(&format!("/plans/{}/mend", mended.id)), &[]).status, 422);
        town.sound();
    }
}

/// Something that a plan delivers.
fn carried(town: &Town, plan: PlanId) -> ShipmentId {
    let whole = whole(town, plan);
    whole.description.requests[whole.result.rounds[0].halts[0].request].id.parse().unwrap()
}

fn whole(town: &Town, plan: PlanId) -> plans::Whole {
    let hub = town.world.hub;
    RUNTIME.block_on(town.app.look(&town.planner(), move |tx, _| plans::whole(tx, hub, plan))).unwrap()
}

fn state(town: &Town, plan: PlanId) -> State {
    whole(town, plan).plan.state
}

fn with(town: &Town, plan: PlanId, shipment: ShipmentId) -> String {
    let whole = whole(town, plan);
    let vehicle = rounds::plans::mending::vehicle_of(&whole.description, &whole.result, shipment);
    vehicle.unwrap().to_string()
}

/// What each vehicle does, in order, one shipment left out.
fn order(town: &Town, plan: PlanId, without: Option<ShipmentId>) -> Vec<(String, Vec<String>)> {
    let whole = whole(town, plan);
    let without = without.map(|id| id.to_string());
    let rounds = whole.result.rounds.iter().map(|round| {
        let ids = round.halts.iter().map(|halt| whole.description.requests[halt.request].id.clone());
        let ids = ids.filter(|id| Some(id) != without.as_ref());
        (whole.description.vehicles[round.vehicle].id.clone(), ids.collect())
    });
    rounds.collect()
}

/// Two crates from a shop to another, on the day.
fn ask_for_more(town: &Town, visitor: &Visitor) -> ShipmentId {
    let page = visitor.get(&town.hub("/shipments/new")).body;
    let place = |organisation: units::OrganisationId| {
        let start = page.find(&format!("value=\"{organisation}.")).unwrap() + 7;
        page[start..].split('"').next().unwrap().to_owned()
    };
    let (from, to) = (place(town.world.organisation), place(town.world.shops[0].id));
    let form =
        [("from", from.as_str()), ("to", &to), ("first_day", DAY), ("dry", "2"), ("kilograms", "20")];
    let answer = visitor.post(&town.hub("/shipments/new"), &form);
    assert_eq!(answer.status, 303, "{}", answer.body);
    let (hub, day) = (town.world.hub, DAY.parse().unwrap());
    let read = town.db.read(move |tx| economy::shipments::store::of_day(tx, hub, day));
    let all = RUNTIME.block_on(read).unwrap();
    all.iter().find(|one| one.origin == economy::shipments::Origin::ByHand).unwrap().id
}

#[test]
fn a_plan_is_made_again_to_the_byte_also_one_that_was_stopped() {
    let town = Town::on_sqlite();
    let (hub, who) = (town.world.hub, town.planner());
    let again = |plan: PlanId| {
        let whole = whole(&town, plan);
        let base = whole.plan.base.map(|base| self::whole(&town, base));
        let made = search::again(&whole, base.as_ref()).unwrap();
        assert_eq!(made.rounds, whole.result.rounds);
        assert_eq!(made.left_out, whole.result.left_out);
        if whole.plan.made == Made::Searched {
            assert_eq!(
                serde_json::to_string(&made).unwrap(),
                serde_json::to_string(&whole.result).unwrap(),
                "to the byte"
            );
        }
        whole.plan
    };
    let published = town.published();
    again(published.id);
    let wish = Wish {
        day: DAY.parse().unwrap(),
        goal: rounds::plans::Goal::Balanced,
        vehicles: town.vehicles().into_iter().map(|id| (id, None)).collect(),
        late_minutes: 15,
        seed: 11,
        iterations: 1_000,
        pasted: None,
        base: Some(published.id),
    };
    let id: PlanId = town.app.ids.next();
    let language = units::Language::Fr;
    RUNTIME.block_on(search::search(&town.app, &who, hub, id, &wish, None, language)).unwrap();
    let searched = again(id);
    assert!(searched.ended_at_iteration >= 1_000, "nobody stopped it");
    // Somebody stops a search of their own: the best so far is kept, and comes again as well.
    let visitor = town.visitor(Role::Coordinator);
    let mut form = town.wished("cheapest");
    form.iter_mut()
        .filter(|(name, _)| name == "effort")
        .for_each(|(_, value)| *value = "thorough".into());
    let task = visitor.post(&town.hub("/plans/new"), &borrowed(&form)).location;
    assert_eq!(visitor.post(&format!("{task}/stop"), &[]).status, 303);
    let stopped = loop {
        let latest = town.plans().pop().unwrap();
        if latest.id != id {
            break latest;
        }
    };
    assert!(stopped.ended_at_iteration < stopped.iterations, "{stopped:?}");
    again(stopped.id);
}

#[test]
fn what_is_in_the_way_is_told_by_name_and_nothing_is_written() {
    let town = Town::on_sqlite();
    let visitor = town.visitor(Role::Coordinator);
    let (hub, shop) = (town.world.hub, town.world.shops.iter().find(|shop| shop.delivery_day == 1));
    let shop = shop.expect("a shop of the second day");
    let before = town.plans();
    let refused = |said: &str| {
        let form = town.wished("cheapest");
        let answer = visitor.post(&town.hub("/plans/new"), &borrowed(&form));
        assert_eq!(answer.status, 422);
        assert!(answer.body.contains(said), "{said}: {}", answer.body);
        assert_eq!(town.plans(), before, "nothing is written");
    };
    let id = shop.id;
    let change = |sites: fn(&mut people::organisations::Site)| {
        let who = town.world.staff(&town.app, Role::Administrator);
        RUNTIME
            .block_on(town.app.act(&who, move |tx, who| {
                let keeper = people::organisations::acts::Keeper::of(who, id)?;
                for mut site in people::organisations::store::sites(tx, id)? {
                    sites(&mut site);
                    people::organisations::acts::save_site(tx, who, &keeper, &site)?;
                }
                Ok(())
            }))
            .unwrap();
    };
    let coordinates = {
        let sites = RUNTIME
            .block_on(town.db.read(move |tx| people::organisations::store::sites(tx, id)))
            .unwrap();
        sites[0].coordinates
    };
    assert!(coordinates.is_some(), "every site of a demonstration has coordinates");
    change(|site| site.coordinates = None);
    refused("n’a pas de coordonnées");
    refused(&shop.name);
    change(|site| {
        site.coordinates = units::Coordinates::parse("50.1", "5.5").ok();
        site.windows.retain(|window| window.weekday != 3);
    });
    refused("est fermé ce jour-là");
    change(|site| site.windows = people::organisations::OpeningWindow::read(3, "8-18").unwrap());

    // A vehicle of which nobody has said what it costs.
    let form = [
        ("name", "Vieux Transit"),
        ("kind", "van"),
        ("fuel", "diesel"),
        ("dry", "30"),
        ("kilograms", "700"),
        ("day.3", "yes"),
        ("shift_from", "06:00"),
        ("shift_to", "18:00"),
    ];
    let page = visitor.get(&town.hub("/vehicles/new")).body;
    let home = between(&page, "<select id=\"home\" name=\"home\">\n<option value=\"", "\"").to_owned();
    let mut form: Vec<(&str, &str)> = form.to_vec();
    form.push(("home", &home));
    assert_eq!(visitor.post(&town.hub("/vehicles/new"), &form).status, 303);
    refused("Vieux Transit n’a pas de coût");

    // A table with a hole.
    let mut form = town.wished("cheapest");
    let costly: Vec<String> = RUNTIME
        .block_on(town.db.read(move |tx| rounds::fleet::store::vehicles(tx, hub)))
        .unwrap()
        .into_iter()
        .filter(|vehicle| vehicle.prices.is_none())
        .map(|vehicle| format!("vehicle.{}", vehicle.id))
        .collect();
    form.retain(|(name, _)| !costly.contains(name));
    form.push(("minutes".to_owned(), "0;5\n;0".to_owned()));
    form.push(("kilometres".to_owned(), "0;5\n5;0".to_owned()));
    let task = visitor.post(&town.hub("/plans/new"), &borrowed(&form)).location;
    let told = loop {
        let page = visitor.get(&task).body;
        if !page.contains("data-refresh") {
            break page;
        }
    };
    assert!(told.contains("Le tableau a 2 lignes"), "{told}");
    assert_eq!(town.plans(), before);
}

#[test]
fn what_is_to_be_moved_comes_from_sales_and_from_members() {
    let town = Town::on_sqlite();
    let coordinator = town.visitor(Role::Coordinator);
    let shop = town.visitor(Role::Shop);
    let page = coordinator.get(&town.hub("/shipments?from=2026-11-24")).body;
    for word in ["livraison", "en tournée"] {
        assert!(page.contains(word), "{word}: {page}");
    }
    // A shop sees what comes to it, and nothing of others.
    let own = &town.world.shops[0];
    let other = &town.world.shops[5];
    let page = shop.get(&town.hub("/shipments?from=2026-11-24")).body;
    assert!(page.contains(&own.name) && !page.contains(&other.name), "{page}");

    // A file is taken whole or not at all.
    let hub_name = &town.world.plan.name;
    let file = format!(
        "De;Vers;Premier jour;Kg\n{hub_name};{};2026-11-26;25\nNulle part;{};2026-11-26;5\n",
        own.name, own.name
    );
    let count = || {
        let hub = town.world.hub;
        let days = ("2026-11-26".parse().unwrap(), "2026-11-26".parse().unwrap());
        let read = town.db.read(move |tx| economy::shipments::store::between(tx, hub, days.0, days.1));
        RUNTIME.block_on(read).unwrap().len()
    };
    let before = count();
    let answer = shop.upload(&town.hub("/shipments/file"), "caisses.csv", file.as_bytes());
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("Ligne 3, De, « Nulle part »"), "{}", answer.body);
    assert_eq!(count(), before, "nothing is added");
    let file = file.lines().take(2).collect::<Vec<_>>().join("\n");
    assert_eq!(shop.upload(&town.hub("/shipments/file"), "caisses.csv", file.as_bytes()).status, 303);
    assert_eq!(count(), before + 1);
    // What the page shows is a file that is read again.
    let csv = shop.get(&town.hub("/shipments/export.csv?from=2026-11-26"));
    assert_eq!(csv.status, 200);
    assert_eq!(shop.upload(&town.hub("/shipments/file"), "again.csv", &csv.bytes).status, 303);
    assert_eq!(count(), before + 2);
    town.sound();
}

#[test]
fn a_vehicles_cost_is_reckoned_from_what_is_known_of_it() {
    let town = Town::on_sqlite();
    let coordinator = town.visitor(Role::Coordinator);
    let vehicle = town.vehicles()[0];
    let page = coordinator.get(&town.hub(&format!("/vehicles/{vehicle}/cost?km=120&time=05:00")));
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Perte de valeur du jour"), "{}", page.body);
    assert!(page.body.contains("EN 16258:2012") || page.body.contains("Ember"), "the source is cited");
    // A member keeps its own vehicles, and sees no others.
    let shop = town.visitor(Role::Shop);
    assert_eq!(shop.get(&town.hub(&format!("/vehicles/{vehicle}"))).status, 404);
    assert!(!shop.get(&town.hub("/fleet")).body.contains(&vehicle.to_string()));
    let cost = [("use_per_100_km", "9,5"), ("purchase", "1000"), ("resale", "2000")];
    let rest = [
        ("energy_price", "1,45"),
        ("wear_per_km", "0,08"),
        ("years", "8"),
        ("days_per_year", "200"),
        ("insurance", "1300"),
        ("tax", "180"),
        ("wage_per_hour", "26,50"),
    ];
    let form: Vec<(&str, &str)> = cost.into_iter().chain(rest).collect();
    let answer = coordinator.post(&town.hub(&format!("/vehicles/{vehicle}/cost")), &form);
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("La revente dépasse l’achat"), "{}", answer.body);
}

#[test]
fn a_coordinator_plans_a_day_on_a_phone() {
    let town = Town::on_sqlite();
    let driver = Driver::start();
    driver.emulate(390, 844, true);
    come_in(&driver, &town, Role::Coordinator);
    driver.open(&format!("{}{}", town.address, town.hub(&format!("/rounds?day={DAY}"))));
    driver.go(".head a.button:not(.quiet)");
    driver.choose("#goal", "fewest_vehicles");
    driver.choose("#effort", "quick");
    driver.go("main form.stack .sticky button");
    // The page tells how far it is by itself, and goes on to the plans side by side.
    driver.wait_for("table.fold tbody tr:nth-of-type(2)");
    assert_eq!(driver.count("table.fold tbody tr"), 2);
    driver.go("table.fold tbody tr:nth-of-type(2) a");
    let cost = driver.text(".figures .figure:first-child strong");
    driver.wait_for("figure.plan-map svg");
    driver.go("td a[href*='/move/']");
    driver.wait_for("h2");
    let options = driver.count("main table tbody tr");
    assert!(options > 0, "somewhere that it can go");
    driver.go("main table button");
    let moved = driver.text(".figures .figure:first-child strong");
    assert!(moved.contains('€') && cost.contains('€'), "{cost}, then {moved}");
    driver.go("form[action$='/publish'] button");
    driver.wait_for(".tag.good");
    assert_eq!(driver.console_errors(), Vec::<String>::new());
    town.sound();
}

#[test]
fn the_check_finds_a_plan_that_was_changed_by_other_hands() {
    let check = |sql: &'static str, expected: &str| {
        let town = Town::on_sqlite();
        town.sound();
        RUNTIME.block_on(town.db.write(move |tx| tx.execute(sql, &[]))).unwrap();
        let results = RUNTIME.block_on(check::all(&town.db)).unwrap();
        let faults: Vec<String> = results.into_iter().flat_map(|one| one.faults).collect();
        assert!(faults.iter().any(|fault| fault.contains(expected)), "{expected}: {faults:?}");
    };
    check("UPDATE plan SET cents = cents + 1", "comes to");
    check("UPDATE round SET metres = metres + 1 WHERE number = 1", "other rounds than its plan");
    check("UPDATE shipment SET standing = 'waiting' WHERE standing = 'carried'", "disagree");
    check("UPDATE shipment SET plan_id = NULL WHERE standing = 'carried'", "carried by no round");
    check("UPDATE plan SET result = REPLACE(result, '\"departs\":', '\"departs\":1')", "plan");
}
