//! Documents in the database: written once, never changed.

use ::store::{Error, Result, Row, Tx, Value, params};
use frame::Who;
use units::numbers::PaymentReference;
use units::{Cents, CoalitionId, Code, CycleId, DocumentId, OrganisationId, ReferenceId};

use super::model::{Document, DocumentKind, Line, NewDocument, Shares, Subject, total_of};

const COLUMNS: &str = "book, id, kind, year, number, party_id, cycle_id, corrects_id, issued_on, due_on,
    net, vat, deposit, reference, frozen";

pub fn insert(
    tx: &Tx<'_>,
    who: &Who,
    document: &NewDocument,
    year: i64,
    number: i64,
    reference: &PaymentReference,
) -> Result<()> {
    let d = document;
    let total = total_of(&d.lines);
    let frozen = serde_json::to_string(&d.frozen).map_err(|error| Error::Other(error.to_string()))?;
    tx.execute(
        "INSERT INTO document (book, id, kind, year, number, party_id, cycle_id, occasion, corrects_id,
             borne_by, issued_on, due_on, net, vat, deposit, reference, frozen)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        params![
            d.hub,
            d.id,
            Value::code(d.kind),
            year,
            number,
            d.party,
            d.cycle,
            &d.occasion,
            d.corrects,
            d.borne_by.map(Code::code),
            who.today,
            d.due_on,
            total.net(),
            total.vat,
            total.deposit,
            reference.digits(),
            frozen,
        ],
    )?;
    insert_lines(tx, d)
}

fn insert_lines(tx: &Tx<'_>, document: &NewDocument) -> Result<()> {
    let rows = document.lines.iter().enumerate().map(|(number, line)| {
        let (reference, producer, container) = match line.subject {
            Subject::Goods { reference, producer } => (Some(reference), Some(producer), None),
            Subject::Container(container) => (None, None, Some(container)),
        };
        [
            document.hub.into(),
            document.id.into(),
            (number as i64).into(),
            reference.into(),
            producer.into(),
            container.into(),
            (&line.heading).into(),
            (&line.label).into(),
            (&line.detail).into(),
            line.quantity.into(),
            Value::code(line.unit),
            line.price.into(),
            line.vat_rate.into(),
            line.shares.producer.into(),
            line.shares.transport.into(),
            line.shares.packing.into(),
            line.shares.hub.into(),
            line.shares.vat.into(),
            line.shares.deposit.into(),
            line.corrects.into(),
        ]
    });
    tx.insert_all(
        "document_line (book, document_id, line, reference_id, producer_id, container_id, heading, label,
             detail, quantity, unit, price, vat_rate, to_producer, to_transport, to_packing, to_hub, to_vat,
             to_deposit, corrects_line)",
        rows,
        "",
    )?;
    Ok(())
}

/// The document of this kind that was issued for an occasion.
pub fn of_occasion(
    tx: &Tx<'_>,
    hub: CoalitionId,
    kind: DocumentKind,
    occasion: &str,
) -> Result<Option<Document>> {
    tx.row(
        &format!("SELECT {COLUMNS} FROM document WHERE book = $1 AND kind = $2 AND occasion = $3"),
        params![hub, Value::code(kind), occasion],
        read,
    )
}

pub fn find(tx: &Tx<'_>, hub: CoalitionId, id: DocumentId) -> Result<Option<Document>> {
    tx.row(&format!("SELECT {COLUMNS} FROM document WHERE book = $1 AND id = $2"), params![hub, id], read)
}

/// The documents that correct this one, oldest first.
pub fn corrections(tx: &Tx<'_>, hub: CoalitionId, id: DocumentId) -> Result<Vec<Document>> {
    tx.rows(
        &format!("SELECT {COLUMNS} FROM document WHERE book = $1 AND corrects_id = $2 ORDER BY id"),
        params![hub, id],
        read,
    )
}

/// What a list of documents is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct Narrowed {
    pub kind: Option<DocumentKind>,
    pub party: Option<OrganisationId>,
    pub cycle: Option<CycleId>,
    pub year: Option<i64>,
}

/// The latest documents, newest first.
pub fn list(tx: &Tx<'_>, hub: CoalitionId, narrowed: &Narrowed, most: i64) -> Result<Vec<Document>> {
    let n = narrowed;
    tx.rows(
        &format!(
            "SELECT {COLUMNS} FROM document
             WHERE book = $1 AND (CAST($2 AS TEXT) IS NULL OR kind = $2)
                 AND (CAST($3 AS TEXT) IS NULL OR party_id = $3)
                 AND (CAST($4 AS TEXT) IS NULL OR cycle_id = $4)
                 AND (CAST($5 AS BIGINT) IS NULL OR year = $5)
             ORDER BY issued_on DESC, kind, number DESC LIMIT $6"
        ),
        params![hub, n.kind.map(Code::code), n.party, n.cycle, n.year, most],
        read,
    )
}

fn read(row: &Row<'_>) -> Result<Document> {
    let reference: String = row.get(13)?;
    let frozen: String = row.get(14)?;
    let unreadable = |what: &str| Error::Other(format!("a document's {what} cannot be read"));
    Ok(Document {
        hub: row.get(0)?,
        id: row.get(1)?,
        kind: row.code(2)?,
        year: row.get(3)?,
        number: row.get(4)?,
        party: row.get(5)?,
        cycle: row.get(6)?,
        corrects: row.get(7)?,
        issued_on: row.get(8)?,
        due_on: row.get(9)?,
        net: row.get(10)?,
        vat: row.get(11)?,
        deposit: row.get(12)?,
        reference: PaymentReference::parse(&reference).map_err(|_| unreadable("payment reference"))?,
        frozen: serde_json::from_str(&frozen).map_err(|_| unreadable("surroundings"))?,
    })
}

const LINE: &str = "l.reference_id, l.producer_id, l.container_id, l.heading, l.label, l.detail, l.quantity,
    l.unit, l.price, l.vat_rate, l.to_producer, l.to_transport, l.to_packing, l.to_hub, l.to_vat,
    l.to_deposit, l.corrects_line";

/// The lines of a document, in their order.
pub fn lines(tx: &Tx<'_>, hub: CoalitionId, document: DocumentId) -> Result<Vec<Line>> {
    tx.rows(
        &format!("SELECT {LINE} FROM document_line l WHERE l.book = $1 AND l.document_id = $2 ORDER BY l.line"),
        params![hub, document],
        read_line,
    )
}

fn read_line(row: &Row<'_>) -> Result<Line> {
    let goods: Option<(ReferenceId, OrganisationId)> = row.get::<Option<ReferenceId>>(0)?.zip(row.get(1)?);
    let subject = match goods {
        Some((reference, producer)) => Subject::Goods { reference, producer },
        None => Subject::Container(row.get(2)?),
    };
    Ok(Line {
        subject,
        heading: row.get(3)?,
        label: row.get(4)?,
        detail: row.get(5)?,
        quantity: row.get(6)?,
        unit: row.code(7)?,
        price: row.get(8)?,
        vat_rate: row.get(9)?,
        shares: Shares {
            producer: row.get(10)?,
            transport: row.get(11)?,
            packing: row.get(12)?,
            hub: row.get(13)?,
            vat: row.get(14)?,
            deposit: row.get(15)?,
        },
        corrects: row.get(16)?,
    })
}

/// For each producer, what the shops' invoices of a cycle hold for it, less what was credited at its cost.
pub fn passed_on(tx: &Tx<'_>, hub: CoalitionId, cycle: CycleId) -> Result<Vec<(OrganisationId, Cents)>> {
    tx.rows(
        "SELECT l.producer_id, CAST(SUM(l.to_producer) AS BIGINT) FROM document d
         JOIN document_line l ON l.book = d.book AND l.document_id = d.id
         WHERE d.book = $1 AND d.cycle_id = $2 AND l.producer_id IS NOT NULL
             AND (d.kind = 'invoice' OR (d.kind = 'credit_note' AND d.borne_by = 'producer'))
         GROUP BY l.producer_id ORDER BY l.producer_id",
        params![hub, cycle],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// What was credited to shops of a cycle at its producers' cost: (producer, line of the credit note).
pub fn credited_to_producers(tx: &Tx<'_>, hub: CoalitionId, cycle: CycleId) -> Result<Vec<Line>> {
    tx.rows(
        &format!(
            "SELECT {LINE} FROM document d JOIN document_line l ON l.book = d.book AND l.document_id = d.id
             WHERE d.book = $1 AND d.cycle_id = $2 AND d.kind = 'credit_note' AND d.borne_by = 'producer'
             ORDER BY d.id, l.line"
        ),
        params![hub, cycle],
        read_line,
    )
}

/// The parties that have a document of this kind for a cycle.
pub fn parties_of_cycle(
    tx: &Tx<'_>,
    hub: CoalitionId,
    cycle: CycleId,
    kind: DocumentKind,
) -> Result<std::collections::HashSet<OrganisationId>> {
    let parties = tx.rows(
        "SELECT DISTINCT party_id FROM document WHERE book = $1 AND cycle_id = $2 AND kind = $3
         ORDER BY party_id",
        params![hub, cycle, Value::code(kind)],
        |row| row.get(0),
    )?;
    Ok(parties.into_iter().collect())
}

/// How many documents of a kind a cycle has.
pub fn count_of_cycle(tx: &Tx<'_>, hub: CoalitionId, cycle: CycleId, kind: DocumentKind) -> Result<i64> {
    tx.number(
        "SELECT COUNT(*) FROM document WHERE book = $1 AND cycle_id = $2 AND kind = $3",
        params![hub, cycle, Value::code(kind)],
    )
}
