//! Which dates a mandate has: its own, and those of the cycles that it takes part in.

use std::collections::HashMap;

use ::store::Tx;
use economy::documents::DocumentKind;
use economy::payments::{Party, Side, store as payments};
use frame::{Moment, Outcome, Role, Stop, Who, journal};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use people::feeds::acts as feeds;
use people::organisations::{Site, store as organisations};
use polity::members::acts::enter;
use units::{CoalitionId, Code, OrganisationId};
use uuid::Uuid;

use super::model::{CycleName, Entry, What, When, site_on};
use crate::cycles::{Cycle, Stage, store as cycles};
use crate::orders::store as orders;
use crate::supply::store as supply;

/// Cycles that are looked through, the newest first.
const CYCLES: i64 = 60;
/// Dates stay in a calendar this many days.
const KEPT_DAYS: i64 = 90;

/// Somebody's calendar.
pub struct Calendar {
    pub hub: CoalitionId,
    /// Whose dates these are, in words.
    pub label: String,
    /// In the order in which they come.
    pub entries: Vec<Entry>,
}

/// The dates of the mandate acted under.
pub fn dates(tx: &Tx<'_>, who: &Who, hub: CoalitionId, zone: &TimeZone) -> Outcome<Calendar> {
    let coalition = enter(tx, who, hub)?;
    let mandate = who.mandate.clone().ok_or(Stop::NotAllowed)?;
    let hub_sites = organisations::sites(tx, coalition.organisation)?;
    let own_sites = match mandate.organisation {
        Some(own) => organisations::sites(tx, own)?,
        None => Vec::new(),
    };
    let since = who.today.saturating_sub(Span::new().days(KEPT_DAYS));
    let mut entries = Vec::new();
    for cycle in cycles::latest(tx, hub, CYCLES)? {
        if cycle.delivery_days.iter().all(|day| *day < since) {
            continue;
        }
        let changed_at = journal::last_about(tx, cycle.id)?.unwrap_or_else(|| made_at(&cycle));
        let of = OfCycle { cycle: &cycle, changed_at, zone };
        entries.extend([of.opens(), of.closes()]);
        match (mandate.role, mandate.organisation) {
            (Role::Shop, Some(shop)) => entries.extend(of.delivery_to(tx, shop, &own_sites)?),
            (Role::Producer, Some(producer)) => {
                entries.extend(of.arrival_from(tx, producer, &hub_sites)?);
            }
            (Role::Reader, _) => {}
            _ => entries.extend(of.work(&hub_sites)),
        }
    }
    match (mandate.role, mandate.organisation) {
        (Role::Shop, Some(shop)) => {
            entries.extend(to_settle(tx, hub, Party::Shop(shop), zone)?);
            entries.extend(to_settle(tx, hub, Party::Carrier(shop), zone)?);
        }
        (Role::Producer, Some(producer)) => {
            entries.extend(to_settle(tx, hub, Party::Producer(producer), zone)?);
            entries.extend(to_settle(tx, hub, Party::Carrier(producer), zone)?);
        }
        (Role::Coordinator | Role::Bookkeeper, _) => entries.extend(of_the_books(tx, hub, zone)?),
        _ => {}
    }
    entries.sort_by(|a, b| (a.when.order(zone), &a.uid).cmp(&(b.when.order(zone), &b.uid)));
    Ok(Calendar { hub, label: mandate.label, entries })
}

/// When a cycle was made that nobody has touched: its identifier holds it, unless it is a rehearsal's.
fn made_at(cycle: &Cycle) -> Timestamp {
    let made = cycle.id.0.get_timestamp().map(|made| made.to_unix());
    let made = made.and_then(|(seconds, _)| Timestamp::from_second(seconds.try_into().ok()?).ok());
    made.unwrap_or(cycle.opens_at)
}

/// The calendar that an address leads to, with who reads it.
///
/// # Errors
/// [`Stop::NotFound`] when the address is good no more.
pub fn by_address(
    tx: &Tx<'_>,
    secret: &str,
    moment: Moment,
    zone: &TimeZone,
) -> Outcome<(Who, Calendar)> {
    let who = feeds::reader(tx, secret, moment)?;
    let hub = who.mandate.as_ref().and_then(|mandate| mandate.coalition).ok_or(Stop::NotFound)?;
    let calendar = dates(tx, &who, hub, zone)?;
    Ok((who, calendar))
}

/// A cycle whose dates are written down.
struct OfCycle<'a> {
    cycle: &'a Cycle,
    changed_at: Timestamp,
    zone: &'a TimeZone,
}

impl OfCycle<'_> {
    fn name(&self) -> CycleName {
        (self.cycle.number, self.cycle.name.clone())
    }

    fn entry(&self, kind: &str, what: What, when: When) -> Entry {
        Entry {
            uid: format!("{kind}-{}", self.cycle.id),
            what,
            when,
            place: String::new(),
            path: format!("/hubs/{}/cycles/{}", self.cycle.hub, self.cycle.id),
            changed_at: self.changed_at,
        }
    }

    fn opens(&self) -> Entry {
        self.entry("opens", What::Opens(self.name()), When::At(self.cycle.opens_at))
    }

    fn closes(&self) -> Entry {
        self.entry("closes", What::Closes(self.name()), When::At(self.cycle.closes_at))
    }

    /// The delivery of what a shop has ordered, at the hours of its site.
    fn delivery_to(&self, tx: &Tx<'_>, shop: OrganisationId, sites: &[Site]) -> Outcome<Option<Entry>> {
        let Some(order) = orders::find(tx, self.cycle.hub, self.cycle.id, shop)? else {
            return Ok(None);
        };
        let lines = orders::lines(tx, self.cycle.hub, self.cycle.id, shop)?;
        if lines.iter().all(|line| line.ordered.is_zero()) {
            return Ok(None);
        }
        let site = site_on(sites, order.delivers_on);
        let when = When::hours_of(site, order.delivers_on, self.zone);
        Ok(Some(Entry {
            uid: format!("delivery-{}-{shop}", self.cycle.id),
            place: site.map(written).unwrap_or_default(),
            path: format!("/hubs/{}/cycles/{}/orders/{shop}/summary", self.cycle.hub, self.cycle.id),
            changed_at: self.changed_at.max(order.changed_at),
            ..self.entry("delivery", What::Delivery(self.name()), when)
        }))
    }

    /// When a producer brings its goods to the hub: on the first delivery day, once something is ordered of
    /// it, and before closing in any case, unless the cycle leaves it out.
    fn arrival_from(
        &self,
        tx: &Tx<'_>,
        producer: OrganisationId,
        sites: &[Site],
    ) -> Outcome<Option<Entry>> {
        let (hub, id) = (self.cycle.hub, self.cycle.id);
        let Some(&day) = self.cycle.delivery_days.first() else { return Ok(None) };
        let is_over = matches!(self.cycle.stage(), Stage::Closed | Stage::Settled);
        let order = supply::find(tx, hub, id, producer)?;
        if order.is_none() && (is_over || cycles::without(tx, hub, id)?.contains(&producer)) {
            return Ok(None);
        }
        let path = match &order {
            Some(_) => format!("/hubs/{hub}/cycles/{id}/supply/{producer}"),
            None => format!("/hubs/{hub}/cycles/{id}"),
        };
        let site = site_on(sites, day);
        let when = When::hours_of(site, day, self.zone);
        Ok(Some(Entry {
            uid: format!("arrival-{id}-{producer}"),
            place: site.map(written).unwrap_or_default(),
            path,
            changed_at: order.map_or(self.changed_at, |order| self.changed_at.max(order.made_at)),
            ..self.entry("arrival", What::Arrival(self.name()), when)
        }))
    }

    /// The days on which the team receives, prepares and delivers.
    fn work<'b>(&'b self, sites: &'b [Site]) -> impl Iterator<Item = Entry> + 'b {
        self.cycle.delivery_days.iter().map(move |&day| {
            let site = site_on(sites, day);
            Entry {
                uid: format!("delivery-{}-{day}", self.cycle.id),
                place: site.map(written).unwrap_or_default(),
                ..self.entry(
                    "delivery",
                    What::Delivery(self.name()),
                    When::hours_of(site, day, self.zone),
                )
            }
        })
    }
}

/// The site's address in one line.
fn written(site: &Site) -> String {
    let town = format!("{} {}", site.postcode, site.town);
    let parts = [site.name.as_str(), site.street.as_str(), town.trim()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

/// The due days of what is still open of a member's documents. Amounts stay on the page: a calendar lies
/// with others.
fn to_settle(tx: &Tx<'_>, hub: CoalitionId, party: Party, zone: &TimeZone) -> Outcome<Vec<Entry>> {
    let numbers: HashMap<Uuid, (String, String)> =
        payments::document_numbers(tx, hub, party.organisation())?
            .into_iter()
            .map(|(id, kind, year, number)| {
                (id, (kind, economy::documents::written_number(year, number)))
            })
            .collect();
    let mut entries = Vec::new();
    for standing in payments::open_of(tx, hub, &[party])? {
        let claim = &standing.claim;
        let Some((kind, number)) = numbers.get(&claim.id).filter(|_| standing.open.0 > 0) else {
            continue;
        };
        let Some(kind) = DocumentKind::from_code(kind) else { continue };
        let what = match party {
            Party::Shop(_) => What::ToPay(kind, number.clone()),
            Party::Producer(_) | Party::Carrier(_) => What::ToBePaid(kind, number.clone()),
        };
        entries.push(Entry {
            uid: format!("due-{}", claim.id),
            what,
            when: When::AllDay(claim.due_on),
            place: String::new(),
            path: format!("/hubs/{hub}/documents/{}", claim.id),
            changed_at: beginning(claim.begun_on, zone),
        });
    }
    Ok(entries)
}

/// The hub's own payment days.
fn of_the_books(tx: &Tx<'_>, hub: CoalitionId, zone: &TimeZone) -> Outcome<Vec<Entry>> {
    let mut entries = Vec::new();
    for side in [Side::Producer, Side::Carrier, Side::Shop] {
        for (day, parties, begun_on) in payments::due_days(tx, hub, side)? {
            entries.push(Entry {
                uid: format!("due-{}-{hub}-{day}", side.code()),
                what: match side {
                    Side::Producer => What::ProducersToPay(parties),
                    Side::Carrier => What::CarriersToPay(parties),
                    Side::Shop => What::ShopsToPay(parties),
                },
                when: When::AllDay(day),
                place: String::new(),
                path: format!("/hubs/{hub}/balances"),
                changed_at: beginning(begun_on, zone),
            });
        }
    }
    Ok(entries)
}

fn beginning(day: Date, zone: &TimeZone) -> Timestamp {
    zone.to_timestamp(day.to_datetime(jiff::civil::Time::midnight())).unwrap_or(Timestamp::UNIX_EPOCH)
}
