//! Reads an assembly back: who wrote which bytes, and where they stand.

use crate::host::Assembly;
use proem::turn::account::manifest::{LayerEntry, Range};
use proem::turn::origins::Origin;
use serde_json::Value as Json;

/// The text of a span.
pub(crate) fn slice(assembly: &Assembly, span: Range) -> &str {
    assembly.text.get(span[0]..span[1]).unwrap_or_else(|| panic!("{span:?} is no span of the text"))
}

/// A layer of the manifest.
pub(crate) fn layer<'a>(assembly: &'a Assembly, id: &str) -> &'a LayerEntry {
    let found = assembly.manifest.layers.iter().find(|layer| layer.id == id);
    found.unwrap_or_else(|| panic!("no layer {id}"))
}

/// The text of a layer; empty where it has none.
pub(crate) fn layer_text<'a>(assembly: &'a Assembly, id: &str) -> &'a str {
    layer(assembly, id).span.map_or("", |span| slice(assembly, span))
}

/// The status of a layer.
pub(crate) fn status(assembly: &Assembly, id: &str) -> String {
    format!("{:?}", layer(assembly, id).status).to_lowercase()
}

/// Whether bytes of this origin were written by the agent's own people.
pub(crate) fn is_own(origin: &Origin) -> bool {
    matches!(origin, Origin::Engine | Origin::Prompt { .. } | Origin::Config | Origin::Agent { .. })
}

/// Whether bytes of this origin are a message of the conversation.
pub(crate) fn is_said(origin: &Origin) -> bool {
    matches!(origin, Origin::History { .. } | Origin::Message)
}

/// The text of a context key's bytes, in payload order, run by run.
pub(crate) fn of_key<'a>(assembly: &'a Assembly, key: &str) -> Vec<&'a str> {
    let is_key = |origin: &Origin| matches!(origin, Origin::Context { name } if name == key);
    let spans = assembly.manifest.origins.iter().filter(|entry| is_key(&entry.origin));
    spans.map(|entry| slice(assembly, entry.span)).collect()
}

/// Everything that the agent's own people wrote, cut where somebody else's bytes stand.
pub(crate) fn own_texts(assembly: &Assembly) -> Vec<String> {
    let mut texts = vec![String::new()];
    for entry in &assembly.manifest.origins {
        if is_own(&entry.origin) {
            texts.last_mut().unwrap().push_str(slice(assembly, entry.span));
        } else if !texts.last().unwrap().is_empty() {
            texts.push(String::new());
        }
    }
    texts
}

/// The text of all layers but those of the conversation.
pub(crate) fn prompt_text(assembly: &Assembly) -> String {
    let spans = assembly.manifest.origins.iter().filter(|entry| !is_said(&entry.origin));
    spans.map(|entry| slice(assembly, entry.span)).collect()
}

/// Every string of a payload's messages and system text, with its pointer.
pub(crate) fn strings(payload: &Json) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for root in ["instructions", "system", "systemInstruction", "messages", "input", "contents"] {
        if let Some(value) = payload.get(root) {
            walk(value, &format!("/{root}"), &mut found);
        }
    }
    found
}

fn walk(value: &Json, at: &str, found: &mut Vec<(String, String)>) {
    match value {
        Json::String(text) => found.push((at.to_owned(), text.clone())),
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(item, &format!("{at}/{index}"), found);
            }
        }
        Json::Object(map) => {
            for (key, item) in map {
                let key = key.replace('~', "~0").replace('/', "~1");
                walk(item, &format!("{at}/{key}"), found);
            }
        }
        _ => {}
    }
}
