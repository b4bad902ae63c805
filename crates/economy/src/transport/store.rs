//! Booked rounds in the database.

use ::store::{Result, Row, Tx, Value, params};
use frame::Who;
use jiff::civil::Date;
use units::{Cents, CoalitionId, DocumentId, OrganisationId, PlanId};

use super::{RoundCost, Share};
use crate::euro::{Of, Period};

/// Writes a booking, unless the round has one: then false comes back.
pub fn insert(tx: &Tx<'_>, who: &Who, coalition: CoalitionId, cost: &RoundCost) -> Result<bool> {
    let first = tx.execute(
        "INSERT INTO round_cost (coalition_id, cause_id, plan_id, round_number, day, carrier_id,
             planned_cents, real_cents, booked_cents, booked_at, booked_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (coalition_id, plan_id, round_number) DO NOTHING",
        params![
            coalition,
            cost.cause,
            cost.plan,
            cost.round,
            cost.day,
            cost.carrier,
            cost.planned,
            cost.real,
            cost.booked,
            who.at,
            who.person,
        ],
    )?;
    if first == 0 {
        return Ok(false);
    }
    let rows = cost.shares.iter().map(|share| {
        [
            coalition.into(),
            cost.plan.into(),
            cost.round.into(),
            share.shipment.into(),
            share.cycle.into(),
            share.sender.into(),
            share.receiver.into(),
            share.booked.into(),
            share.marginal.into(),
        ]
    });
    tx.insert_all(
        "shipment_cost (coalition_id, plan_id, round_number, shipment_id, cycle_id, sender_id, receiver_id,
             booked_cents, marginal_cents)",
        rows,
        "",
    )?;
    Ok(true)
}

const COLUMNS: &str =
    "cause_id, plan_id, round_number, day, carrier_id, planned_cents, real_cents, booked_cents";

/// The booking of a round, with its shares.
pub fn find(tx: &Tx<'_>, coalition: CoalitionId, plan: PlanId, round: i64) -> Result<Option<RoundCost>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM round_cost WHERE coalition_id = $1 AND plan_id = $2 AND round_number = $3"
    );
    let Some(mut cost) = tx.row(&sql, params![coalition, plan, round], read)? else { return Ok(None) };
    cost.shares = tx.rows(
        "SELECT shipment_id, cycle_id, sender_id, receiver_id, booked_cents, marginal_cents
         FROM shipment_cost WHERE coalition_id = $1 AND plan_id = $2 AND round_number = $3
         ORDER BY shipment_id",
        params![coalition, plan, round],
        |row| {
            Ok(Share {
                shipment: row.get(0)?,
                cycle: row.get(1)?,
                sender: row.get(2)?,
                receiver: row.get(3)?,
                booked: row.get(4)?,
                marginal: row.get(5)?,
            })
        },
    )?;
    Ok(Some(cost))
}

/// Booked rounds of these days, both included, without their shares.
pub fn between(tx: &Tx<'_>, coalition: CoalitionId, first: Date, last: Date) -> Result<Vec<RoundCost>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM round_cost WHERE coalition_id = $1 AND day >= $2 AND day <= $3
         ORDER BY day, plan_id, round_number"
    );
    tx.rows(&sql, params![coalition, first, last], read)
}

/// The booked rounds of a carrier that are on no statement yet, the earliest first, without their shares.
pub fn unstated(tx: &Tx<'_>, coalition: CoalitionId, carrier: OrganisationId) -> Result<Vec<RoundCost>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM round_cost r WHERE coalition_id = $1 AND carrier_id = $2
             AND NOT EXISTS (SELECT 1 FROM stated_round s WHERE s.coalition_id = r.coalition_id
                 AND s.plan_id = r.plan_id AND s.round_number = r.round_number)
         ORDER BY day, plan_id, round_number LIMIT 500"
    );
    tx.rows(&sql, params![coalition, carrier], read)
}

/// Writes on which statement rounds are.
pub fn insert_stated(
    tx: &Tx<'_>,
    coalition: CoalitionId,
    document: DocumentId,
    rounds: &[RoundCost],
) -> Result<()> {
    let rows = rounds.iter().map(|round| {
        [coalition.into(), round.plan.into(), round.round.into(), round.carrier.into(), document.into()]
    });
    tx.insert_all(
        "stated_round (coalition_id, plan_id, round_number, carrier_id, document_id)",
        rows,
        "",
    )?;
    Ok(())
}

/// The statement that a round is on.
pub fn statement_of(
    tx: &Tx<'_>,
    coalition: CoalitionId,
    plan: PlanId,
    round: i64,
) -> Result<Option<DocumentId>> {
    tx.row(
        "SELECT document_id FROM stated_round
         WHERE coalition_id = $1 AND plan_id = $2 AND round_number = $3",
        params![coalition, plan, round],
        |row| row.get(0),
    )
}

fn read(row: &Row<'_>) -> Result<RoundCost> {
    Ok(RoundCost {
        cause: row.get(0)?,
        plan: row.get(1)?,
        round: row.get(2)?,
        day: row.get(3)?,
        carrier: row.get(4)?,
        planned: row.get(5)?,
        real: row.get(6)?,
        booked: row.get(7)?,
        shares: Vec::new(),
    })
}

/// What the rounds of a sale, of a shop's part of it, or of a year were booked at; none where none was, and none
/// of a product, which no round knows.
pub fn of_euro(tx: &Tx<'_>, coalition: CoalitionId, of: Of) -> Result<Option<Cents>> {
    let (filter, values): (&str, Vec<Value<'_>>) = match (of.period(), of.shop(), of.product()) {
        (_, _, Some(_)) => return Ok(None),
        (Period::Cycle(cycle), None, None) => ("s.cycle_id = $2", vec![cycle.into()]),
        (Period::Cycle(cycle), Some(shop), None) => (
            "s.cycle_id = $2 AND (s.receiver_id = $3 OR s.sender_id = $3)",
            vec![cycle.into(), shop.into()],
        ),
        (Period::Year(year), None, None) => ("substr(r.day, 1, 4) = $2", vec![year_text(year).into()]),
        (Period::Year(year), Some(shop), None) => (
            "substr(r.day, 1, 4) = $2 AND (s.receiver_id = $3 OR s.sender_id = $3)",
            vec![year_text(year).into(), shop.into()],
        ),
    };
    let mut params: Vec<Value<'_>> = vec![coalition.into()];
    params.extend(values);
    let sql = format!(
        "SELECT CAST(SUM(s.booked_cents) AS BIGINT) FROM shipment_cost s
             JOIN round_cost r ON r.coalition_id = s.coalition_id AND r.plan_id = s.plan_id
                 AND r.round_number = s.round_number
         WHERE s.coalition_id = $1 AND {filter}"
    );
    let sum: Option<Option<Cents>> = tx.row(&sql, &params, |row| row.get(0))?;
    Ok(sum.flatten())
}

fn year_text(year: i64) -> String {
    format!("{year:04}")
}

/// What each carrier is owed for rounds that no statement has yet, by its organisation.
pub fn owed(tx: &Tx<'_>, coalition: CoalitionId) -> Result<Vec<(OrganisationId, Cents)>> {
    let balances = crate::ledger::store::balances(tx, coalition.into(), "carrier")?;
    let read = |(name, debit): (String, i64)| {
        Some((name.strip_prefix("carrier/")?.parse().ok()?, Cents(-debit)))
    };
    Ok(balances.into_iter().filter_map(read).filter(|(_, owed)| !owed.is_zero()).collect())
}
