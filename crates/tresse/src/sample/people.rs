//! The people of a sample hub: its team, and one person for each member.

use std::collections::HashMap;

use frame::{App, Mandate, Outcome, Role, Who};
use people::persons::{NewMandate, Person, acts as persons};
use polity::members::acts as members;
use units::{CoalitionId, Language, OrganisationId, PersonId};

use super::lists;
use super::plan::Plan;
use super::world::{Buyer, Maker};

/// A domain that nobody has (RFC 2606).
pub const DOMAIN: &str = "tresse.example";
/// What everybody of a demonstration comes in with.
pub const PASSWORD: &str = "tresse-demo";

/// Who does what in a sample hub.
pub struct Cast {
    hub: CoalitionId,
    hub_name: String,
    team: Vec<(Role, Someone)>,
    of_members: HashMap<OrganisationId, Someone>,
    /// The way in for each role: role, e-mail address, for whom.
    pub logins: Vec<(Role, String, String)>,
}

#[derive(Clone)]
struct Someone {
    id: PersonId,
    name: String,
    email: String,
}

/// Somebody with what they are asked to do: role, member, its name.
type ToInstall = (Someone, Vec<(Role, OrganisationId, String)>);

const TEAM: [(Role, &str); 5] = [
    (Role::Administrator, "administration"),
    (Role::Coordinator, "coordination"),
    (Role::Warehouse, "quai"),
    (Role::Bookkeeper, "comptes"),
    (Role::Driver, "conduite"),
];

/// Persons written in one transaction.
const A_BATCH: usize = 100;

impl Cast {
    pub(super) fn new(app: &App, hub: CoalitionId, plan: &Plan) -> Self {
        let team: Vec<(Role, Someone)> = TEAM
            .iter()
            .enumerate()
            .map(|(at, (role, local))| {
                let email = format!("{local}@{DOMAIN}");
                (*role, Someone { id: app.ids.next(), name: lists::PEOPLE[at].clone(), email })
            })
            .collect();
        let hub_name = plan.name.clone();
        let logins =
            team.iter().map(|(role, one)| (*role, one.email.clone(), hub_name.clone())).collect();
        Self { hub, hub_name, team, of_members: HashMap::new(), logins }
    }

    pub(super) fn administrator(&self, app: &App) -> Who {
        self.staff(app, Role::Administrator)
    }

    pub(super) fn staff(&self, app: &App, role: Role) -> Who {
        let coalition = (role != Role::Administrator).then_some(self.hub);
        let one = &self.team[TEAM.iter().position(|(of, _)| *of == role).unwrap_or_default()].1;
        let mandate = Mandate::unwritten(role, coalition, None, &self.hub_name);
        Who::acting(app, one.id, &one.name, mandate)
    }

    pub(super) fn member(&self, app: &App, role: Role, organisation: OrganisationId) -> Who {
        let coordinator = &self.team[1].1;
        let one = self.of_members.get(&organisation).unwrap_or(coordinator);
        let mandate = Mandate::unwritten(role, Some(self.hub), Some(organisation), &one.name);
        Who::acting(app, one.id, &one.name, mandate)
    }

    /// Who does this in the team, or who acts for a member.
    pub(super) fn person_of(&self, role: Role, member: Option<OrganisationId>) -> Option<PersonId> {
        match member {
            Some(member) => self.of_members.get(&member).map(|one| one.id),
            None => self.team.iter().find(|(of, _)| *of == role).map(|(_, one)| one.id),
        }
    }

    /// The hub's team; the bookkeeper stands in for the coordinator, nobody for the warehouse.
    pub(super) async fn install_team(&self, app: &App, password: &str) -> Outcome<()> {
        let (hub, administrator, hash) = (self.hub, self.administrator(app), password.to_owned());
        let team = self.team.clone();
        let hub_name = self.hub_name.clone();
        let deputy = self.team[3].1.email.clone();
        let coordinator = self.staff(app, Role::Coordinator);
        app.act(&administrator, move |tx, who| {
            for (role, one) in &team {
                let coalition = (*role != Role::Administrator).then_some(hub);
                let label = if coalition.is_some() { hub_name.clone() } else { "Tresse".to_owned() };
                let given = new_mandate(who, *role, coalition, None, &label);
                persons::install(tx, who, &person(one), &hash, &[given])?;
            }
            let (_, held) = members::team(tx, &coordinator, hub)?;
            let own = held.iter().find(|held| held.mandate.role == Role::Coordinator);
            own.map_or(Ok(()), |own| persons::set_deputy(tx, who, own.mandate.id, Some(&deputy)))
        })
        .await
    }

    /// A person for every member. The first producer's keeps a shop too: one person, two mandates.
    pub(super) async fn install_members(
        &mut self,
        app: &App,
        producers: &[Maker],
        shops: &[Buyer],
        password: &str,
    ) -> Outcome<()> {
        let of_producers = producers.iter().map(|one| (Role::Producer, one.id, one.name.clone()));
        let of_shops = shops.iter().map(|one| (Role::Shop, one.id, one.name.clone()));
        let mut to_install: Vec<ToInstall> = Vec::new();
        for (at, (role, organisation, label)) in of_producers.chain(of_shops).enumerate() {
            let name = name_of(at + TEAM.len());
            let email = match (role, at) {
                (Role::Producer, 0) => format!("production@{DOMAIN}"),
                (Role::Shop, _) if at == producers.len() => format!("magasin@{DOMAIN}"),
                _ => format!("{}.{at}@{DOMAIN}", dotted(&name)),
            };
            let one = Someone { id: app.ids.next(), name, email };
            if at == 0 || at == producers.len() {
                self.logins.push((role, one.email.clone(), label.clone()));
            }
            self.of_members.insert(organisation, one.clone());
            to_install.push((one, vec![(role, organisation, label)]));
        }
        if let (Some((_, given)), Some(shop)) = (to_install.first_mut(), shops.last()) {
            given.push((Role::Shop, shop.id, shop.name.clone()));
        }
        if let Some(shop) = shops.get(1) {
            let reader = Someone {
                id: app.ids.next(),
                name: name_of(producers.len() + shops.len() + TEAM.len()),
                email: format!("membre@{DOMAIN}"),
            };
            self.logins.push((Role::Reader, reader.email.clone(), shop.name.clone()));
            to_install.push((reader, vec![(Role::Reader, shop.id, shop.name.clone())]));
        }
        self.install(app, to_install, password).await
    }

    async fn install(&self, app: &App, mut rest: Vec<ToInstall>, password: &str) -> Outcome<()> {
        let (hub, administrator) = (self.hub, self.administrator(app));
        while !rest.is_empty() {
            let batch: Vec<_> = rest.drain(..rest.len().min(A_BATCH)).collect();
            let hash = password.to_owned();
            app.act(&administrator, move |tx, who| {
                batch.iter().try_for_each(|(one, given)| {
                    let mandates: Vec<NewMandate> = given
                        .iter()
                        .map(|(role, of, label)| new_mandate(who, *role, Some(hub), Some(*of), label))
                        .collect();
                    persons::install(tx, who, &person(one), &hash, &mandates)
                })
            })
            .await?;
        }
        Ok(())
    }
}

fn person(one: &Someone) -> Person {
    Person {
        id: one.id,
        name: one.name.clone(),
        email: one.email.clone(),
        phone: None,
        language: Language::Fr,
        suspended_at: None,
    }
}

fn new_mandate(
    who: &Who,
    role: Role,
    coalition: Option<CoalitionId>,
    organisation: Option<OrganisationId>,
    label: &str,
) -> NewMandate {
    NewMandate {
        role,
        coalition,
        organisation,
        label: label.to_owned(),
        starts_on: who.today,
        ends_on: None,
    }
}

/// First names of one line with family names of another, so that they do not run out.
fn name_of(at: usize) -> String {
    let all = &*lists::PEOPLE;
    if at < all.len() {
        return all[at].clone();
    }
    let first = all[at % all.len()].split(' ').next().unwrap_or_default();
    let family =
        all[(at * 7 + at / all.len()) % all.len()].split_once(' ').map_or("", |(_, family)| family);
    format!("{first} {family}")
}

/// The address that an organisation is written to.
pub(super) fn address_of(name: &str) -> String {
    let local: String = units::text::fold(name)
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    let local = local.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    format!("{local}@{DOMAIN}")
}

fn dotted(name: &str) -> String {
    address_of(name).split('@').next().unwrap_or_default().replace('-', ".")
}
