//! What must hold of shared shortages, whatever happened: shared again, they give the same.

use ::store::Tx;
use frame::{Check, Outcome};

use super::shortage::{Demand, share};
use super::store;
use crate::orders::store as orders;

pub(super) const CHECKS: &[Check] =
    &[Check { name: "every shortage, shared again, gives the same shares", run: same_again }];

fn same_again(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let mut faults = Vec::new();
    for (hub, cycle, reference, rule, grain, received) in store::shared(tx)? {
        let lines = orders::lines_of_reference(tx, hub, cycle, reference)?;
        let allotments = store::allotments_of_reference(tx, hub, cycle, reference)?;
        let of = |shop| allotments.iter().find(|one| one.shop == shop);
        let demands: Vec<Demand> = lines
            .iter()
            .map(|line| Demand {
                shop: line.shop,
                ordered: line.ordered,
                placed_at: line.placed_at,
                rank: of(line.shop).map_or(0, |one| one.rank),
            })
            .collect();
        let shares = share(rule, &demands, received, grain);
        let differs = demands
            .iter()
            .zip(shares)
            .find(|(demand, share)| of(demand.shop).is_none_or(|one| one.share != *share));
        if let Some((demand, share)) = differs {
            faults.push(format!(
                "reference {reference} of cycle {cycle}: shop {} is due {} by the rule",
                demand.shop,
                share.plain()
            ));
        }
    }
    Ok(faults)
}
