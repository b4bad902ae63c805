//! Sartori & Buriol's format: goods from place to place in real towns, with a matrix of whole minutes.

use super::{Instance, Lines, Row, Unreadable, amount, one_depot, stop, value, whole};
use crate::description::Request;
use crate::problem::MOST_SITES;

pub(super) fn read(text: &str) -> Result<Instance, Unreadable> {
    let mut lines = Lines::of(text);
    let number = |(line, text): (usize, &str), expected| {
        let read = whole(value(text)).and_then(|value| u32::try_from(value).ok());
        read.ok_or_else(|| Unreadable::Line { line, expected, found: text.to_owned() })
    };
    let size = number(lines.behind("SIZE")?, "the number of places")? as usize;
    let capacity = number(lines.behind("CAPACITY")?, "a capacity")?;
    if size > MOST_SITES {
        return Err(Unreadable::Large(size, MOST_SITES));
    }
    lines.behind("NODES")?;
    let mut rows = Vec::new();
    for _ in 0..size {
        let (line, text) = lines.next("a place")?;
        let expected = "number, latitude, longitude, demand, from, to, service, pickup, delivery";
        let fields: Option<Vec<f64>> = text.split_whitespace().map(|word| word.parse().ok()).collect();
        let fields = fields.filter(|fields| fields.len() >= 7);
        let fields =
            fields.ok_or_else(|| Unreadable::Line { line, expected, found: text.to_owned() })?;
        let time = |at: usize| amount(line, fields[at] as i64, "a time that is not negative");
        rows.push(Row {
            line,
            x: fields[1],
            y: fields[2],
            amount: fields[3] as i64,
            window: [time(4)?, time(5)?],
            service: time(6)?,
        });
    }
    if rows.is_empty() {
        return Err(Unreadable::Short { expected: "the depot" });
    }
    lines.behind("EDGES")?;
    let mut matrix = Vec::new();
    for _ in 0..size {
        let row = lines.numbers(size, "a row of minutes")?;
        let row: Result<Vec<u32>, Unreadable> =
            (0..size).map(|at| row.amount(at, "minutes that are not negative")).collect();
        matrix.push(row?);
    }
    let half = (size - 1) / 2;
    let mut requests = Vec::new();
    for from in 1..=half {
        requests.push(Request {
            id: format!("{from}-{}", from + half),
            pick_up: Some(stop(from, &rows[from])),
            deliver: Some(stop(from + half, &rows[from + half])),
            load: vec![rows[from].load()?],
            ..Request::default()
        });
    }
    let numbers = (1..=half as u32).map(|from| (Some(from), Some(from + half as u32))).collect();
    let description = one_depot(&rows, matrix, requests, half.max(1), capacity);
    Ok(Instance { description, scale: 1, numbers })
}
