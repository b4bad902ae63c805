//! The words of a description written in HTML.
//!
//! Shops export descriptions with all their markup. We keep the words and the breaks between
//! paragraphs, and nothing that a page could run: this is not a sanitiser whose output is markup,
//! its output is text, to be escaped like any other.

/// Reduces HTML to its words, one line a paragraph or item; plain text comes back as it is, save for
/// its entities (`&amp;`) and the space around it.
pub(crate) fn plain(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return text.trim().to_owned();
    }
    let mut out = Words { text: String::with_capacity(text.len()), markup: has_markup(text) };
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        out.push(&rest[..at]);
        rest = &rest[at..];
        rest = match rest.as_bytes()[0] {
            b'<' if out.markup => out.tag(rest),
            b'&' => out.entity(rest),
            _ => out.literal(rest),
        };
    }
    out.push(rest);
    out.finish()
}

/// Whether some `<` begins a tag that ends.
fn has_markup(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| starts_tag(&text[at..])) && text.contains('>')
}

fn starts_tag(rest: &str) -> bool {
    rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
}

struct Words {
    text: String,
    /// In markup a line break in the source is a space.
    markup: bool,
}

impl Words {
    fn push(&mut self, words: &str) {
        if self.markup {
            self.text.extend(words.chars().map(|c| if c.is_whitespace() { ' ' } else { c }));
        } else {
            self.text.push_str(words);
        }
    }

    fn literal<'a>(&mut self, rest: &'a str) -> &'a str {
        self.text.push_str(&rest[..1]);
        &rest[1..]
    }

    /// Passes over a tag, and returns what follows it.
    fn tag<'a>(&mut self, rest: &'a str) -> &'a str {
        if !starts_tag(rest) {
            return self.literal(rest);
        }
        let end =
            if rest.starts_with("<!--") { rest.find("-->").map(|at| at + 2) } else { tag_end(rest) };
        let Some(end) = end else {
            // No tag can end from here on, so what is left is words.
            self.push(rest);
            return "";
        };
        let name: String = rest[1..end]
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .collect();
        let after = &rest[end + 1..];
        match name.as_str() {
            "script" | "style" if !rest.starts_with("</") => return past_closing(after, &name),
            "td" | "th" => self.text.push(' '),
            name if BLOCKS.contains(&name) => self.text.push('\n'),
            _ => {}
        }
        after
    }

    fn entity<'a>(&mut self, rest: &'a str) -> &'a str {
        // Only so far, or a million lone `&` would each be searched to the end.
        let near = rest.as_bytes().iter().take(12).position(|&byte| byte == b';');
        let name = near.and_then(|end| rest.get(1..end));
        match name.and_then(|name| Some((name, decode(name)?))) {
            Some((name, character)) => {
                self.text.push(character);
                &rest[name.len() + 2..]
            }
            None => self.literal(rest),
        }
    }

    fn finish(self) -> String {
        if !self.markup {
            return self.text.trim().to_owned();
        }
        let lines = self.text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }
}

const BLOCKS: [&str; 24] = [
    "p",
    "br",
    "div",
    "li",
    "ul",
    "ol",
    "tr",
    "table",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "dt",
    "dd",
    "dl",
    "blockquote",
    "section",
    "article",
    "header",
    "footer",
    "pre",
];

/// Where the tag ends, past any `>` inside quotation marks.
fn tag_end(rest: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    // A stray quotation mark: take the first end there is.
    rest.find('>')
}

fn past_closing<'a>(rest: &'a str, name: &str) -> &'a str {
    let mut ends = rest.match_indices("</").map(|(at, _)| &rest[at + 2..]);
    let end = ends.find(|end| end.get(..name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name)));
    end.and_then(|end| end.split_once('>')).map_or("", |(_, after)| after)
}

fn decode(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return ENTITIES.iter().find(|(known, _)| *known == name).map(|&(_, character)| character);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).filter(|c| !c.is_control() || c.is_whitespace())
}

/// # Source
/// The named characters of HTML 4 for Latin-1, and the typographic ones that shops use.
#[rustfmt::skip]
const ENTITIES: &[(&str, char)] = &[
    ("nbsp", ' '), ("iexcl", '¡'), ("cent", '¢'), ("pound", '£'), ("curren", '¤'), ("yen", '¥'),
    ("brvbar", '¦'), ("sect", '§'), ("uml", '¨'), ("copy", '©'), ("ordf", 'ª'), ("laquo", '«'),
    ("not", '¬'), ("reg", '®'), ("macr", '¯'), ("deg", '°'), ("plusmn", '±'), ("sup2", '²'),
    ("sup3", '³'), ("acute", '´'), ("micro", 'µ'), ("para", '¶'), ("middot", '·'), ("cedil", '¸'),
    ("sup1", '¹'), ("ordm", 'º'), ("raquo", '»'), ("frac14", '¼'), ("frac12", '½'), ("frac34", '¾'),
    ("iquest", '¿'), ("Agrave", 'À'), ("Aacute", 'Á'), ("Acirc", 'Â'), ("Atilde", 'Ã'), ("Auml", 'Ä'),
    ("Aring", 'Å'), ("AElig", 'Æ'), ("Ccedil", 'Ç'), ("Egrave", 'È'), ("Eacute", 'É'), ("Ecirc", 'Ê'),
    ("Euml", 'Ë'), ("Igrave", 'Ì'), ("Iacute", 'Í'), ("Icirc", 'Î'), ("Iuml", 'Ï'), ("ETH", 'Ð'),
    ("Ntilde", 'Ñ'), ("Ograve", 'Ò'), ("Oacute", 'Ó'), ("Ocirc", 'Ô'), ("Otilde", 'Õ'), ("Ouml", 'Ö'),
    ("times", '×'), ("Oslash", 'Ø'), ("Ugrave", 'Ù'), ("Uacute", 'Ú'), ("Ucirc", 'Û'), ("Uuml", 'Ü'),
    ("Yacute", 'Ý'), ("THORN", 'Þ'), ("szlig", 'ß'), ("agrave", 'à'), ("aacute", 'á'), ("acirc", 'â'),
    ("atilde", 'ã'), ("auml", 'ä'), ("aring", 'å'), ("aelig", 'æ'), ("ccedil", 'ç'), ("egrave", 'è'),
    ("eacute", 'é'), ("ecirc", 'ê'), ("euml", 'ë'), ("igrave", 'ì'), ("iacute", 'í'), ("icirc", 'î'),
    ("iuml", 'ï'), ("eth", 'ð'), ("ntilde", 'ñ'), ("ograve", 'ò'), ("oacute", 'ó'), ("ocirc", 'ô'),
    ("otilde", 'õ'), ("ouml", 'ö'), ("divide", '÷'), ("oslash", 'ø'), ("ugrave", 'ù'), ("uacute", 'ú'),
    ("ucirc", 'û'), ("uuml", 'ü'), ("yacute", 'ý'), ("thorn", 'þ'), ("yuml", 'ÿ'), ("amp", '&'),
    ("lt", '<'), ("gt", '>'), ("quot", '"'), ("OElig", 'Œ'), ("oelig", 'œ'), ("Scaron", 'Š'),
    ("scaron", 'š'), ("Yuml", 'Ÿ'), ("fnof", 'ƒ'), ("ndash", '–'), ("mdash", '—'), ("lsquo", '‘'),
    ("rsquo", '’'), ("sbquo", '‚'), ("ldquo", '“'), ("rdquo", '”'), ("bdquo", '„'), ("dagger", '†'),
    ("bull", '•'), ("hellip", '…'), ("permil", '‰'), ("lsaquo", '‹'), ("rsaquo", '›'), ("euro", '€'),
    ("trade", '™'), ("larr", '←'), ("rarr", '→'), ("minus", '−'), ("asymp", '≈'), ("ne", '≠'),
    ("le", '≤'), ("ge", '≥'), ("ensp", ' '), ("emsp", ' '), ("thinsp", ' '), ("apos", '\''),
];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_stay_and_markup_goes() {
        let texts = [
            ("Basil Pesto", "Basil Pesto"),
            ("  two\nlines ", "two\nlines"),
            ("<p>One.<br></p>\n<p class=\"a>b\">Two <b>three</b></p>", "One.\nTwo three"),
            ("<ul><li>Ail</li><li>Sel&nbsp;fin</li></ul>", "Ail\nSel fin"),
            ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
            ("Cr&egrave;me &amp; &#339;uf &#x20AC; &euro;", "Crème & œuf € €"),
            ("a < b && c > d; 3<4", "a < b && c > d; 3<4"),
            ("x<!-- <b> -->y<script>alert('<p>')</script>z", "xyz"),
            ("<p>open <a href=\"x", "open <a href=\"x"),
            ("&unknown; &#0; &#99999999;", "&unknown; &#0; &#99999999;"),
        ];
        for (html, words) in texts {
            assert_eq!(plain(html), words, "{html}");
        }
    }

    #[test]
    fn a_million_open_tags_take_no_time() {
        assert_eq!(plain(&"<a ".repeat(1_000_000)).len(), 2_999_999);
        plain(&"<a \"".repeat(1_000_000));
        plain(&("<a '>".repeat(100_000)));
        plain(&"<script>".repeat(1_000_000));
        plain(&"<script></script>".repeat(100_000));
        plain(&"&".repeat(1_000_000));
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "[a-z<>&;#x\"'/! é\n-]{0,40}") {
            plain(&text);
        }
    }
}
