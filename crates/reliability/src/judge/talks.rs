//! Conversations: every turn once, in its place, with the state that it left.
//!
//! Owns what must hold of a conversation after a crash. The list of notes in its state is the proof that
//! each action was performed once, and in order.

use std::io;

use serde_json::Value as Json;

use super::Scope;
use crate::chance::Chance;
use crate::client::Client;
use crate::load::{Ask, Fate, Kind, Writer, turn};

/// How many requests of a writer that were answered are repeated.
const REPEATED: u32 = 2;

/// Judges the conversations.
pub(super) fn judge(
    client: &mut Client,
    writers: &mut [Writer],
    scope: Scope,
    dice: &mut Chance,
    broken: &mut Vec<String>,
) -> io::Result<()> {
    for writer in writers {
        let from = if scope == Scope::All { 0 } else { writer.judged };
        let begun = client.all(&format!("sessions?user={}", writer.name))?;
        for ask in writer.asks.iter_mut().filter(|ask| ask.kind == Kind::Session) {
            let named = |session: &&Json| session["meta"]["name"] == *ask.name;
            broken.extend(ask.weigh(begun.iter().filter(named).count(), "the conversation"));
        }
        let recent = writer.asks.iter().skip(from);
        let ids: Vec<String> = recent
            .filter(|ask| ask.kind == Kind::Session)
            .filter_map(Ask::reply)
            .filter_map(|made| made["id"].as_str().map(str::to_owned))
            .collect();
        for id in ids {
            conversation(client, &mut writer.asks, &id, broken)?;
        }
        repeated(client, writer, dice, broken)?;
        let last = writer.asks.iter().rposition(|ask| ask.kind == Kind::Session);
        writer.judged = last.unwrap_or(0);
    }
    Ok(())
}

fn conversation(
    client: &mut Client,
    asks: &mut [Ask],
    id: &str,
    broken: &mut Vec<String>,
) -> io::Result<()> {
    let session = client.get(&format!("sessions/{id}"))?.json();
    let stored = client.all(&format!("sessions/{id}/turns?"))?;
    let messages: Vec<&str> =
        stored.iter().map(|turn| turn["input"]["message"].as_str().unwrap_or_default()).collect();
    let mut expected = Vec::new();
    for ask in asks.iter_mut().filter(|ask| ask.kind == Kind::Turn && ask.about == id) {
        let found = messages.iter().filter(|message| **message == ask.name).count();
        if ask.fate == Fate::Doubtful {
            // Who asks again is told what came of it; until then it is there once, or not at all.
            if found > 1 {
                broken.push(format!("the turn {} is there {found} times", ask.name));
            }
        } else {
            broken.extend(ask.weigh(found, "the turn"));
        }
        if found > 0 {
            expected.push(ask.name.clone());
        }
        let stored = stored.iter().find(|turn| turn["input"]["message"] == *ask.name);
        if let (Some(reply), Some(stored)) = (ask.reply(), stored)
            && (&reply["n"], &reply["outcome"]) != (&stored["n"], &stored["outcome"])
        {
            broken.push(format!("the turn {} is not what was answered", ask.name));
        }
    }
    if messages != expected {
        broken.push(format!("the turns of {id} are {messages:?}, and should be {expected:?}"));
    }
    let numbers: Vec<u64> = stored.iter().filter_map(|turn| turn["n"].as_u64()).collect();
    if numbers != (1..).take(stored.len()).collect::<Vec<_>>() {
        broken.push(format!("the turns of {id} are numbered {numbers:?}"));
    }
    if session["turns"] != stored.len() {
        broken.push(format!("{id} has {} turns and says {}", stored.len(), session["turns"]));
    }
    let notes = session["state"]["notes"].clone();
    if notes != serde_json::json!(expected) && !(expected.is_empty() && notes.is_null()) {
        broken.push(format!("the actions of {id} were performed as {notes}, not {expected:?}"));
    }
    if let Some(last) = stored.last() {
        let path = format!("sessions/{id}/turns/{}?include=payload", last["n"]);
        let looked = client.get(&path)?;
        if looked.status != 200 || looked.json()["calls"][0]["payload"].is_null() {
            broken.push(format!("{path} cannot be told again: {}", looked.body));
        }
    }
    Ok(())
}

/// Requests that were answered come again: the answer is the first one, byte for byte.
fn repeated(
    client: &mut Client,
    writer: &Writer,
    dice: &mut Chance,
    broken: &mut Vec<String>,
) -> io::Result<()> {
    let turns = writer.asks.iter().filter(|ask| ask.kind == Kind::Turn);
    let done: Vec<_> = turns.filter(|ask| matches!(ask.fate, Fate::Done(_))).collect();
    for _ in 0..REPEATED {
        let Some(ask) = done.get(dice.place(done.len())) else { return Ok(()) };
        let path = format!("sessions/{}/turns", ask.about);
        let again = client.ask("POST", &path, Some(&ask.name), Some(&turn(&ask.name)))?;
        if Fate::Done(again.body) != ask.fate {
            broken.push(format!("the turn {} is answered otherwise when it comes again", ask.name));
        }
    }
    Ok(())
}
