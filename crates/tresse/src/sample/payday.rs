//! The money of a sample hub's cycle: invoiced, stated, credited, paid.

use economy::documents::acts::{self as documents, Credited, NewCredit};
use economy::documents::store::Narrowed;
use economy::documents::{BorneBy, DocumentKind, Subject};
use economy::payments::{Method, Payment, Side, acts as payments};
use frame::{Outcome, Role};
use hub::settlement;
use jiff::civil::Date;
use units::{CycleId, OrganisationId, Quantity};

use super::week::{Week, later};

impl Week<'_> {
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
}
