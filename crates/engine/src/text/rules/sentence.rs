//! A sentence as clauses.
//!
//! Owns how preferences are put together: openers, clauses, what joins them, and what trails. It
//! must never skip a token.

use super::Aspect;
use super::grammar::Grammar;
use super::matching::Matching;

/// The aspect of the first clause, if the whole sentence is `lead* clause tail*`, repeated with
/// `join` between; `before` is that of the sentence before it, which it may go on with.
pub(super) fn aspect(
    grammar: &Grammar,
    tokens: &[String],
    ids: &[Option<u32>],
    capitals: &[String],
    before: Option<Aspect>,
) -> Option<Aspect> {
    let mut matching = Matching::new(grammar, tokens, ids, capitals);
    let count = tokens.len();
    // For every position: may a clause begin here, may one have ended here, and with which first
    // aspect. Every part is at least one token long, so one pass from left to right is enough.
    let mut begins: Vec<Option<Option<Aspect>>> = vec![None; count + 1];
    let mut ended: Vec<Option<Aspect>> = vec![None; count + 1];
    *begins.first_mut()? = Some(None);
    // Behind a preference, a sentence may be all of what trails: its reason, or its moment.
    *ended.first_mut()? = before;
    for at in 0..count {
        if let Some(first) = begins.get(at).copied().flatten() {
            for class in [grammar.lead, grammar.courtesy] {
                for &(end, _) in matching.class(class, at) {
                    let end = end + usize::from(tokens.get(end).is_some_and(|token| token == ","));
                    reach(&mut begins, end, first);
                }
            }
            for &(end, aspect) in matching.class(grammar.clause, at) {
                if let Some(aspect) = aspect.filter(|_| end > at) {
                    reach(&mut ended, end, first.unwrap_or(aspect));
                }
            }
        }
        if let Some(first) = ended.get(at).copied().flatten() {
            let comma = tokens.get(at).is_some_and(|token| token == ",");
            let next = at + usize::from(comma);
            for class in [grammar.tail, grammar.courtesy] {
                for &(end, _) in matching.class(class, next) {
                    reach(&mut ended, end, first);
                }
            }
            for &(end, _) in matching.class(grammar.join, at) {
                reach(&mut begins, end, Some(first));
            }
        }
    }
    ended.last().copied().flatten()
}

fn reach<T: Copy>(table: &mut [Option<T>], at: usize, value: T) {
    if let Some(slot) = table.get_mut(at) {
        *slot = slot.or(Some(value));
    }
}
