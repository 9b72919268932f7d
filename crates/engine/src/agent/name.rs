//! Names: of prompts, keys and everything else that an author may name.
//!
//! Owns which characters a name may have and how a prompt's name falls into type and phase. It must
//! never look anything up.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The longest type or phase, in characters.
pub const MAX_PART: usize = 32;

/// The name of a prompt, `type/phase` or `type`.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct PromptName(String);

impl PromptName {
    /// Takes a name apart and back together.
    ///
    /// # Errors
    /// A sentence that says what is wrong with the name.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (prompt_type, phase) = match text.split_once('/') {
            Some((prompt_type, phase)) => (prompt_type, Some(phase)),
            None => (text, None),
        };
        for part in std::iter::once(prompt_type).chain(phase) {
            if !is_word(part) {
                return Err(format!(
                    "`{text}` is not a prompt's name: it is `type` or `type/phase`, each of small \
                     letters, digits, `_` and `-`"
                ));
            }
            if part.len() > MAX_PART {
                return Err(format!("`{part}` is longer than {MAX_PART} characters"));
            }
        }
        Ok(Self(text.to_owned()))
    }

    /// The whole name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands before the first `/`.
    #[must_use]
    pub fn prompt_type(&self) -> &str {
        self.0.split_once('/').map_or(&self.0, |(prompt_type, _)| prompt_type)
    }

    /// What stands behind the first `/`.
    #[must_use]
    pub fn phase(&self) -> Option<&str> {
        self.0.split_once('/').map(|(_, phase)| phase)
    }
}

impl fmt::Display for PromptName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Whether text can be a type, a phase, a layer's id or an agent's name.
#[must_use]
pub fn is_word(text: &str) -> bool {
    let inner = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-');
    text.starts_with(|c: char| c.is_ascii_lowercase()) && text.bytes().all(inner)
}

/// Whether text can be the name of a variable: a context key, a state key, an action, a parameter.
#[must_use]
pub fn is_identifier(text: &str) -> bool {
    let inner = |c: char| c.is_ascii_alphanumeric() || c == '_';
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.chars().all(inner)
        && text.len() <= 64
}

/// The roots that expressions see beside the agent's own state keys. No key may take such a name.
pub const ROOTS: [&str; 13] = [
    "state", "before", "input", "config", "message", "history", "memory", "slots", "params",
    "item", "answer", "new_id", "now",
];

/// State keys that the engine owns.
pub const RESERVED_STATE: [&str; 5] = ["step", "stage", "slots", "ladder", "held"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_falls_into_type_and_phase() {
        let name = PromptName::parse("coach/get_to_know_you").unwrap();
        assert_eq!((name.prompt_type(), name.phase()), ("coach", Some("get_to_know_you")));
        assert_eq!(PromptName::parse("sentinel").unwrap().phase(), None);
    }

    #[test]
    fn odd_names_are_refused() {
        for odd in ["", "/", "a/", "/a", "a/b/c", "A/b", "a b", "../x", "a/..", "é"] {
            assert!(PromptName::parse(odd).is_err(), "{odd:?}");
        }
        assert!(PromptName::parse(&"a".repeat(33)).is_err());
        assert!(PromptName::parse(&"a".repeat(32)).is_ok());
    }
}
