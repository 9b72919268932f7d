//! Brings values within the limits that their keys declare.
//!
//! Owns `where`, `limit` and `max_tokens`; which items stay is told by `rank`. It must never cut without saying so in the value's `cut`.

use serde_json::Value as Json;

use crate::agent::context::{ContextKey, KeyType};
use crate::check::compiled::Key;
use crate::check::reader;
use crate::diagnostic::Diagnostic;
use crate::text::template::{Limits, Scope};
use crate::token::Tokenizer;
use crate::turn::gather::display::display;
use crate::turn::gather::head::head;
use crate::turn::gather::rank;
use crate::turn::gather::value::{Got, size};
use crate::turn::scope::With;

/// Keeps what the key asks for and allows, and renders how it prints.
///
/// # Errors
/// An item that cannot be judged or rendered, or a mapping that cannot be made small enough.
pub(crate) fn limit(
    got: &mut Got,
    key: &ContextKey,
    program: &Key,
    view: &dyn Scope,
    config: &Json,
    tokenizer: &Tokenizer,
) -> Result<(), Diagnostic> {
    choose(got, key, program, view)?;
    to_tokens(got, key, program, config, tokenizer)
}

/// Keeps the items that the key asks for, and not more than it allows.
fn choose(
    got: &mut Got,
    key: &ContextKey,
    program: &Key,
    view: &dyn Scope,
) -> Result<(), Diagnostic> {
    let Json::Array(items) = &mut got.value else {
        return Ok(());
    };
    if let Some(filter) = &program.filter {
        let mut kept = Vec::with_capacity(items.len());
        for item in items.drain(..) {
            let extra = [("item", &item)];
            let scope = With { base: view, extra: &extra };
            let holds = filter.holds(&scope, &Limits::DEFAULT);
            if holds.map_err(|problem| reader::finding(&problem))? {
                kept.push(item);
            }
        }
        *items = kept;
    }
    got.ranks = rank::ranks(items, key, program, view)?;
    if let Some(limit) = key.limit.and_then(|limit| usize::try_from(limit).ok())
        && items.len() > limit
    {
        got.cut = Some(format!("{} of {} items, by limit", items.len() - limit, items.len()));
        rank::keep(items, &mut got.ranks, limit);
    }
    Ok(())
}

/// Brings a value within its key's `max_tokens`, and renders how it prints.
///
/// # Errors
/// An item that cannot be rendered, or a mapping that cannot be made small enough.
fn to_tokens(
    got: &mut Got,
    key: &ContextKey,
    program: &Key,
    config: &Json,
    tokenizer: &Tokenizer,
) -> Result<(), Diagnostic> {
    show(got, key, program, config)?;
    let Some(most) = key.max_tokens else {
        return Ok(());
    };
    let before = size(got, tokenizer);
    if before <= most {
        return Ok(());
    }
    while size(got, tokenizer) > most {
        match &mut got.value {
            Json::String(text) => *text = head(text, most, tokenizer),
            Json::Array(items) if !items.is_empty() => {
                // Halving would throw away too much: items differ in length.
                rank::keep(items, &mut got.ranks, items.len() - 1);
            }
            Json::Object(map) => {
                let longest =
                    map.values_mut().max_by_key(|value| value.as_str().map_or(0, str::len));
                let Some(Json::String(text)) =
                    longest.filter(|value| value.as_str().is_some_and(|text| text.len() > 40))
                else {
                    let message = format!(
                        "`{}` has more than {most} tokens and no long text to cut",
                        key.name
                    );
                    return Err(Diagnostic::error("context.too-long", message));
                };
                let half = tokenizer.count(text) / 2;
                *text = head(text, half, tokenizer);
            }
            _ => break,
        }
        show(got, key, program, config)?;
    }
    let now = size(got, tokenizer);
    let cut = format!("{} of {before} tokens, by max_tokens", before.saturating_sub(now));
    got.cut = Some(match got.cut.take() {
        Some(earlier) => format!("{earlier}; {cut}"),
        None => cut,
    });
    Ok(())
}

/// Renders how a value prints, for keys that do not print like any value of their kind.
fn show(got: &mut Got, key: &ContextKey, program: &Key, config: &Json) -> Result<(), Diagnostic> {
    let is_list = got.value.is_array() && key.key_type == KeyType::Text;
    if is_list || matches!(key.key_type, KeyType::Array | KeyType::Object) {
        got.display = Some(display(got, key, program, config)?);
    }
    Ok(())
}
