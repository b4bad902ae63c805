//! A cycle's snapshot in memory: made once, as it never changes, so that large catalogues stay instant.

use std::collections::HashMap;
use std::sync::Arc;

use frame::{App, Outcome};
use people::organisations::store as organisations;
use units::Code;
use units::text::fold;
use units::{CoalitionId, CycleId, OrganisationId, Price, ReferenceId};

use super::model::Offer;
use super::store;
use crate::catalogue::Arrangement;
use crate::families;

/// What a cycle offers, ready to be searched: by widest family, producer and name.
pub struct Assortment {
    pub offers: Vec<Offer>,
    places: HashMap<ReferenceId, usize>,
    pub producers: HashMap<OrganisationId, String>,
    arrangements: HashMap<(ReferenceId, OrganisationId), Arrangement>,
    /// Of each offer: its names in folded text, and its widest family.
    searchable: Vec<(String, &'static str)>,
}

/// What a search is narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sought {
    pub words: String,
    pub family: Option<String>,
    pub producer: Option<OrganisationId>,
    pub certificate: Option<String>,
}

impl Assortment {
    fn new(
        mut offers: Vec<Offer>,
        producers: HashMap<OrganisationId, String>,
        arrangements: Vec<Arrangement>,
    ) -> Self {
        let order_of_family: HashMap<&str, usize> =
            families::roots().enumerate().map(|(at, family)| (family.code.as_str(), at)).collect();
        offers.sort_by_cached_key(|offer| {
            let root = families::root(&offer.item.family);
            let producer = producers.get(&offer.producer).map(|name| fold(name)).unwrap_or_default();
            let family = order_of_family.get(root).copied().unwrap_or(usize::MAX);
            (family, producer, fold(&offer.item.name), offer.reference)
        });
        let places = offers.iter().enumerate().map(|(at, offer)| (offer.reference, at)).collect();
        let searchable = offers
            .iter()
            .map(|offer| {
                let producer = producers.get(&offer.producer).map_or("", String::as_str);
                let item = &offer.item;
                let family = families::find(&item.family);
                let names = units::Language::ALL
                    .iter()
                    .filter_map(|&language| family.map(|family| family.name(language)))
                    .collect::<Vec<_>>()
                    .join(" ");
                let text = fold(&format!(
                    "{} {} {producer} {names} {} {}",
                    offer.code,
                    item.name,
                    item.origin,
                    item.certificates.join(" ")
                ));
                let root = families::path(&item.family).last().copied().unwrap_or_default();
                (text, root)
            })
            .collect();
        let arrangements = arrangements.into_iter().map(|a| ((a.reference, a.shop), a)).collect();
        Self { offers, places, producers, arrangements, searchable }
    }

    pub fn find(&self, reference: ReferenceId) -> Option<&Offer> {
        self.places.get(&reference).map(|&at| &self.offers[at])
    }

    pub fn producer_name(&self, producer: OrganisationId) -> &str {
        self.producers.get(&producer).map_or("?", String::as_str)
    }

    /// What this shop pays for a pay unit; none where the offer is hidden from it.
    pub fn price_for(&self, offer: &Offer, shop: OrganisationId) -> Option<Price> {
        match self.arrangements.get(&(offer.reference, shop)) {
            Some(Arrangement { hidden: true, .. }) => None,
            Some(Arrangement { price: Some(price), .. }) => Some(*price),
            _ => Some(offer.price),
        }
    }

    /// The offers that hold every word sought, and that this shop may see.
    pub fn search<'a>(&'a self, sought: &Sought, shop: OrganisationId) -> Vec<&'a Offer> {
        let folded = fold(&sought.words);
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        self.offers
            .iter()
            .zip(&self.searchable)
            .filter(|(offer, (text, root))| {
                words.iter().all(|word| text.contains(word))
                    && sought.family.as_deref().is_none_or(|family| family == *root)
                    && sought.producer.is_none_or(|producer| producer == offer.producer)
                    && sought
                        .certificate
                        .as_ref()
                        .is_none_or(|certificate| offer.item.certificates.contains(certificate))
            })
            .map(|(offer, _)| offer)
            .filter(|offer| self.price_for(offer, shop).is_some())
            .collect()
    }

    /// The widest families that something is offered of, in their order, with how many offers.
    pub fn families(&self) -> Vec<(&'static str, i64)> {
        let mut counted: Vec<(&'static str, i64)> = Vec::new();
        for (_, root) in &self.searchable {
            match counted.last_mut() {
                Some((last, count)) if last == root => *count += 1,
                _ => counted.push((root, 1)),
            }
        }
        counted
    }

    /// The producers that offer something, by name.
    pub fn producers_by_name(&self) -> Vec<(OrganisationId, &str)> {
        let mut producers: Vec<(OrganisationId, &str)> =
            self.producers.iter().map(|(id, name)| (*id, name.as_str())).collect();
        producers.sort_by_cached_key(|(_, name)| fold(name));
        producers
    }
}

/// The snapshot of an opened cycle, from memory where it is there already.
pub async fn assortment(app: &App, hub: CoalitionId, cycle: CycleId) -> Outcome<Arc<Assortment>> {
    let read = app.db.read(move |tx| {
        let offers = store::offers(tx, hub, cycle)?;
        let arrangements = store::arrangements(tx, hub, cycle)?;
        let mut ids: Vec<OrganisationId> = offers.iter().map(|offer| offer.producer).collect();
        ids.dedup();
        let producers = organisations::all(tx, &ids)?.into_iter().map(|o| (o.id, o.name)).collect();
        Ok::<_, frame::Stop>(Assortment::new(offers, producers, arrangements))
    });
    // A cycle without offers has not opened yet: it will have some.
    app.memo.once(format!("assortment/{hub}/{cycle}"), read, |made| !made.offers.is_empty()).await
}
