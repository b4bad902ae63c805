//! Issuing a cycle's invoices and statements, a few at a time.

use std::collections::BTreeMap;

use ::store::Tx;
use economy::containers::{Container, store as containers};
use economy::documents::{
    DocumentKind, Frozen, NewDocument, acts as documents, block, charge_vat, store as document_store,
    total_of,
};
use economy::ledger::{Account, Transfer};
use frame::webhooks::{self, Event, Kind};
use frame::{Outcome, Role, Say, Stop, Who, journal};
use people::organisations::{Organisation, VatRegime, store as organisations};
use polity::members::acts::enter_as;
use units::{Cents, CoalitionId, Code, ContainerId, CycleId, Language, OrganisationId, ReferenceId};

use super::lines::{
    Account as GoodsAccount, accounts, containers_of_statement, of_invoice, of_statement,
};
use super::occasion;
use crate::cycles::{Assortment, Cycle, Stage, store as cycles};
use crate::orders::store as orders;
use crate::preparation::store as preparation;
use crate::receptions::store as receptions;
use crate::supply::store as supply;
use crate::words::{Words, words};

const BOOKKEEPERS: [Role; 2] = [Role::Coordinator, Role::Bookkeeper];

/// Why a cycle cannot be settled yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsettled {
    NotClosed,
    /// So many producers' goods are still to be received, or marked as not come.
    NotReceived {
        producers: i64,
    },
    /// So many references are short and not shared yet.
    NotShared {
        references: i64,
    },
    /// Statements come once all invoices are out.
    NotInvoiced {
        shops: i64,
    },
}

impl Say for Unsettled {
    fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::NotClosed => t.settlement_not_closed(),
            Self::NotReceived { producers } => t.settlement_not_received(*producers),
            Self::NotShared { references } => t.settlement_not_shared(*references),
            Self::NotInvoiced { shops } => t.settlement_not_invoiced(*shops),
        }
    }
}

/// How far the settlement of a cycle is.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    pub not_received: i64,
    pub not_shared: i64,
    /// Shops with goods and no invoice yet.
    pub to_invoice: Vec<OrganisationId>,
    pub invoiced: i64,
    /// Producers with a reception and no statement yet.
    pub to_state: Vec<OrganisationId>,
    pub stated: i64,
}

/// How far the settlement is, for who settles.
pub fn standing(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: CycleId) -> Outcome<(Cycle, Standing)> {
    enter_as(tx, who, hub, &BOOKKEEPERS)?;
    let cycle = cycles::find(tx, hub, id)?.ok_or(Stop::NotFound)?;
    Ok((cycle, standing_of(tx, hub, id)?))
}

pub(crate) fn standing_of(tx: &Tx<'_>, hub: CoalitionId, id: CycleId) -> Outcome<Standing> {
    let received = receptions::all(tx, hub, id)?;
    let expected = supply::all(tx, hub, id)?.len() as i64;
    let mut standing = Standing {
        not_received: (expected - received.len() as i64).max(0),
        not_shared: receptions::short(tx, hub, id)?.len() as i64,
        ..Standing::default()
    };
    let invoiced = document_store::parties_of_cycle(tx, hub, id, DocumentKind::Invoice)?;
    let stated = document_store::parties_of_cycle(tx, hub, id, DocumentKind::Statement)?;
    let shops = receptions::shops_to_bill(tx, hub, id)?;
    standing.to_invoice = shops.into_iter().filter(|shop| !invoiced.contains(shop)).collect();
    standing.invoiced = invoiced.len() as i64;
    let producers = received.into_iter().map(|reception| reception.producer);
    standing.to_state = producers.filter(|producer| !stated.contains(producer)).collect();
    standing.stated = stated.len() as i64;
    Ok(standing)
}

/// What invoicing needs, gathered once for a cycle.
#[derive(Clone)]
pub struct Desk {
    pub cycle: Cycle,
    pub seller: Organisation,
    pub kinds: BTreeMap<ContainerId, Container>,
    /// The shops to invoice, or the producers to state.
    pub parties: Vec<OrganisationId>,
}

fn desk(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: CycleId) -> Outcome<(Desk, Standing)> {
    let coalition = enter_as(tx, who, hub, &BOOKKEEPERS)?;
    let cycle = cycles::find(tx, hub, id)?.ok_or(Stop::NotFound)?;
    if !matches!(cycle.stage(), Stage::Closed | Stage::Settled) {
        return Err(Unsettled::NotClosed.into());
    }
    let seller = organisations::find(tx, coalition.organisation)?.ok_or(Stop::NotFound)?;
    let mut owners: Vec<OrganisationId> =
        supply::all(tx, hub, id)?.into_iter().map(|order| order.producer).collect();
    owners.push(seller.id);
    let kinds = containers::of_owners(tx, &owners)?.into_iter().map(|kind| (kind.id, kind)).collect();
    let standing = standing_of(tx, hub, id)?;
    Ok((Desk { cycle, seller, kinds, parties: Vec::new() }, standing))
}

/// Makes sure that a cycle can be invoiced, and says for whom.
pub fn before_invoices(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: CycleId) -> Outcome<Desk> {
    let (desk, standing) = desk(tx, who, hub, id)?;
    if standing.not_received > 0 {
        return Err(Unsettled::NotReceived { producers: standing.not_received }.into());
    }
    if standing.not_shared > 0 {
        return Err(Unsettled::NotShared { references: standing.not_shared }.into());
    }
    Ok(Desk { parties: standing.to_invoice, ..desk })
}

/// Makes sure that statements can be issued, and says for whom.
pub fn before_statements(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: CycleId) -> Outcome<Desk> {
    let desk = before_invoices(tx, who, hub, id)?;
    if !desk.parties.is_empty() {
        return Err(Unsettled::NotInvoiced { shops: desk.parties.len() as i64 }.into());
    }
    let standing = standing_of(tx, hub, id)?;
    Ok(Desk { parties: standing.to_state, ..desk })
}

/// Issues the invoices of these shops.
pub fn invoice(
    tx: &Tx<'_>,
    who: &Who,
    desk: &Desk,
    assortment: &Assortment,
    shops: &[OrganisationId],
) -> Outcome<()> {
    who.must_act_in(desk.cycle.hub, &BOOKKEEPERS)?;
    let invoices = shops.iter().map(|&shop| invoice_of(tx, who, desk, assortment, shop));
    documents::issue_all(tx, who, &invoices.collect::<Outcome<Vec<_>>>()?)?;
    Ok(())
}

fn invoice_of(
    tx: &Tx<'_>,
    who: &Who,
    desk: &Desk,
    assortment: &Assortment,
    shop: OrganisationId,
) -> Outcome<NewDocument> {
    let cycle = &desk.cycle;
    let shop = organisations::find(tx, shop)?.ok_or(Stop::NotFound)?;
    let allotments = receptions::allotments_of_shop(tx, cycle.hub, cycle.id, shop.id)?;
    let handed = preparation::handed(tx, cycle.hub, cycle.id, shop.id)?;
    let t = words(shop.language);
    let terms = cycle.terms.ok_or(Unsettled::NotClosed)?;
    let mut lines =
        of_invoice(t, assortment, shop.id, &allotments, &handed, &desk.kinds, &terms.per_order);
    charge_vat(&mut lines);
    let order = orders::find(tx, cycle.hub, cycle.id, shop.id)?;
    let r = frame::Reader::new(shop.language, &jiff::tz::TimeZone::UTC);
    // Who ordered nothing may still have had crates: on the cycle's first delivery day.
    let day = order.map(|order| order.delivers_on).or(cycle.delivery_days.first().copied());
    let day = day.map(|day| r.date(day)).unwrap_or_default();
    let frozen = Frozen {
        language: shop.language,
        issuer: block(shop.language, &desk.seller),
        recipient: block(shop.language, &shop),
        iban: desk.seller.iban.as_ref().map(units::numbers::Iban::written).unwrap_or_default(),
        subject: t.invoice_subject(day, cycle.number.to_string(), &cycle.name),
        notes: Vec::new(),
    };
    Ok(NewDocument {
        hub: cycle.hub,
        id: who.ids.next(),
        kind: DocumentKind::Invoice,
        party: shop.id,
        cycle: Some(cycle.id),
        occasion: occasion(cycle.id, shop.id),
        corrects: None,
        borne_by: None,
        due_on: due(who, terms.shop_payment_days),
        frozen,
        lines,
        besides: Vec::new(),
    })
}

fn due(who: &Who, days: i64) -> jiff::civil::Date {
    who.today.saturating_add(jiff::Span::new().days(days.clamp(0, 3650)))
}

/// What statements need besides: every reference's account, and what invoices hold for each producer,
/// gathered once for a cycle.
///
/// Once invoices are out, no reception, no allotment and no invoice of it changes any more. What is
/// credited does: that is read with each batch.
#[derive(Clone)]
pub struct Goods {
    accounts: BTreeMap<ReferenceId, GoodsAccount>,
    invoiced: BTreeMap<OrganisationId, Cents>,
}

/// What was credited to shops at their producers' cost.
struct Credited(Vec<economy::documents::Line>);

impl Credited {
    fn of(&self, producer: OrganisationId) -> impl Iterator<Item = &economy::documents::Line> {
        use economy::documents::Subject;
        self.0.iter().filter(
            move |line| matches!(line.subject, Subject::Goods { producer: of, .. } if of == producer),
        )
    }

    fn cents_of(&self, producer: OrganisationId) -> Cents {
        self.of(producer).map(|line| line.shares.producer).sum()
    }
}

pub fn goods(tx: &Tx<'_>, hub: CoalitionId, cycle: CycleId, assortment: &Assortment) -> Outcome<Goods> {
    let received = receptions::received(tx, hub, cycle, None)?;
    let allotments = receptions::all_allotments(tx, hub, cycle)?;
    let credited = credited(tx, hub, cycle)?;
    let passed_on = document_store::passed_on(tx, hub, cycle)?;
    let invoiced =
        passed_on.into_iter().map(|(id, cents)| (id, cents - credited.cents_of(id))).collect();
    Ok(Goods { accounts: accounts(assortment, received, &allotments), invoiced })
}

fn credited(tx: &Tx<'_>, hub: CoalitionId, cycle: CycleId) -> Outcome<Credited> {
    Ok(Credited(document_store::credited_to_producers(tx, hub, cycle)?))
}

/// Issues the statements of these producers.
pub fn state(
    tx: &Tx<'_>,
    who: &Who,
    desk: &Desk,
    goods: &Goods,
    assortment: &Assortment,
    producers: &[OrganisationId],
) -> Outcome<()> {
    let cycle = &desk.cycle;
    who.must_act_in(cycle.hub, &BOOKKEEPERS)?;
    let credited = credited(tx, cycle.hub, cycle.id)?;
    let statements = producers
        .iter()
        .map(|&producer| statement_of(tx, who, desk, goods, &credited, assortment, producer));
    documents::issue_all(tx, who, &statements.collect::<Outcome<Vec<_>>>()?)?;
    Ok(())
}

fn statement_of(
    tx: &Tx<'_>,
    who: &Who,
    desk: &Desk,
    goods: &Goods,
    credited: &Credited,
    assortment: &Assortment,
    producer: OrganisationId,
) -> Outcome<NewDocument> {
    let cycle = &desk.cycle;
    let producer = organisations::find(tx, producer)?.ok_or(Stop::NotFound)?;
    let t = words(producer.language);
    let terms = cycle.terms.ok_or(Unsettled::NotClosed)?;
    let statement = of_statement(t, assortment, &goods.accounts, &producer, who.today);
    let mut lines = statement.lines;
    let charged = statement.charged + credited.cents_of(producer.id);
    lines.extend(credited_lines(credited, &producer, &lines));
    let exchanged = receptions::exchanged(tx, cycle.hub, cycle.id, producer.id)?;
    lines.extend(containers_of_statement(t, &producer, &exchanged, &desk.kinds));
    charge_vat(&mut lines);
    let paid = total_of(&lines).producer;
    let invoiced = goods.invoiced.get(&producer.id).copied().unwrap_or_default();
    let passed_on = invoiced + credited.cents_of(producer.id);
    let account = Account::Goods(cycle.id);
    let besides = [
        Transfer::money(Account::Rounding, account, charged - passed_on),
        Transfer::money(Account::Loss, account, paid - charged),
    ];
    let frozen = Frozen {
        language: producer.language,
        issuer: block(producer.language, &desk.seller),
        recipient: block(producer.language, &producer),
        iban: producer.iban.as_ref().map(units::numbers::Iban::written).unwrap_or_default(),
        subject: t.statement_subject(cycle.number.to_string(), &cycle.name),
        notes: regime_note(t, producer.vat_regime).into_iter().collect(),
    };
    Ok(NewDocument {
        hub: cycle.hub,
        id: who.ids.next(),
        kind: DocumentKind::Statement,
        party: producer.id,
        cycle: Some(cycle.id),
        occasion: occasion(cycle.id, producer.id),
        corrects: None,
        borne_by: None,
        due_on: due(who, terms.producer_payment_days),
        frozen,
        lines,
        besides: besides.into_iter().flatten().collect(),
    })
}

/// What was credited to shops at this producer's cost before its statement: deducted from it.
fn credited_lines(
    credited: &Credited,
    producer: &Organisation,
    lines: &[economy::documents::Line],
) -> Vec<economy::documents::Line> {
    use economy::documents::{Line, Shares};
    credited
        .of(producer.id)
        .map(|line| {
            let own = lines.iter().find(|own| own.subject == line.subject);
            Line {
                heading: String::new(),
                vat_rate: own.and_then(|own| own.vat_rate),
                shares: Shares { producer: line.shares.producer, ..Shares::default() },
                corrects: None,
                ..line.clone()
            }
        })
        .collect()
}

fn regime_note(t: &Words, regime: VatRegime) -> Option<String> {
    match regime {
        VatRegime::Liable => None,
        VatRegime::Exempt | VatRegime::Farm => Some(t.statement_regime(regime.code())),
    }
}

/// Marks the cycle settled once every statement is out.
pub fn finish(tx: &Tx<'_>, who: &Who, hub: CoalitionId, id: CycleId) -> Outcome<()> {
    enter_as(tx, who, hub, &BOOKKEEPERS)?;
    let standing = standing_of(tx, hub, id)?;
    if standing.to_invoice.is_empty() && standing.to_state.is_empty() && standing.not_received == 0 {
        cycles::mark_settled(tx, hub, id, who.at)?;
        journal::note(tx, who, "cycle.settle", id, "")?;
        let about = [("cycle", id.to_string())];
        webhooks::tell(tx, who, hub, &Event { kind: Kind::CycleSettled, about: &about })?;
    }
    Ok(())
}
