//! What differs between two versions of a prompt, and what drafts would move.
//!
//! Owns the comparison of texts, and of what each makes of the agent's cases. It must never store
//! anything, and never judge which version is better.

use std::collections::BTreeSet;
use std::sync::Arc;

use proem::diagnostic::Diagnostic;
use proem::survey::diff::{Diff, Side, diff};
use proem_store::prompt::{self, Prompt};
use similar::TextDiff;

use crate::app::App;
use crate::app::access::{Scope, Who};
use crate::app::agents::Texts;
use crate::app::bundle::drafted;
use crate::app::fault::Fault;
use crate::app::load::{self, Made, Stored};
use crate::app::prompts::with;
use crate::app::survey::{serving, walk};

/// Two versions of a prompt, and what differs.
#[derive(Debug)]
pub(crate) struct Difference {
    /// The first version.
    pub from: Prompt,
    /// The second version.
    pub to: Prompt,
    /// The difference of their files in unified form; empty where they are equal.
    pub text: String,
    /// What differs in the agent as it is active, with the one version and with the other; none where that
    /// cannot be told.
    pub rendered: Option<Diff>,
    /// Why it cannot be told: what is wrong with the agent with the first version, and with the second.
    pub broken: (Vec<Diagnostic>, Vec<Diagnostic>),
}

/// Compares two versions of a prompt by their ids; with `cells` also over all states of the agent.
///
/// # Errors
/// [`Fault::Missing`]; [`Fault::Invalid`] for versions of different prompts.
pub(crate) async fn of(
    app: &App,
    who: &Who,
    from: &str,
    to: &str,
    cells: bool,
) -> Result<Difference, Fault> {
    who.may(Scope::Read)?;
    let input = (who.workspace.clone(), from.to_owned(), to.to_owned());
    let (from, to, stored) = app
        .store
        .read(input, |tx, (of, from, to)| {
            Box::pin(async move {
                let from = prompt::get(tx, of, from).await?;
                let to = prompt::get(tx, of, to).await?;
                let stored = load::within(tx, of, &to.agent, &BTreeSet::new()).await?;
                Ok((from, to, stored))
            })
        })
        .await?;
    if from.line() != to.line() {
        let (one, other) = (from.line().subject(), to.line().subject());
        let detail = format!("these are versions of different prompts, {one} and {other}");
        return Err(Fault::mistake("?to", "diff.prompts", detail));
    }
    let text = unified(&from, &to);
    let pair = Arc::new((from, to));
    let (rendered, broken) = match stored {
        None => (None, (Vec::new(), Vec::new())),
        Some(stored) => {
            let pair = Arc::clone(&pair);
            walk(app, move || rendered(&stored, &pair, cells)).await??
        }
    };
    let (from, to) = Arc::unwrap_or_clone(pair);
    Ok(Difference { from, to, text, rendered, broken })
}

/// What drafts would move in an agent as it is served: in the turns of its cases, and with `cells` in all its
/// states. Nothing is stored.
///
/// # Errors
/// [`Fault::Missing`]; [`Fault::Invalid`] where the agent would be broken with them.
pub(crate) async fn of_drafts(
    app: &App,
    who: &Who,
    agent: &str,
    drafts: Texts,
    cells: bool,
) -> Result<Diff, Fault> {
    who.may(Scope::Edit)?;
    let now = serving(app, who, agent)?;
    let (files, prompts) = drafted(app, who, agent, drafts).await?;
    walk(app, move || {
        let then = load::made(&files, &prompts).map_err(|findings| Fault::findings(&findings))?;
        let now = Side { agent: &now.compiled, cases: &now.cases };
        let found = diff(now, side(&then), cells, &proem::provider::find, &mut |_| {});
        found.map_err(|findings| Fault::findings(&findings))
    })
    .await?
}

fn unified(from: &Prompt, to: &Prompt) -> String {
    let name = |prompt: &Prompt| format!("{}@{}", prompt.name, prompt.version);
    let text = TextDiff::from_lines(&from.source, &to.source);
    text.unified_diff().header(&name(from), &name(to)).to_string()
}

type Rendered = (Option<Diff>, (Vec<Diagnostic>, Vec<Diagnostic>));

fn rendered(
    stored: &Stored,
    (from, to): &(Prompt, Prompt),
    cells: bool,
) -> Result<Rendered, Fault> {
    let made = |version: &Prompt| load::made(&stored.files, &with(stored, version));
    match (made(from), made(to)) {
        (Ok(one), Ok(other)) => {
            let (one, other) = (side(&one), side(&other));
            let found = diff(one, other, cells, &proem::provider::find, &mut |_| {});
            let found = found.map_err(|findings| Fault::findings(&findings))?;
            Ok((Some(found), (Vec::new(), Vec::new())))
        }
        (one, other) => {
            let wrong = |made: Result<Made, Vec<Diagnostic>>| made.err().unwrap_or_default();
            Ok((None, (wrong(one), wrong(other))))
        }
    }
}

fn side(made: &Made) -> Side<'_> {
    Side { agent: &made.compiled, cases: &made.cases }
}
