//! The common workload, and the engine run on it.
//!
//! Owns what is measured: texts, conversations, the agent that holds them ([`workload`],
//! [`conversation`], [`folder`], [`catalog`]), the same material for other programs ([`plain`]), and the one place
//! that calls the engine ([`ours`]). It must never be a part of what is shipped.

pub mod catalog;
pub mod conversation;
pub mod dice;
pub mod folder;
pub mod ours;
pub mod parts;
pub mod plain;
pub mod prose;
pub mod statistics;
pub mod workload;

use mimalloc::MiMalloc;

/// What the binary `proem` is shipped with: benches measure with it too.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;
