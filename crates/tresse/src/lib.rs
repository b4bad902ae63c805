//! The product: all slices put together, the command line, and lives of hubs to try it with.

pub mod backup;
pub mod check;
pub mod command;
pub mod demo;
pub mod doctor;
pub mod erasures;
mod networks;
mod planning;
pub mod rehearsal;
pub mod sample;
pub mod server;
pub mod settings;

use frame::keep::Kept;
use frame::seal::Sealed;
use frame::{Door, MenuEntry, Outcome, Routes, Slice, Who};
use people::{entry, persons, tokens};
use store::{Migration, Tx};
use units::Language;

/// Every slice of the product, in the order of their tables.
pub fn slices() -> Vec<Slice> {
    let mut slices =
        vec![frame::SLICE, frame::webhooks::SLICE, frame::seal::SLICE, frame::operation::SLICE];
    slices.extend(people::SLICES);
    slices.extend(polity::SLICES);
    slices.extend(economy::SLICES);
    slices.extend(hub::SLICES);
    slices.extend(rounds::SLICES);
    slices
}

/// Every migration of the product, in the order that a new database runs them.
pub fn migrations() -> Vec<Migration> {
    slices().iter().flat_map(|slice| slice.migrations).copied().collect()
}

/// Every road of the product.
pub fn routes() -> Routes {
    let routes = slices().iter().fold(Routes::default(), |routes, slice| (slice.routes)(routes));
    routes.with_document()
}

/// How the ground reaches what stands on it.
pub const DOOR: Door = Door {
    recognise: entry::recognise,
    touch: entry::touch,
    recognise_bearer: tokens::recognise,
    touch_bearer: tokens::touch,
    menu,
    leaders: people::persons::leaders,
    keeps,
    language_of,
    sealed,
    signed_in: entry::signed_in,
};

/// What every slice keeps, in the order of their tables.
pub fn keeps() -> Vec<Kept> {
    slices().iter().flat_map(|slice| slice.keeps).copied().collect()
}

fn language_of(tx: &Tx<'_>, email: &str) -> Outcome<Option<Language>> {
    let person = persons::store::find_by_email(tx, &email.to_lowercase())?;
    Ok(person.map(|person| person.language))
}

/// Every table of the product that goes into the sealed log.
pub fn sealed() -> Vec<Sealed> {
    slices().iter().flat_map(|slice| slice.sealed).copied().collect()
}

fn menu(who: &Who, language: Language) -> Vec<MenuEntry> {
    let mut entries: Vec<MenuEntry> =
        slices().iter().flat_map(|slice| (slice.menu)(who, language)).collect();
    entries.sort_by_key(|entry| entry.place);
    entries
}
