//! What each provider is given: messages with every kind of part, tools, schemas, parameters.
//!
//! Everything goes through `turn::format`, as it does in an assembly.
#![expect(clippy::unwrap_used, reason = "these are tests: what unwraps fails them with a message")]

mod cache;
mod host;
mod models;
mod params;
mod parts;
mod restore;
mod schemas;
