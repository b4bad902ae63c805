//! The ways in, as people meet them: in a browser with a device that holds passkeys, and over HTTP.

use frame::{Role, Settings};
use serde_json::json;

use crate::browser::axe;
use crate::browser::driver::Driver;
use crate::pages::places;
use crate::town::{RUNTIME, Town, Visitor};

fn password(driver: &Driver, town: &Town, role: Role) {
    driver.open(&format!("{}/sign-in", town.address));
    driver.fill("#email", &town.email_of(role));
    driver.fill("#password", tresse::sample::people::PASSWORD);
    driver.go("form[action='/sign-in'] button");
    driver.wait_for(".person");
}

fn go_out(driver: &Driver) {
    driver.click(".menu summary");
    driver.go("form[action='/sign-out'] button");
    driver.wait_for("#password");
}

fn add_key(driver: &Driver, town: &Town, name: &str) {
    driver.open(&format!("{}/me", town.address));
    driver.fill("#passkey", name);
    driver.go("form[data-key] button");
}

fn letters(town: &Town) -> Vec<(String, String)> {
    let letters = RUNTIME.block_on(town.db.read(|tx| frame::mail::latest(tx, 50))).unwrap();
    letters.into_iter().map(|letter| (letter.to, letter.subject)).collect()
}

#[test]
fn a_passkey_lets_its_holder_in_without_an_address_and_with_it() {
    let town = Town::known_as("localhost", |settings| settings);
    let driver = Driver::start();
    let phone = driver.add_device(true);
    password(&driver, &town, Role::Shop);
    add_key(&driver, &town, "Mon téléphone");
    driver.wait_for_text("#ways-in .list", "Mon téléphone");
    driver.wait_for_text("#ways-in .list", "pas encore servi");
    assert_eq!(driver.device_keys(&phone).len(), 1);
    for (width, dark) in [(1280, false), (390, true)] {
        driver.emulate(width, 2400, dark);
        axe::must_be_accessible(&driver, "one's account with a passkey");
    }
    assert!(
        letters(&town).iter().any(|(to, _)| *to == town.email_of(Role::Shop)),
        "it is told by letter"
    );

    // Without an address: the device finds the key.
    go_out(&driver);
    axe::must_be_accessible(&driver, "the way in with a passkey");
    driver.go("form[data-key] button");
    driver.wait_for(".acting");
    driver.open(&format!("{}/me", town.address));
    driver.wait_for_text("#ways-in .list", "a servi le");

    // With one's address, which must be the key's.
    go_out(&driver);
    driver.fill("#email", &town.email_of(Role::Producer));
    driver.go("form[data-key] button");
    driver.wait_for_text(".notice.bad", "n’ouvre aucun compte");
    driver.fill("#email", &town.email_of(Role::Shop));
    driver.go("form[data-key] button");
    driver.wait_for(".acting");

    // Whoever holds the telephone and cannot unlock it stays outside.
    go_out(&driver);
    driver.device_unlocks(&phone, false);
    driver.click("form[data-key] button");
    driver.wait_for_text("form[data-key] .notice", "n’a pas donné");
    assert!(driver.exists("#password"), "the password is there");
    driver.device_unlocks(&phone, true);

    // Removed, it opens nothing, though the device has it still.
    password(&driver, &town, Role::Shop);
    driver.open(&format!("{}/me", town.address));
    driver.go("form[action$='/remove'] button");
    driver.wait_for(".notice.good");
    go_out(&driver);
    driver.go("form[data-key] button");
    driver.wait_for_text(".notice.bad", "n’ouvre aucun compte");
}

#[test]
fn a_copied_passkey_is_refused_once_the_other_went_on() {
    let town = Town::known_as("localhost", |settings| settings);
    let driver = Driver::start();
    let phone = driver.add_device(true);
    password(&driver, &town, Role::Shop);
    add_key(&driver, &town, "Téléphone");
    driver.wait_for_text("#ways-in .list", "Téléphone");
    let copy = driver.device_keys(&phone).remove(0);
    for _ in 0..3 {
        go_out(&driver);
        driver.go("form[data-key] button");
        driver.wait_for(".acting");
    }
    go_out(&driver);
    driver.remove_device(&phone);
    let other = driver.add_device(true);
    driver.put_key(&other, copy);
    driver.go("form[data-key] button");
    driver.wait_for_text(".notice.bad", "n’ouvre aucun compte");
}

#[test]
fn an_answer_serves_once_and_for_its_own_question() {
    let town = Town::known_as("localhost", |settings| settings);
    let driver = Driver::start();
    driver.add_device(true);
    password(&driver, &town, Role::Shop);
    add_key(&driver, &town, "Téléphone");
    driver.wait_for_text("#ways-in .list", "Téléphone");
    go_out(&driver);
    // What the script hands in is kept aside instead of being sent.
    driver.script(
        "HTMLFormElement.prototype.submit = function () { \
             window.handedIn = [this.elements.ceremony.value, this.elements.answer.value]; }",
        &json!([]),
    );
    let handed_in = |driver: &Driver| -> (String, String) {
        driver.script(
            "window.handedIn = null; document.querySelector('form[data-key] button').disabled = false",
            &json!([]),
        );
        driver.click("form[data-key] button");
        for _ in 0..500 {
            let found = driver.script("return window.handedIn", &json!([]));
            if let Ok(found) = serde_json::from_value(found) {
                return found;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        panic!("nothing was handed in");
    };
    let (first, answer) = handed_in(&driver);
    let (second, _) = handed_in(&driver);
    let stranger = town.stranger();
    let send = |ceremony: &str| {
        stranger.post("/sign-in/passkey", &[("ceremony", ceremony), ("answer", &answer)]).status
    };
    assert_eq!(send(&second), 422, "it answers another question");
    assert_eq!(send(&first), 303);
    assert_eq!(
        town.stranger().post("/sign-in/passkey", &[("ceremony", &first), ("answer", &answer)]).status,
        422
    );
}

#[test]
fn a_code_on_paper_lets_one_set_a_new_password() {
    let town = Town::on_sqlite();
    let driver = Driver::start();
    password(&driver, &town, Role::Shop);
    driver.open(&format!("{}/me", town.address));
    driver.go("form[action='/me/codes'] button");
    driver.wait_for(".codes");
    axe::must_be_accessible(&driver, "the page of codes");
    let codes = driver.texts(".codes .code");
    assert_eq!(codes.len(), 10);
    driver.emulate(390, 1200, false);
    let fits = driver.script("return document.documentElement.scrollWidth <= innerWidth", &json!([]));
    assert_eq!(fits, json!(true), "no code is cut off");
    driver.emulate(1280, 900, false);
    let other = town.visitor(Role::Shop);
    go_out(&driver);
    driver.go("a[href='/recover']");
    axe::must_be_accessible(&driver, "the way in with a code");
    driver.fill("#email", &town.email_of(Role::Shop));
    driver.fill("#code", &codes[3]);
    driver.go("main form button");
    driver.fill("#password", "quatre pommes dans un panier");
    driver.go("main form button");
    driver.wait_for(".notice.good");
    assert_eq!(other.get("/me").location, "/sign-in?next=/me", "every device is out");
    let try_in = |password: &str| {
        let form = [("email", town.email_of(Role::Shop)), ("password", password.to_owned())];
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        town.stranger().post("/sign-in", &form).status
    };
    assert_eq!(try_in(tresse::sample::people::PASSWORD), 422);
    assert_eq!(try_in("quatre pommes dans un panier"), 303);
}

/// Where each way in is changed, a token is made, or a device shut out.
const AFRESH: [&str; 10] = [
    "/me/tokens",
    "/hubs/{hub}/tokens",
    "/me/codes",
    "/me/providers/{provider}",
    "/me/providers/{provider}/unlink",
    "/me/passkeys/begin",
    "/me/passkeys",
    "/me/passkeys/{passkey}/remove",
    "/me/sessions/end",
    "/me/sessions/{session}/revoke",
];

#[test]
fn a_session_left_open_changes_no_way_in() {
    let town = Town::known_as("localhost", |settings| settings);
    let roads = tresse::routes().list;
    let afresh: Vec<_> = roads.iter().filter(|road| road.afresh.is_some()).collect();
    assert_eq!(afresh.iter().map(|road| road.path).collect::<Vec<_>>(), AFRESH);
    let visitor = town.visitor(Role::Coordinator);
    town.wait(10 * 60 + 1);
    for road in afresh {
        let path = places(&town, 0).fill(road.path);
        let page = places(&town, 0).fill(road.afresh.unwrap()).replace('#', "%23");
        let answer = visitor.post(&path, &[]);
        assert_eq!((answer.status, answer.location), (303, format!("/sign-in?next={page}")), "{path}");
    }
    let page = visitor.get("/sign-in?next=/me%23ways-in");
    let email = town.email_of(Role::Coordinator);
    assert_eq!(page.status, 200);
    assert!(page.body.contains("C’est bien vous") && page.body.contains(&email), "{}", page.body);
    let show = |password: &str| {
        let form = [("email", email.as_str()), ("password", password), ("next", "/me#ways-in")];
        visitor.post("/sign-in", &form)
    };
    let wrong = show("quatre poires au sirop");
    assert!(wrong.status == 422 && wrong.body.contains("C’est bien vous"), "{}", wrong.body);
    assert_eq!(visitor.post("/me/codes", &[]).status, 303);
    assert_eq!(show(tresse::sample::people::PASSWORD).location, "/me#ways-in");
    assert_eq!(visitor.post("/me/codes", &[]).status, 200);
    assert_eq!(visitor.get("/sign-in?next=/me").location, "/me", "it is asked for once");
    assert_eq!(visitor.get("/sign-in?next=//elsewhere.example").location, "/");
}

#[test]
fn one_shows_once_more_who_one_is_by_a_passkey_in_a_browser() {
    let town = Town::known_as("localhost", |settings| settings);
    let driver = Driver::start();
    driver.add_device(true);
    password(&driver, &town, Role::Shop);
    add_key(&driver, &town, "Téléphone");
    driver.wait_for_text("#ways-in .list", "Téléphone");
    town.wait(11 * 60);
    // The script is refused, hands in its form as it is, and that leads there as any other form does.
    add_key(&driver, &town, "Téléphone, encore");
    driver.wait_for_text("h1", "C’est bien vous");
    for (width, dark) in [(1280, false), (390, true)] {
        driver.emulate(width, 1200, dark);
        axe::must_be_accessible(&driver, "the page on which one shows once more who one is");
    }
    driver.go("form[data-key] button");
    driver.wait_for("#ways-in");
    driver.go("form[action='/me/codes'] button");
    driver.wait_for(".codes");
}

/// What somebody without an account learns from an answer: its status, its page without what they typed.
fn told(visitor: &Visitor, path: &str, email: &str, form: &[(&str, &str)]) -> (u16, String, String) {
    let mut fields = vec![("email", email)];
    fields.extend_from_slice(form);
    let answer = visitor.post(path, &fields);
    (answer.status, answer.location, answer.body.replace(email, "EMAIL"))
}

#[test]
fn nobody_learns_who_has_an_account() {
    let town = Town::on_sqlite();
    let known = town.email_of(Role::Shop);
    let stranger = town.stranger();
    for (path, form) in [
        ("/sign-in", &[("password", "quatre poires au sirop")][..]),
        ("/reset", &[]),
        ("/recover", &[("code", "0000-0000-0000-0000-0000-0000-0000")]),
    ] {
        let yes = told(&stranger, path, &known, form);
        let no = told(&stranger, path, "personne@ailleurs.example", form);
        assert_eq!(yes, no, "{path}");
    }
}

#[test]
fn each_way_in_counts_its_tries() {
    let town = Town::known_as("localhost", |settings| settings);
    let stranger = town.stranger();
    let email = town.email_of(Role::Shop);
    for (path, form) in [
        ("/sign-in", &[("password", "quatre poires au sirop")][..]),
        ("/reset", &[]),
        ("/recover", &[("code", "0000-0000-0000-0000-0000-0000-0000")]),
    ] {
        let statuses: Vec<u16> = (0..12).map(|_| told(&stranger, path, &email, form).0).collect();
        assert!(statuses[..8].iter().all(|&status| status != 429), "{path}: {statuses:?}");
        assert!(statuses[8..].iter().all(|&status| status == 429), "{path}: {statuses:?}");
    }
}

#[test]
fn over_https_browsers_are_told_to_come_no_other_way() {
    let said = |town: &Town| {
        let answer = ureq::get(format!("{}/sign-in", town.address)).call().unwrap();
        answer.headers().get("strict-transport-security").map(|value| value.to_str().unwrap().to_owned())
    };
    let https = |settings: Settings| Settings { address: "https://hub.example".to_owned(), ..settings };
    assert_eq!(
        said(&Town::known_as("localhost", https)).as_deref(),
        Some("max-age=63072000; includeSubDomains")
    );
    assert_eq!(
        said(&Town::on_sqlite()),
        None,
        "a browser would not find an instance without a certificate again"
    );
}

#[test]
fn tries_from_one_address_are_counted_whatever_the_way_in() {
    let town = Town::known_as("localhost", |settings| settings);
    let stranger = town.stranger();
    let begin = || stranger.post("/sign-in/passkey/begin", &[]);
    for _ in 0..60 {
        assert_eq!(begin().status, 200);
    }
    let refused = begin();
    assert_eq!((refused.status, refused.retry_after.as_str()), (429, "900"));
    let (email, password) = (town.email_of(Role::Shop), tresse::sample::people::PASSWORD);
    for path in ["/sign-in", "/reset", "/recover"] {
        let answer = stranger.post(path, &[("email", &email), ("password", password)]);
        assert_eq!((answer.status, answer.retry_after.as_str()), (429, "900"), "{path}");
        assert!(answer.body.contains("class=\"notice bad\""), "{path} says so in a sentence");
    }
}

#[test]
fn over_https_the_session_is_bound_to_the_host_and_renewed_with_the_mandate() {
    let town = Town::known_as("localhost", |settings| Settings {
        address: settings.address.replace("http:", "https:"),
        ..settings
    });
    // One that keeps no cookies of its own: each request shows exactly what it says here.
    let agent = || -> ureq::Agent {
        ureq::Agent::config_builder().max_redirects(0).http_status_as_error(false).build().into()
    };
    let address = town.address.clone();
    let post = |path: &str, cookie: &str, form: &[(&str, &str)]| -> (u16, String) {
        let request = agent().post(format!("{address}{path}")).header("cookie", cookie);
        let answer = request.send_form(form.iter().copied()).unwrap();
        let set = answer.headers().get("set-cookie").map(|set| set.to_str().unwrap().to_owned());
        (answer.status().as_u16(), set.unwrap_or_default())
    };
    let get = |path: &str, cookie: &str| {
        let answer = agent().get(format!("{address}{path}")).header("cookie", cookie).call().unwrap();
        answer.status().as_u16()
    };
    let planted = "__Host-tresse_session=planted";
    let email = town.email_of(Role::Producer);
    let form = [("email", email.as_str()), ("password", tresse::sample::people::PASSWORD)];
    let (status, set) = post("/sign-in", planted, &form);
    assert_eq!(status, 303);
    assert!(set.starts_with("__Host-tresse_session="), "{set}");
    for part in ["; Path=/;", "; HttpOnly", "; SameSite=Lax", "; Secure"] {
        assert!(set.contains(part), "{part} in {set}");
    }
    assert!(!set.contains("Domain"), "{set}");
    let first = set.split(';').next().unwrap().to_owned();
    assert_eq!((get("/me", planted), get("/me", &first)), (303, 200));

    let email = email.clone();
    let mandates = RUNTIME.block_on(town.db.read(move |tx| {
        let person = people::persons::store::find_by_email(tx, &email)?.expect("the producer");
        people::persons::store::mandates_of(tx, person.id)
    }));
    let other = mandates.unwrap().pop().expect("a second mandate").mandate.id.to_string();
    let (status, set) = post("/mandate", &first, &[("mandate", &other)]);
    assert_eq!(status, 303);
    let second = set.split(';').next().unwrap().to_owned();
    assert_ne!(first, second);
    assert_eq!((get("/me", &first), get("/me", &second)), (303, 200), "the old cookie is dead");
}
