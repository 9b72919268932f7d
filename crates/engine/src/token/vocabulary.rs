//! Which words are one token by themselves.
//!
//! Owns the tables of an encoding's short tokens, made once from the compiled-in vocabulary: most words
//! of ordinary text are found in them, and a word that is in the vocabulary is one token. It must never
//! answer for a word that it does not hold byte for byte.

use bpe_openai::byte_pair_encoding::BytePairEncoding;

use crate::token::hash::hash_block;

/// How many tokens of an encoding are in its table of common ones. Encodings number their tokens by how
/// early they were merged, so that the first ones make up most of a text.
const COMMON: u32 = 30_000;

/// The short tokens of an encoding: those of at most 8 bytes, and those of 9 to 16.
pub(super) struct Vocabulary {
    /// The first of them once more, in a table that stays in a processor's nearest caches.
    common: Table<u64>,
    short: Table<u64>,
    long: Table<u128>,
}

impl Vocabulary {
    /// The tables of a vocabulary, about 4 MiB.
    pub(super) fn of(bpe: &BytePairEncoding) -> Self {
        let (mut common, mut short, mut long) = (Vec::new(), Vec::new(), Vec::new());
        for token in 0..u32::try_from(bpe.num_tokens()).unwrap_or(u32::MAX) {
            match key(bpe.token_bytes(token)) {
                Some(Key::Short(key)) => {
                    short.push(key);
                    common.extend((token < COMMON).then_some(key));
                }
                Some(Key::Long(key)) => long.push(key),
                None => {}
            }
        }
        Self { common: Table::of(&common), short: Table::of(&short), long: Table::of(&long) }
    }

    /// Whether the word is one token. Words longer than 16 bytes are never found.
    pub(super) fn holds(&self, word: &[u8]) -> bool {
        match key(word) {
            Some(Key::Short(key)) => self.common.holds(key) || self.short.holds(key),
            Some(Key::Long(key)) => self.long.holds(key),
            None => false,
        }
    }
}

/// A set of keys with open addressing; 0 is a free place and no key.
struct Table<K> {
    places: Box<[K]>,
}

impl<K: Copy + Eq + Default + Into<u128>> Table<K> {
    fn of(keys: &[K]) -> Self {
        // At most half of the places are taken, so that a search ends soon.
        let size = (keys.len() * 2).next_power_of_two();
        let mut table = Self { places: vec![K::default(); size].into_boxed_slice() };
        for key in keys {
            let mut at = table.place(*key);
            while table.places[at] != K::default() {
                at = (at + 1) & (size - 1);
            }
            table.places[at] = *key;
        }
        table
    }

    fn holds(&self, key: K) -> bool {
        let mut at = self.place(key);
        loop {
            match self.places[at] {
                found if found == key => return true,
                found if found == K::default() => return false,
                _ => at = (at + 1) & (self.places.len() - 1),
            }
        }
    }

    fn place(&self, key: K) -> usize {
        let wide: u128 = key.into();
        hash_block(&wide.to_le_bytes()) as usize & (self.places.len() - 1)
    }
}

/// The bytes of a word as a number, filled up with zeros.
enum Key {
    Short(u64),
    Long(u128),
}

/// Two loads that may overlap make the number. A word that ends in a zero byte has none: it would be
/// that of a shorter one.
fn key(word: &[u8]) -> Option<Key> {
    if word.last() == Some(&0) {
        return None;
    }
    let length = word.len();
    match length {
        2..4 => {
            let (first, last) = (word.first_chunk::<2>()?, word.last()?);
            let first = u64::from(u16::from_le_bytes(*first));
            Some(Key::Short(first | u64::from(*last) << ((length - 1) * 8)))
        }
        4..=8 => {
            let (first, last) = (word.first_chunk::<4>()?, word.last_chunk::<4>()?);
            let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
            Some(Key::Short(u64::from(first) | u64::from(last) << ((length - 4) * 8)))
        }
        9..=16 => {
            let (first, last) = (word.first_chunk::<8>()?, word.last_chunk::<8>()?);
            let (first, last) = (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
            Some(Key::Long(u128::from(first) | u128::from(last) << ((length - 8) * 8)))
        }
        _ => None,
    }
}
