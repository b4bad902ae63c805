//! Making tokens, revoking them, and coming in with one.

use ::store::Tx;
use frame::api::Bearer;
use frame::{Caller, Ids, Mandate, Moment, Outcome, Role, Say, Stop, Who, journal};
use jiff::{SignedDuration, Timestamp};
use units::{CoalitionId, Language, MandateId, PersonId};
use uuid::Uuid;

use super::model::{DAYS, Holder, NewToken, PREFIX, Token};
use super::store;
use crate::persons::acts::{digest, mandates_on};
use crate::persons::store as persons;
use crate::words::words;

/// What a token is refused for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotMade {
    NoScope,
    NoSuchPeriod,
    /// The person may not act under this mandate today.
    NoSuchMandate,
    /// The administrator's mandate is for people, who show a second sign of themselves.
    Administrator,
}

impl Say for NotMade {
    fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::NoScope => t.token_no_scope(),
            Self::NoSuchPeriod => t.token_no_such_period(),
            Self::NoSuchMandate => t.token_no_such_mandate(),
            Self::Administrator => t.token_not_for_administrators(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::NoScope => "scopes",
            Self::NoSuchPeriod => "days",
            Self::NoSuchMandate | Self::Administrator => "mandate",
        })
    }
}

/// A person's tokens.
pub fn own(tx: &Tx<'_>, who: &Who) -> Outcome<Vec<Token>> {
    Ok(store::of_person(tx, who.person)?)
}

/// The tokens of the hub's services, for its coordinator.
pub fn of_services(tx: &Tx<'_>, who: &Who, hub: CoalitionId) -> Outcome<Vec<Token>> {
    who.must_be_within(hub)?;
    who.must_act_in(hub, &[Role::Coordinator])?;
    Ok(store::of_coalition(tx, hub)?)
}

/// Makes a token for oneself under one of one's mandates; the secret, which is shown once.
pub fn make_own(tx: &Tx<'_>, who: &Who, mandate: MandateId, new: &NewToken) -> Outcome<String> {
    let mandate = who.mandates.iter().find(|one| one.id == mandate).ok_or(NotMade::NoSuchMandate)?;
    if mandate.role == Role::Administrator {
        return Err(NotMade::Administrator.into());
    }
    let holder = Holder::Person { person: who.person, mandate: mandate.id };
    make(tx, who, holder, &mandate.label, new)
}

/// Makes a token for a service of the hub's; the secret, which is shown once.
pub fn make_for_service(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    role: Role,
    new: &NewToken,
) -> Outcome<String> {
    who.must_be_within(hub)?;
    who.must_act_in(hub, &[Role::Coordinator])?;
    if !Role::OF_A_COALITION.contains(&role) {
        return Err(Stop::NotAllowed);
    }
    let label = who.mandate.as_ref().map_or("", |mandate| mandate.label.as_str());
    make(tx, who, Holder::Service { coalition: hub, role }, label, new)
}

fn make(tx: &Tx<'_>, who: &Who, holder: Holder, label: &str, new: &NewToken) -> Outcome<String> {
    if new.scopes.is_empty() {
        return Err(NotMade::NoScope.into());
    }
    if !DAYS.contains(&new.days) {
        return Err(NotMade::NoSuchPeriod.into());
    }
    let secret = format!("{PREFIX}{}", Ids::secret());
    let token = Token {
        id: who.ids.next(),
        name: new.name.clone(),
        holder,
        label: label.to_owned(),
        scopes: new.scopes.clone(),
        created_at: who.at,
        expires_at: who.at + SignedDuration::from_hours(24 * new.days),
        used_at: None,
        revoked_at: None,
    };
    store::insert(tx, &token, &digest(&secret), who.person)?;
    journal::note(tx, who, "token.make", token.id, "")?;
    Ok(secret)
}

pub fn revoke_own(tx: &Tx<'_>, who: &Who, id: Uuid) -> Outcome<()> {
    revoked(tx, who, id, store::revoke(tx, id, Some(who.person), None, who.at)?)
}

pub fn revoke_of_service(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: Uuid) -> Outcome<()> {
    who.must_be_within(hub)?;
    who.must_act_in(hub, &[Role::Coordinator])?;
    revoked(tx, who, id, store::revoke(tx, id, None, Some(hub), who.at)?)
}

fn revoked(tx: &Tx<'_>, who: &Who, id: Uuid, is_done: bool) -> Outcome<()> {
    if !is_done {
        return Err(Stop::NotFound);
    }
    journal::note(tx, who, "token.revoke", id, "")?;
    Ok(())
}

/// Who shows this token: its person under the mandate that it was made for, or its service.
///
/// A token is good no longer than the mandate behind it, and never for a person who is shut out.
pub fn recognise(tx: &Tx<'_>, secret: &str, moment: Moment) -> Outcome<Option<Caller>> {
    if !secret.starts_with(PREFIX) {
        return Ok(None);
    }
    let found = store::find(tx, &digest(secret))?.filter(|token| token.is_good_at(moment.at));
    let Some(token) = found else { return Ok(None) };
    let bearer = Bearer { token: token.id, scopes: token.scopes.clone() };
    let who = match token.holder {
        Holder::Service { coalition, role } => {
            let mandate = Mandate::unwritten(role, Some(coalition), None, &token.label);
            Some(who(&token, PersonId(token.id), &token.name, Language::Fr, mandate, moment))
        }
        Holder::Person { person, mandate } => {
            let person = persons::find(tx, person)?.filter(|person| person.suspended_at.is_none());
            let Some(person) = person else { return Ok(None) };
            let mandates = mandates_on(tx, person.id, moment.today)?;
            mandates
                .into_iter()
                .find(|one| one.id == mandate)
                .map(|mandate| who(&token, person.id, &person.name, person.language, mandate, moment))
        }
    };
    Ok(who.map(|who| (who, bearer)))
}

fn who(
    token: &Token,
    person: PersonId,
    name: &str,
    language: Language,
    mandate: Mandate,
    moment: Moment,
) -> Who {
    Who {
        person,
        name: name.to_owned(),
        language,
        mandates: vec![mandate.clone()],
        mandate: Some(mandate),
        at: moment.at,
        today: moment.today,
        ids: moment.ids,
        seen_at: token.used_at,
        shown_at: None,
    }
}

pub fn touch(tx: &Tx<'_>, id: Uuid, at: Timestamp) -> Outcome<()> {
    Ok(store::touch(tx, id, at)?)
}
