//! Terms and fees in the database.

use ::store::{Result, Tx, Value, params};
use frame::Who;
use jiff::civil::Date;
use units::{CoalitionId, FeeId};

use super::model::{Fee, Terms, TransportTerms};

/// Writes terms; those of the same first day are replaced.
pub fn insert_terms(tx: &Tx<'_>, who: &Who, coalition: CoalitionId, terms: &Terms) -> Result<()> {
    tx.execute(
        "INSERT INTO terms (coalition_id, starts_on, shortage_rule, shop_payment_days,
             producer_payment_days, agreed_at, agreed_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (coalition_id, starts_on) DO UPDATE SET shortage_rule = excluded.shortage_rule,
             shop_payment_days = excluded.shop_payment_days,
             producer_payment_days = excluded.producer_payment_days,
             agreed_at = excluded.agreed_at, agreed_by = excluded.agreed_by",
        params![
            coalition,
            terms.starts_on,
            Value::code(terms.shortage_rule),
            terms.shop_payment_days,
            terms.producer_payment_days,
            who.at,
            who.person,
        ],
    )?;
    Ok(())
}

/// All terms, the latest first.
pub fn terms(tx: &Tx<'_>, coalition: CoalitionId) -> Result<Vec<Terms>> {
    tx.rows(
        "SELECT starts_on, shortage_rule, shop_payment_days, producer_payment_days FROM terms
         WHERE coalition_id = $1 ORDER BY starts_on DESC",
        params![coalition],
        |row| {
            Ok(Terms {
                starts_on: row.get(0)?,
                shortage_rule: row.code(1)?,
                shop_payment_days: row.get(2)?,
                producer_payment_days: row.get(3)?,
            })
        },
    )
}

/// Writes how rounds are paid; terms of the same first day are replaced.
pub fn insert_transport(
    tx: &Tx<'_>,
    who: &Who,
    coalition: CoalitionId,
    terms: &TransportTerms,
) -> Result<()> {
    tx.execute(
        "INSERT INTO transport_terms (coalition_id, starts_on, pays, part, agreed_at, agreed_by)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (coalition_id, starts_on) DO UPDATE SET pays = excluded.pays, part = excluded.part,
             agreed_at = excluded.agreed_at, agreed_by = excluded.agreed_by",
        params![coalition, terms.starts_on, Value::code(terms.pays), terms.part, who.at, who.person],
    )?;
    Ok(())
}

/// How rounds are paid, the latest first.
pub fn transport(tx: &Tx<'_>, coalition: CoalitionId) -> Result<Vec<TransportTerms>> {
    tx.rows(
        "SELECT starts_on, pays, part FROM transport_terms WHERE coalition_id = $1
         ORDER BY starts_on DESC",
        params![coalition],
        |row| Ok(TransportTerms { starts_on: row.get(0)?, pays: row.code(1)?, part: row.get(2)? }),
    )
}

pub fn insert_fee(tx: &Tx<'_>, who: &Who, coalition: CoalitionId, fee: &Fee) -> Result<()> {
    tx.execute(
        "INSERT INTO fee (coalition_id, id, kind, basis, amount, producer_id, family, starts_on, ends_on,
             agreed_at, agreed_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        params![
            coalition,
            fee.id,
            Value::code(fee.kind),
            Value::code(fee.basis),
            fee.amount,
            fee.producer,
            fee.family.as_deref(),
            fee.starts_on,
            fee.ends_on,
            who.at,
            who.person,
        ],
    )?;
    Ok(())
}

pub fn end_fee(tx: &Tx<'_>, coalition: CoalitionId, id: FeeId, last_day: Date) -> Result<u64> {
    tx.execute(
        "UPDATE fee SET ends_on = $3 WHERE coalition_id = $1 AND id = $2",
        params![coalition, id, last_day],
    )
}

/// All fees, in the order they were agreed.
pub fn fees(tx: &Tx<'_>, coalition: CoalitionId) -> Result<Vec<Fee>> {
    tx.rows(
        "SELECT id, kind, basis, amount, producer_id, family, starts_on, ends_on FROM fee
         WHERE coalition_id = $1 ORDER BY starts_on, id",
        params![coalition],
        |row| {
            Ok(Fee {
                id: row.get(0)?,
                kind: row.code(1)?,
                basis: row.code(2)?,
                amount: row.get(3)?,
                producer: row.get(4)?,
                family: row.get(5)?,
                starts_on: row.get(6)?,
                ends_on: row.get(7)?,
            })
        },
    )
}
