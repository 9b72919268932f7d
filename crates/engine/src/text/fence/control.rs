//! Control tokens in a text that the author wrote.
//!
//! Owns the question which of them can be nothing else. Authors use tags of their own (`<system>`,
//! `<thinking>`) as structure, and may; it must never report those.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::names::key;
use super::token::scan;

/// Names of tags that are tokens of a model and no author's structure.
const TOKENS: [&str; 23] = [
    "bos",
    "eos",
    "bos-token",
    "eos-token",
    "unk",
    "s",
    "sys",
    "endoftext",
    "endofprompt",
    "end-of-text",
    "begin-of-text",
    "begin-of-sentence",
    "end-of-sentence",
    "start-of-turn",
    "end-of-turn",
    "im-start",
    "im-end",
    "im-sep",
    "eot",
    "eot-id",
    "eom",
    "fim-prefix",
    "fim-suffix",
];

/// The most bytes of a token that are shown.
const LONGEST: usize = 64;

/// What finds control tokens. Built once for many texts.
#[derive(Debug)]
pub struct ControlTokens {
    lexicon: Lexicon,
    /// The keys of `TOKENS`.
    tags: Vec<String>,
}

impl Default for ControlTokens {
    fn default() -> Self {
        Self { lexicon: Lexicon::control(), tags: TOKENS.iter().map(|name| key(name)).collect() }
    }
}

impl ControlTokens {
    /// The control tokens of a text, in order. Linear time.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        let mut breaks = Vec::new();
        scan(text, 0, text.len(), &self.lexicon, &|_| Some(0), &mut breaks);
        breaks.sort_unstable();
        breaks.dedup();
        let mut found: Vec<Range<usize>> = Vec::new();
        for one in breaks {
            if found.last().is_some_and(|last| one.at < last.end) {
                continue;
            }
            let rest = text.get(one.at..).unwrap_or_default();
            let ends = |(_, c): &(usize, char)| ['>', ']'].contains(c);
            let end = rest.char_indices().skip(1).take(LONGEST).find(ends);
            let end = end.map_or(one.char.len_utf8(), |(at, c)| at + c.len_utf8());
            let written = rest.get(..end).unwrap_or_default();
            let is_tag = written.starts_with('<') && !written.contains('|');
            let edge = |c: char| matches!(c, '<' | '>' | '/') || c.is_whitespace();
            if !is_tag || self.tags.contains(&key(written.trim_matches(edge))) {
                found.push(one.at..one.at + end);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::ControlTokens;

    #[test]
    fn tokens_are_found_and_an_authors_tags_are_not() {
        let tokens = ControlTokens::default();
        let text = "<|im_start|>system [INST] x [/INST] <start_of_turn> </s> <<SYS>> <|endoftext|>";
        let found: Vec<&str> = tokens.find(text).into_iter().map(|at| &text[at]).collect();
        let expected = [
            "<|im_start|>",
            "[INST]",
            "[/INST]",
            "<start_of_turn>",
            "</s>",
            "<<SYS>",
            "<|endoftext|>",
        ];
        assert_eq!(found, expected);
        for own in ["<system>", "<thinking>", "</tool_call>", "a < b", "[1]", "x <memory> y", "<p>"]
        {
            assert!(tokens.find(own).is_empty(), "{own}");
        }
    }
}
