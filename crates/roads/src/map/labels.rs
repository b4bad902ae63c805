//! The names on a map: the largest places first, none over another.

use std::fmt::Write as _;

use super::{Frame, escaped};
use crate::extract::{Place, PlaceKind};
use crate::graph::Graph;

/// Keeps letters readable over lines, in the colour of the page.
pub const HALO: &str =
    " stroke=\"Canvas\" stroke-width=\"5\" stroke-linejoin=\"round\" paint-order=\"stroke\"";
/// Names on one map.
const MOST: usize = 60;

/// The places of the frame, in at most `bytes`.
pub fn written(graph: &Graph, frame: &Frame, bytes: usize) -> String {
    let mut places: Vec<&Place> =
        graph.places.iter().filter(|place| has_room(frame, place.kind)).collect();
    places.sort_by(|a, b| {
        let rank = |place: &Place| (place.kind, u32::MAX - place.inhabitants);
        rank(a).cmp(&rank(b)).then_with(|| (&a.name, a.at).cmp(&(&b.name, b.at)))
    });
    let mut taken: Vec<[f64; 4]> = vec![attribution_box(frame)];
    let mut svg = String::new();
    for place in places {
        let (x, y) = frame.project(place.at);
        let size = size(place.kind);
        let half = width(&place.name, size) / 2.0;
        let own = [x - half - 6.0, y - size, x + half + 6.0, y + size * 0.6];
        let inside = own[0] >= 0.0
            && own[1] >= 0.0
            && own[2] <= f64::from(frame.width)
            && own[3] <= f64::from(frame.height);
        if !inside || taken.iter().any(|other| overlap(&own, other)) {
            continue;
        }
        let text = text(place, x, y, size);
        if taken.len() > MOST || svg.len() + text.len() > bytes {
            break;
        }
        svg.push_str(&text);
        taken.push(own);
    }
    svg
}

fn has_room(frame: &Frame, kind: PlaceKind) -> bool {
    let scale = frame.units_a_kilometre();
    match kind {
        PlaceKind::City => true,
        PlaceKind::Town => scale > 4.0,
        PlaceKind::Village => scale > 15.0,
        PlaceKind::Hamlet => scale > 60.0,
    }
}

const fn size(kind: PlaceKind) -> f64 {
    match kind {
        PlaceKind::City => 34.0,
        PlaceKind::Town => 28.0,
        PlaceKind::Village => 23.0,
        PlaceKind::Hamlet => 19.0,
    }
}

/// About what a name takes in a sans-serif letter.
fn width(name: &str, size: f64) -> f64 {
    let letters = u32::try_from(name.chars().count()).unwrap_or(u32::MAX);
    f64::from(letters) * size * 0.56
}

fn attribution_box(frame: &Frame) -> [f64; 4] {
    let (width, height) = (f64::from(frame.width), f64::from(frame.height));
    [width - 520.0, height - 40.0, width, height]
}

fn overlap(a: &[f64; 4], b: &[f64; 4]) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

fn text(place: &Place, x: f64, y: f64, size: f64) -> String {
    let weight = if place.kind <= PlaceKind::Town { " font-weight=\"600\"" } else { "" };
    let mut text = String::new();
    let _ = writeln!(
        text,
        "<text class=\"{}\" x=\"{x:.0}\" y=\"{:.0}\" text-anchor=\"middle\" font-family=\"sans-serif\" \
         font-size=\"{size:.0}\"{weight} fill=\"currentColor\"{HALO}>{}</text>",
        place.kind.name(),
        y + size * 0.35,
        escaped(&place.name),
    );
    text
}
