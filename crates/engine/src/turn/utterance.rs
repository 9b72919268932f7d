//! The messages of the conversation.
//!
//! Owns their way into the payload: control tokens and hidden characters are neutralised, everything
//! else stays byte for byte, parts that are not text pass through. It must never cut a message.

use serde_json::Value as Json;

use crate::agent::input::{Content, Part, Speaker, TurnInput};
use crate::check::compiled::Compiled;
use crate::text::origin::SourceId;
use crate::turn::display::sorted;
use crate::turn::origins::{Origin, Origins};

/// A message of the conversation, neutralised.
#[derive(Clone, Debug)]
pub struct Utterance {
    /// Who spoke.
    pub speaker: Speaker,
    /// What was said.
    pub parts: Vec<Piece>,
    /// Where its text came from.
    pub source: SourceId,
    /// How many places were altered.
    pub neutralised: u32,
}

/// A part of a message.
#[derive(Clone, Debug)]
pub enum Piece {
    /// Text.
    Text(String),
    /// Anything else, passed through.
    Other(Part),
}

/// The history, oldest first.
pub(crate) fn history(
    agent: &Compiled,
    input: &TurnInput,
    origins: &mut Origins,
) -> Vec<Utterance> {
    let messages = input.history.iter().enumerate();
    messages
        .map(|(index, message)| {
            let source = origins.add(Origin::History { index });
            utterance(agent, message.role, &message.content, source)
        })
        .collect()
}

/// The user's message.
pub(crate) fn message(
    agent: &Compiled,
    input: &TurnInput,
    origins: &mut Origins,
) -> Option<Utterance> {
    let content = input.message.as_ref()?;
    let source = origins.add(Origin::Message);
    Some(utterance(agent, Speaker::User, content, source))
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

fn utterance(agent: &Compiled, speaker: Speaker, content: &Content, source: SourceId) -> Utterance {
    let mut neutralised = 0;
    let mut clean = |text: &str| {
        let (text, count) = agent.guard.message(text);
        neutralised += count;
        text.into_owned()
    };
    let parts = match content {
        Content::Text(text) => vec![Piece::Text(clean(text))],
        Content::Parts(parts) => parts
            .iter()
            .map(|part| match part {
                Part::Text { text } => Piece::Text(clean(text)),
                Part::ToolResult { id, content } => {
                    Piece::Other(Part::ToolResult { id: id.clone(), content: clean(content) })
                }
                Part::ToolCall { id, name, arguments } => Piece::Other(Part::ToolCall {
                    id: id.clone(),
                    name: name.clone(),
                    arguments: each_text(&sorted(arguments), &mut clean),
                }),
                Part::File { url, name, tokens } => Piece::Other(Part::File {
                    url: url.clone(),
                    name: name.as_deref().map(&mut clean),
                    tokens: *tokens,
                }),
                other => Piece::Other(other.clone()),
            })
            .collect(),
    };
    Utterance { speaker, parts, source, neutralised }
}
