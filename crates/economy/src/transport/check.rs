//! What must hold of booked rounds: the ledger has each, and their shares add up.

use ::store::Tx;
use frame::{Check, Outcome};
use units::{CauseId, Cents, CoalitionId};

pub const CHECKS: &[Check] = &[
    Check { name: "each booked round is in the ledger at what it was booked", run: in_the_ledger },
    Check { name: "what a round is booked at is spread to the cent", run: spread },
    Check { name: "a statement of rounds says what its rounds were booked at", run: stated },
    Check { name: "what a carrier is owed is booked and on no statement yet", run: waiting },
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

fn stated(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let faults = tx.rows(
        "SELECT d.book, d.id, d.net, CAST(SUM(r.booked_cents) AS BIGINT) FROM document d
             LEFT JOIN stated_round s ON s.coalition_id = d.book AND s.document_id = d.id
             LEFT JOIN round_cost r ON r.coalition_id = s.coalition_id AND r.plan_id = s.plan_id
                 AND r.round_number = s.round_number AND r.carrier_id = d.party_id
         WHERE d.kind = 'carrier_statement'
         GROUP BY d.book, d.id, d.net HAVING d.net <> COALESCE(SUM(r.booked_cents), 0)
         ORDER BY d.book, d.id LIMIT 20",
        &[],
        |row| {
            let (book, id): (String, String) = (row.get(0)?, row.get(1)?);
            let (says, booked): (i64, Option<i64>) = (row.get(2)?, row.get(3)?);
            let booked = booked.unwrap_or(0);
            Ok(format!("statement {id} of {book} says {says} cents, its rounds were booked at {booked}"))
        },
    )?;
    Ok(faults)
}

fn waiting(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let faults = tx.rows(
        "SELECT coalition, carrier, waits, owed FROM (
             SELECT r.coalition_id AS coalition, r.carrier_id AS carrier,
                 CAST(SUM(CASE WHEN s.document_id IS NULL THEN r.booked_cents ELSE 0 END) AS BIGINT) AS waits,
                 CAST(COALESCE((SELECT SUM(t.amount) FROM transfer t
                         WHERE t.book = r.coalition_id AND t.credit = 'carrier/' || r.carrier_id), 0)
                     - COALESCE((SELECT SUM(t.amount) FROM transfer t
                         WHERE t.book = r.coalition_id AND t.debit = 'carrier/' || r.carrier_id), 0)
                     AS BIGINT) AS owed
             FROM round_cost r LEFT JOIN stated_round s ON s.coalition_id = r.coalition_id
                 AND s.plan_id = r.plan_id AND s.round_number = r.round_number
             GROUP BY r.coalition_id, r.carrier_id
         ) AS compared WHERE waits <> owed ORDER BY coalition, carrier LIMIT 20",
        &[],
        |row| {
            let (hub, carrier): (String, String) = (row.get(0)?, row.get(1)?);
            let (waits, owed): (i64, i64) = (row.get(2)?, row.get(3)?);
            Ok(format!(
                "hub {hub}: {waits} cents of {carrier}'s rounds wait for a statement, and the ledger owes {owed}"
            ))
        },
    )?;
    Ok(faults)
}
