//! Quantities of goods and the units they are counted in.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use serde::{Deserialize, Serialize};

use crate::code::Code;
use crate::decimal::{self, DecimalError};

/// A quantity in thousandths of its unit: 2.4 kg is `Quantity(2400)`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Quantity(pub i64);

impl Quantity {
    pub const ZERO: Self = Self(0);
    pub const ONE: Self = Self(1000);
    /// The most that anybody may write down: ten million units. Its square stays in 64 bits.
    pub const MOST: Self = Self::whole(10_000_000);

    pub const fn whole(units: i64) -> Self {
        Self(units * 1000)
    }

    /// Reads a quantity with at most three decimals, [`Self::MOST`] at most.
    pub fn parse(text: &str) -> Result<Self, DecimalError> {
        decimal::parse_within(text, 3, Self::MOST.0).map(Self)
    }

    /// The quantity with a point and no idle zeros, for files and forms.
    pub fn plain(self) -> String {
        decimal::format(self.0, 3, 0, '.')
    }

    pub fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// This many units of `each`, to the nearest thousandth, halves away from zero.
    pub fn times(self, each: Self) -> Self {
        let product = i128::from(self.0) * i128::from(each.0);
        let half = if product < 0 { -500 } else { 500 };
        Self(i64::try_from((product + half) / 1000).expect("quantities stay far below 2^63"))
    }
}

impl Add for Quantity {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Quantity {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Quantity {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl AddAssign for Quantity {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl SubAssign for Quantity {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

impl Sum for Quantity {
    fn sum<I: Iterator<Item = Self>>(quantities: I) -> Self {
        quantities.fold(Self::ZERO, Add::add)
    }
}

/// What a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitKind {
    Count,
    Mass,
    Volume,
}

macro_rules! units {
    ($($name:ident $code:literal $dfc:literal $kind:ident,)*) => {
        $crate::codes! {
            /// A unit that goods are ordered in, paid in or packed in.
            ///
            /// # Source
            /// The quantity units of the Data Food Consortium's measures thesaurus, release 1.3.0.
            pub enum Unit { $($name = $code,)* }
        }

        impl Unit {
            /// The fragment of the DFC concept, as in `dfc-m:Kilogram`.
            pub fn dfc(self) -> &'static str {
                match self { $(Self::$name => $dfc),* }
            }

            pub fn kind(self) -> UnitKind {
                match self { $(Self::$name => UnitKind::$kind),* }
            }
        }
    };
}

units! {
    Piece "piece" "Piece" Count,
    Kilogram "kilogram" "Kilogram" Mass,
    Gram "gram" "Gram" Mass,
    Tonne "tonne" "Tonne" Mass,
    Milligram "milligram" "Milligram" Mass,
    Ounce "ounce" "Ounce" Mass,
    Pound "pound" "PoundMass" Mass,
    Litre "litre" "Litre" Volume,
    Decilitre "decilitre" "Decilitre" Volume,
    Centilitre "centilitre" "Centilitre" Volume,
    Millilitre "millilitre" "Millilitre" Volume,
    Gallon "gallon" "Gallon" Volume,
    Bunch "bunch" "Bunch" Count,
    Punnet "punnet" "Punnet" Count,
    Jar "jar" "Jar" Count,
    Bottle "bottle" "Bottle" Count,
    Pot "pot" "Pot" Count,
    Bag "bag" "Bag" Count,
    Packet "packet" "Packet" Count,
    Pouch "pouch" "Pouch" Count,
    Box "box" "Box" Count,
    Carton "carton" "Carton" Count,
    Crate "crate" "Crate" Count,
    Tray "tray" "Tray" Count,
    Basket "basket" "Basket" Count,
    Net "net" "Net" Count,
    Bundle "bundle" "Bundle" Count,
    Package "package" "Package" Count,
    Dozen "dozen" "Dozen" Count,
    HalfDozen "half_dozen" "HalfDozen" Count,
    Pair "pair" "Pair" Count,
    FourPack "four_pack" "4Pack" Count,
    SixPack "six_pack" "6Pack" Count,
    BeerCrate "beer_crate" "BeerCrate" Count,
    Can "can" "Can" Count,
    Tin "tin" "Tin" Count,
    Bucket "bucket" "Bucket" Count,
    Tub "tub" "Tub" Count,
    Tube "tube" "Tube" Count,
    Tablet "tablet" "Tablet" Count,
    Roll "roll" "Roll" Count,
    Cup "cup" "Cup" Count,
    Kit "kit" "Kit" Count,
    Keg "keg" "Keg" Count,
    Cask "cask" "Cask" Count,
    Drum "drum" "Drum" Count,
    Pallet "pallet" "Pallet" Count,
}

impl Unit {
    /// The unit of a DFC concept's fragment; letter case is forgiven, as peers disagree on it.
    pub fn from_dfc(fragment: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|unit| unit.dfc().eq_ignore_ascii_case(fragment))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_cheeses_of_2_4_kg_weigh_24_kg() {
        assert_eq!(Quantity::whole(10).times(Quantity(2400)), Quantity(24_000));
    }

    #[test]
    fn what_can_be_written_down_can_be_multiplied() {
        let most = Quantity::MOST;
        assert_eq!(Quantity::parse(&most.plain()), Ok(most));
        assert_eq!(Quantity::parse("10000000.001"), Err(DecimalError::TooLarge));
        assert_eq!(Quantity::parse("-10000000.001"), Err(DecimalError::TooLarge));
        assert_eq!(most.times(most).times(Quantity::ONE), Quantity::whole(100_000_000_000_000));
    }

    #[test]
    fn codes_and_dfc_names_lead_back_to_the_unit() {
        for &unit in Unit::ALL {
            assert_eq!(Unit::from_code(unit.code()), Some(unit));
            assert_eq!(Unit::from_dfc(unit.dfc()), Some(unit));
            assert_eq!(serde_json::to_value(unit).unwrap(), unit.code());
        }
    }
}
