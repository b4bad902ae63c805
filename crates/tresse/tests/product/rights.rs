//! Every road, walked by every role: who is let in is written down, and a new road has no line yet.
//!
//! The table is a snapshot: a change of rights shows as a change of this file, for a person to read.

use std::fmt::Write as _;

use frame::{Gate, Role};
use units::Code as _;

use crate::pages::{nowhere, places};
use crate::town::{Town, Visitor};

#[test]
fn every_road_lets_in_whom_it_says() {
    let town = Town::on_sqlite();
    let (own, foreign) = (places(&town, 0), places(&town, 3));
    let stranger = town.stranger();
    let visitors: Vec<(Role, Visitor)> =
        Role::ALL.iter().map(|&role| (role, town.visitor(role))).collect();
    let mut table = format!("{:<7}{:<72}{:>8}", "", "", "nobody");
    for &role in Role::ALL {
        let _ = write!(table, "{:>15}", role.code());
    }
    table.push('\n');
    for route in tresse::routes().list {
        let nobody = if route.method == "GET" {
            arrive(&stranger, &own.fill(route.path))
        } else {
            knock(&stranger, route.path)
        };
        let is_shut = nobody == "401";
        assert_eq!(
            is_shut,
            route.gate != Gate::Public,
            "{} {} for nobody: {nobody}",
            route.method,
            route.path
        );
        let _ = write!(table, "{:<7}{:<72}{nobody:>8}", route.method, route.path);
        for (role, visitor) in &visitors {
            let cell = match route.method {
                "GET" => look(visitor, &own.fill(route.path), &foreign.fill(route.path)),
                // Whoever is in may go out; then the next road would be walked by nobody.
                _ if route.path == "/sign-out" => "open".to_owned(),
                _ => knock(visitor, route.path),
            };
            let admitted = match route.gate {
                Gate::Roles(roles) => roles.contains(role),
                Gate::SignedIn | Gate::Public => true,
            };
            assert!(
                admitted || cell == "403",
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

/// What a road answers for one's own things and, after a stroke, for another member's.
fn look(visitor: &Visitor, own: &str, foreign: &str) -> String {
    let mine = arrive(visitor, own);
    if own == foreign {
        return mine;
    }
    let theirs = arrive(visitor, foreign);
    if mine == theirs { mine } else { format!("{mine}/{theirs}") }
}

fn arrive(visitor: &Visitor, path: &str) -> String {
    let answer = visitor.get(path);
    if answer.location.starts_with("/sign-in") { "401".to_owned() } else { answer.status.to_string() }
}

/// Whether the gate before a form opens. Behind it nothing is found, so that nothing is done.
fn knock(visitor: &Visitor, road: &str) -> String {
    let answer = visitor.post(&nowhere().fill(road), &[]);
    match answer.status {
        303 if answer.location.starts_with("/sign-in?") => "401".to_owned(),
        status @ (401 | 403) => status.to_string(),
        _ => "open".to_owned(),
    }
}

#[test]
fn another_hub_does_not_exist() {
    let town = Town::on_sqlite();
    let mut elsewhere = places(&town, 0);
    elsewhere.set("hub", "01935f6e-0000-7000-8000-000000000001");
    for &role in Role::ALL {
        let visitor = town.visitor(role);
        for route in tresse::routes().list {
            if !route.path.starts_with("/hubs/{hub}") || route.method != "GET" {
                continue;
            }
            let status = visitor.get(&elsewhere.fill(route.path)).status;
            assert!(matches!(status, 403 | 404), "{} for {}: {status}", route.path, role.code());
        }
    }
}

/// A stranger is sent to the way in, never told 403: where one is, it was the form's origin.
#[test]
fn a_form_from_another_site_is_refused_on_every_road() {
    let town = Town::on_sqlite();
    let (stranger, shop) = (town.stranger(), town.visitor(Role::Shop));
    let mut roads = 0;
    for route in tresse::routes().list.iter().filter(|route| route.method != "GET") {
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
