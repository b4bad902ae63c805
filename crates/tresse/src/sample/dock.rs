//! The goods of a sample hub's cycle: received, shared, prepared, delivered.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use frame::{Outcome, Role};
use hub::cycles::{Assortment, Offer};
use hub::preparation::Handed;
use hub::preparation::acts::{self as preparation, Found, Handover, SentBack};
use hub::receptions::acts as receptions;
use hub::receptions::{Exchanged, Lot, Reason};
use hub::supply::{self, acts as supply_acts};
use people::organisations::Storage;
use units::{CycleId, OrganisationId, Quantity, ReferenceId, UnitKind};

use super::week::{Week, later};
use super::world::Maker;

impl Week<'_> {
    /// `percent` of the producers bring their goods: some short, all weighed, in lots.
    pub async fn receive(&mut self, id: CycleId, percent: usize) -> Outcome<()> {
        let cycle = self.cycle(id).await?;
        let day = cycle.delivery_days.first().copied().unwrap_or(self.app.today());
        let assortment = self.assortment(id).await?;
        let hub = self.world.hub;
        let who = self.world.staff(self.app, Role::Warehouse);
        let (supplies, lines) =
            self.app.look(&who, move |tx, who| supply_acts::list(tx, who, hub, id)).await?;
        let mut by_producer: HashMap<OrganisationId, Vec<supply::SupplyLine>> = HashMap::new();
        for line in lines {
            by_producer.entry(line.producer).or_default().push(line);
        }
        let coming = supplies.len() * percent / 100;
        for (at, order) in supplies.iter().take(coming).enumerate() {
            let minute = i64::try_from(at).unwrap_or_default() % 300;
            self.set_clock(later(day, -1), 6 * 60 + minute)?;
            let lines = by_producer.remove(&order.producer).unwrap_or_default();
            self.receive_of(id, order.producer, &lines, &assortment).await?;
        }
        Ok(())
    }

    async fn receive_of(
        &mut self,
        cycle: CycleId,
        producer: OrganisationId,
        lines: &[supply::SupplyLine],
        assortment: &Arc<Assortment>,
    ) -> Outcome<()> {
        let maker = self.world.producers.iter().find(|maker| maker.id == producer);
        let mut lots = Vec::new();
        let mut beyond: BTreeMap<ReferenceId, Quantity> = BTreeMap::new();
        for line in lines {
            let Some(offer) = assortment.find(line.reference) else { continue };
            let came = self.what_came(offer, line.ordered, &mut beyond);
            lots.extend(self.lots_of(maker, offer, came));
        }
        for (reference, quantity) in beyond {
            let Some(offer) = assortment.find(reference) else { continue };
            if lines.iter().any(|line| line.reference == reference) {
                lots.extend(self.lots_of(maker, offer, quantity));
            }
        }
        let came = self.chance.between(0, 1 + lines.len() as i64 / 2);
        let container = self.world.transport_crate;
        let exchanged =
            vec![Exchanged { container, came, went: (came - self.chance.between(0, 1)).max(0) }];
        self.tally.add("receptions", 1);
        self.tally.add("lots", lots.len());
        let (hub, assortment) = (self.world.hub, Arc::clone(assortment));
        let who = self.world.staff(self.app, Role::Warehouse);
        self.app
            .act(&who, move |tx, who| {
                receptions::receive(tx, who, hub, cycle, producer, &assortment, &lots, &exchanged, "")
            })
            .await
    }

    /// What came of an ordered quantity. Where it is short, the producer brings more of the second choice.
    fn what_came(
        &mut self,
        offer: &Offer,
        ordered: Quantity,
        beyond: &mut BTreeMap<ReferenceId, Quantity>,
    ) -> Quantity {
        if !self.chance.happens(self.world.plan.mishaps.short) {
            return ordered;
        }
        self.tally.add("references_short", 1);
        let units = ordered.0 / 1000;
        let came = Quantity::whole(units * self.chance.between(0, 85) / 100);
        if let Some(second) = offer.second_choice {
            *beyond.entry(second).or_default() += Quantity::whole((units - came.0 / 1000) / 2);
        }
        came
    }

    fn lots_of(&mut self, maker: Option<&Maker>, offer: &Offer, came: Quantity) -> Vec<Lot> {
        if came.is_zero() {
            return Vec::new();
        }
        let today = self.app.today();
        let parts = if came.0 > 20_000 && self.chance.happens(15) {
            let first = Quantity::whole(came.0 / 2000);
            vec![first, came - first]
        } else {
            vec![came]
        };
        let initials = maker.map_or("", |maker| maker.initials.as_str());
        let keeps = match offer.item.storage {
            Storage::Cold => Some(self.chance.between(6, 35)),
            Storage::Frozen => Some(self.chance.between(120, 300)),
            Storage::Dry => None,
        };
        parts
            .into_iter()
            .enumerate()
            .map(|(at, quantity)| {
                let harvest = later(today, -(at as i64) - self.chance.between(0, 2));
                Lot {
                    reference: offer.reference,
                    lot: format!("{initials}{:02}{:03}", harvest.year() % 100, harvest.day_of_year()),
                    best_before: keeps.map(|days| later(harvest, days)),
                    quantity,
                    measure: self.weighed(offer, quantity),
                }
            })
            .collect()
    }

    /// What the scale shows: the expected weight and a little more or less, to the gram.
    fn weighed(&mut self, offer: &Offer, quantity: Quantity) -> Quantity {
        let expected = offer.item.expected_measure(quantity);
        let spread = self.world.plan.mishaps.weight * 10;
        if !offer.item.is_weighed() || spread == 0 {
            return expected;
        }
        if offer.item.pay_unit.kind() != UnitKind::Mass {
            return expected;
        }
        Quantity(expected.0 * (1000 + self.chance.between(-spread, spread)) / 1000)
    }

    /// What is short is shared, by the rule of the agreement.
    pub async fn share(&mut self, id: CycleId) -> Outcome<()> {
        let (hub, assortment) = (self.world.hub, self.assortment(id).await?);
        let who = self.world.staff(self.app, Role::Warehouse);
        let shared = self
            .app
            .act(&who, move |tx, who| receptions::share_all(tx, who, hub, id, &assortment, None))
            .await?;
        self.tally.add("shortages_shared", shared);
        Ok(())
    }

    /// The first `percent` of the shops' goods are picked.
    pub async fn prepare(&mut self, id: CycleId, percent: usize) -> Outcome<()> {
        let cycle = self.cycle(id).await?;
        let assortment = self.assortment(id).await?;
        let day = cycle.delivery_days.first().copied().unwrap_or(self.app.today());
        let shops = self.shops_with_goods(id).await?;
        let who = self.world.staff(self.app, Role::Warehouse);
        let hub = self.world.hub;
        for (at, &shop) in shops.iter().take(shops.len() * percent / 100).enumerate() {
            self.set_clock(later(day, -1), 13 * 60 + at as i64 % 240)?;
            let goods =
                self.app.look(&who, move |tx, who| preparation::show(tx, who, hub, id, shop)).await?;
            let found: Vec<Found> = goods
                .allotments
                .iter()
                .map(|allotment| {
                    let broken = allotment.quantity > Quantity::ONE && self.chance.between(0, 399) == 0;
                    let quantity =
                        allotment.quantity - if broken { Quantity::ONE } else { Quantity::ZERO };
                    let weighed =
                        assortment.find(allotment.reference).is_some_and(|o| o.item.is_weighed());
                    let measure = match (broken, weighed) {
                        (false, _) => allotment.measure,
                        (true, false) => quantity,
                        (true, true) => {
                            Quantity(allotment.measure.0 * quantity.0 / allotment.quantity.0)
                        }
                    };
                    let reason = if broken { Some(Reason::Damaged) } else { allotment.reason };
                    let remark = allotment.remark.clone();
                    Found {
                        reference: allotment.reference,
                        stands_for: allotment.stands_for,
                        quantity,
                        measure,
                        reason,
                        remark,
                    }
                })
                .collect();
            self.tally.add("lines_prepared", found.len());
            self.app
                .act(&who, move |tx, who| preparation::prepare(tx, who, hub, id, shop, &found))
                .await?;
        }
        Ok(())
    }

    pub(super) async fn shops_with_goods(&self, id: CycleId) -> Outcome<Vec<OrganisationId>> {
        let hub = self.world.hub;
        let shops =
            self.app.db.read(move |tx| hub::receptions::store::shops_to_bill(tx, hub, id)).await?;
        Ok(shops)
    }

    /// The first `percent` of the shops get their goods; crates go out and come back.
    pub async fn deliver(&mut self, id: CycleId, percent: usize) -> Outcome<()> {
        let cycle = self.cycle(id).await?;
        let assortment = self.assortment(id).await?;
        let shops = self.shops_with_goods(id).await?;
        let who = self.world.staff(self.app, Role::Warehouse);
        let hub = self.world.hub;
        let container = self.world.transport_crate;
        for (at, &shop) in shops.iter().take(shops.len() * percent / 100).enumerate() {
            let days = &cycle.delivery_days;
            let day = days.get(at * days.len() / shops.len()).copied().unwrap_or(self.app.today());
            self.set_clock(day, 7 * 60 + 30 + at as i64 % 360)?;
            let goods =
                self.app.look(&who, move |tx, who| preparation::show(tx, who, hub, id, shop)).await?;
            let out = self.crates_out.entry(shop).or_default();
            let back = *out - self.chance.between(0, 2).min(*out);
            let extra_out = 1 + goods.allotments.len() as i64 / 8;
            *out += extra_out - back;
            let mut handover = Handover {
                taken_by: self
                    .world
                    .shops
                    .iter()
                    .find(|one| one.id == shop)
                    .map_or_else(String::new, |one| {
                        one.name.split(' ').next_back().unwrap_or_default().to_owned()
                    }),
                handed: vec![Handed { container, extra_out, back }],
                ..Handover::default()
            };
            if self.chance.happens(self.world.plan.mishaps.sent_back)
                && let Some(one) = goods.allotments.iter().find(|one| one.measure > Quantity::ZERO)
            {
                let remark = "Abîmé au transport".to_owned();
                let measure = Quantity((one.measure.0 / 2).max(1));
                handover.sent_back.push(SentBack {
                    reference: one.reference,
                    stands_for: one.stands_for,
                    measure,
                    remark,
                });
                self.tally.add("lines_sent_back", 1);
            }
            let assortment = Arc::clone(&assortment);
            self.app
                .act(&who, move |tx, who| {
                    preparation::deliver(tx, who, hub, id, shop, &assortment, &handover)
                })
                .await?;
            self.tally.add("deliveries", 1);
        }
        Ok(())
    }
}
