//! What counts as structure inside a line.
//!
//! Owns the lists compiled for one agent. It never looks at text: that is `token`'s.

use std::sync::LazyLock;

use super::lists::{
    BRACKET_CAPITALS, BRACKET_TOKENS, CONTROL_TAGS, NUMBERED_TAGS, PIPE_WORDS, PROMPT_TAGS,
};
use super::names::{Names, key};

/// What counts as structure.
#[derive(Clone, Debug)]
pub(super) struct Lexicon {
    /// An agent's own names, which are structure wherever they stand.
    own: Names,
    /// Tags that prompts commonly use, where they count.
    prompt: Option<&'static Names>,
    /// The tokens of providers.
    pub(super) tokens: &'static Tokens,
}

/// The control tokens of providers.
#[derive(Debug)]
pub(super) struct Tokens {
    tags: Names,
    numbered: Names,
    /// The insides of `<|…|>`.
    pub(super) pipes: Names,
    /// The insides of `[…]` in any case.
    pub(super) brackets: Names,
    /// The insides of `[…]` in capitals.
    pub(super) capitals: Names,
    /// `sys`, of `<<SYS>>`.
    pub(super) sys: String,
}

static TOKENS: LazyLock<Tokens> = LazyLock::new(|| {
    let names = |list: &[&str]| Names::new(list.iter().copied());
    Tokens {
        tags: names(CONTROL_TAGS),
        numbered: names(NUMBERED_TAGS),
        pipes: names(PIPE_WORDS),
        brackets: names(BRACKET_TOKENS),
        capitals: names(BRACKET_CAPITALS),
        sys: key("sys"),
    }
});

static PROMPT: LazyLock<Names> = LazyLock::new(|| Names::new(PROMPT_TAGS.iter().copied()));

/// What a name is known as. The strongest counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A tag that prompts commonly use.
    Prompt,
    /// A token of a provider.
    Control,
    /// A fence of the agent's own.
    Own,
}

impl Lexicon {
    /// Control tokens only: what a message may not contain.
    pub(super) fn control() -> Self {
        Self { own: Names::default(), prompt: None, tokens: &TOKENS }
    }

    /// Control tokens, the tags that prompts commonly use, and an agent's own.
    pub(super) fn fences(own: &[String]) -> Self {
        let own = Names::new(own.iter().map(String::as_str));
        Self { own, prompt: Some(&PROMPT), tokens: &TOKENS }
    }

    /// What the key of a tag's name is known as.
    pub(super) fn kind(&self, key: &str) -> Option<Kind> {
        let head = key.trim_end_matches(|c: char| c.is_ascii_digit());
        let Tokens { tags, numbered, .. } = self.tokens;
        if self.own.has(key) {
            Some(Kind::Own)
        } else if tags.has(key) || (head.len() < key.len() && numbered.has(head)) {
            Some(Kind::Control)
        } else {
            self.prompt.filter(|prompt| prompt.has(key)).map(|_| Kind::Prompt)
        }
    }

    /// Bytes of the longest key of a tag.
    pub(super) fn longest(&self) -> usize {
        let prompt = self.prompt.map_or(0, Names::longest);
        self.own.longest().max(self.tokens.tags.longest()).max(prompt)
    }
}
