//! What a cycle is, and the fees that an offer takes from the agreement when it opens.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use polity::agreements::{Fee, FeeBasis, FeeKind, ShortageRule, Terms, fee_in_force};
use units::{Cents, CoalitionId, CycleId, OrganisationId, Price, Rate, ReferenceId};

use crate::catalogue::{Item, StockMode};

units::codes! {
    /// How far a cycle is.
    pub enum Stage {
        /// To be opened.
        Planned = "planned",
        /// Shops order.
        Open = "open",
        /// Producers have their orders; goods are received, prepared, delivered.
        Closed = "closed",
        /// Invoices and statements are out.
        Settled = "settled",
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cycle {
    pub hub: CoalitionId,
    pub id: CycleId,
    pub number: i64,
    pub name: String,
    pub opens_at: Timestamp,
    pub closes_at: Timestamp,
    pub delivery_days: Vec<Date>,
    /// Whether the next one is made when this one opens.
    pub repeats: bool,
    pub made_from: Option<CycleId>,
    pub opened_at: Option<Timestamp>,
    pub closed_at: Option<Timestamp>,
    pub settled_at: Option<Timestamp>,
    /// What held on the day it opened; none before.
    pub terms: Option<FrozenTerms>,
}

/// What a cycle keeps of the agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FrozenTerms {
    pub shortage_rule: ShortageRule,
    pub shop_payment_days: i64,
    pub producer_payment_days: i64,
    pub per_order: OrderFees,
}

/// Amounts that every order of the cycle bears once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OrderFees {
    pub hub: Cents,
    pub transport: Cents,
    pub packing: Cents,
}

/// What a line of goods bears besides its price.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LineFees {
    pub hub_rate: Rate,
    pub transport_rate: Rate,
    pub packing_rate: Rate,
    pub hub_per_unit: Cents,
    pub transport_per_unit: Cents,
    pub packing_per_unit: Cents,
}

/// A reference as one cycle offers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub reference: ReferenceId,
    pub producer: OrganisationId,
    pub code: String,
    pub version: i64,
    /// Its price is the offer's, whatever the version said.
    pub item: Item,
    pub price: Price,
    pub vat_rate: Rate,
    pub stock_mode: StockMode,
    pub second_choice: Option<ReferenceId>,
    /// For each container that goes out with it.
    pub deposit: Cents,
    pub fees: LineFees,
}

impl Cycle {
    pub fn stage(&self) -> Stage {
        match (self.opened_at, self.closed_at, self.settled_at) {
            (_, _, Some(_)) => Stage::Settled,
            (_, Some(_), None) => Stage::Closed,
            (Some(_), None, None) => Stage::Open,
            (None, None, None) => Stage::Planned,
        }
    }

    /// Whether shops may order: after its opening, before its closing time.
    pub fn takes_orders_at(&self, now: Timestamp) -> bool {
        self.stage() == Stage::Open && now < self.closes_at
    }
}

/// The times of the cycle that follows by a week, by the civil clock of `zone`: five o'clock stays five
/// o'clock when summer time ends.
pub fn a_week_later(
    cycle: &Cycle,
    zone: &TimeZone,
) -> Result<(Timestamp, Timestamp, Vec<Date>), jiff::Error> {
    let later = |instant: Timestamp| {
        let civil = zone.to_datetime(instant).checked_add(Span::new().weeks(1))?;
        zone.to_timestamp(civil)
    };
    let days: Result<Vec<Date>, jiff::Error> =
        cycle.delivery_days.iter().map(|day| day.checked_add(Span::new().weeks(1))).collect();
    Ok((later(cycle.opens_at)?, later(cycle.closes_at)?, days?))
}

/// The fees of goods of `producer` in `families` (the nearest first) on `day`.
pub fn line_fees(fees: &[Fee], day: Date, producer: OrganisationId, families: &[&str]) -> LineFees {
    let rate = |kind| {
        let fee = fee_in_force(fees, kind, FeeBasis::Percent, day, producer, families);
        fee.map(Fee::rate).unwrap_or_default()
    };
    let unit = |kind| {
        let fee = fee_in_force(fees, kind, FeeBasis::Unit, day, producer, families);
        fee.map(Fee::cents).unwrap_or_default()
    };
    LineFees {
        hub_rate: rate(FeeKind::Hub),
        transport_rate: rate(FeeKind::Transport),
        packing_rate: rate(FeeKind::Packing),
        hub_per_unit: unit(FeeKind::Hub),
        transport_per_unit: unit(FeeKind::Transport),
        packing_per_unit: unit(FeeKind::Packing),
    }
}

/// What a cycle that opens on `day` keeps of the agreement.
pub fn frozen_terms(terms: &Terms, fees: &[Fee], day: Date) -> FrozenTerms {
    let nobody = OrganisationId(uuid::Uuid::nil());
    let order = |kind| {
        let fee = fee_in_force(fees, kind, FeeBasis::Order, day, nobody, &[]);
        fee.map(Fee::cents).unwrap_or_default()
    };
    FrozenTerms {
        shortage_rule: terms.shortage_rule,
        shop_payment_days: terms.shop_payment_days,
        producer_payment_days: terms.producer_payment_days,
        per_order: OrderFees {
            hub: order(FeeKind::Hub),
            transport: order(FeeKind::Transport),
            packing: order(FeeKind::Packing),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use units::{CycleId, FeeId};
    use uuid::Uuid;

    #[test]
    fn a_week_later_is_the_same_hour_on_the_wall() {
        let zone = TimeZone::get("Europe/Brussels").unwrap();
        let cycle = Cycle {
            hub: CoalitionId(Uuid::nil()),
            id: CycleId(Uuid::nil()),
            number: 1,
            name: String::new(),
            opens_at: "2026-10-22T06:00:00Z".parse().unwrap(),
            closes_at: "2026-10-25T21:00:00Z".parse().unwrap(),
            delivery_days: vec!["2026-10-29".parse().unwrap()],
            repeats: true,
            made_from: None,
            opened_at: None,
            closed_at: None,
            settled_at: None,
            terms: None,
        };
        // Summer time ends on 25 October 2026: eight o'clock is 06:00 UTC before and 07:00 after.
        let (opens, closes, days) = a_week_later(&cycle, &zone).unwrap();
        assert_eq!(opens.to_string(), "2026-10-29T07:00:00Z");
        assert_eq!(closes.to_string(), "2026-11-01T21:00:00Z");
        assert_eq!(days, ["2026-11-05".parse().unwrap()]);
    }

    #[test]
    fn an_offer_takes_the_fees_of_the_day() {
        let day: Date = "2026-11-24".parse().unwrap();
        let fee = |kind, basis, amount: i64, family: Option<&str>| Fee {
            id: FeeId(Uuid::from_u128(u128::from(amount.unsigned_abs()))),
            kind,
            basis,
            amount,
            producer: None,
            family: family.map(str::to_owned),
            starts_on: "2026-01-01".parse().unwrap(),
            ends_on: None,
        };
        let fees = [
            fee(FeeKind::Hub, FeeBasis::Percent, 1500, None),
            fee(FeeKind::Hub, FeeBasis::Percent, 1000, Some("dairy-product")),
            fee(FeeKind::Transport, FeeBasis::Order, 650, None),
            fee(FeeKind::Packing, FeeBasis::Unit, 12, None),
        ];
        let producer = OrganisationId(Uuid::from_u128(9));
        let cheese = line_fees(&fees, day, producer, &["mature-cheese", "dairy-product"]);
        assert_eq!((cheese.hub_rate, cheese.packing_per_unit), (Rate(1000), Cents(12)));
        assert_eq!(cheese.transport_per_unit, Cents::ZERO);
        assert_eq!(line_fees(&fees, day, producer, &["carrot"]).hub_rate, Rate(1500));
        let frozen = frozen_terms(&Terms::usual(day), &fees, day);
        assert_eq!(frozen.per_order.transport, Cents(650));
    }
}
