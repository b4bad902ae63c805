//! Who owes, who waits since when, and payments recorded by hand.

use std::collections::HashMap;

use askama::Template;
use axum::response::Response;
use frame::{At, Form, Outcome, Reader, Stop, Visit};
use jiff::civil::Date;
use people::organisations::store as organisations;
use units::{Cents, CoalitionId, Code, Language, OrganisationId, PaymentId};
use uuid::Uuid;

use super::acts::{self, Balances, PartyAccount};
use super::model::{Method, Owing, Party, Payment, Side, Standing};
use super::store;
use crate::documents::written_number;
use crate::ledger::CauseKind;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "payments/balances.html")]
struct BalancesPage {
    t: &'static Words,
    r: Reader,
    hub: CoalitionId,
    balances: Balances,
    names: HashMap<OrganisationId, String>,
    own: Option<OrganisationId>,
    today: Date,
}

#[derive(Template)]
#[template(path = "payments/account.html")]
struct AccountPage {
    t: &'static Words,
    r: Reader,
    hub: CoalitionId,
    name: String,
    account: PartyAccount,
    numbers: HashMap<Uuid, String>,
    today: Date,
    is_staff: bool,
}

#[derive(Template)]
#[template(path = "payments/record.html")]
struct RecordPage {
    t: &'static Words,
    r: Reader,
    language: Language,
    name: String,
    owing: Cents,
    form: Form,
}

pub(super) async fn balances(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let (balances, names) = visit
        .look(move |tx, who| {
            let balances = acts::balances(tx, who, hub)?;
            let parties = balances.shops.iter().chain(&balances.producers).chain(&balances.carriers);
            let names = organisations::names(tx, parties.map(|owing| owing.organisation))?;
            Ok((balances, names))
        })
        .await?;
    let own = visit.who()?.mandate.as_ref().and_then(|mandate| mandate.organisation);
    let t = words(visit.language);
    let mut page =
        BalancesPage { t, r: visit.reader(), hub, balances, names, own, today: visit.app.today() };
    page.latest_first();
    visit.page(&t.balances_title(), &page)
}

impl BalancesPage {
    /// Who has waited longest stands first.
    fn latest_first(&mut self) {
        let names = &self.names;
        let order = |owing: &Owing| {
            (owing.overdue.is_zero(), owing.oldest_due, names.get(&owing.organisation).cloned())
        };
        self.balances.shops.sort_by_cached_key(order);
        self.balances.producers.sort_by_cached_key(order);
        self.balances.carriers.sort_by_cached_key(order);
    }

    fn name(&self, id: &OrganisationId) -> &str {
        self.names.get(id).map_or("?", String::as_str)
    }

    fn opens(&self, side: &str, owing: &Owing) -> bool {
        let party = Side::from_code(side).map(|side| Party::new(side, owing.organisation));
        party.is_some_and(|party| self.balances.opens(party))
    }

    /// Whether the reader may see the amounts of this line.
    fn sees(&self, owing: &Owing) -> bool {
        self.balances.is_staff || self.own == Some(owing.organisation)
    }

    fn sum(owings: &[Owing]) -> Cents {
        owings.iter().map(|owing| owing.open).sum()
    }

    fn overdue(owings: &[Owing]) -> Cents {
        owings.iter().map(|owing| owing.overdue).sum()
    }
}

pub(super) async fn account(
    visit: Visit,
    At((hub, side, party)): At<(CoalitionId, String, OrganisationId)>,
) -> Outcome<Response> {
    let side = Side::from_code(&side).ok_or(Stop::NotFound)?;
    let (account, name, numbers) = visit
        .look(move |tx, who| {
            let account = acts::account(tx, who, hub, side, party)?;
            let name = organisations::find(tx, party)?.ok_or(Stop::NotFound)?.name;
            Ok((account, name, store::document_numbers(tx, hub, party)?))
        })
        .await?;
    let t = words(visit.language);
    let numbers = numbers
        .into_iter()
        .map(|(id, kind, year, number)| (id, t.document_title(&kind, written_number(year, number))))
        .collect();
    let who = visit.who()?;
    let is_staff = who.acts_in(hub, &[frame::Role::Coordinator, frame::Role::Bookkeeper]);
    let title = name.clone();
    let today = visit.app.today();
    visit.page(
        &title,
        &AccountPage { t, r: visit.reader(), hub, name, account, numbers, today, is_staff },
    )
}

impl AccountPage {
    fn label(&self, standing: &Standing) -> String {
        match (standing.claim.source, self.numbers.get(&standing.claim.id)) {
            (CauseKind::Payment, _) | (_, None) => self.t.account_payment(),
            (_, Some(number)) => number.clone(),
        }
    }

    fn open(&self) -> Cents {
        self.account.standing.iter().map(|standing| standing.open).sum()
    }

    fn is_reversed(&self, payment: &Payment) -> bool {
        self.account.payments.iter().any(|other| other.reverses == Some(payment.id))
    }

    fn side(&self) -> &'static str {
        self.account.party.side().code()
    }

    fn organisation(&self) -> OrganisationId {
        self.account.party.organisation()
    }
}

fn asked_party(visit: &Visit) -> Outcome<Party> {
    let side = Side::from_code(visit.asked("side")).ok_or(Stop::NotFound)?;
    let organisation = visit.asked("party").parse().map_err(|_| Stop::NotFound)?;
    Ok(Party::new(side, organisation))
}

pub(super) async fn payment_form(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let party = asked_party(&visit)?;
    // The identifier travels with the form: sending it twice records one payment.
    let id: PaymentId = visit.app.ids.next();
    let form = Form::of([
        ("id", id.to_string()),
        ("paid_on", visit.app.today().to_string()),
        ("method", Method::Transfer.code().to_owned()),
        ("document", visit.asked("document").to_owned()),
    ]);
    let page = record_page(&visit, hub, party, form).await?;
    visit.page(&page.t.payment_title(), &page)
}

async fn record_page(
    visit: &Visit,
    hub: CoalitionId,
    party: Party,
    mut form: Form,
) -> Outcome<RecordPage> {
    let (name, owing) = visit
        .look(move |tx, who| {
            let account = acts::account(tx, who, hub, party.side(), party.organisation())?;
            let name = organisations::find(tx, party.organisation())?.ok_or(Stop::NotFound)?.name;
            Ok((name, account.standing.iter().map(|standing| standing.open).sum::<Cents>()))
        })
        .await?;
    if form.value("amount").is_empty() && owing.0 > 0 {
        form.set("amount", visit.reader().entry(owing.plain()));
    }
    let t = words(visit.language);
    Ok(RecordPage { t, r: visit.reader(), language: visit.language, name, owing, form })
}

impl RecordPage {
    fn methods(&self) -> Vec<(String, String)> {
        Method::ALL
            .iter()
            .map(|one| (one.code().to_owned(), self.t.payment_method(one.code())))
            .collect()
    }
}

pub(super) async fn record(visit: Visit, At(hub): At<CoalitionId>, form: Form) -> Outcome<Response> {
    let party = asked_party(&visit)?;
    match record_from(&visit, hub, party, &form).await {
        Ok(()) => {
            let target =
                format!("/hubs/{hub}/balances/{}/{}", party.side().code(), party.organisation());
            Ok(visit.done(&target, &words(visit.language).payment_recorded()))
        }
        Err(stop) => {
            form.note(&stop, visit.language);
            let page = record_page(&visit, hub, party, form).await?;
            visit.again(&stop, &page.t.payment_title(), &page)
        }
    }
}

async fn record_from(visit: &Visit, hub: CoalitionId, party: Party, form: &Form) -> Outcome<()> {
    let id = form.must("id", form.id("id"));
    let amount = form.must("amount", form.cents("amount"));
    let paid_on = form.must("paid_on", form.date("paid_on"));
    let method = form.code("method");
    let note = form.text("note", 200);
    let document = form.id("document");
    form.accept()?;
    let read = || {
        Some(Payment {
            id: id?,
            party,
            amount: amount?,
            paid_on: paid_on?,
            method: method?,
            note,
            reverses: None,
        })
    };
    let payment = read().ok_or(Stop::NotFound)?;
    visit.act(move |tx, who| acts::record(tx, who, hub, &payment, document)).await
}

pub(super) async fn reverse(
    visit: Visit,
    At((hub, id)): At<(CoalitionId, PaymentId)>,
) -> Outcome<Response> {
    let back = visit.act(move |tx, who| acts::reverse(tx, who, hub, id)).await?;
    let (side, party) = (back.party.side().code(), back.party.organisation());
    let t = words(visit.language);
    Ok(visit.done(&format!("/hubs/{hub}/balances/{side}/{party}"), &t.payment_reversed()))
}
