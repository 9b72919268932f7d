//! Keys.
//!
//! Owns the one type that holds a key, and taking keys out of texts. It must never print one.

use std::fmt;

use reqwest::header::{HeaderValue, InvalidHeaderValue};

/// What stands for a key wherever one is taken out.
const HIDDEN: &str = "(key)";

/// A provider's key.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Key(String);

impl Key {
    /// A key, without white space around it; none where nothing is left.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self(text.to_owned()))
    }

    /// The key as a header, behind a word such as `Bearer `.
    ///
    /// # Errors
    /// The key holds what no header can hold.
    pub(crate) fn header(&self, word: &str) -> Result<HeaderValue, InvalidHeaderValue> {
        let mut value = HeaderValue::from_str(&format!("{word}{}", self.0))?;
        value.set_sensitive(true);
        Ok(value)
    }

    /// A text without the key: providers sometimes say it again.
    pub(crate) fn out_of(&self, text: &str) -> String {
        text.replace(&self.0, HIDDEN)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(HIDDEN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_not_printed() {
        let key = Key::of(" sk-secret\n").unwrap();
        assert_eq!(format!("{key:?} {:?}", key.header("Bearer ").unwrap()), "(key) Sensitive");
        assert_eq!(key.out_of("no such key: sk-secret."), "no such key: (key).");
        assert_eq!(Key::of(" "), None);
        assert!(Key::of("a\nb").unwrap().header("").is_err());
    }
}
