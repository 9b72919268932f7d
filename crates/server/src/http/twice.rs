//! Members that stand twice in an object.
//!
//! Owns finding them in a body before it is read: readers of JSON keep the last one and say nothing, and what a
//! caller wrote must not be lost without a word. It must never judge anything else of a body.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

/// How many names are compared one by one; more of them are sorted.
const FEW: usize = 16;

/// The JSON pointer of the first member that stands twice; none where none does, or where it is no JSON.
pub(super) fn twice(json: &str) -> Option<String> {
    let mut found = None;
    let mut from = serde_json::Deserializer::from_str(json);
    // What is no JSON is told by who reads it.
    let _ = Value { found: &mut found }.deserialize(&mut from);
    found
}

/// Any value; where a member stands twice, its pointer is left in `found`, from the inside out.
struct Value<'f> {
    found: &'f mut Option<String>,
}

impl<'de> DeserializeSeed<'de> for Value<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Value<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        for at in 0.. {
            let known = self.found.is_some();
            if items.next_element_seed(Value { found: self.found })?.is_none() {
                break;
            }
            within(self.found, known, || at.to_string());
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let mut names: Vec<Cow<'de, str>> = Vec::new();
        while let Some(Name(name)) = members.next_key()? {
            let known = self.found.is_some();
            members.next_value_seed(Value { found: self.found })?;
            within(self.found, known, || name.to_string());
            names.push(name);
        }
        if self.found.is_none() {
            *self.found = repeated(names).map(|name| pointed(&name));
        }
        Ok(())
    }
}

/// The name of a member, borrowed where it can be.
#[derive(serde::Deserialize)]
#[serde(transparent)]
struct Name<'n>(#[serde(borrow)] Cow<'n, str>);

/// Puts a part in front of what was found inside of it, unless it was known before.
fn within(found: &mut Option<String>, known: bool, part: impl Fn() -> String) {
    if let (Some(inner), false) = (found, known) {
        inner.insert_str(0, &pointed(&part()));
    }
}

fn pointed(part: &str) -> String {
    format!("/{}", part.replace('~', "~0").replace('/', "~1"))
}

fn repeated(mut names: Vec<Cow<'_, str>>) -> Option<String> {
    if names.len() <= FEW {
        let again = names
            .iter()
            .enumerate()
            .find(|(at, name)| names.iter().take(*at).any(|one| one == *name));
        return again.map(|(_, name)| name.to_string());
    }
    names.sort_unstable();
    let pair = names.windows(2).find(|pair| pair.first() == pair.last());
    pair.and_then(|pair| pair.first()).map(ToString::to_string)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Map, Value as Json, json};

    use super::twice;

    #[test]
    fn the_place_of_the_second_one_is_told() {
        let many: String = (0..40).map(|n| format!("\"k{n}\": {n}, ")).collect();
        for (text, place) in [
            (r#"{"a": 1, "a": 2}"#, Some("/a")),
            (r#"{"a": 1, "\u0061": 2}"#, Some("/a")),
            (r#"{"b": [0, {"c": {"d/e~": 1, "d/e~": 1}}], "f": 1, "f": 2}"#, Some("/b/1/c/d~1e~0")),
            (r#"[[{"a": 1, "a": 1}, 2], {"b": 3, "b": 3}]"#, Some("/0/0/a")),
            (r#"{"x": {"a": 1, "a": 1}, "y": 1, "y": 1}"#, Some("/x/a")),
            (r#"[{"a": 1}, {"a": 1}]"#, None),
            (r#"{"a": {"a": {"a": null, "b": true}}, "b": -1.5}"#, None),
            (r#"{"a": 1, "a"#, None),
            (&format!("{{{many}\"k7\": 0}}"), Some("/k7")),
        ] {
            assert_eq!(twice(text).as_deref(), place, "{text}");
        }
    }

    /// Any value of JSON.
    fn value() -> impl Strategy<Value = Json> {
        let leaf = prop_oneof![
            Just(Json::Null),
            any::<bool>().prop_map(Json::from),
            any::<i64>().prop_map(Json::from),
            ".*".prop_map(Json::from)
        ];
        leaf.prop_recursive(4, 64, 24, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..8).prop_map(Json::from),
                prop::collection::btree_map(".{0,3}", inner, 0..24)
                    .prop_map(|members| Json::Object(members.into_iter().collect::<Map<_, _>>())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_has_every_member_once_is_fine(value in value()) {
            prop_assert_eq!(twice(&value.to_string()), None);
        }

        #[test]
        fn a_member_that_is_added_again_is_found(value in value(), name in ".{0,3}") {
            let member = format!("{}: {value}", json!(name));
            let text = format!("{{\"-outer-\": [1, {{{member}, {member}}}]}}");
            let place = twice(&text).unwrap();
            let escaped = name.replace('~', "~0").replace('/', "~1");
            prop_assert_eq!(place, format!("/-outer-/1/{escaped}"));
        }
    }
}
