//! Persons, mandates and links in the database.

use ::store::{Result, Row, Tx, Value, params};
use frame::{Mandate, Role, Who};
use jiff::Timestamp;
use jiff::civil::Date;
use units::{CoalitionId, Language, MandateId, OrganisationId, PersonId};

use super::model::{Erasure, Held, NewMandate, Person};

const COLUMNS: &str = "id, name, email, phone, language, suspended_at";

pub fn insert(tx: &Tx<'_>, person: &Person, at: Timestamp) -> Result<()> {
    tx.execute(
        "INSERT INTO person (id, name, email, phone, language, password_hash, created_at, suspended_at)
         VALUES ($1, $2, $3, $4, $5, NULL, $6, NULL)",
        params![
            person.id,
            &person.name,
            &person.email,
            person.phone.as_deref(),
            Value::code(person.language),
            at,
        ],
    )?;
    Ok(())
}

pub fn update(
    tx: &Tx<'_>,
    id: PersonId,
    name: &str,
    phone: Option<&str>,
    language: Language,
) -> Result<()> {
    tx.execute(
        "UPDATE person SET name = $2, phone = $3, language = $4 WHERE id = $1",
        params![id, name, phone, Value::code(language)],
    )?;
    Ok(())
}

pub fn find(tx: &Tx<'_>, id: PersonId) -> Result<Option<Person>> {
    tx.row(&format!("SELECT {COLUMNS} FROM person WHERE id = $1"), params![id], read)
}

pub fn find_by_email(tx: &Tx<'_>, email: &str) -> Result<Option<Person>> {
    tx.row(&format!("SELECT {COLUMNS} FROM person WHERE email = $1"), params![email], read)
}

pub fn all(tx: &Tx<'_>, most: i64) -> Result<Vec<Person>> {
    tx.rows(&format!("SELECT {COLUMNS} FROM person ORDER BY name, id LIMIT $1"), params![most], read)
}

/// How many persons there are.
pub fn count(tx: &Tx<'_>) -> Result<i64> {
    tx.number("SELECT COUNT(*) FROM person", &[])
}

/// Out of a row that begins with the columns of a person.
pub(crate) fn read(row: &Row<'_>) -> Result<Person> {
    Ok(Person {
        id: row.get(0)?,
        name: row.get(1)?,
        email: row.get(2)?,
        phone: row.get(3)?,
        language: row.code(4)?,
        suspended_at: row.get(5)?,
    })
}

pub fn password_hash(tx: &Tx<'_>, email: &str) -> Result<Option<String>> {
    let found = tx.row(
        "SELECT password_hash FROM person WHERE email = $1 AND suspended_at IS NULL",
        params![email],
        |row| row.get(0),
    )?;
    Ok(found.flatten())
}

pub fn set_password(tx: &Tx<'_>, id: PersonId, hash: &str) -> Result<()> {
    tx.execute("UPDATE person SET password_hash = $2 WHERE id = $1", params![id, hash])?;
    Ok(())
}

pub fn suspend(tx: &Tx<'_>, id: PersonId, at: Option<Timestamp>) -> Result<()> {
    tx.execute("UPDATE person SET suspended_at = $2 WHERE id = $1", params![id, at])?;
    Ok(())
}

/// The names of these persons and services, in no order; the application itself has none.
pub fn names(tx: &Tx<'_>, ids: &[PersonId]) -> Result<Vec<(PersonId, String)>> {
    let mut found = Vec::new();
    for chunk in ids.chunks(500) {
        let places: Vec<String> = (1..=chunk.len()).map(|n| format!("${n}")).collect();
        let places = places.join(", ");
        let sql = format!(
            "SELECT id, name FROM person WHERE id IN ({places})
             UNION ALL SELECT id, name FROM api_token WHERE person_id IS NULL AND id IN ({places})"
        );
        let params: Vec<Value<'_>> = chunk.iter().map(|&id| id.into()).collect();
        found.extend(tx.rows(&sql, &params, |row| Ok((row.get(0)?, row.get(1)?)))?);
    }
    Ok(found)
}

pub fn has_password(tx: &Tx<'_>, id: PersonId) -> Result<bool> {
    let set = tx.number(
        "SELECT COUNT(*) FROM person WHERE id = $1 AND password_hash IS NOT NULL",
        params![id],
    )?;
    Ok(set > 0)
}

pub fn insert_mandate(
    tx: &Tx<'_>,
    who: &Who,
    person: PersonId,
    mandate: &NewMandate,
) -> Result<MandateId> {
    let id: MandateId = who.ids.next();
    tx.execute(
        "INSERT INTO mandate (id, person_id, role, coalition_id, organisation_id, label, starts_on, ends_on,
             deputy_id, given_at, given_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL, $9, $10)",
        params![
            id,
            person,
            Value::code(mandate.role),
            mandate.coalition,
            mandate.organisation,
            &mandate.label,
            mandate.starts_on,
            mandate.ends_on,
            who.at,
            who.person,
        ],
    )?;
    Ok(id)
}

pub fn end_mandate(tx: &Tx<'_>, id: MandateId, last_day: Date) -> Result<()> {
    tx.execute("UPDATE mandate SET ends_on = $2 WHERE id = $1", params![id, last_day])?;
    Ok(())
}

pub fn set_deputy(tx: &Tx<'_>, id: MandateId, deputy: Option<PersonId>) -> Result<()> {
    tx.execute("UPDATE mandate SET deputy_id = $2 WHERE id = $1", params![id, deputy])?;
    Ok(())
}

/// Ends every mandate of a person that goes on after `last_day`.
pub fn end_mandates_of(tx: &Tx<'_>, person: PersonId, last_day: Date) -> Result<u64> {
    tx.execute(
        "UPDATE mandate SET ends_on = $2 WHERE person_id = $1 AND (ends_on IS NULL OR ends_on > $2)",
        params![person, last_day],
    )
}

/// Somebody stands in for nobody any more.
pub fn forget_deputy(tx: &Tx<'_>, deputy: PersonId) -> Result<u64> {
    tx.execute("UPDATE mandate SET deputy_id = NULL WHERE deputy_id = $1", params![deputy])
}

const HELD: &str =
    "SELECT m.id, m.role, m.coalition_id, m.organisation_id, m.label, m.person_id, p.name,
    m.starts_on, m.ends_on, m.deputy_id, d.name
    FROM mandate m JOIN person p ON p.id = m.person_id LEFT JOIN person d ON d.id = m.deputy_id";

/// The mandates of a person, and those that they stand in for, oldest first.
pub fn mandates_of(tx: &Tx<'_>, person: PersonId) -> Result<Vec<Held>> {
    let sql = format!("{HELD} WHERE m.person_id = $1 OR m.deputy_id = $1 ORDER BY m.id");
    tx.rows(&sql, params![person], read_held)
}

/// The mandates given by a coalition or by its members within it.
pub fn mandates_in(tx: &Tx<'_>, coalition: CoalitionId) -> Result<Vec<Held>> {
    let sql = format!("{HELD} WHERE m.coalition_id = $1 ORDER BY m.id");
    tx.rows(&sql, params![coalition], read_held)
}

/// The mandates of one member within a coalition.
pub fn mandates_for(tx: &Tx<'_>, coalition: CoalitionId, member: OrganisationId) -> Result<Vec<Held>> {
    let sql = format!("{HELD} WHERE m.coalition_id = $1 AND m.organisation_id = $2 ORDER BY m.id");
    tx.rows(&sql, params![coalition, member], read_held)
}

/// Who acts on this day under this role, for a coalition itself or for the instance: each mandate with its
/// holder, without those who are suspended.
pub fn holders(
    tx: &Tx<'_>,
    role: Role,
    coalition: Option<CoalitionId>,
    day: Date,
) -> Result<Vec<(MandateId, PersonId)>> {
    let place = match coalition {
        Some(_) => "m.coalition_id = $3",
        None => "m.coalition_id IS NULL AND CAST($3 AS TEXT) IS NULL",
    };
    tx.rows(
        &format!(
            "SELECT m.id, m.person_id FROM mandate m JOIN person p ON p.id = m.person_id
             WHERE m.role = $1 AND m.starts_on <= $2 AND (m.ends_on IS NULL OR m.ends_on >= $2)
                 AND {place} AND m.organisation_id IS NULL AND p.suspended_at IS NULL"
        ),
        params![Value::code(role), day, coalition],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

pub fn find_mandate(tx: &Tx<'_>, id: MandateId) -> Result<Option<Held>> {
    tx.row(&format!("{HELD} WHERE m.id = $1"), params![id], read_held)
}

fn read_held(row: &Row<'_>) -> Result<Held> {
    let deputy: Option<PersonId> = row.get(9)?;
    Ok(Held {
        mandate: Mandate {
            id: row.get(0)?,
            role: row.code::<Role>(1)?,
            coalition: row.get(2)?,
            organisation: row.get(3)?,
            label: row.get(4)?,
            stands_in_for: None,
        },
        person: row.get(5)?,
        person_name: row.get(6)?,
        starts_on: row.get(7)?,
        ends_on: row.get(8)?,
        deputy: deputy.zip(row.get::<Option<String>>(10)?),
    })
}

/// Keeps a link by which the person sets a password; only a digest of its secret.
pub fn insert_link(
    tx: &Tx<'_>,
    digest: &str,
    person: PersonId,
    at: Timestamp,
    until: Timestamp,
) -> Result<()> {
    tx.execute(
        "INSERT INTO single_use_link (digest, person_id, created_at, expires_at, used_at)
         VALUES ($1, $2, $3, $4, NULL)",
        params![digest, person, at, until],
    )?;
    Ok(())
}

pub fn erasure(tx: &Tx<'_>, person: PersonId) -> Result<Option<Erasure>> {
    tx.row("SELECT asked_at, erased_at FROM erasure WHERE person_id = $1", params![person], |row| {
        Ok(Erasure { asked_at: row.get(0)?, erased_at: row.get(1)? })
    })
}

/// Notes that somebody asks to be erased; whether they had not before.
pub fn insert_erasure(tx: &Tx<'_>, person: PersonId, at: Timestamp) -> Result<bool> {
    let inserted = tx.execute(
        "INSERT INTO erasure (person_id, asked_at, erased_at, erased_by) VALUES ($1, $2, NULL, NULL)
         ON CONFLICT DO NOTHING",
        params![person, at],
    )?;
    Ok(inserted == 1)
}

pub fn withdraw_erasure(tx: &Tx<'_>, person: PersonId) -> Result<u64> {
    tx.execute("DELETE FROM erasure WHERE person_id = $1 AND erased_at IS NULL", params![person])
}

/// Notes that somebody was erased, asked or not.
pub fn set_erased(tx: &Tx<'_>, person: PersonId, at: Timestamp, by: PersonId) -> Result<()> {
    tx.execute(
        "INSERT INTO erasure (person_id, asked_at, erased_at, erased_by) VALUES ($1, $2, $2, $3)
         ON CONFLICT (person_id) DO UPDATE SET erased_at = $2, erased_by = $3",
        params![person, at, by],
    )?;
    Ok(())
}

/// Everybody who was erased, with when, in the order of it.
pub fn erased(tx: &Tx<'_>) -> Result<Vec<(PersonId, Timestamp)>> {
    tx.rows(
        "SELECT person_id, erased_at FROM erasure WHERE erased_at IS NOT NULL ORDER BY erased_at, person_id",
        &[],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Who asks to be erased and was not yet.
pub fn asking(tx: &Tx<'_>) -> Result<Vec<PersonId>> {
    tx.rows(
        "SELECT person_id FROM erasure WHERE erased_at IS NULL ORDER BY asked_at, person_id",
        &[],
        |row| row.get(0),
    )
}
