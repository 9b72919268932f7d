//! Agents, walked: the table of the support agent, the space of small ones, and what must hold of every
//! matrix.
#![expect(
    clippy::disallowed_methods,
    reason = "examples and test agents are files, and a test may read them"
)]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on says so by failing"
)]

#[path = "../invariants/host.rs"]
#[allow(dead_code, reason = "the invariants use all of it, and these tests a part")]
mod host;
mod make;

mod axes;
mod converse;
mod diff;
mod fields;
mod matrix;
mod properties;
mod rules;
mod table;
