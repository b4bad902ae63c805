//! The one binary.

use clap::Parser;

fn main() -> std::process::ExitCode {
    tresse::command::run(tresse::command::Command::parse())
}
