//! What a model said, from a provider's reply to an answer, from outside.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    reason = "the corpora are files, and what a test misses should stop it"
)]

mod bombs;
mod cases;
mod corpora;
mod held;
mod make;
mod plain;
mod streamed;
mod strictly;
