//! How lists and mappings print when a prompt prints their key by itself.
//!
//! Owns the rendering of items with the author's `each`, the default bullets, and what stands for a
//! list without items. What the author wrote around values is trusted; the values are as trusted as
//! their key. It must never choose or drop an item.

use serde_json::Value as Json;

use crate::agent::context::{ContextKey, KeyType};
use crate::check::compiled::Key;
use crate::check::reader;
use crate::diagnostic::Diagnostic;
use crate::text::origin::{Rendered, SourceId};
use crate::text::template::{Limits, Scope, Value};
use crate::turn::gather::value::Got;

/// What stands for a list without items where the author says nothing.
const EMPTY: &str = "None.";

/// The display of a value.
///
/// # Errors
/// An item that its template cannot render, such as one without a field.
pub(crate) fn display(
    got: &Got,
    key: &ContextKey,
    program: &Key,
    config: &Json,
) -> Result<Rendered, Diagnostic> {
    let mut out = Rendered::default();
    let Json::Array(items) = &got.value else {
        out.push(&plain(&got.value), got.block, got.trusted);
        return Ok(out);
    };
    if items.is_empty() {
        let empty = key.empty.as_ref().map_or(EMPTY, |text| text.value.as_str());
        out.push(empty, got.block, true);
        return Ok(out);
    }
    let between = if key.key_type == KeyType::Text { ", " } else { "\n" };
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.push(between, got.block, true);
        }
        match &program.each {
            None => {
                out.push("- ", got.block, true);
                out.push(&plain(item), got.block, got.trusted);
            }
            Some(each) => {
                let scope = ItemScope { item, config, source: got.block, trusted: got.trusted };
                let rendered = each
                    .render(&scope, got.block, &Limits::DEFAULT)
                    .map_err(|problem| at_item(&problem, key, at))?;
                out.append(&rendered);
            }
        }
    }
    Ok(out)
}

fn at_item(problem: &crate::text::template::Problem, key: &ContextKey, at: usize) -> Diagnostic {
    let mut finding = reader::finding(problem);
    finding.message =
        format!("item {at} of `{}` cannot be rendered: {}", key.name, finding.message);
    finding
}

/// Text as it is, everything else as JSON.
fn plain(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        other => sorted(other).to_string(),
    }
}

/// The value with the keys of every mapping in order: the order in which they came plays no part.
pub(crate) fn sorted(value: &Json) -> Json {
    match value {
        Json::Array(items) => items.iter().map(sorted).collect(),
        Json::Object(map) => {
            let mut entries: Vec<_> = map.iter().collect();
            entries.sort_unstable_by_key(|(key, _)| *key);
            let entries = entries.into_iter().map(|(key, value)| (key.clone(), sorted(value)));
            Json::Object(entries.collect())
        }
        other => other.clone(),
    }
}

struct ItemScope<'a> {
    item: &'a Json,
    config: &'a Json,
    source: SourceId,
    trusted: bool,
}

impl Scope for ItemScope<'_> {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        match name {
            "item" => Some(Value::json(self.item, self.source, self.trusted)),
            "config" => Some(Value::json(self.config, self.source, true)),
            _ => None,
        }
    }
}
