//! Who may open which euro.

use std::collections::HashMap;

use ::store::Tx;
use economy::euro::{Division, Of, store};
use frame::{Outcome, Stop, Who};
use people::organisations::store as organisations;
use polity::members::acts::enter;
use polity::members::{Coalition, Side, store as members};
use units::{Cents, CoalitionId, CycleId, OrganisationId, ReferenceId};

use crate::cycles::{Cycle, Stage, store as cycles};

/// A euro with what else could be opened beside it.
pub struct Opened {
    pub coalition: Coalition,
    pub of: Option<Of>,
    pub division: Division,
    pub cycles: Vec<Cycle>,
    pub years: Vec<i64>,
    pub shops: HashMap<OrganisationId, String>,
    /// What shops paid most for in the cycle at hand.
    pub products: Vec<(ReferenceId, String, Cents)>,
}

/// Opens a euro for a member: members see all of it. Without a wish, the latest settled cycle's.
pub fn open(tx: &Tx<'_>, who: &Who, hub: CoalitionId, wish: Option<Of>) -> Outcome<Opened> {
    let coalition = enter(tx, who, hub)?;
    let mut opened = opened(tx, coalition, wish)?;
    let ids = members::on_side(tx, hub, Side::Shop, who.today)?;
    opened.shops = organisations::all(tx, &ids)?.into_iter().map(|o| (o.id, o.name)).collect();
    Ok(opened)
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
    let at_hand = match of {
        Some(Of::Cycle(cycle) | Of::Order(cycle, _) | Of::ProductInCycle(_, cycle)) => Some(cycle),
        _ => None,
    };
    let products = match at_hand {
        Some(cycle) => store::products_of_cycle(tx, hub, cycle, 40)?,
        None => Vec::new(),
    };
    let years = store::years(tx, hub)?;
    Ok(Opened { coalition, of, division, cycles, years, shops: HashMap::new(), products })
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
    opened.products.clear();
    Ok(opened)
}
