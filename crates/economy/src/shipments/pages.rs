//! What is to be moved, day by day; adding to it by hand or by a file.

use askama::Template;
use axum::response::Response;
use formats::table::{Cell, write_csv};
use frame::form::Fault;
use frame::{At, Form, Outcome, Reader, Role, Upload, Visit, download};
use jiff::Span;
use jiff::civil::Date;
use people::organisations::store as organisations;
use units::{CoalitionId, Code, Language, OrganisationId, ShipmentId};

use super::acts;
use super::files::{self, Against, Column, Unreadable};
use super::model::{Asked, End, Load, Need, Origin, Place, Shipment, Standing};
use super::said::{self, Names, clock, said_load};
use crate::words::{Words, words};

/// So many days are shown at once.
const DAYS: i64 = 7;
/// Crates or kilograms of one shipment at most: beyond it a finger slipped.
const MOST: i64 = 100_000;

#[derive(Template)]
#[template(path = "shipments/index.html")]
struct Index {
    t: &'static Words,
    r: Reader,
    hub: CoalitionId,
    first: Date,
    last: Date,
    shipments: Vec<Shipment>,
    names: Names,
    /// The member that the reader acts for; none for the staff.
    own: Option<OrganisationId>,
}

#[derive(Template)]
#[template(path = "shipments/edit.html")]
struct Edit {
    t: &'static Words,
    language: Language,
    hub: CoalitionId,
    /// The one that is changed; none where it is new.
    id: Option<ShipmentId>,
    places: Vec<(String, String)>,
    form: Form,
}

#[derive(Template)]
#[template(path = "shipments/file.html")]
struct FilePage {
    t: &'static Words,
    hub: CoalitionId,
}

pub(super) async fn index(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let first: Date = visit.asked("from").parse().unwrap_or(visit.app.today());
    let last = first.saturating_add(Span::new().days(DAYS - 1));
    let (mut shipments, names) = visit
        .look(move |tx, who| {
            let shipments = acts::list(tx, who, hub, first, last)?;
            let ends = shipments.iter().flat_map(|one| [one.from.organisation, one.to.organisation]);
            let names = Names::read(tx, ends)?;
            Ok((shipments, names))
        })
        .await?;
    shipments.sort_by_cached_key(|one| {
        let name = units::text::fold(&names.end(&one.from));
        (one.first_day, one.last_day, one.origin, name, one.id)
    });
    let own = visit.who()?.mandate.as_ref().and_then(|mandate| mandate.organisation);
    let t = words(visit.language);
    visit.page(
        &t.shipments_title(),
        &Index { t, r: visit.reader(), hub, first, last, shipments, names, own },
    )
}

impl Index {
    /// The day or the days that it may move on.
    fn days(&self, one: &Shipment) -> String {
        if one.first_day == one.last_day {
            self.r.day(one.first_day)
        } else {
            self.t.shipments_days(self.r.date(one.first_day), self.r.date(one.last_day))
        }
    }

    fn begins(&self, at: &usize) -> bool {
        let key = |one: &Shipment| (one.first_day, one.last_day);
        *at == 0 || key(&self.shipments[*at - 1]) != key(&self.shipments[*at])
    }

    fn load(&self, load: &Load) -> String {
        said_load(&self.r, load)
    }

    fn times(&self, one: &Shipment) -> String {
        let ready = one.ready.map(|minute| self.t.shipment_ready_from(clock(minute)));
        let due = one.due.map(|minute| self.t.shipment_due_by(clock(minute)));
        ready.into_iter().chain(due).collect::<Vec<_>>().join(", ")
    }

    /// Whether the reader may change it.
    fn may_change(&self, one: &Shipment) -> bool {
        one.origin == Origin::ByHand
            && matches!(one.standing, Standing::Waiting | Standing::Carried)
            && self.own.is_none_or(|own| one.asked_for == Some(own))
    }

    fn earlier(&self) -> Date {
        self.first.saturating_sub(Span::new().days(DAYS))
    }

    fn later(&self) -> Date {
        self.first.saturating_add(Span::new().days(DAYS))
    }
}

/// The places that goods may come from and go to, as a choice.
async fn choices(visit: &Visit, hub: CoalitionId) -> Outcome<Vec<(String, String)>> {
    let mut choices =
        visit.look(move |tx, who| Ok(said::choices(tx, &acts::places(tx, who, hub)?)?)).await?;
    choices.insert(0, (String::new(), "–".to_owned()));
    Ok(choices)
}

pub(super) async fn add_form(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let mut form = Form::default();
    form.set("first_day", visit.app.today().to_string());
    let page = edit_page(&visit, hub, None, form).await?;
    visit.page(&page.t.shipments_add(), &page)
}

async fn edit_page(
    visit: &Visit,
    hub: CoalitionId,
    id: Option<ShipmentId>,
    form: Form,
) -> Outcome<Edit> {
    let places = choices(visit, hub).await?;
    Ok(Edit { t: words(visit.language), language: visit.language, hub, id, places, form })
}

pub(super) async fn add(visit: Visit, At(hub): At<CoalitionId>, form: Form) -> Outcome<Response> {
    let added = match read_asked(&form) {
        Ok(asked) => {
            let all = [asked];
            visit.act(move |tx, who| acts::add(tx, who, hub, &all)).await
        }
        Err(stop) => Err(stop),
    };
    match added {
        Ok(_) => {
            let t = words(visit.language);
            Ok(visit.done(&from_day(hub, &form), &t.shipment_saved()))
        }
        Err(stop) => {
            form.note(&stop, visit.language);
            let page = edit_page(&visit, hub, None, form).await?;
            visit.again(&stop, &page.t.shipments_add(), &page)
        }
    }
}

/// The list, from the day that was typed.
fn from_day(hub: CoalitionId, form: &Form) -> String {
    format!("/hubs/{hub}/shipments?from={}", form.value("first_day"))
}

pub(super) async fn change_form(
    visit: Visit,
    At((hub, id)): At<(CoalitionId, ShipmentId)>,
) -> Outcome<Response> {
    let known = visit.look(move |tx, who| acts::show(tx, who, hub, id)).await?;
    let page = edit_page(&visit, hub, Some(id), filled(&known)).await?;
    visit.page(&page.t.shipment_change(), &page)
}

fn filled(known: &Shipment) -> Form {
    let mut form = Form::default();
    let place = |end: End| end.place().map(|at| format!("{}.{}", at.organisation, at.site));
    form.set("from", place(known.from).unwrap_or_default());
    form.set("to", place(known.to).unwrap_or_default());
    form.set("first_day", known.first_day.to_string());
    form.set("last_day", known.last_day.to_string());
    form.set("ready", known.ready.map(clock).unwrap_or_default());
    form.set("due", known.due.map(clock).unwrap_or_default());
    form.set("dry", known.load.dry.to_string());
    form.set("cold", known.load.cold.to_string());
    form.set("frozen", known.load.frozen.to_string());
    form.set("kilograms", known.load.kilograms.to_string());
    for need in &known.needs {
        form.set(&format!("need.{}", need.code()), "yes");
    }
    form.set("note", known.note.clone());
    form
}

pub(super) async fn change(
    visit: Visit,
    At((hub, id)): At<(CoalitionId, ShipmentId)>,
    form: Form,
) -> Outcome<Response> {
    let changed = match read_asked(&form) {
        Ok(asked) => visit.act(move |tx, who| acts::change(tx, who, hub, id, &asked)).await,
        Err(stop) => Err(stop),
    };
    match changed {
        Ok(()) => {
            let t = words(visit.language);
            Ok(visit.done(&from_day(hub, &form), &t.shipment_saved()))
        }
        Err(stop) => {
            form.note(&stop, visit.language);
            let page = edit_page(&visit, hub, Some(id), form).await?;
            visit.again(&stop, &page.t.shipment_change(), &page)
        }
    }
}

pub(super) async fn cancel(
    visit: Visit,
    At((hub, id)): At<(CoalitionId, ShipmentId)>,
) -> Outcome<Response> {
    visit.act(move |tx, who| acts::cancel(tx, who, hub, id)).await?;
    let t = words(visit.language);
    Ok(visit.done(&format!("/hubs/{hub}/shipments"), &t.shipment_cancelled()))
}

fn read_asked(form: &Form) -> Outcome<Asked> {
    let (from, to) = (read_place(form, "from"), read_place(form, "to"));
    let first_day = form.must("first_day", form.date("first_day"));
    let last_day = form.date("last_day").or(first_day);
    let (ready, due) = (form.minute("ready"), form.minute("due"));
    let count = |name: &str| form.whole(name, MOST).unwrap_or(0);
    let load = Load {
        dry: count("dry"),
        cold: count("cold"),
        frozen: count("frozen"),
        kilograms: count("kilograms"),
    };
    let needs =
        Need::ALL.iter().copied().filter(|need| form.ticked(&format!("need.{}", need.code()))).collect();
    let note = form.text("note", 200);
    form.accept()?;
    let (Some(from), Some(to), Some(first_day), Some(last_day)) = (from, to, first_day, last_day) else {
        return Err(frame::Stop::NotFound);
    };
    Ok(Asked { from, to, first_day, last_day, ready, due, load, needs, note })
}

fn read_place(form: &Form, name: &str) -> Option<Place> {
    let text = form.value(name);
    if text.is_empty() {
        form.fault(name, Fault::Missing);
        return None;
    }
    let place = text.split_once('.').and_then(|(organisation, site)| {
        Some(Place { organisation: organisation.parse().ok()?, site: site.parse().ok()? })
    });
    if place.is_none() {
        form.fault(name, Fault::NotAmong);
    }
    place
}

impl Edit {
    fn needs(&self) -> Vec<(String, String)> {
        let named = |need: &Need| (format!("need.{}", need.code()), self.t.shipment_need(need.code()));
        Need::ALL.iter().map(named).collect()
    }
}

pub(super) async fn file_form(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    visit.look(move |tx, who| acts::places(tx, who, hub).map(drop)).await?;
    let t = words(visit.language);
    visit.page(&t.shipments_file_title(), &FilePage { t, hub })
}

impl FilePage {
    fn columns(&self) -> Vec<String> {
        Column::ALL.iter().map(|column| self.t.shipments_column(column.code())).collect()
    }
}

pub(super) async fn add_file(
    visit: Visit,
    At(hub): At<CoalitionId>,
    upload: Upload,
) -> Outcome<Response> {
    let t = words(visit.language);
    let added = match read_file(&visit, hub, upload.file).await {
        Ok(asked) => visit.act(move |tx, who| acts::add(tx, who, hub, &asked)).await,
        Err(stop) => Err(stop),
    };
    match added {
        Ok(added) => {
            let notice = t.shipments_saved(added.len() as i64);
            Ok(visit.done(&format!("/hubs/{hub}/shipments"), &notice))
        }
        Err(stop) => visit.again(&stop, &t.shipments_file_title(), &FilePage { t, hub }),
    }
}

async fn read_file(
    visit: &Visit,
    hub: CoalitionId,
    file: Option<(String, Vec<u8>)>,
) -> Outcome<Vec<Asked>> {
    let (name, bytes) = file.ok_or(Unreadable::NoFile)?;
    let (names, sites) = visit
        .look(move |tx, who| {
            let sites = acts::places(tx, who, hub)?;
            let owners = sites.iter().map(|site| site.organisation);
            let names = organisations::names(tx, owners)?.into_iter().collect::<Vec<_>>();
            Ok((names, sites))
        })
        .await?;
    let (language, today) = (visit.language, visit.app.today());
    let asked = frame::aside(move || {
        files::read(&name, &bytes, &Against { names: &names, sites: &sites, today }, language)
    })
    .await??;
    Ok(asked)
}

/// What is to be moved as a file that can be read again.
pub(super) async fn csv(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let first: Date = visit.asked("from").parse().unwrap_or(visit.app.today());
    let last = first.saturating_add(Span::new().days(DAYS - 1));
    let (shipments, names) = visit
        .look(move |tx, who| {
            let shipments = acts::list(tx, who, hub, first, last)?;
            let ends = shipments.iter().flat_map(|one| [one.from.organisation, one.to.organisation]);
            let names = Names::read(tx, ends)?;
            Ok((shipments, names))
        })
        .await?;
    let t = words(visit.language);
    let headers: Vec<String> =
        Column::ALL.iter().map(|column| t.shipments_column(column.code())).collect();
    let moving = shipments.iter().filter(|one| one.standing != Standing::Cancelled);
    let rows = moving.map(|one| cells(one, &names, t));
    let mark = if visit.language == Language::En { '.' } else { ',' };
    let bytes = write_csv(&headers, rows, mark);
    let name = format!("{} {first}.csv", t.shipments_title());
    Ok(download("text/csv; charset=utf-8", &name, bytes))
}

fn cells(one: &Shipment, names: &Names, t: &Words) -> Vec<Cell> {
    let number = |count: i64| Cell::Number(count.to_string());
    let time = |minute: Option<i64>| minute.map_or(Cell::Empty, |minute| Cell::Text(clock(minute)));
    let needs: Vec<String> = one.needs.iter().map(|need| t.shipment_need(need.code())).collect();
    vec![
        Cell::Text(names.end(&one.from)),
        Cell::Text(names.end(&one.to)),
        Cell::Text(one.first_day.to_string()),
        Cell::Text(one.last_day.to_string()),
        time(one.ready),
        time(one.due),
        number(one.load.dry),
        number(one.load.cold),
        number(one.load.frozen),
        number(one.load.kilograms),
        Cell::Text(needs.join(", ")),
        Cell::Text(one.note.clone()),
    ]
}

/// Whose menu leads straight to the list: the staff comes to it from the rounds.
pub(super) const IN_MENU: [Role; 2] = [Role::Producer, Role::Shop];
