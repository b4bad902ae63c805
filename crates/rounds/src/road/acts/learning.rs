//! How long halts really take, by what was seen on the road.

use std::collections::BTreeMap;

use ::store::Tx;
use frame::{Outcome, Who};
use people::organisations::store as organisations;
use polity::members::acts::enter_as;
use polity::members::store as members;
use units::{CoalitionId, OrganisationId, SiteId};

use super::SEE_ALL;
use crate::road::model::{Learnt, learn};
use crate::road::store;

/// How long halts at each site really take: what the next plan counts with.
pub fn learnt(tx: &Tx<'_>, hub: CoalitionId) -> Outcome<BTreeMap<SiteId, Learnt>> {
    Ok(learn(store::halts_made(tx, hub)?.into_iter()))
}

/// The same, for who coordinates, with the names of the sites.
pub fn learnt_of_sites(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
) -> Outcome<Vec<(String, String, Learnt)>> {
    enter_as(tx, who, hub, &SEE_ALL)?;
    let learnt = learnt(tx, hub)?;
    let mut ids: Vec<OrganisationId> =
        members::memberships(tx, hub)?.iter().map(|one| one.organisation).collect();
    ids.extend(members::find(tx, hub)?.map(|coalition| coalition.organisation));
    ids.sort_unstable();
    ids.dedup();
    let mut named = Vec::new();
    for organisation in organisations::all(tx, &ids)? {
        for site in organisations::sites(tx, organisation.id)? {
            if let Some(learnt) = learnt.get(&site.id) {
                named.push((organisation.name.clone(), site.name, *learnt));
            }
        }
    }
    named.sort_by_cached_key(|(name, site, _)| (units::text::fold(name), units::text::fold(site)));
    Ok(named)
}
