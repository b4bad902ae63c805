//! The vehicles of a sample hub, at what they cost in Wallonia: a lorry and a van of the hub's own, and vans of
//! members who live near its dock.

use economy::shipments::{Load, Need, Place};
use frame::{App, Outcome, Role};
use people::organisations::{Site, store as organisations};
use rounds::fleet::{Costing, Driver, Fuel, Shift, Vehicle, VehicleKind, acts as fleet};
use units::{Cents, OrganisationId, Price, VehicleId};

use super::world::World;

struct Sort {
    name: &'static str,
    kind: VehicleKind,
    fuel: Fuel,
    holds: Load,
    traits: &'static [Need],
    costing: Costing,
}

/// A driver of joint committee 140.03 costs who employs them about 27 euro an hour; diesel is 1.45 without VAT, a
/// kilowatt-hour at the depot 0.28.
const SORTS: [Sort; 5] = [
    Sort {
        name: "Camion frigo 7,5 t",
        kind: VehicleKind::Truck,
        fuel: Fuel::Diesel,
        holds: Load { dry: 120, cold: 60, frozen: 12, kilograms: 2_900 },
        traits: &[Need::Fridge, Need::Freezer, Need::TailLift, Need::PalletTruck],
        costing: Costing {
            use_per_100_km: 19_500,
            energy_price: Price(14_500),
            wear_per_km: Price(1_400),
            purchase: Cents(6_800_000),
            resale: Cents(1_500_000),
            years: 10,
            days_per_year: 230,
            insurance: Cents(240_000),
            tax: Cents(85_000),
            wage_per_hour: Cents(2_750),
        },
    },
    Sort {
        name: "Camionnette électrique",
        kind: VehicleKind::Van,
        fuel: Fuel::Electricity,
        holds: Load { dry: 40, cold: 24, frozen: 4, kilograms: 950 },
        traits: &[Need::Fridge],
        costing: Costing {
            use_per_100_km: 27_000,
            energy_price: Price(2_800),
            wear_per_km: Price(600),
            purchase: Cents(4_600_000),
            resale: Cents(1_000_000),
            years: 8,
            days_per_year: 230,
            insurance: Cents(150_000),
            tax: Cents(12_000),
            wage_per_hour: Cents(2_580),
        },
    },
    Sort {
        name: "Boxer frigo",
        kind: VehicleKind::Van,
        fuel: Fuel::Diesel,
        holds: Load { dry: 50, cold: 30, frozen: 6, kilograms: 1_150 },
        traits: &[Need::Fridge, Need::TailLift],
        costing: Costing {
            use_per_100_km: 9_800,
            energy_price: Price(14_500),
            wear_per_km: Price(800),
            purchase: Cents(3_400_000),
            resale: Cents(700_000),
            years: 8,
            days_per_year: 180,
            insurance: Cents(130_000),
            tax: Cents(18_000),
            wage_per_hour: Cents(2_400),
        },
    },
    Sort {
        name: "Master",
        kind: VehicleKind::Van,
        fuel: Fuel::Diesel,
        holds: Load { dry: 60, cold: 20, frozen: 4, kilograms: 1_250 },
        traits: &[],
        costing: Costing {
            use_per_100_km: 9_200,
            energy_price: Price(14_500),
            wear_per_km: Price(750),
            purchase: Cents(2_700_000),
            resale: Cents(600_000),
            years: 9,
            days_per_year: 160,
            insurance: Cents(115_000),
            tax: Cents(17_000),
            wage_per_hour: Cents(2_400),
        },
    },
    Sort {
        name: "Berlingo",
        kind: VehicleKind::Car,
        fuel: Fuel::Petrol,
        holds: Load { dry: 20, cold: 10, frozen: 2, kilograms: 480 },
        traits: &[],
        costing: Costing {
            use_per_100_km: 6_700,
            energy_price: Price(14_200),
            wear_per_km: Price(550),
            purchase: Cents(1_900_000),
            resale: Cents(500_000),
            years: 8,
            days_per_year: 150,
            insurance: Cents(85_000),
            tax: Cents(21_000),
            wage_per_hour: Cents(2_400),
        },
    },
];

/// Vehicles with their prices, and who drives them.
pub(super) async fn found(app: &App, world: &World) -> Outcome<()> {
    let sites = sites(app, world).await?;
    let dock = sites.iter().find(|site| site.organisation == world.organisation);
    let near = nearest(&sites, dock);
    let (hub, coordinator) = (world.hub, world.staff(app, Role::Coordinator));
    for at in 0..world.plan.vehicles {
        let sort = &SORTS[at % SORTS.len()];
        // Two of every five are the hub's own; the others those of its neighbours.
        let is_own = at % SORTS.len() < 2;
        let home = if is_own { dock } else { near.get(at).copied() };
        let Some(home) = home else { continue };
        let vehicle = vehicle(app.ids.next(), at, sort, home);
        let costing = sort.costing;
        let member = (!is_own).then_some(home.organisation);
        let role = if at % 2 == 0 { Role::Driver } else { Role::Warehouse };
        let driver = world.cast.person_of(role, member).filter(|_| !is_own || at < 2);
        let driver = driver.map(|person| Driver {
            person,
            organisation: home.organisation,
            shift: all_week(),
            left_on: None,
        });
        app.act(&coordinator, move |tx, who| {
            fleet::add(tx, who, hub, &vehicle)?;
            fleet::set_cost(tx, who, hub, vehicle.id, &costing, Cents::ZERO)?;
            driver.iter().try_for_each(|driver| fleet::save_driver(tx, who, hub, driver))
        })
        .await?;
    }
    Ok(())
}

fn vehicle(id: VehicleId, at: usize, sort: &Sort, home: &Site) -> Vehicle {
    let again = at / SORTS.len();
    let name = if again == 0 { sort.name.to_owned() } else { format!("{} {}", sort.name, again + 1) };
    Vehicle {
        id,
        home: Place { organisation: home.organisation, site: home.id },
        name,
        kind: sort.kind,
        fuel: sort.fuel,
        holds: sort.holds,
        traits: sort.traits.to_vec(),
        prices: None,
        grams_per_km: 0,
        shift: all_week(),
        retired_on: None,
    }
}

/// A demonstration is begun on any day.
fn all_week() -> Shift {
    Shift { weekdays: (1..=7).collect(), from: 6 * 60, to: 18 * 60 }
}

async fn sites(app: &App, world: &World) -> Outcome<Vec<Site>> {
    let mut all: Vec<OrganisationId> = world.producers.iter().map(|maker| maker.id).collect();
    all.push(world.organisation);
    Ok(app.db.read(move |tx| organisations::sites_of(tx, &all)).await?)
}

/// The producers' sites, those near the dock first.
fn nearest<'a>(sites: &'a [Site], dock: Option<&Site>) -> Vec<&'a Site> {
    let at = dock.and_then(|dock| dock.coordinates);
    let away = |site: &Site| {
        let (here, there) = (at?, site.coordinates?);
        let north = here.latitude_e6 - there.latitude_e6;
        // A degree of longitude is two thirds of one of latitude here.
        let east = (here.longitude_e6 - there.longitude_e6) * 2 / 3;
        Some(north * north + east * east)
    };
    let mut near: Vec<&Site> =
        sites.iter().filter(|site| dock.is_none_or(|dock| dock.id != site.id)).collect();
    near.sort_by_key(|site| (away(site).unwrap_or(i64::MAX), site.id));
    near
}
