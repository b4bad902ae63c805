//! Solomon's format, also that of Gehring & Homberger: deliveries with windows. Distances and times are ten times the
//! file's, rounded down (the DIMACS challenge of 2021).

use super::{Instance, Lines, Unreadable, matrix, one_depot, stop};
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
        rows.push(row.row(SCALE)?);
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
            load: vec![row.load()?],
            ..Request::default()
        });
    }
    let numbers = (1..rows.len() as u32).map(|at| (None, Some(at))).collect();
    let vehicles = fleet.amount(0, "a number of vehicles")? as usize;
    let capacity = fleet.amount(1, "a capacity")?;
    let description = one_depot(&rows, matrix, requests, vehicles.min(rows.len()), capacity);
    Ok(Instance { description, scale: SCALE, numbers })
}
