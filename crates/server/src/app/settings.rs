//! What a workspace sets of an agent's `config`.
//!
//! Owns the overrides: each is laid over a constant that the agent declares, and the agent must be whole with
//! them. It must never add a constant.

use std::collections::BTreeSet;

use proem::diagnostic::suggestion;
use proem_store::workspace::{self, Config};
use serde_json::{Map, Value as Json};

use crate::app::App;
use crate::app::access::{Scope, Who};
use crate::app::agents::there;
use crate::app::decision::decide;
use crate::app::fault::{Fault, Mistake};
use crate::app::load::{self, Stored};

/// What is set, and over what.
#[derive(Debug)]
pub(crate) struct Settings {
    /// The overrides.
    pub set: Config,
    /// What the agent declares; none where no version of it is active, or it cannot be read.
    pub declared: Option<Map<String, Json>>,
}

/// What is set of an agent's constants.
///
/// # Errors
/// [`Fault::Missing`].
pub(crate) async fn get(app: &App, who: &Who, agent: &str) -> Result<Settings, Fault> {
    who.may(Scope::Read)?;
    let input = (who.workspace.clone(), agent.to_owned());
    let read = app.store.read(input, |tx, (of, agent)| {
        Box::pin(async move {
            there(tx, of, agent).await?;
            let stored = load::within(tx, of, agent, &BTreeSet::new()).await?;
            Ok((workspace::config(tx, of, agent).await?, stored))
        })
    });
    let (set, stored) = read.await?;
    let made = stored.and_then(|stored| load::made(&stored.files, &stored.prompts).ok());
    Ok(Settings { set, declared: made.map(|made| made.compiled.agent.config) })
}

/// Replaces what is set of an agent's constants.
///
/// # Errors
/// [`Fault::Missing`]; everything that is wrong with the values; [`Fault::Conflict`].
pub(crate) async fn set(
    app: &App,
    who: &Who,
    agent: &str,
    config: Map<String, Json>,
    expected: Option<u32>,
    note: &str,
) -> Result<Settings, Fault> {
    who.may(Scope::Edit)?;
    let set = decide(
        app,
        who,
        agent,
        (who.by(app, note), agent.to_owned(), config.clone(), expected),
        |tx, (by, agent, _, _)| Box::pin(there(tx, &by.workspace, agent)),
        |stored, ()| fits(stored, &config),
        |tx, (by, agent, config, expected)| {
            Box::pin(workspace::set_config(tx, by, agent, config, *expected))
        },
    )
    .await?;
    let serving = app.live.get(&who.workspace, agent);
    Ok(Settings { set, declared: serving.map(|serving| serving.compiled.agent.config.clone()) })
}

fn fits(stored: Option<&Stored>, config: &Map<String, Json>) -> Result<(), Fault> {
    let Some(stored) = stored else {
        let why = "no version of the agent is active".to_owned();
        return Err(Fault::Refused { code: "agent.inactive", why });
    };
    let Stored { files, prompts, .. } = stored;
    let made = load::made(files, prompts).map_err(|findings| Fault::findings(&findings))?;
    let declared = &made.compiled.agent.config;
    let mistakes: Vec<_> =
        config.iter().filter_map(|(key, value)| mistake(declared, key, value)).collect();
    if !mistakes.is_empty() {
        return Err(Fault::Invalid(mistakes));
    }
    load::made_over(files, prompts, config).map(drop).map_err(|findings| Fault::findings(&findings))
}

fn mistake(declared: &Map<String, Json>, key: &str, value: &Json) -> Option<Mistake> {
    let pointer = format!("/config/{}", key.replace('~', "~0").replace('/', "~1"));
    let Some(own) = declared.get(key) else {
        let help = suggestion(key, declared.keys().map(String::as_str)).unwrap_or_default();
        let detail = format!("the agent declares no `{key}` under `config`");
        return Some(Mistake::at(pointer, "config.unknown", detail).help(help));
    };
    (kind(own) != kind(value) && !own.is_null()).then(|| {
        let detail = format!("`{key}` is {} and cannot become {}", kind(own), kind(value));
        Mistake::at(pointer, "config.type", detail)
    })
}

fn kind(value: &Json) -> &'static str {
    match value {
        Json::Null => "nothing",
        Json::Bool(_) => "true or false",
        Json::Number(_) => "a number",
        Json::String(_) => "a text",
        Json::Array(_) => "a list",
        Json::Object(_) => "an object",
    }
}
