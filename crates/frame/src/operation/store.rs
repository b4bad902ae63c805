//! The servers that use the database, each in a row of its own.

use jiff::Timestamp;
use store::{Result, Tx, params};

use super::model::Node;

/// Notes that a server runs. One of the same name that was not seen since `gone_since` is forgotten.
pub fn note(tx: &Tx<'_>, node: &Node, gone_since: Timestamp) -> Result<()> {
    tx.execute(
        "INSERT INTO node (id, name, version, started_at, seen_at, backup_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (id) DO UPDATE SET seen_at = $5, backup_at = $6",
        params![&node.id, &node.name, &node.version, node.started_at, node.seen_at, node.backup_at],
    )?;
    tx.execute(
        "DELETE FROM node WHERE name = $1 AND id <> $2 AND seen_at < $3",
        params![&node.name, &node.id, gone_since],
    )?;
    Ok(())
}

/// Forgets a server that ends.
pub fn forget(tx: &Tx<'_>, id: &str) -> Result<()> {
    tx.execute("DELETE FROM node WHERE id = $1", params![id])?;
    Ok(())
}

/// All of them, by name.
pub fn all(tx: &Tx<'_>) -> Result<Vec<Node>> {
    tx.rows(
        "SELECT id, name, version, started_at, seen_at, backup_at FROM node
         ORDER BY name, started_at, id LIMIT 100",
        &[],
        |row| {
            Ok(Node {
                id: row.get(0)?,
                name: row.get(1)?,
                version: row.get(2)?,
                started_at: row.get(3)?,
                seen_at: row.get(4)?,
                backup_at: row.get(5)?,
            })
        },
    )
}
