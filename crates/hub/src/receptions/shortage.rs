//! Sharing a shortage: who gets how much of what came, by the rule that the agreement names.
//!
//! Pure and exact: the same demands, rule and quantity give the same shares, so that a share can be
//! computed again years later.

use jiff::Timestamp;
use polity::agreements::ShortageRule;
use units::{OrganisationId, Quantity, ReferenceId, UnitKind, apportion};

use crate::cycles::Offer;

/// What one shop ordered of a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Demand {
    pub shop: OrganisationId,
    /// A whole number of grains.
    pub ordered: Quantity,
    pub placed_at: Timestamp,
    /// The lower is served first, where the rule is priority.
    pub rank: i64,
}

/// A shortage as it is shared: all that is needed to share it again and get the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shortage {
    pub reference: ReferenceId,
    pub rule: ShortageRule,
    pub grain: Quantity,
    pub received: Quantity,
    /// What stands in for it, where something of that came.
    pub second: Option<Second>,
}

/// A second choice, and how much of it is there to be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Second {
    pub reference: ReferenceId,
    pub grain: Quantity,
    pub left: Quantity,
}

impl Shortage {
    /// The share of each demand in what came.
    pub fn shares(&self, demands: &[Demand]) -> Vec<Quantity> {
        share(self.rule, demands, self.received, self.grain)
    }

    /// What stands in for what each demand misses beyond its share: unit for unit, in whole grains, by the
    /// same rule among those who accept it.
    pub fn substitutes(
        &self,
        demands: &[Demand],
        shares: &[Quantity],
        accepts: impl Fn(OrganisationId) -> bool,
    ) -> Vec<Quantity> {
        let Some(second) = self.second else { return vec![Quantity::ZERO; demands.len()] };
        let missing: Vec<Demand> = demands
            .iter()
            .zip(shares)
            .map(|(demand, &share)| {
                let missing = if accepts(demand.shop) { demand.ordered - share } else { Quantity::ZERO };
                let whole = Quantity(missing.0.max(0) / second.grain.0 * second.grain.0);
                Demand { ordered: whole, ..*demand }
            })
            .collect();
        share(self.rule, &missing, second.left, second.grain)
    }
}

/// What is left to stand in for others: what came beyond all that is ordered of it, and beyond all that is
/// given of it already. What is short itself has nothing to spare, shared or not.
pub fn spare(came: Quantity, ordered: Quantity, given: Quantity) -> Quantity {
    (came - ordered.max(given)).max(Quantity::ZERO)
}

/// Whether one article can stand in for another unit for unit.
pub fn can_stand_in(second: &Offer, short: &Offer) -> bool {
    second.reference != short.reference && second.item.order_unit == short.item.order_unit
}

/// The smallest part that an offer is divided into: a whole unit of what is counted, a hundred grams or
/// millilitres of what is measured, or the step of its orders where that is smaller.
pub fn grain(offer: &Offer) -> Quantity {
    let usual = match offer.item.order_unit.kind() {
        UnitKind::Count => Quantity::ONE,
        UnitKind::Mass | UnitKind::Volume => Quantity(100),
    };
    let step = offer.item.step;
    if step.0 % usual.0 == 0 { usual } else { step }
}

/// Shares `available` among `demands` in whole grains; the shares are in the order of the demands.
///
/// Nobody gets more than it ordered, and as much is given as there are whole grains. Whatever the rule
/// leaves equal is settled by who ordered first, then by identifier:
/// - proportional: the largest remainders (Hamilton) of each one's due;
/// - equal: the same for all, up to what each ordered;
/// - first come: in full, one after the other;
/// - priority: in full, by rank.
pub fn share(
    rule: ShortageRule,
    demands: &[Demand],
    available: Quantity,
    grain: Quantity,
) -> Vec<Quantity> {
    assert!(grain.0 > 0, "something is divided into parts of a size");
    let ordered: Vec<i64> = demands.iter().map(|demand| demand.ordered.0 / grain.0).collect();
    let wanted: i64 = ordered.iter().sum();
    let grains = (available.0.max(0) / grain.0).min(wanted);
    let mut queue: Vec<usize> = (0..demands.len()).collect();
    queue.sort_by_key(|&at| {
        let demand = &demands[at];
        let rank = if rule == ShortageRule::Priority { demand.rank } else { 0 };
        (rank, demand.placed_at, demand.shop)
    });
    let in_queue: Vec<i64> = queue.iter().map(|&at| ordered[at]).collect();
    let shares_in_queue = match rule {
        ShortageRule::Proportional if wanted == 0 => vec![0; demands.len()],
        ShortageRule::Proportional => apportion(grains, &in_queue),
        ShortageRule::Equal => level(&in_queue, grains),
        ShortageRule::FirstCome | ShortageRule::Priority => in_turn(&in_queue, grains),
    };
    let mut shares = vec![Quantity::ZERO; demands.len()];
    for (at, grains) in queue.into_iter().zip(shares_in_queue) {
        shares[at] = Quantity(grains * grain.0);
    }
    shares
}

/// Each in full while there is enough.
fn in_turn(ordered: &[i64], mut left: i64) -> Vec<i64> {
    ordered
        .iter()
        .map(|&wanted| {
            let given = wanted.min(left);
            left -= given;
            given
        })
        .collect()
}

/// The same for all up to what each ordered; single grains that remain go to the first in the queue.
fn level(ordered: &[i64], available: i64) -> Vec<i64> {
    let mut by_size: Vec<usize> = (0..ordered.len()).collect();
    by_size.sort_by_key(|&at| ordered[at]);
    let mut shares = vec![0; ordered.len()];
    let mut left = available;
    let mut height = 0;
    for (served, &at) in by_size.iter().enumerate() {
        let still_served = (ordered.len() - served) as i64;
        let rise = (ordered[at] - height).min(left / still_served);
        height += rise;
        left -= rise * still_served;
        if height < ordered[at] {
            break;
        }
    }
    for (share, &wanted) in shares.iter_mut().zip(ordered) {
        *share = wanted.min(height);
    }
    for (share, &wanted) in shares.iter_mut().zip(ordered) {
        if left > 0 && *share < wanted {
            *share += 1;
            left -= 1;
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::orders::tests::eggs;
    use proptest::prelude::*;
    use units::{Code, Unit};
    use uuid::Uuid;

    fn demand(shop: u128, ordered: i64, minute: i64, rank: i64) -> Demand {
        Demand {
            shop: OrganisationId(Uuid::from_u128(shop)),
            ordered: Quantity::whole(ordered),
            placed_at: Timestamp::from_second(minute * 60).unwrap(),
            rank,
        }
    }

    #[test]
    fn each_rule_shares_twelve_crates_its_own_way() {
        // The village shop ordered first, the canteen most, the restaurant has the first rank.
        let demands = [demand(1, 4, 1, 100), demand(2, 20, 2, 100), demand(3, 6, 3, 1)];
        let check = |rule, expected: [i64; 3]| {
            let shares = share(rule, &demands, Quantity::whole(12), Quantity::ONE);
            assert_eq!(shares, expected.map(Quantity::whole), "{rule:?}");
        };
        check(ShortageRule::Proportional, [2, 8, 2]);
        check(ShortageRule::Equal, [4, 4, 4]);
        check(ShortageRule::FirstCome, [4, 8, 0]);
        check(ShortageRule::Priority, [4, 2, 6]);
    }

    #[test]
    fn kilos_are_shared_to_the_hundred_grams() {
        let demands = [demand(1, 10, 1, 0), demand(2, 5, 2, 0)];
        let shares = share(ShortageRule::Proportional, &demands, Quantity(7_250), Quantity(100));
        assert_eq!(shares, [Quantity(4_800), Quantity(2_400)]);
    }

    #[test]
    fn enough_is_enough() {
        let demands = [demand(1, 4, 1, 0), demand(2, 5, 2, 0)];
        for &rule in ShortageRule::ALL {
            let shares = share(rule, &demands, Quantity::whole(40), Quantity::ONE);
            assert_eq!(shares, [Quantity::whole(4), Quantity::whole(5)], "{rule:?}");
            let none = share(rule, &demands, Quantity::ZERO, Quantity::ONE);
            assert_eq!(none, [Quantity::ZERO; 2], "{rule:?}");
            assert_eq!(share(rule, &[], Quantity::ONE, Quantity::ONE), []);
        }
    }

    #[test]
    fn only_what_nobody_waits_for_is_spare() {
        // (came, ordered, given already, spare)
        let table = [
            (15, 10, 10, 5),
            (15, 10, 13, 2),
            // Prepared short, or received and not allotted yet: its own orders come first.
            (15, 10, 0, 5),
            (7, 10, 0, 0),
            (7, 10, 7, 0),
            (4, 0, 0, 4),
        ];
        for (came, ordered, given, expected) in table {
            let [came, ordered, given] = [came, ordered, given].map(Quantity::whole);
            assert_eq!(
                spare(came, ordered, given),
                Quantity::whole(expected),
                "{came:?} {ordered:?} {given:?}"
            );
        }
    }

    #[test]
    fn a_second_choice_fills_what_is_missing_where_it_is_welcome() {
        let demands = [demand(1, 4, 1, 0), demand(2, 20, 2, 0), demand(3, 6, 3, 0)];
        let check = |left, expected: [i64; 3]| {
            let second = Second {
                reference: ReferenceId(Uuid::nil()),
                grain: Quantity::ONE,
                left: Quantity::whole(left),
            };
            let shortage = Shortage {
                reference: ReferenceId(Uuid::max()),
                rule: ShortageRule::FirstCome,
                grain: Quantity::ONE,
                received: Quantity::whole(12),
                second: Some(second),
            };
            let shares = shortage.shares(&demands);
            assert_eq!(shares, [4, 8, 0].map(Quantity::whole));
            let not_the_third = |shop| shop != demands[2].shop;
            assert_eq!(
                shortage.substitutes(&demands, &shares, not_the_third),
                expected.map(Quantity::whole)
            );
        };
        check(5, [0, 5, 0]);
        check(40, [0, 12, 0]);
        check(0, [0, 0, 0]);
    }

    #[test]
    fn a_piece_does_not_stand_in_for_a_kilo() {
        let eggs = eggs();
        let other = |unit| {
            let mut other = eggs.clone();
            other.reference = ReferenceId(Uuid::from_u128(77));
            other.item.order_unit = unit;
            other
        };
        assert!(can_stand_in(&other(eggs.item.order_unit), &eggs));
        assert!(!can_stand_in(&other(Unit::Kilogram), &eggs));
        assert!(!can_stand_in(&eggs, &eggs));
    }

    /// The same rules, one grain at a time: slow, and plain to see.
    fn by_single_grains(rule: ShortageRule, demands: &[Demand], mut grains: i64) -> Vec<i64> {
        let wanted: Vec<i64> = demands.iter().map(|d| d.ordered.0 / 1000).collect();
        let all: i64 = wanted.iter().sum();
        let mut given = vec![0; demands.len()];
        grains = grains.min(all);
        let total = grains;
        while grains > 0 {
            let open = (0..demands.len()).filter(|&at| given[at] < wanted[at]);
            let first = |at: usize| (demands[at].placed_at, demands[at].shop);
            let next = match rule {
                ShortageRule::FirstCome => open.min_by_key(|&at| first(at)),
                ShortageRule::Priority => open.min_by_key(|&at| (demands[at].rank, first(at))),
                ShortageRule::Equal => open.min_by_key(|&at| (given[at], first(at))),
                // First everybody's whole part of what is due, then who is furthest behind it.
                ShortageRule::Proportional => open.min_by_key(|&at| {
                    let due = i128::from(wanted[at]) * i128::from(total);
                    let behind = i128::from(given[at]) * i128::from(all) - due;
                    let has_whole_part = i128::from(given[at]) >= due / i128::from(all);
                    (has_whole_part, behind, first(at))
                }),
            };
            given[next.expect("grains are left, so somebody still wants one")] += 1;
            grains -= 1;
        }
        given
    }

    proptest! {
        #[test]
        fn shares_are_those_of_the_slow_way(
            asked in prop::collection::vec((0_i64..40, 0_i64..5, 0_i64..3), 1..12),
            available in 0_i64..300,
            rule in prop::sample::select(ShortageRule::ALL.to_vec()),
        ) {
            let demands: Vec<Demand> = asked
                .iter()
                .enumerate()
                .map(|(at, &(ordered, minute, rank))| demand(at as u128, ordered, minute, rank))
                .collect();
            let shares = share(rule, &demands, Quantity::whole(available), Quantity::ONE);
            let slow = by_single_grains(rule, &demands, available);
            let fast: Vec<i64> = shares.iter().map(|share| share.0 / 1000).collect();
            prop_assert_eq!(&fast, &slow);
            for (share, demand) in shares.iter().zip(&demands) {
                prop_assert!(*share <= demand.ordered);
            }
            let wanted: i64 = asked.iter().map(|(ordered, _, _)| ordered).sum();
            prop_assert_eq!(fast.iter().sum::<i64>(), available.min(wanted));
        }

        #[test]
        fn the_order_of_the_list_changes_nothing(
            asked in prop::collection::vec((0_i64..40, 0_i64..5, 0_i64..3), 1..12),
            available in 0_i64..300,
            rule in prop::sample::select(ShortageRule::ALL.to_vec()),
        ) {
            let demands: Vec<Demand> = asked
                .iter()
                .enumerate()
                .map(|(at, &(ordered, minute, rank))| demand(at as u128, ordered, minute, rank))
                .collect();
            let backwards: Vec<Demand> = demands.iter().rev().copied().collect();
            let available = Quantity::whole(available);
            let mut shares = share(rule, &backwards, available, Quantity::ONE);
            shares.reverse();
            prop_assert_eq!(share(rule, &demands, available, Quantity::ONE), shares);
        }
    }
}
