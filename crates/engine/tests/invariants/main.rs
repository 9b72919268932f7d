//! What always holds, tried on random input.
//!
//! One module per invariant, in the numbers of the design; `host` loads agents and assembles, `make`
//! makes inputs, `read` reads accounts back. Seeds are fixed, so that a failure repeats; set
//! `PROPTEST_RNG_SEED` to look elsewhere and `PROPTEST_CASES` to look longer.
#![expect(
    clippy::disallowed_methods,
    reason = "examples, test agents and corpora are files, and a test may read them"
)]
#![expect(
    clippy::disallowed_macros,
    reason = "what a test has worked out once it may keep, which the engine may not"
)]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on says so by failing"
)]

mod host;
mod make;
mod memo;
mod read;
mod slots;

mod accounted; // 3
mod answers; // 8, 9, 12, 13
mod data_is_not_code; // 4
mod deterministic; // 2
mod fits; // 7
mod isolated; // 5
mod marks; // 13
mod nothing_silent; // 13
mod rules; // 6
mod sealed; // 1
mod text_survives; // 4

mod arms;
mod conversation;
mod effects;
mod fit;
mod gate;
mod roles;
mod seams;
mod select;
mod state;
