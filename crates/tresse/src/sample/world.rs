//! A hub with its members, its agreement, its catalogue and its people, founded through the acts.

use economy::containers::{Container, acts as containers};
use frame::{App, Outcome, Role, Who};
use people::organisations::acts::{self as organisations, Keeper};
use people::organisations::{LegalForm, OpeningWindow, Organisation, Site, Storage, VatRegime};
use polity::agreements::acts as agreements;
use polity::members::{Coalition, CoalitionKind, acts as members};
use units::{
    Cents, CoalitionId, Code, ContainerId, Coordinates, Country, Language, OrganisationId, ReferenceId,
};

use super::chance::Chance;
use super::fleet;
use super::founding::Founding;
use super::lists;
use super::numbers;
use super::people::Cast;
use super::plan::Plan;

/// A hub that was founded.
pub struct World {
    pub plan: Plan,
    pub hub: CoalitionId,
    pub organisation: OrganisationId,
    /// The crate that goods travel in.
    pub transport_crate: ContainerId,
    pub producers: Vec<Maker>,
    pub shops: Vec<Buyer>,
    pub cast: Cast,
}

/// A producer with what it offers.
pub struct Maker {
    pub id: OrganisationId,
    pub name: String,
    pub initials: String,
    pub references: Vec<ReferenceId>,
}

/// A shop with what it usually orders.
pub struct Buyer {
    pub id: OrganisationId,
    pub name: String,
    pub usual: Vec<ReferenceId>,
    /// Weeks after the due day in which it usually pays.
    pub weeks_late: i64,
    /// The place of its delivery day among those of a cycle.
    pub delivery_day: usize,
}

impl World {
    /// Founds the hub of a plan in an empty database, on the day that the application's clock shows.
    ///
    /// The same plan and chance found the same hub, to the cent; `password` is the hash that every
    /// person of it comes in with, and producers offer what is in season in `month`.
    pub async fn found(
        app: &App,
        plan: &Plan,
        chance: &mut Chance,
        password: &str,
        month: i8,
    ) -> Outcome<Self> {
        let hub: CoalitionId = app.ids.next();
        let cast = Cast::new(app, hub, plan);
        let organisation = found_hub(app, plan, &cast, hub, password).await?;
        let kinds = make_containers(app, &cast, organisation).await?;
        let mut founding = Founding { app, plan, chance, cast: &cast, hub, numbers: 1 };
        let makers = founding.admit_producers().await?;
        let shops = founding.admit_shops().await?;
        let producers = founding.stock_shelves(makers, &kinds, month).await?;
        founding.agree_fees(&producers).await?;
        founding.arrange(&producers, &shops).await?;
        let shops = founding.habits(shops, &producers);
        let transport_crate = kinds.transport;
        let mut world =
            Self { plan: plan.clone(), hub, organisation, transport_crate, producers, shops, cast };
        world.cast.install_members(app, &world.producers, &world.shops, password).await?;
        fleet::found(app, &world).await?;
        Ok(world)
    }

    /// Somebody of the hub's own team, in the act.
    pub fn staff(&self, app: &App, role: Role) -> Who {
        self.cast.staff(app, role)
    }

    /// Somebody who acts for a member.
    pub fn member(&self, app: &App, role: Role, organisation: OrganisationId) -> Who {
        self.cast.member(app, role, organisation)
    }
}

async fn found_hub(
    app: &App,
    plan: &Plan,
    cast: &Cast,
    hub: CoalitionId,
    password: &str,
) -> Outcome<OrganisationId> {
    let id: OrganisationId = app.ids.next();
    let town =
        lists::MUNICIPALITIES.iter().find(|m| m.name == plan.town).unwrap_or(&lists::MUNICIPALITIES[0]);
    let organisation = Organisation {
        id,
        name: plan.name.clone(),
        legal_form: LegalForm::Cooperative,
        country: Country::BELGIUM,
        enterprise_number: Some(numbers::enterprise_number(0)),
        vat_number: Some(numbers::vat_number(0)),
        vat_regime: VatRegime::Liable,
        iban: Some(numbers::iban(0)),
        email: Some(format!("bonjour@{}", super::people::DOMAIN)),
        phone: Some(numbers::phone(0)),
        language: Language::Fr,
        street: "Rue de la Halle aux Grains 4".to_owned(),
        postcode: town.postcode.clone(),
        town: town.name.clone(),
    };
    let all_cold = Storage::ALL.to_vec();
    let dock = site(app, &organisation, "Quai", town.place, all_cold, "06:00-17:00");
    let coalition = Coalition {
        id: hub,
        kind: CoalitionKind::Hub,
        name: plan.name.clone(),
        organisation: id,
        public_euro: true,
    };
    let (terms, administrator) = (plan.terms(app.today()), cast.administrator(app));
    app.act(&administrator, move |tx, who| {
        let keeper = Keeper::of(who, organisation.id)?;
        organisations::save(tx, who, &keeper, &organisation)?;
        organisations::save_site(tx, who, &keeper, &dock)?;
        members::found(tx, who, &coalition, &terms, None)
    })
    .await?;
    let coordinator = cast.staff(app, Role::Coordinator);
    app.act(&coordinator, move |tx, who| agreements::set_public(tx, who, hub, true)).await?;
    cast.install_team(app, password).await?;
    Ok(id)
}

pub(super) fn site(
    app: &App,
    of: &Organisation,
    name: &str,
    place: Coordinates,
    receives: Vec<Storage>,
    hours: &str,
) -> Site {
    // A demonstration's deliveries fall on whatever days follow the one on which it is begun.
    let windows = (1..=7).flat_map(|day| OpeningWindow::read(day, hours).unwrap_or_default()).collect();
    Site {
        id: app.ids.next(),
        organisation: of.id,
        name: name.to_owned(),
        street: of.street.clone(),
        postcode: of.postcode.clone(),
        town: of.town.clone(),
        country: of.country,
        coordinates: Some(place),
        receives,
        note: String::new(),
        windows,
    }
}

/// The hub's kinds of container, by the name that articles give their deposit.
pub struct Kinds {
    pub transport: ContainerId,
    pub of_deposits: Vec<(&'static str, ContainerId)>,
}

const DEPOSITS: [(&str, &str, i64); 7] = [
    ("jar_small", "Bocal 37 cl", 20),
    ("yoghurt_jar", "Pot de yaourt en verre", 20),
    ("bottle_75", "Bouteille 75 cl", 30),
    ("bottle_33", "Bouteille 33 cl", 10),
    ("milk_bottle", "Bouteille de lait 1 l", 50),
    ("green_crate", "Caisse verte 60 × 40", 386),
    ("beer_crate", "Casier de 24 bouteilles", 450),
];

async fn make_containers(app: &App, cast: &Cast, owner: OrganisationId) -> Outcome<Kinds> {
    let transport = Container {
        id: app.ids.next(),
        owner,
        name: "Bac de transport isotherme".to_owned(),
        deposit: Cents::ZERO,
    };
    let mut kinds = Kinds { transport: transport.id, of_deposits: Vec::new() };
    let mut all = vec![transport];
    for (code, name, deposit) in DEPOSITS {
        let id = app.ids.next();
        kinds.of_deposits.push((code, id));
        all.push(Container { id, owner, name: name.to_owned(), deposit: Cents(deposit) });
    }
    let coordinator = cast.staff(app, Role::Coordinator);
    app.act(&coordinator, move |tx, who| {
        all.iter().try_for_each(|kind| containers::save(tx, who, &Keeper::of_a_member(owner), kind))
    })
    .await?;
    Ok(kinds)
}
