//! Places, loads and hours as they are read, wherever something is moved.

use std::collections::HashMap;

use ::store::{Result, Tx};
use frame::Reader;
use people::organisations::{Site, Storage, store as organisations};
use units::{Code, OrganisationId, SiteId};

use super::model::{End, Load};
use crate::words::words;

/// The names of organisations and of their sites.
pub struct Names {
    organisations: HashMap<OrganisationId, String>,
    sites: HashMap<SiteId, (String, String)>,
    /// Organisations with more than one site: there the site is named too.
    several: HashMap<OrganisationId, usize>,
}

impl Names {
    /// Of these organisations; of each once, however often it is among them.
    pub fn read(tx: &Tx<'_>, ids: impl IntoIterator<Item = OrganisationId>) -> Result<Self> {
        let names = organisations::names(tx, ids)?;
        let ids: Vec<OrganisationId> = names.keys().copied().collect();
        Ok(Self::of(names, &organisations::sites_of(tx, &ids)?))
    }

    /// Of these organisations, with their sites.
    pub fn of(organisations: HashMap<OrganisationId, String>, sites: &[Site]) -> Self {
        let mut several: HashMap<OrganisationId, usize> = HashMap::new();
        for site in sites {
            *several.entry(site.organisation).or_default() += 1;
        }
        let sites = sites.iter().map(|site| (site.id, (site.name.clone(), site.town.clone())));
        Self { organisations, sites: sites.collect(), several }
    }

    /// The organisation, and its site where it has several.
    pub fn end(&self, end: &End) -> String {
        let name = self.organisations.get(&end.organisation).map_or("?", String::as_str);
        let many = self.several.get(&end.organisation).is_some_and(|count| *count > 1);
        match end.site.and_then(|site| self.sites.get(&site)).filter(|_| many) {
            Some((site, _)) => format!("{name} {site}"),
            None => name.to_owned(),
        }
    }

    /// The town of its site.
    pub fn town(&self, end: &End) -> &str {
        end.site.and_then(|site| self.sites.get(&site)).map_or("", |(_, town)| town.as_str())
    }
}

/// Sites to choose from, by name: `organisation.site`, and the name with its town.
pub fn choices(tx: &Tx<'_>, sites: &[Site]) -> Result<Vec<(String, String)>> {
    let owners = sites.iter().map(|site| site.organisation);
    let names = Names::of(organisations::names(tx, owners)?, sites);
    let choice = |site: &Site| {
        let end = End { organisation: site.organisation, site: Some(site.id) };
        let name = format!("{}, {}", names.end(&end), names.town(&end));
        (format!("{}.{}", site.organisation, site.id), name)
    };
    let mut choices: Vec<(String, String)> = sites.iter().map(choice).collect();
    choices.sort_by_cached_key(|(_, name)| units::text::fold(name));
    Ok(choices)
}

/// A load as it is read: `sec : 3, frais : 2, 40 kg`.
pub fn said_load(r: &Reader, load: &Load) -> String {
    let t = words(r.language);
    let of = |storage: Storage, count: i64| {
        (count > 0).then(|| t.shipment_crates(t.shipment_storage(storage.code()), r.count(count)))
    };
    let kilograms = (load.kilograms > 0).then(|| format!("{}\u{a0}kg", r.count(load.kilograms)));
    let parts = [
        of(Storage::Dry, load.dry),
        of(Storage::Cold, load.cold),
        of(Storage::Frozen, load.frozen),
        kilograms,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A minute after midnight: `07:30`.
pub fn clock(minute: i64) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
