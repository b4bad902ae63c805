//! Coming in, going on under another mandate, going out, and setting a password anew.

use ::store::Tx;
use frame::operation::SignedIn;
use frame::{App, Ids, Moment, Outcome, Say, Settings, Stop, Who, attempts, journal};
use jiff::{SignedDuration, Timestamp};
use units::{Language, MandateId, PersonId};
use uuid::Uuid;

use super::letters;
use super::model::{Arrival, CEREMONY_MINUTES, Change, DEVICE_DAYS, Good};
use super::password::{Password, Weak};
use super::store;
use crate::persons::acts::{acting, digest};
use crate::persons::{Person, store as persons};
use crate::words::words;

/// What coming in is refused for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unwelcome {
    /// Unknown, wrong, suspended or never set: nobody is told which.
    WrongPassword,
    UsedLink,
    Weak(Weak),
    /// Too many guesses of late: it is time to wait.
    TooOften,
    /// Too many come in at this moment.
    Busy,
    /// No key of anybody here, another's, or not for what was asked.
    WrongKey,
    /// What was begun took too long, or is over.
    TooLate,
    /// No code of this person, or one that was used.
    WrongCode,
}

impl Say for Unwelcome {
    fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::WrongPassword => t.sign_in_wrong(),
            Self::UsedLink => t.link_used(),
            Self::Weak(Weak::TooShort { fewest }) => t.password_too_short(*fewest as i64),
            Self::Weak(Weak::TooLong { most }) => t.password_too_long(*most as i64),
            Self::Weak(Weak::Guessable) => t.password_guessable(),
            Self::TooOften => t.sign_in_too_often(),
            Self::Busy => t.sign_in_busy(),
            Self::WrongKey => t.passkey_wrong(),
            Self::TooLate => t.sign_in_too_late(),
            Self::WrongCode => t.recovery_wrong(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        if let Self::Weak(_) = self { Some("password") } else { None }
    }

    fn wait(&self) -> Option<u32> {
        match self {
            Self::TooOften => Some(15 * 60),
            Self::Busy => Some(5),
            _ => None,
        }
    }

    fn is_try(&self) -> bool {
        !matches!(self, Self::Weak(_) | Self::Busy)
    }
}

/// Who holds this session, acting under the mandate that they last chose, or their first.
pub fn recognise(tx: &Tx<'_>, cookie: &str, moment: Moment) -> Outcome<Option<Who>> {
    let Some(known) = store::session(tx, &digest(cookie), Good::at(moment.at))? else {
        return Ok(None);
    };
    let who = acting(tx, known.person, moment, |mandates| {
        mandates.iter().find(|mandate| Some(mandate.id) == known.mandate).or(mandates.first()).cloned()
    })?;
    Ok(Some(Who { seen_at: Some(known.seen_at), shown_at: Some(known.opened_at), ..who }))
}

/// How many are signed in now.
pub fn signed_in(tx: &Tx<'_>, now: Timestamp) -> Outcome<SignedIn> {
    Ok(store::signed_in(tx, Good::at(now))?)
}

pub fn touch(tx: &Tx<'_>, cookie: &str, at: Timestamp) -> Outcome<()> {
    Ok(store::touch_session(tx, &digest(cookie), at)?)
}

/// How often of late somebody tried at one account, and from one address on the network. Many people may share
/// an address, and nobody an account.
const MOST_GUESSES: i64 = 8;
const MOST_GUESSES_FROM_AN_ADDRESS: i64 = 60;

/// Counts a try before it is made: at `account`, where one is named, and from an address on the network.
///
/// # Errors
/// [`Unwelcome::TooOften`]: the answer to too many is not to try. The counts are kept in any case, so this
/// is asked in a transaction of its own.
pub fn knock(tx: &Tx<'_>, account: &str, from: &str, now: Timestamp) -> ::store::Result<bool> {
    if !from.is_empty() && !attempts::take(tx, from, MOST_GUESSES_FROM_AN_ADDRESS, now)? {
        return Ok(false);
    }
    Ok(account.is_empty() || attempts::take(tx, account, MOST_GUESSES, now)?)
}

/// Forgets a try that was right.
pub fn was_right(tx: &Tx<'_>, account: &str, from: &str) -> ::store::Result<()> {
    if !account.is_empty() {
        attempts::forget(tx, account)?;
    }
    if from.is_empty() { Ok(()) } else { attempts::give_back(tx, from) }
}

/// Opens a session for who has just shown who they are. The session that the browser had is over: where it was
/// their own, they go on under its mandate. A letter tells of a device by which they never came.
pub fn let_in(
    tx: &Tx<'_>,
    moment: &Moment,
    settings: &Settings,
    person: PersonId,
    arrival: &Arrival,
) -> Outcome<()> {
    let person = persons::find(tx, person)?
        .filter(|person| person.suspended_at.is_none())
        .ok_or(Unwelcome::WrongPassword)?;
    let before = digest(&arrival.before);
    let own = store::session(tx, &before, Good::at(moment.at))?.filter(|own| own.person.id == person.id);
    let mandate = own.and_then(|own| own.mandate);
    store::delete_session(tx, &before)?;
    let (id, session): (Uuid, _) = (moment.ids.next(), digest(&arrival.session));
    store::insert_session(tx, id, &session, person.id, mandate, &arrival.agent, moment.at)?;
    tracing::info!(person = %person.id, "came in");
    let (known, others) = store::meet_device(tx, person.id, &digest(&arrival.device), moment.at)?;
    if others && !known {
        letters::tell_of_device(tx, moment, settings, &person, &arrival.agent)?;
    }
    Ok(())
}

pub fn close_session(tx: &Tx<'_>, cookie: &str) -> Outcome<()> {
    Ok(store::delete_session(tx, &digest(cookie))?)
}

/// Goes on under another of one's mandates, with a new cookie.
pub fn switch_mandate(tx: &Tx<'_>, who: &Who, to: MandateId, old: &str, new: &str) -> Outcome<()> {
    if !who.mandates.iter().any(|mandate| mandate.id == to) {
        return Err(Stop::NotAllowed);
    }
    Ok(store::renew_session(tx, &digest(old), &digest(new), Some(to))?)
}

/// Begins what ends in another request; the secret by which it is found again, once and not for long.
pub fn begin(
    tx: &Tx<'_>,
    moment: &Moment,
    kind: &str,
    person: Option<PersonId>,
    state: &str,
) -> Outcome<String> {
    let secret = Ids::secret();
    let until = moment.at + SignedDuration::from_mins(CEREMONY_MINUTES);
    store::begin(tx, &digest(&secret), kind, person, state, until)?;
    Ok(secret)
}

/// Ends what was begun: who began it, if they were known, and what it remembers. None when there is no such
/// thing, when it took too long, and the second time.
pub fn finish(
    tx: &Tx<'_>,
    moment: &Moment,
    kind: &str,
    secret: &str,
) -> Outcome<Option<(Option<PersonId>, String)>> {
    Ok(store::finish(tx, &digest(secret), kind, moment.at)?)
}

/// Notes that somebody with this address forgot their password. Whether anybody has it is looked at
/// afterwards, so that neither the answer nor the time that it takes tells.
pub fn ask_for_reset(tx: &Tx<'_>, moment: &Moment, email: &str) -> Outcome<()> {
    Ok(store::ask_for_reset(tx, moment.ids.next(), email, moment.at)?)
}

/// Writes the letters that were asked for, each with a link to set a new password.
pub async fn write_asked_resets(app: App) -> Outcome<()> {
    let (moment, address) = (app.moment(), app.settings.address.clone());
    app.db.write(move |tx| write_resets(tx, &moment, &address)).await
}

pub(super) fn write_resets(tx: &Tx<'_>, moment: &Moment, address: &str) -> Outcome<()> {
    for email in store::take_asked_resets(tx)? {
        if let Some(person) = persons::find_by_email(tx, &email)?
            && person.suspended_at.is_none()
        {
            letters::write_reset(tx, moment, address, &person)?;
        }
    }
    Ok(())
}

/// The holder of an unused link.
pub fn link_holder(tx: &Tx<'_>, token: &str, now: Timestamp) -> Outcome<Person> {
    let holder = store::link_holder(tx, &digest(token), now)?.ok_or(Unwelcome::UsedLink)?;
    persons::find(tx, holder)?.ok_or(Stop::NotFound)
}

/// Uses a link to set a password: every session and every other link of before is over. Whoever had one
/// before is told of it.
pub fn use_link(
    tx: &Tx<'_>,
    moment: &Moment,
    settings: &Settings,
    token: &str,
    hash: &str,
) -> Outcome<()> {
    let holder = store::use_link(tx, &digest(token), moment.at)?.ok_or(Unwelcome::UsedLink)?;
    let person = persons::find(tx, holder)?.ok_or(Stop::NotFound)?;
    let is_new = !persons::has_password(tx, holder)?;
    persons::set_password(tx, holder, hash)?;
    store::revoke_all_sessions(tx, holder)?;
    let who = Who::at_the_door(moment, holder, &person.name);
    journal::note(tx, &who, "password.change", holder, "")?;
    if !is_new {
        letters::tell_of_change(tx, moment, settings, &person, Change::Password)?;
    }
    Ok(())
}

/// The hash of a new password that will do.
pub fn sound_hash(password: &Password, email: &str) -> Outcome<String> {
    password.check(email).map_err(Unwelcome::Weak)?;
    Ok(password.hash()?)
}

/// Forgets sessions, links, ceremonies and devices that are good for nothing any more.
pub async fn forget_expired(app: App) -> Outcome<()> {
    let now = app.clock.now();
    let device_since = now - SignedDuration::from_hours(24 * DEVICE_DAYS);
    let forget = move |tx: &Tx<'_>| store::forget_expired(tx, Good::at(now), now, device_since);
    Ok(app.db.write(forget).await?)
}
