//! What both kinds of server have in common: a table of floating numbers that has to be whole, and sites that have to
//! be near a road.

use roads::{UNREACHABLE, limits};

/// Why a server's answer is no table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ServerFault {
    /// It does not answer, with what the call ended in.
    Silent(String),
    /// It refuses, in its own words.
    Refuses(String),
    /// It answers something else than what was asked.
    NoTable,
    /// Sites that no road comes near, by their place in the list.
    OffRoad(Vec<usize>),
}

/// Seconds and metres from some sites to some others, row by row.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    pub seconds: Vec<u32>,
    pub metres: Vec<u32>,
}

/// A cell as the server wrote it; none where no way leads.
pub(super) type Cell = Option<f64>;

/// Both tables as whole numbers, if they have `rows` by `columns` cells.
pub(super) fn table(
    cells: Vec<Vec<(Cell, Cell)>>,
    rows: usize,
    columns: usize,
) -> Result<Table, ServerFault> {
    if cells.len() != rows || cells.iter().any(|row| row.len() != columns) {
        return Err(ServerFault::NoTable);
    }
    let (mut seconds, mut metres) = (Vec::new(), Vec::new());
    for (time, distance) in cells.into_iter().flatten() {
        let (time, distance) = match (time, distance) {
            (Some(time), Some(distance)) => (whole(time)?, whole(distance)?),
            _ => (UNREACHABLE, UNREACHABLE),
        };
        seconds.push(time);
        metres.push(distance);
    }
    Ok(Table { seconds, metres })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held within what fits")]
fn whole(number: f64) -> Result<u32, ServerFault> {
    if (0.0..=4e9).contains(&number) { Ok(number.round() as u32) } else { Err(ServerFault::NoTable) }
}

/// Whether a server moved a site farther to a road than we would: some move it as far as their map goes.
pub(super) fn is_off_road(metres: f64) -> bool {
    metres > f64::from(limits::SNAP_METRES)
}

/// What a server says of itself, of a length that a page has room for.
pub(super) fn its_words(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).take(200).collect()
}

/// A coordinate in degrees, as both kinds take it.
pub(super) fn degrees(e6: i64) -> String {
    let sign = if e6 < 0 { "-" } else { "" };
    format!("{sign}{}.{:06}", e6.unsigned_abs() / 1_000_000, e6.unsigned_abs() % 1_000_000)
}
