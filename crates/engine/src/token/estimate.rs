//! Estimates for models whose tokenizer is not published.
//!
//! Owns the factors by which such a model's tokens exceed those of `o200k_base`, word by word and
//! by script. An estimate leans to the high side; its margin covers ordinary prose, code and data.
//! Degenerate text (one letter repeated for pages) can exceed it, up to one token per byte, which no
//! byte-level vocabulary exceeds and which bounds every word here. It must never be called exact.
//!
//! Where the factors come from:
//! - Anthropic publishes no tokenizer for Claude 3 and later, only an endpoint that counts. Measured
//!   against GPT-4o's counts with it, Claude up to 4.6: English prose +16 %, mathematics +21 %,
//!   Python +30 % (a comparison of Claude 3.5 Sonnet with GPT-4o, 2025); one essay in Chinese
//!   1.65 against 1.15, in Hindi above 3 against about 1.3 (Komatsuzaki, 2026).
//! - From Opus 4.7 on, Anthropic's release notes say up to 1.35 times as many tokens; measured with the same
//!   endpoint: English prose 1.20–1.46, German 1.46, French 1.36, code 1.13–1.39, numbers 1.07,
//!   Cyrillic, CJK, Arabic and Hindi 1.00 (three independent measurements, April 2026).
//! - Gemini's documentation says about four characters per token; its open sibling Gemma has a
//!   vocabulary of 262,000, close to `o200k_base` in every script, but writes each digit as a token.
//! - The unknown rest is given room for vocabularies of 32,000 to 150,000 with digits one by one.

use crate::token::encoding::Encoding;

/// A family of models that is counted by estimate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Estimate {
    /// Claude from Opus 4.7 on, and Claude models not known yet.
    Anthropic,
    /// Claude up to the 4.6 generation.
    AnthropicClassic,
    /// Gemini.
    Gemini,
    /// Everything else.
    Unknown,
}

/// What one family is counted by. Factors are thousandths of a token per token of `o200k_base`.
struct Factors {
    name: &'static str,
    /// How far the true count of ordinary text may lie from the estimate, in thousandths of it.
    margin: u32,
    /// Words of ASCII letters.
    plain: u64,
    /// ASCII digits.
    digits: u64,
    /// ASCII punctuation and white space.
    marks: u64,
    /// Words with letters of extended Latin.
    accented: u64,
    /// Greek, Cyrillic, Armenian.
    cyrillic: u64,
    /// Chinese, Japanese, Korean.
    cjk: u64,
    /// Every other script, emoji and symbols.
    other: u64,
}

const ANTHROPIC: Factors = Factors {
    name: "estimate:anthropic",
    margin: 200,
    plain: 1_650,
    digits: 1_350,
    marks: 1_350,
    accented: 1_850,
    cyrillic: 1_500,
    cjk: 1_500,
    other: 2_500,
};

const ANTHROPIC_CLASSIC: Factors = Factors {
    name: "estimate:anthropic-classic",
    margin: 150,
    plain: 1_180,
    accented: 1_350,
    ..ANTHROPIC
};

const GEMINI: Factors = Factors {
    name: "estimate:gemini",
    margin: 150,
    plain: 1_080,
    digits: 3_000,
    marks: 1_150,
    accented: 1_150,
    cyrillic: 1_150,
    cjk: 1_150,
    other: 1_250,
};

const UNKNOWN: Factors = Factors {
    name: "estimate:unknown",
    margin: 300,
    plain: 1_200,
    digits: 3_000,
    marks: 1_250,
    accented: 1_500,
    cyrillic: 1_600,
    cjk: 1_500,
    other: 2_200,
};

impl Estimate {
    /// The name, as it stands in a manifest.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.factors().name
    }

    /// How far the true count of ordinary text may lie from the estimate, in thousandths of it.
    #[must_use]
    pub const fn margin_permille(self) -> u32 {
        self.factors().margin
    }

    /// The cost of one word of `o200k_base`, in thousandths of a token. It depends on nothing but
    /// the word, so that sums over safe cuts are the sums of the whole.
    pub(crate) fn word_millis(self, word: &str) -> u64 {
        let tokens = Encoding::O200kBase.word_tokens(word) as u64;
        let bound = word.len() as u64 * 1_000;
        (tokens * self.factors().factor(word)).min(bound)
    }

    const fn factors(self) -> &'static Factors {
        match self {
            Self::Anthropic => &ANTHROPIC,
            Self::AnthropicClassic => &ANTHROPIC_CLASSIC,
            Self::Gemini => &GEMINI,
            Self::Unknown => &UNKNOWN,
        }
    }
}

impl Factors {
    /// The factor of the script that a word is written in: its first character beyond ASCII
    /// decides, since words seldom mix scripts.
    fn factor(&self, word: &str) -> u64 {
        match word.chars().find(|c| !c.is_ascii()) {
            Some(foreign) => self.script_factor(foreign),
            None if word.bytes().any(|byte| byte.is_ascii_alphabetic()) => self.plain,
            None if word.bytes().any(|byte| byte.is_ascii_digit()) => self.digits,
            None => self.marks,
        }
    }

    fn script_factor(&self, c: char) -> u64 {
        match c {
            '\u{80}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => self.accented,
            '\u{370}'..='\u{58F}' | '\u{1F00}'..='\u{1FFF}' => self.cyrillic,
            '\u{2E80}'..='\u{A4CF}'
            | '\u{AC00}'..='\u{D7FF}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{FF00}'..='\u{FFEF}'
            | '\u{20000}'..='\u{3FFFF}' => self.cjk,
            _ => self.other,
        }
    }
}
