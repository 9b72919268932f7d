//! What an agent is: plain data, read from text, with a place for everything that its author wrote.
//!
//! Owns the formats of agents, prompts, cases and turns. It must never evaluate an expression, render
//! a template or choose anything.

pub mod action;
pub mod bounds;
pub mod call;
pub mod case;
pub mod catalog;
pub mod context;
pub mod decode;
pub(crate) mod exact;
pub mod flow;
pub mod front;
pub mod gate;
pub mod input;
pub mod json;
pub mod layer;
pub mod load;
pub mod model;
pub mod name;
pub mod output;
pub mod prompt;
pub(crate) mod size;
pub mod source;
pub mod state;
pub mod step;
pub mod tokenizer;
pub mod written;
pub mod yaml;

use serde_json::{Map, Value as Json};

use crate::agent::action::Action;
use crate::agent::bounds::Bounds;
use crate::agent::call::Call;
use crate::agent::context::ContextKey;
use crate::agent::decode::Located;
use crate::agent::flow::Flow;
use crate::agent::gate::GateRow;
use crate::agent::model::Model;
use crate::agent::name::PromptName;
use crate::agent::output::Output;
use crate::agent::state::{Compat, State, StateKey};
use crate::agent::tokenizer::TokenizerFile;
use crate::diagnostic::Span;

/// Whether prompts of a type have a phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Each has one.
    Required,
    /// Each may have one.
    Optional,
    /// None has one.
    None,
}

/// A name in the obedience hierarchy, with what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority {
    /// The name, as prompts refer to it.
    pub name: String,
    /// A sentence.
    pub meaning: String,
}

/// An agent.
#[derive(Clone, Debug, PartialEq)]
pub struct Agent {
    /// Its name.
    pub name: String,
    /// What it is.
    pub description: String,
    /// Hash of its file, and of the tokenizers' files that it names.
    pub hash: String,
    /// Its model.
    pub model: Model,
    /// The files with which its models count tokens, by name.
    pub tokenizers: Vec<TokenizerFile>,
    /// Constants for templates.
    pub config: Map<String, Json>,
    /// The types of prompts that there are, when the author lists them.
    pub prompt_types: Vec<(String, Phase)>,
    /// Its state.
    pub state: Vec<StateKey>,
    /// Which values may meet.
    pub compat: Vec<Compat>,
    /// Its gate.
    pub gate: Vec<GateRow>,
    /// Its flow, when it has steps.
    pub flow: Option<Flow>,
    /// How far one turn may go.
    pub turn: Bounds,
    /// Its context keys.
    pub context: Vec<ContextKey>,
    /// Its actions.
    pub actions: Vec<Action>,
    /// The obedience hierarchy, highest first.
    pub authority: Vec<Authority>,
    /// The prompts of the sealed core.
    pub core: Vec<Located<PromptName>>,
    /// The rules for what it says, in every call that replies and is not isolated.
    pub output: Option<Output>,
    /// Its calls; the first is `reply`.
    pub calls: Vec<Call>,
    /// Where its file begins.
    pub span: Span,
}

impl Agent {
    /// A call by name.
    #[must_use]
    pub fn call(&self, name: &str) -> Option<&Call> {
        self.calls.iter().find(|call| call.name == name)
    }

    /// A state key by name.
    #[must_use]
    pub fn state_key(&self, name: &str) -> Option<&StateKey> {
        self.state.iter().find(|key| key.name == name)
    }

    /// A context key by name.
    #[must_use]
    pub fn context_key(&self, name: &str) -> Option<&ContextKey> {
        self.context.iter().find(|key| key.name == name)
    }

    /// An action by name.
    #[must_use]
    pub fn action(&self, name: &str) -> Option<&Action> {
        self.actions.iter().find(|action| action.name == name)
    }

    /// The state in which a conversation begins.
    #[must_use]
    pub fn initial_state(&self) -> State {
        let with_default = |key: &StateKey| Some((key.name.clone(), key.default.clone()?));
        self.state.iter().filter_map(with_default).collect()
    }
}
