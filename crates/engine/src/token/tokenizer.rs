//! What counts for a model: an exact encoding, an estimate, or a tokenizer of the user's own.
//!
//! Owns the one counting interface that the rest of the engine sees, with its name, its exactness
//! and its margin. It must never mix the two: what is estimated says so.

use std::sync::Arc;

use crate::token::custom::Custom;
use crate::token::encoding::Encoding;
use crate::token::estimate::Estimate;

/// What counts for a model. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Tokenizer {
    /// Counts what the provider counts.
    Exact(Encoding),
    /// Counts on the high side, within a margin.
    Estimated(Estimate),
    /// Counts with a file of the user's own, which is taken at its word.
    Custom(Arc<Custom>),
}

impl Tokenizer {
    /// The name, as it stands in a manifest: `o200k_base`, `estimate:anthropic`,
    /// `file:tokenizer.json`, …
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Exact(encoding) => encoding.name(),
            Self::Estimated(estimate) => estimate.name(),
            Self::Custom(custom) => custom.name(),
        }
    }

    /// Whether counts are the provider's own.
    #[must_use]
    pub const fn exact(&self) -> bool {
        matches!(self, Self::Exact(_) | Self::Custom(_))
    }

    /// How far the true count of ordinary text may lie from what [`Self::count`] says, in
    /// thousandths of it; 0 where it is exact.
    #[must_use]
    pub const fn margin_permille(&self) -> u32 {
        match self {
            Self::Exact(_) | Self::Custom(_) => 0,
            Self::Estimated(estimate) => estimate.margin_permille(),
        }
    }

    /// The margin of a count, in tokens, rounded up.
    #[must_use]
    pub fn margin(&self, tokens: u32) -> u32 {
        let margin = (u64::from(tokens) * u64::from(self.margin_permille())).div_ceil(1_000);
        u32::try_from(margin).unwrap_or(u32::MAX)
    }

    /// The number of tokens of `text`, which is ordinary text whatever it spells. Linear in its
    /// bytes. Counts of parts add up to the count of the whole only at safe cuts, and for estimates
    /// up to rounding; for a file of the user's own they need not.
    #[must_use]
    pub fn count(&self, text: &str) -> u32 {
        tokens(self.millis(text))
    }

    /// The count in thousandths of a token, which adds up without rounding at safe cuts.
    pub(crate) fn millis(&self, text: &str) -> u64 {
        match self {
            Self::Exact(encoding) => u64::from(encoding.count(text)) * 1_000,
            _ => self.words(text).map(|word| self.word_millis(word)).sum(),
        }
    }

    /// The words within which this tokenizer counts; together they are the text. To a file of the
    /// user's own the whole text is one, since nobody knows where else it may be cut.
    pub(crate) fn words<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> + use<'t> {
        let (encoding, whole, split) = match self {
            Self::Exact(encoding) => (*encoding, "", text),
            Self::Estimated(_) => (Encoding::O200kBase, "", text),
            Self::Custom(_) => (Encoding::O200kBase, text, ""),
        };
        (!whole.is_empty()).then_some(whole).into_iter().chain(encoding.words(split))
    }

    /// The count of one word in thousandths of a token.
    pub(crate) fn word_millis(&self, word: &str) -> u64 {
        match self {
            Self::Exact(encoding) => encoding.word_tokens(word) as u64 * 1_000,
            Self::Estimated(estimate) => estimate.word_millis(word),
            Self::Custom(custom) => u64::from(custom.count(word)) * 1_000,
        }
    }
}

/// Whole tokens out of thousandths, rounded up.
pub(crate) fn tokens(millis: u64) -> u32 {
    u32::try_from(millis.div_ceil(1_000)).unwrap_or(u32::MAX)
}
