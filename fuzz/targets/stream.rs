//! Any bytes as a stream: what is shown of an answer is the same however it is cut, and a beginning of what is
//! read of the whole; events of providers are put together without loss of order.
#![no_main]
#![allow(dead_code)]

#[path = "../../crates/engine/tests/read/held.rs"]
mod held;
#[path = "../../crates/engine/tests/read/make.rs"]
mod make;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    // What cuts stands at the end, so that a seed is a text.
    let [rest @ .., cut, also] = data else { return };
    let text = String::from_utf8_lossy(rest);
    let cuts = [usize::from(*cut), usize::from(*also) * 4];
    held::hold(&text, &cuts);
});
