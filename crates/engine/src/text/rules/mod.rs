//! Which of a user's style rules are kept.
//!
//! Owns the verdict on one rule. A rule is kept only where a small grammar of style preferences
//! accounts for every word of it, in one of the languages of `lang`; everything else is dropped.
//! It must never look for what is forbidden and keep the rest: the words that would do harm are
//! without number, the words of a style preference are few.

mod first;
mod grammar;
mod lang;
mod matching;
mod names;
mod sentence;
mod table;
mod tokens;

use grammar::Grammar;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a kept rule is about. A rule about several things has the aspect of its first part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// How long or detailed answers are.
    Length,
    /// Warmth, formality, directness, humour.
    Tone,
    /// Lists, paragraphs, tables, headings, bold.
    Format,
    /// The language of the answers, or its regional variant.
    Language,
    /// What the user is called.
    Name,
    /// The user's pronouns, and how formally they are addressed.
    Pronouns,
    /// Emojis.
    Emoji,
    /// Examples, comparisons and stories.
    Examples,
    /// How fast an answer goes: step by step, one thing at a time.
    Pace,
    /// Choice of words: jargon, metaphors, reading level.
    Wording,
    /// How many questions come at once.
    Questions,
    /// Units, dates and times.
    Units,
    /// What stands at the beginning and end: greetings, summaries, small talk.
    Structure,
    /// Whether reasons are given.
    Explanation,
    /// People and harmless subjects that are left unmentioned.
    Topics,
}

impl Aspect {
    /// The aspect as a lower-case word, for manifests.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Length => "length",
            Self::Tone => "tone",
            Self::Format => "format",
            Self::Language => "language",
            Self::Name => "name",
            Self::Pronouns => "pronouns",
            Self::Emoji => "emoji",
            Self::Examples => "examples",
            Self::Pace => "pace",
            Self::Wording => "wording",
            Self::Questions => "questions",
            Self::Units => "units",
            Self::Structure => "structure",
            Self::Explanation => "explanation",
            Self::Topics => "topics",
        }
    }
}

/// What becomes of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It is a style preference: the rule goes into the prompt as it was written.
    Keep {
        /// What it is about.
        aspect: Aspect,
    },
    /// It is not, and stays out of the prompt.
    Drop {
        /// Why, in a few words for the person who wrote the rule.
        reason: &'static str,
    },
}

/// The longest rule that is looked at, in characters.
pub const MAX_CHARS: usize = 200;

/// The most sentences in one rule.
pub const MAX_SENTENCES: usize = 3;

/// Decides on one rule as a user wrote it. Deterministic; the work is bounded by [`MAX_CHARS`],
/// whatever the length of `rule`.
#[must_use]
pub fn screen(rule: &str) -> Verdict {
    match recognise(rule) {
        Ok(aspect) => Verdict::Keep { aspect },
        Err(reason) => Verdict::Drop { reason },
    }
}

fn recognise(rule: &str) -> Result<Aspect, &'static str> {
    let rule = tokens::admissible(rule.trim())?;
    let sentences = tokens::sentences(rule);
    if sentences.is_empty() {
        return Err("empty");
    }
    if sentences.len() > MAX_SENTENCES {
        return Err("more than three sentences");
    }
    let capitals = tokens::capitals(rule);
    let known: Vec<Vec<&[Known]>> = sentences
        .iter()
        .map(|tokens| tokens.iter().map(|token| LANGUAGES.known(token)).collect())
        .collect();
    for (language, grammar) in LANGUAGES.grammars.iter().enumerate() {
        if let Some(aspect) = whole(grammar, language, &sentences, &known, &capitals) {
            return Ok(aspect);
        }
    }
    Err("not a style preference")
}

/// The aspect of the first sentence, if one language accounts for all of them.
fn whole(
    grammar: &Grammar,
    language: usize,
    sentences: &[Vec<String>],
    known: &[Vec<&[Known]>],
    capitals: &[String],
) -> Option<Aspect> {
    let mut first = None;
    for (tokens, known) in sentences.iter().zip(known) {
        let ids: Vec<Option<u32>> = known.iter().map(|known| id(known, language)).collect();
        let aspect = sentence::aspect(grammar, tokens, &ids, capitals, first)?;
        first = first.or(Some(aspect));
    }
    first
}

/// A language that has a word, and the number of the word in it.
type Known = (usize, u32);

fn id(known: &[Known], language: usize) -> Option<u32> {
    known.iter().find(|(own, _)| *own == language).map(|(_, id)| *id)
}

/// Whether a wish may begin with this word, in whichever language.
fn begins_wish(word: &str) -> bool {
    LANGUAGES.known(word).iter().any(|(language, id)| {
        LANGUAGES.grammars.get(*language).is_some_and(|grammar| grammar.begins(*id))
    })
}

/// The compiled languages, and all their words, so that a token is looked up once.
struct Languages {
    grammars: Vec<Grammar>,
    words: BTreeMap<String, Vec<Known>>,
}

impl Languages {
    fn new() -> Self {
        let grammars: Vec<Grammar> =
            lang::ALL.iter().map(|language| Grammar::new(language).0).collect();
        let mut words: BTreeMap<String, Vec<Known>> = BTreeMap::new();
        for (language, grammar) in grammars.iter().enumerate() {
            for (word, id) in grammar.words() {
                words.entry(word.to_string()).or_default().push((language, id));
            }
        }
        Self { grammars, words }
    }

    fn known(&self, token: &str) -> &[Known] {
        self.words.get(token).map_or(&[], Vec::as_slice)
    }
}

/// Constants, built from the tables at first use.
static LANGUAGES: LazyLock<Languages> = LazyLock::new(Languages::new);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_have_no_mistakes() {
        let forbidden = names::untouchable();
        let mistakes: Vec<String> =
            lang::ALL.iter().flat_map(|language| grammar::mistakes(language, &forbidden)).collect();
        assert_eq!(mistakes, Vec::<String>::new());
    }
}
