//! Where prompt versions are found.
//!
//! Owns the question that selection asks and the two simplest answers: a folder's files and a table
//! in memory. It must never choose a version (that is `turn::select`), and no implementation may do
//! I/O while it is asked.

use std::collections::BTreeMap;

use crate::agent::name::PromptName;
use crate::agent::prompt::Prompt;

/// A split between versions of one prompt.
#[derive(Clone, Debug, PartialEq)]
pub struct Experiment {
    /// Its name; part of the hash that spreads units over the arms.
    pub name: String,
    /// The sides, in the order in which they were declared.
    pub arms: Vec<Arm>,
}

/// One side of an experiment.
#[derive(Clone, Debug, PartialEq)]
pub struct Arm {
    /// Its name.
    pub name: String,
    /// The version that it serves.
    pub version: u32,
    /// Its share, against the sum of all weights; 0 serves nobody new.
    pub weight: u32,
}

/// A lookup of prompt versions that never waits.
pub trait Catalog {
    /// A version of a prompt.
    fn version(&self, name: &PromptName, version: u32) -> Option<&Prompt>;
    /// The number of the active version.
    fn production(&self, name: &PromptName) -> Option<u32>;
    /// The number of the version that carries a label.
    fn labelled(&self, name: &PromptName, label: &str) -> Option<u32>;
    /// The experiment that runs on a prompt.
    fn experiment(&self, name: &PromptName) -> Option<&Experiment>;
    /// All versions of all prompts, by name and number.
    fn all(&self) -> Vec<&Prompt>;
}

/// A table in memory. A folder is one whose every prompt has the single version 0.
#[derive(Clone, Debug, Default)]
pub struct Table {
    prompts: BTreeMap<PromptName, BTreeMap<u32, Prompt>>,
    production: BTreeMap<PromptName, u32>,
    labels: BTreeMap<(PromptName, String), u32>,
    experiments: BTreeMap<PromptName, Experiment>,
}

impl Table {
    /// A table of files: each prompt has one version, which is active.
    #[must_use]
    pub fn of_files(prompts: Vec<Prompt>) -> Self {
        let mut table = Self::default();
        for prompt in prompts {
            table.activate(&prompt.name.clone(), prompt.version);
            table.add(prompt);
        }
        table
    }

    /// All versions, by name and number.
    #[must_use]
    pub fn into_prompts(self) -> Vec<Prompt> {
        self.prompts.into_values().flat_map(BTreeMap::into_values).collect()
    }

    /// Adds a version. One with the same name and number is replaced.
    pub fn add(&mut self, prompt: Prompt) {
        self.prompts.entry(prompt.name.clone()).or_default().insert(prompt.version, prompt);
    }

    /// Makes a version the active one.
    pub fn activate(&mut self, name: &PromptName, version: u32) {
        self.production.insert(name.clone(), version);
    }

    /// Moves a label to a version.
    pub fn label(&mut self, name: &PromptName, label: &str, version: u32) {
        self.labels.insert((name.clone(), label.to_owned()), version);
    }

    /// Runs an experiment on a prompt.
    pub fn experiment_on(&mut self, name: &PromptName, experiment: Experiment) {
        self.experiments.insert(name.clone(), experiment);
    }
}

impl Catalog for Table {
    fn version(&self, name: &PromptName, version: u32) -> Option<&Prompt> {
        self.prompts.get(name)?.get(&version)
    }

    fn production(&self, name: &PromptName) -> Option<u32> {
        self.production.get(name).copied()
    }

    fn labelled(&self, name: &PromptName, label: &str) -> Option<u32> {
        match label {
            "production" => self.production(name),
            "latest" => self.prompts.get(name)?.keys().next_back().copied(),
            _ => self.labels.get(&(name.clone(), label.to_owned())).copied(),
        }
    }

    fn experiment(&self, name: &PromptName) -> Option<&Experiment> {
        self.experiments.get(name)
    }

    fn all(&self) -> Vec<&Prompt> {
        self.prompts.values().flat_map(BTreeMap::values).collect()
    }
}
