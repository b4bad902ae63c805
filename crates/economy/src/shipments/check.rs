//! What must hold of shipments, whatever happened.

use ::store::Tx;
use frame::{Check, Outcome};

pub(super) const CHECKS: &[Check] = &[
    Check { name: "what moves has somewhere else to go, and something to take there", run: sense },
    Check { name: "a shipment that is carried names its round", run: carried },
    Check { name: "who sends and who receives is a member, or the hub", run: members },
];

fn sense(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let faults = tx.rows(
        "SELECT coalition_id, id FROM shipment
         WHERE dry_crates + cold_crates + frozen_crates + kilograms = 0
             OR sender_id = receiver_id AND sender_site_id = receiver_site_id
         ORDER BY coalition_id, id LIMIT 20",
        &[],
        |row| {
            let (hub, id): (String, String) = (row.get(0)?, row.get(1)?);
            Ok(format!("shipment {id} of {hub} moves nothing, or nowhere"))
        },
    )?;
    Ok(faults)
}

fn carried(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let faults = tx.rows(
        "SELECT coalition_id, id FROM shipment
         WHERE standing = 'carried' AND plan_id IS NULL
             OR (plan_id IS NULL) <> (round_number IS NULL)
         ORDER BY coalition_id, id LIMIT 20",
        &[],
        |row| {
            let (hub, id): (String, String) = (row.get(0)?, row.get(1)?);
            Ok(format!("shipment {id} of {hub} is carried by no round"))
        },
    )?;
    Ok(faults)
}

fn members(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    let mut faults = Vec::new();
    for column in ["sender_id", "receiver_id"] {
        let sql = format!(
            "SELECT s.coalition_id, s.id FROM shipment s JOIN coalition c ON c.id = s.coalition_id
             WHERE s.{column} <> c.organisation_id AND NOT EXISTS (
                 SELECT 1 FROM membership m
                 WHERE m.coalition_id = s.coalition_id AND m.organisation_id = s.{column})
             ORDER BY s.coalition_id, s.id LIMIT 20"
        );
        faults.extend(tx.rows(&sql, &[], |row| {
            let (hub, id): (String, String) = (row.get(0)?, row.get(1)?);
            Ok(format!("shipment {id} of {hub} has a {column} that was never its member"))
        })?);
    }
    Ok(faults)
}
