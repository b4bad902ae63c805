//! Whom an account elsewhere stands for, on both databases. That its provider is asked rightly, and believed
//! only where it should be, is seen in the tests of the product, with a provider of their own.

use ::store::Tx;
use frame::{Outcome, Provider, Settings, Stop};
use jiff::SignedDuration;

use super::acts::{self, NotKnown};
use super::model::{Asked, Identity};
use crate::entry::Unwelcome;
use crate::persons::acts::digest;
use crate::persons::tests::{administrator, all, moment};

fn provider() -> Provider {
    Provider::new("coop", "Coop", "https://id.example.org", "tresse", None)
}

fn identity(issuer: &str, subject: &str) -> Identity {
    Identity { issuer: format!("https://{issuer}.example.org"), subject: subject.to_owned() }
}

fn asked() -> Asked {
    let text = |text: &str| text.to_owned();
    Asked {
        provider: text("coop"),
        nonce: text("n"),
        verifier: text("v"),
        browser: digest("browser"),
        again: false,
        next: text("/"),
    }
}

fn is<T>(outcome: Outcome<T>, expected: &NotKnown) -> bool {
    matches!(outcome, Err(Stop::Refused(refusal)) if refusal.of::<NotKnown>() == Some(expected))
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_elsewhere_is_one_persons() {
    for test in all().await {
        let run = |tx: &Tx<'_>| -> Outcome<()> {
            let (moment, settings, provider) = (moment(), Settings::default(), provider());
            let (_, eva) = administrator(tx, &moment, "eva@ferme.be")?;
            let (_, tom) = administrator(tx, &moment, "tom@ferme.be")?;
            let know = |issuer: &str, subject: &str| {
                acts::know(tx, &moment, &provider, &identity(issuer, subject))
            };
            let link =
                |who, subject| acts::link(tx, who, &settings, &provider, &identity("id", subject));
            let not_linked = NotKnown::NotLinked("Coop".to_owned());
            let taken = NotKnown::Taken("Coop".to_owned());

            assert!(is(know("id", "1"), &not_linked), "nobody is made, nor found by an address");
            link(&eva, "1")?;
            assert_eq!(know("id", "1")?, eva.person);
            assert!(is(know("other", "1"), &not_linked), "another house has somebody of that name too");
            assert!(is(link(&eva, "2"), &taken), "one account of each house");
            assert!(is(link(&tom, "1"), &taken), "it is hers");
            link(&tom, "3")?;
            assert_eq!(know("id", "3")?, tom.person);
            acts::unlink(tx, &eva, &settings, &provider)?;
            assert!(is(know("id", "1"), &not_linked));
            assert_eq!(frame::mail::latest(tx, 10)?.len(), 3, "two were linked and one unlinked");
            Ok(())
        };
        test.db.write(run).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_comes_back_once_in_time_and_in_the_browser_that_went() {
    for test in all().await {
        let run = |tx: &Tx<'_>| -> Outcome<()> {
            let moment = moment();
            let finish = |secret: &str, key: &str, browser: &str, minutes: i64| {
                let at = moment.at + SignedDuration::from_mins(minutes);
                let late = frame::Moment { at, ..moment.clone() };
                match acts::finish(tx, &late, secret, key, browser) {
                    Ok(found) => Ok(found.1 == asked()),
                    Err(Stop::Refused(why)) if why.of() == Some(&Unwelcome::TooLate) => Ok(false),
                    Err(stop) => Err(stop),
                }
            };
            let begin = || acts::begin(tx, &moment, None, &asked());
            let secret = begin()?;
            assert!(finish(&secret, "coop", "browser", 0)?);
            assert!(!finish(&secret, "coop", "browser", 0)?, "a second time");
            assert!(!finish(&begin()?, "coop", "another", 0)?);
            assert!(!finish(&begin()?, "coop", "", 0)?);
            assert!(!finish(&begin()?, "other", "browser", 0)?);
            assert!(!finish(&begin()?, "coop", "browser", 6)?);
            assert!(!finish("never begun", "coop", "browser", 0)?);
            Ok(())
        };
        test.db.write(run).await.unwrap();
    }
}
