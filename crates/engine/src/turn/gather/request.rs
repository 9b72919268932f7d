//! What a turn needs from outside.
//!
//! Owns the requests that `gather` returns to the host: pages and searches in memory. It must never
//! wait for an answer.

use schemars::JsonSchema;
use serde::Serialize;

use crate::agent::context::{ContextKey, KeySource};
use crate::check::compiled::Compiled;
use crate::check::reader;
use crate::diagnostic::Diagnostic;
use crate::text::template::{Limits, Scope};
use crate::turn::scope::NOWHERE;
use crate::turn::select::choice::Selected;

/// What the host is asked to fetch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase", tag = "kind")]
pub enum Request {
    /// A page.
    Http {
        /// The key that it is for.
        key: String,
        /// The address.
        url: String,
        /// How long to wait, in milliseconds.
        timeout_ms: u32,
    },
    /// A search in memory.
    Memory {
        /// The key that it is for.
        key: String,
        /// What to search for.
        query: String,
        /// How many entries at most.
        limit: Option<u32>,
    },
}

impl Request {
    /// The key that it is for.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Http { key, .. } | Self::Memory { key, .. } => key,
        }
    }
}

/// What the host must fetch for the selected prompts. A key that it does not deliver has its default.
///
/// # Errors
/// Addresses and queries that could not be written.
pub(crate) fn requests(
    agent: &Compiled,
    selected: &Selected<'_>,
    view: &dyn Scope,
) -> Result<Vec<Request>, Vec<Diagnostic>> {
    let mut requests = Vec::new();
    let mut findings = Vec::new();
    for key in selected.declared(agent).filter(|key| !selected.withholds(agent, key)) {
        let Some(program) = agent.keys.get(&key.name) else {
            continue;
        };
        let written = match (&program.url, &program.query) {
            (Some(url), _) => url.render(view, NOWHERE, &Limits::DEFAULT).map(|url| {
                Request::Http { key: key.name.clone(), url: url.text, timeout_ms: timeout(key) }
            }),
            (None, Some(query)) => query.render(view, NOWHERE, &Limits::DEFAULT).map(|query| {
                Request::Memory { key: key.name.clone(), query: query.text, limit: key.limit }
            }),
            (None, None) => continue,
        };
        match written {
            Ok(request) => requests.push(request),
            // A search for a message that is not there asks for nothing.
            Err(problem) if problem.code == "template.undefined" && program.query.is_some() => {}
            Err(problem) => findings.push(reader::finding(&problem).at(&key.span)),
        }
    }
    if findings.is_empty() { Ok(requests) } else { Err(findings) }
}

fn timeout(key: &ContextKey) -> u32 {
    match key.source {
        KeySource::Http { timeout_ms, .. } => timeout_ms,
        KeySource::Expression(_) => 0,
    }
}
