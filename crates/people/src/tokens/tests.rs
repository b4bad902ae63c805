//! Who comes in with a token, on both databases.

use ::store::testing::databases;
use ::store::{Migration, Tx};
use frame::api::Scope;
use frame::{Ids, Mandate, Moment, Outcome, Role, Who};
use jiff::{SignedDuration, Timestamp};
use units::{CoalitionId, Language, OrganisationId};
use uuid::Uuid;

use super::acts;
use super::model::NewToken;
use crate::persons::{NewMandate, Person, store as persons};

const HUB: CoalitionId = CoalitionId(Uuid::from_u128(7));

fn moment(days: i64) -> Moment {
    let at: Timestamp = "2026-11-24T09:00:00Z".parse().unwrap();
    let at = at + SignedDuration::from_hours(24 * days);
    Moment { at, today: jiff::tz::TimeZone::UTC.to_datetime(at).date(), ids: Ids::random() }
}

fn thirty_days(scopes: &[Scope]) -> NewToken {
    NewToken { name: "Caisse".to_owned(), scopes: scopes.to_vec(), days: 30 }
}

/// Somebody with two mandates in the hub, coordinating first.
fn eva(tx: &Tx<'_>) -> Outcome<Who> {
    let moment = moment(0);
    let person = Person {
        id: moment.ids.next(),
        name: "Eva".to_owned(),
        email: "eva@tresse.example".to_owned(),
        phone: None,
        language: Language::Nl,
        suspended_at: None,
    };
    persons::insert(tx, &person, moment.at)?;
    let who = Who { person: person.id, ..Who::at_the_machine(&moment) };
    let mut mandates: Vec<Mandate> = Vec::new();
    for role in [Role::Coordinator, Role::Bookkeeper] {
        let mandate = NewMandate {
            role,
            coalition: Some(HUB),
            organisation: None::<OrganisationId>,
            label: "Le Panier".to_owned(),
            starts_on: moment.today,
            ends_on: Some("2026-12-10".parse().unwrap()),
        };
        let id = persons::insert_mandate(tx, &who, person.id, &mandate)?;
        mandates.push(Mandate { id, ..Mandate::unwritten(role, Some(HUB), None, "Le Panier") });
    }
    Ok(Who { mandate: mandates.first().cloned(), mandates, ..who })
}

#[tokio::test]
async fn a_token_acts_under_the_mandate_that_it_was_made_for_and_ends_with_it() {
    for database in databases(&migrations()).await {
        database
            .db
            .write(|tx| {
                let eva = eva(tx)?;
                let scopes = [Scope::PaymentsRead, Scope::PaymentsWrite];
                let secret = acts::make_own(tx, &eva, eva.mandates[1].id, &thirty_days(&scopes))?;
                let (who, bearer) = acts::recognise(tx, &secret, moment(1))?.unwrap();
                assert_eq!((who.person, who.role()), (eva.person, Some(Role::Bookkeeper)));
                assert_eq!((who.mandates.len(), who.language), (1, Language::Nl));
                assert_eq!(bearer.scopes, scopes);
                assert!(acts::recognise(tx, &secret, moment(16))?.is_some());
                assert!(acts::recognise(tx, &secret, moment(17))?.is_none(), "the mandate ends first");
                assert!(acts::recognise(tx, &secret[..30], moment(1))?.is_none());
                persons::suspend(tx, eva.person, Some(eva.at))?;
                assert!(acts::recognise(tx, &secret, moment(1))?.is_none());
                Ok::<_, frame::Stop>(())
            })
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn a_service_stays_when_its_maker_goes_until_its_day() {
    for database in databases(&migrations()).await {
        database
            .db
            .write(|tx| {
                let eva = eva(tx)?;
                let new = thirty_days(&[Scope::OrdersRead]);
                let secret = acts::make_for_service(tx, &eva, HUB, Role::Warehouse, &new)?;
                persons::suspend(tx, eva.person, Some(eva.at))?;
                let (who, bearer) = acts::recognise(tx, &secret, moment(29))?.unwrap();
                assert!(who.acts_in(HUB, &[Role::Warehouse]));
                assert_eq!(persons::names(tx, &[who.person])?, [(who.person, "Caisse".to_owned())]);
                assert!(acts::recognise(tx, &secret, moment(30))?.is_none());
                assert!(acts::revoke_own(tx, &eva, bearer.token).is_err(), "it is the hub's");
                acts::revoke_of_service(tx, &eva, HUB, bearer.token)?;
                assert!(acts::recognise(tx, &secret, moment(1))?.is_none());
                Ok::<_, frame::Stop>(())
            })
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn no_token_does_more_than_its_maker_may() {
    for database in databases(&migrations()).await {
        database
            .db
            .write(|tx| {
                let eva = eva(tx)?;
                let new = thirty_days(&[Scope::OrdersRead]);
                let keeps_books = Who { mandate: eva.mandates.get(1).cloned(), ..eva.clone() };
                assert!(acts::make_for_service(tx, &keeps_books, HUB, Role::Bookkeeper, &new).is_err());
                assert!(acts::make_for_service(tx, &eva, HUB, Role::Administrator, &new).is_err());
                let elsewhere = CoalitionId(Uuid::from_u128(8));
                assert!(acts::make_for_service(tx, &eva, elsewhere, Role::Warehouse, &new).is_err());
                let anothers = units::MandateId(Uuid::from_u128(9));
                assert!(acts::make_own(tx, &eva, anothers, &new).is_err());
                let endless = NewToken { days: 4000, ..new.clone() };
                assert!(acts::make_own(tx, &eva, eva.mandates[0].id, &endless).is_err());
                let for_nothing = NewToken { scopes: Vec::new(), ..new };
                assert!(acts::make_own(tx, &eva, eva.mandates[0].id, &for_nothing).is_err());
                Ok::<_, frame::Stop>(())
            })
            .await
            .unwrap();
    }
}

fn migrations() -> Vec<Migration> {
    let slices = [frame::SLICE, crate::organisations::SLICE, crate::persons::SLICE, super::SLICE];
    slices.iter().flat_map(|slice| slice.migrations).copied().collect()
}
