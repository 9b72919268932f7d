//! `compose`: the text of every layer, with the origin of every byte.
//!
//! Owns rendering and the fence around data. Prompts of a layer are joined by one blank line; a layer
//! whose text is blank is left out, with that reason. It must never count tokens or leave anything out
//! for want of room.

pub(crate) mod again;
pub mod layer;
pub(crate) mod material;
mod packet;
mod round;
pub mod utterance;
pub mod words;

use std::sync::Arc;

use crate::agent::input::Speaker;
use crate::agent::layer::{Channel, Engine, Fill, Shrink};
use crate::diagnostic::Diagnostic;
use crate::turn::compose::again::Layers;
use crate::turn::compose::layer::Composed;
use crate::turn::compose::material::Material;
use crate::turn::compose::utterance::{Said, Utterance};
use crate::turn::measure::Scale;
use crate::turn::origins::Origins;

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
    /// What was said in this turn behind the user's message, in order.
    pub rounds: Vec<Arc<Utterance>>,
    /// Whether the call has a place for a user's message.
    pub awaits: bool,
    /// The user's rules, kept and dropped.
    pub rules: Arc<words::Rules>,
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
    out.rounds = round::follow(material, scale, origins);
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
