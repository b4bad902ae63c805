//! What a person who sends a file, or a peer, sees of the readers and writers.

// `clippy.toml` allows it in tests, but takes the functions that they share for something else.
#![allow(clippy::unwrap_used)]

mod articles;
mod catalogue;
mod csv_files;
mod dfc_export;
mod dfc_files;
mod dfc_forms;
mod hostile;
mod oracle;
mod workbooks;
