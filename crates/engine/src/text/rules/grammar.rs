//! Grammars of style preferences: how they are written and compiled.
//!
//! Owns the small notation of the language tables. Nothing here knows a word of any language. It must
//! never widen a table: what is written with a mistake matches less.
//!
//! Notation: words stand for themselves; `|` separates alternatives; `( )` groups; `[ ]` is
//! optional; `<class>` is a class defined earlier in the table; `#` is a number, `##` a number of at
//! least ten; `@` is the name of a person, `@@` one that is written with a capital, where a script has them.

use std::collections::BTreeMap;
use std::iter;

use super::first::First;
use super::lang::courtesy;
use super::table::{Class, Language};
use super::{Aspect, tokens};

/// A compiled table.
pub(super) struct Grammar {
    pub(super) classes: Vec<Compiled>,
    pub(super) choices: Vec<Choice>,
    /// The parts of all sequences, one behind the other.
    parts: Vec<Part>,
    words: BTreeMap<String, u32>,
    pub(super) lead: usize,
    pub(super) clause: usize,
    pub(super) join: usize,
    pub(super) tail: usize,
    pub(super) courtesy: usize,
}

/// A class: its aspect, what it is made of, and what it may begin with.
pub(super) struct Compiled {
    pub(super) aspect: Option<Aspect>,
    pub(super) choice: u32,
    pub(super) first: First,
}

/// One place in a sequence. Groups are numbers of choices.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Word(u32),
    Class(u32),
    Group(u32),
    Optional(u32),
    /// A number in digits, and the least that it may be.
    Number(u32),
    /// A name, and whether it must be written as names are.
    Name(bool),
}

/// A sequence: where its parts begin and end among those of all.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Sequence {
    begin: u32,
    end: u32,
}

/// Alternatives, each a sequence.
pub(super) struct Choice {
    /// Those that begin with words, under each of them, sorted by the word.
    by_word: Vec<(u32, Sequence)>,
    /// The others, with what they may begin with.
    pub(super) others: Vec<(Sequence, First)>,
}

impl Choice {
    /// The sequences that may begin with this word, in the order in which they are written.
    pub(super) fn by_word(&self, word: u32) -> impl Iterator<Item = Sequence> {
        let begin = self.by_word.partition_point(|(own, _)| *own < word);
        let rest = self.by_word.get(begin..).unwrap_or_default();
        rest.iter().take_while(move |(own, _)| *own == word).map(|(_, sequence)| *sequence)
    }
}

/// A sequence that may begin with more words than this is not listed under each of them.
const MANY: usize = 24;

impl Grammar {
    /// Compiles a table, with what is wrong in it. A class with a mistake matches less, never more.
    pub(super) fn new(language: &Language) -> (Self, Vec<String>) {
        let mut builder = Builder::default();
        for class in iter::once(&courtesy::CLASS).chain(language.classes.iter().copied().flatten())
        {
            builder.class(class);
        }
        let mut required = |name: &str| {
            builder.names.get(name).copied().unwrap_or_else(|| {
                builder.mistakes.push(format!("{}: no class {name}", language.code));
                usize::MAX
            })
        };
        let (lead, clause) = (required("lead"), required("clause"));
        let (join, tail) = (required("join"), required("tail"));
        let courtesy = required("courtesy");
        let Builder { classes, choices, parts, words, mistakes, .. } = builder;
        (Self { classes, choices, parts, words, lead, clause, join, tail, courtesy }, mistakes)
    }

    /// The parts of a sequence.
    pub(super) fn parts(&self, sequence: Sequence) -> &[Part] {
        self.parts.get(index(sequence.begin)..index(sequence.end)).unwrap_or_default()
    }

    /// The words of the language with their numbers.
    pub(super) fn words(&self) -> impl Iterator<Item = (&str, u32)> {
        self.words.iter().map(|(word, id)| (word.as_str(), *id))
    }

    /// Whether a preference, or what stands before one, may begin with this word.
    pub(super) fn begins(&self, word: u32) -> bool {
        [self.clause, self.lead]
            .iter()
            .filter_map(|class| self.classes.get(*class))
            .any(|class| class.first.has(word))
    }

    /// Whether a word belongs to this language's vocabulary.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }
}

#[derive(Default)]
struct Builder {
    classes: Vec<Compiled>,
    choices: Vec<Choice>,
    parts: Vec<Part>,
    names: BTreeMap<&'static str, usize>,
    words: BTreeMap<String, u32>,
    mistakes: Vec<String>,
}

impl Builder {
    fn class(&mut self, class: &Class) {
        let mut rest = class.text;
        let choice = self.alternatives(class.name, &mut rest);
        if !rest.is_empty() {
            self.mistakes.push(format!("{}: closing bracket without opening", class.name));
        }
        let first = self.choice_first(choice);
        self.classes.push(Compiled { aspect: class.aspect, choice, first });
        if self.names.insert(class.name, self.classes.len() - 1).is_some() {
            self.mistakes.push(format!("{}: defined twice", class.name));
        }
    }

    /// What a sequence may begin with.
    fn first(&self, parts: &[Part]) -> First {
        let mut first = First::default();
        for part in parts {
            first.empty = false;
            first.join(&self.part_first(*part));
            if !first.empty {
                break;
            }
        }
        first
    }

    /// What a part may begin with. Classes are complete before they are used, so theirs is known.
    fn part_first(&self, part: Part) -> First {
        let mut first = First::default();
        match part {
            Part::Word(word) => first.add(word),
            Part::Class(class) => {
                self.classes.get(index(class)).iter().for_each(|class| first.join(&class.first));
            }
            Part::Group(choice) => first = self.choice_first(choice),
            Part::Optional(choice) => {
                first = self.choice_first(choice);
                first.empty = true;
            }
            Part::Number(_) => first.number = true,
            Part::Name(_) => first.name = true,
        }
        first
    }

    fn choice_first(&self, choice: u32) -> First {
        let mut first = First::default();
        if let Some(choice) = self.choices.get(index(choice)) {
            choice.by_word.iter().for_each(|(word, _)| first.add(*word));
            choice.others.iter().for_each(|(_, other)| first.join(other));
        }
        first
    }

    /// Reads up to a closing bracket or the end.
    fn alternatives(&mut self, class: &str, rest: &mut &'static str) -> u32 {
        let mut by_word = Vec::new();
        let mut others = Vec::new();
        loop {
            let parts = self.sequence(class, rest);
            if parts.is_empty() {
                self.mistakes.push(format!("{class}: empty alternative before {rest:?}"));
            } else {
                let head = parts.first().copied();
                let first = match head {
                    Some(Part::Word(_)) => First::default(),
                    _ => self.first(&parts),
                };
                let begin = number(self.parts.len());
                self.parts.extend(parts);
                let sequence = Sequence { begin, end: number(self.parts.len()) };
                if let Some(Part::Word(word)) = head {
                    by_word.push((word, sequence));
                } else if first.only_words() && first.words().nth(MANY).is_none() {
                    by_word.extend(first.words().map(|word| (word, sequence)));
                } else {
                    others.push((sequence, first));
                }
            }
            match rest.strip_prefix('|') {
                Some(after) => *rest = after,
                None => break,
            }
        }
        by_word.sort_unstable();
        self.choices.push(Choice { by_word, others });
        number(self.choices.len() - 1)
    }

    fn sequence(&mut self, class: &str, rest: &mut &'static str) -> Vec<Part> {
        let mut parts = Vec::new();
        loop {
            let length = rest.find(['|', '(', ')', '[', ']', '<', '@', '#']).unwrap_or(rest.len());
            let (text, after) = rest.split_at(length);
            self.literal(class, text, &mut parts);
            *rest = after;
            let mut signs = after.chars();
            let sign = signs.next();
            if matches!(sign, None | Some('|' | ')' | ']')) {
                return parts;
            }
            *rest = signs.as_str();
            match sign {
                Some('@') => {
                    let capital = rest.strip_prefix('@');
                    *rest = capital.unwrap_or(rest);
                    parts.push(Part::Name(capital.is_some()));
                }
                Some('#') => {
                    let large = rest.strip_prefix('#');
                    *rest = large.unwrap_or(rest);
                    parts.push(Part::Number(if large.is_some() { 10 } else { 1 }));
                }
                Some('<') => parts.push(self.reference(class, rest)),
                Some('[') => {
                    parts.push(Part::Optional(self.group(class, rest, ']')));
                }
                _ => parts.push(Part::Group(self.group(class, rest, ')'))),
            }
        }
    }

    fn group(&mut self, class: &str, rest: &mut &'static str, close: char) -> u32 {
        let inner = self.alternatives(class, rest);
        if let Some(after) = rest.strip_prefix(close) {
            *rest = after;
        } else {
            self.mistakes.push(format!("{class}: {close} is missing before {rest:?}"));
        }
        inner
    }

    fn reference(&mut self, class: &str, rest: &mut &'static str) -> Part {
        let (name, after) = rest.split_once('>').unwrap_or((rest, ""));
        *rest = after;
        if let Some(class) = self.names.get(name) {
            return Part::Class(number(*class));
        }
        self.mistakes.push(format!("{class}: {name} is not defined before it"));
        // A class that is not there matches nothing: the alternative is lost and not widened.
        Part::Class(u32::MAX)
    }

    fn literal(&mut self, class: &str, text: &str, parts: &mut Vec<Part>) {
        let text = text.trim();
        if text == "," || text == ":" {
            parts.push(self.word(text));
            return;
        }
        // A comma at an edge is a sign here, while in a rule it is white space.
        let (text, closing) = text.strip_suffix(',').map_or((text, false), |text| (text, true));
        if let Some(text) = text.strip_prefix(',') {
            parts.push(self.word(","));
            self.literal(class, text, parts);
        } else if text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b' ') {
            // Most words are their own tokens.
            parts.extend(text.split_ascii_whitespace().map(|token| self.word(token)));
        } else {
            let mut sentences = tokens::sentences(text);
            if sentences.len() > 1 {
                self.mistakes.push(format!("{class}: {text:?} is more than one sentence"));
            }
            for token in sentences.drain(..).flatten() {
                parts.push(self.word(&token));
            }
        }
        if closing {
            parts.push(self.word(","));
        }
    }

    fn word(&mut self, word: &str) -> Part {
        let next = number(self.words.len());
        Part::Word(*self.words.entry(word.to_string()).or_insert(next))
    }
}

/// A place as it is kept: tables are small, and what is kept small is found sooner.
fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// A place that was kept.
pub(super) fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// What is wrong in the tables, and words that appear in a grammar although they must not.
#[cfg(test)]
pub(super) fn mistakes(
    language: &Language,
    forbidden: &std::collections::BTreeSet<String>,
) -> Vec<String> {
    let (grammar, mut mistakes) = Grammar::new(language);
    for word in grammar.words.keys().filter(|word| forbidden.contains(*word)) {
        mistakes.push(format!("{}: {word} must not be in a table", language.code));
    }
    mistakes
}
