//! The coin, and the table beside it.

use std::cmp::Ordering;

use askama::Template;
use axum::response::Response;
use economy::euro::{Of, Part, Period, Product, coin};
use economy::ledger::Component;
use frame::{At, Outcome, Reader, Visit};
use units::{Cents, CoalitionId, CycleId, OrganisationId};

use super::acts::{self, Opened};
use crate::cycles::Cycle;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "euro/show.html")]
struct Show {
    t: &'static Words,
    r: Reader,
    hub: CoalitionId,
    opened: Opened,
    search: String,
    is_public: bool,
}

/// What the address asks for: `?period=` of a cycle or a year (or `?cycle=`), with `&shop=` or `&product=`.
fn asked(visit: &Visit) -> Option<Of> {
    let cycle = || visit.asked("cycle").parse().ok().map(Period::Cycle);
    let period = Period::parse(visit.asked("period")).or_else(cycle)?;
    Some(period.of(visit.asked("product").parse().ok(), visit.asked("shop").parse().ok()))
}

pub(super) async fn show(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let wish = asked(&visit);
    let search = visit.asked("q").to_owned();
    let (opened, search) =
        visit.look(move |tx, who| Ok((acts::open(tx, who, hub, wish, &search)?, search))).await?;
    page(&visit, hub, opened, search, false)
}

pub(super) async fn public_index(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    public_page(visit, hub, None).await
}

pub(super) async fn public(
    visit: Visit,
    At((hub, cycle)): At<(CoalitionId, CycleId)>,
) -> Outcome<Response> {
    public_page(visit, hub, Some(cycle)).await
}

async fn public_page(visit: Visit, hub: CoalitionId, cycle: Option<CycleId>) -> Outcome<Response> {
    let opened = visit.app.db.read(move |tx| acts::open_to_all(tx, hub, cycle)).await?;
    page(&visit, hub, opened, String::new(), true)
}

fn page(
    visit: &Visit,
    hub: CoalitionId,
    opened: Opened,
    search: String,
    is_public: bool,
) -> Outcome<Response> {
    let t = words(visit.language);
    visit.page(&t.euro_title(), &Show { t, r: visit.reader(), hub, opened, search, is_public })
}

impl Show {
    fn parts(&self) -> Vec<Part> {
        self.opened.division.parts()
    }

    /// Of one euro, in figures: 73,4 c.
    fn cents(&self, part: &Part) -> String {
        self.r.language.number(part.mills, 1, 1)
    }

    /// What shops paid for transport, beside what the rounds cost: is something left, or short?
    fn transport(&self, cost: &Cents) -> String {
        let paid = self.opened.division.amount(Component::Transport);
        let (standing, apart) = match paid.cmp(cost) {
            Ordering::Less => ("short", *cost - paid),
            Ordering::Equal => ("even", Cents::ZERO),
            Ordering::Greater => ("left", paid - *cost),
        };
        let (cost, paid, apart) = (self.r.euros(cost), self.r.euros(paid), self.r.euros(apart));
        self.t.euro_rounds(cost, paid, standing, apart)
    }

    fn coin(&self) -> String {
        coin(&self.opened.division, &self.t.euro_picture(self.subject()), "1 €")
    }

    /// Whose euro it is, in words.
    fn subject(&self) -> String {
        let Some(of) = self.opened.of else { return String::new() };
        let period = match of.period() {
            Period::Cycle(cycle) => self.cycle_name(cycle),
            Period::Year(year) => year.to_string(),
        };
        let whose = match (of.product(), of.shop()) {
            (Some(_), _) => &self.opened.product,
            (None, Some(shop)) => self.opened.shops.get(&shop).map_or("", String::as_str),
            (None, None) => "",
        };
        if whose.is_empty() { period } else { format!("{whose}, {period}") }
    }

    fn cycle_name(&self, id: CycleId) -> String {
        let known = self.opened.cycles.iter().find(|cycle| cycle.id == id);
        known.map(|cycle| self.t.cycle_named(cycle.number.to_string(), &cycle.name)).unwrap_or_default()
    }

    fn period(&self) -> String {
        self.opened.of.map(|of| of.period().to_string()).unwrap_or_default()
    }

    fn is_cycle(&self, cycle: &Cycle) -> bool {
        self.opened.of.map(Of::period) == Some(Period::Cycle(cycle.id))
    }

    fn is_year(&self, year: &i64) -> bool {
        self.opened.of.map(Of::period) == Some(Period::Year(*year))
    }

    fn is_shop(&self, id: &OrganisationId) -> bool {
        self.opened.of.and_then(Of::shop).as_ref() == Some(id)
    }

    fn is_product(&self, product: &Product) -> bool {
        self.opened.of.and_then(Of::product) == Some(product.reference)
    }

    fn shops(&self) -> Vec<(&OrganisationId, &String)> {
        let mut shops: Vec<(&OrganisationId, &String)> = self.opened.shops.iter().collect();
        shops.sort_by_cached_key(|(_, name)| units::text::fold(name));
        shops
    }
}
