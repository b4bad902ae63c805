//! The file around the blocks: a header and a compressed blob, one after another.
//!
//! Limits hold before memory is spent: a blob says how large it is and how large it will be, and
//! neither is believed beyond what the format allows.

use std::io::{Read, Seek, SeekFrom};

use flate2::read::ZlibDecoder;

use super::wire::{Fields, Malformed, Value};
use crate::Fault;

/// Bytes of a header, by the format.
const HEADER_BYTES: u32 = 64 * 1024;
/// Bytes of a blob, by the format, both as sent and unpacked.
const BLOB_BYTES: u64 = 32 * 1024 * 1024;

/// What a blob holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Header,
    Data,
    /// To be passed over, says the format.
    Other,
}

/// The blobs of a file, from where its reader stands.
pub struct Blobs<R> {
    reader: R,
    at_byte: u64,
}

impl<R: Read + Seek> Blobs<R> {
    pub fn of(reader: R) -> Self {
        Self { reader, at_byte: 0 }
    }

    /// Where the next blob begins.
    pub fn at_byte(&self) -> u64 {
        self.at_byte
    }

    pub fn go_to(&mut self, at_byte: u64) -> Result<(), Fault> {
        self.reader.seek(SeekFrom::Start(at_byte)).map_err(|error| Fault::unreadable(&error))?;
        self.at_byte = at_byte;
        Ok(())
    }

    /// Unpacks the next blob into `block`, and says what it holds; `None` at the end of the file.
    pub fn next(&mut self, block: &mut Vec<u8>) -> Result<Option<Kind>, Fault> {
        let began = self.at_byte;
        let Some(length) = self.header_length()? else { return Ok(None) };
        if length > HEADER_BYTES {
            return Err(strange(began, "the length of its header"));
        }
        let header = self.bytes(u64::from(length))?;
        let (kind, size) = read_header(&header).map_err(|Malformed| strange(began, "its header"))?;
        if size > BLOB_BYTES {
            return Err(strange(began, "its size"));
        }
        let blob = self.bytes(size)?;
        if kind != Kind::Other {
            unpack(&blob, block, began)?;
        }
        Ok(Some(kind))
    }

    fn header_length(&mut self) -> Result<Option<u32>, Fault> {
        let mut length = Vec::with_capacity(4);
        self.fill(4, &mut length)?;
        match <[u8; 4]>::try_from(length.as_slice()) {
            Ok(bytes) => Ok(Some(u32::from_be_bytes(bytes))),
            Err(_) if length.is_empty() => Ok(None),
            Err(_) => Err(Fault::ExtractCut { at_byte: self.at_byte }),
        }
    }

    fn bytes(&mut self, length: u64) -> Result<Vec<u8>, Fault> {
        let mut bytes = Vec::new();
        self.fill(length, &mut bytes)?;
        if (bytes.len() as u64) < length {
            return Err(Fault::ExtractCut { at_byte: self.at_byte });
        }
        Ok(bytes)
    }

    fn fill(&mut self, length: u64, bytes: &mut Vec<u8>) -> Result<(), Fault> {
        let read = self.reader.by_ref().take(length).read_to_end(bytes);
        self.at_byte += read.map_err(|error| Fault::unreadable(&error))? as u64;
        Ok(())
    }
}

/// A file whose first bytes make no sense is another file; later ones are damage.
fn strange(at_byte: u64, what: &'static str) -> Fault {
    if at_byte == 0 { Fault::NotAnExtract } else { Fault::ExtractDamaged { at_byte, what } }
}

fn read_header(header: &[u8]) -> Result<(Kind, u64), Malformed> {
    let (mut kind, mut size) = (Kind::Other, None);
    let mut fields = Fields::of(header);
    while let Some(field) = fields.next()? {
        match field {
            (1, Value::Bytes(b"OSMHeader")) => kind = Kind::Header,
            (1, Value::Bytes(b"OSMData")) => kind = Kind::Data,
            (3, Value::Number(number)) => size = Some(number),
            _ => {}
        }
    }
    Ok((kind, size.ok_or(Malformed)?))
}

fn unpack(blob: &[u8], block: &mut Vec<u8>, at_byte: u64) -> Result<(), Fault> {
    let damaged = |what| Fault::ExtractDamaged { at_byte, what };
    block.clear();
    let mut fields = Fields::of(blob);
    while let Some(field) = fields.next().map_err(|Malformed| damaged("its fields"))? {
        match field {
            (1, Value::Bytes(raw)) => block.extend_from_slice(raw),
            (3, Value::Bytes(packed)) => {
                let mut unpacked = ZlibDecoder::new(packed).take(BLOB_BYTES + 1);
                unpacked.read_to_end(block).map_err(|_| damaged("its compression"))?;
            }
            (4..=7, Value::Bytes(_)) => {
                let feature = "another compression than zlib".to_owned();
                return Err(Fault::ExtractForeign { feature });
            }
            _ => {}
        }
        if block.len() as u64 > BLOB_BYTES {
            return Err(damaged("it unpacks to more than 32 MiB"));
        }
    }
    Ok(())
}
