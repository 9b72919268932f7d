//! `proem assemble`: the payload of a turn, and the account of it.

use std::fs;
use std::io::{self, Read, Write};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use proem::agent::case::{Case, parse_turn};
use proem::agent::input::{Content, TurnInput};
use proem::agent::source::{RawFile, Source};
use proem::diagnostic::{Diagnostic, suggestion};
use proem::turn::case::play;
use proem::turn::kept::Memo;
use proem::turn::{Assembled, Options, assemble};
use serde_json::json;

use crate::cli::open::{Opened, or_tell, tell, unreadable};
use crate::cli::place::place;
use crate::cli::provider::finder;
use crate::cli::show;
use crate::cli::style::{Paint, paint};
use crate::cli::{End, complain, json};
use crate::machine::reason;

/// What `assemble` takes.
#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// The agent's folder
    dir: PathBuf,
    /// A case, or one of its turns: NAME or NAME:2
    #[arg(long, conflicts_with = "turn")]
    case: Option<String>,
    /// A file with the input of a turn, YAML or JSON; `-` reads standard input
    #[arg(long)]
    turn: Option<PathBuf>,
    /// The user's message
    #[arg(long)]
    message: Option<String>,
    /// The call to assemble, instead of the turn's own
    #[arg(long)]
    call: Option<String>,
    /// The provider to format for: openai-chat, openai-responses, anthropic or gemini
    #[arg(long)]
    provider: Option<String>,
    /// The model to format for, instead of the agent's own
    #[arg(long)]
    model: Option<String>,
    /// What to print
    #[arg(long, value_enum)]
    show: Option<Show>,
}

/// What can be printed of an assembly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Show {
    /// The provider's payload
    Payload,
    /// The account of every byte
    Manifest,
    /// The text that the model reads
    Text,
    /// The layers as a tree
    Layers,
}

pub(super) fn run(arguments: &Arguments, as_json: bool, out: &mut dyn Write) -> io::Result<End> {
    let opened = match or_tell(&arguments.dir, as_json, out)? {
        Ok(opened) => opened,
        Err(end) => return Ok(end),
    };
    let mut sources = opened.sources.clone();
    let (outcome, heading) = match outcome(arguments, &opened, &mut sources) {
        Ok(found) => found,
        Err(Trouble::Usage(message)) => {
            complain(&message);
            return Ok(End::Usage);
        }
        Err(Trouble::Environment(message)) => {
            unreadable("turn.unreadable", &message, as_json, out)?;
            return Ok(End::Environment);
        }
        Err(Trouble::Findings(findings)) => (Err(findings), String::new()),
    };
    match outcome {
        Err(findings) => {
            tell(&findings, &sources, &opened.root, as_json, out)?;
            Ok(End::Findings)
        }
        Ok(Assembled::Said { text, actions, gated }) => {
            // Who asks for a payload reads JSON, whatever it says.
            if as_json || arguments.show == Some(Show::Payload) {
                let said = json!({"said": text, "actions": actions, "gate": gated.fired, "state": gated.state});
                json::print(&said, out)?;
            } else {
                write!(out, "{heading}")?;
                writeln!(out, "The gate ends the turn without asking a model. It says:\n\n{text}")?;
                if !actions.is_empty() {
                    writeln!(out, "\nand does: {}", paint(&actions.join(", "), Paint::Cyan))?;
                }
            }
            Ok(End::Fine)
        }
        Ok(Assembled::Call(assembly)) => {
            match (arguments.show, as_json) {
                (Some(Show::Payload), _) => json::print(&assembly.body(), out)?,
                (Some(Show::Manifest), true) => json::print(&assembly.manifest(), out)?,
                (Some(Show::Manifest), false) => show::account(&assembly, out)?,
                (Some(Show::Text), true) => json::print(&json!({"text": assembly.text()}), out)?,
                (Some(Show::Text), false) => show::text(&assembly, out)?,
                (Some(Show::Layers), true) => json::print(&assembly.manifest().layers, out)?,
                (Some(Show::Layers), false) => show::layers(&heading, &assembly, out)?,
                (None, true) => {
                    let both = json!({"payload": assembly.body(), "manifest": assembly.manifest()});
                    json::print(&both, out)?;
                }
                (None, false) => {
                    show::layers(&heading, &assembly, out)?;
                    let more = "--show text, payload or manifest shows what is inside";
                    writeln!(out, "\n{}", paint(more, Paint::Dim))?;
                }
            }
            Ok(End::Fine)
        }
    }
}

enum Trouble {
    Usage(String),
    Environment(String),
    Findings(Vec<Diagnostic>),
}

type Found<'a> = (Result<Assembled<'a>, Vec<Diagnostic>>, String);

fn outcome<'a>(
    arguments: &Arguments,
    opened: &'a Opened,
    sources: &mut Vec<Source>,
) -> Result<Found<'a>, Trouble> {
    let options = Options {
        call: arguments.call.clone(),
        model: arguments.model.clone(),
        ..Options::default()
    };
    let find = finder(arguments.provider.as_deref())
        .map_err(|finding| Trouble::Findings(vec![finding]))?;
    if let Some(name) = &arguments.case {
        let (case, turn) =
            find_case(&opened.cases, name).map_err(|finding| Trouble::Findings(vec![finding]))?;
        let mut case = case.clone();
        if let (Some(message), Some(turn)) = (&arguments.message, case.turns.get_mut(turn)) {
            turn.input.message = Some(Content::Text(message.as_str().into()));
        }
        let mut played = play(&opened.agent, &case, turn, &options, &find);
        let Some(mut last) = played.pop() else {
            return Err(Trouble::Usage("the case has no turns".into()));
        };
        let file = &case.span.file;
        let source = opened.sources.iter().find(|source| source.file == *file);
        if let (Err(findings), Some(source)) = (&mut last.assembled, source) {
            place(findings, source, &["turns".to_owned(), turn.to_string()]);
        }
        return Ok((last.assembled, heading(&case)));
    }
    let mut input = match &arguments.turn {
        Some(path) => read_turn(path, sources)?,
        None if arguments.message.is_none() && arguments.call.is_none() => {
            let message = "say which turn: --case NAME, --turn FILE or --message TEXT (see `proem assemble --help`)";
            return Err(Trouble::Usage(message.into()));
        }
        None => TurnInput::default(),
    };
    if let Some(message) = &arguments.message {
        input.message = Some(Content::Text(message.as_str().into()));
    }
    let mut outcome = assemble(&opened.agent, &input, &options, &find, &mut Memo::default());
    if let (Err(findings), Some(_), Some(source)) = (&mut outcome, &arguments.turn, sources.last())
    {
        place(findings, source, &[]);
    }
    Ok((outcome, String::new()))
}

/// `NAME` or `NAME:turn`, the turn counted from 1.
#[expect(
    clippy::result_large_err,
    reason = "findings are rare, and boxing them would spread to every caller"
)]
pub(crate) fn find_case<'c>(
    cases: &'c [Case],
    name: &str,
) -> Result<(&'c Case, usize), Diagnostic> {
    let (stem, turn) = match name.rsplit_once(':') {
        Some((stem, number)) => (stem, number.parse::<usize>().ok()),
        None => (name, Some(1)),
    };
    let Some(case) = cases.iter().find(|case| case.name == stem) else {
        let known = cases.iter().map(|case| case.name.as_str());
        let finding = Diagnostic::error("case.unknown", format!("there is no case `{stem}`"));
        let help = suggestion(stem, known).unwrap_or_else(|| match cases {
            [] => "This agent has no cases: write cases/NAME.yaml.".into(),
            _ => "`proem test DIR` lists them.".into(),
        });
        return Err(finding.help(help));
    };
    match turn.filter(|turn| (1..=case.turns.len()).contains(turn)) {
        Some(turn) => Ok((case, turn - 1)),
        None => {
            let message = format!("the case `{stem}` has no such turn");
            let help = match case.turns.len() {
                1 => format!("It has one: {stem}:1."),
                count => format!("It has {count}: {stem}:1 to {stem}:{count}."),
            };
            Err(Diagnostic::error("case.turn", message).help(help))
        }
    }
}

fn read_turn(path: &PathBuf, sources: &mut Vec<Source>) -> Result<TurnInput, Trouble> {
    let (name, bytes) = if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        let read = io::stdin().lock().read_to_end(&mut bytes);
        ("standard input".to_owned(), read.map(|_| bytes))
    } else {
        (path.display().to_string(), fs::read(path))
    };
    let bytes = bytes.map_err(|error| {
        Trouble::Environment(format!("{name} cannot be read: {}", reason(&error)))
    })?;
    let source = Source::read(&RawFile { path: name, bytes })
        .map_err(|finding| Trouble::Findings(vec![finding]))?;
    let (input, findings) = parse_turn(&source);
    sources.push(source);
    input.filter(|_| findings.is_empty()).ok_or(Trouble::Findings(findings))
}

fn heading(case: &Case) -> String {
    let mut text = String::new();
    if !case.title.is_empty() {
        text.push_str(&format!("{}\n", paint(&case.title, Paint::Bold)));
    }
    if !case.description.is_empty() {
        text.push_str(&format!("{}\n", paint(case.description.trim(), Paint::Dim)));
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}
