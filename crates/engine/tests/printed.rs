//! What is printed is of the published form: the manifests of every agent in the repository, for every provider, in
//! every call of every turn of its cases and with every row of the corpora as the message; and what goes into turns.
#![expect(clippy::disallowed_methods, reason = "agents and corpora are files")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]
#![expect(clippy::panic, reason = "a test that cannot go on says so by failing")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jsonschema::Validator;
use proem::agent::case::Case;
use proem::agent::catalog::Table;
use proem::agent::input::{Content, Message, Part, Speaker, TurnInput};
use proem::agent::model::Model;
use proem::agent::source::RawFile;
use proem::check::compiled::Compiled;
use proem::role::folder::folder;
use proem::turn::case::play;
use proem::turn::kept::Memo;
use proem::turn::{Assembled, Options, assemble};
use proem::{provider, schema};
use serde_json::{Value as Json, json};

/// Every folder of an agent or a role that is right, below the repository's root.
const AGENTS: [&str; 14] = [
    "examples/coach",
    "examples/support",
    "examples/sales",
    "examples/dev-role",
    "examples/dev-role/architect",
    "examples/dev-role/reviewer",
    "crates/engine/tests/agents/every",
    "crates/engine/tests/agents/fields",
    "crates/reliability/agent",
    "crates/server/tests/cli/base",
    "crates/server/tests/http/clerk",
    "crates/server/tests/http/greeter",
    "crates/server/tests/http/upstream/faults",
    "crates/server/tests/http/upstream/tools",
];

struct Agent {
    name: &'static str,
    compiled: Compiled,
    cases: Vec<Case>,
}

/// What is published, and how much was held against it.
struct Published {
    manifest: Validator,
    turn: Validator,
    /// How often each member of a layer was printed, and how many manifests there were.
    printed: BTreeMap<String, usize>,
    count: usize,
}

impl Published {
    fn new() -> Self {
        let validator = |name| jsonschema::validator_for(&schema::schema(name).unwrap()).unwrap();
        let (manifest, turn) = (validator("manifest"), validator("turn"));
        Self { manifest, turn, printed: BTreeMap::new(), count: 0 }
    }

    /// Assembles every call of an agent for every provider, and holds what is printed against its schema.
    fn hold(&mut self, agent: &Agent, place: &str, input: &TurnInput) {
        let fits = of_the_form(&self.turn, &json!(input));
        assert!(fits.is_empty(), "{}: {place}: the turn: {fits:#?}", agent.name);
        let calls = agent.compiled.agent.calls.iter().map(|call| Some(call.name.clone()));
        let names = provider::names();
        for (call, at) in [None].into_iter().chain(calls).zip(0..) {
            // The turn's own call for all of them, each other one for the next of them.
            let wanted = if at == 0 { names.as_slice() } else { &names[at % names.len()..][..1] };
            for wanted in wanted.iter().copied() {
                let find = |model: &Model| provider::find_or(Some(wanted), model);
                let options = Options { call: call.clone(), ..Options::default() };
                let made = assemble(&agent.compiled, input, &options, &find, &mut Memo::default());
                let Ok(Assembled::Call(assembly)) = made else { continue };
                let manifest = json!(assembly.manifest());
                let fits = of_the_form(&self.manifest, &manifest);
                let call = &manifest["call"];
                assert!(fits.is_empty(), "{}: {place}: {call}, {wanted}: {fits:#?}", agent.name);
                self.count += 1;
                for layer in manifest["layers"].as_array().unwrap() {
                    for member in layer.as_object().unwrap().keys() {
                        *self.printed.entry(member.clone()).or_default() += 1;
                    }
                }
            }
        }
    }
}

#[test]
fn the_manifests_of_every_agent_and_what_goes_into_its_turns() {
    let mut published = Published::new();
    for agent in AGENTS.iter().map(|name| agent(name)) {
        published.hold(&agent, "nothing", &TurnInput::default());
        published.hold(&agent, "parts", &parts());
        let options = Options::default();
        for case in &agent.cases {
            let played = play(&agent.compiled, case, usize::MAX - 1, &options, &provider::find);
            for (at, played) in played.into_iter().enumerate() {
                published.hold(&agent, &format!("{}:{}", case.name, at + 1), &played.input);
            }
        }
    }
    assert!(published.count > 500, "only {} manifests", published.count);
    // What may be left out was printed, too, and was left out.
    for member in ["sealed", "tokens", "span", "hash", "kept", "dropped", "prompts"] {
        let printed = published.printed.get(member).copied().unwrap_or(0);
        assert!(0 < printed && printed < published.printed["id"], "{member}: {printed}");
    }
}

#[test]
fn the_manifests_of_what_somebody_says_who_means_harm() {
    let mut published = Published::new();
    let agents = ["crates/engine/tests/agents/every", "examples/dev-role"].map(agent);
    let corpora = root().join("crates/engine/tests/corpora");
    for file in fs::read_dir(corpora).unwrap().map(|entry| entry.unwrap().path()) {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        if !name.ends_with(".jsonl") && !name.ends_with(".tsv") {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        // All of the first rows, and then some of the long corpora.
        for (at, row) in text.lines().enumerate().filter(|(at, _)| *at < 10 || at % 50 == 0) {
            let input = TurnInput {
                message: Some(Content::Text(row.into())),
                input: [("ticket".to_owned(), json!({"title": row}))].into_iter().collect(),
                ..TurnInput::default()
            };
            for agent in &agents {
                published.hold(agent, &format!("{name}:{}", at + 1), &input);
            }
        }
    }
    assert!(published.count > 500, "only {} manifests", published.count);
}

#[test]
fn a_manifest_without_what_is_always_printed_is_refused() {
    let validator = jsonschema::validator_for(&schema::schema("manifest").unwrap()).unwrap();
    let agent = agent("examples/coach");
    let find = &provider::find;
    let made = assemble(
        &agent.compiled,
        &TurnInput::default(),
        &Options::default(),
        find,
        &mut Memo::default(),
    );
    let Ok(Assembled::Call(assembly)) = made else { panic!("no call") };
    let manifest = json!(assembly.manifest());
    let members = manifest.as_object().unwrap();
    assert!(of_the_form(&validator, &manifest).is_empty());
    let may_be_left_out = |member: &&String| {
        let mut without = members.clone();
        without.remove(*member);
        validator.is_valid(&Json::Object(without))
    };
    let left_out: Vec<&String> = members.keys().filter(may_be_left_out).collect();
    assert_eq!(left_out, ["authored"]);
    assert!(members.len() > 20, "{members:#?}");
}

/// A turn with a part of every kind.
fn parts() -> TurnInput {
    let image = |tokens| Part::Image { url: "https://example.com/a.png".to_owned(), tokens };
    let name = Some("a.pdf".to_owned());
    let said = vec![
        Part::Text { text: "Look at this".to_owned() },
        image(None),
        image(Some(900)),
        Part::File { url: "file-1".to_owned(), name, tokens: Some(100) },
    ];
    let opaque = Part::Opaque {
        provider: "anthropic".to_owned(),
        model: "claude".to_owned(),
        value: json!({"signature": "x"}),
    };
    let (id, name) = ("1".to_owned(), "look_up".to_owned());
    let called = vec![opaque, Part::ToolCall { id: id.clone(), name, arguments: json!({"a": 1}) }];
    let result = vec![Part::ToolResult { id, content: "Nothing.".to_owned() }];
    let message = |role, parts| Message { role, content: Content::Parts(parts) };
    TurnInput {
        history: vec![
            message(Speaker::User, said.clone()),
            message(Speaker::Assistant, called),
            message(Speaker::Tool, result),
        ],
        message: Some(Content::Parts(said)),
        now: Some("2026-11-29T12:00:00Z".to_owned()),
        ..TurnInput::default()
    }
}

/// What is not of the published form.
fn of_the_form(validator: &Validator, value: &Json) -> Vec<String> {
    let told = validator.iter_errors(value);
    told.map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn agent(name: &'static str) -> Agent {
    let root = root().join(name);
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(&at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let inner = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                files.push(RawFile { path: inner, bytes: fs::read(path).unwrap() });
            }
        }
    }
    let found = folder(files);
    let agent = found.agent.unwrap_or_else(|| panic!("{name}: {:#?}", found.findings));
    let compiled = proem::check::compile(agent, Arc::new(Table::of_files(found.prompts)));
    let (compiled, _) = compiled.unwrap_or_else(|found| panic!("{name}: {found:#?}"));
    Agent { name, compiled, cases: found.cases }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
