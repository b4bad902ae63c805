//! Coming in, and who may act for whom.

use ::store::Tx;
use frame::form::Fault;
use frame::mail::{self, Letter};
use frame::{App, Ids, Mandate, Moment, Outcome, Role, Say, Stop, Who, journal};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use units::{Code, Language, MandateId, PersonId};
use uuid::Uuid;

use super::model::{
    Held, INVITATION_HOURS, Invitation, NewMandate, Person, RESET_HOURS, SESSION_DAYS, Session,
};
use super::password::{Password, Weak};
use super::store;
use crate::feeds::store as feeds;
use crate::words::words;

/// What coming in, or letting in, is refused for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unwelcome {
    /// Unknown, wrong, suspended or never set: nobody is told which.
    WrongPassword,
    UsedLink,
    Weak(Weak),
    /// The person stands in for the holder already, or is the holder.
    OwnDeputy,
    /// Nobody here has this e-mail address.
    UnknownPerson,
    /// No link lets in who is shut out.
    Suspended,
    /// Too many guesses of late: it is time to wait.
    TooOften,
    /// Without this mandate nobody would coordinate the coalition.
    LastCoordinator,
    /// Without this person, or this mandate, nobody would administer the instance.
    LastAdministrator,
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
            Self::OwnDeputy => t.mandate_own_deputy(),
            Self::UnknownPerson => t.person_unknown(),
            Self::Suspended => t.person_is_suspended(),
            Self::TooOften => t.sign_in_too_often(),
            Self::LastCoordinator => t.mandate_last_coordinator(),
            Self::LastAdministrator => t.mandate_last_administrator(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Weak(_) => Some("password"),
            Self::OwnDeputy | Self::UnknownPerson | Self::Suspended => Some("email"),
            Self::WrongPassword
            | Self::UsedLink
            | Self::TooOften
            | Self::LastCoordinator
            | Self::LastAdministrator => None,
        }
    }
}

/// What is kept of a secret that somebody carries.
pub fn digest(secret: &str) -> String {
    use std::fmt::Write as _;
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(secret.as_bytes()) {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

fn still_good(now: Timestamp) -> Timestamp {
    now - SignedDuration::from_hours(24 * SESSION_DAYS)
}

/// Who holds this session, acting under the mandate that they last chose, or their first.
pub fn recognise(tx: &Tx<'_>, cookie: &str, moment: Moment) -> Outcome<Option<Who>> {
    let Some(known) = store::session(tx, &digest(cookie), still_good(moment.at))? else {
        return Ok(None);
    };
    let (person, seen_at) = (known.person, Some(known.seen_at));
    Ok(Some(acting(tx, person, moment, seen_at, |mandates| {
        mandates.iter().find(|mandate| Some(mandate.id) == known.mandate).or(mandates.first()).cloned()
    })?))
}

/// The person as they act under this mandate today: none when they may not, or are suspended.
pub fn acting_under(
    tx: &Tx<'_>,
    person: PersonId,
    mandate: MandateId,
    moment: Moment,
) -> Outcome<Option<Who>> {
    let person = store::find(tx, person)?.filter(|person| person.suspended_at.is_none());
    let Some(person) = person else { return Ok(None) };
    let who = acting(tx, person, moment, None, |mandates| {
        mandates.iter().find(|held| held.id == mandate).cloned()
    })?;
    Ok(Some(who).filter(|who| who.mandate.is_some()))
}

/// The person with the mandates that are good today, of which `choose` takes the one acted under.
fn acting(
    tx: &Tx<'_>,
    person: Person,
    moment: Moment,
    seen_at: Option<Timestamp>,
    choose: impl FnOnce(&[Mandate]) -> Option<Mandate>,
) -> Outcome<Who> {
    let mandates = mandates_on(tx, person.id, moment.today)?;
    Ok(Who {
        person: person.id,
        name: person.name,
        language: person.language,
        mandate: choose(&mandates),
        mandates,
        at: moment.at,
        today: moment.today,
        ids: moment.ids,
        seen_at,
    })
}

/// What a person may act under on this day: their own mandates, then those of whom they stand in for.
pub(crate) fn mandates_on(tx: &Tx<'_>, person: PersonId, day: Date) -> Outcome<Vec<Mandate>> {
    let mut mandates: Vec<_> = store::mandates_of(tx, person)?
        .into_iter()
        .filter(|held| held.is_good_on(day))
        .map(|held| {
            let absent = (held.person != person).then_some(held.person_name);
            Mandate { stands_in_for: absent, ..held.mandate }
        })
        .collect();
    mandates.sort_by_key(|mandate| mandate.stands_in_for.is_some());
    Ok(mandates)
}

pub fn touch(tx: &Tx<'_>, cookie: &str, at: Timestamp) -> Outcome<()> {
    Ok(store::touch_session(tx, &digest(cookie), at)?)
}

/// Opens a session for who has just shown their password; the new session's cookie is `secret`.
pub fn open_session(
    tx: &Tx<'_>,
    moment: &Moment,
    email: &str,
    secret: &str,
    agent: &str,
) -> Outcome<()> {
    let person = store::find_by_email(tx, email)?.ok_or(Unwelcome::WrongPassword)?;
    let id: Uuid = moment.ids.next();
    store::insert_session(tx, id, &digest(secret), person.id, None, agent, moment.at)?;
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

/// One's own record, mandates and sessions, of which `cookie` opens the current one.
pub fn account(tx: &Tx<'_>, who: &Who, cookie: &str) -> Outcome<(Person, Vec<Held>, Vec<Session>)> {
    let person = store::find(tx, who.person)?.ok_or(Stop::NotFound)?;
    let mandates = store::mandates_of(tx, who.person)?;
    let sessions = store::sessions(tx, who.person, still_good(who.at), &digest(cookie))?;
    Ok((person, mandates, sessions))
}

pub fn save_account(
    tx: &Tx<'_>,
    who: &Who,
    name: &str,
    phone: Option<&str>,
    language: Language,
) -> Outcome<()> {
    Ok(store::update(tx, who.person, name, phone, language)?)
}

pub fn revoke_session(tx: &Tx<'_>, who: &Who, session: Uuid) -> Outcome<()> {
    match store::revoke_session(tx, who.person, session)? {
        0 => Err(Stop::NotFound),
        _ => Ok(()),
    }
}

/// Sets one's password, and ends every other session.
pub fn change_password(tx: &Tx<'_>, who: &Who, hash: &str, cookie: &str) -> Outcome<()> {
    store::set_password(tx, who.person, hash)?;
    store::revoke_other_sessions(tx, who.person, &digest(cookie))?;
    journal::note(tx, who, "password.change", who.person, "")?;
    Ok(())
}

/// Writes a letter with a link to set a new password, if somebody has this address; says nothing else.
pub fn ask_for_reset(tx: &Tx<'_>, moment: &Moment, address: &str, email: &str) -> Outcome<()> {
    if let Some(person) = store::find_by_email(tx, email)?
        && person.suspended_at.is_none()
    {
        let t = words(person.language);
        let link = new_link(tx, moment, address, person.id, RESET_HOURS)?;
        let body = t.letter_reset(&person.name, &link, RESET_HOURS);
        let letter = Letter {
            to: person.email,
            subject: t.letter_reset_subject(),
            body,
            files: Vec::new(),
            secret: true,
        };
        mail::write(tx, &moment.ids, moment.at, &letter)?;
    }
    Ok(())
}

fn new_link(
    tx: &Tx<'_>,
    moment: &Moment,
    address: &str,
    person: PersonId,
    hours: i64,
) -> Outcome<String> {
    let secret = Ids::secret();
    let until = moment.at + SignedDuration::from_hours(hours);
    store::insert_link(tx, &digest(&secret), person, moment.at, until)?;
    Ok(format!("{address}/link/{secret}"))
}

/// The e-mail address of the holder of an unused link.
pub fn link_holder(tx: &Tx<'_>, token: &str, now: Timestamp) -> Outcome<Person> {
    let holder = store::link_holder(tx, &digest(token), now)?.ok_or(Unwelcome::UsedLink)?;
    store::find(tx, holder)?.ok_or(Stop::NotFound)
}

/// Uses a link to set a password: every session and every other link of before is over.
pub fn use_link(tx: &Tx<'_>, moment: &Moment, token: &str, hash: &str) -> Outcome<()> {
    let holder = store::use_link(tx, &digest(token), moment.at)?.ok_or(Unwelcome::UsedLink)?;
    store::set_password(tx, holder, hash)?;
    store::revoke_all_sessions(tx, holder)?;
    Ok(())
}

/// The hash of a new password that will do.
pub fn sound_hash(password: &Password, email: &str) -> Outcome<String> {
    password.check(email).map_err(Unwelcome::Weak)?;
    Ok(password.hash()?)
}

/// Whether `who` may give this mandate: an administrator any, a coordinator those of their coalition.
pub fn may_give(who: &Who, mandate: &NewMandate) -> Outcome<()> {
    let in_own_coalition = match mandate.coalition {
        Some(coalition) => who.acts_in(coalition, &[Role::Coordinator]),
        None => false,
    };
    if who.is(Role::Administrator) || in_own_coalition { Ok(()) } else { Err(Stop::NotAllowed) }
}

/// Gives a mandate to the person of this e-mail address, who is invited if nobody here has it.
///
/// The caller has made sure that the mandate's organisation is a member of its coalition.
pub fn invite(tx: &Tx<'_>, who: &Who, address: &str, invitation: &Invitation) -> Outcome<PersonId> {
    may_give(who, &invitation.mandate)?;
    let person = find_or_insert(tx, who, &invitation.email, &invitation.name, invitation.language)?;
    store::insert_mandate(tx, who, person.id, &invitation.mandate)?;
    if store::has_password(tx, person.id)? {
        tell_of_mandate(tx, who, address, &person, &invitation.mandate.label)?;
    } else {
        write_invitation(tx, who, address, &person, &invitation.mandate.label)?;
    }
    journal::note(tx, who, "mandate.give", person.id, invitation.mandate.role.code())?;
    Ok(person.id)
}

fn write_invitation(tx: &Tx<'_>, who: &Who, address: &str, person: &Person, label: &str) -> Outcome<()> {
    let moment = Moment { at: who.at, today: who.today, ids: who.ids.clone() };
    let link = new_link(tx, &moment, address, person.id, INVITATION_HOURS)?;
    let t = words(person.language);
    let letter = Letter {
        to: person.email.clone(),
        subject: t.letter_invitation_subject(label),
        body: t.letter_invitation(&person.name, label, &link, INVITATION_HOURS / 24),
        files: Vec::new(),
        secret: true,
    };
    mail::write(tx, &who.ids, who.at, &letter)?;
    Ok(())
}

/// Tells somebody who comes in already of another mandate of theirs.
fn tell_of_mandate(tx: &Tx<'_>, who: &Who, address: &str, person: &Person, label: &str) -> Outcome<()> {
    let t = words(person.language);
    let letter = Letter {
        to: person.email.clone(),
        subject: t.letter_mandate_subject(label),
        body: t.letter_mandate(&person.name, label, address),
        files: Vec::new(),
        secret: false,
    };
    mail::write(tx, &who.ids, who.at, &letter)?;
    Ok(())
}

/// Writes a new invitation to somebody who lost theirs: an administrator to anybody, a coordinator to who
/// holds a mandate of their coalition.
pub fn send_link(tx: &Tx<'_>, who: &Who, address: &str, person: PersonId) -> Outcome<()> {
    let mut held = store::mandates_of(tx, person)?;
    held.retain(|held| held.person == person && may_change(who, held).is_ok());
    if held.is_empty() {
        who.must_be_administrator()?;
    }
    let person = store::find(tx, person)?.ok_or(Stop::NotFound)?;
    if person.suspended_at.is_some() {
        return Err(Unwelcome::Suspended.into());
    }
    let label = held.first().map_or("Tresse", |held| held.mandate.label.as_str());
    write_invitation(tx, who, address, &person, label)?;
    journal::note(tx, who, "link.send", person.id, "")?;
    Ok(())
}

/// Gives the mandate to administer the instance to somebody who is known here.
pub fn let_administer(tx: &Tx<'_>, who: &Who, address: &str, person: PersonId) -> Outcome<()> {
    let person = store::find(tx, person)?.ok_or(Stop::NotFound)?;
    let mandate = NewMandate::of_an_administrator(who.today);
    let Person { name, email, language, .. } = person;
    invite(tx, who, address, &Invitation { name, email, language, mandate })?;
    Ok(())
}

/// Ends a mandate today: it holds until midnight no more.
///
/// # Errors
/// A refusal when nobody would be left: for the last administrator, and for a coalition's last coordinator
/// unless an administrator ends it, who can give another.
pub fn end_mandate(tx: &Tx<'_>, who: &Who, id: MandateId) -> Outcome<()> {
    let held = store::find_mandate(tx, id)?.ok_or(Stop::NotFound)?;
    may_change(who, &held)?;
    let Mandate { role, coalition, .. } = held.mandate;
    let left_alone = match role {
        Role::Administrator => Some(Unwelcome::LastAdministrator),
        Role::Coordinator if !who.is(Role::Administrator) => Some(Unwelcome::LastCoordinator),
        _ => None,
    };
    if let Some(refusal) = left_alone
        && store::holders(tx, role, coalition, who.today)?.iter().all(|&(other, _)| other == id)
    {
        return Err(refusal.into());
    }
    let yesterday = who.today.yesterday().map_err(anyhow::Error::from)?;
    store::end_mandate(tx, id, yesterday)?;
    feeds::delete_of_mandate(tx, id)?;
    journal::note(tx, who, "mandate.end", id, "")?;
    Ok(())
}

/// Names who stands in for the holder, or nobody.
pub fn set_deputy(tx: &Tx<'_>, who: &Who, id: MandateId, email: Option<&str>) -> Outcome<()> {
    let held = store::find_mandate(tx, id)?.ok_or(Stop::NotFound)?;
    may_name_deputy(who, &held)?;
    let deputy = match email {
        None => None,
        Some(email) => Some(store::find_by_email(tx, email)?.ok_or(Unwelcome::UnknownPerson)?.id),
    };
    if deputy == Some(held.person) {
        return Err(Unwelcome::OwnDeputy.into());
    }
    store::set_deputy(tx, id, deputy)?;
    feeds::delete_of_former_deputies(tx, id, held.person, deputy)?;
    journal::note(tx, who, "mandate.deputy", id, "")?;
    Ok(())
}

/// Leave to end a mandate, and to send its holder a link: for an administrator and for a coordinator of its
/// coalition.
///
/// # Errors
/// [`Stop::NotAllowed`] for everybody else.
pub fn may_change(who: &Who, held: &Held) -> Outcome<()> {
    let in_own_coalition =
        held.mandate.coalition.is_some_and(|coalition| who.acts_in(coalition, &[Role::Coordinator]));
    if who.is(Role::Administrator) || in_own_coalition { Ok(()) } else { Err(Stop::NotAllowed) }
}

/// Leave to name a mandate's deputy: for its holder too.
///
/// # Errors
/// [`Stop::NotAllowed`] for everybody else.
pub fn may_name_deputy(who: &Who, held: &Held) -> Outcome<()> {
    if held.person == who.person { Ok(()) } else { may_change(who, held) }
}

pub fn list(tx: &Tx<'_>, who: &Who) -> Outcome<Vec<Person>> {
    who.must_be_administrator()?;
    Ok(store::all(tx, 2000)?)
}

pub fn show(tx: &Tx<'_>, who: &Who, id: PersonId) -> Outcome<(Person, Vec<Held>)> {
    who.must_be_administrator()?;
    let person = store::find(tx, id)?.ok_or(Stop::NotFound)?;
    Ok((person, store::mandates_of(tx, id)?))
}

/// Shuts somebody out, or lets them in again; whoever is shut out loses their sessions at once.
pub fn suspend(tx: &Tx<'_>, who: &Who, id: PersonId, suspended: bool) -> Outcome<()> {
    who.must_be_administrator()?;
    let holders = store::holders(tx, Role::Administrator, None, who.today)?;
    if suspended && holders.iter().all(|&(_, holder)| holder == id) {
        return Err(Unwelcome::LastAdministrator.into());
    }
    store::suspend(tx, id, suspended.then_some(who.at))?;
    store::revoke_all_sessions(tx, id)?;
    feeds::delete_of_person(tx, id)?;
    journal::note(tx, who, if suspended { "person.suspend" } else { "person.restore" }, id, "")?;
    Ok(())
}

/// Makes the first administrator of an instance, or a person of sample data: with a password, uninvited.
pub fn install(
    tx: &Tx<'_>,
    who: &Who,
    person: &Person,
    hash: &str,
    mandates: &[NewMandate],
) -> Outcome<()> {
    store::insert(tx, person, who.at)?;
    store::set_password(tx, person.id, hash)?;
    for mandate in mandates {
        store::insert_mandate(tx, who, person.id, mandate)?;
    }
    Ok(())
}

/// Forgets sessions and links that are good for nothing any more.
pub async fn forget_expired(app: App) -> Outcome<()> {
    let now = app.clock.now();
    Ok(app.db.write(move |tx| store::forget_expired(tx, still_good(now), now)).await?)
}

/// Whether the instance has nobody yet.
pub fn is_empty(tx: &Tx<'_>) -> Outcome<bool> {
    Ok(store::count(tx)? == 0)
}

/// Makes the person of this e-mail address an administrator, for whoever sits at the machine itself; the
/// link by which they set their password.
///
/// # Errors
/// A refusal when it is no e-mail address, or when the person is suspended.
pub fn make_administrator(
    tx: &Tx<'_>,
    moment: &Moment,
    address: &str,
    email: &str,
    name: &str,
) -> Outcome<String> {
    let email = email.trim().to_lowercase();
    if !frame::form::is_email(&email) {
        return Err(Fault::NotAnEmail.into());
    }
    let who = Who::at_the_machine(moment);
    let person = find_or_insert(tx, &who, &email, name, Language::Fr)?;
    if person.suspended_at.is_some() {
        return Err(Unwelcome::Suspended.into());
    }
    let administers = |held: &Held| {
        held.person == person.id
            && held.mandate.role == Role::Administrator
            && held.is_good_on(moment.today)
    };
    if !store::mandates_of(tx, person.id)?.iter().any(administers) {
        store::insert_mandate(tx, &who, person.id, &NewMandate::of_an_administrator(moment.today))?;
    }
    journal::note(tx, &who, "mandate.give", person.id, Role::Administrator.code())?;
    new_link(tx, moment, address, person.id, INVITATION_HOURS)
}

fn find_or_insert(
    tx: &Tx<'_>,
    who: &Who,
    email: &str,
    name: &str,
    language: Language,
) -> Outcome<Person> {
    if let Some(known) = store::find_by_email(tx, email)? {
        return Ok(known);
    }
    let person = Person {
        id: who.ids.next(),
        name: name.to_owned(),
        email: email.to_owned(),
        phone: None,
        language,
        suspended_at: None,
    };
    store::insert(tx, &person, who.at)?;
    Ok(person)
}
