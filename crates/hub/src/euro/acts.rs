//! Who may open which euro.

use std::collections::HashMap;

use ::store::Tx;
use economy::documents::store as documents;
use economy::euro::{Division, Of, Product, store};
use economy::transport::store as transport;
use frame::{Outcome, Stop, Who};
use people::organisations::store as organisations;
use polity::members::acts::enter;
use polity::members::{Coalition, Side, store as members};
use units::{Cents, CoalitionId, CycleId, OrganisationId};

use crate::cycles::{Cycle, Stage, store as cycles};

/// Products shown at once; a search finds the others.
const PRODUCTS: usize = 100;

/// A euro with what else could be opened beside it.
pub struct Opened {
    pub coalition: Coalition,
    pub of: Option<Of>,
    pub division: Division,
    /// What the rounds that carried it were booked at, where they were.
    pub rounds: Option<Cents>,
    pub cycles: Vec<Cycle>,
    pub years: Vec<i64>,
    pub shops: HashMap<OrganisationId, String>,
    /// The name of the product whose euro it is.
    pub product: String,
    /// What shops paid most for in the period, among what was searched for.
    pub products: Vec<Product>,
    /// How many products were found; some may not be shown.
    pub found: usize,
}

/// Opens a euro for a member: members see all of it. Without a wish, the latest settled cycle's.
/// `search` narrows the period's products by name.
pub fn open(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    wish: Option<Of>,
    search: &str,
) -> Outcome<Opened> {
    let coalition = enter(tx, who, hub)?;
    let mut opened = opened(tx, coalition, wish)?;
    let ids = members::on_side(tx, hub, Side::Shop, who.today)?;
    opened.shops = organisations::all(tx, &ids)?.into_iter().map(|o| (o.id, o.name)).collect();
    // A shop that has left keeps its name.
    if let Some(shop) = opened.of.and_then(Of::shop)
        && !opened.division.is_empty()
        && let Some(gone) = organisations::find(tx, shop)?
    {
        opened.shops.insert(gone.id, gone.name);
    }
    if let Some(product) = opened.of.and_then(Of::product) {
        opened.product = store::name_of(tx, hub, product)?.unwrap_or_default();
    }
    if let Some(of) = opened.of {
        opened.products = store::products(tx, hub, of.period())?;
        opened.products.retain(|product| has_words(&product.name, search));
        opened.found = opened.products.len();
        opened.products.truncate(PRODUCTS);
    }
    Ok(opened)
}

/// Whether a name holds every word of a search, in any spelling.
fn has_words(name: &str, search: &str) -> bool {
    let name = units::text::fold(name);
    units::text::fold(search).split(' ').all(|word| name.contains(word))
}

fn opened(tx: &Tx<'_>, coalition: Coalition, wish: Option<Of>) -> Outcome<Opened> {
    let hub = coalition.id;
    let mut cycles = cycles::latest(tx, hub, 60)?;
    cycles.retain(|cycle| matches!(cycle.stage(), Stage::Settled | Stage::Closed));
    let settled = cycles.iter().find(|cycle| cycle.stage() == Stage::Settled);
    let of = wish.or(settled.map(|cycle| Of::Cycle(cycle.id)));
    let division = match of {
        Some(of) => store::division(tx, hub, of)?,
        None => Division::default(),
    };
    let rounds = match of {
        Some(of) => transport::of_euro(tx, hub, of)?,
        None => None,
    };
    Ok(Opened {
        coalition,
        of,
        division,
        rounds,
        cycles,
        years: documents::years(tx, hub)?,
        shops: HashMap::new(),
        product: String::new(),
        products: Vec::new(),
        found: 0,
    })
}

/// Opens a cycle's euro for anybody, where the hub says so; otherwise there is nothing to see.
pub fn open_to_all(tx: &Tx<'_>, hub: CoalitionId, cycle: Option<CycleId>) -> Outcome<Opened> {
    let coalition = members::find(tx, hub)?.ok_or(Stop::NotFound)?;
    if !coalition.public_euro {
        return Err(Stop::NotFound);
    }
    let mut opened = opened(tx, coalition, cycle.map(Of::Cycle))?;
    opened.cycles.retain(|one| one.stage() == Stage::Settled);
    if cycle.is_some_and(|asked| !opened.cycles.iter().any(|one| one.id == asked)) {
        return Err(Stop::NotFound);
    }
    Ok(opened)
}
