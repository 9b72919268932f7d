//! Where a conversation stands in its flow.
//!
//! Owns the state keys that belong to the engine: `step`, `stage`, `slots`, `ladder`, `held`: their
//! shapes, their defaults, and what a caller may hand back. It must never move a conversation: that is
//! for `advance`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};

use crate::agent::name::RESERVED_STATE;
use crate::agent::state::State;
use crate::agent::step::END;
use crate::agent::step::policy::Intent;
use crate::check::compiled::Compiled;
use crate::diagnostic::{Diagnostic, suggestion};

/// What stands for a slot that was skipped, wherever it is printed.
pub(crate) const SKIPPED: &str = "undefined";

/// How often the current step has failed, and what was said.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Ladder {
    /// Answers without what the step asks for, since it was entered.
    pub failed: u32,
    /// The script that was said last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub script: Option<String>,
    /// How many messages in a row led away from the step, by what they did.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub asides: BTreeMap<Intent, u32>,
    /// How many texts of each script were said.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub said: BTreeMap<String, u32>,
}

/// What is known of a slot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Known<'a> {
    /// Nothing yet.
    Missing,
    /// That it will not be given.
    Skipped,
    /// Its value.
    Valid(&'a Json),
}

/// The position as texts show it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Position {
    /// The stage.
    pub stage: Option<String>,
    /// The slots: null for one that was skipped.
    pub slots: Map<String, Json>,
    /// The slots as texts print them.
    pub printed: Json,
    /// The ladder.
    pub ladder: Ladder,
}

impl Position {
    /// The position of a state.
    pub(crate) fn of(state: &State) -> Self {
        let slots = state.get("slots").and_then(Json::as_object).cloned().unwrap_or_default();
        let printed = slots.iter().map(|(name, value)| {
            let printed = if value.is_null() { json!(SKIPPED) } else { value.clone() };
            (name.clone(), printed)
        });
        let ladder = state.get("ladder").cloned();
        Self {
            stage: state.get("stage").and_then(Json::as_str).map(str::to_owned),
            printed: Json::Object(printed.collect()),
            ladder: ladder.and_then(|json| serde_json::from_value(json).ok()).unwrap_or_default(),
            slots,
        }
    }

    /// What is known of a slot.
    pub(crate) fn slot(&self, name: &str) -> Known<'_> {
        match self.slots.get(name) {
            None => Known::Missing,
            Some(Json::Null) => Known::Skipped,
            Some(value) => Known::Valid(value),
        }
    }
}

/// Writes the position into a state at the turn's start: what was given, and defaults. Gives everything
/// that is wrong with what was given.
pub(crate) fn settle(
    agent: &Compiled,
    given: &Map<String, Json>,
    state: &mut State,
) -> Vec<Diagnostic> {
    let of = |key: &str| given.get(key).filter(|value| !value.is_null());
    let mut findings = Vec::new();
    let Some(flow) = &agent.agent.flow else {
        for key in RESERVED_STATE.iter().filter(|key| of(key).is_some()) {
            let message = format!("`{key}` is the position in a flow, and the agent has none");
            let help = "Leave it out, or declare a `flow` in agent.yaml.";
            findings.push(wrong("state.unknown-key", key, message, help));
        }
        return findings;
    };
    let start = flow.start.as_ref().map(|start| start.value.clone());
    let step = match of("step") {
        None => start.unwrap_or_default(),
        Some(Json::String(name)) if name == END || agent.step(name).is_some() => name.clone(),
        Some(other) => {
            let name = other.as_str().map_or_else(|| other.to_string(), str::to_owned);
            let known: Vec<&str> = agent.steps().iter().map(|(name, ..)| *name).collect();
            let help = suggestion(&name, known).unwrap_or_default();
            findings.push(wrong(
                "step.unknown",
                "step",
                format!("there is no step `{name}`"),
                &help,
            ));
            name
        }
    };
    let stage =
        agent.step(&step).map(|(_, step)| step.stage.as_ref().map(|text| text.value.as_str()));
    let stage = match (stage, of("stage")) {
        // Where the flow has ended, the last stage stays.
        (None, given) => given.cloned(),
        (Some(own), Some(given)) if given.as_str() != own => {
            let message = format!("the step `{step}` is not in the stage {given}");
            findings.push(wrong(
                "step.stage",
                "stage",
                message,
                "Leave it out: it follows the step.",
            ));
            None
        }
        (Some(own), _) => own.map(|stage| json!(stage)),
    };
    let known = &agent.slots;
    let slots = object(of("slots"), "slots", &mut findings);
    for name in slots.keys().filter(|name| !known.contains(name.as_str())) {
        let help = suggestion(name, known.iter().map(String::as_str))
            .unwrap_or_else(|| "No step declares a slot.".to_owned());
        let place = format!("slots/{}", name.replace('~', "~0").replace('/', "~1"));
        let message = format!("no step declares the slot `{name}`");
        findings.push(wrong("step.unknown-slot", &place, message, &help));
    }
    let ladder = of("ladder").cloned().map_or(Ok(Ladder::default()), serde_json::from_value);
    let ladder = ladder.unwrap_or_else(|error| {
        let help = "Hand it back as you got it: {failed: 1, script: name, said: {name: 1}}.";
        let message = format!("`ladder` is not what the engine keeps there: {error}");
        findings.push(wrong("state.schema", "ladder", message, help));
        Ladder::default()
    });
    let held = object(of("held"), "held", &mut findings);
    for key in RESERVED_STATE {
        state.remove(key);
    }
    state.insert("step".to_owned(), json!(step));
    state.extend(stage.map(|stage| ("stage".to_owned(), stage)));
    state.insert("slots".to_owned(), Json::Object(slots));
    state.insert("ladder".to_owned(), json!(ladder));
    state.insert("held".to_owned(), Json::Object(held));
    findings
}

fn object(given: Option<&Json>, key: &str, findings: &mut Vec<Diagnostic>) -> Map<String, Json> {
    match given {
        None => Map::new(),
        Some(Json::Object(map)) => map.clone(),
        Some(_) => {
            let message = format!("`{key}` is not a mapping");
            let help = "Give values by name; null where one was skipped.";
            findings.push(wrong("state.schema", key, message, help));
            Map::new()
        }
    }
}

fn wrong(code: &'static str, place: &str, message: String, help: &str) -> Diagnostic {
    Diagnostic::error(code, message).pointing(format!("/state/{place}")).help(help)
}
