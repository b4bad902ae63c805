//! A letter as an e-mail: its plain text, the same text as HTML with one button, and what it brings.

use std::time::{Duration, SystemTime};

use askama::Template;
use jiff::Timestamp;
use lettre::Message;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart};
use units::{Code, Language};
use uuid::Uuid;

use crate::words::{Words, words};

/// A letter to one address.
pub struct Letter {
    pub to: String,
    pub language: Language,
    pub subject: String,
    /// Plain text, paragraphs apart by an empty line: what the letter says, all of it.
    pub body: String,
    /// What the link that stands alone on a line is called, where it is a button.
    pub button: Option<String>,
    pub files: Vec<LetterFile>,
    /// Whether the body holds a link that lets its holder in: it is forgotten once sent.
    pub secret: bool,
}

pub struct LetterFile {
    pub name: String,
    pub media_type: String,
    pub bytes: Vec<u8>,
}

/// The e-mail of a letter, the same each time it is tried, so that a second copy can be known as one.
///
/// # Errors
/// When an address is none.
pub(crate) fn message(
    id: Uuid,
    written_at: Timestamp,
    from: &Mailbox,
    letter: Letter,
) -> anyhow::Result<Message> {
    let text = MultiPart::alternative_plain_html(letter.body.clone(), html(&letter)?);
    let content = if letter.files.is_empty() {
        text
    } else {
        let mut parts = MultiPart::mixed().multipart(text);
        for file in letter.files {
            let kind = ContentType::parse(&file.media_type)?;
            parts = parts.singlepart(Attachment::new(file.name).body(file.bytes, kind));
        }
        parts
    };
    let automatic = HeaderName::new_from_ascii_str("Auto-Submitted");
    let message = Message::builder()
        .message_id(Some(message_id(id, from)))
        .date(SystemTime::UNIX_EPOCH + Duration::from_secs(written_at.as_second().unsigned_abs()))
        .from(from.clone())
        .to(letter.to.parse()?)
        .subject(letter.subject)
        // Nobody's holiday answers it (RFC 3834).
        .raw_header(HeaderValue::new(automatic, "auto-generated".to_owned()))
        .multipart(content)?;
    Ok(message)
}

/// The letter's name in the world (RFC 5322, 3.6.4): the same however often it is sent.
fn message_id(id: Uuid, from: &Mailbox) -> String {
    format!("<{id}@{}>", from.email.domain())
}

#[derive(Template)]
#[template(path = "letter.html")]
struct Page<'a> {
    t: &'static Words,
    language: &'static str,
    subject: &'a str,
    blocks: Vec<Block<'a>>,
}

enum Block<'a> {
    Paragraph(Vec<Piece<'a>>),
    Button { label: &'a str, link: &'a str },
}

enum Piece<'a> {
    Line(&'a str),
    Link(&'a str),
}

/// The plain text as HTML that reads well without anything from elsewhere.
fn html(letter: &Letter) -> anyhow::Result<String> {
    let mut blocks = Vec::new();
    let mut button = letter.button.as_deref();
    for paragraph in letter.body.split("\n\n").map(str::trim).filter(|text| !text.is_empty()) {
        let mut pieces = Vec::new();
        for line in paragraph.lines().map(str::trim) {
            match (is_link(line), button) {
                (true, Some(label)) => {
                    button = None;
                    blocks.push(Block::Paragraph(std::mem::take(&mut pieces)));
                    blocks.push(Block::Button { label, link: line });
                }
                (true, None) => pieces.push(Piece::Link(line)),
                (false, _) => pieces.push(Piece::Line(line)),
            }
        }
        blocks.push(Block::Paragraph(pieces));
    }
    blocks.retain(|block| !matches!(block, Block::Paragraph(pieces) if pieces.is_empty()));
    let t = words(letter.language);
    let page = Page { t, language: letter.language.code(), subject: &letter.subject, blocks };
    Ok(page.render()?)
}

fn is_link(line: &str) -> bool {
    (line.starts_with("https://") || line.starts_with("http://")) && !line.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(body: &str, button: Option<&str>) -> Letter {
        Letter {
            to: "eva@example.org".to_owned(),
            language: Language::Fr,
            subject: "Un & deux".to_owned(),
            body: body.to_owned(),
            button: button.map(str::to_owned),
            files: Vec::new(),
            secret: false,
        }
    }

    #[test]
    fn the_link_alone_on_its_line_is_the_button() {
        let body = "Bonjour <Eva>,\n\nChoisissez ici :\nhttps://hub.example.org/link/1?a=1&b=2\n\nÀ bientôt,\nTresse";
        let html = html(&letter(body, Some("Choisir"))).unwrap();
        assert!(html.contains("Bonjour &#60;Eva&#62;,"), "{html}");
        assert!(!html.contains("<Eva>"));
        let link = "href=\"https://hub.example.org/link/1?a=1&#38;b=2\"";
        assert_eq!(html.matches(link).count(), 2, "the button, and the address below it: {html}");
        assert!(html.contains(">Choisir</a>"));
        assert!(html.contains("À bientôt,<br>Tresse"), "{html}");
        for remote in ["<img", "<script", "<link", "url(", "src="] {
            assert!(!html.contains(remote), "{remote} in {html}");
        }
    }

    #[test]
    fn a_letter_without_a_link_has_no_button() {
        let html = html(&letter("Bonjour,\n\nVoici.", Some("Ouvrir"))).unwrap();
        assert!(!html.contains("Ouvrir") && !html.contains("href"), "{html}");
    }

    #[test]
    fn a_letter_is_the_same_each_time_it_is_tried() {
        let from: Mailbox = "Le Panier <bonjour@hub.example.org>".parse().unwrap();
        let written_at: Timestamp = "2026-11-24T12:00:00Z".parse().unwrap();
        let id = Uuid::from_u128(7);
        let formatted = message(id, written_at, &from, letter("Bonjour", None)).unwrap().formatted();
        let text = String::from_utf8(formatted).unwrap();
        assert!(text.contains(&format!("Message-ID: <{id}@hub.example.org>\r\n")), "{text}");
        assert!(text.contains("Date: Tue, 24 Nov 2026 12:00:00 +0000\r\n"), "{text}");
        assert!(text.contains("Auto-Submitted: auto-generated\r\n"), "{text}");
        assert!(text.contains("multipart/alternative"), "{text}");
        assert!(text.contains("text/plain; charset=utf-8") && text.contains("text/html; charset=utf-8"));
        assert!(
            message(id, written_at, &from, Letter { to: "nobody".to_owned(), ..letter("", None) })
                .is_err()
        );
    }
}
