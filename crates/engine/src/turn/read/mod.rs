//! `read`: what a model said.
//!
//! Owns the way from a provider's reply to an answer under the call's contract. Every liberty is
//! recorded, nothing is dropped without an entry, and what cannot be read is a failure that says why. It
//! must never decide what is allowed: that is for `enforce`.

pub mod answer;
