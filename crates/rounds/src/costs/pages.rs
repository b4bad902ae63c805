//! The costs of rounds, on a page.

use askama::Template;
use axum::response::Response;
use frame::{At, Outcome, Reader, Visit};
use units::{Cents, CoalitionId, Code as _, OrganisationId, PlanId};

use super::acts::{self, Costs, Line, List};
use super::model::Cost;
use crate::road::store::Drive;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "costs/index.html")]
struct Index {
    t: &'static Words,
    r: Reader,
    hub: CoalitionId,
    list: List,
}

#[derive(Template)]
#[template(path = "costs/show.html")]
struct Show {
    t: &'static Words,
    r: Reader,
    drive: Drive,
    costs: Costs,
}

pub(super) async fn index(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let list = visit.look(move |tx, who| acts::list(tx, who, hub)).await?;
    let t = words(visit.language);
    visit.page(&t.costs_title(), &Index { t, r: visit.reader(), hub, list })
}

type Place = At<(CoalitionId, PlanId, i64)>;

async fn page(visit: &Visit, drive: Drive) -> Outcome<Show> {
    let costs = visit.look(move |tx, who| acts::show(tx, who, drive)).await?;
    Ok(Show { t: words(visit.language), r: visit.reader(), drive, costs })
}

pub(super) async fn show(visit: Visit, At((hub, plan, round)): Place) -> Outcome<Response> {
    let page = page(&visit, Drive { hub, plan, round }).await?;
    visit.page(&page.costs.vehicle.name.clone(), &page)
}

pub(super) async fn book(visit: Visit, At((hub, plan, round)): Place) -> Outcome<Response> {
    let drive = Drive { hub, plan, round };
    match visit.act(move |tx, who| acts::book(tx, who, drive)).await {
        Ok(()) => {
            let path = format!("/hubs/{hub}/rounds/costs/{plan}/{round}");
            Ok(visit.done(&path, &words(visit.language).costs_booked_now()))
        }
        Err(stop) => {
            let page = page(&visit, drive).await?;
            visit.again(&stop, &page.costs.vehicle.name.clone(), &page)
        }
    }
}

/// States to a carrier what is paid for its rounds, and goes to the statement.
pub(super) async fn state(
    visit: Visit,
    At((hub, carrier)): At<(CoalitionId, OrganisationId)>,
) -> Outcome<Response> {
    match visit.act(move |tx, who| acts::state(tx, who, hub, carrier)).await {
        Ok(document) => {
            let path = format!("/hubs/{hub}/documents/{}", document.id);
            Ok(visit.done(&path, &words(visit.language).costs_stated(document.written_number())))
        }
        Err(stop) => {
            let list = visit.look(move |tx, who| acts::list(tx, who, hub)).await?;
            let t = words(visit.language);
            visit.again(&stop, &t.costs_title(), &Index { t, r: visit.reader(), hub, list })
        }
    }
}

impl Index {
    /// Whether a day begins with this line.
    fn begins(&self, at: &usize) -> bool {
        at.checked_sub(1).is_none_or(|before| self.list.lines[before].day != self.list.lines[*at].day)
    }

    fn path(&self, line: &Line) -> String {
        format!("/hubs/{}/rounds/costs/{}/{}", self.hub, line.drive.plan, line.drive.round)
    }
}

impl Show {
    /// The parts of both costs, side by side.
    fn parts(&self) -> Vec<(String, Cents, Option<Cents>)> {
        let part = |label: String, of: fn(&Cost) -> Cents| {
            (label, of(&self.costs.planned), self.costs.real.as_ref().map(of))
        };
        vec![
            part(self.t.costs_fixed(), |cost| cost.fixed),
            part(self.t.costs_distance(), |cost| cost.distance),
            part(self.t.costs_time(), |cost| cost.time),
            part(self.t.costs_stops(), |cost| cost.stops),
            part(self.t.costs_extra(), |cost| cost.extra),
        ]
    }

    #[expect(clippy::ref_option, reason = "a template hands over references to what it goes through")]
    fn maybe(&self, amount: &Option<Cents>) -> String {
        amount.map_or_else(|| "–".to_owned(), |amount| self.r.euros(amount))
    }
}
