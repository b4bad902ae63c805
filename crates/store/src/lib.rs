//! One SQL text, two databases: SQLite with a single writer, or PostgreSQL.
//!
//! Store functions are synchronous `fn(&Tx, …) -> Result<T>`; acts run them with `db.read(…)` and
//! `db.write(…)`. Nothing awaits inside a transaction, and a write closure may be run again when
//! another writer was in its way. SQL is written in PostgreSQL's words with `$1` parameters, in the
//! part of the language that both engines share.

pub mod catalogue;
mod db;
mod dialect;
pub mod dump;
mod error;
mod migrate;
mod planted;
mod postgres;
mod row;
mod sqlite;
#[cfg(feature = "testing")]
pub mod testing;
mod tx;
mod value;

pub use db::{Db, Location};
pub use error::Error;
pub use migrate::Migration;
pub use planted::{Planted, planted};
pub use row::{FromColumn, Row};
pub use tx::Tx;
pub use value::Value;

pub type Result<T> = std::result::Result<T, Error>;
