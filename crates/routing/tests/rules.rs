//! What is refused, what is left out and why, and goods that change vehicles at a hub.

#![allow(clippy::unwrap_used, clippy::unnecessary_wraps, clippy::disallowed_methods)]

use proptest::prelude::*;
use routing::description::{Hub, Late, Profile, Request, Site, Stays, Stop, Vehicle};
use routing::plan::{Does, Plan};
use routing::read::read;
use routing::replan::{Keep, replan};
use routing::{Budget, Description, Objective, Problem, Settings, Tuning, Why, check, solve};

/// Places on a line, so many minutes and kilometres from the left.
fn line(places: &[(&str, u32)]) -> Description {
    let rows = |each: u32| {
        let row = |a: u32| places.iter().map(|&(_, b)| a.abs_diff(b) * each).collect();
        places.iter().map(|&(_, a)| row(a)).collect::<Vec<Vec<u32>>>()
    };
    Description {
        dimensions: vec!["crates".to_owned()],
        sites: places.iter().map(|(id, _)| Site { id: (*id).to_owned() }).collect(),
        profiles: vec![Profile { id: "van".to_owned(), seconds: rows(60), metres: rows(1_000) }],
        ..Description::default()
    }
}

fn at(site: &str) -> Option<Stop> {
    Some(Stop { site: site.to_owned(), ..Stop::default() })
}

fn within(site: &str, from: u32, to: u32) -> Option<Stop> {
    Some(Stop { site: site.to_owned(), windows: vec![[from * 60, to * 60]], ..Stop::default() })
}

fn request(id: &str, pick_up: Option<Stop>, deliver: Option<Stop>, crates: u32) -> Request {
    Request { id: id.to_owned(), pick_up, deliver, load: vec![crates], ..Request::default() }
}

fn van(id: &str, home: &str, minutes: [u32; 2], crates: u32) -> Vehicle {
    Vehicle {
        id: id.to_owned(),
        profile: "van".to_owned(),
        start: home.to_owned(),
        end: home.to_owned(),
        shift: minutes.map(|minute| minute * 60),
        capacity: vec![crates],
        cents_per_km: 50,
        cents_per_hour: 2_400,
        ..Vehicle::default()
    }
}

fn planned(description: &Description, iterations: u64) -> Plan {
    let problem = Problem::new(description.clone()).unwrap();
    let settings = Settings {
        seed: 1,
        objective: Objective::Cost,
        budget: Budget::Iterations(iterations),
        threads: 1,
        from: None,
        tuning: Tuning::default(),
    };
    let plan = solve(&problem, &settings, &mut |_| true);
    assert_eq!(check::check(description, &plan), Vec::<String>::new());
    plan
}

#[test]
fn a_wrong_description_is_refused_with_what_is_wrong() {
    let mut sound = line(&[("dock", 0), ("shop", 10)]);
    sound.requests = vec![request("bread", None, at("shop"), 2)];
    sound.vehicles = vec![van("van", "dock", [0, 600], 20)];
    assert!(Problem::new(sound.clone()).is_ok());
    let wrong = |spoil: &dyn Fn(&mut Description)| {
        let mut description = sound.clone();
        spoil(&mut description);
        Problem::new(description).unwrap_err().to_string()
    };
    let cases = [
        wrong(&|d| d.vehicles.clear()),
        wrong(&|d| d.requests[0].deliver = None),
        wrong(&|d| d.requests[0].deliver = at("shpo")),
        wrong(&|d| d.requests[0].load = vec![1, 2]),
        wrong(&|d| d.requests[0].deliver = within("shop", 90, 60)),
        wrong(&|d| d.requests.push(d.requests[0].clone())),
        wrong(&|d| d.requests[0].through = vec!["dock".to_owned()]),
        wrong(&|d| d.requests[0].never_direct = true),
        wrong(&|d| d.profiles[0].seconds[1] = vec![0]),
        wrong(&|d| d.profiles[0].metres[0][1] = u32::MAX),
        wrong(&|d| d.vehicles[0].shift = [600, 0]),
        wrong(&|d| d.vehicles[0].cents_per_km = 20_000),
        wrong(&|d| d.requests[0].load = vec![1 << 30]),
    ];
    insta::assert_snapshot!(cases.join("\n"), @r#"
    there is no vehicle: a plan needs at least one
    request "bread" has neither a place to pick up nor one to deliver: give at least one
    request "bread" names site "shpo", which is not in the list: add it there, or correct the name
    the load of request "bread" has 2 numbers where 1 are needed, one for each dimension
    a window of request "bread": 5400 is after 3600; write the earlier time first, and windows in order and apart
    request "bread" is given twice: give each its own name
    request "bread" goes through a hub, and so needs a place to pick up and one to deliver
    request "bread" may not go direct, and names no hub: name one, or let it go direct
    row 2 in the seconds of profile "van" has 1 numbers where 2 are needed, one for each site
    a value in row 1 in the metres of profile "van" is 4294967295, more than 536870912, the most that can be planned with
    the shift of vehicle "van": 600 is after 0; write the earlier time first, and windows in order and apart
    the price of a kilometre of vehicle "van", in cents, is 20000, more than 10000, the most that can be planned with
    the load of request "bread" is 1073741824, more than 536870912, the most that can be planned with
    "#);
}

#[test]
fn a_file_that_cannot_be_read_is_refused_with_its_line() {
    let cases = [
        "",
        "25 200\n0 40 50 0 0 240 0 0 0\n1 45 68 ten 0 100 90 0 2\n",
        "25 200 1\n0 40 50 0 0 240 0 0 0\n1 45 68 10 0 100 90 0 7\n",
        "25 200 1\n0 40 50 0 0 240 0 0 0\n1 45 68 10 -5 100 90 0 1\n",
        "NAME : X\nDIMENSION : 2\nEDGE_WEIGHT_TYPE : GEO\nNODE_COORD_SECTION\n",
        "VEHICLE\nNUMBER CAPACITY\n25 200\nCUSTOMER\nCUST NO.\n0 1 2\n",
        "ROUTE-TIME: 240\nSIZE: 99999999\nCAPACITY: 3\nNODES\n",
        "{\"dimensions\": [\"crates\"],\n \"sites\": [{\"id\": 7}]}",
    ];
    let said: Vec<String> = cases.iter().map(|text| read(text).unwrap_err().to_string()).collect();
    insta::assert_snapshot!(said.join("\n"), @r#"
    the file ends where the number of vehicles and their capacity is expected; is it whole?
    line 3: number, x, y, demand, ready, due, service, pickup, delivery is expected, and "1 45 68 ten 0 100 90 0 2" is there; correct the line
    line 3: the number of a delivery is expected, and "7" is there; correct the line
    line 3: a time that is neither negative nor too late is expected, and "-5000" is there; correct the line
    line 3: EUC_2D, the one kind of distance that is read is expected, and "EDGE_WEIGHT_TYPE : GEO" is there; correct the line
    line 6: number, x, y, demand, ready, due, service is expected, and "0 1 2" is there; correct the line
    99999999 is more than can be planned with: 5000 sites at most
    line 2, sites[0].id: invalid type: integer `7`, expected a string at line 2 column 19; correct the file by the schema
    "#);
}

#[test]
fn what_is_left_out_has_a_reason() {
    let mut day = line(&[("dock", 0), ("near", 10), ("far", 100)]);
    day.vehicles = vec![van("van", "dock", [0, 120], 10)];
    let penalty = |request: Request, cents| Request { penalty_cents: Some(cents), ..request };
    let cold = Request { needs: vec!["fridge".to_owned()], ..request("cold", None, at("near"), 1) };
    day.requests = vec![
        cold,
        request("large", None, at("near"), 11),
        request("far", None, at("far"), 1),
        request("first", None, at("near"), 6),
        request("second", None, at("near"), 5),
        penalty(request("dear", None, within("near", 60, 70), 1), 1_200),
    ];
    let why = |plan: &Plan| {
        let left = plan.left_out.iter();
        left.map(|left| format!("{}: {}", day.requests[left.request].id, left.why))
            .collect::<Vec<_>>()
            .join("\n")
    };
    insta::assert_snapshot!(why(&planned(&day, 200)), @r#"
    cold: no vehicle has all that it needs
    large: no vehicle that could take it is large enough
    far: no vehicle is there in time, even if it goes nowhere else
    second: the vehicles that could take it have no room or no time beside the others
    "#);
    day.requests.truncate(4);
    let only = day.requests.pop().unwrap();
    day.requests = vec![penalty(only, 1_799)];
    assert_eq!(
        planned(&day, 200).left_out[0].why,
        Why::CostsMoreThanItsPenalty { cents: 1_800, penalty_cents: 1_799 }
    );
}

/// Two valleys with a hub between them: a van on either side, and goods that go from one to the other.
fn two_valleys() -> Description {
    let mut day = line(&[("farm", 0), ("west", 5), ("hub", 60), ("east", 115), ("shop", 120)]);
    day.hubs = vec![Hub {
        site: "hub".to_owned(),
        service_seconds: 300,
        handling_seconds: 1_800,
        ..Hub::default()
    }];
    day.vehicles = vec![van("west", "west", [360, 590], 20), van("east", "east", [360, 580], 20)];
    day.requests = vec![Request {
        through: vec!["hub".to_owned()],
        ..request("cheese", at("farm"), at("shop"), 4)
    }];
    day
}

#[test]
fn goods_change_vehicles_where_no_vehicle_can_go_all_the_way() {
    let plan = planned(&two_valleys(), 500);
    assert_eq!(plan.left_out, []);
    let halts = plan.rounds.iter().flat_map(|round| &round.halts);
    let does: Vec<Does> = halts.clone().map(|halt| halt.does).collect();
    assert_eq!(does, [Does::PickUp, Does::HandOver, Does::TakeOver, Does::Deliver]);
    let times: Vec<u32> = halts.map(|halt| halt.begins).collect();
    assert!(times[2] >= times[1] + 300 + 1_800, "{times:?}");
}

#[test]
fn goods_do_not_stay_at_a_hub_for_longer_than_they_may() {
    let mut day = two_valleys();
    day.vehicles[1].shift = [1_200 * 60, 1_400 * 60];
    assert_eq!(planned(&day, 500).left_out, []);
    day.hubs[0].most_seconds_stored = Some(3_600);
    assert_eq!(planned(&day, 500).left_out.len(), 1);
    day.vehicles[1].shift = [500 * 60, 700 * 60];
    assert_eq!(planned(&day, 500).left_out, []);
}

#[test]
fn a_hub_is_gone_through_where_that_costs_less_and_else_not() {
    let mut day = two_valleys();
    for vehicle in &mut day.vehicles {
        vehicle.shift = [0, 1_440 * 60];
    }
    let plan = planned(&day, 1_000);
    assert_eq!(plan.rounds.len(), 1, "cheese alone goes direct: {plan:?}");
    day.requests[0].never_direct = true;
    assert_eq!(planned(&day, 1_000).rounds.len(), 2);
    day.requests[0].never_direct = false;
    // And where something goes the other way too, each van turns round at the hub.
    let back = request("bread", at("shop"), at("farm"), 4);
    day.requests.push(Request { through: vec!["hub".to_owned()], ..back });
    let plan = planned(&day, 2_000);
    let direct_only = {
        let mut day = day.clone();
        day.requests.iter_mut().for_each(|request| request.through.clear());
        planned(&day, 2_000)
    };
    assert!(plan.cents <= direct_only.cents, "{} and {}", plan.cents, direct_only.cents);
}

#[test]
fn coming_late_has_a_price_and_a_limit() {
    let mut day = line(&[("dock", 0), ("near", 10), ("far", 60)]);
    day.vehicles = vec![van("van", "dock", [0, 600], 20)];
    let late = |id, site, cents_per_hour| {
        let stop = Stop {
            late: Some(Late { most_seconds: 7_200, cents_per_hour }),
            ..within(site, 0, 60).unwrap()
        };
        request(id, None, Some(stop), 1)
    };
    // Either is in time if it comes first; the other is 110 minutes after the beginning, so 50 late.
    let far = Request { deliver: within("far", 0, 60), ..late("far", "far", 0) };
    day.requests = vec![late("near", "near", 600), far.clone()];
    let plan = planned(&day, 300);
    assert_eq!((plan.left_out.len(), plan.terms.late_cents), (0, 0));
    day.vehicles[0].start = "far".to_owned();
    day.vehicles[0].shift = [60 * 60, 600 * 60];
    let plan = planned(&day, 300);
    // It leaves at one o'clock from where it delivers, and is fifty minutes on the way to the other.
    assert_eq!(plan.terms.late_cents, 500);
    day.vehicles[0].shift = [0, 600 * 60];
    day.requests[0] = late("near", "near", 0);
    if let Some(late) = &mut day.requests[0].deliver.as_mut().unwrap().late {
        late.most_seconds = 0;
    }
    assert_eq!(planned(&day, 300).left_out, []);
    day.vehicles[0].shift = [15 * 60, 600 * 60];
    assert_eq!(planned(&day, 300).left_out.len(), 1);
}

#[test]
fn a_vehicle_is_fitted_out_in_one_way_for_a_whole_round() {
    let mut day = line(&[("dock", 0), ("shop", 10)]);
    day.dimensions = vec!["dry".to_owned(), "cold".to_owned()];
    let asked = |id: &str, dry, cold| Request {
        load: vec![dry, cold],
        penalty_cents: Some(100_000),
        ..request(id, None, at("shop"), 0)
    };
    let left_out = |day: &Description| planned(day, 300).left_out.len();
    day.vehicles = vec![Vehicle {
        capacity: vec![10, 0],
        or_capacity: vec![vec![6, 2]],
        ..van("van", "dock", [0, 600], 0)
    }];
    day.requests = vec![asked("dry", 10, 0)];
    assert_eq!(left_out(&day), 0);
    day.requests = vec![asked("dry", 6, 0), asked("cold", 0, 2)];
    assert_eq!(left_out(&day), 0);
    day.requests = vec![asked("dry", 7, 0), asked("cold", 0, 1)];
    assert_eq!(left_out(&day), 1);
}

#[test]
fn drivers_are_away_for_as_long_as_one_another_where_evenness_counts() {
    let mut day = line(&[("dock", 0), ("a", 20), ("b", 30), ("c", 40), ("d", 50)]);
    day.vehicles = vec![van("one", "dock", [0, 600], 20), van("two", "dock", [0, 600], 20)];
    day.requests = ["a", "b", "c", "d"]
        .iter()
        .map(|&id| request(id, None, Some(Stop { service_seconds: 3_600, ..at(id).unwrap() }), 1))
        .collect();
    let away =
        |plan: &Plan| plan.rounds.iter().map(|round| round.arrives - round.departs).collect::<Vec<_>>();
    assert_eq!(away(&planned(&day, 300)).len(), 1, "one round costs least");
    for vehicle in &mut day.vehicles {
        vehicle.cents_per_hour_squared = 900;
    }
    let away = away(&planned(&day, 300));
    assert_eq!(away.len(), 2);
    assert!(away[0].abs_diff(away[1]) <= 3_600, "{away:?}");
}

#[test]
fn a_hub_serves_as_many_vehicles_at_a_time_as_it_has_docks() {
    // Three farms bring to the hub; each van needs twenty minutes there, and all could be there at once.
    let mut day = line(&[("farm", 0), ("hub", 60), ("shop", 120)]);
    day.hubs = vec![Hub { site: "hub".to_owned(), service_seconds: 1_200, ..Hub::default() }];
    day.vehicles = (0..3).map(|at| van(&format!("west{at}"), "farm", [0, 180], 4)).collect();
    let east = van("east", "shop", [0, 600], 12);
    day.vehicles.push(Vehicle { most_metres: Some(150_000), ..east });
    day.requests = (0..3)
        .map(|number| Request {
            through: vec!["hub".to_owned()],
            ..request(&format!("cheese{number}"), at("farm"), at("shop"), 4)
        })
        .collect();
    let unloads = |day: &Description| {
        let plan = planned(day, 400);
        assert_eq!(plan.left_out, []);
        let mut begins: Vec<u32> = plan
            .rounds
            .iter()
            .flat_map(|round| &round.halts)
            .filter(|halt| halt.does == Does::HandOver)
            .map(|halt| halt.begins)
            .collect();
        begins.sort_unstable();
        begins
    };
    let begins = unloads(&day);
    assert!(begins.windows(2).any(|pair| pair[1] < pair[0] + 1_200), "{begins:?}");
    // With one dock they follow one another, and the third is back just in time.
    day.hubs[0].docks = Some(1);
    let begins = unloads(&day);
    assert!(begins.windows(2).all(|pair| pair[1] >= pair[0] + 1_200), "{begins:?}");
}

#[test]
fn a_vehicle_comes_back_for_more() {
    let mut day = line(&[("dock", 10), ("west", 0), ("east", 20)]);
    day.vehicles = vec![van("van", "dock", [0, 600], 4)];
    day.requests = ["west", "east", "west", "east"]
        .iter()
        .zip(["one", "two", "three", "four"])
        .map(|(&to, id)| request(id, at("dock"), at(to), 2))
        .collect();
    let plan = planned(&day, 500);
    assert_eq!((plan.left_out.len(), plan.rounds.len(), plan.metres), (0, 1, 40_000));
}

#[test]
fn a_plan_that_others_know_changes_as_little_as_asked() {
    let mut day = line(&[("dock", 0), ("a", 10), ("b", 12), ("c", 14)]);
    day.vehicles = vec![van("one", "dock", [0, 600], 2), van("two", "dock", [0, 600], 2)];
    day.requests = ["a", "b", "c"].iter().map(|&id| request(id, None, at(id), 1)).collect();
    let carrier = |plan: &Plan, request: usize| {
        let round =
            plan.rounds.iter().find(|round| round.halts.iter().any(|halt| halt.request == request));
        round.map(|round| day.vehicles[round.vehicle].id.clone())
    };
    let stays =
        |vehicle: &str, otherwise_cents| Some(Stays { vehicle: vehicle.to_owned(), otherwise_cents });
    let mut known = day.clone();
    for (request, vehicle) in known.requests.iter_mut().zip(["one", "two", "two"]) {
        request.stays = stays(vehicle, 1_000);
    }
    let plan = planned(&known, 300);
    let carriers: Vec<_> = (0..3).map(|request| carrier(&plan, request).unwrap()).collect();
    assert_eq!((carriers, plan.terms.moved_cents), (vec!["one".into(), "two".into(), "two".into()], 0));
    // Where the one cannot go, its request moves, and no other.
    known.requests[2].only = vec!["two".to_owned()];
    known.requests[1].only = vec!["one".to_owned()];
    let plan = planned(&known, 300);
    assert_eq!(plan.terms.moved_cents, 1_000);
}

#[test]
fn a_round_that_has_left_is_planned_on_from_where_it_is() {
    let mut day = line(&[("dock", 0), ("a", 10), ("b", 20), ("c", 30)]);
    day.vehicles = vec![van("van", "dock", [0, 600], 6)];
    let cheese =
        Request { most_seconds_on_board: Some(3_600), ..request("cheese", at("a"), at("c"), 2) };
    day.requests =
        vec![request("bread", None, at("b"), 2), cheese, request("empties", at("b"), None, 2)];
    let plan = planned(&day, 300);
    let round = &plan.rounds[0];
    // While it is on its way from a to b, an order for c comes in, which nobody has on board.
    let mut after = day.clone();
    after.requests.push(Request { penalty_cents: Some(100), ..request("late", at("dock"), at("c"), 1) });
    let keep = Keep { now: round.departs + 11 * 60, moving_cents: 500, promised_seconds: Some(600) };
    let left = replan(&day, &plan, &after, &keep);
    let told: Vec<String> = left
        .description
        .requests
        .iter()
        .map(|r| format!("{} {:?} {:?}", r.id, r.pick_up.as_ref().map(|stop| &stop.site), r.only))
        .collect();
    insta::assert_snapshot!(told.join("\n"), @r#"
    cheese None ["van"]
    empties Some("b") []
    late Some("dock") []
    "#);
    let vehicle = &left.description.vehicles[0];
    assert_eq!((vehicle.start.as_str(), vehicle.shift[0]), ("b", round.departs + 20 * 60));
    let problem = Problem::new(left.description.clone()).unwrap();
    let settings = Settings {
        seed: 1,
        objective: Objective::Cost,
        budget: Budget::Iterations(200),
        threads: 1,
        from: Some(&left.plan),
        tuning: Tuning::default(),
    };
    let plan = solve(&problem, &settings, &mut |_| true);
    assert_eq!(check::check(&left.description, &plan), Vec::<String>::new());
    let left_out =
        plan.left_out.iter().map(|left_out| left.description.requests[left_out.request].id.as_str());
    assert_eq!(left_out.collect::<Vec<_>>(), ["late"]);
}

#[test]
fn goods_on_their_way_to_a_hub_still_come_there() {
    let day = two_valleys();
    let plan = planned(&day, 500);
    let on_the_way = plan.rounds[0].halts[0].leaves + 60;
    for now in [on_the_way, plan.rounds[0].halts[1].leaves + 60, plan.rounds[1].halts[0].begins + 1] {
        let left = replan(&day, &plan, &day, &Keep { now, ..Keep::default() });
        let problem = Problem::new(left.description.clone()).unwrap();
        let settings = Settings {
            seed: 1,
            objective: Objective::Cost,
            budget: Budget::Iterations(100),
            threads: 1,
            from: Some(&left.plan),
            tuning: Tuning::default(),
        };
        let again = solve(&problem, &settings, &mut |_| true);
        assert_eq!(check::check(&left.description, &again), Vec::<String>::new());
        assert_eq!(again.left_out, [], "at {now}");
        assert!(again.rounds.iter().any(|round| round.vehicle == 1), "east delivers, at {now}");
    }
}

#[test]
fn a_search_begins_from_a_plan_that_is_there() {
    let text =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/lr104.txt")).unwrap();
    let mut problem = Problem::new(read(&text).unwrap().description).unwrap();
    let search = |problem: &Problem, from: Option<&Plan>, iterations| {
        let settings = Settings {
            seed: 1,
            objective: Objective::Distance,
            budget: Budget::Iterations(iterations),
            threads: 1,
            from,
            tuning: Tuning::default(),
        };
        let plan = solve(problem, &settings, &mut |_| true);
        assert_eq!(check::check(problem.description(), &plan), Vec::<String>::new());
        plan
    };
    let good = search(&problem, None, 2_000);
    let same = search(&problem, Some(&good), 0);
    assert_eq!((same.rounds, same.metres), (good.rounds.clone(), good.metres));
    // With a vehicle less than the plan has, all but its round stays.
    let mut fewer = problem.description().clone();
    let last = good.rounds.last().unwrap().vehicle;
    for request in &mut fewer.requests {
        request.only = (0..last).map(|at| fewer.vehicles[at].id.clone()).collect();
    }
    problem = Problem::new(fewer).unwrap();
    let changed = search(&problem, Some(&good), 0);
    assert!(changed.rounds.iter().all(|round| round.vehicle < last));
}

#[test]
fn a_plan_with_hand_overs_is_taken_up_again() {
    let day = two_valleys();
    let plan = planned(&day, 500);
    let problem = Problem::new(day).unwrap();
    let settings = Settings {
        seed: 2,
        objective: Objective::Cost,
        budget: Budget::Iterations(0),
        threads: 1,
        from: Some(&plan),
        tuning: Tuning::default(),
    };
    let again = solve(&problem, &settings, &mut |_| true);
    assert_eq!((again.rounds, again.left_out), (plan.rounds, plan.left_out));
}

/// The schema that users are shown is that of the code. To write it anew: `TRESSE_WRITE=1 cargo test -p routing`.
#[test]
fn the_published_schema_is_that_of_the_code() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/schema/rounds.json");
    let schema = serde_json::to_string_pretty(&schemars::schema_for!(Description)).unwrap() + "\n";
    if std::env::var_os("TRESSE_WRITE").is_some() {
        std::fs::write(path, &schema).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), schema);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a file holds, it is refused with a sentence, or planned.
    #[test]
    fn a_spoilt_file_is_refused_or_planned(
        name in prop::sample::select(vec!["lr104.txt", "R112.txt", "X-n101-k25.vrp", "bar-n100-1.txt"]),
        spoilt in prop::collection::vec((0..20_000_usize, "[0-9 .\n-]|99999999999|NaN|inf|-1"), 1..4),
        length in 0..20_000_usize,
    ) {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
        let mut text: String = std::fs::read_to_string(path).unwrap();
        for (at, put) in spoilt {
            let at = at % text.len();
            text.replace_range(at..=at, &put);
        }
        text.truncate(text.len().saturating_sub(length / 10));
        if let Ok(instance) = read(&text)
            && let Ok(problem) = Problem::new(instance.description.clone())
        {
            let settings = Settings {
                seed: 1,
                objective: Objective::Distance,
                budget: Budget::Iterations(5),
                threads: 1,
                from: None,
                tuning: Tuning::default(),
            };
            let plan = solve(&problem, &settings, &mut |_| true);
            prop_assert_eq!(check::check(&instance.description, &plan), Vec::<String>::new());
        }
    }
}
