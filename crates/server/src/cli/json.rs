//! JSON output.
//!
//! Owns the shapes that `--json` prints beside those of the engine.

use std::io::{self, Write};

use proem::diagnostic::Diagnostic;
use serde::Serialize;
use serde_json::json;

/// Prints a value, with a line break behind it.
pub(crate) fn print(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

/// Prints findings.
pub(crate) fn findings(findings: &[Diagnostic], out: &mut dyn Write) -> io::Result<()> {
    print(&json!({"findings": findings}), out)
}
