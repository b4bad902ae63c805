//! The braid: three strands that pass over and under one another, our mark on every paper.
//!
//! Each strand is a sine; they are a third of a turn apart. Where two cross, the one that passes
//! over is drawn again on a white edge, so that the weave shows in black and white too.

use std::f32::consts::{PI, TAU};

use krilla::geom::{Path, PathBuilder};
use krilla::num::NormalizedF32;
use krilla::paint::{LineCap, Stroke};
use krilla::surface::Surface;

use crate::draw::paint;
use crate::look::{Colour, LEAF, OCHRE, SLATE, WHITE};

/// How far the loose ends reach beyond half a crossing, as an angle.
const LOOSE: f32 = 0.14;
const STRANDS: [Colour; 3] = [LEAF, OCHRE, SLATE];

/// A braid that runs down from the left top corner `x`, `y`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Braid {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) stroke: f32,
}

impl Braid {
    pub(crate) fn draw(self, surface: &mut Surface<'_>) {
        let crossings = self.crossings();
        let (begin, end) = (-LOOSE, crossings * PI / 3.0 + LOOSE);
        for (strand, colour) in STRANDS.into_iter().enumerate() {
            self.stroke_piece(surface, strand, (begin, end), end, colour, self.stroke);
        }
        let mut middle = PI / 6.0;
        while middle < end {
            let over = passing_over(middle);
            let piece = |half: f32| ((middle - half).max(begin), (middle + half).min(end));
            self.stroke_piece(surface, over, piece(0.24), end, WHITE, self.stroke * 2.1);
            self.stroke_piece(surface, over, piece(0.42), end, STRANDS[over], self.stroke);
            middle += PI / 3.0;
        }
        surface.set_stroke(None);
    }

    /// As many crossings as keep the weave open: each about two thirds as high as the braid is wide.
    fn crossings(self) -> f32 {
        (self.height / (self.width * 0.66)).round().clamp(2.0, 60.0)
    }

    /// Strokes the part of a strand between two angles; `end` is the angle at the foot of the braid.
    fn stroke_piece(
        self,
        surface: &mut Surface<'_>,
        strand: usize,
        (from, to): (f32, f32),
        end: f32,
        colour: Colour,
        width: f32,
    ) {
        let Some(path) = self.path(strand, from, to, end) else { return };
        surface.set_fill(None);
        surface.set_stroke(Some(Stroke {
            paint: paint(colour),
            width,
            line_cap: if colour == WHITE { LineCap::Butt } else { LineCap::Round },
            opacity: NormalizedF32::ONE,
            ..Stroke::default()
        }));
        surface.draw_path(&path);
    }

    /// A sine as Bézier curves of a twelfth of a turn, with the slope right at each joint.
    fn path(self, strand: usize, from: f32, to: f32, end: f32) -> Option<Path> {
        let radius = (self.width - self.stroke) / 2.0;
        let rise = (self.height - self.stroke) / (end + LOOSE);
        let point = |angle: f32| {
            let x = self.x + self.width / 2.0 + radius * (angle + phase(strand)).sin();
            (x, self.y + self.stroke / 2.0 + (angle + LOOSE) * rise)
        };
        let slope = |angle: f32| radius * (angle + phase(strand)).cos();
        let mut builder = PathBuilder::new();
        let (x, y) = point(from);
        builder.move_to(x, y);
        let mut at = from;
        while at < to - 1e-4 {
            let next = (at + TAU / 12.0).min(to);
            let third = (next - at) / 3.0;
            let ((x0, y0), (x1, y1)) = (point(at), point(next));
            let (dx0, dx1) = (slope(at) * third, slope(next) * third);
            builder.cubic_to(x0 + dx0, y0 + rise * third, x1 - dx1, y1 - rise * third, x1, y1);
            at = next;
        }
        builder.finish()
    }
}

#[expect(clippy::cast_precision_loss)]
fn phase(strand: usize) -> f32 {
    strand as f32 * TAU / 3.0
}

/// The strand on top where two cross: of those two, the one whose turn it is by the usual braid,
/// in which depth goes round twice as fast as width.
fn passing_over(angle: f32) -> usize {
    let place = |strand: usize| (angle + phase(strand)).sin();
    let depth = |strand: usize| (2.0 * (angle + phase(strand))).sin();
    let pairs = [(0, 1), (1, 2), (2, 0)];
    let apart = |&(a, b): &(usize, usize)| (place(a) - place(b)).abs();
    let crossing = pairs.iter().copied().min_by(|a, b| apart(a).total_cmp(&apart(b)));
    let (a, b) = crossing.unwrap_or((0, 1));
    if depth(a) > depth(b) { a } else { b }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outer_strands_pass_over_the_middle_in_turn() {
        let mut over = Vec::new();
        let mut angle = PI / 6.0;
        for _ in 0..6 {
            over.push(passing_over(angle));
            angle += PI / 3.0;
        }
        // Each strand passes over twice in a full turn, and never twice in a row.
        for strand in 0..3 {
            assert_eq!(over.iter().filter(|&&one| one == strand).count(), 2, "{over:?}");
        }
        assert!(over.windows(2).all(|pair| pair[0] != pair[1]), "{over:?}");
    }
}
