//! Solomon's format, also that of Gehring & Homberger: deliveries with windows. Distances and times are ten times the
//! file's, rounded down (the DIMACS challenge of 2021).

use super::{Instance, Lines, Row, Unreadable, amount, matrix, one_depot, stop};
use crate::description::Request;

const SCALE: u32 = 10;

pub(super) fn read(text: &str) -> Result<Instance, Unreadable> {
    let mut lines = Lines::of(text);
    lines.behind("NUMBER")?;
    let fleet = lines.numbers(2, "the number of vehicles and their capacity")?;
    lines.behind("CUST NO")?;
    let mut rows = Vec::new();
    while !lines.ended() {
        let row = lines.numbers(7, "number, x, y, demand, ready, due, service")?;
        let time =
            |at: usize| amount(row[at].saturating_mul(SCALE.into()), "a time that is not negative");
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
    let matrix = matrix(&rows, |far| libm::floor(far * f64::from(SCALE)))?;
    let mut requests = Vec::new();
    for (at, row) in rows.iter().enumerate().skip(1) {
        requests.push(Request {
            id: at.to_string(),
            deliver: Some(stop(at, row)),
            load: vec![amount(row.amount, "a demand that is not negative")?],
            ..Request::default()
        });
    }
    let numbers = (1..rows.len() as u32).map(|at| (None, Some(at))).collect();
    let vehicles = amount(fleet[0], "a number of vehicles")? as usize;
    let capacity = amount(fleet[1], "a capacity")?;
    let description = one_depot(&rows, matrix, requests, vehicles.min(rows.len()), capacity);
    Ok(Instance { description, scale: SCALE, numbers })
}
