//! Documents in the database: written once, never changed.

use std::collections::HashMap;

use ::store::{Error, Result, Row, Tx, Value, params};
use frame::seal::{Parts, Sealed};
use units::numbers::PaymentReference;
use units::{Cents, CoalitionId, Code, CycleId, DocumentId, OrganisationId, ReferenceId};

use super::model::{BorneBy, Document, DocumentKind, Frozen, Line, NewDocument, Shares, Subject};

/// How documents go into the sealed log, each with its lines, at the time of their posting in the ledger.
pub const SEALED: Sealed = Sealed {
    kind: "document",
    table: "document",
    in_books: true,
    joined: "JOIN cause k ON k.book = r.book AND k.id = r.id",
    at: "k.at",
    columns: &[
        "book",
        "id",
        "kind",
        "year",
        "number",
        "party_id",
        "cycle_id",
        "occasion",
        "corrects_id",
        "borne_by",
        "issued_on",
        "due_on",
        "net",
        "vat",
        "deposit",
        "reference",
        "frozen",
    ],
    parts: Some(Parts {
        table: "document_line",
        of: "document_id",
        columns: &[
            "line",
            "reference_id",
            "producer_id",
            "container_id",
            "heading",
            "label",
            "detail",
            "quantity",
            "unit",
            "price",
            "vat_rate",
            "to_producer",
            "to_transport",
            "to_packing",
            "to_hub",
            "to_vat",
            "to_deposit",
            "corrects_line",
        ],
    }),
};

const COLUMNS: &str = "book, id, kind, year, number, party_id, cycle_id, corrects_id, issued_on, due_on,
    net, vat, deposit, reference, frozen, borne_by";

/// Writes documents with their lines.
pub fn insert_all(tx: &Tx<'_>, issued: &[(&NewDocument, Document)]) -> Result<()> {
    let frozen = issued.iter().map(|(_, document)| serde_json::to_string(&document.frozen));
    let frozen: Vec<String> = frozen
        .collect::<std::result::Result<_, _>>()
        .map_err(|error| Error::Other(error.to_string()))?;
    let rows = issued.iter().zip(&frozen).map(|((new, d), frozen)| {
        [
            d.hub.into(),
            d.id.into(),
            Value::code(d.kind),
            d.year.into(),
            d.number.into(),
            d.party.into(),
            d.cycle.into(),
            (&new.occasion).into(),
            d.corrects.into(),
            d.borne_by.map(Code::code).into(),
            d.issued_on.into(),
            d.due_on.into(),
            d.net.into(),
            d.vat.into(),
            d.deposit.into(),
            d.reference.digits().into(),
            frozen.into(),
        ]
    });
    tx.insert_all(
        "document (book, id, kind, year, number, party_id, cycle_id, occasion, corrects_id, borne_by,
             issued_on, due_on, net, vat, deposit, reference, frozen)",
        rows,
        "",
    )?;
    insert_lines(tx, issued)
}

fn insert_lines(tx: &Tx<'_>, issued: &[(&NewDocument, Document)]) -> Result<()> {
    let lines = issued.iter().flat_map(|(new, _)| {
        new.lines.iter().enumerate().map(|(number, line)| (*new, number as i64, line))
    });
    let rows = lines.map(|(document, number, line)| {
        let (reference, producer, container) = match line.subject {
            Subject::Goods { reference, producer } => (Some(reference), Some(producer), None),
            Subject::Container(container) => (None, None, Some(container)),
            Subject::Round => (None, None, None),
        };
        [
            document.hub.into(),
            document.id.into(),
            number.into(),
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
    Ok(of_occasions(tx, hub, kind, &[occasion])?.into_values().next())
}

/// The documents of this kind that were issued for these occasions, by occasion.
pub fn of_occasions(
    tx: &Tx<'_>,
    hub: CoalitionId,
    kind: DocumentKind,
    occasions: &[&str],
) -> Result<HashMap<String, Document>> {
    let mut found = HashMap::new();
    for chunk in occasions.chunks(500) {
        let places: Vec<String> = (3..chunk.len() + 3).map(|n| format!("${n}")).collect();
        let sql = format!(
            "SELECT {COLUMNS}, occasion FROM document WHERE book = $1 AND kind = $2 AND occasion IN ({})",
            places.join(", ")
        );
        let mut params = vec![Value::from(hub), Value::code(kind)];
        params.extend(chunk.iter().map(|&occasion| Value::from(occasion)));
        found.extend(tx.rows(&sql, &params, |row| Ok((row.get(16)?, read(row)?)))?);
    }
    Ok(found)
}

pub fn find(tx: &Tx<'_>, hub: CoalitionId, id: DocumentId) -> Result<Option<Document>> {
    tx.row(
        &format!("SELECT {COLUMNS} FROM document WHERE book = $1 AND id = $2"),
        params![hub, id],
        read,
    )
}

/// The documents that correct this one, in the order they were issued.
pub fn corrections(tx: &Tx<'_>, hub: CoalitionId, id: DocumentId) -> Result<Vec<Document>> {
    tx.rows(
        &format!("SELECT {COLUMNS} FROM document WHERE book = $1 AND corrects_id = $2 ORDER BY kind, year, number"),
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

impl Narrowed {
    fn params(&self, hub: CoalitionId) -> [Value<'_>; 5] {
        [
            hub.into(),
            self.kind.map(Code::code).into(),
            self.party.into(),
            self.cycle.into(),
            self.year.into(),
        ]
    }
}

const NARROWED: &str = "book = $1 AND (CAST($2 AS TEXT) IS NULL OR kind = $2)
    AND (CAST($3 AS TEXT) IS NULL OR party_id = $3) AND (CAST($4 AS TEXT) IS NULL OR cycle_id = $4)
    AND (CAST($5 AS BIGINT) IS NULL OR year = $5)";

/// Documents, newest first: `most` of them after `skipped`.
pub fn list(
    tx: &Tx<'_>,
    hub: CoalitionId,
    narrowed: &Narrowed,
    skipped: i64,
    most: i64,
) -> Result<Vec<Document>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM document WHERE {NARROWED}
         ORDER BY issued_on DESC, kind, number DESC, id LIMIT $6 OFFSET $7"
    );
    let mut params = narrowed.params(hub).to_vec();
    params.extend([most.into(), skipped.into()]);
    tx.rows(&sql, &params, read)
}

/// How many documents there are of these.
pub fn count(tx: &Tx<'_>, hub: CoalitionId, narrowed: &Narrowed) -> Result<i64> {
    tx.number(&format!("SELECT COUNT(*) FROM document WHERE {NARROWED}"), &narrowed.params(hub))
}

/// Years with documents, latest first.
pub fn years(tx: &Tx<'_>, hub: CoalitionId) -> Result<Vec<i64>> {
    tx.rows(
        "SELECT DISTINCT year FROM document WHERE book = $1 ORDER BY year DESC",
        params![hub],
        |row| row.get(0),
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
        borne_by: match row.get::<Option<String>>(15)? {
            Some(word) => Some(BorneBy::from_code(&word).ok_or_else(|| unreadable("bearer"))?),
            None => None,
        },
    })
}

const LINE: &str =
    "l.reference_id, l.producer_id, l.container_id, l.heading, l.label, l.detail, l.quantity,
    l.unit, l.price, l.vat_rate, l.to_producer, l.to_transport, l.to_packing, l.to_hub, l.to_vat,
    l.to_deposit, l.corrects_line";

/// The lines of a document, in their order.
pub fn lines(tx: &Tx<'_>, hub: CoalitionId, document: DocumentId) -> Result<Vec<Line>> {
    tx.rows(
        &format!(
            "SELECT {LINE} FROM document_line l WHERE l.book = $1 AND l.document_id = $2 ORDER BY l.line"
        ),
        params![hub, document],
        read_line,
    )
}

fn read_line(row: &Row<'_>) -> Result<Line> {
    let goods: Option<(ReferenceId, OrganisationId)> =
        row.get::<Option<ReferenceId>>(0)?.zip(row.get(1)?);
    let subject = match goods {
        Some((reference, producer)) => Subject::Goods { reference, producer },
        None => row.get::<Option<_>>(2)?.map_or(Subject::Round, Subject::Container),
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
         CROSS JOIN document_line l
         WHERE l.book = d.book AND l.document_id = d.id
             AND d.book = $1 AND d.cycle_id = $2 AND l.producer_id IS NOT NULL
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
            "SELECT {LINE} FROM document d CROSS JOIN document_line l
             WHERE l.book = d.book AND l.document_id = d.id
                 AND d.book = $1 AND d.cycle_id = $2 AND d.kind = 'credit_note' AND d.borne_by = 'producer'
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

/// Takes the names, addresses and accounts out of the documents issued from one day to before another: their
/// numbers and amounts stay. The number of documents that had some.
pub fn forget_blocks(tx: &Tx<'_>, from: &str, to: &str) -> Result<u64> {
    let named = tx.rows(
        "SELECT book, id, frozen FROM document WHERE issued_on >= $1 AND issued_on < $2
             AND frozen NOT LIKE '%\"recipient\":{\"name\":\"–\"%' ORDER BY book, id",
        params![from, to],
        |row| Ok((row.get::<String>(0)?, row.get::<String>(1)?, row.get::<String>(2)?)),
    )?;
    for (book, id, frozen) in &named {
        let unreadable = |error: serde_json::Error| Error::Other(format!("document {id}: {error}"));
        let frozen: Frozen = serde_json::from_str(frozen).map_err(unreadable)?;
        let frozen = serde_json::to_string(&frozen.without_names()).map_err(unreadable)?;
        tx.execute(
            "UPDATE document SET frozen = $3 WHERE book = $1 AND id = $2",
            params![book, id, frozen],
        )?;
    }
    Ok(named.len() as u64)
}
