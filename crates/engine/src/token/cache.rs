//! A bounded memory of counts, so that of a text that changed a little only a little is counted.
//!
//! Owns the split of a text into chunks at safe cuts, or of a short one into lines, and what each
//! counted. The caller owns the cache and passes it in; nothing is shared or global. It must never
//! change a count: a text counts the same with a full cache, an empty one and none, on every machine.
//! That is why what is kept is found by its hash but taken only if its text is equal: hashes that
//! collide can be made on purpose, and a wrong count would change which messages are kept.

use std::collections::BTreeMap;
use std::mem;

use crate::token::cut::first_safe_cut;
use crate::token::hash::{hash, hash_block};
use crate::token::joined::joined_by;
use crate::token::tokenizer::{Tokenizer, tokens};

/// Bytes below which a chunk is not ended.
const CHUNK_MIN: usize = 256;
/// Bytes above which a chunk is ended at the next safe cut.
const CHUNK_MAX: usize = 2_048;
/// Between the two, one safe cut in this many ends a chunk; a power of two.
const CHUNK_ODDS: u64 = 4;
/// Bytes before a cut that decide whether it ends a chunk.
const CHUNK_SIGHT: usize = 16;
/// Bytes below which a text is no document of which chunks are kept, but lines between which something changes.
const DOCUMENT: usize = 4_096;
/// Bytes below which counting a line takes no longer than keeping it and finding it again.
const LINE: usize = 128;
/// The share of the limit that is for lines: an eighth.
const SHARE: usize = 8;
/// What an entry takes besides its text, in bytes, roughly.
const ENTRY_BYTES: usize = 64;

/// A bounded memory of counts. Counting costs a hash and a comparison for what was seen before.
#[derive(Debug)]
pub struct CountCache {
    chunks: Counts,
    lines: Counts,
}

/// What was counted, in two generations that bound it: entries go into the young one; when that holds half the limit,
/// it becomes the old one and the former old one is dropped. What is asked for again is young again.
#[derive(Debug)]
struct Counts {
    young: Generation,
    old: Generation,
    young_bytes: usize,
    old_bytes: usize,
    max_bytes: usize,
}

/// What was counted, by the hash of its text.
type Generation = BTreeMap<u64, Entry>;

#[derive(Debug)]
struct Entry {
    tokenizer: Tokenizer,
    text: Box<str>,
    /// Thousandths of a token.
    millis: u64,
}

impl CountCache {
    /// An empty cache that keeps at most about `max_bytes` bytes. A conversation needs about its
    /// own size; with 0 nothing is kept.
    #[must_use]
    pub fn new(max_bytes: usize) -> Self {
        let of_lines = max_bytes / SHARE;
        Self { chunks: Counts::new(max_bytes - of_lines), lines: Counts::new(of_lines) }
    }

    /// [`Tokenizer::count`], counting only what is not known yet.
    pub fn count(&mut self, tokenizer: &Tokenizer, text: &str) -> u32 {
        tokens(self.millis(tokenizer, text))
    }

    /// [`crate::token::count_joined`], counting only what is not known yet and the lines on which two
    /// pieces meet.
    pub fn count_joined(&mut self, tokenizer: &Tokenizer, pieces: &[&str]) -> (u32, Vec<u32>) {
        joined_by(tokenizer, pieces, &mut |at, range| self.millis(tokenizer, &pieces[at][range]))
    }

    /// The bytes kept, texts and book-keeping together; never above the limit.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.chunks.bytes() + self.lines.bytes()
    }

    /// The count of a text that ends at safe cuts, in thousandths of a token.
    pub(crate) fn millis(&mut self, tokenizer: &Tokenizer, text: &str) -> u64 {
        match tokenizer {
            // No cut of it is known to be safe, and it is slow.
            Tokenizer::Custom(_) => self.chunks.millis(tokenizer, text),
            _ if text.len() < DOCUMENT => self.line_millis(tokenizer, text),
            _ => chunks(text).map(|chunk| self.chunks.millis(tokenizer, chunk)).sum(),
        }
    }

    /// The same for a short text: of a template that is rendered again most long lines are what they were.
    fn line_millis(&mut self, tokenizer: &Tokenizer, text: &str) -> u64 {
        let (mut rest, mut sum) = (text, 0);
        while rest.len() >= LINE {
            let (line, behind) = rest.split_at(first_safe_cut(rest, 0).unwrap_or(rest.len()));
            sum += match line.len() {
                LINE.. => self.lines.millis(tokenizer, line),
                _ => tokenizer.millis(line),
            };
            rest = behind;
        }
        sum + tokenizer.millis(rest)
    }
}

impl Counts {
    fn new(max_bytes: usize) -> Self {
        Self {
            young: Generation::default(),
            old: Generation::default(),
            young_bytes: 0,
            old_bytes: 0,
            max_bytes,
        }
    }

    fn bytes(&self) -> usize {
        self.young_bytes + self.old_bytes
    }

    fn millis(&mut self, tokenizer: &Tokenizer, text: &str) -> u64 {
        let key = hash(text.as_bytes());
        let is_it = |entry: &&Entry| entry.tokenizer == *tokenizer && *entry.text == *text;
        if let Some(entry) = self.young.get(&key).filter(is_it) {
            return entry.millis;
        }
        let aged = self.old.get(&key).filter(is_it).map(|entry| entry.millis);
        let millis = aged.unwrap_or_else(|| tokenizer.millis(text));
        self.keep(key, Entry { tokenizer: tokenizer.clone(), text: text.into(), millis });
        millis
    }

    fn keep(&mut self, key: u64, entry: Entry) {
        let half = self.max_bytes / 2;
        let size = entry.size();
        if size > half {
            return;
        }
        if self.young_bytes + size > half {
            self.old = mem::take(&mut self.young);
            self.old_bytes = mem::take(&mut self.young_bytes);
        }
        self.young_bytes += size;
        if let Some(replaced) = self.young.insert(key, entry) {
            self.young_bytes -= replaced.size();
        }
    }
}

impl Entry {
    fn size(&self) -> usize {
        self.text.len() + ENTRY_BYTES
    }
}

/// Splits a text at safe cuts into chunks of about 256 bytes to 2 KiB, longer where no cut is safe.
///
/// Which cut ends a chunk is decided by the bytes before it, so that behind an edit the same chunks
/// come back after a few lines at most, wherever they now stand.
pub(crate) fn chunks(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (chunk, behind) = rest.split_at(chunk_end(rest));
        rest = behind;
        Some(chunk)
    })
}

fn chunk_end(text: &str) -> usize {
    let mut from = CHUNK_MIN.saturating_sub(1);
    while from < text.len() {
        let Some(cut) = first_safe_cut(text, from) else {
            break;
        };
        let ends = text.as_bytes()[..cut]
            .last_chunk::<CHUNK_SIGHT>()
            .is_some_and(|line_end| hash_block(line_end).is_multiple_of(CHUNK_ODDS));
        if ends || cut >= CHUNK_MAX {
            return cut;
        }
        from = cut;
    }
    text.len()
}
