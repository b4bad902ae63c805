//! What came, and what each shop gets of it.

use jiff::Timestamp;
use jiff::civil::Date;
use units::{ContainerId, OrganisationId, PersonId, Quantity, ReferenceId, apportion};

use super::shortage::Demand;
use crate::cycles::Offer;
use crate::orders::OrderLine;

units::codes! {
    /// Why a line's three quantities differ.
    pub enum Reason {
        /// Less came than was ordered.
        Short = "short",
        /// It stands for another that was short.
        SecondChoice = "second_choice",
        /// It was weighed.
        Weighed = "weighed",
        Damaged = "damaged",
        Missing = "missing",
        /// The shop sent it back.
        Refused = "refused",
        Other = "other",
    }
}

/// A part of what came of a reference: one lot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lot {
    pub reference: ReferenceId,
    pub lot: String,
    pub best_before: Option<Date>,
    /// In units ordered.
    pub quantity: Quantity,
    /// In units paid.
    pub measure: Quantity,
}

impl Lot {
    /// The lot as it counts: no units weigh nothing, whatever weight a form had expected of them.
    pub fn counted(self) -> Self {
        let measure = if self.quantity.is_zero() { Quantity::ZERO } else { self.measure };
        Self { measure, ..self }
    }
}

/// Containers that came in full and went back empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exchanged {
    pub container: ContainerId,
    pub came: i64,
    pub went: i64,
}

/// What a producer brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reception {
    pub producer: OrganisationId,
    pub received_at: Timestamp,
    pub received_by: PersonId,
    pub note: String,
}

/// What was received of a reference, over all its lots.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Received {
    pub quantity: Quantity,
    pub measure: Quantity,
}

/// What a shop gets of a reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allotment {
    pub shop: OrganisationId,
    pub reference: ReferenceId,
    /// By the rule, before anybody touched it.
    pub share: Quantity,
    /// The shop's rank when it was shared.
    pub rank: i64,
    /// In units ordered.
    pub quantity: Quantity,
    /// In units paid.
    pub measure: Quantity,
    /// In units paid, where it differs from the measure.
    pub invoiced: Option<Quantity>,
    pub reason: Option<Reason>,
    pub remark: String,
    /// The article that was short, where this stands in for it.
    pub stands_for: Option<ReferenceId>,
}

impl Allotment {
    /// Whether it is this article, for itself or in place of this other one.
    pub fn is_row(&self, reference: ReferenceId, stands_for: Option<ReferenceId>) -> bool {
        self.reference == reference && self.stands_for == stands_for
    }

    /// What is invoiced, in units paid.
    pub fn invoiced_measure(&self) -> Quantity {
        self.invoiced.unwrap_or(self.measure)
    }
}

/// Allots what came of a reference to the shops that ordered it, when it is enough: each gets what it
/// ordered, and of the weight its part. Ranks are found by shop.
pub fn allot_in_full(
    offer: &Offer,
    received: Received,
    lines: &[OrderLine],
    rank: impl Fn(OrganisationId) -> i64,
) -> Vec<Allotment> {
    let shares: Vec<Quantity> = lines.iter().map(|line| line.ordered).collect();
    allot(offer, received, lines, &shares, rank)
}

/// Allots shares of what came, and of the weight each its part; what came beyond the shares weighs too.
pub fn allot(
    offer: &Offer,
    received: Received,
    lines: &[OrderLine],
    shares: &[Quantity],
    rank: impl Fn(OrganisationId) -> i64,
) -> Vec<Allotment> {
    let total: Quantity = shares.iter().copied().sum();
    let left_over = (received.quantity - total).0.max(0);
    let mut weights: Vec<i64> = shares.iter().map(|share| share.0).collect();
    weights.push(left_over);
    let measures = if received.quantity.is_zero() {
        vec![0; shares.len()]
    } else if offer.item.is_weighed() {
        apportion(received.measure.0, &weights)
    } else {
        shares.iter().map(|share| offer.item.expected_measure(*share).0).collect()
    };
    lines
        .iter()
        .zip(shares)
        .zip(measures)
        .map(|((line, &share), measure)| Allotment {
            shop: line.shop,
            reference: line.reference,
            share,
            rank: rank(line.shop),
            quantity: share,
            measure: Quantity(measure),
            invoiced: None,
            reason: (share < line.ordered).then_some(Reason::Short),
            remark: String::new(),
            stands_for: None,
        })
        .collect()
}

/// Allots shares of `second` to those who miss `short`, and of the weight of all that came each its part.
pub fn stand_in(
    second: &Offer,
    came: Received,
    short: ReferenceId,
    demands: &[Demand],
    shares: &[Quantity],
) -> Vec<Allotment> {
    demands
        .iter()
        .zip(shares)
        .filter(|(_, share)| **share > Quantity::ZERO)
        .map(|(demand, &share)| Allotment {
            shop: demand.shop,
            reference: second.reference,
            share,
            rank: demand.rank,
            quantity: share,
            measure: part_of_weight(second, came, share),
            invoiced: None,
            reason: Some(Reason::SecondChoice),
            remark: String::new(),
            stands_for: Some(short),
        })
        .collect()
}

/// Rounded down: what is left of the weight belongs to what is left of the goods.
fn part_of_weight(offer: &Offer, came: Received, part: Quantity) -> Quantity {
    if !offer.item.is_weighed() || came.quantity.is_zero() {
        return offer.item.expected_measure(part);
    }
    let product = i128::from(came.measure.0) * i128::from(part.0);
    Quantity(i64::try_from(product / i128::from(came.quantity.0)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Item;
    use crate::orders::tests::eggs;
    use units::Unit;
    use uuid::Uuid;

    fn line(shop: u128, ordered: i64) -> OrderLine {
        OrderLine {
            shop: OrganisationId(Uuid::from_u128(shop)),
            reference: ReferenceId(Uuid::from_u128(1)),
            ordered: Quantity::whole(ordered),
            takes_second_choice: false,
            placed_at: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn a_weight_is_divided_to_the_gram() {
        let mut cheese = eggs();
        cheese.item = Item { order_unit: Unit::Piece, pay_unit: Unit::Kilogram, ..cheese.item };
        let lines = [line(1, 3), line(2, 7)];
        let received = Received { quantity: Quantity::whole(10), measure: Quantity(23_713) };
        let allotted = allot_in_full(&cheese, received, &lines, |_| 100);
        let measures: Vec<i64> = allotted.iter().map(|a| a.measure.0).collect();
        assert_eq!(measures, [7114, 16_599]);
        assert_eq!(measures.iter().sum::<i64>(), 23_713);
        // Two cheeses more than ordered: they weigh too.
        let received = Received { quantity: Quantity::whole(12), measure: Quantity(28_800) };
        let allotted = allot_in_full(&cheese, received, &lines, |_| 100);
        assert_eq!(allotted.iter().map(|a| a.measure.0).sum::<i64>(), 24_000);
    }

    #[test]
    fn nothing_weighs_nothing() {
        let mut cheese = eggs();
        cheese.item = Item { order_unit: Unit::Piece, pay_unit: Unit::Kilogram, ..cheese.item };
        let lot = |quantity: i64| Lot {
            reference: cheese.reference,
            lot: "L1".to_owned(),
            best_before: None,
            quantity: Quantity::whole(quantity),
            measure: Quantity(9600),
        };
        for (quantity, measure) in [(0, 0), (4, 9600)] {
            assert_eq!(lot(quantity).counted().measure, Quantity(measure));
        }
        let received = Received { quantity: Quantity::ZERO, measure: Quantity(9600) };
        let lines = [line(1, 2), line(2, 2)];
        let allotted = allot(&cheese, received, &lines, &[Quantity::ZERO; 2], |_| 100);
        assert!(allotted.iter().all(|one| one.measure.is_zero()));
    }

    #[test]
    fn what_stands_in_weighs_its_part() {
        let mut cheese = eggs();
        cheese.item = Item { order_unit: Unit::Piece, pay_unit: Unit::Kilogram, ..cheese.item };
        let short = ReferenceId(Uuid::from_u128(9));
        let demand = |shop| Demand {
            shop: OrganisationId(Uuid::from_u128(shop)),
            ordered: Quantity::whole(3),
            placed_at: Timestamp::UNIX_EPOCH,
            rank: 100,
        };
        let came = Received { quantity: Quantity::whole(7), measure: Quantity(16_000) };
        let shares = [Quantity::ZERO, Quantity::whole(2)];
        let given = stand_in(&cheese, came, short, &[demand(1), demand(2)], &shares);
        assert_eq!(given.len(), 1, "who gets nothing has no line");
        assert_eq!((given[0].quantity, given[0].measure), (Quantity::whole(2), Quantity(4571)));
        assert_eq!((given[0].shop, given[0].stands_for), (demand(2).shop, Some(short)));
    }

    #[test]
    fn what_is_not_weighed_counts_as_it_is() {
        let eggs = eggs();
        let received = Received { quantity: Quantity::whole(10), measure: Quantity::whole(10) };
        let allotted = allot_in_full(&eggs, received, &[line(1, 10)], |_| 100);
        assert_eq!((allotted[0].measure, allotted[0].reason), (Quantity::whole(10), None));
    }
}
