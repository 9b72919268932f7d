//! Tables of words.
//!
//! Owns the form in which the tables of the languages are written; `grammar` says what stands in their texts.
//! It must never know a word of any language.

use super::Aspect;

/// The table of one language.
pub(super) struct Language {
    /// ISO 639-1.
    pub(super) code: &'static str,
    /// The classes in order: each may use those before it. `lead`, `clause`, `join` and `tail` are
    /// the ones that sentences are made of.
    pub(super) classes: &'static [&'static [Class]],
}

/// A named list of alternatives.
pub(super) struct Class {
    pub(super) name: &'static str,
    pub(super) aspect: Option<Aspect>,
    pub(super) text: &'static str,
}

/// Words that only help to say something.
pub(super) const fn words(name: &'static str, text: &'static str) -> Class {
    Class { name, aspect: None, text }
}

/// Words that say what a rule is about.
pub(super) const fn about(name: &'static str, aspect: Aspect, text: &'static str) -> Class {
    Class { name, aspect: Some(aspect), text }
}
