//! A round of the town's hub that is published for today, for tests of what is driven and what it cost.

use frame::Role;
use jiff::civil::Date;
use rounds::fleet::Prices;
use rounds::plans::store as plans;
use rounds::road::store::Drive;
use units::{OrganisationId, PersonId, ShipmentId};

use crate::town::{RUNTIME, Town};

/// A round that the town's driver drives, as its plan has it.
pub struct Convoy {
    pub drive: Drive,
    pub day: Date,
    /// What it carries, each once.
    pub shipments: Vec<ShipmentId>,
    /// Halts at members, in order: place and whose it is. The hub's own dock is none.
    pub halts: Vec<(i64, OrganisationId)>,
    /// What is given or taken at the first of them.
    pub first: ShipmentId,
    pub prices: Prices,
}

impl Convoy {
    /// Takes the longest round of the plan that is published for today, and gives it to the town's driver.
    pub fn publish(town: &Town) -> Self {
        let (hub, own, day) = (town.world.hub, town.world.organisation, town.app.today());
        let driver: PersonId = town.person_of(Role::Driver).parse().unwrap();
        let taken = town.db.write(move |tx| {
            let plan = plans::published_on(tx, hub, day)?.expect("a plan for today");
            let rounds = plans::rounds(tx, hub, plan.id)?;
            let round = rounds.into_iter().max_by_key(|round| round.halts.len()).expect("a round");
            plans::set_driver(tx, hub, plan.id, round.number, Some(driver))?;
            let crews = plans::crews(tx, hub, plan.id)?;
            let crew = crews.iter().find(|crew| crew.vehicle == round.vehicle).expect("its crew");
            Ok::<_, store::Error>((plan.id, round, crew.prices))
        });
        let (plan, round, prices) = RUNTIME.block_on(taken).unwrap();
        let members: Vec<_> = round.halts.iter().filter(|halt| halt.at.organisation != own).collect();
        assert!(members.len() >= 3, "a round worth driving: {round:?}");
        let first = members[0].items[0].shipment;
        let halts = members.iter().map(|halt| (halt.place, halt.at.organisation)).collect();
        let mut shipments: Vec<ShipmentId> =
            round.halts.iter().flat_map(|halt| halt.items.iter().map(|item| item.shipment)).collect();
        shipments.sort_unstable();
        shipments.dedup();
        Self { drive: Drive { hub, plan, round: round.number }, day, shipments, halts, first, prices }
    }

    pub fn path(&self) -> String {
        format!("/drive/{}/{}/{}", self.drive.hub, self.drive.plan, self.drive.round)
    }

    pub fn costs(&self) -> String {
        format!("/hubs/{}/rounds/costs/{}/{}", self.drive.hub, self.drive.plan, self.drive.round)
    }

    /// The place of a halt at a member, as forms name it.
    pub fn place(&self, at: usize) -> String {
        self.halts[at].0.to_string()
    }
}
