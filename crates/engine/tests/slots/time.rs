//! How long a verdict takes: a line in the length of what is given, and little for what is long.

use std::time::{Duration, Instant};

use crate::corpus::slots;
use crate::declare::{on_text, slot};

fn spent(slot: &proem::agent::step::slot::Slot, text: &str) -> Duration {
    let of = || {
        let begun = Instant::now();
        let _ = on_text(slot, text);
        begun.elapsed()
    };
    (0..5).map(|_| of()).min().unwrap()
}

#[test]
fn long_values_cost_little() {
    // Unoptimised builds are some ten times slower.
    let most = Duration::from_millis(if cfg!(debug_assertions) { 150 } else { 10 });
    for slot in slots() {
        for piece in [
            "a",
            "1",
            "1,",
            "e\u{301}",
            "\u{200d}",
            "@",
            "+",
            " ",
            "\u{2066}א",
            ".",
            "(0)",
            "-",
            "😀\u{fe0f}",
        ] {
            let text = piece.repeat(100_000 / piece.len());
            let fast = (0..10).any(|_| spent(&slot, &text) < most);
            assert!(fast, "{:?} {piece:?}", slot.kind);
        }
    }
}

#[test]
fn a_long_text_takes_linear_time() {
    let slot = slot("{type: text, maxLength: 10000000}");
    for piece in ["word ", "e\u{301}", "\u{200d}e", "א\u{2066}\u{2069}", "\r\n \t"] {
        // Sixteen short texts are as much work as one of sixteen times the length; a square would be
        // sixteen times as much. Both take long enough that other work of the machine slows both.
        let (short, long) = (piece.repeat(3_000), piece.repeat(48_000));
        let is_linear = || {
            let begun = Instant::now();
            (0..16).for_each(|_| drop(on_text(&slot, &short)));
            let many = begun.elapsed();
            let begun = Instant::now();
            drop(on_text(&slot, &long));
            begun.elapsed() < many * 6
        };
        assert!((0..10).any(|_| is_linear()), "{piece:?}");
    }
}
