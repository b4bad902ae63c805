//! What a person is told by letter of their way in.

use ::store::Tx;
use frame::mail::{self, Letter};
use frame::{Moment, Outcome, Reader, Settings};
use jiff::SignedDuration;

use super::model::{Change, RESET_MINUTES};
use crate::persons::{Person, acts as persons};
use crate::words::words;

pub(super) fn write_reset(tx: &Tx<'_>, moment: &Moment, address: &str, person: &Person) -> Outcome<()> {
    let t = words(person.language);
    let good_for = SignedDuration::from_mins(RESET_MINUTES);
    let link = persons::new_link(tx, moment, address, person.id, good_for)?;
    let body = t.letter_reset(&person.name, &link, RESET_MINUTES);
    write(tx, moment, person, t.letter_reset_subject(), body, t.letter_button_password(), true)
}

/// Tells somebody that they were let in by a device of which nothing was known.
pub(super) fn tell_of_device(
    tx: &Tx<'_>,
    moment: &Moment,
    settings: &Settings,
    person: &Person,
    agent: &str,
) -> Outcome<()> {
    let t = words(person.language);
    let when = Reader::new(person.language, &settings.zone).moment(moment.at);
    let body = t.letter_device(&person.name, agent, &when, &settings.address);
    write(tx, moment, person, t.letter_device_subject(), body, t.letter_button_password(), false)
}

/// Tells somebody what changed in how they come in.
pub fn tell_of_change(
    tx: &Tx<'_>,
    moment: &Moment,
    settings: &Settings,
    person: &Person,
    change: Change,
) -> Outcome<()> {
    let t = words(person.language);
    let when = Reader::new(person.language, &settings.zone).moment(moment.at);
    let change = t.entry_change(change.code());
    let body = t.letter_change(&person.name, &change, &when, &settings.address);
    write(tx, moment, person, t.letter_change_subject(), body, t.letter_button_password(), false)
}

fn write(
    tx: &Tx<'_>,
    moment: &Moment,
    person: &Person,
    subject: String,
    body: String,
    button: String,
    secret: bool,
) -> Outcome<()> {
    let letter = Letter {
        to: person.email.clone(),
        language: person.language,
        subject,
        body,
        button: Some(button),
        files: Vec::new(),
        secret,
    };
    Ok(mail::write(tx, &moment.ids, moment.at, &letter)?)
}
