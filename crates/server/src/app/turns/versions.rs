//! With which versions a turn began.
//!
//! Owns that a turn that has waited for results goes on with the very versions that it began with, also on
//! another node and after newer ones have become active. It must never choose a version.

use std::collections::BTreeMap;
use std::sync::Arc;

use proem::agent::input::TurnInput;
use proem::agent::name::PromptName;
use proem_store::line::Line;
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::app::fault::Fault;
use crate::app::load;
use crate::catalog::live::Serving;

/// The versions that a turn has to do with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Versions {
    /// The version of the agent.
    pub agent: u32,
    /// The versions of its prompts that serve where nothing else is asked for.
    pub prompts: BTreeMap<String, u32>,
    /// Those that carry the label that the turn asked for.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub labelled: BTreeMap<String, u32>,
}

impl Versions {
    /// Those of a turn that is under way. What it has sent already is sent again, whichever way it was chosen.
    pub(super) fn of(serving: &Serving, input: &TurnInput, sent: &BTreeMap<String, u32>) -> Self {
        let mut versions = Self { agent: serving.version, ..Self::default() };
        for name in serving.ids.keys().map(|(line, _)| line.name()) {
            let Ok(parsed) = PromptName::parse(&name) else { continue };
            let catalog = &serving.compiled.catalog;
            let label = input.label.as_deref();
            if let Some(version) = label.and_then(|label| catalog.labelled(&parsed, label)) {
                versions.labelled.insert(name.clone(), version);
            }
            if let Some(version) = catalog.production(&parsed) {
                versions.prompts.insert(name, version);
            }
        }
        let stored = sent.iter().filter(|(_, version)| **version > 0);
        versions.prompts.extend(stored.map(|(name, version)| (name.clone(), *version)));
        versions
    }

    /// What serves the rest of the turn.
    ///
    /// # Errors
    /// [`Fault::Refused`] where one of the versions is gone.
    pub(super) async fn serving(
        &self,
        app: &App,
        of: &str,
        agent: &str,
        input: &TurnInput,
    ) -> Result<Arc<Serving>, Fault> {
        // A folder that is served as it is has no versions to come back to.
        if let Some(serving) = app.live.get(of, agent).filter(|_| self.agent == 0) {
            return Ok(serving);
        }
        let line = |(name, version): (&String, &u32)| (Line::prompt(agent, name), *version);
        let wanted = load::Wanted {
            agent: self.agent,
            active: self.prompts.iter().map(line).collect(),
            label: input.label.clone(),
            labelled: self.labelled.iter().map(line).collect(),
            pinned: input.pins.iter().map(line).collect(),
        };
        load::at(app, of, agent, wanted).await.map(Arc::new)
    }
}
