//! What each provider is given, messages with every kind of part, tools, schemas, parameters, and what
//! comes back.
//!
//! Everything goes through `turn::format`, as it does in an assembly.
#![expect(clippy::unwrap_used, reason = "these are tests: what unwraps fails them with a message")]

mod any;
mod back;
mod cache;
mod faults;
mod host;
mod models;
mod params;
mod parts;
mod replies;
mod restore;
mod schemas;
