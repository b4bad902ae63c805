//! An act of a driver's, read from the form that it came in.

use frame::form::Fault;
use frame::{Form, Outcome};
use jiff::Timestamp;
use units::{Cents, ContainerId};

use super::acts::is_of_a_halt;
use super::model::{
    Crates, Deed, Kind, Leaving, MOST_COLD, MOST_CRATES, MOST_METRES, MOST_MINUTES, Refusal, What,
};

/// Reads what was sent. Without a time of its own it happened now: a page without its script sends none.
///
/// # Errors
/// A refusal, with what is wrong beside each field.
pub fn deed(form: &Form, picture: Option<Vec<u8>>, now: Timestamp) -> Outcome<Deed> {
    let key = form.required("key", 64);
    let kind = form.code("kind");
    let place = match kind {
        Some(kind) if is_of_a_halt(kind) => form.must("place", form.whole("place", 10_000)),
        _ => Some(0),
    };
    let what = kind.zip(place).and_then(|(kind, place)| what(form, kind, place, picture));
    let at = at(form, now);
    form.accept()?;
    // What could not be read has said so beside its field.
    let what = what.ok_or_else(|| anyhow::anyhow!("a form without faults is an act"))?;
    Ok(Deed { key, at, what })
}

/// Milliseconds since 1970, as browsers count.
fn at(form: &Form, now: Timestamp) -> Timestamp {
    let typed = form.value("at");
    if typed.is_empty() {
        return now;
    }
    let read = typed.parse().ok().and_then(|at| Timestamp::from_millisecond(at).ok());
    if read.is_none() {
        form.fault("at", Fault::NotATime);
    }
    read.unwrap_or(now)
}

fn what(form: &Form, kind: Kind, place: i64, picture: Option<Vec<u8>>) -> Option<What> {
    Some(match kind {
        Kind::Depart => What::Depart,
        Kind::Arrive => What::Arrive { place },
        Kind::Refuse => What::Refuse(refusal(form, place, picture)?),
        Kind::Leave => What::Leave(leaving(form, place)),
        Kind::Delay => {
            What::Delay { minutes: form.must("minutes", form.whole("minutes", MOST_MINUTES))? }
        }
        Kind::End => What::End {
            metres: metres(form),
            extra: form.cents("extra").unwrap_or(Cents::ZERO),
            note: form.lines("note", 500),
        },
    })
}

fn refusal(form: &Form, place: i64, picture: Option<Vec<u8>>) -> Option<Refusal> {
    let shipment = form.must("shipment", form.id("shipment"));
    let crates = form.must("crates", form.whole("crates", MOST_CRATES));
    if crates == Some(0) {
        form.fault("crates", Fault::Missing);
    }
    let because = form.code("because");
    let note = form.lines("note", 500);
    Some(Refusal { place, shipment: shipment?, crates: crates?, because: because?, note, picture })
}

fn leaving(form: &Form, place: i64) -> Leaving {
    Leaving {
        place,
        met: form.text("met", 120),
        signature: form.value("signature").to_owned(),
        code: form.text("code", 12),
        cold: temperature(form, "cold"),
        frozen: temperature(form, "frozen"),
        crates: crates(form),
        note: form.lines("note", 500),
    }
}

fn crates(form: &Form) -> Vec<Crates> {
    let kinds = form.numbered("given.").filter_map(|(id, _)| id.parse::<ContainerId>().ok());
    let read = |container: ContainerId| Crates {
        container,
        given: form.whole(&format!("given.{container}"), MOST_CRATES).unwrap_or(0),
        taken: form.whole(&format!("taken.{container}"), MOST_CRATES).unwrap_or(0),
    };
    kinds.map(read).filter(|one| one.given > 0 || one.taken > 0).collect()
}

/// Tenths of a degree, from 60 below to 60 above.
fn temperature(form: &Form, name: &str) -> Option<i64> {
    let typed = form.value(name).trim().replace('−', "-");
    if typed.is_empty() {
        return None;
    }
    match units::decimal::parse(&typed, 1) {
        Ok(tenths) if tenths.abs() <= MOST_COLD => return Some(tenths),
        Ok(_) => form.fault(name, Fault::TooLarge),
        Err(error) => form.fault(name, error.into()),
    }
    None
}

fn metres(form: &Form) -> Option<i64> {
    let typed = form.value("km");
    if typed.trim().is_empty() {
        return None;
    }
    match units::decimal::parse(typed, 3) {
        Ok(metres) if metres < 0 => form.fault("km", Fault::Negative),
        Ok(metres) if metres > MOST_METRES => form.fault("km", Fault::TooLarge),
        Ok(metres) => return Some(metres),
        Err(error) => form.fault("km", error.into()),
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn now() -> Timestamp {
        "2026-11-24T10:30:00Z".parse().unwrap()
    }

    fn check(body: &str, expected: Result<What, &[&str]>) {
        let form = Form::read(body.as_bytes());
        match (deed(&form, None, now()), expected) {
            (Ok(deed), Ok(what)) => assert_eq!(deed.what, what, "{body}"),
            (Err(_), Err(fields)) => {
                for field in fields {
                    assert!(form.wrong(field), "{field} in {body}");
                }
            }
            (read, _) => panic!("{body}: {read:?}"),
        }
    }

    #[test]
    fn what_a_driver_did_is_read_from_its_form() {
        check("key=a&kind=depart", Ok(What::Depart));
        check("key=a&kind=arrive&place=3", Ok(What::Arrive { place: 3 }));
        check("key=a&kind=delay&minutes=25", Ok(What::Delay { minutes: 25 }));
        check(
            "key=a&kind=end&km=84,2&extra=3,50&note=",
            Ok(What::End { metres: Some(84_200), extra: Cents(350), note: String::new() }),
        );
        let crate_ = ContainerId(Uuid::from_u128(5));
        check(
            &format!(
                "key=a&kind=leave&place=2&met=L%C3%A9a&cold=3,4&frozen=-18&given.{crate_}=2&taken.{crate_}=7"
            ),
            Ok(What::Leave(Leaving {
                place: 2,
                met: "Léa".to_owned(),
                cold: Some(34),
                frozen: Some(-180),
                crates: vec![Crates { container: crate_, given: 2, taken: 7 }],
                ..Leaving::default()
            })),
        );
    }

    #[test]
    fn what_cannot_be_is_refused_beside_its_field() {
        check("kind=depart", Err(&["key"]));
        check("key=a&kind=fly", Err(&["kind"]));
        check("key=a&kind=arrive", Err(&["place"]));
        check("key=a&kind=delay&minutes=9999", Err(&["minutes"]));
        check("key=a&kind=refuse&place=1&shipment=x&crates=0", Err(&["shipment", "crates", "because"]));
        check("key=a&kind=leave&place=1&cold=warm&frozen=-273", Err(&["cold", "frozen"]));
        check("key=a&kind=end&km=-4", Err(&["km"]));
        check("key=a&kind=depart&at=yesterday", Err(&["at"]));
    }

    #[test]
    fn an_act_has_the_time_of_the_telephone_or_happens_now() {
        let at = |body: &str| deed(&Form::read(body.as_bytes()), None, now()).unwrap().at;
        assert_eq!(at("key=a&kind=depart&at=1795000000123").as_millisecond(), 1_795_000_000_123);
        assert_eq!(at("key=a&kind=depart"), now());
    }
}
