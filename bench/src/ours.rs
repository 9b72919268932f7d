//! The engine, as a host uses it.
//!
//! Owns every call into the engine that is measured, so that a change of its interface is a change
//! here and nowhere else. It must never measure anything itself.

use std::sync::Arc;

use proem::agent::catalog::Table;
use proem::agent::input::{Content, Memory, Message, Speaker, TurnInput};
use proem::agent::load;
use proem::agent::source::RawFile;
use proem::check::compiled::Compiled;
use proem::diagnostic::Diagnostic;
use proem::turn::account::assembly::Assembly;
use proem::turn::format;
use proem::turn::kept::Memo;
use proem::turn::{self, Assembled, Options, Verb};
use proem::{check, provider, survey};
use serde_json::{Map, Value as Json};

use crate::conversation::{Conversation, Said};
use crate::workload::RULES;

/// Reads, checks and compiles an agent.
///
/// # Errors
/// What is wrong with it.
pub fn open(files: Vec<RawFile>) -> Result<Compiled, String> {
    let folder = load::folder(files);
    let agent = folder.agent.ok_or_else(|| told(&folder.findings))?;
    let table = Table::of_files(folder.prompts);
    check::compile(agent, Arc::new(table)).map(|(agent, _)| agent).map_err(|all| told(&all))
}

/// All that `proem check` does with a folder; gives how many warnings there are.
///
/// # Errors
/// What is wrong with it.
pub fn checked(files: Vec<RawFile>) -> Result<usize, String> {
    let folder = load::folder(files);
    let agent = folder.agent.ok_or_else(|| told(&folder.findings))?;
    let table = Table::of_files(folder.prompts);
    let (agent, found) = check::compile(agent, Arc::new(table)).map_err(|all| told(&all))?;
    let more = survey::rules::check(&agent, &folder.cases, &found, &provider::find);
    Ok(folder.findings.len() + found.len() + more.len())
}

/// A conversation that is going on: what a host holds of it from turn to turn.
#[derive(Debug, Default)]
pub struct Running {
    input: TurnInput,
    options: Options,
    memo: Memo,
    /// Where the history began in the turn before.
    from: usize,
}

/// What a turn brings: made before the clock runs, as it comes from outside.
#[derive(Debug)]
pub struct Arrival {
    /// The message that was answered and its answer.
    pub answered: Vec<Message>,
    /// The user's new message.
    pub message: Content,
    /// The new values of the variables.
    pub values: Map<String, Json>,
}

impl Running {
    /// A conversation before its first turn.
    #[must_use]
    pub fn new(conversation: &Conversation) -> Self {
        let begun = conversation.messages.iter().take(conversation.begins);
        Self { input: input(conversation, begun), ..Self::default() }
    }

    /// Takes in what is new.
    pub fn arrive(&mut self, arrival: Arrival) {
        self.input.history.extend(arrival.answered);
        self.input.message = Some(arrival.message);
        self.input.input = arrival.values;
        self.input.history_from = self.from;
    }

    /// Gate, selection, and what the host must fetch; gives how much that is.
    ///
    /// # Errors
    /// As [`Self::assemble`].
    pub fn choose(&mut self, agent: &Compiled) -> Result<usize, String> {
        let asked = turn::requests(agent, &self.input, &self.options, &mut self.memo);
        asked.map(|asked| asked.len()).map_err(|all| told(&all))
    }

    /// Assembles the turn: the payload's bytes, and what the manifest is made from.
    ///
    /// # Errors
    /// What kept it from being assembled.
    pub fn assemble<'a>(&mut self, agent: &'a Compiled) -> Result<Done<'a>, String> {
        self.watched(agent, &mut |_| {})
    }

    /// The same; `begins` is told of every verb when it begins.
    ///
    /// # Errors
    /// As [`Self::assemble`].
    pub fn watched<'a>(
        &mut self,
        agent: &'a Compiled,
        begins: &mut dyn FnMut(Verb),
    ) -> Result<Done<'a>, String> {
        let Self { input, options, memo, .. } = self;
        let done = done(turn::watched(agent, input, options, &provider::find, memo, begins))?;
        self.from = done.0.history_from();
        Ok(done)
    }

    /// How many bytes it says that it keeps.
    #[must_use]
    pub fn size(&self) -> usize {
        self.memo.size()
    }
}

/// An assembled turn.
#[derive(Debug)]
pub struct Done<'a>(Box<Assembly<'a>>);

impl Done<'_> {
    /// The payload as it is sent.
    #[must_use]
    pub fn payload(&self) -> &str {
        &self.0.payload
    }

    /// The manifest as JSON.
    #[must_use]
    pub fn manifest(&self) -> Vec<u8> {
        serde_json::to_vec(&self.0.manifest()).unwrap_or_default()
    }

    /// Writes the payload once more.
    #[must_use]
    pub fn write(&self) -> String {
        format::payload(self.0.provider(), &self.0.draft())
    }

    /// All tokens.
    #[must_use]
    pub fn tokens(&self) -> u32 {
        self.0.tokens().total
    }

    /// Tokens of the messages' frames, of the tools, and of the answer's schema.
    #[must_use]
    pub fn overhead(&self) -> [u32; 3] {
        let overhead = self.0.tokens().overhead;
        [overhead.messages, overhead.tools, overhead.schema]
    }
}

/// What a turn of a conversation brings.
#[must_use]
pub fn arrival(conversation: &Conversation, turn: usize) -> Arrival {
    let at = conversation.history(turn);
    let answered = if turn == 0 { at..at } else { at - 2..at };
    let said = conversation.messages.get(answered).unwrap_or_default();
    let message = conversation.messages.get(at).map(|said| said.content.clone());
    Arrival {
        answered: said.iter().map(message_of).collect(),
        message: Content::Text(message.unwrap_or_default().into()),
        values: conversation.values.get(turn).cloned().unwrap_or_default(),
    }
}

/// The input of a turn as a stateless caller sends it: JSON with the whole history.
#[must_use]
pub fn body(conversation: &Conversation, turn: usize) -> Vec<u8> {
    let history = conversation.messages.iter().take(conversation.history(turn));
    let mut input = input(conversation, history);
    let arrival = arrival(conversation, turn);
    input.message = Some(arrival.message);
    input.input = arrival.values;
    serde_json::to_vec(&input).unwrap_or_default()
}

/// Answers a stateless call: reads its body, and assembles.
///
/// # Errors
/// What kept it from being assembled.
pub fn stateless<'a>(agent: &'a Compiled, body: &[u8]) -> Result<Done<'a>, String> {
    let input: TurnInput = serde_json::from_slice(body).map_err(|error| error.to_string())?;
    done(turn::assemble(agent, &input, &Options::default(), &provider::find, &mut Memo::default()))
}

fn done(outcome: Result<Assembled<'_>, Vec<Diagnostic>>) -> Result<Done<'_>, String> {
    match outcome.map_err(|all| told(&all))? {
        Assembled::Call(assembly) => Ok(Done(assembly)),
        Assembled::Said { text, .. } => Err(format!("the gate said: {text}")),
    }
}

fn input<'s>(conversation: &Conversation, history: impl Iterator<Item = &'s Said>) -> TurnInput {
    let entry = |text: &String| Map::from_iter([("text".to_owned(), Json::from(text.clone()))]);
    TurnInput {
        memory: Memory {
            entries: conversation.memories.iter().map(entry).collect(),
            rules: RULES.iter().map(ToString::to_string).collect(),
            recall: false,
        },
        history: history.map(message_of).collect(),
        ..TurnInput::default()
    }
}

fn message_of(said: &Said) -> Message {
    let role = if said.role == "user" { Speaker::User } else { Speaker::Assistant };
    Message { role, content: Content::Text(said.content.as_str().into()) }
}

fn told(findings: &[Diagnostic]) -> String {
    let lines: Vec<String> =
        findings.iter().map(|finding| format!("{}: {}", finding.code, finding.message)).collect();
    lines.join("\n")
}
