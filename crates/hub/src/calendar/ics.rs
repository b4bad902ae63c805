//! A calendar as a file of RFC 5545, the same bytes as long as nothing has changed.
//!
//! Instants are written in UTC, so that no table of time zones has to be believed; days are days anywhere.

use icalendar::{Component as _, Event, EventLike as _, Property};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use units::Language;

use super::acts::Calendar;
use super::model::{CycleName, Entry, What, When};
use crate::words::{Words, words};

/// What happens, in the reader's words.
pub(super) fn title(t: &Words, what: &What) -> String {
    let cycle = |(number, name): &CycleName| t.cycle_named(number.to_string(), name.as_str());
    match what {
        What::Opens(name) => t.calendar_opens(cycle(name)),
        What::Closes(name) => t.calendar_closes(cycle(name)),
        What::Delivery(name) => t.calendar_delivery(cycle(name)),
        What::Arrival(name) => t.calendar_arrival(cycle(name)),
        What::ToPay(kind, number) => {
            t.calendar_to_pay(t.day_document(units::Code::code(*kind), number.as_str()))
        }
        What::ToBePaid(kind, number) => {
            t.calendar_to_be_paid(t.day_document(units::Code::code(*kind), number.as_str()))
        }
        What::ProducersToPay(count) => t.calendar_producers_to_pay(*count),
        What::CarriersToPay(count) => t.calendar_carriers_to_pay(*count),
        What::ShopsToPay(count) => t.calendar_shops_to_pay(*count),
    }
}

/// The whole calendar in one language; `address` is the instance's.
pub fn written(calendar: &Calendar, language: Language, address: &str) -> String {
    let t = words(language);
    let mut file = icalendar::Calendar::empty();
    for (key, value) in
        [("VERSION", "2.0"), ("PRODID", "-//Tresse//Tresse//FR"), ("CALSCALE", "GREGORIAN")]
    {
        file.append_property(Property::new(key, value));
    }
    let name = format!("Tresse · {}", calendar.label);
    // The library knows the type of the older name only (RFC 7986, 5.1).
    file.append_property(Property::new("NAME", name.as_str()).add_parameter("VALUE", "TEXT").done());
    file.append_property(Property::new("X-WR-CALNAME", name));
    file.append_property(
        Property::new("REFRESH-INTERVAL", "PT1H").add_parameter("VALUE", "DURATION").done(),
    );
    file.append_property(Property::new("X-PUBLISHED-TTL", "PT1H"));
    for entry in &calendar.entries {
        file.push(event(entry, t, address));
    }
    folded(&file.to_string())
}

/// In lines of 75 octets at most (RFC 5545, 3.1); those that the library continues have one more.
fn folded(file: &str) -> String {
    let mut out = String::with_capacity(file.len());
    for line in file.replace("\r\n ", "").split_terminator("\r\n") {
        let mut octets = 0;
        for c in line.chars() {
            if octets + c.len_utf8() > 75 {
                out.push_str("\r\n ");
                octets = 1;
            }
            out.push(c);
            octets += c.len_utf8();
        }
        out.push_str("\r\n");
    }
    out
}

fn event(entry: &Entry, t: &Words, address: &str) -> Event {
    let link = format!("{address}{}", entry.path);
    let mut event = Event::new();
    event.uid(&format!("{}@tresse", entry.uid));
    event.summary(&title(t, &entry.what));
    event.description(&link);
    event.url(&link);
    if !entry.place.is_empty() {
        event.location(&entry.place);
    }
    let changed = instant(entry.changed_at);
    event.add_property("DTSTAMP", changed.as_str());
    event.add_property("LAST-MODIFIED", changed);
    match entry.when {
        When::At(at) => {
            event.add_property("DTSTART", instant(at));
        }
        When::Between(from, to) => {
            event.add_property("DTSTART", instant(from));
            event.add_property("DTEND", instant(to));
        }
        When::AllDay(day) => {
            let date = |day: jiff::civil::Date| day.strftime("%Y%m%d").to_string();
            let next = day.saturating_add(Span::new().days(1));
            for (key, day) in [("DTSTART", date(day)), ("DTEND", date(next))] {
                event.append_property(Property::new(key, day).add_parameter("VALUE", "DATE").done());
            }
        }
    }
    // Nobody is busy because orders close.
    event.add_property("TRANSP", "TRANSPARENT");
    event.done()
}

fn instant(at: Timestamp) -> String {
    TimeZone::UTC.to_datetime(at).strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use units::CoalitionId;

    #[test]
    fn a_calendar_reads_like_this() {
        let entry = Entry {
            uid: "closes-1".to_owned(),
            what: What::Closes((
                8,
                "Pains, œufs; et \\ tout ce qui se mange pendant la semaine".to_owned(),
            )),
            when: When::At("2026-11-24T16:00:00Z".parse().unwrap()),
            place: "Quai 2, Namur".to_owned(),
            path: "/hubs/1".to_owned(),
            changed_at: "2026-11-20T08:00:00Z".parse().unwrap(),
        };
        let due = Entry {
            uid: "due-1".to_owned(),
            what: What::ProducersToPay(2),
            when: When::AllDay("2026-12-31".parse().unwrap()),
            place: String::new(),
            ..entry.clone()
        };
        let calendar = Calendar {
            hub: CoalitionId(uuid::Uuid::nil()),
            label: "Le Panier".to_owned(),
            entries: vec![entry, due],
        };
        let file = written(&calendar, Language::Fr, "https://hub.example.org");
        assert!(file.lines().all(|line| line.len() <= 75), "{file}");
        assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
        assert_eq!(file, written(&calendar, Language::Fr, "https://hub.example.org"));
        let unfolded = file.replace("\r\n ", "");
        for line in [
            "BEGIN:VCALENDAR",
            "NAME;VALUE=TEXT:Tresse · Le Panier",
            "UID:closes-1@tresse",
            "DTSTART:20261124T160000Z",
            "DTSTAMP:20261120T080000Z",
            "LOCATION:Quai 2\\, Namur",
            "URL:https://hub.example.org/hubs/1",
            "SUMMARY:Clôture des commandes : Vente 8 Pains\\, œufs\\; et \\\\ tout ce qui se mange pendant la semaine",
            "DTSTART;VALUE=DATE:20261231",
            "DTEND;VALUE=DATE:20270101",
            "END:VCALENDAR",
        ] {
            assert!(unfolded.lines().any(|found| found == line), "{line} in {unfolded}");
        }
    }
}
