//! One cycle of a sample hub's life, step by step, through the acts that the pages use.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use economy::documents::acts::{self as documents, Credited, NewCredit};
use economy::documents::store::Narrowed;
use economy::documents::{BorneBy, DocumentKind, Subject};
use economy::payments::{Method, Payment, Side, acts as payments};
use frame::{App, Outcome, Role, Stop};
use hub::catalogue::{StockMode, acts as catalogue};
use hub::cycles::{Assortment, Cycle, Offer, acts as cycles, assortment};
use hub::orders::acts::{self as orders, Ask, NotOrdered};
use hub::orders::store as order_store;
use hub::preparation::Handed;
use hub::preparation::acts::{self as preparation, Found, Handover, SentBack};
use hub::receptions::acts as receptions;
use hub::receptions::{Exchanged, Lot, Reason};
use hub::settlement;
use hub::supply::{self, acts as supply_acts};
use jiff::civil::{Date, Time};
use jiff::{Span, Timestamp};
use people::organisations::Storage;
use units::{CycleId, OrganisationId, Quantity, ReferenceId, Unit, UnitKind};

use super::chance::Chance;
use super::tally::Tally;
use super::world::{Buyer, Maker, World};

/// A week of a hub: what happens to one of its cycles.
pub struct Week<'a> {
    pub app: &'a App,
    pub world: &'a World,
    pub chance: &'a mut Chance,
    pub tally: &'a mut Tally,
    /// How many transport crates each shop has.
    pub crates_out: &'a mut HashMap<OrganisationId, i64>,
}

/// The times of a cycle that opens on `day`: eighteen o'clock, until noon six days later; deliveries on
/// the two days that follow the day after.
pub fn times(app: &App, day: Date) -> Outcome<(Timestamp, Timestamp, Vec<Date>)> {
    let at = |days: i64, hour: i8| -> Outcome<Timestamp> {
        let civil = later(day, days).to_datetime(Time::constant(hour, 0, 0, 0));
        app.settings.zone.to_timestamp(civil).map_err(|error| anyhow::Error::from(error).into())
    };
    Ok((at(0, 18)?, at(6, 12)?, vec![later(day, 8), later(day, 9)]))
}

pub fn later(day: Date, days: i64) -> Date {
    day.saturating_add(Span::new().days(days))
}

impl Week<'_> {
    /// Plans the first cycle of a hub; each that opens plans the one after it.
    pub async fn plan_first(&mut self, day: Date) -> Outcome<CycleId> {
        let (opens_at, closes_at, delivery_days) = times(self.app, day)?;
        let plan = cycles::Plan {
            name: "Tournée de la semaine".to_owned(),
            opens_at,
            closes_at,
            delivery_days,
            repeats: true,
            without: Vec::new(),
            made_from: None,
        };
        let (hub, zone) = (self.world.hub, self.app.settings.zone.clone());
        let who = self.world.staff(self.app, Role::Coordinator);
        self.app.act(&who, move |tx, who| cycles::plan(tx, who, hub, &plan, &zone)).await
    }

    /// The cycle that was planned when this one opened.
    pub async fn after(&self, cycle: CycleId) -> Outcome<CycleId> {
        let hub = self.world.hub;
        let found = self.app.db.read(move |tx| hub::cycles::store::made_from(tx, hub, cycle)).await?;
        found.ok_or(Stop::NotFound)
    }

    pub async fn cycle(&self, id: CycleId) -> Outcome<Cycle> {
        let hub = self.world.hub;
        let who = self.world.staff(self.app, Role::Coordinator);
        self.app.look(&who, move |tx, who| cycles::find(tx, who, hub, id)).await
    }

    async fn assortment(&self, cycle: CycleId) -> Outcome<Arc<Assortment>> {
        assortment(self.app, self.world.hub, cycle).await
    }

    /// Producers count what they have on hand, and the cycle opens.
    pub async fn open(&mut self, id: CycleId) -> Outcome<()> {
        let cycle = self.cycle(id).await?;
        self.app.clock.set(cycle.opens_at);
        let (hub, zone) = (self.world.hub, self.app.settings.zone.clone());
        let who = self.world.staff(self.app, Role::Coordinator);
        let offers = self.app.act(&who, move |tx, who| cycles::open(tx, who, hub, id, &zone)).await?;
        self.tally.add("offers", usize::try_from(offers).unwrap_or_default());
        self.tally.add("cycles", 1);
        Ok(())
    }

    /// Producers whose shelves are nearly empty count them full again.
    pub async fn restock(&mut self, id: CycleId) -> Outcome<()> {
        let assortment = self.assortment(id).await?;
        let low: Vec<(OrganisationId, ReferenceId, Quantity)> = assortment
            .offers
            .iter()
            .filter(|offer| offer.stock_mode == StockMode::OnHand)
            .filter_map(|offer| {
                let counted = Quantity::whole(self.chance.between(20, 60) * 4);
                self.chance.happens(60).then_some((offer.producer, offer.reference, counted))
            })
            .collect();
        let hub = self.world.hub;
        let who = self.world.staff(self.app, Role::Coordinator);
        self.app
            .act(&who, move |tx, who| {
                low.iter().try_for_each(|&(producer, reference, counted)| {
                    catalogue::count_stock(tx, who, hub, producer, reference, counted)
                })
            })
            .await
    }

    /// Shops order, the first `percent` of them, spread over the time that the cycle is open until `until`.
    pub async fn order(&mut self, id: CycleId, percent: usize, until: Option<Timestamp>) -> Outcome<()> {
        let cycle = self.cycle(id).await?;
        let assortment = self.assortment(id).await?;
        let world = self.world;
        let shops = self.chance.some_of(&world.shops, world.shops.len() * percent / 100);
        let opened = cycle.opens_at.as_second();
        let span = until.unwrap_or(cycle.closes_at).as_second() - opened - 60;
        for (at, shop) in shops.iter().enumerate() {
            let second = opened + span * (at as i64 + 1) / (shops.len() as i64 + 1);
            self.app.clock.set(timestamp(second)?);
            self.order_of(id, shop, &assortment).await?;
        }
        Ok(())
    }

    async fn order_of(&mut self, cycle: CycleId, shop: &Buyer, assortment: &Assortment) -> Outcome<()> {
        let mut asks = Vec::new();
        for &reference in &shop.usual {
            let Some(offer) = assortment.find(reference) else { continue };
            if !self.chance.happens(80) || assortment.price_for(offer, shop.id).is_none() {
                continue;
            }
            let quantity = self.some_of(offer);
            let second = offer.second_choice.is_some().then(|| self.chance.happens(60));
            asks.push(Ask { reference, quantity, takes_second_choice: second });
        }
        self.ask(cycle, shop, &mut asks).await?;
        self.tally.add("order_lines", asks.iter().filter(|ask| !ask.quantity.is_zero()).count());
        self.tally.add("orders", 1);
        if !asks.is_empty() && self.chance.happens(self.world.plan.mishaps.cancelled) {
            let mut cancelled = *self.chance.one_of(&asks);
            cancelled.quantity = Quantity::ZERO;
            self.ask(cycle, shop, &mut [cancelled]).await?;
            self.tally.add("lines_cancelled", 1);
        }
        Ok(())
    }

    /// Asks as a shop does: told that less is left, it takes that.
    async fn ask(&mut self, cycle: CycleId, shop: &Buyer, asks: &mut [Ask]) -> Outcome<()> {
        let (hub, shop_id) = (self.world.hub, shop.id);
        let who = self.world.member(self.app, Role::Shop, shop.id);
        loop {
            let wanted = asks.to_vec();
            let asked = self
                .app
                .act(&who, move |tx, who| orders::ask(tx, who, hub, cycle, shop_id, &wanted, ""))
                .await;
            let Err(Stop::Refused(refusal)) = &asked else { return asked };
            let Some(NotOrdered::SoldOut { reference, left }) = refusal.of() else { return asked };
            self.tally.add("promises_refused", 1);
            for ask in asks.iter_mut().filter(|ask| ask.reference == *reference) {
                ask.quantity = *left;
            }
        }
    }

    /// A quantity worth some seven euros, as shops that order weekly take.
    fn some_of(&mut self, offer: &Offer) -> Quantity {
        let worth = self.chance.between(5_000, 38_000);
        let price = offer.item.expected_price().map_or(1, |price| price.0.max(1));
        let most = if offer.item.order_unit == Unit::Kilogram { 20 } else { 12 };
        Quantity::whole((worth / price).clamp(1, most))
    }

    /// Closes the cycle at its time, and mends one order in forty afterwards.
    pub async fn close(&mut self, id: CycleId) -> Outcome<()> {
        let closes_at = self.cycle(id).await?.closes_at;
        self.app.clock.set(closes_at);
        let hub = self.world.hub;
        let who = self.world.staff(self.app, Role::Coordinator);
        self.app.act(&who, move |tx, who| cycles::close(tx, who, hub, id)).await
    }

    /// The coordinator mends some orders after closing, each with its reason.
    pub async fn mend(&mut self, id: CycleId) -> Outcome<()> {
        let hub = self.world.hub;
        let who = self.world.staff(self.app, Role::Coordinator);
        let world = self.world;
        for shop in self.chance.some_of(&world.shops, (world.shops.len() / 40).max(1)) {
            let shop_id = shop.id;
            let lines = self.app.db.read(move |tx| order_store::lines(tx, hub, id, shop_id)).await?;
            let Some(line) = lines.iter().find(|line| line.ordered > Quantity::ONE) else { continue };
            let ask = Ask {
                reference: line.reference,
                quantity: line.ordered - Quantity::ONE,
                takes_second_choice: None,
            };
            let mended = move |tx: &store::Tx<'_>, who: &frame::Who| {
                orders::ask(tx, who, hub, id, shop_id, &[ask], "Téléphoné après la clôture")
            };
            self.app.act(&who, mended).await?;
            self.tally.add("orders_mended", 1);
        }
        Ok(())
    }

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

    async fn shops_with_goods(&self, id: CycleId) -> Outcome<Vec<OrganisationId>> {
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

    pub async fn invoice(&mut self, id: CycleId) -> Outcome<()> {
        self.set_clock(self.day_after(id).await?, 9 * 60)?;
        let who = self.world.staff(self.app, Role::Bookkeeper);
        let invoices = settlement::issue_invoices(self.app, &who, self.world.hub, id, None).await?;
        self.tally.add("invoices", invoices);
        Ok(())
    }

    async fn day_after(&self, id: CycleId) -> Outcome<Date> {
        let last = self.cycle(id).await?.delivery_days.last().copied();
        Ok(later(last.unwrap_or(self.app.today()), 1))
    }

    pub async fn state(&mut self, id: CycleId) -> Outcome<()> {
        self.set_clock(self.day_after(id).await?, 11 * 60)?;
        let who = self.world.staff(self.app, Role::Bookkeeper);
        let statements = settlement::issue_statements(self.app, &who, self.world.hub, id, None).await?;
        self.tally.add("statements", statements);
        Ok(())
    }

    /// Some invoices are corrected: half at the hub's cost, half at the producer's.
    pub async fn credit(&mut self, id: CycleId) -> Outcome<()> {
        self.set_clock(later(self.day_after(id).await?, 1), 10 * 60)?;
        let hub = self.world.hub;
        let who = self.world.staff(self.app, Role::Bookkeeper);
        for shop in self.shops_with_goods(id).await? {
            if !self.chance.happens(self.world.plan.mishaps.credited) {
                continue;
            }
            let borne_by = if self.chance.happens(50) { BorneBy::Hub } else { BorneBy::Producer };
            let credited = self
                .app
                .act(&who, move |tx, who| {
                    let kind = DocumentKind::Invoice;
                    let narrowed = Narrowed {
                        party: Some(shop),
                        kind: Some(kind),
                        cycle: Some(id),
                        ..Narrowed::default()
                    };
                    let invoices = documents::list(tx, who, hub, &narrowed)?;
                    let Some(invoice) = invoices.first() else { return Ok(0) };
                    let (_, lines) = documents::show(tx, who, hub, invoice.id)?;
                    let line = lines.iter().position(|line| {
                        matches!(line.subject, Subject::Goods { .. }) && line.quantity > Quantity::ONE
                    });
                    let Some(line) = line else { return Ok(0) };
                    let part = Credited { line, quantity: Quantity::ONE };
                    let credit = NewCredit {
                        id: who.ids.next(),
                        invoice: invoice.id,
                        credited: vec![part],
                        borne_by,
                        reason: "Moisi à l'ouverture".to_owned(),
                    };
                    documents::credit(tx, who, hub, &credit)?;
                    Ok(1)
                })
                .await?;
            self.tally.add("credit_notes", credited);
        }
        Ok(())
    }

    /// Everybody pays what is due on `day`: shops the hub, each as late as it usually is, and the hub the
    /// producers.
    pub async fn pay(&mut self, day: Date) -> Outcome<()> {
        self.set_clock(day, 15 * 60)?;
        let world = self.world;
        for shop in &world.shops {
            let due = later(day, -7 * shop.weeks_late);
            self.pay_one(Side::Shop, shop.id, due).await?;
        }
        for maker in &world.producers {
            let late = if self.chance.happens(world.plan.mishaps.late_statements) { 10 } else { 0 };
            self.pay_one(Side::Producer, maker.id, later(day, -late)).await?;
        }
        Ok(())
    }

    async fn pay_one(&mut self, side: Side, organisation: OrganisationId, due: Date) -> Outcome<()> {
        let hub = self.world.hub;
        let who = self.world.staff(self.app, Role::Bookkeeper);
        let id = self.app.ids.next();
        let paid = self
            .app
            .act(&who, move |tx, who| {
                let account = payments::account(tx, who, hub, side, organisation)?;
                let amount = account
                    .standing
                    .iter()
                    .filter(|one| one.open.0 > 0 && one.claim.due_on <= due)
                    .map(|one| one.open)
                    .sum();
                if amount == units::Cents::ZERO {
                    return Ok(0);
                }
                let payment = Payment {
                    id,
                    party: account.party,
                    amount,
                    paid_on: who.today,
                    method: Method::Transfer,
                    note: String::new(),
                    reverses: None,
                };
                payments::record(tx, who, hub, &payment, None)?;
                Ok(1)
            })
            .await?;
        self.tally.add("payments", paid);
        Ok(())
    }

    /// Sets the hand of the sample's clock to a minute of a day.
    pub fn set_clock(&self, day: Date, minute: i64) -> Outcome<()> {
        let time = Time::midnight().wrapping_add(Span::new().minutes(minute));
        let instant = self
            .app
            .settings
            .zone
            .to_timestamp(day.to_datetime(time))
            .map_err(|error| Stop::from(anyhow::Error::from(error)))?;
        self.app.clock.set(instant);
        Ok(())
    }
}

fn timestamp(second: i64) -> Outcome<Timestamp> {
    Timestamp::from_second(second).map_err(|error| anyhow::Error::from(error).into())
}
