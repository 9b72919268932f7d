//! Messages that are still in the text that they were read from.
//!
//! Owns reading a history without copying it, and keeping it: a message that is known already shares the text of the
//! known one, so that a history that comes whole with every turn costs only what is new in it. It must never take a
//! message for a known one that differs in anything.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::de::value::SeqAccessDeserializer;
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::agent::input::{Content, Message, Part, Speaker};

/// A message as it is written in a text. It is read as [`Message`] is, and refused for the same.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a message, an object with `role` and `content`")]
pub struct Written<'t> {
    role: Speaker,
    #[serde(borrow)]
    content: Words<'t>,
}

/// Text, or parts.
#[derive(Clone, Debug, PartialEq)]
enum Words<'t> {
    /// Text: where it stands, unless it is written with escapes.
    Text(Cow<'t, str>),
    Parts(Vec<Part>),
}

/// Keeps messages. Those that are the same as the known one in their place share its text.
#[must_use]
pub fn keep(written: Vec<Written<'_>>, known: &[Message]) -> Vec<Message> {
    let known = known.iter().map(Some).chain(std::iter::repeat(None));
    written.into_iter().zip(known).map(|(written, known)| written.keep(known)).collect()
}

impl Written<'_> {
    /// Its text, without other parts.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        match &self.content {
            Words::Text(text) => Cow::Borrowed(text),
            Words::Parts(parts) => Cow::Owned(Content::Parts(parts.clone()).text().into_owned()),
        }
    }

    fn keep(self, known: Option<&Message>) -> Message {
        let content = match (self.content, known.map(|known| &known.content)) {
            (Words::Text(text), Some(Content::Text(known))) if **known == *text => {
                Content::Text(Arc::clone(known))
            }
            (Words::Text(text), _) => Content::Text(text.into()),
            (Words::Parts(parts), _) => Content::Parts(parts),
        };
        Message { role: self.role, content }
    }
}

impl<'de: 't, 't> Deserialize<'de> for Words<'t> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Either;

        impl<'de> Visitor<'de> for Either {
            type Value = Words<'de>;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a text or a list of parts")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Words<'de>, E> {
                Ok(Words::Text(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Words<'de>, E> {
                Ok(Words::Text(Cow::Owned(text.to_owned())))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, parts: A) -> Result<Words<'de>, A::Error> {
                Deserialize::deserialize(SeqAccessDeserializer::new(parts)).map(Words::Parts)
            }
        }

        from.deserialize_any(Either)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agent::exact::Exact;

    const HISTORY: &str = r#"[
        {"role": "user", "content": "Hello"},
        {"role": "assistant", "content": "\"Good\" day"},
        {"role": "user", "content": [{"type": "text", "text": "And"}, {"type": "text", "text": "now?"}]}
    ]"#;

    fn read(text: &str) -> (Vec<Written<'_>>, Vec<Message>) {
        (serde_json::from_str(text).unwrap(), serde_json::from_str(text).unwrap())
    }

    #[test]
    fn a_history_is_kept_as_it_would_be_read() {
        let (written, messages) = read(HISTORY);
        let texts: Vec<_> = written.iter().map(|written| written.text().into_owned()).collect();
        assert_eq!(texts, ["Hello", "\"Good\" day", "And\nnow?"]);
        assert_eq!(keep(written.clone(), &[]), messages);
        // Whatever is known, nothing of it comes in.
        let other = HISTORY.replace("Hello", "Goodbye").replace("assistant", "tool");
        let (_, known) = read(&other);
        assert_eq!(keep(written, &known), messages);
    }

    #[test]
    fn what_is_known_is_shared() {
        let (written, known) = read(HISTORY);
        let kept = keep(written, &known);
        for (kept, known) in kept.iter().zip(&known).take(2) {
            let (Content::Text(kept), Content::Text(known)) = (&kept.content, &known.content)
            else {
                panic!("both are texts");
            };
            assert!(std::ptr::eq(&**kept, &**known));
        }
        assert!(kept[2].exact(&known[2]));
    }

    #[test]
    fn both_refuse_the_same_with_the_same_words() {
        for text in [
            r#"{"role": "user"}"#,
            r#"{"content": "Hi"}"#,
            r#"{"role": "system", "content": "Hi"}"#,
            r#"{"role": "user", "content": "Hi", "name": "Ann"}"#,
            r#"{"role": "user", "content": 7}"#,
            r#"{"role": "user", "content": [{"type": "sound"}]}"#,
            r#"["user"]"#,
            r#""Hi""#,
        ] {
            let written = serde_json::from_str::<Written<'_>>(text).unwrap_err().to_string();
            let message = serde_json::from_str::<Message>(text).unwrap_err().to_string();
            assert_eq!(written, message, "{text}");
        }
    }
}
