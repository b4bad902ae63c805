//! A plan on the map: where its sites are, and the rounds between them.

use std::collections::HashMap;
use std::sync::Arc;

use economy::shipments::{End, clock};
use frame::{Outcome, Visit, aside};

use super::acts::Whole;
use super::around::Around;
use super::describe::roads_of;
use super::figures::stops;
use crate::map;
use crate::ways::Networks;
use crate::words::words;

/// The ground of a plan's map, drawn once for whoever looks at it.
pub async fn ground(
    visit: &Visit,
    networks: &Arc<Networks>,
    spots: &[map::Spot],
) -> Outcome<Arc<map::Ground>> {
    let (corners, title) = (map::around(spots), words(visit.language).map_title());
    if networks.of(roads::Vehicle::Van).is_none() {
        return Ok(Arc::new(map::Ground::of(None, corners, &title)));
    }
    let key = format!("ground {} {corners:?} {title}", networks.key());
    let networks = Arc::clone(networks);
    let drawn = aside(move || map::Ground::of(networks.of(roads::Vehicle::Van), corners, &title));
    visit.app.memo.once(key, drawn, |_| true).await
}

/// Where the sites of a plan are on its map.
pub struct Stands {
    pub spots: Vec<map::Spot>,
    /// The spot of each site of the description that has one.
    of_sites: HashMap<usize, usize>,
}

pub fn stands(whole: &Whole, around: &Around) -> Stands {
    let mut stands = Stands { spots: Vec::new(), of_sites: HashMap::new() };
    for (place, site) in whole.description.sites.iter().enumerate() {
        let known = around.sites.get(&site.id).and_then(|site| Some((site, site.coordinates?)));
        if let Some((site, coordinates)) = known {
            stands.of_sites.insert(place, stands.spots.len());
            let end = End { organisation: site.organisation, site: Some(site.id) };
            stands.spots.push(map::Spot { name: around.names.end(&end), at: coordinates });
        }
    }
    stands
}

/// The rounds of a plan for its map; each vehicle goes by the roads of its kind, where its plan was made by roads.
pub fn lines<'g>(
    whole: &Whole,
    around: &Around,
    stands: &Stands,
    roads: Option<&'g Networks>,
) -> Vec<map::Line<'g>> {
    let description = &whole.description;
    let each = whole.result.rounds.iter().map(|round| {
        let vehicle = &description.vehicles[round.vehicle];
        let base = |id: &str, seconds: u32| {
            let place = description.sites.iter().position(|site| site.id == id)?;
            let spot = *stands.of_sites.get(&place)?;
            Some(map::Stop { spot, time: clock(i64::from(seconds) / 60), is_base: true })
        };
        let halts = stops(round).into_iter().filter_map(|stop| {
            let first = stop.first()?;
            let spot = *stands.of_sites.get(&first.site)?;
            Some(map::Stop { spot, time: clock(i64::from(first.begins) / 60), is_base: false })
        });
        let (start, end) = (base(&vehicle.start, round.departs), base(&vehicle.end, round.arrives));
        map::Line {
            name: around.vehicle(&vehicle.id),
            stops: start.into_iter().chain(halts).chain(end).collect(),
            roads: roads.and_then(|networks| networks.of(roads_of(&vehicle.profile))),
        }
    });
    each.collect()
}
