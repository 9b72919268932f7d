//! What rules ask of an agent, found once.
//!
//! Owns the list of seats: every prompt that a layer can come to, with the words that choose it and
//! whether any state allows it. It must never judge what it finds: that is the rules' business.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::agent::call::{Call, Run};
use crate::agent::layer::{Fill, Layer, PromptRef};
use crate::agent::model::Model;
use crate::agent::name::PromptName;
use crate::agent::prompt::Prompt;
use crate::check::compiled::{CallProgram, Compiled, LayerProgram};
use crate::check::worlds::{Condition, Path, path_of, possible};
use crate::text::origin::SourceId;
use crate::text::template::{Expr, Extent, Limits, Name, Scope, Template, Value};
use crate::token::Tokenizer;

/// The most names that one interpolated name may come to.
const MOST_NAMES: usize = 4_096;

/// Words of enumerations, by their place in the state.
pub(in crate::check) type Words = Vec<(Path, String)>;

/// An agent with what rules ask of it.
pub(in crate::check) struct Facts<'a> {
    /// The agent.
    pub agent: &'a Compiled,
    /// All versions of all prompts, by name.
    pub versions: BTreeMap<&'a str, Vec<&'a Prompt>>,
    /// Every prompt that a layer can come to, in the order of calls, layers and their prompts.
    pub seats: Vec<Seat<'a>>,
    /// Whether some name of a layer could not be followed: what it chooses is not known.
    pub open: bool,
}

/// A prompt that a layer can come to.
pub(in crate::check) struct Seat<'a> {
    /// The call's place.
    pub call: usize,
    /// The layer's place in its call.
    pub layer: usize,
    /// The place among the prompts of the layer.
    pub at: usize,
    /// As the author wrote it.
    pub written: &'a PromptRef,
    /// The prompt's name.
    pub name: String,
    /// The words that choose it, by their place in the state.
    pub words: Words,
    /// The active version, if there is any.
    pub prompt: Option<&'a Prompt>,
    /// Whether any state chooses it.
    pub possible: bool,
    /// The tokens of its own text for the call's model.
    pub extent: Extent,
}

impl<'a> Facts<'a> {
    /// Follows every name of every layer.
    pub(super) fn new(agent: &'a Compiled) -> Self {
        let mut versions: BTreeMap<&str, Vec<&Prompt>> = BTreeMap::new();
        for prompt in agent.catalog.all() {
            versions.entry(prompt.name.as_str()).or_default().push(prompt);
        }
        let mut facts = Self { agent, versions, seats: Vec::new(), open: false };
        for call in 0..agent.agent.calls.len() {
            for layer in 0..facts.call(call).0.layers.len() {
                facts.follow(call, layer);
            }
        }
        facts.count();
        facts
    }

    /// A call with its program.
    pub(in crate::check) fn call(&self, at: usize) -> (&'a Call, &'a CallProgram) {
        (&self.agent.agent.calls[at], &self.agent.calls[at])
    }

    /// A layer with its program.
    pub(in crate::check) fn layer(&self, call: usize, at: usize) -> (&'a Layer, &'a LayerProgram) {
        let (call, program) = self.call(call);
        (&call.layers[at], &program.layers[at])
    }

    /// What must hold for a turn to make a call.
    pub(in crate::check) fn of_call(&self, at: usize) -> Vec<Condition<'a>> {
        let (call, program) = self.call(at);
        let own = program.when.as_ref().map(|expr| Condition { expr, wanted: true });
        let before = match call.run {
            Run::Reply => self.agent.agent.calls.len(),
            Run::Instead => at,
            _ => 0,
        };
        let calls = self.agent.agent.calls.iter().zip(&self.agent.calls).take(before);
        let others = calls
            .filter(|(call, _)| call.run == Run::Instead)
            .filter_map(|(_, program)| program.when.as_ref())
            .map(|expr| Condition { expr, wanted: false });
        own.into_iter().chain(others).collect()
    }

    /// What must hold for a call to have a layer.
    pub(in crate::check) fn of_layer(&self, call: usize, at: usize) -> Vec<Condition<'a>> {
        let mut conditions = self.of_call(call);
        let when = self.layer(call, at).1.when.as_ref();
        conditions.extend(when.map(|expr| Condition { expr, wanted: true }));
        conditions
    }

    /// What must hold for a seat to be taken, beside its words.
    pub(in crate::check) fn of_seat(&self, seat: &Seat<'a>) -> Vec<Condition<'a>> {
        let mut conditions = self.of_layer(seat.call, seat.layer);
        let wanted = |expr| Condition { expr, wanted: true };
        conditions.extend(self.ref_when(seat).map(wanted));
        conditions.extend(self.prompt_when(seat).map(wanted));
        conditions
    }

    /// The condition that the layer gives the prompt.
    pub(in crate::check) fn ref_when(&self, seat: &Seat<'a>) -> Option<&'a Expr> {
        self.layer(seat.call, seat.layer).1.prompts.get(seat.at)?.1.as_ref()
    }

    /// The prompt's own condition.
    pub(in crate::check) fn prompt_when(&self, seat: &Seat<'a>) -> Option<&'a Expr> {
        self.agent.body(seat.prompt?)?.when.as_ref()
    }

    /// The seats of a layer. They stand in order, so that a layer of many need not be searched.
    pub(in crate::check) fn seats_of(&self, call: usize, layer: usize) -> &[Seat<'a>] {
        between(&self.seats, |seat| (seat.call, seat.layer).cmp(&(call, layer)))
    }

    /// The seats of one prompt of a layer, as it is written.
    pub(in crate::check) fn seats_at(&self, call: usize, layer: usize, at: usize) -> &[Seat<'a>] {
        between(self.seats_of(call, layer), |seat| seat.at.cmp(&at))
    }

    /// Counts the texts of all seats, each once for each tokenizer.
    fn count(&mut self) {
        let mut counted: BTreeMap<(&str, String), Extent> = BTreeMap::new();
        for seat in &mut self.seats {
            let Some(prompt) = seat.prompt else { continue };
            let Some(body) = self.agent.body(prompt) else { continue };
            let call = &self.agent.agent.calls[seat.call];
            let tokenizer = tokenizer(self.agent, &call.model.over(&self.agent.agent.model));
            let count = || body.template.extent(&mut |text| tokenizer.count(text));
            let key = (prompt.hash.as_str(), tokenizer.name().to_owned());
            seat.extent = *counted.entry(key).or_insert_with(count);
        }
    }

    fn follow(&mut self, call: usize, layer: usize) {
        let (declared, program) = self.layer(call, layer);
        let Fill::Prompts(refs) = &declared.fill else { return };
        if refs.len() != program.prompts.len() {
            self.open = true;
            return;
        }
        for (at, (written, (template, _))) in refs.iter().zip(&program.prompts).enumerate() {
            let Some(names) = self.names(written, template) else {
                self.open = true;
                continue;
            };
            for (name, words) in names {
                let parsed = PromptName::parse(&name).ok();
                let active = parsed.and_then(|name| {
                    let version = self.agent.catalog.production(&name)?;
                    self.agent.catalog.version(&name, version)
                });
                let mut seat = Seat {
                    call,
                    layer,
                    at,
                    written,
                    name,
                    words,
                    prompt: active,
                    possible: true,
                    extent: Extent::default(),
                };
                let conditions = self.of_seat(&seat);
                seat.possible = possible(&self.agent.agent, &conditions, &seat.words);
                self.seats.push(seat);
            }
        }
    }

    /// Everything that a name of a layer can come to, with the words that stand in it.
    fn names(&self, written: &PromptRef, template: &Template) -> Option<Vec<(String, Words)>> {
        let used = template.names();
        if used.is_empty() {
            return Some(vec![(written.name.value.clone(), Vec::new())]);
        }
        let mut choices: Vec<Words> = vec![Words::new()];
        for name in &used {
            let (path, words) = self.words(name)?;
            if choices.iter().any(|choice| choice.iter().any(|(known, _)| *known == path)) {
                continue;
            }
            if choices.len().saturating_mul(words.len()) > MOST_NAMES {
                return None;
            }
            let with = |choice: &Words, word: &&str| {
                let mut choice = choice.clone();
                choice.push((path.clone(), (*word).to_owned()));
                choice
            };
            choices = choices
                .iter()
                .flat_map(|choice| words.iter().map(move |word| with(choice, word)))
                .collect();
        }
        let render = |words: Words| {
            let rendered = template.render(&Chosen(&words), SourceId(0), &Limits::DEFAULT).ok()?;
            Some((rendered.text, words))
        };
        choices.into_iter().map(render).collect()
    }

    /// The words of the enumeration that a name means.
    fn words(&self, name: &Name<'_>) -> Option<(Path, Vec<&'a str>)> {
        // The engine's own words, of an agent with a flow.
        if name.path.is_empty()
            && let Some(words) = self.agent.flow_words(name.name)
        {
            return Some((vec![name.name.to_owned()], words.into_iter().collect()));
        }
        let path = path_of(&self.agent.agent, name)?;
        let [key] = path.as_slice() else { return None };
        let words = self.agent.agent.state_key(key)?.words()?;
        Some((path, words))
    }
}

/// The part of an ordered list that is equal to what is looked for.
fn between<T>(list: &[T], order: impl Fn(&T) -> Ordering) -> &[T] {
    let begin = list.partition_point(|one| order(one) == Ordering::Less);
    let end = list.partition_point(|one| order(one) != Ordering::Greater);
    list.get(begin..end).unwrap_or_default()
}

/// What counts for a model. A provider that is not given is found from the model's name, and so is its
/// tokenizer.
pub(in crate::check) fn tokenizer(agent: &Compiled, model: &Model) -> Tokenizer {
    agent.tokenizer(model.provider.as_deref().unwrap_or("openai"), model)
}

/// A state in which only some words are set.
struct Chosen<'a>(&'a [(Path, String)]);

impl Scope for Chosen<'_> {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        let (_, word) =
            self.0.iter().find(|(path, _)| path.first().is_some_and(|key| key == name))?;
        Some(Value::text(word, SourceId(0), true))
    }
}
