//! The picture of a divided euro: a coin cut like a cake, drawn on the server.

use std::f64::consts::TAU;
use std::fmt::Write as _;

use super::model::Division;

const CENTRE: f64 = 120.0;
const OUTER: f64 = 112.0;
const INNER: f64 = 58.0;

/// The coin as an SVG of 240 by 240, its slices in the order of the components and of their colours;
/// `title` says what it shows to who cannot see it, `middle` stands in its middle.
pub fn coin(division: &Division, title: &str, middle: &str) -> String {
    let mut svg = format!(
        "<svg class=\"coin\" viewBox=\"0 0 240 240\" role=\"img\" aria-label=\"{}\">",
        escaped(title)
    );
    let mut from = 0;
    for part in division.parts().iter().filter(|part| part.mills > 0) {
        let to = from + part.mills;
        let _ = write!(svg, "<path class=\"slice {}\" d=\"{}\"/>", part.code(), slice(from, to));
        from = to;
    }
    let _ = write!(
        svg,
        "<text x=\"{CENTRE}\" y=\"128\" text-anchor=\"middle\">{}</text></svg>",
        escaped(middle)
    );
    svg
}

/// A slice of the ring between two thousandths of the turn, from the top and clockwise.
#[allow(clippy::cast_precision_loss, reason = "a thousand fits any float")]
fn slice(from: i64, to: i64) -> String {
    // A whole turn has no beginning and no end to draw an arc between: leave a hair open.
    let to = if to - from >= 1000 { 999.9 } else { to as f64 };
    let point = |radius: f64, mills: f64| {
        let angle = TAU * mills / 1000.0;
        (CENTRE + radius * angle.sin(), CENTRE - radius * angle.cos())
    };
    let from = from as f64;
    let long = i32::from(to - from > 500.0);
    let (x1, y1) = point(OUTER, from);
    let (x2, y2) = point(OUTER, to);
    let (x3, y3) = point(INNER, to);
    let (x4, y4) = point(INNER, from);
    format!(
        "M{x1:.1} {y1:.1}A{OUTER} {OUTER} 0 {long} 1 {x2:.1} {y2:.1}L{x3:.1} {y3:.1}\
         A{INNER} {INNER} 0 {long} 0 {x4:.1} {y4:.1}Z"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Component;
    use units::Cents;

    #[test]
    fn each_part_has_its_slice() {
        let mut division = Division::default();
        division.add(Component::Producer, Cents(750));
        division.add(Component::Hub, Cents(250));
        let svg = coin(&division, "Ferme & co", "1 €");
        assert_eq!(svg.matches("<path").count(), 2);
        assert!(svg.contains("aria-label=\"Ferme &amp; co\""));
        // The first slice begins at the top and ends after three quarters of the turn, on the left.
        assert!(svg.contains("M120.0 8.0A112 112 0 1 1 8.0 120.0"), "{svg}");
    }

    #[test]
    fn a_single_part_is_a_whole_ring() {
        let mut division = Division::default();
        division.add(Component::Producer, Cents(1));
        assert_eq!(coin(&division, "", "").matches("<path").count(), 1);
    }
}
