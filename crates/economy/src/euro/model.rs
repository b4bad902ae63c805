//! A sum of money, divided into what it pays for.

use std::fmt;

use units::{Cents, Code, CycleId, OrganisationId, ReferenceId, apportion};

use crate::ledger::Component;

/// Whose or what euro is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    Cycle(CycleId),
    /// One shop's order in a cycle.
    Order(CycleId, OrganisationId),
    /// A shop, over a year.
    Shop(OrganisationId, i64),
    Year(i64),
    /// A reference, over a cycle.
    ProductInCycle(ReferenceId, CycleId),
    /// A reference, over a year.
    Product(ReferenceId, i64),
}

/// What a euro is opened over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    Cycle(CycleId),
    Year(i64),
}

impl Period {
    /// Reads what [`Period::to_string`] writes, as addresses carry it: `cycle:…` or `year:2026`.
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once(':')? {
            ("cycle", id) => id.parse().ok().map(Self::Cycle),
            ("year", year) => year.parse().ok().map(Self::Year),
            _ => None,
        }
    }

    /// The euro of a product over the period, of a shop over it, or of all.
    pub fn of(self, product: Option<ReferenceId>, shop: Option<OrganisationId>) -> Of {
        match (self, product, shop) {
            (Self::Cycle(cycle), Some(product), _) => Of::ProductInCycle(product, cycle),
            (Self::Cycle(cycle), None, Some(shop)) => Of::Order(cycle, shop),
            (Self::Cycle(cycle), None, None) => Of::Cycle(cycle),
            (Self::Year(year), Some(product), _) => Of::Product(product, year),
            (Self::Year(year), None, Some(shop)) => Of::Shop(shop, year),
            (Self::Year(year), None, None) => Of::Year(year),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cycle(cycle) => write!(f, "cycle:{cycle}"),
            Self::Year(year) => write!(f, "year:{year}"),
        }
    }
}

impl Of {
    pub fn period(self) -> Period {
        match self {
            Self::Cycle(cycle) | Self::Order(cycle, _) | Self::ProductInCycle(_, cycle) => {
                Period::Cycle(cycle)
            }
            Self::Year(year) | Self::Shop(_, year) | Self::Product(_, year) => Period::Year(year),
        }
    }

    pub fn shop(self) -> Option<OrganisationId> {
        match self {
            Self::Order(_, shop) | Self::Shop(shop, _) => Some(shop),
            _ => None,
        }
    }

    pub fn product(self) -> Option<ReferenceId> {
        match self {
            Self::ProductInCycle(product, _) | Self::Product(product, _) => Some(product),
            _ => None,
        }
    }
}

/// A reference with what shops paid for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    pub reference: ReferenceId,
    pub name: String,
    /// VAT included, deposits aside.
    pub paid: Cents,
}

/// What each component receives, in the order of [`Component::ALL`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Division([Cents; 6]);

/// One component's part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    pub component: Component,
    pub amount: Cents,
    /// Of one euro, in tenths of a cent; the parts of a division add up to 1,000.
    pub mills: i64,
}

impl Division {
    pub fn of(amount_of: impl Fn(Component) -> Cents) -> Self {
        let mut amounts = [Cents::ZERO; 6];
        for (amount, &component) in amounts.iter_mut().zip(Component::ALL) {
            *amount = amount_of(component);
        }
        Self(amounts)
    }

    pub fn add(&mut self, component: Component, amount: Cents) {
        self.0[component as usize] += amount;
    }

    pub fn amount(&self, component: Component) -> Cents {
        self.0[component as usize]
    }

    pub fn total(&self) -> Cents {
        self.0.iter().copied().sum()
    }

    pub fn is_empty(&self) -> bool {
        self.total().0 <= 0
    }

    /// The parts of one euro, to the tenth of a cent. What is below zero (more deposits came back than
    /// went out) has no part.
    pub fn parts(&self) -> Vec<Part> {
        let weights: Vec<i64> = self.0.iter().map(|amount| amount.0.max(0)).collect();
        let mills = apportion(1000, &weights);
        Component::ALL
            .iter()
            .zip(self.0)
            .zip(mills)
            .filter(|((_, amount), _)| !amount.is_zero())
            .map(|((&component, amount), mills)| Part {
                component,
                amount,
                mills: if amount.0 > 0 { mills } else { 0 },
            })
            .collect()
    }
}

impl Part {
    pub fn code(&self) -> &'static str {
        self.component.code()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_period_comes_back_with_whose_euro_it_is() {
        let cycle = CycleId(Uuid::from_u128(1));
        let (product, shop) = (ReferenceId(Uuid::from_u128(2)), OrganisationId(Uuid::from_u128(3)));
        let table = [
            (Period::Cycle(cycle), None, None, Of::Cycle(cycle)),
            (Period::Cycle(cycle), None, Some(shop), Of::Order(cycle, shop)),
            (Period::Cycle(cycle), Some(product), Some(shop), Of::ProductInCycle(product, cycle)),
            (Period::Year(2026), None, None, Of::Year(2026)),
            (Period::Year(2026), None, Some(shop), Of::Shop(shop, 2026)),
            (Period::Year(2026), Some(product), None, Of::Product(product, 2026)),
        ];
        for (period, product, shop, of) in table {
            assert_eq!(Period::parse(&period.to_string()), Some(period));
            assert_eq!(period.of(product, shop), of);
            assert_eq!(of.period(), period);
        }
        for hostile in ["", "cycle:", "year:x", "week:3", "2026"] {
            assert_eq!(Period::parse(hostile), None, "{hostile}");
        }
    }

    #[test]
    fn the_parts_of_a_euro_make_a_euro() {
        let mut division = Division::default();
        division.add(Component::Producer, Cents(7321));
        division.add(Component::Hub, Cents(1098));
        division.add(Component::Transport, Cents(733));
        division.add(Component::Vat, Cents(549));
        division.add(Component::Deposit, Cents(-25));
        let parts = division.parts();
        assert_eq!(division.total(), Cents(9676));
        assert_eq!(parts.iter().map(|part| part.mills).sum::<i64>(), 1000);
        assert_eq!(parts.len(), 5);
        assert_eq!(parts[0].mills, 755);
        assert_eq!(parts.last().map(|part| part.mills), Some(0));
    }
}
