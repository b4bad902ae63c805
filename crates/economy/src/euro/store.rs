//! Divisions, read from the ledger; for a reference, from the lines of documents, which the check ties
//! to the ledger to the cent.

use ::store::{Result, Tx, Value, params};
use units::{CoalitionId, Code, ReferenceId};

use super::model::{Division, Of, Period, Product};
use crate::ledger::{Component, component_of, store as ledger};

/// How what shops were charged divides, credit notes deducted.
pub fn division(tx: &Tx<'_>, hub: CoalitionId, of: Of) -> Result<Division> {
    let charged = match of {
        Of::Cycle(cycle) => ledger::charged(tx, "d.cycle_id = $2", params![hub, cycle])?,
        Of::Order(cycle, shop) => {
            ledger::charged(tx, "d.cycle_id = $2 AND d.party_id = $3", params![hub, cycle, shop])?
        }
        Of::Shop(shop, year) => {
            ledger::charged(tx, "d.party_id = $2 AND d.year = $3", params![hub, shop, year])?
        }
        Of::Year(year) => ledger::charged(tx, "d.year = $2", params![hub, year])?,
        Of::ProductInCycle(reference, cycle) => {
            return of_product(tx, "d.cycle_id = $3", params![hub, reference, cycle]);
        }
        Of::Product(reference, year) => {
            return of_product(tx, "d.year = $3", params![hub, reference, year]);
        }
    };
    let mut division = Division::default();
    for (account, amount) in charged {
        if let Some(component) = component_of(&account) {
            division.add(component, amount);
        }
    }
    Ok(division)
}

/// The goods of a credit note that the hub bears come out of its own share, as in the ledger.
fn of_product(tx: &Tx<'_>, filter: &str, params: &[Value<'_>]) -> Result<Division> {
    let sql = format!(
        "SELECT CAST(SUM(CASE WHEN d.borne_by = 'hub' THEN 0 ELSE l.to_producer END) AS BIGINT),
             CAST(SUM(l.to_transport) AS BIGINT), CAST(SUM(l.to_packing) AS BIGINT),
             CAST(SUM(l.to_hub + CASE WHEN d.borne_by = 'hub' THEN l.to_producer ELSE 0 END) AS BIGINT),
             CAST(SUM(l.to_vat) AS BIGINT), CAST(SUM(l.to_deposit) AS BIGINT)
         FROM document_line l JOIN document d ON d.book = l.book AND d.id = l.document_id
         WHERE l.book = $1 AND l.reference_id = $2 AND d.kind IN ('invoice', 'credit_note') AND {filter}"
    );
    let sums = tx.row(&sql, params, |row| {
        let mut division = Division::default();
        for (index, &component) in Component::ALL.iter().enumerate() {
            let amount: Option<units::Cents> = row.get(index)?;
            division.add(component, amount.unwrap_or_default());
        }
        Ok(division)
    })?;
    Ok(sums.unwrap_or_default())
}

/// What invoices of a cycle or of a year charged for each reference, credit notes deducted, with
/// a name; what shops paid most for first.
pub fn products(tx: &Tx<'_>, hub: CoalitionId, period: Period) -> Result<Vec<Product>> {
    let (filter, period): (&str, Value<'_>) = match period {
        Period::Cycle(cycle) => ("d.cycle_id = $2", cycle.into()),
        Period::Year(year) => ("d.year = $2", year.into()),
    };
    tx.rows(
        &format!(
            "SELECT l.reference_id, MAX(l.label), CAST(SUM(l.to_producer + l.to_transport + l.to_packing
                 + l.to_hub + l.to_vat) AS BIGINT) AS paid
             FROM document d JOIN document_line l ON l.book = d.book AND l.document_id = d.id
             WHERE d.book = $1 AND {filter} AND d.kind IN ('invoice', 'credit_note')
                 AND l.reference_id IS NOT NULL
             GROUP BY l.reference_id ORDER BY paid DESC, l.reference_id"
        ),
        &[hub.into(), period],
        |row| Ok(Product { reference: row.get(0)?, name: row.get(1)?, paid: row.get(2)? }),
    )
}

/// A reference's name, as the latest document has it.
pub fn name_of(tx: &Tx<'_>, hub: CoalitionId, reference: ReferenceId) -> Result<Option<String>> {
    tx.row(
        "SELECT l.label FROM document_line l JOIN document d ON d.book = l.book AND d.id = l.document_id
         WHERE l.book = $1 AND l.reference_id = $2 ORDER BY d.issued_on DESC, d.id DESC, l.line LIMIT 1",
        params![hub, reference],
        |row| row.get(0),
    )
}
