//! Keeping a catalogue.

use ::store::Tx;
use economy::containers::{Container, store as containers};
use economy::ledger::{Account, CauseKind, Posting, Transfer, acts as ledger, store as ledger_store};
use frame::{Outcome, Role, Say, Stop, Who, journal};
use polity::members::{Side, acts::enter, store as members};
use sha2::{Digest, Sha256};
use units::{
    CauseId, CoalitionId, ContainerId, Language, OrganisationId, PictureId, Quantity, ReferenceId,
};
use uuid::Uuid;

use super::model::{Arrangement, Flaw, Item, Reference, StockMode};
use super::store;
use crate::words::words;

/// What a reference is refused for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfit {
    Flawed(Flaw),
    CodeTaken {
        code: String,
    },
    /// A reference is not its own second choice.
    OwnSecondChoice,
    UnknownSecondChoice {
        code: String,
    },
    /// It stands in unit for unit.
    SecondChoiceOtherUnit {
        code: String,
        of: String,
    },
    NotAPicture,
    StockTooLarge,
    /// A price agreed with a shop that the reference itself could not have.
    NotAgreeable(Flaw),
    /// The count is lower than what is promised to shops already.
    BelowPromised,
    NoStockToCount,
}

impl Say for Unfit {
    fn say(&self, language: Language) -> String {
        let t = words(language);
        match self {
            Self::Flawed(flaw) | Self::NotAgreeable(flaw) => match flaw {
                Flaw::NameMissing => t.flaw_name_missing(),
                Flaw::UnknownFamily => t.flaw_unknown_family(),
                Flaw::MeasureOfSameUnit => t.flaw_measure_of_same_unit(),
                Flaw::MeasureNotPositive => t.flaw_measure_not_positive(),
                Flaw::MeasureTooLarge => t.flaw_measure_too_large(),
                Flaw::StepNotPositive => t.flaw_step_not_positive(),
                Flaw::StepTooLarge => t.flaw_step_too_large(),
                Flaw::PriceTooHigh => t.flaw_price_too_high(),
                Flaw::UnitTooDear => t.flaw_unit_too_dear(),
            },
            Self::StockTooLarge => t.stock_too_large(),
            Self::CodeTaken { code } => t.reference_code_taken(code),
            Self::OwnSecondChoice => t.reference_own_second_choice(),
            Self::UnknownSecondChoice { code } => t.reference_unknown_second_choice(code),
            Self::SecondChoiceOtherUnit { code, of } => t.reference_second_choice_other_unit(code, of),
            Self::NotAPicture => t.reference_not_a_picture(),
            Self::BelowPromised => t.stock_below_promised(),
            Self::NoStockToCount => t.stock_not_counted(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::Flawed(flaw) => match flaw {
                Flaw::NameMissing => "name",
                Flaw::UnknownFamily => "family",
                Flaw::MeasureOfSameUnit | Flaw::MeasureNotPositive | Flaw::MeasureTooLarge => {
                    "measure_per_unit"
                }
                Flaw::StepNotPositive | Flaw::StepTooLarge => "step",
                Flaw::PriceTooHigh | Flaw::UnitTooDear => "price",
            },
            Self::NotAgreeable(_) => "agreed_price",
            Self::CodeTaken { .. } => "code",
            Self::OwnSecondChoice
            | Self::UnknownSecondChoice { .. }
            | Self::SecondChoiceOtherUnit { .. } => "second_choice",
            Self::NotAPicture => "picture",
            Self::StockTooLarge | Self::BelowPromised | Self::NoStockToCount => "stock",
        })
    }
}

/// Makes sure that `who` keeps the catalogue of this member of the hub.
pub fn enter_catalogue(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    producer: OrganisationId,
) -> Outcome<()> {
    enter(tx, who, hub)?;
    must_be_a_producer(tx, hub, producer)?;
    if who.acts_in(hub, &[Role::Coordinator]) || who.acts_for(producer, Role::Producer) {
        Ok(())
    } else {
        Err(Stop::NotAllowed)
    }
}

/// Another hub's producers do not exist in this one.
pub(crate) fn must_be_a_producer(tx: &Tx<'_>, hub: CoalitionId, member: OrganisationId) -> Outcome<()> {
    let stands = members::memberships_of(tx, hub, member)?;
    if stands.iter().any(|membership| membership.side == Side::Producer) {
        Ok(())
    } else {
        Err(Stop::NotFound)
    }
}

/// A reference as a form or a file brings it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The producer's code; a new one is made where none is given.
    pub code: Option<String>,
    pub item: Item,
    pub stock_mode: StockMode,
    pub cycle_stock: Quantity,
    /// Code of what goes in its place.
    pub second_choice: Option<String>,
}

/// The catalogue of a producer, with what is left of what is on hand.
pub fn list(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    producer: OrganisationId,
) -> Outcome<Vec<(Reference, Option<Quantity>)>> {
    enter_catalogue(tx, who, hub, producer)?;
    let references = store::of_producer(tx, producer)?;
    let counted: Vec<Account> = references
        .iter()
        .filter(|reference| reference.stock_mode == StockMode::OnHand)
        .map(|reference| Account::Stock(reference.id))
        .collect();
    let mut left = ledger_store::free_of(tx, producer.into(), &counted)?.into_iter();
    let listed = references.into_iter().map(|reference| {
        let is_counted = reference.stock_mode == StockMode::OnHand;
        let on_hand = if is_counted { left.next().map(Quantity) } else { None };
        (reference, on_hand)
    });
    Ok(listed.collect())
}

fn on_hand(tx: &Tx<'_>, reference: &Reference) -> Outcome<Option<Quantity>> {
    if reference.stock_mode != StockMode::OnHand {
        return Ok(None);
    }
    let free = ledger_store::free(tx, reference.producer.into(), Account::Stock(reference.id))?;
    Ok(Some(Quantity(free)))
}

/// One reference with what surrounds it.
pub struct Sheet {
    pub reference: Reference,
    pub on_hand: Option<Quantity>,
    pub arrangements: Vec<Arrangement>,
    /// Codes and names of the producer's other references.
    pub others: Vec<(ReferenceId, String, String)>,
}

pub fn show(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    producer: OrganisationId,
    id: ReferenceId,
) -> Outcome<Sheet> {
    enter_catalogue(tx, who, hub, producer)?;
    let reference = store::find(tx, producer, id)?.ok_or(Stop::NotFound)?;
    let on_hand = on_hand(tx, &reference)?;
    let others = store::of_producer(tx, producer)?
        .into_iter()
        .filter(|other| other.id != id && !other.is_withdrawn)
        .map(|other| (other.id, other.code, other.item.name))
        .collect();
    Ok(Sheet { reference, on_hand, arrangements: store::arrangements(tx, id)?, others })
}

/// The kinds of container that a producer's goods may go out in: its own and the hub's.
pub fn containers_for(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    producer: OrganisationId,
) -> Outcome<Vec<Container>> {
    let coalition = enter(tx, who, hub)?;
    Ok(containers::of_owners(tx, &[coalition.organisation, producer])?)
}

pub fn create(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    producer: OrganisationId,
    draft: &Draft,
) -> Outcome<ReferenceId> {
    enter_catalogue(tx, who, hub, producer)?;
    let id = who.ids.next();
    write(tx, who, hub, producer, id, draft)?;
    journal::note(tx, who, "reference.create", id, "")?;
    Ok(id)
}

pub fn update(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    producer: OrganisationId,
    id: ReferenceId,
    draft: &Draft,
) -> Outcome<()> {
    enter_catalogue(tx, who, hub, producer)?;
    store::find(tx, producer, id)?.ok_or(Stop::NotFound)?;
    write(tx, who, hub, producer, id, draft)?;
    journal::note(tx, who, "reference.update", id, "")?;
    Ok(())
}

/// Writes a reference, new or known; a new version only where what it says has changed.
fn write(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    producer: OrganisationId,
    id: ReferenceId,
    draft: &Draft,
) -> Outcome<()> {
    if let Some(flaw) = draft.item.flaws().first() {
        return Err(Unfit::Flawed(*flaw).into());
    }
    if draft.cycle_stock > Quantity::MOST {
        return Err(Unfit::StockTooLarge.into());
    }
    let known = store::find(tx, producer, id)?;
    let kept = known.as_ref().and_then(|known| known.item.container);
    if let Some((container, _)) = draft.item.container.filter(|_| draft.item.container != kept) {
        must_be_usable(tx, hub, producer, container)?;
    }
    let code = match &draft.code {
        Some(code) => {
            if store::find_by_code(tx, producer, code)?.is_some_and(|other| other.id != id) {
                return Err(Unfit::CodeTaken { code: code.clone() }.into());
            }
            code.clone()
        }
        None => match &known {
            Some(known) => known.code.clone(),
            None => free_code(tx, producer)?,
        },
    };
    let second_choice = match &draft.second_choice {
        None => None,
        Some(other) if *other == code => return Err(Unfit::OwnSecondChoice.into()),
        Some(other) => match store::find_by_code(tx, producer, other)? {
            Some(found) if found.item.order_unit != draft.item.order_unit => {
                return Err(Unfit::SecondChoiceOtherUnit { code: other.clone(), of: code }.into());
            }
            Some(found) => Some(found.id),
            None => return Err(Unfit::UnknownSecondChoice { code: other.clone() }.into()),
        },
    };
    let mut item = draft.item.clone();
    item.picture = item.picture.or(known.as_ref().and_then(|known| known.item.picture));
    let version = match &known {
        Some(known) if known.item == item => known.version,
        Some(known) => known.version + 1,
        None => 1,
    };
    if known.as_ref().is_none_or(|known| known.version != version) {
        let agreed = if known.is_some() { store::arrangements(tx, id)? } else { Vec::new() };
        for arrangement in agreed {
            must_be_agreeable(&item, &arrangement).map_err(Unfit::Flawed)?;
        }
        store::insert_version(tx, who, id, version, &item)?;
    }
    let reference = Reference {
        id,
        producer,
        code,
        version,
        item,
        stock_mode: draft.stock_mode,
        cycle_stock: draft.cycle_stock,
        second_choice,
        is_withdrawn: known.is_some_and(|known| known.is_withdrawn),
    };
    store::save(tx, &reference)?;
    Ok(())
}

/// Goods go out in containers of their producer's or of the hub's.
fn must_be_usable(
    tx: &Tx<'_>,
    hub: CoalitionId,
    producer: OrganisationId,
    container: ContainerId,
) -> Outcome<()> {
    let coalition = members::find(tx, hub)?.ok_or(Stop::NotFound)?;
    let kind = containers::find(tx, container)?.ok_or(Stop::NotFound)?;
    if kind.owner == producer || kind.owner == coalition.organisation {
        Ok(())
    } else {
        Err(Stop::NotFound)
    }
}

/// An agreed price is one that the reference itself could have.
fn must_be_agreeable(item: &Item, arrangement: &Arrangement) -> Result<(), Flaw> {
    let agreed = Item { price: arrangement.price, ..item.clone() };
    agreed.flaws().first().map_or(Ok(()), |flaw| Err(*flaw))
}

/// A code that none of the producer's references has: R001 and on.
fn free_code(tx: &Tx<'_>, producer: OrganisationId) -> Outcome<String> {
    loop {
        let number = ledger::next_number(tx, producer.into(), "reference")?;
        let code = format!("R{number:03}");
        if store::find_by_code(tx, producer, &code)?.is_none() {
            return Ok(code);
        }
    }
}

/// Takes a reference out of coming cycles, or back in.
pub fn withdraw(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    producer: OrganisationId,
    id: ReferenceId,
    withdrawn: bool,
) -> Outcome<()> {
    enter_catalogue(tx, who, hub, producer)?;
    store::find(tx, producer, id)?.ok_or(Stop::NotFound)?;
    store::set_withdrawn(tx, producer, id, withdrawn.then_some(who.at))?;
    journal::note(tx, who, "reference.withdraw", id, if withdrawn { "yes" } else { "no" })?;
    Ok(())
}

/// Writes down what was counted on hand, beyond what is promised already.
pub fn count_stock(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    producer: OrganisationId,
    id: ReferenceId,
    counted: Quantity,
) -> Outcome<()> {
    enter_catalogue(tx, who, hub, producer)?;
    let reference = store::find(tx, producer, id)?.ok_or(Stop::NotFound)?;
    if reference.stock_mode != StockMode::OnHand {
        return Err(Unfit::NoStockToCount.into());
    }
    if counted > Quantity::MOST {
        return Err(Unfit::StockTooLarge.into());
    }
    let free = ledger_store::free(tx, producer.into(), Account::Stock(id))?;
    let transfer = Transfer::goods(Account::Stock(id), Account::Supply(id), counted - Quantity(free));
    if let Some(transfer) = transfer {
        let cause: CauseId = who.ids.next();
        let posting = Posting {
            book: producer.into(),
            kind: CauseKind::Stocktake,
            cause,
            transfers: vec![transfer],
        };
        ledger::post(tx, who, &posting)?;
    }
    journal::note(tx, who, "stock.count", id, &counted.plain())?;
    Ok(())
}

/// Gives a reference its picture, reduced already.
pub fn set_picture(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    producer: OrganisationId,
    id: ReferenceId,
    jpeg: &[u8],
) -> Outcome<()> {
    enter_catalogue(tx, who, hub, producer)?;
    let reference = store::find(tx, producer, id)?.ok_or(Stop::NotFound)?;
    let picture = picture_id(jpeg);
    store::save_picture(tx, producer, picture, "image/jpeg", jpeg)?;
    if reference.item.picture != Some(picture) {
        let item = Item { picture: Some(picture), ..reference.item.clone() };
        let version = reference.version + 1;
        store::insert_version(tx, who, id, version, &item)?;
        store::save(tx, &Reference { version, item, ..reference })?;
    }
    Ok(())
}

/// The same picture has the same identifier, and is kept once.
fn picture_id(bytes: &[u8]) -> PictureId {
    let digest = Sha256::digest(bytes);
    let mut first = [0; 16];
    first.copy_from_slice(&digest[..16]);
    PictureId(Uuid::new_v8(first))
}

pub fn picture(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    producer: OrganisationId,
    id: PictureId,
) -> Outcome<Vec<u8>> {
    enter(tx, who, hub)?;
    must_be_a_producer(tx, hub, producer)?;
    store::picture(tx, producer, id)?.ok_or(Stop::NotFound)
}

/// Agrees on a price or on not offering, with one shop of the hub.
pub fn arrange(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    producer: OrganisationId,
    arrangement: &Arrangement,
) -> Outcome<()> {
    enter_catalogue(tx, who, hub, producer)?;
    let reference = store::find(tx, producer, arrangement.reference)?.ok_or(Stop::NotFound)?;
    must_be_agreeable(&reference.item, arrangement).map_err(Unfit::NotAgreeable)?;
    let shop = members::memberships_of(tx, hub, arrangement.shop)?;
    if !shop.iter().any(|membership| membership.side == Side::Shop) {
        return Err(Stop::NotFound);
    }
    store::save_arrangement(tx, arrangement)?;
    journal::note(tx, who, "reference.arrange", arrangement.reference, "")?;
    Ok(())
}

/// Takes in a whole file: all of its references, or none.
pub fn take_in(
    tx: &Tx<'_>,
    who: &Who,
    hub: CoalitionId,
    producer: OrganisationId,
    drafts: &[(Option<ReferenceId>, Draft, Option<Quantity>)],
) -> Outcome<()> {
    enter_catalogue(tx, who, hub, producer)?;
    let ids: Vec<ReferenceId> =
        drafts.iter().map(|(known, _, _)| known.unwrap_or_else(|| who.ids.next())).collect();
    // Second choices may name a reference further down the file: they are set once all are there.
    for (id, (_, draft, _)) in ids.iter().zip(drafts) {
        write(tx, who, hub, producer, *id, &Draft { second_choice: None, ..draft.clone() })?;
    }
    for (id, (_, draft, stock)) in ids.iter().zip(drafts) {
        if draft.second_choice.is_some() {
            write(tx, who, hub, producer, *id, draft)?;
        }
        if let Some(counted) = stock {
            count_stock(tx, who, hub, producer, *id, *counted)?;
        }
    }
    journal::note(tx, who, "catalogue.import", producer, &drafts.len().to_string())?;
    Ok(())
}
