//! Grammars of style preferences: how they are written, and how they are matched.
//!
//! Owns the small notation of the language tables and its matcher. Nothing here knows a word of any
//! language. It must never accept a token that the tables do not name, except in the slots for
//! numbers and names.
//!
//! Notation: words stand for themselves; `|` separates alternatives; `( )` groups; `[ ]` is
//! optional; `<class>` is a class defined earlier in the table; `#` is a number, `##` a number of at
//! least ten; `@` is the name of a person.

use std::collections::BTreeMap;
use std::iter;

use super::first::First;
use super::lang::courtesy;
use super::{Aspect, names, tokens};

/// The table of one language.
pub(super) struct Language {
    /// ISO 639-1.
    pub(super) code: &'static str,
    /// The classes in order: each may use those before it. `lead`, `clause`, `join` and `tail` are
    /// the ones that sentences are made of; `soft` and `core` are for sentences in a looser order.
    pub(super) classes: &'static [&'static [Class]],
}

/// A named list of alternatives.
pub(super) struct Class {
    name: &'static str,
    aspect: Option<Aspect>,
    text: &'static str,
}

/// Words that only help to say something.
pub(super) const fn words(name: &'static str, text: &'static str) -> Class {
    Class { name, aspect: None, text }
}

/// Words that say what a rule is about.
pub(super) const fn about(name: &'static str, aspect: Aspect, text: &'static str) -> Class {
    Class { name, aspect: Some(aspect), text }
}

/// A compiled table.
pub(super) struct Grammar {
    nodes: Vec<Node>,
    classes: Vec<Compiled>,
    words: BTreeMap<String, u32>,
    pub(super) lead: usize,
    pub(super) clause: usize,
    pub(super) join: usize,
    pub(super) tail: usize,
    pub(super) courtesy: usize,
    /// What may stand beside a preference without being one, where the language says so.
    pub(super) soft: Option<usize>,
    /// What is about style wherever it stands.
    pub(super) core: Option<usize>,
    /// A sentence that may stand beside another one, like a reason.
    pub(super) remark: Option<usize>,
}

/// A class: its aspect, what it is made of, and what it may begin with.
struct Compiled {
    aspect: Option<Aspect>,
    node: usize,
    first: First,
}

enum Node {
    Word(u32),
    Class(usize),
    Sequence(Vec<usize>),
    /// The alternatives that begin with words, by each of them; then the others, with what they may
    /// begin with.
    Alternatives(BTreeMap<u32, Vec<usize>>, Vec<(usize, First)>),
    Optional(usize),
    Number(u32),
    Name,
}

/// Where a match may end, with the first aspect that it met.
pub(super) type Ends = Vec<(usize, Option<Aspect>)>;

/// A sentence while it is matched.
pub(super) struct Matching<'a> {
    grammar: &'a Grammar,
    tokens: &'a [String],
    ids: &'a [Option<u32>],
    capitals: &'a [String],
    seen: BTreeMap<(usize, usize), Ends>,
}

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
        let optional = |name: &str| builder.names.get(name).copied();
        let (soft, core, remark) = (optional("soft"), optional("core"), optional("remark"));
        let Builder { nodes, classes, words, mistakes, .. } = builder;
        (
            Self { nodes, classes, words, lead, clause, join, tail, courtesy, soft, core, remark },
            mistakes,
        )
    }

    /// The words of the language with their numbers.
    pub(super) fn words(&self) -> impl Iterator<Item = (&str, u32)> {
        self.words.iter().map(|(word, id)| (word.as_str(), *id))
    }

    /// Whether a word belongs to this language's vocabulary.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }
}

impl<'a> Matching<'a> {
    /// Prepares a sentence: its tokens, and their numbers in the vocabulary of this language.
    pub(super) fn new(
        grammar: &'a Grammar,
        tokens: &'a [String],
        ids: &'a [Option<u32>],
        capitals: &'a [String],
    ) -> Self {
        Self { grammar, tokens, ids, capitals, seen: BTreeMap::new() }
    }

    /// Where the class may end when it begins at `at`.
    pub(super) fn class(&mut self, class: usize, at: usize) -> Ends {
        let Some(compiled) = self.grammar.classes.get(class) else {
            return Ends::new();
        };
        if !self.may_begin(&compiled.first, at) {
            return Ends::new();
        }
        if let Some(ends) = self.seen.get(&(class, at)) {
            return ends.clone();
        }
        let mut ends = self.node(compiled.node, at);
        for end in &mut ends {
            end.1 = end.1.or(compiled.aspect);
        }
        self.seen.insert((class, at), ends.clone());
        ends
    }

    fn node(&mut self, node: usize, at: usize) -> Ends {
        let grammar = self.grammar;
        match grammar.nodes.get(node) {
            Some(Node::Word(word)) if self.id(at) == Some(*word) => vec![(at + 1, None)],
            Some(Node::Class(class)) => self.class(*class, at),
            Some(Node::Sequence(parts)) => self.sequence(parts, at),
            Some(Node::Alternatives(by_word, others)) => {
                let named = self.id(at).and_then(|word| by_word.get(&word));
                let mut all = Ends::new();
                for part in named.into_iter().flatten() {
                    merge(&mut all, self.node(*part, at));
                }
                for (part, first) in others {
                    if self.may_begin(first, at) {
                        merge(&mut all, self.node(*part, at));
                    }
                }
                all
            }
            Some(Node::Optional(inner)) => {
                let mut all = self.node(*inner, at);
                merge(&mut all, vec![(at, None)]);
                all
            }
            Some(Node::Number(least)) if self.number(at).is_some_and(|n| n >= *least) => {
                vec![(at + 1, None)]
            }
            Some(Node::Name) => {
                names::ends(self.tokens, at, self.capitals, &|word| grammar.knows(word))
                    .into_iter()
                    .map(|end| (end, None))
                    .collect()
            }
            _ => Ends::new(),
        }
    }

    fn sequence(&mut self, parts: &[usize], at: usize) -> Ends {
        let mut ends: Ends = vec![(at, None)];
        for part in parts {
            let mut next = Ends::new();
            for (end, aspect) in ends {
                let mut found = self.node(*part, end);
                for one in &mut found {
                    one.1 = aspect.or(one.1);
                }
                merge(&mut next, found);
            }
            if next.is_empty() {
                return next;
            }
            ends = next;
        }
        ends
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
}

/// Adds ends that are not there yet; an end that has an aspect is preferred to one without.
fn merge(all: &mut Ends, found: Ends) {
    for (end, aspect) in found {
        match all.iter_mut().find(|one| one.0 == end) {
            Some(one) => one.1 = one.1.or(aspect),
            None => all.push((end, aspect)),
        }
    }
}

#[derive(Default)]
struct Builder {
    nodes: Vec<Node>,
    classes: Vec<Compiled>,
    names: BTreeMap<&'static str, usize>,
    words: BTreeMap<String, u32>,
    mistakes: Vec<String>,
}

impl Builder {
    fn class(&mut self, class: &Class) {
        let mut rest = class.text;
        let node = self.alternatives(class.name, &mut rest);
        if !rest.is_empty() {
            self.mistakes.push(format!("{}: closing bracket without opening", class.name));
        }
        let first = self.first(node);
        self.classes.push(Compiled { aspect: class.aspect, node, first });
        if self.names.insert(class.name, self.classes.len() - 1).is_some() {
            self.mistakes.push(format!("{}: defined twice", class.name));
        }
    }

    /// What a node may begin with. Classes are complete before they are used, so theirs is known.
    fn first(&self, node: usize) -> First {
        let mut first = First::default();
        match self.nodes.get(node) {
            Some(Node::Word(word)) => first.add(*word),
            Some(Node::Class(class)) => {
                if let Some(compiled) = self.classes.get(*class) {
                    first.join(&compiled.first);
                }
            }
            Some(Node::Sequence(parts)) => {
                let mut empty = true;
                for part in parts {
                    let next = self.first(*part);
                    first.join(&next);
                    empty = next.empty;
                    if !empty {
                        break;
                    }
                }
                first.empty = empty;
            }
            Some(Node::Alternatives(by_word, others)) => {
                by_word.keys().for_each(|word| first.add(*word));
                others.iter().for_each(|(_, other)| first.join(other));
            }
            Some(Node::Optional(inner)) => {
                first = self.first(*inner);
                first.empty = true;
            }
            Some(Node::Number(_)) => first.number = true,
            Some(Node::Name) => first.name = true,
            None => {}
        }
        first
    }

    /// Reads up to a closing bracket or the end.
    fn alternatives(&mut self, class: &str, rest: &mut &'static str) -> usize {
        let mut by_word: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        let mut others = Vec::new();
        loop {
            let parts = self.sequence(class, rest);
            let first = parts.first().and_then(|part| self.nodes.get(*part));
            let word = if let Some(Node::Word(word)) = first { Some(*word) } else { None };
            if parts.is_empty() {
                self.mistakes.push(format!("{class}: empty alternative before {rest:?}"));
            } else {
                let node = self.push(Node::Sequence(parts));
                match word {
                    Some(word) => by_word.entry(word).or_default().push(node),
                    None => {
                        let first = self.first(node);
                        if first.only_words() {
                            for word in first.words() {
                                by_word.entry(word).or_default().push(node);
                            }
                        } else {
                            others.push((node, first));
                        }
                    }
                }
            }
            match rest.strip_prefix('|') {
                Some(after) => *rest = after,
                None => return self.push(Node::Alternatives(by_word, others)),
            }
        }
    }

    fn sequence(&mut self, class: &str, rest: &mut &'static str) -> Vec<usize> {
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
                Some('@') => parts.push(self.push(Node::Name)),
                Some('#') => {
                    let large = rest.strip_prefix('#');
                    *rest = large.unwrap_or(rest);
                    parts.push(self.push(Node::Number(if large.is_some() { 10 } else { 1 })));
                }
                Some('<') => parts.push(self.reference(class, rest)),
                Some('[') => {
                    let inner = self.group(class, rest, ']');
                    parts.push(self.push(Node::Optional(inner)));
                }
                _ => parts.push(self.group(class, rest, ')')),
            }
        }
    }

    fn group(&mut self, class: &str, rest: &mut &'static str, close: char) -> usize {
        let inner = self.alternatives(class, rest);
        if let Some(after) = rest.strip_prefix(close) {
            *rest = after;
        } else {
            self.mistakes.push(format!("{class}: {close} is missing before {rest:?}"));
        }
        inner
    }

    fn reference(&mut self, class: &str, rest: &mut &'static str) -> usize {
        let (name, after) = rest.split_once('>').unwrap_or((rest, ""));
        *rest = after;
        if let Some(index) = self.names.get(name) {
            return self.push(Node::Class(*index));
        }
        self.mistakes.push(format!("{class}: {name} is not defined before it"));
        // A node that matches nothing, so that the alternative is lost and not widened.
        self.push(Node::Alternatives(BTreeMap::new(), Vec::new()))
    }

    fn literal(&mut self, class: &str, text: &str, parts: &mut Vec<usize>) {
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

    fn word(&mut self, word: &str) -> usize {
        let next = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        let id = *self.words.entry(word.to_string()).or_insert(next);
        self.push(Node::Word(id))
    }

    fn push(&mut self, node: Node) -> usize {
        self.nodes.push(node);
        self.nodes.len() - 1
    }
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
