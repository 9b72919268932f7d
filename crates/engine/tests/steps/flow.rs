//! The small flow, and ways to change it and to assemble it.

use std::path::Path;
use std::sync::Arc;

use proem::agent::catalog::Table;
use proem::agent::input::TurnInput;
use proem::agent::load::{Folder, folder};
use proem::agent::source::RawFile;
use proem::check::compiled::Compiled;
use proem::diagnostic::Diagnostic;
use proem::provider;
use proem::turn::account::manifest::Manifest;
use proem::turn::kept::Memo;
use proem::turn::{Assembled, Options, assemble};
use serde_json::{Value as Json, json};

/// Files of an agent, by path.
pub(crate) type Files = Vec<(String, String)>;

/// The files of the small flow: the blocks of the section "Steps", and what it leaves to the reader.
pub(crate) fn intake() -> Files {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/AGENT-FORMAT.md");
    let page = std::fs::read_to_string(page).unwrap();
    let section = page.split("\n## Steps\n").nth(1).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let block = |kind: &str, at: usize| {
        let blocks = section.split(&format!("```{kind}\n")).nth(at + 1).unwrap();
        blocks.split("```").next().unwrap().to_owned()
    };
    let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
    vec![
        file("agent.yaml", &block("yaml", 0)),
        file("prompts/step/name.md", &block("markdown", 0)),
        file("prompts/step/volume.md", &block("markdown", 1)),
        file("prompts/core/identity.md", "You work for {{ config.company }}.\n"),
        file("prompts/constitution/hello.md", "Be brief.\n"),
        file("prompts/constitution/qualification.md", "Be exact.\n"),
    ]
}

/// The small flow with texts replaced: path, old, new. An old text that is not there is a mistake of
/// the test.
pub(crate) fn changed(changes: &[(&str, &str, &str)]) -> Files {
    let mut files = intake();
    for (path, old, new) in changes {
        let file = files.iter_mut().find(|(name, _)| name == path);
        let (_, text) = file.unwrap_or_else(|| panic!("no file {path}"));
        assert_eq!(text.matches(old).count(), 1, "{path}: {old}\n{text}");
        *text = text.replace(old, new);
    }
    files
}

/// Compiles files, or tells everything that is wrong with them.
pub(crate) fn compile(files: &Files) -> Result<(Compiled, Vec<Diagnostic>), Vec<Diagnostic>> {
    let raw = files
        .iter()
        .map(|(path, text)| RawFile { path: path.clone(), bytes: text.as_bytes().to_vec() });
    let Folder { agent, prompts, findings, .. } = folder(raw.collect());
    let table = Table::of_files(prompts);
    let Some(agent) = agent else { return Err(findings) };
    match proem::check::compile(agent, Arc::new(table)) {
        Ok((compiled, more)) if !findings.iter().any(Diagnostic::is_error) => {
            Ok((compiled, findings.into_iter().chain(more).collect()))
        }
        Ok((_, more)) | Err(more) => Err(findings.into_iter().chain(more).collect()),
    }
}

/// Compiles files that are without errors.
pub(crate) fn compiled(files: &Files) -> Compiled {
    compile(files).unwrap_or_else(|findings| panic!("{findings:#?}")).0
}

/// A turn's input from JSON.
pub(crate) fn input(json: Json) -> TurnInput {
    serde_json::from_value(json).unwrap()
}

/// A turn in the middle of the small flow.
pub(crate) fn in_volume() -> TurnInput {
    input(json!({
        "state": {"step": "volume", "slots": {"name": "Ann"}},
        "history": [{"role": "assistant", "content": "How many?"}],
        "message": "Lots!",
    }))
}

/// An assembled call with its account.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Assembly {
    pub(crate) payload: String,
    pub(crate) manifest: Manifest,
    pub(crate) text: String,
}

impl Assembly {
    pub(crate) fn body(&self) -> Json {
        serde_json::from_str(&self.payload).unwrap()
    }
}

/// Assembles the reply.
pub(crate) fn run(agent: &Compiled, input: &TurnInput) -> Result<Assembly, Vec<Diagnostic>> {
    run_with(agent, input, &Options::default())
}

/// Assembles the reply with options.
pub(crate) fn run_with(
    agent: &Compiled,
    input: &TurnInput,
    options: &Options,
) -> Result<Assembly, Vec<Diagnostic>> {
    run_on(agent, input, options, &mut Memo::default())
}

/// Assembles the reply with what the turns before left.
pub(crate) fn run_on(
    agent: &Compiled,
    input: &TurnInput,
    options: &Options,
    memo: &mut Memo,
) -> Result<Assembly, Vec<Diagnostic>> {
    match assemble(agent, input, options, &provider::find, memo)? {
        Assembled::Call(made) => {
            let (manifest, text) = (made.manifest(), made.text());
            Ok(Assembly { manifest, text, payload: made.payload.clone() })
        }
        Assembled::Said { text, .. } => panic!("the gate said {text}"),
    }
}

/// Assembles a reply that must come about.
pub(crate) fn made(agent: &Compiled, input: &TurnInput) -> Assembly {
    run(agent, input).unwrap_or_else(|findings| panic!("{findings:#?}"))
}

/// The text of a layer.
pub(crate) fn layer<'a>(assembly: &'a Assembly, id: &str) -> &'a str {
    let layer = assembly.manifest.layers.iter().find(|layer| layer.id == id).unwrap();
    layer.span.map_or("", |[start, end]| assembly.text.get(start..end).unwrap())
}

/// The codes of findings.
pub(crate) fn codes(findings: &[Diagnostic]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.code).collect()
}
