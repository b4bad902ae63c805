//! Kinds of container in the database.

use ::store::{Result, Row, Tx, Value, params};
use units::{ContainerId, OrganisationId};

use super::Container;

/// Writes the kind as it is, whether new or known.
pub fn save(tx: &Tx<'_>, container: &Container) -> Result<()> {
    tx.execute(
        "INSERT INTO container (owner_id, id, name, deposit) VALUES ($1, $2, $3, $4)
         ON CONFLICT (owner_id, id) DO UPDATE SET name = excluded.name, deposit = excluded.deposit",
        params![container.owner, container.id, &container.name, container.deposit],
    )?;
    Ok(())
}

pub fn find(tx: &Tx<'_>, id: ContainerId) -> Result<Option<Container>> {
    let sql = "SELECT id, owner_id, name, deposit FROM container WHERE id = $1";
    tx.row(sql, params![id], read)
}

/// The kinds of these owners, by owner and age.
pub fn of_owners(tx: &Tx<'_>, owners: &[OrganisationId]) -> Result<Vec<Container>> {
    let mut found = Vec::new();
    for chunk in owners.chunks(500) {
        let places: Vec<String> = (1..=chunk.len()).map(|n| format!("${n}")).collect();
        let sql = format!(
            "SELECT id, owner_id, name, deposit FROM container WHERE owner_id IN ({}) ORDER BY owner_id, id",
            places.join(", ")
        );
        let params: Vec<Value<'_>> = chunk.iter().map(|&owner| owner.into()).collect();
        found.extend(tx.rows(&sql, &params, read)?);
    }
    Ok(found)
}

fn read(row: &Row<'_>) -> Result<Container> {
    Ok(Container { id: row.get(0)?, owner: row.get(1)?, name: row.get(2)?, deposit: row.get(3)? })
}
