//! What somebody can do with a paper of codes, on both databases.

use ::store::Tx;
use frame::{Outcome, Settings, Stop};

use super::acts;
use super::model::CODES;
use crate::entry::Unwelcome;
use crate::persons::tests::{administrator, all, moment};

#[tokio::test(flavor = "multi_thread")]
async fn a_code_lets_its_holder_in_once_and_nobody_else() {
    for test in all().await {
        let run = |tx: &Tx<'_>| -> Outcome<()> {
            let (moment, settings) = (moment(), Settings::default());
            let (_, eva) = administrator(tx, &moment, "eva@ferme.be")?;
            administrator(tx, &moment, "tom@ferme.be")?;
            let codes = acts::make(tx, &eva, &settings)?;
            assert_eq!((codes.len(), acts::count_left(tx, &eva)?), (CODES, 10));
            let recover = |email: &str, code: &str| acts::recover(tx, &moment, &settings, email, code);
            let wrong = |email: &str, code: &str| match recover(email, code) {
                Err(Stop::Refused(refusal)) => refusal.of::<Unwelcome>() == Some(&Unwelcome::WrongCode),
                _ => false,
            };
            assert!(wrong("tom@ferme.be", &codes[0]), "it is another's");
            assert!(wrong("nobody@ferme.be", &codes[0]));
            assert!(wrong("eva@ferme.be", "0000-0000-0000-0000-0000-0000-0000"));
            let typed = codes[0].to_uppercase().replace('-', " ");
            let link = recover("eva@ferme.be", &typed)?;
            assert!(wrong("eva@ferme.be", &codes[0]), "it was used");
            assert_eq!(acts::count_left(tx, &eva)?, 9);
            let token = link.strip_prefix("/link/").ok_or(Stop::NotFound)?;
            let holder = crate::entry::acts::link_holder(tx, token, moment.at)?;
            assert_eq!(holder.id, eva.person);
            let new = acts::make(tx, &eva, &settings)?;
            assert!(wrong("eva@ferme.be", &codes[1]), "new ones take the place of the old");
            recover("eva@ferme.be", &new[9])?;
            Ok(())
        };
        test.db.write(run).await.unwrap();
    }
}
