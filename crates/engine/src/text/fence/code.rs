//! Opening tags that are code: `Vec<Task>`, `#include <memory>`, `<User id={1} />`.
//!
//! Owns the excuses for tags with a known name. They hold for names in plain ASCII that a value spells
//! in full, never for a closing tag and never for a fence of the agent's own; and as providers write
//! their tokens in small letters, those are excused in the spelling of types alone.

use super::lexicon::Kind;
use super::token::Scan;

/// Whether the candidate is spelled as the argument of a type, or as a header file.
pub(super) fn is_argument(scan: &Scan, kind: Kind) -> bool {
    let Some((at, name)) = spelled(scan) else {
        return false;
    };
    let typed = name.starts_with(|c: char| c.is_ascii_uppercase());
    let allowed = kind == Kind::Prompt || (kind == Kind::Control && typed);
    let before = at.checked_sub(1);
    allowed
        && before.is_some_and(|before| !(scan.trusted)(before))
        && scan.text.get(..at).is_some_and(is_code)
}

/// Whether the candidate is spelled as a component of a page. Only an empty one is code: what it would
/// open, it closes itself.
pub(super) fn is_component(scan: &Scan, kind: Kind) -> bool {
    spelled(scan).is_some_and(|(_, name)| {
        let mut bytes = name.bytes();
        kind == Kind::Prompt
            && bytes.next().is_some_and(|byte| byte.is_ascii_uppercase())
            && bytes.next().is_some_and(|byte| byte.is_ascii_lowercase())
    })
}

/// The place of the angle and the name behind it, if a value spells both in plain ASCII.
fn spelled<'a>(scan: &Scan<'a>) -> Option<(usize, &'a str)> {
    let (first, last) = (scan.parts.first()?, scan.parts.last()?);
    let name = scan
        .text
        .get(first.at + first.char.len_utf8()..last.at + last.char.len_utf8())?;
    let plain = name
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let values = || !scan.parts.iter().any(|part| (scan.trusted)(part.at));
    (first.char == '<' && plain && values()).then_some((first.at, name))
}

/// Whether text in front of an angle makes an argument of what follows: a name, a path, an inclusion.
fn is_code(head: &str) -> bool {
    let named = |head: &str| head.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
    named(head) || head.ends_with("#include ") || head.strip_suffix("::").is_some_and(named)
}
