//! `proem chat`: talking with an agent.
//!
//! Owns the way from a line to a turn or a command. What a turn asks of its host is answered in `host`, what
//! the conversation keeps is in `session`, what is said about a turn in `tell`. It must never decide
//! anything that the engine decides.

mod command;
mod host;
mod last;
mod lines;
mod session;
mod tell;

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use proem::agent::input::ActionRequest;
use proem::diagnostic::Diagnostic;
use proem::text::rules::{Verdict, screen};

use crate::cli::chat::command::{Command, Said};
use crate::cli::chat::host::Host;
use crate::cli::chat::lines::{Lines, Read};
use crate::cli::chat::session::{Session, Wish};
use crate::cli::open::{Opened, or_tell, tell, unreadable};
use crate::cli::provider::finder_or_tell;
use crate::cli::style::{Paint, paint};
use crate::cli::{End, json, show};
use crate::machine::reason;

/// What `chat` takes.
#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// The agent's folder
    dir: PathBuf,
    /// Begin where a case begins: NAME or NAME:2
    #[arg(long)]
    case: Option<String>,
    /// The model to ask, instead of the agent's own
    #[arg(long)]
    model: Option<String>,
    /// The provider to ask, instead of the agent's own
    #[arg(long)]
    provider: Option<String>,
    /// Ask no model, also where a key is set: the offline model answers
    #[arg(long)]
    rehearsal: bool,
    /// Add each turn to a file, as a line that `proem replay` reads
    #[arg(long, value_name = "FILE")]
    record: Option<PathBuf>,
    /// The time to tell the agent, instead of the machine's clock: RFC 3339
    #[arg(long, value_name = "TIME")]
    now: Option<String>,
}

pub(super) fn run(arguments: &Arguments, as_json: bool, out: &mut dyn Write) -> io::Result<End> {
    let opened = match or_tell(&arguments.dir, as_json, out)? {
        Ok(opened) => opened,
        Err(end) => return Ok(end),
    };
    let find = match finder_or_tell(arguments.provider.as_deref(), as_json, out)? {
        Ok(find) => find,
        Err(end) => return Ok(end),
    };
    let trouble = |finding: Diagnostic, out: &mut dyn Write| {
        tell(&[finding], &opened.sources, &opened.root, as_json, out).map(|()| End::Findings)
    };
    let mut session = match Session::begin(&opened, arguments, &find) {
        Ok(session) => session,
        Err(finding) => return trouble(finding, out),
    };
    let mut host = match Host::new(&opened, &find, arguments.rehearsal) {
        Ok(host) => host,
        Err(fault) => {
            unreadable("upstream.none", &fault.to_string(), as_json, out)?;
            return Ok(End::Environment);
        }
    };
    if let Some(path) = &arguments.record
        && let Err(error) = OpenOptions::new().create(true).append(true).open(path)
    {
        let message = format!("{} cannot be written: {}", path.display(), reason(&error));
        unreadable("record.unwritable", &message, as_json, out)?;
        return Ok(End::Environment);
    }
    let mut lines = Lines::open();
    tell::header(&opened, arguments, &find, &host, out)?;
    out.flush()?;
    let mut talk = Talk { opened: &opened, arguments, as_json };
    if session.opens() {
        talk.turn(&mut session, &mut host, &mut lines, Wish::default(), out)?;
    }
    loop {
        out.flush()?;
        let line = match lines.read(out)? {
            Read::Line(line) => line,
            Read::Nothing => continue,
            Read::End => break,
        };
        match command::read(&opened.agent.agent, &line) {
            Said::Nothing => {}
            Said::Message(text) => {
                let wish = Wish { message: Some(text), ..Wish::default() };
                talk.turn(&mut session, &mut host, &mut lines, wish, out)?;
            }
            Said::Unknown(text) => writeln!(out, "{}", paint(&text, Paint::Yellow))?,
            Said::Command(Command::Quit) => break,
            Said::Command(command) => {
                talk.command(command, &mut session, &mut host, &mut lines, out)?;
            }
        }
    }
    Ok(End::Fine)
}

/// What does not change while one talks.
struct Talk<'t> {
    opened: &'t Opened,
    arguments: &'t Arguments,
    as_json: bool,
}

impl<'t> Talk<'t> {
    /// Runs a turn, and what follows it in the background.
    fn turn(
        &mut self,
        session: &mut Session<'t>,
        host: &mut Host<'t>,
        lines: &mut Lines,
        wish: Wish,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        match session.turn(host, lines, wish, out)? {
            Ok(()) => {}
            Err(findings) => {
                tell(&findings, &self.opened.sources, &self.opened.root, self.as_json, out)?;
                return Ok(());
            }
        }
        session.background(host, lines, out)?;
        if let Some(path) = &self.arguments.record
            && let Err(error) = session.append(path)
        {
            let text = format!("not recorded: {}", reason(&error));
            writeln!(out, "{}", paint(&text, Paint::Red))?;
        }
        Ok(())
    }

    fn command(
        &mut self,
        command: Command,
        session: &mut Session<'t>,
        host: &mut Host<'t>,
        lines: &mut Lines,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let assembly = session.assembly();
        match command {
            Command::Help => tell::help(out),
            Command::State => json::print(&session.state(), out),
            Command::Memory => tell::memory(session.memory(), out),
            Command::Cases => tell::cases(&self.opened.cases, out),
            Command::Why => match session.last() {
                Some(last) => tell::why(last, out),
                None => none(session, out),
            },
            Command::Layers | Command::Text | Command::Payload | Command::Manifest => {
                let Some(assembly) = assembly else { return none(session, out) };
                match command {
                    Command::Layers => show::layers("", assembly, out),
                    Command::Text => show::text(assembly, out),
                    Command::Payload => json::print(&assembly.body(), out),
                    _ => json::print(&assembly.manifest(), out),
                }
            }
            Command::Undo => match session.undo() {
                true => writeln!(out, "{}", paint("the last turn is taken back", Paint::Dim)),
                false => writeln!(out, "{}", paint("there is no turn to take back", Paint::Yellow)),
            },
            Command::Save(path) => match session.save(&path) {
                Ok(turns) => {
                    let s = if turns == 1 { "" } else { "s" };
                    let text = format!("{turns} turn{s} in {}", path.display());
                    writeln!(out, "{}", paint(&text, Paint::Dim))
                }
                Err(error) => {
                    let text = format!("{} cannot be written: {}", path.display(), reason(&error));
                    writeln!(out, "{}", paint(&text, Paint::Red))
                }
            },
            Command::Rule(rule) => {
                let text = match screen(&rule) {
                    Verdict::Keep { .. } => "kept: a style preference".to_owned(),
                    Verdict::Drop { reason } => format!("not kept: {reason}"),
                };
                if matches!(screen(&rule), Verdict::Keep { .. }) {
                    session.add_rule(rule);
                }
                writeln!(out, "{}", paint(&text, Paint::Dim))
            }
            Command::Open => self.turn(session, host, lines, Wish::default(), out),
            Command::Button(name, params) => {
                let wish =
                    Wish { actions: vec![ActionRequest { name, params }], ..Wish::default() };
                self.turn(session, host, lines, wish, out)
            }
            Command::Quit => Ok(()),
        }
    }
}

/// Says why there is nothing to show.
fn none(session: &Session<'_>, out: &mut dyn Write) -> io::Result<()> {
    let text = match session.is_undone() {
        true => "every turn was taken back",
        false => "no call has been made yet",
    };
    writeln!(out, "{}", paint(text, Paint::Yellow))
}
