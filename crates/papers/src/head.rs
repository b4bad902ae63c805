//! The head of the first page: issuer, recipient, title, facts, notice.
//!
//! The recipient stands where the window of an envelope is; title and facts stand beside it on the
//! left, so that the body begins high on the page.

use crate::block::{Block, Cell, Mark, Padding, paragraph, row};
use crate::draft::Draft;
use crate::look::{
    ADDRESS_LINE, ADDRESS_NAME, BODY_WIDTH, FACT_NAME, FACT_VALUE, ISSUER_LINE, ISSUER_NAME, MARGIN, MM,
    NOTICE, OCHRE, Style, TINT, TITLE,
};
use crate::paper::{Paper, Party};
use crate::tags::{NodeId, Role, Structure};
use crate::text::Text;

const WINDOW_TOP: f32 = 50.0 * MM;
const WINDOW_LEFT: f32 = 113.0 * MM;
const WINDOW_WIDTH: f32 = 79.0 * MM;
/// The body does not begin inside the window, however short the address.
const WINDOW_BOTTOM: f32 = 84.0 * MM;
const BESIDE_WINDOW: f32 = WINDOW_LEFT - MARGIN - 7.0 * MM;
const NAME_INDENT: f32 = 11.0 * MM;

pub(crate) fn lay(draft: &mut Draft, paper: &Paper) {
    let issuer = draft.structure.add(Structure::ROOT, Role::Paragraph);
    let window_end = paper.recipient.as_ref().map(|recipient| lay_recipient(draft, recipient));
    let width = if window_end.is_some() { BESIDE_WINDOW } else { BODY_WIDTH };
    lay_issuer(draft, &paper.issuer, issuer, width);
    lay_title(draft, &paper.title, width, window_end.map(|_| WINDOW_TOP));
    let names = NameStyles { name: FACT_NAME, value: FACT_VALUE };
    let facts = name_blocks(draft, &paper.facts, MARGIN, width, names);
    draft.extend(1.5 * MM, facts);
    draft.push(Block { not_above: window_end, ..Block::default() });
    if let Some(notice) = &paper.notice {
        lay_notice(draft, notice);
    }
}

/// Lays the address as one block without height, since it stands beside the others; says where the
/// body may begin.
fn lay_recipient(draft: &mut Draft, recipient: &Party) -> f32 {
    let node = draft.structure.add(Structure::ROOT, Role::Paragraph);
    let mut block = Block::default();
    let mut end = WINDOW_TOP;
    for line in party_blocks(recipient, node, WINDOW_LEFT, WINDOW_WIDTH, ADDRESS_NAME, ADDRESS_LINE) {
        if end + line.height > draft.bottom {
            break;
        }
        let top = end - MARGIN;
        block.marks.extend(line.marks.into_iter().map(|mark| mark.lowered(top)));
        end += line.height;
    }
    draft.push(block);
    (end + 4.0 * MM).max(WINDOW_BOTTOM)
}

/// Lays the name and address of the issuer, with the braid all along them.
fn lay_issuer(draft: &mut Draft, issuer: &Party, node: NodeId, width: f32) {
    let left = MARGIN + NAME_INDENT;
    let width = width - NAME_INDENT;
    let mut blocks = party_blocks(issuer, node, left, width, ISSUER_NAME, ISSUER_LINE);
    let height: f32 = blocks.iter().map(|block| block.height).sum();
    let height = height.clamp(16.0 * MM, draft.bottom - MARGIN);
    if blocks.is_empty() {
        blocks.push(Block { height, ..Block::default() });
    }
    blocks[0].marks.push(Mark::Braid { x: MARGIN, y: 2.0, height: height - 4.0 });
    draft.extend(0.0, blocks);
}

fn party_blocks(
    party: &Party,
    node: NodeId,
    x: f32,
    width: f32,
    name: Style,
    line: Style,
) -> Vec<Block> {
    let name = Cell::new(&party.name, name, x, width, node);
    let lines = party.lines.iter().map(|text| Cell::new(text, line, x, width, node));
    let cells = std::iter::once(name).chain(lines).filter(|cell| !cell.text.is_empty());
    cells.flat_map(|cell| row(&[cell], Padding::default(), 0.0)).collect()
}

fn lay_title(draft: &mut Draft, title: &str, width: f32, not_above: Option<f32>) {
    let text = Text::new(title, TITLE.face);
    if text.is_empty() {
        draft.push(Block { not_above, ..Block::default() });
        return;
    }
    let factors = [1.0, 0.9, 0.8];
    let fits = |factor: &f32| text.width() * TITLE.size * factor <= width;
    let style = TITLE.scaled(factors.into_iter().find(fits).unwrap_or(0.9));
    // Its first line and the name of the recipient stand on one line.
    let not_above = not_above.map(|top| top + ADDRESS_NAME.baseline() - style.baseline());
    let role = Role::Heading(1, short(&text.plain()));
    let node = draft.structure.add(Structure::ROOT, role);
    let cell = Cell { text, ..Cell::new("", style, MARGIN, width, node) };
    let mut blocks = paragraph(&cell);
    blocks[0].not_above = not_above;
    draft.extend(if not_above.is_some() { 4.0 * MM } else { 8.0 * MM }, blocks);
}

/// How names and values of a list are set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NameStyles {
    pub(crate) name: Style,
    pub(crate) value: Style,
}

/// Blocks of names on the left and their values beside them.
pub(crate) fn name_blocks(
    draft: &mut Draft,
    pairs: &[(String, String)],
    x: f32,
    width: f32,
    styles: NameStyles,
) -> Vec<Block> {
    if pairs.is_empty() {
        return Vec::new();
    }
    let widest = |name: &String| Text::new(name, styles.name.face).width() * styles.name.size;
    let names = pairs.iter().map(|(name, _)| widest(name)).fold(0.0, f32::max).min(width * 0.45);
    let values = x + names + 5.0 * MM;
    let limit = draft.row_limit();
    let list = draft.structure.add(Structure::ROOT, Role::List);
    let mut blocks = Vec::new();
    for (name, value) in pairs {
        let item = draft.structure.add(list, Role::Item);
        let name_node = draft.structure.add(item, Role::Name);
        let value_node = draft.structure.add(item, Role::Value);
        let cells = [
            Cell::new(name, styles.name, x, names, name_node),
            Cell::new(value, styles.value, values, width - (values - x), value_node),
        ];
        blocks.extend(row(&cells, Padding::default(), limit));
    }
    blocks
}

fn lay_notice(draft: &mut Draft, notice: &str) {
    let text = Text::new(notice, NOTICE.face);
    if text.is_empty() {
        return;
    }
    let node = draft.structure.add(Structure::ROOT, Role::Paragraph);
    let cell = Cell { text, ..Cell::new("", NOTICE, MARGIN + 5.0 * MM, BODY_WIDTH - 10.0 * MM, node) };
    let blocks = framed(paragraph(&cell), 2.4 * MM);
    draft.extend(5.0 * MM, blocks);
}

/// Puts a tinted ground and an ochre edge behind blocks that follow one another.
pub(crate) fn framed(mut blocks: Vec<Block>, padding: f32) -> Vec<Block> {
    if let Some(first) = blocks.first_mut() {
        first.height += padding;
        first.marks =
            std::mem::take(&mut first.marks).into_iter().map(|mark| mark.lowered(padding)).collect();
    }
    if let Some(last) = blocks.last_mut() {
        last.height += padding;
    }
    for block in &mut blocks {
        block.area(MARGIN, 0.0, BODY_WIDTH, block.height, TINT);
        block.area(MARGIN, 0.0, 1.1 * MM, block.height, OCHRE);
    }
    blocks
}

/// A title as the navigation and the metadata can hold it: their strings have limits.
pub(crate) fn short(text: &str) -> String {
    text.chars().take(200).collect()
}
