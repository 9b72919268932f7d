//! Writes the manifest of an assembly.
//!
//! Owns the translation from what the verbs left behind to the published account. It must never change
//! the payload, and never leave out a layer, a cut or an alteration.

pub mod assembly;
pub mod manifest;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agent::context::{KeySource, KeyType};
use crate::agent::layer::Channel;
use crate::check::compiled::Compiled;
use crate::check::stability::Stability;
use crate::turn::account::assembly::Assembly;
use crate::turn::account::manifest::{
    Cache, ContextEntry, Exposure, LayerEntry, Manifest, OriginEntry, PartEntry, PromptEntry,
    Status,
};
use crate::turn::compose::Composition;
use crate::turn::compose::utterance::Utterance;
use crate::turn::compose::words::Rules;
use crate::turn::fit::cache;
use crate::turn::fit::shrink::Loss;
use crate::turn::format::{Lowering, pointers};
use crate::turn::gather::value;
use crate::turn::measure::by_layer;
use crate::turn::message::entry::{Entry, TextPart};
use crate::turn::origins::Origin;
use crate::turn::select::choice::SelectedLayer;

impl Assembly<'_> {
    /// The account of the payload.
    #[must_use]
    pub fn manifest(&self) -> Manifest {
        manifest(self)
    }
}

fn manifest(done: &Assembly<'_>) -> Manifest {
    let agent = done.agent;
    let texts = texts(done);
    let spans = layer_spans(done, &texts);
    let tokens = by_layer(&done.fitted.entries, done.places.history, done.places.message);
    let mut layers: Vec<LayerEntry> = done
        .selected
        .layers
        .iter()
        .enumerate()
        .map(|(at, layer)| layer_entry(done, layer, at, spans.get(&at), tokens.get(&at)))
        .collect();
    layers.extend(left_out(agent, done));
    let release = done.release();
    let caching = done.provider.caching(&done.model.name);
    Manifest {
        agent: agent.agent.name.clone(),
        call: done.call_name().to_owned(),
        provider: done.provider.name().to_owned(),
        provider_reason: done.provider_reason.clone(),
        model: done.model.name.clone(),
        tokenizer: done.tokenizer.name().to_owned(),
        window: done.model.window,
        reserve: done.model.reserve,
        tokens: done.fitted.measure.tokens.clone(),
        cached_prefix: done.fitted.measure.stable,
        parts: parts(done, &texts),
        layers,
        context: context(done),
        requests: done.requests.clone(),
        rules: Rules::clone(&done.composition.rules),
        origins: origins(done, &texts),
        authored: done.offer.authored.clone(),
        buttons: done.gated.buttons.clone(),
        gate: done.gated.fired.clone(),
        actions: done.contract.actions.iter().map(|action| action.name.clone()).collect(),
        state: done.gated.state.iter().map(|(key, value)| (key.clone(), value.clone())).collect(),
        config: done.overridden.clone().into_iter().collect(),
        cache: Cache {
            breakpoints: cache::tokens(&done.fitted, &done.cache, caching),
            key: done.cache.key.clone(),
            least: caching.least,
        },
        lowering: done.offer.lowering.iter().cloned().chain(lowered(done)).collect(),
        experiments: done
            .selected
            .exposures
            .iter()
            .map(|(experiment, arm)| Exposure { experiment: experiment.clone(), arm: arm.clone() })
            .collect(),
        warnings: warnings(done),
        release,
    }
}

/// A text part, its message, and the byte at which it begins.
struct Text<'d> {
    entry: &'d Entry,
    base: usize,
    part: &'d TextPart,
}

fn texts<'d>(done: &'d Assembly<'_>) -> Vec<Text<'d>> {
    let mut base = 0;
    let mut texts = Vec::new();
    for entry in &done.fitted.entries {
        for part in entry.texts() {
            texts.push(Text { entry, base, part });
            base += part.text.len();
        }
    }
    texts
}

fn layer_spans(done: &Assembly<'_>, texts: &[Text<'_>]) -> BTreeMap<usize, [usize; 2]> {
    let mut spans: BTreeMap<usize, [usize; 2]> = BTreeMap::new();
    let mut add = |place, start, end| spans.entry(place).or_insert([start, end])[1] = end;
    for Text { entry, base, part } in texts {
        let own = entry.layer(done.places.history, done.places.message);
        if let (true, Some(own)) = (part.layers.is_empty(), own) {
            add(own, *base, base + part.text.len());
        }
        for layer in &part.layers {
            add(layer.place, base + layer.range.start, base + layer.range.end);
        }
    }
    spans
}

fn layer_entry(
    done: &Assembly<'_>,
    selected: &SelectedLayer<'_>,
    at: usize,
    span: Option<&[usize; 2]>,
    tokens: Option<&u32>,
) -> LayerEntry {
    let loss = done.fitted.losses.iter().find(|loss| loss.index == at);
    let blank = done.composition.blank.iter().find(|(place, _)| *place == at);
    let composed = done.composition.layers.iter().find(|layer| layer.index == at);
    let (status, reason) = match (selected.included, span, loss, blank) {
        (false, ..) => (Status::Skipped, selected.reason.clone()),
        (true, _, Some(Loss { whole: true, .. }), _) => (Status::Dropped, "window".to_owned()),
        (true, _, Some(_), _) => (Status::Shrunk, "window".to_owned()),
        (true, None, None, Some((_, reason))) => (Status::Skipped, reason.clone()),
        (true, None, None, None) => (Status::Skipped, nothing(selected.layer.channel).to_owned()),
        (true, Some(_), None, _) => (Status::Included, selected.reason.clone()),
    };
    let conversation =
        if selected.layer.channel == Channel::User { Stability::Turn } else { Stability::Session };
    LayerEntry {
        id: selected.layer.id.clone(),
        title: selected.layer.title.clone(),
        status,
        sealed: selected.layer.id == "core",
        channel: selected.layer.channel,
        stability: composed.map_or(conversation, |layer| layer.stability),
        tokens: span.map(|_| tokens.copied().unwrap_or_default()),
        span: span.copied(),
        hash: composed.map(|layer| crate::agent::prompt::hash(&layer.text.text)),
        kept: loss.map(|loss| loss.kept),
        dropped: loss.map(|loss| loss.dropped),
        reason,
        prompts: selected
            .prompts
            .iter()
            .map(|chosen| PromptEntry {
                name: chosen.name().to_string(),
                version: chosen.version,
                hash: chosen.hash().to_owned(),
                reason: chosen.reason.clone(),
            })
            .collect(),
    }
}

/// Why a layer of the conversation is not there.
fn nothing(channel: Channel) -> &'static str {
    match channel {
        Channel::History => "there is no history",
        Channel::User => "there is no message",
        _ => "there is nothing to say",
    }
}

/// The layers of `reply` that a call in its place leaves out.
fn left_out(agent: &Compiled, done: &Assembly<'_>) -> Vec<LayerEntry> {
    let Some(reply) = agent.agent.calls.first().filter(|_| done.selected.call != 0) else {
        return Vec::new();
    };
    let has = |id: &str| done.selected.layers.iter().any(|layer| layer.layer.id == id);
    let name = done.call_name();
    reply
        .layers
        .iter()
        .filter(|layer| !has(&layer.id))
        .map(|layer| LayerEntry {
            id: layer.id.clone(),
            title: layer.title.clone(),
            status: Status::Skipped,
            sealed: layer.id == "core",
            channel: layer.channel,
            stability: Stability::Static,
            tokens: None,
            span: None,
            hash: None,
            kept: None,
            dropped: None,
            reason: format!("the call {name} leaves it out"),
            prompts: Vec::new(),
        })
        .collect()
}

fn parts(done: &Assembly<'_>, texts: &[Text<'_>]) -> Vec<PartEntry> {
    let pointers = pointers(done.provider, &done.draft());
    texts
        .iter()
        .zip(pointers)
        .map(|(text, pointer)| PartEntry {
            pointer,
            role: text.entry.role,
            span: [text.base, text.base + text.part.text.len()],
        })
        .collect()
}

/// Neighbours with the same origin are one entry.
fn origins(done: &Assembly<'_>, texts: &[Text<'_>]) -> Vec<OriginEntry> {
    let mut entries: Vec<OriginEntry> = Vec::new();
    for Text { base, part, .. } in texts {
        for (range, source) in &part.origins {
            let origin = done.origins.of(*source);
            let span = [base + range.start, base + range.end];
            match entries.last_mut() {
                Some(last) if last.span[1] == span[0] && last.origin == *origin => {
                    last.span[1] = span[1]
                }
                _ => entries.push(OriginEntry { span, origin: origin.into_owned() }),
            }
        }
    }
    entries
}

fn context(done: &Assembly<'_>) -> Vec<ContextEntry> {
    let sealed = done.composition.layers.iter().flat_map(|layer| &layer.text.neutralised);
    let altered: Vec<(Cow<'_, Origin>, u32)> =
        sealed.map(|(source, count)| (done.origins.of(*source), *count)).collect();
    let count = |key: &str| {
        let is_key = |origin: &Origin| matches!(origin, Origin::Context { name } if name == key);
        altered.iter().filter(|(origin, _)| is_key(origin)).map(|(_, count)| count).sum()
    };
    let tokenizer = &done.tokenizer;
    done.gathered
        .values
        .iter()
        .map(|(key, got)| ContextEntry {
            key: key.to_string(),
            source: got.from.to_string(),
            tokens: value::size(got, tokenizer),
            untrusted: !got.trusted,
            neutralised: count(key),
            cut: got.cut.clone(),
        })
        .collect()
}

fn warnings(done: &Assembly<'_>) -> Vec<String> {
    let mut warnings = done.warnings.clone();
    warnings.extend(empty(done));
    warnings.extend(done.selected.idle.iter().cloned());
    for key in ["rules", "slots"] {
        let is_key =
            |source| matches!(&*done.origins.of(source), Origin::Context { name } if name == key);
        let altered = done.composition.layers.iter().flat_map(|layer| &layer.text.neutralised);
        let counts = altered.filter(|(source, _)| is_key(*source)).map(|(_, count)| count);
        let count: u32 = counts.sum();
        if count > 0 {
            let what = "tags, control tokens or hidden characters neutralised";
            warnings.push(format!("{key}: {count} {what}"));
        }
    }
    for utterance in said(done) {
        let place = || match done.origins.of(utterance.source).as_ref() {
            Origin::History { index } => format!("history message {index}"),
            Origin::Round { index } => format!("round {index}"),
            _ => "the message".to_owned(),
        };
        if utterance.neutralised > 0 {
            let count = utterance.neutralised;
            let what = "control tokens or hidden characters neutralised";
            warnings.push(format!("{}: {count} {what}", place()));
        }
        let lost = utterance.lost.iter().filter(|(_, lost)| lost.whole);
        warnings.extend(lost.map(|(_, lost)| format!("{}: not sent: {}", place(), lost.note)));
    }
    if !done.contract.closed.is_empty() {
        let closed = done.contract.closed.join(", ");
        warnings.push(format!("actions that are not open now: {closed}"));
    }
    warnings
}

/// The messages of the conversation that are sent.
fn said<'d>(done: &'d Assembly<'_>) -> impl Iterator<Item = &'d Arc<Utterance>> {
    let Composition { history, message, rounds, .. } = &done.composition;
    history.iter().chain(message).chain(rounds)
}

/// What of the parts of messages is not sent.
fn lowered<'d>(done: &'d Assembly<'_>) -> impl Iterator<Item = Lowering> + 'd {
    said(done).flat_map(|utterance| {
        let place = match done.origins.of(utterance.source).as_ref() {
            Origin::History { index } => format!("/history/{index}/content"),
            Origin::Round { index } => format!("/rounds/{index}"),
            _ => "/message".to_owned(),
        };
        utterance.lost.iter().map(move |(at, lost)| {
            let note =
                if lost.whole { format!("left out: {}", lost.note) } else { lost.note.clone() };
            Lowering { pointer: format!("{place}/{at}"), note }
        })
    })
}

/// The variables of a role that nobody gave a value: they print nothing, and that is said.
fn empty<'d>(done: &'d Assembly<'_>) -> impl Iterator<Item = String> + 'd {
    done.agent.agent.context.iter().filter(|key| key.key_type == KeyType::Text).filter_map(|key| {
        let got = done.gathered.values.get(key.name.as_str())?;
        let KeySource::Expression(from) = &key.source else { return None };
        let is_default = got.is_default();
        is_default.then(|| format!("{} is empty: there is no `{}`", key.name, from.value))
    })
}
