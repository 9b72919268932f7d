//! The ways in which a layer gives way.
//!
//! Owns one function for each: whole exchanges, the whole layer, items of lists, text. Each goes no
//! further than the layer's floor, and says what was lost. It must never choose which layer is next.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value as Json;

use crate::agent::layer::Fill;
use crate::agent::model::Model;
use crate::diagnostic::Diagnostic;
use crate::text::fence::Sealed;
use crate::token::Tokenizer;
use crate::turn::compose::layer::{self, Composed};
use crate::turn::compose::material::Material;
use crate::turn::compose::{Composition, may_begin};
use crate::turn::fit::arrange::{Seats, arrange};
use crate::turn::fit::cut::sealed;
use crate::turn::format::Caching;
use crate::turn::measure::{Measure, Overhead, Scale, by_layer, measure};
use crate::turn::message::entry::Entry;
use crate::turn::message::seating::Seating;
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

/// What the tables say of a model by its name.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    /// What counts for it.
    pub tokenizer: Tokenizer,
    /// Where the channels go.
    pub seating: Seating,
    /// How its prompts are cached.
    pub caching: Caching,
}

/// What fitting needs beside the composition.
pub(crate) struct Frame<'a> {
    pub model: &'a Model,
    pub known: Known,
    pub offered: Overhead,
    pub words: Option<&'a Json>,
    pub places: Places,
    pub seats: &'a mut Seats,
    pub scale: Scale<'a>,
}

/// The places of the conversation's layers among the selected ones.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Places {
    /// The history's.
    pub history: Option<usize>,
    /// The message's.
    pub message: Option<usize>,
}

impl Frame<'_> {
    /// The tokens that there are.
    pub(crate) fn budget(&self) -> u32 {
        self.model.window.saturating_sub(self.model.reserve)
    }

    /// Seats and measures a composition.
    pub(crate) fn draft(&mut self, composition: &Composition) -> (Vec<Arc<Entry>>, Measure) {
        let Known { seating, caching, .. } = self.known;
        let apart = caching.marks > 0;
        let (seats, words) = (&mut *self.seats, self.words);
        let entries = arrange(composition, &seating, apart, words, seats, &mut self.scale);
        let found = measure(&entries, self.offered, &self.scale);
        (entries, found)
    }

    /// Text tokens by the layer's place.
    pub(crate) fn by_layer(&self, entries: &[Arc<Entry>]) -> BTreeMap<usize, u32> {
        by_layer(entries, self.places.history, self.places.message)
    }

    fn tokens_of(&self, entries: &[Arc<Entry>], index: usize) -> u32 {
        self.by_layer(entries).get(&index).copied().unwrap_or_default()
    }
}

/// How many tokens are too many.
pub(crate) fn over(found: &Measure, budget: u32) -> u32 {
    (found.tokens.total + found.tokens.margin).saturating_sub(budget)
}

/// Takes whole exchanges from the beginning of the history.
pub(crate) fn shorten(
    composition: &mut Composition,
    frame: &Frame<'_>,
    index: usize,
    material: &Material<'_>,
    over: u32,
) -> Option<Loss> {
    let keep = material.selected.layers[index].layer.keep;
    let history = &composition.history;
    let gone = history.first()?.before;
    let mut last = None;
    let mut enough = None;
    // Up to the next line of the grid, which is counted from the first message that there was; where
    // the floor does not allow that, just enough. The margin of an estimate shrinks with the text, so
    // freeing `over` is always enough.
    let grid = (frame.model.window / 8).max(1);
    let line = (gone + over).div_ceil(grid) * grid;
    for at in (1..history.len()).filter(|at| may_begin(history, *at, keep)) {
        let freed = history[at].before;
        last = Some(at);
        enough = enough.or((freed >= gone + over).then_some(at));
        if freed >= line {
            enough = last;
            break;
        }
    }
    let start = enough.or(last)?;
    composition.history.drain(..start);
    composition.gone += start;
    Some(cut(composition, index))
}

/// What the history lost.
pub(crate) fn cut(composition: &Composition, index: usize) -> Loss {
    let (kept, dropped) = (to_u32(composition.history.len()), to_u32(composition.gone));
    Loss { index, kept, dropped, whole: false }
}

/// Takes a whole layer away.
pub(crate) fn remove(
    composition: &mut Composition,
    entries: &[Arc<Entry>],
    index: usize,
    frame: &Frame<'_>,
) -> Option<Loss> {
    let at = composition.layers.iter().position(|layer| layer.index == index)?;
    composition.layers.remove(at);
    let dropped = frame.tokens_of(entries, index);
    Some(Loss { index, kept: 0, dropped, whole: true })
}

/// Shows as many items of the layer's lists as fit: those of the highest rank,
/// or the first ones where the key does not rank.
pub(crate) fn fewer(
    composition: &mut Composition,
    index: usize,
    material: &Material<'_>,
    frame: &mut Frame<'_>,
    origins: &mut Arc<Origins>,
) -> Result<Option<Loss>, Vec<Diagnostic>> {
    let selected = &material.selected.layers[index];
    let keys = selected.prompts.iter().flat_map(|chosen| &chosen.prompt.prompt().context);
    let longest = keys
        .filter(|key| layer::is_list(material.agent, &key.value))
        .filter_map(|key| material.gathered.values.get(key.value.as_str()))
        .filter_map(|got| got.value.as_array().map(Vec::len))
        .max();
    let (Some(all), true) = (longest, matches!(selected.layer.fill, Fill::Prompts(_))) else {
        return Ok(None);
    };
    let Some(at) = composition.layers.iter().position(|layer| layer.index == index) else {
        return Ok(None);
    };
    let floor = usize::try_from(selected.layer.keep).unwrap_or(all).min(all);
    // A list that is at its floor has nothing to give, and loses nothing.
    if floor == all {
        return Ok(None);
    }
    let mut render = |items: usize| {
        layer::text(material, selected, Some(items), origins).map_err(|finding| vec![finding])
    };
    let with = |layer: &Arc<Composed>, text: &Sealed| {
        Arc::new(Composed { text: text.clone(), ..Composed::clone(layer) })
    };
    // The most items that fit: more items never take fewer tokens.
    let (mut low, mut high) = (floor, all);
    let mut best = render(floor)?;
    while low < high {
        let middle = (low + high).div_ceil(2);
        let text = render(middle)?;
        let mut trial = composition.clone();
        match &text {
            Some((sealed, _)) => trial.layers[at] = with(&trial.layers[at], sealed),
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
    match &best {
        Some((sealed, _)) => composition.layers[at] = with(&composition.layers[at], sealed),
        None => {
            composition.layers.remove(at);
        }
    }
    Ok(Some(Loss { index, kept: to_u32(low), dropped: to_u32(all - low), whole: false }))
}

/// Cuts a layer's text.
pub(crate) fn trim(
    composition: &mut Composition,
    entries: &[Arc<Entry>],
    index: usize,
    material: &Material<'_>,
    frame: &Frame<'_>,
    over: u32,
) -> Option<Loss> {
    let selected = material.selected.layers[index].layer;
    let at = composition.layers.iter().position(|layer| layer.index == index)?;
    let layer = composition.layers.get_mut(at)?;
    let had = frame.tokens_of(entries, index);
    let tokenizer = frame.scale.tokenizer;
    // Joining may shift a token or two; a little less is asked for than would fit exactly.
    let most = had.saturating_sub(over + 4).max(selected.keep);
    if most >= had {
        return None;
    }
    let text = sealed(&layer.text, most, selected.shrink, tokenizer);
    if text.text.is_empty() {
        composition.layers.remove(at);
        return Some(Loss { index, kept: 0, dropped: had, whole: true });
    }
    let kept = tokenizer.count(&text.text);
    *layer = Arc::new(Composed { text, ..Composed::clone(layer) });
    Some(Loss { index, kept, dropped: had.saturating_sub(kept), whole: false })
}

fn to_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
