//! Prompts, compared: their active versions, by name.
//!
//! Owns renames and the differences of bodies. It must never compare versions that are not active.

use serde_json::Value as Json;
use similar::TextDiff;

use crate::agent::prompt::Prompt;
use crate::check::compiled::Compiled;
use crate::survey::diff::declared::{Change, Field, Item, fields};
use crate::survey::diff::front::front;

/// Lines around a change that are shown with it.
const CONTEXT: usize = 2;

/// Compares the active prompts of two agents.
pub(super) fn compare(from: &Compiled, to: &Compiled) -> Vec<Item> {
    let (ours, theirs) = (active(from), active(to));
    let has = |side: &[&Prompt], one: &Prompt| side.iter().any(|other| other.name == one.name);
    let mut added: Vec<&Prompt> = theirs.iter().copied().filter(|one| !has(&ours, one)).collect();
    let mut found = Vec::new();
    for one in ours {
        let Some(other) = theirs.iter().find(|other| other.name == one.name) else {
            let moved = added.iter().position(|other| is_same(one, other));
            found.push(match moved {
                Some(at) => renamed(one, added.remove(at)),
                None => Item::new("prompt", one.name.as_str(), Change::Removed),
            });
            continue;
        };
        let mut item = Item::new("prompt", one.name.as_str(), Change::Changed);
        item.fields = fields(&front(one), &front(other));
        item.text = unified(&one.body.value, &other.body.value);
        if !item.fields.is_empty() || item.text.is_some() {
            found.push(item);
        }
    }
    let new = added.iter().map(|one| Item::new("prompt", one.name.as_str(), Change::Added));
    found.extend(new);
    found.sort_by(|one, other| one.name.cmp(&other.name));
    found
}

/// The difference of two texts in unified form; none where there is none.
pub(super) fn unified(from: &str, to: &str) -> Option<String> {
    if from == to {
        return None;
    }
    // A last line is the same line whether or not a line break ends it.
    let [from, to] =
        [from, to].map(|text| format!("{}\n", text.strip_suffix('\n').unwrap_or(text)));
    let diff = TextDiff::from_lines(&from, &to);
    Some(diff.unified_diff().context_radius(CONTEXT).to_string())
}

fn active(agent: &Compiled) -> Vec<&Prompt> {
    let catalog = &agent.catalog;
    let all = catalog.all().into_iter();
    all.filter(|one| catalog.production(&one.name) == Some(one.version)).collect()
}

fn renamed(from: &Prompt, to: &Prompt) -> Item {
    let name = |prompt: &Prompt| Json::String(prompt.name.to_string());
    let mut item = Item::new("prompt", to.name.as_str(), Change::Renamed);
    item.fields = vec![Field { name: "name".to_owned(), from: name(from), to: name(to) }];
    item
}

fn is_same(one: &Prompt, other: &Prompt) -> bool {
    one.body.value == other.body.value && front(one) == front(other)
}
