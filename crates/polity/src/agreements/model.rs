//! Terms and fees, and which of them holds for whom on a day.

use jiff::civil::Date;
use units::{Cents, FeeId, OrganisationId, Rate};

units::codes! {
    /// How a shortage is shared among the shops that ordered.
    pub enum ShortageRule {
        /// Each the same part of what it ordered.
        Proportional = "proportional",
        /// Each the same quantity, up to what it ordered.
        Equal = "equal",
        /// Who ordered first is served first.
        FirstCome = "first_come",
        /// By the rank of membership, then who ordered first.
        Priority = "priority",
    }
}

units::codes! {
    /// What a fee pays for.
    pub enum FeeKind {
        Hub = "hub",
        Transport = "transport",
        Packing = "packing",
    }
}

units::codes! {
    /// What a fee is counted on.
    pub enum FeeBasis {
        /// A percentage of the goods without VAT.
        Percent = "percent",
        /// An amount for each unit ordered.
        Unit = "unit",
        /// An amount for each shop's order.
        Order = "order",
    }
}

impl FeeBasis {
    /// The most that a fee of this basis may be: beyond it a finger slipped.
    pub fn highest(self) -> i64 {
        match self {
            Self::Percent => Rate::MOST.0,
            Self::Unit | Self::Order => 1_000_000,
        }
    }
}

units::codes! {
    /// What of a round is paid to whose vehicle drove it.
    pub enum TransportPay {
        /// Each member bears the rounds of its own vehicles.
        Nothing = "nothing",
        /// What the published plan said that the round costs.
        Planned = "planned",
        /// What it cost by the kilometres and hours that it was driven.
        Real = "real",
    }
}

/// How rounds are paid from a day on, until the next such terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TransportTerms {
    pub starts_on: Date,
    pub pays: TransportPay,
    /// Of the cost.
    pub part: Rate,
}

impl TransportTerms {
    /// What is paid for a round of this planned and this real cost, rounded half up.
    pub fn paid(&self, planned: Cents, real: Cents) -> Cents {
        let cost = match self.pays {
            TransportPay::Nothing => Cents::ZERO,
            TransportPay::Planned => planned,
            TransportPay::Real => real,
        };
        Cents((cost.0 * self.part.0 + 5_000).div_euclid(10_000))
    }
}

/// What holds from a day on, until the next terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    pub starts_on: Date,
    pub shortage_rule: ShortageRule,
    /// Days after the invoice's date in which shops pay.
    pub shop_payment_days: i64,
    /// Days after the statement's date in which producers are paid.
    pub producer_payment_days: i64,
}

impl Terms {
    /// Terms to begin with: proportional, thirty days for both.
    pub fn usual(starts_on: Date) -> Self {
        Self {
            starts_on,
            shortage_rule: ShortageRule::Proportional,
            shop_payment_days: 30,
            producer_payment_days: 30,
        }
    }
}

/// A fee that shops pay on top of the producers' prices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fee {
    pub id: FeeId,
    pub kind: FeeKind,
    pub basis: FeeBasis,
    /// Hundredths of a percent, or cents: as the basis says.
    pub amount: i64,
    /// Only for this producer's goods, where agreed.
    pub producer: Option<OrganisationId>,
    /// Only for this family of products and those below it, where agreed.
    pub family: Option<String>,
    pub starts_on: Date,
    pub ends_on: Option<Date>,
}

impl Fee {
    pub fn rate(&self) -> Rate {
        Rate(self.amount)
    }

    pub fn cents(&self) -> Cents {
        Cents(self.amount)
    }

    fn holds_on(&self, day: Date) -> bool {
        self.starts_on <= day && self.ends_on.is_none_or(|end| day <= end)
    }
}

/// The fee of this kind and basis that holds on `day` for goods of `producer` in `families`, the goods'
/// own family first and the widest last.
///
/// What is agreed for a producer goes before what is agreed for a family, a near family before a wide
/// one, either before what holds for all; among equals the one that began last.
pub fn fee_in_force<'a>(
    fees: &'a [Fee],
    kind: FeeKind,
    basis: FeeBasis,
    day: Date,
    producer: OrganisationId,
    families: &[&str],
) -> Option<&'a Fee> {
    let nearness = |fee: &Fee| -> Option<(bool, usize)> {
        let family = match &fee.family {
            None => 0,
            Some(family) => {
                let steps_up = families.iter().position(|own| own == family)?;
                families.len() - steps_up
            }
        };
        match fee.producer {
            None => Some((false, family)),
            Some(agreed) => (agreed == producer).then_some((true, family)),
        }
    };
    fees.iter()
        .filter(|fee| fee.kind == kind && fee.basis == basis && fee.holds_on(day))
        .filter_map(|fee| Some((nearness(fee)?, fee.starts_on, fee.id, fee)))
        .max_by_key(|&(nearness, starts_on, id, _)| (nearness, starts_on, id))
        .map(|(_, _, _, fee)| fee)
}

#[cfg(test)]
mod tests {
    use super::*;
    use units::FeeId;
    use uuid::Uuid;

    const FARM: OrganisationId = OrganisationId(Uuid::from_u128(1));
    const OTHER: OrganisationId = OrganisationId(Uuid::from_u128(2));

    fn fee(
        id: u128,
        amount: i64,
        producer: Option<OrganisationId>,
        family: Option<&str>,
        from: &str,
    ) -> Fee {
        Fee {
            id: FeeId(Uuid::from_u128(id)),
            kind: FeeKind::Hub,
            basis: FeeBasis::Percent,
            amount,
            producer,
            family: family.map(str::to_owned),
            starts_on: from.parse().unwrap(),
            ends_on: None,
        }
    }

    #[test]
    fn a_round_is_paid_as_agreed() {
        let terms = |pays, part| TransportTerms {
            starts_on: "2026-01-01".parse().unwrap(),
            pays,
            part: Rate(part),
        };
        let (planned, real) = (Cents(8_001), Cents(9_450));
        let table = [
            (TransportPay::Nothing, 10_000, 0),
            (TransportPay::Planned, 10_000, 8_001),
            (TransportPay::Planned, 5_000, 4_001),
            (TransportPay::Real, 10_000, 9_450),
            (TransportPay::Real, 3_333, 3_150),
        ];
        for (pays, part, expected) in table {
            assert_eq!(terms(pays, part).paid(planned, real), Cents(expected), "{pays:?} {part}");
        }
    }

    #[test]
    fn the_nearest_agreement_goes_first() {
        let mut fees = vec![
            fee(1, 1500, None, None, "2025-01-01"),
            fee(2, 1400, None, None, "2026-06-01"),
            fee(3, 1200, None, Some("dairy-product"), "2025-01-01"),
            fee(4, 1100, None, Some("cheese"), "2025-01-01"),
            fee(5, 1000, Some(FARM), None, "2025-01-01"),
            fee(6, 900, Some(FARM), Some("dairy-product"), "2025-01-01"),
        ];
        let check = |fees: &[Fee], day: &str, producer, families: &[&str], expected: Option<i64>| {
            let day = day.parse().unwrap();
            let found = fee_in_force(fees, FeeKind::Hub, FeeBasis::Percent, day, producer, families);
            assert_eq!(found.map(|fee| fee.amount), expected, "{day} {families:?}");
        };
        check(&fees, "2024-12-31", OTHER, &[], None);
        check(&fees, "2026-05-31", OTHER, &["carrot", "vegetable"], Some(1500));
        check(&fees, "2026-06-01", OTHER, &["carrot", "vegetable"], Some(1400));
        check(&fees, "2026-06-01", OTHER, &["yoghurt", "dairy-product"], Some(1200));
        check(&fees, "2026-06-01", OTHER, &["cheese", "dairy-product"], Some(1100));
        check(&fees, "2026-06-01", FARM, &["carrot"], Some(1000));
        check(&fees, "2026-06-01", FARM, &["cheese", "dairy-product"], Some(900));
        fees[5].ends_on = Some("2026-05-31".parse().unwrap());
        check(&fees, "2026-06-01", FARM, &["cheese", "dairy-product"], Some(1000));
        assert_eq!(
            fee_in_force(&fees, FeeKind::Transport, FeeBasis::Percent, fees[0].starts_on, FARM, &[]),
            None
        );
    }
}
