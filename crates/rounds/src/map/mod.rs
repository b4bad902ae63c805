//! The map of a plan: its rounds over the base map of the network, told apart without colour alone.
//!
//! Every round has a letter, its stops the letter and their number; its line has dashes of its own and follows the
//! roads where they are known. Colours are the style sheet's (`.round-1`), so that the map is read on paper and in the
//! dark. Without a network the sites stand on a plain ground with a scale, and lines go straight.

mod labels;
mod lines;

use std::fmt::Write as _;

use askama::Template;
use frame::Outcome;
use roads::Graph;
use roads::map::Frame;
use units::{Coordinates, Language};

use crate::words::{Words, words};

/// Bytes that the base map may take: a page has a hundred thousand, and packs them to a third.
const BASE_BYTES: usize = 36 << 10;
/// How many lines look different before they begin anew.
const MANNERS: usize = 8;
const DASHES: [&str; MANNERS] = ["", "24 10", "6 8", "24 8 6 8", "40 12", "12 6", "24 8 6 8 6 8", "2 8"];
/// The dashes of the first manner where its line is a guess.
const GUESSED: &str = "16 12";

/// South-west and north-east.
pub type Corners = (Coordinates, Coordinates);

/// A site of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    pub name: String,
    pub at: Coordinates,
}

/// A vehicle's round: where it leaves from, where it halts, where it ends.
#[derive(Clone)]
pub struct Line<'g> {
    /// The vehicle, as people know it.
    pub name: String,
    pub stops: Vec<Stop>,
    /// What the vehicle drives on; none where nobody knows which way it takes.
    pub roads: Option<&'g Graph>,
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

/// What rounds are drawn on: roads and places where there is a network, else nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Ground {
    svg: String,
    frame: Frame,
}

impl Ground {
    /// The ground between two corners; a country takes long to draw.
    pub fn of(graph: Option<&Graph>, corners: Corners, title: &str) -> Self {
        if let Some(graph) = graph {
            let map = roads::map::draw(graph, corners, title, BASE_BYTES);
            return Self { svg: map.svg, frame: map.frame };
        }
        let frame = Frame::of(corners);
        Self { svg: plain(&frame, title), frame }
    }
}

/// A map and the same in words, as one part of a page.
///
/// # Errors
/// Only where a template cannot be written.
pub fn figure(
    ground: &Ground,
    spots: &[Spot],
    lines: &[Line<'_>],
    language: Language,
) -> Outcome<String> {
    let map = draw(ground, spots, lines);
    let page = Figure { t: words(language), map, spots, lines };
    page.render().map_err(|error| anyhow::Error::new(error).context("writing a map").into())
}

#[derive(Template)]
#[template(path = "map/figure.html")]
struct Figure<'a> {
    t: &'static Words,
    map: Map,
    spots: &'a [Spot],
    lines: &'a [Line<'a>],
}

/// One `<svg>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Map {
    pub svg: String,
    /// Whether a line goes straight, as nobody knows its road.
    pub has_guess: bool,
}

impl Figure<'_> {
    fn letter(&self, line: &usize) -> String {
        letter(*line)
    }

    fn manner(&self, line: &usize) -> usize {
        line % MANNERS + 1
    }

    fn dashes(&self, line: &usize) -> &'static str {
        dashes(*line, self.lines[*line].roads.is_none())
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

fn dashes(line: usize, is_guess: bool) -> &'static str {
    match DASHES[line % MANNERS] {
        "" if is_guess => GUESSED,
        dashes => dashes,
    }
}

fn mark(line: &Line<'_>, number: usize, stop: usize) -> String {
    if line.stops[stop].is_base {
        return String::new();
    }
    let before = line.stops[..=stop].iter().filter(|stop| !stop.is_base).count();
    format!("{}{before}", letter(number))
}

/// The ground, the rounds, their stops, a scale.
pub fn draw(ground: &Ground, spots: &[Spot], lines: &[Line<'_>]) -> Map {
    let frame = &ground.frame;
    let rounds = lines::written(frame, spots, lines);
    let signs = labels::written(frame, spots, lines);
    let (below, end) = ground.svg.split_at(ground.svg.rfind("</svg>").unwrap_or(ground.svg.len()));
    let svg = format!("{below}{}{signs}{}{end}", rounds.svg, scale(frame));
    let svg = svg.replacen("class=\"basemap\"", "class=\"basemap rounds\"", 1);
    Map { svg, has_guess: rounds.has_guess }
}

/// South-west and north-east of all, with room for what stands beside a site.
pub fn around(spots: &[Spot]) -> Corners {
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
