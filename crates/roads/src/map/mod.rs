//! The base map of a plan: main roads and places as one small SVG, so that no page calls a third party.
//!
//! Colours are the page's: everything is drawn in `currentColor`, fainter where a road is smaller, and
//! each class of road or place is a CSS class (`.basemap .motorway`), so that a style sheet may say
//! otherwise. Nothing is styled within the SVG, as a page's policy may forbid it.

mod labels;
mod lines;

use std::fmt::Write as _;

use units::Coordinates;

use crate::graph::Graph;
use crate::point::Point;
use crate::profile::Class;

/// How wide a map is in its own units; a page scales it.
pub const WIDTH: u32 = 1600;
/// Bytes that a map takes where nobody says otherwise.
pub const BYTES: usize = 96 * 1024;

/// A map, and how to put something on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// One `<svg>` element, to be put into a page or a file.
    pub svg: String,
    pub frame: Frame,
}

/// Which part of the world a map shows, in the units of its `viewBox`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    south_west: Point,
    scale: f64,
    shrink: f64,
    pub width: u32,
    pub height: u32,
}

impl Frame {
    /// A frame around both corners, whichever they are, of at least 500 m and no taller than wide.
    pub fn of(corners: (Coordinates, Coordinates)) -> Self {
        let corner = |place| Point::of(place).unwrap_or_default();
        let (a, b) = (corner(corners.0), corner(corners.1));
        let span = |a: i32, b: i32| (f64::from(a.min(b)), f64::from(a.max(b)));
        let (mut south, mut north) = span(a.latitude_e7, b.latitude_e7);
        let (mut west, mut east) = span(a.longitude_e7, b.longitude_e7);
        let middle = f64::midpoint(south, north) / 1e7;
        let shrink = middle.to_radians().cos().max(0.05);
        let widen = |low: &mut f64, high: &mut f64, least: f64| {
            let lacking = (least - (*high - *low)).max(0.0) / 2.0;
            (*low, *high) = (*low - lacking, *high + lacking);
        };
        widen(&mut south, &mut north, 45_000.0);
        let tall = (north - south) / shrink;
        widen(&mut west, &mut east, tall.max(45_000.0));
        let wide = (east - west) * shrink;
        // A strip would leave no room for names.
        widen(&mut south, &mut north, wide / 3.0);
        let scale = f64::from(WIDTH) / wide;
        let height = crate::point::whole((north - south) * scale).clamp(1, WIDTH + 1);
        let south_west = Point { latitude_e7: held(south), longitude_e7: held(west) };
        Self { south_west, scale, shrink, width: WIDTH, height }
    }

    /// Where a place is on the map: units to the right and down.
    pub fn place(&self, place: Coordinates) -> Option<(f64, f64)> {
        Point::of(place).map(|point| self.project(point))
    }

    fn project(&self, point: Point) -> (f64, f64) {
        let east = f64::from(point.longitude_e7) - f64::from(self.south_west.longitude_e7);
        let north = f64::from(point.latitude_e7) - f64::from(self.south_west.latitude_e7);
        (east * self.shrink * self.scale, f64::from(self.height) - north * self.scale)
    }

    /// A line on the map as the `d` of an SVG path: few bytes, and off by at most about `step` units.
    pub fn line(&self, points: &[Coordinates], step: u32) -> String {
        lines::line(self, points.iter().filter_map(|place| Point::of(*place)), step)
    }

    /// How many units are one kilometre.
    pub fn units_a_kilometre(&self) -> f64 {
        self.scale * 1e7 / 111.195
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a cast of a float saturates")]
fn held(e7: f64) -> i32 {
    e7.round() as i32
}

/// Draws the roads and places between two corners, in at most about `bytes` bytes.
///
/// The more there is to show, the less is shown of the small: from streets down to motorways alone,
/// then coarser lines. `title` is what a screen reader says. The same graph gives the same text.
pub fn draw(graph: &Graph, corners: (Coordinates, Coordinates), title: &str, bytes: usize) -> Map {
    let frame = Frame::of(corners);
    let labels = labels::written(graph, &frame, bytes / 4);
    let left = bytes.saturating_sub(labels.len() + 600 + title.len());
    let finest = finest(&frame);
    let lines = lines::Lines::of(graph, &frame, finest);
    let fitting = |(finest, step)| lines.written(finest, step, left);
    let roads = manners(finest).find_map(fitting).unwrap_or_default();
    Map { svg: framed(graph, &frame, title, &roads, &labels), frame }
}

/// The smallest road that a map of this scale has room for.
fn finest(frame: &Frame) -> Class {
    match frame.units_a_kilometre() {
        scale if scale > 120.0 => Class::Service,
        scale if scale > 40.0 => Class::LivingStreet,
        scale if scale > 12.0 => Class::Unclassified,
        _ => Class::Tertiary,
    }
}

/// From fine to coarse: first fewer streets, then fewer bends, and main roads alone at the very last.
fn manners(finest: Class) -> impl Iterator<Item = (Class, u32)> {
    let streets = [Class::Service, Class::LivingStreet, Class::Unclassified, Class::Tertiary];
    let streets = streets.into_iter().filter(move |class| *class <= finest).map(|class| (class, 1));
    let main =
        [(Class::Tertiary, 2), (Class::Secondary, 1), (Class::Secondary, 2), (Class::Secondary, 4)];
    let primary = [1, 2, 4, 8, 16].map(|step| (Class::Primary, step));
    let last = [Class::Trunk, Class::Motorway].map(|class| (class, 8));
    streets.chain(main).chain(primary).chain(last)
}

fn framed(graph: &Graph, frame: &Frame, title: &str, roads: &str, labels: &str) -> String {
    let (width, height) = (frame.width, frame.height);
    let mut svg = String::with_capacity(roads.len() + labels.len() + 800);
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"basemap\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\">\n<title>{}</title>\n{roads}{labels}\
         <text class=\"attribution\" x=\"{}\" y=\"{}\" text-anchor=\"end\" font-family=\"sans-serif\" \
         font-size=\"18\" fill=\"currentColor\" fill-opacity=\".8\"{}>{}</text>\n</svg>\n",
        escaped(title),
        width - 10,
        height - 10,
        labels::HALO,
        escaped(&graph.attribution()),
    );
    svg
}

/// Text as XML takes it, without what XML does not take.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}
