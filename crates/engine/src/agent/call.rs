//! Calls: the questions to the model that a turn may ask.
//!
//! Owns what a call declares: when it runs, what it is given, how it must be answered. It must never
//! decide which call a turn makes (that is `turn::select`).

use serde_json::Value as Json;

use crate::agent::decode::{Decoder, Located, SCHEMA_HELP, Text, beginning};
use crate::agent::layer::{self, Layer};
use crate::agent::model::ModelSpec;
use crate::agent::name::{PromptName, is_word};
use crate::agent::output::{self, Output};
use crate::agent::yaml::Node;
use crate::diagnostic::Span;

/// When a call runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// It is the turn's answer: the call `reply`.
    Reply,
    /// In place of `reply`, when its condition holds.
    Instead,
    /// Asked by a row of the gate.
    Gate,
    /// Behind the reply, in the same turn.
    After,
    /// Behind the turn, in the background.
    Background,
    /// When the host asks for it.
    Asked,
}

impl Run {
    /// Whether the user reads what the model answers: such a call always has the core.
    #[must_use]
    pub fn replies(self) -> bool {
        matches!(self, Self::Reply | Self::Instead)
    }
}

/// The kind of an answer contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerKind {
    /// Plain text.
    Text,
    /// A message and the allowed actions.
    Actions,
    /// Messages, the decision, what was read into slots, and why.
    Steps,
    /// Passed or failed, with a reason.
    Verdict,
    /// A schema of the author's.
    Schema,
}

/// What the two verdicts begin with, as they were written. Letter case plays no part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heads {
    /// The beginning of an answer that says yes.
    pub pass: String,
    /// The beginning of an answer that says no.
    pub fail: String,
}

/// How the model must answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The kind.
    pub kind: AnswerKind,
    /// The author's schema, for the kind `schema`.
    pub schema: Option<Json>,
    /// Where the schema stands.
    pub schema_at: Option<Span>,
    /// Whether actions travel as the provider's tools instead of as fields.
    pub tools: bool,
    /// What the verdicts begin with, for the kind `verdict`, where somebody has said it.
    pub heads: Option<Heads>,
}

impl Default for Answer {
    fn default() -> Self {
        Self { kind: AnswerKind::Text, schema: None, schema_at: None, tools: false, heads: None }
    }
}

/// One call.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// Its name.
    pub name: String,
    /// Where it is declared.
    pub span: Span,
    /// When it runs.
    pub run: Run,
    /// A condition.
    pub when: Option<Text>,
    /// Whether memory, rules and recall are kept from it by construction.
    pub isolated: bool,
    /// Whether it goes without the core.
    pub bare: bool,
    /// Prompts added behind the agent's core.
    pub core: Vec<Located<PromptName>>,
    /// The only context keys that it may be given, when it says so.
    pub context: Option<Vec<Text>>,
    /// What it says of the model.
    pub model: ModelSpec,
    /// Its layers in payload order, without the core.
    pub layers: Vec<Layer>,
    /// How the model must answer.
    pub answer: Answer,
    /// Rules for what it says, in place of the agent's.
    pub output: Option<Output>,
    /// What is said where the model gives no answer.
    pub fallback: Option<Text>,
}

const RUNS: [(&str, Run); 5] = [
    ("instead", Run::Instead),
    ("gate", Run::Gate),
    ("after", Run::After),
    ("background", Run::Background),
    ("asked", Run::Asked),
];

const KINDS: [(&str, AnswerKind); 5] = [
    ("text", AnswerKind::Text),
    ("actions", AnswerKind::Actions),
    ("steps", AnswerKind::Steps),
    ("verdict", AnswerKind::Verdict),
    ("schema", AnswerKind::Schema),
];

pub(crate) fn decode(decoder: &mut Decoder, node: &Node) -> Vec<Call> {
    let entries = decoder.entries(node);
    entries.iter().filter_map(|(name, body)| decode_call(decoder, name, body)).collect()
}

fn decode_call(decoder: &mut Decoder, name: &Node, body: &Node) -> Option<Call> {
    let key = name.key();
    if !is_word(&key) || key == "reply" {
        let help = "The layers of `reply` stand at the top of the file, under `layers`.";
        decoder.error_with(
            "call.name",
            &name.span,
            format!("`{key}` cannot be a call's name"),
            help,
        );
    }
    let mut fields = decoder.fields(body, "a call")?;
    let call = Call {
        name: key,
        span: name.span.clone(),
        run: fields
            .need(decoder, "run")
            .and_then(|node| decoder.choice(node, &RUNS))
            .unwrap_or(Run::Asked),
        when: fields.text(decoder, "when"),
        isolated: fields.flag(decoder, "isolated"),
        bare: fields.flag(decoder, "bare"),
        core: fields.get("core").map(|node| decode_names(decoder, node)).unwrap_or_default(),
        context: fields.get("context").map(|node| decoder.texts(node)),
        model: fields.get("model").map(|node| ModelSpec::decode(decoder, node)).unwrap_or_default(),
        layers: fields
            .need(decoder, "layers")
            .map(|node| layer::decode(decoder, node))
            .unwrap_or_default(),
        answer: fields.get("answer").map(|node| decode_answer(decoder, node)).unwrap_or_default(),
        output: fields.get("output").and_then(|node| output::decode(decoder, node)),
        fallback: fields.text(decoder, "fallback"),
    };
    fields.finish(decoder);
    if let Some(text) = call.fallback.as_ref().filter(|_| !call.run.replies()) {
        let message = format!("nobody reads what the call `{}` says", call.name);
        let help =
            "Only a call that runs `instead` has a `fallback`; that of `reply` stands at the top.";
        decoder.error_with("call.fallback", &text.span, message, help);
    }
    if call.bare && call.run.replies() {
        let help = "Remove `bare: true`: what the user reads is always written under the core.";
        let message =
            format!("the call `{}` replies to the user and cannot go without the core", call.name);
        decoder.error_with("call.bare", &call.span, message, help);
    }
    if call.bare && !call.core.is_empty() {
        decoder.error_with(
            "call.bare",
            &call.span,
            "`core` adds to the core, and this call is `bare`",
            "Remove one of the two.",
        );
    }
    if call.run == Run::Instead && call.when.is_none() {
        let message = format!("the call `{}` would always stand in place of `reply`", call.name);
        decoder.error_with("call.when", &call.span, message, "Give it a `when`.");
    }
    Some(call)
}

/// A list of prompts' names, none of them with an expression in it.
pub(crate) fn decode_names(decoder: &mut Decoder, node: &Node) -> Vec<Located<PromptName>> {
    let mut names = Vec::new();
    for text in decoder.texts(node) {
        match PromptName::parse(&text.value) {
            Ok(value) => names.push(Located { value, span: text.span }),
            Err(message) => {
                let help =
                    "Write it as its file is called: prompts/core/identity.md is `core/identity`.";
                decoder.error_with("core.name", &text.span, message, help);
            }
        }
    }
    names
}

pub(crate) fn decode_answer(decoder: &mut Decoder, node: &Node) -> Answer {
    let Some(mut fields) = decoder.fields(node, "an answer") else {
        return Answer::default();
    };
    let kind = fields.need(decoder, "kind").and_then(|node| decoder.choice(node, &KINDS));
    let schema = fields.get("schema");
    let ways = [("fields", false), ("tools", true)];
    let tools = fields.get("actions").and_then(|node| decoder.choice(node, &ways)).unwrap_or(false);
    fields.finish(decoder);
    let kind = kind.unwrap_or(AnswerKind::Text);
    match (kind, schema) {
        (AnswerKind::Schema, None) => {
            decoder.error_with(
                "answer.schema",
                &node.span,
                "an answer of kind `schema` needs a `schema`",
                "Add `schema:` with a JSON Schema of type object.",
            );
        }
        (AnswerKind::Schema, Some(schema)) => {
            let json = schema.to_json();
            if let Err(error) = jsonschema::meta::validate(&json) {
                let message = format!("this is not a JSON Schema: {error}");
                decoder.error_with("answer.schema", &schema.span, message, SCHEMA_HELP);
            } else if json.get("type").and_then(Json::as_str) != Some("object") {
                let message = "the schema of an answer describes an object";
                decoder.error_with("answer.schema", &schema.span, message, "Say `type: object`.");
            }
        }
        (_, Some(schema)) => {
            decoder.error_with(
                "answer.schema",
                &schema.span,
                "`schema` is for answers of kind `schema`",
                "Say `kind: schema`, or remove the schema.",
            );
        }
        (_, None) => {}
    }
    let schema_at = schema.map(beginning);
    Answer { kind, schema: schema.map(Node::to_json), schema_at, tools, heads: None }
}
