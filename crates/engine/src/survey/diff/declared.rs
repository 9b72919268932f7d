//! What is declared, compared: by name, and gate rows by their order.
//!
//! Owns the kinds of change and the pairing of what belongs together. It must never look inside of a
//! prompt.

use serde::Serialize;
use serde_json::{Map, Value as Json};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::survey::diff::outline::Entry;

/// What became of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// Only the second side has it.
    Added,
    /// Only the first side has it.
    Removed,
    /// The second side calls it otherwise.
    Renamed,
    /// It stands in another order.
    Moved,
    /// Some of its fields differ.
    Changed,
}

/// Something that differs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    /// What it is: `prompt`, `layer`, `gate row`.
    pub kind: &'static str,
    /// Its name. Gate rows are named by their place: on the second side, or, if removed, on the first.
    pub name: String,
    /// What became of it.
    pub change: Change,
    /// The fields that differ.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
    /// The difference of its text, in unified form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// A field that differs; `null` is "not there".
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Field {
    /// Its name in the file, with the way to it where it lies inside of another: `model.window`.
    pub name: String,
    /// Its value on the first side.
    pub from: Json,
    /// Its value on the second side.
    pub to: Json,
}

impl Item {
    pub(super) fn new(kind: &'static str, name: &str, change: Change) -> Self {
        Self { kind, name: name.to_owned(), change, fields: Vec::new(), text: None }
    }
}

/// Compares two outlines.
pub(super) fn compare(from: &[Entry], to: &[Entry]) -> Vec<Item> {
    let mut found = Vec::new();
    let mut kinds: Vec<&'static str> = Vec::new();
    for entry in from.iter().chain(to) {
        if !kinds.contains(&entry.kind) {
            kinds.push(entry.kind);
        }
    }
    for kind in kinds {
        let of_kind = |side: &[Entry]| -> Vec<Entry> {
            side.iter().filter(|entry| entry.kind == kind).cloned().collect()
        };
        let (ours, theirs) = (of_kind(from), of_kind(to));
        match kind {
            "gate row" => rows(&ours, &theirs, &mut found),
            "agent" => agents(&ours, &theirs, &mut found),
            _ => named(kind, &ours, &theirs, &mut found),
        }
    }
    found
}

/// Two agents may have different names and are compared all the same.
fn agents(from: &[Entry], to: &[Entry], found: &mut Vec<Item>) {
    if let (Some(one), Some(other)) = (from.first(), to.first()) {
        let mut item = Item::new("agent", &other.name, Change::Changed);
        item.fields = fields(&one.fields, &other.fields);
        if one.name != other.name {
            let name = |entry: &Entry| Json::String(entry.name.clone());
            let field = Field { name: "agent".to_owned(), from: name(one), to: name(other) };
            item.fields.insert(0, field);
        }
        found.extend(Some(item).filter(|item| !item.fields.is_empty()));
    }
}

fn named(kind: &'static str, from: &[Entry], to: &[Entry], found: &mut Vec<Item>) {
    let other = |side: &[Entry], name: &str| side.iter().position(|entry| entry.name == name);
    for entry in from.iter().filter(|entry| other(to, &entry.name).is_none()) {
        found.push(Item::new(kind, &entry.name, Change::Removed));
    }
    for entry in to {
        let Some(one) = other(from, &entry.name).and_then(|at| from.get(at)) else {
            found.push(Item::new(kind, &entry.name, Change::Added));
            continue;
        };
        let mut item = Item::new(kind, &entry.name, Change::Changed);
        item.fields = fields(&one.fields, &entry.fields);
        found.extend(Some(item).filter(|item| !item.fields.is_empty()));
    }
    // Only layers and the authority list mean something by their order.
    if matches!(kind, "layer" | "authority") {
        moved(kind, from, to, found);
    }
}

/// What both sides have, and in another order.
fn moved(kind: &'static str, from: &[Entry], to: &[Entry], found: &mut Vec<Item>) {
    let shared = |side: &[Entry], other: &[Entry]| -> Vec<String> {
        let both = side.iter().filter(|entry| other.iter().any(|one| one.name == entry.name));
        both.map(|entry| entry.name.clone()).collect()
    };
    let (ours, theirs) = (shared(from, to), shared(to, from));
    for op in capture_diff_slices(Algorithm::Myers, &ours, &theirs) {
        for name in theirs.get(op.new_range()).unwrap_or_default() {
            if !matches!(op, DiffOp::Equal { .. }) {
                found.push(Item::new(kind, name, Change::Moved));
            }
        }
    }
}

/// Rows have no names: what stands between rows that are the same belongs together, in order.
fn rows(from: &[Entry], to: &[Entry], found: &mut Vec<Item>) {
    let written = |side: &[Entry]| -> Vec<String> {
        side.iter().map(|entry| Json::Object(entry.fields.clone()).to_string()).collect()
    };
    for op in capture_diff_slices(Algorithm::Myers, &written(from), &written(to)) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let (old, new) = (op.old_range(), op.new_range());
        let paired = old.len().min(new.len());
        for (one, other) in old.clone().zip(new.clone()) {
            if let (Some(ours), Some(theirs)) = (from.get(one), to.get(other)) {
                let mut item = Item::new("gate row", &other.to_string(), Change::Changed);
                item.fields = fields(&ours.fields, &theirs.fields);
                found.push(item);
            }
        }
        for (range, side, change) in [(old, from, Change::Removed), (new, to, Change::Added)] {
            for at in range.skip(paired) {
                let mut item = Item::new("gate row", &at.to_string(), change);
                let all = side.get(at).map(|entry| entry.fields.clone()).unwrap_or_default();
                let none = Map::new();
                item.fields = match change {
                    Change::Removed => fields(&all, &none),
                    _ => fields(&none, &all),
                };
                found.push(item);
            }
        }
    }
}

/// The fields that differ, in the order of the second side, then those that are gone. Of a mapping, and
/// of a list of as many mappings, the fields inside are told: `model.window`, `logic[0].decide`.
pub(super) fn fields(from: &Map<String, Json>, to: &Map<String, Json>) -> Vec<Field> {
    let mut found = Vec::new();
    inside("", from, to, &mut found);
    found
}

fn inside(path: &str, from: &Map<String, Json>, to: &Map<String, Json>, found: &mut Vec<Field>) {
    let names = to.keys().chain(from.keys().filter(|name| !to.contains_key(*name)));
    for name in names {
        let dot = if path.is_empty() { "" } else { "." };
        differing(&format!("{path}{dot}{name}"), from.get(name), to.get(name), found);
    }
}

fn differing(name: &str, from: Option<&Json>, to: Option<&Json>, found: &mut Vec<Field>) {
    match (from, to) {
        _ if from == to => {}
        (Some(Json::Object(from)), Some(Json::Object(to))) => inside(name, from, to, found),
        (Some(Json::Array(from)), Some(Json::Array(to))) if are_mappings(from, to) => {
            for (at, (from, to)) in from.iter().zip(to).enumerate() {
                differing(&format!("{name}[{at}]"), Some(from), Some(to), found);
            }
        }
        _ => {
            let value = |side: Option<&Json>| side.cloned().unwrap_or_default();
            found.push(Field { name: name.to_owned(), from: value(from), to: value(to) });
        }
    }
}

fn are_mappings(from: &[Json], to: &[Json]) -> bool {
    from.len() == to.len() && from.iter().chain(to).all(Json::is_object)
}
