//! The API, asked what its document allows and what not, as every role: a sample of `./test schemathesis`.

use std::process::Command;

use crate::browser::tool;

#[test]
fn no_answer_to_a_program_is_a_fault_or_unknown_to_the_document() {
    let run = concat!(env!("CARGO_MANIFEST_DIR"), "/../../bench/schemathesis/run.py");
    let mut asking = Command::new("python3");
    asking.args([run, env!("CARGO_BIN_EXE_tresse"), "--sample"]);
    asking.args(["--schemathesis", &tool("TRESSE_TEST_SCHEMATHESIS")]);
    let output = asking.output().expect("python3 runs");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
}
