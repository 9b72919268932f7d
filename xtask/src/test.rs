//! `cargo xtask test`: everything that CI runs, in order.
//!
//! The tests come last, so that the closing lines of their runner stand directly above the summary.
//! A failure does not end the run; only what cannot work without the build is left out when the
//! build fails.

use crate::report::{Outcome, Report};
use crate::{database, examples, fuzz, process, python, runner, studio};
use std::path::PathBuf;
use std::process::ExitCode;

/// Runs the steps; `quick` leaves out all but formatting, lints and tests.
pub(crate) fn run(quick: bool) -> ExitCode {
    let mut report = Report::default();
    report.step("formatting", || {
        process::run(&mut process::cargo(&["fmt", "--all", "--check"])).into()
    });
    report.step("lints", || process::run(&mut lints()).into());
    report.step("documentation", || slow(quick, || process::run(&mut documentation())));
    report.step("dependencies", || slow_or_missing(quick));
    let mut interpreter = None;
    report.step("Python packages", || prepare(quick, &mut interpreter));
    report.step("PostgreSQL", database::prepare);
    report.step("studio", || unless(quick, studio::sources));
    let built = report.step("build", || runner::build().into());
    report.step("examples", || after(built, || slow(quick, examples::run)));
    report.step("studio in a browser", || after(built, || unless(quick, studio::browser)));
    report.step("tests in documentation", || after(built, || slow(quick, runner::doc_tests)));
    report.step("fuzzing", || slow_or_long(quick));
    report.step("tests", || after(built, || runner::tests(interpreter.as_deref()).into()));
    report.finish()
}

fn lints() -> std::process::Command {
    let mut command = process::cargo(&["clippy", "--workspace", "--all-targets", "--quiet"]);
    command.args(runner::FEATURES).args(["--", "-D", "warnings"]);
    command
}

fn documentation() -> std::process::Command {
    let mut command = process::cargo(&["doc", "--workspace", "--no-deps", "--quiet"]);
    command.args(runner::FEATURES).env("RUSTDOCFLAGS", "-D warnings");
    command
}

/// What `--quick` leaves out.
fn slow(quick: bool, action: impl FnOnce() -> Result<(), String>) -> Outcome {
    if quick { Outcome::Skipped("left out by --quick".to_owned()) } else { action().into() }
}

/// The same for a step that may be skipped for reasons of its own.
fn unless(quick: bool, action: impl FnOnce() -> Outcome) -> Outcome {
    if quick { Outcome::Skipped("left out by --quick".to_owned()) } else { action() }
}

/// What cannot work without the build.
fn after(built: bool, action: impl FnOnce() -> Outcome) -> Outcome {
    if built { action() } else { Outcome::Skipped("the build failed".to_owned()) }
}

/// A minute for each target, where it does not keep anybody waiting.
fn slow_or_long(quick: bool) -> Outcome {
    if !process::in_ci() {
        return Outcome::Skipped(
            "it takes eight minutes: `cargo xtask fuzz`, or CI=1 in the environment".to_owned(),
        );
    }
    slow(quick, || fuzz::run(&fuzz::TARGETS, fuzz::SECONDS_IN_CI))
}

/// Licences, sources and advisories of what is linked in. cargo-deny takes minutes to install and
/// its findings do not depend on the change at hand, so it is never installed by itself.
fn slow_or_missing(quick: bool) -> Outcome {
    if !quick && !process::works(&mut process::cargo(&["deny", "--version"])) {
        return Outcome::Skipped(
            "cargo-deny is not installed; to have it: `cargo install --locked cargo-deny`"
                .to_owned(),
        );
    }
    slow(quick, || process::run(&mut process::cargo(&["deny", "check"])))
}

/// The interpreter for the tests with the official clients and with Jinja2.
fn prepare(quick: bool, interpreter: &mut Option<PathBuf>) -> Outcome {
    if quick {
        return Outcome::Skipped(
            "left out by --quick, and with them the tests that use them".to_owned(),
        );
    }
    let ready = match python::state() {
        Ok(python::State::Ready(found)) => Ok(found),
        Ok(python::State::NotReady(_)) if process::in_ci() => python::install(),
        Ok(python::State::NotReady(reason)) => {
            return Outcome::Skipped(format!(
                "{reason}, so the tests with the official clients and with Jinja2 do nothing; to \
                 have them: `cargo xtask setup`"
            ));
        }
        Err(problem) => Err(problem),
    };
    match ready {
        Ok(found) => {
            println!("{}", found.display());
            *interpreter = Some(found);
            Outcome::Passed
        }
        Err(problem) => Outcome::Failed(problem),
    }
}
