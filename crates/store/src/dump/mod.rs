//! A whole database as text, the same from either engine: a backup, and the way from one to the other.
//!
//! JSON Lines in UTF-8. The first line says what the file is and which migrations the database had run. Then
//! come the tables, each after those that it refers to: a line with its name and columns, and a line for each
//! row in the order of its key. The last line has the number of rows and the SHA-256 of all lines before it:
//! a file that was cut or changed is refused. Nothing in it tells when or where it was written, so that two
//! databases that hold the same give the same file.

mod read;
mod write;

use serde::{Deserialize, Serialize};

use crate::Migration;

pub use read::{restore, verify};
pub use write::write;

/// What a dump holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dumped {
    pub tables: u64,
    pub rows: u64,
}

const FORMAT: &str = "tresse-dump";
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Head {
    format: String,
    version: u32,
    migrations: Vec<Step>,
}

/// A migration that had run, with the SHA-256 of its text.
#[derive(Serialize, Deserialize)]
struct Step {
    slice: String,
    number: i64,
    sha256: String,
}

#[derive(Serialize, Deserialize)]
struct TableHead {
    table: String,
    columns: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct Tail {
    rows: u64,
    sha256: String,
}

impl Step {
    fn of(migration: &Migration) -> Self {
        let sha256 = hex(&<sha2::Sha256 as sha2::Digest>::digest(migration.sql));
        Self { slice: migration.slice.to_owned(), number: migration.number, sha256 }
    }
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
