//! What layers are composed from.
//!
//! Owns the material of a call, and what the texts of prompts and headers see of it. It must never render.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value as Json;

use crate::agent::input::TurnInput;
use crate::check::compiled::Compiled;
use crate::text::origin::{Rendered, SourceId};
use crate::text::template::{Scope, Value};
use crate::turn::compose::words;
use crate::turn::contract::Contract;
use crate::turn::gate::position::Position;
use crate::turn::gather::Gathered;
use crate::turn::options::Round;
use crate::turn::origins::{CONFIG, ENGINE};
use crate::turn::scope::NOWHERE;
use crate::turn::select::choice::Selected;

/// What composing needs.
pub(crate) struct Material<'a> {
    pub agent: &'a Compiled,
    pub selected: &'a Selected<'a>,
    pub gathered: &'a Gathered,
    pub input: &'a TurnInput,
    pub config: &'a Json,
    pub position: &'a Position,
    pub contract: &'a Arc<Contract>,
    pub rules: &'a Arc<words::Rules>,
    pub rounds: &'a [Round],
}

/// What the text of a prompt sees: what it declares, the configuration, the time.
pub(crate) struct BodyScope<'a> {
    pub(crate) material: &'a Material<'a>,
    pub(crate) limited: &'a BTreeMap<String, Rendered>,
    /// The source of slots, in the texts of a step.
    pub(crate) slots: Option<SourceId>,
}

impl Scope for BodyScope<'_> {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        match name {
            "config" => Some(Value::json(self.material.config, CONFIG, true)),
            "now" => Some(Value::text(self.material.input.now.as_ref()?, ENGINE, true)),
            "slots" => Some(Value::json(&self.material.position.printed, self.slots?, false)),
            key => {
                let got = self.material.gathered.values.get(key)?;
                let value = Value::json(&got.value, got.source, got.trusted);
                let display = self.limited.get(key).or(got.display.as_ref());
                Some(match display {
                    Some(display) => value.with_display(display),
                    None => value,
                })
            }
        }
    }
}

/// What a header sees.
pub(crate) struct ConfigScope<'a>(pub(crate) &'a Json);

impl Scope for ConfigScope<'_> {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        (name == "config").then(|| Value::json(self.0, NOWHERE, true))
    }
}
