//! Which items of a list stay where some must go.
//!
//! Owns the `rank` of a context key and the choice by it. The items that stay keep their order; it
//! must never move one, nor choose differently for more items than for fewer.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use serde_json::Value as Json;

use crate::agent::context::ContextKey;
use crate::check::compiled::Key;
use crate::check::reader;
use crate::diagnostic::Diagnostic;
use crate::text::template::{Limits, Scope};
use crate::turn::scope::{NOWHERE, With};

/// The rank of every item, or none where the key does not rank.
///
/// # Errors
/// An item that cannot be ranked, or whose rank is not a number.
pub(crate) fn ranks(
    items: &[Json],
    key: &ContextKey,
    program: &Key,
    view: &dyn Scope,
) -> Result<Option<Vec<f64>>, Diagnostic> {
    let Some(rank) = &program.rank else {
        return Ok(None);
    };
    let mut ranks = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        let extra = [("item", item)];
        let scope = With { base: view, extra: &extra };
        let value = rank.eval(&scope, NOWHERE, &Limits::DEFAULT);
        let value = value.map_err(|problem| reader::finding(&problem))?.to_json();
        let number = value.as_ref().and_then(Json::as_f64).ok_or_else(|| {
            let message = format!("the rank of item {} of `{}` is not a number", at + 1, key.name);
            let help = "Rank by a number that every item has, or add `| default(0)`.";
            Diagnostic::error("context.rank", message).help(help)
        })?;
        ranks.push(number);
    }
    Ok(Some(ranks))
}

/// The places of the `most` items that stay, of `count`: those of the highest rank, of equal ones the
/// first; without ranks the first. What stays of fewer items stays of more. `O(n log n)`.
pub(crate) fn kept(ranks: Option<&[f64]>, count: usize, most: usize) -> BTreeSet<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    if let Some(ranks) = ranks {
        let of = |place: &usize| ranks.get(*place).copied().unwrap_or(f64::NEG_INFINITY);
        // The sort is stable: of equal ranks the first comes first.
        places.sort_by(|a, b| of(b).partial_cmp(&of(a)).unwrap_or(Ordering::Equal));
    }
    places.into_iter().take(most).collect()
}

/// Takes all items away that do not stay, with their ranks.
pub(crate) fn keep(items: &mut Vec<Json>, ranks: &mut Option<Vec<f64>>, most: usize) {
    let kept = kept(ranks.as_deref(), items.len(), most);
    retain(items, &kept);
    if let Some(ranks) = ranks {
        retain(ranks, &kept);
    }
}

fn retain<T>(list: &mut Vec<T>, kept: &BTreeSet<usize>) {
    let mut place = 0;
    list.retain(|_| {
        place += 1;
        kept.contains(&(place - 1))
    });
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    proptest! {
        #[test]
        fn the_highest_ranks_stay_in_their_order(
            ranks in prop::collection::vec(-3i32..4, 0..24),
            most in 0usize..26,
        ) {
            let ranks: Vec<f64> = ranks.into_iter().map(f64::from).collect();
            let mut items: Vec<Json> = (0..ranks.len()).map(|at| json!(at)).collect();
            let mut left = Some(ranks.clone());
            keep(&mut items, &mut left, most);
            prop_assert_eq!(items.len(), most.min(ranks.len()));
            let places: Vec<usize> =
                items.iter().filter_map(Json::as_u64).map(|at| at as usize).collect();
            prop_assert!(places.is_sorted());
            prop_assert_eq!(left, Some(places.iter().map(|at| ranks[*at]).collect()));
            for gone in (0..ranks.len()).filter(|at| !places.contains(at)) {
                for stays in &places {
                    prop_assert!(
                        ranks[*stays] > ranks[gone] || (ranks[*stays] == ranks[gone] && *stays < gone)
                    );
                }
            }
            let more = kept(Some(&ranks), ranks.len(), most + 1);
            prop_assert!(places.iter().all(|at| more.contains(at)));
        }

        #[test]
        fn without_ranks_the_first_stay(count in 0usize..20, most in 0usize..22) {
            let expected: BTreeSet<usize> = (0..count.min(most)).collect();
            prop_assert_eq!(kept(None, count, most), expected);
        }
    }
}
