//! Li & Lim's format: goods from place to place, with windows. Distances and times are a thousand times the file's,
//! rounded to the nearest.

use super::{Instance, Lines, Unreadable, matrix, one_depot, stop};
use crate::description::Request;

const SCALE: u32 = 1_000;

pub(super) fn read(text: &str) -> Result<Instance, Unreadable> {
    let mut lines = Lines::of(text);
    let fleet = lines.numbers(2, "the number of vehicles and their capacity")?;
    let (mut rows, mut pairs) = (Vec::new(), Vec::new());
    while !lines.ended() {
        let row = lines.numbers(9, "number, x, y, demand, ready, due, service, pickup, delivery")?;
        if !rows.is_empty() && row.values[7] == 0 {
            pairs.push((rows.len(), row.amount(8, "the number of a delivery")? as usize));
        }
        rows.push(row.row(SCALE)?);
    }
    if rows.is_empty() {
        return Err(Unreadable::Short { expected: "the depot" });
    }
    let matrix = matrix(&rows, |far| libm::floor(far * f64::from(SCALE) + 0.5))?;
    let mut requests = Vec::new();
    for &(from, to) in &pairs {
        let Some(delivery) = rows.get(to).filter(|_| to > 0) else {
            return Err(Unreadable::Line {
                line: rows[from].line,
                expected: "the number of a delivery",
                found: to.to_string(),
            });
        };
        requests.push(Request {
            id: format!("{from}-{to}"),
            pick_up: Some(stop(from, &rows[from])),
            deliver: Some(stop(to, delivery)),
            load: vec![rows[from].load()?],
            ..Request::default()
        });
    }
    let numbers = pairs.iter().map(|&(from, to)| (Some(from as u32), Some(to as u32))).collect();
    let vehicles = fleet.amount(0, "a number of vehicles")? as usize;
    let capacity = fleet.amount(1, "a capacity")?;
    let description = one_depot(&rows, matrix, requests, vehicles.min(pairs.len().max(1)), capacity);
    Ok(Instance { description, scale: SCALE, numbers })
}
