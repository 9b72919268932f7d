//! A sentence as clauses.
//!
//! Owns how preferences are put together: openers, clauses, what joins them, and what trails. It
//! must never skip a token.

use super::Aspect;
use super::grammar::Grammar;
use super::matching::Matching;

/// The aspect of the first clause, if the whole sentence is `lead* clause tail*`, repeated with
/// `join` between, or has such clauses in another order; an inner `None` is a sentence that is harmless
/// and says nothing about style, like the reason for another one.
pub(super) fn aspect(
    grammar: &Grammar,
    tokens: &[String],
    ids: &[Option<u32>],
    capitals: &[String],
) -> Option<Option<Aspect>> {
    let mut matching = Matching::new(grammar, tokens, ids, capitals);
    let count = tokens.len();
    // For every position: may a clause begin here, may one have ended here, and with which first
    // aspect. Every part is at least one token long, so one pass from left to right is enough.
    let mut begins: Vec<Option<Option<Aspect>>> = vec![None; count + 1];
    let mut ended: Vec<Option<Aspect>> = vec![None; count + 1];
    *begins.first_mut()? = Some(None);
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
    let strict = ended.last().copied().flatten();
    if strict.is_some() {
        return Some(strict);
    }
    // Nothing below has an open slot, so one strange word settles it.
    if !tokens.iter().zip(ids).all(|(token, id)| id.is_some() || is_number(token)) {
        return None;
    }
    if let Some(aspect) = loosely(&mut matching, grammar, tokens) {
        return Some(Some(aspect));
    }
    let remark = matching.class(grammar.remark?, 0);
    remark.iter().any(|(end, _)| *end == count).then_some(None)
}

/// The aspect of a sentence whose parts stand in another order than that of the clauses: every token
/// belongs to a clause, to an opener or a closing word, or to the harmless words of the language, and
/// one part at least is style for certain.
fn loosely(matching: &mut Matching, grammar: &Grammar, tokens: &[String]) -> Option<Aspect> {
    let (soft, core) = (grammar.soft?, grammar.core?);
    let count = tokens.len();
    let mut reached: Vec<Option<Option<Aspect>>> = vec![None; count + 1];
    *reached.first_mut()? = Some(None);
    for at in 0..count {
        let Some(first) = reached.get(at).copied().flatten() else {
            continue;
        };
        if tokens.get(at).is_some_and(|token| token == ",") {
            arrive(&mut reached, at + 1, first);
        }
        for class in [soft, grammar.lead, grammar.tail, grammar.join, grammar.courtesy] {
            for &(end, _) in matching.class(class, at) {
                arrive(&mut reached, end, first);
            }
        }
        for &(end, aspect) in matching.class(core, at) {
            arrive(&mut reached, end, first.or(aspect));
        }
        // A clause of one word is a quality, which may belong to anything; the open slot of names has no
        // place among loose words.
        for &(end, aspect) in matching.class(grammar.clause, at) {
            if aspect != Some(Aspect::Name) {
                arrive(&mut reached, end, first.or(aspect.filter(|_| end > at + 1)));
            }
        }
    }
    reached.last().copied().flatten().flatten()
}

/// Like `reach`, but a way with an aspect replaces one without.
fn arrive(table: &mut [Option<Option<Aspect>>], at: usize, value: Option<Aspect>) {
    if let Some(slot) = table.get_mut(at) {
        *slot = Some(slot.flatten().or(value));
    }
}

fn is_number(token: &str) -> bool {
    token.bytes().all(|byte| byte.is_ascii_digit())
}

fn reach<T: Copy>(table: &mut [Option<T>], at: usize, value: T) {
    if let Some(slot) = table.get_mut(at) {
        *slot = slot.or(Some(value));
    }
}
