//! Walks through the product in a real browser: what a person does in a week, and whether everybody can.

use frame::Role;
use serde_json::json;
use tresse::check;

use crate::browser::axe;
use crate::browser::driver::Driver;
use crate::pages::places;
use crate::town::{RUNTIME, Town};

pub fn come_in(driver: &Driver, town: &Town, role: Role) {
    driver.open(&town.address);
    driver.forget_cookies();
    driver.open(&format!("{}/sign-in", town.address));
    driver.fill("#email", &town.email_of(role));
    driver.fill("#password", tresse::sample::people::PASSWORD);
    driver.go("main button");
    driver.wait_for(".person");
}

fn on_a_phone(driver: &Driver) {
    driver.emulate(390, 844, false);
}

#[test]
fn a_shop_orders_on_its_phone() {
    let town = Town::on_sqlite();
    let driver = Driver::start();
    on_a_phone(&driver);
    come_in(&driver, &town, Role::Shop);
    driver.go("main a.button");
    driver.wait_for("#offers");
    let total = driver.glance("#basket summary strong");
    let found = driver.count(".offer");
    assert!(found > 20, "{found} offers");

    driver.fill("#q", "fromage");
    driver.wait_for_text("#offers .hint", "article");
    wait_until(&driver, "fewer offers", |driver| driver.count(".offer") < found);
    assert!(driver.address().contains("q=fromage"), "{}", driver.address());

    let field = ".offer:first-of-type .ask input[inputmode]";
    driver.fill(field, "3");
    driver.press(field, "Tab");
    wait_until(&driver, "another total", |driver| driver.glance("#basket summary strong") != total);
    driver.wait_for(".offer.ordered");

    // What is refused is said beside its field, and the rest stands.
    driver.fill(field, "-2");
    driver.press(field, "Tab");
    driver.wait_for(".offer .complaint");
    driver.open(&town_order(&town, "/summary"));
    let summary = driver.text("main");
    assert!(summary.contains('3'), "{summary}");
    assert!(
        driver.console_errors().iter().all(|error| error.contains("422")),
        "{:?}",
        driver.console_errors()
    );
}

fn town_order(town: &Town, rest: &str) -> String {
    let path = format!("/cycles/{}/orders/{}{rest}", town.cycle(8), town.world.shops[0].id);
    format!("{}{}", town.address, town.hub(&path))
}

fn wait_until(driver: &Driver, what: &str, holds: impl Fn(&Driver) -> bool) {
    for _ in 0..500 {
        if holds(driver) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    panic!("{what} never came on {}", driver.address());
}

#[test]
fn a_shop_orders_without_a_script() {
    let town = Town::on_sqlite();
    let driver = Driver::start();
    driver.emulate(1280, 900, false);
    come_in(&driver, &town, Role::Shop);
    driver.allow_scripts(false);
    driver.open(&town_order(&town, ""));
    let field = ".offer:first-of-type .ask input[inputmode]";
    driver.fill(field, "4");
    driver.go("#offers .only-without-script button");
    driver.wait_for(".offer.ordered");
    driver.allow_scripts(true);
    driver.open(&town_order(&town, "?only=ordered"));
    assert!(driver.exists(".offer.ordered input[value=\"4\"]"), "what was saved is there");
}

#[test]
fn a_cycle_goes_from_the_dock_to_the_books() {
    let town = Town::on_sqlite();
    let driver = Driver::start();
    on_a_phone(&driver);
    let cycle = format!("{}{}", town.address, town.hub(&format!("/cycles/{}", town.cycle(7))));

    // At the dock, on a phone: every producer who has not come yet comes as ordered, the last one short.
    come_in(&driver, &town, Role::Warehouse);
    driver.open(&format!("{cycle}/reception"));
    let waiting = driver.script(
        "return [...document.querySelectorAll('main li:not(.done) a')].map(a => a.href)",
        &json!([]),
    );
    let waiting: Vec<String> = serde_json::from_value(waiting).unwrap();
    assert!(!waiting.is_empty(), "somebody is still to come");
    for (at, producer) in waiting.iter().enumerate() {
        driver.open(producer);
        if at == 0 {
            driver.fill(".dock fieldset:first-of-type input[name^='quantity.']", "0");
            driver.fill(".dock fieldset:first-of-type input[name^='lot.']", "ESSAI-1");
        }
        driver.go(".dock .actions button");
        driver.wait_for(".notice.good");
    }

    // What is short is shown before it is shared, and shared in one gesture.
    driver.open(&format!("{cycle}/shortages"));
    driver.wait_for("main .card");
    driver.go("form.sticky button");
    driver.wait_for(".notice.good");

    // A shop's goods are picked and handed over.
    driver.open(&format!("{cycle}/preparation"));
    let shop = driver.script("return document.querySelector('main table a').href", &json!([]));
    driver.open(shop.as_str().unwrap());
    driver.go(".actions.sticky button");
    driver.wait_for(".notice.good");
    driver.open(&shop.as_str().unwrap().replace("/preparation/", "/deliveries/"));
    driver.fill("#taken_by", "Mme Dupont");
    driver.go("form.stack .actions button");
    driver.wait_for(".notice.good");

    // The bookkeeper invoices and states; the cycle is settled.
    driver.emulate(1280, 900, false);
    come_in(&driver, &town, Role::Bookkeeper);
    driver.open(&format!("{cycle}/settlement"));
    for step in [3, 4] {
        driver.go(".steps-list form button");
        driver.wait_for(&format!(".steps-list > li:nth-child({step}).done"));
    }
    driver.wait_for("main .notice.good");
    let faults: Vec<String> = RUNTIME
        .block_on(check::all(&town.db))
        .unwrap()
        .into_iter()
        .flat_map(|checked| checked.faults)
        .collect();
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn a_person_with_two_mandates_switches_between_them() {
    let town = Town::on_sqlite();
    let driver = Driver::start();
    come_in(&driver, &town, Role::Producer);
    let first = driver.text(".acting strong");
    driver.click(".menu summary");
    driver.go(".menu form[action='/mandate'] button");
    driver.wait_for(".acting strong");
    assert_ne!(driver.text(".acting strong"), first);
}

#[test]
fn one_can_work_with_the_keyboard_alone() {
    let town = Town::on_sqlite();
    let driver = Driver::start();
    come_in(&driver, &town, Role::Shop);
    driver.open(&town_order(&town, ""));
    driver.press("body", "Tab");
    let focused = driver.script("return document.activeElement.className", &json!([]));
    assert_eq!(focused, "skip", "the first stop skips to the content");
    let ring = driver.script(
        "document.querySelector('#q').focus(); \
         return getComputedStyle(document.querySelector('#q')).outlineStyle",
        &json!([]),
    );
    assert_ne!(ring, "none", "what has the focus shows it");
}

/// Pages that a role sees, in the browser: whether anybody would be kept from reading or using one.
fn everybody_can_use(role: Role) {
    let town = Town::on_sqlite();
    let driver = Driver::start();
    let mut own = places(&town, 0);
    come_in(&driver, &town, role);
    let visitor = town.visitor(role);
    let mut seen = 0;
    for (cycle, width, dark) in [(7, 1280, false), (8, 390, true)] {
        own.set("cycle", &town.cycle(cycle));
        for route in tresse::routes().list.iter().filter(|route| route.method == "GET") {
            let path = own.fill(route.path);
            let answer = visitor.get(&path);
            if answer.status != 200 || !answer.kind.starts_with("text/html") {
                continue;
            }
            driver.emulate(width, 900, dark);
            driver.open(&format!("{}{path}", town.address));
            // As high as the page is: what lies under a bar that stays in sight can be scrolled out of it.
            let height = driver.script("return document.documentElement.scrollHeight", &json!([]));
            driver.emulate(width, u32::try_from(height.as_u64().unwrap()).unwrap().max(900), dark);
            axe::must_be_accessible(&driver, &format!("{path} for {role:?} at {width}, dark: {dark}"));
            let overflow = driver.script(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth",
                &json!([]),
            );
            assert!(overflow.as_i64().unwrap() <= 0, "{path} scrolls sideways at {width}");
            seen += 1;
        }
    }
    assert!(seen > 10, "{role:?} sees {seen} pages");
}

#[test]
fn everybody_can_use_what_a_coordinator_sees() {
    everybody_can_use(Role::Coordinator);
}

#[test]
fn everybody_can_use_what_a_producer_sees() {
    everybody_can_use(Role::Producer);
}

#[test]
fn everybody_can_use_what_a_shop_sees() {
    everybody_can_use(Role::Shop);
}

#[test]
fn everybody_can_use_what_the_team_sees() {
    everybody_can_use(Role::Warehouse);
    everybody_can_use(Role::Bookkeeper);
}

#[test]
fn everybody_can_use_what_an_administrator_and_a_reader_see() {
    everybody_can_use(Role::Administrator);
    everybody_can_use(Role::Reader);
}
