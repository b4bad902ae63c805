//! Turns `locales/*/*.ftl` into typed functions, one per message: a wrong key does not compile.
//!
//! Every crate that speaks to people names this file as its build script.

use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, build_from_locales_folder};

#[allow(clippy::disallowed_methods, reason = "a build script knows its folder by nothing else")]
fn main() -> std::process::ExitCode {
    let Some(out) = std::env::var_os("OUT_DIR") else { return std::process::ExitCode::FAILURE };
    let out = std::path::PathBuf::from(out);
    let generated = |name: &str| out.join(name).display().to_string();
    build_from_locales_folder(
        BuildOptions::default()
            .with_default_language("fr")
            .with_output_file_path(&generated("words.rs"))
            .with_ftl_output(FtlOutputOptions::single_file(&generated("words.ftl")))
            .with_lint_level(LintLevel::Deny)
            .with_prefix("")
            .without_bidi_isolation()
            .without_format(),
    )
}
