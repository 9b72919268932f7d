//! The ways in which a layer gives way.
//!
//! Owns one function for each: whole exchanges, the whole layer, items of lists, text. Each goes no
//! further than the layer's floor, and says what was lost. It must never choose which layer is next.

use crate::agent::input::Speaker;
use crate::agent::layer::Fill;
use crate::agent::model::Model;
use crate::diagnostic::Diagnostic;
use crate::token::Tokenizer;
use crate::turn::arrange::{Entry, Places, arrange};
use crate::turn::compose::{self, Composition, Material};
use crate::turn::cut;
use crate::turn::format::{Offer, Provider};
use crate::turn::measure::{Measure, measure};
use crate::turn::origins::Origins;

/// What a layer lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// The layer's place.
    pub index: usize,
    /// Messages, items or tokens that stayed.
    pub kept: u32,
    /// Messages, items or tokens that went.
    pub dropped: u32,
    /// Whether the whole layer went.
    pub whole: bool,
}

/// What fitting needs beside the composition.
pub(crate) struct Frame<'a> {
    pub model: &'a Model,
    pub provider: &'a dyn Provider,
    pub tokenizer: Tokenizer,
    pub offer: &'a Offer,
    pub places: Places,
}

impl Frame<'_> {
    /// The tokens that there are.
    pub(crate) fn budget(&self) -> u32 {
        self.model.window.saturating_sub(self.model.reserve)
    }

    /// Seats and measures a composition.
    pub(crate) fn draft(&self, composition: &Composition) -> (Vec<Entry>, Measure) {
        let seating = self.provider.seating(&self.model.name);
        let entries = arrange(composition, &seating, &self.places);
        let (provider, model) = (self.provider.name(), &self.model.name);
        let found = measure(&entries, self.offer, provider, model, self.tokenizer);
        (entries, found)
    }
}

/// How many tokens are too many.
pub(crate) fn over(found: &Measure, budget: u32) -> u32 {
    (found.tokens.total + found.tokens.margin).saturating_sub(budget)
}

/// Takes whole exchanges from the beginning of the history. An exchange begins with a user's message;
/// results of tools stay with their calls.
pub(crate) fn shorten(
    composition: &mut Composition,
    entries: &[Entry],
    found: &Measure,
    frame: &Frame<'_>,
    index: usize,
    material: &Material<'_>,
    over: u32,
) -> Option<Loss> {
    let count = composition.history.len();
    // `freed[n]`: the tokens of the first n messages.
    let mut freed = vec![0_u32; count + 1];
    for (entry, cost) in entries.iter().zip(&found.entries) {
        if let Some(at) = entry.history {
            freed[at + 1] = *cost;
        }
    }
    for at in 0..count {
        freed[at + 1] += freed[at];
    }
    let keep = usize::try_from(material.selected.layers[index].layer.keep).unwrap_or(usize::MAX);
    let starts: Vec<usize> = (1..count)
        .filter(|at| composition.history[*at].speaker == Speaker::User)
        .filter(|at| count - at >= keep)
        .collect();
    let first = |goal: u32| starts.iter().copied().find(|start| freed[*start] >= goal);
    // Up to the next line of the grid; where the floor does not allow that, just enough. The margin of
    // an estimate shrinks with the text, so freeing `over` is always enough.
    let grid = (frame.model.window / 8).max(1);
    let start = first(over.div_ceil(grid) * grid).or(first(over)).or(starts.last().copied())?;
    composition.history.drain(..start);
    Some(Loss { index, kept: to_u32(count - start), dropped: to_u32(start), whole: false })
}

pub(crate) fn remove(composition: &mut Composition, index: usize, found: &Measure) -> Option<Loss> {
    let at = composition.layers.iter().position(|layer| layer.index == index)?;
    composition.layers.remove(at);
    let dropped = found.layers.get(&index).copied().unwrap_or_default();
    Some(Loss { index, kept: 0, dropped, whole: true })
}

/// Shows as many items of the layer's lists as fit: the first ones, which are the most relevant.
pub(crate) fn fewer(
    composition: &mut Composition,
    index: usize,
    material: &Material<'_>,
    frame: &Frame<'_>,
    origins: &mut Origins,
) -> Result<Option<Loss>, Vec<Diagnostic>> {
    let selected = &material.selected.layers[index];
    let keys = selected.prompts.iter().flat_map(|chosen| &chosen.prompt.prompt().context);
    let longest = keys
        .filter(|key| compose::is_list(material.agent, &key.value))
        .filter_map(|key| material.gathered.values.get(&key.value))
        .filter_map(|got| got.value.as_array().map(Vec::len))
        .max();
    let (Some(all), true) = (longest, matches!(selected.layer.fill, Fill::Prompts(_))) else {
        return Ok(None);
    };
    let Some(at) = composition.layers.iter().position(|layer| layer.index == index) else {
        return Ok(None);
    };
    let floor = usize::try_from(selected.layer.keep).unwrap_or(all).min(all);
    let mut render = |items: usize| {
        let mut rules = composition.rules.clone();
        compose::text(material, selected, Some(items), origins, &mut rules)
            .map_err(|finding| vec![finding])
    };
    // The most items that fit: more items never take fewer tokens.
    let (mut low, mut high) = (floor, all);
    let mut best = render(floor)?;
    while low < high {
        let middle = (low + high).div_ceil(2);
        let text = render(middle)?;
        let mut trial = composition.clone();
        match &text {
            Some((sealed, _)) => trial.layers[at].text = sealed.clone(),
            None => {
                trial.layers.remove(at);
            }
        }
        if over(&frame.draft(&trial).1, frame.budget()) == 0 {
            low = middle;
            best = text;
        } else {
            high = middle - 1;
        }
    }
    match best {
        Some((sealed, _)) => composition.layers[at].text = sealed,
        None => {
            composition.layers.remove(at);
        }
    }
    Ok(Some(Loss { index, kept: to_u32(low), dropped: to_u32(all - low), whole: false }))
}

pub(crate) fn trim(
    composition: &mut Composition,
    index: usize,
    material: &Material<'_>,
    frame: &Frame<'_>,
    found: &Measure,
    over: u32,
) -> Option<Loss> {
    let selected = material.selected.layers[index].layer;
    let layer = composition.layers.iter_mut().find(|layer| layer.index == index)?;
    let had = found.layers.get(&index).copied().unwrap_or_default();
    // Joining may shift a token or two; a little less is asked for than would fit exactly.
    let most = had.saturating_sub(over + 4).max(selected.keep);
    if most >= had {
        return None;
    }
    layer.text = cut::sealed(&layer.text, most, selected.shrink, frame.tokenizer);
    let kept = frame.tokenizer.count(&layer.text.text);
    Some(Loss { index, kept, dropped: had.saturating_sub(kept), whole: false })
}

fn to_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
