//! Who holds which containers, and their kinds.

use std::collections::HashMap;

use askama::Template;
use axum::response::Response;
use economy::containers::{Container, acts, store};
use frame::form::Fault;
use frame::{At, Form, Outcome, Reader, Role, Stop, Visit};
use people::organisations::acts::Keeper;
use people::organisations::store as organisations;
use polity::members::acts::enter;
use polity::members::{Side, store as members};
use units::{Cents, CoalitionId, ContainerId, Language, OrganisationId};

use crate::words::{Words, words};

/// Ten thousand euros: beyond it a finger slipped, and an order of such containers leaves 64 bits.
const HIGHEST_DEPOSIT: Cents = Cents(1_000_000);

#[derive(Template)]
#[template(path = "crates/index.html")]
struct Index {
    t: &'static Words,
    r: Reader,
    language: Language,
    kinds: Vec<Container>,
    held: Vec<(ContainerId, OrganisationId, i64)>,
    names: HashMap<OrganisationId, String>,
    hub_organisation: OrganisationId,
    /// For whom a new kind may be made.
    owner: Option<OrganisationId>,
    form: Form,
}

pub(super) async fn index(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let page = crates_page(&visit, hub, Form::default()).await?;
    visit.page(&page.t.crates_title(), &page)
}

/// Staff see every holder; a member its own containers, and those of its own kinds wherever they are.
async fn crates_page(visit: &Visit, hub: CoalitionId, form: Form) -> Outcome<Index> {
    let (kinds, held, names, hub_organisation, owner) = visit
        .look(move |tx, who| {
            let coalition = enter(tx, who, hub)?;
            let staff = who.acts_in(hub, &[Role::Coordinator, Role::Warehouse, Role::Bookkeeper]);
            let own = who.mandate.as_ref().and_then(|mandate| mandate.organisation);
            let mut owners = members::on_side(tx, hub, Side::Producer, who.today)?;
            owners.push(coalition.organisation);
            let mut kinds = store::of_owners(tx, &owners)?;
            let mut held = acts::held(tx, hub)?;
            if !staff {
                let owns =
                    |id: ContainerId| kinds.iter().any(|kind| kind.id == id && Some(kind.owner) == own);
                held.retain(|(kind, holder, _)| Some(*holder) == own || owns(*kind));
                kinds.retain(|kind| {
                    Some(kind.owner) == own
                        || kind.owner == coalition.organisation
                        || held.iter().any(|(id, _, _)| *id == kind.id)
                });
            }
            let mut ids: Vec<OrganisationId> = held.iter().map(|(_, holder, _)| *holder).collect();
            ids.extend(kinds.iter().map(|kind| kind.owner));
            ids.sort_unstable();
            ids.dedup();
            let names: HashMap<OrganisationId, String> =
                organisations::all(tx, &ids)?.into_iter().map(|o| (o.id, o.name)).collect();
            let owner = match who.role() {
                Some(Role::Coordinator) => Some(coalition.organisation),
                Some(Role::Producer) => own,
                _ => None,
            };
            Ok((kinds, held, names, coalition.organisation, owner))
        })
        .await?;
    let (t, language) = (words(visit.language), visit.language);
    Ok(Index { t, r: visit.reader(), language, kinds, held, names, hub_organisation, owner, form })
}

pub(super) async fn save(visit: Visit, At(hub): At<CoalitionId>, form: Form) -> Outcome<Response> {
    match save_from(&visit, hub, &form).await {
        Ok(()) => Ok(visit.done(&format!("/hubs/{hub}/crates"), &words(visit.language).crates_saved())),
        Err(stop) => {
            form.note(&stop, visit.language);
            let page = crates_page(&visit, hub, form).await?;
            visit.again(&stop, &page.t.crates_title(), &page)
        }
    }
}

async fn save_from(visit: &Visit, hub: CoalitionId, form: &Form) -> Outcome<()> {
    let name = form.required("name", 60);
    let deposit = form.must("deposit", form.cents("deposit"));
    if deposit.is_some_and(|deposit| deposit > HIGHEST_DEPOSIT) {
        form.fault("deposit", Fault::TooLarge);
    }
    let known: Option<ContainerId> = form.id("container");
    form.accept()?;
    let id = known.unwrap_or_else(|| visit.app.ids.next());
    let deposit: Cents = deposit.unwrap_or_default();
    visit
        .act(move |tx, who| {
            let coalition = enter(tx, who, hub)?;
            let owner = match who.role() {
                Some(Role::Coordinator) => coalition.organisation,
                _ => who.mandate.as_ref().and_then(|m| m.organisation).ok_or(Stop::NotAllowed)?,
            };
            if store::find(tx, id)?.is_some_and(|kind| kind.owner != owner) {
                return Err(Stop::NotFound);
            }
            let container = Container { id, owner, name: name.clone(), deposit };
            acts::save(tx, who, &Keeper::of_a_member(owner), &container)
        })
        .await
}

impl Index {
    fn name(&self, id: &OrganisationId) -> &str {
        self.names.get(id).map_or("?", String::as_str)
    }

    /// Who holds containers of a kind, the most first; the hub's own stock of its own kind is not owed.
    fn holders(&self, kind: &Container) -> Vec<(&str, i64)> {
        let mut holders: Vec<(&str, i64)> = self
            .held
            .iter()
            .filter(|(id, holder, _)| *id == kind.id && *holder != kind.owner)
            .map(|(_, holder, count)| (self.name(holder), *count))
            .collect();
        holders.sort_by_key(|(name, count)| (-*count, *name));
        holders
    }

    fn out(&self, kind: &Container) -> i64 {
        self.holders(kind).iter().map(|(_, count)| *count).sum()
    }

    fn is_the_hubs(&self, kind: &Container) -> bool {
        kind.owner == self.hub_organisation
    }
}
