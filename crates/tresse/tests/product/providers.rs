//! Coming in by another service's account, with a provider of our own.

use frame::{Role, Settings};
use serde_json::{Value, json};

use crate::browser::axe;
use crate::browser::driver::Driver;
use crate::provider::{Forged, House, Says, Wrongly, part};
use crate::town::{Answer, Town, Visitor, between, noon};

fn says(subject: &str, email: &str, verified: impl Into<Value>) -> Says {
    let (subject, email) = (subject.to_owned(), email.to_owned());
    let (verified, at) = (verified.into(), noon());
    Says { subject, email, verified, at, wrongly: |_| {}, afterwards: |token| token }
}

/// A house that lets in Aline, who keeps the shop, and a town that sends people there.
fn house_and_town() -> (House, Town) {
    let house = House::open(says("7", "nobody@elsewhere.example", true));
    let set_up = {
        let house = house.clone();
        move |settings: Settings| {
            let host = house.issuer().trim_start_matches("http://").parse().unwrap();
            Settings { providers: vec![house.provider()], inside: vec![host], ..settings }
        }
    };
    let town = Town::known_as("127.0.0.1", set_up);
    house.says(|says| says.email = town.email_of(Role::Shop));
    (house, town)
}

/// Aline links her account there from her own page.
fn link(town: &Town) -> Visitor {
    let visitor = town.visitor(Role::Shop);
    let page = visitor.post("/me/providers/coop", &[]).body;
    let to = between(&page, "class=\"button\" href=\"", "\"").replace("&#38;", "&");
    let back = visitor.follow(&to);
    let done = visitor.follow(&back.location);
    assert_eq!((done.status, done.location.as_str()), (303, "/me#ways-in"), "{}", done.body);
    visitor
}

/// Goes to the house; the way back that it sends one on.
fn go(visitor: &Visitor) -> String {
    let away = visitor.get("/sign-in/with/coop?next=/me");
    assert_eq!(away.status, 303, "{}", away.body);
    let back = visitor.follow(&away.location);
    assert_eq!(back.status, 303, "{}", back.body);
    back.location
}

fn go_and_come_back(town: &Town) -> (Visitor, Answer) {
    let visitor = town.stranger();
    let back = go(&visitor);
    let answer = visitor.follow(&back);
    (visitor, answer)
}

#[test]
fn an_account_lets_in_whom_it_is_linked_to_and_an_address_nobody() {
    let (house, town) = house_and_town();
    let (visitor, answer) = go_and_come_back(&town);
    assert_eq!(answer.status, 422, "the address is hers, and verified");
    assert!(answer.body.contains("class=\"notice bad\""));
    assert_eq!(visitor.get("/me").status, 303);
    let own = link(&town);
    let (visitor, answer) = go_and_come_back(&town);
    assert_eq!((answer.status, answer.location.as_str()), (303, "/me"), "{}", answer.body);
    assert!(visitor.get("/me").body.contains(&town.email_of(Role::Shop)));
    house.says(|says| says.email = "another@elsewhere.example".to_owned());
    assert_eq!(go_and_come_back(&town).1.location, "/me");
    assert_eq!(own.post("/me/providers/coop/unlink", &[]).status, 303);
    assert_eq!(go_and_come_back(&town).1.status, 422, "nobody is made by it");
}

#[test]
fn who_shows_once_more_who_they_are_signs_in_at_the_provider_once_more() {
    let (house, town) = house_and_town();
    let visitor = link(&town);
    town.wait(11 * 60);
    let asked = visitor.post("/me/codes", &[]);
    assert_eq!((asked.status, asked.location.as_str()), (303, "/sign-in?next=/me%23ways-in"));
    // The token is new in any case; what counts is when the person was there.
    house.says(|says| says.at = town.app.clock.now());
    let try_again = |wrongly: Wrongly| {
        house.says(|says| says.wrongly = wrongly);
        let away = visitor.get("/sign-in/with/coop?next=/me%23ways-in").location;
        assert!(away.contains("prompt=login") && away.contains("max_age=0"), "{away}");
        let back = visitor.follow(&away).location;
        visitor.follow(&back)
    };
    let long_ago: Wrongly = |claims| claims["auth_time"] = json!(noon().as_second());
    assert_eq!(try_again(long_ago).status, 422, "they were there eleven minutes ago");
    let unsaid: Wrongly = |claims| claims["auth_time"] = Value::Null;
    assert_eq!(try_again(unsaid).status, 422, "it does not say when");
    assert_eq!(visitor.post("/me/codes", &[]).status, 303);
    let answer = try_again(|_| {});
    assert_eq!((answer.status, answer.location.as_str()), (303, "/me#ways-in"), "{}", answer.body);
    assert_eq!(visitor.post("/me/codes", &[]).status, 200);
}

#[test]
fn what_a_provider_says_is_believed_only_when_all_of_it_holds() {
    let (house, town) = house_and_town();
    link(&town);
    let wrongly: [(&str, Wrongly); 6] = [
        ("nonce", |claims| claims["nonce"] = json!("another")),
        ("no nonce", |claims| {
            claims.as_object_mut().unwrap().remove("nonce");
        }),
        ("audience", |claims| claims["aud"] = json!("another-client")),
        ("several audiences", |claims| claims["aud"] = json!(["tresse-client", "another-client"])),
        ("issuer", |claims| claims["iss"] = json!("http://127.0.0.1:1")),
        ("expired", |claims| claims["exp"] = json!(claims["iat"].as_i64().unwrap() - 1)),
    ];
    for (what, wrongly) in wrongly {
        house.says(|says| says.wrongly = wrongly);
        let (visitor, answer) = go_and_come_back(&town);
        assert_eq!(answer.status, 422, "{what}: {}", answer.location);
        assert!(answer.body.contains("class=\"notice bad\""), "{what} is told");
        assert_eq!(visitor.get("/me").status, 303, "{what}: nobody came in");
    }
    house.says(|says| says.wrongly = |_| {});
    let forged: [(&str, Forged); 3] = [
        ("another signature", |token| {
            let (text, _) = token.rsplit_once('.').unwrap();
            format!("{text}.{}", "A".repeat(86))
        }),
        ("other claims under the signature", |token| {
            let parts: Vec<&str> = token.split('.').collect();
            format!("{}.{}.{}", parts[0], part(&json!({ "sub": "1" })), parts[2])
        }),
        ("no signature", |token| {
            let claims = token.split('.').nth(1).unwrap().to_owned();
            format!("{}.{claims}.", part(&json!({ "alg": "none" })))
        }),
    ];
    for (what, forged) in forged {
        house.says(|says| says.afterwards = forged);
        assert_eq!(go_and_come_back(&town).1.status, 422, "{what}");
    }
    house.says(|says| says.afterwards = |token| token);
    assert_eq!(go_and_come_back(&town).1.location, "/me", "and the same without a fault lets in");
}

#[test]
fn the_way_back_is_gone_once_and_by_who_went() {
    let (_house, town) = house_and_town();
    link(&town);
    let visitor = town.stranger();
    let back = go(&visitor);
    assert_eq!(town.stranger().follow(&back).status, 422, "another browser brings it");
    assert_eq!(visitor.follow(&back).status, 422, "and then it is over");

    let back = go(&visitor);
    let other = go(&town.stranger());
    let state = |back: &str| back.split("state=").nth(1).unwrap().to_owned();
    let mixed = back.replace(&state(&back), &state(&other));
    assert_eq!(visitor.follow(&mixed).status, 422, "the state of somebody else");
    assert_eq!(visitor.follow(&back).status, 303);
    assert_eq!(town.stranger().follow(&back).status, 422, "replayed");
    assert_eq!(visitor.get("/sign-in/with/unknown").status, 404);
    let declined = go(&town.stranger()).replace("code=", "error=access_denied&x=");
    assert_eq!(town.stranger().follow(&declined).status, 422);
}

#[test]
fn one_links_an_account_from_ones_own_page_in_a_browser() {
    let (_house, town) = house_and_town();
    let driver = Driver::start();
    driver.open(&format!("{}/sign-in", town.address));
    axe::must_be_accessible(&driver, "the way in with a provider");
    driver.go("a[href^='/sign-in/with/coop']");
    driver.wait_for_text(".notice.bad", "n’est lié à personne");
    driver.fill("#email", &town.email_of(Role::Shop));
    driver.fill("#password", tresse::sample::people::PASSWORD);
    driver.go("form[action='/sign-in'] button");
    driver.open(&format!("{}/me", town.address));
    driver.go("form[action='/me/providers/coop'] button");
    axe::must_be_accessible(&driver, "before one goes to a provider");
    driver.go("main a.button");
    driver.wait_for_text(".notice.good", "est lié");
    axe::must_be_accessible(&driver, "one's account with a provider");
    driver.click(".menu summary");
    driver.go("form[action='/sign-out'] button");
    driver.go("a[href^='/sign-in/with/coop']");
    driver.wait_for(".acting");
}
