//! What must hold of documents, whatever happened.

use ::store::Tx;
use frame::{Check, Outcome};

pub(super) const CHECKS: &[Check] = &[
    Check { name: "document numbers have no gaps", run: gaps },
    Check { name: "every document has its transfers", run: documents_without_transfers },
    Check { name: "every document's transfers have their document", run: transfers_without_documents },
    Check { name: "a document's totals are its lines' and its transfers'", run: totals },
];

fn gaps(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let faults = tx.rows(
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
         WHERE c.kind IN ('invoice', 'credit_note', 'statement', 'statement_correction') AND d.id IS NULL
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
                             THEN t.amount
                         WHEN t.credit = 'receivable/' || d.party_id OR t.debit = 'payable/' || d.party_id
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
