//! Loads agents from disk or from text, and assembles with each provider.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use proem::agent::catalog::Table;
use proem::agent::input::TurnInput;
use proem::agent::load::Folder;
use proem::agent::model::Model;
use proem::agent::source::RawFile;
use proem::agent::state::State;
use proem::check::compiled::Compiled;
use proem::diagnostic::Diagnostic;
use proem::provider;
use proem::role::folder::folder;
use proem::turn::account::manifest::Manifest;
use proem::turn::kept::Memo;
use proem::turn::{Assembled, Options, assemble};
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestCaseResult, TestRunner};
use serde_json::Value as Json;

/// Models of all providers.
pub(crate) const MODELS: [&str; 4] = ["gpt-5.4", RESPONSES, "claude-opus-4-7", "gemini-3.1-pro"];

/// The model that these tests send through `openai-responses`, which no model's name tells.
const RESPONSES: &str = "gpt-5.4-mini";

/// The seed where the environment names none.
const SEED: u64 = 20_261_121;

/// The agents that are loaded from disk.
pub(crate) const AGENTS: [&str; 6] =
    ["support", "coach", "sales", "fields", "developer", "architect"];

/// Where an agent lies.
pub(crate) fn folder_of(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    match name {
        "support" | "coach" | "sales" => root.join("../../examples").join(name),
        "developer" => root.join("../../examples/dev-role"),
        "architect" => root.join("../../examples/dev-role/architect"),
        _ => root.join("tests/agents").join(name),
    }
}

/// Every file of a folder, with its path relative to it.
pub(crate) fn files(name: &str) -> Vec<RawFile> {
    let root = folder_of(name);
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(at) = folders.pop() {
        for entry in std::fs::read_dir(&at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let inner = path.strip_prefix(&root).unwrap();
                let path_in = inner.to_string_lossy().replace('\\', "/");
                let bytes = std::fs::read(&path).unwrap();
                found.push(RawFile { path: path_in, bytes });
            }
        }
    }
    found
}

/// Compiles a folder that must be without errors.
pub(crate) fn compile(files: Vec<RawFile>) -> Compiled {
    let Folder { agent, prompts, findings, .. } = folder(files);
    assert!(!findings.iter().any(Diagnostic::is_error), "{findings:#?}");
    let table = Table::of_files(prompts);
    proem::check::compile(agent.unwrap(), Arc::new(table)).unwrap().0
}

/// Compiles an agent written in a test: its file, and prompts by name.
pub(crate) fn small(agent: &str, prompts: &[(&str, &str)]) -> Compiled {
    compile(small_files(agent, prompts))
}

/// The files of an agent written in a test.
pub(crate) fn small_files(agent: &str, prompts: &[(&str, &str)]) -> Vec<RawFile> {
    let file = |path: String, text: &str| RawFile { path, bytes: text.as_bytes().to_vec() };
    let mut files = vec![file("agent.yaml".into(), agent)];
    files.extend(prompts.iter().map(|(name, text)| file(format!("prompts/{name}.md"), text)));
    files
}

/// An agent from disk, compiled once.
pub(crate) fn agent(name: &str) -> &'static Compiled {
    static SUPPORT: OnceLock<Compiled> = OnceLock::new();
    static COACH: OnceLock<Compiled> = OnceLock::new();
    static SALES: OnceLock<Compiled> = OnceLock::new();
    static FIELDS: OnceLock<Compiled> = OnceLock::new();
    static DEVELOPER: OnceLock<Compiled> = OnceLock::new();
    static ARCHITECT: OnceLock<Compiled> = OnceLock::new();
    let place = match name {
        "support" => &SUPPORT,
        "coach" => &COACH,
        "sales" => &SALES,
        "fields" => &FIELDS,
        "developer" => &DEVELOPER,
        "architect" => &ARCHITECT,
        other => panic!("no agent {other}"),
    };
    place.get_or_init(|| compile(files(name)))
}

/// Options for a model.
pub(crate) fn with_model(model: &str) -> Options {
    Options { model: Some(model.to_owned()), ..Options::default() }
}

/// An assembled call with its account.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Assembly {
    pub(crate) payload: String,
    pub(crate) manifest: Manifest,
    pub(crate) text: String,
    pub(crate) state: State,
}

impl Assembly {
    pub(crate) fn of(made: proem::turn::Assembly<'_>) -> Self {
        let state = State::clone(&made.gated.state);
        Self { manifest: made.manifest(), text: made.text(), state, payload: made.payload.clone() }
    }

    pub(crate) fn body(&self) -> Json {
        serde_json::from_str(&self.payload).unwrap()
    }
}

/// Assembles, or tells why not.
pub(crate) fn run<'a>(
    agent: &'a Compiled,
    input: &TurnInput,
    options: &Options,
) -> Result<Assembled<'a>, Vec<Diagnostic>> {
    let find = |model: &Model| {
        let wanted = (model.name == RESPONSES).then_some("openai-responses");
        provider::find_or(wanted, model)
    };
    assemble(agent, input, options, &find, &mut Memo::default())
}

/// Assembles a call; `None` where the gate speaks instead.
pub(crate) fn call(
    agent: &Compiled,
    input: &TurnInput,
    options: &Options,
) -> Result<Option<Assembly>, Vec<Diagnostic>> {
    match run(agent, input, options)? {
        Assembled::Call(assembly) => Ok(Some(Assembly::of(*assembly))),
        Assembled::Said { .. } => Ok(None),
    }
}

/// Assembles a call that must be made.
pub(crate) fn made(agent: &Compiled, input: &TurnInput, options: &Options) -> Assembly {
    match call(agent, input, options) {
        Ok(Some(assembly)) => assembly,
        Ok(None) => panic!("the gate spoke instead"),
        Err(findings) => panic!("{}", told(&findings)),
    }
}

/// The codes of findings.
pub(crate) fn codes(findings: &[Diagnostic]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.code).collect()
}

/// Findings in one line each.
pub(crate) fn told(findings: &[Diagnostic]) -> String {
    let lines = findings.iter().map(|finding| format!("{}: {}", finding.code, finding.message));
    lines.collect::<Vec<_>>().join("\n")
}

/// Tries a property on `cases` values, with shrinking. What `test` gives back says whether the case
/// got as far as the property; at least `least` of a hundred must, so that nothing holds for want of
/// cases.
pub(crate) fn hold<S: Strategy>(
    cases: u32,
    least: u32,
    strategy: S,
    test: impl Fn(S::Value) -> Result<bool, TestCaseError>,
) {
    let mut config = Config { failure_persistence: None, ..Config::default() };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = cases;
    }
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(SEED);
    }
    config.max_shrink_iters = 2_000;
    let counts = RefCell::new((0_u32, 0_u32));
    let mut runner = TestRunner::new(config);
    let outcome = runner.run(&strategy, |value| -> TestCaseResult {
        let reached = test(value)?;
        let mut counts = counts.borrow_mut();
        counts.0 += 1;
        counts.1 += u32::from(reached);
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
    let (all, reached) = *counts.borrow();
    assert!(reached * 100 >= all * least, "only {reached} of {all} cases reached the property");
}
