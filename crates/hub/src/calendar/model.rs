//! A date of somebody's: what happens, when, and where.

use economy::documents::DocumentKind;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use people::organisations::{OpeningWindow, Site};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The same as long as it is the same date, however often it is moved.
    pub uid: String,
    pub what: What,
    pub when: When,
    pub place: String,
    /// The page that says more.
    pub path: String,
    /// When it was last moved, as far as is known.
    pub changed_at: Timestamp,
}

/// A cycle as people name it: its number and its name.
pub type CycleName = (i64, String);

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    Opens(CycleName),
    Closes(CycleName),
    /// Goods go to the shop, or on the road.
    Delivery(CycleName),
    /// Goods are brought to the hub.
    Arrival(CycleName),
    /// A shop pays this document.
    ToPay(DocumentKind, String),
    /// A member is paid this document.
    ToBePaid(DocumentKind, String),
    /// The hub pays so many producers.
    ProducersToPay(i64),
    /// The hub pays so many members for rounds.
    CarriersToPay(i64),
    /// So many shops have to pay.
    ShopsToPay(i64),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    At(Timestamp),
    Between(Timestamp, Timestamp),
    AllDay(Date),
}

impl When {
    /// The hours of a site on `day`, from its first opening to its last closing by the clock of `zone`; the
    /// whole day where none are known.
    pub fn hours_of(site: Option<&Site>, day: Date, zone: &TimeZone) -> Self {
        let weekday = day.weekday().to_monday_one_offset();
        let windows: Vec<&OpeningWindow> =
            site.into_iter().flat_map(|site| site.windows_on(weekday)).collect();
        let instant = |minute: i64| {
            let civil = day.to_datetime(Time::midnight()).checked_add(Span::new().minutes(minute));
            zone.to_timestamp(civil.ok()?).ok()
        };
        let opens = windows.iter().map(|window| window.opens).min().and_then(instant);
        let closes = windows.iter().map(|window| window.closes).max().and_then(instant);
        match opens.zip(closes) {
            Some((opens, closes)) => Self::Between(opens, closes),
            None => Self::AllDay(day),
        }
    }

    /// The civil date that it begins on.
    pub fn day(self, zone: &TimeZone) -> Date {
        match self {
            Self::AllDay(day) => day,
            Self::At(at) | Self::Between(at, _) => zone.to_datetime(at).date(),
        }
    }

    /// What dates are put in order by: whole days go before hours.
    pub fn order(self, zone: &TimeZone) -> (Date, Option<Timestamp>) {
        let at = match self {
            Self::AllDay(_) => None,
            Self::At(at) | Self::Between(at, _) => Some(at),
        };
        (self.day(zone), at)
    }
}

/// The site that goods go to on `day`: the first that is open then, else the first.
pub fn site_on(sites: &[Site], day: Date) -> Option<&Site> {
    let weekday = day.weekday().to_monday_one_offset();
    sites.iter().find(|site| site.windows_on(weekday).next().is_some()).or(sites.first())
}

#[cfg(test)]
mod tests {
    use super::*;
    use units::{Country, OrganisationId, SiteId};
    use uuid::Uuid;

    fn site(windows: &[(i8, i64, i64)]) -> Site {
        Site {
            id: SiteId(Uuid::nil()),
            organisation: OrganisationId(Uuid::nil()),
            name: "Dépôt".to_owned(),
            street: String::new(),
            postcode: String::new(),
            town: String::new(),
            country: Country::BELGIUM,
            coordinates: None,
            receives: Vec::new(),
            note: String::new(),
            windows: windows
                .iter()
                .map(|&(weekday, opens, closes)| OpeningWindow { weekday, opens, closes })
                .collect(),
        }
    }

    #[test]
    fn eight_o_clock_is_eight_o_clock_on_the_wall_all_year() {
        let zone = TimeZone::get("Europe/Brussels").unwrap();
        // Open each Sunday from 8 to 12 and from 13 to 18, and Saturdays until midnight.
        let site = site(&[(7, 480, 720), (7, 780, 1080), (6, 1200, 1440)]);
        let check = |day: &str, opens: &str, closes: &str| {
            let expected = When::Between(opens.parse().unwrap(), closes.parse().unwrap());
            assert_eq!(When::hours_of(Some(&site), day.parse().unwrap(), &zone), expected, "{day}");
        };
        // Summer time begins on 29 March 2026 and ends on 25 October, both Sundays.
        check("2026-03-22", "2026-03-22T07:00:00Z", "2026-03-22T17:00:00Z");
        check("2026-03-29", "2026-03-29T06:00:00Z", "2026-03-29T16:00:00Z");
        check("2026-10-18", "2026-10-18T06:00:00Z", "2026-10-18T16:00:00Z");
        check("2026-10-25", "2026-10-25T07:00:00Z", "2026-10-25T17:00:00Z");
        check("2026-03-28", "2026-03-28T19:00:00Z", "2026-03-28T23:00:00Z");
        let monday: Date = "2026-03-30".parse().unwrap();
        assert_eq!(When::hours_of(Some(&site), monday, &zone), When::AllDay(monday));
        assert_eq!(When::hours_of(None, monday, &zone), When::AllDay(monday));
    }

    #[test]
    fn goods_go_where_somebody_is() {
        let day: Date = "2026-11-24".parse().unwrap();
        let (shut, open) = (site(&[(1, 480, 720)]), site(&[(2, 480, 720)]));
        let sites = [shut, open];
        assert_eq!(site_on(&sites, day), Some(&sites[1]));
        assert_eq!(site_on(&sites[..1], day), Some(&sites[0]));
        assert_eq!(site_on(&[], day), None);
    }
}
