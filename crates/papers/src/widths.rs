//! The widths of a table's columns.
//!
//! Figures take what they need, what is fixed keeps its width, and the rest is shared: a long name
//! can wrap, an amount should not.

use crate::look::{BODY_WIDTH, CELL, COLUMN_HEAD, MARGIN, MM};
use crate::paper::{Column, Table, Width};
use crate::text::Text;

/// The widths of a column's text: below the first a word is cut, over the second nothing is gained.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Need {
    least: f32,
    most: f32,
}

/// A column on the page: the left edge and the width of its text, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Extent {
    pub(crate) x: f32,
    pub(crate) width: f32,
}

/// Between the texts of two columns.
const GUTTER: f32 = 4.5 * MM;
/// A header up to this width is kept in one line.
const WIDE_HEADER: f32 = 18.0 * MM;
/// What shared columns get together at least, as a part of the whole.
const LEAST_SHARED: f32 = 0.3;

/// Places the columns of a table over the width of the page; `texts[row][column]` are its cells.
pub(crate) fn column_extents(table: &Table, texts: &[Vec<Text>]) -> Vec<Extent> {
    let widths: Vec<Width> = table.columns.iter().map(|column| column.width).collect();
    let need = |(index, column): (usize, &Column)| match column.width {
        Width::Fit => fit(column, texts.iter().filter_map(|row| row.get(index))),
        Width::Millimetres(_) | Width::Share(_) => Need::default(),
    };
    let needs: Vec<Need> = table.columns.iter().enumerate().map(need).collect();
    extents(&widths, &needs, MARGIN, BODY_WIDTH)
}

/// Places columns side by side over `whole` points from `left`; `needs[i]` is for column `i`.
fn extents(widths: &[Width], needs: &[Need], left: f32, whole: f32) -> Vec<Extent> {
    let count = count_of(widths.len());
    let gutter = GUTTER.min(whole / (2.0 * count));
    let room = whole - gutter * (count - 1.0);
    let shares: f32 = widths.iter().copied().map(parts).sum();
    let set: Vec<Need> =
        widths.iter().zip(needs).map(|(&width, &need)| set_width(width, need)).collect();
    let most = if shares > 0.0 { room * (1.0 - LEAST_SHARED) } else { room };
    let set = narrowed(&set, most);
    let taken: f32 = set.iter().sum();
    let each = if shares > 0.0 { (room - taken) / shares } else { 0.0 };
    // Without a share, what is left widens all.
    let factor = if shares > 0.0 || taken <= 0.0 { 1.0 } else { room / taken };
    let mut x = left;
    let place = |(&width, set): (&Width, f32)| {
        let extent = Extent { x, width: set * factor + parts(width) * each };
        x += extent.width + gutter;
        extent
    };
    widths.iter().zip(set).map(place).collect()
}

fn parts(width: Width) -> f32 {
    if let Width::Share(parts) = width { f32::from(parts).max(0.1) } else { 0.0 }
}

fn set_width(width: Width, need: Need) -> Need {
    match width {
        Width::Fit => need,
        Width::Millimetres(millimetres) => {
            let points = f32::from(millimetres) * MM;
            Need { least: points, most: points }
        }
        Width::Share(_) => Need::default(),
    }
}

/// Widths that add up to `room` at most: first by wrapping texts, then by cutting words.
fn narrowed(needs: &[Need], room: f32) -> Vec<f32> {
    let least: f32 = needs.iter().map(|need| need.least).sum();
    let most: f32 = needs.iter().map(|need| need.most).sum();
    let part =
        if most <= room { 1.0 } else { ((room - least) / (most - least).max(0.01)).clamp(0.0, 1.0) };
    let factor = if least > room { room / least } else { 1.0 };
    needs.iter().map(|need| (need.least + (need.most - need.least) * part) * factor).collect()
}

/// The widths for the cells of a column, and for its header: whole if short, else in two lines.
fn fit<'a>(column: &Column, cells: impl Iterator<Item = &'a Text>) -> Need {
    let header = Text::new(&column.header, COLUMN_HEAD.face);
    let word = header.widest_word() * COLUMN_HEAD.size;
    let whole = header.width() * COLUMN_HEAD.size;
    let wrapped = word.max(whole * 0.58);
    let header = Need { least: word, most: if whole <= WIDE_HEADER { whole } else { wrapped } };
    let need = cells.fold(header, |need, cell| Need {
        least: need.least.max(cell.widest_word() * CELL.size),
        most: need.most.max(cell.width() * CELL.size),
    });
    // A little more than measured, so that rounding never cuts the widest cell itself.
    Need { least: need.least + 0.1, most: need.most + 0.1 }
}

#[expect(clippy::cast_precision_loss)]
fn count_of(columns: usize) -> f32 {
    columns.max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn width() -> impl Strategy<Value = Width> {
        prop_oneof![
            Just(Width::Fit),
            any::<u16>().prop_map(Width::Millimetres),
            any::<u16>().prop_map(Width::Share),
        ]
    }

    #[test]
    fn figures_take_their_width_and_names_the_rest() {
        let need = Need { least: 40.0, most: 40.0 };
        let found = extents(&[Width::Share(1), Width::Fit], &[Need::default(), need], 50.0, 500.0);
        assert!((found[1].width - 40.0).abs() < 0.01);
        assert!((found[1].x + found[1].width - 550.0).abs() < 0.01);
        assert!((found[0].x - 50.0).abs() < 0.01);
    }

    #[test]
    fn texts_wrap_before_figures_are_cut() {
        let needs = [Need { least: 60.0, most: 900.0 }, Need { least: 120.0, most: 120.0 }];
        let found = extents(&[Width::Fit, Width::Fit], &needs, 0.0, 500.0);
        assert!((found[1].width - 120.0).abs() < 0.01, "{found:?}");
    }

    proptest! {
        #[test]
        fn columns_fill_the_page_from_edge_to_edge(
            columns in prop::collection::vec((width(), (0.0_f32..900.0, 0.0_f32..5000.0)), 1..60),
        ) {
            let need = |(width, (least, more)): (Width, (f32, f32))| (width, Need { least, most: least + more });
            let (widths, needs): (Vec<Width>, Vec<Need>) = columns.into_iter().map(need).unzip();
            let found = extents(&widths, &needs, 50.0, 500.0);
            for pair in found.windows(2) {
                prop_assert!(pair[0].x + pair[0].width <= pair[1].x + 0.01);
            }
            let last = found[found.len() - 1];
            let empty = widths.iter().zip(&needs).all(|(width, &need)| {
                matches!(width, Width::Millimetres(0)) || (*width == Width::Fit && need.most <= 0.0)
            });
            prop_assert!(empty || (last.x + last.width - 550.0).abs() < 0.1, "{found:?}");
        }
    }
}
