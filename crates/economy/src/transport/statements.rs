//! What a statement of rounds says: each round at what it was booked, with the carrier's own VAT.

use people::organisations::{Organisation, VatRegime};
use units::{Code, Price, Quantity, Rate, Unit};

use super::RoundCost;
use crate::documents::{Frozen, Line, Shares, Subject, block, charge_vat};
use crate::vat::{self, VatCategory};
use crate::words::words;

/// A line for each round, with VAT charged.
pub(super) fn lines(carrier: &Organisation, rounds: &[RoundCost]) -> Vec<Line> {
    let t = words(carrier.language);
    let r = frame::Reader::new(carrier.language, &jiff::tz::TimeZone::UTC);
    let line = |round: &RoundCost| Line {
        subject: Subject::Round,
        heading: String::new(),
        label: t.carrier_line(round.round.to_string(), r.date(round.day)),
        detail: String::new(),
        quantity: Quantity::ONE,
        unit: Unit::Piece,
        price: Price(round.booked.0 * 100),
        vat_rate: rate(carrier, round),
        shares: Shares { producer: round.booked, ..Shares::default() },
        corrects: None,
    };
    let mut lines: Vec<Line> = rounds.iter().map(line).collect();
    charge_vat(&mut lines);
    lines
}

/// Carrying goods is taxed at the standard rate of the carrier's country.
///
/// # Source
/// Directive 2006/112/EC, art. 96; farmers' flat rate (art. 295 and 300) covers agricultural services, and carrying
/// the goods of others is none.
fn rate(carrier: &Organisation, round: &RoundCost) -> Option<Rate> {
    match carrier.vat_regime {
        VatRegime::Liable => {
            vat::rate_on(carrier.country, VatCategory::Standard, round.day).map(|line| line.rate)
        }
        VatRegime::Exempt | VatRegime::Farm => None,
    }
}

/// Who it is from and to, and the sentences that the law wants on it.
///
/// # Source
/// Directive 2006/112/EC, art. 226 (10a): an invoice that the customer issues says so.
pub(super) fn frozen(hub: &Organisation, carrier: &Organisation, rounds: &[RoundCost]) -> Frozen {
    let (t, language) = (words(carrier.language), carrier.language);
    let r = frame::Reader::new(language, &jiff::tz::TimeZone::UTC);
    let days = || rounds.iter().map(|round| round.day);
    let day = |day: Option<jiff::civil::Date>| day.map(|day| r.date(day)).unwrap_or_default();
    let regime = match carrier.vat_regime {
        VatRegime::Liable => None,
        VatRegime::Exempt | VatRegime::Farm => Some(t.carrier_regime(carrier.vat_regime.code())),
    };
    let self_billed = t.carrier_self_billed(&hub.name, &carrier.name);
    Frozen {
        language,
        issuer: block(language, hub),
        recipient: block(language, carrier),
        iban: carrier.iban.as_ref().map(units::numbers::Iban::written).unwrap_or_default(),
        subject: t.carrier_subject(day(days().min()), day(days().max())),
        notes: std::iter::once(self_billed).chain(regime).collect(),
    }
}
