//! One cycle of a sample hub's life, step by step, through the acts that the pages use: planned, opened,
//! ordered in, closed. The goods of it come in `dock`, the money in `payday`.

use std::collections::HashMap;
use std::sync::Arc;

use frame::{App, Outcome, Role, Stop};
use hub::catalogue::{StockMode, acts as catalogue};
use hub::cycles::{Assortment, Cycle, Offer, acts as cycles, assortment};
use hub::orders::Ask;
use hub::orders::acts::{self as orders, NotOrdered};
use hub::orders::store as order_store;
use jiff::civil::{Date, Time};
use jiff::{Span, Timestamp};
use units::{CycleId, OrganisationId, Price, Quantity, ReferenceId, Unit};

use super::chance::Chance;
use super::tally::Tally;
use super::world::{Buyer, World};

/// A week of a hub: what happens to one of its cycles.
pub struct Week<'a> {
    pub app: &'a App,
    pub world: &'a World,
    pub chance: &'a mut Chance,
    pub tally: Tally,
    /// How many transport crates each shop has.
    pub(super) crates_out: HashMap<OrganisationId, i64>,
}

/// Twenty euros for what is ordered as one.
const DEAR: Price = Price(200_000);

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

impl<'a> Week<'a> {
    pub fn new(app: &'a App, world: &'a World, chance: &'a mut Chance) -> Self {
        Self { app, world, chance, tally: Tally::default(), crates_out: HashMap::new() }
    }

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

    pub(super) async fn assortment(&self, cycle: CycleId) -> Outcome<Arc<Assortment>> {
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
            // What is dear is not ordered every week.
            let is_dear = offer.item.expected_price().is_some_and(|price| price >= DEAR);
            let wanted = self.chance.happens(if is_dear { 45 } else { 85 });
            if !wanted || assortment.price_for(offer, shop.id).is_none() {
                continue;
            }
            let quantity = self.some_of(offer);
            let second = offer.second_choice.is_some().then(|| self.chance.happens(60));
            asks.push(Ask { reference, quantity, takes_second_choice: second });
        }
        self.ask(cycle, shop, &mut asks).await?;
        self.choose_day(cycle, shop).await?;
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

    /// Has the goods come on the day on which somebody drives past.
    async fn choose_day(&mut self, cycle: CycleId, shop: &Buyer) -> Outcome<()> {
        let days = self.cycle(cycle).await?.delivery_days;
        let Some(&day) = days.get(shop.delivery_day).filter(|_| shop.delivery_day > 0) else {
            return Ok(());
        };
        let (hub, shop_id) = (self.world.hub, shop.id);
        let who = self.world.member(self.app, Role::Shop, shop.id);
        let chosen = move |tx: &store::Tx<'_>, who: &frame::Who| {
            orders::set_wishes(tx, who, hub, cycle, shop_id, day, "")
        };
        self.app.act(&who, chosen).await
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
            let Err(Stop::Refused(refusal)) = &asked else { return asked.map(drop) };
            let Some(NotOrdered::SoldOut { reference, left }) = refusal.of() else {
                return asked.map(drop);
            };
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
