//! Agreeing on terms and fees.

use ::store::Tx;
use frame::{Outcome, Reader, Role, Say, Stop, Who, journal};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use units::{CoalitionId, Code, FeeId, Language};

use super::model::{Fee, FeeBasis, Terms, TransportTerms};
use super::store;
use crate::families;
use crate::members::acts::{enter, enter_as};
use crate::members::{Coalition, Side, store as members};
use crate::words::words;

/// What an agreement is refused for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAgreeable {
    /// An amount for each order cannot depend on the goods in it.
    OrderFeeForGoods,
    /// The thesaurus has no such family of products.
    UnknownFamily,
    /// The producer is no member.
    NotAProducer,
    /// More than the whole, or than ten thousand euros.
    TooHigh,
    /// Nothing holds yet on this day.
    NoTerms { day: Date },
}

impl Say for NotAgreeable {
    fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::OrderFeeForGoods => t.fee_order_for_goods(),
            Self::UnknownFamily => t.fee_unknown_family(),
            Self::NotAProducer => t.fee_not_a_producer(),
            Self::TooHigh => t.fee_too_high(),
            Self::NoTerms { day } => t.terms_none_on(Reader::new(language, &TimeZone::UTC).date(*day)),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::OrderFeeForGoods => Some("basis"),
            Self::UnknownFamily => Some("family"),
            Self::NotAProducer => Some("producer"),
            Self::TooHigh => Some("amount"),
            Self::NoTerms { .. } => None,
        }
    }
}

/// The agreement as it is kept: terms latest first, fees in the order they were agreed.
pub struct Agreement {
    pub coalition: Coalition,
    pub terms: Vec<Terms>,
    pub transport: Vec<TransportTerms>,
    pub fees: Vec<Fee>,
}

pub fn show(tx: &Tx<'_>, who: &Who, hub: CoalitionId) -> Outcome<Agreement> {
    let coalition = enter(tx, who, hub)?;
    let (terms, transport) = (store::terms(tx, hub)?, store::transport(tx, hub)?);
    Ok(Agreement { coalition, terms, transport, fees: store::fees(tx, hub)? })
}

/// How rounds of a day are paid; none where nothing was agreed.
pub fn transport_on(tx: &Tx<'_>, hub: CoalitionId, day: Date) -> Outcome<Option<TransportTerms>> {
    Ok(store::transport(tx, hub)?.into_iter().find(|terms| terms.starts_on <= day))
}

pub fn agree_transport(tx: &Tx<'_>, who: &Who, hub: CoalitionId, terms: &TransportTerms) -> Outcome<()> {
    enter_as(tx, who, hub, &[Role::Coordinator])?;
    store::insert_transport(tx, who, hub, terms)?;
    journal::note(tx, who, "transport.agree", hub, terms.pays.code())?;
    Ok(())
}

/// The terms that hold on a day.
pub fn terms_on(tx: &Tx<'_>, hub: CoalitionId, day: Date) -> Outcome<Terms> {
    let all = store::terms(tx, hub)?;
    let holding = all.into_iter().find(|terms| terms.starts_on <= day);
    Ok(holding.ok_or(NotAgreeable::NoTerms { day })?)
}

pub fn agree_terms(tx: &Tx<'_>, who: &Who, hub: CoalitionId, terms: &Terms) -> Outcome<()> {
    enter_as(tx, who, hub, &[Role::Coordinator])?;
    store::insert_terms(tx, who, hub, terms)?;
    journal::note(tx, who, "terms.agree", hub, terms.shortage_rule.code())?;
    Ok(())
}

pub fn agree_fee(tx: &Tx<'_>, who: &Who, hub: CoalitionId, fee: &Fee) -> Outcome<()> {
    enter_as(tx, who, hub, &[Role::Coordinator])?;
    if fee.basis == FeeBasis::Order && (fee.producer.is_some() || fee.family.is_some()) {
        return Err(NotAgreeable::OrderFeeForGoods.into());
    }
    if fee.amount > fee.basis.highest() {
        return Err(NotAgreeable::TooHigh.into());
    }
    if fee.family.as_deref().is_some_and(|family| families::find(family).is_none()) {
        return Err(NotAgreeable::UnknownFamily.into());
    }
    if let Some(producer) = fee.producer
        && !members::memberships_of(tx, hub, producer)?.iter().any(|m| m.side == Side::Producer)
    {
        return Err(NotAgreeable::NotAProducer.into());
    }
    store::insert_fee(tx, who, hub, fee)?;
    journal::note(tx, who, "fee.agree", fee.id, fee.kind.code())?;
    Ok(())
}

/// Ends a fee: `last_day` is the last on which a cycle that opens still takes it.
pub fn end_fee(tx: &Tx<'_>, who: &Who, hub: CoalitionId, fee: FeeId, last_day: Date) -> Outcome<()> {
    enter_as(tx, who, hub, &[Role::Coordinator])?;
    if store::end_fee(tx, hub, fee, last_day)? == 0 {
        return Err(Stop::NotFound);
    }
    journal::note(tx, who, "fee.end", fee, "")?;
    Ok(())
}

/// Opens or closes the public page of how each cycle's euro divides.
pub fn set_public(tx: &Tx<'_>, who: &Who, hub: CoalitionId, public: bool) -> Outcome<()> {
    enter_as(tx, who, hub, &[Role::Coordinator])?;
    members::set_public_euro(tx, hub, public)?;
    journal::note(tx, who, "euro.public", hub, if public { "yes" } else { "no" })?;
    Ok(())
}
