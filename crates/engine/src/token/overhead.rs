//! What providers add around the text: message frames, tools, answer schemas.
//!
//! Owns the tables, each with its source, and the walk through a JSON Schema. These numbers are known
//! by table, not counted: providers do not publish the text they make of tools and schemas. They must
//! never be reported as exact. Providers are named `openai-chat`, `openai-responses`, `anthropic` and
//! `gemini`; a name that is none of them is taken for an OpenAI-compatible one.

use serde_json::Value;

use crate::token::encoding::Encoding;
use crate::token::models::{bare_name, begins_with};
use crate::token::tokenizer::Tokenizer;

/// A tool as it is sent.
#[derive(Debug, Clone, Copy)]
pub struct ToolText<'a> {
    /// Its name.
    pub name: &'a str,
    /// What it is for; may be empty.
    pub description: &'a str,
    /// The JSON Schema of its parameters.
    pub schema: &'a Value,
}

/// Tokens around the text of one message, with the role.
///
/// - `openai-*`: 4, of which 3 frame the message and 1 is the role (OpenAI's cookbook, "How to count
///   tokens", for every model since 2023; the Harmony format writes the same four).
/// - `anthropic`: 4, estimated: its counting endpoint gives 8 for a user's `Hi`, priming included.
/// - `gemini`: 2, estimated: its documentation counts 10 for `Hi my name is Bob` and `Hi Bob!`.
#[must_use]
pub fn message_overhead(provider: &str) -> u32 {
    match provider {
        "gemini" => 2,
        _ => 4,
    }
}

/// Tokens that a message's `name` adds to those of the name's text. Only `openai-chat` has names
/// (OpenAI's cookbook: 1).
#[must_use]
pub fn name_overhead(provider: &str) -> u32 {
    match provider {
        "openai-responses" | "anthropic" | "gemini" => 0,
        _ => 1,
    }
}

/// Tokens with which the reply is primed, once per request: 3 for `openai-*` (OpenAI's cookbook);
/// estimated as 4 for `anthropic` and 2 for `gemini`, see [`message_overhead`].
#[must_use]
pub fn reply_priming(provider: &str) -> u32 {
    match provider {
        "anthropic" => 4,
        "gemini" => 2,
        _ => 3,
    }
}

/// Tokens of all tools of a request; 0 without tools. `forced` says that the model must call one
/// (`tool_choice` is `required`, `any` or a tool's name).
///
/// - `openai-*`: the cookbook's formula, which matched the API to the token for flat parameters.
///   Nested parameters are counted by the same rule, which is an extension of ours.
/// - `anthropic`: the system prompt that comes with tools, by model, and the text of each tool.
/// - `gemini`: the text of each tool; its documentation names no more.
#[must_use]
pub fn tools_tokens(
    provider: &str,
    model: &str,
    tokenizer: &Tokenizer,
    forced: bool,
    tools: &[ToolText<'_>],
) -> u32 {
    if tools.is_empty() {
        return 0;
    }
    match provider {
        "anthropic" => anthropic_tool_prompt(model, forced)
            .saturating_add(sum(tools.iter().map(|tool| written_out(tokenizer, tool)))),
        "gemini" => sum(tools.iter().map(|tool| written_out(tokenizer, tool))),
        _ => OPENAI_TOOLS_END
            .saturating_add(sum(tools.iter().map(|tool| openai_tool(tokenizer, tool)))),
    }
}

/// Tokens of an answer schema sent as the provider's native response format: its compact JSON and
/// the frame around it.
///
/// - `openai-*`: Harmony writes `# Response Formats`, a heading with the name, and the JSON.
/// - `anthropic`: its documentation says that a system prompt explains the format, without numbers.
/// - `gemini`: its documentation says that the schema counts as input.
#[must_use]
pub fn schema_tokens(provider: &str, tokenizer: &Tokenizer, schema: &Value) -> u32 {
    let frame = match provider {
        "anthropic" => 100,
        "gemini" => 4,
        _ => 12,
    };
    tokenizer.count(&schema.to_string()).saturating_add(frame)
}

/// Tokens that end the list of functions (OpenAI's cookbook).
const OPENAI_TOOLS_END: u32 = 12;
/// Tokens around a property of a parameter object (OpenAI's cookbook).
const OPENAI_PROPERTY: u32 = 3;
/// Tokens around an object's properties (OpenAI's cookbook).
const OPENAI_PROPERTIES: u32 = 3;
/// Tokens around a value of an enumeration (OpenAI's cookbook); the first one costs none.
const OPENAI_ENUM_VALUE: u32 = 3;
/// Levels of nested schemas that are counted. OpenAI accepts 10.
const SCHEMA_DEPTH: usize = 32;

fn openai_tool(tokenizer: &Tokenizer, tool: &ToolText<'_>) -> u32 {
    // Measured by the cookbook for the models of each encoding.
    let start = if *tokenizer == Tokenizer::Exact(Encoding::Cl100kBase) { 10 } else { 7 };
    let line = format!("{}:{}", tool.name, without_stop(tool.description));
    sum([start, tokenizer.count(&line), openai_properties(tokenizer, tool.schema, SCHEMA_DEPTH)])
}

fn openai_properties(tokenizer: &Tokenizer, schema: &Value, depth: usize) -> u32 {
    let properties = schema.get("properties").and_then(Value::as_object);
    let Some(properties) = properties.filter(|map| !map.is_empty() && depth > 0) else {
        return 0;
    };
    let each = properties.iter().map(|(name, property)| {
        let line = format!("{name}:{}:{}", type_of(property), description_of(property));
        sum([
            OPENAI_PROPERTY,
            tokenizer.count(&line),
            openai_enum(tokenizer, property),
            openai_properties(tokenizer, property, depth - 1),
            property.get("items").map_or(0, |items| {
                openai_enum(tokenizer, items).saturating_add(openai_properties(
                    tokenizer,
                    items,
                    depth - 1,
                ))
            }),
        ])
    });
    OPENAI_PROPERTIES.saturating_add(sum(each))
}

fn openai_enum(tokenizer: &Tokenizer, property: &Value) -> u32 {
    let values = property.get("enum").and_then(Value::as_array);
    let each = values.into_iter().flatten().map(|value| {
        let count = match value.as_str() {
            Some(text) => tokenizer.count(text),
            None => tokenizer.count(&value.to_string()),
        };
        count.saturating_add(OPENAI_ENUM_VALUE)
    });
    sum(each).saturating_sub(OPENAI_ENUM_VALUE)
}

/// A schema's type: one name, or several that are joined as alternatives.
fn type_of(schema: &Value) -> String {
    match schema.get("type") {
        Some(Value::String(name)) => name.clone(),
        Some(Value::Array(names)) => {
            names.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("|")
        }
        _ => String::new(),
    }
}

fn description_of(schema: &Value) -> &str {
    without_stop(schema.get("description").and_then(Value::as_str).unwrap_or_default())
}

/// The cookbook leaves out one full stop at the end of a description.
fn without_stop(text: &str) -> &str {
    text.strip_suffix('.').unwrap_or(text)
}

/// Tokens of the system prompt that Anthropic adds to a request with tools: for a free choice and
/// for a forced one. From the table in its tool use overview as it stood in the summer of 2026; a model
/// that is not in it costs as much as the dearest one.
const ANTHROPIC_TOOL_PROMPTS: &[(&str, u32, u32)] = &[
    ("claude-opus-5-5", 675, 804),
    ("claude-opus-5", 286, 406),
    ("claude-opus-4-8", 290, 410),
    ("claude-opus-4-7", 675, 804),
    ("claude-opus-4-6", 497, 589),
    ("claude-opus-4-5", 496, 588),
    ("claude-opus-4-1", 313, 315),
    ("claude-opus-4-0", 313, 315),
    ("claude-opus-4-20250514", 313, 315),
    ("claude-sonnet-5-5", 675, 804),
    ("claude-sonnet-5", 354, 474),
    ("claude-sonnet-4-6", 497, 589),
    ("claude-sonnet-4-5", 496, 588),
    ("claude-sonnet-4-0", 313, 315),
    ("claude-sonnet-4-20250514", 313, 315),
    ("claude-haiku-4-5", 496, 588),
    ("claude-3-7-sonnet", 346, 313),
    ("claude-3-5-haiku", 264, 355),
    ("claude-3-opus", 530, 281),
    ("claude-3-sonnet", 159, 235),
    ("claude-3-haiku", 264, 340),
    ("claude", 675, 804),
];

fn anthropic_tool_prompt(model: &str, forced: bool) -> u32 {
    let bare = bare_name(model);
    let row = ANTHROPIC_TOOL_PROMPTS.iter().find(|(row, _, _)| begins_with(&bare, row));
    let (free, must) = row.map_or((675, 804), |(_, free, must)| (*free, *must));
    if forced { must } else { free }
}

/// Tokens around one tool that is sent as JSON: keys, quotes, braces. Estimated.
const WRITTEN_OUT_FRAME: u32 = 16;

fn written_out(tokenizer: &Tokenizer, tool: &ToolText<'_>) -> u32 {
    sum([
        WRITTEN_OUT_FRAME,
        tokenizer.count(tool.name),
        tokenizer.count(tool.description),
        tokenizer.count(&tool.schema.to_string()),
    ])
}

fn sum(counts: impl IntoIterator<Item = u32>) -> u32 {
    counts.into_iter().fold(0, u32::saturating_add)
}
