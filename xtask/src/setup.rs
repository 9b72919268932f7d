//! `cargo xtask setup`: installs what `cargo xtask test` needs and would otherwise skip.
//!
//! Must never install anything for the whole machine: cargo-nextest goes to cargo's own folder,
//! Python packages to `target/python`, those of Node to `web/node_modules`. What only the machine's own packages have, it names.

use crate::report::{Outcome, Report};
use crate::{database, python, runner, studio};
use std::process::ExitCode;

/// Installs what is missing, and says what is there already.
pub(crate) fn run() -> ExitCode {
    let mut report = Report::default();
    report.step("cargo-nextest", || {
        if runner::has_nextest() {
            println!("is installed");
            Outcome::Passed
        } else {
            runner::install_nextest().into()
        }
    });
    report.step("Python packages", || match python::state() {
        Ok(python::State::Ready(interpreter)) => {
            println!("are installed: {}", interpreter.display());
            Outcome::Passed
        }
        Ok(python::State::NotReady(_)) => python::install().map(drop).into(),
        Err(problem) => Outcome::Failed(problem),
    });
    report.step("PostgreSQL", database::prepare);
    report.step("studio", studio::prepare);
    report.finish()
}
