//! An agent whose every text has been read: what serving works with.
//!
//! Owns the compiled form and the way to it. Holding a [`Compiled`] is the proof that no rule of error
//! severity was broken: [`crate::check::compile`] is the only way to get one. It must never do anything with a turn.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use jsonschema::Validator;
use regex_automata::meta::Regex;
use serde_json::Value as Json;

use crate::agent::Agent;
use crate::agent::call::AnswerKind;
use crate::agent::catalog::Catalog;
use crate::agent::model::Model;
use crate::agent::prompt::Prompt;
use crate::agent::step::slot::Slot;
use crate::check::output::OutputProgram;
use crate::check::reader::Sees;
use crate::check::stability::Stability;
use crate::text::fence::Guard;
use crate::text::pattern::Pattern;
use crate::text::phrases::Phrases;
use crate::text::template::{Expr, Name, Template};
use crate::token::{Tokenizer, tokenizer_for};

/// A compiled agent.
pub struct Compiled {
    /// The agent.
    pub agent: Agent,
    /// Where its prompts are found.
    pub catalog: Arc<dyn Catalog + Send + Sync>,
    /// The gate's rows, in order.
    pub rows: Vec<Row>,
    /// The phrases of all rows, which are looked for together; none where no row has any.
    pub phrases: Option<Phrases>,
    /// The context keys, by name.
    pub keys: BTreeMap<String, Key>,
    /// What each call needs, in the order of the agent's calls.
    pub calls: Vec<CallProgram>,
    /// The bodies of the catalog's prompts, by hash.
    pub bodies: BTreeMap<String, Body>,
    /// The actions, by name.
    pub actions: BTreeMap<String, ActionProgram>,
    /// The names of all slots that any version of a step declares. They are found once: every turn asks
    /// for them.
    pub slots: BTreeSet<String>,
    /// The schemas of the state keys, by name.
    pub state: BTreeMap<String, Validator>,
    /// What counts with a file of the agent's own, by the file's name.
    pub tokenizers: BTreeMap<String, Tokenizer>,
    /// What keeps data from acting as structure.
    pub guard: Guard,
    /// Which of the large roots its expressions look at.
    pub sees: Sees,
}

impl fmt::Debug for Compiled {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Compiled").field("agent", &self.agent.name).finish_non_exhaustive()
    }
}

/// A row of the gate.
#[derive(Debug)]
pub struct Row {
    /// Phrases to look for, by their places among those of all rows.
    pub phrases: Range<usize>,
    /// Regular expressions to look for.
    pub regex: Vec<Regex>,
    /// Phrases that take a match back, by their places.
    pub unless: Range<usize>,
    /// A condition.
    pub when: Option<Expr>,
    /// What to write.
    pub set: Vec<(String, Pattern)>,
    /// What to say.
    pub say: Option<Template>,
    /// Rows for the case that the call failed.
    pub fallback: Vec<Row>,
}

/// A context key.
#[derive(Debug)]
pub struct Key {
    /// The expression that gives the value, or none for what the host fetches.
    pub from: Option<Expr>,
    /// The address to fetch.
    pub url: Option<Template>,
    /// What to search for.
    pub query: Option<Template>,
    /// Which items are kept.
    pub filter: Option<Expr>,
    /// How much an item is worth.
    pub rank: Option<Expr>,
    /// How an item is rendered.
    pub each: Option<Template>,
    /// How long its value stays the same.
    pub stability: Stability,
    /// Whether its value comes from memory: an isolated call is never given it.
    pub remembers: bool,
    /// Whether what its source gives is all that decides how it prints, so that the same value need not
    /// be filtered and rendered again.
    pub settled: bool,
}

/// The expressions of a call.
#[derive(Debug)]
pub struct CallProgram {
    /// Its condition.
    pub when: Option<Expr>,
    /// Its layers, the core first where it has one.
    pub layers: Vec<LayerProgram>,
    /// The schema of its answer, for the kind `schema`.
    pub answer: Option<Validator>,
    /// The rules for what it says, where it has any.
    pub output: Option<OutputProgram>,
    /// What is said where the model gives no answer.
    pub fallback: Option<Template>,
}

/// The expressions of a layer.
#[derive(Debug)]
pub struct LayerProgram {
    /// Its condition.
    pub when: Option<Expr>,
    /// Its header.
    pub header: Option<Template>,
    /// The names of its prompts, with their conditions.
    pub prompts: Vec<(Template, Option<Expr>)>,
    /// How long the choice of its prompts stays the same.
    pub stability: Stability,
}

/// The expressions of an action.
#[derive(Debug)]
pub struct ActionProgram {
    /// Its condition.
    pub allow: Option<Expr>,
    /// The schema of its parameters.
    pub params: Option<Validator>,
    /// What it does.
    pub effects: Vec<EffectProgram>,
}

/// The expressions of an effect.
#[derive(Debug)]
pub struct EffectProgram {
    /// What it happens once for each of.
    pub each: Option<Expr>,
    /// Which items it is about.
    pub filter: Option<Expr>,
    /// Its value.
    pub value: Option<Pattern>,
}

/// The body of a prompt.
#[derive(Debug)]
pub struct Body {
    /// The template.
    pub template: Template,
    /// The prompt's own condition.
    pub when: Option<Expr>,
    /// Whether the text tells the time.
    pub timed: bool,
    /// What a step says beside its body.
    pub step: Option<StepProgram>,
    /// The places of the context keys that the prompt declares, among those of the agent.
    pub keys: Vec<usize>,
}

/// The texts and conditions of a step, read.
#[derive(Debug)]
pub struct StepProgram {
    /// Its scope.
    pub scope: Option<Template>,
    /// Its slots, with the rule sets that they use.
    pub slots: Vec<Slot>,
    /// The texts of its scripts, in the order of the scripts.
    pub scripts: Vec<Vec<Template>>,
    /// The conditions of its logic, in the order of the rows.
    pub logic: Vec<Option<Expr>>,
    /// The conditions under which it is done.
    pub critical: Vec<Expr>,
}

impl StepProgram {
    /// A slot by name.
    #[must_use]
    pub fn slot(&self, name: &str) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.name == name)
    }
}

impl Body {
    /// Every name that a text of the prompt uses.
    #[must_use]
    pub fn names(&self) -> Vec<Name<'_>> {
        let step = self.step.iter();
        let texts = step.flat_map(|step| step.scope.iter().chain(step.scripts.iter().flatten()));
        std::iter::once(&self.template).chain(texts).flat_map(Template::names).collect()
    }
}

impl Compiled {
    /// The place of a call among the agent's calls.
    #[must_use]
    pub fn call_index(&self, name: &str) -> Option<usize> {
        self.agent.calls.iter().position(|call| call.name == name)
    }

    /// What counts for a model of a provider: its own file, or what is known of its name.
    #[must_use]
    pub fn tokenizer(&self, provider: &str, model: &Model) -> Tokenizer {
        let own = model.tokenizer.as_ref().and_then(|file| self.tokenizers.get(file));
        own.cloned().unwrap_or_else(|| tokenizer_for(provider, &model.name).0)
    }

    /// The body of a prompt version.
    #[must_use]
    pub fn body(&self, prompt: &Prompt) -> Option<&Body> {
        self.bodies.get(&prompt.hash)
    }

    /// What is wrong with the answer of a call that is answered by a schema: empty when nothing is.
    #[must_use]
    pub fn answer_problems(&self, call: usize, answer: &Json) -> Vec<String> {
        let kind = self.agent.calls.get(call).map(|call| call.answer.kind);
        let validator = self.calls.get(call).and_then(|call| call.answer.as_ref());
        match (kind, validator) {
            (Some(AnswerKind::Schema), Some(validator)) => {
                validator.iter_errors(answer).map(|error| error.to_string()).collect()
            }
            _ => Vec::new(),
        }
    }
}
