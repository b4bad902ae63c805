//! Keeping kinds of container, and moving containers from hand to hand.

use ::store::Tx;
use frame::{Outcome, Who, journal};
use people::organisations::acts::Keeper;
use units::{CauseId, CoalitionId, ContainerId, OrganisationId};

use super::{Container, store};
use crate::ledger::{
    Account, Book, CauseKind, Posting, Transfer, acts as ledger, store as ledger_store,
};

/// Containers that go from one holder to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    pub container: ContainerId,
    pub from: OrganisationId,
    pub to: OrganisationId,
    /// Below zero they go the other way.
    pub count: i64,
}

/// Writes a kind of container for its owner, of whose record `_keeper` is leave to write.
pub fn save(tx: &Tx<'_>, who: &Who, _keeper: &Keeper, container: &Container) -> Outcome<()> {
    store::save(tx, container)?;
    journal::note(tx, who, "container.save", container.id, "")?;
    Ok(())
}

/// Moves containers, for a reception or a delivery of a hub's.
pub fn move_all(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    kind: CauseKind,
    cause: CauseId,
    moves: &[Move],
) -> Outcome<()> {
    let transfers: Vec<Transfer> = moves
        .iter()
        .filter_map(|moved| {
            let held = |holder| Account::Held(moved.container, holder);
            Transfer::signed(held(moved.to), held(moved.from), moved.count)
        })
        .collect();
    if transfers.is_empty() {
        return Ok(());
    }
    ledger::post(tx, who, &Posting { book: hub.into(), kind, cause, transfers })?;
    Ok(())
}

/// How many containers each holder has, by kind and holder: below zero it gave back more than it got.
pub fn held(tx: &Tx<'_>, hub: CoalitionId) -> Outcome<Vec<(ContainerId, OrganisationId, i64)>> {
    let balances = ledger_store::balances(tx, Book::from(hub), "held")?;
    let read = |(name, count): (String, i64)| {
        let mut parts = name.split('/').skip(1);
        Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, count))
    };
    Ok(balances.into_iter().filter_map(read).filter(|(_, _, count)| *count != 0).collect())
}
