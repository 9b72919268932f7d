//! What a part of a grammar may begin with.
//!
//! Owns a set of words by their numbers, and the three other beginnings. It must never leave one out:
//! it is asked before anything is matched.

/// The possible beginnings of a node.
#[derive(Default)]
pub(super) struct First {
    /// The node may be left out.
    pub(super) empty: bool,
    /// It may begin with a number.
    pub(super) number: bool,
    /// It may begin with the name of a person.
    pub(super) name: bool,
    /// One bit for each word of the language.
    words: Vec<u64>,
}

impl First {
    /// Adds a word.
    pub(super) fn add(&mut self, word: u32) {
        let (slot, bit) = place(word);
        if self.words.len() <= slot {
            self.words.resize(slot + 1, 0);
        }
        if let Some(bits) = self.words.get_mut(slot) {
            *bits |= bit;
        }
    }

    /// Whether it may begin with this word. Constant time.
    pub(super) fn has(&self, word: u32) -> bool {
        let (slot, bit) = place(word);
        self.words.get(slot).is_some_and(|bits| bits & bit != 0)
    }

    /// Whether nothing but words may begin it.
    pub(super) fn only_words(&self) -> bool {
        !(self.empty || self.number || self.name)
    }

    /// The words that may begin it.
    pub(super) fn words(&self) -> impl Iterator<Item = u32> {
        (0_u32..).zip(&self.words).flat_map(|(slot, bits)| {
            (0..64).filter(move |bit| bits & (1 << bit) != 0).map(move |bit| slot * 64 + bit)
        })
    }

    /// Adds the beginnings of another node.
    pub(super) fn join(&mut self, other: &Self) {
        self.empty |= other.empty;
        self.number |= other.number;
        self.name |= other.name;
        if self.words.len() < other.words.len() {
            self.words.resize(other.words.len(), 0);
        }
        for (bits, more) in self.words.iter_mut().zip(&other.words) {
            *bits |= more;
        }
    }
}

fn place(word: u32) -> (usize, u64) {
    (usize::try_from(word / 64).unwrap_or(usize::MAX), 1 << (word % 64))
}
