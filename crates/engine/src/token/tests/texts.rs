//! Texts to count: every kind of character that decides where a word ends.

use proptest::prelude::*;

use crate::token::{Encoding, Estimate, Tokenizer};

pub(super) const EXACT: [Encoding; 2] = [Encoding::O200kBase, Encoding::Cl100kBase];

pub(super) const ALL: [Tokenizer; 6] = [
    Tokenizer::Exact(Encoding::O200kBase),
    Tokenizer::Exact(Encoding::Cl100kBase),
    Tokenizer::Estimated(Estimate::Anthropic),
    Tokenizer::Estimated(Estimate::AnthropicClassic),
    Tokenizer::Estimated(Estimate::Gemini),
    Tokenizer::Estimated(Estimate::Unknown),
];

/// Every character that Unicode calls white space, except the newline.
const SPACES: &[char] = &[
    '\t', '\u{b}', '\u{c}', '\r', ' ', '\u{85}', '\u{a0}', '\u{1680}', '\u{2000}', '\u{2001}',
    '\u{2002}', '\u{2003}', '\u{2004}', '\u{2005}', '\u{2006}', '\u{2007}', '\u{2008}', '\u{2009}',
    '\u{200a}', '\u{2028}', '\u{2029}', '\u{202f}', '\u{205f}', '\u{3000}',
];

/// What makes words end, go on, or swallow what follows.
const PARTS: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    " ",
    "  ",
    "   ",
    "/",
    "//",
    "\n/",
    "!\n",
    "//\n",
    "'",
    "'s",
    "'LL",
    "'re",
    "'Ve",
    "’s",
    "don",
    "WORD",
    "Word",
    "camelCase",
    "ǅ",
    "ß",
    "ſ",
    "é",
    "e\u{301}",
    "\u{301}",
    "\u{20dd}",
    "ʰ",
    "世界",
    "こんにちは",
    "カ",
    "한국어",
    "नमस्ते",
    "\u{93f}",
    "สวัสดี",
    "مرحبا",
    "שלום",
    "Привет",
    "Ω",
    "1",
    "12",
    "123",
    "1234567",
    "٣",
    "Ⅷ",
    "½",
    "²",
    "😀",
    "👩‍👩‍👧‍👦",
    "🇩🇪",
    "\u{200d}",
    "\u{200b}",
    "\u{feff}",
    "\u{fe0f}",
    "\0",
    "\u{7f}",
    "\u{e0041}",
    "\u{10ffff}",
    "…",
    "—",
    "!",
    "?",
    "...",
    "- ",
    "* ",
    "# ",
    "{\"a\": ",
    "}",
    "<|endoftext|>",
    "<|im_start|>",
    "https://a.b/c?d=e",
];

/// A text of up to `parts` parts, rich in line breaks and white space.
pub(super) fn text(parts: usize) -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => Just("\n".to_owned()),
        2 => prop::sample::select(SPACES).prop_map(String::from),
        8 => prop::sample::select(PARTS).prop_map(str::to_owned),
        1 => "[a-z]{1,12}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(part, 0..=parts).prop_map(|parts| parts.concat())
}

/// A text of many lines, as prompts have them.
pub(super) fn lines() -> impl Strategy<Value = Vec<String>> {
    let line = prop_oneof![5 => "[ -~é世]{0,90}", 1 => "[ -~é世/]{120,400}"];
    prop::collection::vec(line, 0..80)
}

/// Prose, lists and JSON of about `bytes` bytes, without a line twice.
pub(super) fn document(bytes: usize) -> String {
    let mut text = String::new();
    let mut line = 0_u32;
    while text.len() < bytes {
        line += 1;
        text.push_str(&match line % 5 {
            0 => String::from("\n"),
            1 => format!("## Part {line}: what the customer has said\n"),
            2 => format!(
                "- item {line}: the agent's answer wasn't accepted (code {})\n",
                line * 7919
            ),
            3 => format!(
                "{{\"id\": {line}, \"state\": \"open\", \"tags\": [\"naïve\", \"{line:x}\"]}}\n"
            ),
            _ => format!("When the client hesitates for the {line}th time, name what they want.\n"),
        });
    }
    text
}
