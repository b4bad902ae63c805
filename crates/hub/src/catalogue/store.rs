//! References, versions, agreements and pictures in the database.

use ::store::{Result, Row, Tx, Value, params};
use frame::Who;
use jiff::Timestamp;
use units::{Code, ContainerId, OrganisationId, PictureId, ReferenceId, Unit};
use uuid::Uuid;

use super::model::{Arrangement, Item, Reference, joined, split};

/// Writes a new version of what a reference says.
pub fn insert_version(tx: &Tx<'_>, who: &Who, id: ReferenceId, version: i64, item: &Item) -> Result<()> {
    tx.insert_all(
        "reference_version (reference_id, version, name, description, family, order_unit, pay_unit,
             measure_per_unit, content, content_unit, price, vat_category, storage, origin, certificates,
             allergens, step, picture_id, container_id, containers, changed_at, changed_by)",
        [[
            id.into(),
            version.into(),
            (&item.name).into(),
            (&item.description).into(),
            (&item.family).into(),
            Value::code(item.order_unit),
            Value::code(item.pay_unit),
            item.measure_per_unit.into(),
            item.content.map(|(quantity, _)| quantity).into(),
            item.content.map(|(_, unit)| unit.code()).into(),
            item.price.into(),
            Value::code(item.vat),
            Value::code(item.storage),
            (&item.origin).into(),
            item.certificates.join("\n").into(),
            joined(&item.allergens).into(),
            item.step.into(),
            item.picture.into(),
            item.container.map(|(container, _)| container).into(),
            item.container.map_or(0, |(_, count)| count).into(),
            who.at.into(),
            who.person.into(),
        ]],
        "",
    )?;
    Ok(())
}

/// Writes the reference's own row as it is, whether new or known; its versions, and whether it is
/// withdrawn, are written apart.
pub fn save(tx: &Tx<'_>, reference: &Reference) -> Result<()> {
    let r = reference;
    tx.execute(
        "INSERT INTO reference (producer_id, id, code, version, stock_mode, cycle_stock, second_choice_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (producer_id, id) DO UPDATE SET code = excluded.code, version = excluded.version,
             stock_mode = excluded.stock_mode, cycle_stock = excluded.cycle_stock,
             second_choice_id = excluded.second_choice_id",
        params![
            r.producer,
            r.id,
            &r.code,
            r.version,
            Value::code(r.stock_mode),
            r.cycle_stock,
            r.second_choice,
        ],
    )?;
    Ok(())
}

/// Takes a reference out of sale at a moment, or with none puts it back.
pub fn set_withdrawn(
    tx: &Tx<'_>,
    producer: OrganisationId,
    id: ReferenceId,
    at: Option<Timestamp>,
) -> Result<()> {
    tx.execute(
        "UPDATE reference SET withdrawn_at = $3 WHERE producer_id = $1 AND id = $2",
        params![producer, id, at],
    )?;
    Ok(())
}

pub(crate) const REFERENCE: &str =
    "SELECT r.id, r.producer_id, r.code, r.version, r.stock_mode, r.cycle_stock,
    r.second_choice_id, r.withdrawn_at, v.name, v.description, v.family, v.order_unit, v.pay_unit,
    v.measure_per_unit, v.content, v.content_unit, v.price, v.vat_category, v.storage, v.origin,
    v.certificates, v.allergens, v.step, v.picture_id, v.container_id, v.containers
    FROM reference r JOIN reference_version v ON v.reference_id = r.id AND v.version = r.version";

/// A producer's references, by code.
pub fn of_producer(tx: &Tx<'_>, producer: OrganisationId) -> Result<Vec<Reference>> {
    let sql = format!("{REFERENCE} WHERE r.producer_id = $1 ORDER BY r.code");
    tx.rows(&sql, params![producer], read)
}

pub fn find(tx: &Tx<'_>, producer: OrganisationId, id: ReferenceId) -> Result<Option<Reference>> {
    let sql = format!("{REFERENCE} WHERE r.producer_id = $1 AND r.id = $2");
    tx.row(&sql, params![producer, id], read)
}

pub fn find_by_code(tx: &Tx<'_>, producer: OrganisationId, code: &str) -> Result<Option<Reference>> {
    let sql = format!("{REFERENCE} WHERE r.producer_id = $1 AND r.code = $2");
    tx.row(&sql, params![producer, code], read)
}

/// How many references each producer has for sale.
pub fn counts(tx: &Tx<'_>) -> Result<Vec<(OrganisationId, i64)>> {
    tx.rows(
        "SELECT producer_id, COUNT(*) FROM reference WHERE withdrawn_at IS NULL GROUP BY producer_id
         ORDER BY producer_id",
        &[],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

fn read(row: &Row<'_>) -> Result<Reference> {
    let withdrawn_at: Option<Timestamp> = row.get(7)?;
    Ok(Reference {
        id: row.get(0)?,
        producer: row.get(1)?,
        code: row.get(2)?,
        version: row.get(3)?,
        stock_mode: row.code(4)?,
        cycle_stock: row.get(5)?,
        second_choice: row.get(6)?,
        is_withdrawn: withdrawn_at.is_some(),
        item: read_item(row, 8)?,
    })
}

/// The eighteen columns of a version, from column `at` on.
pub(crate) fn read_item(row: &Row<'_>, at: usize) -> Result<Item> {
    let content_unit: Option<Unit> = row.maybe_code(at + 7)?;
    let certificates: String = row.get(at + 12)?;
    let allergens: String = row.get(at + 13)?;
    let container: Option<ContainerId> = row.get(at + 16)?;
    let containers: i64 = row.get(at + 17)?;
    Ok(Item {
        name: row.get(at)?,
        description: row.get(at + 1)?,
        family: row.get(at + 2)?,
        order_unit: row.code(at + 3)?,
        pay_unit: row.code(at + 4)?,
        measure_per_unit: row.get(at + 5)?,
        content: row.get::<Option<units::Quantity>>(at + 6)?.zip(content_unit),
        price: row.get(at + 8)?,
        vat: row.code(at + 9)?,
        storage: row.code(at + 10)?,
        origin: row.get(at + 11)?,
        certificates: certificates.lines().map(str::to_owned).collect(),
        allergens: split(&allergens),
        step: row.get(at + 14)?,
        picture: row.get(at + 15)?,
        container: container.map(|container| (container, containers)),
    })
}

/// Writes an arrangement as it is; without a price and not hidden there is none.
pub fn save_arrangement(tx: &Tx<'_>, arrangement: &Arrangement) -> Result<()> {
    let a = arrangement;
    tx.execute(
        "DELETE FROM arrangement WHERE reference_id = $1 AND shop_id = $2",
        params![a.reference, a.shop],
    )?;
    if a.price.is_some() || a.hidden {
        tx.execute(
            "INSERT INTO arrangement (reference_id, shop_id, price, hidden) VALUES ($1, $2, $3, $4)",
            params![a.reference, a.shop, a.price, a.hidden],
        )?;
    }
    Ok(())
}

pub fn arrangements(tx: &Tx<'_>, reference: ReferenceId) -> Result<Vec<Arrangement>> {
    tx.rows(
        "SELECT shop_id, price, hidden FROM arrangement WHERE reference_id = $1 ORDER BY shop_id",
        params![reference],
        |row| Ok(Arrangement { reference, shop: row.get(0)?, price: row.get(1)?, hidden: row.get(2)? }),
    )
}

pub fn save_picture(
    tx: &Tx<'_>,
    producer: OrganisationId,
    id: PictureId,
    media_type: &str,
    bytes: &[u8],
) -> Result<()> {
    tx.execute(
        "INSERT INTO picture (producer_id, id, media_type, bytes) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING",
        params![producer, id, media_type, bytes],
    )?;
    Ok(())
}

pub fn picture(tx: &Tx<'_>, producer: OrganisationId, id: PictureId) -> Result<Option<Vec<u8>>> {
    tx.row(
        "SELECT bytes FROM picture WHERE producer_id = $1 AND id = $2",
        params![producer, id],
        |row| row.get(0),
    )
}

pub fn insert_draft(
    tx: &Tx<'_>,
    producer: OrganisationId,
    id: Uuid,
    name: &str,
    bytes: &[u8],
    at: Timestamp,
) -> Result<()> {
    tx.execute(
        "INSERT INTO import_draft (producer_id, id, name, bytes, made_at) VALUES ($1, $2, $3, $4, $5)",
        params![producer, id, name, bytes, at],
    )?;
    Ok(())
}

pub fn draft(tx: &Tx<'_>, producer: OrganisationId, id: Uuid) -> Result<Option<(String, Vec<u8>)>> {
    tx.row(
        "SELECT name, bytes FROM import_draft WHERE producer_id = $1 AND id = $2",
        params![producer, id],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

pub fn delete_draft(tx: &Tx<'_>, producer: OrganisationId, id: Uuid) -> Result<()> {
    tx.execute("DELETE FROM import_draft WHERE producer_id = $1 AND id = $2", params![producer, id])?;
    Ok(())
}

pub fn delete_drafts_before(tx: &Tx<'_>, before: Timestamp) -> Result<()> {
    tx.execute("DELETE FROM import_draft WHERE made_at < $1", params![before])?;
    Ok(())
}
