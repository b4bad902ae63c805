//! Articles in the columns of a table: which column is which, what its cells say, and back.
//!
//! Every producer's list has its own headers. We guess, the person confirms, and then each wrong
//! cell is named with its line and header, all of them at once.

mod export;
mod fault;
mod field;
mod guess;
mod import;
mod list;
mod value;

pub use export::to_table;
pub use fault::{LineFault, Problem};
pub use field::{Field, header};
pub use guess::guess;
pub use import::read_rows;
