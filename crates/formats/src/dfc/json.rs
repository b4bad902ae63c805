//! JSON of bounded size, depth and number of parts.
//!
//! Eight megabytes of `{"":0}` would become eight hundred of objects, so parts are counted in a
//! first pass over the bytes, which also finds where nesting goes too deep.

use serde_json::Value;

use super::DfcError;

pub(super) const BYTES: u64 = 8 * 1024 * 1024;
pub(super) const DEPTH: u32 = 64;
/// Six thousand products of six nodes each; an object takes two thirds of a kilobyte once it is read.
pub(super) const OBJECTS: u32 = 36_000;
pub(super) const VALUES: u32 = 360_000;

pub(super) fn parse(bytes: &[u8]) -> Result<Value, DfcError> {
    let size = bytes.len() as u64;
    if size > BYTES {
        return Err(DfcError::TooLarge { bytes: size });
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    measure(bytes)?;
    serde_json::from_slice(bytes).map_err(|error| {
        let (line, column) = (count(error.line()), count(error.column()));
        let text = error.to_string();
        let reason = text.split(" at line ").next().unwrap_or_default().to_owned();
        DfcError::NotJson { line, column, reason }
    })
}

fn measure(bytes: &[u8]) -> Result<(), DfcError> {
    let (mut depth, mut objects, mut values) = (0_u32, 0_u32, 0_u32);
    let (mut in_string, mut escaped) = (false, false);
    let (mut line, mut line_start) = (1_u32, 0_usize);
    for (at, &byte) in bytes.iter().enumerate() {
        if byte == b'\n' {
            line += 1;
            line_start = at + 1;
        }
        if in_string {
            in_string = escaped || byte != b'"';
            escaped = !escaped && byte == b'\\';
            continue;
        }
        match byte {
            b'"' => in_string = true,
            b'{' | b'[' => {
                depth += 1;
                values += 1;
                objects += u32::from(byte == b'{');
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            b',' => values += 1,
            _ => {}
        }
        if depth > DEPTH {
            return Err(DfcError::TooDeep { line, column: count(at - line_start + 1) });
        }
    }
    if objects > OBJECTS || values > VALUES { Err(DfcError::TooMany) } else { Ok(()) }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_modest_json_is_refused_with_its_place() {
        let not_json =
            |line, column, reason: &str| DfcError::NotJson { line, column, reason: reason.to_owned() };
        let cases = [
            ("{\n \"a\": 1,\n}".to_owned(), not_json(3, 1, "trailing comma")),
            (String::new(), not_json(1, 0, "EOF while parsing a value")),
            ("{\"a\": 1e999}".to_owned(), not_json(1, 11, "number out of range")),
            (format!("\n {}", "[".repeat(100_000)), DfcError::TooDeep { line: 2, column: 66 }),
            (format!("[{}0]", "{\"\":0},".repeat(36_001)), DfcError::TooMany),
            (format!("[{}0]", "0,".repeat(360_001)), DfcError::TooMany),
            (" ".repeat(8 * 1024 * 1024 + 1), DfcError::TooLarge { bytes: 8 * 1024 * 1024 + 1 }),
        ];
        for (text, error) in cases {
            assert_eq!(
                parse(text.as_bytes()),
                Err(error),
                "{}",
                text.chars().take(20).collect::<String>()
            );
        }
        let brackets = format!("\u{feff}{{\"a\\\"\": \"{}\"}}", "[{,".repeat(100));
        assert!(parse(brackets.as_bytes()).is_ok());
    }
}
