//! Parameters of models: the same wish under each provider's name.
//!
//! Owns the table. An agent names its parameters once and may be sent to several providers: what a
//! provider calls otherwise is renamed, what it does not have is left out and reported, and what no
//! row knows is passed on as it is, because it was written for the provider at hand. Nothing is left
//! out in silence.
//!
//! Sources: the request types of the official Python packages (openai 3.52, anthropic 2.11,
//! google-genai 3.4).

use serde_json::{Map, Value as Json, json};

use crate::agent::model::Model;
use crate::turn::format::Lowering;
use crate::turn::format::json::Out;

/// The columns of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// `openai-chat`.
    Chat,
    /// `openai-responses`.
    Responses,
    /// `anthropic`.
    Anthropic,
    /// `gemini`.
    Gemini,
}

/// One wish: the names under which it may be written, and where each provider wants it. A path with
/// slashes leads into an object; an empty one says that the provider does not have it.
type Row = (&'static [&'static str], [&'static str; 4]);

/// `openai-chat` keeps what other servers of that format may take, such as `top_k`.
const TABLE: [Row; 20] = [
    (&["temperature"], ["temperature", "temperature", "", "generationConfig/temperature"]),
    (&["top_p", "topP"], ["top_p", "top_p", "", "generationConfig/topP"]),
    (&["top_k", "topK"], ["top_k", "", "", "generationConfig/topK"]),
    (&STOP, ["stop", "", "stop_sequences", "generationConfig/stopSequences"]),
    (&["seed"], ["seed", "", "", "generationConfig/seed"]),
    (&["n", "candidateCount"], ["n", "", "", "generationConfig/candidateCount"]),
    (
        &["presence_penalty", "presencePenalty"],
        ["presence_penalty", "", "", "generationConfig/presencePenalty"],
    ),
    (
        &["frequency_penalty", "frequencyPenalty"],
        ["frequency_penalty", "", "", "generationConfig/frequencyPenalty"],
    ),
    (&["logit_bias"], ["logit_bias", "", "", ""]),
    (&["reasoning_effort"], ["reasoning_effort", "reasoning/effort", "", ""]),
    (&["reasoning"], ["reasoning", "reasoning", "", ""]),
    (&["verbosity"], ["verbosity", "text/verbosity", "", ""]),
    (&["parallel_tool_calls"], ["parallel_tool_calls", "parallel_tool_calls", "", ""]),
    (&["safety_identifier"], ["safety_identifier", "safety_identifier", "", ""]),
    (&["user"], ["user", "user", "", ""]),
    (
        &["service_tier", "serviceTier"],
        ["service_tier", "service_tier", "service_tier", "serviceTier"],
    ),
    (&["thinking"], ["thinking", "", "thinking", ""]),
    (&["effort"], ["", "", "output_config/effort", ""]),
    (&["thinkingConfig"], ["", "", "", "generationConfig/thinkingConfig"]),
    (&["safetySettings"], ["", "", "", "safetySettings"]),
];

/// What Anthropic once took.
const GONE: [&str; 3] = ["temperature", "top_p", "top_k"];

/// The one parameter that some providers take as one text and others as a list.
const STOP: [&str; 3] = ["stop", "stop_sequences", "stopSequences"];

/// Members of Gemini's payload that stand beside its `generationConfig`; everything else that no row
/// knows belongs into it.
const BESIDE: [&str; 4] = ["toolConfig", "cachedContent", "labels", "store"];

/// The members of the payload that a model's parameters make for a provider.
pub(super) fn params(
    model: &Model,
    column: Column,
    report: &mut Vec<Lowering>,
) -> Map<String, Json> {
    let mut members = Map::new();
    for (name, value) in &model.params {
        match place(name, column) {
            Some(path) => {
                let is_text = value.is_string() && STOP.contains(&name.as_str());
                let listed = is_text && column != Column::Chat;
                let value = if listed { json!([value]) } else { value.clone() };
                insert(&mut members, &path, value);
            }
            None => {
                let gone = column == Column::Anthropic && GONE.contains(&name.as_str());
                let takes = if gone { "no longer takes" } else { "does not take" };
                let note = format!("this provider {takes} it: left out");
                report.push(Lowering { pointer: format!("/{name}"), note });
            }
        }
    }
    members
}

/// Where a parameter goes; nowhere where the provider does not have it.
fn place(name: &str, column: Column) -> Option<String> {
    let row = TABLE.iter().find(|(names, _)| names.contains(&name));
    match row.and_then(|(_, places)| places.get(column as usize)) {
        Some(&"") => None,
        Some(path) => Some((*path).to_owned()),
        None if column == Column::Gemini && !BESIDE.contains(&name) => {
            Some(format!("generationConfig/{name}"))
        }
        None => Some(name.to_owned()),
    }
}

/// Puts a value at a path, making the objects on the way.
pub(super) fn insert(members: &mut Map<String, Json>, path: &str, value: Json) {
    match path.split_once('/') {
        None => {
            members.insert(path.to_owned(), value);
        }
        Some((first, rest)) => {
            let inner = members.entry(first).or_insert_with(|| Json::Object(Map::new()));
            if let Json::Object(inner) = inner {
                insert(inner, rest, value);
            }
        }
    }
}

/// Members as JSON, without the braces around them.
pub(super) fn written(members: &Map<String, Json>) -> String {
    let mut out = Out::default();
    for (name, value) in members {
        out.member(name, value);
    }
    out.finish()
}
