//! Lines of versions.
//!
//! Owns what versions are counted within (a prompt of an agent, an agent, a role) and their numbers:
//! 1, 2, 3, …, without gaps, and none given twice. It must never know what a version contains.

use serde::Serialize;

use crate::error::{Error, Result};
use crate::tx::Tx;
use crate::value::Param;

/// What a line is a line of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A prompt of an agent.
    Prompt,
    /// An agent.
    Agent,
    /// A role.
    Role,
}

impl Kind {
    /// Its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Prompt => "prompt",
            Self::Agent => "agent",
            Self::Role => "role",
        }
    }
}

/// What versions are counted within.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Line {
    /// What it is a line of.
    pub kind: Kind,
    /// The agent; for a role, its id.
    pub agent: String,
    /// The type of the prompt; empty for an agent and a role.
    pub prompt_type: String,
    /// The phase of the prompt, where its type has phases.
    pub phase: Option<String>,
}

impl Line {
    /// The versions of an agent.
    pub fn agent(agent: impl Into<String>) -> Self {
        Self { kind: Kind::Agent, agent: agent.into(), prompt_type: String::new(), phase: None }
    }

    /// The versions of a role.
    pub fn role(id: impl Into<String>) -> Self {
        Self { kind: Kind::Role, agent: id.into(), prompt_type: String::new(), phase: None }
    }

    /// The versions of a prompt, `type/phase` or `type`.
    pub fn prompt(agent: impl Into<String>, name: &str) -> Self {
        let (prompt_type, phase) = match name.split_once('/') {
            Some((prompt_type, phase)) => (prompt_type, Some(phase.to_owned())),
            None => (name, None),
        };
        Self { kind: Kind::Prompt, agent: agent.into(), prompt_type: prompt_type.to_owned(), phase }
    }

    /// The name of the prompt: `type/phase` or `type`.
    #[must_use]
    pub fn name(&self) -> String {
        match &self.phase {
            Some(phase) => format!("{}/{phase}", self.prompt_type),
            None => self.prompt_type.clone(),
        }
    }

    /// How the record calls it: `support/policy/crisis`.
    #[must_use]
    pub fn subject(&self) -> String {
        match self.kind {
            Kind::Prompt => format!("{}/{}", self.agent, self.name()),
            Kind::Agent | Kind::Role => self.agent.clone(),
        }
    }

    /// The parameters `$1` to `$5` of the statements about a line.
    pub(crate) fn params<'a>(&'a self, workspace: &'a str) -> [Param<'a>; 5] {
        [
            workspace.into(),
            self.kind.word().into(),
            (&self.agent).into(),
            (&self.prompt_type).into(),
            self.phase.as_deref().unwrap_or_default().into(),
        ]
    }

    /// The error that this line, or this version of it, does not exist.
    pub(crate) fn missing(&self, version: Option<u32>) -> Error {
        let subject = self.subject();
        let id = version.map_or_else(|| subject.clone(), |version| format!("{subject}@{version}"));
        Error::not_found(self.kind.word(), id)
    }
}

/// What statements about a line ask for; behind it come the parameters from `$6` on.
pub(crate) const OF_LINE: &str =
    "workspace = $1 AND kind = $2 AND agent = $3 AND prompt_type = $4 AND phase = $5";

/// Takes the next number of a line. Epochs keep others waiting, so that there is no gap.
///
/// # Errors
///
/// [`Error::Conflict`] where `expected` is not the last number.
pub(crate) async fn next(
    tx: &mut Tx,
    workspace: &str,
    line: &Line,
    expected: Option<u32>,
) -> Result<u32> {
    let sql = "INSERT INTO heads (workspace, kind, agent, prompt_type, phase, version) \
               VALUES ($1, $2, $3, $4, $5, 1) \
               ON CONFLICT (workspace, kind, agent, prompt_type, phase) \
               DO UPDATE SET version = heads.version + 1 RETURNING version";
    let row = tx.row(sql, &line.params(workspace)).await?;
    let next = row.ok_or_else(|| Error::Failed("no number was given".to_owned()))?.count()?;
    let current = next.saturating_sub(1);
    match expected {
        Some(expected) if expected != current => Err(Error::Conflict { current }),
        _ => Ok(next),
    }
}
