//! Layers: the places of an assembly.
//!
//! Owns order, channel, filling and shrinking as the author declares them. It must never render.

use schemars::JsonSchema;
use serde::Serialize;

use crate::agent::decode::{Decoder, Located, Text};
use crate::agent::name::{PromptName, is_word};
use crate::agent::yaml::{Node, Value};
use crate::diagnostic::Span;

/// Where a layer goes, in payload order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Channel {
    /// The constitution, before everything else.
    Instructions,
    /// The system message.
    System,
    /// The application's own instructions, below the system message in rank.
    Developer,
    /// The conversation so far.
    History,
    /// What changes every turn: behind the history, in front of the message.
    Turn,
    /// The user's message.
    User,
}

impl Channel {
    /// The name of the channel.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Instructions => "instructions",
            Self::System => "system",
            Self::Developer => "developer",
            Self::History => "history",
            Self::Turn => "turn",
            Self::User => "user",
        }
    }
}

/// How a layer gives way when the window is too small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shrink {
    /// Not at all.
    Never,
    /// As a whole.
    Drop,
    /// Item by item.
    Items,
    /// The oldest exchanges of the history.
    Oldest,
    /// Text at its end.
    Tail,
    /// Text at its beginning.
    Head,
    /// Text in its middle.
    Middle,
}

/// What the engine itself can write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// The user's style rules.
    Rules,
    /// The allowed actions in words.
    Actions,
    /// The packet of the current step.
    Step,
    /// The authority list.
    Priority,
    /// The answer contract in words.
    Answer,
}

/// A prompt of a layer.
#[derive(Clone, Debug, PartialEq)]
pub struct PromptRef {
    /// Its name, in which an expression may stand.
    pub name: Text,
    /// A condition.
    pub when: Option<Text>,
}

/// What fills a layer.
#[derive(Clone, Debug, PartialEq)]
pub enum Fill {
    /// Prompts, in order, one blank line between two.
    Prompts(Vec<PromptRef>),
    /// The engine.
    Engine(Engine),
    /// The conversation or the message: the channel says which.
    Conversation,
}

/// One layer.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// Its id, unique in its call.
    pub id: String,
    /// Where it is declared.
    pub span: Span,
    /// Its name for people.
    pub title: String,
    /// The question that it answers, for people.
    pub about: String,
    /// Where it goes.
    pub channel: Channel,
    /// A line in front of its text.
    pub header: Option<Text>,
    /// A condition.
    pub when: Option<Text>,
    /// Whether a missing prompt skips the layer instead of failing.
    pub optional: bool,
    /// What fills it.
    pub fill: Fill,
    /// How it gives way.
    pub shrink: Shrink,
    /// Exchanges or items that stay in any case.
    pub keep: u32,
    /// What shrinks first: the smallest.
    pub priority: u32,
}

const CHANNELS: [(&str, Channel); 6] = [
    ("instructions", Channel::Instructions),
    ("system", Channel::System),
    ("developer", Channel::Developer),
    ("history", Channel::History),
    ("turn", Channel::Turn),
    ("user", Channel::User),
];

const SHRINKS: [(&str, Shrink); 7] = [
    ("never", Shrink::Never),
    ("drop", Shrink::Drop),
    ("items", Shrink::Items),
    ("oldest", Shrink::Oldest),
    ("tail", Shrink::Tail),
    ("head", Shrink::Head),
    ("middle", Shrink::Middle),
];

const ENGINES: [(&str, Engine); 5] = [
    ("rules", Engine::Rules),
    ("actions", Engine::Actions),
    ("step", Engine::Step),
    ("priority", Engine::Priority),
    ("answer", Engine::Answer),
];

pub(crate) fn decode(decoder: &mut Decoder, node: &Node) -> Vec<Layer> {
    let items = decoder.list(node).unwrap_or_default();
    let layers: Vec<Layer> = items.iter().filter_map(|item| decode_layer(decoder, item)).collect();
    for (at, layer) in layers.iter().enumerate() {
        if layers[..at].iter().any(|earlier| earlier.id == layer.id) {
            decoder.error_with(
                "layer.twice",
                &layer.span,
                format!("the layer `{}` appears twice", layer.id),
                "Give one of them another `id`.",
            );
        }
        if let Some(earlier) = layers[..at].last()
            && earlier.channel > layer.channel
        {
            let message = format!(
                "`{}` (channel {}) stands behind `{}` (channel {}), but goes before it",
                layer.id,
                layer.channel.as_str(),
                earlier.id,
                earlier.channel.as_str()
            );
            let help = "List layers in payload order: instructions, system, developer, history, turn, user.";
            decoder.error_with("layer.order", &layer.span, message, help);
        }
    }
    layers
}

fn decode_layer(decoder: &mut Decoder, node: &Node) -> Option<Layer> {
    let mut fields = decoder.fields(node, "a layer")?;
    let id = fields.need(decoder, "id").and_then(|node| decoder.text(node));
    let channel = fields.need(decoder, "channel").and_then(|node| decoder.choice(node, &CHANNELS));
    let prompts = fields.get("prompts").map(|node| decode_refs(decoder, node));
    let engine = fields.get("engine");
    let unread = engine.is_some();
    let engine = engine.and_then(|node| decoder.choice(node, &ENGINES));
    let shrink = fields.get("shrink").and_then(|node| decoder.choice(node, &SHRINKS));
    let title = fields.string(decoder, "title");
    let about = fields.string(decoder, "about").unwrap_or_default();
    let header = fields.text(decoder, "header");
    let when = fields.text(decoder, "when");
    let optional = fields.flag(decoder, "optional");
    let keep = fields.integer(decoder, "keep", 0);
    let priority = fields.integer(decoder, "priority", 0);
    let span = fields.span.clone();
    fields.finish(decoder);
    let (id, channel) = (id?, channel?);
    if !is_word(&id.value) || id.value == "core" {
        let help = "Use small letters, digits, `_` and `-`; `core` is the sealed layer's own id.";
        decoder.error_with(
            "layer.id",
            &id.span,
            format!("`{}` cannot be a layer's id", id.value),
            help,
        );
    }
    let conversation = matches!(channel, Channel::History | Channel::User);
    let fill = match (prompts, engine) {
        (Some(prompts), Some(_)) => {
            decoder.error_with(
                "layer.fill",
                &span,
                "a layer is filled by `prompts` or by the `engine`, not by both",
                "Make two layers of it.",
            );
            Fill::Prompts(prompts)
        }
        (Some(prompts), None) => Fill::Prompts(prompts),
        (None, Some(engine)) => Fill::Engine(engine),
        (None, None) if conversation || unread => Fill::Conversation,
        (None, None) => {
            let message = format!("nothing fills the layer `{}`", id.value);
            let help = "Give it `prompts` or an `engine`.";
            decoder.error_with("layer.fill", &span, message, help);
            return None;
        }
    };
    if conversation && fill != Fill::Conversation {
        let message = format!("the channel {} is filled by the conversation", channel.as_str());
        let help = "Remove its `prompts` or `engine`, or choose another channel.";
        decoder.error_with("layer.fill", &span, message, help);
        return None;
    }
    let shrink = shrink.unwrap_or(Shrink::Never);
    if (shrink == Shrink::Oldest) != (channel == Channel::History) && shrink != Shrink::Never {
        let message = "`oldest` is how the history shrinks, and nothing else";
        let help = "For other layers choose drop, items, tail, head or middle.";
        decoder.error_with("layer.shrink", &span, message, help);
    }
    if channel == Channel::User && shrink != Shrink::Never {
        let message = "the user's message is never shrunk";
        decoder.error_with("layer.shrink", &span, message, "Remove `shrink`.");
    }
    if shrink == Shrink::Items && matches!(fill, Fill::Engine(_)) {
        let message =
            "`items` counts the items of a prompt's lists, and no prompt fills this layer";
        decoder.error_with("layer.shrink", &span, message, "Use `drop`.");
    }
    Some(Layer {
        title: title.unwrap_or_else(|| id.value.clone()),
        about,
        channel,
        header,
        when,
        optional,
        fill,
        shrink,
        keep: keep.unwrap_or(if channel == Channel::History { 4 } else { 0 }),
        priority: priority.unwrap_or(50),
        id: id.value,
        span,
    })
}

fn decode_refs(decoder: &mut Decoder, node: &Node) -> Vec<PromptRef> {
    let items = decoder.list(node).unwrap_or_default();
    let mut refs = Vec::new();
    for item in items {
        if matches!(item.value, Value::Map(_)) {
            let Some(mut fields) = decoder.fields(item, "a prompt of a layer") else {
                continue;
            };
            let name = fields.need(decoder, "prompt").and_then(|node| decoder.text(node));
            let when = fields.text(decoder, "when");
            fields.finish(decoder);
            refs.extend(name.map(|name| PromptRef { name, when }));
        } else if let Some(name) = decoder.text(item) {
            refs.push(PromptRef { name, when: None });
        }
    }
    refs
}

/// The layer that a sealed core makes: it has no place of its own in the file.
#[must_use]
pub fn core_layer(span: &Span, channel: Channel, names: &[Located<PromptName>]) -> Layer {
    let prompt = |name: &Located<PromptName>| PromptRef {
        name: Located { value: name.value.to_string(), span: name.span.clone() },
        when: None,
    };
    Layer {
        id: "core".into(),
        span: span.clone(),
        title: "Core".into(),
        about: String::new(),
        channel,
        header: None,
        when: None,
        optional: false,
        fill: Fill::Prompts(names.iter().map(prompt).collect()),
        shrink: Shrink::Never,
        keep: 0,
        priority: u32::MAX,
    }
}
