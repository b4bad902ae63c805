//! A hub to break, founded through the acts before any server starts: shops with a token each, articles
//! without a limit, and a few whose last units everybody wants.

use economy::ledger::{Account, Book};
use frame::api::Scope;
use frame::{App, Clock, Ids, Outcome, Role, Settings, Stop, Who};
use hub::catalogue::{StockMode, acts as catalogue};
use hub::cycles::assortment;
use people::entry::Password;
use people::persons;
use people::tokens::{self, NewToken};
use store::Db;
use tresse::DOOR;
use tresse::check::sentence;
use tresse::sample::week::later;
use tresse::sample::{Chance, Plan, Week, World, people as cast};
use units::{CoalitionId, Code as _, CycleId, OrganisationId, Quantity, ReferenceId};

/// What the shops do is done to this.
pub struct Ground {
    pub hub: CoalitionId,
    pub cycle: CycleId,
    pub shops: Vec<Shop>,
    /// The bookkeeper's token.
    pub books: String,
    /// Articles that may be ordered without end, one unit at a time.
    pub free: Vec<ReferenceId>,
    pub guarded: Vec<Guarded>,
    /// The e-mail address of who orders for the first shop.
    pub email: String,
    pub references: usize,
}

pub struct Shop {
    pub id: OrganisationId,
    pub token: String,
}

/// An article of which there are few.
#[derive(Debug, Clone)]
pub struct Guarded {
    pub reference: ReferenceId,
    /// In whose book its stock is, under which account.
    pub book: Book,
    pub account: String,
    /// Units that there are in all.
    pub units: i64,
}

/// A small hub, quickly founded.
pub fn small(shops: usize) -> Plan {
    Plan { producers: 6, shops, references: 60, lines_a_week: 60, ..Plan::default() }
}

impl Ground {
    /// Founds the hub of `plan` in an empty database; its cycle opened yesterday and takes orders for days.
    pub async fn found(db: &Db, plan: &Plan, units: i64, usual: bool) -> anyhow::Result<Self> {
        found(db, plan, units, usual).await.map_err(sentence)
    }

    pub fn order_path(&self, shop: OrganisationId) -> String {
        format!("/api/v1/hubs/{}/cycles/{}/orders/{shop}", self.hub, self.cycle)
    }

    pub fn payments_path(&self) -> String {
        format!("/api/v1/hubs/{}/payments", self.hub)
    }

    /// The page on which a shop orders.
    pub fn order_page(&self, shop: OrganisationId) -> String {
        format!("/hubs/{}/cycles/{}/orders/{shop}", self.hub, self.cycle)
    }
}

async fn found(db: &Db, plan: &Plan, units: i64, usual: bool) -> Outcome<Ground> {
    let (settings, now) = (Settings::default(), Clock::of_the_machine().now());
    let first = later(settings.zone.to_datetime(now).date(), -1);
    let start = settings.zone.to_timestamp(later(first, -2).at(9, 0, 0, 0));
    let clock = Clock::set_by_hand(start.map_err(anyhow::Error::from)?);
    let app = App::new(db.clone(), clock, Ids::random(), settings, None, DOOR);
    let mut chance = Chance::new(1);
    let hash = Password::typed(cast::PASSWORD).hash()?;
    let world = World::found(&app, plan, &mut chance, &hash, first.month()).await?;
    let mut week = Week::new(&app, &world, &mut chance);
    let cycle = week.plan_first(first).await?;
    week.open(cycle).await?;
    if usual {
        week.order(cycle, 90, Some(now)).await?;
    }
    app.clock.set(now);
    let hub = world.hub;
    let (free, guarded) = articles(&app, &world, cycle, units).await?;
    let (shops, books) = tokens_of(&app, &world).await?;
    let email = world.cast.logins.iter().find(|login| login.0 == Role::Shop);
    let email = email.map(|login| login.1.clone()).unwrap_or_default();
    let references = world.producers.iter().map(|maker| maker.references.len()).sum();
    Ok(Ground { hub, cycle, shops, books, free, guarded, email, references })
}

/// Articles that every shop may order: those without a limit, and some counted anew to `units`.
async fn articles(
    app: &App,
    world: &World,
    cycle: CycleId,
    units: i64,
) -> Outcome<(Vec<ReferenceId>, Vec<Guarded>)> {
    let hub = world.hub;
    let all = assortment(app, hub, cycle).await?;
    let for_all = |offer: &&hub::cycles::Offer| {
        offer.item.step == Quantity::ONE
            && world.shops.iter().all(|shop| all.price_for(offer, shop.id).is_some())
    };
    let of = |mode: StockMode| {
        all.offers.iter().filter(for_all).filter(move |offer| offer.stock_mode == mode)
    };
    let free: Vec<ReferenceId> = of(StockMode::OnDemand).map(|offer| offer.reference).take(24).collect();
    let few: Vec<(OrganisationId, ReferenceId)> =
        of(StockMode::OnHand).map(|offer| (offer.producer, offer.reference)).take(4).collect();
    let coordinator = world.staff(app, Role::Coordinator);
    let counted = few.clone();
    app.act(&coordinator, move |tx, who| {
        counted.iter().try_for_each(|&(producer, reference)| {
            catalogue::count_stock(tx, who, hub, producer, reference, Quantity::whole(units))
        })
    })
    .await?;
    let guarded = few.into_iter().map(|(producer, reference)| Guarded {
        reference,
        book: producer.into(),
        account: Account::Stock(reference).name(),
        units,
    });
    Ok((free, guarded.collect()))
}

/// A token for each shop and one for the books, made as their holders make them.
async fn tokens_of(app: &App, world: &World) -> Outcome<(Vec<Shop>, String)> {
    let hub = world.hub;
    let new = NewToken { name: "faults".to_owned(), scopes: Scope::ALL.to_vec(), days: 30 };
    let held = app.db.read(move |tx| persons::store::mandates_in(tx, hub)).await?;
    let mut shops = Vec::new();
    for shop in &world.shops {
        let own = held
            .iter()
            .find(|held| held.mandate.role == Role::Shop && held.mandate.organisation == Some(shop.id));
        let own = own.ok_or(Stop::NotFound)?;
        let mut who = Who::acting(app, own.person, &own.person_name, own.mandate.clone());
        who.mandates = vec![own.mandate.clone()];
        let (id, new) = (own.mandate.id, new.clone());
        let token = app.act(&who, move |tx, who| tokens::acts::make_own(tx, who, id, &new)).await?;
        shops.push(Shop { id: shop.id, token });
    }
    let coordinator = world.staff(app, Role::Coordinator);
    let books = app
        .act(&coordinator, move |tx, who| {
            tokens::acts::make_for_service(tx, who, hub, Role::Bookkeeper, &new)
        })
        .await?;
    Ok((shops, books))
}

/// Yesterday, which is no future day whichever way the clock jumps.
pub fn yesterday() -> String {
    let now = Clock::of_the_machine().now();
    later(Settings::default().zone.to_datetime(now).date(), -1).to_string()
}
