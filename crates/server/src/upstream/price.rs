//! What answers cost.
//!
//! Owns the operator's price list and the arithmetic: the cost of a call, and whose share of it each layer
//! is. It must never guess a price.

use std::collections::BTreeMap;

use proem::turn::account::manifest::Manifest;
use proem::turn::format::reply::Usage;
use serde::{Deserialize, Serialize};

/// The prices of a model, each for a million tokens, in the operator's unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Price {
    /// Of the prompt.
    pub input: f64,
    /// Of what the provider has in its cache; left out, that costs what `input` does.
    pub cached: Option<f64>,
    /// Of what the provider writes to its cache; left out, that costs what `input` does.
    pub written: Option<f64>,
    /// Of the answer, with what was thought before it.
    pub output: f64,
}

/// What a call cost.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Cost {
    /// All of it.
    pub total: f64,
    /// The answer's share.
    pub answer: f64,
    /// The share of each layer that was sent.
    pub layers: BTreeMap<String, f64>,
    /// The share of what belongs to no layer: the overhead of messages, tools and schemas.
    pub overhead: f64,
}

/// The price of a model. A name stands also for its dated forms: `gpt-5.4` for `gpt-5.4-2026-03-05`, but not
/// for `gpt-5.4-mini`.
pub(crate) fn price<'p>(prices: &'p BTreeMap<String, Price>, model: &str) -> Option<&'p Price> {
    let dated = |name: &str| {
        let date = model.strip_prefix(name)?.strip_prefix(['-', '@'])?;
        (date.len() >= 4 && date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'))
            .then_some(())
    };
    let own = prices.get(model);
    own.or_else(|| prices.iter().find_map(|(name, price)| dated(name).map(|()| price)))
}

/// What a call cost, spread over the layers of its manifest.
pub(crate) fn cost(price: &Price, usage: &Usage, manifest: &Manifest) -> Cost {
    let (prompt, answer) = parts(price, usage);
    let tokens = |layer: &proem::turn::account::manifest::LayerEntry| layer.tokens.unwrap_or(0);
    let sent: Vec<_> = manifest.layers.iter().filter(|layer| tokens(layer) > 0).collect();
    let text: u32 = sent.iter().map(|layer| tokens(layer)).sum();
    let mut weights: Vec<u32> = sent.iter().map(|layer| tokens(layer)).collect();
    weights.push(manifest.tokens.total.saturating_sub(text));
    let mut shares = spread(prompt, &weights);
    let overhead = shares.pop().unwrap_or(0.0);
    let ids = sent.iter().map(|layer| layer.id.clone());
    Cost { total: prompt + answer, answer, layers: ids.zip(shares).collect(), overhead }
}

/// What the prompt cost, and what the answer.
fn parts(price: &Price, usage: &Usage) -> (f64, f64) {
    let fresh = usage.input.saturating_sub(usage.cached).saturating_sub(usage.written);
    let cost = |tokens: u64, price: f64| tokens as f64 * price / 1_000_000.0;
    let prompt = cost(fresh, price.input)
        + cost(usage.cached, price.cached.unwrap_or(price.input))
        + cost(usage.written, price.written.unwrap_or(price.input));
    (prompt, cost(usage.output, price.output))
}

/// A cost, shared out by weight.
fn spread(cost: f64, weights: &[u32]) -> Vec<f64> {
    let all: f64 = weights.iter().map(|weight| f64::from(*weight)).sum();
    let share = |weight: &u32| if all > 0.0 { cost * f64::from(*weight) / all } else { 0.0 };
    weights.iter().map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_costs_what_its_tokens_cost() {
        let price = Price { input: 2.0, cached: Some(0.5), written: Some(2.5), output: 8.0 };
        let usage = Usage {
            input: 1_000_000,
            cached: 400_000,
            written: 200_000,
            output: 50_000,
            thought: 9,
        };
        // 400,000 fresh, 400,000 cached, 200,000 written.
        assert_eq!(parts(&price, &usage), (0.8 + 0.2 + 0.5, 0.4));
        let plain = Price { cached: None, written: None, ..price };
        assert_eq!(parts(&plain, &usage), (0.8 + 0.8 + 0.4, 0.4));
        // A provider that counts what was cached beside the prompt is not paid for it.
        let odd = Usage { input: 10, cached: 20, ..Usage::default() };
        assert_eq!(parts(&price, &odd).0, 0.000_01);
    }

    #[test]
    fn layers_bear_the_prompt_by_their_tokens() {
        assert_eq!(spread(1.0, &[300, 100, 0]), [0.75, 0.25, 0.0]);
        assert_eq!(spread(1.0, &[0, 0]), [0.0, 0.0]);
        assert_eq!(spread(1.0, &[]), [0.0; 0]);
        let shares = spread(0.037, &[812, 77, 2_400, 5]);
        assert!((shares.iter().sum::<f64>() - 0.037).abs() < 1e-12, "{shares:?}");
    }

    #[test]
    fn a_name_stands_for_its_dates_and_for_nothing_else() {
        let of = |input| Price { input, cached: None, written: None, output: 0.0 };
        let prices = [("gpt-5.4", 1.0), ("gpt-5.4-2026-03-05", 2.0), ("claude-x", 3.0)];
        let prices = prices.map(|(name, input)| (name.to_owned(), of(input)));
        let prices = BTreeMap::from(prices);
        let input = |model| price(&prices, model).map(|price| price.input);
        assert_eq!(input("gpt-5.4"), Some(1.0));
        assert_eq!(input("gpt-5.4-2026-03-05"), Some(2.0));
        assert_eq!(input("gpt-5.4-2025-12-01"), Some(1.0));
        assert_eq!(input("claude-x@20260101"), Some(3.0));
        for other in ["gpt-5.4-mini", "gpt-5.4-mini-2026-03-05", "gpt-5", "gpt-5.4-", "claude-x-1"]
        {
            assert_eq!(input(other), None, "{other}");
        }
    }
}
