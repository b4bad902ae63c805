//! What the administrator's page says of the installation, and that monitoring says the same.

use frame::{Role, operation};
use units::{Code as _, Language};

use crate::town::{RUNTIME, Town};

#[test]
fn the_page_says_what_is_wrong_and_monitoring_agrees() {
    let town = Town::on_sqlite();
    let administrator = town.visitor(Role::Administrator);
    // A page is counted once it was answered.
    administrator.get("/operation");
    let page = administrator.get_in(Language::En, "/operation").body;
    for said in [
        "No backups are made",
        "does not seal the journal",
        "SQLite",
        " signed in, on",
        "GET /operation",
        operation::VERSION,
    ] {
        assert!(page.contains(said), "{said} in\n{page}");
    }
    let standing = RUNTIME.block_on(operation::examine(&town.app)).unwrap();
    assert!(standing.signed_in.devices >= standing.signed_in.persons);
    assert!(standing.database_bytes > Some(100_000), "{:?}", standing.database_bytes);
    let waiting = format!("<strong>{}</strong><span>letters waiting", standing.letters.waiting);
    assert!(page.contains(&waiting), "{waiting} in\n{page}");
}

#[test]
fn the_page_is_for_whoever_keeps_the_instance_alone() {
    let town = Town::on_sqlite();
    assert_eq!(town.stranger().get("/operation").status, 303, "to the door");
    for role in Role::ALL {
        let expected = if *role == Role::Administrator { 200 } else { 403 };
        assert_eq!(town.visitor(*role).get("/operation").status, expected, "{}", role.code());
    }
}

#[test]
fn nobody_is_named_on_it() {
    let town = Town::on_sqlite();
    let page = town.visitor(Role::Administrator).get("/operation").body;
    let main = page.split("<main").nth(1).unwrap();
    for (_, email, _) in &town.world.cast.logins {
        assert!(!main.contains(email.as_str()), "{email}");
    }
}

#[test]
fn what_is_too_large_is_refused_in_a_sentence() {
    let town = Town::on_sqlite();
    let place = format!("/catalogue/{}/import", town.world.producers[0].id);
    let answer =
        town.visitor(Role::Producer).upload(&town.hub(&place), "a.csv", &vec![b'a'; (21 << 20) + 1]);
    assert_eq!(answer.status, 413);
    assert!(answer.body.contains("20 Mo au plus"), "{}", answer.body);
}
