//! What a line means: a message, or a command.
//!
//! Owns the list of commands and how a line is read. A line that begins with `/` is a command, unless the
//! gate of the agent knows it: then it is the agent's. It must never run one.

use std::path::PathBuf;

use proem::agent::Agent;
use proem::diagnostic::nearest;
use serde_json::{Map, Value as Json};

/// A command.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Command {
    Help,
    State,
    Layers,
    Why,
    Text,
    Payload,
    Manifest,
    Undo,
    Save(PathBuf),
    Memory,
    Rule(String),
    Button(String, Map<String, Json>),
    Open,
    Cases,
    Quit,
}

/// What a line means.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Said {
    Nothing,
    Message(String),
    Command(Command),
    /// No command, and what to do instead.
    Unknown(String),
}

/// The commands: what is typed, and what it does.
pub(super) const COMMANDS: [(&str, &str, &str); 15] = [
    ("help", "", "list the commands"),
    ("state", "", "the state that the next turn begins with"),
    ("layers", "", "the layers of the last call, with their tokens"),
    ("why", "", "how the last turn came about: gate, calls, decision, refusals, liberties"),
    ("text", "", "the text that the model read"),
    ("payload", "", "what was sent"),
    ("manifest", "", "the account of it"),
    ("undo", "", "take the last turn back"),
    ("save", "FILE", "write the turns so far, for `proem replay`"),
    ("memory", "", "what is remembered of the user, and the style rules"),
    ("rule", "TEXT", "add a style rule"),
    ("button", "ACTION {json}", "press a button: an action of the user"),
    ("open", "", "let the agent speak first"),
    ("cases", "", "the messages of the agent's cases"),
    ("quit", "", "leave, as Ctrl-D does"),
];

/// Reads a line.
pub(super) fn read(agent: &Agent, line: &str) -> Said {
    let line = line.trim();
    let Some(rest) = line.strip_prefix('/') else {
        return if line.is_empty() { Said::Nothing } else { Said::Message(line.to_owned()) };
    };
    // Two strokes are for a message that begins with one.
    if rest.starts_with('/') {
        return Said::Message(rest.to_owned());
    }
    let (word, argument) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let argument = argument.trim();
    let known = COMMANDS.iter().find(|(name, ..)| *name == word);
    // What the gate looks for is a message, unless it is a command here.
    let is_message = is_known_to_gate(agent, word);
    let fits = |known: &&(&str, &str, &str)| argument.is_empty() || !known.1.is_empty();
    let Some((_, wants, _)) = known.filter(fits) else {
        if is_message {
            return Said::Message(line.to_owned());
        }
        return Said::Unknown(match known {
            Some(_) => format!("/{word} takes nothing more"),
            None => {
                let names = COMMANDS.iter().map(|(name, ..)| *name);
                let near = nearest(word, names).map(|name| format!("Did you mean /{name}? "));
                let help = "/help lists the commands; `//` begins a message with a stroke";
                format!("/{word} is no command. {}{help}", near.unwrap_or_default())
            }
        });
    };
    if !wants.is_empty() && argument.is_empty() {
        return Said::Unknown(format!("/{word} needs more: /{word} {wants}"));
    }
    Said::Command(match word {
        "state" => Command::State,
        "layers" => Command::Layers,
        "why" => Command::Why,
        "text" => Command::Text,
        "payload" => Command::Payload,
        "manifest" => Command::Manifest,
        "undo" => Command::Undo,
        "save" => Command::Save(argument.into()),
        "memory" => Command::Memory,
        "rule" => Command::Rule(argument.to_owned()),
        "button" => return button(agent, argument),
        "open" => Command::Open,
        "cases" => Command::Cases,
        "quit" => Command::Quit,
        _ => Command::Help,
    })
}

fn button(agent: &Agent, argument: &str) -> Said {
    let (name, params) = argument.split_once(char::is_whitespace).unwrap_or((argument, "{}"));
    if agent.action(name).is_none() {
        let names =
            agent.actions.iter().filter(|action| action.by.iter().any(|by| by.value == "user"));
        let names: Vec<&str> = names.map(|action| action.name.as_str()).collect();
        let near = nearest(name, names.iter().copied());
        let near = near.map(|name| format!(" Did you mean {name}?")).unwrap_or_default();
        let help = match names.is_empty() {
            true => "Users of this agent have none.".to_owned(),
            false => format!("Users have: {}.", names.join(", ")),
        };
        return Said::Unknown(format!("there is no action `{name}`.{near} {help}"));
    }
    match serde_json::from_str(params.trim()) {
        Ok(Json::Object(params)) => Said::Command(Command::Button(name.to_owned(), params)),
        Ok(_) => Said::Unknown("the parameters are an object, such as {\"id\": \"i1\"}".to_owned()),
        Err(error) => Said::Unknown(format!("the parameters are no JSON: {error}")),
    }
}

/// Whether a row of the gate looks for this word behind a stroke.
fn is_known_to_gate(agent: &Agent, word: &str) -> bool {
    let stroke = format!("/{word}");
    let whole = |text: &str| {
        let behind = text.match_indices(&stroke).map(|(at, _)| text.get(at + stroke.len()..));
        let goes_on = |rest: &str| rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        behind.flatten().any(|rest| !goes_on(rest))
    };
    let mut looked_for = agent.gate.iter().flat_map(|row| row.phrases.iter().chain(&row.regex));
    !word.is_empty() && looked_for.any(|text| whole(&text.value))
}
