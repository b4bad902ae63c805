//! What must be moved: from where to where, when, how much, and what the goods need.

use jiff::Timestamp;
use jiff::civil::Date;
use people::organisations::Storage;
use units::{Code, CycleId, OrganisationId, PersonId, PlanId, ShipmentId, SiteId};

units::codes! {
    /// What made a shipment necessary.
    pub enum Origin {
        /// A sale: goods of a producer's go to the hub.
        Collection = "collection",
        /// A sale: goods go from the hub to a shop.
        Delivery = "delivery",
        /// A sale: empty crates go from a shop to the hub.
        CratesBack = "crates_back",
        /// A member asked for it.
        ByHand = "by_hand",
    }
}

units::codes! {
    pub enum Standing {
        /// No published round carries it.
        Waiting = "waiting",
        /// A published round carries it.
        Carried = "carried",
        /// It has arrived.
        Moved = "moved",
        /// It is not to be moved any more.
        Cancelled = "cancelled",
    }
}

units::codes! {
    /// What goods or places ask of the vehicle that comes.
    pub enum Need {
        Fridge = "fridge",
        Freezer = "freezer",
        TailLift = "tail_lift",
        PalletTruck = "pallet_truck",
    }
}

impl Need {
    /// As one column holds them: their words, a space between.
    pub fn written(needs: &[Self]) -> String {
        needs.iter().map(|need| need.code()).collect::<Vec<_>>().join(" ")
    }

    /// The needs that a column of such words names.
    pub fn read(text: &str) -> Vec<Self> {
        text.split(' ').filter_map(Self::from_code).collect()
    }
}

/// Crates by the cold that they need, and the weight of all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Load {
    pub dry: i64,
    pub cold: i64,
    pub frozen: i64,
    pub kilograms: i64,
}

impl Load {
    pub fn crates(&self) -> i64 {
        self.dry + self.cold + self.frozen
    }

    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// The kinds of cold that there are goods of.
    pub fn storages(&self) -> Vec<Storage> {
        let of = [(Storage::Dry, self.dry), (Storage::Cold, self.cold), (Storage::Frozen, self.frozen)];
        of.into_iter().filter(|(_, crates)| *crates > 0).map(|(storage, _)| storage).collect()
    }
}

/// A site of an organisation's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    pub organisation: OrganisationId,
    pub site: SiteId,
}

/// Where a shipment begins or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    pub organisation: OrganisationId,
    /// None where the organisation has no site yet: no round can carry it then.
    pub site: Option<SiteId>,
}

impl End {
    pub fn place(self) -> Option<Place> {
        self.site.map(|site| Place { organisation: self.organisation, site })
    }
}

impl From<Place> for End {
    fn from(place: Place) -> Self {
        Self { organisation: place.organisation, site: Some(place.site) }
    }
}

/// The round of a published plan that carries a shipment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Carried {
    pub plan: PlanId,
    /// The round's number within the plan.
    pub round: i64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shipment {
    pub id: ShipmentId,
    pub origin: Origin,
    /// Whose sale it belongs to; none by hand.
    pub cycle: Option<CycleId>,
    pub from: End,
    pub to: End,
    /// It moves on one of these days, both included.
    pub first_day: Date,
    pub last_day: Date,
    /// Not fetched before, in minutes after midnight.
    pub ready: Option<i64>,
    /// There by then, in minutes after midnight.
    pub due: Option<i64>,
    pub load: Load,
    pub needs: Vec<Need>,
    pub standing: Standing,
    pub carried: Option<Carried>,
    pub note: String,
    /// The member that asked for it; none where the hub did.
    pub asked_for: Option<OrganisationId>,
    pub added_at: Timestamp,
    pub added_by: PersonId,
}

impl Shipment {
    pub fn may_move_on(&self, day: Date) -> bool {
        self.first_day <= day && day <= self.last_day
    }

    /// Whether it is this organisation's: it asked for it, or the goods leave or come there.
    pub fn is_of(&self, organisation: OrganisationId) -> bool {
        self.asked_for == Some(organisation)
            || self.from.organisation == organisation
            || self.to.organisation == organisation
    }
}
