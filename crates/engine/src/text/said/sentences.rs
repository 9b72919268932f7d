//! A text as sentences.
//!
//! Owns lines, blocks of code, and what a single sentence is: a question, or one that ends in a full
//! stop. It must never take or add a character but white space around sentences. Linear in the text.

use super::abbreviations::keeps_its_stop;
use super::address;
use super::line::{asks_in_greek, cut, is_closer, is_end, is_picture, is_stop};
use crate::text::letters::is_break;

/// What begins and ends a block of code.
const FENCE: &str = "```";

/// The sentences of a text, in order, without white space around them. A line ends a sentence; a block
/// of code between two fences is one.
#[must_use]
pub fn sentences(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let lines = lines(text);
    let is_fence = |line: &str| line.trim_start().starts_with(FENCE);
    let mut fences = lines.iter().filter(|(_, line)| is_fence(line)).count();
    let mut block = None;
    for (at, line) in lines {
        if is_fence(line) {
            fences -= 1;
            match block.take() {
                Some(from) => {
                    out.extend(text.get(from..at + line.len()).map(str::trim));
                }
                // Without another fence, this one begins no block.
                None if fences > 0 => block = Some(at),
                None => cut(line, &mut out),
            }
        } else if block.is_none() {
            cut(line, &mut out);
        }
    }
    out
}

/// Whether a sentence is a block of code, which is shown as it stands.
#[must_use]
pub fn is_code(sentence: &str) -> bool {
    sentence.starts_with(FENCE) && sentence.ends_with(FENCE) && sentence.contains(is_break)
}

/// Whether a sentence asks something.
#[must_use]
pub fn is_question(sentence: &str) -> bool {
    let lead = |c: char| c.is_whitespace() || is_closer(c) || is_picture(c);
    let body = sentence.trim_end_matches(lead);
    if is_code(sentence) || address::is_one(body.trim_end_matches(is_end)) {
        return false;
    }
    let mut back = body.chars().rev();
    if let (Some(last), before) = (back.next(), back.next())
        && asks_in_greek(before, last)
    {
        return true;
    }
    let mut ends = body.chars().rev().take_while(|c| is_end(*c) || is_closer(*c));
    ends.any(|c| matches!(c, '?' | '？' | '؟' | '‽' | '⁇' | '⁈' | '⁉'))
}

/// How many questions a text asks.
#[must_use]
pub fn questions(text: &str) -> usize {
    sentences(text).into_iter().filter(|sentence| is_question(sentence)).count()
}

/// A sentence without the full stop at its end. A stop that belongs to an abbreviation stays, and so do
/// several in a row.
#[must_use]
pub fn without_stop(sentence: &str) -> &str {
    let whole = sentence.trim_end();
    let Some(rest) = whole.strip_suffix(is_stop) else { return sentence };
    let rest = rest.trim_end();
    let last = rest.trim_start().chars().next_back();
    if is_code(sentence) || last.is_none_or(is_end) {
        return sentence;
    }
    let word = rest.rsplit(|c: char| !c.is_alphanumeric() && c != '.').next().unwrap_or_default();
    let glued = whole.len() == rest.len() + 1;
    if glued && whole.ends_with('.') && keeps_its_stop(word) { sentence } else { rest }
}

/// The lines of a text with their places.
fn lines(text: &str) -> Vec<(usize, &str)> {
    let mut at = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive(is_break) {
        found.push((at, line));
        at += line.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        let cases: [(&str, &[&str]); 30] = [
            ("Hello there. How are you?", &["Hello there.", "How are you?"]),
            ("Dr. Smith met Mr. Jones. They spoke.", &["Dr. Smith met Mr. Jones.", "They spoke."]),
            (
                "It is 3.5 km, e.g. Version 2.0.1 is out.",
                &["It is 3.5 km, e.g. Version 2.0.1 is out."],
            ),
            ("Come at 5 p.m. We wait.", &["Come at 5 p.m.", "We wait."]),
            ("Come at 5 p.m. Monday. Bye.", &["Come at 5 p.m. Monday.", "Bye."]),
            ("Das geht, z. B. Montag. Passt das?", &["Das geht, z. B. Montag.", "Passt das?"]),
            ("Wir starten am 3. Mai. Passt das?", &["Wir starten am 3. Mai.", "Passt das?"]),
            ("It began in 2024. Much changed.", &["It began in 2024.", "Much changed."]),
            ("1. Sign in\n2. Choose a plan. Pay.", &["1. Sign in", "2. Choose a plan.", "Pay."]),
            ("Write to a.b@c.example. Thanks!", &["Write to a.b@c.example.", "Thanks!"]),
            (
                "See https://x.example/a.b?c=d. Then ask.",
                &["See https://x.example/a.b?c=d.", "Then ask."],
            ),
            ("He said \"Yes. No.\" and left.", &["He said \"Yes. No.\" and left."]),
            ("He said “Go.” Then he left.", &["He said “Go.”", "Then he left."]),
            ("Well... I think so. Really?!", &["Well...", "I think so.", "Really?!"]),
            ("Great! 🙂 Shall we?", &["Great! 🙂", "Shall we?"]),
            ("你好。你需要什么？我可以帮你！", &["你好。", "你需要什么？", "我可以帮你！"]),
            ("彼は「はい。」と言った。次は？", &["彼は「はい。」と言った。", "次は？"]),
            ("¿Cómo estás? ¡Muy bien! Gracias.", &["¿Cómo estás?", "¡Muy bien!", "Gracias."]),
            ("مرحبا. كيف حالك؟ شكرا.", &["مرحبا.", "كيف حالك؟", "شكرا."]),
            ("नमस्ते। आप कैसे हैं? धन्यवाद।", &["नमस्ते।", "आप कैसे हैं?", "धन्यवाद।"]),
            ("Привет. Как дела? Т.е. хорошо.", &["Привет.", "Как дела?", "Т.е. хорошо."]),
            ("No. 5 is alive. Yes or no. We wait.", &["No. 5 is alive.", "Yes or no.", "We wait."]),
            ("J. K. Rowling wrote it. Nice.", &["J. K. Rowling wrote it.", "Nice."]),
            ("The U.S. Army came. It left.", &["The U.S. Army came.", "It left."]),
            ("Yahoo! is old. iPhone too.", &["Yahoo! is old. iPhone too."]),
            ("**Bold.** Then more.", &["**Bold.**", "Then more."]),
            ("```\na. B. C\n```\nDone. Yes.", &["```\na. B. C\n```", "Done.", "Yes."]),
            (
                "(Just a number is fine.) Then we go on.",
                &["(Just a number is fine.)", "Then we go on."],
            ),
            (" \n ", &[]),
            ("...", &["..."]),
        ];
        for (text, expected) in cases {
            assert_eq!(sentences(text), expected, "{text}");
        }
    }

    #[test]
    fn questions_are_told_from_statements() {
        for text in [
            "Why?",
            "Why?!",
            "\"Why?\"",
            "なぜ？",
            "لماذا؟",
            "Γιατί\u{37e}",
            "Γιατί;",
            "Why? 🙂",
            "(Really?)",
            "**So?**",
        ] {
            assert!(is_question(text), "{text}");
        }
        for text in ["Why.", "https://a.example/?", "You asked \"why?\" once", "Well; then", "?x"] {
            assert!(!is_question(text), "{text}");
        }
        assert_eq!(questions("Is it A? Or B? I see."), 2);
    }

    #[test]
    fn one_full_stop_is_left_out_at_the_end() {
        let cases = [
            ("Hello.", "Hello"),
            ("Hello .", "Hello"),
            ("Hello..", "Hello.."),
            ("Hello…", "Hello…"),
            ("Hello?", "Hello?"),
            ("Really?.", "Really?."),
            ("Soup, salad etc.", "Soup, salad etc."),
            ("at 5 p.m.", "at 5 p.m."),
            ("Take plan B.", "Take plan B"),
            ("Yes or no.", "Yes or no"),
            ("(Yes.)", "(Yes.)"),
            ("\"Yes\".", "\"Yes\""),
            ("はい。", "はい"),
            ("ہاں۔", "ہاں"),
            ("हाँ।", "हाँ"),
            (".", "."),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(without_stop(text), expected, "{text}");
        }
    }
}
