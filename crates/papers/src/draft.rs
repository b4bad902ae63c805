//! A paper on its way to pages: its blocks in order and its logical structure.
//!
//! The head and the parts each add to the draft; only drawing turns it into a PDF.

use crate::block::{Block, Content};
use crate::head;
use crate::look::{FOOTER, MM, NEXT_BODY_TOP, PAGE_HEIGHT};
use crate::paper::Paper;
use crate::parts;
use crate::tags::Structure;
use crate::text::{Line, Text};

#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) content: Content,
    pub(crate) structure: Structure,
    pub(crate) footer: Vec<Line>,
    /// Where the body of every page ends.
    pub(crate) bottom: f32,
    /// The next block belongs to a heading and stands nearer to it.
    pub(crate) after_heading: bool,
}

/// Width left to the footer beside the page number.
const FOOTER_WIDTH: f32 = 140.0 * MM;
const FOOTER_LINES: usize = 6;
/// The last line of the footer ends here.
pub(crate) const FOOTER_BOTTOM: f32 = PAGE_HEIGHT - 11.0 * MM;

pub(crate) fn draft(paper: &Paper) -> Draft {
    let mut footer = Text::new(&paper.footer, FOOTER.face).wrap(FOOTER_WIDTH / FOOTER.size);
    footer.truncate(FOOTER_LINES);
    let bottom = footer_top(footer.len()) - 6.0 * MM;
    let mut draft = Draft {
        content: Content::default(),
        structure: Structure::new(),
        footer,
        bottom,
        after_heading: false,
    };
    head::lay(&mut draft, paper);
    parts::lay(&mut draft, paper);
    draft
}

/// The top of a footer of so many lines; the page number has a line of its own at least.
#[expect(clippy::cast_precision_loss)]
pub(crate) fn footer_top(lines: usize) -> f32 {
    FOOTER_BOTTOM - lines.max(1) as f32 * FOOTER.leading
}

impl Draft {
    pub(crate) fn push(&mut self, block: Block) {
        self.content.blocks.push(block);
    }

    /// Adds blocks with empty height before the first of them.
    pub(crate) fn extend(&mut self, before: f32, blocks: impl IntoIterator<Item = Block>) {
        let first = self.content.blocks.len();
        self.content.blocks.extend(blocks);
        if let Some(block) = self.content.blocks.get_mut(first) {
            block.before += if self.after_heading { before * 0.5 } else { before };
            self.after_heading = false;
        }
    }

    /// The most that a row may be high without being parted: rows stay whole unless they are absurd.
    pub(crate) fn row_limit(&self) -> f32 {
        (self.bottom - NEXT_BODY_TOP) * 0.45
    }
}
