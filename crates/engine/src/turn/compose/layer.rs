//! The text of one layer, with the origin of every byte.
//!
//! Owns rendering and the fence around data. Prompts of a layer are joined by one blank line. It must never
//! count tokens or leave anything out for want of room.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value as Json;

use crate::agent::context::KeyType;
use crate::agent::layer::{Channel, Engine, Fill};
use crate::check::compiled::Compiled;
use crate::check::reader;
use crate::check::stability::Stability;
use crate::diagnostic::Diagnostic;
use crate::text::fence::{Block, Sealed};
use crate::text::origin::{Rendered, SourceId};
use crate::text::template::Limits;
use crate::token::Inside;
use crate::turn::compose::material::{BodyScope, ConfigScope, Material};
use crate::turn::compose::packet;
use crate::turn::compose::words;
use crate::turn::gather::Gathered;
use crate::turn::gather::display::display;
use crate::turn::gather::rank;
use crate::turn::gather::value::Got;
use crate::turn::origins::{self, ENGINE, Form, Origin, Origins};
use crate::turn::select::choice::SelectedLayer;

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

/// The parts of a key's type that a limit on items applies to.
pub(crate) fn is_list(agent: &Compiled, key: &str) -> bool {
    agent.agent.context_key(key).is_some_and(|key| key.key_type == KeyType::Array)
}
