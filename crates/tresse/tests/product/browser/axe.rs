//! Whether everybody can read a page: axe-core's rules for WCAG 2.2 AA, asked inside the browser.
//!
//! A machine finds about half of what hinders people; what it finds is never a matter of opinion.

use std::fmt::Write as _;

use serde::Deserialize;
use serde_json::json;

use super::driver::Driver;
use super::tool;

/// A rule that the page breaks.
#[derive(Debug, Deserialize)]
pub struct Violation {
    /// axe's name of the rule, such as `color-contrast`.
    pub id: String,
    pub help: String,
    pub nodes: Vec<Node>,
}

/// An element that breaks it.
#[derive(Debug, Deserialize)]
pub struct Node {
    /// A selector that finds the element.
    pub target: String,
    pub html: String,
    /// What to change, in axe's words.
    pub summary: String,
}

/// axe answers with megabytes; this keeps what a person needs to find and mend the fault.
const RUN: &str = "
    const done = arguments[arguments.length - 1];
    const rules = { runOnly: arguments[0], resultTypes: ['violations'] };
    const short = ({ id, help, nodes }) => ({
        id, help,
        nodes: nodes.map(({ target, html, failureSummary }) =>
            ({ target: target.join(' '), html: html.slice(0, 200), summary: failureSummary || '' })),
    });
    axe.run(document, rules).then(
        ({ violations }) => done({ violations: violations.map(short) }),
        error => done({ error: String(error) }),
    );
";

/// Every rule that the page in the browser breaks.
#[track_caller]
pub fn violations(driver: &Driver) -> Vec<Violation> {
    // Through the driver, because the page's own policy rightly lets no strange script in.
    driver.script(&source(), &json!([]));
    let levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    let mut found = driver.script_that_calls_back(RUN, &json!([levels]));
    assert!(found["error"].is_null(), "axe cannot judge {}: {}", driver.address(), found["error"]);
    serde_json::from_value(found["violations"].take())
        .expect("violations in the shape that RUN gives them")
}

/// Panics with every fault of the page; `what` says which page it is and how it is shown.
#[track_caller]
pub fn must_be_accessible(driver: &Driver, what: &str) {
    let found = violations(driver);
    assert!(found.is_empty(), "{what} is not accessible ({}):\n{}", driver.address(), report(&found));
}

fn report(violations: &[Violation]) -> String {
    let mut text = String::new();
    for violation in violations {
        let _ = writeln!(text, "- {}: {}", violation.id, violation.help);
        for node in &violation.nodes {
            let _ = writeln!(text, "    {}  {}", node.target, node.html);
            for line in node.summary.lines() {
                let _ = writeln!(text, "        {}", line.trim());
            }
        }
    }
    text
}

#[track_caller]
fn source() -> String {
    let path = tool("TRESSE_TEST_AXE");
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("reading {path}: {error}"))
}
