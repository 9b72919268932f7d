//! Writing JSON straight into a string.
//!
//! A payload is mostly text that is already there in its escaped form, and building a tree of values
//! for two hundred messages would cost more than the rest of an assembly. Owns commas, escapes and,
//! where somebody asks for them, the JSON pointers of text parts. It must never know what a payload
//! means.

use std::fmt::{self, Write as _};

use serde_json::Value as Json;

use crate::text::escape::escape;
use crate::turn::message::entry::TextPart;

/// A JSON text that is being written. Nothing is allocated per value.
#[derive(Debug, Default)]
pub struct Out {
    text: String,
    trail: Option<Trail>,
}

/// The way to the value that is being written, and the pointers that were asked for.
#[derive(Debug, Default)]
struct Trail {
    steps: Vec<Step>,
    pointers: Vec<String>,
}

#[derive(Debug)]
enum Step {
    /// Inside an object, at the member of this name.
    Member(&'static str),
    /// Inside a list, in front of the item of this number.
    Item(usize),
}

impl Out {
    /// A writer that expects about so many bytes.
    #[must_use]
    pub fn with_capacity(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), trail: None }
    }

    /// A writer that notes the pointer of each text part.
    #[must_use]
    pub fn recording() -> Self {
        Self { text: String::new(), trail: Some(Trail::default()) }
    }

    /// Writes an object; `members` writes what is in it.
    pub fn object(&mut self, members: impl FnOnce(&mut Self)) {
        self.nested('{', Step::Member(""), members, '}');
    }

    /// Writes an object whose first member is its `type`, as providers mark most of theirs.
    pub fn typed(&mut self, kind: &'static str, members: impl FnOnce(&mut Self)) {
        self.object(|out| {
            out.key("type").word(kind);
            members(out);
        });
    }

    /// Writes a list; `items` writes what is in it.
    pub fn list(&mut self, items: impl FnOnce(&mut Self)) {
        self.nested('[', Step::Item(0), items, ']');
    }

    /// Writes the name of a member, which needs no escapes. Its value comes next.
    pub fn key(&mut self, name: &'static str) -> &mut Self {
        self.comma();
        self.text.push('"');
        self.text.push_str(name);
        self.text.push_str("\":");
        if let Some(Step::Member(member)) =
            self.trail.as_mut().and_then(|trail| trail.steps.last_mut())
        {
            *member = name;
        }
        self
    }

    /// Writes a member whose name is not known beforehand.
    pub fn member(&mut self, name: &str, value: &Json) {
        self.comma();
        self.text.push('"');
        escape(name, &mut self.text);
        self.text.push_str("\":");
        self.display(value);
    }

    /// Writes members that are JSON already, without the braces around them.
    pub fn members(&mut self, members: &str) {
        if !members.is_empty() {
            self.comma();
            self.text.push_str(members);
        }
    }

    /// Writes a string.
    pub fn str(&mut self, text: &str) {
        self.begin();
        self.text.push('"');
        escape(text, &mut self.text);
        self.text.push('"');
    }

    /// Writes a string that needs no escapes.
    pub fn word(&mut self, word: &'static str) {
        self.begin();
        self.text.push('"');
        self.text.push_str(word);
        self.text.push('"');
    }

    /// Writes a text part, and notes where it stands.
    pub fn text(&mut self, part: &TextPart) {
        self.begin();
        self.text.push('"');
        self.text.push_str(part.json());
        self.text.push('"');
        if let Some(trail) = &mut self.trail {
            let pointer = trail.pointer();
            trail.pointers.push(pointer);
        }
    }

    /// Writes a number.
    pub fn number(&mut self, number: u32) {
        self.begin();
        self.display(number);
    }

    /// Writes a value.
    pub fn value(&mut self, value: &Json) {
        self.begin();
        self.display(value);
    }

    /// Writes a value as a string that holds its JSON text.
    pub fn quoted(&mut self, value: &Json) {
        self.begin();
        self.text.push('"');
        // Writing to a string does not fail.
        let _ = write!(Escaped(&mut self.text), "{value}");
        self.text.push('"');
    }

    /// Writes what is JSON already: one value.
    pub fn raw(&mut self, json: &str) {
        self.begin();
        self.text.push_str(json);
    }

    /// What was written.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }

    /// The pointers of the text parts in the order in which they were written; none without recording.
    #[must_use]
    pub fn pointers(self) -> Vec<String> {
        self.trail.map(|trail| trail.pointers).unwrap_or_default()
    }

    fn nested(&mut self, open: char, step: Step, inside: impl FnOnce(&mut Self), close: char) {
        self.begin();
        self.text.push(open);
        if let Some(trail) = &mut self.trail {
            trail.steps.push(step);
        }
        inside(self);
        if let Some(trail) = &mut self.trail {
            trail.steps.pop();
        }
        self.text.push(close);
    }

    /// A comma belongs between two values of an object or list. The last byte tells: a value never ends
    /// with one of the three that open something.
    fn comma(&mut self) {
        if !matches!(self.text.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.text.push(',');
        }
    }

    fn begin(&mut self) {
        self.comma();
        if let Some(Step::Item(next)) = self.trail.as_mut().and_then(|trail| trail.steps.last_mut())
        {
            *next += 1;
        }
    }

    fn display(&mut self, value: impl fmt::Display) {
        // Writing to a string does not fail.
        let _ = write!(self.text, "{value}");
    }
}

impl Trail {
    fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in &self.steps {
            // An item is counted when it begins.
            let _ = match step {
                Step::Member(name) => write!(pointer, "/{name}"),
                Step::Item(next) => write!(pointer, "/{}", next.saturating_sub(1)),
            };
        }
        pointer
    }
}

/// Writes through to a string, escaped.
struct Escaped<'a>(&'a mut String);

impl fmt::Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        escape(text, self.0);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn written(write: impl FnOnce(&mut Out)) -> String {
        let mut out = Out::default();
        write(&mut out);
        out.finish()
    }

    fn part(text: &str) -> TextPart {
        TextPart { text: text.to_owned(), ..TextPart::default() }
    }

    #[test]
    fn values_stand_with_commas_between_them() {
        let text = written(|out| {
            out.object(|out| {
                out.key("empty").object(|_| {});
                out.key("none").list(|_| {});
                out.members("\"a\":1,\"b\":[2]");
                out.members("");
                out.member("a \"name\"", &json!({"x": [1.5, null]}));
                out.key("list").list(|out| {
                    out.str("one, [");
                    out.word("word");
                    out.number(2);
                    out.raw("{\"three\":3}");
                    out.list(|out| out.value(&json!("four:")));
                    out.quoted(&json!({"five": "\n"}));
                });
            });
        });
        let expected = concat!(
            r#"{"empty":{},"none":[],"a":1,"b":[2],"a \"name\"":{"x":[1.5,null]},"#,
            r#""list":["one, [","word",2,{"three":3},["four:"],"{\"five\":\"\\n\"}"]}"#
        );
        assert_eq!(text, expected);
    }

    #[test]
    fn pointers_lead_to_the_text_parts() {
        let write = |out: &mut Out| {
            out.object(|out| {
                out.key("system").text(&part("s"));
                out.key("messages").list(|out| {
                    out.object(|out| out.key("role").word("user"));
                    out.object(|out| {
                        out.key("role").word("user");
                        out.key("content").list(|out| {
                            out.raw("{}");
                            out.object(|out| out.key("text").text(&part("t")));
                            out.text(&part("u"));
                        });
                    });
                });
                out.key("last").text(&part("v"));
            });
        };
        let mut out = Out::recording();
        write(&mut out);
        assert_eq!(
            out.pointers(),
            ["/system", "/messages/1/content/1/text", "/messages/1/content/2", "/last"]
        );
        let mut out = Out::recording();
        write(&mut out);
        assert_eq!(out.finish(), written(write));
        let mut out = Out::default();
        write(&mut out);
        assert!(out.pointers().is_empty());
    }

    proptest! {
        #[test]
        fn strings_are_written_as_serde_json_writes_them(text in any::<String>(), low in 0_u8..0x30) {
            let text = format!("{text}{}{text}", char::from(low));
            let value = json!({ text.as_str(): [text.as_str()] });
            prop_assert_eq!(written(|out| out.str(&text)), json!(text).to_string());
            prop_assert_eq!(written(|out| out.value(&value)), value.to_string());
            prop_assert_eq!(written(|out| out.quoted(&value)), json!(value.to_string()).to_string());
            prop_assert_eq!(written(|out| out.text(&part(&text))), json!(text).to_string());
        }
    }
}
