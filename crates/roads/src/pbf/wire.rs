//! The wire format of protocol buffers: fields of one message, read in place.
//!
//! Nothing is allocated, and every sum wraps or is checked: a message is what somebody sent.

/// Why a message cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Malformed;

/// The value of one field.
#[derive(Debug, Clone, Copy)]
pub enum Value<'a> {
    Number(u64),
    Bytes(&'a [u8]),
    /// Four or eight bytes that no message of an extract uses.
    Fixed,
}

/// The fields of a message in the order in which they stand.
#[derive(Debug, Clone, Copy)]
pub struct Fields<'a>(&'a [u8]);

impl<'a> Fields<'a> {
    pub fn of(message: &'a [u8]) -> Self {
        Self(message)
    }

    /// Each field's number with its value, `None` at the end.
    ///
    /// # Errors
    /// [`Malformed`] where a field is cut short or of a kind that the format does not have.
    pub fn next(&mut self) -> Result<Option<(u64, Value<'a>)>, Malformed> {
        if self.0.is_empty() {
            return Ok(None);
        }
        let key = varint(&mut self.0)?;
        let value = match key & 7 {
            0 => Value::Number(varint(&mut self.0)?),
            1 => take(&mut self.0, 8).map(|_| Value::Fixed)?,
            2 => {
                let length = varint(&mut self.0)?;
                Value::Bytes(take(&mut self.0, usize::try_from(length).map_err(|_| Malformed)?)?)
            }
            5 => take(&mut self.0, 4).map(|_| Value::Fixed)?,
            _ => return Err(Malformed),
        };
        Ok(Some((key >> 3, value)))
    }
}

/// Numbers that stand one after another in a field; a broken last one ends the list.
#[derive(Debug, Clone, Default)]
pub struct Packed<'a>(&'a [u8]);

impl<'a> Packed<'a> {
    pub fn of(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }
}

impl Iterator for Packed<'_> {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        if self.0.is_empty() {
            return None;
        }
        varint(&mut self.0).ok()
    }
}

/// Differences that add up to numbers.
#[derive(Debug, Clone, Default)]
pub struct Deltas<'a> {
    differences: Packed<'a>,
    at: i64,
}

impl<'a> Deltas<'a> {
    pub fn of(bytes: &'a [u8]) -> Self {
        Self { differences: Packed::of(bytes), at: 0 }
    }
}

impl Iterator for Deltas<'_> {
    type Item = i64;

    fn next(&mut self) -> Option<i64> {
        self.at = self.at.wrapping_add(zigzag(self.differences.next()?));
        Some(self.at)
    }
}

/// Signed numbers are sent with their sign in the lowest bit.
pub fn zigzag(number: u64) -> i64 {
    (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
}

fn varint(bytes: &mut &[u8]) -> Result<u64, Malformed> {
    let mut number = 0;
    for (index, &byte) in bytes.iter().enumerate().take(10) {
        number |= u64::from(byte & 0x7f) << (7 * index);
        if byte < 0x80 {
            *bytes = &bytes[index + 1..];
            return Ok(number);
        }
    }
    Err(Malformed)
}

fn take<'a>(bytes: &mut &'a [u8], length: usize) -> Result<&'a [u8], Malformed> {
    let (taken, rest) = bytes.split_at_checked(length).ok_or(Malformed)?;
    *bytes = rest;
    Ok(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_the_format_says() {
        assert_eq!(Packed::of(&[0x96, 0x01, 0x00]).collect::<Vec<_>>(), [150, 0]);
        assert_eq!([0, 1, 2, 3, u64::MAX].map(zigzag), [0, -1, 1, -2, i64::MIN]);
        assert_eq!(Deltas::of(&[2, 2, 1]).collect::<Vec<_>>(), [1, 2, 1]);
    }

    #[test]
    fn what_is_cut_or_too_long_is_malformed() {
        for message in [&[0x0a, 5, 1][..], &[0x80; 11], &[0x0b], &[0x09, 1], &[0x08]] {
            assert!(Fields::of(message).next().is_err(), "{message:?}");
        }
        assert_eq!(Packed::of(&[1, 0x80]).collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn sums_wrap_instead_of_overflowing() {
        let mut most = vec![0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01];
        most.push(2);
        assert_eq!(Deltas::of(&most).collect::<Vec<_>>(), [i64::MAX, i64::MIN]);
    }
}
