//! CVRPLIB's format (TSPLIB 95 with capacities): deliveries without windows. Distances are rounded to the nearest whole.

use super::{Instance, Lines, Row, Unreadable, matrix, one_depot, value, whole};
use crate::description::{Request, Stop};
use crate::problem::HORIZON;

pub(super) fn read(text: &str) -> Result<Instance, Unreadable> {
    let mut lines = Lines::of(text);
    let mut capacity = None;
    loop {
        let (line, text) = lines.next("NODE_COORD_SECTION")?;
        if text.starts_with("NODE_COORD_SECTION") {
            break;
        }
        let fault = |expected| Unreadable::Line { line, expected, found: text.to_owned() };
        if text.starts_with("CAPACITY") {
            let read = whole(value(text)).and_then(|value| u32::try_from(value).ok());
            capacity = Some(read.ok_or_else(|| fault("a capacity"))?);
        } else if text.starts_with("EDGE_WEIGHT_TYPE") && value(text) != "EUC_2D" {
            return Err(fault("EUC_2D, the one kind of distance that is read"));
        }
    }
    let capacity = capacity.ok_or(Unreadable::Short { expected: "CAPACITY" })?;
    let mut rows = Vec::new();
    loop {
        let (line, text) = lines.next("DEMAND_SECTION")?;
        if text.starts_with("DEMAND_SECTION") {
            break;
        }
        let numbers: Option<Vec<f64>> = text.split_whitespace().map(|word| word.parse().ok()).collect();
        let [_, x, y] = numbers.unwrap_or_default()[..] else {
            return Err(Unreadable::Line { line, expected: "number, x, y", found: text.to_owned() });
        };
        rows.push(Row { line, x, y, amount: 0, window: [0, HORIZON], service: 0 });
    }
    for row in &mut rows {
        let demand = lines.numbers(2, "number and demand")?;
        (row.line, row.amount) = (demand.line, demand.values[1]);
    }
    if rows.is_empty() {
        return Err(Unreadable::Short { expected: "the depot" });
    }
    let matrix = matrix(&rows, |far| libm::floor(far + 0.5))?;
    let mut requests = Vec::new();
    for (at, row) in rows.iter().enumerate().skip(1) {
        requests.push(Request {
            id: at.to_string(),
            deliver: Some(Stop { site: at.to_string(), ..Stop::default() }),
            load: vec![row.load()?],
            ..Request::default()
        });
    }
    let demand: i64 = rows.iter().map(|row| row.amount).sum();
    let vehicles = demand.unsigned_abs().div_ceil(u64::from(capacity.max(1))) as usize * 2 + 5;
    let numbers = (1..rows.len() as u32).map(|at| (None, Some(at))).collect();
    let description = one_depot(&rows, matrix, requests, vehicles.min(rows.len()), capacity);
    Ok(Instance { description, scale: 1, numbers })
}
