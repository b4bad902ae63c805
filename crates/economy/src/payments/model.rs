//! Claims, what settles them, and how late that is.

use jiff::civil::Date;
use units::{CauseId, Cents, CoalitionId, OrganisationId, PaymentId};
use uuid::Uuid;

use crate::ledger::{Account, CauseKind, Posting, Transfer};

units::codes! {
    /// Which way money goes.
    pub enum Side {
        /// A shop pays the hub.
        Shop = "shop",
        /// The hub pays a producer.
        Producer = "producer",
        /// The hub pays a member for rounds that its vehicles drove.
        Carrier = "carrier",
    }
}

/// Somebody who owes, or is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    Shop(OrganisationId),
    Producer(OrganisationId),
    Carrier(OrganisationId),
}

impl Party {
    pub fn new(side: Side, organisation: OrganisationId) -> Self {
        match side {
            Side::Shop => Self::Shop(organisation),
            Side::Producer => Self::Producer(organisation),
            Side::Carrier => Self::Carrier(organisation),
        }
    }

    pub fn side(self) -> Side {
        match self {
            Self::Shop(_) => Side::Shop,
            Self::Producer(_) => Side::Producer,
            Self::Carrier(_) => Side::Carrier,
        }
    }

    pub fn organisation(self) -> OrganisationId {
        match self {
            Self::Shop(organisation) | Self::Producer(organisation) | Self::Carrier(organisation) => {
                organisation
            }
        }
    }

    pub fn account(self) -> Account {
        match self {
            Self::Shop(shop) => Account::Receivable(shop),
            Self::Producer(producer) => Account::Payable(producer),
            Self::Carrier(carrier) => Account::CarrierPayable(carrier),
        }
    }
}

units::codes! {
    pub enum Method {
        Transfer = "transfer",
        Card = "card",
        Cash = "cash",
        Other = "other",
    }
}

/// A payment to be recorded. Its id is the caller's: recording it twice is recording it once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    pub id: PaymentId,
    pub party: Party,
    pub amount: Cents,
    pub paid_on: Date,
    pub method: Method,
    pub note: String,
    pub reverses: Option<PaymentId>,
}

impl Payment {
    /// What it moves, above zero; a reversal moves it back.
    fn signed(&self) -> Cents {
        if self.reverses.is_some() { -self.amount } else { self.amount }
    }

    pub fn posting(&self, hub: CoalitionId) -> Posting {
        let amount = self.signed();
        let transfer = match self.party {
            Party::Shop(_) => Transfer::money(Account::Bank, self.party.account(), amount),
            Party::Producer(_) | Party::Carrier(_) => {
                Transfer::money(self.party.account(), Account::Bank, amount)
            }
        };
        Posting {
            book: hub.into(),
            kind: CauseKind::Payment,
            cause: CauseId(self.id.0),
            transfers: transfer.into_iter().collect(),
        }
    }

    /// The credit that it is; of a reversal, what it makes owed again.
    pub fn claim(&self) -> Claim {
        Claim {
            id: self.id.0,
            party: self.party,
            source: CauseKind::Payment,
            begun_on: self.paid_on,
            due_on: self.paid_on,
            amount: -self.signed(),
        }
    }
}

/// Something owed (above zero) or a credit (below), to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The document's or the payment's.
    pub id: Uuid,
    pub party: Party,
    pub source: CauseKind,
    pub begun_on: Date,
    pub due_on: Date,
    pub amount: Cents,
}

impl Claim {
    pub fn is_of_a_document(&self) -> bool {
        self.source != CauseKind::Payment
    }
}

/// A claim as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub claim: Claim,
    pub open: Cents,
    pub settled_on: Option<Date>,
}

impl Standing {
    /// Days past the due day, while money is still owed.
    pub fn days_late(&self, today: Date) -> i64 {
        if self.open.0 > 0 { days_between(self.claim.due_on, today).max(0) } else { 0 }
    }
}

/// What one party owes or is owed, in all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owing {
    pub organisation: OrganisationId,
    /// Owed, credits deducted.
    pub open: Cents,
    /// Of that, past its due day.
    pub overdue: Cents,
    pub oldest_due: Option<Date>,
}

impl Owing {
    pub fn days_late(&self, today: Date) -> i64 {
        self.oldest_due.map_or(0, |due| days_between(due, today).max(0))
    }
}

/// How late producers are paid, for every member to see.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lateness {
    pub producers_waiting: i64,
    pub overdue: Cents,
    pub worst_days: i64,
    /// Of statements settled in the last ninety days: mean days after the due day, early ones as zero.
    pub mean_days_late: i64,
    pub settled_recently: i64,
}

impl Lateness {
    /// From what each producer is owed, and the due and settled days of the statements settled lately.
    pub fn of(owing: &[Owing], settled: &[(Date, Date)], today: Date) -> Self {
        let late: Vec<&Owing> = owing.iter().filter(|owing| owing.overdue.0 > 0).collect();
        let days: i64 = settled.iter().map(|(due, on)| days_between(*due, *on).max(0)).sum();
        let count = settled.len() as i64;
        Self {
            producers_waiting: late.len() as i64,
            overdue: late.iter().map(|owing| owing.overdue).sum(),
            worst_days: late.iter().map(|owing| owing.days_late(today)).max().unwrap_or(0),
            mean_days_late: if count == 0 { 0 } else { (days + count / 2) / count },
            settled_recently: count,
        }
    }
}

pub fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// Pairs what is owed with credits, the oldest due first on both sides; `first` goes before all others.
///
/// Gives (claim, credit, amount) by index into `standing`, of which claims have `open` above zero and
/// credits below.
pub fn pair_up(standing: &[Standing], first: Option<Uuid>) -> Vec<(usize, usize, Cents)> {
    let order = |index: &usize| {
        let claim = &standing[*index].claim;
        (Some(claim.id) != first, claim.due_on, claim.id)
    };
    let mut owed: Vec<usize> = (0..standing.len()).filter(|&i| standing[i].open.0 > 0).collect();
    let mut credit: Vec<usize> = (0..standing.len()).filter(|&i| standing[i].open.0 < 0).collect();
    owed.sort_by_key(order);
    credit.sort_by_key(order);
    let mut pairs = Vec::new();
    let mut credits = credit.into_iter().map(|index| (index, -standing[index].open));
    let mut current = credits.next();
    for index in owed {
        let mut open = standing[index].open;
        while open.0 > 0
            && let Some((with, left)) = current
        {
            let amount = Cents(open.0.min(left.0));
            pairs.push((index, with, amount));
            open -= amount;
            current = if left > amount { Some((with, left - amount)) } else { credits.next() };
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn standing(id: u128, due: &str, open: i64) -> Standing {
        Standing {
            claim: Claim {
                id: Uuid::from_u128(id),
                party: Party::Shop(OrganisationId(Uuid::nil())),
                source: CauseKind::Invoice,
                begun_on: due.parse().unwrap(),
                due_on: due.parse().unwrap(),
                amount: Cents(open),
            },
            open: Cents(open),
            settled_on: None,
        }
    }

    #[test]
    fn the_oldest_debt_is_settled_first() {
        let all = [
            standing(1, "2026-10-01", 5000),
            standing(2, "2026-09-01", 3000),
            standing(3, "2026-11-01", -4000),
        ];
        assert_eq!(pair_up(&all, None), [(1, 2, Cents(3000)), (0, 2, Cents(1000))]);
        let named = Some(Uuid::from_u128(1));
        assert_eq!(pair_up(&all, named), [(0, 2, Cents(4000))]);
    }

    #[test]
    fn lateness_counts_from_the_due_day() {
        let today = "2026-11-24".parse().unwrap();
        assert_eq!(standing(1, "2026-11-20", 100).days_late(today), 4);
        assert_eq!(standing(1, "2026-11-30", 100).days_late(today), 0);
        assert_eq!(standing(1, "2026-11-20", -100).days_late(today), 0);
    }

    #[test]
    fn lateness_is_of_those_who_wait_and_of_those_who_waited() {
        let owing = |open: i64, overdue: i64, oldest: &str| Owing {
            organisation: OrganisationId(Uuid::nil()),
            open: Cents(open),
            overdue: Cents(overdue),
            oldest_due: oldest.parse().ok(),
        };
        let day = |text: &str| text.parse::<Date>().unwrap();
        let settled = [(day("2026-11-10"), day("2026-11-15")), (day("2026-11-10"), day("2026-11-01"))];
        let producers =
            [owing(500, 200, "2026-11-14"), owing(300, 0, "2026-12-01"), owing(90, 90, "2026-11-23")];
        let late = Lateness::of(&producers, &settled, day("2026-11-24"));
        assert_eq!((late.producers_waiting, late.overdue, late.worst_days), (2, Cents(290), 10));
        assert_eq!((late.mean_days_late, late.settled_recently), (3, 2));
        assert_eq!(Lateness::of(&[], &[], day("2026-11-24")), Lateness::default());
    }

    proptest! {
        #[test]
        fn as_much_is_settled_as_can_be(opens in prop::collection::vec(-10_000_i64..10_000, 0..20)) {
            let all: Vec<Standing> = opens
                .iter()
                .enumerate()
                .map(|(index, &open)| standing(index as u128, "2026-10-01", open))
                .collect();
            let pairs = pair_up(&all, None);
            let mut left = opens.clone();
            for (claim, credit, amount) in &pairs {
                prop_assert!(amount.0 > 0);
                left[*claim] -= amount.0;
                left[*credit] += amount.0;
            }
            for (before, after) in opens.iter().zip(&left) {
                prop_assert!(before.signum() * after.signum() >= 0 && after.abs() <= before.abs());
            }
            let owed = left.iter().any(|&open| open > 0);
            let credit = left.iter().any(|&open| open < 0);
            prop_assert!(!(owed && credit), "nothing owed stays beside a credit");
        }
    }
}
