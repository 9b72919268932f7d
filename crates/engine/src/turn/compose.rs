//! `compose`: the text of every layer, with the origin of every byte.
//!
//! Owns rendering and the fence around data. Prompts of a layer are joined by one blank line; a layer
//! whose text is blank is left out, with that reason. It must never count tokens or leave anything out
//! for want of room.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value as Json;

use crate::agent::context::KeyType;
use crate::agent::input::{Speaker, TurnInput};
use crate::agent::layer::{Channel, Engine, Fill, Shrink};
use crate::check::compiled::Compiled;
use crate::check::reader;
use crate::check::stability::Stability;
use crate::diagnostic::Diagnostic;
use crate::text::fence::{Block, Sealed};
use crate::text::origin::{Rendered, SourceId};
use crate::text::template::{Limits, Scope, Value};
use crate::token::Inside;
use crate::turn::again::Layers;
use crate::turn::choice::{Selected, SelectedLayer};
use crate::turn::contract::Contract;
use crate::turn::display::display;
use crate::turn::gather::Gathered;
use crate::turn::measure::Scale;
use crate::turn::origins::{self, CONFIG, ENGINE, Form, Origin, Origins};
use crate::turn::packet;
use crate::turn::position::Position;
use crate::turn::rank;
use crate::turn::scope::NOWHERE;
use crate::turn::utterance::{self, Said, Utterance};
use crate::turn::value::Got;
use crate::turn::words;

/// What stands between two prompts, and between two layers of one text.
pub(crate) const GAP: &str = "\n\n";

/// A layer with its text.
#[derive(Clone, Debug)]
pub struct Composed {
    /// The layer's id.
    pub id: String,
    /// Its place among the selected layers.
    pub index: usize,
    /// Where it goes.
    pub channel: Channel,
    /// How long it stays the same.
    pub stability: Stability,
    /// Its text.
    pub text: Sealed,
    /// The tokens of its inside.
    pub(crate) inside: Inside,
}

/// Everything that a call is composed of.
#[derive(Clone, Debug, Default)]
pub struct Composition {
    /// Layers with text, in payload order.
    pub layers: Vec<Arc<Composed>>,
    /// Layers that turned out blank: their place and the reason.
    pub blank: Vec<(usize, String)>,
    /// The history, oldest first; empty where the call has no such layer.
    pub history: Vec<Arc<Utterance>>,
    /// How many messages of the history were cut from its beginning.
    pub gone: usize,
    /// The user's message.
    pub message: Option<Arc<Utterance>>,
    /// Whether the call has a place for a user's message.
    pub awaits: bool,
    /// The user's rules, kept and dropped.
    pub rules: Arc<words::Rules>,
}

/// What composing needs.
pub(crate) struct Material<'a> {
    pub agent: &'a Compiled,
    pub selected: &'a Selected<'a>,
    pub gathered: &'a Gathered,
    pub input: &'a TurnInput,
    pub config: &'a Json,
    pub position: &'a Position,
    pub contract: &'a Arc<Contract>,
    pub rules: &'a Arc<words::Rules>,
}

/// Composes a call. What `layers` and `said` kept of the turn before is taken again where it is the
/// same.
///
/// # Errors
/// Templates that could not be rendered, all of them.
pub(crate) fn compose(
    material: &Material<'_>,
    layers: &mut Layers,
    said: &mut Said,
    scale: &mut Scale<'_>,
    origins: &mut Arc<Origins>,
) -> Result<Composition, Vec<Diagnostic>> {
    let mut out = Composition::default();
    let mut findings = Vec::new();
    for (index, layer) in
        material.selected.layers.iter().enumerate().filter(|(_, layer)| layer.included)
    {
        match &layer.layer.fill {
            Fill::Conversation if layer.layer.channel == Channel::History => {
                utterance::follow(said, material.agent, material.input, scale);
                // What was cut in the turn before stays cut.
                let from = material.input.history_from;
                let begins = layer.layer.shrink == Shrink::Oldest
                    && may_begin(&said.history, from, layer.layer.keep);
                out.gone = if begins { from } else { 0 };
                out.history = said.history.get(out.gone..).unwrap_or_default().to_vec();
            }
            Fill::Conversation => {
                out.awaits = true;
                out.message = utterance::message(said, material.agent, material.input, scale);
            }
            Fill::Prompts(_) | Fill::Engine(_) => {
                match layers.layer(material, layer, index, origins) {
                    Ok(Ok(composed)) => out.layers.push(composed),
                    Ok(Err(reason)) => out.blank.push((index, reason)),
                    Err(finding) => findings.push(finding),
                }
                if layer.layer.fill == Fill::Engine(Engine::Rules) {
                    out.rules = Arc::clone(material.rules);
                }
            }
        }
    }
    if findings.is_empty() { Ok(out) } else { Err(findings) }
}

/// Whether a history may begin at a message: with a user's, so that exchanges stay whole and results of
/// tools with their calls, and with no fewer than `keep` messages. A place where no exchange begins
/// belongs to another history.
pub(crate) fn may_begin(history: &[Arc<Utterance>], at: usize, keep: u32) -> bool {
    let left = history.len().saturating_sub(at);
    at > 0
        && usize::try_from(keep).is_ok_and(|keep| left >= keep)
        && history.get(at).is_some_and(|said| said.speaker == Speaker::User)
}

/// The text of one layer. `items` limits how many items of each list are shown.
///
/// # Errors
/// A template that could not be rendered.
pub(crate) fn text(
    material: &Material<'_>,
    layer: &SelectedLayer<'_>,
    items: Option<usize>,
    origins: &mut Arc<Origins>,
) -> Result<Option<(Sealed, Stability)>, Diagnostic> {
    let mut body = Rendered::default();
    let mut stability = Stability::Static;
    match &layer.layer.fill {
        Fill::Prompts(_) => {
            for chosen in &layer.prompts {
                let origin =
                    Origin::Prompt { name: chosen.name().to_string(), version: chosen.version };
                let literal = origins::add(origins, origin, Form::Plain);
                let limited = limited(material, items)?;
                let is_step = chosen.prompt.body().step.is_some();
                let slots = is_step.then(|| origins::slots(origins));
                let scope = BodyScope { material, limited: &limited, slots };
                let template = &chosen.prompt.body().template;
                let rendered =
                    template.render(&scope, literal, &Limits::DEFAULT).map_err(|problem| {
                        let place = reader::inside(&chosen.prompt.prompt().body, &problem.range);
                        reader::finding(&problem).at(&place)
                    })?;
                if !rendered.text.trim().is_empty() {
                    if !body.text.is_empty() {
                        body.push(GAP, ENGINE, true);
                    }
                    body.append(&rendered);
                }
                if chosen.prompt.body().timed {
                    stability = Stability::Turn;
                }
                for key in &chosen.prompt.prompt().context {
                    let got = material.gathered.values.get(key.value.as_str());
                    stability = stability.max(got.map(|got| got.stability).unwrap_or_default());
                }
            }
        }
        Fill::Engine(Engine::Rules) => {
            words::rules(material.rules, &mut body);
            stability = Stability::Session;
        }
        Fill::Engine(Engine::Actions) => words::actions(material.contract, &mut body, origins),
        Fill::Engine(Engine::Answer) => {
            words::answer(material.contract, &mut body);
            // What a step asks for changes with the step.
            let of_step = material.contract.slots.is_some();
            stability = if of_step { Stability::Session } else { Stability::Static };
        }
        Fill::Engine(Engine::Step) => {
            if let Some(chosen) = layer.prompts.first() {
                stability = packet::write(material, layer, chosen, origins, &mut body)?;
            }
        }
        Fill::Engine(Engine::Priority) => {
            words::priority(&material.agent.agent.authority, &mut body, origins);
        }
        Fill::Conversation => {}
    }
    if body.text.trim().is_empty() {
        return Ok(None);
    }
    let program = material
        .agent
        .calls
        .get(material.selected.call)
        .and_then(|call| call.layers.get(layer.index));
    let mut whole = Rendered::default();
    if let Some(header) = program.and_then(|program| program.header.as_ref()) {
        let origin = Origin::Agent { name: format!("layers/{}/header", layer.layer.id) };
        let source = origins::add(origins, origin, Form::Plain);
        let header = header
            .render(&ConfigScope(material.config), source, &Limits::DEFAULT)
            .map_err(|problem| reader::finding(&problem).at(&layer.layer.span))?;
        whole.append(&header);
        whole.push(GAP, ENGINE, true);
    }
    whole.append(&body);
    let blocks = blocks(&whole, material.gathered, material.rules.source);
    let sealed = {
        let name_of = |source: SourceId| origins.fence_name(source);
        material.agent.guard.seal(&whole, &blocks, ENGINE, &name_of)
    };
    let chosen = program.map(|program| program.stability).unwrap_or_default();
    Ok(Some((sealed, stability.max(chosen))))
}

/// Displays of lists with fewer items, where a limit holds.
fn limited(
    material: &Material<'_>,
    items: Option<usize>,
) -> Result<BTreeMap<String, Rendered>, Diagnostic> {
    let mut out = BTreeMap::new();
    let Some(most) = items else { return Ok(out) };
    for (name, got) in &material.gathered.values {
        let (Json::Array(all), Some(key), Some(program)) =
            (&got.value, material.agent.agent.context_key(name), material.agent.keys.get(&**name))
        else {
            continue;
        };
        let places = rank::kept(got.ranks.as_deref(), all.len(), most);
        let kept = Json::Array(places.iter().filter_map(|at| all.get(*at)).cloned().collect());
        let fewer = Got { value: kept, ..Got::clone(got) };
        out.insert(name.to_string(), display(&fewer, key, program, material.config)?);
    }
    Ok(out)
}

/// The stretches that are one value's display: runs of a source that only displays have.
fn blocks(rendered: &Rendered, gathered: &Gathered, rules: Option<SourceId>) -> Vec<Block> {
    let is_list = |got: &&Arc<Got>| got.display.is_some() && got.value.is_array();
    let lists = gathered.values.values().filter(is_list).map(|got| got.block);
    let sources: Vec<SourceId> = lists.chain(rules).collect();
    let mut blocks: Vec<Block> = Vec::new();
    for (span, run) in rendered.spans() {
        match blocks.last_mut() {
            Some(last) if last.source == run.source && last.range.end == span.start => {
                last.range.end = span.end;
            }
            _ if sources.contains(&run.source) => {
                blocks.push(Block { range: span, source: run.source })
            }
            _ => {}
        }
    }
    blocks
}

/// What the text of a prompt sees: what it declares, the configuration, the time.
pub(crate) struct BodyScope<'a> {
    pub(crate) material: &'a Material<'a>,
    pub(crate) limited: &'a BTreeMap<String, Rendered>,
    /// The source of slots, in the texts of a step.
    pub(crate) slots: Option<SourceId>,
}

impl Scope for BodyScope<'_> {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        match name {
            "config" => Some(Value::json(self.material.config, CONFIG, true)),
            "now" => Some(Value::text(self.material.input.now.as_ref()?, ENGINE, true)),
            "slots" => Some(Value::json(&self.material.position.printed, self.slots?, false)),
            key => {
                let got = self.material.gathered.values.get(key)?;
                let value = Value::json(&got.value, got.source, got.trusted);
                let display = self.limited.get(key).or(got.display.as_ref());
                Some(match display {
                    Some(display) => value.with_display(display),
                    None => value,
                })
            }
        }
    }
}

/// What a header sees.
struct ConfigScope<'a>(&'a Json);

impl Scope for ConfigScope<'_> {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        (name == "config").then(|| Value::json(self.0, NOWHERE, true))
    }
}

/// The parts of a key's type that a limit on items applies to.
pub(crate) fn is_list(agent: &Compiled, key: &str) -> bool {
    agent.agent.context_key(key).is_some_and(|key| key.key_type == KeyType::Array)
}
