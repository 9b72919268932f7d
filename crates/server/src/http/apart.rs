//! Bodies that are the input of a turn with a few members more.
//!
//! Owns telling those apart while a body is read: a history is long, and is kept only once. It must never judge
//! what is in either.

use std::marker::PhantomData;

use proem::agent::input::TurnInput;
use serde::de::value::{MapAccessDeserializer, StringDeserializer};
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde::{Deserialize, de};
use serde_json::{Map, Value as Json};

/// The members of a body that are none of the input's.
pub(super) trait Own: DeserializeOwned {
    /// Their names.
    const NAMES: &'static [&'static str];
}

/// A body, taken apart.
pub(super) struct Apart<T> {
    /// What is none of the input's.
    pub own: T,
    /// The input of the turn.
    pub input: TurnInput,
    /// The members that it was given.
    pub given: Vec<String>,
}

impl<'de, T: Own> Deserialize<'de> for Apart<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Members(PhantomData))
    }
}

struct Members<T>(PhantomData<T>);

impl<'de, T: Own> Visitor<'de> for Members<T> {
    type Value = Apart<T>;

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Apart<T>, A::Error> {
        let (mut own, mut given) = (Map::new(), Vec::new());
        let rest = Rest { members, names: T::NAMES, own: &mut own, given: &mut given };
        let input = TurnInput::deserialize(MapAccessDeserializer::new(rest))?;
        let own = serde_json::from_value(Json::Object(own)).map_err(A::Error::custom)?;
        Ok(Apart { own, input, given })
    }
}

/// The members that are left when the handler's own are put aside.
struct Rest<'r, A> {
    members: A,
    names: &'static [&'static str],
    own: &'r mut Map<String, Json>,
    given: &'r mut Vec<String>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Rest<'_, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        while let Some(name) = self.members.next_key::<String>()? {
            if self.names.contains(&name.as_str()) {
                let value = self.members.next_value()?;
                self.own.insert(name, value);
                continue;
            }
            self.given.push(name.clone());
            let name: StringDeserializer<A::Error> = de::IntoDeserializer::into_deserializer(name);
            return seed.deserialize(name).map(Some);
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.members.next_value_seed(seed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Default, Deserialize)]
    #[serde(default)]
    struct Few {
        call: Option<String>,
    }

    impl Own for Few {
        const NAMES: &'static [&'static str] = &["call"];
    }

    #[test]
    fn own_members_are_taken_from_between_those_of_the_input() {
        let text = r#"{"message": "Hello", "call": "image", "state": {"call": 1}}"#;
        let read: Apart<Few> = serde_json::from_str(text).unwrap();
        assert_eq!(read.own.call.as_deref(), Some("image"));
        assert_eq!(read.given, ["message", "state"]);
        assert_eq!(read.input.state["call"], 1);
        let wrong =
            |text: &str| serde_json::from_str::<Apart<Few>>(text).err().unwrap().to_string();
        assert!(wrong(r#"{"mesage": "Hello"}"#).starts_with("unknown field `mesage`"));
        assert!(wrong(r#"{"call": 7}"#).starts_with("invalid type: integer `7`"));
    }
}
