//! What one sees who comes in, goes on, and forgets a password, on both databases.

use ::store::Tx;
use frame::{Moment, Outcome, Settings, Stop, Who};
use jiff::SignedDuration;

use super::acts::{self, Unwelcome};
use super::model::{Arrival, IDLE_DAYS, LONGEST_DAYS, RESET_MINUTES};
use super::store;
use crate::persons::acts::{self as persons_acts, digest};
use crate::persons::store as persons;
use crate::persons::tests::{administrator, all, moment};

fn is(outcome: Outcome<()>, expected: Unwelcome) -> bool {
    matches!(outcome, Err(Stop::Refused(refusal)) if refusal.of::<Unwelcome>() == Some(&expected))
}

fn later(moment: &Moment, by: SignedDuration) -> Moment {
    Moment { at: moment.at + by, ..moment.clone() }
}

fn days(days: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * days)
}

fn arrival(session: &str, device: &str, agent: &str) -> Arrival {
    let text = |text: &str| text.to_owned();
    Arrival { session: text(session), before: text(""), device: text(device), agent: text(agent) }
}

fn come_in(tx: &Tx<'_>, moment: &Moment, eva: &Who, session: &str, device: &str) -> Outcome<()> {
    let arrival = arrival(session, device, "Firefox, Linux");
    acts::let_in(tx, moment, &Settings::default(), eva.person, &arrival)
}

fn is_known(tx: &Tx<'_>, moment: &Moment, session: &str) -> Outcome<bool> {
    Ok(acts::recognise(tx, session, moment.clone())?.is_some())
}

fn subjects(tx: &Tx<'_>) -> Outcome<Vec<String>> {
    Ok(frame::mail::latest(tx, 50)?.into_iter().map(|letter| letter.subject).collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn one_used_link_uses_up_the_others() {
    for test in all().await {
        let run = |tx: &Tx<'_>| -> Outcome<()> {
            let (moment, settings) = (moment(), Settings::default());
            let use_link = |token: &str| acts::use_link(tx, &moment, &settings, token, "$argon2id$hash");
            let (first, _) = administrator(tx, &moment, "eva@ferme.be")?;
            let (second, eva) = administrator(tx, &moment, "eva@ferme.be")?;
            assert_eq!(persons::count(tx)?, 1);
            assert_eq!(persons::mandates_of(tx, eva.person)?.len(), 1);
            use_link(&second)?;
            assert!(is(use_link(&second), Unwelcome::UsedLink));
            assert!(is(use_link(&first), Unwelcome::UsedLink));
            assert!(subjects(tx)?.is_empty(), "a first password is no change");
            Ok(())
        };
        test.db.write(run).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_set_anew_ends_every_session_and_is_told() {
    for test in all().await {
        let run = |tx: &Tx<'_>| -> Outcome<()> {
            let (moment, settings) = (moment(), Settings::default());
            let (_, eva) = administrator(tx, &moment, "eva@ferme.be")?;
            persons::set_password(tx, eva.person, "hash")?;
            come_in(tx, &moment, &eva, "one", "phone")?;
            acts::ask_for_reset(tx, &moment, "eva@ferme.be")?;
            acts::ask_for_reset(tx, &moment, "nobody@ferme.be")?;
            acts::write_resets(tx, &moment, &settings.address)?;
            acts::write_resets(tx, &moment, &settings.address)?;
            let letters = frame::mail::latest(tx, 10)?;
            assert_eq!(letters.len(), 1, "one letter, to who is known");
            let (_, token) = letters[0].body.split_once("/link/").ok_or(Stop::NotFound)?;
            let token = token.lines().next().unwrap_or_default();
            let late = later(&moment, SignedDuration::from_mins(RESET_MINUTES));
            assert!(is(acts::use_link(tx, &late, &settings, token, "new"), Unwelcome::UsedLink));
            assert!(is_known(tx, &moment, "one")?);
            acts::use_link(tx, &moment, &settings, token, "new")?;
            assert!(!is_known(tx, &moment, "one")?);
            assert!(subjects(tx)?.iter().any(|subject| subject.contains("a changé")));
            Ok(())
        };
        test.db.write(run).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_is_renewed_when_one_comes_in_and_when_one_acts_for_another() {
    for test in all().await {
        let run = |tx: &Tx<'_>| -> Outcome<()> {
            let (moment, settings) = (moment(), Settings::default());
            let (_, eva) = administrator(tx, &moment, "eva@ferme.be")?;
            come_in(tx, &moment, &eva, "first", "phone")?;
            let again = Arrival { before: "first".to_owned(), ..arrival("second", "phone", "Firefox") };
            acts::let_in(tx, &moment, &settings, eva.person, &again)?;
            assert!(!is_known(tx, &moment, "first")?, "what somebody may have planted is dead");
            let eva = acts::recognise(tx, "second", moment.clone())?.ok_or(Stop::SignIn)?;
            let to = eva.mandates[0].id;
            acts::switch_mandate(tx, &eva, to, "second", "third")?;
            assert!(!is_known(tx, &moment, "second")?);
            let acting = acts::recognise(tx, "third", moment.clone())?.ok_or(Stop::SignIn)?;
            assert_eq!(acting.mandate.map(|mandate| mandate.id), Some(to));
            Ok(())
        };
        test.db.write(run).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_unused_and_ends_in_any_case() {
    for test in all().await {
        let run = |tx: &Tx<'_>| -> Outcome<()> {
            let moment = moment();
            let (_, eva) = administrator(tx, &moment, "eva@ferme.be")?;
            come_in(tx, &moment, &eva, "unused", "phone")?;
            come_in(tx, &moment, &eva, "used", "phone")?;
            let idle = later(&moment, days(IDLE_DAYS) + SignedDuration::from_secs(1));
            acts::touch(tx, "used", idle.at - days(1))?;
            assert!(!is_known(tx, &idle, "unused")?);
            assert!(is_known(tx, &idle, "used")?);
            let end = later(&moment, days(LONGEST_DAYS) + SignedDuration::from_secs(1));
            acts::touch(tx, "used", end.at)?;
            assert!(!is_known(tx, &end, "used")?);
            Ok(())
        };
        test.db.write(run).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_tells_of_a_device_that_was_never_seen() {
    for test in all().await {
        let run = |tx: &Tx<'_>| -> Outcome<()> {
            let moment = moment();
            let (_, eva) = administrator(tx, &moment, "eva@ferme.be")?;
            let (_, tom) = administrator(tx, &moment, "tom@ferme.be")?;
            come_in(tx, &moment, &eva, "1", "phone")?;
            come_in(tx, &moment, &eva, "2", "phone")?;
            assert!(subjects(tx)?.is_empty(), "the first device is no news, nor is one that is known");
            come_in(tx, &moment, &eva, "3", "office")?;
            come_in(tx, &moment, &eva, "4", "office")?;
            assert_eq!(subjects(tx)?.len(), 1);
            let letter = &frame::mail::latest(tx, 1)?[0];
            assert_eq!(letter.to, "eva@ferme.be");
            assert!(letter.body.contains("Firefox, Linux, le 24/11/2026 10:00"), "{}", letter.body);
            come_in(tx, &moment, &tom, "5", "phone")?;
            assert_eq!(subjects(tx)?.len(), 1, "a device of somebody else's is a first one");
            Ok(())
        };
        test.db.write(run).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_begun_ends_once_and_in_time() {
    for test in all().await {
        let run = |tx: &Tx<'_>| -> Outcome<()> {
            let moment = moment();
            let secret = acts::begin(tx, &moment, "kind", None, "state")?;
            assert_eq!(acts::finish(tx, &moment, "other", &secret)?, None);
            let secret = acts::begin(tx, &moment, "kind", None, "state")?;
            assert_eq!(acts::finish(tx, &moment, "kind", &secret)?, Some((None, "state".to_owned())));
            assert_eq!(acts::finish(tx, &moment, "kind", &secret)?, None);
            let secret = acts::begin(tx, &moment, "kind", None, "state")?;
            let late = later(&moment, SignedDuration::from_mins(6));
            assert_eq!(acts::finish(tx, &late, "kind", &secret)?, None);
            Ok(())
        };
        test.db.write(run).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_password_keeps_the_device_that_changed_it() {
    for test in all().await {
        let run = |tx: &Tx<'_>| -> Outcome<()> {
            let (moment, settings) = (moment(), Settings::default());
            let (_, eva) = administrator(tx, &moment, "eva@ferme.be")?;
            come_in(tx, &moment, &eva, "one", "phone")?;
            come_in(tx, &moment, &eva, "two", "phone")?;
            crate::account::acts::change_password(tx, &eva, &settings, "hash", "one", "three")?;
            assert!(!is_known(tx, &moment, "one")?, "its old cookie is dead");
            let left = crate::account::acts::account(tx, &eva, "three", &[])?.sessions;
            assert_eq!(left.iter().map(|session| session.is_current).collect::<Vec<_>>(), [true]);
            let good = super::model::Good::at(moment.at);
            store::forget_expired(tx, good, moment.at, moment.at)?;
            assert!(is_known(tx, &moment, "three")?);
            crate::account::acts::sign_out_everywhere(tx, &eva)?;
            assert!(!is_known(tx, &moment, "three")?);
            Ok(())
        };
        test.db.write(run).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_shows_once_more_who_they_are_goes_on_as_before_and_for_ten_minutes() {
    for test in all().await {
        let run = |tx: &Tx<'_>| -> Outcome<()> {
            let (moment, settings) = (moment(), Settings::default());
            let (_, eva) = administrator(tx, &moment, "eva@ferme.be")?;
            let (_, tom) = administrator(tx, &moment, "tom@ferme.be")?;
            let to = eva.mandates[0].id;
            let who = |moment: &Moment, session: &str| -> Outcome<Who> {
                acts::recognise(tx, session, moment.clone())?.ok_or(Stop::SignIn)
            };
            let at = |minutes: i64| later(&moment, SignedDuration::from_mins(minutes));
            come_in(tx, &moment, &eva, "first", "phone")?;
            acts::switch_mandate(tx, &who(&moment, "first")?, to, "first", "second")?;
            assert!(who(&at(10), "second")?.has_shown_of_late());
            assert!(!who(&at(11), "second")?.has_shown_of_late());

            let again = Arrival { before: "second".to_owned(), ..arrival("third", "phone", "Firefox") };
            acts::let_in(tx, &at(11), &settings, eva.person, &again)?;
            assert!(!is_known(tx, &moment, "second")?);
            assert!(who(&at(21), "third")?.has_shown_of_late());
            let kept = store::session(tx, &digest("third"), super::model::Good::at(moment.at))?;
            assert_eq!(kept.and_then(|kept| kept.mandate), Some(to));

            let other = Arrival { before: "third".to_owned(), ..arrival("fourth", "phone", "Firefox") };
            acts::let_in(tx, &at(12), &settings, tom.person, &other)?;
            let kept = store::session(tx, &digest("fourth"), super::model::Good::at(moment.at))?;
            assert_eq!(kept.and_then(|kept| kept.mandate), None, "it was somebody else's mandate");
            Ok(())
        };
        test.db.write(run).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_loses_a_mandate_comes_in_again() {
    for test in all().await {
        let run = |tx: &Tx<'_>| -> Outcome<()> {
            let moment = moment();
            let (_, eva) = administrator(tx, &moment, "eva@ferme.be")?;
            let (_, tom) = administrator(tx, &moment, "tom@ferme.be")?;
            let (_, kim) = administrator(tx, &moment, "kim@ferme.be")?;
            let of_tom = tom.mandates[0].id;
            let come_in_as = |who: &Who, session: &str| come_in(tx, &moment, who, session, session);
            // Kim stands in for Tom on one device, and is herself on another.
            persons_acts::set_deputy(tx, &eva, of_tom, Some("kim@ferme.be"))?;
            come_in_as(&kim, "kim for tom")?;
            let kim_for_tom = acts::recognise(tx, "kim for tom", moment.clone())?.ok_or(Stop::SignIn)?;
            acts::switch_mandate(tx, &kim_for_tom, of_tom, "kim for tom", "kim for tom, renewed")?;
            for (who, session) in [(&kim, "kim"), (&tom, "tom"), (&eva, "eva")] {
                come_in_as(who, session)?;
            }
            let known = |session: &str| is_known(tx, &moment, session);
            persons_acts::set_deputy(tx, &eva, of_tom, None)?;
            assert!(!known("kim for tom, renewed")?);
            assert!(known("kim")? && known("tom")?);
            persons_acts::end_mandate(tx, &eva, of_tom)?;
            assert!(!known("tom")?);
            assert!(known("kim")? && known("eva")?);
            Ok(())
        };
        test.db.write(run).await.unwrap();
    }
}
