//! What an order costs, and where each cent of it goes.

use economy::documents::Shares;
use jiff::Timestamp;
use jiff::civil::Date;
use units::{Cents, OrganisationId, PersonId, Price, Quantity, Rate, ReferenceId, apportion};

use crate::cycles::{Offer, OrderFees};

/// A shop's order in a cycle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    pub shop: OrganisationId,
    pub delivers_on: Date,
    pub note: String,
    pub placed_at: Timestamp,
    pub changed_at: Timestamp,
}

/// What a shop ordered of a reference, in units ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrderLine {
    pub shop: OrganisationId,
    pub reference: ReferenceId,
    pub ordered: Quantity,
    pub takes_second_choice: bool,
    pub placed_at: Timestamp,
}

/// What a shop asks of one reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ask {
    pub reference: ReferenceId,
    pub quantity: Quantity,
    /// Whether something in its place is welcome; none leaves it as it is.
    pub takes_second_choice: Option<bool>,
}

/// A line that an ask changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChangedLine {
    pub now: OrderLine,
    /// How much was ordered before; none where there was no such line.
    pub before: Option<Quantity>,
}

/// A change of a line after it was placed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub reference: ReferenceId,
    pub at: Timestamp,
    pub person: PersonId,
    pub before: Quantity,
    pub after: Quantity,
    pub reason: String,
}

/// A line to be priced: so many units ordered, so many units paid, at this price.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    pub offer: &'a Offer,
    pub price: Price,
    pub quantity: Quantity,
    pub measure: Quantity,
}

/// A priced line: what it is paid, and to whom. Deposits stand apart, outside the VAT base.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Priced {
    pub shares: Shares,
    pub vat_rate: Rate,
    /// For the containers that go out with it.
    pub deposit: Cents,
}

/// What a whole order comes to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    pub shares: Shares,
    pub lines: i64,
}

/// Prices lines: goods at the producer's price, fees by line, then fees by order spread over the lines in
/// proportion to their goods, and VAT on the total of each rate.
///
/// Each amount of a line is rounded half away from zero to the cent; what is spread adds up exactly. An
/// order without goods bears no fee.
pub fn price(lines: &[Wanted<'_>], per_order: &OrderFees) -> Vec<Priced> {
    let mut priced: Vec<Priced> = lines.iter().map(price_line).collect();
    let goods: Vec<i64> = priced.iter().map(|line| line.shares.producer.0.max(0)).collect();
    if goods.iter().any(|&amount| amount > 0) {
        let spread = |amount: Cents| apportion(amount.0, &goods);
        let (hub, transport, packing) =
            (spread(per_order.hub), spread(per_order.transport), spread(per_order.packing));
        for (at, line) in priced.iter_mut().enumerate() {
            line.shares.hub += Cents(hub[at]);
            line.shares.transport += Cents(transport[at]);
            line.shares.packing += Cents(packing[at]);
        }
    }
    economy::documents::spread_vat(
        priced.iter_mut().map(|line| (Some(line.vat_rate), &mut line.shares)).collect(),
    );
    priced
}

fn price_line(wanted: &Wanted<'_>) -> Priced {
    let fees = &wanted.offer.fees;
    let goods = wanted.price.times(wanted.measure);
    let per_unit = |each: Cents| Price(each.0 * 100).times(wanted.quantity);
    let shares = Shares {
        producer: goods,
        hub: fees.hub_rate.of(goods) + per_unit(fees.hub_per_unit),
        transport: fees.transport_rate.of(goods) + per_unit(fees.transport_per_unit),
        packing: fees.packing_rate.of(goods) + per_unit(fees.packing_per_unit),
        vat: Cents::ZERO,
        deposit: Cents::ZERO,
    };
    let deposit = Cents(wanted.offer.deposit.0 * containers(wanted.offer, wanted.quantity));
    Priced { shares, vat_rate: wanted.offer.vat_rate, deposit }
}

/// How many containers go out with so many units: a part of a unit takes a whole one.
pub fn containers(offer: &Offer, quantity: Quantity) -> i64 {
    let each = offer.item.container.map_or(0, |(_, count)| count);
    each * (quantity.0 + 999).div_euclid(1000)
}

pub fn totals(priced: &[Priced]) -> Totals {
    let mut totals = Totals { lines: priced.len() as i64, ..Totals::default() };
    for line in priced {
        totals.shares.add(&line.shares);
        totals.shares.deposit += line.deposit;
    }
    totals
}

/// What a shop compares: one unit ordered with the fees that depend on it, without VAT, as expected.
pub fn price_of_a_unit(offer: &Offer, price: Price) -> Price {
    let scaled = |amount: i128, of: i128| i64::try_from((amount + of / 2) / of).unwrap_or(i64::MAX);
    let goods = scaled(i128::from(price.0) * i128::from(offer.item.measure_per_unit.0), 1000);
    let fees = &offer.fees;
    let rates = i128::from((fees.hub_rate.0 + fees.transport_rate.0) + fees.packing_rate.0);
    let by_rate = scaled(i128::from(goods) * rates, 10_000);
    let by_unit = (fees.hub_per_unit + fees.transport_per_unit + fees.packing_per_unit).0 * 100;
    Price(goods + by_rate + by_unit)
}

/// The most units of one reference that an order may hold: beyond it a finger slipped.
pub const MOST_UNITS: Quantity = Quantity::whole(10_000);

/// Whether a quantity is one that a shop may order of an offer: nothing, or whole steps.
pub fn is_orderable(offer: &Offer, quantity: Quantity) -> bool {
    (Quantity::ZERO..=MOST_UNITS).contains(&quantity) && quantity.0 % offer.item.step.0 == 0
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::catalogue::{Item, StockMode};
    use crate::cycles::LineFees;
    use economy::vat::VatCategory;
    use people::organisations::Storage;
    use proptest::prelude::*;
    use units::{ContainerId, Unit};
    use uuid::Uuid;

    /// Eggs by the half dozen at 2.10, hub 15 %, transport 0.08 a unit, in a box with 0.10 deposit.
    pub(crate) fn eggs() -> Offer {
        Offer {
            reference: ReferenceId(Uuid::from_u128(1)),
            producer: OrganisationId(Uuid::from_u128(2)),
            code: "R001".to_owned(),
            version: 1,
            item: Item {
                name: "Œufs bio, demi-douzaine".to_owned(),
                description: String::new(),
                family: "egg".to_owned(),
                order_unit: Unit::HalfDozen,
                pay_unit: Unit::HalfDozen,
                measure_per_unit: Quantity::ONE,
                content: None,
                price: Some(Price(21_000)),
                vat: VatCategory::Reduced,
                storage: Storage::Cold,
                origin: String::new(),
                certificates: Vec::new(),
                allergens: Vec::new(),
                step: Quantity::ONE,
                picture: None,
                container: Some((ContainerId(Uuid::from_u128(3)), 1)),
            },
            price: Price(21_000),
            vat_rate: Rate(600),
            stock_mode: StockMode::OnDemand,
            second_choice: None,
            deposit: Cents(10),
            fees: LineFees { hub_rate: Rate(1500), transport_per_unit: Cents(8), ..LineFees::default() },
        }
    }

    fn wanted(offer: &Offer, quantity: i64) -> Wanted<'_> {
        let quantity = Quantity::whole(quantity);
        Wanted { offer, price: offer.price, quantity, measure: offer.item.expected_measure(quantity) }
    }

    #[test]
    fn ten_half_dozens_to_the_cent() {
        let eggs = eggs();
        let per_order = OrderFees { transport: Cents(650), ..OrderFees::default() };
        let priced = price(&[wanted(&eggs, 10)], &per_order);
        let shares = priced[0].shares;
        assert_eq!(shares.producer, Cents(2100));
        assert_eq!(shares.hub, Cents(315));
        assert_eq!(shares.transport, Cents(80 + 650));
        assert_eq!(shares.vat, Cents(189), "6 % of 31.45");
        assert_eq!(priced[0].deposit, Cents(100));
        assert_eq!(totals(&priced).shares.total(), Cents(2100 + 315 + 730 + 189 + 100));
        assert_eq!(price_of_a_unit(&eggs, eggs.price), Price(24_950));
    }

    #[test]
    fn nothing_ordered_costs_nothing() {
        let per_order = OrderFees { transport: Cents(650), ..OrderFees::default() };
        assert_eq!(price(&[], &per_order), []);
        let eggs = eggs();
        assert_eq!(totals(&price(&[wanted(&eggs, 0)], &per_order)).shares, Shares::default());
    }

    #[test]
    fn orders_go_by_whole_steps() {
        let mut eggs = eggs();
        eggs.item.step = Quantity::whole(5);
        let table = [(0, true), (5, true), (7, false), (10_000, true), (10_005, false), (-5, false)];
        for (units, expected) in table {
            assert_eq!(is_orderable(&eggs, Quantity::whole(units)), expected, "{units}");
        }
    }

    /// The largest of everything that the forms let in, for as many lines as the largest catalogue holds.
    #[test]
    fn the_largest_order_stays_within_64_bits() {
        let mut gold = eggs();
        let dearest = |measure, price| Item {
            pay_unit: Unit::Kilogram,
            measure_per_unit: measure,
            price: Some(price),
            container: Some((ContainerId(Uuid::from_u128(3)), 100)),
            ..eggs().item
        };
        gold.deposit = Cents(1_000_000);
        gold.vat_rate = Rate::MOST;
        gold.fees = LineFees {
            hub_rate: Rate::MOST,
            transport_rate: Rate::MOST,
            packing_rate: Rate::MOST,
            hub_per_unit: Cents(1_000_000),
            transport_per_unit: Cents(1_000_000),
            packing_per_unit: Cents(1_000_000),
        };
        let per_order =
            OrderFees { hub: Cents(1_000_000), transport: Cents(1_000_000), packing: Cents(1_000_000) };
        for (measure, unit_price) in [(100_000, 10_000), (10, 100_000_000)] {
            gold.item = dearest(Quantity::whole(measure), Price(unit_price));
            assert_eq!(gold.item.flaws(), []);
            gold.price = Price(unit_price);
            let line = Wanted {
                offer: &gold,
                price: gold.price,
                quantity: MOST_UNITS,
                measure: gold.item.expected_measure(MOST_UNITS),
            };
            let all = totals(&price(&vec![line; 60_000], &per_order)).shares;
            assert!(all.total().0 < i64::MAX / 50, "{all:?}");
            assert!(price_of_a_unit(&gold, gold.price) < Price(i64::MAX / 1000));
            // Received, the same goods weigh what was typed: a whole harvest at the highest price.
            let weighed = Wanted { measure: Quantity::MOST, quantity: Quantity::MOST, ..line };
            assert!(totals(&price(&vec![weighed; 1000], &per_order)).shares.total().0 > 0);
        }
    }

    proptest! {
        #[test]
        fn no_number_that_is_let_in_overflows(
            quantity in 0..=MOST_UNITS.0, measure in 1_i64..=100_000_000, of_a_unit in 0_i64..1_000_000_000,
            rate in 0..=Rate::MOST.0, per_unit in 0_i64..=1_000_000,
        ) {
            let price_of = (of_a_unit * 1000 / measure).min(100_000_000);
            let mut offer = eggs();
            offer.item = Item {
                pay_unit: Unit::Kilogram,
                measure_per_unit: Quantity(measure),
                price: Some(Price(price_of)),
                ..offer.item
            };
            prop_assert_eq!(offer.item.flaws(), []);
            offer.price = Price(price_of);
            offer.fees = LineFees { hub_rate: Rate(rate), hub_per_unit: Cents(per_unit), ..offer.fees };
            let measure = offer.item.expected_measure(Quantity(quantity));
            let line = Wanted { offer: &offer, price: offer.price, quantity: Quantity(quantity), measure };
            let all = totals(&price(&[line, line], &OrderFees::default())).shares;
            prop_assert!(all.total().0 >= 0);
            prop_assert!(price_of_a_unit(&offer, offer.price) >= offer.item.expected_price().unwrap());
        }

        #[test]
        fn every_cent_of_a_fee_finds_a_line(
            quantities in prop::collection::vec(0_i64..200, 1..30),
            hub in 0_i64..2000, transport in 0_i64..2000, packing in 0_i64..2000,
        ) {
            let eggs = eggs();
            let lines: Vec<Wanted<'_>> = quantities.iter().map(|&q| wanted(&eggs, q)).collect();
            let fees = OrderFees { hub: Cents(hub), transport: Cents(transport), packing: Cents(packing) };
            let without = totals(&price(&lines, &OrderFees::default())).shares;
            let with = totals(&price(&lines, &fees)).shares;
            if without.producer > Cents::ZERO {
                prop_assert_eq!(with.fees() - without.fees(), fees.hub + fees.transport + fees.packing);
            }
            prop_assert_eq!(with.vat, Rate(600).of(with.net()));
        }
    }
}
