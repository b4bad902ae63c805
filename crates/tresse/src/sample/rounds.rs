//! The rounds of a sample hub's cycle: a plan for each delivery day, searched and published as on the page.

use frame::{Outcome, Role};
use jiff::civil::Date;
use rounds::plans::acts::{self as plans, NotPlanned, Wish};
use rounds::plans::{Goal, search, store as plan_store};
use units::{CycleId, Language, PlanId};

use super::week::Week;

/// Steps of a search: enough for a fair plan of a day. A planner who sits before it looks for longer.
const STEPS: i64 = 600;

impl Week<'_> {
    /// Searches and publishes the rounds of each delivery day.
    pub async fn plan_rounds(&mut self, id: CycleId) -> Outcome<()> {
        let cycle = self.cycle(id).await?;
        for &day in &cycle.delivery_days {
            self.plan_day(day).await?;
        }
        Ok(())
    }

    async fn plan_day(&mut self, day: Date) -> Outcome<()> {
        let (app, hub) = (self.app, self.world.hub);
        let who = self.world.staff(app, Role::Coordinator);
        let waiting = app.look(&who, move |tx, _| plans::to_be_carried(tx, hub, day)).await?;
        if waiting.is_empty() {
            return Ok(());
        }
        let (vehicles, drivers) =
            app.look(&who, move |tx, who| plans::available(tx, who, hub, day)).await?;
        let mut free: Vec<_> = drivers.into_iter().map(|(driver, _)| driver).collect();
        let vehicles = vehicles
            .iter()
            .filter(|vehicle| vehicle.prices.is_some())
            .map(|vehicle| {
                let own =
                    |driver: &rounds::fleet::Driver| driver.organisation == vehicle.home.organisation;
                let driver = free.iter().position(own).map(|at| free.remove(at).person);
                (vehicle.id, driver)
            })
            .collect();
        let wish = Wish {
            day,
            goal: Goal::Cheapest,
            vehicles,
            late_minutes: 0,
            seed: 1,
            iterations: STEPS,
            pasted: None,
            base: None,
        };
        let plan: PlanId = app.ids.next();
        search::search(app, &who, hub, plan, &wish, None, Language::Fr).await?;
        let zone = app.settings.zone.clone();
        app.act(&who, move |tx, who| plans::publish(tx, who, hub, plan, &zone)).await?;
        let found = app.db.read(move |tx| plan_store::find(tx, hub, plan)).await?;
        let figures = found.ok_or(NotPlanned::NobodyCanTakeIt)?.figures;
        let count = |number: i64| usize::try_from(number).unwrap_or_default();
        self.tally.add("rounds", count(figures.rounds));
        self.tally.add("round_kilometres", count(figures.metres / 1_000));
        self.tally.add("shipments_carried", waiting.len() - count(figures.left_out));
        self.tally.add("shipments_left_out", count(figures.left_out));
        Ok(())
    }
}
