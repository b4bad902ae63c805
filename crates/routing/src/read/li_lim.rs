//! Li & Lim's format: goods from place to place, with windows. Distances and times are a thousand times the file's,
//! rounded to the nearest.

use super::{Instance, Lines, Row, Unreadable, amount, matrix, one_depot, stop};
use crate::description::Request;

const SCALE: u32 = 1_000;

pub(super) fn read(text: &str) -> Result<Instance, Unreadable> {
    let mut lines = Lines::of(text);
    let fleet = lines.numbers(2, "the number of vehicles and their capacity")?;
    let (mut rows, mut pairs) = (Vec::new(), Vec::new());
    while !lines.ended() {
        let row = lines.numbers(9, "number, x, y, demand, ready, due, service, pickup, delivery")?;
        let time =
            |at: usize| amount(row[at].saturating_mul(SCALE.into()), "a time that is not negative");
        if !rows.is_empty() && row[7] == 0 {
            pairs.push((rows.len(), amount(row[8], "the number of a delivery")? as usize));
        }
        rows.push(Row {
            x: row[1] as f64,
            y: row[2] as f64,
            amount: row[3],
            window: [time(4)?, time(5)?],
            service: time(6)?,
        });
    }
    if rows.is_empty() {
        return Err(Unreadable::Short { expected: "the depot" });
    }
    let matrix = matrix(&rows, |far| libm::floor(far * f64::from(SCALE) + 0.5))?;
    let mut requests = Vec::new();
    for &(from, to) in &pairs {
        let Some(delivery) = rows.get(to).filter(|_| to > 0) else {
            return Err(Unreadable::Line {
                line: from + 2,
                expected: "the number of a delivery",
                found: to.to_string(),
            });
        };
        requests.push(Request {
            id: format!("{from}-{to}"),
            pick_up: Some(stop(from, &rows[from])),
            deliver: Some(stop(to, delivery)),
            load: vec![amount(rows[from].amount, "a demand that is not negative at a pickup")?],
            ..Request::default()
        });
    }
    let numbers = pairs.iter().map(|&(from, to)| (Some(from as u32), Some(to as u32))).collect();
    let vehicles = amount(fleet[0], "a number of vehicles")? as usize;
    let capacity = amount(fleet[1], "a capacity")?;
    let description = one_depot(&rows, matrix, requests, vehicles.min(pairs.len().max(1)), capacity);
    Ok(Instance { description, scale: SCALE, numbers })
}
