//! Tables as blocks: a head that returns on each page, groups, lines, details, subtotals.
//!
//! A group's title is never left alone at the foot of a page, a detail never leaves its line, and
//! a group that goes on over the page says so.

use crate::block::{Block, Cell, Mark, Padding, row};
use crate::draft::Draft;
use crate::look::{
    BODY_WIDTH, CELL, COLUMN_HEAD, DETAIL, GROUP, HAIRLINE, INK, LEAF, MARGIN, MM, SUBTOTAL, Style,
};
use crate::paper::{Row, Table, Width};
use crate::tags::{NodeId, Role, Structure};
use crate::text::Text;
use crate::widths::{Extent, column_extents};

const ABOVE: f32 = 3.5;
const BELOW: f32 = 3.7;
const RULE: f32 = 0.6;
/// A head over this part of the body is not repeated.
const HIGHEST_RUNNING: f32 = 0.3;
/// An empty box is drawn this much larger than text, to be ticked with a thick pen.
const TICK_BOX: f32 = 1.7;

pub(crate) fn lay(draft: &mut Draft, table: &Table, continued: &str) {
    if table.columns.is_empty() && table.rows.is_empty() {
        return;
    }
    let node = draft.structure.add(Structure::ROOT, Role::Table);
    let texts: Vec<Vec<Text>> = table.rows.iter().map(cell_texts).collect();
    let mut setting = Setting {
        draft,
        table,
        extents: column_extents(table, &texts),
        continued,
        body: node,
        head: Vec::new(),
        head_running: None,
        running: None,
        blocks: Vec::new(),
    };
    setting.lay_head(node);
    setting.body = setting.draft.structure.add(node, Role::TableBody);
    for (index, texts) in texts.into_iter().enumerate() {
        setting.lay_row(index, texts);
    }
    let mut blocks = setting.blocks;
    if let Some(last) = blocks.last_mut() {
        last.tied = false;
    }
    draft.extend(5.0 * MM, blocks);
}

/// A table while it is laid.
struct Setting<'a> {
    draft: &'a mut Draft,
    table: &'a Table,
    extents: Vec<Extent>,
    continued: &'a str,
    body: NodeId,
    head: Vec<Block>,
    head_running: Option<usize>,
    /// What stands above a row that begins a page: the head and the title of the row's group.
    running: Option<usize>,
    blocks: Vec<Block>,
}

impl Setting<'_> {
    fn lay_head(&mut self, table: NodeId) {
        let columns = &self.table.columns;
        let texts: Vec<Text> =
            columns.iter().map(|column| Text::new(&column.header, COLUMN_HEAD.face)).collect();
        if texts.iter().all(Text::is_empty) {
            return;
        }
        let head = self.draft.structure.add(table, Role::TableHead);
        let tr = self.draft.structure.add(head, Role::Row);
        let cells = self.cells(texts, COLUMN_HEAD, tr, &Role::ColumnHeader);
        let mut blocks =
            row(&cells, Padding { above: 0.0, below: 3.4, at_foot: true }, self.draft.row_limit());
        if let Some(last) = blocks.last_mut() {
            last.area(MARGIN, last.height - 0.9, BODY_WIDTH, 0.9, INK);
        }
        for block in &mut blocks {
            block.tied = true;
        }
        self.head.extend(blocks.iter().map(unread));
        self.head_running = self.add_running(Vec::new());
        self.running = self.head_running;
        self.blocks.append(&mut blocks);
    }

    fn lay_row(&mut self, index: usize, texts: Vec<Text>) {
        let next = self.table.rows.get(index + 1);
        let tr = self.draft.structure.add(self.body, Role::Row);
        let has_detail = matches!(next, Some(Row::Detail(_)));
        let mut blocks = match &self.table.rows[index] {
            Row::Group(title) => self.group(title, tr),
            Row::Line(_) => self.line(texts, tr, CELL, has_detail),
            Row::Detail(text) => self.detail(text, tr, has_detail),
            Row::Subtotal(_) => self.subtotal(texts, tr, has_detail),
        };
        if let Some(last) = blocks.last_mut() {
            last.tied = match &self.table.rows[index] {
                Row::Group(_) => next.is_some(),
                Row::Subtotal(_) => has_detail,
                _ => matches!(next, Some(Row::Detail(_) | Row::Subtotal(_))),
            };
        }
        self.blocks.append(&mut blocks);
    }

    /// A title over the rows after it; from here on, pages begin with its repetition.
    fn group(&mut self, title: &str, tr: NodeId) -> Vec<Block> {
        let node = self.draft.structure.add(tr, Role::RowHeader(self.table.columns.len()));
        let cell = |text: &str| Cell::new(text, GROUP, MARGIN, BODY_WIDTH, node);
        let padding = Padding { above: 4.0, below: 3.2, at_foot: false };
        let limit = self.draft.row_limit();
        let set = |text: &str| {
            let mut blocks = row(&[cell(text)], padding, limit);
            if let Some(last) = blocks.last_mut() {
                last.area(MARGIN, last.height - RULE, BODY_WIDTH, RULE, LEAF);
            }
            blocks
        };
        let mut blocks = set(title);
        for block in &mut blocks {
            block.running = self.head_running;
            block.tied = true;
        }
        if self.blocks.len() > self.head.len() {
            blocks[0].before = 2.5 * MM;
        }
        let again = set(&format!("{title} ({})", self.continued));
        self.running = self.add_running(again.iter().map(unread).collect());
        blocks
    }

    fn line(&mut self, texts: Vec<Text>, tr: NodeId, style: Style, has_detail: bool) -> Vec<Block> {
        let cells = self.cells(texts, style, tr, &Role::Cell(1));
        let below = if has_detail { 0.4 } else { BELOW };
        let mut blocks =
            row(&cells, Padding { above: ABOVE, below, at_foot: false }, self.draft.row_limit());
        self.finish_row(&mut blocks, has_detail);
        blocks
    }

    fn subtotal(&mut self, texts: Vec<Text>, tr: NodeId, has_detail: bool) -> Vec<Block> {
        let mut blocks = self.line(texts, tr, SUBTOTAL, has_detail);
        // Over the rule of the row above.
        blocks[0].area(MARGIN, -RULE, BODY_WIDTH, RULE, INK);
        blocks
    }

    /// A small line that begins where the names of the rows do.
    fn detail(&mut self, text: &str, tr: NodeId, has_more: bool) -> Vec<Block> {
        let node = self.draft.structure.add(tr, Role::Cell(self.table.columns.len()));
        let shared =
            self.table.columns.iter().position(|column| matches!(column.width, Width::Share(_)));
        let left = shared.and_then(|column| self.extents.get(column)).map_or(MARGIN, |extent| extent.x);
        let cell = Cell::new(text, DETAIL, left, MARGIN + BODY_WIDTH - left, node);
        let below = if has_more { 0.0 } else { BELOW };
        let mut blocks =
            row(&[cell], Padding { above: 0.0, below, at_foot: false }, self.draft.row_limit());
        self.finish_row(&mut blocks, has_more);
        blocks
    }

    fn finish_row(&self, blocks: &mut [Block], goes_on: bool) {
        for block in &mut *blocks {
            block.running = self.running;
        }
        if let Some(last) = blocks.last_mut()
            && !goes_on
        {
            last.area(MARGIN, last.height - RULE, BODY_WIDTH, RULE, HAIRLINE);
        }
    }

    /// One cell for each column; missing texts are empty.
    fn cells(&mut self, texts: Vec<Text>, style: Style, tr: NodeId, role: &Role) -> Vec<Cell> {
        let mut texts = texts.into_iter();
        let mut cells = Vec::with_capacity(self.extents.len());
        for (column, extent) in self.table.columns.iter().zip(&self.extents) {
            let node = self.draft.structure.add(tr, role.clone());
            let text = texts.next().unwrap_or_else(|| Text::new("", style.face));
            let (x, width) = (extent.x, extent.width);
            let node = Some(node);
            let mut cell = Cell { text, style, align: column.align, x, width, node, centred: false };
            if is_tick_box(&cell.text) {
                cell.style.size *= TICK_BOX;
                cell.centred = true;
            }
            cells.push(cell);
        }
        cells
    }

    /// Makes a running head of the table's own head and what follows it, if it is not too high.
    fn add_running(&mut self, below: Vec<Block>) -> Option<usize> {
        let mut whole = Block::default();
        for block in self.head.iter().map(unread).chain(below) {
            let top = whole.height;
            whole.marks.extend(block.marks.into_iter().map(|mark| mark.lowered(top)));
            whole.height += block.height;
        }
        if whole.height <= 0.0 || whole.height > self.draft.bottom * HIGHEST_RUNNING {
            return None;
        }
        let running = &mut self.draft.content.running;
        running.push(whole);
        Some(running.len() - 1)
    }
}

/// The same block, drawn but not read again.
fn unread(block: &Block) -> Block {
    let marks = block.marks.iter().cloned().map(Mark::unread).collect();
    Block { height: block.height, marks, ..Block::default() }
}

fn cell_texts(row: &Row) -> Vec<Text> {
    match row {
        Row::Line(cells) => cells.iter().map(|cell| Text::new(cell, CELL.face)).collect(),
        Row::Subtotal(cells) => cells.iter().map(|cell| Text::new(cell, SUBTOTAL.face)).collect(),
        Row::Group(_) | Row::Detail(_) => Vec::new(),
    }
}

fn is_tick_box(text: &Text) -> bool {
    matches!(text.plain().as_str(), "□" | "☐")
}
