//! Drafts as tests write them.

use std::sync::Arc;

use proem::agent::action::Action;
use proem::agent::call::{Answer, AnswerKind};
use proem::agent::model::Model;
use proem::provider::by_name;
use proem::turn::contract::Contract;
use proem::turn::format::{CachePlan, Draft, Offer, payload, pointers};
use proem::turn::message::entry::{Entry, EntryPart, Place, TextPart};
use proem::turn::message::passed::Passed;
use proem::turn::message::seating::Role;
use serde_json::{Value as Json, json};

/// A model of each provider.
pub(crate) const ALL: [(&str, &str); 4] = [
    ("openai-chat", "gpt-5.6"),
    ("openai-responses", "gpt-5.6"),
    ("anthropic", "claude-opus-4-7"),
    ("gemini", "gemini-3.1-pro"),
];

pub(crate) fn model(name: &str, params: Json) -> Model {
    let params = params.as_object().cloned().unwrap_or_default();
    Model { name: name.to_owned(), reserve: 500, params, ..Model::default() }
}

/// A contract for plain text.
pub(crate) fn plain() -> Contract {
    let answer = Answer::default();
    Contract {
        answer,
        actions: Vec::new(),
        closed: Vec::new(),
        schema: None,
        slots: None,
        step: None,
    }
}

/// A contract for an answer of this schema.
pub(crate) fn answering(schema: Json) -> Contract {
    let answer =
        Answer { kind: AnswerKind::Schema, schema: Some(schema.clone()), ..Answer::default() };
    Contract { answer, schema: Some(schema), ..plain() }
}

/// A contract with one action as a tool.
pub(crate) fn with_tool(params: Json) -> Contract {
    let source = "agent: a\nmodel: {name: gpt-5.4}\nactions:\n  note:\n    description: Take a note.\n    params: {text: {type: string}}\n";
    let files = [("agent.yaml", source)].map(|(path, text)| proem::agent::source::RawFile {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    });
    let agent = proem::agent::load::folder(files.to_vec()).agent.unwrap();
    let mut action: Action = agent.actions.first().unwrap().clone();
    action.params = params;
    let answer = Answer { kind: AnswerKind::Actions, tools: true, ..Answer::default() };
    Contract { answer, actions: vec![action], ..plain() }
}

pub(crate) fn text(role: Role, text: &str) -> Arc<Entry> {
    entry(role, vec![said(text)])
}

pub(crate) fn said(text: &str) -> EntryPart {
    let mut part = TextPart::default();
    part.text.push_str(text);
    EntryPart::Text(Arc::new(part))
}

pub(crate) fn entry(role: Role, parts: Vec<EntryPart>) -> Arc<Entry> {
    Arc::new(Entry { role, parts, place: Place::Message, other: 0 })
}

pub(crate) fn call(id: &str, name: &str, arguments: Json) -> EntryPart {
    EntryPart::Other(Passed::ToolCall { id: id.into(), name: name.into(), arguments })
}

pub(crate) fn result(id: &str, content: &str) -> EntryPart {
    EntryPart::Other(Passed::ToolResult { id: id.into(), content: content.into() })
}

pub(crate) fn offer(provider: &str, contract: &Contract, model: &Model) -> Offer {
    by_name(provider).unwrap().offer(contract, model)
}

/// The body, and the pointers of its text parts, which must lead to the texts in order.
pub(crate) fn body(
    provider: &str,
    model: &Model,
    entries: &[Arc<Entry>],
    contract: &Contract,
    cache: &CachePlan,
) -> Json {
    let offer = offer(provider, contract, model);
    let provider = by_name(provider).unwrap();
    let draft = Draft { model, entries, contract, offer: &offer, cache };
    let text = payload(provider, &draft);
    let body: Json = serde_json::from_str(&text).unwrap();
    assert_eq!(body.to_string(), text, "the payload is compact and names no key twice");
    let found: Vec<&str> = pointers(provider, &draft)
        .iter()
        .map(|pointer| body.pointer(pointer).and_then(Json::as_str).unwrap_or("nothing"))
        .map(|text| &*Box::leak(text.to_owned().into_boxed_str()))
        .collect();
    let texts = entries.iter().flat_map(|entry| &entry.parts).filter_map(|part| match part {
        EntryPart::Text(part) => Some(part.text.as_str()),
        EntryPart::Other(_) => None,
    });
    assert_eq!(found, texts.collect::<Vec<_>>());
    body
}

/// A body of messages alone.
pub(crate) fn messages(provider: &str, model_name: &str, entries: &[Arc<Entry>]) -> Json {
    body(provider, &model(model_name, json!({})), entries, &plain(), &CachePlan::default())
}
