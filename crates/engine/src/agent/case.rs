//! Cases: recorded turns that are also tests.
//!
//! Owns the file form of a case: inputs, scripted answers, expectations. It must never run one.

mod wrong;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

use crate::agent::decode::Decoder;
use crate::agent::input::TurnInput;
use crate::agent::source::Source;
use crate::agent::yaml::{self, Node, Value};
use crate::diagnostic::{Diagnostic, Span};

/// A recorded conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// The file's name without its ending.
    pub name: String,
    /// What it shows, in a few words.
    pub title: String,
    /// What it shows, in a sentence.
    pub description: String,
    /// Its turns, in order.
    pub turns: Vec<CaseTurn>,
    /// Where it is.
    pub span: Span,
}

/// One recorded turn.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseTurn {
    /// What goes in. Whatever a later turn leaves out is carried over from the turn before it.
    pub input: TurnInput,
    /// The keys that the turn gives by itself.
    pub given: Vec<String>,
    /// The call to look at, when it is not the turn's own.
    pub call: Option<String>,
    /// What the model says to `reply`, or what stands instead: text, or a mapping; a list is one answer for
    /// each time that it is asked.
    pub answer: Option<Json>,
    /// What performed actions give, by action.
    pub results: Map<String, Json>,
    /// What must come of it.
    pub expect: Expect,
    /// Where it begins.
    pub span: Span,
}

/// What must come of a turn. Only what is named is looked at.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Expect {
    /// The call that is made, or `none` where the gate ends the turn or the engine opens a flow.
    pub call: Option<String>,
    /// The status of layers: `included`, `shrunk`, `dropped` or `skipped`.
    pub layers: BTreeMap<String, String>,
    /// Texts that stand nowhere in the payload.
    pub absent: Vec<String>,
    /// Texts that stand somewhere in the payload.
    pub present: Vec<String>,
    /// Bounds of the tokens.
    pub tokens: Bounds,
    /// Values of state keys; of a mapping only the fields that are named.
    pub state: Map<String, Json>,
    /// What the gate says by itself.
    pub say: Option<String>,
    /// Writes that must have been refused, by state key.
    pub refused: Vec<String>,
    /// The actions that the model may ask for: these and no others, in any order.
    pub actions: Option<Vec<String>>,
    /// The code of the error with which assembly must fail.
    pub error: Option<String>,
    /// `stay` or `next`: the decision about the step that counts.
    pub decision: Option<String>,
    /// What the user reads: these messages in this order, and no others.
    pub said: Option<Vec<String>>,
    /// The actions that were done, performed or handed to the host, in this order, and no others.
    pub done: Option<Vec<String>>,
    /// The actions that were refused, in this order. Left out, none may be.
    pub denied: Vec<String>,
    /// Kinds of events that the host is told.
    pub events: Vec<String>,
    /// What is to be remembered: these texts in this order, and no others.
    pub remembered: Option<Vec<String>>,
    /// The codes of all problems with the answer, in order. Left out, there may be none.
    pub problems: Vec<String>,
    /// The code of the reason why there is no answer. Left out, there must be one.
    pub failure: Option<String>,
    /// `pass` or `fail`: the verdict.
    pub verdict: Option<String>,
    /// The calls that are to be made in the background, and no others.
    pub background: Option<Vec<String>>,
}

/// Bounds of a number of tokens.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Bounds {
    /// The least.
    pub min: Option<u32>,
    /// The most.
    pub max: Option<u32>,
}

/// A turn as it stands in a file: the input's keys and the case's own.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CaseTurnFile {
    /// What goes in.
    #[serde(flatten)]
    pub input: TurnInput,
    /// The call to look at, when it is not the turn's own.
    pub call: Option<String>,
    /// What the model says to `reply`, or what stands instead: text, or a mapping; a list is one answer for
    /// each time that it is asked.
    pub answer: Option<Json>,
    /// What performed actions give, by action.
    pub results: Map<String, Json>,
    /// What must come of it.
    pub expect: Expect,
}

/// A case as it stands in a file.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    /// What it shows, in a few words.
    #[serde(default)]
    pub title: String,
    /// What it shows, in a sentence.
    #[serde(default)]
    pub description: String,
    /// Its turns, in order.
    pub turns: Vec<CaseTurnFile>,
}

const OWN_KEYS: [&str; 4] = ["call", "answer", "results", "expect"];

/// Reads the file of a case.
#[must_use]
pub fn parse(source: &Source, name: &str) -> (Option<Case>, Vec<Diagnostic>) {
    let mut decoder = Decoder::default();
    let node = yaml::parse(source, 0, source.text.len(), &mut decoder.findings);
    let Some(node) = node else {
        if decoder.findings.is_empty() {
            decoder.error_with(
                "case.empty",
                &Span::of_file(&source.file),
                "the case is empty",
                "Give it `turns`, or remove the file.",
            );
        }
        return (None, decoder.findings);
    };
    let case = decode_case(&mut decoder, &node, name);
    (case, decoder.findings)
}

/// Reads the input of a turn from a file, YAML or JSON.
#[must_use]
pub fn parse_turn(source: &Source) -> (Option<TurnInput>, Vec<Diagnostic>) {
    let mut decoder = Decoder::default();
    let node = match as_json(source) {
        Some(json) => Some(Node::of_json(&json, &Span::of_file(&source.file))),
        None => yaml::parse(source, 0, source.text.len(), &mut decoder.findings),
    };
    let input = match &node {
        Some(node) => decode_value(&mut decoder, node, "a turn"),
        None if decoder.findings.is_empty() => Some(TurnInput::default()),
        None => None,
    };
    (input, decoder.findings)
}

/// A JSON document. YAML reads most of JSON, but not its escapes beyond the first plane.
fn as_json(source: &Source) -> Option<Json> {
    let is_object = source.text.trim_start().starts_with('{');
    is_object.then(|| serde_json::from_str(&source.text).ok()).flatten()
}

fn decode_case(decoder: &mut Decoder, node: &Node, name: &str) -> Option<Case> {
    let mut fields = decoder.fields(node, "a case")?;
    let title = fields.string(decoder, "title").unwrap_or_default();
    let description = fields.string(decoder, "description").unwrap_or_default();
    let turns = fields.need(decoder, "turns").and_then(|node| decoder.list(node));
    let span = fields.span.clone();
    fields.finish(decoder);
    if turns.is_some_and(<[Node]>::is_empty) {
        let help = "Add a turn: `- message: Hello`.";
        decoder.error_with("case.no-turns", &span, "a case has at least one turn", help);
    }
    let turns = turns.unwrap_or_default();
    let turns = turns.iter().filter_map(|turn| decode_turn(decoder, turn)).collect();
    Some(Case { name: name.to_owned(), title, description, turns, span })
}

fn decode_turn(decoder: &mut Decoder, node: &Node) -> Option<CaseTurn> {
    let Value::Map(entries) = &node.value else {
        decoder.wrong(node, "a turn (a mapping)");
        return None;
    };
    let own =
        |key: &str| entries.iter().find(|(name, _)| name.key() == key).map(|(_, value)| value);
    let rest = entries.iter().filter(|(name, _)| !OWN_KEYS.contains(&name.key().as_str()));
    let rest = Node { span: node.span.clone(), value: Value::Map(rest.cloned().collect()) };
    let input = decode_value::<TurnInput>(decoder, &rest, "a turn")?;
    let expect = match own("expect") {
        Some(node) => decode_value::<Expect>(decoder, node, "`expect`")?,
        None => Expect::default(),
    };
    let Value::Map(given) = &rest.value else {
        return None;
    };
    Some(CaseTurn {
        input,
        given: given.iter().map(|(name, _)| name.key()).collect(),
        call: own("call").and_then(|node| decoder.text(node)).map(|text| text.value),
        answer: own("answer").map(Node::to_json),
        results: own("results").map(|node| decoder.object(node)).unwrap_or_default(),
        expect,
        span: node.span.clone(),
    })
}

/// Decodes a value through its serde form. Everything that is wrong with it is told, at its place.
fn decode_value<T>(decoder: &mut Decoder, node: &Node, what: &str) -> Option<T>
where
    T: for<'de> Deserialize<'de>,
{
    if !matches!(node.value, Value::Map(_)) {
        decoder.wrong(node, &format!("{what} (a mapping)"));
        return None;
    }
    if let Ok(value) = serde_json::from_value(node.to_json()) {
        return Some(value);
    }
    let trial = |value| match serde_json::from_value::<T>(value) {
        Ok(_) => Ok(()),
        Err(error) => Err(error.to_string()),
    };
    wrong::tell(what, &mut Vec::new(), node, &trial, &mut decoder.findings);
    None
}
