//! `--provider`: what a command formats for.
//!
//! Owns the step from the word that was given to what finds a provider for each model. It must never
//! take another provider than the one that was asked for.

use std::io::{self, Write};

use proem::agent::model::Model;
use proem::diagnostic::Diagnostic;
use proem::provider::{by_name, find_or, unknown};
use proem::turn::format::Provider;

use crate::cli::End;
use crate::cli::open::tell;

/// A provider and why it is that one, or why there is none.
type Found = Result<(&'static dyn Provider, String), Diagnostic>;

/// Finds the provider of each model: the one that is wanted, else the model's own.
///
/// # Errors
/// There is no provider of that name.
#[expect(
    clippy::result_large_err,
    reason = "findings are rare, and boxing them would spread to every caller"
)]
pub(crate) fn finder(wanted: Option<&str>) -> Result<impl Fn(&Model) -> Found, Diagnostic> {
    match wanted.filter(|wanted| by_name(wanted).is_none()) {
        Some(wanted) => Err(unknown(wanted)),
        None => Ok(move |model: &Model| find_or(wanted, model)),
    }
}

/// As [`finder`], or prints why there is none.
pub(crate) fn finder_or_tell<'p>(
    wanted: Option<&'p str>,
    as_json: bool,
    out: &mut dyn Write,
) -> io::Result<Result<impl Fn(&Model) -> Found + use<'p>, End>> {
    match finder(wanted) {
        Ok(find) => Ok(Ok(find)),
        Err(finding) => {
            tell(&[finding], &[], "", as_json, out)?;
            Ok(Err(End::Findings))
        }
    }
}
