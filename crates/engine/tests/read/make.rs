//! Contracts and replies, made by hand.

use proem::agent::action::Action;
use proem::agent::call::{Answer as Form, AnswerKind};
use proem::agent::decode::Located;
use proem::diagnostic::Span;
use proem::turn::contract::Contract;
use proem::turn::format::reply::{Reply, Stop, ToolUse};
use serde_json::{Map, Value as Json, json};

/// An action with parameters; those named with `?` are optional.
pub(crate) fn action(name: &str, params: &[(&str, Json)]) -> Action {
    let span = Span::of_file(&"agent.yaml".into());
    let properties: Map<String, Json> = params
        .iter()
        .map(|(name, schema)| (name.trim_end_matches('?').to_owned(), schema.clone()))
        .collect();
    let required: Vec<&str> =
        params.iter().map(|(name, _)| *name).filter(|name| !name.ends_with('?')).collect();
    Action {
        name: name.to_owned(),
        span: span.clone(),
        description: String::new(),
        params: json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false}),
        returns: None,
        by: vec![Located { value: "model".to_owned(), span }],
        allow: None,
        effects: Vec::new(),
    }
}

/// The actions of the tests' contracts.
pub(crate) fn actions() -> Vec<Action> {
    let text = || json!({"type": "string"});
    vec![
        action(
            "create_identity",
            &[("name", text()), ("note?", text()), ("rank?", json!({"type": "integer"}))],
        ),
        action("ask", &[("question", text())]),
        action("leave", &[]),
        action("tag", &[("tags", json!({"type": "array", "items": {"type": "string"}}))]),
    ]
}

fn bare(kind: AnswerKind, tools: bool) -> Contract {
    Contract {
        answer: Form { kind, schema: None, schema_at: None, tools, heads: None },
        actions: Vec::new(),
        closed: Vec::new(),
        schema: None,
        slots: None,
        step: None,
    }
}

/// The contract of plain text.
pub(crate) fn text() -> Contract {
    bare(AnswerKind::Text, false)
}

/// The contract of a verdict.
pub(crate) fn verdict() -> Contract {
    bare(AnswerKind::Verdict, false)
}

/// The contract of a schema.
pub(crate) fn schema(schema: Json) -> Contract {
    let mut contract = bare(AnswerKind::Schema, false);
    contract.answer.schema = Some(schema.clone());
    contract.schema = Some(schema);
    contract
}

/// A contract of actions.
pub(crate) fn acting(tools: bool) -> Contract {
    let mut contract = bare(AnswerKind::Actions, tools);
    contract.actions = actions();
    let mut properties = Map::new();
    properties.insert("message".to_owned(), json!({"type": "string"}));
    if !tools {
        for action in &contract.actions {
            let schema = json!({"anyOf": [action.params, {"type": "null"}]});
            properties.insert(action.name.clone(), schema);
        }
    }
    contract.schema = Some(
        json!({"type": "object", "properties": properties, "required": ["message"], "additionalProperties": false}),
    );
    contract
}

/// A contract of steps.
pub(crate) fn stepping(tools: bool) -> Contract {
    let mut contract = bare(AnswerKind::Steps, tools);
    contract.actions = actions();
    contract.slots = Some("step/volume@3".to_owned());
    let text = || json!({"type": "string"});
    let decision = || json!({"type": "string", "enum": ["stay", "next"]});
    let slots = || json!({"type": "object", "properties": {"volume": {"type": "integer"}, "name": text()}, "required": [], "additionalProperties": false});
    let script = || json!({"type": "string", "enum": ["entry", "retry.invalid"]});
    let own = || {
        [("decision", decision()), ("slots?", slots()), ("script?", script()), ("reason", text())]
    };
    let mut properties = Map::new();
    properties.insert("messages".to_owned(), json!({"type": "array", "items": text()}));
    let mut required = vec!["messages"];
    if tools {
        contract.actions.push(action("update_step_conversation", &own()));
    } else {
        for (name, schema) in own() {
            properties.insert(name.trim_end_matches('?').to_owned(), schema);
        }
        required.extend(["decision", "reason"]);
        for action in &contract.actions {
            let schema = json!({"anyOf": [action.params, {"type": "null"}]});
            properties.insert(action.name.clone(), schema);
        }
    }
    contract.schema = Some(
        json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false}),
    );
    contract
}

/// Every contract of the tests, by name.
pub(crate) fn contracts() -> Vec<(&'static str, Contract)> {
    let mood = json!({
        "type": "object",
        "properties": {
            "message": {"type": "string"},
            "level": {"type": "integer", "minimum": 0, "maximum": 3},
            "mood": {"enum": ["low", "very high"]},
            "open": {"type": "boolean"},
            "topics": {"type": "array", "items": {"type": "string"}},
            "note": {"type": "string"},
        },
        "required": ["level", "mood"],
        "additionalProperties": false,
    });
    vec![
        ("text", text()),
        ("verdict", verdict()),
        ("schema", schema(mood)),
        ("actions", acting(false)),
        ("actions tools", acting(true)),
        ("steps", stepping(false)),
        ("steps tools", stepping(true)),
    ]
}

/// A contract by name.
pub(crate) fn contract(name: &str) -> Contract {
    let found = contracts().into_iter().find(|(known, _)| *known == name);
    found.unwrap_or_else(|| panic!("no contract {name}")).1
}

/// A reply with tools: name and arguments.
pub(crate) fn reply(text: &str, tools: &[(&str, &str)], stop: Stop) -> Reply {
    let tools = tools.iter().enumerate().map(|(index, (name, arguments))| ToolUse {
        id: format!("call_{index}"),
        name: (*name).to_owned(),
        arguments: (*arguments).to_owned(),
    });
    Reply { text: text.to_owned(), tools: tools.collect(), stop, ..Reply::default() }
}
