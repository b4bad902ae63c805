//! What must hold of plans and rounds, whatever happened.

use ::store::{Tx, params};
use frame::{Check, Outcome};
use routing::{Problem, check};
use units::{CoalitionId, PlanId};

use super::acts::{Whole, whole};
use super::figures::{courses, figures};
use super::store;

pub(super) const CHECKS: &[Check] = &[
    Check { name: "a published plan keeps every rule of what it was made from", run: rules },
    Check { name: "a plan comes to what its rounds come to", run: sums },
    Check { name: "the times of a plan follow from the order of its stops", run: times },
    Check { name: "published rounds are those of their plan", run: rounds },
    Check { name: "a day has one published plan at most", run: one_a_day },
    Check { name: "what a published round carries names it, and the other way about", run: carried },
];

/// Every plan, one after the other, with its hub.
fn each(
    tx: &Tx<'_>,
    only_published: bool,
    mut look: impl FnMut(CoalitionId, &Whole) -> Outcome<Vec<String>>,
) -> Outcome<Vec<String>> {
    let which = if only_published { "WHERE state = 'published'" } else { "" };
    let sql = format!("SELECT hub_id, id FROM plan {which} ORDER BY hub_id, id");
    let all: Vec<(CoalitionId, PlanId)> = tx.rows(&sql, &[], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut faults = Vec::new();
    for (hub, id) in all {
        faults.extend(look(hub, &whole(tx, hub, id)?)?);
    }
    Ok(faults)
}

fn rules(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    each(tx, true, |hub, whole| {
        let id = whole.plan.id;
        Ok(check::check(&whole.description, &whole.result)
            .into_iter()
            .map(|fault| format!("plan {id} of {hub}: {fault}"))
            .collect())
    })
}

fn sums(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    each(tx, false, |hub, whole| {
        let found = figures(&whole.description, &whole.result, &whole.crews);
        let fault = (found != whole.plan.figures).then(|| {
            let (says, id) = (whole.plan.figures, whole.plan.id);
            format!("plan {id} of {hub} comes to {found:?}, and says {says:?}")
        });
        Ok(fault.into_iter().collect())
    })
}

fn times(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    each(tx, true, |hub, whole| {
        let id = whole.plan.id;
        let problem = match Problem::new(whole.description.clone()) {
            Ok(problem) => problem,
            Err(fault) => {
                return Ok(vec![format!("plan {id} of {hub} was made from nonsense: {fault}")]);
            }
        };
        let driven = routing::plan::drive(&problem, &courses(&whole.result));
        let same = driven.is_ok_and(|driven| driven.rounds == whole.result.rounds);
        let fault = (!same).then(|| format!("plan {id} of {hub} has other times when it is driven"));
        Ok(fault.into_iter().collect())
    })
}

/// Vehicle, distance and stops; who drives may be changed afterwards.
fn rounds(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    each(tx, true, |hub, whole| {
        let id = whole.plan.id;
        let rows = store::rounds(tx, hub, id)?;
        let planned = whole.result.rounds.iter().enumerate().map(|(at, round)| {
            let vehicle = whole.description.vehicles[round.vehicle].id.clone();
            let items = round.halts.len();
            (at as i64 + 1, vehicle, round.metres.cast_signed(), items)
        });
        let there = rows.iter().map(|round| {
            let items = round.halts.iter().map(|halt| halt.items.len()).sum::<usize>();
            (round.number, round.vehicle.to_string(), round.metres, items)
        });
        let fault =
            (!planned.eq(there)).then(|| format!("plan {id} of {hub} has other rounds than its plan"));
        Ok(fault.into_iter().collect())
    })
}

fn one_a_day(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let faults = tx.rows(
        "SELECT hub_id, day FROM plan WHERE state = 'published' GROUP BY hub_id, day
         HAVING COUNT(*) > 1 ORDER BY hub_id, day LIMIT 20",
        &[],
        |row| {
            let (hub, day): (String, String) = (row.get(0)?, row.get(1)?);
            Ok(format!("{hub} has several published plans on {day}"))
        },
    )?;
    Ok(faults)
}

fn carried(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let questions = [
        "SELECT s.coalition_id, s.id FROM shipment s
         WHERE s.standing = 'carried' AND NOT EXISTS (
             SELECT 1 FROM halt_item i JOIN plan p ON p.hub_id = i.hub_id AND p.id = i.plan_id
             WHERE i.hub_id = s.coalition_id AND i.plan_id = s.plan_id AND i.shipment_id = s.id
                 AND i.round_number = s.round_number AND p.state = 'published')
         ORDER BY s.coalition_id, s.id LIMIT 20",
        "SELECT i.hub_id, i.shipment_id FROM halt_item i
             JOIN plan p ON p.hub_id = i.hub_id AND p.id = i.plan_id
             LEFT JOIN shipment s ON s.coalition_id = i.hub_id AND s.id = i.shipment_id
         WHERE p.state = 'published' AND i.does = 'deliver'
             AND (s.id IS NULL OR s.standing = 'waiting' OR s.plan_id <> i.plan_id)
         ORDER BY i.hub_id, i.shipment_id LIMIT 20",
    ];
    let mut faults = Vec::new();
    for sql in questions {
        faults.extend(tx.rows(sql, params![], |row| {
            let (hub, id): (String, String) = (row.get(0)?, row.get(1)?);
            Ok(format!("shipment {id} of {hub} and the round that carries it disagree"))
        })?);
    }
    Ok(faults)
}
