//! What a coalition is, and what it is to be a member of one.

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
