//! Steps: what their files may say, what `check` finds, and what a model is told of them.
//!
//! The small flow is the one of `docs/AGENT-FORMAT.md`, read from there: what the page shows must work.
#![expect(
    clippy::disallowed_methods,
    reason = "the format's page is a file, and a test may read it"
)]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on says so by failing"
)]

mod answer;
mod flaws;
mod flow;
mod packet;
mod position;
mod turns;
mod versions;
