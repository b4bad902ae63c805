//! The archive around a workbook, unpacked no further than it may be.
//!
//! Half a megabyte can unpack to half a gigabyte. The sizes that the archive declares are added up
//! before anything is unpacked, and the bytes that really come out are counted against the same
//! limit, since a hostile archive declares what it likes.

use std::cell::Cell;
use std::collections::HashMap;
use std::io::{self, BufReader, Cursor, Read};
use std::rc::Rc;

use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::Xml;
use crate::table::{TableError, limits};

/// A workbook has some dozens of parts; each entry of the directory costs memory.
const PARTS: usize = 2_000;
/// Bytes of one XML event: a tag, or the text between two.
const EVENT_BYTES: u64 = 1024 * 1024;
/// Events of all parts: five for each of the cells that a table may have, and more for its texts.
const EVENTS: u64 = 2_500_000;

pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Indexes by name in lower case: producers disagree on case, and the standard ignores it.
    names: HashMap<String, usize>,
    meter: Rc<Meter>,
}

/// What may still be unpacked, of the whole archive and of the XML event being read.
pub(super) struct Meter {
    events: Cell<u64>,
    total: Cell<u64>,
    event: Cell<u64>,
    exceeded: Cell<bool>,
}

impl Meter {
    /// Allows for one more event; false when there have been too many.
    pub(super) fn begin_event(&self) -> bool {
        self.event.set(EVENT_BYTES);
        self.events.set(self.events.get().saturating_sub(1));
        self.events.get() > 0
    }

    pub(super) fn exceeded(&self) -> bool {
        self.exceeded.get()
    }

    fn spend(&self, bytes: u64) -> io::Result<()> {
        let left = self.total.get().checked_sub(bytes).zip(self.event.get().checked_sub(bytes));
        let Some((total, event)) = left else {
            self.exceeded.set(true);
            return Err(io::Error::other("larger than it may be"));
        };
        self.total.set(total);
        self.event.set(event);
        Ok(())
    }
}

/// A part's bytes as they are unpacked, each of them counted.
pub(super) struct Metered<R> {
    inner: R,
    meter: Rc<Meter>,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.meter.spend(read as u64)?;
        Ok(read)
    }
}

impl<'a> Package<'a> {
    /// Opens an archive whose directory is modest and whose parts claim modest sizes.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, TableError> {
        // Each entry begins with this mark; more of them than parts would cost memory to list.
        let entries = bytes.windows(4).filter(|window| window == b"PK\x01\x02").take(PARTS + 1).count();
        if entries > PARTS {
            return Err(TableError::UnpackedTooLarge);
        }
        let archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged("the archive", &error))?;
        let mut package = Self {
            archive,
            names: HashMap::new(),
            meter: Rc::new(Meter {
                events: Cell::new(EVENTS),
                total: Cell::new(limits::UNPACKED_BYTES),
                event: Cell::new(EVENT_BYTES),
                exceeded: Cell::new(false),
            }),
        };
        package.list_parts()?;
        Ok(package)
    }

    fn list_parts(&mut self) -> Result<(), TableError> {
        let mut declared: u64 = 0;
        for index in 0..self.archive.len() {
            let part =
                self.archive.by_index_raw(index).map_err(|error| damaged("the archive", &error))?;
            declared = declared.saturating_add(part.size());
            let name = String::from_utf8_lossy(part.name_raw()).replace('\\', "/").to_lowercase();
            self.names.entry(name.trim_start_matches('/').to_owned()).or_insert(index);
        }
        if declared > limits::UNPACKED_BYTES { Err(TableError::UnpackedTooLarge) } else { Ok(()) }
    }

    /// Whether the archive has a part of this name.
    pub(super) fn has(&self, part: &str) -> bool {
        self.names.contains_key(&part.to_lowercase())
    }

    /// The XML events of a part.
    ///
    /// # Errors
    /// [`TableError::Damaged`] when there is no such part.
    pub(super) fn xml(&mut self, part: &str) -> Result<Xml<impl Read>, TableError> {
        let index = self.names.get(&part.to_lowercase()).copied();
        let index = index.ok_or_else(|| damaged(part, &ZipError::FileNotFound))?;
        let file = self.archive.by_index(index).map_err(|error| damaged(part, &error))?;
        // A part that gives more than it declared is a lie; it ends one byte past its word.
        let size = file.size();
        let honest = file.take(size.saturating_add(1));
        let metered = Metered { inner: honest, meter: Rc::clone(&self.meter) };
        Ok(Xml::new(part, BufReader::new(metered), Rc::clone(&self.meter)))
    }
}

fn damaged(part: &str, error: &ZipError) -> TableError {
    TableError::Damaged { part: part.to_owned(), reason: error.to_string() }
}
