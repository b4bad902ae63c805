//! What a coalition is, and what it is to be a member of one.

use jiff::Timestamp;
use jiff::civil::Date;
use people::organisations::Organisation;
use units::{CoalitionId, OrganisationId};

units::codes! {
    /// The common project of a coalition: which activities it runs.
    pub enum CoalitionKind {
        /// Producers sell as one to many shops.
        Hub = "hub",
    }
}

units::codes! {
    /// Which side of the trade a member stands on.
    pub enum Side {
        Producer = "producer",
        Shop = "shop",
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coalition {
    pub id: CoalitionId,
    pub kind: CoalitionKind,
    pub name: String,
    /// The enterprise that invoices and pays for it.
    pub organisation: OrganisationId,
    /// Whether anybody may see how a cycle's euro divides.
    pub public_euro: bool,
}

/// An organisation within a coalition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    pub organisation: OrganisationId,
    pub side: Side,
    pub since: Date,
    pub until: Option<Date>,
    /// Where a shortage goes by priority, the lower rank is served first.
    pub rank: i64,
}

impl Membership {
    /// What a member that is admitted on this side today stands as: one that is known keeps its first day and
    /// its rank, and comes back if it had left.
    pub fn admitted(
        known: Option<&Self>,
        organisation: OrganisationId,
        side: Side,
        today: Date,
    ) -> Self {
        match known {
            Some(known) => Self { until: None, ..known.clone() },
            None => Self { organisation, side, since: today, until: None, rank: 100 },
        }
    }

    pub fn is_good_on(&self, day: Date) -> bool {
        self.since <= day && self.until.is_none_or(|until| day <= until)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    pub organisation: Organisation,
    pub memberships: Vec<Membership>,
}

impl Member {
    pub fn is(&self, side: Side) -> bool {
        self.memberships.iter().any(|membership| membership.side == side)
    }
}

/// A line of a coalition's journal, with the names that are known of whom it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalLine {
    pub at: Timestamp,
    /// Nobody's where the application did it.
    pub person: Option<String>,
    pub act: String,
    pub subject: Option<String>,
    /// The old number, where one was changed.
    pub detail: Option<String>,
    /// How many times in a row, where the lines would say the same.
    pub times: i64,
}

impl JournalLine {
    /// Whether a reader would see the same line again: who did what to whom, in the same minute.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let minute = |line: &Self| line.at.as_second().div_euclid(60);
        (&self.person, &self.act, &self.subject, &self.detail, minute(self))
            == (&other.person, &other.act, &other.subject, &other.detail, minute(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn who_is_admitted_again_keeps_their_place() {
        let organisation = OrganisationId(Uuid::from_u128(1));
        let today: Date = "2026-11-24".parse().unwrap();
        let since: Date = "2024-03-01".parse().unwrap();
        let left = Membership { organisation, side: Side::Shop, since, until: Some(since), rank: 7 };
        let check = |known: Option<&Membership>, since: Date, rank: i64| {
            let admitted = Membership::admitted(known, organisation, Side::Shop, today);
            assert_eq!((admitted.since, admitted.until, admitted.rank), (since, None, rank));
        };
        check(None, today, 100);
        check(Some(&left), since, 7);
    }
}
