//! The fields of the agent `fields` that an outsider can fill.

use std::collections::BTreeMap;

use proem::agent::input::{Content, Memory, Message, Part, Speaker, TurnInput};
use proem::turn::Options;
use serde_json::json;

use crate::host::with_model;
use crate::make::object;

/// What stands in a field that nobody cares about.
pub(crate) const BENIGN: &str = "Benignvalue";

/// Every field that an outsider can fill.
pub(crate) const SLOTS: [&str; 15] = [
    "user_name",
    "note",
    "title",
    "body",
    "memory",
    "memory2",
    "line",
    "line2",
    "a",
    "b",
    "rule",
    "document",
    "result",
    "said",
    "message",
];

/// Fields that a prompt prints next to each other.
pub(crate) const NEIGHBOURS: [(&str, &str); 6] = [
    ("user_name", "note"),
    ("title", "body"),
    ("a", "b"),
    ("line", "line2"),
    ("memory", "memory2"),
    ("document", "user_name"),
];

/// Values by field.
pub(crate) type Values = BTreeMap<&'static str, String>;

/// The same value in every field.
pub(crate) fn everywhere(text: &str) -> Values {
    SLOTS.map(|slot| (slot, text.to_owned())).into()
}

/// A turn in which the fields have these values, the others an ordinary word.
pub(crate) fn turn(values: &Values, model: &str) -> (TurnInput, Options) {
    let of = |slot: &str| values.get(slot).map_or(BENIGN, String::as_str);
    let entry = |text: &str| object(json!({"kind": "semantic", "text": text}));
    let said = |role, text: &str| Message { role, content: Content::Text(text.into()) };
    let parts = |role, part| Message { role, content: Content::Parts(vec![part]) };
    let call = Part::ToolCall { id: "call_1".into(), name: "look_up".into(), arguments: json!({}) };
    let result = Part::ToolResult { id: "call_1".into(), content: of("result").into() };
    // A rule that is dropped must not decide whether the layer is there.
    let rules = vec!["Keep replies short.".to_owned(), of("rule").to_owned()];
    let input = TurnInput {
        state: object(json!({"user": {"name": of("user_name")}})),
        memory: Memory {
            entries: vec![entry(of("memory")), entry(of("memory2"))],
            rules,
            recall: true,
        },
        history: vec![
            said(Speaker::User, of("said")),
            parts(Speaker::Assistant, call),
            parts(Speaker::Tool, result),
            said(Speaker::Assistant, of("said")),
        ],
        input: object(json!({
            "note": of("note"),
            "ticket": {"title": of("title"), "body": of("body")},
            "lines": [of("line"), of("line2")],
            "pairs": [{"a": of("a"), "b": of("b")}],
        })),
        message: Some(Content::Text(of("message").into())),
        ..TurnInput::default()
    };
    let mut options = with_model(model);
    options.fetched.insert("document".into(), of("document").into());
    (input, options)
}
