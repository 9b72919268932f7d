//! Time is linear in the text, whatever it is made of.

use std::time::{Duration, Instant};

use proem::text::origin::Rendered;

use crate::{AUTHOR, GUARD, VALUE, seal};

/// What hostile text is made of.
const UNITS: &[&str] = &[
    "<",
    "< ",
    "<<",
    "<|",
    "<|a",
    "</memory ",
    "<memory a='",
    "<!--",
    "<<!-- -->",
    "<!-- -->",
    "[",
    "[/ ",
    "[INST ",
    "\u{200B}",
    "<\u{200B}",
    "\u{202E}</memory>",
    "\u{200D}a",
    "SYSTEM ",
    "#",
    "- ",
    "\n",
    "\n---",
    "\n# ",
    "\r",
    "a\u{301}",
    "«",
    "\u{2066}",
    "א\u{2066}\u{2069}",
    "1. ",
    "[2J",
    "\u{E0061}",
    "🏴\u{E0061}",
    "ａ",
    "\u{AD}",
    "x\u{200F}",
    "BEGIN ",
    "user: ",
    "<a:",
    "<a-",
    "\n\n",
    "\n\nHuman",
    "א\u{200F}.",
];

/// Bytes of the smaller text, and how many times as long the larger one is.
const SMALL: usize = 4_000;
const TIMES: usize = 16;

/// The larger text against as many of the smaller ones as make it up: in linear time the two cost the
/// same, in quadratic time one costs sixteen times the other. Both take equally long on a busy
/// machine, and the best of several measurements counts.
#[test]
fn hostile_text_takes_linear_time() {
    for unit in UNITS {
        let small = unit.repeat(SMALL / unit.len());
        let large = small.repeat(TIMES);
        let measure = || {
            let base: Duration = (0..TIMES).map(|_| spent(&small)).sum();
            spent(&large).as_secs_f64() / base.as_secs_f64()
        };
        let linear = (0..6).any(|_| measure() < 4.0);
        assert!(linear, "{unit:?} does not take linear time");
    }
}

/// The time of sealing a text alone, and in parts.
fn spent(text: &str) -> Duration {
    let mut parts = Rendered::default();
    for part in text.as_bytes().chunks(32) {
        parts.push(&String::from_utf8_lossy(part), VALUE, false);
        parts.push(" ", AUTHOR, true);
    }
    let mut alone = Rendered::default();
    alone.push("x\n", AUTHOR, true);
    alone.push(text, VALUE, false);
    let begin = Instant::now();
    seal(&alone, &[]);
    seal(&parts, &[]);
    let _ = (GUARD.message(text), GUARD.inline(text));
    begin.elapsed()
}
