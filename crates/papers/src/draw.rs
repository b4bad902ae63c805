//! From pages to PDF: the only place that speaks to krilla's document.
//!
//! Lines of text are tagged with their node of the structure, everything else is marked as
//! decoration; krilla then checks the whole against PDF/A-3b and PDF/UA-1.

use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Paint};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::{Document, SerializeSettings};

use crate::PaperError;
use crate::block::{Content, Mark};
use crate::braid::Braid;
use crate::draft::Draft;
use crate::frame::PageFrame;
use crate::head::short;
use crate::look::{Colour, MARGIN, MM, NEXT_BODY_TOP, PAGE_HEIGHT, PAGE_WIDTH, RUNNING, Style};
use crate::pages::{self, Body, Placed, Which};
use crate::paper::{Day, Paper};
use crate::tags::Structure;
use crate::text::{Line, Text};

/// A document that krilla holds to both standards.
fn document() -> Result<Document, PaperError> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A3_B)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| PaperError::Refused(format!("{error:?}")))?;
    Ok(Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() }))
}

/// Draws a draft: its pages, its structure, its navigation and its metadata.
pub(crate) fn paper(paper: &Paper, draft: Draft) -> Result<Vec<u8>, PaperError> {
    let body = Body { first_top: MARGIN, next_top: NEXT_BODY_TOP, bottom: draft.bottom };
    let pages = pages::fill(&draft.content, body);
    let mut document = document()?;
    let mut structure = draft.structure;
    let (title, language) = (document_title(paper), language_tag(&paper.language));
    let frame = PageFrame::new(paper, &draft.footer, pages.len());
    for (index, placed) in pages.iter().enumerate() {
        let mut page = document.start_page_with(page_settings(PAGE_WIDTH, PAGE_HEIGHT)?);
        let mut surface = page.surface();
        frame.draw(&mut surface, index);
        draw_page(&mut surface, &draft.content, placed, &mut structure);
        surface.finish();
        page.finish();
    }
    document.set_outline(outline(&title, &draft.content, &pages));
    document.set_metadata(metadata(paper, title, &language));
    document.set_tag_tree(structure.into_tree(&language));
    document.finish().map_err(refused)
}

pub(crate) fn page_settings(width: f32, height: f32) -> Result<PageSettings, PaperError> {
    PageSettings::from_wh(width, height)
        .ok_or_else(|| PaperError::Refused("a page without size".to_owned()))
}

pub(crate) fn refused(error: KrillaError) -> PaperError {
    match error {
        KrillaError::Validation(errors) => PaperError::Refused(format!("{errors:?}")),
        other => PaperError::Refused(other.to_string()),
    }
}

pub(crate) fn paint(colour: Colour) -> Paint {
    rgb::Color::new(colour.0, colour.1, colour.2).into()
}

/// Draws areas and braids as decoration, then the lines, in order.
fn draw_page(surface: &mut Surface<'_>, content: &Content, page: &[Placed], structure: &mut Structure) {
    let marks = |placed: &Placed| match placed.what {
        Which::Block(index) => &content.blocks[index].marks,
        Which::Running(index) => &content.running[index].marks,
    };
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
    for placed in page {
        for mark in marks(placed) {
            draw_shape(surface, mark, placed.top);
        }
    }
    surface.end_tagged();
    for placed in page {
        for mark in marks(placed) {
            let Mark::Line { x, baseline, line, style, node } = mark else { continue };
            let place = Point::from_xy(*x, placed.top + baseline);
            match node {
                Some(node) => {
                    let drawn = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
                    structure.hang(*node, drawn);
                }
                None => start_decoration(surface, ArtifactType::PaginationOther),
            }
            draw_line(surface, place, line, *style);
            surface.end_tagged();
        }
    }
}

pub(crate) fn start_decoration(surface: &mut Surface<'_>, kind: ArtifactType) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
}

/// Draws a mark that is no text, on a page or label whose top is given.
pub(crate) fn draw_shape(surface: &mut Surface<'_>, mark: &Mark, top: f32) {
    match *mark {
        Mark::Area { x, y, width, height, colour } => {
            draw_area(surface, (x, top + y), (width, height), colour);
        }
        Mark::Braid { x, y, height } => {
            Braid { x, y: top + y, width: 6.2 * MM, height, stroke: 2.5 }.draw(surface);
        }
        Mark::Line { .. } => {}
    }
}

pub(crate) fn draw_area(
    surface: &mut Surface<'_>,
    (x, y): (f32, f32),
    (width, height): (f32, f32),
    colour: Colour,
) {
    let Some(area) = Rect::from_xywh(x, y, width, height) else { return };
    let mut builder = PathBuilder::new();
    builder.push_rect(area);
    if let Some(path) = builder.finish() {
        surface.set_stroke(None);
        surface.set_fill(Some(Fill { paint: paint(colour), ..Fill::default() }));
        surface.draw_path(&path);
    }
}

pub(crate) fn draw_line(surface: &mut Surface<'_>, place: Point, line: &Line, style: Style) {
    let glyphs = &line.shaped.glyphs[line.glyphs.clone()];
    if glyphs.is_empty() {
        return;
    }
    surface.set_stroke(None);
    surface.set_fill(Some(Fill { paint: paint(style.colour), ..Fill::default() }));
    surface.draw_glyphs(place, glyphs, line.shaped.face.font(), &line.shaped.text, style.size, false);
}

/// The title, then each heading with its page; both standards ask for it.
fn outline(title: &str, content: &Content, pages: &[Vec<Placed>]) -> Outline {
    let mut outline = Outline::new();
    let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
    outline.push_child(OutlineNode::new(title.to_owned(), top));
    for (index, page) in pages.iter().enumerate() {
        for placed in page {
            let Which::Block(block) = placed.what else { continue };
            if let Some(heading) = &content.blocks[block].heading {
                let place = XyzDestination::new(index, Point::from_xy(0.0, placed.top));
                outline.push_child(OutlineNode::new(heading.clone(), place));
            }
        }
    }
    outline
}

fn metadata(paper: &Paper, title: String, language: &str) -> Metadata {
    let issuer = short(&Text::new(&paper.issuer.name, RUNNING.face).plain());
    let metadata =
        Metadata::new().title(title).language(language.to_owned()).creator("Tresse".to_owned());
    let metadata = metadata.creation_date(date(paper.issued));
    if issuer.is_empty() { metadata } else { metadata.authors(vec![issuer]) }
}

/// The title, or what comes nearest to one: PDF/UA wants a document to be called something.
fn document_title(paper: &Paper) -> String {
    let plain = |text: &str| short(&Text::new(text, RUNNING.face).plain());
    let candidates = [plain(&paper.title), plain(&paper.issuer.name)];
    candidates.into_iter().find(|title| !title.is_empty()).unwrap_or_else(|| "–".to_owned())
}

/// The tag without what cannot be in one; "und" says that the language is not known.
fn language_tag(tag: &str) -> String {
    let kept: String = tag.chars().filter(|&c| c.is_ascii_alphanumeric() || c == '-').take(35).collect();
    if kept.starts_with(|c: char| c.is_ascii_alphabetic()) { kept } else { "und".to_owned() }
}

fn date(day: Day) -> DateTime {
    let part = |value: i8| u8::try_from(value).unwrap_or_default();
    DateTime::new(u16::try_from(day.year).unwrap_or_default()).month(part(day.month)).day(part(day.day))
}
