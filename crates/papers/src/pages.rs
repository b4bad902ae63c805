//! Filling pages with blocks.
//!
//! What is tied stays together as long as one page can hold it; a table that goes on repeats its
//! head. Nothing is dropped: where no rule can be kept, blocks still follow one another.

use crate::block::Content;

/// Where the body of the pages begins and ends, in points from the top.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Body {
    pub(crate) first_top: f32,
    pub(crate) next_top: f32,
    pub(crate) bottom: f32,
}

/// A block on a page and where its top is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Placed {
    pub(crate) what: Which,
    pub(crate) top: f32,
}

/// An index into the blocks of a [`Content`], or into its running heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    Block(usize),
    Running(usize),
}

/// The pages of a content; there is at least one.
pub(crate) fn fill(content: &Content, body: Body) -> Vec<Vec<Placed>> {
    let mut filling =
        Filling { content, body, pages: vec![Vec::new()], cursor: body.first_top, fresh: true };
    for index in 0..content.blocks.len() {
        filling.place(index);
    }
    filling.pages
}

struct Filling<'a> {
    content: &'a Content,
    body: Body,
    pages: Vec<Vec<Placed>>,
    cursor: f32,
    /// Nothing of height stands on the page yet, running heads aside.
    fresh: bool,
}

impl Filling<'_> {
    fn place(&mut self, index: usize) {
        let block = &self.content.blocks[index];
        let must_turn = block.new_page || !self.fits(index);
        if must_turn && !self.fresh {
            self.turn(block.running);
        }
        if !self.fresh {
            self.cursor += block.before;
        }
        if let Some(top) = block.not_above
            && self.pages.len() == 1
        {
            self.cursor = self.cursor.max(top.min(self.body.bottom - block.height));
        }
        self.put(Which::Block(index), block.height);
        self.fresh &= block.height <= 0.0;
    }

    /// Whether the block and all that is tied to it find room on this page.
    fn fits(&self, index: usize) -> bool {
        let mut end = self.cursor;
        for (offset, block) in self.content.blocks[index..].iter().enumerate() {
            end += block.height + if self.fresh && offset == 0 { 0.0 } else { block.before };
            if end > self.body.bottom {
                return false;
            }
            if !block.tied {
                return true;
            }
        }
        true
    }

    fn turn(&mut self, running: Option<usize>) {
        self.pages.push(Vec::new());
        self.cursor = self.body.next_top;
        self.fresh = true;
        if let Some(running) = running {
            self.put(Which::Running(running), self.content.running[running].height);
        }
    }

    fn put(&mut self, what: Which, height: f32) {
        if let Some(page) = self.pages.last_mut() {
            page.push(Placed { what, top: self.cursor });
        }
        self.cursor += height;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::Block;
    use proptest::prelude::*;

    const BODY: Body = Body { first_top: 10.0, next_top: 0.0, bottom: 100.0 };

    /// Each block is its height and a mark: `t` tied, `n` new page, `r` under a running head.
    fn check(blocks: &[(f32, &str)], expected: &[&[usize]]) {
        let block = |&(height, marks): &(f32, &str)| Block {
            height,
            tied: marks.contains('t'),
            new_page: marks.contains('n'),
            running: marks.contains('r').then_some(0),
            ..Block::default()
        };
        let running = vec![Block { height: 20.0, ..Block::default() }];
        let content = Content { blocks: blocks.iter().map(block).collect(), running };
        let pages = fill(&content, BODY);
        let found: Vec<Vec<usize>> = pages
            .iter()
            .map(|page| {
                let number = |placed: &Placed| match placed.what {
                    Which::Block(index) => index,
                    Which::Running(_) => 99,
                };
                page.iter().map(number).collect()
            })
            .collect();
        assert_eq!(found, expected);
    }

    proptest! {
        #[test]
        fn every_block_has_its_place_in_order(
            blocks in prop::collection::vec((0.0_f32..90.0, 0.0_f32..30.0, any::<(bool, bool)>()), 0..60),
        ) {
            let block = |(height, before, (tied, running)): (f32, f32, (bool, bool))| {
                // A repeated head is never so high that no row finds room under it.
                let height = if running { height * 0.7 } else { height };
                Block { height, before, tied, running: running.then_some(0), ..Block::default() }
            };
            let running = vec![Block { height: 25.0, ..Block::default() }];
            let content = Content { blocks: blocks.into_iter().map(block).collect(), running };
            let mut next = 0;
            for page in fill(&content, BODY) {
                let mut free = 0.0;
                for placed in page {
                    let block = match placed.what {
                        Which::Running(_) => &content.running[0],
                        Which::Block(index) => {
                            prop_assert_eq!(index, next);
                            next += 1;
                            &content.blocks[index]
                        }
                    };
                    prop_assert!(placed.top >= free);
                    free = placed.top + block.height;
                    prop_assert!(free <= BODY.bottom + 0.01);
                }
            }
            prop_assert_eq!(next, content.blocks.len());
        }
    }

    #[test]
    fn pages_turn_where_they_may() {
        check(&[], &[&[]]);
        check(&[(50.0, ""), (40.0, ""), (60.0, "")], &[&[0, 1], &[2]]);
        // A title goes over with its first row, under the repeated head.
        check(&[(80.0, ""), (10.0, "tr"), (30.0, "r")], &[&[0], &[99, 1, 2]]);
        check(&[(10.0, ""), (10.0, "n")], &[&[0], &[1]]);
        check(&[(10.0, "n")], &[&[0]]);
        // What no page can hold together is parted, and nothing is lost.
        check(&[(60.0, "t"), (60.0, "t"), (60.0, "")], &[&[0], &[1], &[2]]);
        check(&[(200.0, ""), (10.0, "")], &[&[0], &[1]]);
    }
}
