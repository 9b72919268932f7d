//! Opening tags that are code: `Vec<Task>`, `#include <memory>`, `<User id={1} />`.
//!
//! Owns the excuses for tags with a known name. They hold for plain ASCII that one run spells with
//! what makes it code, so that two values next to each other make none; never for a closing tag, and
//! never for a fence of the agent's own. Types are written as no prompt and no provider writes a tag:
//! `Task`, and never `task` or `TASK`.

use super::lexicon::Kind;
use super::token::Scan;

/// Whether the candidate is spelled as the argument of a type, or as a header file.
pub(super) fn is_argument(scan: &Scan, kind: Kind) -> bool {
    let Some((at, name)) = spelled(scan) else {
        return false;
    };
    let before = at.checked_sub(1);
    let joined = before.is_some_and(|before| (scan.owner)(before) == (scan.owner)(at));
    let head = scan.text.get(..at).unwrap_or_default();
    let argument = kind != Kind::Own && is_type(name) && names_type(head);
    let included = kind == Kind::Prompt && head.ends_with("#include ");
    joined && (argument || included)
}

/// Whether the candidate is spelled as a component of a page. Only an empty one is code: what it would
/// open, it closes itself.
pub(super) fn is_component(scan: &Scan, kind: Kind) -> bool {
    kind == Kind::Prompt && spelled(scan).is_some_and(|(_, name)| name.len() > 1 && is_type(name))
}

/// The place of the angle and the name behind it, if one run spells both in plain ASCII.
fn spelled<'a>(scan: &Scan<'a>) -> Option<(usize, &'a str)> {
    let (first, last) = (scan.parts.first()?, scan.parts.last()?);
    let name = scan.text.get(first.at + first.char.len_utf8()..last.at + last.char.len_utf8())?;
    let plain = name.bytes().all(is_name);
    let owner = (scan.owner)(first.at)?;
    let whole = || {
        let mut parts = scan.parts.iter();
        parts.all(|part| (scan.owner)(part.at) == Some(owner))
    };
    (first.char == '<' && plain && whole()).then_some((first.at, name))
}

/// `Task`, `S`.
fn is_type(name: &str) -> bool {
    let mut bytes = name.bytes();
    bytes.next().is_some_and(|byte| byte.is_ascii_uppercase())
        && bytes.next().is_none_or(|byte| byte.is_ascii_lowercase())
}

/// Whether what stands in front of an angle can take an argument: a name, or a path.
fn names_type(head: &str) -> bool {
    let named = |head: &str| head.bytes().next_back().is_some_and(is_name);
    named(head) || head.strip_suffix("::").is_some_and(named)
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}
