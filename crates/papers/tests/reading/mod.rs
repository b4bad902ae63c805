//! A reader of the PDFs that krilla writes, just enough to find their pages and their words.
//!
//! It follows references, opens packed streams and reads text as a viewer's search does: through
//! each font's map to Unicode, and through the actual text where one is given.

use std::collections::HashMap;
use std::io::Read as _;

/// The text of each page, a line for each line that was drawn.
pub(crate) fn pages(pdf: &[u8]) -> Vec<String> {
    let objects = Objects::read(pdf);
    let mut pages: Vec<&Object> =
        objects.all.iter().filter(|object| object.has("/Type/Page/")).collect();
    pages.sort_by_key(|page| page.number);
    pages.into_iter().map(|page| objects.page_text(page)).collect()
}

struct Object {
    number: usize,
    dictionary: String,
    stream: Vec<u8>,
}

struct Objects {
    all: Vec<Object>,
}

impl Object {
    fn has(&self, key: &str) -> bool {
        self.dictionary.contains(key)
    }

    /// The number of the object that a key refers to.
    fn reference(&self, key: &str) -> Option<usize> {
        let rest = &self.dictionary[self.dictionary.find(key)? + key.len()..];
        rest.trim_start().split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
    }
}

impl Objects {
    fn read(pdf: &[u8]) -> Self {
        let mut all = Vec::new();
        let mut at = 0;
        while let Some(found) = find(&pdf[at..], b" 0 obj") {
            let start = at + found;
            let number = pdf[..start].rsplit(|byte| !byte.is_ascii_digit()).next().unwrap_or_default();
            let number = String::from_utf8_lossy(number).parse().unwrap_or_default();
            let body = start + 6;
            let end = body + find(&pdf[body..], b"endobj").unwrap_or(pdf.len() - body);
            let head = find(&pdf[body..end], b"stream").map_or(end, |stream| body + stream);
            let dictionary = String::from_utf8_lossy(&pdf[body..head]).into_owned();
            let mut object = Object { number, dictionary, stream: Vec::new() };
            at = end;
            if head < end {
                let length = object.reference("/Length").unwrap_or_default();
                let first = head + b"stream\n".len() + usize::from(pdf[head + 6] == b'\r');
                object.stream = unpack(&pdf[first..first + length], object.has("/FlateDecode"));
                at = first + length;
            }
            all.push(object);
        }
        Self { all }
    }

    fn get(&self, number: usize) -> Option<&Object> {
        self.all.iter().find(|object| object.number == number)
    }

    fn page_text(&self, page: &Object) -> String {
        let resources = page.reference("/Resources").and_then(|number| self.get(number));
        let mut fonts = HashMap::new();
        if let Some(resources) = resources
            && let Some(list) = resources.dictionary.split("/Font<<").nth(1)
        {
            let list = list.split(">>").next().unwrap_or_default();
            for font in list.split('/').filter(|font| !font.is_empty()) {
                let mut words = font.split(' ');
                let name = words.next().unwrap_or_default().to_owned();
                let number = words.next().and_then(|number| number.parse().ok());
                let map = number
                    .and_then(|number| self.get(number))
                    .and_then(|font| font.reference("/ToUnicode"))
                    .and_then(|number| self.get(number));
                fonts.insert(name, map.map_or_else(HashMap::new, |map| unicode(&map.stream)));
            }
        }
        let content = page.reference("/Contents").and_then(|number| self.get(number));
        content.map_or_else(String::new, |content| shown(&content.stream, &fonts))
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

fn unpack(bytes: &[u8], packed: bool) -> Vec<u8> {
    if !packed {
        return bytes.to_vec();
    }
    let mut out = Vec::new();
    flate2::read::ZlibDecoder::new(bytes).read_to_end(&mut out).expect("a packed stream opens");
    out
}

/// The characters of each glyph of a font.
fn unicode(map: &[u8]) -> HashMap<u16, String> {
    let text = String::from_utf8_lossy(map);
    let mut out = HashMap::new();
    for part in text.split("beginbfchar").skip(1) {
        for line in part.split("endbfchar").next().unwrap_or_default().lines() {
            let mut words = line.split(['<', '>']).filter(|word| !word.trim().is_empty());
            if let (Some(glyph), Some(characters)) = (words.next(), words.next())
                && let Ok(glyph) = u16::from_str_radix(glyph, 16)
            {
                out.insert(glyph, utf16(&hex(characters.as_bytes())));
            }
        }
    }
    out
}

fn hex(digits: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = digits.iter().copied().filter(u8::is_ascii_hexdigit).collect();
    let pair = |pair: &[u8]| u8::from_str_radix(&String::from_utf8_lossy(pair), 16).unwrap_or_default();
    digits.chunks(2).map(pair).collect()
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> =
        bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

/// A text string outside of content: UTF-16 after a mark, else Latin.
fn text_string(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(rest) => utf16(rest),
        None => bytes.iter().map(|&byte| char::from(byte)).collect(),
    }
}

enum Token {
    Text(Vec<u8>),
    Word(String),
}

/// The text that a content stream shows.
fn shown(content: &[u8], fonts: &HashMap<String, HashMap<u16, String>>) -> String {
    let mut out = String::new();
    let mut font = None;
    // For each open piece of marked content, whether its actual text was written instead.
    let mut replaced: Vec<bool> = Vec::new();
    let mut operands: Vec<Token> = Vec::new();
    for token in tokens(content) {
        let Token::Word(word) = &token else {
            operands.push(token);
            continue;
        };
        match word.as_str() {
            "Tf" => {
                let name = operands.iter().rev().find_map(named);
                font = name.and_then(|name| fonts.get(name));
            }
            "BDC" | "BMC" => {
                let actual = operands.iter().any(|token| named(token) == Some("ActualText"));
                if actual
                    && let Some(Token::Text(text)) =
                        operands.iter().find(|t| matches!(t, Token::Text(_)))
                {
                    out.push_str(&text_string(text));
                }
                replaced.push(actual);
            }
            "EMC" => drop(replaced.pop()),
            "Tj" | "TJ" if !replaced.contains(&true) => {
                for token in &operands {
                    let Token::Text(codes) = token else { continue };
                    for code in codes.chunks_exact(2) {
                        let code = u16::from_be_bytes([code[0], code[1]]);
                        out.push_str(font.and_then(|font| font.get(&code)).map_or("?", String::as_str));
                    }
                }
            }
            "ET" => out.push('\n'),
            _ if word.starts_with(|c: char| c.is_ascii_alphabetic()) => {}
            _ => {
                operands.push(token);
                continue;
            }
        }
        operands.clear();
    }
    out
}

fn named(token: &Token) -> Option<&str> {
    match token {
        Token::Word(word) => word.strip_prefix('/'),
        Token::Text(_) => None,
    }
}

fn tokens(content: &[u8]) -> Vec<Token> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < content.len() {
        match content[at] {
            b'(' => {
                let (text, next) = literal(content, at + 1);
                out.push(Token::Text(text));
                at = next;
            }
            b'<' if content.get(at + 1) != Some(&b'<') => {
                let end = at + find(&content[at..], b">").unwrap_or(content.len() - at - 1);
                out.push(Token::Text(hex(&content[at..end])));
                at = end + 1;
            }
            b'<' | b'>' | b'[' | b']' | b' ' | b'\n' | b'\r' => at += 1,
            _ => {
                let stop = |&byte: &u8| {
                    matches!(byte, b'(' | b'<' | b'>' | b'[' | b']' | b'/' | b' ' | b'\n' | b'\r')
                };
                let end = content[at + 1..]
                    .iter()
                    .position(stop)
                    .map_or(content.len(), |length| at + 1 + length);
                out.push(Token::Word(String::from_utf8_lossy(&content[at..end]).into_owned()));
                at = end;
            }
        }
    }
    out
}

/// A string in brackets from its first byte on, and where it ends.
fn literal(content: &[u8], mut at: usize) -> (Vec<u8>, usize) {
    let mut out = Vec::new();
    let mut depth = 1;
    while at < content.len() {
        match content[at] {
            b'\\' => {
                let escaped = content[at + 1];
                at += 1;
                if escaped.is_ascii_digit() {
                    let digits = &content[at..at + 3];
                    out.push(
                        digits.iter().fold(0, |value: u8, digit| value.wrapping_mul(8) + (digit - b'0')),
                    );
                    at += 2;
                } else {
                    out.push(match escaped {
                        b'n' => b'\n',
                        b'r' => b'\r',
                        b't' => b'\t',
                        b'b' => 8,
                        b'f' => 12,
                        other => other,
                    });
                }
            }
            b')' if depth == 1 => return (out, at + 1),
            byte => {
                depth += i32::from(byte == b'(') - i32::from(byte == b')');
                out.push(byte);
            }
        }
        at += 1;
    }
    (out, at)
}
