//! The command line.
//!
//! Owns arguments, exit codes and the choice between text and JSON. Each command is a file: it reads,
//! calls the engine, and prints. None of them may decide anything that the engine decides.

mod assemble;
mod audit;
mod change;
mod chat;
mod check;
mod converse;
mod database;
mod db;
mod diff;
mod difference;
mod draw;
mod explain;
mod json;
mod keys;
mod layers;
mod log;
mod matrix;
mod new;
mod open;
mod outcome;
mod place;
mod progress;
mod provider;
mod read;
mod record;
mod remote;
mod replay;
mod schema;
mod serve;
mod show;
mod style;
mod sync;
mod test;
mod versions;
mod watch;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::machine::reason;

/// Build what stands before every model call.
#[derive(Debug, Parser)]
#[command(name = "proem", bin_name = "proem", version, max_term_width = 100)]
#[command(after_help = "Exit codes: 0 fine, 1 findings, 2 usage, 3 environment.")]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// Print JSON instead of text
    #[arg(long, global = true)]
    json: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start an agent in a new folder
    New {
        /// The agent's name, and the folder's
        name: String,
        /// A role, given as one object in role.json
        #[arg(long)]
        role: bool,
    },
    /// Find what is wrong with an agent, or explain a code
    Check {
        /// The agent's folder
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// Explain a code that `check` or a turn has told; without CODE list them all
        #[arg(long, value_name = "CODE", conflicts_with = "dir")]
        explain: Option<Option<String>>,
    },
    /// List the layers of an agent's calls
    Layers {
        /// The agent's folder
        dir: PathBuf,
        /// Play a conversation of so many turns, and show how much of each payload can be cached
        #[arg(long, value_parser = clap::value_parser!(u16).range(2..=1000))]
        turns: Option<u16>,
        /// The provider to format for, instead of the agent's own
        #[arg(long, requires = "turns")]
        provider: Option<String>,
    },
    /// Assemble the payload of a turn
    Assemble(assemble::Arguments),
    /// Talk with an agent: with its model where a key is set, else with the offline one
    Chat(chat::Arguments),
    /// Read a model's answer to a turn of a case: what is said, done, refused, and why
    Read(read::Arguments),
    /// Run recorded turns again, and tell what has changed
    Replay {
        /// A file of recorded turns, as `chat --record` and `/save` write it
        file: PathBuf,
        /// The agent's folder, instead of the one that was recorded
        dir: Option<PathBuf>,
    },
    /// Run an agent's cases
    Test {
        /// The agent's folder
        dir: PathBuf,
        /// Run only cases whose name contains this
        #[arg(long)]
        case: Option<String>,
        /// The provider to format for: openai-chat, openai-responses, anthropic or gemini
        #[arg(long)]
        provider: Option<String>,
        /// Show what each turn came to, also where it is as expected
        #[arg(long)]
        verbose: bool,
    },
    /// Walk every state of an agent: what is allowed, refused or missing, and its tokens
    Matrix {
        /// The agent's folder
        dir: PathBuf,
        /// The provider to format for, instead of the agent's own
        #[arg(long)]
        provider: Option<String>,
        /// Vary only this state key, such as `style` or `crisis.level`; may be given again
        #[arg(long = "axis", value_name = "KEY")]
        axes: Vec<String>,
        /// How many of the largest texts to name; 3 below a table
        #[arg(long, value_name = "N")]
        worst: Option<usize>,
    },
    /// Compare two agents, or two versions of one: what differs, and what that moves
    Diff {
        /// The first agent's folder
        from: PathBuf,
        /// The second agent's folder
        to: PathBuf,
        /// The provider to format for, instead of the agents' own
        #[arg(long)]
        provider: Option<String>,
        /// Compare all states too, not only the cases
        #[arg(long)]
        matrix: bool,
    },
    /// Serve agents over HTTP
    Serve(serve::Arguments),
    /// Send what changed in an agent's folder to a server
    Push(sync::Push),
    /// Bring what changed on a server into an agent's folder
    Pull(sync::Pull),
    /// List where the labels of a prompt went, newest first
    Log(versions::Prompt),
    /// Make a version of a prompt the active one
    Activate(versions::Activate),
    /// Make the version of a prompt active that was active before
    Rollback(versions::Rollback),
    /// Back a database up, restore it, or look whether it is whole
    #[command(subcommand)]
    Db(db::Command),
    /// Look whether the record of changes is what was written
    #[command(subcommand)]
    Audit(audit::Command),
    /// List, make and revoke API keys
    #[command(subcommand)]
    Keys(keys::Command),
    /// Print the JSON Schema of a format
    Schema {
        /// One of: agent, prompt, role, case, turn, manifest; without it the list
        name: Option<String>,
    },
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// All is well.
    Fine,
    /// Something is wrong with what was looked at.
    Findings,
    /// The command was not meant like this.
    Usage,
    /// The machine does not let it happen.
    Environment,
}

impl From<End> for ExitCode {
    fn from(end: End) -> Self {
        match end {
            End::Fine => Self::SUCCESS,
            End::Findings => Self::from(1),
            End::Usage => Self::from(2),
            End::Environment => Self::from(3),
        }
    }
}

/// Reads the arguments and runs the command.
pub(crate) fn run() -> ExitCode {
    let cli = Cli::parse();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let ended = match cli.command {
        Command::New { name, role } => new::run(&name, role, cli.json, &mut out),
        Command::Check { explain: Some(code), .. } => {
            explain::run(code.as_deref(), cli.json, &mut out)
        }
        Command::Check { dir, explain: None } => check::run(&dir, cli.json, &mut out),
        Command::Layers { dir, turns: Some(turns), provider } => {
            converse::run(&dir, turns, provider.as_deref(), cli.json, &mut out)
        }
        Command::Layers { dir, .. } => layers::run(&dir, cli.json, &mut out),
        Command::Assemble(arguments) => assemble::run(&arguments, cli.json, &mut out),
        Command::Chat(arguments) => chat::run(&arguments, cli.json, &mut out),
        Command::Read(arguments) => read::run(&arguments, cli.json, &mut out),
        Command::Replay { file, dir } => replay::run(&file, dir.as_deref(), cli.json, &mut out),
        Command::Test { dir, case, provider, verbose } => {
            let how = test::How { only: case.as_deref(), as_json: cli.json, verbose };
            test::run(&dir, provider.as_deref(), &how, &mut out)
        }
        Command::Matrix { dir, provider, axes, worst } => {
            matrix::run(&dir, provider.as_deref(), &axes, worst, cli.json, &mut out)
        }
        Command::Diff { from, to, provider, matrix } => {
            diff::run(&from, &to, provider.as_deref(), matrix, cli.json, &mut out)
        }
        Command::Serve(arguments) => serve::run(&arguments, cli.json, &mut out),
        Command::Push(wish) => sync::push(&wish, cli.json, &mut out),
        Command::Pull(wish) => sync::pull(&wish, cli.json, &mut out),
        Command::Log(prompt) => versions::log(&prompt, cli.json, &mut out),
        Command::Activate(wish) => versions::activate(&wish, cli.json, &mut out),
        Command::Rollback(wish) => versions::rollback(&wish, cli.json, &mut out),
        Command::Db(command) => db::run(&command, cli.json, &mut out),
        Command::Audit(command) => audit::run(&command, cli.json, &mut out),
        Command::Keys(command) => keys::run(&command, cli.json, &mut out),
        Command::Schema { name } => schema::run(name.as_deref(), cli.json, &mut out),
    };
    match ended.and_then(|end| out.flush().map(|()| end)) {
        Ok(end) => end.into(),
        // Whoever reads the output has gone away: nothing is left to be said.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&reason(&error));
            End::Environment.into()
        }
    }
}

/// Says something on standard error. That nobody reads it is no reason to fail.
pub(crate) fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "proem: {message}");
}
