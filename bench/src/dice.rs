//! Numbers that look random and are the same on every machine.
//!
//! Owns the generator (SplitMix64, as published by Steele, Lea and Flood, 2014). It must never be
//! seeded from a clock or from the operating system.

/// A stream of numbers.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// The stream of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is at least 1. The bias of the remainder does not matter here.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).unwrap_or(1);
        usize::try_from(self.roll() % end).unwrap_or_default()
    }

    /// One of several words.
    pub fn pick<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words.get(self.below(words.len())).copied().unwrap_or_default()
    }

    /// Whether one chance in `odds` comes true.
    pub fn chance(&mut self, odds: usize) -> bool {
        self.below(odds) == 0
    }
}

#[cfg(test)]
mod tests {
    use super::Dice;

    /// The first numbers that the published generator gives for the seed 0.
    #[test]
    fn the_stream_is_the_published_one() {
        let mut dice = Dice::new(0);
        let first = [dice.roll(), dice.roll(), dice.roll()];
        assert_eq!(first, [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F]);
    }
}
