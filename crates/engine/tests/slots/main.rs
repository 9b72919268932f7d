//! What slots take, and what they make of it.
//!
//! `kinds/` has the tables: `== DECLARATION` begins a slot, each line a value as JSON, and below it what
//! became of it. `PROEM_BLESS=1` writes the outcomes anew: read the difference before you keep it.
#![expect(clippy::disallowed_methods, reason = "tables are files, and a test reads them")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on says so by failing"
)]

mod corpus;
mod declare;
mod plans;
mod properties;
mod schema;
mod tables;
mod time;
