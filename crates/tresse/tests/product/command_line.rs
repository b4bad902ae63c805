//! The binary as an operator calls it.

use std::path::Path;
use std::process::{Command, Output};

use store::testing::sqlite;
use tresse::sample::Plan;
use tresse::{migrations, rehearsal};

use crate::town::RUNTIME;

fn tresse(arguments: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tresse")).args(arguments).current_dir(folder).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout)
}

#[test]
fn help_names_every_setting_with_its_variable() {
    let folder = tempfile::tempdir().unwrap();
    let help = said(&tresse(&["serve", "--help"], folder.path()));
    for setting in [
        "data",
        "database",
        "config",
        "log",
        "listen",
        "address",
        "smtp",
        "mail-from",
        "zone",
        "monitor",
        "backups",
        "seal-key",
        "auditors",
    ] {
        let variable = format!("TRESSE_{}", setting.to_uppercase().replace('-', "_"));
        assert!(
            help.contains(&format!("--{setting}")) && help.contains(&variable),
            "{setting}:\n{help}"
        );
    }
}

#[test]
fn sound_books_pass_the_check_and_a_planted_fault_is_named() {
    let database = RUNTIME.block_on(async {
        let database = sqlite(&migrations()).await;
        let plan = Plan { producers: 5, shops: 4, references: 40, lines_a_week: 40, ..Plan::default() };
        let app = rehearsal::application(database.db.clone(), 1);
        rehearsal::run(&app, &plan, 1, 1, &|_| {}).await.unwrap();
        database
    });
    let store::Location::File(path) = database.location.clone() else { panic!("a file") };
    let folder = path.parent().unwrap();
    std::fs::rename(&path, folder.join("tresse.db")).unwrap();
    for ending in ["-wal", "-shm"] {
        let side = folder.join(format!("test.db{ending}"));
        if side.exists() {
            std::fs::rename(side, folder.join(format!("tresse.db{ending}"))).unwrap();
        }
    }
    let check = || tresse(&["check", "--data", "."], folder);
    let sound = check();
    assert!(sound.status.success(), "{}", said(&sound));
    assert!(said(&sound).contains("holds"), "{}", said(&sound));
    let planted = [
        ("UPDATE guard SET free = free + 1000", "guarded at"),
        ("UPDATE guard SET free = free - 1000", ""),
        ("DELETE FROM transfer WHERE debit LIKE 'receivable/%'", ""),
        ("UPDATE document SET number = number + 100 WHERE kind = 'invoice' AND number = 2", ""),
        ("UPDATE claim SET still_open = still_open + 5", "open"),
    ];
    for (fault, expected) in planted {
        let copy = tempfile::tempdir().unwrap();
        for entry in std::fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap().path();
            std::fs::copy(&entry, copy.path().join(entry.file_name().unwrap())).unwrap();
        }
        RUNTIME.block_on(async {
            let location = store::Location::File(copy.path().join("tresse.db"));
            let db = store::Db::open(&location, &migrations()).await.unwrap();
            let changed = db.write(move |tx| tx.execute(fault, &[])).await;
            assert!(changed.as_ref().is_ok_and(|&rows| rows > 0), "{fault}: {changed:?}");
        });
        let broken = tresse(&["check", "--data", "."], copy.path());
        assert_eq!(broken.status.code(), Some(1), "{fault}: {}", said(&broken));
        assert!(
            said(&broken).contains("does not hold") && said(&broken).contains(expected),
            "{}",
            said(&broken)
        );
    }
}

#[test]
fn the_first_administrator_gets_a_link() {
    let folder = tempfile::tempdir().unwrap();
    let made = tresse(
        &["administrator", "anne@hub.example", "--address", "https://hub.example"],
        folder.path(),
    );
    assert!(made.status.success(), "{}", said(&made));
    assert!(said(&made).contains("https://hub.example/link/"), "{}", said(&made));
    let refused = tresse(&["administrator", "anne"], folder.path());
    assert!(
        !refused.status.success() && said(&refused).contains("no e-mail address"),
        "{}",
        said(&refused)
    );
}

#[test]
fn what_cannot_be_is_said_in_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("plan.toml"), "producers = 0").unwrap();
    std::fs::write(folder.path().join("settings.toml"), "listn = '127.0.0.1:1'").unwrap();
    let check = |arguments: &[&str], expected: &str| {
        let output = tresse(arguments, folder.path());
        let said = said(&output);
        assert!(!output.status.success() && said.contains(expected), "{arguments:?}: {said}");
        assert!(!said.contains("panicked") && !said.contains("stack backtrace"), "{said}");
    };
    check(&["check", "--data", "nowhere"], "there is no database at nowhere/tresse.db");
    check(&["rehearse", "--plan", "plan.toml"], "`producers` is 0");
    check(&["rehearse", "--plan", "absent.toml"], "reading absent.toml");
    check(&["rehearse", "--size", "XXL"], "a size is S, M, L or XL");
    check(&["serve", "--config", "settings.toml"], "unknown field `listn`");
    check(&["serve", "--data", "a", "--database", "postgres://b"], "cannot be used with");
    check(&["serve", "--zone", "Mars/Olympus"], "no time zone");
    check(
        &["check", "--database", "postgres://nobody@127.0.0.1:1/none"],
        "postgres://…@127.0.0.1:1/none",
    );
}

#[test]
fn a_planned_hub_rehearses_with_its_own_numbers() {
    let folder = tempfile::tempdir().unwrap();
    let plan =
        "producers = 4\nshops = 3\nreferences = 30\nlines_a_week = 30\n[agreement]\nhub_percent = '0'";
    std::fs::write(folder.path().join("plan.toml"), plan).unwrap();
    let output = tresse(&["rehearse", "--plan", "plan.toml", "--cycles", "2", "--json"], folder.path());
    assert!(output.status.success(), "{}", said(&output));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["producers"], 4);
    assert_eq!(report["counts"]["cycles"], 2);
    assert_eq!(report["cents"]["hub"].as_i64().unwrap_or_default(), 0, "the hub asks for nothing");
    assert!(report["cents"]["producer"].as_i64().unwrap() > 0);
    assert_eq!(report["faults"], serde_json::json!([]));
    assert!(report["milliseconds"]["close"].is_number() && report["peak_memory_bytes"].is_number());
}

#[test]
fn the_doctor_says_what_is_wrong_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let doctor = |more: &[&str]| {
        let output = tresse(&[&["doctor", "--data", "own"], more].concat(), folder.path());
        (output.status.success(), said(&output))
    };
    let (well, told) = doctor(&[]);
    assert!(!well && told.contains("there is no database in own"), "{told}");
    assert!(!folder.path().join("own").exists(), "nothing is made");

    let made = tresse(&["administrator", "eva@tresse.example", "--data", "own"], folder.path());
    assert!(made.status.success(), "{}", said(&made));
    let (well, told) = doctor(&[]);
    assert!(well, "{told}");
    for line in
        ["fine   own is closed to others", "fine   the database is of this version", "mind   no backups"]
    {
        assert!(told.contains(line), "{line} in\n{told}");
    }

    std::fs::create_dir(folder.path().join("kept")).unwrap();
    let (well, told) = doctor(&["--backups", "kept", "--address", "http://hub.example.org"]);
    assert!(!well, "{told}");
    for line in ["WRONG  there is no backup in kept", "reads their passwords", "2 of "] {
        assert!(told.contains(line), "{line} in\n{told}");
    }

    std::fs::create_dir(folder.path().join("odd")).unwrap();
    let text = "no database at all, but a text that is longer than the head of one would be. ".repeat(4);
    std::fs::write(folder.path().join("odd/tresse.db"), text).unwrap();
    let odd = tresse(&["doctor", "--data", "odd"], folder.path());
    assert!(!odd.status.success() && said(&odd).contains("cannot be used"), "{}", said(&odd));
}

fn data(of: &str, name: &str) -> String {
    format!("{}/../{of}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn rounds_are_planned_from_a_file_the_same_every_time() {
    let folder = tempfile::tempdir().unwrap();
    let plan = |arguments: &[&str]| {
        let file = data("routing", "lr104.txt");
        let output =
            tresse(&[&["plan", &file, "--iterations", "2000"], arguments].concat(), folder.path());
        assert!(output.status.success(), "{}", said(&output));
        String::from_utf8(output.stdout).unwrap()
    };
    let mut told: serde_json::Value =
        serde_json::from_str(&plan(&["--objective", "distance", "--seed", "7", "--json"])).unwrap();
    assert_eq!((&told["feasible"], &told["seed"]), (&true.into(), &7.into()));
    assert!((1_013.386..1_100.0).contains(&told["distance"].as_f64().unwrap()), "{told}");
    let halts = told["routes"].as_array().unwrap().iter().flat_map(|round| round.as_array().unwrap());
    let mut halts: Vec<u64> = halts.map(|halt| halt.as_u64().unwrap()).collect();
    halts.sort_unstable();
    assert_eq!(halts, (1..=104).collect::<Vec<u64>>());
    let mut again: serde_json::Value =
        serde_json::from_str(&plan(&["--objective", "distance", "--seed", "7", "--json"])).unwrap();
    told["seconds"].take();
    again["seconds"].take();
    assert_eq!(told, again);
    assert!(plan(&[]).contains(" rounds, "));
}

#[test]
fn what_cannot_be_planned_is_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("day.json"), "{\"dimensions\": []}").unwrap();
    for (arguments, sentence) in [
        (["plan", "nothing.txt"], "reading nothing.txt"),
        (["plan", "day.json"], "missing field `sites`"),
    ] {
        let output = tresse(&arguments, folder.path());
        assert!(!output.status.success());
        assert!(said(&output).contains(sentence), "{}", said(&output));
        assert_eq!(said(&output).lines().count(), 1, "{}", said(&output));
    }
}

#[test]
fn a_road_network_is_built_and_asked() {
    let folder = tempfile::tempdir().unwrap();
    let extract = data("roads", "liechtenstein.osm.pbf");
    let built = tresse(&["roads", "build", &extract, "--out", "li.roads"], folder.path());
    assert!(built.status.success(), "{}", said(&built));
    assert!(said(&built).contains("OpenStreetMap"), "{}", said(&built));
    let sites = "id,latitude,longitude\nVaduz,47.1410,9.5209\nBalzers,47.0650,9.5030\nsea,0,0\n";
    std::fs::write(folder.path().join("sites.csv"), sites).unwrap();
    let asked =
        tresse(&["roads", "matrix", "--graph", "li.roads", "sites.csv", "--json"], folder.path());
    assert!(asked.status.success(), "{}", said(&asked));
    let told: serde_json::Value = serde_json::from_slice(&asked.stdout).unwrap();
    let metres = told["metres"][0][1].as_u64().unwrap();
    assert!((8_500..12_000).contains(&metres), "{told}");
    assert_eq!(told["unreachable"].as_array().unwrap().len(), 4, "{told}");
    std::fs::write(folder.path().join("sites.csv"), "id,latitude,longitude\nVaduz,north,9.5\n").unwrap();
    let refused = tresse(&["roads", "matrix", "--graph", "li.roads", "sites.csv"], folder.path());
    assert!(said(&refused).contains("sites.csv, line 2"), "{}", said(&refused));
}
