//! What a plan is read with: names, sites, and what became of its shipments.

use std::collections::{HashMap, HashSet};

use economy::shipments::{End, Names, Place, Shipment, store as shipments};
use frame::{Outcome, Visit};
use people::organisations::{Site, store as organisations};
use people::persons::store as persons;
use units::{CoalitionId, OrganisationId, PersonId, PlanId, ShipmentId, VehicleId};

use super::acts::{self, Whole};
use super::describe::{read_site, site_id};
use super::model::State;
use super::{mending, pages, store};
use crate::fleet::store as fleet;

pub(super) struct Around {
    pub names: Names,
    pub sites: HashMap<String, Site>,
    pub shipments: HashMap<ShipmentId, Shipment>,
    pub vehicles: HashMap<VehicleId, String>,
    pub persons: HashMap<PersonId, String>,
    pub drivers: Vec<(String, String)>,
    pub locked: HashSet<ShipmentId>,
    pub changes: Vec<String>,
    /// Who drives, by number, once it is published.
    pub driven_by: HashMap<i64, Option<PersonId>>,
}

impl Around {
    pub fn vehicle(&self, id: &str) -> String {
        let found = id.parse().ok().and_then(|id: VehicleId| self.vehicles.get(&id));
        found.cloned().unwrap_or_else(|| "?".to_owned())
    }

    pub fn place(&self, whole: &Whole, site: usize) -> String {
        let found = whole.description.sites.get(site).and_then(|site| read_site(&site.id));
        found.map_or_else(|| "?".to_owned(), |place| self.names.end(&End::from(place)))
    }
}

pub(super) async fn gather(visit: &Visit, hub: CoalitionId, id: PlanId) -> Outcome<(Whole, Around)> {
    let language = visit.language;
    visit
        .look(move |tx, who| {
            let whole = acts::show(tx, who, hub, id)?;
            let known = shipments::all(tx, hub, &mending::shipments_of(&whole.description))?;
            let places: Vec<_> =
                whole.description.sites.iter().filter_map(|site| read_site(&site.id)).collect();
            let named = organisations::names(tx, places.iter().map(|place| place.organisation))?;
            let ids: Vec<OrganisationId> = named.keys().copied().collect();
            let sites = organisations::sites_of(tx, &ids)?;
            let names = Names::of(named, &sites);
            let vehicles = fleet::vehicles(tx, hub)?.into_iter().map(|one| (one.id, one.name));
            let published = whole.plan.state == State::Published;
            let (_, drivers) = acts::available(tx, who, hub, whole.plan.day)?;
            let rounds = store::rounds(tx, hub, id)?;
            let driven_by: HashMap<i64, Option<PersonId>> =
                rounds.iter().map(|round| (round.number, round.driver)).collect();
            let mut persons: Vec<PersonId> = whole.crews.iter().filter_map(|crew| crew.driver).collect();
            persons.extend(rounds.iter().filter_map(|round| round.driver));
            persons.push(whole.plan.made_by);
            let changes = if published || whole.plan.state == State::Draft && whole.plan.day >= who.today
            {
                pages::said_changes(tx, hub, id, language)?
            } else {
                Vec::new()
            };
            let none = (String::new(), "–".to_owned());
            let choices = drivers.into_iter().map(|(one, name)| (one.person.to_string(), name));
            let around = Around {
                names,
                sites: sites
                    .into_iter()
                    .map(|site| {
                        let place = Place { organisation: site.organisation, site: site.id };
                        (site_id(place), site)
                    })
                    .collect(),
                shipments: known.into_iter().map(|one| (one.id, one)).collect(),
                vehicles: vehicles.collect(),
                persons: persons::names(tx, &persons)?.into_iter().collect(),
                drivers: std::iter::once(none).chain(choices).collect(),
                locked: store::locks(tx, hub, id)?.into_iter().map(|lock| lock.shipment).collect(),
                changes,
                driven_by,
            };
            Ok((whole, around))
        })
        .await
}
