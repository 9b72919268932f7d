//! What is wrong with a body although it is JSON: members that stand twice, and the one character that not every
//! database keeps.
//!
//! Owns finding all of it, each with its place: the reader stops at the first. It must never be asked about a body that
//! can be read.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::app::fault::Mistake;

/// How many are told at most, and how many bytes their places may take.
const MOST: (usize, usize) = (256, 64 << 10);

/// What is said behind the last of them.
pub(super) const MORE: &str = "There may be more of the kind behind it.";

/// What is said of a member that stands twice.
pub(super) const TWICE: &str = "this member stands there twice";

/// What is said of the character.
pub(super) const NUL: &str = "the character U+0000 cannot stand in a text";

/// Everything of the kind in a text; nothing where it is no JSON.
pub(super) fn flaws(json: &str) -> Vec<Mistake> {
    let mut search = Search::default();
    if let Ok(all) = serde_json::from_str(json) {
        search.look(&all);
    }
    if let Some(last) = search.found.pop() {
        let last = if search.is_full { last.help(MORE) } else { last };
        search.found.push(last);
    }
    search.found
}

/// A value with every member that it was written with.
enum Every {
    Object(Vec<(String, Every)>),
    List(Vec<Every>),
    Text(String),
    Other,
}

/// What is found, and the way to where somebody looks.
#[derive(Default)]
struct Search {
    pointer: String,
    found: Vec<Mistake>,
    /// How many bytes the places take that are told.
    told: usize,
    /// Whether there is more than is told.
    is_full: bool,
}

impl Search {
    fn tell(&mut self, code: &str, detail: &str) {
        let (most, bytes) = MOST;
        // One is told in any case.
        let has_room = self.told + self.pointer.len() <= bytes && self.found.len() < most;
        if has_room || self.found.is_empty() {
            self.told += self.pointer.len();
            self.found.push(Mistake::at(self.pointer.clone(), code, detail));
        } else {
            self.is_full = true;
        }
    }

    fn look(&mut self, value: &Every) {
        let before = self.pointer.len();
        match value {
            Every::Object(members) => {
                let (mut seen, mut told) = (BTreeSet::new(), BTreeSet::new());
                for (name, value) in members {
                    if name.contains('\0') {
                        self.tell("body.shape", NUL);
                    }
                    self.pointer.push('/');
                    self.pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
                    if !seen.insert(name) && told.insert(name) {
                        self.tell("body.twice", TWICE);
                    }
                    self.look(value);
                    self.pointer.truncate(before);
                }
            }
            Every::List(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.pointer.push_str(&format!("/{at}"));
                    self.look(item);
                    self.pointer.truncate(before);
                }
            }
            Every::Text(text) if text.contains('\0') => self.tell("body.shape", NUL),
            Every::Text(_) | Every::Other => {}
        }
    }
}

impl<'de> Deserialize<'de> for Every {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Any)
    }
}

struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Every;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("anything")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Every, E> {
        Ok(Every::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Every, E> {
        Ok(Every::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Every, E> {
        Ok(Every::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Every, E> {
        Ok(Every::Other)
    }

    fn visit_unit<E>(self) -> Result<Every, E> {
        Ok(Every::Other)
    }

    fn visit_str<E>(self, text: &str) -> Result<Every, E> {
        Ok(Every::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Every, A::Error> {
        let mut all = Vec::new();
        while let Some(item) = items.next_element()? {
            all.push(item);
        }
        Ok(Every::List(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Every, A::Error> {
        let mut all = Vec::new();
        while let Some(member) = members.next_entry()? {
            all.push(member);
        }
        Ok(Every::Object(all))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(json: &str) -> Vec<(String, String)> {
        flaws(json).into_iter().map(|found| (found.pointer, found.detail)).collect()
    }

    #[test]
    fn all_of_it_is_found() {
        let text = r#"{"a": [{"b": 1, "b": 2, "b": "\u0000"}], "c/~": {"\u0000": null, "x": true},
            "d": "\\u0000", "\u0061": {"e": 1.5, "e": "\u0000"}}"#;
        let twice = |at: &str| (at.to_owned(), TWICE.to_owned());
        let nul = |at: &str| (at.to_owned(), NUL.to_owned());
        assert_eq!(
            told(text),
            [
                twice("/a/0/b"),
                nul("/a/0/b"),
                nul("/c~1~0"),
                twice("/a"),
                twice("/a/e"),
                nul("/a/e")
            ]
        );
        assert!(told(r#"{"a": 1, "a": "#).is_empty());
        assert!(told(r#"[{"a": 1}, {"a": -1}]"#).is_empty());
    }

    #[test]
    fn there_is_an_end_to_it() {
        let many: Vec<_> = (0..1_000).map(|at| format!("\"a{at}\": 1, \"a{at}\": 2")).collect();
        let many = format!("{{{}}}", many.join(", "));
        let found = flaws(&many);
        assert_eq!(found.len(), MOST.0);
        assert_eq!(found.last().unwrap().help, MORE);
        assert_eq!(found.first().unwrap().help, "");
        // Long names do not make long lists.
        let within = format!("{{\"{}\": {many}}}", "n".repeat(30_000));
        assert_eq!(told(&within).len(), 2);
        let within = format!("{{\"{}\": {many}}}", "n".repeat(100_000));
        assert_eq!(told(&within).len(), 1);
    }
}
