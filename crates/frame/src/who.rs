//! Who acts, and by which mandate: no mandate, no right.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use units::{CoalitionId, Language, MandateId, OrganisationId, PersonId};
use uuid::Uuid;

use crate::app::{App, Moment};
use crate::clock::Ids;
use crate::outcome::{Outcome, Stop};

units::codes! {
    /// What a mandate lets a person do.
    pub enum Role {
        /// Keeps the instance: organisations, persons, mail.
        Administrator = "administrator",
        /// Runs a coalition's common work.
        Coordinator = "coordinator",
        /// Receives, prepares, delivers.
        Warehouse = "warehouse",
        /// Invoices, pays, keeps the books.
        Bookkeeper = "bookkeeper",
        /// Drives rounds: sees what is to be done on their own, and nothing else.
        Driver = "driver",
        /// Acts for a member that sells.
        Producer = "producer",
        /// Acts for a member that buys.
        Shop = "shop",
        /// Reads, for a member, what every member may see.
        Reader = "reader",
    }
}

impl Role {
    /// Roles that a coalition gives, for itself.
    pub const OF_A_COALITION: [Self; 4] =
        [Self::Coordinator, Self::Warehouse, Self::Bookkeeper, Self::Driver];
    /// Roles that a member gives, for itself within a coalition.
    pub const OF_A_MEMBER: [Self; 3] = [Self::Producer, Self::Shop, Self::Reader];
}

/// A role, for a coalition or for a member within one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mandate {
    pub id: MandateId,
    pub role: Role,
    /// None only for the administrator.
    pub coalition: Option<CoalitionId>,
    /// The member acted for; none where the coalition itself is.
    pub organisation: Option<OrganisationId>,
    /// For whom, in words: the member's name or the coalition's.
    pub label: String,
    /// Whom the person stands in for, when the mandate is another's.
    pub stands_in_for: Option<String>,
}

impl Mandate {
    /// A mandate that is kept nowhere, for acts that no person asked for on a page.
    pub fn unwritten(
        role: Role,
        coalition: Option<CoalitionId>,
        organisation: Option<OrganisationId>,
        label: &str,
    ) -> Self {
        let id = MandateId(Uuid::nil());
        Self { id, role, coalition, organisation, label: label.to_owned(), stands_in_for: None }
    }
}

/// A person in the act, with the time of it and the source of its new identifiers.
#[derive(Clone)]
pub struct Who {
    pub person: PersonId,
    pub name: String,
    pub language: Language,
    /// The mandate acted under.
    pub mandate: Option<Mandate>,
    /// All that the person may act under today.
    pub mandates: Vec<Mandate>,
    pub at: Timestamp,
    /// The civil date of `at` where the instance is.
    pub today: Date,
    pub ids: Ids,
    /// When the session was last noted as used; none for who has no session.
    pub seen_at: Option<Timestamp>,
    /// When the person last showed who they are, which opened the session; none for who has no session.
    pub shown_at: Option<Timestamp>,
}

/// How long it counts that somebody has shown who they are, where that is asked for once more.
const OF_LATE: SignedDuration = SignedDuration::from_mins(10);

impl Who {
    /// The application itself, at its timed work for a coalition.
    pub fn clockwork(app: &App, coalition: CoalitionId) -> Self {
        let mandate = Mandate::unwritten(Role::Coordinator, Some(coalition), None, "Tresse");
        Self::acting(app, PersonId(Uuid::nil()), "Tresse", mandate)
    }

    /// Somebody who came by no page, at the application's time.
    pub fn acting(app: &App, person: PersonId, name: &str, mandate: Mandate) -> Self {
        Self {
            person,
            name: name.to_owned(),
            language: Language::Fr,
            mandate: Some(mandate),
            mandates: Vec::new(),
            at: app.clock.now(),
            today: app.today(),
            ids: app.ids.clone(),
            seen_at: None,
            shown_at: None,
        }
    }

    /// Whoever sits at the machine itself: bound to no mandate, and noted as the application.
    pub fn at_the_machine(moment: &Moment) -> Self {
        Self {
            person: PersonId(Uuid::nil()),
            name: "Tresse".to_owned(),
            language: Language::Fr,
            mandate: None,
            mandates: Vec::new(),
            at: moment.at,
            today: moment.today,
            ids: moment.ids.clone(),
            seen_at: None,
            shown_at: None,
        }
    }

    /// A person who has shown who they are, before they act under any mandate.
    pub fn at_the_door(moment: &Moment, person: PersonId, name: &str) -> Self {
        Self { person, name: name.to_owned(), ..Self::at_the_machine(moment) }
    }

    /// The time of the act.
    pub fn moment(&self) -> Moment {
        Moment { at: self.at, today: self.today, ids: self.ids.clone() }
    }

    /// Whether they showed who they are within the last ten minutes: an open session may be in other hands.
    pub fn has_shown_of_late(&self) -> bool {
        self.shown_at.is_some_and(|shown| self.at.duration_since(shown) <= OF_LATE)
    }

    pub fn role(&self) -> Option<Role> {
        self.mandate.as_ref().map(|mandate| mandate.role)
    }

    /// The coalition whose pages the mandate opens. A driver's opens none of them: their rounds are all they see.
    pub fn place(&self) -> Option<CoalitionId> {
        let mandate = self.mandate.as_ref().filter(|mandate| mandate.role != Role::Driver);
        mandate.and_then(|mandate| mandate.coalition)
    }

    pub fn is(&self, role: Role) -> bool {
        self.role() == Some(role)
    }

    /// Whether the mandate is one of `roles` within `coalition`.
    pub fn acts_in(&self, coalition: CoalitionId, roles: &[Role]) -> bool {
        self.mandate.as_ref().is_some_and(|m| m.coalition == Some(coalition) && roles.contains(&m.role))
    }

    /// Whether the mandate is `role` for `organisation`.
    pub fn acts_for(&self, organisation: OrganisationId, role: Role) -> bool {
        self.mandate.as_ref().is_some_and(|m| m.organisation == Some(organisation) && m.role == role)
    }

    /// # Errors
    /// [`Stop::NotFound`] unless the mandate is within `coalition`: for others it does not exist.
    pub fn must_be_within(&self, coalition: CoalitionId) -> Outcome<()> {
        match &self.mandate {
            Some(mandate) if mandate.coalition == Some(coalition) => Ok(()),
            _ => Err(Stop::NotFound),
        }
    }

    /// # Errors
    /// [`Stop::NotAllowed`] unless the mandate is one of `roles` within `coalition`.
    pub fn must_act_in(&self, coalition: CoalitionId, roles: &[Role]) -> Outcome<()> {
        if self.acts_in(coalition, roles) { Ok(()) } else { Err(Stop::NotAllowed) }
    }

    /// # Errors
    /// [`Stop::NotAllowed`] unless the mandate is the administrator's.
    pub fn must_be_administrator(&self) -> Outcome<()> {
        if self.is(Role::Administrator) { Ok(()) } else { Err(Stop::NotAllowed) }
    }
}
