//! What is done to the directory of organisations, and by whom.

use ::store::Tx;
use frame::{Outcome, Role, Say, Stop, Who, journal};
use units::{Language, OrganisationId};

use super::model::{Organisation, Site};
use super::store;
use crate::words::words;

/// Leave to keep an organisation's record: nobody writes one without it.
pub struct Keeper(OrganisationId);

impl Keeper {
    /// The administrator, or who acts for the organisation itself.
    ///
    /// # Errors
    /// [`Stop::NotAllowed`] for everybody else.
    pub fn of(who: &Who, organisation: OrganisationId) -> Outcome<Self> {
        let its_own =
            who.acts_for(organisation, Role::Producer) || who.acts_for(organisation, Role::Shop);
        if its_own || who.is(Role::Administrator) {
            Ok(Self(organisation))
        } else {
            Err(Stop::NotAllowed)
        }
    }

    /// A coordinator of a coalition that it is a member of: the caller has made sure of both.
    pub fn of_a_member(organisation: OrganisationId) -> Self {
        Self(organisation)
    }
}

/// Why an organisation's record is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfit {
    NumberTaken,
}

impl Say for Unfit {
    fn say(&self, language: Language) -> String {
        match self {
            Self::NumberTaken => words(language).organisation_number_taken(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        Some("enterprise_number")
    }
}

/// Writes an organisation's record.
pub fn save(tx: &Tx<'_>, who: &Who, keeper: &Keeper, organisation: &Organisation) -> Outcome<()> {
    assert_eq!(keeper.0, organisation.id, "leave was given for this record");
    if let Some(number) = &organisation.enterprise_number
        && store::is_number_taken(tx, organisation.id, number)?
    {
        return Err(Unfit::NumberTaken.into());
    }
    let before = store::find(tx, organisation.id)?;
    store::save(tx, who, organisation)?;
    journal::note(tx, who, "organisation.save", organisation.id, "")?;
    for (act, old) in before.iter().flat_map(|before| before.numbers_lost(organisation)) {
        journal::note(tx, who, act, organisation.id, &old)?;
    }
    Ok(())
}

/// The organisation of this enterprise number: as it is known here, untouched, or written from this record.
pub fn find_or_save(
    tx: &Tx<'_>,
    who: &Who,
    keeper: &Keeper,
    organisation: &Organisation,
) -> Outcome<OrganisationId> {
    if let Some(number) = &organisation.enterprise_number
        && let Some(known) = store::find_by_number(tx, number)?
    {
        return Ok(known.id);
    }
    save(tx, who, keeper, organisation)?;
    Ok(organisation.id)
}

/// Writes one of its sites.
pub fn save_site(tx: &Tx<'_>, who: &Who, keeper: &Keeper, site: &Site) -> Outcome<()> {
    assert_eq!(keeper.0, site.organisation, "leave was given for this record");
    store::find(tx, site.organisation)?.ok_or(Stop::NotFound)?;
    store::save_site(tx, site)?;
    journal::note(tx, who, "site.save", site.id, "")?;
    Ok(())
}

/// An organisation with its sites, for whom it concerns.
pub fn show(tx: &Tx<'_>, keeper: &Keeper) -> Outcome<(Organisation, Vec<Site>)> {
    let organisation = store::find(tx, keeper.0)?.ok_or(Stop::NotFound)?;
    let sites = store::sites(tx, keeper.0)?;
    Ok((organisation, sites))
}

pub fn search(tx: &Tx<'_>, who: &Who, words: &str) -> Outcome<Vec<Organisation>> {
    who.must_be_administrator()?;
    Ok(store::search(tx, words, 200)?)
}
