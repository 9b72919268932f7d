//! Where Proem keeps versions, sessions and turns.
//!
//! One set of operations, two databases. An operation is a function over a transaction ([`tx::Tx`]); it
//! is written once, in SQL that both read. A [`store::Store`] runs operations in transactions: SQLite
//! in one process, PostgreSQL for several nodes. Times, ids and randomness are inputs. The modules stand
//! in reading order, and each uses only those above it.

pub mod time;

pub mod error;

pub mod value;

pub mod marks;

pub mod tx;

pub mod store;

pub mod epoch;

mod migrate;

pub mod sqlite;

pub mod postgres;

pub mod page;

pub mod audit;

pub mod job;

pub mod webhook;

pub mod workspace;

pub mod blob;

pub mod line;

pub mod log;

pub mod label;

mod refers;

pub mod version;

pub mod prompt;

pub mod agent;

pub mod release;

pub mod flow;

pub mod words;

pub mod said;

pub mod session;

pub mod turn;

pub mod idempotency;

pub mod feedback;

pub mod found;

pub mod memory;

pub mod experiment;

pub mod exposure;

pub mod user;

pub mod role;

pub mod key;

pub mod dump;

pub mod open;
