//! What stands for a user's own tokenizer in a build without the feature `tokenizers`.
//!
//! Owns the same names as `custom`, and no value: there is nothing to count with. It must never count.

/// A tokenizer read from a file: in this build there is none.
#[derive(Debug, PartialEq, Eq, Hash)]
pub enum Custom {}

impl Custom {
    /// Whether this build can read such files.
    pub const AVAILABLE: bool = false;

    /// Reads nothing.
    ///
    /// # Errors
    /// Always.
    pub fn read(_file: &str, _bytes: &[u8]) -> Result<Self, String> {
        Err("this build cannot read it".to_owned())
    }

    /// The name, as it stands in a manifest.
    #[must_use]
    pub fn name(&self) -> &str {
        match *self {}
    }

    /// The number of tokens of `text`.
    #[must_use]
    pub fn count(&self, _text: &str) -> u32 {
        match *self {}
    }

    /// Where each token of `text` begins, in bytes.
    pub(crate) fn starts(&self, _text: &str) -> Vec<usize> {
        match *self {}
    }
}
