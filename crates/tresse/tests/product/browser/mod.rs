//! A real browser for the tests of the product: what a person sees, reached as a person reaches it.
//!
//! `driver` opens pages, fills forms and looks; `axe` asks whether everybody can read what is there.

#![allow(dead_code, reason = "a browser does more than the tests of one day ask of it")]

pub mod axe;
pub mod driver;

/// Where `./test` has put a tool.
///
/// # Panics
/// When it has not: a test that left the browser out would be green and mean nothing.
#[track_caller]
#[allow(clippy::disallowed_methods, reason = "the only place where the tests read the environment")]
pub fn tool(variable: &str) -> String {
    match std::env::var(variable) {
        Ok(path) => path,
        Err(reason) => panic!("{variable}: {reason}; run ./test, which finds it and sets this"),
    }
}
