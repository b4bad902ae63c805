//! Founding a coalition, admitting members, and the door that every act within one goes through.

use std::collections::HashMap;

use ::store::{Planted, Tx, planted};
use frame::journal::Entry;
use frame::keep::{Archive, Whose};
use frame::{Outcome, Role, Say, Stop, Who, journal};
use people::organisations::acts::Keeper;
use people::organisations::{self, NUMBER_CHANGES, Organisation, Site};
use people::persons::{self, Held, Invitation};
use units::{CoalitionId, Language, MandateId, OrganisationId, PersonId};
use uuid::Uuid;

use super::model::{Coalition, JournalLine, Member, Membership, Side};
use super::store;
use crate::agreements::{self, Terms};
use crate::words::words;

/// The journal's page looks at this many acts, and shows this many lines of them at most.
const LATEST: u16 = 1000;
const LINES: usize = 200;

/// What membership is refused for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAMember {
    /// A mandate was to be given for an organisation on a side where it does not stand.
    WrongSide,
    /// It leaves before it came.
    LeavesBeforeComing,
}

impl Say for NotAMember {
    fn say(&self, language: Language) -> String {
        match self {
            Self::WrongSide => words(language).member_wrong_side(),
            Self::LeavesBeforeComing => words(language).member_leaves_before_coming(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::WrongSide => Some("role"),
            Self::LeavesBeforeComing => Some("until"),
        }
    }
}

/// The coalition, for somebody who acts within it; for everybody else it does not exist.
pub fn enter(tx: &Tx<'_>, who: &Who, id: CoalitionId) -> Outcome<Coalition> {
    let own = who.mandate.as_ref().and_then(|mandate| mandate.coalition);
    if own != Some(id) && !planted(Planted::HubUnasked) {
        return Err(Stop::NotFound);
    }
    store::find(tx, id)?.ok_or(Stop::NotFound)
}

/// The same for one of `roles`.
pub fn enter_as(tx: &Tx<'_>, who: &Who, id: CoalitionId, roles: &[Role]) -> Outcome<Coalition> {
    let coalition = enter(tx, who, id)?;
    who.must_act_in(id, roles)?;
    Ok(coalition)
}

/// The coalition, for who leads its team: its coordinator, or the administrator.
fn lead(tx: &Tx<'_>, who: &Who, id: CoalitionId) -> Outcome<Coalition> {
    if !who.is(Role::Administrator) {
        return enter_as(tx, who, id, &[Role::Coordinator]);
    }
    store::find(tx, id)?.ok_or(Stop::NotFound)
}

/// Founds a coalition with its first terms and its first coordinator.
pub fn found(
    tx: &Tx<'_>,
    who: &Who,
    coalition: &Coalition,
    terms: &Terms,
    coordinator: Option<(&str, &Invitation)>,
) -> Outcome<()> {
    who.must_be_administrator()?;
    organisations::store::find(tx, coalition.organisation)?.ok_or(Stop::NotFound)?;
    store::insert(tx, coalition, who.at)?;
    agreements::store::insert_terms(tx, who, coalition.id, terms)?;
    if let Some((address, invitation)) = coordinator {
        persons::acts::invite(tx, who, address, invitation)?;
    }
    journal::note(tx, who, "coalition.found", coalition.id, "")?;
    Ok(())
}

pub fn coalitions(tx: &Tx<'_>, who: &Who) -> Outcome<Vec<Coalition>> {
    who.must_be_administrator()?;
    Ok(store::all(tx)?)
}

/// The members past and present, by name.
pub fn list(tx: &Tx<'_>, who: &Who, hub: CoalitionId) -> Outcome<Vec<Member>> {
    enter(tx, who, hub)?;
    let memberships = store::memberships(tx, hub)?;
    let mut ids: Vec<OrganisationId> = memberships.iter().map(|m| m.organisation).collect();
    ids.dedup();
    let mut members: Vec<Member> = organisations::store::all(tx, &ids)?
        .into_iter()
        .map(|organisation| {
            let of_it = memberships.iter().filter(|m| m.organisation == organisation.id);
            Member { memberships: of_it.cloned().collect(), organisation }
        })
        .collect();
    members.sort_by_cached_key(|member| units::text::fold(&member.organisation.name));
    Ok(members)
}

/// Admits an organisation on one side or both: the one of this enterprise number as it is known here
/// already, or a new one.
pub fn admit(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    organisation: &Organisation,
    sides: &[Side],
) -> Outcome<OrganisationId> {
    enter_as(tx, who, hub, &[Role::Coordinator])?;
    let keeper = Keeper::of_a_member(organisation.id);
    let member = organisations::acts::find_or_save(tx, who, &keeper, organisation)?;
    let known = store::memberships_of(tx, hub, member)?;
    for &side in sides {
        let on_side = known.iter().find(|membership| membership.side == side);
        store::save_membership(tx, hub, &Membership::admitted(on_side, member, side, who.today))?;
    }
    journal::note(tx, who, "member.admit", member, "")?;
    Ok(member)
}

/// Changes a membership: its last day, its rank, or the side that it adds.
pub fn change_membership(tx: &Tx<'_>, who: &Who, hub: CoalitionId, changed: &Membership) -> Outcome<()> {
    enter_as(tx, who, hub, &[Role::Coordinator])?;
    if changed.until.is_some_and(|until| until < changed.since) {
        return Err(NotAMember::LeavesBeforeComing.into());
    }
    let known = store::memberships_of(tx, hub, changed.organisation)?;
    if known.is_empty() {
        return Err(Stop::NotFound);
    }
    store::save_membership(tx, hub, changed)?;
    journal::note(tx, who, "member.change", changed.organisation, "")?;
    Ok(())
}

/// A member as whoever looks may see it.
pub struct MemberSheet {
    pub organisation: Organisation,
    pub sites: Vec<Site>,
    pub memberships: Vec<Membership>,
    /// Only for its coordinator and its own people.
    pub mandates: Vec<Held>,
    pub may_keep: bool,
}

/// A member's sheet. Its bank account is for its coordinator, its bookkeeper and its own people.
pub fn show(tx: &Tx<'_>, who: &Who, hub: CoalitionId, member: OrganisationId) -> Outcome<MemberSheet> {
    enter(tx, who, hub)?;
    let memberships = store::memberships_of(tx, hub, member)?;
    if memberships.is_empty() {
        return Err(Stop::NotFound);
    }
    let (mut organisation, sites) = organisations::acts::show(tx, &Keeper::of_a_member(member))?;
    let may_keep = keeper(tx, who, hub, member).is_ok();
    if !may_keep && !who.acts_in(hub, &[Role::Bookkeeper]) {
        organisation.iban = None;
    }
    let mandates = if may_keep { persons::store::mandates_for(tx, hub, member)? } else { Vec::new() };
    Ok(MemberSheet { organisation, sites, memberships, mandates, may_keep })
}

/// Leave to keep a member's record: for its coordinator and its own people.
pub fn keeper(tx: &Tx<'_>, who: &Who, hub: CoalitionId, member: OrganisationId) -> Outcome<Keeper> {
    enter(tx, who, hub)?;
    if store::memberships_of(tx, hub, member)?.is_empty() {
        return Err(Stop::NotFound);
    }
    if who.acts_in(hub, &[Role::Coordinator]) {
        return Ok(Keeper::of_a_member(member));
    }
    Keeper::of(who, member)
}

/// Gives a mandate for a member, on a side where it stands.
pub fn invite_for_member(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    address: &str,
    invitation: &Invitation,
) -> Outcome<()> {
    enter_as(tx, who, hub, &[Role::Coordinator])?;
    let member = invitation.mandate.organisation.ok_or(Stop::NotFound)?;
    let sides = store::memberships_of(tx, hub, member)?;
    let stands = |side: Side| sides.iter().any(|membership| membership.side == side);
    let fits = match invitation.mandate.role {
        Role::Producer => stands(Side::Producer),
        Role::Shop => stands(Side::Shop),
        Role::Reader => !sides.is_empty(),
        _ => false,
    };
    if !fits {
        return Err(NotAMember::WrongSide.into());
    }
    persons::acts::invite(tx, who, address, invitation)?;
    Ok(())
}

/// Gives a mandate for the coalition itself.
pub fn invite_to_team(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    address: &str,
    invitation: &Invitation,
) -> Outcome<()> {
    lead(tx, who, hub)?;
    if !Role::OF_A_COALITION.contains(&invitation.mandate.role) {
        return Err(Stop::NotAllowed);
    }
    persons::acts::invite(tx, who, address, invitation)?;
    Ok(())
}

/// The mandates that the coalition has given for itself.
pub fn team(tx: &Tx<'_>, who: &Who, hub: CoalitionId) -> Outcome<(Coalition, Vec<Held>)> {
    let coalition = lead(tx, who, hub)?;
    let mut mandates = persons::store::mandates_in(tx, hub)?;
    mandates.retain(|held| held.mandate.organisation.is_none());
    Ok((coalition, mandates))
}

/// Ends a mandate of this coalition.
pub fn end_mandate(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: MandateId) -> Outcome<()> {
    must_be_given_in(tx, hub, id)?;
    persons::acts::end_mandate(tx, who, id)
}

/// Names who stands in for the holder of a mandate of this coalition, or nobody.
pub fn set_deputy(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    id: MandateId,
    email: Option<&str>,
) -> Outcome<()> {
    must_be_given_in(tx, hub, id)?;
    persons::acts::set_deputy(tx, who, id, email)
}

/// Writes a new invitation to somebody who has a mandate of this coalition.
pub fn send_link(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    address: &str,
    person: PersonId,
) -> Outcome<()> {
    let held = persons::store::mandates_of(tx, person)?;
    if !held.iter().any(|held| held.person == person && held.mandate.coalition == Some(hub)) {
        return Err(Stop::NotFound);
    }
    persons::acts::send_link(tx, who, address, person)
}

fn must_be_given_in(tx: &Tx<'_>, hub: CoalitionId, id: MandateId) -> Outcome<()> {
    let held = persons::store::find_mandate(tx, id)?.ok_or(Stop::NotFound)?;
    if held.mandate.coalition == Some(hub) { Ok(()) } else { Err(Stop::NotFound) }
}

/// What may be taken along under the mandate that asks: a member's own of its own people, the coalition's whole
/// of its coordinator, and what is for the books of its bookkeeper.
pub fn archive(tx: &Tx<'_>, who: &Who, hub: CoalitionId, language: Language) -> Outcome<Archive> {
    let coalition = enter(tx, who, hub)?;
    let mandate = who.mandate.as_ref().ok_or(Stop::NotAllowed)?;
    let (whose, of) = match (mandate.role, mandate.organisation) {
        (Role::Coordinator, _) => (Whose::Hub { hub, coordinates: true }, coalition.name),
        (Role::Bookkeeper, _) => (Whose::Hub { hub, coordinates: false }, coalition.name),
        (Role::Producer | Role::Shop, Some(organisation)) => {
            let member = organisations::store::find(tx, organisation)?.ok_or(Stop::NotFound)?;
            (Whose::Member { hub, organisation }, member.name)
        }
        _ => return Err(Stop::NotAllowed),
    };
    Ok(Archive { whose, language, name: format!("tresse-{of}-{}", who.today), of })
}

/// The same, noted in the journal.
pub fn take_archive(tx: &Tx<'_>, who: &Who, hub: CoalitionId, language: Language) -> Outcome<Archive> {
    let archive = archive(tx, who, hub, language)?;
    match archive.whose {
        Whose::Member { organisation, .. } => {
            journal::note(tx, who, "member.archive", organisation, "")?;
        }
        _ => journal::note(tx, who, "hub.archive", hub, "")?,
    }
    Ok(archive)
}

/// The latest lines of the coalition's journal, newest first, with changes of its members' numbers whoever
/// made them.
pub fn latest_acts(tx: &Tx<'_>, who: &Who, hub: CoalitionId) -> Outcome<Vec<JournalLine>> {
    lead(tx, who, hub)?;
    let mut entries = journal::latest(tx, hub, LATEST.into())?;
    entries.extend(store::number_changes_elsewhere(tx, hub, LATEST.into())?);
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.at));
    entries.truncate(LATEST.into());
    let subjects: Vec<Uuid> = entries.iter().filter_map(|entry| entry.subject.parse().ok()).collect();
    let persons = entries.iter().map(|entry| entry.person);
    let persons: Vec<PersonId> = persons.chain(subjects.iter().map(|&id| PersonId(id))).collect();
    let organisations: Vec<OrganisationId> = subjects.iter().map(|&id| OrganisationId(id)).collect();
    let mut names: HashMap<Uuid, String> =
        persons::store::names(tx, &persons)?.into_iter().map(|(id, name)| (id.0, name)).collect();
    names.extend(organisations::store::all(tx, &organisations)?.into_iter().map(|o| (o.id.0, o.name)));
    let line = |entry: Entry| JournalLine {
        at: entry.at,
        person: names.get(&entry.person.0).cloned(),
        subject: entry.subject.parse().ok().and_then(|id: Uuid| names.get(&id).cloned()),
        // What the act left in words of its own: only that of a number tells a reader anything.
        detail: Some(entry.detail).filter(|_| NUMBER_CHANGES.contains(&entry.act.as_str())),
        act: entry.act,
        times: 1,
    };
    let mut lines: Vec<JournalLine> = Vec::new();
    for line in entries.into_iter().map(line) {
        match lines.last_mut().filter(|last| last.says_the_same(&line)) {
            Some(last) => last.times += 1,
            None => lines.push(line),
        }
    }
    lines.truncate(LINES);
    Ok(lines)
}
