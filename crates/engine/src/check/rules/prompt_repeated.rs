//! The same sentence does not stand in two prompts that a turn can choose together.
//!
//! It costs tokens twice, and when one of the two is changed the model reads both. Sentences of six words
//! and more count, whatever their case and punctuation; parts of sentences around a tag do not.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::check::facts::{Facts, Seat};
use crate::check::reader;
use crate::check::worlds::possible;
use crate::diagnostic::{Diagnostic, Span};
use crate::text::normal::normal;

/// Words that make a sentence worth telling.
const WORDS: usize = 6;

/// The most pairs of seats that are tried for one sentence.
const PAIRS: usize = 64;

/// The most alternatives of one line of a layer that are tried: they resemble each other, so a few
/// decide for all.
const ALTERNATIVES: usize = 8;

/// Where a sentence stands: a seat of its prompt, and its bytes there.
type Place = (usize, Range<usize>);

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let mut sentences: BTreeMap<u64, Vec<Place>> = BTreeMap::new();
    let mut read: BTreeMap<&str, Vec<(u64, Range<usize>)>> = BTreeMap::new();
    for (at, seat) in facts.seats.iter().enumerate().filter(|(_, seat)| seat.possible) {
        let Some(body) = seat.prompt.and_then(|prompt| facts.agent.body(prompt)) else { continue };
        let own = read
            .entry(&seat.name)
            .or_insert_with(|| sentences_of(body.template.source(), &body.template.literals()));
        for (key, range) in own {
            sentences.entry(*key).or_default().push((at, range.clone()));
        }
    }
    // Few keys are met twice: only those sentences are compared word by word.
    let repeated = sentences.into_values().filter(|places| places.len() > 1);
    let mut sentences: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    for (at, range) in repeated.flatten() {
        let body = facts.seats[at].prompt.and_then(|prompt| facts.agent.body(prompt));
        let text = body.and_then(|body| body.template.source().get(range.clone()));
        sentences.entry(words(text.unwrap_or_default())).or_default().push((at, range));
    }
    // One finding for two prompts, at their first sentence, with the number of the others.
    let mut told: BTreeMap<(&str, &str), (Diagnostic, usize)> = BTreeMap::new();
    for places in sentences.values() {
        let Some((first, second)) = together(facts, places) else { continue };
        let (one, other) = (&facts.seats[first.0], &facts.seats[second.0]);
        let Some(found) = finding(one, other, &first.1, &second.1) else { continue };
        told.entry((&one.name, &other.name))
            .and_modify(|(kept, more)| {
                *more += 1;
                if place(&found) < place(kept) {
                    *kept = found.clone();
                }
            })
            .or_insert((found, 0));
    }
    findings.extend(told.into_values().map(|(mut finding, more)| {
        if more > 0 {
            finding.message = format!("{} (and {more} more)", finding.message);
        }
        finding
    }));
}

fn place(finding: &Diagnostic) -> Option<usize> {
    finding.span.as_ref().map(|span| span.start)
}

/// The first two places that a turn can choose together.
fn together<'p>(facts: &Facts<'_>, places: &'p [Place]) -> Option<(&'p Place, &'p Place)> {
    let mut tried = 0;
    let mut few: BTreeMap<(usize, usize, usize), usize> = BTreeMap::new();
    let few: Vec<&Place> = places
        .iter()
        .filter(|(seat, _)| {
            let seat = &facts.seats[*seat];
            let kept = few.entry((seat.call, seat.layer, seat.at)).or_default();
            *kept += 1;
            *kept <= ALTERNATIVES
        })
        .collect();
    for (at, first) in few.iter().enumerate() {
        let one = &facts.seats[first.0];
        for second in few.iter().skip(at + 1) {
            let other = &facts.seats[second.0];
            let alternatives = one.layer == other.layer && one.at == other.at;
            if one.call != other.call || alternatives || one.name == other.name {
                continue;
            }
            tried += 1;
            if tried > PAIRS {
                return None;
            }
            if both(facts, one, other) {
                return Some((first, second));
            }
        }
    }
    None
}

fn both<'a>(facts: &Facts<'a>, one: &Seat<'a>, other: &Seat<'a>) -> bool {
    let mut conditions = facts.of_seat(one);
    conditions.extend(facts.of_seat(other));
    let words: Vec<_> = one.words.iter().chain(&other.words).cloned().collect();
    possible(&facts.agent.agent, &conditions, &words)
}

fn finding(
    one: &Seat<'_>,
    other: &Seat<'_>,
    first: &Range<usize>,
    second: &Range<usize>,
) -> Option<Diagnostic> {
    let place = |seat: &Seat<'_>, range: &Range<usize>| -> Option<Span> {
        Some(reader::inside(&seat.prompt?.body, range))
    };
    let (there, here) = (place(one, first)?, place(other, second)?);
    let message = format!(
        "`{}` repeats what `{}` says in {}:{}",
        other.name, one.name, there.file, there.line
    );
    let help = "Keep it in one of the two: both can be in the same prompt.";
    Some(Diagnostic::warning("prompt.duplicate", message).at(&here).help(help))
}

/// The sentences of a template's own text: the key of their words, and their bytes.
fn sentences_of(source: &str, literals: &[Range<usize>]) -> Vec<(u64, Range<usize>)> {
    let mut found = Vec::new();
    let (mut start, mut last, mut tagged) = (0, 0, false);
    let mut end = |range: Range<usize>, tagged: bool| {
        let text = source.get(range.clone()).unwrap_or_default();
        let trimmed = text.trim_start();
        let from = range.start + (text.len() - trimmed.len());
        if !tagged && let (key, WORDS..) = key(trimmed) {
            found.push((key, from..from + trimmed.trim_end().len()));
        }
    };
    for literal in literals {
        tagged |= literal.start > last;
        for (at, c) in source.get(literal.clone()).unwrap_or_default().char_indices() {
            let stop = literal.start + at + c.len_utf8();
            let ends = match c {
                '\n' => ends_line(source.get(stop..).unwrap_or_default()),
                _ => matches!(c, '.' | '!' | '?' | ';' | '。' | '！' | '？' | '؟' | '।'),
            };
            if ends {
                end(start..stop, tagged);
                (start, tagged) = (stop, false);
            }
        }
        last = literal.end;
    }
    end(start..last, tagged || last < source.len());
    found
}

/// Whether a line break ends a sentence, by what stands behind it: a blank line, an item, a heading. A
/// paragraph may be wrapped.
fn ends_line(rest: &str) -> bool {
    rest.starts_with(|c: char| {
        matches!(c, '\n' | '\r' | '-' | '*' | '#' | '>' | '|' | '<') || c.is_ascii_digit()
    })
}

/// A number that sentences of the same words share, and how many words there are.
fn key(text: &str) -> (u64, usize) {
    // The normal form of printed ASCII is its lower case.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\t'..=b'\r')) {
        key_of(text)
    } else {
        key_of(&words(text))
    }
}

fn key_of(text: &str) -> (u64, usize) {
    let (mut key, mut count, mut inside) = (0_u64, 0, false);
    // The end of each word counts as one more byte.
    for byte in text.bytes().chain([b' ']) {
        let word = byte.is_ascii_alphanumeric() || !byte.is_ascii();
        if word || inside {
            let letter = if word { byte.to_ascii_lowercase() } else { 0 };
            // Multiplication by the constant of FNV, as in that hash; the words are compared anyway.
            key = (key ^ u64::from(letter)).wrapping_mul(0x100_0000_01b3);
        }
        count += usize::from(inside && !word);
        inside = word;
    }
    (key, count)
}

/// Words in normal form, with one space between two.
fn words(text: &str) -> String {
    let normal = normal(text);
    let words = normal.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
