//! What holds of passkeys whatever a browser answers; that one answers rightly is seen in a browser.

use ::store::Tx;
use frame::{Outcome, Settings, Stop};

use super::acts::{self, NotAdded};
use super::{Made, Site, are_possible};
use crate::entry::Unwelcome;
use crate::persons::tests::{administrator, all, moment};

fn at(address: &str) -> Settings {
    Settings { address: address.to_owned(), ..Settings::default() }
}

#[test]
fn passkeys_need_a_name_and_https() {
    assert!(are_possible(&at("https://hub.example.org")));
    assert!(are_possible(&at("http://localhost:8080")));
    assert!(!are_possible(&at("http://hub.example.org")));
    assert!(!are_possible(&at("https://192.0.2.1")));
    assert!(!are_possible(&at("http://127.0.0.1:8080")));
}

#[test]
fn a_device_is_asked_for_a_key_that_it_finds_itself_and_unlocks() {
    let site = Site::of(&at("https://hub.example.org")).unwrap();
    let person = units::PersonId(uuid::Uuid::from_u128(7));
    let known = ["AQID".to_owned()];
    let options = site.begin_making(person, "eva@ferme.be", "Eva", &known).unwrap().options;
    assert_eq!(options["publicKey"]["excludeCredentials"][0]["id"], "AQID");
    let choice = &options["publicKey"]["authenticatorSelection"];
    assert_eq!(choice["residentKey"], "required");
    assert_eq!(choice["userVerification"], "required");
    assert_eq!(options["publicKey"]["rp"]["id"], "hub.example.org");
    let first = site.begin_showing().unwrap().options;
    assert_eq!(first["publicKey"]["userVerification"], "required");
    assert!(first["publicKey"]["allowCredentials"].as_array().is_none_or(Vec::is_empty));
    let second = site.begin_showing().unwrap().options;
    assert_ne!(first["publicKey"]["challenge"], second["publicKey"]["challenge"]);
}

#[test]
fn what_is_no_answer_is_refused() {
    let site = Site::of(&at("https://hub.example.org")).unwrap();
    let begun = site.begin_showing().unwrap();
    for answer in ["", "{}", "[]", "null", "{\"id\":1}"] {
        let refused = super::ceremony::named_in(answer).unwrap_err();
        assert!(matches!(refused, Stop::Refused(why) if why.of() == Some(&Unwelcome::WrongKey)));
        assert!(site.finish_making(answer, &begun.state).is_err());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_its_holders_alone() {
    for test in all().await {
        let run = |tx: &Tx<'_>| -> Outcome<()> {
            let (moment, settings) = (moment(), Settings::default());
            let (_, eva) = administrator(tx, &moment, "eva@ferme.be")?;
            let (_, tom) = administrator(tx, &moment, "tom@ferme.be")?;
            let made = Made { credential: "abc".to_owned(), content: "{\"counter\":1}".to_owned() };
            acts::add(tx, &eva, &settings, "Phone", &made)?;
            let found = acts::find(tx, "abc", Some(eva.person.0), "eva@ferme.be")?;
            assert!(acts::find(tx, "abc", Some(tom.person.0), "").is_err(), "it says to be another's");
            assert!(acts::find(tx, "abc", None, "tom@ferme.be").is_err(), "another one was meant");
            assert!(acts::find(tx, "xyz", None, "").is_err());
            let key = acts::list(tx, &eva)?.remove(0);
            assert_eq!((key.name.as_str(), key.used_at), ("Phone", None));
            assert_eq!(acts::know(tx, &moment, &found, "{\"counter\":2}")?, eva.person);
            assert!(
                acts::know(tx, &moment, &found, "{\"counter\":2}").is_err(),
                "its counter stands still"
            );
            assert_eq!(acts::list(tx, &eva)?[0].used_at, Some(moment.at));
            assert!(matches!(acts::remove(tx, &tom, &settings, key.id), Err(Stop::NotFound)));
            acts::remove(tx, &eva, &settings, key.id)?;
            assert!(acts::list(tx, &eva)?.is_empty());
            assert_eq!(frame::mail::latest(tx, 10)?.len(), 2, "one letter for each change");
            Ok(())
        };
        test.db.write(run).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_device_has_two_keys() {
    for test in all().await {
        let run = |tx: &Tx<'_>| -> Outcome<()> {
            let (moment, settings) = (moment(), Settings::default());
            let (_, eva) = administrator(tx, &moment, "eva@ferme.be")?;
            let made = Made { credential: "abc".to_owned(), content: "{}".to_owned() };
            acts::add(tx, &eva, &settings, "Phone", &made)?;
            acts::add(tx, &eva, &settings, "Phone again", &made)
        };
        let refused = test.db.write(run).await.unwrap_err();
        assert!(matches!(refused, Stop::Refused(why) if why.of() == Some(&NotAdded::Known)));
    }
}
