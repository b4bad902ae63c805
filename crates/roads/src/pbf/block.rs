//! What stands in an unpacked block: a table of texts, and elements that point into it.

use super::wire::{Deltas, Fields, Malformed, Packed, Value, zigzag};
use crate::point::Point;

/// Texts of one block: real ones have some ten thousand.
const TEXTS: usize = 4 * 1024 * 1024;
/// Nodes of one way; 2,000 by the rules of OpenStreetMap, which older data breaks.
const WAY_NODES: usize = 100_000;

/// The first block of a file.
#[derive(Debug, Default)]
pub struct Header {
    /// Seconds since 1970 of the last change that the data can hold.
    pub replicated_until: Option<i64>,
    /// A feature that a reader must know and this one does not.
    pub foreign: Option<String>,
}

impl Header {
    pub fn read(block: &[u8]) -> Result<Self, Malformed> {
        let mut header = Self::default();
        let mut fields = Fields::of(block);
        while let Some(field) = fields.next()? {
            match field {
                (4, Value::Bytes(b"OsmSchema-V0.6" | b"DenseNodes")) => {}
                (4, Value::Bytes(feature)) => {
                    let name: String = String::from_utf8_lossy(feature).chars().take(60).collect();
                    header.foreign = Some(name.escape_debug().to_string());
                }
                (32, Value::Number(seconds)) => {
                    header.replicated_until = Some(seconds.cast_signed());
                }
                _ => {}
            }
        }
        Ok(header)
    }
}

/// The tags of one element.
#[derive(Debug, Default)]
pub struct Tags<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Tags<'a> {
    pub fn get(&self, key: &str) -> Option<&'a str> {
        self.0.iter().find(|(known, _)| *known == key).map(|(_, value)| *value)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a> FromIterator<(&'a str, &'a str)> for Tags<'a> {
    fn from_iter<T: IntoIterator<Item = (&'a str, &'a str)>>(pairs: T) -> Self {
        Self(pairs.into_iter().collect())
    }
}

/// A relation with its members: type (0 node, 1 way, 2 relation), identifier, role.
#[derive(Debug, Default)]
pub struct Relation<'a> {
    pub tags: Tags<'a>,
    pub members: Vec<(u64, i64, &'a str)>,
}

/// A block of elements.
pub struct Block<'a> {
    texts: Vec<&'a [u8]>,
    groups: Vec<&'a [u8]>,
    granularity: i64,
    offset: [i64; 2],
    date_granularity: i64,
}

impl<'a> Block<'a> {
    pub fn read(block: &'a [u8]) -> Result<Self, Malformed> {
        let mut read = Self {
            texts: Vec::new(),
            groups: Vec::new(),
            granularity: 100,
            offset: [0; 2],
            date_granularity: 1000,
        };
        let mut fields = Fields::of(block);
        while let Some(field) = fields.next()? {
            match field {
                (1, Value::Bytes(table)) => read.texts = texts(table)?,
                (2, Value::Bytes(group)) => read.groups.push(group),
                (17, Value::Number(number)) => read.granularity = number.cast_signed(),
                (18, Value::Number(number)) => read.date_granularity = number.cast_signed(),
                (19, Value::Number(number)) => read.offset[0] = number.cast_signed(),
                (20, Value::Number(number)) => read.offset[1] = number.cast_signed(),
                _ => {}
            }
        }
        Ok(read)
    }

    /// Gives `see` each way: identifier, tags, nodes, and the second of its last change.
    pub fn ways(
        &self,
        mut see: impl FnMut(i64, &Tags<'a>, &[i64], Option<i64>),
    ) -> Result<(), Malformed> {
        let mut nodes = Vec::new();
        self.each(3, |way| {
            let (mut id, mut keys, mut values, mut changed) = (0, &[][..], &[][..], None);
            nodes.clear();
            let mut fields = Fields::of(way);
            while let Some(field) = fields.next()? {
                match field {
                    (1, Value::Number(number)) => id = number.cast_signed(),
                    (2, Value::Bytes(bytes)) => keys = bytes,
                    (3, Value::Bytes(bytes)) => values = bytes,
                    (4, Value::Bytes(info)) => changed = self.changed(info)?,
                    (8, Value::Bytes(bytes)) => nodes.extend(Deltas::of(bytes).take(WAY_NODES + 1)),
                    _ => {}
                }
            }
            if nodes.len() > WAY_NODES {
                return Err(Malformed);
            }
            see(id, &self.tags(keys, values), &nodes, changed);
            Ok(())
        })
    }

    pub fn relations(&self, mut see: impl FnMut(&Relation<'a>)) -> Result<(), Malformed> {
        self.each(4, |bytes| {
            let [mut keys, mut values, mut roles, mut ids, mut kinds] = [&[][..]; 5];
            let mut fields = Fields::of(bytes);
            while let Some(field) = fields.next()? {
                match field {
                    (2, Value::Bytes(bytes)) => keys = bytes,
                    (3, Value::Bytes(bytes)) => values = bytes,
                    (8, Value::Bytes(bytes)) => roles = bytes,
                    (9, Value::Bytes(bytes)) => ids = bytes,
                    (10, Value::Bytes(bytes)) => kinds = bytes,
                    _ => {}
                }
            }
            let tags = self.tags(keys, values);
            // Only restrictions are looked at, and theirs are few.
            let is_restriction = tags.get("type") == Some("restriction");
            let members = Packed::of(kinds).zip(Deltas::of(ids)).zip(Packed::of(roles));
            let members = members.take(if is_restriction { 100 } else { 0 });
            let members = members
                .map(|((kind, id), role)| (kind, id, self.text(role).unwrap_or_default()))
                .collect();
            see(&Relation { tags, members });
            Ok(())
        })
    }

    /// Gives `see` each node: identifier, where it is, and its tags.
    ///
    /// A node that is nowhere on Earth is left out.
    pub fn nodes(&self, mut see: impl FnMut(i64, Point, &Tags<'a>)) -> Result<(), Malformed> {
        self.each(1, |node| {
            let (mut id, mut at, mut keys, mut values) = (0, [0; 2], &[][..], &[][..]);
            let mut fields = Fields::of(node);
            while let Some(field) = fields.next()? {
                match field {
                    (1, Value::Number(number)) => id = zigzag(number),
                    (2, Value::Bytes(bytes)) => keys = bytes,
                    (3, Value::Bytes(bytes)) => values = bytes,
                    (8, Value::Number(number)) => at[0] = zigzag(number),
                    (9, Value::Number(number)) => at[1] = zigzag(number),
                    _ => {}
                }
            }
            if let Some(point) = self.point(at) {
                see(id, point, &self.tags(keys, values));
            }
            Ok(())
        })?;
        self.each(2, |dense| {
            let [mut ids, mut latitudes, mut longitudes, mut tags] = [&[][..]; 4];
            let mut fields = Fields::of(dense);
            while let Some(field) = fields.next()? {
                match field {
                    (1, Value::Bytes(bytes)) => ids = bytes,
                    (8, Value::Bytes(bytes)) => latitudes = bytes,
                    (9, Value::Bytes(bytes)) => longitudes = bytes,
                    (10, Value::Bytes(bytes)) => tags = bytes,
                    _ => {}
                }
            }
            let at = Deltas::of(latitudes).zip(Deltas::of(longitudes));
            let mut tags = Packed::of(tags);
            for (id, (latitude, longitude)) in Deltas::of(ids).zip(at) {
                let tags = self.tags_until_zero(&mut tags);
                if let Some(point) = self.point([latitude, longitude]) {
                    see(id, point, &tags);
                }
            }
            Ok(())
        })
    }

    pub fn has_nodes(&self) -> bool {
        let mut found = false;
        let _ = self.each(1, |_| {
            found = true;
            Ok(())
        });
        let _ = self.each(2, |_| {
            found = true;
            Ok(())
        });
        found
    }

    fn each(
        &self,
        kind: u64,
        mut see: impl FnMut(&'a [u8]) -> Result<(), Malformed>,
    ) -> Result<(), Malformed> {
        for group in &self.groups {
            let mut fields = Fields::of(group);
            while let Some((number, value)) = fields.next()? {
                if let Value::Bytes(bytes) = value
                    && number == kind
                {
                    see(bytes)?;
                }
            }
        }
        Ok(())
    }

    fn tags(&self, keys: &'a [u8], values: &'a [u8]) -> Tags<'a> {
        let pairs = Packed::of(keys).zip(Packed::of(values));
        pairs.filter_map(|(key, value)| Some((self.text(key)?, self.text(value)?))).collect()
    }

    fn tags_until_zero(&self, numbers: &mut Packed<'a>) -> Tags<'a> {
        let mut tags = Tags::default();
        while let Some(key) = numbers.next().filter(|key| *key != 0) {
            let Some(value) = numbers.next() else { break };
            if let (Some(key), Some(value)) = (self.text(key), self.text(value)) {
                tags.0.push((key, value));
            }
        }
        tags
    }

    fn text(&self, index: u64) -> Option<&'a str> {
        std::str::from_utf8(self.texts.get(usize::try_from(index).ok()?)?).ok()
    }

    fn changed(&self, info: &[u8]) -> Result<Option<i64>, Malformed> {
        let mut fields = Fields::of(info);
        while let Some((number, value)) = fields.next()? {
            if let (2, Value::Number(time)) = (number, value) {
                return Ok(Some(time.cast_signed().wrapping_mul(self.date_granularity) / 1000));
            }
        }
        Ok(None)
    }

    fn point(&self, at: [i64; 2]) -> Option<Point> {
        let e7 =
            |axis: usize| self.offset[axis].wrapping_add(self.granularity.wrapping_mul(at[axis])) / 100;
        Point::from_e7(e7(0), e7(1))
    }
}

fn texts(table: &[u8]) -> Result<Vec<&[u8]>, Malformed> {
    let mut texts = Vec::new();
    let mut fields = Fields::of(table);
    while let Some((_, value)) = fields.next()? {
        let Value::Bytes(text) = value else { return Err(Malformed) };
        texts.push(text);
        if texts.len() > TEXTS {
            return Err(Malformed);
        }
    }
    Ok(texts)
}
