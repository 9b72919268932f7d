//! The messages of the conversation.
//!
//! Owns their way into the payload: control tokens and hidden characters are neutralised, everything
//! else stays byte for byte, parts that are not text pass through. What was said before is kept from
//! turn to turn, counted and ready. It must never cut a message.

use std::sync::Arc;

use serde_json::Value as Json;

use crate::agent::input::{Content, Message, Part, Speaker, TurnInput};
use crate::check::compiled::Compiled;
use crate::text::origin::SourceId;
use crate::turn::arrange::{Entry, EntryPart, Place, TextPart};
use crate::turn::display::sorted;
use crate::turn::measure::Scale;
use crate::turn::origins::{MESSAGE, Origins};
use crate::turn::roots::common;
use crate::turn::seating::Role;

/// A message of the conversation, neutralised and counted.
#[derive(Debug)]
pub struct Utterance {
    /// What was said, as it was given.
    given: Message,
    /// The message of the payload; none for one without any content, which providers refuse.
    pub entry: Option<Arc<Entry>>,
    /// Where its text came from.
    pub source: SourceId,
    /// How many places were altered.
    pub neutralised: u32,
    /// Its tokens with what providers add around it.
    pub tokens: u32,
    /// The tokens of all messages before it.
    pub before: u32,
}

/// The conversation, as it was counted last.
#[derive(Debug, Default)]
pub(crate) struct Said {
    /// The history, oldest first.
    pub history: Vec<Arc<Utterance>>,
    /// The user's message.
    pub message: Option<Arc<Utterance>>,
}

impl Utterance {
    /// Who spoke.
    #[must_use]
    pub fn speaker(&self) -> Speaker {
        self.given.role
    }
}

/// Brings the kept history up to that of a turn, oldest first: messages that are still the same stay.
pub(crate) fn follow(
    kept: &mut Vec<Arc<Utterance>>,
    agent: &Compiled,
    input: &TurnInput,
    scale: &mut Scale<'_>,
) {
    let same = common(kept.iter().map(|said| &said.given), &input.history);
    kept.truncate(same);
    for (index, message) in input.history.iter().enumerate().skip(same) {
        let source = Origins::history(index);
        let place = Place::History(index);
        let before = kept.last().map_or(0, |last| last.before + last.tokens);
        let said = utterance(agent, message.clone(), source, place, scale);
        kept.push(Arc::new(Utterance { before, ..said }));
    }
}

/// The user's message: the kept one, where it says the same.
pub(crate) fn message(
    kept: &mut Option<Arc<Utterance>>,
    agent: &Compiled,
    input: &TurnInput,
    scale: &mut Scale<'_>,
) -> Option<Arc<Utterance>> {
    let message = Message { role: Speaker::User, content: input.message.clone()? };
    if kept.as_ref().is_none_or(|kept| kept.given != message) {
        *kept = Some(Arc::new(utterance(agent, message, MESSAGE, Place::Message, scale)));
    }
    kept.clone()
}

/// The value with every text in it cleaned.
fn each_text(value: &Json, clean: &mut impl FnMut(&str) -> String) -> Json {
    match value {
        Json::String(text) => Json::String(clean(text)),
        Json::Array(items) => items.iter().map(|item| each_text(item, clean)).collect(),
        Json::Object(map) => {
            let entries = map.iter().map(|(key, value)| (clean(key), each_text(value, clean)));
            Json::Object(entries.collect())
        }
        other => other.clone(),
    }
}

fn utterance(
    agent: &Compiled,
    given: Message,
    source: SourceId,
    place: Place,
    scale: &mut Scale<'_>,
) -> Utterance {
    let mut neutralised = 0;
    let mut clean = |text: &str| {
        let (text, count) = agent.guard.message(text);
        neutralised += count;
        text.into_owned()
    };
    let mut parts = Vec::new();
    let text = |text: String, parts: &mut Vec<EntryPart>, scale: &mut Scale<'_>| {
        if !text.is_empty() {
            parts.push(EntryPart::Text(Arc::new(TextPart::whole(text, source, scale))));
        }
    };
    match &given.content {
        Content::Text(said) => text(clean(said), &mut parts, scale),
        Content::Parts(given) => {
            for part in given {
                match part {
                    Part::Text { text: said } => text(clean(said), &mut parts, scale),
                    other => parts.push(EntryPart::Other(passed(other, &mut clean))),
                }
            }
        }
    }
    let role = match given.role {
        Speaker::User => Role::User,
        Speaker::Assistant => Role::Assistant,
        Speaker::Tool => Role::Tool,
    };
    let entry = (!parts.is_empty()).then(|| Arc::new(Entry::new(role, parts, place, scale)));
    let tokens = entry.as_ref().map_or(0, |entry| scale.entry(entry));
    Utterance { given, entry, source, neutralised, tokens, before: 0 }
}

/// A part that is not text, with the texts in it cleaned.
fn passed(part: &Part, clean: &mut impl FnMut(&str) -> String) -> Part {
    match part {
        Part::ToolResult { id, content } => {
            Part::ToolResult { id: id.clone(), content: clean(content) }
        }
        Part::ToolCall { id, name, arguments } => Part::ToolCall {
            id: id.clone(),
            name: name.clone(),
            arguments: each_text(&sorted(arguments), clean),
        },
        Part::File { url, name, tokens } => {
            Part::File { url: url.clone(), name: name.as_deref().map(&mut *clean), tokens: *tokens }
        }
        other => other.clone(),
    }
}
