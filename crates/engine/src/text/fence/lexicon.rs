//! What counts as structure inside a line.
//!
//! Owns the lists compiled for one agent. It never looks at text: that is `token`'s.

use super::lists::{
    BRACKET_CAPITALS, BRACKET_TOKENS, CONTROL_TAGS, NUMBERED_TAGS, PIPE_WORDS, PROMPT_TAGS,
};
use super::names::{Names, key};

/// What counts as structure.
#[derive(Clone, Debug)]
pub(super) struct Lexicon {
    /// An agent's own names, which are structure wherever they stand.
    own: Names,
    /// Tags that prompts commonly use.
    prompt: Names,
    control: Names,
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
        let names = |list: &[&str]| Names::new(list.iter().copied());
        Self {
            own: Names::default(),
            prompt: Names::default(),
            control: names(CONTROL_TAGS),
            numbered: names(NUMBERED_TAGS),
            pipes: names(PIPE_WORDS),
            brackets: names(BRACKET_TOKENS),
            capitals: names(BRACKET_CAPITALS),
            sys: key("sys"),
        }
    }

    /// Control tokens, the tags that prompts commonly use, and an agent's own.
    pub(super) fn fences(own: &[String]) -> Self {
        Self {
            own: Names::new(own.iter().map(String::as_str)),
            prompt: Names::new(PROMPT_TAGS.iter().copied()),
            ..Self::control()
        }
    }

    /// What the key of a tag's name is known as.
    pub(super) fn kind(&self, key: &str) -> Option<Kind> {
        let head = key.trim_end_matches(|c: char| c.is_ascii_digit());
        if self.own.has(key) {
            Some(Kind::Own)
        } else if self.control.has(key) || (head.len() < key.len() && self.numbered.has(head)) {
            Some(Kind::Control)
        } else {
            self.prompt.has(key).then_some(Kind::Prompt)
        }
    }

    /// Bytes of the longest key of a tag.
    pub(super) fn longest(&self) -> usize {
        [&self.own, &self.control, &self.prompt].map(Names::longest).into_iter().max().unwrap_or(0)
    }
}
