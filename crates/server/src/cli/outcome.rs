//! How an outcome looks on a terminal.
//!
//! Owns the account of a turn in words: who said what, the decision, actions, the state, and everything
//! that was not taken as it stood. It must never leave out a refusal, a liberty or a problem.

use std::io::{self, Write};

use proem::agent::state::State;
use proem::turn::course::outcome::{Fate, Outcome, Taken, Voice};
use serde_json::{Map, Value as Json};

use crate::cli::change::changes;
use crate::cli::style::{Paint, paint, printable};

/// The whole outcome. `before` is the state at the turn's beginning.
pub(crate) fn show(outcome: &Outcome, before: &State, out: &mut dyn Write) -> io::Result<()> {
    let call = outcome.call.as_deref().unwrap_or("none");
    writeln!(out, "{} {call}", paint("call", Paint::Bold))?;
    said(outcome, out)?;
    account(outcome, out)?;
    state(before, &outcome.state, out)
}

/// Who says what.
pub(crate) fn said(outcome: &Outcome, out: &mut dyn Write) -> io::Result<()> {
    for said in &outcome.said {
        let who = match said.by {
            Voice::Model => "model",
            Voice::Engine => "engine",
            Voice::Gate => "gate",
        };
        let mut lines = said.text.lines();
        let first = printable(lines.next().unwrap_or_default());
        writeln!(out, "{} {first}", paint(&format!("{who} says"), Paint::Bold))?;
        for line in lines {
            writeln!(out, "  {}", printable(line))?;
        }
    }
    Ok(())
}

/// The decision, the actions, and everything that was not taken as it stood.
pub(crate) fn account(outcome: &Outcome, out: &mut dyn Write) -> io::Result<()> {
    let head = |what: &str| paint(what, Paint::Bold);
    if let Some(failure) = &outcome.failure {
        let text = format!("{}: {}", failure.code, printable(&failure.reason));
        writeln!(out, "{} {}", head("no answer"), paint(&text, Paint::Red))?;
    }
    if let Some(decided) = &outcome.decision {
        let asked = decided.asked.as_deref().filter(|asked| *asked != decided.decision);
        let asked = asked.map(|asked| format!(" (the model: {asked})")).unwrap_or_default();
        let (step, to) = (&decided.step, &decided.to);
        let way = if step == to { step.clone() } else { format!("{step} → {to}") };
        let decision = &decided.decision;
        writeln!(out, "{} {decision}{asked}, {way}: {}", head("decision"), decided.reason)?;
        if let Some(reason) = &decided.said {
            writeln!(out, "  the model's reason: {}", printable(reason))?;
        }
    }
    if let Some(judged) = &outcome.verdict {
        let word = if judged.pass { "pass" } else { "fail" };
        writeln!(out, "{} {word}: {}", head("verdict"), printable(&judged.reason))?;
    }
    if let Some(value) = &outcome.value {
        writeln!(out, "{} {}", head("value"), printable(&value.to_string()))?;
    }
    for taken in &outcome.actions {
        writeln!(out, "{} {}", head("action"), action(taken))?;
    }
    for liberty in &outcome.liberties {
        let note = printable(&liberty.note);
        writeln!(out, "{} {}{}: {note}", head("liberty"), liberty.code, at(&liberty.pointer))?;
    }
    for problem in &outcome.problems {
        let text = format!("{}{}: {}", problem.code, at(&problem.pointer), problem.message);
        writeln!(out, "{} {}", head("problem"), paint(&printable(&text), Paint::Yellow))?;
    }
    for event in &outcome.events {
        let mut fields = match serde_json::to_value(event)? {
            Json::Object(fields) => fields,
            _ => Map::new(),
        };
        let kind = fields.shift_remove("kind").and_then(|kind| kind.as_str().map(str::to_owned));
        let kind = kind.unwrap_or_default();
        let more = if fields.is_empty() { String::new() } else { Json::Object(fields).to_string() };
        writeln!(out, "{}", format!("{} {kind} {}", head("event"), printable(&more)).trim_end())?;
    }
    for kept in &outcome.memories.keep {
        writeln!(out, "{} {}: {}", head("remember"), kept.kind, printable(&kept.text))?;
    }
    for dropped in &outcome.memories.dropped {
        let text = format!("{} ({})", printable(&dropped.rule), dropped.reason);
        writeln!(out, "{} {}", head("not remembered"), paint(&text, Paint::Yellow))?;
    }
    for name in &outcome.background {
        writeln!(out, "{} {name}", head("background"))?;
    }
    Ok(())
}

/// What of the state is another than before.
pub(crate) fn state(before: &State, after: &State, out: &mut dyn Write) -> io::Result<()> {
    for change in changes(before, after) {
        writeln!(out, "{} {}", paint("state", Paint::Bold), printable(&change.line()))?;
    }
    Ok(())
}

/// Whether something was refused, could not be taken, or did not come.
pub(crate) fn is_troubled(outcome: &Outcome) -> bool {
    let refused = |taken: &Taken| matches!(taken.fate, Fate::Refused { .. });
    outcome.failure.is_some() || !outcome.problems.is_empty() || outcome.actions.iter().any(refused)
}

fn action(taken: &Taken) -> String {
    let Taken { name, params, by, fate } = taken;
    let params = match params.is_empty() {
        true => String::new(),
        false => format!(" {}", printable(&Json::Object(params.clone()).to_string())),
    };
    let call = format!("{name}{params}, asked by {by}");
    match fate {
        Fate::Done => format!("done: {call}"),
        Fate::Handed => format!("handed to the host: {call}"),
        Fate::Performed { result } => {
            format!("performed: {call}, gives {}", printable(&result.to_string()))
        }
        Fate::Refused { code, reason } => {
            paint(&format!("refused: {call}: {} ({code})", printable(reason)), Paint::Red)
        }
    }
}

fn at(pointer: &str) -> String {
    if pointer.is_empty() { String::new() } else { format!(" at {pointer}") }
}
