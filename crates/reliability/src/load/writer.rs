//! One writer.
//!
//! Owns what it asks for next, and how it takes an answer. A turn that was not answered is repeated with the
//! same key before anything else is asked; of everything else that was not answered it is only looked up
//! later what came of it. It must never use a name twice.

use serde_json::{Value as Json, json};

use super::Known;
use super::ledger::{Ask, Fate, Kind};
use crate::chance::Chance;
use crate::client::{Client, Reply};

/// What a writer writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Turns of conversations.
    Talks,
    /// Versions of a prompt.
    Writes(Line),
    /// Activations and labels of the versions that others wrote.
    Moves,
    /// Memories.
    Remembers,
}

/// A prompt that is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// With a phase.
    Tone,
    /// Without one.
    Opening,
}

impl Line {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Tone, Self::Opening];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Tone => "tone/plain",
            Self::Opening => "opening",
        }
    }

    /// Type and phase.
    #[must_use]
    pub fn parts(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Tone => ("tone", Some("plain")),
            Self::Opening => ("opening", None),
        }
    }
}

/// Somebody who writes.
#[derive(Debug)]
pub struct Writer {
    /// Its name.
    pub name: String,
    /// What it writes.
    pub role: Role,
    /// Everything that it asked for, in order.
    pub asks: Vec<Ask>,
    /// Answers that must not come: each in a sentence.
    pub wrong: Vec<String>,
    /// From where on `asks` have not been looked at since they were made.
    pub judged: usize,
    chance: Chance,
}

/// The body of a turn: what it writes down is its own name.
#[must_use]
pub fn turn(name: &str) -> Json {
    let note = json!({"name": "note", "params": {"text": name}});
    json!({"message": name, "actions": [note], "wait": true})
}

impl Writer {
    /// A writer that has asked for nothing yet.
    #[must_use]
    pub fn new(number: u64, role: Role, seed: u64) -> Self {
        Self {
            name: format!("w{number}"),
            role,
            asks: Vec::new(),
            wrong: Vec::new(),
            judged: 0,
            chance: Chance::new(seed, number + 1),
        }
    }

    /// Repeats the turn that was not answered, where there is one; whether an answer came.
    pub fn repeat(&mut self, client: &mut Client) -> bool {
        let open = |ask: &Ask| ask.kind == Kind::Turn && ask.fate == Fate::Doubtful;
        let Some(at) = self.asks.iter().rposition(open) else { return true };
        let Some(Ask { name, about, .. }) = self.asks.get(at).cloned() else { return true };
        self.ask_turn(client, at, &about, &name)
    }

    /// Asks for the next thing; whether an answer came.
    pub fn step(&mut self, client: &mut Client, known: &Known) -> bool {
        match self.role {
            Role::Talks => self.talk(client),
            Role::Writes(line) => self.write(client, known, line),
            Role::Moves => self.shift(client, known),
            Role::Remembers => {
                let (at, name) = self.begin(Kind::Memory, "");
                let body = json!({"owner": self.name, "text": name});
                self.settle(at, client.ask("POST", "memories", None, Some(&body)))
            }
        }
    }

    fn talk(&mut self, client: &mut Client) -> bool {
        let sessions = self.asks.iter().rev().filter(|ask| ask.kind == Kind::Session);
        let id =
            sessions.filter_map(Ask::reply).find_map(|made| made["id"].as_str().map(str::to_owned));
        match id {
            Some(id) if !self.chance.one_in(40) => {
                let (at, name) = self.begin(Kind::Turn, &id);
                self.ask_turn(client, at, &id, &name)
            }
            _ => {
                let (at, name) = self.begin(Kind::Session, "");
                let body = json!({"user": self.name, "meta": {"name": name}});
                self.settle(at, client.ask("POST", "sessions", None, Some(&body)))
            }
        }
    }

    fn ask_turn(&mut self, client: &mut Client, at: usize, session: &str, name: &str) -> bool {
        let path = format!("sessions/{session}/turns");
        let heard = client.ask("POST", &path, Some(name), Some(&turn(name)));
        self.settle(at, heard)
    }

    fn write(&mut self, client: &mut Client, known: &Known, line: Line) -> bool {
        let kind = if self.chance.one_in(3) { Kind::Draft } else { Kind::Version };
        let (at, name) = self.begin(kind, line.name());
        let (prompt_type, phase) = line.parts();
        let body = json!({
            "prompt_type": prompt_type, "phase": phase, "title": "Written",
            "body": format!("Say it like {name}.\n"), "note": name, "is_active": kind == Kind::Version,
        });
        let answered = self.settle(at, client.ask("POST", "prompts", None, Some(&body)));
        let made = self.asks.get(at).and_then(Ask::reply);
        if let Some(id) = made.as_ref().and_then(|made| made["id"].as_str()) {
            known.add(line, id.to_owned());
        }
        answered
    }

    fn shift(&mut self, client: &mut Client, known: &Known) -> bool {
        let Some((line, id)) = known.any(|length| self.chance.place(length)) else {
            return client.get("labels").is_ok_and(|reply| reply.status == 200);
        };
        let (kind, method, path) = match self.chance.one_in(3) {
            true => (Kind::Label, "PUT", format!("prompts/{id}/labels/staging")),
            false => (Kind::Activation, "POST", format!("prompts/{id}/activate")),
        };
        let (at, name) = self.begin(kind, line.name());
        self.settle(at, client.ask(method, &path, None, Some(&json!({"note": name}))))
    }

    fn begin(&mut self, kind: Kind, about: &str) -> (usize, String) {
        let name = format!("{}-{}", self.name, self.asks.len());
        let ask = Ask { kind, name: name.clone(), about: about.to_owned(), fate: Fate::Doubtful };
        self.asks.push(ask);
        (self.asks.len() - 1, name)
    }

    /// Takes an answer; whether there was one. That the database does not answer now is an answer that says
    /// nothing of the effect.
    fn settle(&mut self, at: usize, heard: std::io::Result<Reply>) -> bool {
        let Some(ask) = self.asks.get_mut(at) else { return false };
        match heard {
            Ok(Reply { status: 200 | 201, body }) => ask.fate = Fate::Done(body),
            Ok(Reply { status: 503, body }) if body.contains("\"store.unavailable\"") => {
                return false;
            }
            Ok(Reply { status, body }) => {
                ask.fate = Fate::Refused;
                self.wrong.push(format!("{} was answered {status}: {body}", ask.name));
            }
            Err(_) => return false,
        }
        true
    }
}
