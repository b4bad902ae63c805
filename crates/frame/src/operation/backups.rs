//! The folder of backups: how they are named, and which are kept.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::model::Backups;

const ENDING: &str = ".jsonl.gz";
const NAMED: &str = "tresse-%Y%m%d-%H%M%S";
/// The latest backups, all kept.
const LATEST: usize = 24;
/// Days of which the last backup is kept.
const DAYS: usize = 30;

/// The name of a backup that is written at this time.
pub fn name(at: DateTime) -> String {
    at.strftime(NAMED).to_string() + ENDING
}

/// What is in a folder; files of other names are not looked at.
pub fn of_folder(folder: &Path, zone: &TimeZone) -> std::io::Result<Backups> {
    let (mut written, mut bytes) = (Vec::new(), 0);
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if let Some(at) = entry.file_name().to_str().and_then(written_at) {
            written.push(at);
            // One that is removed meanwhile has no size.
            bytes += entry.metadata().map_or(0, |file| file.len());
        }
    }
    let latest = written.iter().max().and_then(|at| zone.to_timestamp(*at).ok());
    let hourly = written.len().min(LATEST);
    let folder = folder.to_owned();
    Ok(Backups { folder, latest, hourly, daily: written.len() - hourly, bytes })
}

/// The backups that need not be kept; files of other names are nobody's to remove.
pub fn superseded(names: &BTreeSet<String>) -> Vec<&String> {
    let ours: Vec<(&String, DateTime)> =
        names.iter().rev().filter_map(|name| Some((name, written_at(name)?))).collect();
    let mut days = BTreeSet::new();
    let old = ours.into_iter().skip(LATEST).filter(|(_, at)| {
        let is_last_of_its_day = days.insert(at.date());
        !is_last_of_its_day || days.len() > DAYS
    });
    old.map(|(name, _)| name).collect()
}

fn written_at(name: &str) -> Option<DateTime> {
    DateTime::strptime(NAMED, name.strip_suffix(ENDING)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::{Span, civil};

    #[test]
    fn a_day_of_hours_and_a_month_of_days_are_kept() {
        let first = civil::datetime(2026, 9, 1, 0, 30, 0, 0);
        let hours = 24 * 60;
        let mut names: BTreeSet<String> =
            (0..hours).map(|hour| name(first.saturating_add(Span::new().hours(hour)))).collect();
        names.extend(["notes.txt".to_owned(), "tresse-before-upgrade.jsonl.gz".to_owned()]);
        let gone: BTreeSet<String> = superseded(&names).into_iter().cloned().collect();
        let kept: Vec<&String> = names.difference(&gone).collect();
        assert_eq!(kept.len(), 24 + 30 + 2);
        assert!(kept.contains(&&"tresse-20261030-233000.jsonl.gz".to_owned()), "the last hour");
        assert!(kept.contains(&&"tresse-20261030-003000.jsonl.gz".to_owned()), "the last day's first");
        assert!(
            kept.contains(&&"tresse-20261001-233000.jsonl.gz".to_owned()),
            "a day's last, a month ago"
        );
        assert!(gone.contains("tresse-20261001-223000.jsonl.gz"));
        assert!(gone.contains("tresse-20260929-233000.jsonl.gz"));
        assert!(!gone.contains("notes.txt"), "what others put there stays");
    }

    #[test]
    fn few_backups_are_all_kept() {
        let names: BTreeSet<String> =
            (10..30).map(|day| format!("tresse-202611{day}-120000.jsonl.gz")).collect();
        assert!(superseded(&names).is_empty());
    }

    #[test]
    fn a_folder_tells_of_its_backups_and_of_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        for hour in 0..26 {
            let at = civil::datetime(2026, 11, 24, 0, 0, 0, 0).saturating_add(Span::new().hours(hour));
            std::fs::write(folder.path().join(name(at)), "12345").unwrap();
        }
        std::fs::write(folder.path().join("erasures.jsonl"), "somebody").unwrap();
        let brussels = TimeZone::get("Europe/Brussels").unwrap();
        let found = of_folder(folder.path(), &brussels).unwrap();
        assert_eq!((found.hourly, found.daily, found.bytes), (24, 2, 130));
        assert_eq!(found.latest, Some("2026-11-25T00:00:00Z".parse().unwrap()));
    }
}
