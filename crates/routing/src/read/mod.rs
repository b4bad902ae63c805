//! Problems as others write them: Solomon, Li & Lim, CVRPLIB, Sartori & Buriol; and our own JSON.
//!
//! Published instances have coordinates; distances between them are rounded as those who publish best known values do.
//! Travel takes as long as it is far.

mod cvrplib;
mod li_lim;
mod sartori;
mod solomon;

use crate::description::{Description, Profile, Request, Site, Stop, Vehicle};
use crate::problem::MOST_SITES;

/// A description, with what it takes to tell results as the file counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    pub description: Description,
    /// So many metres of the description are one unit of the file.
    pub scale: u32,
    /// Each request's numbers in the file: where it is picked up, where it is delivered.
    pub numbers: Vec<(Option<u32>, Option<u32>)>,
}

/// What is wrong with a file: the line, counted from 1, and what was expected there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("line {line}: {expected} is expected, and {found:?} is there; correct the line")]
    Line { line: usize, expected: &'static str, found: String },
    #[error("the file ends where {expected} is expected; is it whole?")]
    Short { expected: &'static str },
    #[error("line {line}, {field}: {what}; correct the file by the schema")]
    Json { line: usize, field: String, what: String },
    #[error("{0} is more than can be planned with: {1} sites at most")]
    Large(usize, usize),
}

/// Reads a file of any of these kinds; which it is, is seen from how it begins.
///
/// # Errors
/// [`Unreadable`], with the line.
pub fn read(text: &str) -> Result<Instance, Unreadable> {
    let head: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(12).collect();
    let begins = |word: &str| head.iter().any(|line| line.starts_with(word));
    if head.first().is_some_and(|line| line.starts_with('{')) {
        json(text)
    } else if begins("ROUTE-TIME") {
        sartori::read(text)
    } else if begins("EDGE_WEIGHT_TYPE") || begins("DIMENSION") {
        cvrplib::read(text)
    } else if begins("VEHICLE") {
        solomon::read(text)
    } else {
        li_lim::read(text)
    }
}

fn json(text: &str) -> Result<Instance, Unreadable> {
    let reader = &mut serde_json::Deserializer::from_str(text);
    let description: Description =
        serde_path_to_error::deserialize(reader).map_err(|error| Unreadable::Json {
            line: error.inner().line(),
            field: error.path().to_string(),
            what: error.inner().to_string(),
        })?;
    let numbers = vec![(None, None); description.requests.len()];
    Ok(Instance { description, scale: 1, numbers })
}

/// The lines that are not blank, with their numbers, and fields read one by one.
struct Lines<'a> {
    lines: Vec<(usize, &'a str)>,
    at: usize,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        let lines = (1..).zip(text.lines()).map(|(number, line)| (number, line.trim()));
        Self { lines: lines.filter(|(_, line)| !line.is_empty()).collect(), at: 0 }
    }

    fn next(&mut self, expected: &'static str) -> Result<(usize, &'a str), Unreadable> {
        let line = self.lines.get(self.at).copied().ok_or(Unreadable::Short { expected })?;
        self.at += 1;
        Ok(line)
    }

    fn ended(&self) -> bool {
        self.at >= self.lines.len()
    }

    /// Goes on behind the next line that begins with `word`; gives that line.
    fn behind(&mut self, word: &'static str) -> Result<(usize, &'a str), Unreadable> {
        loop {
            let line = self.next(word)?;
            if line.1.starts_with(word) {
                return Ok(line);
            }
        }
    }

    /// The whole numbers of the next line, `count` at least.
    fn numbers(&mut self, count: usize, expected: &'static str) -> Result<Numbers, Unreadable> {
        let (line, text) = self.next(expected)?;
        let fault = || Unreadable::Line { line, expected, found: text.chars().take(60).collect() };
        let numbers: Option<Vec<i64>> = text.split_whitespace().map(whole).collect();
        let values = numbers.filter(|numbers| numbers.len() >= count).ok_or_else(fault)?;
        Ok(Numbers { line, values })
    }
}

/// The whole numbers of a line.
struct Numbers {
    line: usize,
    values: Vec<i64>,
}

impl Numbers {
    fn amount(&self, at: usize, expected: &'static str) -> Result<u32, Unreadable> {
        amount(self.line, self.values[at], expected)
    }

    /// The fields that Solomon has, and Li & Lim begin with: number, x, y, demand, ready, due, service.
    fn row(&self, scale: u32) -> Result<Row, Unreadable> {
        let time = |at: usize| {
            let scaled = self.values[at].saturating_mul(scale.into());
            amount(self.line, scaled, "a time that is neither negative nor too late")
        };
        Ok(Row {
            line: self.line,
            x: self.values[1] as f64,
            y: self.values[2] as f64,
            amount: self.values[3],
            window: [time(4)?, time(5)?],
            service: time(6)?,
        })
    }
}

/// A whole number, also one written 12.0.
fn whole(word: &str) -> Option<i64> {
    word.parse().ok().or_else(|| {
        let value: f64 = word.parse().ok()?;
        (value.fract() == 0.0 && value.abs() < 1e12).then_some(value as i64)
    })
}

/// What stands behind `KEY :`.
fn value(line: &str) -> &str {
    line.split_once(':').map_or("", |(_, value)| value.trim())
}

fn amount(line: usize, value: i64, expected: &'static str) -> Result<u32, Unreadable> {
    u32::try_from(value).map_err(|_| Unreadable::Line { line, expected, found: value.to_string() })
}

/// One place of a file: number, coordinates, what is wanted there, and when.
struct Row {
    line: usize,
    x: f64,
    y: f64,
    amount: i64,
    window: [u32; 2],
    service: u32,
}

impl Row {
    fn load(&self) -> Result<u32, Unreadable> {
        amount(self.line, self.amount, "a demand that is not negative")
    }
}

fn stop(at: usize, row: &Row) -> Stop {
    Stop { site: at.to_string(), windows: vec![row.window], service_seconds: row.service, late: None }
}

/// A description of one depot, the first row, and vehicles that are alike.
fn one_depot(
    rows: &[Row],
    matrix: Vec<Vec<u32>>,
    requests: Vec<Request>,
    vehicles: usize,
    capacity: u32,
) -> Description {
    let vehicle = |at: usize| Vehicle {
        id: (at + 1).to_string(),
        profile: "road".to_owned(),
        start: "0".to_owned(),
        end: "0".to_owned(),
        shift: rows[0].window,
        capacity: vec![capacity],
        ..Vehicle::default()
    };
    Description {
        dimensions: vec!["load".to_owned()],
        sites: (0..rows.len()).map(|at| Site { id: at.to_string() }).collect(),
        profiles: vec![Profile { id: "road".to_owned(), seconds: matrix.clone(), metres: matrix }],
        requests,
        vehicles: (0..vehicles).map(vehicle).collect(),
        ..Description::default()
    }
}

fn matrix(rows: &[Row], rounded: impl Fn(f64) -> f64) -> Result<Vec<Vec<u32>>, Unreadable> {
    if rows.len() > MOST_SITES {
        return Err(Unreadable::Large(rows.len(), MOST_SITES));
    }
    let far = |a: &Row, b: &Row| rounded(libm::hypot(a.x - b.x, a.y - b.y)) as u32;
    Ok(rows.iter().map(|a| rows.iter().map(|b| far(a, b)).collect()).collect())
}
