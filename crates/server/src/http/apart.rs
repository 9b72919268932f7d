//! Bodies that are the input of a turn with a few members more.
//!
//! Owns telling those apart while a body is read: a history is long, and stays where it stands until somebody knows
//! what of it is known already. It must never judge what is in either.

use std::marker::PhantomData;

use proem::agent::input::TurnInput;
use proem::agent::written::Written;
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
pub(super) struct Apart<'t, T> {
    /// What is none of the input's.
    pub own: T,
    /// The input of the turn, without its history.
    pub input: TurnInput,
    /// The history.
    pub history: Vec<Written<'t>>,
    /// The members that it was given.
    pub given: Vec<String>,
}

impl<'de: 't, 't, T: Own> Deserialize<'de> for Apart<'t, T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Members(PhantomData))
    }
}

/// The same for whoever only wants to know what is wrong with it.
pub(super) struct Checked<T>(PhantomData<T>);

impl<'de, T: Own> Deserialize<'de> for Checked<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Apart::<T>::deserialize(from).map(|_| Self(PhantomData))
    }
}

struct Members<T>(PhantomData<T>);

impl<'de, T: Own> Visitor<'de> for Members<T> {
    type Value = Apart<'de, T>;

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Apart<'de, T>, A::Error> {
        let (mut own, mut given, mut history) = (Map::new(), Vec::new(), Vec::new());
        let names = T::NAMES;
        let rest = Rest { members, names, own: &mut own, given: &mut given, history: &mut history };
        let input = TurnInput::deserialize(MapAccessDeserializer::new(rest))?;
        let own = serde_json::from_value(Json::Object(own)).map_err(A::Error::custom)?;
        Ok(Apart { own, input, history, given })
    }
}

/// The members that are left when the handler's own, and the history, are put aside.
struct Rest<'r, 't, A> {
    members: A,
    names: &'static [&'static str],
    own: &'r mut Map<String, Json>,
    given: &'r mut Vec<String>,
    history: &'r mut Vec<Written<'t>>,
}

/// The member that is the history.
const HISTORY: &str = "history";

impl<'de: 't, 't, A: MapAccess<'de>> MapAccess<'de> for Rest<'_, 't, A> {
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
            if name == HISTORY {
                *self.history = self.members.next_value()?;
                continue;
            }
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
        let text = r#"{"message": "Hello", "call": "image", "state": {"call": 1},
            "history": [{"role": "user", "content": "Hi"}]}"#;
        let read: Apart<'_, Few> = serde_json::from_str(text).unwrap();
        assert_eq!(read.own.call.as_deref(), Some("image"));
        assert_eq!(read.given, ["message", "state", "history"]);
        assert_eq!(read.history.first().map(Written::text).as_deref(), Some("Hi"));
        assert!(read.input.history.is_empty());
        assert_eq!(read.input.state["call"], 1);
        let wrong =
            |text: &str| serde_json::from_str::<Checked<Few>>(text).err().unwrap().to_string();
        assert!(wrong(r#"{"mesage": "Hello"}"#).starts_with("unknown field `mesage`"));
        assert!(wrong(r#"{"call": 7}"#).starts_with("invalid type: integer `7`"));
    }
}
