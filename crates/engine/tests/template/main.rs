//! Templates: the language case by case, what always holds, what must not exhaust anything, and the
//! examples of the documentation.
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that meets what it does not expect fails with a message"
)]

mod bombs;
mod common;
mod documentation;
mod language;
mod properties;
