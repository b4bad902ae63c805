//! `docs/asvs.md` counts what it lists, and names nothing that is not there.

use std::collections::BTreeMap;
use std::path::Path;

fn document() -> (std::path::PathBuf, String) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let text = std::fs::read_to_string(root.join("docs/asvs.md")).unwrap();
    (root, text)
}

fn cells(line: &str) -> Vec<&str> {
    line.trim_matches('|').split('|').map(str::trim).collect()
}

/// The lines of the standard: number, level, what is asked, how it stands, where.
fn lines(text: &str) -> Vec<Vec<&str>> {
    let is_number = |cell: &str| {
        let parts: Vec<&str> = cell.split('.').collect();
        parts.len() == 3 && parts.iter().all(|part| part.parse::<u32>().is_ok())
    };
    text.lines().map(cells).filter(|cells| is_number(cells[0])).collect()
}

/// 70 lines of level 1 and 183 of level 2, as version 5.0.0 has them.
#[test]
fn the_list_is_whole_and_counts_itself() {
    let (_, text) = document();
    let lines = lines(&text);
    let numbers: BTreeMap<&str, usize> = lines.iter().map(|line| (line[0], line.len())).collect();
    assert_eq!(numbers.len(), lines.len(), "each number once");
    assert!(numbers.values().all(|&cells| cells == 5), "{numbers:?}");
    for (level, all) in [("1", 70), ("2", 183)] {
        let of = |stand: &str| lines.iter().filter(|line| line[1] == level && line[3] == stand).count();
        let (met, open, none) = (of("met"), of("open"), of("none"));
        assert_eq!(met + open + none, all, "level {level}");
        let percent = 100 * met / (met + open);
        let said = format!("| {level} | {all} | {met} | {open} | {none} | {percent} % |");
        assert!(text.contains(&said), "the document should say: {said}");
        assert!(percent >= 90, "level {level}: {percent} %");
    }
    for line in &lines {
        assert!(!line[4].is_empty(), "{} says where, or why", line[0]);
    }
}

#[test]
fn what_the_list_names_is_there() {
    let (root, text) = document();
    let missing: Vec<&str> = text
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|name| name.contains('/') && !name.starts_with('/') && !name.contains([' ', ':']))
        .filter(|name| !root.join(name).exists() && !root.join("crates").join(name).exists())
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}
