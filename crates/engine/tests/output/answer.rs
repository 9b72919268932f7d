//! Agents with rules, and answers to hold against them.

use std::sync::Arc;

use proem::agent::catalog::Table;
use proem::agent::load;
use proem::agent::source::{RawFile, Source};
use proem::agent::yaml;
use proem::check;
use proem::check::compiled::Compiled;
use proem::turn::enforce::output::instructions::Instructions;
use proem::turn::enforce::output::sayable::Sayable;
use proem::turn::enforce::output::{Against, Ending, Said, Script};
use serde_json::Value as Json;

/// The smallest agent with these keys.
pub(crate) fn agent(keys: &str) -> Compiled {
    let text = format!(
        "agent: demo\nmodel: {{name: gpt-5.4}}\nlayers:\n  - {{id: message, channel: user}}\n{keys}"
    );
    let raw = RawFile { path: "agent.yaml".into(), bytes: text.into_bytes() };
    let folder = load::folder(vec![raw]);
    assert!(folder.findings.is_empty(), "{:#?}", folder.findings);
    let (compiled, _) =
        check::compile(folder.agent.unwrap(), Arc::new(Table::of_files(folder.prompts))).unwrap();
    compiled
}

/// An answer, with everything that it is held against.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answer {
    pub(crate) messages: Vec<String>,
    pub(crate) last: Vec<String>,
    pub(crate) prompts: Vec<String>,
    pub(crate) quotable: Vec<String>,
    pub(crate) script: Option<(String, bool, Vec<String>)>,
    pub(crate) engine_speaks: bool,
}

impl Answer {
    /// Of messages alone.
    pub(crate) fn of(messages: &[&str]) -> Self {
        Self {
            messages: messages.iter().map(|text| (*text).to_owned()).collect(),
            ..Self::default()
        }
    }

    /// Reads an answer from YAML.
    pub(crate) fn read(text: &str) -> Self {
        let mut findings = Vec::new();
        let node = yaml::parse(&Source::new("answer", text), 0, text.len(), &mut findings);
        assert!(findings.is_empty(), "{findings:#?}\n{text}");
        let json = node.unwrap().to_json();
        let script = &json["script"];
        for key in json.as_object().unwrap().keys() {
            let known = ["messages", "last", "prompts", "quotable", "script", "engine_speaks"];
            assert!(known.contains(&key.as_str()), "{key}");
        }
        Self {
            messages: texts(&json["messages"]),
            last: texts(&json["last"]),
            prompts: texts(&json["prompts"]),
            quotable: texts(&json["quotable"]),
            script: script.as_object().map(|_| {
                let name = script["name"].as_str().unwrap().to_owned();
                (name, script["free"] == true, texts(&script["texts"]))
            }),
            engine_speaks: json["engine_speaks"] == true,
        }
    }

    /// Does something with the answer as the engine takes it.
    pub(crate) fn with<T>(&self, agent: &Compiled, act: impl FnOnce(Said<'_>) -> T) -> T {
        let last = borrowed(&self.last);
        let scripts: Arc<[String]> = self.quotable.clone().into();
        let rules = agent.calls.first().and_then(|call| call.output.as_ref());
        let leaks = rules.and_then(|program| program.rules.leaks.as_ref());
        let instructions =
            leaks.map(|leaks| Arc::new(Instructions::of(leaks, self.prompts.clone())));
        let config = Arc::new(Json::Object(agent.agent.config.clone()));
        let sayable = Arc::new(Sayable::of(config));
        let script =
            self.script.as_ref().map(|(name, free, texts)| Script { name, free: *free, texts });
        act(Said {
            messages: &self.messages,
            against: Against {
                last: &last,
                sayable: &sayable,
                instructions: instructions.as_ref(),
                scripts: &scripts,
            },
            ending: Ending { script, engine_speaks: self.engine_speaks },
        })
    }
}

fn texts(value: &Json) -> Vec<String> {
    let items = value.as_array().into_iter().flatten();
    items.map(|item| item.as_str().unwrap().to_owned()).collect()
}

fn borrowed(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}
