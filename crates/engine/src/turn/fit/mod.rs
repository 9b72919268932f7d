//! `fit`: inside the window, or not at all.
//!
//! Owns what gives way and in which order: layers by ascending priority, each down to its floor before
//! the next one is touched. The history goes in whole exchanges on a grid of an eighth of the window,
//! counted from the first message, so that what remains begins at the same place from turn to turn.
//! The sealed core is never touched; what cannot be made to fit is refused with the arithmetic.

pub mod arrange;
pub(crate) mod cache;
mod cut;
mod joined;
pub mod shrink;

use std::sync::Arc;

use crate::agent::layer::Shrink;
use crate::diagnostic::Diagnostic;
use crate::turn::compose::Composition;
use crate::turn::compose::material::Material;
use crate::turn::fit::shrink::{Frame, Loss, cut, fewer, over, remove, shorten, trim};
use crate::turn::measure::Measure;
use crate::turn::message::entry::Entry;
use crate::turn::origins::Origins;

/// A draft that fits.
#[derive(Debug)]
pub struct Fitted {
    /// The messages.
    pub entries: Vec<Arc<Entry>>,
    /// Their tokens.
    pub measure: Measure,
    /// What layers lost.
    pub losses: Vec<Loss>,
}

/// Makes a composition fit.
///
/// # Errors
/// The arithmetic, when everything that may shrink is at its floor and it is still too much.
pub(crate) fn fit(
    composition: &mut Composition,
    material: &Material<'_>,
    frame: &mut Frame<'_>,
    origins: &mut Arc<Origins>,
) -> Result<Fitted, Vec<Diagnostic>> {
    let budget = frame.budget();
    let mut losses = Vec::new();
    let layers = &material.selected.layers;
    let mut order: Vec<usize> = (0..layers.len())
        .filter(|at| layers[*at].included && layers[*at].layer.shrink != Shrink::Never)
        .collect();
    order.sort_by_key(|at| (layers[*at].layer.priority, *at));
    if composition.gone > 0 {
        losses.extend(frame.places.history.map(|index| cut(composition, index)));
    }
    let (mut entries, mut found) = frame.draft(composition);
    for index in order {
        let over = over(&found, budget);
        if over == 0 {
            break;
        }
        let loss = match layers[index].layer.shrink {
            Shrink::Oldest => shorten(composition, frame, index, material, over),
            Shrink::Drop => remove(composition, &entries, index, frame),
            Shrink::Items => fewer(composition, index, material, frame, origins)?,
            Shrink::Tail | Shrink::Head | Shrink::Middle => {
                trim(composition, &entries, index, material, frame, over)
            }
            Shrink::Never => None,
        };
        if let Some(loss) = loss {
            losses.retain(|earlier| earlier.index != index);
            losses.push(loss);
            (entries, found) = frame.draft(composition);
        }
    }
    if over(&found, budget) > 0 {
        return Err(vec![refusal(material, frame, &entries, &found, budget)]);
    }
    Ok(Fitted { entries, measure: found, losses })
}

fn refusal(
    material: &Material<'_>,
    frame: &Frame<'_>,
    entries: &[Arc<Entry>],
    found: &Measure,
    budget: u32,
) -> Diagnostic {
    let mut parts: Vec<(u32, String)> = frame
        .by_layer(entries)
        .iter()
        .map(|(index, tokens)| (*tokens, material.selected.layers[*index].layer.id.clone()))
        .collect();
    parts.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let listed: Vec<String> = parts.iter().map(|(tokens, id)| format!("{id} {tokens}")).collect();
    let tokens = &found.tokens;
    let outside = tokens.total - tokens.text;
    let needed = tokens.total + tokens.margin;
    let margin =
        if tokens.margin > 0 { format!(", margin {}", tokens.margin) } else { String::new() };
    let message = format!(
        "the call needs {needed} tokens and has {budget} (window {} − reserve {}): {} too many. \
         Layers: {}; overhead {outside}{margin}. Everything that may shrink is at its floor",
        frame.model.window,
        frame.model.reserve,
        needed - budget,
        listed.join(", "),
    );
    let help = "Raise `window`, lower `reserve`, shorten a prompt, or let another layer `shrink`.";
    Diagnostic::error("fit.too-large", message).help(help).at(&material.agent.agent.span)
}
