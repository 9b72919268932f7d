//! The binary `proem`.
//!
//! Owns nothing but the way in: every command is a function in `cli/`.

mod app;
mod catalog;
mod cli;
mod http;
mod machine;
mod upstream;

use std::process::ExitCode;

use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    cli::run()
}
