//! Blocks: the pieces that pages are filled with.
//!
//! A block is a strip of known height that is never cut. Rows and paragraphs become blocks here,
//! each a few lines high at most, so that a cell of ten thousand words still finds its pages.

use crate::look::{Colour, Style};
use crate::paper::Align;
use crate::tags::NodeId;
use crate::text::{Line, Text};

/// A strip of a page, and what the page breaker must know about it.
#[derive(Debug, Default)]
pub(crate) struct Block {
    pub(crate) height: f32,
    /// Empty height above, left out at the top of a page.
    pub(crate) before: f32,
    /// Must not end a page: what follows belongs to it.
    pub(crate) tied: bool,
    /// Begins a page.
    pub(crate) new_page: bool,
    /// On the first page, begins no higher than this; measured from the top of the page.
    pub(crate) not_above: Option<f32>,
    /// Repeated above this block where it begins a page: an index of [`Content::running`].
    pub(crate) running: Option<usize>,
    /// A heading for the navigation of the document.
    pub(crate) heading: Option<String>,
    /// Vertical places count from the top of the block.
    pub(crate) marks: Vec<Mark>,
}

/// Something to draw.
#[derive(Debug, Clone)]
pub(crate) enum Mark {
    Line { x: f32, baseline: f32, line: Line, style: Style, node: Option<NodeId> },
    Area { x: f32, y: f32, width: f32, height: f32, colour: Colour },
    Braid { x: f32, y: f32, height: f32 },
}

/// The blocks of a document in order, and the heads that tables repeat.
#[derive(Debug, Default)]
pub(crate) struct Content {
    pub(crate) blocks: Vec<Block>,
    pub(crate) running: Vec<Block>,
}

/// A text in its place within a row.
#[derive(Debug)]
pub(crate) struct Cell {
    pub(crate) text: Text,
    pub(crate) style: Style,
    pub(crate) align: Align,
    pub(crate) x: f32,
    pub(crate) width: f32,
    pub(crate) node: Option<NodeId>,
    /// Stands in the middle of its line, not on the common baseline.
    pub(crate) centred: bool,
}

/// How much smaller than its style a figure may be set to avoid cutting it.
const SMALLEST: f32 = 0.6;

impl Cell {
    pub(crate) fn new(text: &str, style: Style, x: f32, width: f32, node: NodeId) -> Self {
        let text = Text::new(text, style.face);
        Self { text, style, align: Align::Left, x, width, node: Some(node), centred: false }
    }

    pub(crate) fn aligned(self, align: Align) -> Self {
        Self { align, ..self }
    }

    /// Lines of text, in the style that they are drawn in. Text is cut where it must be; what is
    /// aligned right or centred is first made smaller, for a number cut in two reads as another.
    fn lines(&self) -> (Vec<Line>, Style) {
        let mut style = self.style;
        let widest = self.text.widest_word() * style.size;
        if self.align != Align::Left && widest > self.width {
            style = style.scaled((self.width / widest).max(SMALLEST));
        }
        (self.text.wrap(self.width / style.size), style)
    }

    fn left_of(&self, line: &Line, style: Style) -> f32 {
        let left = self.width - line.width * style.size;
        match self.align {
            Align::Left => self.x,
            Align::Right => self.x + left,
            Align::Center => self.x + left / 2.0,
        }
    }
}

/// Empty height above and below the text of a row, and whether short cells stand at its foot.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Padding {
    pub(crate) above: f32,
    pub(crate) below: f32,
    pub(crate) at_foot: bool,
}

/// The blocks of one row of cells, each at most `most` high (and at least one line): mostly one.
///
/// The first has the padding above, the last the padding below. There is always one.
pub(crate) fn row(cells: &[Cell], padding: Padding, most: f32) -> Vec<Block> {
    let set: Vec<(Vec<Line>, Style)> = cells.iter().map(Cell::lines).collect();
    let leading = set.iter().map(|(_, style)| style.leading).fold(0.0, f32::max).max(1.0);
    let baseline = |style: Style| Style { leading, ..style }.baseline();
    let common = cells.iter().filter(|cell| !cell.centred).map(|cell| baseline(cell.style));
    let common = common.fold(0.0, f32::max);
    let count = set.iter().map(|(lines, _)| lines.len()).max().unwrap_or(0).max(1);
    let at_once = lines_within(most - padding.above - padding.below, leading);
    let mut blocks: Vec<Block> = Vec::new();
    for first in (0..count).step_by(at_once) {
        let above = if first == 0 { padding.above } else { 0.0 };
        let here = at_once.min(count - first);
        let mut block = Block { height: above + height_of(here, leading), ..Block::default() };
        for (cell, (lines, style)) in cells.iter().zip(&set) {
            let lowered = if padding.at_foot && here == count { count - lines.len() } else { 0 };
            for (index, line) in lines.iter().skip(first).take(here).enumerate() {
                let top = above + height_of(index + lowered, leading);
                block.marks.push(Mark::Line {
                    x: cell.left_of(line, *style),
                    baseline: top + if cell.centred { baseline(*style) } else { common },
                    line: line.clone(),
                    style: *style,
                    node: cell.node,
                });
            }
        }
        blocks.push(block);
    }
    if let Some(last) = blocks.last_mut() {
        last.height += padding.below;
    }
    blocks
}

/// The lines of a paragraph as blocks of one line each, its first and last two lines together.
pub(crate) fn paragraph(cell: &Cell) -> Vec<Block> {
    let mut blocks = row(std::slice::from_ref(cell), Padding::default(), 0.0);
    let count = blocks.len();
    for (index, block) in blocks.iter_mut().enumerate() {
        block.tied = index + 1 < count && (index == 0 || index + 2 == count);
    }
    blocks
}

impl Block {
    pub(crate) fn area(&mut self, x: f32, y: f32, width: f32, height: f32, colour: Colour) {
        self.marks.push(Mark::Area { x, y, width, height, colour });
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn lines_within(height: f32, leading: f32) -> usize {
    ((height / leading) as usize).max(1)
}

#[expect(clippy::cast_precision_loss)]
fn height_of(lines: usize, leading: f32) -> f32 {
    lines as f32 * leading
}

impl Mark {
    /// The same mark further down.
    pub(crate) fn lowered(self, by: f32) -> Self {
        match self {
            Self::Line { x, baseline, line, style, node } => {
                Self::Line { x, baseline: baseline + by, line, style, node }
            }
            Self::Area { x, y, width, height, colour } => {
                Self::Area { x, y: y + by, width, height, colour }
            }
            Self::Braid { x, y, height } => Self::Braid { x, y: y + by, height },
        }
    }

    /// The same mark as mere decoration: a repetition that is not read again.
    pub(crate) fn unread(mut self) -> Self {
        if let Self::Line { node, .. } = &mut self {
            *node = None;
        }
        self
    }
}
