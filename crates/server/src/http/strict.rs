//! JSON, read once.
//!
//! Owns reading a body into what a handler takes, and the place of what is wrong with it: also of what serde would take
//! without a word, members that stand twice and the one character that not every database keeps. It must never judge
//! what is asked for.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::value::BorrowedStrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, IntoDeserializer, MapAccess,
    SeqAccess, VariantAccess, Visitor,
};

/// How many names of an object are compared one by one; more of them are sorted.
const FEW: usize = 16;

/// What is wrong with a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Flaw {
    /// It is no JSON, and why.
    Syntax(String),
    /// It is no object.
    NoObject,
    /// A member stands there twice.
    Twice,
    /// A text has the character U+0000.
    Nul,
    /// It is not what is asked for, and why.
    Shape(String),
}

/// What is wrong with a body, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    /// The JSON pointer; empty for the body as a whole.
    pub pointer: String,
    /// What.
    pub flaw: Flaw,
}

/// Reads a body. Nothing is read twice, and names are copied only where they are written with escapes.
///
/// # Errors
/// The first thing that is wrong with it.
pub(super) fn read<'t, T: Deserialize<'t>>(json: &'t str) -> Result<T, Wrong> {
    let mut seen = Seen::default();
    // Serde would also take the members in their order, without their names.
    let is_object = json.trim_ascii_start().starts_with('{');
    let mut from = serde_json::Deserializer::from_str(json);
    let read = match is_object {
        true => T::deserialize(Strict { from: &mut from, seen: &mut seen }).map(Some),
        false => IgnoredAny::deserialize(&mut from).map(|_| None),
    };
    let flaw = match read.and_then(|read| from.end().map(|()| read)) {
        Ok(Some(read)) => return Ok(read),
        Ok(None) => Flaw::NoObject,
        Err(error) => seen.flaw.take().unwrap_or_else(|| {
            // Serde calls it a mistake of syntax where an object has no member and one was to say which kind it is.
            match error.is_data() || serde_json::from_str::<IgnoredAny>(json).is_ok() {
                true => Flaw::Shape(error.to_string()),
                false => Flaw::Syntax(error.to_string()),
            }
        }),
    };
    let pointer = match flaw {
        Flaw::Syntax(_) | Flaw::NoObject => String::new(),
        _ => seen.way.iter().rev().map(|part| pointed(part)).collect(),
    };
    Err(Wrong { pointer, flaw })
}

fn pointed(part: &str) -> String {
    format!("/{}", part.replace('~', "~0").replace('/', "~1"))
}

/// What was seen on the way to where the reader is.
#[derive(Default)]
struct Seen<'de> {
    /// The names of the members of every object that is open, those of the outermost first.
    names: Vec<Cow<'de, str>>,
    /// What serde does not know of.
    flaw: Option<Flaw>,
    /// The way from a mistake to the body as a whole.
    way: Vec<String>,
}

impl Seen<'_> {
    fn fail<E: Error>(&mut self, flaw: Flaw, way: Option<String>) -> E {
        self.flaw = Some(flaw);
        self.way.extend(way);
        E::custom("it cannot be taken")
    }

    fn text<E: Error>(&mut self, text: &str) -> Result<(), E> {
        if text.contains('\0') { Err(self.fail(Flaw::Nul, None)) } else { Ok(()) }
    }

    /// Refuses the last name where it stands in its object already, whose names begin at `base`.
    fn once<E: Error>(&mut self, base: usize) -> Result<(), E> {
        let Some((last, before)) = self.names.get(base..).and_then(<[_]>::split_last) else {
            return Ok(());
        };
        if before.len() < FEW && before.contains(last) {
            let name = last.to_string();
            return Err(self.fail(Flaw::Twice, Some(name)));
        }
        Ok(())
    }

    /// The same for all names of an object that has many, when it ends.
    fn end<E: Error>(&mut self, base: usize) -> Result<(), E> {
        let names = self.names.get_mut(base..).unwrap_or_default();
        if names.len() > FEW {
            names.sort_unstable();
            let pair = names.windows(2).find(|pair| pair.first() == pair.last());
            if let Some(name) = pair.and_then(<[_]>::first).map(ToString::to_string) {
                return Err(self.fail(Flaw::Twice, Some(name)));
            }
        }
        Ok(())
    }
}

/// A reader that sees what goes by.
struct Strict<'s, 'de, D> {
    from: D,
    seen: &'s mut Seen<'de>,
}

macro_rules! forward {
    ($($method:ident($($arg:ident: $kind:ty),*))*) => {$(
        fn $method<V: Visitor<'de>>(self, $($arg: $kind,)* visitor: V) -> Result<V::Value, D::Error> {
            self.from.$method($($arg,)* Watch { to: visitor, seen: self.seen })
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Strict<'_, 'de, D> {
    type Error = D::Error;

    forward! {
        deserialize_any() deserialize_bool()
        deserialize_i8() deserialize_i16() deserialize_i32() deserialize_i64() deserialize_i128()
        deserialize_u8() deserialize_u16() deserialize_u32() deserialize_u64() deserialize_u128()
        deserialize_f32() deserialize_f64() deserialize_char() deserialize_str() deserialize_string()
        deserialize_bytes() deserialize_byte_buf() deserialize_option() deserialize_unit()
        deserialize_seq() deserialize_map() deserialize_identifier()
        deserialize_unit_struct(name: &'static str) deserialize_newtype_struct(name: &'static str)
        deserialize_tuple(len: usize) deserialize_tuple_struct(name: &'static str, len: usize)
        deserialize_struct(name: &'static str, fields: &'static [&'static str])
        deserialize_enum(name: &'static str, variants: &'static [&'static str])
    }

    /// What nobody takes is seen all the same.
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.deserialize_any(visitor)
    }
}

/// What takes a value, and sees it go by.
struct Watch<'s, 'de, V> {
    to: V,
    seen: &'s mut Seen<'de>,
}

macro_rules! pass {
    ($($method:ident($kind:ty))*) => {$(
        fn $method<E: Error>(self, value: $kind) -> Result<V::Value, E> {
            self.to.$method(value)
        }
    )*};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Watch<'_, 'de, V> {
    type Value = V::Value;

    pass! {
        visit_bool(bool) visit_i8(i8) visit_i16(i16) visit_i32(i32) visit_i64(i64) visit_i128(i128)
        visit_u8(u8) visit_u16(u16) visit_u32(u32) visit_u64(u64) visit_u128(u128)
        visit_f32(f32) visit_f64(f64) visit_char(char)
        // It is as it stands there, and the character that is looked for needs an escape.
        visit_borrowed_str(&'de str)
        visit_bytes(&[u8]) visit_borrowed_bytes(&'de [u8]) visit_byte_buf(Vec<u8>)
    }

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.to.expecting(out)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<V::Value, E> {
        self.seen.text(text)?;
        self.to.visit_str(text)
    }

    fn visit_string<E: Error>(self, text: String) -> Result<V::Value, E> {
        self.seen.text(&text)?;
        self.to.visit_string(text)
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.to.visit_none()
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.to.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<V::Value, D::Error> {
        self.to.visit_some(Strict { from, seen: self.seen })
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<V::Value, D::Error> {
        self.to.visit_newtype_struct(Strict { from, seen: self.seen })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<V::Value, A::Error> {
        self.to.visit_seq(Items { items, at: 0, seen: self.seen })
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<V::Value, A::Error> {
        let base = self.seen.names.len();
        let taken = self.to.visit_map(Members { members, base, seen: self.seen })?;
        // Whoever takes it need not have asked for its end.
        self.seen.names.truncate(base);
        Ok(taken)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, choice: A) -> Result<V::Value, A::Error> {
        self.to.visit_enum(Choice { choice, seen: self.seen })
    }
}

/// Reads a value with a seed of whoever takes it.
struct Seed<'s, 'de, S> {
    seed: S,
    seen: &'s mut Seen<'de>,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Seed<'_, 'de, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<S::Value, D::Error> {
        self.seed.deserialize(Strict { from, seen: self.seen })
    }
}

struct Items<'s, 'de, A> {
    items: A,
    at: usize,
    seen: &'s mut Seen<'de>,
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Items<'_, 'de, A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        let item = self.items.next_element_seed(Seed { seed, seen: self.seen });
        if item.is_err() {
            self.seen.way.push(self.at.to_string());
        }
        self.at += 1;
        item
    }

    fn size_hint(&self) -> Option<usize> {
        self.items.size_hint()
    }
}

struct Members<'s, 'de, A> {
    members: A,
    /// Where the names of this object begin.
    base: usize,
    seen: &'s mut Seen<'de>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Members<'_, 'de, A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        let Some(Name(name)) = self.members.next_key()? else {
            self.seen.end(self.base)?;
            return Ok(None);
        };
        // One that is borrowed is as it stands there, and the character needs an escape.
        if let Cow::Owned(name) = &name {
            self.seen.text(name)?;
        }
        self.seen.names.push(name.clone());
        self.seen.once(self.base)?;
        match name {
            Cow::Borrowed(name) => seed.deserialize(BorrowedStrDeserializer::new(name)),
            Cow::Owned(name) => seed.deserialize(name.into_deserializer()),
        }
        .map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let known = self.seen.names.len();
        let value = self.members.next_value_seed(Seed { seed, seen: self.seen });
        if value.is_err() {
            let name = self.seen.names.get(self.base..known).and_then(<[_]>::last);
            let name = name.map(ToString::to_string);
            self.seen.way.extend(name);
        }
        value
    }

    fn size_hint(&self) -> Option<usize> {
        self.members.size_hint()
    }
}

/// The name of a member, borrowed where it can be.
#[derive(Deserialize)]
#[serde(transparent)]
pub(super) struct Name<'n>(#[serde(borrow)] pub Cow<'n, str>);

struct Choice<'s, 'de, A> {
    choice: A,
    seen: &'s mut Seen<'de>,
}

impl<'s, 'de, A: EnumAccess<'de>> EnumAccess<'de> for Choice<'s, 'de, A> {
    type Error = A::Error;
    type Variant = Choice<'s, 'de, A::Variant>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, Self::Variant), A::Error> {
        let (name, choice) = self.choice.variant_seed(seed)?;
        Ok((name, Choice { choice, seen: self.seen }))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Choice<'_, 'de, A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.choice.unit_variant()
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        self.choice.newtype_variant_seed(Seed { seed, seen: self.seen })
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, to: V) -> Result<V::Value, A::Error> {
        self.choice.tuple_variant(len, Watch { to, seen: self.seen })
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        to: V,
    ) -> Result<V::Value, A::Error> {
        self.choice.struct_variant(fields, Watch { to, seen: self.seen })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;
    use serde::de::DeserializeOwned;
    use serde_json::{Map, Value as Json, json};

    use super::*;

    /// A mistake and its place.
    fn wrong<T: DeserializeOwned>(text: &str) -> (String, Flaw) {
        let Wrong { pointer, flaw } = read::<T>(text).err().unwrap();
        (pointer, flaw)
    }

    #[test]
    fn the_place_of_the_second_one_is_told() {
        let many: String = (0..40).map(|n| format!("\"k{n}\": {n}, ")).collect();
        for (text, place) in [
            (r#"{"a": 1, "a": 2}"#, "/a"),
            (r#"{"a": 1, "\u0061": 2}"#, "/a"),
            (r#"{"b": [0, {"c": {"d/e~": 1, "d/e~": 1}}], "f": 1, "f": 2}"#, "/b/1/c/d~1e~0"),
            (r#"{"c": [[{"a": 1, "a": 1}, 2], {"b": 3, "b": 3}]}"#, "/c/0/0/a"),
            (r#"{"x": {"a": 1, "a": 1}, "y": 1, "y": 1}"#, "/x/a"),
            (&format!("{{\"z\": {{{many}\"k7\": 0}}}}"), "/z/k7"),
        ] {
            let expected = (place.to_owned(), Flaw::Twice);
            assert_eq!(wrong::<Json>(text), expected, "{text}");
            assert_eq!(wrong::<IgnoredAny>(text), expected, "{text}");
        }
        for text in [
            r#"{"l": [{"a": 1}, {"a": 1}]}"#,
            r#"{"a": {"a": {"a": null, "b": true}}, "b": -1.5}"#,
            r"{}",
        ] {
            assert_eq!(read::<Json>(text).unwrap(), serde_json::from_str::<Json>(text).unwrap());
        }
    }

    #[test]
    fn the_character_that_not_every_database_keeps_is_told() {
        let nul = |text| wrong::<Json>(text);
        assert_eq!(nul(r#"{"a": ["x", "\\\u0000"]}"#), ("/a/1".to_owned(), Flaw::Nul));
        assert_eq!(nul(r#"{"a": {"b\u0000": 1}}"#), ("/a".to_owned(), Flaw::Nul));
        assert_eq!(read::<Json>(r#"{"a": "\\u0000"}"#).unwrap(), json!({"a": "\\u0000"}));
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Shape {
        #[serde(default)]
        list: Vec<BTreeMap<String, u8>>,
        #[serde(default)]
        kind: Option<Kind>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Kind {
        None,
        Number(u8),
        Pair(u8, u8),
        Named { a: u8 },
    }

    #[test]
    fn the_place_of_a_wrong_shape_is_told() {
        for (text, place) in [
            (r#"{"list": [{}, {"a": 1, "b/": "x"}]}"#, "/list/1/b~1"),
            (r#"{"list": 7}"#, "/list"),
            (r#"{"kind": {"named": {"a": "x"}}}"#, "/kind/a"),
            (r#"{"other": 7}"#, ""),
        ] {
            let (pointer, flaw) = wrong::<Shape>(text);
            assert!(matches!(flaw, Flaw::Shape(_)), "{flaw:?}");
            assert_eq!(pointer, place, "{text}");
        }
        assert_eq!(wrong::<Shape>("[[], null]"), (String::new(), Flaw::NoObject));
        for text in ["{", "", "{} x", r#"{"list": [}"#] {
            assert!(matches!(wrong::<Shape>(text), (_, Flaw::Syntax(_))), "{text}");
        }
    }

    #[test]
    fn every_kind_of_choice_is_read() {
        for (text, kind) in [
            (r#"{"kind": "none"}"#, Kind::None),
            (r#"{"kind": {"number": 1}}"#, Kind::Number(1)),
            (r#"{"kind": {"pair": [1, 2]}}"#, Kind::Pair(1, 2)),
            (r#"{"kind": {"named": {"a": 1}}}"#, Kind::Named { a: 1 }),
        ] {
            let expected = Shape { list: Vec::new(), kind: Some(kind) };
            assert_eq!(read::<Shape>(text).unwrap(), expected);
        }
    }

    /// Any value of JSON.
    fn value() -> impl Strategy<Value = Json> {
        let leaf = prop_oneof![
            Just(Json::Null),
            any::<bool>().prop_map(Json::from),
            any::<i64>().prop_map(Json::from),
            "[^\0]*".prop_map(Json::from)
        ];
        leaf.prop_recursive(4, 64, 24, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..8).prop_map(Json::from),
                prop::collection::btree_map("[^\0]{0,3}", inner, 0..24)
                    .prop_map(|members| Json::Object(members.into_iter().collect::<Map<_, _>>())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_has_every_member_once_is_read(value in value()) {
            let whole = json!({"value": value});
            prop_assert_eq!(read::<Json>(&whole.to_string()).unwrap(), whole);
        }

        #[test]
        fn a_member_that_is_added_again_is_found(value in value(), name in "[^\0]{0,3}") {
            let member = format!("{}: {value}", json!(name));
            let text = format!("{{\"-outer-\": [1, {{{member}, {member}}}]}}");
            let escaped = name.replace('~', "~0").replace('/', "~1");
            prop_assert_eq!(wrong::<Json>(&text), (format!("/-outer-/1/{escaped}"), Flaw::Twice));
        }
    }
}
