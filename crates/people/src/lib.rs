//! The directory: organisations with their sites, persons with their mandates, and the way in.
//!
//! A person acts for an organisation or a coalition only through a mandate, so that what one may do
//! outlives who does it.

pub mod account;
pub mod entry;
pub mod feeds;
pub mod organisations;
pub mod passkeys;
pub mod persons;
pub mod providers;
pub mod recovery;
pub mod tokens;

mod words {
    frame::speak!();
}

pub const SLICES: &[frame::Slice] = &[
    organisations::SLICE,
    persons::SLICE,
    feeds::SLICE,
    tokens::SLICE,
    entry::SLICE,
    passkeys::SLICE,
    recovery::SLICE,
    providers::SLICE,
    account::SLICE,
];
