//! The XML events of one part, with a limit on their size and depth.

use std::io::BufReader;
use std::io::Read;
use std::rc::Rc;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::package::{Meter, Metered};
use crate::table::TableError;

/// Elements in elements: a sheet needs some six.
const DEPTH: u32 = 64;

pub(super) struct Xml<R: Read> {
    part: String,
    reader: Reader<BufReader<Metered<R>>>,
    meter: Rc<Meter>,
    buffer: Vec<u8>,
    depth: u32,
}

/// What the readers of parts look at; the rest of XML is passed over.
pub(super) enum Piece<'a> {
    Open(BytesStart<'a>),
    /// The local name of the element that ends.
    Close(String),
    Text(String),
    End,
}

impl<R: Read> Xml<R> {
    pub(super) fn new(part: &str, source: BufReader<Metered<R>>, meter: Rc<Meter>) -> Self {
        let mut reader = Reader::from_reader(source);
        reader.config_mut().expand_empty_elements = true;
        Self { part: part.to_owned(), reader, meter, buffer: Vec::new(), depth: 0 }
    }

    pub(super) fn next(&mut self) -> Result<Piece<'_>, TableError> {
        self.buffer.clear();
        if !self.meter.begin_event() {
            return Err(TableError::UnpackedTooLarge);
        }
        let event = match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => event,
            Err(_) if self.meter.exceeded() => return Err(TableError::UnpackedTooLarge),
            Err(error) => {
                return Err(TableError::Damaged { part: self.part.clone(), reason: error.to_string() });
            }
        };
        Ok(match event {
            Event::Start(start) => {
                self.depth += 1;
                if self.depth > DEPTH {
                    let reason = "elements nested too deeply".to_owned();
                    return Err(TableError::Damaged { part: self.part.clone(), reason });
                }
                Piece::Open(start)
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                Piece::Close(end.local_name().as_ref().to_owned())
            }
            Event::Text(text) => Piece::Text(text.xml10_content().into_owned()),
            Event::CData(text) => Piece::Text(text.xml10_content().into_owned()),
            Event::GeneralRef(reference) => Piece::Text(resolve(&reference)),
            Event::Eof => Piece::End,
            _ => Piece::Text(String::new()),
        })
    }

    /// An unexpected end, or anything else that contradicts the form of the part.
    pub(super) fn damaged(&self, reason: &str) -> TableError {
        TableError::Damaged { part: self.part.clone(), reason: reason.to_owned() }
    }
}

/// The value of an attribute by its name without a prefix.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    start
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .and_then(|attribute| attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok())
        .map(std::borrow::Cow::into_owned)
}

/// A character reference or one of the five entities of XML; others have no meaning here.
fn resolve(reference: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    match reference.as_ref() {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    }
    .to_owned()
}
