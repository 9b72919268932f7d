//! The workspace's own commands, run as `cargo xtask`.
//!
//! Owns what is run, in which order, and what is said about it. It must never decide what is right:
//! each step is a program with an opinion of its own (rustfmt, clippy, the tests, `proem check`),
//! and here is only the list.

mod database;
mod examples;
mod fuzz;
mod process;
mod python;
mod report;
mod runner;
mod setup;
mod studio;
mod test;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask test [--quick]   run everything that CI runs, and list what failed and what was skipped
cargo xtask fuzz [TARGET...] [--seconds N]
                             look for inputs that break something: all targets, a minute each
cargo xtask studio           the steps of `test` that are about web/: types, tests, the build, a browser
cargo xtask setup            install what `test` needs: cargo-nextest; Python packages, in target/python;
                             packages of Node, in web/node_modules

--quick   formatting, lints and tests only
CI=1      in the environment: `test` installs what it needs by itself instead of skipping it
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["test"] => test::run(false),
        ["test", "--quick"] => test::run(true),
        ["setup"] => setup::run(),
        ["studio"] => studio::run(),
        ["fuzz", words @ ..] => fuzz::command(words).unwrap_or_else(|problem| usage(&problem)),
        ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            ExitCode::SUCCESS
        }
        [] => usage("a command is missing"),
        [first, ..] if !["test", "fuzz", "setup", "studio"].contains(first) => {
            usage(&format!("there is no command `{first}`"))
        }
        [command, rest @ ..] => usage(&format!("`{command}` does not take `{}`", rest.join(" "))),
    }
}

fn usage(problem: &str) -> ExitCode {
    eprint!("error: {problem}\n\n{USAGE}");
    ExitCode::from(2)
}
