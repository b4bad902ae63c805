//! Tokens in the database.

use ::store::{Result, Row, Tx, params};
use frame::Role;
use jiff::Timestamp;
use units::{CoalitionId, Code as _, PersonId};
use uuid::Uuid;

use super::model::{Holder, Token, scopes_of, scopes_text};

const COLUMNS: &str = "id, name, person_id, mandate_id, coalition_id, role, label, scopes, created_at,
    expires_at, used_at, revoked_at";

pub fn insert(tx: &Tx<'_>, token: &Token, digest: &str, created_by: PersonId) -> Result<()> {
    let (person, mandate, coalition, role) = match token.holder {
        Holder::Person { person, mandate } => (Some(person), Some(mandate), None, None),
        Holder::Service { coalition, role } => (None, None, Some(coalition), Some(role.code())),
    };
    tx.execute(
        "INSERT INTO api_token (id, digest, name, person_id, mandate_id, coalition_id, role, label, scopes,
             created_at, created_by, expires_at, used_at, revoked_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, NULL, NULL)",
        params![
            token.id,
            digest,
            &token.name,
            person,
            mandate,
            coalition,
            role,
            &token.label,
            scopes_text(&token.scopes),
            token.created_at,
            created_by,
            token.expires_at,
        ],
    )?;
    Ok(())
}

/// The token of this digest, whether it is still good or not.
pub fn find(tx: &Tx<'_>, digest: &str) -> Result<Option<Token>> {
    tx.row(&format!("SELECT {COLUMNS} FROM api_token WHERE digest = $1"), params![digest], read)
}

/// A person's tokens, newest first.
pub fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Vec<Token>> {
    let sql =
        format!("SELECT {COLUMNS} FROM api_token WHERE person_id = $1 ORDER BY created_at DESC, id");
    tx.rows(&sql, params![person], read)
}

/// The tokens of a coalition's services, newest first.
pub fn of_coalition(tx: &Tx<'_>, coalition: CoalitionId) -> Result<Vec<Token>> {
    let sql =
        format!("SELECT {COLUMNS} FROM api_token WHERE coalition_id = $1 ORDER BY created_at DESC, id");
    tx.rows(&sql, params![coalition], read)
}

/// Revokes a token of the person's or of the coalition's; whether there was one to revoke.
pub fn revoke(
    tx: &Tx<'_>,
    id: Uuid,
    person: Option<PersonId>,
    coalition: Option<CoalitionId>,
    at: Timestamp,
) -> Result<bool> {
    let changed = tx.execute(
        "UPDATE api_token SET revoked_at = $4
         WHERE id = $1 AND (person_id = $2 OR coalition_id = $3) AND revoked_at IS NULL",
        params![id, person, coalition, at],
    )?;
    Ok(changed == 1)
}

pub fn touch(tx: &Tx<'_>, id: Uuid, at: Timestamp) -> Result<()> {
    tx.execute("UPDATE api_token SET used_at = $2 WHERE id = $1", params![id, at])?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<Token> {
    let person: Option<PersonId> = row.get(2)?;
    let coalition: Option<CoalitionId> = row.get(4)?;
    let holder = match (person.zip(row.get(3)?), coalition) {
        (Some((person, mandate)), _) => Holder::Person { person, mandate },
        (None, Some(coalition)) => Holder::Service { coalition, role: row.code::<Role>(5)? },
        (None, None) => return Err(::store::Error::Other("a token of nobody's".to_owned())),
    };
    Ok(Token {
        id: row.get(0)?,
        name: row.get(1)?,
        holder,
        label: row.get(6)?,
        scopes: scopes_of(&row.get::<String>(7)?),
        created_at: row.get(8)?,
        expires_at: row.get(9)?,
        used_at: row.get(10)?,
        revoked_at: row.get(11)?,
    })
}
