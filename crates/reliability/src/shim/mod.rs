//! A layer below SQLite that forgets what was not synced, and fails when it is told to.
//!
//! Written bytes stay in this process until they are synced; only then do they go to the file. Whoever kills the
//! process has cut the power: what was not synced is gone, except for sectors that the disk may have written
//! already, in any order. Locks and the shared index of the log are those of the usual layer.
//!
//! `image` is a file as the process sees it, `plan` says what goes wrong, `table` is the C side. It must never
//! be linked into anything that is shipped.

mod image;
mod plan;
mod table;

pub use plan::{Fail, Plan, Sync, What, counted, forget, set};
pub use table::{NAME, register};
