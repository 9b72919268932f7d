//! The prompt engine for agents that have state.
//!
//! Given where a conversation stands, it selects the right prompt versions, gathers the context they
//! ask for, assembles them layer by layer inside the model's token window and formats them for the
//! provider. Every byte of every prompt is accounted for.
//!
//! The engine is sans-IO: it reads no clock, environment, network, disk or randomness. Time, ids and
//! fetched values are inputs. The modules stand in reading order, and each uses only those above it.

pub mod diagnostic;

pub mod agent;

pub mod text;

pub mod token;

pub mod check;

pub mod turn;

pub mod provider;

pub mod role;

pub mod survey;

pub mod rehearsal;

pub mod schema;
