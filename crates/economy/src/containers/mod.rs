//! Crates, jars and bottles that go out against a deposit: who owns the kind, who holds how many.

pub mod acts;
mod keeps;
pub mod store;

use ::store::Migration;
use frame::Slice;
use units::{Cents, ContainerId, OrganisationId};

/// A kind of container: a crate of the hub's, a producer's jar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Container {
    pub id: ContainerId,
    pub owner: OrganisationId,
    pub name: String,
    pub deposit: Cents,
}

pub const SLICE: Slice = Slice {
    keeps: keeps::KEEPS,
    ..Slice::named(
        "containers",
        &[Migration {
            slice: "containers",
            number: 1,
            sql: include_str!("../../migrations/0001_containers.sql"),
        }],
    )
};
