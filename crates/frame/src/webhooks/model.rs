//! What is told, to whom, and when it is tried again.

use jiff::{SignedDuration, Timestamp};
use units::CoalitionId;
use uuid::Uuid;

units::codes! {
    /// What a message tells of.
    pub enum Kind {
        CycleOpened = "cycle.opened",
        CycleClosed = "cycle.closed",
        CycleSettled = "cycle.settled",
        /// A shop's order has other lines.
        OrderChanged = "order.changed",
        /// A producer's goods were received, or what was received was corrected.
        ReceptionReceived = "reception.received",
        /// A shop's goods were handed over.
        DeliveryMade = "delivery.made",
        DocumentIssued = "document.issued",
        PaymentRecorded = "payment.recorded",
        PaymentReversed = "payment.reversed",
        /// Somebody tries the address.
        Test = "webhook.test",
    }
}

impl Kind {
    /// What an address may choose among: everything but a test, which it always hears.
    pub fn to_choose() -> impl Iterator<Item = Self> {
        <Self as units::Code>::ALL.iter().copied().filter(|kind| *kind != Self::Test)
    }
}

units::codes! {
    /// Why an address hears nothing for now.
    pub enum Why {
        /// Somebody asked for it.
        Asked = "asked",
        /// It has not answered for days, or says that it is gone.
        Failing = "failing",
    }
}

/// Something that happened, by reference: what it was is asked for by the API. No names, no amounts.
pub struct Event<'a> {
    pub kind: Kind,
    /// The identifiers of what it is about, by their names, the coalition's apart.
    pub about: &'a [(&'static str, String)],
}

/// An address that hears of a coalition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Webhook {
    pub coalition: CoalitionId,
    pub id: Uuid,
    pub address: String,
    /// What it hears of; everything where none is named.
    pub kinds: Vec<Kind>,
    pub made_at: Timestamp,
    pub paused: Option<(Timestamp, Why)>,
    /// Until when the secret before this one is good too.
    pub old_secret_until: Option<Timestamp>,
}

impl Webhook {
    pub fn hears_of(&self, kind: Kind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }
}

/// One message to one address, as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub event: Uuid,
    pub kind: Kind,
    pub happened_at: Timestamp,
    pub tries: i64,
    pub next_try_at: Timestamp,
    pub tried_at: Option<Timestamp>,
    pub heard_at: Option<Timestamp>,
    /// What was answered, and how long that took in milliseconds.
    pub status: Option<i64>,
    pub spent_ms: Option<i64>,
    /// Why there was no answer.
    pub problem: Option<String>,
}

/// A message in hand, to be sent.
pub struct ToSend {
    pub event: Uuid,
    /// What is sent: JSON, the same each time.
    pub body: String,
    pub address: String,
    /// The secret, and the one before it as long as it is good.
    pub secrets: Vec<String>,
    /// With this one.
    pub tries: i64,
}

/// How a try ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    Heard {
        status: i64,
        spent_ms: i64,
    },
    /// It answered something else than 2xx, a redirect for example.
    Refused {
        status: i64,
        spent_ms: i64,
    },
    Unanswered(String),
}

impl Ended {
    pub fn of_status(status: u16, spent_ms: i64) -> Self {
        let status = i64::from(status);
        if (200..300).contains(&status) {
            Self::Heard { status, spent_ms }
        } else {
            Self::Refused { status, spent_ms }
        }
    }

    /// Whether the address says that it is gone for good.
    pub fn is_gone(&self) -> bool {
        matches!(self, Self::Refused { status: 410, .. })
    }
}

/// Minutes between one try and the next: three days in all, after which the address is paused.
const WAITS: [i64; 9] = [1, 5, 30, 120, 300, 600, 840, 1200, 1440];

/// How long to wait after so many tries; none when it has been tried long enough.
pub fn wait_after(tries: i64) -> Option<SignedDuration> {
    let index = usize::try_from(tries - 1).unwrap_or(0);
    WAITS.get(index).map(|&minutes| SignedDuration::from_mins(minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_tried_for_three_days() {
        let waits: Vec<SignedDuration> = (1..).map_while(wait_after).collect();
        assert_eq!(waits.len(), 9);
        assert!(waits.is_sorted());
        let all: SignedDuration = waits.iter().sum();
        assert_eq!(all.as_hours(), 75);
    }

    #[test]
    fn only_two_hundreds_are_heard() {
        for (status, heard) in
            [(200, true), (204, true), (199, false), (301, false), (410, false), (500, false)]
        {
            let ended = Ended::of_status(status, 3);
            assert_eq!(matches!(ended, Ended::Heard { .. }), heard, "{status}");
            assert_eq!(ended.is_gone(), status == 410);
        }
    }
}
