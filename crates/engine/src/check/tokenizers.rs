//! Builds the tokenizers that an agent brings along.
//!
//! Owns the diagnostics about their files. It must never build one during a turn: a large vocabulary
//! takes a second.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agent::Agent;
use crate::agent::tokenizer::MAX_TOKENIZER;
use crate::diagnostic::Diagnostic;
use crate::token::{Custom, Tokenizer};

/// The tokenizers by the names of their files; a file that cannot be used is told of and left out.
pub(super) fn build(agent: &Agent, findings: &mut Vec<Diagnostic>) -> BTreeMap<String, Tokenizer> {
    let mut built = BTreeMap::new();
    for wanted in &agent.tokenizers {
        let file = &wanted.name.value;
        let mut refuse = |message: String, help: &str| {
            let finding = Diagnostic::error("model.tokenizer", message);
            findings.push(finding.at(&wanted.name.span).help(help));
        };
        let Some(content) = &wanted.content else {
            let help =
                "Copy it there, or remove `tokenizer`: tokens are estimated then, within a margin.";
            refuse(format!("there is no file `{file}` beside agent.yaml"), help);
            continue;
        };
        if content.len() > MAX_TOKENIZER {
            let help =
                "Name a file in Hugging Face's format; those of today's models have 1 to 35 MB.";
            refuse(format!("`{file}` has more than {MAX_TOKENIZER} bytes"), help);
            continue;
        }
        if !Custom::AVAILABLE {
            let help = "Build it with `cargo build --release --features tokenizers`, or remove `tokenizer`: tokens are estimated then, within a margin.";
            refuse(format!("this build of Proem cannot count with `{file}`"), help);
            continue;
        }
        match Custom::read(file, content) {
            Ok(custom) => {
                built.insert(file.clone(), Tokenizer::Custom(Arc::new(custom)));
            }
            Err(reason) => {
                let help = "Take the file `tokenizer.json` that comes with the model, unchanged.";
                refuse(format!("`{file}` is not a tokenizer that can be used: {reason}"), help);
            }
        }
    }
    built
}
