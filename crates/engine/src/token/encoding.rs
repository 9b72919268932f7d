//! The published encodings, counted exactly.
//!
//! Owns the way to the vocabulary tables, which are compiled in and unpacked on first use. Text is
//! always ordinary text: a control token written out in it counts as the characters it consists of.
//! It must never count a text without splitting it into words first: raw byte-pair merging gives
//! other numbers than the provider.

use std::sync::LazyLock;

use crate::token::vocabulary::Vocabulary;
use crate::token::words::quick_word;

/// An encoding whose vocabulary its provider has published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// GPT-4o, GPT-4.1, GPT-5, the o-series and gpt-oss.
    O200kBase,
    /// GPT-4, GPT-3.5 and the embedding models.
    Cl100kBase,
}

/// Bytes above which a word is merged with a heap instead of by backtracking. Backtracking is six
/// times faster on words of letters, but takes up to 4 µs per byte on long runs of `-`, `=` or `/`;
/// the heap stays below 1 µs on every run.
const LONG_WORD: usize = 256;

impl Encoding {
    /// The published name, as it stands in a manifest.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::O200kBase => "o200k_base",
            Self::Cl100kBase => "cl100k_base",
        }
    }

    /// The number of tokens of `text`, the same as the provider counts. Linear in its bytes, and
    /// n log n in a stretch without a word boundary.
    #[must_use]
    pub fn count(self, text: &str) -> u32 {
        let (mut rest, mut tokens) = (text, 0);
        while let Some((word, behind)) = self.split(rest) {
            tokens += self.word_tokens(word);
            rest = behind;
        }
        u32::try_from(tokens).unwrap_or(u32::MAX)
    }

    /// Splits `text` into the words within which tokens are formed; together they are the text.
    pub(crate) fn words(self, text: &str) -> impl Iterator<Item = &str> {
        let mut rest = text;
        std::iter::from_fn(move || {
            let (word, behind) = self.split(rest)?;
            rest = behind;
            Some(word)
        })
    }

    /// The first word, and what stands behind it.
    fn split(self, text: &str) -> Option<(&str, &str)> {
        let quick = match self {
            Self::O200kBase => quick_word(text.as_bytes()),
            Self::Cl100kBase => None,
        };
        // The quick way ends words between characters, so that the split always succeeds.
        match quick.and_then(|end| text.split_at_checked(end)) {
            Some(split) => Some(split),
            None => Some(text.split_at(self.first_word(text)?.len())),
        }
    }

    /// The first word as the published pattern finds it.
    pub(super) fn first_word(self, text: &str) -> Option<&str> {
        self.table().split(text).next()
    }

    /// The number of tokens of one word as [`Self::words`] gives it.
    pub(crate) fn word_tokens(self, word: &str) -> usize {
        // Every single byte is in the vocabulary, so the shortest words need no look-up.
        if word.len() == 1 || self.vocabulary().holds(word.as_bytes()) {
            return 1;
        }
        self.merged_tokens(word)
    }

    /// The number of tokens of a word that is none itself. A function of its own, since few words are
    /// such.
    #[inline(never)]
    fn merged_tokens(self, word: &str) -> usize {
        let bpe = &self.table().bpe;
        match word.len() {
            ..=LONG_WORD => bpe.count(word.as_bytes()),
            _ => bpe.encode_via_bitfield(word.as_bytes()).len(),
        }
    }

    /// The lengths in bytes of the tokens of one word, in order. A token may end inside a character.
    pub(crate) fn token_lengths(self, word: &str) -> impl Iterator<Item = usize> {
        let bpe = &self.table().bpe;
        let whole = self.vocabulary().holds(word.as_bytes());
        let ids = match word.len() {
            _ if whole => Vec::new(),
            ..=LONG_WORD => bpe.encode_via_backtracking(word.as_bytes()),
            _ => bpe.encode_via_bitfield(word.as_bytes()),
        };
        let whole = whole.then_some(word.len());
        whole.into_iter().chain(ids.into_iter().map(|id| bpe.token_len(id)))
    }

    fn vocabulary(self) -> &'static Vocabulary {
        static O200K: LazyLock<Vocabulary> =
            LazyLock::new(|| Vocabulary::of(&bpe_openai::o200k_base().bpe));
        static CL100K: LazyLock<Vocabulary> =
            LazyLock::new(|| Vocabulary::of(&bpe_openai::cl100k_base().bpe));
        match self {
            Self::O200kBase => &O200K,
            Self::Cl100kBase => &CL100K,
        }
    }

    fn table(self) -> &'static bpe_openai::Tokenizer {
        match self {
            Self::O200kBase => bpe_openai::o200k_base(),
            Self::Cl100kBase => bpe_openai::cl100k_base(),
        }
    }
}
