//! Commands that ask no model, whatever the machine's environment says.
//!
//! Owns the variables that name providers.

use std::process::Command;

/// The variables that say where a provider is asked, and with which key.
pub(crate) const VARIABLES: [&str; 9] = [
    "OPENAI_API_KEY",
    "OPENAI_BASE_URL",
    "ANTHROPIC_API_KEY",
    "ANTHROPIC_BASE_URL",
    "GEMINI_API_KEY",
    "GOOGLE_API_KEY",
    "GEMINI_BASE_URL",
    "GOOGLE_GEMINI_BASE_URL",
    "NO_COLOR",
];

/// Takes them away from a command.
pub(crate) fn offline(command: &mut Command) {
    VARIABLES.iter().for_each(|name| {
        command.env_remove(name);
    });
}
