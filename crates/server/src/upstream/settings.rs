//! What the operator says of models.
//!
//! Owns the form of that file, its defaults and what is wrong with one. It must never hold a key or an
//! address: these are in the environment.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::upstream::breaker::Breaking;
use crate::upstream::price::Price;
use crate::upstream::retry::Retries;

/// What the operator says of models.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Settings {
    /// How long is waited, and how much is taken.
    pub limits: Limits,
    /// How often a model is asked again.
    pub retries: Retries,
    /// When a provider that fails is left alone.
    pub breaker: Breaking,
    /// Who is asked, in this order, when the agent's own model does not answer.
    pub fallbacks: Vec<Fallback>,
    /// What models cost, by their names.
    pub prices: BTreeMap<String, Price>,
}

/// How long is waited, in milliseconds, and how much is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Limits {
    /// For a connection.
    pub connect: u64,
    /// For the first piece of an answer.
    pub first: u64,
    /// For the next piece of an answer.
    pub silence: u64,
    /// For an answer as a whole, asking again included.
    pub whole: u64,
    /// The most bytes of an answer.
    pub bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connect: 10_000, first: 90_000, silence: 90_000, whole: 600_000, bytes: 16 << 20 }
    }
}

/// A model that is asked in place of another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fallback {
    /// Its provider.
    pub provider: String,
    /// The model.
    pub model: String,
}

impl Settings {
    /// Reads the file.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub(crate) fn read(text: &str) -> Result<Self, Vec<String>> {
        let settings: Self = serde_json::from_str(text).map_err(|error| vec![error.to_string()])?;
        let wrong = settings.wrong();
        if wrong.is_empty() { Ok(settings) } else { Err(wrong) }
    }

    fn wrong(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        let Limits { connect, first, silence, whole, bytes } = self.limits;
        let counts = [
            ("limits", "connect", connect),
            ("limits", "first", first),
            ("limits", "silence", silence),
            ("limits", "whole", whole),
            ("limits", "bytes", bytes as u64),
            ("retries", "attempts", self.retries.attempts.into()),
            ("breaker", "failures", self.breaker.failures as u64),
        ];
        let zero = counts.iter().filter(|(_, _, count)| *count == 0);
        wrong.extend(zero.map(|(of, name, _)| format!("{of}.{name}: it must be 1 at least")));
        for (at, fallback) in self.fallbacks.iter().enumerate() {
            if proem::provider::by_name(&fallback.provider).is_none() {
                let known = proem::provider::names().join(", ");
                let name = &fallback.provider;
                wrong.push(format!(
                    "fallbacks[{at}].provider: there is no provider `{name}`; there are {known}"
                ));
            }
            if fallback.model.trim().is_empty() {
                wrong.push(format!("fallbacks[{at}].model: no model is named"));
            }
        }
        for (model, price) in &self.prices {
            let Price { input, cached, written, output } = *price;
            let all = [Some(input), cached, written, Some(output)];
            if all.into_iter().flatten().any(|price| !price.is_finite() || price < 0.0) {
                wrong.push(format!("prices.{model}: a price is a number that is not below 0"));
            }
        }
        wrong
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_file_is_the_defaults() {
        assert_eq!(Settings::read("{}"), Ok(Settings::default()));
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let text = r#"{
            "limits": {"first": 0},
            "retries": {"attempts": 0},
            "fallbacks": [{"provider": "openai", "model": " "}],
            "prices": {"m": {"input": -1, "output": 2}}
        }"#;
        let expected = [
            "limits.first: it must be 1 at least",
            "retries.attempts: it must be 1 at least",
            "fallbacks[0].provider: there is no provider `openai`; there are openai-chat, \
             openai-responses, anthropic, gemini",
            "fallbacks[0].model: no model is named",
            "prices.m: a price is a number that is not below 0",
        ];
        assert_eq!(Settings::read(text).unwrap_err(), expected);
        let unknown = Settings::read(r#"{"limit": {}}"#).unwrap_err();
        assert!(unknown[0].starts_with("unknown field `limit`"), "{unknown:?}");
    }
}
