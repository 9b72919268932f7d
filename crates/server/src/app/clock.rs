//! Time and ids.
//!
//! Owns the only clock and the only randomness of the service; everything else is handed what it needs.

use std::time::{SystemTime, UNIX_EPOCH};

use jiff::{Timestamp, Zoned};
use uuid::Uuid;

/// The clock of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Clock;

impl Clock {
    /// Now, in milliseconds since 1970 UTC.
    pub(crate) fn now(self) -> i64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        since.map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }

    /// Now, as an agent is told, RFC 3339 with the machine's zone.
    pub(crate) fn told(self) -> String {
        Zoned::now().strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }

    /// A number from 0 up to 1, each time another one.
    pub(crate) fn chance() -> f64 {
        let (_, low) = Uuid::new_v4().as_u64_pair();
        // The lower half has two bits that say which kind of id it is, above these.
        f64::from((low & 0xFFFF_FFFF) as u32) / (f64::from(u32::MAX) + 1.0)
    }

    /// A new id. Ids sort by the time at which they were made.
    pub(crate) fn id(self) -> String {
        Uuid::now_v7().to_string()
    }

    /// 32 bytes that nobody can guess: 244 bits of them are random.
    pub(crate) fn bytes(self) -> [u8; 32] {
        let (one, other) = (Uuid::new_v4(), Uuid::new_v4());
        let mut bytes = [0; 32];
        bytes
            .iter_mut()
            .zip(one.into_bytes().into_iter().chain(other.into_bytes()))
            .for_each(|(byte, random)| *byte = random);
        bytes
    }

    /// A new secret: 244 random bits in hexadecimal digits, behind a beginning.
    pub(crate) fn secret(self, prefix: &str) -> String {
        format!("{prefix}{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple())
    }
}

/// A time of the store as it is written in JSON: RFC 3339 in UTC, to the millisecond.
pub(crate) fn written(at: i64) -> String {
    let at = Timestamp::from_millisecond(at).unwrap_or_default();
    at.strftime("%Y-%m-%dT%H:%M:%S.%3fZ").to_string()
}
