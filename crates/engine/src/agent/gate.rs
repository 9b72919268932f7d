//! The rows of a gate as their author wrote them.
//!
//! Owns the shape of a row and which of its keys go together. It must never match a message: that is
//! `turn::gate`.

use serde_json::Value as Json;

use crate::agent::decode::{Decoder, Located, Text};
use crate::agent::yaml::{Node, Value};
use crate::diagnostic::Span;

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct GateRow {
    /// Where it begins.
    pub span: Span,
    /// Phrases, any of which must be in the message, as whole words.
    pub phrases: Vec<Text>,
    /// Regular expressions, any of which must match the message.
    pub regex: Vec<Text>,
    /// Phrases that cover a match and so take it back.
    pub unless: Vec<Text>,
    /// A condition on the state.
    pub when: Option<Text>,
    /// A call whose answer the row needs.
    pub call: Option<Text>,
    /// Rows for the case that the call failed.
    pub fallback: Vec<GateRow>,
    /// What the row writes.
    pub set: Vec<Setting>,
    /// Whether only rows marked `always` follow.
    pub last: bool,
    /// Whether the row is looked at in any case.
    pub always: bool,
    /// What is said without asking a model; ends the turn.
    pub say: Option<Text>,
    /// Actions that the row asks for.
    pub actions: Vec<Text>,
}

/// A value to be written to a state key.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// The state key.
    pub key: Text,
    /// The value; texts in it may be templates.
    pub value: Located<Json>,
}

pub(crate) fn decode(decoder: &mut Decoder, node: &Node) -> Vec<GateRow> {
    let rows = decoder.list(node).unwrap_or_default();
    rows.iter().filter_map(|row| decode_row(decoder, row, false)).collect()
}

fn decode_row(decoder: &mut Decoder, node: &Node, in_fallback: bool) -> Option<GateRow> {
    let mut fields = decoder.fields(node, "a gate row")?;
    let regex = match fields.get("regex") {
        Some(one) if matches!(one.value, Value::Text(_)) => decoder.text(one).into_iter().collect(),
        Some(many) => decoder.texts(many),
        None => Vec::new(),
    };
    let mut row = GateRow {
        span: node.span.clone(),
        phrases: fields.texts(decoder, "phrases"),
        regex,
        unless: fields.texts(decoder, "unless"),
        when: fields.text(decoder, "when"),
        call: None,
        fallback: Vec::new(),
        set: fields.get("set").map(|node| decode_settings(decoder, node)).unwrap_or_default(),
        last: false,
        always: false,
        say: fields.text(decoder, "say"),
        actions: fields.texts(decoder, "do"),
    };
    if !in_fallback {
        row.call = fields.text(decoder, "call");
        row.last = fields.flag(decoder, "final");
        row.always = fields.flag(decoder, "always");
        if let Some(node) = fields.get("fallback") {
            let rows = decoder.list(node).unwrap_or_default();
            row.fallback = rows.iter().filter_map(|row| decode_row(decoder, row, true)).collect();
        }
    }
    fields.finish(decoder);
    check_shape(decoder, &row, in_fallback);
    Some(row)
}

fn check_shape(decoder: &mut Decoder, row: &GateRow, in_fallback: bool) {
    let looks = !row.phrases.is_empty() || !row.regex.is_empty();
    for phrase in row.phrases.iter().chain(&row.unless) {
        if phrase.value.trim().is_empty() {
            decoder.error_with(
                "gate.empty-phrase",
                &phrase.span,
                "an empty phrase matches nothing",
                "Remove it.",
            );
        }
    }
    if !row.unless.is_empty() && !looks {
        let message = "`unless` takes back a match, and this row matches nothing";
        decoder.error_with("gate.unless", &row.span, message, "Add `phrases` or `regex`.");
    }
    if row.call.is_none() && !row.fallback.is_empty() {
        let message = "`fallback` is for rows that ask a `call`";
        let help = "Say which `call` the row asks, or remove its `fallback`.";
        decoder.error_with("gate.fallback", &row.span, message, help);
    }
    if let Some(last) = row.fallback.last()
        && (!last.phrases.is_empty() || !last.regex.is_empty() || last.when.is_some())
    {
        let help = "End the list with a row that has neither phrases nor a condition.";
        let message =
            "the last row of a fallback has a condition, so a failing call may set nothing";
        decoder.error_with("gate.fallback-open", &last.span, message, help);
    }
    if row.set.is_empty()
        && row.say.is_none()
        && row.actions.is_empty()
        && !row.last
        && !in_fallback
    {
        let message = "this row does nothing";
        decoder.error_with("gate.idle", &row.span, message, "Give it `set`, `say` or `do`.");
    }
}

fn decode_settings(decoder: &mut Decoder, node: &Node) -> Vec<Setting> {
    let entries = decoder.entries(node);
    entries
        .iter()
        .map(|(key, value)| Setting {
            key: Located { value: key.key(), span: key.span.clone() },
            value: Located { value: value.to_json(), span: value.span.clone() },
        })
        .collect()
}
