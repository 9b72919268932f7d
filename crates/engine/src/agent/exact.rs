//! Whether two values are the very same.
//!
//! Owns the comparison on which work is taken again. Equality is not enough for that: mappings are equal
//! whatever the order of their keys, and zero equals minus zero, but they do not print alike. It must
//! never call two values the same of which anything could be told apart.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value as Json};

use crate::agent::input::{ActionRequest, Content, Memory, Message, Part};

/// Values that can be compared to the last bit.
pub(crate) trait Exact {
    /// Whether both are the same. Linear in what is compared; shared texts are not read.
    fn exact(&self, other: &Self) -> bool;
}

/// How many messages both begin with.
pub(crate) fn common(kept: &[Message], given: &[Message]) -> usize {
    kept.iter().zip(given).take_while(|(kept, given)| kept.exact(given)).count()
}

impl Exact for Json {
    fn exact(&self, other: &Self) -> bool {
        match (self, other) {
            (Json::Number(one), Json::Number(two)) => {
                one == two
                    && (!one.is_f64()
                        || one.as_f64().map(f64::to_bits) == two.as_f64().map(f64::to_bits))
            }
            (Json::Array(one), Json::Array(two)) => one.exact(two),
            (Json::Object(one), Json::Object(two)) => one.exact(two),
            (one, two) => one == two,
        }
    }
}

impl Exact for Map<String, Json> {
    fn exact(&self, other: &Self) -> bool {
        self.len() == other.len()
            && self.iter().zip(other).all(|((a, one), (b, two))| a == b && one.exact(two))
    }
}

impl<T: Exact> Exact for Vec<T> {
    fn exact(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().zip(other).all(|(one, two)| one.exact(two))
    }
}

impl<T: Exact> Exact for Option<T> {
    fn exact(&self, other: &Self) -> bool {
        match (self, other) {
            (Some(one), Some(two)) => one.exact(two),
            (one, two) => one.is_none() && two.is_none(),
        }
    }
}

impl<K: Ord, T: Exact> Exact for BTreeMap<K, T> {
    fn exact(&self, other: &Self) -> bool {
        self.len() == other.len()
            && self.iter().zip(other).all(|((a, one), (b, two))| a == b && one.exact(two))
    }
}

impl Exact for Memory {
    fn exact(&self, other: &Self) -> bool {
        let Self { entries, rules, recall } = self;
        entries.exact(&other.entries) && *rules == other.rules && *recall == other.recall
    }
}

impl Exact for Message {
    #[inline]
    fn exact(&self, other: &Self) -> bool {
        let Self { role, content } = self;
        *role == other.role && content.exact(&other.content)
    }
}

impl Exact for Content {
    #[inline]
    fn exact(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(one), Self::Text(two)) => Arc::ptr_eq(one, two) || one == two,
            (Self::Parts(one), Self::Parts(two)) => one.exact(two),
            (Self::Text(_), Self::Parts(_)) | (Self::Parts(_), Self::Text(_)) => false,
        }
    }
}

impl Exact for Part {
    fn exact(&self, other: &Self) -> bool {
        // Of a part only the arguments of a call and what is opaque are values.
        let values = match (self, other) {
            (Self::ToolCall { arguments: one, .. }, Self::ToolCall { arguments: two, .. })
            | (Self::Opaque { value: one, .. }, Self::Opaque { value: two, .. }) => one.exact(two),
            _ => true,
        };
        values && self == other
    }
}

impl Exact for ActionRequest {
    fn exact(&self, other: &Self) -> bool {
        let Self { name, params } = self;
        *name == other.name && params.exact(&other.params)
    }
}

/// Values that are the same where they are equal.
macro_rules! plain {
    ($($kind:ty),*) => {$(
        impl Exact for $kind {
            fn exact(&self, other: &Self) -> bool {
                self == other
            }
        }
    )*};
}

plain!(String, u32, usize);
