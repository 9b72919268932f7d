//! From an agent to its compiled form.
//!
//! Owns the walk over everything that an author wrote as an expression, a template, a phrase or a
//! regular expression. It must never stop at the first finding; what cannot be read is left out of the
//! compiled form, which nobody gets to see then.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use regex_automata::meta::{BuildError, Regex};

use crate::agent::Agent;
use crate::agent::action::Action;
use crate::agent::call::Call;
use crate::agent::catalog::Catalog;
use crate::agent::context::{ContextKey, KeySource};
use crate::agent::decode::Text;
use crate::agent::gate::GateRow;
use crate::agent::layer::{Channel, Fill, Layer, core_layer};
use crate::agent::prompt::Prompt;
use crate::check::compiled::{
    ActionProgram, Body, CallProgram, Compiled, EffectProgram, Key, LayerProgram, Row,
};
use crate::check::output;
use crate::check::reader::{self, Reader};
use crate::check::stability::{self, Stability};
use crate::check::step;
use crate::check::tokenizers;
use crate::diagnostic::Diagnostic;
use crate::text::fence::Guard;
use crate::text::phrases::Phrases;
use crate::text::template::{Expr, Template};

/// The largest compiled regular expression, in bytes.
const MAX_REGEX: usize = 1 << 20;

pub(super) fn program(
    mut agent: Agent,
    catalog: Arc<dyn Catalog + Send + Sync>,
) -> (Compiled, Vec<Diagnostic>) {
    seal(&mut agent);
    let mut reader = Reader::new(&agent);
    let mut words = Vec::new();
    let rows = agent.gate.iter();
    let rows = rows.map(|row| compile_row(&mut reader, row, false, &mut words)).collect();
    let phrases = phrases(&mut reader, &agent.gate, &words);
    let keys = agent
        .context
        .iter()
        .map(|key| (key.name.clone(), compile_key(&mut reader, &agent, key)))
        .collect();
    let calls = agent.calls.iter().map(|call| compile_call(&mut reader, &agent, call)).collect();
    let actions = agent
        .actions
        .iter()
        .map(|action| (action.name.clone(), compile_action(&mut reader, action)))
        .collect();
    let mut bodies = BTreeMap::new();
    for prompt in catalog.all() {
        if let Some(body) = compile_body(&mut reader, &agent, prompt) {
            bodies.insert(prompt.hash.clone(), body);
        }
    }
    let state = agent
        .state
        .iter()
        .filter_map(|key| Some((key.name.clone(), jsonschema::validator_for(&key.schema).ok()?)))
        .collect();
    let (mut findings, sees) = (reader.findings, reader.sees);
    let tokenizers = tokenizers::build(&agent, &mut findings);
    let guard = guard(&agent);
    let slots = step::slot_names(&*catalog);
    let compiled = Compiled {
        agent,
        catalog,
        rows,
        phrases,
        keys,
        calls,
        bodies,
        actions,
        slots,
        state,
        tokenizers,
        guard,
        sees,
    };
    (compiled, findings)
}

/// Reads a draft, a body that no catalog knows.
///
/// # Errors
/// All findings of its text.
pub(crate) fn draft(agent: &Agent, prompt: &Prompt) -> Result<Body, Vec<Diagnostic>> {
    let mut reader = Reader::new(agent);
    match compile_body(&mut reader, agent, prompt) {
        Some(body) if reader.findings.is_empty() => Ok(body),
        _ => Err(reader.findings),
    }
}

/// Puts the sealed core in front of every call that is not bare: in the first channel that the call
/// uses, behind nothing.
fn seal(agent: &mut Agent) {
    let core = agent.core.clone();
    for call in &mut agent.calls {
        let names: Vec<_> = core.iter().chain(&call.core).cloned().collect();
        if call.bare
            || names.is_empty()
            || call.layers.first().is_some_and(|layer| layer.id == "core")
        {
            continue;
        }
        let channel = match call.layers.first().map(|layer| layer.channel) {
            Some(Channel::Instructions) => Channel::Instructions,
            _ => Channel::System,
        };
        call.layers.insert(0, core_layer(&call.span, channel, &names));
    }
}

fn guard(agent: &Agent) -> Guard {
    let keys = agent.context.iter().map(|key| key.name.clone());
    let calls = agent.calls.iter().map(|call| call.name.clone());
    let layers = || agent.calls.iter().flat_map(|call| &call.layers);
    let ids = layers().map(|layer| layer.id.clone());
    let headers =
        layers().filter_map(|layer| layer.header.as_ref()).map(|header| header.value.clone());
    // The words of a packet are structure where there is one.
    let flows = agent.flow.is_some();
    let slots = flows.then(|| "slots".to_owned());
    let packet = step::HEADERS.iter().filter(|_| flows).map(|header| (*header).to_owned());
    Guard::new(keys.chain(calls).chain(ids).chain(slots), headers.chain(packet))
}

/// Compiles a row. Its phrases go behind those of the rows before it.
fn compile_row(
    reader: &mut Reader<'_>,
    row: &GateRow,
    answered: bool,
    words: &mut Vec<String>,
) -> Row {
    let answered = answered || row.call.is_some();
    let place = if answered { reader::ANSWERED } else { reader::SETTING };
    // A row's own condition is looked at before its call is asked, so it sees no answer.
    let when = reader.condition(row.when.as_ref(), reader::CONDITION);
    let set = row
        .set
        .iter()
        .filter_map(|setting| {
            Some((setting.key.value.clone(), reader.pattern(&setting.value, place)?))
        })
        .collect();
    Row {
        phrases: noted(reader, &row.phrases, words),
        regex: row.regex.iter().filter_map(|text| regex(reader, text)).collect(),
        unless: noted(reader, &row.unless, words),
        when,
        set,
        say: row.say.as_ref().and_then(|text| reader.template(text, reader::CONDITION, None)),
        fallback: row.fallback.iter().map(|row| compile_row(reader, row, false, words)).collect(),
    }
}

/// Adds phrases to those of all rows, and gives their places.
fn noted(reader: &mut Reader<'_>, texts: &[Text], words: &mut Vec<String>) -> Range<usize> {
    let begin = words.len();
    words.extend(texts.iter().map(|text| text.value.clone()));
    for text in texts {
        if crate::text::normal::normal(&text.value).is_empty() {
            let message = "this phrase has no letters that could match";
            reader.findings.push(Diagnostic::error("gate.empty-phrase", message).at(&text.span));
        }
    }
    begin..words.len()
}

/// The search for the phrases of all rows, where there are any.
fn phrases(reader: &mut Reader<'_>, gate: &[GateRow], words: &[String]) -> Option<Phrases> {
    let first = gate.first().filter(|_| !words.is_empty())?;
    match Phrases::new(words) {
        Ok(found) => Some(found),
        Err(error) => {
            let message = format!("these phrases cannot be searched: {error}");
            reader.findings.push(Diagnostic::error("gate.phrases", message).at(&first.span));
            None
        }
    }
}

fn regex(reader: &mut Reader<'_>, text: &Text) -> Option<Regex> {
    // Messages are short: tables of all states would not save what it takes to make them.
    let config = Regex::config().nfa_size_limit(Some(MAX_REGEX)).dfa(false).onepass(false);
    let finding = match Regex::builder().configure(config).build(&text.value) {
        Ok(found) if found.is_match("") => {
            Diagnostic::error("gate.regex", "this regular expression matches every message")
                .help("Something in it must be required.")
        }
        Ok(found) => return Some(found),
        Err(error) => {
            let message = format!("this is not a regular expression: {}", reason(&error));
            Diagnostic::error("gate.regex", message).help(
                "Look-around and back-references are not supported: matching takes linear time.",
            )
        }
    };
    reader.findings.push(finding.at(&text.span));
    None
}

fn reason(error: &BuildError) -> String {
    match (error.syntax_error(), error.size_limit()) {
        (Some(error), _) => {
            let shown = error.to_string();
            shown.lines().last().unwrap_or(&shown).trim_start_matches("error: ").to_owned()
        }
        (None, Some(limit)) => format!("compiled it is larger than {limit} bytes"),
        (None, None) => error.to_string(),
    }
}

fn compile_key(reader: &mut Reader<'_>, agent: &Agent, key: &ContextKey) -> Key {
    let (from, url) = match &key.source {
        KeySource::Expression(text) => (reader.expr(text, reader::SOURCE), None),
        KeySource::Http { url, .. } => (None, reader.template(url, reader::SOURCE, None)),
    };
    let query = key.query.as_ref().and_then(|text| reader.template(text, reader::SOURCE, None));
    let filter = reader.condition(key.filter.as_ref(), reader::ITEM);
    let rank = reader.condition(key.rank.as_ref(), reader::ITEM);
    let each = key.each.as_ref().and_then(|text| reader.template(text, reader::EACH, None));
    let names = from.iter().chain(&filter).chain(&rank).flat_map(Expr::names);
    let templates = url.iter().chain(&query).chain(&each);
    let names = names.chain(templates.flat_map(Template::names));
    // A page can change at any time, whatever its address depends on.
    let outside = if url.is_some() { Stability::Turn } else { Stability::Static };
    let stability = stability::of_names(agent, names).max(outside);
    let mut remembered = from.iter().chain(&filter).chain(&rank).flat_map(Expr::names);
    let remembers = query.is_some() || remembered.any(|name| name.name == "memory");
    let mut judged = filter.iter().chain(&rank).flat_map(Expr::names);
    let settled = judged.all(|name| matches!(name.name, "item" | "config"));
    Key { from, url, query, filter, rank, each, stability, remembers, settled }
}

fn compile_call(reader: &mut Reader<'_>, agent: &Agent, call: &Call) -> CallProgram {
    let answer =
        call.answer.schema.as_ref().and_then(|schema| jsonschema::validator_for(schema).ok());
    CallProgram {
        when: reader.condition(call.when.as_ref(), reader::CONDITION),
        layers: call.layers.iter().map(|layer| compile_layer(reader, agent, layer)).collect(),
        answer,
        output: output::compile(reader, agent, call),
        fallback: call
            .fallback
            .as_ref()
            .and_then(|text| reader.template(text, reader::CONDITION, None)),
    }
}

fn compile_layer(reader: &mut Reader<'_>, agent: &Agent, layer: &Layer) -> LayerProgram {
    let when = reader.condition(layer.when.as_ref(), reader::CONDITION);
    let header = layer.header.as_ref().and_then(|text| reader.template(text, reader::HEADER, None));
    let refs = match &layer.fill {
        Fill::Prompts(refs) => refs.as_slice(),
        _ => &[],
    };
    let mut prompts = Vec::new();
    for prompt in refs {
        let name = reader.template(&prompt.name, reader::CONDITION, None);
        let when = reader.condition(prompt.when.as_ref(), reader::CONDITION);
        prompts.extend(name.map(|name| (name, when)));
    }
    let choice = prompts
        .iter()
        .flat_map(|(name, when)| name.names().into_iter().chain(when.iter().flat_map(Expr::names)));
    let names = choice.chain(when.iter().flat_map(Expr::names));
    let stability = stability::of_names(agent, names);
    LayerProgram { when, header, prompts, stability }
}

fn compile_action(reader: &mut Reader<'_>, action: &Action) -> ActionProgram {
    let effects = action.effects.iter().map(|effect| EffectProgram {
        each: reader.condition(effect.each.as_ref(), reader::EFFECT),
        filter: reader.condition(effect.filter.as_ref(), reader::EFFECT),
        value: effect.value.as_ref().and_then(|value| reader.pattern(value, reader::EFFECT)),
    });
    let effects = effects.collect();
    ActionProgram {
        allow: reader.condition(action.allow.as_ref(), reader::ALLOW),
        params: jsonschema::validator_for(&action.params).ok(),
        effects,
    }
}

fn compile_body(reader: &mut Reader<'_>, agent: &Agent, prompt: &Prompt) -> Option<Body> {
    let keys: Vec<&str> = prompt.context.iter().map(|text| text.value.as_str()).collect();
    let own = agent.calls.iter().flat_map(|call| &call.core);
    let in_core = agent.core.iter().chain(own).any(|name| name.value == prompt.name);
    let place = match prompt.step {
        Some(_) => reader::STEP,
        None if in_core => reader::CORE,
        None => reader::BODY,
    };
    let template = reader.template(&prompt.body, place, Some(prompt));
    let when = reader.condition(prompt.when.as_ref(), reader::CONDITION);
    let step = prompt
        .step
        .as_ref()
        .map(|declared| step::compile(reader, agent.flow.as_ref(), prompt, declared));
    let place = |name: &&str| agent.context.iter().position(|key| key.name == **name);
    let keys = keys.iter().filter_map(place).collect();
    let mut body = Body { template: template?, when, timed: false, step, keys };
    body.timed = body.names().iter().any(|name| name.name == "now");
    Some(body)
}
