//! What the numbers in tables measure, so that a file for people has euros and dates in it.

use store::catalogue::Kind;

/// How a number stands in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// As it is: a count, a number, minutes of the day.
    Plain,
    /// A decimal with so many digits behind the mark.
    Decimal(u32),
    /// Microseconds since 1970, as RFC 3339.
    Instant,
    /// A truth value.
    Truth,
}

const CENTS: [&str; 17] = [
    "amount",
    "deposit",
    "hub_per_order",
    "hub_per_unit",
    "net",
    "packing_per_order",
    "packing_per_unit",
    "still_open",
    "to_deposit",
    "to_hub",
    "to_packing",
    "to_producer",
    "to_transport",
    "to_vat",
    "transport_per_order",
    "transport_per_unit",
    "vat",
];
const PRICES: [&str; 1] = ["price"];
const RATES: [&str; 4] = ["hub_rate", "packing_rate", "transport_rate", "vat_rate"];
const THOUSANDTHS: [&str; 15] = [
    "after",
    "before",
    "content",
    "cycle_stock",
    "grain",
    "invoiced",
    "measure",
    "measure_per_unit",
    "ordered",
    "quantity",
    "received",
    "second_grain",
    "second_left",
    "share",
    "step",
];
/// SQLite keeps them as numbers.
const TRUTHS: [&str; 9] = [
    "hidden",
    "public_euro",
    "receives_cold",
    "receives_dry",
    "receives_frozen",
    "repeats",
    "secret",
    "stop_asked",
    "takes_second_choice",
];
const MILLIONTHS: [&str; 2] = ["latitude_e6", "longitude_e6"];
/// Numbers whose unit another column of the row tells: in its smallest parts, as they are.
const BY_THEIR_UNIT: [(&str, &str); 2] = [("transfer", "amount"), ("fee", "amount")];

/// What the numbers of a column measure.
pub fn measure(table: &str, column: &str, kind: Kind) -> Measure {
    match kind {
        Kind::Bool => return Measure::Truth,
        Kind::Text | Kind::Bytes => return Measure::Plain,
        Kind::Int => {}
    }
    if TRUTHS.contains(&column) {
        Measure::Truth
    } else if BY_THEIR_UNIT.contains(&(table, column)) {
        Measure::Plain
    } else if column == "at" || column == "since" || column.ends_with("_at") {
        Measure::Instant
    } else if CENTS.contains(&column) || RATES.contains(&column) {
        Measure::Decimal(2)
    } else if PRICES.contains(&column) {
        Measure::Decimal(4)
    } else if THOUSANDTHS.contains(&column) {
        Measure::Decimal(3)
    } else if MILLIONTHS.contains(&column) {
        Measure::Decimal(6)
    } else {
        Measure::Plain
    }
}
