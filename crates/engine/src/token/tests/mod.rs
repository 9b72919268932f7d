//! Tests that cross the files of this module: exactness against tiktoken, cuts, joins, the cache,
//! and the tables.

mod caching;
#[cfg(feature = "tokenizers")]
mod custom;
mod cuts;
mod exact;
mod joins;
mod tables;
mod texts;
mod words;
