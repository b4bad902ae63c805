//! What must hold in the ledger, whatever happened.

use ::store::Tx;
use frame::{Check, Outcome};

pub(super) const CHECKS: &[Check] = &[
    Check { name: "every guard equals the sum of its account's transfers", run: guards },
    Check { name: "every guarded account has a guard", run: unguarded },
    Check { name: "both accounts of a transfer count the same unit", run: units },
    Check { name: "no cause is without transfers", run: empty_causes },
    Check { name: "no transfer is without its cause", run: without_cause },
];

fn guards(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let faults = tx.rows(
        "SELECT book, account, free, summed FROM (
             SELECT g.book AS book, g.account AS account, g.free AS free,
                 CAST(COALESCE((SELECT SUM(amount) FROM transfer t WHERE t.book = g.book AND t.debit = g.account), 0)
                 - COALESCE((SELECT SUM(amount) FROM transfer t WHERE t.book = g.book AND t.credit = g.account), 0)
                 AS BIGINT) AS summed
             FROM guard g
         ) AS compared WHERE free <> summed ORDER BY book, account LIMIT 20",
        &[],
        |row| {
            let (book, account): (String, String) = (row.get(0)?, row.get(1)?);
            let (free, summed): (i64, i64) = (row.get(2)?, row.get(3)?);
            Ok(format!("{account} of {book} is guarded at {free}, its transfers sum to {summed}"))
        },
    )?;
    Ok(faults)
}

fn unguarded(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let faults = tx.rows(
        "SELECT a.book, a.id FROM account a LEFT JOIN guard g ON g.book = a.book AND g.account = a.id
         WHERE a.id LIKE 'stock/%' AND g.account IS NULL ORDER BY a.book, a.id LIMIT 20",
        &[],
        |row| Ok(format!("{} of {} has no guard", row.get::<String>(1)?, row.get::<String>(0)?)),
    )?;
    Ok(faults)
}

fn units(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let faults = tx.rows(
        "SELECT t.book, t.cause_id, t.line FROM transfer t
         JOIN account d ON d.book = t.book AND d.id = t.debit
         JOIN account c ON c.book = t.book AND c.id = t.credit
         WHERE d.unit <> c.unit ORDER BY t.book, t.cause_id, t.line LIMIT 20",
        &[],
        |row| {
            let (book, cause): (String, String) = (row.get(0)?, row.get(1)?);
            Ok(format!("line {} of {cause} in {book} crosses two units", row.get::<i64>(2)?))
        },
    )?;
    Ok(faults)
}

fn empty_causes(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let faults = tx.rows(
        "SELECT c.book, c.id, c.kind FROM cause c
         WHERE NOT EXISTS (SELECT 1 FROM transfer t WHERE t.book = c.book AND t.cause_id = c.id)
         ORDER BY c.book, c.id LIMIT 20",
        &[],
        |row| {
            let (book, id): (String, String) = (row.get(0)?, row.get(1)?);
            Ok(format!("{} {id} of {book} has no transfer", row.get::<String>(2)?))
        },
    )?;
    Ok(faults)
}

/// The table refuses it too; this is for a database that was mended by hand.
fn without_cause(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let faults = tx.rows(
        "SELECT t.book, t.cause_id, t.line FROM transfer t
         LEFT JOIN cause c ON c.book = t.book AND c.id = t.cause_id
         WHERE c.id IS NULL ORDER BY t.book, t.cause_id, t.line LIMIT 20",
        &[],
        |row| {
            let (book, cause): (String, String) = (row.get(0)?, row.get(1)?);
            Ok(format!("line {} of {cause} in {book} was moved for no cause", row.get::<i64>(2)?))
        },
    )?;
    Ok(faults)
}
