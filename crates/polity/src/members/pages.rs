//! Pages of coalitions, their members and their team.

use askama::Template;
use axum::response::Response;
use frame::keep::{self, Archive, Whose};
use frame::seal::Seal;
use frame::{At, Form, Outcome, Reader, Role, Stop, Visit, Who, redirect};
use jiff::civil::Date;
use people::organisations::pages as records;
use people::organisations::pages::Card;
use people::persons::pages::read_invitation;
use people::persons::{Held, Invitation, NewMandate};
use units::{CoalitionId, Code, Language, MandateId, OrganisationId, PersonId};

use super::acts::{self, MemberSheet};
use super::model::{Coalition, CoalitionKind, JournalLine, Member, Membership, Side};
use crate::agreements::Terms;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "members/coalitions.html")]
struct Coalitions {
    t: &'static Words,
    coalitions: Vec<Coalition>,
}

#[derive(Template)]
#[template(path = "members/found.html")]
struct Found {
    t: &'static Words,
    language: Language,
    form: Form,
}

#[derive(Template)]
#[template(path = "members/index.html")]
struct Index {
    t: &'static Words,
    hub: CoalitionId,
    members: Vec<Member>,
    today: Date,
    coordinates: bool,
    takes_archive: bool,
}

#[derive(Template)]
#[template(path = "members/archive.html")]
struct TakeArchive {
    t: &'static Words,
    hub: CoalitionId,
    archive: Archive,
}

#[derive(Template)]
#[template(path = "members/admit.html")]
struct Admit {
    t: &'static Words,
    language: Language,
    form: Form,
}

#[derive(Template)]
#[template(path = "members/show.html")]
struct Show {
    t: &'static Words,
    r: Reader,
    language: Language,
    hub: CoalitionId,
    sheet: MemberSheet,
    card: Card,
    form: Form,
    today: Date,
    coordinates: bool,
    who: Who,
}

#[derive(Template)]
#[template(path = "members/team.html")]
struct Team {
    t: &'static Words,
    r: Reader,
    language: Language,
    hub: CoalitionId,
    mandates: Vec<Held>,
    form: Form,
    today: Date,
    who: Who,
}

#[derive(Template)]
#[template(path = "members/journal.html")]
struct Journal {
    t: &'static Words,
    r: Reader,
    hub: CoalitionId,
    lines: Vec<JournalLine>,
    seal: Option<Seal>,
}

pub async fn coalitions(visit: Visit) -> Outcome<Response> {
    let coalitions = visit.look(acts::coalitions).await?;
    let t = words(visit.language);
    visit.page(&t.coalitions_title(), &Coalitions { t, coalitions })
}

pub async fn founding_form(visit: Visit) -> Outcome<Response> {
    let t = words(visit.language);
    let form = records::blank_form(visit.language);
    visit.page(&t.coalition_found(), &Found { t, language: visit.language, form })
}

pub async fn found(visit: Visit, form: Form) -> Outcome<Response> {
    let t = words(visit.language);
    match found_from(&visit, &form).await {
        Ok(()) => Ok(visit.done("/coalitions", &t.coalition_founded())),
        Err(stop) => {
            form.note(&stop, visit.language);
            visit.again(&stop, &t.coalition_found(), &Found { t, language: visit.language, form })
        }
    }
}

/// A coalition's enterprise and its first coordinator come in on one form.
async fn found_from(visit: &Visit, form: &Form) -> Outcome<()> {
    let ids = &visit.app.ids;
    let organisation = records::read_form(form, ids.next(), visit.language);
    let coalition: CoalitionId = ids.next();
    let mandate = NewMandate {
        role: Role::Coordinator,
        coalition: Some(coalition),
        organisation: None,
        label: form.value("name").trim().to_owned(),
        starts_on: visit.app.today(),
        ends_on: None,
    };
    let person = Form::of([
        ("name", form.value("person_name").to_owned()),
        ("email", form.value("person_email").to_owned()),
    ]);
    let invitation = read_invitation(&person, visit.language, mandate);
    for field in ["name", "email"] {
        if person.wrong(field) {
            let said = person.complaint(field, visit.language);
            form.fault(&format!("person_{field}"), frame::form::Fault::Said(said));
        }
    }
    let (organisation, invitation) =
        (organisation?, invitation.or_else(|stop| form.accept().and(Err(stop)))?);
    let founded = Coalition {
        id: coalition,
        kind: CoalitionKind::Hub,
        name: organisation.name.clone(),
        organisation: organisation.id,
        public_euro: false,
    };
    let (terms, address) = (Terms::usual(visit.app.today()), visit.app.settings.address.clone());
    visit
        .act(move |tx, who| {
            let keeper = people::organisations::acts::Keeper::of(who, organisation.id)?;
            let kept = people::organisations::acts::find_or_save(tx, who, &keeper, &organisation)?;
            let founded = Coalition { organisation: kept, ..founded.clone() };
            acts::found(tx, who, &founded, &terms, Some((&address, &invitation)))
        })
        .await
}

pub async fn index(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let members = visit.look(move |tx, who| acts::list(tx, who, hub)).await?;
    let t = words(visit.language);
    let page = Index {
        t,
        hub,
        members,
        today: visit.app.today(),
        coordinates: visit.who()?.is(Role::Coordinator),
        takes_archive: super::TAKERS.lets_in(visit.who()?),
    };
    visit.page(&t.members_title(), &page)
}

pub(super) async fn archive(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let (t, language) = (words(visit.language), visit.language);
    let archive = visit.look(move |tx, who| acts::archive(tx, who, hub, language)).await?;
    visit.page(&t.archive_title(), &TakeArchive { t, hub, archive })
}

pub(super) async fn take_archive(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let language = visit.language;
    let archive = visit.act(move |tx, who| acts::take_archive(tx, who, hub, language)).await?;
    keep::download(&visit.app, archive)
}

impl Index {
    fn on(&self, side: &Side) -> Vec<&Member> {
        self.members.iter().filter(|member| member.is(*side)).collect()
    }

    fn has_left(&self, member: &Member, side: &Side) -> bool {
        !member.memberships.iter().any(|m| m.side == *side && m.is_good_on(self.today))
    }
}

pub async fn admission_form(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    visit.look(move |tx, who| acts::enter(tx, who, hub)).await?;
    show_admission(&visit, records::blank_form(visit.language))
}

fn show_admission(visit: &Visit, form: Form) -> Outcome<Response> {
    let t = words(visit.language);
    visit.page(&t.member_admit(), &Admit { t, language: visit.language, form })
}

pub async fn admit(visit: Visit, At(hub): At<CoalitionId>, form: Form) -> Outcome<Response> {
    let t = words(visit.language);
    match admit_from(&visit, hub, &form).await {
        Ok((member, known)) => {
            let notice = if known { t.member_admitted_known() } else { t.member_admitted() };
            Ok(visit.done(&format!("/hubs/{hub}/members/{member}"), &notice))
        }
        Err(stop) => {
            form.note(&stop, visit.language);
            visit.again(&stop, &t.member_admit(), &Admit { t, language: visit.language, form })
        }
    }
}

/// The member, and whether it was known here before.
async fn admit_from(visit: &Visit, hub: CoalitionId, form: &Form) -> Outcome<(OrganisationId, bool)> {
    let sides: Vec<Side> =
        Side::ALL.iter().filter(|side| form.ticked(&format!("is_{}", side.code()))).copied().collect();
    if sides.is_empty() {
        form.fault("sides", frame::form::Fault::Missing);
    }
    let id: OrganisationId = visit.app.ids.next();
    let organisation = records::read_form(form, id, visit.language)?;
    let member = visit.act(move |tx, who| acts::admit(tx, who, hub, &organisation, &sides)).await?;
    Ok((member, member != id))
}

pub async fn show(
    visit: Visit,
    At((hub, member)): At<(CoalitionId, OrganisationId)>,
) -> Outcome<Response> {
    let page = member_page(&visit, hub, member, Form::default()).await?;
    visit.page(&page.sheet.organisation.name.clone(), &page)
}

async fn member_page(
    visit: &Visit,
    hub: CoalitionId,
    member: OrganisationId,
    form: Form,
) -> Outcome<Show> {
    let sheet = visit.look(move |tx, who| acts::show(tx, who, hub, member)).await?;
    let base = format!("/hubs/{hub}/members/{member}");
    let card = Card::new(visit, sheet.organisation.clone(), sheet.sites.clone(), base, sheet.may_keep);
    Ok(Show {
        t: words(visit.language),
        r: visit.reader(),
        language: visit.language,
        hub,
        sheet,
        card,
        form,
        today: visit.app.today(),
        coordinates: visit.who()?.is(Role::Coordinator),
        who: visit.who()?.clone(),
    })
}

impl Show {
    fn member_roles(&self) -> Vec<(String, String)> {
        roles(&self.r, &Role::OF_A_MEMBER)
    }
}

fn roles(r: &Reader, roles: &[Role]) -> Vec<(String, String)> {
    roles.iter().map(|role| (role.code().to_owned(), r.role(role))).collect()
}

pub async fn edit(
    visit: Visit,
    At((hub, member)): At<(CoalitionId, OrganisationId)>,
) -> Outcome<Response> {
    let sheet = kept_sheet(&visit, hub, member).await?;
    records::show_form(&visit, records::filled_form(&sheet.organisation))
}

async fn kept_sheet(visit: &Visit, hub: CoalitionId, member: OrganisationId) -> Outcome<MemberSheet> {
    visit
        .look(move |tx, who| {
            acts::keeper(tx, who, hub, member)?;
            acts::show(tx, who, hub, member)
        })
        .await
}

pub async fn update(
    visit: Visit,
    At((hub, member)): At<(CoalitionId, OrganisationId)>,
    form: Form,
) -> Outcome<Response> {
    let saved =
        records::keep(&visit, &form, member, move |tx, who| acts::keeper(tx, who, hub, member)).await;
    records::answer(&visit, form, saved, &format!("/hubs/{hub}/members/{member}"))
}

pub async fn edit_site(
    visit: Visit,
    At((hub, member, site)): At<(CoalitionId, OrganisationId, String)>,
) -> Outcome<Response> {
    let sheet = kept_sheet(&visit, hub, member).await?;
    records::show_site_form(&visit, &sheet.organisation, &sheet.sites, &site)
}

pub async fn update_site(
    visit: Visit,
    At((hub, member, site)): At<(CoalitionId, OrganisationId, String)>,
    form: Form,
) -> Outcome<Response> {
    let keeper = move |tx: &::store::Tx<'_>, who: &frame::Who| acts::keeper(tx, who, hub, member);
    let saved = records::keep_site(&visit, &form, member, &site, keeper).await;
    records::answer_site(&visit, form, saved, &format!("/hubs/{hub}/members/{member}"))
}

pub async fn change_membership(
    visit: Visit,
    At((hub, member)): At<(CoalitionId, OrganisationId)>,
    form: Form,
) -> Outcome<Response> {
    match change_from(&visit, hub, member, &form).await {
        Ok(()) => {
            let t = words(visit.language);
            Ok(visit.done(&format!("/hubs/{hub}/members/{member}"), &t.member_changed()))
        }
        Err(stop) => member_again(&visit, hub, member, stop, form).await,
    }
}

async fn change_from(
    visit: &Visit,
    hub: CoalitionId,
    member: OrganisationId,
    form: &Form,
) -> Outcome<()> {
    let side = form.code("side");
    let since = form.must("since", form.date("since"));
    let until = form.date("until");
    let rank = form.whole("rank", 10_000).unwrap_or(100);
    form.accept()?;
    let (Some(side), Some(since)) = (side, since) else { return Err(Stop::NotFound) };
    let changed = Membership { organisation: member, side, since, until, rank };
    visit.act(move |tx, who| acts::change_membership(tx, who, hub, &changed)).await
}

async fn member_again(
    visit: &Visit,
    hub: CoalitionId,
    member: OrganisationId,
    stop: Stop,
    form: Form,
) -> Outcome<Response> {
    form.note(&stop, visit.language);
    let page = member_page(visit, hub, member, form).await?;
    visit.again(&stop, &page.sheet.organisation.name.clone(), &page)
}

pub async fn invite_for_member(
    visit: Visit,
    At((hub, member)): At<(CoalitionId, OrganisationId)>,
    form: Form,
) -> Outcome<Response> {
    let sheet = kept_sheet(&visit, hub, member).await?;
    let invited = match invitation(&visit, hub, Some(member), sheet.organisation.name, &form) {
        Ok(invitation) => {
            let address = visit.app.settings.address.clone();
            visit.act(move |tx, who| acts::invite_for_member(tx, who, hub, &address, &invitation)).await
        }
        Err(stop) => Err(stop),
    };
    match invited {
        Ok(()) => {
            let t = words(visit.language);
            Ok(visit.done(&format!("/hubs/{hub}/members/{member}"), &t.member_invited()))
        }
        Err(stop) => member_again(&visit, hub, member, stop, form).await,
    }
}

fn invitation(
    visit: &Visit,
    hub: CoalitionId,
    organisation: Option<OrganisationId>,
    label: String,
    form: &Form,
) -> Outcome<Invitation> {
    let role = form.code("role").unwrap_or(Role::Reader);
    let mandate = NewMandate {
        role,
        coalition: Some(hub),
        organisation,
        label,
        starts_on: form.date("starts_on").unwrap_or(visit.app.today()),
        ends_on: form.date("ends_on"),
    };
    read_invitation(form, visit.language, mandate)
}

pub async fn team(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let page = team_page(&visit, hub, Form::default()).await?;
    visit.page(&page.t.team_title(), &page)
}

async fn team_page(visit: &Visit, hub: CoalitionId, form: Form) -> Outcome<Team> {
    let (_, mandates) = visit.look(move |tx, who| acts::team(tx, who, hub)).await?;
    Ok(Team {
        t: words(visit.language),
        r: visit.reader(),
        language: visit.language,
        hub,
        mandates,
        form,
        today: visit.app.today(),
        who: visit.who()?.clone(),
    })
}

impl Team {
    fn team_roles(&self) -> Vec<(String, String)> {
        roles(&self.r, &Role::OF_A_COALITION)
    }
}

pub async fn invite_to_team(visit: Visit, At(hub): At<CoalitionId>, form: Form) -> Outcome<Response> {
    let (coalition, _) = visit.look(move |tx, who| acts::team(tx, who, hub)).await?;
    let invited = match invitation(&visit, hub, None, coalition.name, &form) {
        Ok(invitation) => {
            let address = visit.app.settings.address.clone();
            visit.act(move |tx, who| acts::invite_to_team(tx, who, hub, &address, &invitation)).await
        }
        Err(stop) => Err(stop),
    };
    match invited {
        Ok(()) => Ok(visit.done(&format!("/hubs/{hub}/team"), &words(visit.language).member_invited())),
        Err(stop) => {
            form.note(&stop, visit.language);
            let page = team_page(&visit, hub, form).await?;
            visit.again(&stop, &page.t.team_title(), &page)
        }
    }
}

pub async fn journal(visit: Visit, At(hub): At<CoalitionId>) -> Outcome<Response> {
    let (lines, seal) = visit
        .look(move |tx, who| Ok((acts::latest_acts(tx, who, hub)?, frame::seal::store::latest(tx)?)))
        .await?;
    let t = words(visit.language);
    visit.page(&t.journal_title(), &Journal { t, r: visit.reader(), hub, lines, seal })
}

impl Journal {
    fn act(&self, line: &JournalLine) -> String {
        self.t.journal_act(line.act.replace('.', "_"), &line.act)
    }

    fn detail(&self, line: &JournalLine) -> Option<String> {
        let old = line.detail.as_ref().filter(|old| !old.is_empty());
        old.map(|old| self.t.journal_old_number(old))
    }
}

/// Where a form about a mandate came from, and goes back to.
fn back(form: &Form, hub: CoalitionId) -> String {
    match form.id::<OrganisationId>("member") {
        Some(member) => format!("/hubs/{hub}/members/{member}"),
        None => format!("/hubs/{hub}/team"),
    }
}

pub async fn end_mandate(
    visit: Visit,
    At((hub, mandate)): At<(CoalitionId, MandateId)>,
    form: Form,
) -> Outcome<Response> {
    visit.act(move |tx, who| acts::end_mandate(tx, who, hub, mandate)).await?;
    Ok(redirect(&back(&form, hub)))
}

pub async fn send_link(
    visit: Visit,
    At((hub, person)): At<(CoalitionId, PersonId)>,
    form: Form,
) -> Outcome<Response> {
    let address = visit.app.settings.address.clone();
    visit.act(move |tx, who| acts::send_link(tx, who, hub, &address, person)).await?;
    Ok(visit.done(&back(&form, hub), &words(visit.language).mandate_link_sent()))
}

pub async fn set_deputy(
    visit: Visit,
    At((hub, mandate)): At<(CoalitionId, MandateId)>,
    form: Form,
) -> Outcome<Response> {
    let email = form.optional("email", 254).map(|email| email.to_lowercase());
    visit.act(move |tx, who| acts::set_deputy(tx, who, hub, mandate, email.as_deref())).await?;
    Ok(visit.done(&back(&form, hub), &words(visit.language).mandate_deputy_set()))
}
