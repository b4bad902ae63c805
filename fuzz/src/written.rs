//! What other programs read of ours: no text of somebody's changes what the file says.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hub::calendar::acts::Calendar;
use hub::calendar::{Entry, What, When};
use icalendar::parser::{read_calendar, unfold};
use jiff::Timestamp;
use units::{CoalitionId, Code as _, Language};

/// A calendar with this text wherever a text of somebody's can be: it has its two events, and they say it.
pub fn calendar(text: &str) {
    let entry = Entry {
        uid: "closes-1".to_owned(),
        what: What::Closes((8, text.to_owned())),
        when: When::At(Timestamp::UNIX_EPOCH),
        place: text.to_owned(),
        path: "/hubs/1".to_owned(),
        changed_at: Timestamp::UNIX_EPOCH,
    };
    let delivery = Entry { what: What::Delivery((9, text.to_owned())), ..entry.clone() };
    let calendar = Calendar {
        hub: CoalitionId(uuid::Uuid::nil()),
        label: text.to_owned(),
        entries: vec![entry, delivery],
    };
    for &language in Language::ALL {
        let file = hub::calendar::written(&calendar, language, "https://hub.example.org");
        assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
        let unfolded = unfold(&file);
        let read = read_calendar(&unfolded).unwrap_or_else(|error| panic!("{error} in {file:?}"));
        assert_eq!(read.components.len(), 2, "{file:?}");
        for component in &read.components {
            let names: Vec<&str> =
                component.properties.iter().map(|property| property.name.as_str()).collect();
            assert_eq!(names.iter().filter(|name| **name == "SUMMARY").count(), 1, "{file:?}");
            assert!(names.len() <= 10, "{names:?}");
        }
    }
}

/// The signature of a message to another program, as that program verifies it.
pub fn signature(text: &str) {
    let (secret, body) = text.split_once('\n').unwrap_or((text, ""));
    let at = Timestamp::from_second(1_614_265_330).expect("a time");
    let signed = frame::webhooks::signatures(&[secret.to_owned()], "msg_1", at, body);
    assert!(signed.bytes().all(|byte| byte.is_ascii_graphic()), "{signed:?}");
    let key = secret.strip_prefix("whsec_").and_then(|key| STANDARD.decode(key).ok());
    assert_eq!(key.is_some(), !signed.is_empty(), "{text:?}");
    if let Some(key) = key {
        let tag = STANDARD.decode(signed.strip_prefix("v1,").expect("its version")).expect("base64");
        let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, &key);
        let message = format!("msg_1.1614265330.{body}");
        assert!(ring::hmac::verify(&key, message.as_bytes(), &tag).is_ok(), "{text:?}");
    }
}
