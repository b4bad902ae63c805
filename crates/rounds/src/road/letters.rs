//! Letters to those who wait: that the vehicle has left, that it is late; each with an address to follow it by.

use std::collections::BTreeMap;

use ::store::Tx;
use frame::mail::{self, Letter};
use frame::{Outcome, Reader, Stop, Who};
use people::organisations::{Organisation, store as organisations};
use polity::members::store as members;
use units::OrganisationId;

use super::acts::{Instance, address_of, keep_address, new_secret};
use super::model::{HaltRun, behind, expected};
use super::store::{self, Drive};
use crate::plans::{Halt, Round};
use crate::words::words;

/// Tells those who wait that the vehicle has left.
pub(super) fn departed(
    tx: &Tx<'_>,
    who: &Who,
    drive: Drive,
    round: &Round,
    instance: &Instance,
) -> Outcome<()> {
    tell(tx, who, drive, round, instance, false)
}

/// Tells those who still wait that it is late.
pub(super) fn late(
    tx: &Tx<'_>,
    who: &Who,
    drive: Drive,
    round: &Round,
    instance: &Instance,
) -> Outcome<()> {
    tell(tx, who, drive, round, instance, true)
}

fn tell(
    tx: &Tx<'_>,
    who: &Who,
    drive: Drive,
    round: &Round,
    instance: &Instance,
    is_late: bool,
) -> Outcome<()> {
    let coalition = members::find(tx, drive.hub)?.ok_or(Stop::NotFound)?;
    let hub = organisations::find(tx, coalition.organisation)?.ok_or(Stop::NotFound)?;
    let (run, runs) = (store::round_run(tx, drive)?, store::halt_runs(tx, drive)?);
    let late = behind(round, &run, &runs);
    let waiting: Vec<&Halt> =
        round.halts.iter().filter(|halt| waits(halt, &runs, coalition.organisation)).collect();
    let ids: Vec<OrganisationId> = waiting.iter().map(|halt| halt.at.organisation).collect();
    let known: BTreeMap<OrganisationId, Organisation> =
        organisations::all(tx, &ids)?.into_iter().map(|one| (one.id, one)).collect();
    for halt in waiting {
        let Some(organisation) = known.get(&halt.at.organisation) else { continue };
        let Some(email) = organisation.email.clone() else { continue };
        let secret = new_secret();
        keep_address(tx, drive, halt, &secret)?;
        let (t, language) = (words(organisation.language), organisation.language);
        let reader = Reader::new(language, &instance.zone);
        let time = reader.time(expected(halt, late, who.at));
        let address = address_of(instance, &secret);
        let (subject, body) = if is_late {
            (t.letter_late_subject(&hub.name, &time), t.letter_late(&time, &address, &hub.name))
        } else {
            (t.letter_left_subject(&hub.name, &time), t.letter_left(&time, &address, &hub.name))
        };
        let button = Some(t.letter_follow_button());
        let letter =
            Letter { to: email, language, subject, body, button, files: Vec::new(), secret: true };
        mail::write(tx, &who.ids, who.at, &letter)?;
    }
    Ok(())
}

/// Whether somebody else than the hub still waits at a halt.
fn waits(halt: &Halt, runs: &BTreeMap<i64, HaltRun>, hub: OrganisationId) -> bool {
    halt.at.organisation != hub && runs.get(&halt.place).is_none_or(|run| run.arrived_at.is_none())
}
