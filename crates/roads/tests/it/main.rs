//! What a caller of the crate sees, on two real extracts and on small made-up nets.

#![allow(clippy::unwrap_used, reason = "what a test makes up is there")]

mod drives;
mod extracts;
mod files;
mod hostile;
mod maps;
mod nets;
mod oracle;
mod support;
