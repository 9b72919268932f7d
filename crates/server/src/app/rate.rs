//! How often a key may ask.
//!
//! Owns the rate of every key, in this process. It must never wait: who asks too often is told so.

use std::num::NonZeroU32;

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::app::fault::Fault;

/// The rates.
pub(crate) struct Rates(Option<DefaultKeyedRateLimiter<String>>);

impl Rates {
    /// So many requests in a second for each key, as many of them at once; 0 is no limit.
    pub(crate) fn new(rate: u32) -> Self {
        Self(NonZeroU32::new(rate).map(|rate| RateLimiter::keyed(Quota::per_second(rate))))
    }

    /// Counts a request of a key.
    ///
    /// # Errors
    /// [`Fault::TooMany`].
    pub(crate) fn count(&self, key: &str) -> Result<(), Fault> {
        match &self.0 {
            Some(rates) => rates.check_key(&key.to_owned()).map_err(|_| Fault::TooMany),
            None => Ok(()),
        }
    }
}
