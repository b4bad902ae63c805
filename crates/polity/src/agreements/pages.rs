//! The agreement, in words and figures side by side.

use askama::Template;
use axum::response::Response;
use frame::{At, Form, Outcome, Reader, Role, Stop, Visit, redirect};
use jiff::civil::Date;
use units::{CoalitionId, Code, FeeId, Language, OrganisationId};

use super::acts::{self, Agreement};
use super::model::{Fee, FeeBasis, FeeKind, ShortageRule, Terms, TransportPay, TransportTerms};
use crate::families;
use crate::members::acts::list as members;
use crate::members::{Member, Side};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "agreements/show.html")]
struct Show {
    t: &'static Words,
    r: Reader,
    language: Language,
    hub: CoalitionId,
    agreement: Agreement,
    producers: Vec<Member>,
    form: Form,
    today: Date,
    coordinates: bool,
    /// The instance's own address, which the public page of the euro stands under.
    address: String,
}

pub async fn show(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let page = agreement_page(&visit, hub, None).await?;
    visit.page(&page.t.agreement_title(), &page)
}

async fn agreement_page(visit: &Visit, hub: CoalitionId, form: Option<Form>) -> Outcome<Show> {
    let (agreement, mut producers) =
        visit.look(move |tx, who| Ok((acts::show(tx, who, hub)?, members(tx, who, hub)?))).await?;
    producers.retain(|member| member.is(Side::Producer));
    let today = visit.app.today();
    let form = form.unwrap_or_else(|| {
        let now = agreement.terms.iter().find(|terms| terms.starts_on <= today);
        let now = now.copied().unwrap_or(Terms::usual(today));
        Form::of([
            ("starts_on", today.to_string()),
            ("shortage_rule", now.shortage_rule.code().to_owned()),
            ("shop_payment_days", now.shop_payment_days.to_string()),
            ("producer_payment_days", now.producer_payment_days.to_string()),
            ("fee_starts_on", today.to_string()),
            ("transport_starts_on", today.to_string()),
            ("part", "100".to_owned()),
        ])
    });
    Ok(Show {
        t: words(visit.language),
        r: visit.reader(),
        language: visit.language,
        hub,
        agreement,
        producers,
        form,
        today,
        coordinates: visit.who()?.is(Role::Coordinator),
        address: visit.app.settings.address.clone(),
    })
}

impl Show {
    fn options<T: Code>(&self, name: impl Fn(&'static str) -> String) -> Vec<(String, String)> {
        T::ALL.iter().map(|one| (one.code().to_owned(), name(one.code()))).collect()
    }

    fn shortage_rules(&self) -> Vec<(String, String)> {
        self.options::<ShortageRule>(|code| self.t.shortage_rule(code))
    }

    fn pays(&self) -> Vec<(String, String)> {
        self.options::<TransportPay>(|code| self.t.transport_pay(code))
    }

    fn kinds(&self) -> Vec<(String, String)> {
        self.options::<FeeKind>(|code| self.t.fee_kind(code))
    }

    fn bases(&self) -> Vec<(String, String)> {
        self.options::<FeeBasis>(|code| self.t.fee_basis(code))
    }

    fn producers(&self) -> Vec<(String, String)> {
        let all = (String::new(), self.t.fee_all_producers());
        let each =
            self.producers.iter().map(|m| (m.organisation.id.to_string(), m.organisation.name.clone()));
        std::iter::once(all).chain(each).collect()
    }

    /// Each indented under its parents, after all of them.
    fn families(&self) -> Vec<(String, String)> {
        let all = (String::new(), self.t.fee_all_families());
        let each = families::all().iter().map(|family| {
            let depth = families::path(&family.code).len().saturating_sub(1);
            (family.code.clone(), format!("{}{}", "\u{2003}".repeat(depth), family.name(self.language)))
        });
        std::iter::once(all).chain(each).collect()
    }

    fn family_name<'a>(&self, code: &'a str) -> &'a str {
        families::name(code, self.language)
    }

    fn producer_name(&self, id: &OrganisationId) -> &str {
        let found = self.producers.iter().find(|member| member.organisation.id == *id);
        found.map_or("?", |member| member.organisation.name.as_str())
    }

    fn in_force(&self) -> Option<&Terms> {
        self.agreement.terms.iter().find(|terms| terms.starts_on <= self.today)
    }

    fn transport_in_force(&self) -> Option<&TransportTerms> {
        self.agreement.transport.iter().find(|terms| terms.starts_on <= self.today)
    }

    fn amount(&self, fee: &Fee) -> String {
        match fee.basis {
            FeeBasis::Percent => self.r.percent(fee.rate()),
            FeeBasis::Unit | FeeBasis::Order => self.r.euros(fee.cents()),
        }
    }

    fn is_over(&self, fee: &Fee) -> bool {
        fee.ends_on.is_some_and(|end| end < self.today)
    }
}

async fn again(visit: &Visit, hub: CoalitionId, done: Outcome<()>, form: Form) -> Outcome<Response> {
    match done {
        Ok(()) => {
            Ok(visit.done(&format!("/hubs/{hub}/agreement"), &words(visit.language).agreement_saved()))
        }
        Err(stop) => {
            form.note(&stop, visit.language);
            let page = agreement_page(visit, hub, Some(form)).await?;
            visit.again(&stop, &page.t.agreement_title(), &page)
        }
    }
}

pub async fn agree_terms(visit: Visit, At(hub): At<CoalitionId>, form: Form) -> Outcome<Response> {
    let done = match read_terms(&form) {
        Ok(terms) => visit.act(move |tx, who| acts::agree_terms(tx, who, hub, &terms)).await,
        Err(stop) => Err(stop),
    };
    again(&visit, hub, done, form).await
}

fn read_terms(form: &Form) -> Outcome<Terms> {
    let starts_on = form.must("starts_on", form.date("starts_on"));
    let shortage_rule = form.code("shortage_rule");
    let shop_payment_days = form.must("shop_payment_days", form.whole("shop_payment_days", 365));
    let producer_payment_days =
        form.must("producer_payment_days", form.whole("producer_payment_days", 365));
    form.accept()?;
    let read = || {
        Some(Terms {
            starts_on: starts_on?,
            shortage_rule: shortage_rule?,
            shop_payment_days: shop_payment_days?,
            producer_payment_days: producer_payment_days?,
        })
    };
    read().ok_or(Stop::NotFound)
}

pub async fn agree_transport(visit: Visit, At(hub): At<CoalitionId>, form: Form) -> Outcome<Response> {
    let done = match read_transport(&form) {
        Ok(terms) => visit.act(move |tx, who| acts::agree_transport(tx, who, hub, &terms)).await,
        Err(stop) => Err(stop),
    };
    again(&visit, hub, done, form).await
}

fn read_transport(form: &Form) -> Outcome<TransportTerms> {
    let starts_on = form.must("transport_starts_on", form.date("transport_starts_on"));
    let pays = form.code("pays");
    let part = form.must("part", form.rate("part"));
    form.accept()?;
    let read = || Some(TransportTerms { starts_on: starts_on?, pays: pays?, part: part? });
    read().ok_or(Stop::NotFound)
}

pub async fn agree_fee(visit: Visit, At(hub): At<CoalitionId>, form: Form) -> Outcome<Response> {
    let done = match read_fee(&form, visit.app.ids.next()) {
        Ok(fee) => visit.act(move |tx, who| acts::agree_fee(tx, who, hub, &fee)).await,
        Err(stop) => Err(stop),
    };
    again(&visit, hub, done, form).await
}

fn read_fee(form: &Form, id: FeeId) -> Outcome<Fee> {
    let basis = form.code("basis");
    let amount = match basis {
        Some(FeeBasis::Percent) => form.rate("amount").map(|rate| rate.0),
        _ => form.cents("amount").map(|cents| cents.0),
    };
    let amount = form.must("amount", amount);
    let kind = form.code("kind");
    let starts_on = form.must("fee_starts_on", form.date("fee_starts_on"));
    let producer = form.id("producer");
    let family = form.optional("family", 80);
    form.accept()?;
    let read = || {
        Some(Fee {
            id,
            kind: kind?,
            basis: basis?,
            amount: amount?,
            producer,
            family,
            starts_on: starts_on?,
            ends_on: None,
        })
    };
    read().ok_or(Stop::NotFound)
}

pub async fn end_fee(
    visit: Visit,
    At((hub, fee)): At<(CoalitionId, FeeId)>,
    form: Form,
) -> Outcome<Response> {
    let last_day = form.date("last_day").unwrap_or(visit.app.today());
    visit.act(move |tx, who| acts::end_fee(tx, who, hub, fee, last_day)).await?;
    Ok(redirect(&format!("/hubs/{hub}/agreement")))
}

pub async fn set_public(visit: Visit, At(hub): At<CoalitionId>, form: Form) -> Outcome<Response> {
    let public = form.value("public") == "yes";
    visit.act(move |tx, who| acts::set_public(tx, who, hub, public)).await?;
    Ok(redirect(&format!("/hubs/{hub}/agreement")))
}
