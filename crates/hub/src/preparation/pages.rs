//! Picking lists, labels, delivery notes, and the handover.

use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use economy::containers::{Container, store as container_store};
use frame::form::Fault;
use frame::{At, Form, Outcome, Reader, Stop, Visit, aside, inline};
use jiff::Timestamp;
use people::organisations::{Organisation, Storage, store as organisations};
use polity::members::store as members;
use units::{CoalitionId, Code, CycleId, Language, OrganisationId, Quantity, ReferenceId};

use super::acts::{self, Found, Goods, Handover, SentBack};
use super::sheet::{Sheet, sorted};
use super::{Delivery, Handed, store};
use crate::cycles::{Assortment, Cycle, Offer, assortment};
use crate::orders::{Order, store as orders};
use crate::receptions::acts::enter_dock;
use crate::receptions::{Allotment, Reason, store as receptions};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "preparation/index.html")]
struct Index {
    t: &'static Words,
    r: Reader,
    cycle: Cycle,
    rows: Vec<Row>,
    short: i64,
}

struct Row {
    order: Order,
    name: String,
    lines: i64,
    allotted: i64,
    prepared_at: Option<Timestamp>,
    delivery: Option<Delivery>,
}

#[derive(Template)]
#[template(path = "preparation/show.html")]
struct Show {
    t: &'static Words,
    r: Reader,
    language: Language,
    shop: Organisation,
    goods: Goods,
    assortment: Arc<Assortment>,
    form: Form,
}

#[derive(Template)]
#[template(path = "preparation/deliver.html")]
struct Deliver {
    t: &'static Words,
    r: Reader,
    language: Language,
    shop: Organisation,
    goods: Goods,
    assortment: Arc<Assortment>,
    containers: Vec<Container>,
    form: Form,
}

pub(super) async fn index(
    visit: Visit,
    At((hub, cycle)): At<(CoalitionId, CycleId)>,
) -> Outcome<Response> {
    let (cycle, rows, short) = visit
        .look(move |tx, who| {
            let found = enter_dock(tx, who, hub, cycle)?;
            let all = orders::all(tx, hub, cycle)?;
            let ids: Vec<OrganisationId> = all.iter().map(|order| order.shop).collect();
            let names: HashMap<OrganisationId, String> =
                organisations::all(tx, &ids)?.into_iter().map(|o| (o.id, o.name)).collect();
            let lines = orders::counts(tx, hub, cycle)?;
            let allotted = receptions::counts(tx, hub, cycle)?;
            let prepared: HashMap<OrganisationId, Timestamp> =
                store::prepared(tx, hub, cycle)?.into_iter().collect();
            let mut deliveries: HashMap<OrganisationId, Delivery> =
                store::deliveries(tx, hub, cycle)?.into_iter().map(|one| (one.shop, one)).collect();
            let mut rows: Vec<Row> = all
                .into_iter()
                .map(|order| Row {
                    name: names.get(&order.shop).cloned().unwrap_or_default(),
                    lines: lines.get(&order.shop).copied().unwrap_or(0),
                    allotted: allotted.get(&order.shop).copied().unwrap_or(0),
                    prepared_at: prepared.get(&order.shop).copied(),
                    delivery: deliveries.remove(&order.shop),
                    order,
                })
                .filter(|row| row.lines > 0 || row.allotted > 0)
                .collect();
            rows.sort_by_cached_key(|row| {
                let name = units::text::fold(&row.name);
                (row.delivery.is_some(), row.prepared_at.is_some(), row.order.delivers_on, name)
            });
            Ok((found, rows, receptions::short(tx, hub, cycle)?.len() as i64))
        })
        .await?;
    let t = words(visit.language);
    visit.page(&t.preparation_title(), &Index { t, r: visit.reader(), cycle, rows, short })
}

type Place = At<(CoalitionId, CycleId, OrganisationId)>;

async fn gather(visit: &Visit, place: &Place) -> Outcome<(Organisation, Goods, Arc<Assortment>)> {
    let At((hub, cycle, shop)) = *place;
    let assortment = assortment(&visit.app, hub, cycle).await?;
    let (shop, goods) = visit
        .look(move |tx, who| {
            let goods = acts::show(tx, who, hub, cycle, shop)?;
            Ok((organisations::find(tx, shop)?.ok_or(Stop::NotFound)?, goods))
        })
        .await?;
    Ok((shop, goods, assortment))
}

pub(super) async fn show(visit: Visit, place: Place) -> Outcome<Response> {
    let page = picking_page(&visit, &place, None).await?;
    visit.page(&page.shop.name.clone(), &page)
}

async fn picking_page(visit: &Visit, place: &Place, form: Option<Form>) -> Outcome<Show> {
    let (shop, goods, assortment) = gather(visit, place).await?;
    let form = form.unwrap_or_else(|| {
        let (mut form, r) = (Form::default(), visit.reader());
        for one in &goods.allotments {
            form.set(&field("quantity", one), r.entry(one.quantity.plain()));
            form.set(&field("measure", one), r.entry(one.measure.plain()));
            form.set(&field("remark", one), one.remark.clone());
        }
        form
    });
    let t = words(visit.language);
    Ok(Show { t, r: visit.reader(), language: visit.language, shop, goods, assortment, form })
}

pub(super) async fn prepare(visit: Visit, place: Place, form: Form) -> Outcome<Response> {
    let At((hub, cycle, shop)) = place;
    let prepared = match read_found(&visit, &place, &form).await {
        Ok(found) => visit.act(move |tx, who| acts::prepare(tx, who, hub, cycle, shop, &found)).await,
        Err(stop) => Err(stop),
    };
    match prepared {
        Ok(()) => {
            let t = words(visit.language);
            Ok(visit.done(&format!("/hubs/{hub}/cycles/{cycle}/preparation"), &t.preparation_saved()))
        }
        Err(stop) => {
            let page = picking_page(&visit, &place, Some(form)).await?;
            visit.again(&stop, &page.shop.name.clone(), &page)
        }
    }
}

/// The field of a line: `quantity.ID`, or `quantity.ID.ID` where it stands in for another.
fn field(kind: &str, one: &Allotment) -> String {
    match one.stands_for {
        None => format!("{kind}.{}", one.reference),
        Some(short) => format!("{kind}.{}.{short}", one.reference),
    }
}

/// The article of a line's field, and the one that it stands in for.
fn read_row(key: &str) -> Option<(ReferenceId, Option<ReferenceId>)> {
    match key.split_once('.') {
        None => Some((key.parse().ok()?, None)),
        Some((reference, short)) => Some((reference.parse().ok()?, Some(short.parse().ok()?))),
    }
}

async fn read_found(visit: &Visit, place: &Place, form: &Form) -> Outcome<Vec<Found>> {
    let (_, goods, assortment) = gather(visit, place).await?;
    let mut found = Vec::new();
    for (offer, one) in sorted(&assortment, &goods.allotments) {
        let name = |kind: &str| field(kind, one);
        if !form.ticked(&name("quantity")) {
            continue;
        }
        let quantity = form.must(&name("quantity"), form.quantity(&name("quantity")));
        let measure = if offer.item.is_weighed() {
            form.must(&name("measure"), form.quantity(&name("measure")))
        } else {
            quantity.map(|quantity| offer.item.expected_measure(quantity))
        };
        found.push(Found {
            reference: one.reference,
            stands_for: one.stands_for,
            quantity: quantity.unwrap_or_default(),
            measure: measure.unwrap_or_default(),
            reason: form.maybe_code(&name("reason")),
            remark: form.text(&name("remark"), 120),
        });
    }
    form.accept()?;
    Ok(found)
}

impl Show {
    fn rows(&self) -> Vec<(&Offer, &Allotment)> {
        sorted(&self.assortment, &self.goods.allotments)
    }

    fn field(&self, kind: &str, one: &Allotment) -> String {
        field(kind, one)
    }

    /// What was ordered of it; nothing of what stands in for another.
    fn ordered(&self, one: &Allotment) -> Quantity {
        let line = self.goods.lines.iter().find(|line| one.is_row(line.reference, None));
        line.map_or(Quantity::ZERO, |line| line.ordered)
    }

    fn begins(&self, rows: &[(&Offer, &Allotment)], at: &usize) -> bool {
        *at == 0 || rows[*at - 1].0.producer != rows[*at].0.producer
    }

    fn reasons(&self) -> Vec<(String, String)> {
        let given = [Reason::Missing, Reason::Damaged, Reason::Short, Reason::Other];
        let none = (String::new(), "–".to_owned());
        let each = given.iter().map(|reason| (reason.code().to_owned(), self.t.reason(reason.code())));
        std::iter::once(none).chain(each).collect()
    }

    fn name(&self, reference: &ReferenceId) -> &str {
        self.assortment.find(*reference).map_or("?", |offer| offer.item.name.as_str())
    }
}

async fn with_containers(visit: &Visit, hub: CoalitionId) -> Outcome<(Organisation, Vec<Container>)> {
    visit
        .look(move |tx, who| {
            let coalition = polity::members::acts::enter(tx, who, hub)?;
            let hub_organisation =
                organisations::find(tx, coalition.organisation)?.ok_or(Stop::NotFound)?;
            let mut owners = members::on_side(tx, hub, polity::members::Side::Producer, who.today)?;
            owners.push(coalition.organisation);
            Ok((hub_organisation, container_store::of_owners(tx, &owners)?))
        })
        .await
}

pub(super) async fn note(visit: Visit, place: Place) -> Outcome<Response> {
    let (shop, goods, assortment) = gather(&visit, &place).await?;
    let (hub, containers) = with_containers(&visit, place.0.0).await?;
    let (language, zone) = (shop.language, visit.app.settings.zone.clone());
    let (name, bytes) = aside(move || {
        let sheet = Sheet::new(language, &zone, (&hub, &shop), &goods, &assortment, &containers);
        Ok::<_, Stop>((format!("{} {}", sheet.title(), shop.name), sheet.note()?))
    })
    .await??;
    Ok(inline("application/pdf", &format!("{name}.pdf"), bytes))
}

/// Labels for as many crates of each cold as the address says: `?dry=2&cold=1`.
pub(super) async fn labels(visit: Visit, place: Place) -> Outcome<Response> {
    let (shop, goods, assortment) = gather(&visit, &place).await?;
    let (hub, _) = with_containers(&visit, place.0.0).await?;
    let crates: Vec<(Storage, i64)> = Storage::ALL
        .iter()
        .map(|&storage| (storage, visit.asked(storage.code()).parse::<i64>().unwrap_or(0).clamp(0, 200)))
        .collect();
    let (language, zone) = (shop.language, visit.app.settings.zone.clone());
    let (name, bytes) = aside(move || {
        let sheet = Sheet::new(language, &zone, (&hub, &shop), &goods, &assortment, &[]);
        Ok::<_, Stop>((format!("{} {}", sheet.t.labels_title(), shop.name), sheet.labels(&crates)?))
    })
    .await??;
    Ok(inline("application/pdf", &format!("{name}.pdf"), bytes))
}

pub(super) async fn delivery_form(visit: Visit, place: Place) -> Outcome<Response> {
    let page = deliver_page(&visit, &place, Form::default()).await?;
    visit.page(&page.shop.name.clone(), &page)
}

async fn deliver_page(visit: &Visit, place: &Place, form: Form) -> Outcome<Deliver> {
    let (shop, goods, assortment) = gather(visit, place).await?;
    let (hub, mut containers) = with_containers(visit, place.0.0).await?;
    // The hub's own crates, and the containers that have gone out with these goods.
    let out = acts::with_goods(&assortment, &goods.allotments);
    containers.retain(|container| container.owner == hub.id || out.contains_key(&container.id));
    let t = words(visit.language);
    let language = visit.language;
    Ok(Deliver { t, r: visit.reader(), language, shop, goods, assortment, containers, form })
}

pub(super) async fn deliver(visit: Visit, place: Place, form: Form) -> Outcome<Response> {
    let At((hub, cycle, shop)) = place;
    let assortment = assortment(&visit.app, hub, cycle).await?;
    let delivered = match read_handover(&form) {
        Ok(handover) => {
            visit
                .act(move |tx, who| acts::deliver(tx, who, hub, cycle, shop, &assortment, &handover))
                .await
        }
        Err(stop) => Err(stop),
    };
    match delivered {
        Ok(()) => {
            let t = words(visit.language);
            Ok(visit.done(&format!("/hubs/{hub}/cycles/{cycle}/preparation"), &t.delivery_saved()))
        }
        Err(stop) => {
            let page = deliver_page(&visit, &place, form).await?;
            visit.again(&stop, &page.shop.name.clone(), &page)
        }
    }
}

fn read_handover(form: &Form) -> Outcome<Handover> {
    let mut handover = Handover {
        taken_by: form.required("taken_by", 120),
        note: form.lines("note", 500),
        ..Handover::default()
    };
    for (key, typed) in form.numbered("back.").filter(|(_, typed)| !typed.trim().is_empty()) {
        let name = format!("back.{key}");
        match (read_row(key), Quantity::parse(typed)) {
            (Some((reference, stands_for)), Ok(measure)) if measure >= Quantity::ZERO => {
                if measure > Quantity::ZERO {
                    let remark = form.text("note", 120);
                    handover.sent_back.push(SentBack { reference, stands_for, measure, remark });
                }
            }
            (_, Err(error)) => form.fault(&name, error.into()),
            _ => form.fault(&name, Fault::Negative),
        }
    }
    for (container, _) in form.numbered("out.") {
        let Ok(id) = container.parse() else { continue };
        let extra_out = form.whole(&format!("out.{container}"), 10_000).unwrap_or(0);
        let back = form.whole(&format!("returned.{container}"), 10_000).unwrap_or(0);
        if extra_out > 0 || back > 0 {
            handover.handed.push(Handed { container: id, extra_out, back });
        }
    }
    form.accept()?;
    Ok(handover)
}

impl Deliver {
    fn field(&self, kind: &str, one: &Allotment) -> String {
        field(kind, one)
    }

    fn rows(&self) -> Vec<(&Offer, &Allotment)> {
        sorted(&self.assortment, &self.goods.allotments)
    }
}
