//! Every road, walked by every role: who is let in is written down, and a new road has no line yet.
//!
//! The table is a snapshot: a change of rights shows as a change of this file, for a person to read.

use std::fmt::Write as _;

use frame::api::Scope;
use frame::{Gate, Role, Route};
use serde_json::json;
use units::Code as _;

use crate::pages::{Places, nowhere, places};
use crate::town::{Program, Town, Visitor};

/// Somebody at the door: with a session for pages, and with a token for the roads of programs.
struct Caller {
    visitor: Visitor,
    /// None for the administrator, whose mandate has no token.
    program: Option<Program>,
}

const LEAD_OUT: [&str; 2] = ["/sign-out", "/me/sessions/end"];

#[test]
fn every_road_lets_in_whom_it_says() {
    let town = Town::on_sqlite();
    let (own, foreign) = (places(&town, 0), places(&town, 3));
    let stranger =
        Caller { visitor: town.stranger(), program: Some(town.program_with("tresse_nobody")) };
    let callers: Vec<(Role, Caller)> = Role::ALL
        .iter()
        .map(|&role| {
            let program = (role != Role::Administrator).then(|| town.program(role, Scope::ALL));
            (role, Caller { visitor: town.visitor(role), program })
        })
        .collect();
    let mut table = format!("{:<7}{:<82}{:>8}", "", "", "nobody");
    for &role in Role::ALL {
        let _ = write!(table, "{:>15}", role.code());
    }
    table.push('\n');
    for route in tresse::routes().list {
        let nobody = stranger.cell(&route, &own, &own);
        let is_shut = nobody == "401";
        assert_eq!(
            is_shut,
            route.gate != Gate::Public,
            "{} {} for nobody: {nobody}",
            route.method,
            route.path
        );
        let _ = write!(table, "{:<7}{:<82}{nobody:>8}", route.method, route.path);
        for (role, caller) in &callers {
            let cell = match caller {
                Caller { program: None, .. } if is_for_programs(&route) => "-".to_owned(),
                // Whoever is in may go out; then the next road would be walked by nobody.
                _ if LEAD_OUT.contains(&route.path) => "open".to_owned(),
                caller => caller.cell(&route, &own, &foreign),
            };
            let admitted = match route.gate {
                Gate::Roles(roles) => roles.contains(role),
                Gate::SignedIn | Gate::Public => true,
            };
            assert!(
                admitted || matches!(cell.as_str(), "403" | "-"),
                "{} {} for {}: {cell}",
                route.method,
                route.path,
                role.code()
            );
            let _ = write!(table, "{cell:>15}");
        }
        table.push('\n');
    }
    insta::assert_snapshot!(table);
}

fn is_for_programs(route: &Route) -> bool {
    route.path.starts_with("/api/v1/")
}

impl Caller {
    /// What a road answers: for one's own things and, after a stroke, for another member's where that
    /// differs; of a road that changes something, whether its gate opens.
    fn cell(&self, route: &Route, own: &Places, foreign: &Places) -> String {
        if route.method != "GET" {
            return self.knock(route);
        }
        let (own, foreign) = (own.fill(route.path), foreign.fill(route.path));
        let mine = self.arrive(route, &own);
        if own == foreign {
            return mine;
        }
        let theirs = self.arrive(route, &foreign);
        if mine == theirs { mine } else { format!("{mine}/{theirs}") }
    }

    fn arrive(&self, route: &Route, path: &str) -> String {
        let answer = match &self.program {
            Some(program) if is_for_programs(route) => program.get(path),
            _ => self.visitor.get(path),
        };
        if answer.location.starts_with("/sign-in") {
            "401".to_owned()
        } else {
            answer.status.to_string()
        }
    }

    /// Behind the gate nothing is found, so that nothing is done.
    fn knock(&self, route: &Route) -> String {
        let path = nowhere().fill(route.path);
        let answer = match &self.program {
            Some(program) if is_for_programs(route) => program.send(route.method, &path, &json!({})),
            _ => self.visitor.post(&path, &[]),
        };
        match answer.status {
            303 if answer.location.starts_with("/sign-in?") => "401".to_owned(),
            status @ (401 | 403) => status.to_string(),
            _ => "open".to_owned(),
        }
    }
}

/// For each scope a token that has every other: no road that asks for the scope lets it in.
#[test]
fn a_road_for_programs_asks_for_its_scope() {
    let town = Town::on_sqlite();
    let own = places(&town, 0);
    let mut roads = 0;
    for &scope in Scope::ALL {
        let others: Vec<Scope> = Scope::ALL.iter().copied().filter(|other| *other != scope).collect();
        let program = town.program(Role::Coordinator, &others);
        for route in tresse::routes().list.iter().filter(|route| route.scope == Some(scope)) {
            let answer = match route.method {
                "GET" => program.get(&own.fill(route.path)),
                method => program.send(method, &nowhere().fill(route.path), &json!({})),
            };
            assert_eq!(answer.status, 403, "{} {}", route.method, route.path);
            roads += 1;
        }
    }
    let all = tresse::routes().list;
    assert_eq!(roads, all.iter().filter(|route| route.scope.is_some()).count());
    let without = all.iter().filter(|route| is_for_programs(route) && route.scope.is_none());
    assert_eq!(
        without.map(|route| route.path).collect::<Vec<_>>(),
        ["/api/v1/tasks/{task}", "/api/v1/me"]
    );
}

/// Nobody who is shut out gets further than a stranger, on any road, by session or by token.
#[test]
fn whoever_is_suspended_is_a_stranger_on_every_road() {
    let town = Town::on_sqlite();
    let own = places(&town, 0);
    let stranger =
        Caller { visitor: town.stranger(), program: Some(town.program_with("tresse_nobody")) };
    let shut_out = Caller {
        visitor: town.visitor(Role::Coordinator),
        program: Some(town.program(Role::Coordinator, Scope::ALL)),
    };
    let administrator = town.visitor(Role::Administrator);
    let path = format!("/persons/{}/suspend", town.person_of(Role::Coordinator));
    assert_eq!(administrator.post(&path, &[("suspended", "yes")]).status, 303);
    for route in tresse::routes().list {
        let (theirs, nobodys) = (shut_out.cell(&route, &own, &own), stranger.cell(&route, &own, &own));
        assert_eq!(theirs, nobodys, "{} {}", route.method, route.path);
    }
}

#[test]
fn another_hub_does_not_exist() {
    let town = Town::on_sqlite();
    let mut elsewhere = places(&town, 0);
    elsewhere.set("hub", "01935f6e-0000-7000-8000-000000000001");
    for &role in Role::ALL {
        let program = (role != Role::Administrator).then(|| town.program(role, Scope::ALL));
        let caller = Caller { visitor: town.visitor(role), program };
        for route in tresse::routes().list {
            let is_within = route.path.starts_with("/hubs/{hub}")
                || route.path.starts_with("/api/v1/hubs/{hub}") && caller.program.is_some();
            if !is_within || route.method != "GET" {
                continue;
            }
            let status = caller.arrive(&route, &elsewhere.fill(route.path));
            assert!(
                matches!(status.as_str(), "403" | "404"),
                "{} for {}: {status}",
                route.path,
                role.code()
            );
        }
    }
}

/// A stranger is sent to the way in, never told 403: where one is, it was the form's origin.
#[test]
fn a_form_from_another_site_is_refused_on_every_road() {
    let town = Town::on_sqlite();
    let (stranger, shop) = (town.stranger(), town.visitor(Role::Shop));
    let mut roads = 0;
    let takes_forms = |route: &&Route| route.method != "GET" && !is_for_programs(route);
    for route in tresse::routes().list.iter().filter(takes_forms) {
        let path = nowhere().fill(route.path);
        for visitor in [&stranger, &shop] {
            let status = visitor.post_from("https://elsewhere.example", &path, &[]).status;
            assert_eq!(status, 403, "{}", route.path);
        }
        assert_ne!(stranger.post(&path, &[]).status, 403, "{}", route.path);
        roads += 1;
    }
    assert!(roads > 40, "{roads} roads");
}

#[test]
fn a_suspended_person_is_out_at_once() {
    let town = Town::on_sqlite();
    let (shop, administrator) = (town.visitor(Role::Shop), town.visitor(Role::Administrator));
    let path = format!("/persons/{}", town.person_of(Role::Shop));
    assert_eq!(shop.get("/me").status, 200);
    assert_eq!(administrator.post(&format!("{path}/suspend"), &[("suspended", "yes")]).status, 303);
    assert_eq!(shop.get("/me").location, "/sign-in?next=/me");
    let again = town.stranger().post(
        "/sign-in",
        &[("email", &town.email_of(Role::Shop)), ("password", tresse::sample::people::PASSWORD)],
    );
    assert_eq!(again.status, 422);
}
