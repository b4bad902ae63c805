//! The parts of a paper's body, each laid as blocks.
//!
//! Headings stay with what they announce, totals with the last row above them, signatures whole.

use crate::block::{Block, Cell, Padding, paragraph, row};
use crate::draft::Draft;
use crate::head::{NameStyles, framed, name_blocks, short};
use crate::look::{
    BODY, BODY_WIDTH, CAPTION, FACT_NAME, HAIRLINE, HEADING, INK, LAST_TOTAL, MARGIN, MM, SUBTOTAL,
    TOTAL,
};
use crate::paper::{Align, Paper, Part, TotalLine};
use crate::table;
use crate::tags::{NodeId, Role, Structure};
use crate::text::Text;

const TOTALS_WIDTH: f32 = 92.0 * MM;
const SIGNATURE_HEIGHT: f32 = 27.0 * MM;
const SIGNATURES_IN_A_ROW: usize = 3;

pub(crate) fn lay(draft: &mut Draft, paper: &Paper) {
    let mut new_page = false;
    for (index, part) in paper.parts.iter().enumerate() {
        let first = draft.content.blocks.len();
        match part {
            Part::Heading(text) => lay_heading(draft, text),
            Part::Text(text) => lay_text(draft, text),
            Part::Table(table) => table::lay(draft, table, &paper.words.continued),
            Part::Totals(lines) => lay_totals(draft, lines),
            Part::Frame(pairs) => lay_frame(draft, pairs),
            Part::Signatures(captions) => lay_signatures(draft, captions),
            Part::Space(millimetres) => {
                draft.push(Block { before: f32::from(*millimetres) * MM, ..Block::default() });
            }
            Part::NewPage => new_page = true,
        }
        if let Some(block) = draft.content.blocks.get_mut(first) {
            block.new_page = std::mem::take(&mut new_page);
            let next = paper.parts.get(index + 1);
            if let Some(last) = draft.content.blocks.last_mut() {
                last.tied |= next.is_some_and(closes_what_precedes);
            }
        }
    }
}

/// Totals and signatures never stand alone on a page.
fn closes_what_precedes(part: &Part) -> bool {
    match part {
        Part::Totals(lines) => !lines.is_empty(),
        Part::Signatures(captions) => !captions.is_empty(),
        _ => false,
    }
}

fn lay_heading(draft: &mut Draft, text: &str) {
    let text = Text::new(text, HEADING.face);
    if text.is_empty() {
        return;
    }
    let plain = short(&text.plain());
    let node = draft.structure.add(Structure::ROOT, Role::Heading(2, plain.clone()));
    let cell = Cell { text, ..Cell::new("", HEADING, MARGIN, BODY_WIDTH, node) };
    let mut blocks = paragraph(&cell);
    blocks[0].heading = Some(plain);
    if let Some(last) = blocks.last_mut() {
        last.tied = true;
        last.height += 0.5 * MM;
    }
    draft.extend(7.0 * MM, blocks);
    draft.after_heading = true;
}

fn lay_text(draft: &mut Draft, text: &str) {
    let node = draft.structure.add(Structure::ROOT, Role::Paragraph);
    let blocks = paragraph(&Cell::new(text, BODY, MARGIN, BODY_WIDTH, node));
    draft.extend(3.5 * MM, blocks);
}

/// Lays names and amounts on the right half; the last in strong letters under a rule.
fn lay_totals(draft: &mut Draft, lines: &[TotalLine]) {
    let Some(last) = lines.len().checked_sub(1) else { return };
    let table = draft.structure.add(Structure::ROOT, Role::Table);
    let body = draft.structure.add(table, Role::TableBody);
    let left = MARGIN + BODY_WIDTH - TOTALS_WIDTH;
    let amounts = amounts_width(lines);
    let limit = draft.row_limit();
    let mut blocks = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let style = if index == last { LAST_TOTAL } else { TOTAL };
        let tr = draft.structure.add(body, Role::Row);
        let label = draft.structure.add(tr, Role::RowHeader(1));
        let amount = draft.structure.add(tr, Role::Cell(1));
        let cells = [
            Cell::new(&line.label, style, left, TOTALS_WIDTH - amounts - 5.0 * MM, label),
            Cell::new(&line.amount, style, left + TOTALS_WIDTH - amounts, amounts, amount)
                .aligned(Align::Right),
        ];
        let above = if index == last { 5.0 } else { 1.6 };
        let mut rows = row(&cells, Padding { above, below: 1.6, at_foot: false }, limit);
        if index == last {
            rows[0].before = 3.0;
            rows[0].area(left, 0.0, TOTALS_WIDTH, 1.1, INK);
        }
        blocks.append(&mut rows);
    }
    tie(&mut blocks);
    draft.extend(5.0 * MM, blocks);
}

/// The width of the widest amount, at most six tenths of the block.
fn amounts_width(lines: &[TotalLine]) -> f32 {
    let width = |(index, line): (usize, &TotalLine)| {
        let style = if index + 1 == lines.len() { LAST_TOTAL } else { TOTAL };
        Text::new(&line.amount, style.face).width() * style.size
    };
    lines.iter().enumerate().map(width).fold(0.0, f32::max).min(TOTALS_WIDTH * 0.6)
}

fn lay_frame(draft: &mut Draft, pairs: &[(String, String)]) {
    let styles = NameStyles { name: FACT_NAME, value: SUBTOTAL };
    let blocks = name_blocks(draft, pairs, MARGIN + 6.0 * MM, BODY_WIDTH - 12.0 * MM, styles);
    let mut blocks = framed(blocks, 3.0 * MM);
    tie(&mut blocks);
    draft.extend(6.0 * MM, blocks);
}

/// Lays boxes under captions; the boxes of a row are as wide as if the row were full.
fn lay_signatures(draft: &mut Draft, captions: &[String]) {
    let gap = 5.0 * MM;
    let width = (BODY_WIDTH - 2.0 * gap) / 3.0;
    for captions in captions.chunks(SIGNATURES_IN_A_ROW) {
        let nodes: Vec<NodeId> =
            captions.iter().map(|_| draft.structure.add(Structure::ROOT, Role::Paragraph)).collect();
        let mut cells = Vec::new();
        let mut left = MARGIN;
        for (caption, node) in captions.iter().zip(nodes) {
            cells.push(Cell::new(caption, CAPTION, left + 2.5 * MM, width - 5.0 * MM, node));
            left += width + gap;
        }
        let mut blocks =
            row(&cells, Padding { above: 1.8 * MM, below: 1.8 * MM, at_foot: false }, draft.row_limit());
        if let Some(last) = blocks.last_mut() {
            last.height = last.height.max(SIGNATURE_HEIGHT);
        }
        for cell in &cells {
            box_around(&mut blocks, cell.x - 2.5 * MM, width);
        }
        draft.extend(6.0 * MM, blocks);
    }
}

/// Draws the edges of a box over blocks that follow one another.
fn box_around(blocks: &mut [Block], x: f32, width: f32) {
    const RULE: f32 = 0.7;
    for block in &mut *blocks {
        block.area(x, 0.0, RULE, block.height, HAIRLINE);
        block.area(x + width - RULE, 0.0, RULE, block.height, HAIRLINE);
    }
    if let Some(first) = blocks.first_mut() {
        first.area(x, 0.0, width, RULE, HAIRLINE);
    }
    if let Some(last) = blocks.last_mut() {
        last.area(x, last.height - RULE, width, RULE, HAIRLINE);
    }
}

/// Ties each block to the next.
fn tie(blocks: &mut [Block]) {
    let last = blocks.len().saturating_sub(1);
    for block in &mut blocks[..last] {
        block.tied = true;
    }
}
