//! Money, unit prices and rates, all integers.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use serde::{Deserialize, Serialize};

use crate::decimal::{self, DecimalError};
use crate::quantity::Quantity;

/// An amount of money in hundredths of the currency's unit. The currency is the owner's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cents(pub i64);

impl Cents {
    pub const ZERO: Self = Self(0);
    /// The most that anybody may write down: a hundred million.
    pub const MOST: Self = Self(10_000_000_000);

    /// Reads an amount with at most two decimals, [`Self::MOST`] at most.
    pub fn parse(text: &str) -> Result<Self, DecimalError> {
        decimal::parse_within(text, 2, Self::MOST.0).map(Self)
    }

    /// The amount with a point and two decimals, for files and forms.
    pub fn plain(self) -> String {
        decimal::format(self.0, 2, 2, '.')
    }

    pub fn is_zero(self) -> bool {
        self.0 == 0
    }

    pub fn abs(self) -> Self {
        Self(self.0.abs())
    }
}

impl Add for Cents {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Cents {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Cents {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl AddAssign for Cents {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl SubAssign for Cents {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

impl Sum for Cents {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

/// The price of one unit, without VAT, in ten-thousandths of the currency's unit: an egg may cost 0.2350.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Price(pub i64);

impl Price {
    /// The most that anybody may write down: a million.
    pub const MOST: Self = Self(10_000_000_000);

    /// Reads a price with at most four decimals, [`Self::MOST`] at most.
    pub fn parse(text: &str) -> Result<Self, DecimalError> {
        decimal::parse_within(text, 4, Self::MOST.0).map(Self)
    }

    /// The price with a point and two to four decimals, for files and forms.
    pub fn plain(self) -> String {
        decimal::format(self.0, 4, 2, '.')
    }

    /// The price as people compare prices: from a euro on to the cent, below it as fine as it is.
    pub fn to_compare(self) -> Self {
        if self.0 < 10_000 { self } else { Self(round_half_away(i128::from(self.0), 100) * 100) }
    }

    /// What `quantity` costs, rounded half away from zero to the cent.
    pub fn times(self, quantity: Quantity) -> Cents {
        let product = i128::from(self.0) * i128::from(quantity.0);
        Cents(round_half_away(product, 100_000))
    }
}

/// A proportion in hundredths of a percent: 12.5 % is `Rate(1250)`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rate(pub i64);

impl Rate {
    pub const ZERO: Self = Self(0);
    /// The whole: 100 %.
    pub const MOST: Self = Self(10_000);

    /// Reads a percentage with at most two decimals, [`Self::MOST`] at most.
    pub fn parse(text: &str) -> Result<Self, DecimalError> {
        decimal::parse_within(text.trim().trim_end_matches('%'), 2, Self::MOST.0).map(Self)
    }

    /// The percentage with a point and no idle zeros: `5.5`.
    pub fn plain(self) -> String {
        decimal::format(self.0, 2, 0, '.')
    }

    /// This proportion of `base`, rounded half away from zero to the cent.
    pub fn of(self, base: Cents) -> Cents {
        Cents(round_half_away(i128::from(self.0) * i128::from(base.0), 10_000))
    }
}

/// `numerator / denominator` to the nearest integer, halves away from zero ("commercial" rounding,
/// which Belgian and French tax offices both accept on a total).
fn round_half_away(numerator: i128, denominator: i128) -> i64 {
    let half = denominator / 2;
    let rounded =
        if numerator >= 0 { (numerator + half) / denominator } else { (numerator - half) / denominator };
    i64::try_from(rounded).expect("amounts stay far below 2^63 cents")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cheese_of_2_412_kg_at_18_90_costs_45_59() {
        let price = Price::parse("18.90").unwrap();
        assert_eq!(price.times(Quantity::parse("2.412").unwrap()), Cents(4559));
    }

    #[test]
    fn a_price_is_compared_to_the_cent() {
        for (price, shown) in
            [("30.7131", "30.71"), ("1.005", "1.01"), ("0.0349", "0.0349"), ("9.9999", "10.00")]
        {
            assert_eq!(Price::parse(price).unwrap().to_compare(), Price::parse(shown).unwrap());
        }
    }

    #[test]
    fn halves_go_away_from_zero() {
        assert_eq!(Rate(600).of(Cents(25)), Cents(2));
        assert_eq!(Rate(600).of(Cents(-25)), Cents(-2));
        assert_eq!(Rate(550).of(Cents(1000)), Cents(55));
        assert_eq!(Price(50).times(Quantity::ONE), Cents(1));
    }

    #[test]
    fn what_can_be_written_down_can_be_multiplied() {
        let (price, rate) = (Price::parse("1000000").unwrap(), Rate::parse("100 %").unwrap());
        assert_eq!((price, rate), (Price::MOST, Rate::MOST));
        let all = price.times(Quantity::MOST);
        assert_eq!((all, rate.of(all)), (Cents(1_000_000_000_000_000), all));
        for beyond in ["1000000.0001", "-1000000.0001", "99999999999"] {
            assert_eq!(Price::parse(beyond), Err(DecimalError::TooLarge), "{beyond}");
        }
        assert_eq!(Rate::parse("100.01"), Err(DecimalError::TooLarge));
        assert_eq!(Cents::parse("100000000.01"), Err(DecimalError::TooLarge));
    }

    #[test]
    fn plain_text_is_read_back() {
        for cents in [0, 1, -1, 99, 100, 123_456] {
            assert_eq!(Cents::parse(&Cents(cents).plain()), Ok(Cents(cents)));
        }
        assert_eq!(Rate(550).plain(), "5.5");
        assert_eq!(Price(2350).plain(), "0.235");
        assert_eq!(Rate::parse("21 %"), Ok(Rate(2100)));
    }
}
