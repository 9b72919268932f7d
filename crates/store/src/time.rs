//! Time as the store keeps it.
//!
//! Owns its unit. It must never look at a clock, and neither may any operation: times are inputs.

/// Milliseconds since 1970-01-01 UTC.
pub type Time = i64;
