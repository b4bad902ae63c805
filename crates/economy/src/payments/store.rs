//! Payments and claims in the database.

use ::store::{Result, Row, Tx, Value, params};
use frame::Who;
use jiff::civil::Date;
use units::{Cents, CoalitionId, OrganisationId, PaymentId};
use uuid::Uuid;

use super::model::{Claim, Owing, Party, Payment, Side, Standing, days_between};

/// Writes the payment; `false` when one of this id is there already.
pub fn insert_payment(tx: &Tx<'_>, who: &Who, hub: CoalitionId, payment: &Payment) -> Result<bool> {
    let written = tx.execute(
        "INSERT INTO payment (book, id, side, party_id, amount, paid_on, method, note, reverses_id,
             recorded_at, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (book, id) DO NOTHING",
        params![
            hub,
            payment.id,
            Value::code(payment.party.side()),
            payment.party.organisation(),
            payment.amount,
            payment.paid_on,
            Value::code(payment.method),
            &payment.note,
            payment.reverses,
            who.at,
            who.person,
        ],
    )?;
    Ok(written == 1)
}

const PAYMENT: &str =
    "SELECT id, side, party_id, amount, paid_on, method, note, reverses_id FROM payment";

pub fn find_payment(tx: &Tx<'_>, hub: CoalitionId, id: PaymentId) -> Result<Option<Payment>> {
    tx.row(&format!("{PAYMENT} WHERE book = $1 AND id = $2"), params![hub, id], read_payment)
}

pub fn is_reversed(tx: &Tx<'_>, hub: CoalitionId, id: PaymentId) -> Result<bool> {
    let reversals = tx
        .number("SELECT COUNT(*) FROM payment WHERE book = $1 AND reverses_id = $2", params![hub, id])?;
    Ok(reversals > 0)
}

/// The payments of a party, latest first.
pub fn payments_of(tx: &Tx<'_>, hub: CoalitionId, party: Party) -> Result<Vec<Payment>> {
    tx.rows(
        &format!("{PAYMENT} WHERE book = $1 AND side = $2 AND party_id = $3 ORDER BY paid_on DESC, id DESC LIMIT 200"),
        params![hub, Value::code(party.side()), party.organisation()],
        read_payment,
    )
}

fn read_payment(row: &Row<'_>) -> Result<Payment> {
    Ok(Payment {
        id: row.get(0)?,
        party: Party::new(row.code(1)?, row.get(2)?),
        amount: row.get(3)?,
        paid_on: row.get(4)?,
        method: row.code(5)?,
        note: row.get(6)?,
        reverses: row.get(7)?,
    })
}

pub fn insert_claims<'a>(
    tx: &Tx<'_>,
    hub: CoalitionId,
    claims: impl IntoIterator<Item = &'a Claim>,
) -> Result<()> {
    let rows = claims.into_iter().map(|claim| {
        [
            hub.into(),
            claim.id.into(),
            Value::code(claim.party.side()),
            claim.party.organisation().into(),
            Value::code(claim.source),
            claim.begun_on.into(),
            claim.due_on.into(),
            claim.amount.into(),
            claim.amount.into(),
            claim.amount.is_zero().then_some(claim.begun_on).into(),
        ]
    });
    tx.insert_all(
        "claim (book, id, side, party_id, source, begun_on, due_on, amount, still_open, settled_on)",
        rows,
        "",
    )?;
    Ok(())
}

const STANDING: &str =
    "SELECT id, side, party_id, source, begun_on, due_on, amount, still_open, settled_on
    FROM claim";

/// What is open of parties of one side, owed and credits: party by party, the oldest due first.
pub fn open_of(tx: &Tx<'_>, hub: CoalitionId, parties: &[Party]) -> Result<Vec<Standing>> {
    let mut open = Vec::new();
    for chunk in parties.chunks(500) {
        let places: Vec<String> = (3..chunk.len() + 3).map(|n| format!("${n}")).collect();
        let sql = format!(
            "{STANDING} WHERE book = $1 AND side = $2 AND settled_on IS NULL AND party_id IN ({})
             ORDER BY party_id, due_on, id",
            places.join(", ")
        );
        let mut params = vec![Value::from(hub), Value::code(chunk[0].side())];
        params.extend(chunk.iter().map(|party| Value::from(party.organisation())));
        open.extend(tx.rows(&sql, &params, read_standing)?);
    }
    Ok(open)
}

/// The claims and credits of a party, latest first.
pub fn all_of(tx: &Tx<'_>, hub: CoalitionId, party: Party) -> Result<Vec<Standing>> {
    tx.rows(
        &format!("{STANDING} WHERE book = $1 AND side = $2 AND party_id = $3 ORDER BY begun_on DESC, id DESC LIMIT 200"),
        params![hub, Value::code(party.side()), party.organisation()],
        read_standing,
    )
}

fn read_standing(row: &Row<'_>) -> Result<Standing> {
    Ok(Standing {
        claim: Claim {
            id: row.get(0)?,
            party: Party::new(row.code(1)?, row.get(2)?),
            source: row.code(3)?,
            begun_on: row.get(4)?,
            due_on: row.get(5)?,
            amount: row.get(6)?,
        },
        open: row.get(7)?,
        settled_on: row.get(8)?,
    })
}

/// Settles `amount` of a claim by a credit, and marks either settled when nothing of it is left.
pub fn settle(
    tx: &Tx<'_>,
    hub: CoalitionId,
    claim: Uuid,
    credit: Uuid,
    amount: Cents,
    on: Date,
) -> Result<()> {
    tx.execute(
        "INSERT INTO settlement (book, claim_id, credit_id, amount, settled_on) VALUES ($1, $2, $3, $4, $5)",
        params![hub, claim, credit, amount, on],
    )?;
    for (id, change) in [(claim, -amount), (credit, amount)] {
        tx.execute(
            "UPDATE claim SET still_open = still_open + $3,
                 settled_on = CASE WHEN still_open + $3 = 0 THEN $4 ELSE NULL END
             WHERE book = $1 AND id = $2",
            params![hub, id, change, on],
        )?;
    }
    Ok(())
}

/// The claims that a credit settled, each with how much of it.
pub fn settled_by(tx: &Tx<'_>, hub: CoalitionId, credit: Uuid) -> Result<Vec<(Uuid, Cents)>> {
    tx.rows(
        "SELECT claim_id, amount FROM settlement WHERE book = $1 AND credit_id = $2 ORDER BY claim_id",
        params![hub, credit],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// What each party of a side owes or is owed; only those with anything open.
pub fn owing(tx: &Tx<'_>, hub: CoalitionId, side: Side, today: Date) -> Result<Vec<Owing>> {
    tx.rows(
        "SELECT party_id, CAST(SUM(still_open) AS BIGINT),
             CAST(SUM(CASE WHEN still_open > 0 AND due_on < $3 THEN still_open ELSE 0 END) AS BIGINT),
             MIN(CASE WHEN still_open > 0 THEN due_on END)
         FROM claim WHERE book = $1 AND side = $2 AND settled_on IS NULL
         GROUP BY party_id ORDER BY party_id",
        params![hub, Value::code(side), today],
        |row| {
            Ok(Owing {
                organisation: row.get(0)?,
                open: row.get(1)?,
                overdue: row.get(2)?,
                oldest_due: row.get(3)?,
            })
        },
    )
}

/// The days on which something of this side is due, with how many parties it is due of or to, and the day
/// on which the latest of it was begun; the earliest first.
pub fn due_days(tx: &Tx<'_>, hub: CoalitionId, side: Side) -> Result<Vec<(Date, i64, Date)>> {
    tx.rows(
        "SELECT due_on, COUNT(DISTINCT party_id), MAX(begun_on) FROM claim
         WHERE book = $1 AND side = $2 AND settled_on IS NULL AND still_open > 0
         GROUP BY due_on ORDER BY due_on LIMIT 400",
        params![hub, Value::code(side)],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

/// Due and settled days of the statements that were settled since `since`.
pub fn settled_statements(tx: &Tx<'_>, hub: CoalitionId, since: Date) -> Result<Vec<(Date, Date)>> {
    tx.rows(
        "SELECT due_on, settled_on FROM claim
         WHERE book = $1 AND side = 'producer' AND settled_on >= $2 AND source = 'statement'
         ORDER BY settled_on, id",
        params![hub, since],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// The days between the latest statement and when it is to be paid.
pub fn agreed_days(tx: &Tx<'_>, hub: CoalitionId) -> Result<Option<i64>> {
    tx.row(
        "SELECT begun_on, due_on FROM claim WHERE book = $1 AND side = 'producer' AND source = 'statement'
         ORDER BY begun_on DESC, id DESC LIMIT 1",
        params![hub],
        |row| Ok(days_between(row.get(0)?, row.get(1)?)),
    )
}

/// The names and numbers of documents, to name claims by.
pub fn document_numbers(
    tx: &Tx<'_>,
    hub: CoalitionId,
    party: OrganisationId,
) -> Result<Vec<(Uuid, String, i64, i64)>> {
    tx.rows(
        "SELECT id, kind, year, number FROM document WHERE book = $1 AND party_id = $2
         ORDER BY issued_on DESC LIMIT 400",
        params![hub, party],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
    )
}
