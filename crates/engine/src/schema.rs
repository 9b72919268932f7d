//! The published JSON Schemas of the formats.
//!
//! Owns the list of what is published. The schemas of what is read or printed are derived from the types, each for
//! its own direction: what may be left out when it is printed is another thing than what may be left out when it is
//! read. Those of `agent.yaml`, of prompts, steps and roles, which are read with their places, are written in
//! `schemas/*.json` and a test holds them against the reader.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::Value as Json;

use crate::agent::case::CaseFile;
use crate::agent::input::TurnInput;
use crate::diagnostic::Diagnostic;
use crate::turn::account::manifest::Manifest;

/// The formats that are published, by name.
pub const NAMES: [&str; 8] =
    ["agent", "prompt", "step", "role", "case", "turn", "manifest", "finding"];

/// The schema of a format.
#[must_use]
pub fn schema(name: &str) -> Option<Json> {
    let schema = match name {
        "agent" => return serde_json::from_str(include_str!("schemas/agent.json")).ok(),
        "prompt" => return serde_json::from_str(include_str!("schemas/prompt.json")).ok(),
        "role" => return serde_json::from_str(include_str!("schemas/role.json")).ok(),
        "step" => return serde_json::from_str(include_str!("schemas/step.json")).ok(),
        "case" => schemars::schema_for!(CaseFile),
        "turn" => schemars::schema_for!(TurnInput),
        "manifest" => told::<Manifest>(),
        "finding" => told::<Diagnostic>(),
        _ => return None,
    };
    Some(schema.to_value())
}

/// The schema of what is printed.
fn told<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::default().for_serialize();
    settings.into_generator().into_root_schema_for::<T>()
}
