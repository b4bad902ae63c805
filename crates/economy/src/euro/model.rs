//! A sum of money, divided into what it pays for.

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
    /// Of one euro, in words of figures: `0,734`.
    pub fn code(&self) -> &'static str {
        self.component.code()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
