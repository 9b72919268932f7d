//! Tests that cross the files of this module: exactness against tiktoken, cuts, joins, the cache,
//! and the tables.

mod caching;
mod cuts;
mod exact;
mod joins;
mod tables;
mod texts;
mod words;
