//! Consolidated orders on screen, as PDF and as CSV.

use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use frame::{At, Outcome, Reader, Role, Visit, aside, download, inline};
use people::organisations::store as organisations;
use units::{Cents, CoalitionId, CycleId, OrganisationId, Quantity};

use super::letters::{Material, material};
use super::sheet::{Sheet, expected};
use super::{SupplyLine, SupplyOrder, acts};
use crate::cycles::{Assortment, Cycle, Offer, acts as cycles, assortment};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "supply/index.html")]
struct Index {
    t: &'static Words,
    r: Reader,
    cycle: Cycle,
    orders: Vec<(SupplyOrder, String, i64, Cents)>,
}

#[derive(Template)]
#[template(path = "supply/show.html")]
struct Show {
    t: &'static Words,
    r: Reader,
    material: Material,
    assortment: Arc<Assortment>,
    may_send: bool,
    has_mail: bool,
}

pub(super) async fn index(
    visit: Visit,
    At((hub, cycle)): At<(CoalitionId, CycleId)>,
) -> Outcome<Response> {
    let (cycle, orders, lines, names) = visit
        .look(move |tx, who| {
            let (orders, lines) = acts::list(tx, who, hub, cycle)?;
            let ids: Vec<OrganisationId> = orders.iter().map(|order| order.producer).collect();
            let names: HashMap<OrganisationId, String> =
                organisations::all(tx, &ids)?.into_iter().map(|o| (o.id, o.name)).collect();
            Ok((cycles::find(tx, who, hub, cycle)?, orders, lines, names))
        })
        .await?;
    let assortment = assortment(&visit.app, hub, cycle.id).await?;
    let mut sums: HashMap<OrganisationId, (i64, Cents)> = HashMap::new();
    for line in &lines {
        let sum = sums.entry(line.producer).or_default();
        sum.0 += 1;
        sum.1 += assortment.find(line.reference).map(|offer| expected(offer, line)).unwrap_or_default();
    }
    let orders = orders
        .into_iter()
        .map(|order| {
            let name = names.get(&order.producer).cloned().unwrap_or_default();
            let (count, amount) = sums.get(&order.producer).copied().unwrap_or_default();
            (order, name, count, amount)
        })
        .collect();
    let t = words(visit.language);
    visit.page(&t.supply_title(), &Index { t, r: visit.reader(), cycle, orders })
}

type Place = At<(CoalitionId, CycleId, OrganisationId)>;

async fn gather(visit: &Visit, place: &Place) -> Outcome<(Material, Arc<Assortment>)> {
    let At((hub, cycle, producer)) = *place;
    let material = visit
        .look(move |tx, who| {
            acts::show(tx, who, hub, cycle, producer)?;
            material(tx, hub, cycle, producer)
        })
        .await?;
    Ok((material, assortment(&visit.app, hub, cycle).await?))
}

pub(super) async fn show(visit: Visit, place: Place) -> Outcome<Response> {
    let (material, assortment) = gather(&visit, &place).await?;
    let may_send = visit.who()?.acts_in(place.0.0, &[Role::Coordinator, Role::Warehouse]);
    let t = words(visit.language);
    let title = t.supply_order_title(material.order.number);
    let has_mail = visit.app.mailer.is_some();
    visit.page(&title, &Show { t, r: visit.reader(), material, assortment, may_send, has_mail })
}

impl Show {
    fn lines(&self) -> Vec<(&Offer, &SupplyLine)> {
        let find = |line| Some((self.assortment.find(line_reference(line))?, line));
        let mut lines: Vec<(&Offer, &SupplyLine)> =
            self.material.lines.iter().filter_map(find).collect();
        lines.sort_by(|a, b| a.0.item.name.cmp(&b.0.item.name));
        lines
    }

    fn expected(&self, offer: &Offer, line: &SupplyLine) -> Quantity {
        offer.item.expected_measure(line.ordered)
    }

    fn amount(&self, offer: &Offer, line: &SupplyLine) -> Cents {
        expected(offer, line)
    }

    fn total(&self) -> Cents {
        self.lines().iter().map(|(offer, line)| expected(offer, line)).sum()
    }
}

fn line_reference(line: &SupplyLine) -> units::ReferenceId {
    line.reference
}

pub(super) async fn pdf(visit: Visit, place: Place) -> Outcome<Response> {
    let (material, assortment) = gather(&visit, &place).await?;
    let (language, zone) = (visit.language, visit.app.settings.zone.clone());
    let (name, bytes) = aside(move || {
        let m = &material;
        let parties = (&m.hub, &m.producer);
        let sheet = Sheet::new(language, &zone, parties, &m.cycle, &m.order, &m.lines, &assortment);
        Ok::<_, frame::Stop>((sheet.title(), sheet.pdf()?))
    })
    .await??;
    Ok(inline("application/pdf", &format!("{name}.pdf"), bytes))
}

pub(super) async fn csv(visit: Visit, place: Place) -> Outcome<Response> {
    let (m, assortment) = gather(&visit, &place).await?;
    let zone = visit.app.settings.zone.clone();
    let parties = (&m.hub, &m.producer);
    let sheet = Sheet::new(visit.language, &zone, parties, &m.cycle, &m.order, &m.lines, &assortment);
    Ok(download("text/csv; charset=utf-8", &format!("{}.csv", sheet.title()), sheet.csv()))
}

pub(super) async fn send(visit: Visit, place: Place) -> Outcome<Response> {
    let At((hub, cycle, producer)) = place;
    visit.act(move |tx, who| acts::send_again(tx, who, hub, cycle, producer)).await?;
    super::send_waiting(&visit.app).await?;
    let t = words(visit.language);
    Ok(visit.done(&format!("/hubs/{hub}/cycles/{cycle}/supply/{producer}"), &t.supply_sent()))
}
