//! The last seal of each day goes to people who keep it elsewhere: whoever changed the whole log, seals and
//! all, could not change their letters.

use jiff::civil::Date;

use super::model::Seal;
use super::store;
use crate::app::App;
use crate::mail::{self, Letter};
use crate::outcome::Outcome;
use crate::reader::Reader;
use crate::words::words;

/// Writes yesterday's last seal to the auditors, once for all nodes; nothing when there is no new one.
pub async fn write_daily(app: App) -> Outcome<()> {
    if app.settings.auditors.is_empty() {
        return Ok(());
    }
    let (today, now) = (app.today(), app.clock.now());
    let midnight = today.to_datetime(jiff::civil::Time::midnight());
    let midnight = app.settings.zone.to_timestamp(midnight).map_err(anyhow::Error::from)?;
    let (ids, settings, language_of) = (app.ids.clone(), app.settings.clone(), app.door.language_of);
    app.db
        .write(move |tx| {
            let Some(seal) = store::last_before(tx, midnight)? else { return Ok(()) };
            if seal.number <= store::latest_told(tx)? || !store::claim_letter(tx, today, seal.number)? {
                return Ok(());
            }
            for to in &settings.auditors {
                let language = language_of(tx, to)?.unwrap_or(units::Language::Fr);
                let r = Reader::new(language, &settings.zone);
                mail::write(tx, &ids, now, &letter(to, &seal, today, &r, &settings.address))?;
            }
            Ok(())
        })
        .await
}

fn letter(to: &str, seal: &Seal, today: Date, r: &Reader, address: &str) -> Letter {
    let t = words(r.language);
    let day = r.date(today.yesterday().unwrap_or(today));
    let number = seal.number.to_string();
    Letter {
        to: to.to_owned(),
        language: r.language,
        subject: t.seal_letter_subject(&day, &number),
        body: t.seal_letter(address, &day, &number, r.moment(seal.made_at), &seal.hash, &seal.key),
        button: None,
        files: Vec::new(),
        secret: false,
    }
}
