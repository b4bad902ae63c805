//! Organisations and their sites in the database.

use std::collections::HashMap;

use ::store::{Result, Row, Tx, Value, params};
use frame::Who;
use units::numbers::{EnterpriseNumber, Iban, VatNumber};
use units::{Code, Coordinates, Country, OrganisationId, SiteId};

use super::model::{OpeningWindow, Organisation, Site, Storage};

const COLUMNS: &str = "id, name, legal_form, country, enterprise_number, vat_number, vat_regime, iban,
    email, phone, language, street, postcode, town";

/// Writes the organisation as it is, whether new or known.
pub fn save(tx: &Tx<'_>, who: &Who, organisation: &Organisation) -> Result<()> {
    let o = organisation;
    tx.execute(
        "INSERT INTO organisation (id, name, legal_form, country, enterprise_number, vat_number, vat_regime,
             iban, email, phone, language, street, postcode, town, search, changed_at, changed_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, legal_form = excluded.legal_form,
             country = excluded.country, enterprise_number = excluded.enterprise_number,
             vat_number = excluded.vat_number, vat_regime = excluded.vat_regime, iban = excluded.iban,
             email = excluded.email, phone = excluded.phone, language = excluded.language,
             street = excluded.street, postcode = excluded.postcode, town = excluded.town,
             search = excluded.search, changed_at = excluded.changed_at, changed_by = excluded.changed_by",
        params![
            o.id,
            &o.name,
            Value::code(o.legal_form),
            o.country,
            o.enterprise_number.as_ref().map(EnterpriseNumber::compact),
            o.vat_number.as_ref().map(VatNumber::compact),
            Value::code(o.vat_regime),
            o.iban.as_ref().map(Iban::compact),
            o.email.as_deref(),
            o.phone.as_deref(),
            Value::code(o.language),
            &o.street,
            &o.postcode,
            &o.town,
            o.search_text(),
            who.at,
            who.person,
        ],
    )?;
    Ok(())
}

pub fn find(tx: &Tx<'_>, id: OrganisationId) -> Result<Option<Organisation>> {
    tx.row(&format!("SELECT {COLUMNS} FROM organisation WHERE id = $1"), params![id], read)
}

/// The organisation that holds this enterprise number.
pub fn find_by_number(tx: &Tx<'_>, number: &EnterpriseNumber) -> Result<Option<Organisation>> {
    tx.row(
        &format!("SELECT {COLUMNS} FROM organisation WHERE country = $1 AND enterprise_number = $2"),
        params![number.country(), number.compact()],
        read,
    )
}

/// Whether another organisation holds this enterprise number.
pub fn is_number_taken(tx: &Tx<'_>, id: OrganisationId, number: &EnterpriseNumber) -> Result<bool> {
    let others = tx.number(
        "SELECT COUNT(*) FROM organisation WHERE country = $1 AND enterprise_number = $2 AND id <> $3",
        params![number.country(), number.compact(), id],
    )?;
    Ok(others > 0)
}

/// Organisations whose name, town or number holds every word of `words`, by name.
pub fn search(tx: &Tx<'_>, words: &str, most: i64) -> Result<Vec<Organisation>> {
    let pattern = format!("%{}%", units::text::fold(words).replace(' ', "%"));
    tx.rows(
        &format!("SELECT {COLUMNS} FROM organisation WHERE search LIKE $1 ORDER BY search, id LIMIT $2"),
        params![pattern, most],
        read,
    )
}

/// The organisations of these identifiers, in no order.
pub fn all(tx: &Tx<'_>, ids: &[OrganisationId]) -> Result<Vec<Organisation>> {
    let mut found = Vec::with_capacity(ids.len());
    for chunk in ids.chunks(500) {
        let places: Vec<String> = (1..=chunk.len()).map(|n| format!("${n}")).collect();
        let sql = format!("SELECT {COLUMNS} FROM organisation WHERE id IN ({})", places.join(", "));
        let params: Vec<Value<'_>> = chunk.iter().map(|&id| id.into()).collect();
        found.extend(tx.rows(&sql, &params, read)?);
    }
    Ok(found)
}

/// The names of these, of each once however often it is asked for.
pub fn names(
    tx: &Tx<'_>,
    ids: impl IntoIterator<Item = OrganisationId>,
) -> Result<HashMap<OrganisationId, String>> {
    let mut ids: Vec<OrganisationId> = ids.into_iter().collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(all(tx, &ids)?.into_iter().map(|one| (one.id, one.name)).collect())
}

fn read(row: &Row<'_>) -> Result<Organisation> {
    let country: Country = row.get(3)?;
    let number: Option<String> = row.get(4)?;
    let vat_number: Option<String> = row.get(5)?;
    let iban: Option<String> = row.get(7)?;
    Ok(Organisation {
        id: row.get(0)?,
        name: row.get(1)?,
        legal_form: row.code(2)?,
        country,
        enterprise_number: number.and_then(|number| EnterpriseNumber::parse(country, &number).ok()),
        vat_number: vat_number.and_then(|number| VatNumber::parse(&number).ok()),
        vat_regime: row.code(6)?,
        iban: iban.and_then(|iban| Iban::parse(&iban).ok()),
        email: row.get(8)?,
        phone: row.get(9)?,
        language: row.code(10)?,
        street: row.get(11)?,
        postcode: row.get(12)?,
        town: row.get(13)?,
    })
}

/// Writes the site and its windows as they are.
pub fn save_site(tx: &Tx<'_>, site: &Site) -> Result<()> {
    tx.execute(
        "INSERT INTO site (organisation_id, id, name, street, postcode, town, country, latitude_e6,
             longitude_e6, receives_dry, receives_cold, receives_frozen, note)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         ON CONFLICT (organisation_id, id) DO UPDATE SET name = excluded.name, street = excluded.street,
             postcode = excluded.postcode, town = excluded.town, country = excluded.country,
             latitude_e6 = excluded.latitude_e6, longitude_e6 = excluded.longitude_e6,
             receives_dry = excluded.receives_dry, receives_cold = excluded.receives_cold,
             receives_frozen = excluded.receives_frozen, note = excluded.note",
        params![
            site.organisation,
            site.id,
            &site.name,
            &site.street,
            &site.postcode,
            &site.town,
            site.country,
            site.coordinates.map(|place| place.latitude_e6),
            site.coordinates.map(|place| place.longitude_e6),
            site.can_receive(Storage::Dry),
            site.can_receive(Storage::Cold),
            site.can_receive(Storage::Frozen),
            &site.note,
        ],
    )?;
    tx.execute(
        "DELETE FROM opening_window WHERE organisation_id = $1 AND site_id = $2",
        params![site.organisation, site.id],
    )?;
    let windows = site.windows.iter().map(|window| {
        [
            site.organisation.into(),
            site.id.into(),
            window.weekday.into(),
            window.opens.into(),
            window.closes.into(),
        ]
    });
    tx.insert_all(
        "opening_window (organisation_id, site_id, weekday, opens_minute, closes_minute)",
        windows,
        "",
    )?;
    Ok(())
}

/// The sites of an organisation with their windows, in the order they were made.
pub fn sites(tx: &Tx<'_>, organisation: OrganisationId) -> Result<Vec<Site>> {
    sites_of(tx, &[organisation])
}

const SITE: &str =
    "organisation_id, id, name, street, postcode, town, country, latitude_e6, longitude_e6,
    receives_dry, receives_cold, receives_frozen, note";

/// The sites of these organisations with their windows, by organisation and the order they were made.
pub fn sites_of(tx: &Tx<'_>, organisations: &[OrganisationId]) -> Result<Vec<Site>> {
    let mut found = Vec::new();
    for chunk in organisations.chunks(500) {
        let places: Vec<String> = (1..=chunk.len()).map(|n| format!("${n}")).collect();
        let places = places.join(", ");
        let params: Vec<Value<'_>> = chunk.iter().map(|&id| id.into()).collect();
        let mut sites = tx.rows(
            &format!(
                "SELECT {SITE} FROM site WHERE organisation_id IN ({places}) ORDER BY organisation_id, id"
            ),
            &params,
            read_site,
        )?;
        let at: HashMap<SiteId, usize> =
            sites.iter().enumerate().map(|(at, site)| (site.id, at)).collect();
        tx.each(
            &format!(
                "SELECT site_id, weekday, opens_minute, closes_minute FROM opening_window
                 WHERE organisation_id IN ({places}) ORDER BY weekday, opens_minute"
            ),
            &params,
            |row| {
                let weekday = i8::try_from(row.get::<i64>(1)?).unwrap_or(1);
                let window = OpeningWindow { weekday, opens: row.get(2)?, closes: row.get(3)? };
                if let Some(&at) = at.get(&row.get::<SiteId>(0)?) {
                    sites[at].windows.push(window);
                }
                Ok(())
            },
        )?;
        found.extend(sites);
    }
    Ok(found)
}

fn read_site(row: &Row<'_>) -> Result<Site> {
    let coordinates = row.get::<Option<i64>>(7)?.zip(row.get::<Option<i64>>(8)?);
    let mut receives = Vec::new();
    for (index, storage) in Storage::ALL.iter().enumerate() {
        if row.get(9 + index)? {
            receives.push(*storage);
        }
    }
    Ok(Site {
        organisation: row.get(0)?,
        id: row.get(1)?,
        name: row.get(2)?,
        street: row.get(3)?,
        postcode: row.get(4)?,
        town: row.get(5)?,
        country: row.get(6)?,
        coordinates: coordinates
            .map(|(latitude_e6, longitude_e6)| Coordinates { latitude_e6, longitude_e6 }),
        receives,
        note: row.get(12)?,
        windows: Vec::new(),
    })
}
