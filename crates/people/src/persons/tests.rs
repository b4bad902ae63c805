//! What persons and those who let them in see of it, on both databases.

use ::store::testing::{TestDb, databases};
use ::store::{Migration, Tx};
use frame::{Ids, Mandate, Moment, Outcome, Role, Stop, Who};
use jiff::Timestamp;
use units::{CoalitionId, Language};
use uuid::Uuid;

use super::acts::{self, NotGiven};
use super::model::{Invitation, NewMandate};
use super::store;

const HUB: CoalitionId = CoalitionId(Uuid::from_u128(7));

pub(crate) async fn all() -> Vec<TestDb> {
    let slices = [&[frame::SLICE], crate::SLICES].concat();
    let migrations: Vec<Migration> = slices.iter().flat_map(|slice| slice.migrations).copied().collect();
    databases(&migrations).await
}

pub(crate) fn moment() -> Moment {
    let at: Timestamp = "2026-11-24T09:00:00Z".parse().unwrap();
    Moment { at, today: "2026-11-24".parse().unwrap(), ids: Ids::random() }
}

/// Makes an administrator and gives back the secret of their link, and themselves.
pub(crate) fn administrator(tx: &Tx<'_>, moment: &Moment, email: &str) -> Outcome<(String, Who)> {
    let link = acts::make_administrator(tx, moment, "https://tresse.example", email, "Eva")?;
    let person = store::find_by_email(tx, email)?.ok_or(Stop::NotFound)?;
    let mandates: Vec<Mandate> =
        store::mandates_of(tx, person.id)?.into_iter().map(|held| held.mandate).collect();
    let who = Who {
        person: person.id,
        name: person.name,
        mandate: mandates.first().cloned(),
        mandates,
        ..Who::at_the_machine(moment)
    };
    let secret = link.rsplit('/').next().unwrap_or_default().to_owned();
    Ok((secret, who))
}

fn coordinator(tx: &Tx<'_>, admin: &Who, email: &str) -> Outcome<Who> {
    let mandate = NewMandate {
        role: Role::Coordinator,
        coalition: Some(HUB),
        organisation: None,
        label: "Hub".to_owned(),
        starts_on: admin.today,
        ends_on: None,
    };
    let invitation =
        Invitation { name: "Tom".to_owned(), email: email.to_owned(), language: Language::Fr, mandate };
    let person = acts::invite(tx, admin, "https://tresse.example", &invitation)?;
    let held = store::mandates_of(tx, person)?.into_iter().next().ok_or(Stop::NotFound)?;
    Ok(Who { person, mandate: Some(held.mandate), ..admin.clone() })
}

fn is(outcome: Outcome<()>, expected: NotGiven) -> bool {
    matches!(outcome, Err(Stop::Refused(refusal)) if refusal.of::<NotGiven>() == Some(&expected))
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_the_last_to_leave() {
    for test in all().await {
        let run = |tx: &Tx<'_>| -> Outcome<()> {
            let moment = moment();
            let (_, eva) = administrator(tx, &moment, "eva@ferme.be")?;
            let own = eva.mandate.clone().ok_or(Stop::NotFound)?.id;
            assert!(is(acts::end_mandate(tx, &eva, own), NotGiven::LastAdministrator));
            assert!(is(acts::suspend(tx, &eva, eva.person, true), NotGiven::LastAdministrator));
            let (_, ada) = administrator(tx, &moment, "ada@ferme.be")?;
            acts::suspend(tx, &eva, ada.person, true)?;
            assert!(is(acts::end_mandate(tx, &eva, own), NotGiven::LastAdministrator));
            acts::suspend(tx, &eva, ada.person, false)?;
            acts::end_mandate(tx, &eva, own)?;

            let tom = coordinator(tx, &ada, "tom@hub.be")?;
            let of_tom = tom.mandate.clone().ok_or(Stop::NotFound)?.id;
            assert!(is(acts::end_mandate(tx, &tom, of_tom), NotGiven::LastCoordinator));
            let kim = coordinator(tx, &tom, "kim@hub.be")?;
            acts::end_mandate(tx, &tom, of_tom)?;
            acts::end_mandate(tx, &ada, kim.mandate.ok_or(Stop::NotFound)?.id)
        };
        test.db.write(run).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_tells_of_every_mandate() {
    for test in all().await {
        let run = |tx: &Tx<'_>| -> Outcome<()> {
            let moment = moment();
            let (_, eva) = administrator(tx, &moment, "eva@ferme.be")?;
            let tom = coordinator(tx, &eva, "tom@hub.be")?;
            store::set_password(tx, tom.person, "hash")?;
            acts::let_administer(tx, &eva, "https://tresse.example", tom.person)?;
            acts::send_link(tx, &tom, "https://tresse.example", tom.person)?;
            let refused = acts::send_link(tx, &tom, "https://tresse.example", eva.person);
            assert!(matches!(refused, Err(Stop::NotAllowed)));
            let letters = frame::mail::latest(tx, 10)?;
            let with_link = letters.iter().filter(|letter| letter.body.contains("/link/")).count();
            assert_eq!((letters.len(), with_link), (3, 2));
            Ok(())
        };
        test.db.write(run).await.unwrap();
    }
}
