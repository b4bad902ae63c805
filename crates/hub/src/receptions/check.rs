//! What must hold of shared shortages, whatever happened: shared again, they give the same.

use ::store::Tx;
use frame::{Check, Outcome};
use units::{OrganisationId, Quantity};

use super::acts::accepting;
use super::model::Allotment;
use super::shortage::Demand;
use super::store;
use crate::orders::store as orders;

pub(super) const CHECKS: &[Check] = &[
    Check { name: "every shortage, shared again, gives the same shares", run: same_again },
    Check { name: "no more of an article is allotted than came", run: no_more_than_came },
];

fn same_again(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let mut faults = Vec::new();
    for (hub, cycle, shortage) in store::shared(tx)? {
        let lines = orders::lines_of_reference(tx, hub, cycle, shortage.reference)?;
        let own: Vec<Allotment> = store::allotments_of_reference(tx, hub, cycle, shortage.reference)?
            .into_iter()
            .filter(|one| one.stands_for.is_none())
            .collect();
        let demands: Vec<Demand> = lines
            .iter()
            .map(|line| Demand {
                shop: line.shop,
                ordered: line.ordered,
                placed_at: line.placed_at,
                rank: own.iter().find(|one| one.shop == line.shop).map_or(0, |one| one.rank),
            })
            .collect();
        let shares = shortage.shares(&demands);
        let mut differs = first_difference(&demands, &shares, &own);
        if let Some(second) = shortage.second {
            let accepts = accepting(tx, hub, cycle, &lines, second.reference)?;
            let given = shortage.substitutes(&demands, &shares, |shop| accepts.contains(&shop));
            let substitutes = store::substitutes_of(tx, hub, cycle, shortage.reference)?;
            differs = differs.or(first_difference(&demands, &given, &substitutes));
        }
        if let Some((shop, share)) = differs {
            let reference = shortage.reference;
            faults.push(format!(
                "reference {reference} of cycle {cycle}: shop {shop} is due {} by the rule",
                share.plain()
            ));
        }
    }
    Ok(faults)
}

/// The first shop that was given something else than its share, with the share.
fn first_difference(
    demands: &[Demand],
    shares: &[Quantity],
    given: &[Allotment],
) -> Option<(OrganisationId, Quantity)> {
    let got = |shop| given.iter().find(|one| one.shop == shop).map(|one| one.share).unwrap_or_default();
    let each = demands.iter().zip(shares).map(|(demand, share)| (demand.shop, *share));
    each.into_iter().find(|(shop, share)| got(*shop) != *share)
}

fn no_more_than_came(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let faults = tx.rows(
        "SELECT reference, cycle, allotted, came FROM (
             SELECT a.reference_id AS reference, a.cycle_id AS cycle, CAST(SUM(a.share) AS BIGINT) AS allotted,
                 CAST(COALESCE((SELECT SUM(l.quantity) FROM offer o
                     JOIN reception_lot l ON l.hub_id = o.hub_id AND l.cycle_id = o.cycle_id
                         AND l.producer_id = o.producer_id AND l.reference_id = o.reference_id
                     WHERE o.hub_id = a.hub_id AND o.cycle_id = a.cycle_id
                         AND o.reference_id = a.reference_id), 0) AS BIGINT) AS came
             FROM allotment a GROUP BY a.hub_id, a.cycle_id, a.reference_id
         ) AS compared WHERE allotted > came ORDER BY cycle, reference LIMIT 20",
        &[],
        |row| {
            let (reference, cycle): (String, String) = (row.get(0)?, row.get(1)?);
            let (allotted, came): (Quantity, Quantity) = (row.get(2)?, row.get(3)?);
            Ok(format!(
                "reference {reference} of cycle {cycle}: {} allotted, {} came",
                allotted.plain(),
                came.plain()
            ))
        },
    )?;
    Ok(faults)
}
