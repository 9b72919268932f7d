//! What was chosen for a call.
//!
//! Owns the shape that `select` fills: layers, prompt versions, and the reason of each. It must never
//! choose.

use crate::agent::context::ContextKey;
use crate::agent::layer::{Engine, Fill, Layer};
use crate::agent::name::PromptName;
use crate::agent::prompt::Prompt;
use crate::check::compiled::{Body, Compiled};

/// What was selected for one call.
#[derive(Debug)]
pub struct Selected<'a> {
    /// The call's place among the agent's calls.
    pub call: usize,
    /// Its layers, in payload order.
    pub layers: Vec<SelectedLayer<'a>>,
    /// Experiments whose arms were used: experiment, arm.
    pub exposures: Vec<(String, String)>,
    /// Demands that did not apply (pins, arms, drafts, the label), each as a sentence.
    pub idle: Vec<String>,
}

impl Selected<'_> {
    /// The step that the call is about, where a layer writes its packet.
    #[must_use]
    pub fn step(&self) -> Option<&Chosen<'_>> {
        let writes = |layer: &&SelectedLayer<'_>| layer.layer.fill == Fill::Engine(Engine::Step);
        self.layers.iter().filter(writes).find_map(|layer| layer.prompts.first())
    }

    /// The context keys that the selected prompts declare, in the order of the agent.
    pub fn declared<'k>(&self, agent: &'k Compiled) -> impl Iterator<Item = &'k ContextKey> {
        let chosen = self.layers.iter().flat_map(|layer| &layer.prompts);
        let mut places: Vec<usize> =
            chosen.flat_map(|chosen| &chosen.prompt.body().keys).copied().collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().filter_map(|place| agent.agent.context.get(place))
    }

    /// Whether the call must not be given what a key remembers.
    #[must_use]
    pub fn withholds(&self, agent: &Compiled, key: &ContextKey) -> bool {
        let isolated = agent.agent.calls.get(self.call).is_some_and(|call| call.isolated);
        isolated && agent.keys.get(&key.name).is_some_and(|program| program.remembers)
    }

    /// Whether the call lists the keys that it is given, and this is none of them.
    #[must_use]
    pub fn forbids(&self, agent: &Compiled, key: &ContextKey) -> bool {
        let listed = agent.agent.calls.get(self.call).and_then(|call| call.context.as_ref());
        listed.is_some_and(|listed| listed.iter().all(|name| name.value != key.name))
    }
}

/// A layer and what fills it.
#[derive(Debug)]
pub struct SelectedLayer<'a> {
    /// The layer as declared.
    pub layer: &'a Layer,
    /// Its place in the call.
    pub index: usize,
    /// Why it is there, or why it is not.
    pub reason: String,
    /// Whether it is there.
    pub included: bool,
    /// Its prompts.
    pub prompts: Vec<Chosen<'a>>,
}

/// A version of a prompt, chosen.
#[derive(Debug)]
pub struct Chosen<'a> {
    /// Its number; none for a draft.
    pub version: Option<u32>,
    /// Why this one.
    pub reason: String,
    /// What it says about itself.
    pub prompt: PromptData<'a>,
}

impl Chosen<'_> {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> &PromptName {
        &self.prompt.prompt().name
    }

    /// Its hash.
    #[must_use]
    pub fn hash(&self) -> &str {
        &self.prompt.prompt().hash
    }
}

/// A prompt of the catalog, or a draft with its freshly read body.
#[derive(Debug)]
pub enum PromptData<'a> {
    /// From the catalog.
    Stored(&'a Prompt, &'a Body),
    /// From the caller.
    Draft(Box<(Prompt, Body)>),
}

impl PromptData<'_> {
    /// The prompt.
    #[must_use]
    pub fn prompt(&self) -> &Prompt {
        match self {
            Self::Stored(prompt, _) => prompt,
            Self::Draft(draft) => &draft.0,
        }
    }

    /// Its body.
    #[must_use]
    pub fn body(&self) -> &Body {
        match self {
            Self::Stored(_, body) => body,
            Self::Draft(draft) => &draft.1,
        }
    }
}
