//! The messages of the conversation.
//!
//! Owns their way into the payload: control tokens and hidden characters are neutralised, everything
//! else stays byte for byte, parts that are not text pass through where the provider takes them. What
//! was said before is kept from turn to turn, counted and ready. It must never cut a message.

use std::sync::Arc;

use serde_json::Value as Json;

use crate::agent::exact::Exact;
use crate::agent::input::{Content, Message, Part, Speaker, TurnInput};
use crate::check::compiled::Compiled;
use crate::text::origin::SourceId;
use crate::turn::format::Lost;
use crate::turn::gather::display::sorted;
use crate::turn::measure::{MOST, Scale};
use crate::turn::message::entry::{Entry, EntryPart, Place, TextPart};
use crate::turn::message::passed::Passed;
use crate::turn::message::seating::Role;
use crate::turn::origins::{MESSAGE, Origins};

/// A message of the conversation, neutralised and counted.
#[derive(Debug)]
pub struct Utterance {
    /// Who spoke.
    pub speaker: Speaker,
    /// The message of the payload; none for one without any content, which providers refuse.
    pub entry: Option<Arc<Entry>>,
    /// Where its text came from.
    pub source: SourceId,
    /// How many places were altered.
    pub neutralised: u32,
    /// What of its parts the provider does not take, by the place of the part.
    pub lost: Vec<(usize, Lost)>,
    /// Its tokens with what providers add around it.
    pub tokens: u32,
    /// The tokens of all messages before it.
    pub before: u32,
}

/// The conversation, as it was counted last.
#[derive(Debug, Default)]
pub(crate) struct Said {
    /// The history, oldest first, ready for the payload.
    pub history: Vec<Arc<Utterance>>,
    /// The user's message, as it was given and ready.
    message: Option<(Message, Arc<Utterance>)>,
}

/// Brings the kept history, of which only messages are left that are still the same, up to that of a
/// turn.
pub(crate) fn follow(said: &mut Said, agent: &Compiled, input: &TurnInput, scale: &Scale<'_>) {
    let Said { history: kept, message: asked } = said;
    for (index, message) in input.history.iter().enumerate().skip(kept.len()) {
        let source = Origins::history(index);
        let place = Place::History(index);
        let before = kept.last().map_or(0, |last| (last.before + last.tokens).min(MOST));
        // What the user said last is, a turn later, the history's.
        let said = match asked.as_ref().filter(|(asked, _)| asked.exact(message)) {
            Some((_, asked)) => moved(asked, source, place),
            None => utterance(agent, message, source, place, scale),
        };
        kept.push(Arc::new(Utterance { before, ..said }));
    }
}

/// The user's message: the kept one, where it says the same.
pub(crate) fn message(
    said: &mut Said,
    agent: &Compiled,
    input: &TurnInput,
    scale: &Scale<'_>,
) -> Option<Arc<Utterance>> {
    let message = Message { role: Speaker::User, content: input.message.clone()? };
    if let Some((_, ready)) = said.message.as_ref().filter(|(asked, _)| asked.exact(&message)) {
        return Some(Arc::clone(ready));
    }
    let ready = Arc::new(utterance(agent, &message, MESSAGE, Place::Message, scale));
    said.message = Some((message, Arc::clone(&ready)));
    Some(ready)
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

pub(crate) fn utterance(
    agent: &Compiled,
    given: &Message,
    source: SourceId,
    place: Place,
    scale: &Scale<'_>,
) -> Utterance {
    let mut neutralised = 0;
    let mut clean = |text: &str| {
        let (text, count) = agent.guard.message(text);
        neutralised += count;
        text.into_owned()
    };
    let mut parts = Vec::new();
    let mut lost = Vec::new();
    let text = |text: String, parts: &mut Vec<EntryPart>| {
        if !text.is_empty() {
            let tokens = scale.tokenizer.count(&text);
            parts.push(EntryPart::Text(Arc::new(TextPart::whole(text, source, tokens))));
        }
    };
    match &given.content {
        Content::Text(said) => text(clean(said), &mut parts),
        Content::Parts(given) => {
            for (at, part) in given.iter().enumerate() {
                if let Part::Text { text: said } = part {
                    text(clean(said), &mut parts);
                }
                let Some(part) = passed(part, &mut clean) else { continue };
                let not = scale.provider.lost(&part, scale.model);
                if not.as_ref().is_none_or(|lost| !lost.whole) {
                    parts.push(EntryPart::Other(part));
                }
                lost.extend(not.map(|not| (at, not)));
            }
        }
    }
    let role = match given.role {
        Speaker::User => Role::User,
        Speaker::Assistant => Role::Assistant,
        Speaker::Tool => Role::Tool,
    };
    // What is opaque leads to something; alone it is no message.
    let says = |part: &EntryPart| !matches!(part, EntryPart::Other(Passed::Opaque { .. }));
    let entry = parts.iter().any(says).then(|| Arc::new(scale.message(role, parts, place)));
    let tokens = entry.as_ref().map_or(0, |entry| scale.entry(entry));
    Utterance { speaker: given.role, entry, source, neutralised, lost, tokens, before: 0 }
}

/// The same message, at its place in the history.
fn moved(said: &Utterance, source: SourceId, place: Place) -> Utterance {
    let part = |part: &EntryPart| match part {
        EntryPart::Text(text) => EntryPart::Text(Arc::new(text.from(source))),
        other => other.clone(),
    };
    let entry = said.entry.as_ref().map(|entry| {
        let parts = entry.parts.iter().map(part).collect();
        Arc::new(Entry { parts, place, role: entry.role, other: entry.other })
    });
    let Utterance { speaker, neutralised, tokens, .. } = *said;
    let lost = said.lost.clone();
    Utterance { speaker, entry, source, neutralised, lost, tokens, before: 0 }
}

/// A part with the texts in it cleaned; none for text, which is no part of this kind.
fn passed(part: &Part, clean: &mut impl FnMut(&str) -> String) -> Option<Passed> {
    Some(match part {
        Part::Text { .. } => return None,
        Part::Image { url, tokens } => Passed::Image { url: url.clone(), tokens: *tokens },
        Part::File { url, name, tokens } => Passed::File {
            url: url.clone(),
            name: name.as_deref().map(&mut *clean),
            tokens: *tokens,
        },
        Part::ToolCall { id, name, arguments } => Passed::ToolCall {
            id: id.clone(),
            name: name.clone(),
            arguments: each_text(&sorted(arguments), clean),
        },
        Part::ToolResult { id, content } => {
            Passed::ToolResult { id: id.clone(), content: clean(content) }
        }
        // Signed: with one byte altered it would be refused. What a provider takes of it is no text that
        // anybody could have written into it.
        Part::Opaque { provider, model, value } => Passed::Opaque {
            provider: provider.clone(),
            model: model.clone(),
            value: sorted(value),
        },
    })
}
