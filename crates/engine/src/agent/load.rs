//! From the files of a folder to an agent.
//!
//! Owns which file is what, and the top level of `agent.yaml`. It must never open a file: the host
//! hands all of them in, and gets back what could be read together with everything that is wrong.

use crate::agent::action;
use crate::agent::bounds;
use crate::agent::call::{self, Answer, Call, Run};
use crate::agent::case::{self, Case};
use crate::agent::context;
use crate::agent::decode::{Decoder, Text};
use crate::agent::flow;
use crate::agent::gate;
use crate::agent::layer;
use crate::agent::model::{Model, ModelSpec};
use crate::agent::name::{PromptName, is_word};
use crate::agent::output;
use crate::agent::prompt::{self, Prompt};
use crate::agent::source::{RawFile, Source};
use crate::agent::state;
use crate::agent::tokenizer;
use crate::agent::yaml::{self, Node};
use crate::agent::{Agent, Authority, Phase};
use crate::diagnostic::{Diagnostic, Span, arrange};

/// The file that makes a folder an agent.
pub const AGENT_FILE: &str = "agent.yaml";

/// What a folder holds.
#[derive(Debug, Default)]
pub struct Folder {
    /// The agent, if its file could be read at all.
    pub agent: Option<Agent>,
    /// Its prompts, by name.
    pub prompts: Vec<Prompt>,
    /// Its cases, by name.
    pub cases: Vec<Case>,
    /// Every file that is text, for showing places.
    pub sources: Vec<Source>,
    /// Everything that is wrong.
    pub findings: Vec<Diagnostic>,
}

/// Reads the files of a folder. The order of `files` does not matter.
#[must_use]
pub fn folder(files: Vec<RawFile>) -> Folder {
    let own = files.iter().find(|file| file.path == AGENT_FILE);
    let is_there = own.is_some();
    let named = own.map(tokenizers).unwrap_or_default();
    let (tokenizers, files): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|file| named.contains(&file.path));
    let mut found = parts(files);
    if !is_there {
        let help = "Name the folder that holds one of them, or make one with `proem new NAME`.";
        let message = "there is neither agent.yaml nor role.json in this folder";
        found.findings.push(Diagnostic::error("agent.missing", message).help(help));
    }
    let file = found.sources.iter().find(|source| &*source.file == AGENT_FILE).cloned();
    if let Some(source) = file {
        let (agent, findings) = agent(&source);
        found.agent = agent;
        found.findings.extend(findings);
    }
    if let Some(agent) = &mut found.agent {
        tokenizer::give(agent, tokenizers);
    }
    arrange(&mut found.findings);
    found
}

/// Reads the files around an agent's own: prompts, cases, and the texts of all.
#[must_use]
pub fn parts(mut files: Vec<RawFile>) -> Folder {
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut found = Folder::default();
    for raw in &files {
        match Source::read(raw) {
            Ok(source) => found.sources.push(source),
            Err(finding) => {
                found.findings.push(finding);
                // The prompt is there, though it cannot be read: whoever names it is not wrong.
                let inner = raw.path.strip_prefix("prompts/");
                let name =
                    inner.and_then(|inner| PromptName::parse(inner.strip_suffix(".md")?).ok());
                let empty = Source::new(&raw.path, "");
                found.prompts.extend(name.map(|name| prompt::parse(&empty, &name, 0).0));
            }
        }
    }
    for source in found.sources.clone() {
        let path = source.file.to_string();
        if let Some(inner) = path.strip_prefix("prompts/") {
            read_prompt(&mut found, &source, inner);
        } else if let Some(inner) = path.strip_prefix("cases/") {
            read_case(&mut found, &source, inner);
        }
    }
    found
}

fn read_prompt(found: &mut Folder, source: &Source, inner: &str) {
    let place = Span::of_file(&source.file);
    let Some(stem) = inner.strip_suffix(".md") else {
        let help = "Prompts are Markdown files: name it `….md`, or move it out of prompts/.";
        let message = format!("`{inner}` is not a prompt");
        found.findings.push(Diagnostic::warning("prompt.file", message).at(&place).help(help));
        return;
    };
    match PromptName::parse(stem) {
        Ok(name) => {
            let (prompt, findings) = prompt::parse(source, &name, 0);
            found.prompts.push(prompt);
            found.findings.extend(findings);
        }
        Err(message) => {
            let help = "Rename it: prompts/TYPE/PHASE.md, or prompts/TYPE.md.";
            let finding = Diagnostic::error("prompt.name", message).at(&place);
            found.findings.push(finding.help(help));
        }
    }
}

fn read_case(found: &mut Folder, source: &Source, inner: &str) {
    match inner.strip_suffix(".yaml").filter(|stem| is_word(stem)) {
        Some(stem) => {
            let (case, findings) = case::parse(source, stem);
            found.cases.extend(case);
            found.findings.extend(findings);
        }
        None => {
            let help = "Cases are files `name.yaml` of small letters, digits, `_` and `-`.";
            let message = format!("`{inner}` is not a case");
            let finding = Diagnostic::warning("case.file", message).help(help);
            found.findings.push(finding.at(&Span::of_file(&source.file)));
        }
    }
}

/// Reads `agent.yaml`.
#[must_use]
pub fn agent(source: &Source) -> (Option<Agent>, Vec<Diagnostic>) {
    let mut decoder = Decoder::default();
    let node = yaml::parse(source, 0, source.text.len(), &mut decoder.findings);
    let Some(node) = node else {
        if decoder.findings.is_empty() {
            decoder.error_with(
                "agent.empty",
                &Span::of_file(&source.file),
                "the file is empty",
                "`proem new NAME` makes one to start from.",
            );
        }
        return (None, decoder.findings);
    };
    let agent = decode_agent(&mut decoder, &node, &source.text);
    (agent, decoder.findings)
}

/// The names of the tokenizers' files that a host must hand in together with this `agent.yaml`.
#[must_use]
pub fn tokenizers(agent: &RawFile) -> Vec<String> {
    // Few agents have one; the others need not be read twice.
    let word = b"tokenizer";
    if !agent.bytes.windows(word.len()).any(|window| window == word) {
        return Vec::new();
    }
    let agent = Source::read(agent).ok().and_then(|source| self::agent(&source).0);
    agent.into_iter().flat_map(|agent| agent.tokenizers).map(|file| file.name.value).collect()
}

/// Reads an agent from its tree; `text` is what its hash is made of.
pub(crate) fn decode_agent(decoder: &mut Decoder, node: &Node, text: &str) -> Option<Agent> {
    let mut fields = decoder.fields(node, "an agent")?;
    let name = fields.need(decoder, "agent").and_then(|node| decoder.text(node));
    if let Some(name) = &name
        && !is_word(&name.value)
    {
        let help = "Use small letters, digits, `_` and `-`.";
        decoder.error_with(
            "agent.name",
            &name.span,
            format!("`{}` cannot be an agent's name", name.value),
            help,
        );
    }
    let description = fields.string(decoder, "description").unwrap_or_default();
    let mut tokenizers = Vec::new();
    let model = fields.need(decoder, "model").map(|node| {
        let spec = ModelSpec::decode(decoder, node);
        if spec.name.is_none() {
            let help = "Add its name as the provider knows it: `name: gpt-5.4`.";
            decoder.error_with("model.name", &node.span, "a model needs a `name`", help);
        }
        tokenizers.extend(spec.tokenizer.clone());
        spec.over(&Model::default())
    });
    let config = fields.object(decoder, "config");
    let prompt_types = fields.get("prompt_types").map(|node| decode_types(decoder, node));
    let state = fields.get("state").map(|node| state::decode(decoder, node)).unwrap_or_default();
    let compat = fields
        .get("compat")
        .map(|node| state::decode_compat(decoder, node, &state))
        .unwrap_or_default();
    let gate = fields.get("gate").map(|node| gate::decode(decoder, node)).unwrap_or_default();
    let flow = fields.get("flow").and_then(|node| flow::decode(decoder, node));
    let turn = fields.get("turn").map(|node| bounds::decode(decoder, node)).unwrap_or_default();
    let context =
        fields.get("context").map(|node| context::decode(decoder, node)).unwrap_or_default();
    let actions =
        fields.get("actions").map(|node| action::decode(decoder, node)).unwrap_or_default();
    let authority = fields.get("authority").map(|node| decode_authority(decoder, node));
    let core = fields.get("core").map(|node| call::decode_names(decoder, node)).unwrap_or_default();
    let layers = fields
        .need(decoder, "layers")
        .map(|node| (layer::decode(decoder, node), node.span.clone()));
    let answer = fields.get("answer").map(|node| call::decode_answer(decoder, node));
    let output = fields.get("output").and_then(|node| output::decode(decoder, node));
    let fallback = fields.text(decoder, "fallback");
    let others = fields.get("calls").map(|node| call::decode(decoder, node)).unwrap_or_default();
    let span = fields.span.clone();
    fields.finish(decoder);
    let (layers, layers_span) = layers.unwrap_or_else(|| (Vec::new(), span.clone()));
    let mut calls = vec![reply(layers, answer.unwrap_or_default(), fallback, layers_span)];
    calls.extend(others);
    tokenizers.extend(calls.iter().filter_map(|call| call.model.tokenizer.clone()));
    Some(Agent {
        name: name?.value,
        description,
        hash: prompt::hash(text),
        model: model.unwrap_or_default(),
        tokenizers: tokenizer::named(tokenizers),
        config,
        prompt_types: prompt_types.unwrap_or_default(),
        state,
        compat,
        gate,
        flow,
        turn,
        context,
        actions,
        authority: authority.unwrap_or_default(),
        core,
        output,
        calls,
        span,
    })
}

fn reply(layers: Vec<layer::Layer>, answer: Answer, fallback: Option<Text>, span: Span) -> Call {
    Call {
        name: "reply".into(),
        span,
        run: Run::Reply,
        when: None,
        isolated: false,
        bare: false,
        core: Vec::new(),
        context: None,
        model: ModelSpec::default(),
        layers,
        answer,
        output: None,
        fallback,
    }
}

fn decode_types(decoder: &mut Decoder, node: &Node) -> Vec<(String, Phase)> {
    let phases =
        [("required", Phase::Required), ("optional", Phase::Optional), ("none", Phase::None)];
    let mut types = Vec::new();
    for (name, body) in decoder.entries(node) {
        if !is_word(&name.key()) {
            let message = format!("`{}` cannot be a type of prompts", name.key());
            let help = "Use small letters, digits, `_` and `-`.";
            decoder.error_with("prompt-type.name", &name.span, message, help);
        }
        let Some(mut fields) = decoder.fields(body, "a type of prompts") else {
            continue;
        };
        let phase = fields.get("phase").and_then(|node| decoder.choice(node, &phases));
        fields.finish(decoder);
        types.push((name.key(), phase.unwrap_or(Phase::Optional)));
    }
    types
}

/// `authority` is a list of one-entry mappings: `- SECURITY: What protects people comes first.`
fn decode_authority(decoder: &mut Decoder, node: &Node) -> Vec<Authority> {
    let items = decoder.list(node).unwrap_or_default();
    let mut list = Vec::new();
    for item in items {
        for (name, meaning) in decoder.entries(item) {
            if let Some(meaning) = decoder.text(meaning) {
                list.push(Authority { name: name.key(), meaning: meaning.value });
            }
        }
    }
    list
}
