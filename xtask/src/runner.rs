//! The test runner: cargo-nextest, which runs each test in a process of its own, or `cargo test`
//! where it is missing.
//!
//! Must never filter tests: what a runner is given is the whole workspace.

use crate::process;
use std::path::Path;

/// What is off by default and tested nevertheless. Every step asks for the same, so that nothing is
/// compiled twice.
pub(crate) const FEATURES: [&str; 2] = ["--features", "proem-server/tokenizers"];

/// Whether cargo-nextest is installed.
pub(crate) fn has_nextest() -> bool {
    process::works(&mut process::cargo(&["nextest", "--version"]))
}

/// Installs cargo-nextest.
pub(crate) fn install_nextest() -> Result<(), String> {
    process::run(&mut process::cargo(&["install", "--locked", "cargo-nextest"]))
}

/// Builds every test and with them the programs that they run.
pub(crate) fn build() -> Result<(), String> {
    let mut command = process::cargo(&["test", "--workspace", "--no-run", "--quiet"]);
    process::run(command.args(FEATURES))
}

/// Runs every test but those in documentation. `python` is handed on as `PROEM_PYTHON`; tests that
/// need it say that they are skipped where it is absent.
pub(crate) fn tests(python: Option<&Path>) -> Result<(), String> {
    if process::in_ci() && !has_nextest() {
        install_nextest()?;
    }
    let mut command = if has_nextest() {
        let profile = if process::in_ci() { "ci" } else { "default" };
        process::cargo(&["nextest", "run", "--workspace", "--profile", profile])
    } else {
        println!(
            "cargo-nextest is not installed (`cargo xtask setup` does it): using `cargo test`"
        );
        process::cargo(&["test", "--workspace", "--no-fail-fast", "--lib", "--bins", "--tests"])
    };
    command.args(FEATURES);
    match python {
        Some(python) => command.env("PROEM_PYTHON", python),
        None => command.env_remove("PROEM_PYTHON"),
    };
    process::run(&mut command)
}

/// Runs the examples in documentation.
pub(crate) fn doc_tests() -> Result<(), String> {
    process::run(process::cargo(&["test", "--workspace", "--doc", "--quiet"]).args(FEATURES))
}
