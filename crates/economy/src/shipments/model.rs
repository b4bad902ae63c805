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

impl std::iter::Sum for Load {
    fn sum<I: Iterator<Item = Self>>(loads: I) -> Self {
        loads.fold(Self::default(), |sum, load| Self {
            dry: sum.dry + load.dry,
            cold: sum.cold + load.cold,
            frozen: sum.frozen + load.frozen,
            kilograms: sum.kilograms + load.kilograms,
        })
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

/// Why something cannot be moved as it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misfit {
    /// No crate and no kilogram.
    Nothing,
    /// It begins where it ends.
    NowhereElse,
    LastBeforeFirst,
    DueBeforeReady,
    /// Its last day is over.
    Past,
}

impl Misfit {
    /// The field of a form that it is about.
    pub fn field(self) -> &'static str {
        match self {
            Self::Nothing => "kilograms",
            Self::NowhereElse => "to",
            Self::LastBeforeFirst | Self::Past => "last_day",
            Self::DueBeforeReady => "due",
        }
    }
}

/// What somebody asks to have moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub from: Place,
    pub to: Place,
    pub first_day: Date,
    pub last_day: Date,
    pub ready: Option<i64>,
    pub due: Option<i64>,
    pub load: Load,
    pub needs: Vec<Need>,
    pub note: String,
}

impl Asked {
    /// # Errors
    /// The first reason for which it cannot be moved.
    pub fn check(&self, today: Date) -> Result<(), Misfit> {
        if self.load.is_nothing() {
            return Err(Misfit::Nothing);
        }
        if self.from == self.to {
            return Err(Misfit::NowhereElse);
        }
        if self.last_day < self.first_day {
            return Err(Misfit::LastBeforeFirst);
        }
        if self.last_day < today {
            return Err(Misfit::Past);
        }
        match (self.ready, self.due) {
            (Some(ready), Some(due)) if due <= ready => Err(Misfit::DueBeforeReady),
            _ => Ok(()),
        }
    }

    pub fn shipment(
        &self,
        id: ShipmentId,
        asked_for: Option<OrganisationId>,
        at: Timestamp,
        by: PersonId,
    ) -> Shipment {
        Shipment {
            id,
            origin: Origin::ByHand,
            cycle: None,
            from: self.from.into(),
            to: self.to.into(),
            first_day: self.first_day,
            last_day: self.last_day,
            ready: self.ready,
            due: self.due,
            load: self.load,
            needs: self.needs.clone(),
            standing: Standing::Waiting,
            carried: None,
            note: self.note.clone(),
            asked_for,
            added_at: at,
            added_by: by,
        }
    }

    /// The known shipment, as it is asked now.
    pub fn changed(&self, known: &Shipment) -> Shipment {
        Shipment {
            standing: known.standing,
            carried: known.carried,
            ..self.shipment(known.id, known.asked_for, known.added_at, known.added_by)
        }
    }
}

/// What a sale moves between two organisations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moves {
    pub origin: Origin,
    pub from: End,
    pub to: End,
    pub first_day: Date,
    pub last_day: Date,
    pub load: Load,
}

impl Moves {
    /// Whether the shipment is this one, as it was written before.
    pub fn is(&self, shipment: &Shipment) -> bool {
        self.origin == shipment.origin
            && self.from.organisation == shipment.from.organisation
            && self.to.organisation == shipment.to.organisation
    }

    /// The known shipment, as the sale has it now; one that was cancelled waits again. What is collected keeps its
    /// days: they follow from the closing, which was before.
    pub fn changed(&self, known: &Shipment) -> Shipment {
        let back = known.standing == Standing::Cancelled;
        let (first_day, last_day) = match self.origin {
            Origin::Collection => (known.first_day, known.last_day),
            _ => (self.first_day, self.last_day),
        };
        Shipment {
            from: self.from,
            to: self.to,
            first_day,
            last_day,
            load: self.load,
            standing: match (back, known.carried) {
                (true, Some(_)) => Standing::Carried,
                (true, None) => Standing::Waiting,
                (false, _) => known.standing,
            },
            ..known.clone()
        }
    }

    pub fn shipment(&self, id: ShipmentId, cycle: CycleId, at: Timestamp, by: PersonId) -> Shipment {
        Shipment {
            id,
            origin: self.origin,
            cycle: Some(cycle),
            from: self.from,
            to: self.to,
            first_day: self.first_day,
            last_day: self.last_day,
            ready: None,
            due: None,
            load: self.load,
            needs: Vec::new(),
            standing: Standing::Waiting,
            carried: None,
            note: String::new(),
            asked_for: None,
            added_at: at,
            added_by: by,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn place(number: u128) -> Place {
        Place {
            organisation: OrganisationId(Uuid::from_u128(number)),
            site: SiteId(Uuid::from_u128(number)),
        }
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn what_cannot_be_moved_is_refused_with_its_reason() {
        let asked = Asked {
            from: place(1),
            to: place(2),
            first_day: day("2026-12-01"),
            last_day: day("2026-12-02"),
            ready: Some(480),
            due: Some(720),
            load: Load { cold: 3, kilograms: 40, ..Load::default() },
            needs: vec![Need::TailLift],
            note: String::new(),
        };
        let check = |asked: Asked, expected: Result<(), Misfit>| {
            assert_eq!(asked.check(day("2026-11-28")), expected);
        };
        check(asked.clone(), Ok(()));
        check(Asked { load: Load::default(), ..asked.clone() }, Err(Misfit::Nothing));
        check(Asked { to: place(1), ..asked.clone() }, Err(Misfit::NowhereElse));
        check(Asked { last_day: day("2026-11-30"), ..asked.clone() }, Err(Misfit::LastBeforeFirst));
        check(Asked { due: Some(480), ..asked.clone() }, Err(Misfit::DueBeforeReady));
        let over = Asked { first_day: day("2026-11-02"), last_day: day("2026-11-03"), ..asked };
        check(over, Err(Misfit::Past));
    }

    #[test]
    fn needs_are_read_as_they_were_written() {
        let needs = vec![Need::Fridge, Need::PalletTruck];
        assert_eq!(Need::read(&Need::written(&needs)), needs);
        assert!(Need::read(&Need::written(&[])).is_empty());
    }

    #[test]
    fn a_sale_that_comes_back_waits_or_is_carried_as_before() {
        let moves = Moves {
            origin: Origin::Delivery,
            from: place(1).into(),
            to: place(2).into(),
            first_day: day("2026-12-01"),
            last_day: day("2026-12-01"),
            load: Load { dry: 2, kilograms: 20, ..Load::default() },
        };
        let by = PersonId(Uuid::nil());
        let new =
            moves.shipment(ShipmentId(Uuid::nil()), CycleId(Uuid::nil()), Timestamp::UNIX_EPOCH, by);
        assert!(moves.is(&new));
        let cancelled = Shipment { standing: Standing::Cancelled, ..new.clone() };
        assert_eq!(moves.changed(&cancelled).standing, Standing::Waiting);
        let carried = Some(Carried { plan: PlanId(Uuid::nil()), round: 1 });
        let cancelled = Shipment { carried, ..cancelled };
        assert_eq!(moves.changed(&cancelled).standing, Standing::Carried);
        assert_eq!(moves.changed(&new), new);
    }
}
