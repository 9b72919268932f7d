//! Just enough of Rust's grammar to find paths and words in code: comments and literals are blanked
//! out, and groups of imports written out.
//!
//! Must never fail on any text: what it does not understand, it leaves as it is.

/// The code with comments and literals blanked out, line breaks kept.
pub(crate) fn code_only(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let after_name = code.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let length = literal_or_comment(rest, after_name);
        let (part, behind) = rest.split_at(length.unwrap_or(first.len_utf8()));
        if length.is_some() {
            code.extend(part.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        } else {
            code.push_str(part);
        }
        rest = behind;
    }
    code
}

/// The length in bytes of the comment or literal that a text begins with, if it begins with one.
fn literal_or_comment(text: &str, after_name: bool) -> Option<usize> {
    let until = |end: &str, from: usize| {
        text.get(from..).and_then(|rest| rest.find(end)).map_or(text.len(), |at| from + at)
    };
    if text.starts_with("//") {
        return Some(until("\n", 2));
    }
    if text.starts_with("/*") {
        return Some(block_comment(text));
    }
    if text.starts_with('"') {
        return Some(quoted(text, '"'));
    }
    if text.starts_with('\'') {
        let mut inside = text.chars().skip(1);
        let (first, second) = (inside.next()?, inside.next()?);
        // Anything else is a lifetime.
        return (first == '\\' || second == '\'').then(|| quoted(text, '\''));
    }
    let raw = ["r", "br", "cr"].iter().find_map(|prefix| text.strip_prefix(prefix))?;
    let hashes = raw.len() - raw.trim_start_matches('#').len();
    let is_raw = !after_name && raw.get(hashes..)?.starts_with('"');
    is_raw.then(|| {
        let end = format!("\"{}", "#".repeat(hashes));
        let open = text.len() - raw.len() + hashes + 1;
        (until(&end, open) + end.len()).min(text.len())
    })
}

/// The length of a literal between two marks, in which a backslash protects the next character.
fn quoted(text: &str, mark: char) -> usize {
    let mut protected = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if protected => protected = false,
            '\\' => protected = true,
            _ if c == mark => return at + c.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

/// The length of a block comment; they nest.
fn block_comment(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// All paths in code that begin with `root`, with groups written out: `use a::{b, c::d}` is `a::b`
/// and `a::c::d`.
pub(crate) fn paths(code: &str, root: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for at in words(code, root) {
        // The middle of another path is no beginning, except after `::` that itself begins one.
        let before = code.get(..at).unwrap_or_default().trim_end();
        let joined = before.strip_suffix("::").is_some_and(|rest| {
            rest.ends_with(|last: char| last.is_alphanumeric() || "_>".contains(last))
        });
        let rest = code.get(at + root.len()..).unwrap_or_default();
        if !joined && rest.trim_start().starts_with("::") {
            let mut written_out = Vec::new();
            expand(root.to_owned(), &mut rest.trim_start(), &mut written_out);
            found.extend(written_out.into_iter().map(|path| (at, path)));
        }
    }
    found
}

/// Reads what follows a path's beginning and writes out its groups; `rest` is left behind what was
/// read.
fn expand(prefix: String, rest: &mut &str, found: &mut Vec<String>) {
    let Some(after) = rest.trim_start().strip_prefix("::") else {
        found.push(prefix);
        return;
    };
    *rest = after.trim_start();
    if let Some(inside) = rest.strip_prefix('{') {
        *rest = inside;
        loop {
            *rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
            if let Some(behind) = rest.strip_prefix('}') {
                *rest = behind;
                return;
            }
            let length = name_length(rest);
            let Some((name, behind)) = rest.split_at_checked(length).filter(|_| length > 0) else {
                return;
            };
            *rest = behind;
            match name {
                "self" => found.push(prefix.clone()),
                _ => expand(format!("{prefix}::{name}"), rest, found),
            }
            // A new name for it does not matter here.
            let end = rest.find([',', '}']).unwrap_or(rest.len());
            *rest = rest.get(end..).unwrap_or_default();
        }
    }
    let length = name_length(rest);
    match rest.split_at_checked(length) {
        Some((name, behind)) if length > 0 => {
            *rest = behind;
            expand(format!("{prefix}::{name}"), rest, found);
        }
        // Generic arguments, as in `f::<T>`: the path ends here.
        _ => found.push(prefix),
    }
}

fn name_length(text: &str) -> usize {
    if text.starts_with('*') {
        return 1;
    }
    text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len())
}

/// Where a word stands in a text, as a whole word.
pub(crate) fn words<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let inside = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).map(|(at, _)| at).filter(move |at| {
        let before = text.get(..*at).and_then(|part| part.chars().next_back());
        let behind = text.get(at + word.len()..).and_then(|part| part.chars().next());
        !before.is_some_and(inside) && (word.ends_with('!') || !behind.is_some_and(inside))
    })
}

pub(crate) fn line(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}
