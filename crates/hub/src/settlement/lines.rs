//! What stands on invoices and statements, and what rounding and losses leave between them.

use std::collections::BTreeMap;

use economy::containers::Container;
use economy::documents::{Line, Shares, Subject};
use economy::vat::{self, VatCategory};
use jiff::civil::Date;
use people::organisations::{Organisation, VatRegime};
use units::{Cents, Code, ContainerId, OrganisationId, Price, Quantity, Rate, ReferenceId, Unit};

use crate::cycles::{Assortment, Offer, OrderFees};
use crate::orders::{Wanted, containers, price};
use crate::preparation::Handed;
use crate::receptions::{Allotment, Exchanged, Received};
use crate::words::Words;

/// Goods and containers on a shop's invoice, without VAT yet.
pub(super) fn of_invoice(
    t: &Words,
    assortment: &Assortment,
    shop: OrganisationId,
    allotments: &[Allotment],
    handed: &[Handed],
    kinds: &BTreeMap<ContainerId, Container>,
    per_order: &OrderFees,
) -> Vec<Line> {
    let mut billed: Vec<(&Offer, &Allotment)> = allotments
        .iter()
        .filter(|one| one.invoiced_measure() > Quantity::ZERO)
        .filter_map(|one| Some((assortment.find(one.reference)?, one)))
        .collect();
    billed.sort_by_cached_key(|(offer, _)| {
        let producer = units::text::fold(assortment.producer_name(offer.producer));
        (producer, offer.producer, units::text::fold(&offer.item.name), offer.reference)
    });
    let wanted: Vec<Wanted<'_>> = billed
        .iter()
        .map(|(offer, one)| Wanted {
            offer,
            price: assortment.price_for(offer, shop).unwrap_or(offer.price),
            quantity: billed_quantity(one),
            measure: one.invoiced_measure(),
        })
        .collect();
    let priced = price(&wanted, per_order);
    let mut lines: Vec<Line> = billed
        .iter()
        .zip(&wanted)
        .zip(&priced)
        .map(|(((offer, one), wanted), priced)| Line {
            subject: Subject::Goods { reference: offer.reference, producer: offer.producer },
            heading: assortment.producer_name(offer.producer).to_owned(),
            label: offer.item.name.clone(),
            detail: detail(t, assortment, one),
            quantity: wanted.measure,
            unit: offer.item.pay_unit,
            price: wanted.price,
            vat_rate: Some(priced.vat_rate),
            shares: priced.shares,
            corrects: None,
        })
        .collect();
    lines.extend(containers_of_invoice(t, assortment, allotments, handed, kinds));
    lines
}

/// Of the units that were allotted, as many as the part that is invoiced of their measure.
fn billed_quantity(one: &Allotment) -> Quantity {
    match one.invoiced {
        Some(invoiced) if one.measure > Quantity::ZERO => {
            let product = i128::from(one.quantity.0) * i128::from(invoiced.0);
            Quantity(i64::try_from(product / i128::from(one.measure.0)).unwrap_or(one.quantity.0))
        }
        _ => one.quantity,
    }
}

fn detail(t: &Words, assortment: &Assortment, one: &Allotment) -> String {
    let Some(reason) = one.reason else { return String::new() };
    let stands_for = one.stands_for.and_then(|id| assortment.find(id));
    let said = match stands_for {
        Some(offer) => t.reason_stands_for(&offer.item.name),
        None => t.reason(reason.code()),
    };
    if one.remark.is_empty() { said } else { format!("{said} – {}", one.remark) }
}

/// Containers that went out with goods at the deposit of the offer; others, and what came back, at the
/// deposit of their kind.
fn containers_of_invoice(
    t: &Words,
    assortment: &Assortment,
    allotments: &[Allotment],
    handed: &[Handed],
    kinds: &BTreeMap<ContainerId, Container>,
) -> Vec<Line> {
    let mut counts: BTreeMap<(ContainerId, Cents), i64> = BTreeMap::new();
    for one in allotments {
        let Some(offer) = assortment.find(one.reference) else { continue };
        if let Some((container, _)) = offer.item.container {
            *counts.entry((container, offer.deposit)).or_default() += containers(offer, one.quantity);
        }
    }
    for one in handed {
        let Some(kind) = kinds.get(&one.container) else { continue };
        *counts.entry((one.container, kind.deposit)).or_default() += one.extra_out;
    }
    let out = counts.into_iter().map(|((container, deposit), count)| (container, deposit, count, false));
    let back = handed.iter().filter_map(|one| {
        kinds.get(&one.container).map(|kind| (one.container, kind.deposit, -one.back, true))
    });
    out.chain(back)
        .filter(|(_, deposit, count, _)| *count != 0 && !deposit.is_zero())
        .map(|(container, deposit, count, is_back)| {
            let name = kinds.get(&container).map_or("?", |kind| kind.name.as_str());
            let label = if is_back { t.container_back(name) } else { t.container_out(name) };
            container_line(container, label, count, deposit)
        })
        .collect()
}

fn container_line(container: ContainerId, label: String, count: i64, deposit: Cents) -> Line {
    Line {
        subject: Subject::Container(container),
        heading: String::new(),
        label,
        detail: String::new(),
        quantity: Quantity::whole(count),
        unit: Unit::Piece,
        price: Price(deposit.0 * 100),
        vat_rate: None,
        shares: Shares { deposit: Cents(deposit.0 * count), ..Shares::default() },
        corrects: None,
    }
}

/// A producer's goods of a cycle: what came, what shops got of it, what they are charged for.
#[derive(Debug, Clone, Default)]
pub(super) struct Account {
    pub received: Received,
    /// Allotted and invoiced measure, by the price agreed with the shop.
    pub by_price: BTreeMap<Price, (Quantity, Quantity)>,
}

/// What each reference came to, from the allotments of all shops.
pub(super) fn accounts(
    assortment: &Assortment,
    received: impl IntoIterator<Item = (ReferenceId, Received)>,
    allotments: &[Allotment],
) -> BTreeMap<ReferenceId, Account> {
    let mut accounts: BTreeMap<ReferenceId, Account> = BTreeMap::new();
    for (reference, came) in received {
        accounts.entry(reference).or_default().received = came;
    }
    for one in allotments {
        let Some(offer) = assortment.find(one.reference) else { continue };
        let price = assortment.price_for(offer, one.shop).unwrap_or(offer.price);
        let by_price = accounts.entry(one.reference).or_default().by_price.entry(price).or_default();
        by_price.0 += one.measure;
        by_price.1 += one.invoiced_measure();
    }
    accounts
}

/// Goods on a producer's statement, without VAT yet, and what all of it would be if rounded once.
pub(super) struct Statement {
    pub lines: Vec<Line>,
    /// What shops are charged for, priced once for each reference and price.
    pub charged: Cents,
}

/// A producer is paid for all that came: at each shop's price for what it got, at its own for the rest.
pub(super) fn of_statement(
    t: &Words,
    assortment: &Assortment,
    accounts: &BTreeMap<ReferenceId, Account>,
    producer: &Organisation,
    day: Date,
) -> Statement {
    let mut lines = Vec::new();
    let mut charged = Cents::ZERO;
    for (&reference, account) in accounts {
        let Some(offer) = assortment.find(reference).filter(|offer| offer.producer == producer.id)
        else {
            continue;
        };
        let allotted: Quantity = account.by_price.values().map(|(measure, _)| *measure).sum();
        let mut paid: BTreeMap<Price, Quantity> =
            account.by_price.iter().map(|(price, (measure, _))| (*price, *measure)).collect();
        *paid.entry(offer.price).or_default() += account.received.measure - allotted;
        charged += account.by_price.iter().map(|(price, (_, invoiced))| price.times(*invoiced)).sum();
        for (price, measure) in paid.into_iter().filter(|(_, measure)| !measure.is_zero()) {
            lines.push(Line {
                subject: Subject::Goods { reference, producer: producer.id },
                heading: String::new(),
                label: offer.item.name.clone(),
                detail: if price == offer.price { String::new() } else { t.statement_agreed_price() },
                quantity: measure,
                unit: offer.item.pay_unit,
                price,
                vat_rate: vat_of_producer(producer, offer.vat_rate, day),
                shares: Shares { producer: price.times(measure), ..Shares::default() },
                corrects: None,
            });
        }
    }
    lines.sort_by_cached_key(|line| units::text::fold(&line.label));
    Statement { lines, charged }
}

/// What VAT a producer charges on top: by its regime.
fn vat_of_producer(producer: &Organisation, rate: Rate, day: Date) -> Option<Rate> {
    match producer.vat_regime {
        VatRegime::Liable => Some(rate),
        VatRegime::Exempt => None,
        VatRegime::Farm => {
            vat::rate_on(producer.country, VatCategory::FarmCompensation, day).map(|line| line.rate)
        }
    }
}

/// The producer's own containers that came full and went back empty.
pub(super) fn containers_of_statement(
    t: &Words,
    producer: &Organisation,
    exchanged: &[Exchanged],
    kinds: &BTreeMap<ContainerId, Container>,
) -> Vec<Line> {
    exchanged
        .iter()
        .filter_map(|one| Some((one, kinds.get(&one.container)?)))
        .filter(|(_, kind)| kind.owner == producer.id && !kind.deposit.is_zero())
        .flat_map(|(one, kind)| {
            [(one.came, t.container_came(&kind.name)), (-one.went, t.container_went(&kind.name))]
                .into_iter()
                .filter(|(count, _)| *count != 0)
                .map(|(count, label)| container_line(kind.id, label, count, kind.deposit))
                .collect::<Vec<_>>()
        })
        .collect()
}
