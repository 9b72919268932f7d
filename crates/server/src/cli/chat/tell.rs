//! What a chat says beside what the agent says.
//!
//! Owns the header, the line below each reply, and the account of the last turn. It must never speak in
//! the agent's voice.

use std::io::{self, Write};

use proem::agent::case::Case;
use proem::agent::input::{Content, Memory};
use proem::turn::Finder;
use proem::turn::course::Turn;
use proem::turn::course::outcome::{Fate, Outcome};
use serde_json::Value as Json;

use crate::cli::chat::Arguments;
use crate::cli::chat::command::COMMANDS;
use crate::cli::chat::host::Host;
use crate::cli::chat::last::Last;
use crate::cli::open::Opened;
use crate::cli::outcome;
use crate::cli::style::{Paint, clip, number, pad, paint, printable};
use crate::upstream::place::keys;

/// Agent, model, room, and who answers.
pub(super) fn header(
    opened: &Opened,
    arguments: &Arguments,
    find: Finder<'_>,
    host: &Host<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let agent = &opened.agent.agent;
    let mut model = agent.model.clone();
    if let Some(name) = &arguments.model {
        model.name.clone_from(name);
        model.provider = None;
    }
    let provider = find(&model).map(|(provider, _)| provider.name());
    let room = number(model.window.saturating_sub(model.reserve));
    let made = match &provider {
        Ok(provider) => format!("{} for {provider}, {room} tokens", model.name),
        Err(_) => format!("{}, {room} tokens", model.name),
    };
    writeln!(out, "{}   {made}", paint(&agent.name, Paint::Bold))?;
    if let Ok(provider) = provider {
        let text = match (host.place(provider), keys(provider)) {
            (Some(_), _) => format!("{provider} answers"),
            (None, _) if arguments.rehearsal => "rehearsal: no model is asked".to_owned(),
            (None, keys) => {
                format!("rehearsal: no model is asked, because {} is not set", keys.join(" or "))
            }
        };
        writeln!(out, "{}", paint(&text, Paint::Yellow))?;
    }
    let help = "/help lists the commands";
    writeln!(out, "{}", paint(help, Paint::Dim))
}

pub(super) fn help(out: &mut dyn Write) -> io::Result<()> {
    let typed = |name: &str, wants: &str| format!("/{name} {wants}").trim_end().to_owned();
    let width = COMMANDS.iter().map(|(name, wants, _)| typed(name, wants).len()).max();
    for (name, wants, does) in COMMANDS {
        writeln!(out, "{}  {does}", pad(&typed(name, wants), width.unwrap_or_default()))?;
    }
    let more = "Everything else is said to the agent; `//` begins a message with a stroke.";
    writeln!(out, "{}", paint(more, Paint::Dim))
}

/// One line below a reply: the call, its tokens, where the flow stands, and what there is to ask about.
pub(super) fn summary(turn: &Turn<'_>, outcome: &Outcome, out: &mut dyn Write) -> io::Result<()> {
    if let Some(failure) = &outcome.failure {
        let text = format!("no answer: {}", printable(&failure.reason));
        writeln!(out, "{}", paint(&text, Paint::Red))?;
    }
    if let Some(judged) = &outcome.verdict {
        let word = if judged.pass { "pass" } else { "fail" };
        writeln!(out, "{}: {}", paint(word, Paint::Bold), printable(&judged.reason))?;
    }
    if let Some(value) = &outcome.value {
        writeln!(out, "{}", printable(&value.to_string()))?;
    }
    let mut parts = Vec::new();
    let own = outcome.call.as_deref();
    let made = turn.calls().iter().rev().find(|called| Some(called.assembly.call_name()) == own);
    if let Some(called) = made {
        let tokens = number(called.assembly.tokens().total);
        parts.push(format!("{} · {tokens} tokens", called.assembly.call_name()));
    }
    if let Some(decided) = &outcome.decision {
        parts.push(match decided.step == decided.to {
            true => format!("{} in {}", decided.decision, decided.step),
            false => format!("{} to {}", decided.step, decided.to),
        });
    }
    for taken in &outcome.actions {
        let word = match taken.fate {
            Fate::Done => "done",
            Fate::Performed { .. } => "performed",
            Fate::Handed => "handed to the host",
            Fate::Refused { .. } => "refused",
        };
        parts.push(format!("{} {word}", taken.name));
    }
    let troubles = outcome.problems.len();
    if troubles > 0 {
        let s = if troubles == 1 { "" } else { "s" };
        parts.push(format!("{troubles} problem{s}: /why"));
    }
    match parts.is_empty() {
        true => Ok(()),
        false => writeln!(out, "{}", paint(&parts.join(" · "), Paint::Dim)),
    }
}

/// What a call in the background came to, in one line.
pub(super) fn background(name: &str, outcome: &Outcome) -> String {
    if let Some(failure) = &outcome.failure {
        return format!("{name}: {}", printable(&failure.reason));
    }
    let mut parts = Vec::new();
    for taken in &outcome.actions {
        parts.push(match &taken.fate {
            Fate::Refused { reason, .. } => format!("{} refused ({reason})", taken.name),
            _ => taken.name.clone(),
        });
    }
    for kept in &outcome.memories.keep {
        parts.push(format!("remembers {:?}", kept.text));
    }
    if parts.is_empty() {
        parts.push("nothing to do".to_owned());
    }
    printable(&format!("{name}: {}", parts.join(", ")))
}

/// How the last turn came about.
pub(super) fn why(last: &Last<'_>, out: &mut dyn Write) -> io::Result<()> {
    let outcome = &last.outcome;
    for fired in &outcome.gate {
        let mut text = format!("row {}", fired.row);
        if let Some(call) = &fired.call {
            text.push_str(&format!(" asks {call}"));
        }
        if let Some(fallback) = fired.fallback {
            text.push_str(&format!(", takes row {fallback} of its fallback"));
        }
        if let Some(reason) = &fired.reason {
            text.push_str(&format!(" ({reason})"));
        }
        if !fired.set.is_empty() {
            text.push_str(&format!(": {}", Json::Object(fired.set.clone())));
        }
        writeln!(out, "{} {}", paint("gate", Paint::Bold), clip(&printable(&text)))?;
    }
    for called in last.turn.calls() {
        let tokens = number(called.assembly.tokens().total);
        let mut text = format!("{}, {tokens} tokens", called.assembly.call_name());
        if let Some(reply) = &called.reply {
            reply.notes.iter().for_each(|note| text.push_str(&format!("; {}", note.note)));
            if let Some(usage) = &reply.usage {
                let (input, cached) = (usage.input, usage.cached);
                text.push_str(&format!("; read {input}, {cached} of them from the cache"));
                text.push_str(&format!(", wrote {}", usage.output));
            }
        }
        writeln!(out, "{} {}", paint("call", Paint::Bold), printable(&text))?;
        if let Some(refused) = &called.refused {
            let refused = printable(refused).replace('\n', "\n  ");
            writeln!(out, "  {}", paint(&format!("not taken: {refused}"), Paint::Yellow))?;
        }
    }
    outcome::account(outcome, out)?;
    outcome::state(&last.before, &outcome.state, out)
}

pub(super) fn memory(memory: &Memory, out: &mut dyn Write) -> io::Result<()> {
    if memory.entries.is_empty() && memory.rules.is_empty() {
        return writeln!(out, "{}", paint("nothing is remembered", Paint::Dim));
    }
    for entry in &memory.entries {
        let field = |name: &str| entry.get(name).and_then(Json::as_str).unwrap_or_default();
        writeln!(out, "{} {}", pad(field("kind"), 10), printable(field("text")))?;
    }
    for rule in &memory.rules {
        writeln!(out, "{} {}", pad("rule", 10), printable(rule))?;
    }
    Ok(())
}

/// What the offline model knows answers to.
pub(super) fn cases(cases: &[Case], out: &mut dyn Write) -> io::Result<()> {
    let width = cases.iter().map(|case| case.name.len()).max().unwrap_or_default();
    for case in cases {
        for (at, turn) in case.turns.iter().enumerate() {
            let Some(message) = turn.input.message.as_ref().map(Content::text) else { continue };
            let name = if at == 0 { case.name.clone() } else { String::new() };
            let line = message.replace('\n', " ");
            writeln!(out, "{}", clip(&format!("{}  {}", pad(&name, width), printable(&line))))?;
        }
    }
    Ok(())
}
