//! Layers that are taken again.
//!
//! Owns the judgement whether a layer's text is still what it was: the same versions of the same
//! prompts, with the very same values in them. It must never take a layer again on a likelihood: what
//! is not known to be the same is composed anew.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value as Json;

use crate::agent::exact::Exact;
use crate::agent::layer::{Engine, Fill};
use crate::diagnostic::Diagnostic;
use crate::token::Inside;
use crate::turn::compose::layer::{self, Composed};
use crate::turn::compose::material::Material;
use crate::turn::compose::packet;
use crate::turn::compose::words::Rules;
use crate::turn::contract::Contract;
use crate::turn::gate::position::Position;
use crate::turn::gather::value::Got;
use crate::turn::origins::Origins;
use crate::turn::select::choice::SelectedLayer;

/// A layer's text, or why it is blank.
type Text = Result<Arc<Composed>, String>;

/// The layers of one call, as they were composed last.
#[derive(Debug, Default)]
pub(crate) struct Layers {
    kept: BTreeMap<usize, Layer>,
}

#[derive(Debug)]
struct Layer {
    basis: Basis,
    text: Text,
}

/// What a layer's text depends on.
#[derive(Debug)]
enum Basis {
    /// Prompts: hash and version of each, the values that they declare, and the time where they tell
    /// it; of a step also the slots.
    Prompts {
        prompts: Vec<(String, Option<u32>)>,
        values: Vec<Arc<Got>>,
        now: Option<String>,
        slots: Option<Json>,
    },
    /// A packet: its prompt, the parts that it writes, what the model may ask for, where the
    /// conversation stands, and whether it has begun.
    Packet {
        prompt: Box<Basis>,
        parts: (bool, bool),
        contract: Arc<Contract>,
        position: Box<Position>,
        now: Option<String>,
        begun: (bool, bool),
    },
    /// Nothing that could be compared: a draft of a step.
    Unknown,
    /// The user's rules.
    Rules(Arc<Rules>),
    /// What the model may ask for and how it must answer.
    Contract(Arc<Contract>),
    /// The agent alone.
    Agent,
}

impl Layers {
    /// The text of a layer, composed where it has to be.
    ///
    /// # Errors
    /// A template that could not be rendered.
    pub(crate) fn layer(
        &mut self,
        material: &Material<'_>,
        layer: &SelectedLayer<'_>,
        index: usize,
        origins: &mut Arc<Origins>,
    ) -> Result<Text, Diagnostic> {
        if let Some(kept) =
            self.kept.get(&index).filter(|kept| stands(&kept.basis, material, layer))
        {
            return Ok(kept.text.clone());
        }
        let text = match layer::text(material, layer, None, origins)? {
            Some((text, stability)) => Ok(Arc::new(Composed {
                id: layer.layer.id.clone(),
                index,
                channel: layer.layer.channel,
                stability,
                text,
                inside: Inside::default(),
            })),
            None => Err(blank(material, layer)),
        };
        self.kept.insert(index, Layer { basis: basis(material, layer), text: text.clone() });
        Ok(text)
    }
}

fn blank(material: &Material<'_>, layer: &SelectedLayer<'_>) -> String {
    match &layer.layer.fill {
        Fill::Engine(Engine::Rules) if material.rules.withheld => "the call is isolated".to_owned(),
        Fill::Engine(Engine::Rules) => "there are no rules to keep".to_owned(),
        Fill::Engine(Engine::Actions) => "no actions are allowed".to_owned(),
        _ => "its text is blank".to_owned(),
    }
}

fn basis(material: &Material<'_>, layer: &SelectedLayer<'_>) -> Basis {
    match &layer.layer.fill {
        Fill::Engine(Engine::Rules) => Basis::Rules(Arc::clone(material.rules)),
        Fill::Engine(Engine::Actions | Engine::Answer) => {
            Basis::Contract(Arc::clone(material.contract))
        }
        Fill::Engine(Engine::Priority) | Fill::Conversation => Basis::Agent,
        Fill::Engine(Engine::Step)
            if layer.prompts.iter().any(|chosen| chosen.version.is_none()) =>
        {
            Basis::Unknown
        }
        Fill::Engine(Engine::Step) => Basis::Packet {
            prompt: Box::new(of_prompts(material, layer)),
            parts: packet::parts(material, layer),
            contract: Arc::clone(material.contract),
            position: Box::new(material.position.clone()),
            now: material.input.now.clone(),
            begun: begun(material),
        },
        Fill::Prompts(_) => of_prompts(material, layer),
    }
}

fn of_prompts(material: &Material<'_>, layer: &SelectedLayer<'_>) -> Basis {
    let prompts = layer.prompts.iter();
    Basis::Prompts {
        prompts: prompts.map(|chosen| (chosen.hash().to_owned(), chosen.version)).collect(),
        values: values(material, layer).cloned().collect(),
        now: material.input.now.clone().filter(|_| tells_time(layer)),
        slots: Some(&material.position.printed).filter(|_| tells_slots(layer)).cloned(),
    }
}

fn stands(basis: &Basis, material: &Material<'_>, layer: &SelectedLayer<'_>) -> bool {
    match basis {
        Basis::Agent => true,
        Basis::Rules(rules) => Arc::ptr_eq(rules, material.rules),
        Basis::Contract(contract) => Arc::ptr_eq(contract, material.contract),
        Basis::Unknown => false,
        Basis::Packet { prompt, parts, contract, position, now, begun: kept } => {
            let (_, moving) = *parts;
            // Without the status a packet shows of the position only stage and slots.
            let place = if moving {
                **position == *material.position
            } else {
                position.stage == material.position.stage
            };
            let place = place && position.printed.exact(&material.position.printed);
            place
                && (!moving || (*now == material.input.now && *kept == begun(material)))
                && *parts == packet::parts(material, layer)
                && Arc::ptr_eq(contract, material.contract)
                && layer.prompts.iter().all(|chosen| chosen.version.is_some())
                && stands(prompt, material, layer)
        }
        Basis::Prompts { prompts, values: kept, now, slots } => {
            let chosen = layer.prompts.iter().map(|chosen| (chosen.hash(), chosen.version));
            let mut given = values(material, layer);
            prompts.iter().map(|(hash, version)| (hash.as_str(), *version)).eq(chosen)
                && kept.iter().all(|kept| given.next().is_some_and(|got| Arc::ptr_eq(kept, got)))
                && given.next().is_none()
                && (!tells_time(layer) || *now == material.input.now)
                && (!tells_slots(layer)
                    || slots.as_ref().is_some_and(|slots| slots.exact(&material.position.printed)))
        }
    }
}

/// The values that the prompts of a layer declare, in their order.
fn values<'m>(
    material: &Material<'m>,
    layer: &'m SelectedLayer<'_>,
) -> impl Iterator<Item = &'m Arc<Got>> {
    let gathered = material.gathered;
    let declared = layer.prompts.iter().flat_map(|chosen| &chosen.prompt.prompt().context);
    declared.filter_map(|key| gathered.values.get(key.value.as_str()))
}

fn tells_time(layer: &SelectedLayer<'_>) -> bool {
    layer.prompts.iter().any(|chosen| chosen.prompt.body().timed)
}

fn tells_slots(layer: &SelectedLayer<'_>) -> bool {
    layer.prompts.iter().any(|chosen| chosen.prompt.body().step.is_some())
}

/// Whether anybody has spoken, and whether the user speaks now.
fn begun(material: &Material<'_>) -> (bool, bool) {
    (!material.input.history.is_empty(), material.input.message.is_some())
}
