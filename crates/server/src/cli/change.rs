//! What differs between two values.
//!
//! Owns the walk over both, and how a value looks in one line. It must never call two values different
//! that are the same.

use serde_json::{Map, Value as Json};

/// A place where two values differ.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Change {
    /// The keys on the way, joined by dots.
    pub path: String,
    /// What was there; none where nothing was.
    pub was: Option<Json>,
    /// What is there.
    pub now: Option<Json>,
}

impl Change {
    /// The change in one line.
    pub(crate) fn line(&self) -> String {
        let side = |value: &Option<Json>| value.as_ref().map_or("nothing".to_owned(), short);
        format!("{}: {} → {}", self.path, side(&self.was), side(&self.now))
    }
}

/// Everything in which two mappings differ, in the order of the second one; what is only in the first
/// comes last.
pub(crate) fn changes(was: &Map<String, Json>, now: &Map<String, Json>) -> Vec<Change> {
    let mut found = Vec::new();
    walk("", was, now, &mut found);
    found
}

fn walk(base: &str, was: &Map<String, Json>, now: &Map<String, Json>, found: &mut Vec<Change>) {
    let path = |key: &str| if base.is_empty() { key.to_owned() } else { format!("{base}.{key}") };
    for (key, value) in now {
        match (was.get(key), value) {
            (Some(before), after) if before == after => {}
            (Some(Json::Object(before)), Json::Object(after)) => {
                walk(&path(key), before, after, found);
            }
            (before, after) => found.push(Change {
                path: path(key),
                was: before.cloned(),
                now: Some(after.clone()),
            }),
        }
    }
    let gone = was.iter().filter(|(key, _)| !now.contains_key(*key));
    found.extend(gone.map(|(key, value)| Change {
        path: path(key),
        was: Some(value.clone()),
        now: None,
    }));
}

/// A value in one line of bounded length.
pub(crate) fn short(value: &Json) -> String {
    const MOST: usize = 160;
    let text = value.to_string();
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_place_that_differs_is_told_once() {
        let was = json!({"a": 1, "b": {"c": [1], "d": 2}, "gone": true});
        let now = json!({"b": {"c": [2], "d": 2}, "a": 1, "new": {"x": null}});
        let lines: Vec<String> = changes(was.as_object().unwrap(), now.as_object().unwrap())
            .iter()
            .map(Change::line)
            .collect();
        let expected = ["b.c: [1] → [2]", "new: nothing → {\"x\":null}", "gone: true → nothing"];
        assert_eq!(lines, expected);
        assert_eq!(changes(now.as_object().unwrap(), now.as_object().unwrap()), []);
    }
}
