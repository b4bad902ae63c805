//! JSON written in the order and to the digit that we choose.
//!
//! A general writer would take prices through binary floating point. Numbers here are decimal texts
//! from beginning to end; those of more than 15 digits, which readers would not keep, are strings.

pub(super) enum Json {
    Text(String),
    /// A plain decimal.
    Number(String),
    Truth(bool),
    List(Vec<Json>),
    Object(Vec<(&'static str, Json)>),
}

impl Json {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub(super) fn texts<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Self {
        Self::List(texts.into_iter().map(Self::text).collect())
    }

    /// The document, a line for each property, ending with a line break.
    pub(super) fn write(&self) -> String {
        let mut out = String::new();
        self.push(&mut out, 0);
        out.push('\n');
        out
    }

    fn push(&self, out: &mut String, depth: usize) {
        match self {
            Self::Text(text) => push_string(out, text),
            Self::Number(number) if number.bytes().filter(u8::is_ascii_digit).count() > 15 => {
                push_string(out, number);
            }
            Self::Number(number) => out.push_str(number),
            Self::Truth(truth) => out.push_str(if *truth { "true" } else { "false" }),
            Self::List(values) => push_all(out, depth, ('[', ']'), values.iter(), |out, value| {
                value.push(out, depth + 1);
            }),
            Self::Object(entries) => {
                push_all(out, depth, ('{', '}'), entries.iter(), |out, (name, value)| {
                    push_string(out, name);
                    out.push_str(": ");
                    value.push(out, depth + 1);
                });
            }
        }
    }
}

fn push_all<T>(
    out: &mut String,
    depth: usize,
    (open, close): (char, char),
    parts: impl ExactSizeIterator<Item = T>,
    push: impl Fn(&mut String, T),
) {
    let empty = parts.len() == 0;
    out.push(open);
    for (index, part) in parts.enumerate() {
        out.push_str(if index > 0 { ",\n" } else { "\n" });
        out.extend(std::iter::repeat_n(' ', depth + 1));
        push(out, part);
    }
    if !empty {
        out.push('\n');
        out.extend(std::iter::repeat_n(' ', depth));
    }
    out.push(close);
}

fn push_string(out: &mut String, text: &str) {
    out.push_str(&serde_json::Value::from(text).to_string());
}
