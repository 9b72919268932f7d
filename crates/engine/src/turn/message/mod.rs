//! The messages of a payload, before a provider writes them.
//!
//! Owns their parts, their roles, and which channels a provider has a seat for. It must never decide what is
//! said.

pub mod entry;
pub mod passed;
pub mod seating;
