//! The course of an edge between its junctions, as differences of a few bytes each.

use crate::point::Point;

/// Appends the points between the ends of an edge that begins at `from`.
pub fn encode(from: Point, between: &[Point], shapes: &mut Vec<u8>) {
    let mut last = from;
    for &point in between {
        put(i64::from(point.latitude_e7) - i64::from(last.latitude_e7), shapes);
        put(i64::from(point.longitude_e7) - i64::from(last.longitude_e7), shapes);
        last = point;
    }
}

fn put(difference: i64, shapes: &mut Vec<u8>) {
    let mut number = ((difference << 1) ^ (difference >> 63)).cast_unsigned();
    while number >= 0x80 {
        shapes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    shapes.push((number & 0x7f) as u8);
}

/// The points of an edge, its junctions included. A broken shape ends early, at the last junction.
#[derive(Debug, Clone)]
pub struct Course<'a> {
    at: Point,
    began: bool,
    between: crate::pbf::wire::Packed<'a>,
    end: Option<Point>,
}

impl<'a> Course<'a> {
    pub fn of(from: Point, shape: &'a [u8], to: Point) -> Self {
        Self { at: from, began: false, between: crate::pbf::wire::Packed::of(shape), end: Some(to) }
    }

    fn between(&mut self) -> Option<Point> {
        let mut add = |at: i32| {
            let difference = crate::pbf::wire::zigzag(self.between.next()?);
            i32::try_from(i64::from(at).checked_add(difference)?).ok()
        };
        let latitude_e7 = add(self.at.latitude_e7)?;
        let longitude_e7 = add(self.at.longitude_e7)?;
        self.at = Point { latitude_e7, longitude_e7 };
        Some(self.at)
    }
}

impl Iterator for Course<'_> {
    type Item = Point;

    fn next(&mut self) -> Option<Point> {
        if !self.began {
            self.began = true;
            return Some(self.at);
        }
        self.end?;
        self.between().or_else(|| self.end.take())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_course_is_read_as_it_was_written(
            points in proptest::collection::vec((-900_000_000..900_000_000, -1_800_000_000..1_800_000_000), 2..20)
        ) {
            let points: Vec<Point> = points
                .into_iter()
                .map(|(latitude_e7, longitude_e7)| Point { latitude_e7, longitude_e7 })
                .collect();
            let (from, to) = (points[0], points[points.len() - 1]);
            let mut shape = Vec::new();
            encode(from, &points[1..points.len() - 1], &mut shape);
            prop_assert_eq!(Course::of(from, &shape, to).collect::<Vec<_>>(), points);
        }

        #[test]
        fn any_bytes_are_some_course(shape in proptest::collection::vec(any::<u8>(), 0..60)) {
            let course = Course::of(Point::default(), &shape, Point::default());
            prop_assert!(course.count() <= 2 + shape.len());
        }
    }
}
