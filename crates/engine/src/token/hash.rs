//! A fast hash of text, for finding it again in a cache.
//!
//! Owns nothing but the mixing. It is neither keyed nor cryptographic: texts that collide can be
//! made on purpose, so its value must never stand for the text. Who looks something up by it compares
//! the text as well.

const SEED: u64 = 0x9e37_79b9_7f4a_7c15;
const LEFT: u64 = 0xa076_1d64_78bd_642f;
const RIGHT: u64 = 0xe703_7ed1_a0b4_28db;

/// 64 bits that depend on every byte of `text` and on its length. The same on every machine.
pub(crate) fn hash(text: &[u8]) -> u64 {
    let (blocks, rest) = text.as_chunks::<16>();
    // Two sums that do not wait for each other keep two multipliers busy.
    let (pairs, last) = blocks.as_chunks::<2>();
    let mut even = SEED;
    let mut odd = SEED ^ text.len() as u64;
    for [first, second] in pairs {
        even = mix(even, first);
        odd = mix(odd, second);
    }
    for block in last {
        even = mix(even, block);
    }
    let mut tail = [0; 16];
    tail.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    fold(mix(even, &tail) ^ LEFT, odd ^ RIGHT)
}

/// [`hash`] for 16 bytes, in one step.
pub(crate) fn hash_block(block: &[u8; 16]) -> u64 {
    mix(SEED, block)
}

fn mix(state: u64, block: &[u8; 16]) -> u64 {
    let word = u128::from_le_bytes(*block);
    let (low, high) = (word as u64, (word >> 64) as u64);
    fold(low ^ state ^ LEFT, high ^ state.rotate_left(32) ^ RIGHT)
}

/// Both halves of a 128-bit product, so that every input bit reaches every output bit.
fn fold(left: u64, right: u64) -> u64 {
    let product = u128::from(left) * u128::from(right);
    product as u64 ^ (product >> 64) as u64
}

#[cfg(test)]
mod tests {
    use super::hash;
    use std::collections::BTreeSet;

    #[test]
    fn every_prefix_and_every_changed_byte_has_its_own_hash() {
        let text: Vec<u8> = (0..=255).cycle().take(600).collect();
        let mut seen = BTreeSet::new();
        for end in 0..=text.len() {
            assert!(seen.insert(hash(&text[..end])), "prefix of {end} bytes");
        }
        for at in 0..text.len() {
            let mut changed = text.clone();
            changed[at] ^= 1;
            assert!(seen.insert(hash(&changed)), "byte {at} changed");
        }
    }

    #[test]
    fn trailing_zero_bytes_count() {
        assert_ne!(hash(b"a"), hash(b"a\0"));
        assert_ne!(hash(b""), hash(b"\0"));
    }
}
