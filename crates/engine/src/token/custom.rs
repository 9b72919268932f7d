//! A tokenizer of the user's own: a `tokenizer.json` in Hugging Face's format.
//!
//! Owns the way to the library that reads the format, and what is taken out of a file because it would
//! make counts wrong or different from time to time: cutting off, filling up, dropout, and what is put
//! around a text. Text is ordinary text: a control token written out in it counts as the characters it
//! consists of. Tokens that a file adds without calling them special are vocabulary and are found in
//! text, as the model itself finds them. It must never let the library's panics out: files and texts
//! are somebody else's. It must never count several texts at once: the library would look at the
//! environment and start threads.

use std::hash::{Hash, Hasher};
use std::panic::{AssertUnwindSafe, catch_unwind};

use tokenizers::models::ModelWrapper;
use tokenizers::{Encoding, PostProcessorWrapper, Tokenizer};

/// Characters of many kinds: a tokenizer that cannot count them could not count every text.
const PROBE: &str = "aZ 09\t\r\n\u{0}\u{7f}~é ßж中한ا\u{301}\u{200d}🦀\u{fffd}\u{e000}\u{10fffd}";

/// A tokenizer read from a file. Two are equal when name and content of their files are.
#[derive(Debug)]
pub struct Custom {
    name: String,
    hash: [u8; 32],
    tokenizer: Tokenizer,
}

impl Custom {
    /// Whether this build can read such files.
    pub const AVAILABLE: bool = true;

    /// Reads the content of `file`.
    ///
    /// # Errors
    /// What is wrong with it, in words that go behind a colon.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Self, String> {
        let read = || {
            let mut tokenizer = Tokenizer::from_bytes(bytes).map_err(|error| error.to_string())?;
            tokenizer.with_truncation(None).map_err(|error| error.to_string())?;
            tokenizer.with_padding(None);
            tokenizer.with_post_processor(None::<PostProcessorWrapper>);
            tokenizer.set_encode_special_tokens(true);
            if let ModelWrapper::BPE(bpe) = tokenizer.get_model()
                && bpe.dropout.is_some()
            {
                let mut steady = bpe.clone();
                steady.dropout = None;
                tokenizer.with_model(steady);
            }
            tokenizer
                .encode_fast(PROBE, false)
                .map_err(|error| format!("it cannot count every text: {error}"))?;
            Ok(tokenizer)
        };
        let tokenizer = catch_unwind(AssertUnwindSafe(read))
            .unwrap_or_else(|_| Err("its parts do not belong together".to_owned()))?;
        let hash = *blake3::hash(bytes).as_bytes();
        Ok(Self { name: format!("file:{file}"), hash, tokenizer })
    }

    /// The name, as it stands in a manifest.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The number of tokens of `text`, without any that are put around it. Where the tokenizer fails,
    /// which it did not on characters of every kind, each byte is one.
    #[must_use]
    pub fn count(&self, text: &str) -> u32 {
        let tokens = self.encoded(text, false).map_or(text.len(), |encoding| encoding.len());
        u32::try_from(tokens).unwrap_or(u32::MAX)
    }

    /// Where each token of `text` begins, in bytes; as many as [`Self::count`] says.
    pub(crate) fn starts(&self, text: &str) -> Vec<usize> {
        let Some(encoding) = self.encoded(text, true) else {
            return (0..text.len()).collect();
        };
        encoding.get_offsets().iter().map(|(start, _)| *start).collect()
    }

    fn encoded(&self, text: &str, offsets: bool) -> Option<Encoding> {
        if text.is_empty() {
            return Some(Encoding::default());
        }
        let encode = || match offsets {
            true => self.tokenizer.encode(text, false),
            false => self.tokenizer.encode_fast(text, false),
        };
        catch_unwind(AssertUnwindSafe(encode)).ok()?.ok()
    }
}

impl PartialEq for Custom {
    fn eq(&self, other: &Self) -> bool {
        (&self.name, &self.hash) == (&other.name, &other.hash)
    }
}

impl Eq for Custom {}

impl Hash for Custom {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.hash.hash(state);
    }
}
