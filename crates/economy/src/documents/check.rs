//! What must hold of documents, whatever happened.

use ::store::Tx;
use frame::{Check, Outcome};

pub(super) const CHECKS: &[Check] = &[
    Check { name: "document numbers have no gaps", run: gaps },
    Check { name: "every document has its transfers", run: documents_without_transfers },
    Check { name: "every document's transfers have their document", run: transfers_without_documents },
    Check { name: "a document's totals are its lines' and its transfers'", run: totals },
    Check { name: "what shops are charged divides in the ledger as on the documents", run: divisions },
    Check {
        name: "the deposit held for each kind of container is what documents charged for it",
        run: deposits,
    },
];

fn gaps(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let mut faults = tx.rows(
        "SELECT d.book, d.kind, d.year, COUNT(*), MAX(d.number), COALESCE(MAX(c.last), 0) FROM document d
         LEFT JOIN counter c ON c.book = d.book AND c.series = d.kind || '/' || CAST(d.year AS TEXT)
         GROUP BY d.book, d.kind, d.year
         HAVING COUNT(*) <> MAX(d.number) OR MIN(d.number) <> 1 OR COALESCE(MAX(c.last), 0) <> MAX(d.number)
         ORDER BY d.book, d.kind, d.year",
        &[],
        |row| {
            let (book, kind): (String, String) = (row.get(0)?, row.get(1)?);
            let (year, count, last, counter): (i64, i64, i64, i64) =
                (row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?);
            Ok(format!(
                "{kind} {year} of {book}: {count} documents, the last is number {last}, the counter says {counter}"
            ))
        },
    )?;
    faults.extend(tx.rows(
        "SELECT c.book, c.series, c.last FROM counter c
         LEFT JOIN document d ON d.book = c.book AND c.series = d.kind || '/' || CAST(d.year AS TEXT)
         WHERE (c.series LIKE 'invoice/%' OR c.series LIKE 'credit_note/%' OR c.series LIKE 'statement/%'
             OR c.series LIKE 'statement_correction/%' OR c.series LIKE 'carrier_statement/%') AND c.last > 0 AND d.id IS NULL
         ORDER BY c.book, c.series",
        &[],
        |row| {
            let (book, series): (String, String) = (row.get(0)?, row.get(1)?);
            Ok(format!("{series} of {book}: no documents, the counter says {}", row.get::<i64>(2)?))
        },
    )?);
    Ok(faults)
}

fn documents_without_transfers(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let faults = tx.rows(
        "SELECT d.kind, d.year, d.number, d.book FROM document d
         WHERE (d.net <> 0 OR d.vat <> 0 OR d.deposit <> 0)
             AND NOT EXISTS (SELECT 1 FROM cause c WHERE c.book = d.book AND c.id = d.id AND c.kind = d.kind)
         ORDER BY d.book, d.kind, d.year, d.number LIMIT 20",
        &[],
        |row| {
            let (kind, book): (String, String) = (row.get(0)?, row.get(3)?);
            let (year, number): (i64, i64) = (row.get(1)?, row.get(2)?);
            Ok(format!("{kind} {year}-{number:04} of {book} moved nothing"))
        },
    )?;
    Ok(faults)
}

fn transfers_without_documents(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let faults = tx.rows(
        "SELECT c.kind, c.id, c.book FROM cause c LEFT JOIN document d ON d.book = c.book AND d.id = c.id
         WHERE c.kind IN ('invoice', 'credit_note', 'statement', 'statement_correction', 'carrier_statement')
             AND d.id IS NULL
         ORDER BY c.book, c.id LIMIT 20",
        &[],
        |row| {
            let (kind, id, book): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(format!("{kind} {id} of {book} has transfers and no document"))
        },
    )?;
    Ok(faults)
}

/// The document, its lines and what its party's account moved by must say the same.
fn totals(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let faults = tx.rows(
        "SELECT kind, year, number, book, total, of_lines, moved FROM (
             SELECT d.kind AS kind, d.year AS year, d.number AS number, d.book AS book,
                 d.net + d.vat + d.deposit AS total,
                 CAST(COALESCE((SELECT SUM(l.to_producer + l.to_transport + l.to_packing + l.to_hub + l.to_vat
                         + l.to_deposit)
                     FROM document_line l WHERE l.book = d.book AND l.document_id = d.id), 0) AS BIGINT)
                     AS of_lines,
                 CAST(COALESCE((SELECT SUM(CASE
                         WHEN t.debit = 'receivable/' || d.party_id OR t.credit = 'payable/' || d.party_id
                                 OR t.credit = 'carrier_payable/' || d.party_id
                             THEN t.amount
                         WHEN t.credit = 'receivable/' || d.party_id OR t.debit = 'payable/' || d.party_id
                                 OR t.debit = 'carrier_payable/' || d.party_id
                             THEN -t.amount
                         ELSE 0 END)
                     FROM transfer t WHERE t.book = d.book AND t.cause_id = d.id), 0) AS BIGINT) AS moved
             FROM document d
         ) AS compared WHERE total <> of_lines OR total <> moved
         ORDER BY book, kind, year, number LIMIT 20",
        &[],
        |row| {
            let (kind, book): (String, String) = (row.get(0)?, row.get(3)?);
            let (year, number): (i64, i64) = (row.get(1)?, row.get(2)?);
            let (total, lines, moved): (i64, i64, i64) = (row.get(4)?, row.get(5)?, row.get(6)?);
            Ok(format!(
                "{kind} {year}-{number:04} of {book} says {total} cents, its lines {lines}, its transfers {moved}"
            ))
        },
    )?;
    Ok(faults)
}

/// The parts of a document by what they are for; goods may move besides, as rounding and losses.
fn divisions(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let faults = tx.rows(
        "SELECT d.kind, d.year, d.number, d.book FROM document d
         JOIN (
             SELECT book, document_id, SUM(to_transport) AS transport, SUM(to_packing) AS packing,
                 SUM(to_hub) AS hub, SUM(to_vat) AS vat, SUM(to_deposit) AS deposit
             FROM document_line GROUP BY book, document_id
         ) AS said ON said.book = d.book AND said.document_id = d.id
         LEFT JOIN (
             SELECT book, cause_id,
                 SUM(CASE WHEN account = 'fee/transport' THEN amount ELSE 0 END) AS transport,
                 SUM(CASE WHEN account = 'fee/packing' THEN amount ELSE 0 END) AS packing,
                 SUM(CASE WHEN account = 'fee/hub' THEN amount ELSE 0 END) AS hub,
                 SUM(CASE WHEN account = 'vat_due' THEN amount ELSE 0 END) AS vat,
                 SUM(CASE WHEN account LIKE 'deposit/%' THEN amount ELSE 0 END) AS deposit
             FROM (
                 SELECT t.book, t.cause_id, t.credit AS account, t.amount FROM transfer t
                 JOIN document i ON i.book = t.book AND i.id = t.cause_id
                 UNION ALL
                 SELECT t.book, t.cause_id, t.debit AS account, -t.amount FROM transfer t
                 JOIN document i ON i.book = t.book AND i.id = t.cause_id
             ) AS sides GROUP BY book, cause_id
         ) AS moved ON moved.book = d.book AND moved.cause_id = d.id
         WHERE d.kind IN ('invoice', 'credit_note')
             AND (said.transport <> COALESCE(moved.transport, 0)
                 OR said.packing <> COALESCE(moved.packing, 0) OR said.hub <> COALESCE(moved.hub, 0)
                 OR said.vat <> COALESCE(moved.vat, 0) OR said.deposit <> COALESCE(moved.deposit, 0))
         ORDER BY d.book, d.kind, d.year, d.number LIMIT 20",
        &[],
        |row| {
            let (kind, book): (String, String) = (row.get(0)?, row.get(3)?);
            let (year, number): (i64, i64) = (row.get(1)?, row.get(2)?);
            Ok(format!("{kind} {year}-{number:04} of {book} divides otherwise in the ledger"))
        },
    )?;
    Ok(faults)
}

/// Shops are charged for what went out, less what came back; producers are paid for what came full.
fn deposits(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let faults = tx.rows(
        "SELECT book, container, charged, held FROM (
             SELECT l.book AS book, l.container_id AS container,
                 CAST(SUM(CASE WHEN d.kind IN ('invoice', 'credit_note') THEN l.to_deposit
                     ELSE -l.to_deposit END) AS BIGINT) AS charged,
                 CAST(COALESCE((SELECT SUM(amount) FROM transfer t
                         WHERE t.book = l.book AND t.credit = 'deposit/' || l.container_id), 0)
                     - COALESCE((SELECT SUM(amount) FROM transfer t
                         WHERE t.book = l.book AND t.debit = 'deposit/' || l.container_id), 0) AS BIGINT) AS held
             FROM document_line l JOIN document d ON d.book = l.book AND d.id = l.document_id
             WHERE l.container_id IS NOT NULL GROUP BY l.book, l.container_id
         ) AS compared WHERE charged <> held ORDER BY book, container LIMIT 20",
        &[],
        |row| {
            let (book, container): (String, String) = (row.get(0)?, row.get(1)?);
            let (charged, held): (i64, i64) = (row.get(2)?, row.get(3)?);
            Ok(format!(
                "container {container} of {book}: documents charged {charged} cents, the ledger holds {held}"
            ))
        },
    )?;
    Ok(faults)
}
