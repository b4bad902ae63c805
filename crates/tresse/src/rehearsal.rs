//! A rehearsal: whole cycles of a sample hub, through the acts that the pages use, and then the check.
//!
//! The same plan and seed come to the same cents on any machine and either database.

use std::collections::BTreeMap;

use ::people::entry::Password;
use economy::documents::store as documents;
use economy::euro::{Of, store as euro};
use economy::ledger::{Account, Book, FeeAccount, store as ledger};
use frame::{App, Clock, Ids, Outcome, Settings};
use jiff::civil::{Date, date};
use serde::Serialize;
use store::Db;
use units::{CoalitionId, Code};

use crate::sample::week::later;
use crate::sample::{Chance, Milliseconds, Plan, Step, Week, World, people};
use crate::{DOOR, check};

/// The Thursday on which the first cycle of every rehearsal opens.
const FIRST_DAY: Date = date(2026, 1, 8);
/// Weeks that the last payments are waited for.
const WEEKS_AFTER: i64 = 8;

/// What a rehearsal came to.
#[derive(Debug, Serialize)]
pub struct Report {
    pub plan: String,
    pub producers: usize,
    pub shops: usize,
    pub references: usize,
    pub cycles: usize,
    pub seed: u64,
    pub engine: &'static str,
    pub counts: BTreeMap<&'static str, i64>,
    /// Totals of the books, in cents.
    pub cents: BTreeMap<&'static str, i64>,
    pub milliseconds: BTreeMap<Step, Milliseconds>,
    pub total_milliseconds: Milliseconds,
    /// The most memory that this process had, where the system tells.
    pub peak_memory_bytes: Option<u64>,
    /// What the check found: nothing, when all is well.
    pub faults: Vec<String>,
}

/// An application on `db` with a clock of its own and identifiers that come again.
pub fn application(db: Db, seed: u64) -> App {
    let settings = Settings::default();
    let start = settings.zone.to_timestamp(later(FIRST_DAY, -2).at(9, 0, 0, 0)).unwrap_or_default();
    App::new(db, Clock::set_by_hand(start), Ids::seeded(seed), settings, None, DOOR)
}

/// Rehearses `cycles` cycles of a plan in an empty database; `tell` hears of each step.
pub async fn run(
    app: &App,
    plan: &Plan,
    cycles: usize,
    seed: u64,
    tell: &(dyn Fn(&str) + Sync),
) -> Outcome<Report> {
    let began = frame::monotonic();
    let mut chance = Chance::new(seed);
    tell(&format!("founding {}: {} producers, {} shops", plan.name, plan.producers, plan.shops));
    let hash = Password::typed(people::PASSWORD).hash()?;
    let world = World::found(app, plan, &mut chance, &hash, FIRST_DAY.month()).await?;
    let mut week = Week::new(app, &world, &mut chance);
    week.tally.spend(Step::Found, frame::monotonic().saturating_sub(began));
    let mut id = week.plan_first(FIRST_DAY).await?;
    for number in 0..cycles {
        tell(&format!("cycle {} of {cycles}", number + 1));
        week.whole(id).await?;
        id = week.after(id).await?;
    }
    let last = later(FIRST_DAY, 7 * cycles as i64 + 5);
    for number in 1..=WEEKS_AFTER {
        week.timed(Step::Pay, async |week| week.pay(later(last, 7 * number)).await).await?;
    }
    tell("checking the books");
    let checking = frame::monotonic();
    let faults = check::all(&app.db).await?.into_iter().flat_map(|one| one.faults).collect();
    let mut tally = week.tally;
    tally.spend(Step::Check, frame::monotonic().saturating_sub(checking));
    let hub = world.hub;
    Ok(Report {
        plan: plan.name.clone(),
        producers: plan.producers,
        shops: plan.shops,
        references: world.producers.iter().map(|maker| maker.references.len()).sum(),
        cycles,
        seed,
        engine: app.db.engine(),
        milliseconds: tally.milliseconds(),
        counts: tally.counts,
        cents: app.db.read(move |tx| totals(tx, hub)).await?,
        total_milliseconds: Milliseconds(frame::monotonic().saturating_sub(began)),
        peak_memory_bytes: frame::memory("VmHWM"),
        faults,
    })
}

impl Week<'_> {
    /// A whole cycle, from its opening to its payments.
    pub async fn whole(&mut self, id: units::CycleId) -> Outcome<()> {
        self.timed(Step::Open, async |week| week.open(id).await).await?;
        self.restock(id).await?;
        self.timed(Step::Order, async |week| week.order(id, 100, None).await).await?;
        self.timed(Step::Close, async |week| week.close(id).await).await?;
        self.mend(id).await?;
        self.timed(Step::Rounds, async |week| week.plan_rounds(id).await).await?;
        self.timed(Step::Receive, async |week| week.receive(id, 100).await).await?;
        self.timed(Step::Share, async |week| week.share(id).await).await?;
        self.timed(Step::Prepare, async |week| week.prepare(id, 100).await).await?;
        self.timed(Step::Deliver, async |week| week.deliver(id, 100).await).await?;
        self.timed(Step::Invoice, async |week| week.invoice(id).await).await?;
        self.timed(Step::State, async |week| week.state(id).await).await?;
        self.timed(Step::Credit, async |week| week.credit(id).await).await?;
        let day = self.app.today();
        self.timed(Step::Pay, async |week| week.pay(later(day, 1)).await).await
    }

    /// Does a step and adds its time to the step's.
    pub async fn timed(
        &mut self,
        step: Step,
        work: impl AsyncFnOnce(&mut Self) -> Outcome<()>,
    ) -> Outcome<()> {
        let began = frame::monotonic();
        work(self).await?;
        self.tally.spend(step, frame::monotonic().saturating_sub(began));
        Ok(())
    }
}

/// The books' totals: what shops were charged by component, what was paid, what is still owed.
fn totals(tx: &store::Tx<'_>, hub: CoalitionId) -> Outcome<BTreeMap<&'static str, i64>> {
    let mut cents: BTreeMap<&'static str, i64> = BTreeMap::new();
    for year in documents::years(tx, hub)? {
        for part in euro::division(tx, hub, Of::Year(year))?.parts() {
            *cents.entry(part.component.code()).or_default() += part.amount.0;
        }
    }
    let book = Book::from(hub);
    let sum = |prefix| -> Outcome<i64> {
        Ok(ledger::balances(tx, book, prefix)?.into_iter().map(|(_, balance)| balance).sum())
    };
    cents.insert("owed_by_shops", sum("receivable")?);
    cents.insert("owed_to_producers", -sum("payable")?);
    let single = [
        ("in_bank", Account::Bank),
        ("rounding", Account::Rounding),
        ("loss", Account::Loss),
        ("vat_deductible", Account::VatDeductible),
    ];
    for (name, account) in single {
        cents.insert(name, ledger::balance(tx, book, account)?);
    }
    cents.insert("rounds", rounds::plans::store::published_cents(tx, hub)?);
    // What the hub bears of credit notes is in its share of the euro, not in its fees.
    cents.insert("hub_fees", -ledger::balance(tx, book, Account::Fee(FeeAccount::Hub))?);
    Ok(cents)
}

impl Report {
    /// The report as a person reads it.
    pub fn written(&self) -> String {
        use std::fmt::Write as _;
        let mut text = format!(
            "{}: {} producers, {} shops, {} references; {} cycles, seed {}, on {}\n\n",
            self.plan, self.producers, self.shops, self.references, self.cycles, self.seed, self.engine
        );
        for (name, count) in &self.counts {
            let _ = writeln!(text, "{:>14}  {}", count, name.replace('_', " "));
        }
        text.push('\n');
        for (name, &cents) in &self.cents {
            let euros = units::Language::En.euros(units::Cents(cents));
            let _ = writeln!(text, "{euros:>14}  {}", name.replace('_', " "));
        }
        text.push('\n');
        for (step, time) in &self.milliseconds {
            let step = format!("{step:?}").to_lowercase();
            let _ = writeln!(text, "{:>11} ms  {step}", time.0.as_millis());
        }
        let _ = writeln!(text, "{:>11} ms  in all", self.total_milliseconds.0.as_millis());
        if let Some(bytes) = self.peak_memory_bytes {
            let _ = writeln!(text, "{:>11} MB  of memory at most", bytes / 1_000_000);
        }
        text.push_str(match self.faults.as_slice() {
            [] => "\nThe books are sound.\n",
            _ => "\nThe books are NOT sound:\n",
        });
        for fault in &self.faults {
            let _ = writeln!(text, "  {fault}");
        }
        text
    }
}
