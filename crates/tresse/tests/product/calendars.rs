//! The calendar that a phone reads: one's own dates and nobody else's, by an address that can be taken back.

use std::collections::BTreeMap;

use frame::Role;
use icalendar::{Calendar, Component as _, Event, EventLike as _};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use people::organisations::{OpeningWindow, store as organisations};
use units::{Language, OrganisationId};

use crate::town::{RUNTIME, Town, Visitor};

fn brussels() -> TimeZone {
    TimeZone::get("Europe/Brussels").unwrap()
}

/// Makes the address of a visitor's calendar; its path.
fn address(town: &Town, visitor: &Visitor) -> String {
    let page = visitor.post(&town.hub("/calendar"), &[]);
    assert_eq!(page.status, 200);
    let (_, rest) = page.body.split_once("/calendar/").expect("the address, shown once");
    let (_, rest) = rest.split_once("value=\"").unwrap_or(("", rest));
    let secret = rest.split_once(".ics").unwrap().0.rsplit('/').next().unwrap();
    assert_eq!(secret.len(), 64, "{secret}");
    assert!(!visitor.get(&town.hub("/calendar")).body.contains(secret), "it is shown once");
    format!("/calendar/{secret}.ics")
}

/// The dates of a calendar by their identifiers, read as a stranger's phone reads them.
fn read(town: &Town, path: &str) -> BTreeMap<String, Event> {
    let answer = town.stranger().get(path);
    assert_eq!((answer.status, answer.kind.as_str()), (200, "text/calendar; charset=utf-8"));
    assert!(answer.body.lines().all(|line| line.len() <= 75), "lines are folded");
    let calendar: Calendar = answer.body.parse().unwrap();
    calendar.events().map(|event| (event.get_uid().unwrap().to_owned(), event.clone())).collect()
}

fn instant(event: &Event, key: &str) -> Timestamp {
    let text = event.property_value(key).unwrap_or_else(|| panic!("{key}"));
    let civil = jiff::civil::DateTime::strptime("%Y%m%dT%H%M%SZ", text).expect(text);
    TimeZone::UTC.to_timestamp(civil).unwrap()
}

fn day(event: &Event) -> Date {
    assert_eq!(event.properties()["DTSTART"].params()["VALUE"].value(), "DATE");
    Date::strptime("%Y%m%d", event.property_value("DTSTART").unwrap()).unwrap()
}

fn minutes(day: Date, minutes: i64) -> Timestamp {
    let civil = day.to_datetime(Time::midnight()).checked_add(jiff::Span::new().minutes(minutes));
    brussels().to_timestamp(civil.unwrap()).unwrap()
}

/// Somebody is at every site of this organisation from seven to noon, every day.
fn open_from_seven_to_noon(town: &Town, organisation: OrganisationId) -> String {
    let kept = town.db.write(move |tx| {
        let mut sites = organisations::sites(tx, organisation)?;
        for site in &mut sites {
            let windows = (1..=7).map(|weekday| OpeningWindow { weekday, opens: 420, closes: 720 });
            site.windows = windows.collect();
            organisations::save_site(tx, site)?;
        }
        Ok::<_, store::Error>(sites[0].street.clone())
    });
    RUNTIME.block_on(kept).unwrap()
}

#[test]
fn a_shops_calendar_has_its_cycles_its_deliveries_and_its_due_days() {
    let town = Town::on_sqlite();
    let (hub, shop) = (town.world.hub, town.world.shops[0].id);
    let street = open_from_seven_to_noon(&town, shop);
    let visitor = town.visitor(Role::Shop);
    let dates = read(&town, &address(&town, &visitor));
    let (cycles, orders, open) = RUNTIME
        .block_on(town.db.read(move |tx| {
            let cycles = hub::cycles::store::latest(tx, hub, 60)?;
            let orders: Vec<_> = cycles
                .iter()
                .map(|cycle| hub::orders::store::find(tx, hub, cycle.id, shop))
                .collect::<Result<_, _>>()?;
            let party = economy::payments::Party::Shop(shop);
            let open = economy::payments::store::open_of(tx, hub, &[party])?;
            Ok::<_, store::Error>((cycles, orders, open))
        }))
        .unwrap();
    let mut deliveries = 0;
    for (cycle, order) in cycles.iter().zip(orders) {
        let opens = &dates[&format!("opens-{}@tresse", cycle.id)];
        let closes = &dates[&format!("closes-{}@tresse", cycle.id)];
        assert_eq!(instant(opens, "DTSTART"), cycle.opens_at);
        assert_eq!(instant(closes, "DTSTART"), cycle.closes_at);
        let title = format!("Clôture des commandes : Vente {} {}", cycle.number, cycle.name);
        assert_eq!(closes.get_summary(), Some(title.as_str()));
        let delivery = dates.get(&format!("delivery-{}-{shop}@tresse", cycle.id));
        assert_eq!(delivery.is_some(), order.is_some(), "{title}");
        if let Some((delivery, order)) = delivery.zip(order) {
            assert_eq!(instant(delivery, "DTSTART"), minutes(order.delivers_on, 420));
            assert_eq!(instant(delivery, "DTEND"), minutes(order.delivers_on, 720));
            assert!(delivery.get_location().unwrap().contains(&street));
            deliveries += 1;
        }
    }
    assert!(deliveries > 0, "the shop has ordered something");
    let owed: Vec<_> = open.iter().filter(|one| one.open.0 > 0).collect();
    assert!(!owed.is_empty(), "the shop owes something");
    for standing in &owed {
        assert_eq!(day(&dates[&format!("due-{}@tresse", standing.claim.id)]), standing.claim.due_on);
    }
    assert_eq!(dates.len(), 2 * cycles.len() + deliveries + owed.len());
}

#[test]
fn a_producers_calendar_and_the_teams_have_theirs() {
    let town = Town::on_sqlite();
    let producer = town.world.producers[0].id;
    let dates = read(&town, &address(&town, &town.visitor(Role::Producer)));
    let with = |dates: &BTreeMap<String, Event>, beginning: &str| {
        dates.keys().filter(|uid| uid.starts_with(beginning)).count()
    };
    assert!(with(&dates, "arrival-") > 0);
    assert_eq!(with(&dates, "delivery-"), 0);
    assert!(
        dates
            .keys()
            .filter(|uid| uid.starts_with("arrival-"))
            .all(|uid| uid.contains(&producer.to_string()))
    );
    let team = read(&town, &address(&town, &town.visitor(Role::Coordinator)));
    assert!(with(&team, "delivery-") > 0);
    assert!(with(&team, "due-producer-") + with(&team, "due-shop-") > 0);
    // Who drives and carries is told nothing of money.
    let warehouse = read(&town, &address(&town, &town.visitor(Role::Warehouse)));
    assert!(with(&warehouse, "delivery-") > 0);
    assert_eq!(with(&warehouse, "due-"), 0);
}

#[test]
fn nobody_elses_dates_are_in_it() {
    let town = Town::on_sqlite();
    let (hub, other) = (town.world.hub, town.world.shops[3].id);
    let path = address(&town, &town.visitor(Role::Shop));
    let body = town.stranger().get(&path).body.replace("\r\n ", "");
    let documents = RUNTIME
        .block_on(town.db.read(move |tx| economy::payments::store::document_numbers(tx, hub, other)))
        .unwrap();
    assert!(!documents.is_empty());
    for (id, _, year, number) in documents {
        assert!(!body.contains(&id.to_string()));
        assert!(!body.contains(&economy::documents::written_number(year, number)));
    }
    for shop in &town.world.shops[1..] {
        assert!(!body.contains(&shop.id.to_string()) && !body.contains(&shop.name), "{}", shop.name);
    }
    for producer in &town.world.producers {
        assert!(!body.contains(&producer.name), "{}", producer.name);
    }
    assert!(!body.contains('€'), "amounts stay on the page");
}

#[test]
fn what_a_phone_has_is_not_sent_again_until_it_changes() {
    let town = Town::on_sqlite();
    let path = address(&town, &town.visitor(Role::Shop));
    let phone = town.stranger();
    let first = phone.get(&path);
    assert!(!first.tag.is_empty());
    let again = phone.get_unless(&path, &first.tag);
    assert_eq!((again.status, again.body.as_str(), &again.tag), (304, "", &first.tag));
    assert_eq!(phone.get_unless(&path, "\"another\"").status, 200);
    let (hub, id) = (town.world.hub, town.cycle(8).parse().unwrap());
    let moved = town.db.write(move |tx| {
        let mut cycle = hub::cycles::store::find(tx, hub, id)?.unwrap();
        cycle.closes_at += jiff::SignedDuration::from_hours(1);
        hub::cycles::store::save(tx, &cycle)
    });
    RUNTIME.block_on(moved).unwrap();
    let changed = phone.get_unless(&path, &first.tag);
    assert_eq!(changed.status, 200);
    let uids = |body: &str| body.lines().filter(|line| line.starts_with("UID:")).count();
    assert_eq!(uids(&changed.body), uids(&first.body), "a date that is moved is the same date");
}

#[test]
fn a_date_keeps_its_hour_when_summer_time_begins() {
    let town = Town::on_sqlite();
    let (hub, shop, reference) = (town.world.hub, town.world.shops[0].id, town.world.shops[0].usual[0]);
    open_from_seven_to_noon(&town, shop);
    let path = address(&town, &town.visitor(Role::Shop));
    // Summer time begins on 28 March 2027, a Sunday.
    let days: [Date; 2] = ["2027-03-21", "2027-03-28"].map(|day| day.parse().unwrap());
    for (number, day) in (90_i64..).zip(days) {
        let id = units::CycleId(uuid::Uuid::from_u128(number.unsigned_abs().into()));
        let (opens_at, closes_at) = (minutes(day, -2880), minutes(day, -420));
        let planned = town.db.write(move |tx| {
            let known = hub::cycles::store::latest(tx, hub, 1)?.remove(0);
            let delivery_days = vec![day];
            let name = String::new();
            let cycle =
                hub::cycles::Cycle { id, number, name, opens_at, closes_at, delivery_days, ..known };
            hub::cycles::store::save(tx, &cycle)?;
            let quantity = units::Quantity::whole(1);
            let ask = hub::orders::Ask { reference, quantity, takes_second_choice: None };
            hub::orders::store::set_lines(tx, hub, id, shop, &[ask], day, opens_at)
        });
        RUNTIME.block_on(planned).unwrap();
        let dates = read(&town, &path);
        let closes = instant(&dates[&format!("closes-{id}@tresse")], "DTSTART");
        let wall = brussels().to_datetime(closes);
        assert_eq!((wall.date(), wall.hour()), (day.yesterday().unwrap(), 17), "{day}");
        let delivery = &dates[&format!("delivery-{id}-{shop}@tresse")];
        let hours =
            ["DTSTART", "DTEND"].map(|key| brussels().to_datetime(instant(delivery, key)).hour());
        assert_eq!(hours, [7, 12], "{day}");
    }
}

#[test]
fn an_address_is_good_until_it_is_taken_back() {
    let town = Town::on_sqlite();
    let (shop, stranger) = (town.visitor(Role::Shop), town.stranger());
    let first = address(&town, &shop);
    let second = address(&town, &shop);
    assert_eq!(stranger.get(&first).status, 404, "it was replaced");
    assert_eq!(stranger.get(&second).status, 200);
    let stored = RUNTIME
        .block_on(town.db.read(|tx| tx.rows("SELECT digest FROM feed", &[], |row| row.get::<String>(0))))
        .unwrap();
    assert!(stored.iter().all(|digest| !second.contains(digest)), "only a digest is kept");
    assert_eq!(shop.post(&town.hub("/calendar/revoke"), &[]).status, 303);
    assert_eq!(stranger.get(&second).status, 404);
    assert_eq!(stranger.get("/calendar/nobody-has-this-one.ics").status, 404);
}

#[test]
fn an_address_dies_with_the_mandate_and_with_the_person() {
    let town = Town::on_sqlite();
    let (administrator, stranger) = (town.visitor(Role::Administrator), town.stranger());
    let (shop, producer) = (town.person_of(Role::Shop), town.person_of(Role::Producer));
    let of_the_shop = address(&town, &town.visitor(Role::Shop));
    let of_the_producer = address(&town, &town.visitor(Role::Producer));
    for suspended in ["yes", "no"] {
        administrator.post(&format!("/persons/{shop}/suspend"), &[("suspended", suspended)]);
        assert_eq!(stranger.get(&of_the_shop).status, 404, "suspended: {suspended}");
    }
    let id = producer.parse().unwrap();
    let held =
        RUNTIME.block_on(town.db.read(move |tx| people::persons::store::mandates_of(tx, id))).unwrap();
    assert_eq!(stranger.get(&of_the_producer).status, 200);
    for held in held {
        administrator.post(&format!("/persons/{producer}/mandates/{}/end", held.mandate.id), &[]);
    }
    assert_eq!(stranger.get(&of_the_producer).status, 404);
}

#[test]
fn a_calendar_speaks_its_readers_language() {
    let town = Town::on_sqlite();
    let path = address(&town, &town.visitor(Role::Shop));
    let person = town.person_of(Role::Shop).parse().unwrap();
    let changed =
        town.db.write(move |tx| people::persons::store::update(tx, person, "Anke", None, Language::Nl));
    RUNTIME.block_on(changed).unwrap();
    let body = town.stranger().get(&path).body.replace("\r\n ", "");
    assert!(body.contains("SUMMARY:Bestellingen sluiten: Verkoopronde 8"), "{body}");
}
