//! Bodies that are the input of a turn with a few members more.
//!
//! Owns telling those apart while a body is read: a history is long, and stays where it stands until somebody knows
//! what of it is known already. It must never judge what is in either, and never tell of a body anything else where
//! some of it was known.

use std::borrow::Cow;
use std::marker::PhantomData;

use proem::agent::input::TurnInput;
use proem::agent::written::Written;
use serde::Deserialize;
use serde::de::value::{CowStrDeserializer, MapAccessDeserializer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, Visitor,
};
use serde_json::{Map, Value as Json};

use crate::app::histories::Begun;
use crate::http::extract::told;
use crate::http::problem::Problem;
use crate::http::strict::{self, Name};

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
    /// The history; of one that is known only what is new.
    pub history: Vec<Written<'t>>,
    /// The name of the history, where it stands.
    named: Option<&'t str>,
    /// The members that it was given.
    pub given: Vec<String>,
}

/// Reads a body; where messages of its history are known, the shorter text that lacks them. If that does not tell what
/// it is, nothing is known.
pub(super) fn read<'t, T: Own>(
    body: &'t str,
    short: Option<&'t str>,
    begun: &mut Begun<'_>,
) -> Result<Apart<'t, T>, Problem> {
    if let Some(short) = short {
        match strict::read::<Apart<'t, T>>(short) {
            Ok(read) if begun.is_named(short, read.named) => return Ok(read),
            Ok(_) => begun.forget(),
            // What is wrong is told of the whole body.
            Err(_) => {}
        }
    }
    let read: Apart<'t, T> = strict::read(body).map_err(|wrong| told::<Checked<T>>(body, wrong))?;
    begun.read_anew();
    if !begun.is_named(body, read.named) {
        begun.forget();
    }
    Ok(read)
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
        let mut aside = Aside::default();
        let rest = Rest { members, names: T::NAMES, aside: &mut aside };
        let input = TurnInput::deserialize(MapAccessDeserializer::new(rest))?;
        let Aside { own, history, named, given } = aside;
        let own = serde_json::from_value(Json::Object(own)).map_err(A::Error::custom)?;
        Ok(Apart { own, input, history, named, given })
    }
}

/// The members that are left when the handler's own, and the history, are put aside.
struct Rest<'r, 't, A> {
    members: A,
    names: &'static [&'static str],
    aside: &'r mut Aside<'t>,
}

/// What was put aside.
#[derive(Default)]
struct Aside<'t> {
    own: Map<String, Json>,
    history: Vec<Written<'t>>,
    named: Option<&'t str>,
    given: Vec<String>,
}

/// The member that is the history.
const HISTORY: &str = "history";

impl<'de: 't, 't, A: MapAccess<'de>> MapAccess<'de> for Rest<'_, 't, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        while let Some(Name(name)) = self.members.next_key()? {
            if self.names.contains(&&*name) {
                let value = self.members.next_value()?;
                self.aside.own.insert(name.into_owned(), value);
                continue;
            }
            self.aside.given.push(name.to_string());
            if name == HISTORY {
                self.aside.history = self.members.next_value()?;
                // Written with escapes it stands nowhere.
                if let Cow::Borrowed(name) = name {
                    self.aside.named = Some(name);
                }
                continue;
            }
            let name: CowStrDeserializer<'_, A::Error> = name.into_deserializer();
            return seed.deserialize(name).map(Some);
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.members.next_value_seed(seed)
    }
}

#[cfg(test)]
#[path = "apart_tests.rs"]
mod known;

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
