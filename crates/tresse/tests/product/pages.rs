//! Every page, for every role, in four languages: it answers, it is whole, it is light.

use std::collections::HashMap;

use frame::Role;
use people::persons::store as persons;
use units::{Code as _, Language};

use crate::town::{RUNTIME, Town};

/// What stands for the braces of a road.
pub struct Places(HashMap<String, String>);

impl Places {
    pub fn set(&mut self, name: &str, value: &str) {
        self.0.insert(name.to_owned(), value.to_owned());
    }

    pub fn fill(&self, road: &str) -> String {
        let mut filled = String::new();
        let mut rest = road;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, behind) = after.split_once('}').unwrap();
            filled.push_str(before);
            filled.push_str(self.0.get(name).map_or("nothing", String::as_str));
            rest = behind;
        }
        filled + rest
    }
}

/// No thing at all: where a gate opens, nothing is found behind it.
pub fn nowhere() -> Places {
    Places(HashMap::new())
}

/// The things of the member at this place of the sample's lists: 0 has logins of the demonstration.
pub fn places(town: &Town, at: usize) -> Places {
    let world = &town.world;
    let (producer, shop) = (&world.producers[at], &world.shops[at]);
    let mut places = Places(HashMap::new());
    places.set("hub", &world.hub.to_string());
    places.set("cycle", &town.cycle(6));
    places.set("producer", &producer.id.to_string());
    places.set("reference", &producer.references[0].to_string());
    places.set("shop", &shop.id.to_string());
    places.set("party", &shop.id.to_string());
    places.set("side", "shop");
    places.set("member", &shop.id.to_string());
    places.set("organisation", &shop.id.to_string());
    places.set("format", "csv");
    places.set("token", "nobody-has-this-one");
    let (hub, shop) = (world.hub, shop.id);
    places.set("person", &town.person_of(Role::Shop));
    let (document, site, mandate) = RUNTIME
        .block_on(town.db.read(move |tx| {
            let narrowed =
                economy::documents::store::Narrowed { party: Some(shop), ..Default::default() };
            let documents = economy::documents::store::list(tx, hub, &narrowed, 0, 1)?;
            let sites = people::organisations::store::sites(tx, shop)?;
            let mandates = persons::mandates_for(tx, hub, shop)?;
            Ok::<_, store::Error>((
                documents.first().map(|document| document.id.to_string()),
                sites.first().map(|site| site.id.to_string()),
                mandates.first().map(|held| held.mandate.id.to_string()),
            ))
        }))
        .unwrap();
    for (name, value) in [("document", document), ("site", site), ("mandate", mandate)] {
        places.set(name, &value.unwrap());
    }
    let (plan, shipment, vehicle) = rounds_of_today(town);
    places.set("plan", &plan);
    places.set("shipment", &shipment);
    places.set("vehicle", &vehicle);
    places.set("round", "1");
    places.set("file", "description.json");
    places
}

/// The plan that is driven today, something that it carries, and a vehicle.
fn rounds_of_today(town: &Town) -> (String, String, String) {
    let (hub, today) = (town.world.hub, town.app.today());
    let found = town.db.read(move |tx| {
        let plan = rounds::plans::store::published_on(tx, hub, today)?.expect("a plan for today");
        let carried = rounds::plans::store::rounds(tx, hub, plan.id)?;
        let vehicles = rounds::fleet::store::vehicles(tx, hub)?;
        let shipment = carried[0].halts[0].items[0].shipment;
        Ok::<_, store::Error>((plan.id.to_string(), shipment.to_string(), vehicles[0].id.to_string()))
    });
    RUNTIME.block_on(found).unwrap()
}

/// What a page may weigh before it is compressed.
const HEAVIEST_PAGE_BYTES: usize = 100 << 10;

#[test]
fn every_page_is_whole_and_light_in_four_languages() {
    let town = Town::on_sqlite();
    let mut own = places(&town, 0);
    for cycle in [6, 7, 8] {
        own.set("cycle", &town.cycle(cycle));
        for (_, email, _) in &town.world.cast.logins {
            let visitor = town.visitor_by(email);
            for route in tresse::routes().list.iter().filter(|route| route.method == "GET") {
                let path = own.fill(route.path);
                let mut seen: Vec<String> = Vec::new();
                for &language in Language::ALL {
                    let answer = visitor.get_in(language, &path);
                    assert!(answer.status < 500, "{path} for {email}: {}", answer.status);
                    if answer.status != 200 || !answer.kind.starts_with("text/html") {
                        continue;
                    }
                    let body = &answer.body;
                    assert!(
                        body.len() < HEAVIEST_PAGE_BYTES,
                        "{path} for {email}: {} bytes",
                        body.len()
                    );
                    assert!(body.contains(&format!("<html lang=\"{}\"", language.code())), "{path}");
                    assert!(body.trim_end().ends_with("</html>"), "{path} is cut");
                    assert!(
                        !body.contains("{$") && !body.contains("{ $"),
                        "{path} shows a bare argument"
                    );
                    assert!(!body.contains('\u{2068}'), "{path} has isolation marks");
                    seen.push(main_part(body));
                }
                seen.dedup();
                assert!(matches!(seen.len(), 0 | 4), "{path} for {email} is the same in two languages");
            }
        }
    }
}

/// The part of a page that is the slice's own.
fn main_part(body: &str) -> String {
    let start = body.find("<main").unwrap_or_default();
    let end = body.find("</main>").unwrap_or(body.len());
    body[start..end].to_owned()
}

#[test]
fn an_invoice_says_which_delivery_it_is_for() {
    let town = Town::on_sqlite();
    let shop = town.world.shops[0].id;
    let page = town.visitor(Role::Shop).get(&town.hub("/documents"));
    assert_eq!(page.status, 200);
    let (hub, cycle) = (town.world.hub, town.cycle(6).parse().unwrap());
    let order = RUNTIME
        .block_on(town.db.read(move |tx| hub::orders::store::find(tx, hub, cycle, shop)))
        .unwrap()
        .expect("an order");
    let (y, m, d) = (order.delivers_on.year(), order.delivers_on.month(), order.delivers_on.day());
    let subject = format!("Livraison du {d:02}/{m:02}/{y}, vente 6 Tournée de la semaine");
    assert!(page.body.contains(&subject), "{subject} in {}", main_part(&page.body));
}

#[test]
fn each_role_finds_its_day() {
    let town = Town::on_sqlite();
    for role in
        [Role::Coordinator, Role::Warehouse, Role::Bookkeeper, Role::Producer, Role::Shop, Role::Reader]
    {
        let visitor = town.visitor(role);
        let home = visitor.get("/");
        assert_eq!((home.status, home.location), (303, town.hub("")), "{}", role.code());
        assert_eq!(visitor.get(&town.hub("")).status, 200);
    }
}

#[test]
fn days_late_to_producers_are_seen_by_every_member() {
    let town = Town::on_sqlite();
    for role in
        [Role::Coordinator, Role::Warehouse, Role::Bookkeeper, Role::Producer, Role::Shop, Role::Reader]
    {
        let page = town.visitor(role).get_in(Language::En, &town.hub("/balances"));
        assert_eq!(page.status, 200, "{}", role.code());
        assert!(
            page.body.contains("class=\"figure"),
            "{} sees how late producers are paid",
            role.code()
        );
    }
}

#[test]
fn the_public_page_opens_a_cycles_euro_to_anybody() {
    let town = Town::on_sqlite();
    let page = town.stranger().get(&format!("/open/{}", town.world.hub));
    assert_eq!(page.status, 200);
    assert!(page.body.contains("<svg"), "as a picture");
    assert!(page.body.contains("<table"), "and as a table");
    for name in town.world.shops.iter().map(|shop| &shop.name) {
        assert!(!page.body.contains(name), "{name} is nobody's business");
    }
}

#[test]
fn the_menu_marks_the_place_that_a_page_is_in_and_no_other() {
    let town = Town::on_sqlite();
    let visitor = town.visitor(Role::Coordinator);
    let marked = |path: &str| -> Vec<String> {
        let page = visitor.get(&town.hub(path)).body;
        let links = page.split("<li><a href=\"").filter(|link| link.contains("aria-current=\"page\">"));
        links.map(|link| link.split('"').next().unwrap().to_owned()).collect()
    };
    assert_eq!(marked(""), [town.hub("")]);
    assert_eq!(marked("/cycles"), [town.hub("/cycles")]);
    assert_eq!(marked(&format!("/cycles/{}", town.cycle(1))), [town.hub("/cycles")]);
    assert!(marked("/webhooks").is_empty(), "it is in no place of the menu");
}
