//! Who is invited, and who may act for whom.

use ::store::Tx;
use frame::form::Fault;
use frame::mail::{self, Letter};
use frame::{Addressee, Ids, Mandate, Moment, Outcome, Role, Say, Stop, Who, journal};
use jiff::SignedDuration;
use jiff::civil::Date;
use sha2::{Digest, Sha256};
use units::{CoalitionId, Code, Language, MandateId, PersonId};

use super::erasure::NotErased;
use super::model::{Held, INVITATION_DAYS, Invitation, NewMandate, Person};
use super::store;
use crate::entry::store as entry;
use crate::feeds::store as feeds;
use crate::words::words;

const INVITATION: SignedDuration = SignedDuration::from_hours(24 * INVITATION_DAYS);

/// What giving, ending or standing in for a mandate is refused for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotGiven {
    /// The person stands in for the holder already, or is the holder.
    OwnDeputy,
    /// Nobody here has this e-mail address.
    UnknownPerson,
    /// No link lets in who is shut out.
    Suspended,
    /// Without this mandate nobody would coordinate the coalition.
    LastCoordinator,
    /// Without this person, or this mandate, nobody would administer the instance.
    LastAdministrator,
}

impl Say for NotGiven {
    fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::OwnDeputy => t.mandate_own_deputy(),
            Self::UnknownPerson => t.person_unknown(),
            Self::Suspended => t.person_is_suspended(),
            Self::LastCoordinator => t.mandate_last_coordinator(),
            Self::LastAdministrator => t.mandate_last_administrator(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::OwnDeputy | Self::UnknownPerson | Self::Suspended => Some("email"),
            Self::LastCoordinator | Self::LastAdministrator => None,
        }
    }
}

/// What is kept of a secret that somebody carries.
pub fn digest(secret: &str) -> String {
    digest_of(secret.as_bytes())
}

/// The same of bytes.
pub fn digest_of(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
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
    let who =
        acting(tx, person, moment, |mandates| mandates.iter().find(|held| held.id == mandate).cloned())?;
    Ok(Some(who).filter(|who| who.mandate.is_some()))
}

/// The person with the mandates that are good today, of which `choose` takes the one acted under.
pub(crate) fn acting(
    tx: &Tx<'_>,
    person: Person,
    moment: Moment,
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
        seen_at: None,
        shown_at: None,
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

/// Who is to be written to about a coalition: those who coordinate it on this day.
pub fn leaders(tx: &Tx<'_>, coalition: CoalitionId, day: Date) -> Outcome<Vec<Addressee>> {
    let mut leaders = Vec::new();
    for (_, person) in store::holders(tx, Role::Coordinator, Some(coalition), day)? {
        let found = store::find(tx, person)?.ok_or(Stop::NotFound)?;
        leaders.push(Addressee { name: found.name, email: found.email, language: found.language });
    }
    Ok(leaders)
}

/// Makes a link by which the person sets a password, good for this long.
pub(crate) fn new_link(
    tx: &Tx<'_>,
    moment: &Moment,
    address: &str,
    person: PersonId,
    good_for: SignedDuration,
) -> Outcome<String> {
    let secret = Ids::secret();
    store::insert_link(tx, &digest(&secret), person, moment.at, moment.at + good_for)?;
    Ok(format!("{address}/link/{secret}"))
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
    let link = new_link(tx, &who.moment(), address, person.id, INVITATION)?;
    let t = words(person.language);
    let letter = Letter {
        to: person.email.clone(),
        language: person.language,
        subject: t.letter_invitation_subject(label),
        body: t.letter_invitation(&person.name, label, &link, INVITATION_DAYS),
        button: Some(t.letter_button_password()),
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
        language: person.language,
        subject: t.letter_mandate_subject(label),
        body: t.letter_mandate(&person.name, label, address),
        button: Some(t.letter_button_open()),
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
        return Err(NotGiven::Suspended.into());
    }
    let label = held.first().map_or("Tresse", |held| held.mandate.label.as_str());
    write_invitation(tx, who, address, &person, label)?;
    journal::note(tx, who, "link.send", person.id, "")?;
    Ok(())
}

/// Gives the mandate to administer the instance to somebody who is known here.
pub fn let_administer(tx: &Tx<'_>, who: &Who, address: &str, person: PersonId) -> Outcome<()> {
    let person = store::find(tx, person)?.ok_or(Stop::NotFound)?;
    if person.is_erased() {
        return Err(NotErased::Already.into());
    }
    let mandate = NewMandate::of_an_administrator(who.today);
    let Person { name, email, language, .. } = person;
    invite(tx, who, address, &Invitation { name, email, language, mandate })?;
    Ok(())
}

/// Ends a mandate today: it holds until midnight no more. Its holder, and who acts for them, come in again as what
/// they are without it.
///
/// # Errors
/// A refusal when nobody would be left: for the last administrator, and for a coalition's last coordinator
/// unless an administrator ends it, who can give another.
pub fn end_mandate(tx: &Tx<'_>, who: &Who, id: MandateId) -> Outcome<()> {
    let held = store::find_mandate(tx, id)?.ok_or(Stop::NotFound)?;
    may_change(who, &held)?;
    let Mandate { role, coalition, .. } = held.mandate;
    let left_alone = match role {
        Role::Administrator => Some(NotGiven::LastAdministrator),
        Role::Coordinator if !who.is(Role::Administrator) => Some(NotGiven::LastCoordinator),
        _ => None,
    };
    if let Some(refusal) = left_alone
        && store::holders(tx, role, coalition, who.today)?.iter().all(|&(other, _)| other == id)
    {
        return Err(refusal.into());
    }
    let yesterday = who.today.yesterday().map_err(anyhow::Error::from)?;
    store::end_mandate(tx, id, yesterday)?;
    entry::revoke_all_sessions(tx, held.person)?;
    entry::revoke_sessions_under(tx, id, None)?;
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
        Some(email) => Some(store::find_by_email(tx, email)?.ok_or(NotGiven::UnknownPerson)?.id),
    };
    if deputy == Some(held.person) {
        return Err(NotGiven::OwnDeputy.into());
    }
    store::set_deputy(tx, id, deputy)?;
    entry::revoke_sessions_under(tx, id, Some(held.person))?;
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
        return Err(NotGiven::LastAdministrator.into());
    }
    if store::find(tx, id)?.ok_or(Stop::NotFound)?.is_erased() {
        return Err(NotErased::Already.into());
    }
    store::suspend(tx, id, suspended.then_some(who.at))?;
    entry::revoke_all_sessions(tx, id)?;
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
        return Err(NotGiven::Suspended.into());
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
    new_link(tx, moment, address, person.id, INVITATION)
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
