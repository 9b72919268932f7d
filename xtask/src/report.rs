//! What is said while steps run, and the account at the end.
//!
//! Must never swallow a step: each is passed, failed or skipped, and a skipped one says why and
//! what would run it.

use std::process::ExitCode;
use std::time::{Duration, Instant};

/// What became of a step.
pub(crate) enum Outcome {
    Passed,
    /// With a sentence.
    Failed(String),
    /// With the reason and the command that would enable it.
    Skipped(String),
}

impl From<Result<(), String>> for Outcome {
    fn from(result: Result<(), String>) -> Self {
        match result {
            Ok(()) => Self::Passed,
            Err(problem) => Self::Failed(problem),
        }
    }
}

/// The steps that have run so far.
#[derive(Default)]
pub(crate) struct Report {
    steps: Vec<(&'static str, Duration, Outcome)>,
}

impl Report {
    /// Runs one step under its headline and keeps what became of it; true if it passed.
    pub(crate) fn step(&mut self, name: &'static str, action: impl FnOnce() -> Outcome) -> bool {
        println!("\n== {name}");
        let start = Instant::now();
        let outcome = action();
        let time = start.elapsed();
        match &outcome {
            Outcome::Passed => println!("-- {name}: passed, {:.1} s", time.as_secs_f64()),
            Outcome::Failed(problem) => {
                println!("-- {name}: FAILED, {:.1} s: {problem}", time.as_secs_f64());
            }
            Outcome::Skipped(reason) => println!("-- {name}: skipped: {reason}"),
        }
        let passed = matches!(outcome, Outcome::Passed);
        self.steps.push((name, time, outcome));
        passed
    }

    /// Prints the account. The exit code is 0 if nothing failed, 1 otherwise.
    pub(crate) fn finish(self) -> ExitCode {
        let failed = self.steps.iter().filter(|step| matches!(step.2, Outcome::Failed(_))).count();
        let skipped =
            self.steps.iter().filter(|step| matches!(step.2, Outcome::Skipped(_))).count();
        let total: Duration = self.steps.iter().map(|step| step.1).sum();
        println!("\n== summary");
        for (name, time, outcome) in &self.steps {
            let seconds = time.as_secs_f64();
            match outcome {
                Outcome::Passed => println!("  passed   {name} ({seconds:.1} s)"),
                Outcome::Failed(problem) => {
                    println!("  FAILED   {name} ({seconds:.1} s): {problem}")
                }
                Outcome::Skipped(reason) => println!("  skipped  {name}: {reason}"),
            }
        }
        println!(
            "{} steps in {:.0} s: {} passed, {failed} failed, {skipped} skipped",
            self.steps.len(),
            total.as_secs_f64(),
            self.steps.len() - failed - skipped,
        );
        if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
