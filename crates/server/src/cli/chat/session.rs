//! What a conversation keeps.
//!
//! Owns the state, the history and the memory between turns, the way back, and the record. Everything that
//! changes comes from an outcome of the engine. It must never change a state by itself.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use jiff::Zoned;
use proem::agent::input::{ActionRequest, Content, Memory, TurnInput};
use proem::agent::state::State;
use proem::diagnostic::Diagnostic;
use proem::rehearsal::Earlier;
use proem::turn::advance::memory::Memories;
use proem::turn::case::play;
use proem::turn::course::outcome::{Outcome, Voice};
use proem::turn::course::{Next, Turn};
use proem::turn::kept::Memo;
use proem::turn::{Assembly, Finder, Options};
use serde_json::Value as Json;

use crate::cli::assemble::find_case;
use crate::cli::chat::host::Host;
use crate::cli::chat::last::Last;
use crate::cli::chat::lines::Lines;
use crate::cli::chat::{Arguments, tell};
use crate::cli::open::Opened;
use crate::cli::record::Line;
use crate::cli::style::{Paint, paint};

/// A conversation.
pub(super) struct Session<'s> {
    opened: &'s Opened,
    arguments: &'s Arguments,
    find: Finder<'s>,
    memo: Memo,
    input: TurnInput,
    /// What the next turn's id is made from.
    id: String,
    turns: usize,
    /// The turns, the last one behind.
    lasts: Vec<Last<'s>>,
    /// What was before each turn, and how many records there were.
    before: Vec<(TurnInput, usize)>,
    records: Vec<Line>,
    /// Records that are in no file yet.
    unwritten: usize,
}

/// What a turn is about.
#[derive(Default)]
pub(super) struct Wish {
    pub message: Option<String>,
    pub actions: Vec<ActionRequest>,
}

impl<'s> Session<'s> {
    /// A new conversation, or that of a case in front of one of its turns.
    #[expect(
        clippy::result_large_err,
        reason = "findings are rare, and boxing them would spread to every caller"
    )]
    pub(super) fn begin(
        opened: &'s Opened,
        arguments: &'s Arguments,
        find: Finder<'s>,
    ) -> Result<Self, Diagnostic> {
        let mut input = TurnInput::default();
        if let Some(name) = &arguments.case {
            let (case, at) = find_case(&opened.cases, name)?;
            let played = play(&opened.agent, case, at, &Options::default(), find);
            input = played.into_iter().next_back().map(|turn| turn.input).unwrap_or_default();
            input.message = None;
            input.actions.clear();
            input.answers.clear();
            input.now = None;
            input.id = None;
        }
        let began = time(arguments);
        Ok(Self {
            opened,
            arguments,
            find,
            memo: Memo::default(),
            input,
            id: format!("chat {began}"),
            turns: 0,
            lasts: Vec::new(),
            before: Vec::new(),
            records: Vec::new(),
            unwritten: 0,
        })
    }

    /// Whether the agent says something before anybody writes: a flow opens.
    pub(super) fn opens(&self) -> bool {
        self.opened.agent.agent.flow.is_some() && self.input.history.is_empty()
    }

    pub(super) fn state(&self) -> State {
        let mut state = self.opened.agent.agent.initial_state();
        state.extend(self.input.state.clone());
        state
    }

    pub(super) fn memory(&self) -> &Memory {
        &self.input.memory
    }

    pub(super) fn add_rule(&mut self, rule: String) {
        self.input.memory.rules.push(rule);
    }

    pub(super) fn last(&self) -> Option<&Last<'s>> {
        self.lasts.last()
    }

    /// Whether there was a turn and none is left.
    pub(super) fn is_undone(&self) -> bool {
        self.turns > 0 && self.lasts.is_empty()
    }

    /// The call that the last reply answers.
    pub(super) fn assembly(&self) -> Option<&Assembly<'s>> {
        let last = self.last()?;
        let own = last.outcome.call.as_deref();
        let calls = || last.turn.calls().iter().rev();
        let found = calls().find(|called| Some(called.assembly.call_name()) == own);
        found.or_else(|| calls().next()).map(|called| &called.assembly)
    }

    /// Runs a turn and shows what is said. What is wrong with the turn comes back; then nothing has
    /// changed.
    pub(super) fn turn(
        &mut self,
        host: &mut Host<'s>,
        lines: &mut Lines,
        wish: Wish,
        out: &mut dyn Write,
    ) -> io::Result<Result<(), Vec<Diagnostic>>> {
        let begins = self.input.clone();
        let message = wish.message.map(|text| Content::Text(text.into()));
        let input = TurnInput {
            message,
            actions: wish.actions,
            id: Some(format!("{} {}", self.id, self.turns + 1)),
            now: Some(time(self.arguments)),
            ..begins.clone()
        };
        let options = Options { model: self.arguments.model.clone(), ..Options::default() };
        let before = self.state();
        let ran = match self.run(input, options, host, lines, out)? {
            Ok(ran) => ran,
            Err(findings) => return Ok(Err(findings)),
        };
        let Ran { turn, outcome, shown } = ran;
        let first = turn.calls().first().map(|called| State::clone(&called.assembly.gated.before));
        let before = first.unwrap_or(before);
        say(&outcome, &shown, out)?;
        tell::summary(&turn, &outcome, out)?;
        self.turns += 1;
        self.before.push((begins, self.records.len()));
        self.keep(&turn);
        self.input.state.clone_from(&outcome.next);
        self.input.history.extend(outcome.history.iter().cloned());
        self.input.history_from = outcome.history_from;
        self.remember(&outcome.memories);
        self.lasts.push(Last { turn, outcome, before });
        Ok(Ok(()))
    }

    /// Makes the calls that the last turn left for the background. What they do counts from the next turn
    /// on.
    pub(super) fn background(
        &mut self,
        host: &mut Host<'s>,
        lines: &mut Lines,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let Some(last) = self.lasts.last() else { return Ok(()) };
        let names = last.outcome.background.clone();
        let base = last.turn.recorded().input;
        let mut state = last.outcome.state.clone();
        for name in names {
            let input = TurnInput { state: state.clone(), actions: Vec::new(), ..base.clone() };
            let model = self.arguments.model.clone();
            let options = Options { call: Some(name.clone()), model, ..Options::default() };
            let told = match self.run(input, options, host, lines, out)? {
                Ok(Ran { turn, outcome, .. }) => {
                    self.keep(&turn);
                    state.clone_from(&outcome.state);
                    self.input.state.clone_from(&outcome.next);
                    self.remember(&outcome.memories);
                    tell::background(&name, &outcome)
                }
                Err(findings) => {
                    let told: Vec<&str> = findings.iter().map(|one| one.message.as_str()).collect();
                    format!("{name}: {}", told.join("; "))
                }
            };
            writeln!(out, "{}", paint(&told, Paint::Dim))?;
        }
        Ok(())
    }

    /// Takes the last turn back.
    pub(super) fn undo(&mut self) -> bool {
        let Some((input, records)) = self.before.pop() else { return false };
        self.input = input;
        self.records.truncate(records);
        self.unwritten = self.unwritten.min(self.records.len());
        self.lasts.pop();
        true
    }

    /// Writes all turns to a file. Gives how many.
    pub(super) fn save(&self, path: &Path) -> io::Result<usize> {
        fs::write(path, written(&self.records)?)?;
        Ok(self.records.len())
    }

    /// Adds the turns that are in no file yet to one.
    pub(super) fn append(&mut self, path: &Path) -> io::Result<()> {
        let from = self.records.len() - self.unwritten.min(self.records.len());
        let text = written(self.records.get(from..).unwrap_or_default())?;
        OpenOptions::new().create(true).append(true).open(path)?.write_all(&text)?;
        self.unwritten = 0;
        Ok(())
    }

    fn keep(&mut self, turn: &Turn<'_>) {
        let provider = self.arguments.provider.as_deref();
        self.records.push(Line::of(&self.opened.root, provider, turn));
        self.unwritten += 1;
    }

    /// Remembers what a turn gave to remember. Rules among it were screened by the engine.
    fn remember(&mut self, memories: &Memories) {
        for kept in &memories.keep {
            if kept.kind == "procedural" {
                self.input.memory.rules.push(kept.text.clone());
                continue;
            }
            let Ok(Json::Object(entry)) = serde_json::to_value(kept) else { continue };
            self.input.memory.entries.insert(0, entry);
        }
    }

    fn run(
        &mut self,
        input: TurnInput,
        options: Options,
        host: &mut Host<'s>,
        lines: &mut Lines,
        out: &mut dyn Write,
    ) -> io::Result<Result<Ran<'s>, Vec<Diagnostic>>> {
        let mut turn = Turn::new(&self.opened.agent, input, options, self.find);
        let mut shown = Vec::new();
        let mut offline = false;
        loop {
            if let Err(findings) = turn.next(&mut self.memo) {
                return Ok(Err(findings));
            }
            let earlier = Earlier::of(turn.calls());
            let input = turn.input().clone();
            // Asked again without being given anything, it says the same.
            let given = match turn.next(&mut self.memo) {
                Err(findings) => return Ok(Err(findings)),
                Ok(Next::Gather(requests)) => host.gather(requests, &input, out)?,
                Ok(Next::Call(assembly)) => {
                    offline = host.place(assembly.provider().name()).is_none();
                    let heard = host.answer(assembly, &input, &earlier, lines, out)?;
                    shown.extend(heard.shown);
                    heard.given
                }
                Ok(Next::Perform(requests)) => host.perform(requests, offline, lines, out)?,
                Ok(Next::Done(outcome)) => {
                    let outcome = outcome.clone();
                    return Ok(Ok(Ran { turn, outcome, shown }));
                }
            };
            if let Err(misplaced) = turn.resume(given) {
                return Ok(Err(vec![Diagnostic::error("turn.given", misplaced.to_string())]));
            }
        }
    }
}

/// A turn that was run.
struct Ran<'s> {
    turn: Turn<'s>,
    outcome: Outcome,
    /// The messages that were shown as they came.
    shown: Vec<String>,
}

/// Says what was not shown as it came.
fn say(outcome: &Outcome, shown: &[String], out: &mut dyn Write) -> io::Result<()> {
    let mut shown = shown.iter();
    for said in &outcome.said {
        let was = if said.by == Voice::Model { shown.next() } else { None };
        match was.and_then(|was| said.text.trim_start().strip_prefix(was.trim_start())) {
            Some("") => {}
            Some(rest) => writeln!(out, "{}", crate::cli::style::printable(rest))?,
            None => writeln!(out, "{}", crate::cli::style::printable(&said.text))?,
        }
    }
    Ok(())
}

fn written(records: &[Line]) -> io::Result<Vec<u8>> {
    let mut text = Vec::new();
    for record in records {
        serde_json::to_writer(&mut text, record)?;
        text.push(b'\n');
    }
    Ok(text)
}

/// The time that an agent is told.
fn time(arguments: &Arguments) -> String {
    match &arguments.now {
        Some(now) => now.clone(),
        None => Zoned::now().strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
    }
}
