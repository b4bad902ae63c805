//! A vehicle's own pages: what it holds, when it is there, and the calculator of what a trip costs.

use askama::Template;
use axum::response::Response;
use economy::shipments::{Load, Need, Place, clock};
use frame::form::Fault;
use frame::{At, Form, Outcome, Reader, Stop, Visit};
use units::{Cents, CoalitionId, Code, Language, VehicleId};

use super::acts;
use super::calculator::{Parts, Trip};
use super::model::{Costing, Fuel, Shift, Vehicle, VehicleKind};
use super::pages::read_shift;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "fleet/vehicle.html")]
struct VehiclePage {
    t: &'static Words,
    language: Language,
    hub: CoalitionId,
    id: Option<VehicleId>,
    homes: Vec<(String, String)>,
    form: Form,
}

#[derive(Template)]
#[template(path = "fleet/cost.html")]
struct CostPage {
    t: &'static Words,
    r: Reader,
    language: Language,
    hub: CoalitionId,
    vehicle: Vehicle,
    /// The trip that is reckoned, and what it costs.
    reckoned: Option<(Trip, Parts)>,
    form: Form,
}

pub(super) async fn vehicle_form(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let mut form = Form::default();
    for day in 1..=5 {
        form.set(&format!("day.{day}"), "yes");
    }
    form.set("shift_from", "06:00");
    form.set("shift_to", "18:00");
    let page = vehicle_page(&visit, hub, None, form).await?;
    visit.page(&page.t.vehicle_new(), &page)
}

async fn vehicle_page(
    visit: &Visit,
    hub: CoalitionId,
    id: Option<VehicleId>,
    form: Form,
) -> Outcome<VehiclePage> {
    let homes = visit
        .look(move |tx, who| Ok(economy::shipments::choices(tx, &acts::homes(tx, who, hub)?)?))
        .await?;
    Ok(VehiclePage { t: words(visit.language), language: visit.language, hub, id, homes, form })
}

impl VehiclePage {
    fn kinds(&self) -> Vec<(String, String)> {
        let all = VehicleKind::ALL.iter();
        all.map(|kind| (kind.code().to_owned(), self.t.vehicle_kind(kind.code()))).collect()
    }

    fn fuels(&self) -> Vec<(String, String)> {
        let all = Fuel::ALL.iter();
        all.map(|fuel| (fuel.code().to_owned(), self.t.vehicle_fuel(fuel.code()))).collect()
    }

    fn traits(&self) -> Vec<(String, String)> {
        let all = Need::ALL.iter();
        all.map(|need| (format!("trait.{}", need.code()), self.t.vehicle_trait(need.code()))).collect()
    }

    fn weekdays(&self) -> Vec<(String, String)> {
        let r = Reader::new(self.language, &jiff::tz::TimeZone::UTC);
        (1..=7).map(|day: i8| (format!("day.{day}"), r.weekday(day))).collect()
    }
}

pub(super) async fn add_vehicle(
    visit: Visit,
    At(hub): At<CoalitionId>,
    form: Form,
) -> Outcome<Response> {
    let id: VehicleId = visit.app.ids.next();
    save_vehicle(visit, hub, None, id, form).await
}

pub(super) async fn edit_vehicle(
    visit: Visit,
    At((hub, id)): At<(CoalitionId, VehicleId)>,
) -> Outcome<Response> {
    let (known, _) = visit.look(move |tx, who| acts::show(tx, who, hub, id)).await?;
    let page = vehicle_page(&visit, hub, Some(id), filled(&known)).await?;
    visit.page(&known.name, &page)
}

fn filled(known: &Vehicle) -> Form {
    let mut form = Form::default();
    form.set("name", known.name.clone());
    form.set("home", format!("{}.{}", known.home.organisation, known.home.site));
    form.set("kind", known.kind.code());
    form.set("fuel", known.fuel.code());
    form.set("dry", known.holds.dry.to_string());
    form.set("cold", known.holds.cold.to_string());
    form.set("frozen", known.holds.frozen.to_string());
    form.set("kilograms", known.holds.kilograms.to_string());
    for one in &known.traits {
        form.set(&format!("trait.{}", one.code()), "yes");
    }
    fill_shift(&mut form, &known.shift);
    form.set("retired_on", known.retired_on.map(|day| day.to_string()).unwrap_or_default());
    form
}

pub(super) async fn change_vehicle(
    visit: Visit,
    At((hub, id)): At<(CoalitionId, VehicleId)>,
    form: Form,
) -> Outcome<Response> {
    save_vehicle(visit, hub, Some(id), id, form).await
}

async fn save_vehicle(
    visit: Visit,
    hub: CoalitionId,
    known: Option<VehicleId>,
    id: VehicleId,
    form: Form,
) -> Outcome<Response> {
    let saved = match read_vehicle(&form, id) {
        Ok(vehicle) => {
            let write = if known.is_some() { acts::change } else { acts::add };
            visit.act(move |tx, who| write(tx, who, hub, &vehicle)).await
        }
        Err(stop) => Err(stop),
    };
    let t = words(visit.language);
    match saved {
        // A vehicle without a price is of no use to a plan: what it costs comes next.
        Ok(()) if known.is_none() => {
            let next = format!("/hubs/{hub}/vehicles/{id}/cost");
            Ok(visit.done(&next, &t.vehicle_saved_cost_next()))
        }
        Ok(()) => Ok(visit.done(&format!("/hubs/{hub}/fleet"), &t.vehicle_saved())),
        Err(stop) => {
            form.note(&stop, visit.language);
            let page = vehicle_page(&visit, hub, known, form).await?;
            visit.again(&stop, &page.t.vehicle_new(), &page)
        }
    }
}

fn read_vehicle(form: &Form, id: VehicleId) -> Outcome<Vehicle> {
    let name = form.required("name", 60);
    let home = form.value("home").split_once('.').and_then(|(organisation, site)| {
        Some(Place { organisation: organisation.parse().ok()?, site: site.parse().ok()? })
    });
    if home.is_none() {
        form.fault("home", Fault::NotAmong);
    }
    let (kind, fuel) = (form.code("kind"), form.code("fuel"));
    let count = |name: &str| form.whole(name, acts::MOST_HELD).unwrap_or(0);
    let holds = Load {
        dry: count("dry"),
        cold: count("cold"),
        frozen: count("frozen"),
        kilograms: count("kilograms"),
    };
    let has = |need: &Need| form.ticked(&format!("trait.{}", need.code()));
    let traits = Need::ALL.iter().copied().filter(has).collect();
    let shift = read_shift(form);
    let retired_on = form.date("retired_on");
    form.accept()?;
    let (Some(home), Some(kind), Some(fuel), Some(shift)) = (home, kind, fuel, shift) else {
        return Err(Stop::NotFound);
    };
    let (prices, grams_per_km) = (None, 0);
    Ok(Vehicle { id, home, name, kind, fuel, holds, traits, prices, grams_per_km, shift, retired_on })
}

pub(super) async fn cost_form(
    visit: Visit,
    At((hub, id)): At<(CoalitionId, VehicleId)>,
) -> Outcome<Response> {
    let (vehicle, costing) = visit.look(move |tx, who| acts::show(tx, who, hub, id)).await?;
    let form = filled_cost(&visit.reader(), &vehicle, costing);
    let name = vehicle.name.clone();
    visit.page(&name, &cost_page(&visit, hub, vehicle, form))
}

/// The trip that is reckoned where nobody asks for another.
const USUAL_KM: i64 = 100;
const USUAL_MINUTES: i64 = 4 * 60;

/// The trip of the address, `?km=120&time=05:00`, reckoned with what the form says.
fn cost_page(visit: &Visit, hub: CoalitionId, vehicle: Vehicle, form: Form) -> CostPage {
    let asked = Form::from_pairs(visit.query.clone());
    let usual = |name: &str, usual: i64| asked.value(name).is_empty().then_some(usual);
    let metres = usual("km", USUAL_KM).or_else(|| asked.whole("km", 5_000)).map(|km| km * 1_000);
    let minutes = usual("time", USUAL_MINUTES).or_else(|| asked.minute("time"));
    let reckoned = match (read_costing(&form), metres, minutes) {
        (Ok((costing, _)), Some(metres), Some(minutes)) => {
            let trip = Trip { metres, seconds: minutes * 60 };
            Some((trip, costing.of(trip)))
        }
        _ => None,
    };
    CostPage {
        t: words(visit.language),
        r: visit.reader(),
        language: visit.language,
        hub,
        vehicle,
        reckoned,
        form,
    }
}

fn fill_shift(form: &mut Form, shift: &Shift) {
    for day in &shift.weekdays {
        form.set(&format!("day.{day}"), "yes");
    }
    form.set("shift_from", clock(shift.from));
    form.set("shift_to", clock(shift.to));
}

fn filled_cost(r: &Reader, vehicle: &Vehicle, costing: Option<Costing>) -> Form {
    let mut form = Form::default();
    let Some(c) = costing else { return form };
    let amount = |cents: Cents| r.entry(cents.plain());
    form.set("use_per_100_km", r.entry(units::Quantity(c.use_per_100_km).plain()));
    form.set("energy_price", r.entry(c.energy_price.plain()));
    form.set("wear_per_km", r.entry(c.wear_per_km.plain()));
    form.set("purchase", amount(c.purchase));
    form.set("resale", amount(c.resale));
    form.set("years", c.years.to_string());
    form.set("days_per_year", c.days_per_year.to_string());
    form.set("insurance", amount(c.insurance));
    form.set("tax", amount(c.tax));
    form.set("wage_per_hour", amount(c.wage_per_hour));
    form.set("per_stop", amount(vehicle.prices.unwrap_or_default().per_stop));
    form
}

fn read_costing(form: &Form) -> Outcome<(Costing, Cents)> {
    let used = form.must("use_per_100_km", form.quantity("use_per_100_km"));
    let energy_price = form.must("energy_price", form.price("energy_price"));
    let wear_per_km = form.must("wear_per_km", form.price("wear_per_km"));
    let amount = |name: &str| form.must(name, form.cents(name)).unwrap_or_default();
    let (purchase, resale) = (amount("purchase"), amount("resale"));
    let (insurance, tax, wage_per_hour) = (amount("insurance"), amount("tax"), amount("wage_per_hour"));
    let at_least_one = |name: &str, most: i64| {
        let number = form.must(name, form.whole(name, most))?;
        if number == 0 {
            form.fault(name, Fault::Missing);
        }
        Some(number)
    };
    let (years, days_per_year) = (at_least_one("years", 50), at_least_one("days_per_year", 366));
    let per_stop = form.cents("per_stop").unwrap_or_default();
    form.accept()?;
    let costing = Costing {
        use_per_100_km: used.unwrap_or_default().0,
        energy_price: energy_price.unwrap_or_default(),
        wear_per_km: wear_per_km.unwrap_or_default(),
        purchase,
        resale,
        years: years.unwrap_or(1),
        days_per_year: days_per_year.unwrap_or(1),
        insurance,
        tax,
        wage_per_hour,
    };
    Ok((costing, per_stop))
}

pub(super) async fn set_cost(
    visit: Visit,
    At((hub, id)): At<(CoalitionId, VehicleId)>,
    form: Form,
) -> Outcome<Response> {
    let saved = match read_costing(&form) {
        Ok((costing, per_stop)) => {
            visit.act(move |tx, who| acts::set_cost(tx, who, hub, id, &costing, per_stop)).await
        }
        Err(stop) => Err(stop),
    };
    let t = words(visit.language);
    match saved {
        Ok(()) => {
            Ok(visit.done(&format!("/hubs/{hub}/vehicles/{id}/cost?km=100&time=04:00"), &t.cost_saved()))
        }
        Err(stop) => {
            form.note(&stop, visit.language);
            let (vehicle, _) = visit.look(move |tx, who| acts::show(tx, who, hub, id)).await?;
            let name = vehicle.name.clone();
            visit.again(&stop, &name, &cost_page(&visit, hub, vehicle, form))
        }
    }
}

impl CostPage {
    fn unit(&self) -> String {
        self.t.fuel_unit(self.vehicle.fuel.code())
    }

    fn source(&self) -> &'static str {
        self.vehicle.fuel.emission().source
    }

    fn parts(&self, parts: &Parts) -> Vec<(String, Cents)> {
        let of = [
            ("energy", parts.energy),
            ("wear", parts.wear),
            ("value", parts.value),
            ("insurance", parts.insurance),
            ("tax", parts.tax),
            ("wage", parts.wage),
        ];
        of.into_iter().map(|(code, amount)| (self.t.cost_part(code), amount)).collect()
    }

    fn trip(&self, trip: &Trip) -> String {
        self.t.cost_trip(self.r.count(trip.metres / 1_000), clock(trip.seconds / 60))
    }

    /// What the address says of the trip, for its fields.
    fn asked(&self, name: &str) -> String {
        match (name, self.reckoned) {
            ("km", Some((trip, _))) => (trip.metres / 1_000).to_string(),
            ("km", None) => "100".to_owned(),
            (_, Some((trip, _))) => clock(trip.seconds / 60),
            (_, None) => "04:00".to_owned(),
        }
    }
}
