//! `tresse check`: every invariant of the books, asked of the database.

use frame::Stop;
use store::Db;
use units::Language;

use crate::slices;

/// A check with the faults that it found.
pub struct Checked {
    pub slice: &'static str,
    pub name: &'static str,
    pub faults: Vec<String>,
}

/// Asks every check; all on one snapshot would be kinder to a running hub than to memory, so each has its own.
pub async fn all(db: &Db) -> anyhow::Result<Vec<Checked>> {
    let mut checked = Vec::new();
    for slice in slices() {
        for check in slice.checks {
            let run = check.run;
            let faults = db.read(run).await.map_err(sentence)?;
            checked.push(Checked { slice: slice.name, name: check.name, faults });
        }
    }
    Ok(checked)
}

/// A stop as the command line says it.
pub fn sentence(stop: Stop) -> anyhow::Error {
    match stop {
        Stop::Fault(error) => anyhow::anyhow!("{error:#}"),
        other => anyhow::anyhow!("{}", other.say(Language::En)),
    }
}
