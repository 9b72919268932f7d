//! The words of a text, and questions about them.
//!
//! Owns what counts as a word, what a question means, and which answers come first. Both databases
//! index what this module cuts, so that both find the same. It must never ask a database.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::tx::Dialect;

/// The words of a text, in order: runs of letters and digits, in lower case, without accents. In
/// scripts that put no space between words, each character is one.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    placed(text).into_iter().map(|(word, _)| word).collect()
}

/// The words of a text, each with the bytes that it was cut from.
fn placed(text: &str) -> Vec<(String, Range<usize>)> {
    let mut words: Vec<(String, Range<usize>)> = Vec::new();
    let mut word = String::new();
    let mut from = 0;
    // The order of accents is all that the neighbours of a character say of it, and accents go.
    for (at, written) in text.char_indices() {
        let end = at + written.len_utf8();
        let plain = written.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
        for c in plain.filter(|c| !is_combining_mark(*c)) {
            if c.is_alphanumeric() && !stands_alone(c) {
                if word.is_empty() {
                    from = at;
                }
                word.push(c);
                if word.len() >= LONGEST {
                    words.push((std::mem::take(&mut word), from..end));
                }
                continue;
            }
            if !word.is_empty() {
                words.push((std::mem::take(&mut word), from..at));
            }
            if c.is_alphanumeric() {
                words.push((c.to_string(), at..end));
            }
        }
    }
    if !word.is_empty() {
        words.push((word, from..text.len()));
    }
    words
}

/// How many bytes a word has, about, at most: what is longer is none, and PostgreSQL does not take it.
const LONGEST: usize = 128;

/// Han, Hiragana, Katakana, Thai, Lao, Khmer, Myanmar.
fn stands_alone(c: char) -> bool {
    matches!(c,
        '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// What is asked for. Any of its words is enough, and more of them are better; `"words in quotes"` must
/// be there, one behind the other; `-word` must not; `begin*` stands for all words that begin so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    any: BTreeSet<Term>,
    phrases: Vec<Vec<String>>,
    none: BTreeSet<Term>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Term {
    word: String,
    is_beginning: bool,
}

impl Term {
    fn fits(&self, word: &str) -> bool {
        if self.is_beginning { word.starts_with(&self.word) } else { word == self.word }
    }
}

/// How many words an excerpt has in front of the first that is marked, and behind it.
const BEFORE: usize = 8;
const BEHIND: usize = 24;

/// A part of an excerpt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The text, as it was said.
    pub text: String,
    /// Whether the question asks for it.
    pub hit: bool,
}

/// Parts as they come: none is empty, and neighbours differ.
#[derive(Default)]
struct Parts(Vec<Part>);

impl Parts {
    fn push(&mut self, text: &str, hit: bool) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.hit == hit => last.text.push_str(text),
            _ => self.0.push(Part { text: text.to_owned(), hit }),
        }
    }
}

/// How many words of a question count, at most: a message can be long.
const MOST: usize = 64;

impl Question {
    /// What a message asks for: any of its words. Quotes and dashes mean nothing in it.
    #[must_use]
    pub fn of_message(message: &str) -> Self {
        let all: BTreeSet<_> = words(message).into_iter().collect();
        let any = all.into_iter().take(MOST).map(|word| Term { word, is_beginning: false });
        Self { any: any.collect(), ..Self::default() }
    }

    /// Reads a question. Every text is one.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut question = Self::default();
        for (at, part) in text.split('"').enumerate() {
            // What stands between a quote and the next one is a phrase; an open quote is only a sign.
            let is_phrase = at % 2 == 1 && text.matches('"').count() > at;
            if is_phrase {
                let phrase = words(part);
                if !phrase.is_empty() && question.phrases.len() < MOST {
                    question.phrases.push(phrase);
                }
                continue;
            }
            for piece in part.split_whitespace() {
                question.add(piece);
            }
        }
        question
    }

    fn add(&mut self, piece: &str) {
        let negative =
            piece.starts_with('-') && piece.chars().nth(1).is_some_and(char::is_alphanumeric);
        let is_beginning = piece.ends_with('*');
        let mut found = words(piece);
        let last = found.pop();
        let whole = found.into_iter().map(|word| Term { word, is_beginning: false });
        let last = last.map(|word| Term { word, is_beginning });
        let set = if negative { &mut self.none } else { &mut self.any };
        for term in whole.chain(last) {
            if set.len() < MOST {
                set.insert(term);
            }
        }
    }

    /// Whether it asks for anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.any.is_empty() && self.phrases.is_empty()
    }

    /// What an index of words is asked: `and`, `or` and the mark of a beginning as the database has
    /// them. Words are letters and digits, so that quotes around them are all the escaping there is.
    pub(crate) fn expression(&self, owners: &[String], syntax: &Syntax) -> String {
        let mut parts = vec![joined(owners.iter().map(|word| syntax.word(word, false)), syntax.or)];
        for phrase in &self.phrases {
            parts.push(joined(phrase.iter().map(|word| syntax.word(word, false)), syntax.and));
        }
        if self.phrases.is_empty() {
            let any = self.any.iter().map(|term| syntax.word(&term.word, term.is_beginning));
            parts.push(joined(any, syntax.or));
        }
        joined(parts.into_iter(), syntax.and)
    }

    /// What an index of words is asked for texts that have all of it.
    pub(crate) fn expression_of_all(&self, owner: &str, syntax: &Syntax) -> String {
        let phrased = self.phrases.iter().flatten().map(|word| syntax.word(word, false));
        let any = self.any.iter().map(|term| syntax.word(&term.word, term.is_beginning));
        let own = std::iter::once(syntax.word(owner, false));
        joined(own.chain(phrased).chain(any), syntax.and)
    }

    /// The answers in order, the best first, each with its score. `texts` are the words of what the
    /// index found, the newest first. The more often a text has a word that few others have, the
    /// better (BM25); of two that are equal, the newer comes first.
    pub(crate) fn ranked(&self, texts: &[Vec<String>]) -> Vec<(usize, f64)> {
        let fitting: Vec<usize> = (0..texts.len())
            .filter(|at| texts.get(*at).is_some_and(|text| self.fits(text)))
            .collect();
        let of = |at: &usize| texts.get(*at).map(Vec::as_slice).unwrap_or_default();
        let total = fitting.len() as f64;
        let mean = fitting.iter().map(|at| of(at).len() as f64).sum::<f64>() / total.max(1.0);
        let mut terms: Vec<Term> = self.any.iter().cloned().collect();
        let phrased = self.phrases.iter().flatten();
        terms.extend(phrased.map(|word| Term { word: word.clone(), is_beginning: false }));
        terms.sort();
        terms.dedup();
        let mut scores: BTreeMap<usize, f64> = fitting.iter().map(|at| (*at, 0.0)).collect();
        for term in &terms {
            let count = |at: &usize| of(at).iter().filter(|word| term.fits(word)).count() as f64;
            let having = fitting.iter().filter(|at| count(at) > 0.0).count() as f64;
            let weight = (1.0 + (total - having + 0.5) / (having + 0.5)).ln();
            for (at, score) in &mut scores {
                let (count, length) = (count(at), of(at).len() as f64);
                let saturation = 1.2 * (0.25 + 0.75 * length / mean.max(1.0));
                *score += weight * count * 2.2 / (count + saturation);
            }
        }
        let mut ranked: Vec<_> = scores.into_iter().collect();
        ranked.sort_by(|(a, first), (b, second)| second.total_cmp(first).then(a.cmp(b)));
        ranked
    }

    /// A piece of a text around the first words of it that answer the question, in parts; those words are
    /// marked. What is left out is shown as `…`.
    #[must_use]
    pub fn excerpt(&self, text: &str) -> Vec<Part> {
        let words = placed(text);
        let alone: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
        let mut hits = vec![false; words.len()];
        for phrase in &self.phrases {
            for at in 0..alone.len() {
                let behind = at + phrase.len();
                if alone.get(at..behind).is_some_and(|window| window == phrase.as_slice()) {
                    hits.iter_mut().take(behind).skip(at).for_each(|hit| *hit = true);
                }
            }
        }
        for (hit, word) in hits.iter_mut().zip(&alone) {
            *hit = *hit || self.any.iter().any(|term| term.fits(word));
        }
        let first = hits.iter().position(|hit| *hit).unwrap_or(0);
        let place = |at: usize| words.get(at).map(|(_, range)| range.clone());
        let begin = first.saturating_sub(BEFORE);
        let from = if begin == 0 { 0 } else { place(begin).map_or(0, |range| range.start) };
        let to = place(first + BEHIND).map_or(text.len(), |range| range.end);
        let mut parts = Parts::default();
        if from > 0 {
            parts.push("…", false);
        }
        let mut at = from;
        for ((_, range), _) in words.iter().zip(&hits).filter(|(_, hit)| **hit) {
            // Two words may be cut from one character.
            if range.start < at || range.end > to {
                continue;
            }
            parts.push(text.get(at..range.start).unwrap_or_default(), false);
            parts.push(text.get(range.clone()).unwrap_or_default(), true);
            at = range.end;
        }
        parts.push(text.get(at..to).unwrap_or_default(), false);
        if to < text.len() {
            parts.push("…", false);
        }
        parts.0
    }

    fn fits(&self, text: &[String]) -> bool {
        let has = |term: &Term| text.iter().any(|word| term.fits(word));
        let phrase = |phrase: &Vec<String>| {
            text.windows(phrase.len().max(1)).any(|window| window == phrase.as_slice())
        };
        !self.none.iter().any(has)
            && self.phrases.iter().all(phrase)
            && (!self.phrases.is_empty() || self.any.iter().any(has))
    }
}

/// How a database writes what its index is asked.
pub(crate) struct Syntax {
    pub(crate) quote: char,
    pub(crate) beginning: &'static str,
    pub(crate) and: &'static str,
    pub(crate) or: &'static str,
}

impl Syntax {
    /// What asks an index of words (`$?` is the expression), and how the expression is written.
    pub(crate) fn of(dialect: Dialect, index: &str) -> (String, Self) {
        match dialect {
            Dialect::Sqlite => (
                format!("{index} MATCH $?"),
                Self { quote: '"', beginning: "*", and: " AND ", or: " OR " },
            ),
            Dialect::Postgres => (
                "words @@ CAST($? AS tsquery)".to_owned(),
                Self { quote: '\'', beginning: ":*", and: " & ", or: " | " },
            ),
        }
    }

    fn word(&self, word: &str, is_beginning: bool) -> String {
        let mut text = String::new();
        let beginning = if is_beginning { self.beginning } else { "" };
        // Writing to a string cannot fail.
        let _ = write!(text, "{quote}{word}{quote}{beginning}", quote = self.quote);
        text
    }
}

fn joined(parts: impl Iterator<Item = String>, with: &str) -> String {
    format!("({})", parts.collect::<Vec<_>>().join(with))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_plain() {
        let cases: [(&str, &[&str]); 9] = [
            ("", &[]),
            (" -- !? ", &[]),
            ("José's café, 2nd floor", &["jose", "s", "cafe", "2nd", "floor"]),
            ("ﬁnal ＡＢＣ", &["final", "abc"]),
            ("İstanbul STRASSE straße", &["istanbul", "strasse", "straße"]),
            ("我爱你 love", &["我", "爱", "你", "love"]),
            ("שָׁלוֹם", &["שלום"]),
            ("a_b c\u{301}d", &["a", "b", "cd"]),
            (&"x".repeat(200), &[&"x".repeat(128), &"x".repeat(72)]),
        ];
        for (text, expected) in cases {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn questions_are_read() {
        let term = |word: &str, is_beginning| Term { word: word.to_owned(), is_beginning };
        let question = Question::read("sister -work begin* \"named Sarah\" well-known -");
        assert_eq!(
            question,
            Question {
                any: [
                    term("begin", true),
                    term("known", false),
                    term("sister", false),
                    term("well", false)
                ]
                .into(),
                phrases: vec![vec!["named".to_owned(), "sarah".to_owned()]],
                none: [term("work", false)].into(),
            }
        );
        // A quote that is never closed is only a sign.
        assert_eq!(Question::read("5\" pipe"), Question::read("5 pipe"));
        assert!(Question::read("-only ?").is_empty());
        let plain =
            Question { any: [term("no", false), term("tea", false)].into(), ..Question::default() };
        assert_eq!(Question::of_message("-\"Tea*\" -no, tea"), plain);
    }

    #[test]
    fn an_excerpt_marks_what_was_asked_for() {
        let shown = |question: &str, text: &str| {
            let parts = Question::read(question).excerpt(text);
            let written = parts.into_iter().map(|part| match part.hit {
                true => format!("[{}]", part.text),
                false => part.text,
            });
            written.collect::<String>()
        };
        assert_eq!(shown("sarah", "My sister, SÁRAH."), "My sister, [SÁRAH].");
        assert_eq!(shown("sis* sarah", "sister Sarah"), "[sister] [Sarah]");
        assert_eq!(shown("\"named sarah\"", "Sarah, named Sarah"), "Sarah, [named] [Sarah]");
        assert_eq!(shown("茶", "喜欢绿茶"), "喜欢绿[茶]");
        assert_eq!(shown("fi", "ﬁ <b>"), "[ﬁ] <b>");
        assert_eq!(shown("nothing", "is here"), "is here");
        assert_eq!(shown("x", ""), "");
        let long = format!("{}needle{}", "hay ".repeat(20), " straw".repeat(40));
        let hay = "hay ".repeat(8);
        let straw = " straw".repeat(24);
        assert_eq!(shown("needle", &long), format!("…{hay}[needle]{straw}…"));
    }

    #[test]
    fn the_better_answer_comes_first() {
        let texts: Vec<_> = [
            "likes tea",
            "has a sister named Sarah",
            "the sister of Sarah, Sarah Jane, likes tea and coffee and long walks",
            "named a boat",
        ]
        .map(words)
        .to_vec();
        let order = |question: &str| {
            let ranked = Question::read(question).ranked(&texts);
            ranked.into_iter().map(|(at, _)| at).collect::<Vec<_>>()
        };
        assert_eq!(order("sarah sister"), [1, 2]);
        assert_eq!(order("\"named sarah\""), [1]);
        assert_eq!(order("tea -coffee"), [0]);
        assert_eq!(order("na*"), [3, 1]);
        assert!(order("nothing").is_empty());
    }
}
