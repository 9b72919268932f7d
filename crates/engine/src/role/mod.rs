//! Roles: agents that are given as one object, `prompt_config`.
//!
//! Owns the format of a role and its way to an ordinary agent: `decode` reads it and tells everything
//! that is wrong, `compile` writes the agent that it stands for, and `check::compile` and
//! `turn::assemble` take that agent like any other. It must never assemble anything itself.
//!
//! In reading order: `read` (shapes, each with its pointer), `variables` (what a template may use),
//! `heads` (what verdicts begin with), `memory` (the profile and the tool), `decode`, `compile`,
//! `input` (a step as a turn's input), `folder` (the files of a role).

mod compile;
mod decode;
pub mod folder;
mod heads;
pub mod input;
mod memory;
mod read;
mod variables;

pub use compile::agent;
pub use decode::{of_json, of_source};
pub use memory::MemoryProfile;

use serde_json::{Map, Value as Json};

use crate::agent::call::Heads;
use crate::agent::decode::Text;
use crate::agent::model::ModelSpec;
use crate::diagnostic::Span;

/// A role.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// Its name, that of the agent.
    pub name: String,
    /// What it is, for people.
    pub description: String,
    /// Its model, when it names one.
    pub model: Option<ModelSpec>,
    /// What it is told.
    pub config: PromptConfig,
    /// Its modes, in the order in which they are written.
    pub modes: Vec<Mode>,
    /// Hash of the whole.
    pub hash: String,
    /// Where it begins.
    pub span: Span,
}

/// What a role is told: the object `prompt_config`.
#[derive(Clone, Debug, PartialEq)]
pub struct PromptConfig {
    /// Who the role is: the sealed core.
    pub system_prompt: Text,
    /// What holds for its application, whatever the task.
    pub developer_prompt: Option<Text>,
    /// Tasks by key, in the order in which they are written: the four that steps use, and any others.
    pub templates: Vec<(String, Text)>,
    /// How a finished task is answered.
    pub agent_done: Text,
    /// How a gate is answered that passes.
    pub gate_pass: Text,
    /// How a gate is answered that does not pass.
    pub gate_fail: Text,
    /// What the two verdicts begin with.
    pub heads: Heads,
    /// What its memory is for, when it has one.
    pub memory: Option<MemoryProfile>,
    /// The object as it was given.
    pub given: Map<String, Json>,
}

impl PromptConfig {
    /// A task by key.
    #[must_use]
    pub fn template(&self, key: &str) -> Option<&Text> {
        self.templates.iter().find(|(name, _)| name == key).map(|(_, text)| text)
    }
}

/// A way of working that can be switched on for a session.
#[derive(Clone, Debug, PartialEq)]
pub struct Mode {
    /// Its name.
    pub name: String,
    /// What it is for, for people.
    pub description: String,
    /// What it adds to the developer layer.
    pub system_addon: Text,
}
