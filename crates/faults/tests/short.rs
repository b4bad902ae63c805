//! A few of each fault; what came of each is shown at the end of the tests (`.config/nextest.toml`).

use std::process::Command;

fn breaks(names: &[&str]) {
    let mut faults = Command::new(env!("CARGO_BIN_EXE_faults"));
    let output = faults.args(["run", "--short"]).args(names).output().expect("the harness runs");
    let said = String::from_utf8_lossy(&output.stdout);
    println!("{said}");
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_file_keeps_what_was_acknowledged() {
    breaks(&["kill", "call", "error", "clock"]);
}

#[test]
fn a_disk_keeps_what_was_acknowledged() {
    breaks(&["full", "power"]);
}

#[test]
fn two_servers_keep_what_was_acknowledged() {
    breaks(&["node", "frozen", "cut", "race", "invitation"]);
}

#[test]
fn a_replica_has_what_was_acknowledged() {
    breaks(&["failover"]);
}
