//! Sets of names.
//!
//! Owns the key by which names are compared, and the search for one. Which names there are is `lists`'
//! to say, whether something is a tag is `token`'s.

use crate::text::letters::push_key;

/// The form in which names are compared: letters and digits only, see
/// [`push_key`](crate::text::letters::push_key). `_`, `-`, `.` and spaces leave no trace.
pub(super) fn key(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    name.chars().for_each(|c| push_key(c, &mut out));
    out
}

/// A set of keys.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    sorted: Vec<String>,
    longest: usize,
}

impl Names {
    /// The set of the keys of `names`; names without a letter or digit are left out.
    pub(super) fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut sorted: Vec<String> =
            names.into_iter().map(key).filter(|key| !key.is_empty()).collect();
        sorted.sort_unstable();
        sorted.dedup();
        let longest = sorted.iter().map(String::len).max().unwrap_or(0);
        Self { sorted, longest }
    }

    /// Whether a key is in the set.
    pub(super) fn has(&self, key: &str) -> bool {
        key.len() <= self.longest
            && self.sorted.binary_search_by(|name| name.as_str().cmp(key)).is_ok()
    }

    /// The keys, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.sorted.iter().map(String::as_str)
    }

    /// Bytes of the longest key.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }
}
