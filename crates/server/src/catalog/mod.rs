//! Where agents come from.
//!
//! Owns reading folders from disk. It must never decide whether an agent is right (that is the
//! engine's `check`).

pub(crate) mod folder;
