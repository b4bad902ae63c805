//! Standard documents, read and written: tables as CSV or XLSX, catalogues of articles, and the
//! JSON-LD of the Data Food Consortium.
//!
//! Pure: bytes in, values out; no I/O, no clock. Reading is lenient about spelling and strict about
//! size: whatever the bytes, a reader gives a value or says what is wrong and where, in little
//! memory. Writing is strict and deterministic: the same values give the same bytes.

pub mod catalogue;
pub mod dfc;
mod html;
mod number;
pub mod table;
