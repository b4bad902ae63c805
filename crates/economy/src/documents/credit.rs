//! What a credit note takes back of an invoice: parts of its lines, to the cent of what was charged.

use std::collections::{BTreeMap, BTreeSet};

use units::{Cents, DocumentId, Quantity, Rate, apportion};

use super::model::{BorneBy, Line, Shares};

/// What is credited of an invoice's line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Credited {
    pub line: usize,
    /// In the unit that was paid, above zero.
    pub quantity: Quantity,
}

/// A credit note to be issued. Its id is the caller's: issuing it twice is issuing it once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCredit {
    pub id: DocumentId,
    pub invoice: DocumentId,
    /// Parts of one line add up.
    pub credited: Vec<Credited>,
    pub borne_by: BorneBy,
    pub reason: String,
}

/// What a correction is refused for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Incorrect {
    /// Only invoices are credited.
    NotAnInvoice,
    /// More than the line has left.
    TooMuch {
        line: usize,
    },
    Nothing,
}

/// What earlier corrections have left of each line: its quantity and its shares.
pub fn left(lines: &[Line], corrections: &[Line]) -> Vec<(Quantity, Shares)> {
    let mut left: Vec<(Quantity, Shares)> = lines.iter().map(|l| (l.quantity, l.shares)).collect();
    for line in corrections {
        let corrected = line.corrects.and_then(|at| left.get_mut(usize::try_from(at).ok()?));
        if let Some((quantity, shares)) = corrected {
            *quantity += line.quantity;
            shares.add(&line.shares);
        }
    }
    left
}

/// The lines of a credit note for an invoice's `lines`, of which `left` is left.
///
/// # Errors
/// [`Incorrect::TooMuch`] when a line has less left, [`Incorrect::Nothing`] when nothing is credited.
pub fn credit_lines(
    lines: &[Line],
    left: &[(Quantity, Shares)],
    credited: &[Credited],
    reason: &str,
) -> Result<Vec<Line>, Incorrect> {
    let mut parts: BTreeMap<usize, Quantity> = BTreeMap::new();
    for part in credited {
        *parts.entry(part.line).or_default() += part.quantity;
    }
    let mut note = Vec::new();
    for (number, quantity) in parts.into_iter().filter(|(_, quantity)| !quantity.is_zero()) {
        let of_line = lines.get(number).zip(left.get(number));
        let (line, (left, shares)) = of_line.ok_or(Incorrect::TooMuch { line: number })?;
        if !(Quantity::ZERO..=*left).contains(&quantity) {
            return Err(Incorrect::TooMuch { line: number });
        }
        note.push(credit_line(line, number, quantity, *left, shares, reason));
    }
    if note.is_empty() {
        return Err(Incorrect::Nothing);
    }
    let charged = lines.iter().zip(left).map(|(line, (_, shares))| (line.vat_rate, *shares));
    take_back_vat(&charged.collect::<Vec<_>>(), &mut note);
    Ok(note)
}

/// A part of a line, or all that is left of it: then to the cent what was charged. Without VAT yet.
fn credit_line(
    line: &Line,
    number: usize,
    quantity: Quantity,
    left: Quantity,
    shares: &Shares,
    reason: &str,
) -> Line {
    let weights = [quantity.0, left.0 - quantity.0];
    let portion = |amount: Cents| Cents(-apportion(amount.0, &weights)[0]);
    Line {
        detail: reason.to_owned(),
        quantity: -quantity,
        shares: Shares {
            producer: portion(shares.producer),
            transport: portion(shares.transport),
            packing: portion(shares.packing),
            hub: portion(shares.hub),
            vat: Cents::ZERO,
            deposit: portion(shares.deposit),
        },
        corrects: Some(number as i64),
        ..line.clone()
    }
}

/// Gives the lines of a correction the VAT that leaves, of each rate, what the rate asks of what is left.
///
/// `before` is what the corrected document charged, earlier corrections deducted. The VAT of the
/// correction alone, rounded for itself, would leave cents over when the last part is taken back.
pub fn take_back_vat(before: &[(Option<Rate>, Shares)], correction: &mut [Line]) {
    let rates: BTreeSet<Rate> = correction.iter().filter_map(|line| line.vat_rate).collect();
    for rate in rates {
        let of_rate = before.iter().filter(|(own, _)| *own == Some(rate));
        let (base, charged) = of_rate.fold((Cents::ZERO, Cents::ZERO), |(base, vat), (_, shares)| {
            (base + shares.net(), vat + shares.vat)
        });
        let mut lines: Vec<&mut Line> =
            correction.iter_mut().filter(|line| line.vat_rate == Some(rate)).collect();
        let taken: Cents = lines.iter().map(|line| line.shares.net()).sum();
        let weights: Vec<i64> = lines.iter().map(|line| line.shares.net().0.abs()).collect();
        let vat = rate.of(base + taken) - charged;
        for (line, vat) in lines.iter_mut().zip(apportion(vat.0, &weights)) {
            line.shares.vat = Cents(vat);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::{Subject, charge_vat, total_of, vat_by_rate};
    use proptest::prelude::*;
    use units::{OrganisationId, Price, ReferenceId, Unit};
    use uuid::Uuid;

    /// Pieces at a price in cents, with some fees on top.
    fn line(pieces: i64, cents: i64, rate: i64) -> Line {
        let goods = Cents(pieces * cents);
        Line {
            subject: Subject::Goods {
                reference: ReferenceId(Uuid::from_u128(1)),
                producer: OrganisationId(Uuid::from_u128(2)),
            },
            heading: String::new(),
            label: String::new(),
            detail: String::new(),
            quantity: Quantity::whole(pieces),
            unit: Unit::Piece,
            price: Price(cents * 100),
            vat_rate: Some(Rate(rate)),
            shares: Shares { producer: goods, hub: Rate(1100).of(goods), ..Shares::default() },
            corrects: None,
        }
    }

    fn invoice(lines: impl IntoIterator<Item = (i64, i64, i64)>) -> Vec<Line> {
        let mut lines: Vec<Line> =
            lines.into_iter().map(|(n, cents, rate)| line(n, cents, rate)).collect();
        charge_vat(&mut lines);
        lines
    }

    fn part(line: usize, pieces: i64) -> Credited {
        Credited { line, quantity: Quantity::whole(pieces) }
    }

    #[test]
    fn a_credit_is_refused_or_says_what_it_takes() {
        let lines = invoice([(10, 120, 600), (4, 300, 2100)]);
        let left = left(&lines, &[]);
        let check = |credited: &[Credited], expected: Result<&[(i64, i64)], Incorrect>| {
            let note = credit_lines(&lines, &left, credited, "moisi").map(|note| {
                note.iter().map(|l| (l.quantity.0, l.shares.producer.0)).collect::<Vec<_>>()
            });
            assert_eq!(note, expected.map(<[_]>::to_vec), "{credited:?}");
        };
        check(&[], Err(Incorrect::Nothing));
        check(&[part(0, 0)], Err(Incorrect::Nothing));
        check(&[part(0, 11)], Err(Incorrect::TooMuch { line: 0 }));
        check(&[part(0, -1)], Err(Incorrect::TooMuch { line: 0 }));
        check(&[part(2, 1)], Err(Incorrect::TooMuch { line: 2 }));
        check(&[part(1, 1), part(0, 2)], Ok(&[(-2000, -240), (-1000, -300)]));
        // Two parts of one line are one, and together no more than the line.
        check(&[part(0, 6), part(0, 4)], Ok(&[(-10_000, -1200)]));
        check(&[part(0, 6), part(0, 5)], Err(Incorrect::TooMuch { line: 0 }));
    }

    #[test]
    fn the_last_part_takes_the_last_cent_of_vat() {
        // 6 % of three times 1.20 is 0.22; for itself each part would round to 0.07.
        let lines = invoice([(1, 108, 600), (1, 108, 600), (1, 108, 600)]);
        let mut corrections = Vec::new();
        let mut taken = Vec::new();
        for number in 0..3 {
            let left = left(&lines, &corrections);
            let note = credit_lines(&lines, &left, &[part(number, 1)], "").unwrap();
            taken.push(note[0].shares.vat.0);
            corrections.extend(note);
        }
        assert_eq!(total_of(&lines).vat, Cents(22));
        assert_eq!(taken, [-8, -7, -7]);
    }

    proptest! {
        #[test]
        fn crediting_all_in_any_parts_leaves_nothing(
            articles in prop::collection::vec(
                (1_i64..20, 1_i64..2_000, prop::sample::select(vec![600_i64, 1200, 2100])), 1..8),
            parts in prop::collection::vec((0_usize..8, 1_i64..20), 0..20),
        ) {
            let lines = invoice(articles.iter().copied());
            let mut corrections: Vec<Line> = Vec::new();
            let rest = (0..lines.len()).map(|number| (number, i64::MAX));
            for (number, pieces) in parts.into_iter().chain(rest) {
                let now = left(&lines, &corrections);
                let number = number % lines.len();
                let quantity = now[number].0.min(Quantity(pieces.saturating_mul(1000)));
                if quantity.is_zero() {
                    continue;
                }
                let note = credit_lines(&lines, &now, &[Credited { line: number, quantity }], "");
                corrections.extend(note.expect("no more than is left"));
                // What is left is charged as if it had been invoiced alone.
                let all: Vec<Line> = lines.iter().chain(&corrections).cloned().collect();
                for (rate, base, vat) in vat_by_rate(&all) {
                    prop_assert_eq!(vat, rate.of(base));
                }
            }
            let mut total = Shares::default();
            for (quantity, shares) in left(&lines, &corrections) {
                prop_assert_eq!(quantity, Quantity::ZERO);
                prop_assert_eq!(shares.net(), Cents::ZERO);
                prop_assert_eq!((shares.producer, shares.hub), (Cents::ZERO, Cents::ZERO));
                total.add(&shares);
            }
            prop_assert_eq!(total, Shares::default());
        }
    }
}
