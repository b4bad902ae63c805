//! One function for each reader of what comes from outside: whatever it is given, it comes back, and what it
//! says holds.
//!
//! Two callers: the targets of cargo-fuzz in this folder, and `crates/tresse/tests/product/readers.rs`, which calls
//! them with random input in every test run. README.md says which reader is read where.

mod files;
mod house;
mod operator;
mod travel;
mod typed;
mod written;

pub use files::{backup, catalogue, html, list, picture, rows, sheet, shipments};
pub use house::request;
pub use operator::{arguments, dialect, keys, log, settings};
pub use travel::{extract, network, pasted, rounds, table};
pub use typed::{address, body, form, hours, identifier, number, query, recovery_code, upload};
pub use written::{calendar, signature};

use std::future::Future;
use std::sync::LazyLock;

static RUNTIME: LazyLock<tokio::runtime::Runtime> = LazyLock::new(|| {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime")
});

fn wait<T>(future: impl Future<Output = T>) -> T {
    RUNTIME.block_on(future)
}

/// Reads `text` as the only thing in a file of its owner's.
fn in_file<T>(text: &str, read: impl FnOnce(&std::path::Path) -> T) -> T {
    let file = tempfile::NamedTempFile::new().expect("a temporary file");
    std::fs::write(file.path(), text).expect("room in it");
    read(file.path())
}
