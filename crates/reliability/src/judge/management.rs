//! Versions, what is active, labels, and the record of all that.
//!
//! Owns what must hold of numbers: versions without a gap, at most one active, a log in which each move
//! begins where the one before it ended, epochs one behind the other, a record that verifies.

use std::collections::BTreeMap;
use std::io;

use serde_json::Value as Json;

use crate::client::Client;
use crate::load::{Ask, Kind, Line, Writer};

/// Judges the prompts that were written to, and the record.
pub(super) fn judge(
    client: &mut Client,
    writers: &mut [Writer],
    broken: &mut Vec<String>,
) -> io::Result<()> {
    let recorded = record(client, broken)?;
    for line in Line::ALL {
        let found = versions(client, line, writers, broken)?;
        moves(client, line, (&found, &recorded), writers, broken)?;
    }
    Ok(())
}

/// The versions of a prompt by their number.
fn versions(
    client: &mut Client,
    line: Line,
    writers: &mut [Writer],
    broken: &mut Vec<String>,
) -> io::Result<BTreeMap<u64, Json>> {
    let (prompt_type, phase) = line.parts();
    let phase = phase.unwrap_or_default();
    let path = format!("prompts?agent=diary&prompt_type={prompt_type}&phase={phase}");
    let (mut numbered, mut noted) = (BTreeMap::new(), BTreeMap::<String, Vec<Json>>::new());
    for item in client.all(&path)? {
        let number = item["version"].as_u64().unwrap_or(0);
        noted.entry(text(&item, "note")).or_default().push(item.clone());
        if numbered.insert(number, item).is_some() {
            broken.push(format!("{} has version {number} twice", line.name()));
        }
    }
    let numbers: Vec<u64> = numbered.keys().copied().collect();
    if numbers != (1..).take(numbers.len()).collect::<Vec<_>>() {
        broken.push(format!("the versions of {} have gaps: {numbers:?}", line.name()));
    }
    for ask in asks(writers, line, &[Kind::Version, Kind::Draft]) {
        let found = noted.get(&ask.name).map(Vec::as_slice).unwrap_or_default();
        broken.extend(ask.weigh(found.len(), "the version"));
        let (Some(made), Some(found)) = (ask.reply(), found.first()) else { continue };
        for member in ["id", "version", "body", "hash", "created_at", "author"] {
            if made[member] != found[member] {
                broken.push(format!("the version {}: `{member}` is another one", ask.name));
            }
        }
    }
    Ok(numbered)
}

fn moves(
    client: &mut Client,
    line: Line,
    (versions, recorded): (&BTreeMap<u64, Json>, &BTreeMap<String, usize>),
    writers: &mut [Writer],
    broken: &mut Vec<String>,
) -> io::Result<()> {
    let mut log = client.all(&format!("prompts/log?agent=diary&name={}", line.name()))?;
    log.sort_by_key(|moved| moved["epoch"].as_u64());
    let mut held: BTreeMap<String, Json> = BTreeMap::new();
    let mut noted: BTreeMap<String, usize> = BTreeMap::new();
    for moved in &log {
        let before = held.insert(text(moved, "label"), moved["to"].clone()).unwrap_or_default();
        if before != moved["from"] {
            broken.push(format!("{}: a move does not begin where the last one ended", moved));
        }
        *noted.entry(text(moved, "note")).or_insert(0) += 1;
    }
    for (label, holds) in &held {
        let has = |item: &Json| match label.as_str() {
            "production" => item["is_active"] == true,
            label => {
                item["labels"].as_array().is_some_and(|all| all.iter().any(|one| one == label))
            }
        };
        let having: Vec<u64> =
            versions.iter().filter(|(_, item)| has(item)).map(|(number, _)| *number).collect();
        let expected: Vec<u64> = holds.as_u64().into_iter().collect();
        if having != expected {
            let name = line.name();
            broken.push(format!("{label} of {name} is at {having:?}, the log says {expected:?}"));
        }
    }
    // A version that becomes active does both at once: its move is there where it is.
    let made = [Kind::Version, Kind::Draft];
    for ask in asks(writers, line, &made) {
        let found = noted.get(&ask.name).copied().unwrap_or(0);
        let expected = usize::from(
            ask.kind == Kind::Version && versions.values().any(|item| item["note"] == *ask.name),
        );
        if found != expected {
            broken.push(format!("the version {}: {found} moves, not {expected}", ask.name));
        }
    }
    for ask in asks(writers, line, &[Kind::Activation, Kind::Label]) {
        // What stays where it is, is recorded, and is no move.
        let found = recorded.get(&ask.name).copied().unwrap_or(0);
        let moved = noted.get(&ask.name).copied().unwrap_or(0);
        if moved > found {
            broken.push(format!("{} moved {moved} times and is recorded {found} times", ask.name));
        }
        broken.extend(ask.weigh(found, "the move"));
    }
    Ok(())
}

/// The record of changes: epochs one behind the other, and a chain of hashes that verifies. How many rows
/// have which note.
fn record(client: &mut Client, broken: &mut Vec<String>) -> io::Result<BTreeMap<String, usize>> {
    let rows = client.all("audit?")?;
    let mut noted = BTreeMap::new();
    for row in &rows {
        *noted.entry(text(row, "note")).or_insert(0) += 1;
    }
    let mut epochs: Vec<u64> = rows.iter().filter_map(|row| row["epoch"].as_u64()).collect();
    epochs.sort_unstable();
    if epochs != (1..).take(epochs.len()).collect::<Vec<_>>() {
        broken.push(format!("the epochs of the record have gaps: {epochs:?}"));
    }
    let verdict = client.get("audit/verify")?.json();
    if verdict["verdict"] != "whole" {
        broken.push(format!("the record does not verify: {verdict}"));
    }
    Ok(noted)
}

/// What was asked for about a prompt.
fn asks<'w>(
    writers: &'w mut [Writer],
    line: Line,
    kinds: &'w [Kind],
) -> impl Iterator<Item = &'w mut Ask> {
    let all = writers.iter_mut().flat_map(|writer| &mut writer.asks);
    all.filter(move |ask| kinds.contains(&ask.kind) && ask.about == line.name())
}

fn text(item: &Json, member: &str) -> String {
    item[member].as_str().unwrap_or_default().to_owned()
}
