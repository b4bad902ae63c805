//! The first page: each role finds its day on it.

use std::collections::HashMap;

use askama::Template;
use axum::response::Response;
use economy::payments::Owing;
use frame::{At, Outcome, Reader, Role, Visit, redirect};
use jiff::Timestamp;
use jiff::civil::Date;
use people::organisations::store as organisations;
use units::{Cents, CoalitionId, Code, CycleId, OrganisationId};

use super::acts::{self, Day, Running};
use crate::cycles::Stage;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "day/show.html")]
struct Show {
    t: &'static Words,
    r: Reader,
    hub: CoalitionId,
    role: Role,
    own: Option<OrganisationId>,
    day: Day,
    names: HashMap<OrganisationId, String>,
    now: Timestamp,
    today: Date,
}

#[derive(Template)]
#[template(path = "day/welcome.html")]
struct Welcome {
    t: &'static Words,
}

/// Goes where the visitor's mandate leads.
pub(super) async fn home(visit: Visit) -> Outcome<Response> {
    let Some(who) = &visit.who else {
        let t = words(visit.language);
        return visit.page(&t.welcome_title(), &Welcome { t });
    };
    let path = match &who.mandate {
        None => "/me".to_owned(),
        Some(mandate) => match mandate.coalition {
            Some(_) if mandate.role == Role::Driver => "/drive".to_owned(),
            Some(hub) => format!("/hubs/{hub}"),
            None => "/coalitions".to_owned(),
        },
    };
    Ok(redirect(&path))
}

pub(super) async fn show(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let (day, names) = visit
        .look(move |tx, who| {
            let day = acts::day(tx, who, hub)?;
            let waiting = day.balances.producers.iter().chain(&day.balances.shops);
            let ids: Vec<OrganisationId> = waiting.map(|owing| owing.organisation).collect();
            let names = organisations::all(tx, &ids)?.into_iter().map(|o| (o.id, o.name)).collect();
            Ok((day, names))
        })
        .await?;
    let who = visit.who()?;
    let page = Show {
        t: words(visit.language),
        r: visit.reader(),
        hub,
        role: who.role().unwrap_or(Role::Reader),
        own: who.mandate.as_ref().and_then(|mandate| mandate.organisation),
        day,
        names,
        now: visit.app.clock.now(),
        today: visit.app.today(),
    };
    visit.page(&page.day.coalition.name.clone(), &page)
}

/// Something to do, and where: the first is the next.
struct Todo {
    label: String,
    path: String,
    is_urgent: bool,
}

impl Show {
    fn is_staff(&self) -> bool {
        matches!(self.role, Role::Coordinator | Role::Warehouse | Role::Bookkeeper)
    }

    fn open(&self) -> Vec<&Running> {
        self.day.running.iter().filter(|one| one.cycle.stage() == Stage::Open).collect()
    }

    fn closed(&self) -> Vec<&Running> {
        self.day.running.iter().filter(|one| one.cycle.stage() == Stage::Closed).collect()
    }

    /// Time left in whole hours, or days from two on.
    fn time_left(&self, until: &Timestamp) -> String {
        let hours = until.duration_since(self.now).as_hours();
        match hours {
            ..0 => self.t.day_over(),
            0..48 => self.t.day_hours_left(hours),
            _ => self.t.day_days_left(hours / 24),
        }
    }

    /// What this role has to do, in the order of the work.
    fn todos(&self) -> Vec<Todo> {
        let mut todos = Vec::new();
        let handles = matches!(self.role, Role::Coordinator | Role::Warehouse);
        let books = matches!(self.role, Role::Coordinator | Role::Bookkeeper);
        for one in self.closed() {
            let base = format!("/hubs/{}/cycles/{}", self.hub, one.cycle.id);
            let mut add = |wanted: bool, label: String, path: &str, is_urgent: bool| {
                if wanted {
                    todos.push(Todo { label, path: format!("{base}/{path}"), is_urgent });
                }
            };
            let s = &one.standing;
            add(
                handles && s.not_received > 0,
                self.t.todo_receive(s.not_received),
                "reception",
                one.cycle.delivery_days.iter().any(|day| *day <= self.today),
            );
            add(handles && s.not_shared > 0, self.t.todo_share(s.not_shared), "shortages", true);
            let to_prepare = one.to_deliver - one.prepared.max(one.delivered);
            add(handles && to_prepare > 0, self.t.todo_prepare(to_prepare), "preparation", false);
            let to_deliver = one.to_deliver - one.delivered;
            add(handles && to_deliver > 0, self.t.todo_deliver(to_deliver), "preparation", false);
            let ready = s.not_received == 0 && s.not_shared == 0;
            let invoices = s.to_invoice.len() as i64;
            add(books && ready && invoices > 0, self.t.todo_invoice(invoices), "settlement", false);
            let statements = s.to_state.len() as i64;
            add(
                books && ready && invoices == 0 && statements > 0,
                self.t.todo_state(statements),
                "settlement",
                false,
            );
        }
        let late = &self.day.balances.lateness;
        if books && late.producers_waiting > 0 {
            let label = self.t.todo_pay(late.producers_waiting, self.r.euros(late.overdue));
            todos.push(Todo { label, path: format!("/hubs/{}/balances", self.hub), is_urgent: true });
        }
        todos
    }

    /// The five who have waited longest.
    fn longest<'a>(&self, owing: &'a [Owing]) -> Vec<&'a Owing> {
        let mut late: Vec<&Owing> = owing.iter().filter(|one| one.overdue.0 > 0).collect();
        late.sort_by_key(|one| one.oldest_due);
        late.truncate(5);
        late
    }

    fn name(&self, id: &OrganisationId) -> &str {
        self.names.get(id).map_or("?", String::as_str)
    }

    fn sees(&self, owing: &Owing) -> bool {
        self.day.balances.is_staff || self.own == Some(owing.organisation)
    }

    fn has_ordered(&self, cycle: &CycleId) -> bool {
        self.day.own_orders.iter().any(|(own, _)| own == cycle)
    }

    /// What the member itself owes or is owed.
    fn own_balance(&self) -> Cents {
        let side = if self.role == Role::Shop {
            &self.day.balances.shops
        } else {
            &self.day.balances.producers
        };
        side.iter().filter(|one| Some(one.organisation) == self.own).map(|one| one.open).sum()
    }

    fn cycle_name(&self, id: &CycleId) -> String {
        let known = self.day.running.iter().find(|one| one.cycle.id == *id);
        known
            .map(|one| self.t.cycle_named(one.cycle.number.to_string(), &one.cycle.name))
            .unwrap_or_default()
    }

    fn document(&self, kind: &str, number: String) -> String {
        self.t.day_document(kind, number)
    }
}
