//! A sentence, matched against the grammar of one language.
//!
//! Owns where a class may end that begins at some token. It must never accept a token that the tables
//! do not name, except in the slots for numbers and names.
//!
//! Ends are found in the order of the tables, and that order decides which aspect is the first; so
//! every step adds what it finds straight to the list of the step above, and only classes, which are
//! asked again and again, have lists of their own.

use std::mem;
use std::ops::Range;

use super::first::First;
use super::grammar::{Grammar, Part, Sequence, index};
use super::{Aspect, begins_wish, names};

/// Where a match may end, with the first aspect that it met.
pub(super) type End = (usize, Option<Aspect>);

/// A sentence while it is matched.
pub(super) struct Matching<'a> {
    grammar: &'a Grammar,
    tokens: &'a [String],
    ids: &'a [Option<u32>],
    capitals: &'a [String],
    /// For each class and position, the number of its answer; none has the number 0.
    seen: Vec<u32>,
    /// The ends of all answers, and where those of an answer stop: they begin where the ones before
    /// stop.
    ends: Vec<End>,
    stops: Vec<usize>,
    /// Empty lists that were in use and will be again.
    spare: Vec<Vec<End>>,
}

impl<'a> Matching<'a> {
    /// Prepares a sentence: its tokens, and their numbers in the vocabulary of this language.
    pub(super) fn new(
        grammar: &'a Grammar,
        tokens: &'a [String],
        ids: &'a [Option<u32>],
        capitals: &'a [String],
    ) -> Self {
        let (seen, ends, spare) = (Vec::new(), Vec::new(), Vec::new());
        Self { grammar, tokens, ids, capitals, seen, ends, stops: vec![0], spare }
    }

    /// Where the class may end when it begins at `at`.
    pub(super) fn class(&mut self, class: usize, at: usize) -> &[End] {
        let answer = self.answer(class, at);
        self.ends.get(answer).unwrap_or_default()
    }

    /// The same as a part of `ends`. Every class is worked out once for each position.
    fn answer(&mut self, class: usize, at: usize) -> Range<usize> {
        let Some(compiled) = self.grammar.classes.get(class) else {
            return 0..0;
        };
        if !self.may_begin(&compiled.first, at) {
            return 0..0;
        }
        let positions = self.tokens.len() + 1;
        if self.seen.is_empty() {
            self.seen = vec![0; self.grammar.classes.len() * positions];
        }
        let place = class * positions + at;
        let known = self.seen.get(place).map_or(0, |number| *number as usize);
        if known > 0 {
            return self.stop(known - 1)..self.stop(known);
        }
        let mut ends = self.empty();
        self.choice(compiled.choice, at, None, &mut ends);
        let begin = self.ends.len();
        self.ends.extend(ends.iter().map(|(end, aspect)| (*end, aspect.or(compiled.aspect))));
        self.give_back(ends);
        if let (Some(number), Ok(next)) =
            (self.seen.get_mut(place), u32::try_from(self.stops.len()))
        {
            *number = next;
        }
        self.stops.push(self.ends.len());
        begin..self.ends.len()
    }

    fn choice(&mut self, choice: u32, at: usize, before: Option<Aspect>, into: &mut Vec<End>) {
        let grammar = self.grammar;
        let Some(choice) = grammar.choices.get(index(choice)) else {
            return;
        };
        if let Some(word) = self.id(at) {
            for sequence in choice.by_word(word) {
                self.sequence(sequence, at, before, into);
            }
        }
        for (sequence, first) in &choice.others {
            if self.may_begin(first, at) {
                self.sequence(*sequence, at, before, into);
            }
        }
    }

    /// Adds the ends of a sequence that begins at `at`, where `before` is the aspect met so far.
    fn sequence(
        &mut self,
        sequence: Sequence,
        at: usize,
        before: Option<Aspect>,
        into: &mut Vec<End>,
    ) {
        let mut parts = self.grammar.parts(sequence);
        let mut at = at;
        // Most sequences fail among the words that they begin with.
        while let [Part::Word(word), rest @ ..] = parts {
            if self.id(at) != Some(*word) {
                return;
            }
            (parts, at) = (rest, at + 1);
        }
        let Some((last, parts)) = parts.split_last() else {
            return add(into, at, before);
        };
        let Some((first, parts)) = parts.split_first() else {
            return self.part(*last, at, before, into);
        };
        let mut ends = self.empty();
        self.part(*first, at, before, &mut ends);
        for part in parts {
            let mut next = self.empty();
            for (end, aspect) in &ends {
                self.part(*part, *end, *aspect, &mut next);
            }
            self.give_back(mem::replace(&mut ends, next));
        }
        for (end, aspect) in &ends {
            self.part(*last, *end, *aspect, into);
        }
        self.give_back(ends);
    }

    fn part(&mut self, part: Part, at: usize, before: Option<Aspect>, into: &mut Vec<End>) {
        let grammar = self.grammar;
        match part {
            Part::Word(word) if self.id(at) == Some(word) => add(into, at + 1, before),
            Part::Class(class) => {
                for (end, aspect) in self.class(index(class), at) {
                    add(into, *end, before.or(*aspect));
                }
            }
            Part::Group(choice) => self.choice(choice, at, before, into),
            Part::Optional(choice) => {
                self.choice(choice, at, before, into);
                add(into, at, before);
            }
            Part::Number(least) if self.number(at).is_some_and(|n| n >= least) => {
                add(into, at + 1, before);
            }
            Part::Name(capital) => {
                let knows = |word: &str| grammar.knows(word);
                for end in names::ends(self.tokens, at, self.capitals, &knows, &begins_wish) {
                    let name = self.tokens.get(at..end).unwrap_or_default();
                    if !capital || names::stand_out(name, self.capitals) {
                        add(into, end, before);
                    }
                }
            }
            Part::Word(_) | Part::Number(_) => {}
        }
    }

    /// Whether something with this beginning can stand at `at`: a test that saves most of the work,
    /// and is never wrong in saying no.
    fn may_begin(&self, first: &First, at: usize) -> bool {
        first.empty
            || self.id(at).is_some_and(|word| first.has(word))
            || (first.name && at < self.tokens.len())
            || (first.number && self.number(at).is_some())
    }

    fn id(&self, at: usize) -> Option<u32> {
        self.ids.get(at).copied().flatten()
    }

    /// The number written in digits at `at`, if it has at most four of them.
    fn number(&self, at: usize) -> Option<u32> {
        let token = self.tokens.get(at)?;
        let digits = token.len() <= 4 && token.bytes().all(|byte| byte.is_ascii_digit());
        if digits { token.parse().ok() } else { None }
    }

    fn stop(&self, answer: usize) -> usize {
        self.stops.get(answer).copied().unwrap_or_default()
    }

    fn empty(&mut self) -> Vec<End> {
        self.spare.pop().unwrap_or_default()
    }

    fn give_back(&mut self, mut ends: Vec<End>) {
        ends.clear();
        self.spare.push(ends);
    }
}

/// Adds an end that is not there yet; one that has an aspect is preferred to one without.
fn add(all: &mut Vec<End>, end: usize, aspect: Option<Aspect>) {
    match all.iter_mut().find(|one| one.0 == end) {
        Some(one) => one.1 = one.1.or(aspect),
        None => all.push((end, aspect)),
    }
}
