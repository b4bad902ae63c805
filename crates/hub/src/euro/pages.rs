//! The coin, and the table beside it.

use askama::Template;
use axum::response::Response;
use economy::euro::{Of, Part, coin};
use frame::{At, Outcome, Reader, Visit};
use units::{CoalitionId, CycleId, OrganisationId, ReferenceId};

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
    is_public: bool,
}

/// What the address asks for: `?cycle=`, `?cycle=&shop=`, `?cycle=&product=`, `?year=`, `?year=&shop=`,
/// `?year=&product=`.
fn asked(visit: &Visit) -> Option<Of> {
    let cycle = visit.asked("cycle").parse::<CycleId>().ok();
    let year = visit.asked("year").parse::<i64>().ok();
    let shop = visit.asked("shop").parse::<OrganisationId>().ok();
    let product = visit.asked("product").parse::<ReferenceId>().ok();
    match (cycle, year, shop, product) {
        (Some(cycle), _, _, Some(product)) => Some(Of::ProductInCycle(product, cycle)),
        (Some(cycle), _, Some(shop), None) => Some(Of::Order(cycle, shop)),
        (Some(cycle), _, None, None) => Some(Of::Cycle(cycle)),
        (None, Some(year), _, Some(product)) => Some(Of::Product(product, year)),
        (None, Some(year), Some(shop), None) => Some(Of::Shop(shop, year)),
        (None, Some(year), None, None) => Some(Of::Year(year)),
        (None, None, _, _) => None,
    }
}

pub(super) async fn show(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let wish = asked(&visit);
    let opened = visit.look(move |tx, who| acts::open(tx, who, hub, wish)).await?;
    page(&visit, hub, opened, false)
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
    page(&visit, hub, opened, true)
}

fn page(visit: &Visit, hub: CoalitionId, opened: Opened, is_public: bool) -> Outcome<Response> {
    let t = words(visit.language);
    visit.page(&t.euro_title(), &Show { t, r: visit.reader(), hub, opened, is_public })
}

impl Show {
    fn parts(&self) -> Vec<Part> {
        self.opened.division.parts()
    }

    /// Of one euro, in figures: 73,4 c.
    fn cents(&self, part: &Part) -> String {
        self.r.language.number(part.mills, 1, 1)
    }

    fn coin(&self) -> String {
        coin(&self.opened.division, &self.t.euro_picture(self.subject()), "1 €")
    }

    /// Whose euro it is, in words.
    fn subject(&self) -> String {
        let shop = |id: OrganisationId| self.opened.shops.get(&id).cloned().unwrap_or_default();
        match self.opened.of {
            None => String::new(),
            Some(Of::Cycle(cycle)) => self.cycle_name(cycle),
            Some(Of::Order(cycle, id)) => format!("{}, {}", shop(id), self.cycle_name(cycle)),
            Some(Of::Shop(id, year)) => format!("{}, {year}", shop(id)),
            Some(Of::Year(year)) => year.to_string(),
            Some(Of::ProductInCycle(product, cycle)) => {
                format!("{}, {}", self.product_name(product), self.cycle_name(cycle))
            }
            Some(Of::Product(product, year)) => format!("{}, {year}", self.product_name(product)),
        }
    }

    fn product_name(&self, id: ReferenceId) -> String {
        let known = self.opened.products.iter().find(|(product, _, _)| *product == id);
        known.map(|(_, name, _)| name.clone()).unwrap_or_default()
    }

    fn cycle_name(&self, id: CycleId) -> String {
        let known = self.opened.cycles.iter().find(|cycle| cycle.id == id);
        known.map(|cycle| self.t.cycle_named(cycle.number.to_string(), &cycle.name)).unwrap_or_default()
    }

    fn cycle_at_hand(&self) -> Option<CycleId> {
        match self.opened.of {
            Some(Of::Cycle(cycle) | Of::Order(cycle, _) | Of::ProductInCycle(_, cycle)) => Some(cycle),
            _ => None,
        }
    }

    fn is_cycle(&self, cycle: &Cycle) -> bool {
        self.cycle_at_hand() == Some(cycle.id)
    }

    fn shop_at_hand(&self) -> Option<OrganisationId> {
        match self.opened.of {
            Some(Of::Order(_, shop) | Of::Shop(shop, _)) => Some(shop),
            _ => None,
        }
    }

    fn is_shop(&self, id: &OrganisationId) -> bool {
        self.shop_at_hand().as_ref() == Some(id)
    }

    fn year_at_hand(&self) -> Option<i64> {
        match self.opened.of {
            Some(Of::Year(year) | Of::Shop(_, year) | Of::Product(_, year)) => Some(year),
            _ => None,
        }
    }

    fn is_year(&self, year: &i64) -> bool {
        self.year_at_hand().as_ref() == Some(year)
    }

    fn shops(&self) -> Vec<(&OrganisationId, &String)> {
        let mut shops: Vec<(&OrganisationId, &String)> = self.opened.shops.iter().collect();
        shops.sort_by_cached_key(|(_, name)| units::text::fold(name));
        shops
    }
}
