//! `proem read`: what the engine makes of a model's answer.
//!
//! Owns how a turn of a case is run with an answer from a file. The answer is taken as it is: the model is
//! not asked again for a better one, because nobody is there to give it. It must never judge an answer.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use clap::{ArgGroup, Args};
use proem::agent::state::State;
use proem::diagnostic::Diagnostic;
use proem::turn::case::play;
use proem::turn::course::given::{ActionResult, Given};
use proem::turn::course::outcome::Outcome;
use proem::turn::course::{Next, Turn};
use proem::turn::format::Provider;
use proem::turn::format::reply::Reply;
use proem::turn::kept::Memo;
use proem::turn::{Finder, Options};
use serde_json::{Map, Value as Json};

use crate::cli::assemble::find_case;
use crate::cli::open::{Opened, or_tell, tell, unreadable};
use crate::cli::provider::finder_or_tell;
use crate::cli::{End, complain, json, outcome};
use crate::machine::reason;

/// What `read` takes.
#[derive(Args, Debug)]
#[command(group = ArgGroup::new("given").required(true))]
pub(crate) struct Arguments {
    /// The agent's folder
    dir: PathBuf,
    /// The case, or one of its turns: NAME or NAME:2
    #[arg(long)]
    case: String,
    /// A file with what the model wrote; `-` reads standard input. Given again: one for each time that the model is asked
    #[arg(long = "answer", value_name = "FILE", group = "given")]
    answers: Vec<PathBuf>,
    /// A file with the body that the provider sent; `-` reads standard input
    #[arg(long = "body", value_name = "FILE", group = "given")]
    bodies: Vec<PathBuf>,
    /// The provider that sent it, instead of the agent's own
    #[arg(long)]
    provider: Option<String>,
    /// The call to answer, instead of the turn's own
    #[arg(long)]
    call: Option<String>,
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
    let mut texts = Vec::new();
    for path in arguments.answers.iter().chain(&arguments.bodies) {
        match text_of(path) {
            Ok(text) => texts.push(text),
            Err(message) => {
                unreadable("turn.unreadable", &message, as_json, out)?;
                return Ok(End::Environment);
            }
        }
    }
    let came = match turn(arguments, &opened, &texts, &find) {
        Ok(came) => came,
        Err(findings) => {
            tell(&findings, &opened.sources, &opened.root, as_json, out)?;
            return Ok(End::Findings);
        }
    };
    let Came { outcome, before, unused } = came;
    if as_json {
        json::print(&outcome, out)?;
    } else {
        outcome::show(&outcome, &before, out)?;
    }
    if unused > 0 {
        let what = if unused == 1 { "answer was" } else { "answers were" };
        complain(&format!("{unused} {what} not asked for"));
    }
    let fine = unused == 0 && !outcome::is_troubled(&outcome);
    Ok(if fine { End::Fine } else { End::Findings })
}

struct Came {
    outcome: Outcome,
    before: State,
    /// How many answers nobody asked for.
    unused: usize,
}

/// Runs the turn.
fn turn(
    arguments: &Arguments,
    opened: &Opened,
    texts: &[String],
    find: Finder<'_>,
) -> Result<Came, Vec<Diagnostic>> {
    let (case, at) = find_case(&opened.cases, &arguments.case).map_err(|finding| vec![finding])?;
    let script = case.turns.get(at);
    let call = arguments.call.clone().or_else(|| script.and_then(|turn| turn.call.clone()));
    let options = Options { call, ..Options::default() };
    let played = play(&opened.agent, case, at, &Options::default(), find);
    let input = played.into_iter().next_back().map(|turn| turn.input).unwrap_or_default();
    let no_results = Map::new();
    let results = script.map_or(&no_results, |turn| &turn.results);
    let mut before = opened.agent.agent.initial_state();
    before.extend(input.state.clone());
    let mut texts = texts.iter();
    let mut memo = Memo::default();
    let mut turn = Turn::new(&opened.agent, input, options.clone(), find);
    loop {
        let given = match turn.next(&mut memo)? {
            Next::Gather(_) => Given::Values(std::collections::BTreeMap::new()),
            Next::Call(assembly) => {
                let name = assembly.call_name();
                let own = opened.agent.agent.call(name).is_some_and(|call| call.run.replies());
                let asked = own || options.call.as_deref() == Some(name);
                // Calls of the gate have the case's answer or none, those behind the answer none.
                match asked.then(|| texts.next()).flatten() {
                    None if !asked => Given::Failed("the case has no answer to it".to_owned()),
                    Some(text) => reply(text, !arguments.bodies.is_empty(), assembly.provider())?,
                    None => Given::Failed("no further answer was given".to_owned()),
                }
            }
            Next::Perform(requests) => {
                let one = |name: &str| match results.get(name) {
                    Some(result) => ActionResult::Result(result.clone()),
                    None => ActionResult::Error("the case has no result of it".to_owned()),
                };
                Given::Results(requests.iter().map(|request| one(&request.name)).collect())
            }
            Next::Done(outcome) => {
                let outcome = outcome.clone();
                let first =
                    turn.calls().first().map(|made| State::clone(&made.assembly.gated.before));
                let before = first.unwrap_or(before);
                return Ok(Came { outcome, before, unused: texts.len() });
            }
        };
        if let Err(misplaced) = turn.resume(given) {
            return Err(vec![Diagnostic::error("turn.given", misplaced.to_string())]);
        }
    }
}

/// An answer as a reply. It counts as shown: what cannot be taken is not asked for again.
fn reply(
    text: &str,
    is_body: bool,
    provider: &'static dyn Provider,
) -> Result<Given, Vec<Diagnostic>> {
    if !is_body {
        return Ok(Given::Shown { reply: Reply::of_text(text), messages: Vec::new() });
    }
    let body: Json = serde_json::from_str(text).map_err(|error| {
        let message = format!("the body is no JSON: {error}");
        let help = "Give what the provider sent, whole; `--answer` takes the model's text alone.";
        vec![Diagnostic::error("answer.body", message).help(help)]
    })?;
    match provider.reply(&body) {
        Ok(reply) => Ok(Given::Shown { reply, messages: Vec::new() }),
        Err(bad) => {
            let help = format!(
                "It is read as an answer of {}; `--provider` names another one.",
                provider.name()
            );
            Err(vec![Diagnostic::error("answer.body", bad.to_string()).help(help)])
        }
    }
}

/// What a file says, without the line break at its end.
fn text_of(path: &Path) -> Result<String, String> {
    let (name, bytes) = if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        let read = io::stdin().lock().read_to_end(&mut bytes);
        ("standard input".to_owned(), read.map(|_| bytes))
    } else {
        (path.display().to_string(), fs::read(path))
    };
    let bytes = bytes.map_err(|error| format!("{name} cannot be read: {}", reason(&error)))?;
    let mut text =
        String::from_utf8(bytes).map_err(|_| format!("{name} cannot be read: it is no UTF-8"))?;
    if text.ends_with('\n') {
        text.pop();
    }
    Ok(text)
}
