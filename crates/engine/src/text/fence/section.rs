//! Sections of settings files, whose names may be those of roles.
//!
//! Owns the excuse for a line such as `[user]` in front of `name = Ada`, or `user:` in front of an
//! indented `name: Ada`. It holds for plain names in small letters, and only where settings follow:
//! an order is longer than a setting.

use super::names::key;

/// Most words of a setting's value.
const MOST_WORDS: usize = 4;

/// Whether `line`, with `rest` behind it, opens a section. `speaks` tells the keys of roles. Time is
/// linear in the section.
pub(super) fn is_section(line: &str, rest: &str, speaks: &dyn Fn(&str) -> bool) -> bool {
    if !(rest.starts_with('\n') || rest.starts_with("\r\n")) {
        return false;
    }
    let body = line.trim_matches([' ', '\t']);
    if let Some(name) = body.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
        return is_title(name) && are_settings(rest);
    }
    let name = body.strip_suffix(':').filter(|name| is_name(name));
    name.is_some() && is_mapping(line, rest, speaks)
}

/// `user`, `remote "origin"`.
fn is_title(title: &str) -> bool {
    let (name, part) = title.split_once(' ').unwrap_or((title, ""));
    let quoted = part.len() > 1 && part.starts_with('"') && part.ends_with('"');
    is_name(name) && (part.is_empty() || (quoted && part.split_whitespace().count() == 1))
}

/// Whether all lines up to the next section or the end are settings, comments or blank, the first of
/// them a setting.
fn are_settings(rest: &str) -> bool {
    let mut lines = rest.lines().skip(1).map(str::trim).filter(|line| !line.is_empty());
    let mut any = false;
    let plain = lines.by_ref().take_while(|line| !line.starts_with('[')).all(|line| {
        any |= is_setting(line, '=');
        is_setting(line, '=') || line.starts_with([';', '#'])
    });
    any && plain
}

/// Whether an indented setting follows directly.
fn is_mapping(line: &str, rest: &str, speaks: &dyn Fn(&str) -> bool) -> bool {
    let Some(next) = rest.lines().nth(1) else {
        return false;
    };
    let body = next.trim_start_matches(' ');
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let spoken = body.split(':').next().is_some_and(|name| speaks(&key(name)));
    indent(next) > indent(line) && is_setting(body, ':') && !spoken
}

/// `name = Ada`, `name: Ada`.
fn is_setting(line: &str, sign: char) -> bool {
    line.split_once(sign).is_some_and(|(name, value)| {
        let name = name.trim_end();
        let named = name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'));
        named && value.split_whitespace().take(MOST_WORDS + 1).count() <= MOST_WORDS
    })
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}
