//! The lines of rounds: along the roads where those are known, else straight, thin and dashed, as a guess is.

use std::fmt::Write as _;

use roads::map::Frame;
use roads::{Graph, Snap, Way};
use units::Coordinates;

use super::{Line, MANNERS, Spot, dashes, escaped, letter};

/// Bytes that the lines of all rounds may take together.
const BYTES: usize = 14 << 10;
/// From fine to coarse: the first that fits is drawn.
const STEPS: [u32; 7] = [1, 2, 3, 5, 8, 16, 32];

/// The lines of all rounds.
pub(super) struct Drawn {
    pub svg: String,
    /// Whether one goes straight, as nobody knows its road.
    pub has_guess: bool,
}

/// From one stop to the next.
enum Leg {
    Driven(Vec<Coordinates>),
    Guessed([Coordinates; 2]),
}

/// What is known of the road, and what is guessed of it: each as the `d` of a path, by [`KINDS`].
type Paths = [String; 2];

/// What each is called, and how wide it is.
const KINDS: [(&str, u32); 2] = [("way", 6), ("guess", 4)];

pub(super) fn written(frame: &Frame, spots: &[Spot], lines: &[Line<'_>]) -> Drawn {
    let legs: Vec<Vec<Leg>> = lines.iter().map(|line| legs(spots, line)).collect();
    let all = |step| legs.iter().map(|legs| paths(frame, legs, step)).collect::<Vec<Paths>>();
    let size = |paths: &[Paths]| paths.iter().flatten().map(String::len).sum::<usize>();
    let fitting = STEPS.into_iter().map(all).find(|paths| size(paths) <= BYTES);
    let paths = fitting.unwrap_or_else(|| all(STEPS[STEPS.len() - 1]));
    let mut svg = under(&paths);
    for ((number, line), paths) in lines.iter().enumerate().zip(&paths) {
        svg.push_str(&over(number, line, paths));
    }
    let has_guess = legs.iter().flatten().any(|leg| matches!(leg, Leg::Guessed(_)));
    Drawn { svg, has_guess }
}

fn legs(spots: &[Spot], line: &Line<'_>) -> Vec<Leg> {
    let places: Vec<Coordinates> =
        line.stops.iter().filter_map(|stop| spots.get(stop.spot)).map(|spot| spot.at).collect();
    let legs: Vec<[Coordinates; 2]> =
        places.windows(2).map(|leg| [leg[0], leg[1]]).filter(|[from, to]| from != to).collect();
    let ways = line.roads.map_or_else(Vec::new, |graph| ways(graph, &legs));
    let mut ways = ways.into_iter();
    let each = legs.into_iter().map(|[from, to]| match ways.next().flatten() {
        // From the door to the road, and from the road to the door.
        Some(way) => Leg::Driven([vec![from], way.points, vec![to]].concat()),
        None => Leg::Guessed([from, to]),
    });
    each.collect()
}

/// The way of each leg; none for one that begins or ends far from any road.
fn ways(graph: &Graph, legs: &[[Coordinates; 2]]) -> Vec<Option<Way>> {
    let snap = |place: Coordinates| roads::snap(graph, place);
    let on_roads: Vec<Option<(Snap, Snap)>> =
        legs.iter().map(|[from, to]| snap(*from).zip(snap(*to))).collect();
    let known: Vec<(Snap, Snap)> = on_roads.iter().flatten().copied().collect();
    let mut found = roads::ways(graph, &known).into_iter();
    on_roads.iter().map(|leg| leg.as_ref().and_then(|_| found.next().flatten())).collect()
}

fn paths(frame: &Frame, legs: &[Leg], step: u32) -> Paths {
    let mut paths = Paths::default();
    for leg in legs {
        match leg {
            Leg::Driven(points) => paths[0].push_str(&frame.line(points, step)),
            Leg::Guessed(ends) => paths[1].push_str(&frame.line(ends, 1)),
        }
    }
    paths
}

/// All lines in the colour of the page, wider: so they stand out from the roads, and none hides another.
fn under(paths: &[Paths]) -> String {
    let mut svg = String::new();
    for (at, (kind, width)) in KINDS.into_iter().enumerate() {
        let _ = write!(
            svg,
            "<g fill=\"none\" stroke=\"Canvas\" stroke-opacity=\".75\" stroke-linejoin=\"round\" \
             stroke-width=\"{}\">",
            width * 2
        );
        for (number, paths) in paths.iter().enumerate().filter(|(_, paths)| !paths[at].is_empty()) {
            let _ = write!(svg, "<path id=\"{kind}-{number}\" d=\"{}\"/>", paths[at]);
        }
        svg.push_str("</g>\n");
    }
    svg
}

/// The same lines in the colour and with the dashes of their round.
fn over(number: usize, line: &Line<'_>, paths: &Paths) -> String {
    let mut svg = format!(
        "<g class=\"round round-{}\" fill=\"none\" stroke=\"currentColor\" stroke-linejoin=\"round\"><title>{}</title>",
        number % MANNERS + 1,
        escaped(&format!("{} {}", letter(number), line.name)),
    );
    for ((kind, width), path) in KINDS.into_iter().zip(paths) {
        let dashes = match dashes(number, kind == "guess") {
            "" => String::new(),
            dashes => format!(" stroke-dasharray=\"{dashes}\""),
        };
        if !path.is_empty() {
            let _ = write!(svg, "<use href=\"#{kind}-{number}\" stroke-width=\"{width}\"{dashes}/>");
        }
    }
    svg.push_str("</g>\n");
    svg
}
