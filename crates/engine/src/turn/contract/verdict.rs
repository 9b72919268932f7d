//! Reads a verdict out of an answer.
//!
//! Owns the judgement whether an answer passes. An answer that does not say so plainly, or says both,
//! is unreadable: it must never count as a pass.

use crate::agent::call::Heads;

/// What an answer says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Yes, and what else was said.
    Pass(String),
    /// No, and why.
    Fail(String),
    /// Neither, or both; and which.
    Unreadable(String),
}

/// What may stand around a verdict without being a part of it.
const DECORATION: &[char] = &['*', '_', '#', '>', '`', '"', '\'', '“', '”', '«', '»', '(', '['];

/// Reads the verdict. A line begins with a head where nothing but white space and decoration stands in
/// front of it and no letter or digit behind it; letter case plays no part. The rest of the answer
/// behind the head is the reason. Linear in the answer.
#[must_use]
pub fn read(heads: &Heads, answer: &str) -> Verdict {
    let first = |head: &str| {
        let mut at = 0;
        answer.split_inclusive('\n').find_map(|line| {
            let begin = at;
            at += line.len();
            Some(begin + behind(head, line)?)
        })
    };
    let (pass, fail) = (first(&heads.pass), first(&heads.fail));
    let (at, said, other) = match (pass, fail) {
        (Some(at), None) => (at, Verdict::Pass as fn(String) -> Verdict, &heads.fail),
        (None, Some(at)) => (at, Verdict::Fail as fn(String) -> Verdict, &heads.pass),
        (None, None) => {
            let neither = format!("no line begins with {} or {}", heads.pass, heads.fail);
            return Verdict::Unreadable(neither);
        }
        (Some(_), Some(_)) => return both(heads),
    };
    let rest = answer.get(at..).unwrap_or_default();
    // `PASS or FAIL: …` names both before it says anything.
    let ends = |c: char| matches!(c, ':' | '.' | ',' | ';' | '!' | '-' | '–' | '—' | '\n');
    if names(other, rest.split(ends).next().unwrap_or_default()) {
        return both(heads);
    }
    let lead = |c: char| c.is_whitespace() || DECORATION.contains(&c) || ends(c) || c == ')';
    said(rest.trim_start_matches(lead).trim_end().to_owned())
}

/// A text without what stands around it as decoration: of `**PASS**` it is `PASS`.
#[must_use]
pub fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || DECORATION.contains(&c) || c == ')')
}

fn both(heads: &Heads) -> Verdict {
    Verdict::Unreadable(format!("the answer says both {} and {}", heads.pass, heads.fail))
}

/// Where a line goes on behind a head, if it begins with it.
fn behind(head: &str, line: &str) -> Option<usize> {
    let inner = line.trim_start_matches(|c: char| c.is_whitespace() || DECORATION.contains(&c));
    let end = line.len() - inner.len() + prefix(head, inner)?;
    let next = line.get(end..)?.chars().next();
    next.is_none_or(|c| !c.is_alphanumeric() && c != '_').then_some(end)
}

/// The length of the beginning of a text that is a head in another case, if it is one.
fn prefix(head: &str, text: &str) -> Option<usize> {
    let mut wanted = head.chars().flat_map(char::to_lowercase);
    let mut end = 0;
    let mut letters = text.chars();
    let mut next = wanted.next();
    while next.is_some() {
        let letter = letters.next()?;
        for lower in letter.to_lowercase() {
            if next != Some(lower) {
                return None;
            }
            next = wanted.next();
        }
        end += letter.len_utf8();
    }
    (!head.is_empty()).then_some(end)
}

/// Whether a text has a head in it as words of their own.
fn names(head: &str, text: &str) -> bool {
    let inner = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    text.char_indices().any(|(at, _)| {
        let (before, rest) = text.split_at(at);
        let end = prefix(head, rest);
        let after = end.and_then(|end| rest.get(end..));
        !inner(before.chars().next_back())
            && after.is_some_and(|after| !inner(after.chars().next()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(answer: &str) -> Verdict {
        read(&Heads { pass: "PASS".into(), fail: "FAIL".into() }, answer)
    }

    fn pass(reason: &str) -> Verdict {
        Verdict::Pass(reason.into())
    }

    fn fail(reason: &str) -> Verdict {
        Verdict::Fail(reason.into())
    }

    #[test]
    fn the_head_decides_and_the_rest_is_the_reason() {
        assert_eq!(verdict("PASS"), pass(""));
        assert_eq!(verdict("pass: all criteria are met\n"), pass("all criteria are met"));
        assert_eq!(verdict("Fail – no test covers it."), fail("no test covers it."));
        assert_eq!(
            verdict("**FAIL**\n\n1. No tests.\n2. No docs."),
            fail("1. No tests.\n2. No docs.")
        );
        assert_eq!(
            verdict("I looked at the change.\n\n> `FAIL`: it does not build"),
            fail("it does not build")
        );
        assert_eq!(
            verdict("PASS: the path that must fail does fail"),
            pass("the path that must fail does fail")
        );
    }

    #[test]
    fn neither_or_both_is_never_a_pass() {
        for answer in [
            "",
            "It looks fine to me.",
            "This would pass.",
            "PASSED",
            "pass_rate: 1",
            "not PASS",
            "PASS\nFAIL",
            "PASS or FAIL: FAIL",
            "PASS/FAIL",
            "Pass | fail",
            "FAIL\n\nOn second thought:\nPASS",
            "PASS it can fail",
        ] {
            assert!(matches!(verdict(answer), Verdict::Unreadable(_)), "{answer}");
        }
    }

    #[test]
    fn heads_of_several_words_and_scripts_are_read() {
        let heads = Heads { pass: "Прошло".into(), fail: "Not yet".into() };
        assert_eq!(read(&heads, "ПРОШЛО: да"), pass("да"));
        assert_eq!(read(&heads, "NOT YET: the docs"), fail("the docs"));
        assert!(matches!(read(&heads, "not yetis"), Verdict::Unreadable(_)));
    }
}
