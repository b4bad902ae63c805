//! A hub with its members, its agreement, its catalogue and its people, founded through the acts.

use economy::containers::{Container, acts as containers};
use frame::{App, Mandate, Outcome, Role, Who};
use hub::catalogue::{Arrangement, acts as catalogue};
use jiff::civil::Date;
use people::organisations::acts::{self as organisations, Keeper};
use people::organisations::{LegalForm, OpeningWindow, Organisation, Site, Storage, VatRegime};
use polity::agreements::{Fee, FeeBasis, FeeKind, acts as agreements};
use polity::members::{Coalition, CoalitionKind, Membership, Side, acts as members};
use units::{
    Cents, CoalitionId, Code, ContainerId, Coordinates, Country, Language, MandateId, OrganisationId,
    PersonId, Rate, ReferenceId,
};
use uuid::Uuid;

use super::chance::Chance;
use super::lists::{self, Municipality};
use super::numbers;
use super::people::Cast;
use super::plan::Plan;
use super::shelf::{self, Shelf};

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
}

/// Members written in one transaction.
const A_BATCH: usize = 40;

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

/// A mandate of the sample's own making, for acts that pages would run under a stored one.
pub(super) fn mandate(
    role: Role,
    coalition: Option<CoalitionId>,
    organisation: Option<OrganisationId>,
    label: &str,
) -> Mandate {
    let id = MandateId(Uuid::nil());
    Mandate { id, role, coalition, organisation, label: label.to_owned(), stands_in_for: None }
}

/// Somebody in the act, at the application's time.
pub(super) fn who(app: &App, person: PersonId, name: &str, mandate: Mandate) -> Who {
    Who {
        person,
        name: name.to_owned(),
        language: Language::Fr,
        mandate: Some(mandate),
        mandates: Vec::new(),
        at: app.clock.now(),
        today: app.today(),
        ids: app.ids.clone(),
        seen_at: None,
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

fn site(
    app: &App,
    of: &Organisation,
    name: &str,
    place: Coordinates,
    receives: Vec<Storage>,
    hours: &str,
) -> Site {
    let windows = (1..=5).flat_map(|day| OpeningWindow::read(day, hours).unwrap_or_default()).collect();
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

struct Founding<'a> {
    app: &'a App,
    plan: &'a Plan,
    chance: &'a mut Chance,
    cast: &'a Cast,
    hub: CoalitionId,
    /// How many enterprise numbers are taken.
    numbers: usize,
}

struct Admitted {
    organisation: Organisation,
    site: Site,
    rank: i64,
}

impl Founding<'_> {
    async fn admit_producers(&mut self) -> Outcome<Vec<(String, Organisation)>> {
        let fits =
            |trade: &str| self.plan.trades.is_empty() || self.plan.trades.iter().any(|t| t == trade);
        let known: Vec<&lists::Enterprise> =
            lists::PRODUCERS.iter().filter(|one| fits(&one.kind)).collect();
        let names = self.names(&known, "producer_kind", self.plan.producers);
        let mut makers = Vec::new();
        let mut admitted = Vec::new();
        for (trade, name, form) in names {
            let town = self.town();
            let regime = match form {
                LegalForm::NaturalPerson if self.chance.happens(35) => VatRegime::Farm,
                LegalForm::NaturalPerson if self.chance.happens(25) => VatRegime::Exempt,
                _ => VatRegime::Liable,
            };
            let organisation = self.organisation(&name, form, regime, town);
            let receives = vec![Storage::Dry];
            let hours = *self.chance.one_of(&["07:00-12:00", "08:00-12:00, 13:00-17:00", "06:30-10:00"]);
            let site = site(self.app, &organisation, "Ferme", self.near(town), receives, hours);
            makers.push((trade, organisation.clone()));
            admitted.push(Admitted { organisation, site, rank: 100 });
        }
        self.admit(admitted, Side::Producer).await?;
        Ok(makers)
    }

    async fn admit_shops(&mut self) -> Outcome<Vec<Organisation>> {
        let known: Vec<&lists::Enterprise> = lists::SHOPS.iter().collect();
        let names = self.names(&known, "shop_kind", self.plan.shops);
        let mut shops = Vec::new();
        let mut admitted = Vec::new();
        for (kind, name, form) in names {
            let town = self.town();
            let organisation = self.organisation(&name, form, VatRegime::Liable, town);
            let mut receives = vec![Storage::Dry, Storage::Cold];
            if self.chance.happens(40) {
                receives.push(Storage::Frozen);
            }
            let hours = *self.chance.one_of(&["07:30-12:00", "08:00-18:00", "09:00-12:30, 13:30-18:30"]);
            let site = site(self.app, &organisation, "Magasin", self.near(town), receives, hours);
            // Shops that members own themselves come first where a hub shares by priority.
            let rank = if kind == "cooperative_shop" || kind == "buying_group" { 50 } else { 100 };
            shops.push(organisation.clone());
            admitted.push(Admitted { organisation, site, rank });
        }
        self.admit(admitted, Side::Shop).await?;
        Ok(shops)
    }

    /// `count` enterprises: those of the list, then others made of the parts of names.
    fn names(
        &mut self,
        known: &[&lists::Enterprise],
        parts: &str,
        count: usize,
    ) -> Vec<(String, String, LegalForm)> {
        let mut names: Vec<(String, String, LegalForm)> = self
            .chance
            .some_of(known, count)
            .into_iter()
            .map(|one| (one.kind.clone(), one.name.clone(), one.legal_form))
            .collect();
        let (kinds, places) = (lists::name_parts(parts), lists::name_parts("place"));
        let mut taken: std::collections::BTreeSet<String> =
            names.iter().map(|(_, name, _)| name.clone()).collect();
        while names.len() < count {
            let like = self.chance.one_of(known);
            let name = format!("{} {}", self.chance.one_of(&kinds), self.chance.one_of(&places));
            if taken.insert(name.clone()) {
                names.push((like.kind.clone(), name, like.legal_form));
            }
        }
        names
    }

    fn town(&mut self) -> &'static Municipality {
        let provinces = &self.plan.provinces;
        let within: Vec<&'static Municipality> = lists::MUNICIPALITIES
            .iter()
            .filter(|m| provinces.is_empty() || provinces.contains(&m.province))
            .collect();
        self.chance.one_of::<&'static Municipality>(&within)
    }

    /// Within a kilometre or two of the centre.
    fn near(&mut self, town: &Municipality) -> Coordinates {
        Coordinates {
            latitude_e6: town.place.latitude_e6 + self.chance.between(-15_000, 15_000),
            longitude_e6: town.place.longitude_e6 + self.chance.between(-20_000, 20_000),
        }
    }

    fn organisation(
        &mut self,
        name: &str,
        legal_form: LegalForm,
        vat_regime: VatRegime,
        town: &Municipality,
    ) -> Organisation {
        let at = self.numbers;
        self.numbers += 1;
        let places = lists::name_parts("place");
        let kind = *self.chance.one_of(&["Rue", "Route", "Chemin", "Voie"]);
        let street = format!("{kind} {} {}", self.chance.one_of(&places), self.chance.between(1, 96));
        Organisation {
            id: self.app.ids.next(),
            name: name.to_owned(),
            legal_form,
            country: Country::BELGIUM,
            enterprise_number: Some(numbers::enterprise_number(at)),
            vat_number: (vat_regime == VatRegime::Liable).then(|| numbers::vat_number(at)),
            vat_regime,
            iban: Some(numbers::iban(at)),
            email: Some(super::people::address_of(name)),
            phone: Some(numbers::phone(at)),
            language: Language::Fr,
            street,
            postcode: town.postcode.clone(),
            town: town.name.clone(),
        }
    }

    async fn admit(&mut self, admitted: Vec<Admitted>, side: Side) -> Outcome<()> {
        let (hub, coordinator) = (self.hub, self.cast.staff(self.app, Role::Coordinator));
        let mut rest = admitted;
        while !rest.is_empty() {
            let batch: Vec<Admitted> = rest.drain(..rest.len().min(A_BATCH)).collect();
            self.app
                .act(&coordinator, move |tx, who| {
                    for one in &batch {
                        let id = one.organisation.id;
                        members::admit(tx, who, hub, &one.organisation, &[side])?;
                        organisations::save_site(tx, who, &Keeper::of_a_member(id), &one.site)?;
                        if one.rank != 100 {
                            let since = who.today;
                            let ranked = Membership {
                                organisation: id,
                                side,
                                since,
                                until: None,
                                rank: one.rank,
                            };
                            members::change_membership(tx, who, hub, &ranked)?;
                        }
                    }
                    Ok(())
                })
                .await?;
        }
        Ok(())
    }

    async fn stock_shelves(
        &mut self,
        makers: Vec<(String, Organisation)>,
        kinds: &Kinds,
        month: i8,
    ) -> Outcome<Vec<Maker>> {
        let trades: Vec<&str> = makers.iter().map(|(trade, _)| trade.as_str()).collect();
        let counts = shelf::counts(&trades, self.plan.references);
        let weekly_lines = self.plan.lines_a_week as i64 / self.plan.references as i64 + 1;
        let mut producers = Vec::new();
        for ((trade, organisation), count) in makers.into_iter().zip(counts) {
            let Shelf { references, drafts } = shelf::fill(
                self.app,
                self.chance,
                kinds,
                &trade,
                &organisation.town,
                count,
                month,
                weekly_lines,
            );
            let (hub, id) = (self.hub, organisation.id);
            let coordinator = self.cast.staff(self.app, Role::Coordinator);
            self.app
                .act(&coordinator, move |tx, who| catalogue::take_in(tx, who, hub, id, &drafts))
                .await?;
            let initials = initials(&organisation.name);
            producers.push(Maker { id, name: organisation.name, initials, references });
        }
        Ok(producers)
    }

    /// The hub's percentage, packing and transport; less for dairy, and less for one producer who helps.
    async fn agree_fees(&mut self, producers: &[Maker]) -> Outcome<()> {
        let (agreed, starts_on): (_, Date) = (&self.plan.agreement, self.app.today());
        let app = self.app;
        let fee = |kind, basis, amount, producer, family: Option<&str>| Fee {
            id: app.ids.next(),
            kind,
            basis,
            amount,
            producer,
            family: family.map(str::to_owned),
            starts_on,
            ends_on: None,
        };
        let Rate(percent) = agreed.hub_percent.0;
        let fees = [
            fee(FeeKind::Hub, FeeBasis::Percent, percent, None, None),
            fee(FeeKind::Hub, FeeBasis::Percent, percent * 9 / 10, None, Some("dairy-product")),
            fee(FeeKind::Hub, FeeBasis::Percent, percent * 4 / 5, producers.first().map(|p| p.id), None),
            fee(FeeKind::Packing, FeeBasis::Percent, agreed.packing_percent.0.0, None, None),
            fee(FeeKind::Transport, FeeBasis::Order, agreed.transport_per_order.0.0, None, None),
        ];
        let (hub, coordinator) = (self.hub, self.cast.staff(app, Role::Coordinator));
        app.act(&coordinator, move |tx, who| {
            fees.iter().try_for_each(|fee| agreements::agree_fee(tx, who, hub, fee))
        })
        .await
    }

    /// One producer in ten has a price or a silence of its own with one shop.
    async fn arrange(&mut self, producers: &[Maker], shops: &[Organisation]) -> Outcome<()> {
        let mut agreed = Vec::new();
        for maker in producers {
            if !self.chance.happens(10) {
                continue;
            }
            let reference = *self.chance.one_of(&maker.references);
            let shop = self.chance.one_of(shops).id;
            let hidden = self.chance.happens(30);
            let price = (!hidden).then(|| units::Price(self.chance.between(20, 80) * 500));
            agreed.push((maker.id, Arrangement { reference, shop, price, hidden }));
        }
        let (hub, coordinator) = (self.hub, self.cast.staff(self.app, Role::Coordinator));
        self.app
            .act(&coordinator, move |tx, who| {
                agreed
                    .iter()
                    .try_for_each(|(producer, one)| catalogue::arrange(tx, who, hub, *producer, one))
            })
            .await
    }

    /// What each shop usually orders, and how it pays.
    fn habits(&mut self, shops: Vec<Organisation>, producers: &[Maker]) -> Vec<Buyer> {
        let all: Vec<ReferenceId> =
            producers.iter().flat_map(|maker| maker.references.clone()).collect();
        let mean = (self.plan.lines_a_week / shops.len()).max(1) as i64;
        shops
            .into_iter()
            .map(|shop| {
                // Some shops order half of the mean, some half as much again.
                let size = (mean * self.chance.between(50, 150) / 100).max(1) * 5 / 4 + 1;
                let usual = self.chance.some_of(&all, usize::try_from(size).unwrap_or(1));
                let weeks_late = if self.chance.happens(self.plan.mishaps.late_shops) {
                    self.chance.between(1, 3)
                } else {
                    0
                };
                Buyer {
                    id: shop.id,
                    name: shop.name,
                    usual: usual.into_iter().copied().collect(),
                    weeks_late,
                }
            })
            .collect()
    }
}

/// `Ferme du Grand Pré` as it begins its lot numbers: `FGP`.
fn initials(name: &str) -> String {
    let folded = units::text::fold(name);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() > 2);
    words.filter_map(|word| word.chars().next()).take(3).collect::<String>().to_uppercase()
}
