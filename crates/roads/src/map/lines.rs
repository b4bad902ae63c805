//! The roads of a map: chained where they go on, simplified, and written in few bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::Frame;
use crate::graph::Graph;
use crate::point::Point;
use crate::profile::Class;

/// How a class is drawn: width in units, and how strong of 100.
const fn pen(class: Class) -> (&'static str, &'static str) {
    match class {
        Class::Motorway => ("7", ".6"),
        Class::Trunk => ("6", ".55"),
        Class::Primary => ("5", ".5"),
        Class::Secondary => ("4", ".42"),
        Class::Tertiary => ("3", ".36"),
        Class::Ferry => ("2", ".4"),
        _ => ("2", ".3"),
    }
}

/// The roads that a frame shows, as lines in its units: found once, then written as finely as there is room.
pub struct Lines(BTreeMap<Class, Vec<Run>>);

/// A part of a road within the frame.
type Run = Vec<(f64, f64)>;

impl Lines {
    /// All roads down to `finest` that come into the frame.
    pub fn of(graph: &Graph, frame: &Frame, finest: Class) -> Self {
        let mut of_class: BTreeMap<Class, Vec<u32>> = BTreeMap::new();
        for edge in 0..u32::try_from(graph.edges.from.len()).unwrap_or(u32::MAX) {
            let class = graph.class(edge);
            if (class <= finest || class == Class::Ferry) && is_near(graph, frame, edge) {
                of_class.entry(class).or_default().push(edge);
            }
        }
        let runs = |edges: Vec<u32>| {
            chains(graph, &edges).iter().flat_map(|chain| runs(frame, chain)).collect()
        };
        Self(of_class.into_iter().map(|(class, edges)| (class, runs(edges))).collect())
    }

    /// Down to `finest`, the smallest first so that the widest lie on top; none where it takes more than `most` bytes.
    ///
    /// Points lie on a grid of `step` units, and what falls together there is drawn once.
    pub fn written(&self, finest: Class, step: u32, most: usize) -> Option<String> {
        let mut svg = String::new();
        let shown = |class: Class| class <= finest || class == Class::Ferry;
        for (class, runs) in self.0.iter().rev().filter(|(class, _)| shown(**class)) {
            let path = path(runs, step, most.checked_sub(svg.len())?)?;
            if path.is_empty() {
                continue;
            }
            let (width, opacity) = pen(*class);
            let dashes = if *class == Class::Ferry { " stroke-dasharray=\"10 8\"" } else { "" };
            let _ = writeln!(
                svg,
                "<path class=\"{}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"{width}\" \
                 stroke-opacity=\"{opacity}\" stroke-linejoin=\"round\"{dashes} d=\"{path}\"/>",
                class.name(),
            );
        }
        (svg.len() <= most).then_some(svg)
    }
}

/// One line as the `d` of a path, off by at most about `step` units.
pub fn line(frame: &Frame, points: impl Iterator<Item = Point>, step: u32) -> String {
    let points: Vec<(f64, f64)> = points.map(|point| frame.project(point)).collect();
    let mut path = String::new();
    write_line(&on_grid(&simplified(&points, f64::from(step) * 0.8), step), &mut path);
    path
}

/// Whether the box around both ends comes near the frame; a road's course strays little from it.
fn is_near(graph: &Graph, frame: &Frame, edge: u32) -> bool {
    let (from, to) = graph.ends(edge * 2);
    let a = frame.project(graph.junctions[from as usize]);
    let b = frame.project(graph.junctions[to as usize]);
    let stray = 2.0 * frame.units_a_kilometre();
    touches(frame, a, b, stray)
}

fn touches(frame: &Frame, a: (f64, f64), b: (f64, f64), margin: f64) -> bool {
    a.0.max(b.0) >= -margin
        && a.0.min(b.0) <= f64::from(frame.width) + margin
        && a.1.max(b.1) >= -margin
        && a.1.min(b.1) <= f64::from(frame.height) + margin
}

fn path(runs: &[Run], step: u32, most: usize) -> Option<String> {
    let (mut path, mut drawn) = (String::new(), BTreeSet::new());
    for run in runs {
        let line = on_grid(&simplified(run, f64::from(step) * 0.8), step);
        let back: Vec<_> = line.iter().rev().copied().collect();
        if line.len() > 1 && !drawn.contains(&back) && drawn.insert(line.clone()) {
            write_line(&line, &mut path);
        }
        if path.len() > most {
            return None;
        }
    }
    Some(path)
}

/// Edges put end to end where exactly two of a class meet.
fn chains(graph: &Graph, edges: &[u32]) -> Vec<Vec<Point>> {
    let mut at: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for &edge in edges {
        let (from, to) = graph.ends(edge * 2);
        at.entry(from).or_default().push(edge);
        at.entry(to).or_default().push(edge);
    }
    let mut left: BTreeSet<u32> = edges.iter().copied().collect();
    let mut chains = Vec::new();
    for &edge in edges {
        if !left.remove(&edge) {
            continue;
        }
        let (from, to) = graph.ends(edge * 2);
        let mut line: Vec<_> = graph.course(edge).collect();
        grow(graph, &at, &mut left, to, &mut line);
        line.reverse();
        grow(graph, &at, &mut left, from, &mut line);
        chains.push(line);
    }
    chains
}

fn grow(
    graph: &Graph,
    at: &BTreeMap<u32, Vec<u32>>,
    left: &mut BTreeSet<u32>,
    mut end: u32,
    line: &mut Vec<Point>,
) {
    while let Some([a, b]) = at.get(&end).map(Vec::as_slice) {
        let Some(next) = [*a, *b].into_iter().find(|edge| left.remove(edge)) else { return };
        let (from, to) = graph.ends(next * 2);
        let course: Vec<_> = graph.course(next).collect();
        if from == end {
            line.extend(course.into_iter().skip(1));
            end = to;
        } else {
            line.extend(course.into_iter().rev().skip(1));
            end = from;
        }
    }
}

/// The runs of a line that come into the frame.
fn runs(frame: &Frame, line: &[Point]) -> Vec<Run> {
    let points: Vec<(f64, f64)> = line.iter().map(|point| frame.project(*point)).collect();
    let mut runs = Vec::new();
    let mut begin = None;
    for (index, pair) in points.windows(2).enumerate() {
        match (touches(frame, pair[0], pair[1], 4.0), begin) {
            (true, None) => begin = Some(index),
            (false, Some(first)) => {
                runs.push(points[first..=index].to_vec());
                begin = None;
            }
            _ => {}
        }
    }
    runs.extend(begin.map(|first| points[first..].to_vec()));
    runs
}

/// The points without which a line would be off by more than `tolerance`.
///
/// # Source
/// Douglas and Peucker, *Algorithms for the reduction of the number of points*, Cartographica 10 (1973).
fn simplified(points: &[(f64, f64)], tolerance: f64) -> Vec<(f64, f64)> {
    let mut keep = vec![false; points.len()];
    let Some(last) = points.len().checked_sub(1) else { return Vec::new() };
    (keep[0], keep[last]) = (true, true);
    let mut open = vec![(0, last)];
    while let Some((first, last)) = open.pop() {
        let off = |at: usize| distance(points[at], points[first], points[last]);
        let farthest = (first + 1..last).max_by(|a, b| off(*a).total_cmp(&off(*b)));
        if let Some(at) = farthest.filter(|at| off(*at) > tolerance) {
            keep[at] = true;
            open.extend([(first, at), (at, last)]);
        }
    }
    points.iter().zip(keep).filter(|(_, keep)| *keep).map(|(point, _)| *point).collect()
}

fn distance(point: (f64, f64), a: (f64, f64), b: (f64, f64)) -> f64 {
    let along = (b.0 - a.0, b.1 - a.1);
    let length = along.0.powi(2) + along.1.powi(2);
    let off = (point.0 - a.0, point.1 - a.1);
    let share = if length > 0.0 { (off.0 * along.0 + off.1 * along.1) / length } else { 0.0 };
    let share = share.clamp(0.0, 1.0);
    (off.0 - along.0 * share).hypot(off.1 - along.1 * share)
}

/// Whole units, the nearest that are multiples of `step`.
fn on_grid(points: &[(f64, f64)], step: u32) -> Vec<(i32, i32)> {
    #[expect(clippy::cast_possible_truncation, reason = "a cast of a float saturates")]
    let whole = |unit: f64| ((unit / f64::from(step)).round() * f64::from(step)) as i32;
    let mut line: Vec<(i32, i32)> = points.iter().map(|at| (whole(at.0), whole(at.1))).collect();
    line.dedup();
    line
}

/// Each point by its difference from the one before.
fn write_line(line: &[(i32, i32)], path: &mut String) {
    let Some((&first, rest)) = line.split_first() else { return };
    let mut last = first;
    let _ = write!(path, "M{}", pair(first));
    for (index, point) in rest.iter().enumerate() {
        let step = pair((point.0.saturating_sub(last.0), point.1.saturating_sub(last.1)));
        let mark = match index {
            0 => "l",
            _ if step.starts_with('-') => "",
            _ => " ",
        };
        path.push_str(mark);
        path.push_str(&step);
        last = *point;
    }
}

fn pair((x, y): (i32, i32)) -> String {
    if y < 0 { format!("{x}{y}") } else { format!("{x} {y}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_keeps_its_corners_and_takes_few_bytes() {
        let line = [(0.0, 0.0), (5.0, 0.3), (10.0, 0.0), (10.2, 5.0), (10.0, 9.6), (4.0, -3.0)];
        let kept = simplified(&line, 0.8);
        assert_eq!(kept, [(0.0, 0.0), (10.0, 0.0), (10.0, 9.6), (4.0, -3.0)]);
        let mut path = String::new();
        write_line(&on_grid(&kept, 1), &mut path);
        assert_eq!(path, "M0 0l10 0 0 10-6-13");
    }
}
