//! What must hold of booked rounds: the ledger has each, and their shares add up.

use ::store::Tx;
use frame::{Check, Outcome};
use units::{CauseId, Cents, CoalitionId};

pub const CHECKS: &[Check] = &[
    Check { name: "each booked round is in the ledger at what it was booked", run: in_the_ledger },
    Check { name: "what a round is booked at is spread to the cent", run: spread },
];

type Booked = (CoalitionId, CauseId, Cents, Option<Cents>);

fn faults(tx: &Tx<'_>, sql: &str, what: &str) -> Outcome<Vec<String>> {
    let rows: Vec<Booked> =
        tx.rows(sql, &[], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    let wrong = rows.into_iter().filter(|(_, _, booked, found)| found.unwrap_or_default() != *booked);
    let said = wrong.map(|(hub, cause, booked, found)| {
        let found = found.unwrap_or_default();
        format!("hub {hub}: round {cause} is booked at {} cents, and {what} {}", booked.0, found.0)
    });
    Ok(said.collect())
}

fn in_the_ledger(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let sql = "SELECT r.coalition_id, r.cause_id, r.booked_cents, CAST(SUM(t.amount) AS BIGINT)
         FROM round_cost r LEFT JOIN transfer t ON t.book = r.coalition_id AND t.cause_id = r.cause_id
             AND t.debit = 'cost/rounds'
         GROUP BY r.coalition_id, r.cause_id, r.booked_cents ORDER BY r.coalition_id, r.cause_id";
    faults(tx, sql, "the ledger has")
}

fn spread(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let sql = "SELECT r.coalition_id, r.cause_id, r.booked_cents, CAST(SUM(s.booked_cents) AS BIGINT)
         FROM round_cost r JOIN shipment_cost s ON s.coalition_id = r.coalition_id AND s.plan_id = r.plan_id
             AND s.round_number = r.round_number
         GROUP BY r.coalition_id, r.cause_id, r.booked_cents ORDER BY r.coalition_id, r.cause_id";
    faults(tx, sql, "its shares make")
}
