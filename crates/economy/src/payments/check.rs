//! What must hold of payments and claims, whatever happened.

use ::store::Tx;
use frame::{Check, Outcome};

pub(super) const CHECKS: &[Check] = &[
    Check { name: "what is open of each party is its balance in the ledger", run: open_is_balance },
    Check { name: "what is open of a claim is its amount less what settled it", run: open_is_left },
    Check { name: "a claim is marked settled when nothing of it is open, and only then", run: marks },
    Check { name: "every payment has its transfer, and every such transfer its payment", run: payments },
];

fn open_is_balance(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let faults = tx.rows(
        "SELECT book, account, still_open, balance FROM (
             SELECT c.book AS book, c.account AS account, c.still_open AS still_open,
                 c.sign * CAST(COALESCE((SELECT SUM(amount) FROM transfer t WHERE t.book = c.book AND t.debit = c.account), 0)
                 - COALESCE((SELECT SUM(amount) FROM transfer t WHERE t.book = c.book AND t.credit = c.account), 0)
                 AS BIGINT) AS balance
             FROM (
                 SELECT book, CASE side WHEN 'shop' THEN 'receivable/' WHEN 'carrier' THEN 'carrier_payable/'
                         ELSE 'payable/' END || party_id AS account,
                     CASE WHEN side = 'shop' THEN 1 ELSE -1 END AS sign,
                     CAST(SUM(still_open) AS BIGINT) AS still_open
                 FROM claim GROUP BY book, side, party_id
             ) AS c
         ) AS compared WHERE still_open <> balance ORDER BY book, account LIMIT 20",
        &[],
        |row| {
            let (book, account): (String, String) = (row.get(0)?, row.get(1)?);
            let (open, balance): (i64, i64) = (row.get(2)?, row.get(3)?);
            Ok(format!("{account} of {book} has {open} cents open, the ledger says {balance}"))
        },
    )?;
    Ok(faults)
}

fn open_is_left(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let faults = tx.rows(
        "SELECT book, id, still_open, due FROM (
             SELECT c.book AS book, c.id AS id, c.still_open AS still_open,
                 c.amount
                 - CAST(COALESCE((SELECT SUM(s.amount) FROM settlement s WHERE s.book = c.book AND s.claim_id = c.id), 0) AS BIGINT)
                 + CAST(COALESCE((SELECT SUM(s.amount) FROM settlement s WHERE s.book = c.book AND s.credit_id = c.id), 0) AS BIGINT)
                 AS due
             FROM claim c
         ) AS compared WHERE still_open <> due ORDER BY book, id LIMIT 20",
        &[],
        |row| {
            let (book, id): (String, String) = (row.get(0)?, row.get(1)?);
            let (open, due): (i64, i64) = (row.get(2)?, row.get(3)?);
            Ok(format!("claim {id} of {book} has {open} cents open, and {due} by what settled it"))
        },
    )?;
    Ok(faults)
}

fn marks(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let faults = tx.rows(
        "SELECT book, id, still_open FROM claim
         WHERE (still_open = 0) <> (settled_on IS NOT NULL) ORDER BY book, id LIMIT 20",
        &[],
        |row| {
            let (book, id): (String, String) = (row.get(0)?, row.get(1)?);
            Ok(format!(
                "claim {id} of {book} has {} cents open, and its mark says otherwise",
                row.get::<i64>(2)?
            ))
        },
    )?;
    Ok(faults)
}

fn payments(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let mut faults = tx.rows(
        "SELECT p.book, p.id FROM payment p LEFT JOIN transfer t ON t.book = p.book AND t.cause_id = p.id
         WHERE t.amount IS NULL OR t.amount <> p.amount ORDER BY p.book, p.id LIMIT 20",
        &[],
        |row| {
            let (book, id): (String, String) = (row.get(0)?, row.get(1)?);
            Ok(format!("payment {id} of {book} is not what its transfer moved"))
        },
    )?;
    faults.extend(tx.rows(
        "SELECT c.book, c.id FROM cause c LEFT JOIN payment p ON p.book = c.book AND p.id = c.id
         WHERE c.kind = 'payment' AND p.id IS NULL ORDER BY c.book, c.id LIMIT 20",
        &[],
        |row| {
            let (book, id): (String, String) = (row.get(0)?, row.get(1)?);
            Ok(format!("payment {id} of {book} has a transfer and no record"))
        },
    )?);
    Ok(faults)
}
