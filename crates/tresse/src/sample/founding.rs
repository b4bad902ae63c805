//! The members of a sample hub, its shelves, its fees and its habits.

use frame::{App, Outcome, Role};
use hub::catalogue::{Arrangement, acts as catalogue};
use jiff::civil::Date;
use people::organisations::acts::{self as organisations, Keeper};
use people::organisations::{LegalForm, Organisation, Site, Storage, VatRegime};
use polity::agreements::{Fee, FeeBasis, FeeKind, acts as agreements};
use polity::members::{Membership, Side, acts as members};
use units::{CoalitionId, Coordinates, Country, Language, Rate, ReferenceId};

use super::chance::Chance;
use super::lists::{self, Municipality};
use super::numbers;
use super::people::Cast;
use super::plan::Plan;
use super::shelf::{self, Shelf};
use super::world::{Buyer, Kinds, Maker, site};

/// Members written in one transaction.
const A_BATCH: usize = 40;

pub(super) struct Founding<'a> {
    pub app: &'a App,
    pub plan: &'a Plan,
    pub chance: &'a mut Chance,
    pub cast: &'a Cast,
    pub hub: CoalitionId,
    /// How many enterprise numbers are taken.
    pub numbers: usize,
}

struct Admitted {
    organisation: Organisation,
    site: Site,
    rank: i64,
}

impl Founding<'_> {
    pub(super) async fn admit_producers(&mut self) -> Outcome<Vec<(String, Organisation)>> {
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

    pub(super) async fn admit_shops(&mut self) -> Outcome<Vec<Organisation>> {
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

    pub(super) async fn stock_shelves(
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
    pub(super) async fn agree_fees(&mut self, producers: &[Maker]) -> Outcome<()> {
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
    pub(super) async fn arrange(&mut self, producers: &[Maker], shops: &[Organisation]) -> Outcome<()> {
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
    pub(super) fn habits(&mut self, shops: Vec<Organisation>, producers: &[Maker]) -> Vec<Buyer> {
        let all: Vec<ReferenceId> =
            producers.iter().flat_map(|maker| maker.references.clone()).collect();
        let mean = (self.plan.lines_a_week / shops.len()).max(1) as i64;
        let all_shops = shops.clone();
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
                    delivery_day: usize::from(is_northern(&shop.town, &all_shops)),
                    id: shop.id,
                    name: shop.name,
                    usual: usual.into_iter().copied().collect(),
                    weeks_late,
                }
            })
            .collect()
    }
}

/// The northern half of the shops is served on the second day.
fn is_northern(town: &str, all: &[Organisation]) -> bool {
    let latitude = |town: &str| {
        let known = lists::MUNICIPALITIES.iter().find(|known| known.name == town);
        known.map(|known| known.place.latitude_e6)
    };
    let mut latitudes: Vec<i64> = all.iter().filter_map(|shop| latitude(&shop.town)).collect();
    latitudes.sort_unstable();
    latitude(town) > latitudes.get(latitudes.len() / 2).copied()
}

/// `Ferme du Grand Pré` as it begins its lot numbers: `FGP`.
fn initials(name: &str) -> String {
    let folded = units::text::fold(name);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() > 2);
    words.filter_map(|word| word.chars().next()).take(3).collect::<String>().to_uppercase()
}
