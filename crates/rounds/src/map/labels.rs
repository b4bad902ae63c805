//! The marks of stops, `A3`: beside their sites, none over another, with a line to the site where it is not near.

use std::fmt::Write as _;

use roads::map::Frame;

use super::{Line, MANNERS, Spot, escaped, mark};

const SIZE: f64 = 26.0;
const HEIGHT: f64 = 36.0;
/// So many places around a site are tried, farther and farther out.
const RINGS: u32 = 6;
const AROUND: [(f64, f64); 8] = [
    (0.0, -1.0),
    (1.0, 0.0),
    (0.0, 1.0),
    (-1.0, 0.0),
    (0.8, -0.8),
    (0.8, 0.8),
    (-0.8, 0.8),
    (-0.8, -0.8),
];

/// What stands beside one site.
struct Sign {
    at: (f64, f64),
    name: String,
    /// Each mark with the line that it belongs to; none where rounds only leave or end.
    marks: Vec<(usize, String)>,
    is_base: bool,
}

pub(super) fn written(frame: &Frame, spots: &[Spot], lines: &[Line<'_>]) -> String {
    let signs = signs(frame, spots, lines);
    let mut taken: Vec<[f64; 4]> = signs.iter().map(|sign| around(sign.at, 12.0, 12.0)).collect();
    let mut placed = Vec::new();
    for sign in signs.iter().filter(|sign| !sign.marks.is_empty()) {
        let width = width(sign);
        let middle = free(frame, sign.at, width, &taken);
        taken.push(around(middle, width / 2.0 + 3.0, HEIGHT / 2.0 + 3.0));
        placed.push(Placed { sign, middle, width });
    }
    format!("{}{}", points(&signs), drawn(&placed))
}

/// A sign with its marks in a box of their own.
struct Placed<'a> {
    sign: &'a Sign,
    middle: (f64, f64),
    width: f64,
}

fn signs(frame: &Frame, spots: &[Spot], lines: &[Line<'_>]) -> Vec<Sign> {
    let signs = spots.iter().enumerate().filter_map(|(at, spot)| {
        let place = frame.place(spot.at)?;
        let mut sign = Sign { at: place, name: spot.name.clone(), marks: Vec::new(), is_base: false };
        for (number, line) in lines.iter().enumerate() {
            let here = || line.stops.iter().enumerate().filter(|(_, stop)| stop.spot == at);
            sign.is_base |= here().any(|(_, stop)| stop.is_base);
            let halts = here().filter(|(_, stop)| !stop.is_base);
            let marks = halts.map(|(index, _)| mark(line, number, index)).collect();
            sign.marks.extend(few(marks).into_iter().map(|mark| (number, mark)));
        }
        Some(sign)
    });
    signs.collect()
}

/// Where a round comes again and again, as to a dock, its first and its last mark.
fn few(marks: Vec<String>) -> Vec<String> {
    match &marks[..] {
        [first, _, .., last] => vec![format!("{first}…{last}")],
        _ => marks,
    }
}

/// Dots, and squares where rounds leave and end.
fn points(signs: &[Sign]) -> String {
    let mut svg =
        String::from("<g class=\"sites\" fill=\"currentColor\" stroke=\"Canvas\" stroke-width=\"3\">\n");
    for sign in signs {
        let ((x, y), title) = (sign.at, escaped(&sign.name));
        let _ = if sign.is_base {
            let (left, top) = (x - 12.0, y - 12.0);
            writeln!(
                svg,
                "<rect class=\"base\" x=\"{left:.0}\" y=\"{top:.0}\" width=\"24\" height=\"24\"><title>{title}</title></rect>"
            )
        } else {
            writeln!(svg, "<circle cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"8\"><title>{title}</title></circle>")
        };
    }
    svg.push_str("</g>\n");
    svg
}

fn width(sign: &Sign) -> f64 {
    let letters: usize = sign.marks.iter().map(|(_, mark)| mark.chars().count() + 1).sum();
    f64::from(u32::try_from(letters).unwrap_or(u32::MAX)) * SIZE * 0.6 + 6.0
}

/// The first place around a site that is within the map and over nothing; above it where there is none.
fn free(frame: &Frame, at: (f64, f64), width: f64, taken: &[[f64; 4]]) -> (f64, f64) {
    let all = (1..=RINGS).flat_map(|ring| AROUND.into_iter().map(move |way| (f64::from(ring), way)));
    let middle = |(ring, way): (f64, (f64, f64))| {
        let (x, y) = (width / 2.0 + 18.0 * ring, HEIGHT / 2.0 + 16.0 * ring);
        (at.0 + way.0 * x, at.1 + way.1 * y)
    };
    let is_free = |middle: &(f64, f64)| {
        let own = around(*middle, width / 2.0, HEIGHT / 2.0);
        let inside = own[0] >= 0.0
            && own[1] >= 0.0
            && own[2] <= f64::from(frame.width)
            && own[3] <= f64::from(frame.height);
        inside && taken.iter().all(|other| !overlap(&own, other))
    };
    all.map(middle).find(is_free).unwrap_or((at.0, at.1 - HEIGHT))
}

fn around(middle: (f64, f64), wide: f64, tall: f64) -> [f64; 4] {
    [middle.0 - wide, middle.1 - tall, middle.0 + wide, middle.1 + tall]
}

fn overlap(a: &[f64; 4], b: &[f64; 4]) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

/// Lines to the sites first, then boxes, then marks: what all of a kind share is said once.
fn drawn(placed: &[Placed<'_>]) -> String {
    let (mut lines, mut boxes, mut texts) = (String::new(), String::new(), String::new());
    for Placed { sign, middle: (x, y), width } in placed {
        let (left, top) = (x - width / 2.0, y - HEIGHT / 2.0);
        let _ = write!(lines, "M{:.0} {:.0}L{x:.0} {y:.0}", sign.at.0, sign.at.1);
        let _ = writeln!(
            boxes,
            "<rect x=\"{left:.0}\" y=\"{top:.0}\" width=\"{width:.0}\" height=\"{HEIGHT}\" rx=\"8\"/>"
        );
        // Whatever the reader's letters are like, they stay within.
        let (low, long) = (y + SIZE * 0.35, width - 16.0);
        let _ = writeln!(
            texts,
            "<text x=\"{x:.0}\" y=\"{low:.0}\" textLength=\"{long:.0}\" lengthAdjust=\"spacingAndGlyphs\">{}</text>",
            marks(sign)
        );
    }
    format!(
        "<g class=\"sign\"><path stroke=\"currentColor\" stroke-width=\"2\" d=\"{lines}\"/>\n\
         <g fill=\"Canvas\" stroke=\"currentColor\" stroke-width=\"2\">\n{boxes}</g>\n\
         <g fill=\"currentColor\" text-anchor=\"middle\" font-family=\"sans-serif\" font-size=\"{SIZE}\" \
         font-weight=\"700\">\n{texts}</g></g>\n"
    )
}

fn marks(sign: &Sign) -> String {
    let each = sign
        .marks
        .iter()
        .map(|(line, mark)| format!("<tspan class=\"round-{}\">{mark}</tspan>", line % MANNERS + 1));
    each.collect::<Vec<_>>().join(" ")
}
