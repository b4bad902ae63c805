//! The map of a plan: its rounds over the base map of the network, told apart without colour alone.
//!
//! Every round has a letter, its stops the letter and their number; its line has dashes of its own. Colours are
//! the style sheet's (`.round-1`), so that the map is read on paper and in the dark. Without a network the sites
//! stand on a plain ground with a scale.

mod labels;

use std::fmt::Write as _;

use askama::Template;
use frame::Outcome;
use roads::Graph;
use roads::map::Frame;
use units::{Coordinates, Language};

use crate::words::{Words, words};

/// Bytes that the base map may take: a page has a hundred thousand, and packs them to a third.
const BASE_BYTES: usize = 60 << 10;
/// How many lines look different before they begin anew.
const MANNERS: usize = 8;
const DASHES: [&str; MANNERS] = ["", "24 10", "6 8", "24 8 6 8", "40 12", "12 6", "24 8 6 8 6 8", "2 8"];

/// A site of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    pub name: String,
    pub at: Coordinates,
}

/// A vehicle's round: where it leaves from, where it halts, where it ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The vehicle, as people know it.
    pub name: String,
    pub stops: Vec<Stop>,
}

/// One call at a site, however much is done there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Its place among the spots.
    pub spot: usize,
    /// When, as people read it: `07:40`. The start and the end of a round are not numbered.
    pub time: String,
    pub is_base: bool,
}

/// A map and the same in words, as one part of a page.
///
/// `source` is said beside it: where times and distances come from.
///
/// # Errors
/// Only where a template cannot be written.
pub fn figure(
    graph: Option<&Graph>,
    spots: &[Spot],
    lines: &[Line],
    language: Language,
) -> Outcome<String> {
    let t = words(language);
    let svg = draw(graph, spots, lines, &t.map_title());
    let page = Figure { t, svg, spots, lines };
    page.render().map_err(|error| anyhow::Error::new(error).context("writing a map").into())
}

#[derive(Template)]
#[template(path = "map/figure.html")]
struct Figure<'a> {
    t: &'static Words,
    svg: String,
    spots: &'a [Spot],
    lines: &'a [Line],
}

impl Figure<'_> {
    fn letter(&self, line: &usize) -> String {
        letter(*line)
    }

    fn manner(&self, line: &usize) -> usize {
        line % MANNERS + 1
    }

    fn dashes(&self, line: &usize) -> &'static str {
        DASHES[line % MANNERS]
    }

    /// `A3`, or nothing where a round leaves and ends.
    fn mark(&self, line: &usize, stop: &usize) -> String {
        mark(&self.lines[*line], *line, *stop)
    }

    fn name(&self, stop: &Stop) -> &str {
        self.spots.get(stop.spot).map_or("", |spot| spot.name.as_str())
    }
}

/// A, B … Z, AA, AB …
pub fn letter(line: usize) -> String {
    let last = char::from(b'A' + u8::try_from(line % 26).unwrap_or_default());
    match line / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", letter(more - 1)),
    }
}

fn mark(line: &Line, number: usize, stop: usize) -> String {
    if line.stops[stop].is_base {
        return String::new();
    }
    let before = line.stops[..=stop].iter().filter(|stop| !stop.is_base).count();
    format!("{}{before}", letter(number))
}

/// One `<svg>`: the base map where there is a network, the rounds, their stops, a scale.
pub fn draw(graph: Option<&Graph>, spots: &[Spot], lines: &[Line], title: &str) -> String {
    let corners = around(spots);
    let map = graph.map(|graph| roads::map::draw(graph, corners, title, BASE_BYTES));
    let (base, frame) = map.map_or_else(
        || {
            let frame = Frame::of(corners);
            (plain(&frame, title), frame)
        },
        |map| (map.svg, map.frame),
    );
    let mut drawn = String::new();
    for (number, line) in lines.iter().enumerate() {
        drawn.push_str(&path(&frame, spots, line, number));
    }
    drawn.push_str(&labels::written(&frame, spots, lines));
    drawn.push_str(&scale(&frame));
    let end = base.rfind("</svg>").unwrap_or(base.len());
    format!("{}{drawn}</svg>\n", &base[..end]).replacen(
        "class=\"basemap\"",
        "class=\"basemap rounds\"",
        1,
    )
}

/// South-west and north-east of all, with room for what stands beside a site.
fn around(spots: &[Spot]) -> (Coordinates, Coordinates) {
    let least = |of: fn(&Spot) -> i64| spots.iter().map(of).min().unwrap_or_default();
    let most = |of: fn(&Spot) -> i64| spots.iter().map(of).max().unwrap_or_default();
    let (latitude, longitude) = (|spot: &Spot| spot.at.latitude_e6, |spot: &Spot| spot.at.longitude_e6);
    let room = |low: i64, high: i64| (high - low) / 12 + 2_000;
    let (south, north) = (least(latitude), most(latitude));
    let (west, east) = (least(longitude), most(longitude));
    let (tall, wide) = (room(south, north), room(west, east));
    (
        Coordinates { latitude_e6: south - tall, longitude_e6: west - wide },
        Coordinates { latitude_e6: north + tall, longitude_e6: east + wide },
    )
}

fn plain(frame: &Frame, title: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"basemap\" viewBox=\"0 0 {} {}\" role=\"img\">\n\
         <title>{}</title>\n</svg>\n",
        frame.width,
        frame.height,
        escaped(title)
    )
}

/// A line under the line in the colour of the page, so that it stands out from the roads.
fn path(frame: &Frame, spots: &[Spot], line: &Line, number: usize) -> String {
    let places = line.stops.iter().filter_map(|stop| frame.place(spots.get(stop.spot)?.at));
    let points: Vec<String> = places.map(|(x, y)| format!("{x:.0},{y:.0}")).collect();
    let points = points.join(" ");
    let manner = number % MANNERS;
    let dashes = match DASHES[manner] {
        "" => String::new(),
        dashes => format!(" stroke-dasharray=\"{dashes}\""),
    };
    format!(
        "<g class=\"round round-{}\" fill=\"none\" stroke-linejoin=\"round\"><title>{}</title>\
         <polyline stroke=\"Canvas\" stroke-width=\"12\" stroke-opacity=\".75\" points=\"{points}\"/>\
         <polyline stroke=\"currentColor\" stroke-width=\"6\"{dashes} points=\"{points}\"/></g>\n",
        manner + 1,
        escaped(&format!("{} {}", letter(number), line.name)),
    )
}

/// A round number of metres that takes at most a quarter of the width.
fn scale(frame: &Frame) -> String {
    let a_kilometre = frame.units_a_kilometre();
    let steps = [100_000_u32, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100];
    let long = |metres: u32| f64::from(metres) / 1_000.0 * a_kilometre;
    let fits = steps.into_iter().find(|metres| long(*metres) <= f64::from(frame.width) / 4.0);
    let metres = fits.unwrap_or(50);
    let said = if metres < 1_000 { format!("{metres} m") } else { format!("{} km", metres / 1_000) };
    let (x, y) = (24.0, f64::from(frame.height) - 24.0);
    let mut svg = String::new();
    let _ = writeln!(
        svg,
        "<g class=\"scale\"><path fill=\"none\" stroke=\"currentColor\" stroke-width=\"3\" \
         d=\"M{x} {:.0}v12h{:.0}v-12\"/><text x=\"{:.0}\" y=\"{:.0}\" font-family=\"sans-serif\" \
         font-size=\"22\" fill=\"currentColor\" stroke=\"Canvas\" stroke-width=\"5\" \
         stroke-linejoin=\"round\" paint-order=\"stroke\">{said}</text></g>",
        y - 12.0,
        long(metres),
        x + 6.0,
        y - 12.0,
    );
    svg
}

/// Text as XML takes it.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests;
