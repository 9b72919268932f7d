//! Where agents come from.
//!
//! Owns reading folders from disk, and the agents that are served. It must never decide whether an agent is
//! right (that is the engine's `check`).

pub(crate) mod folder;
pub(crate) mod live;
