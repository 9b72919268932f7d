//! The service over HTTP, as its callers see it.
//!
//! One module for each resource; `support` starts a service of its own for every test.

// Clippy's allowance for tests reaches functions marked `#[test]`, not the helpers that they share.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod actions;
mod agents;
mod bad_input;
mod commands;
mod docs;
mod experiments;
mod found;
mod full_disk;
mod identities;
mod keys;
mod labels;
mod memories;
mod model;
mod nodes;
mod once;
mod openapi;
mod operations;
mod prompts;
mod read;
mod receiver;
mod roles;
mod schemathesis;
mod stands;
mod studio;
mod support;
mod sync;
mod turns;
mod under_way;
mod upstream;
mod watched;
mod webhooks;
