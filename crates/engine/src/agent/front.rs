//! Names in the lists of a front matter: how one is added or taken out, in the way its author writes.
//!
//! Owns the edits of `context` and `actions` in a prompt's file. It must never guess: where the text
//! is written in a way that it does not know, there is no edit.

use crate::agent::decode::Text;
use crate::diagnostic::{Edit, Span};

/// A list of names in the front matter of a prompt.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// `context` or `actions`.
    pub key: &'static str,
    /// What it lists.
    pub items: &'a [Text],
    /// The front matter, where the prompt has one.
    pub front: Option<&'a Text>,
    /// The body behind it.
    pub body: &'a Text,
}

impl Names<'_> {
    /// Whether a name is listed.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.items.iter().any(|item| item.value == name)
    }

    /// Adds a name behind the others.
    #[must_use]
    pub fn add(&self, name: &str) -> Option<Edit> {
        let Self { key, items, front, body } = *self;
        let Some(front) = front else {
            // A prompt that is a part of another file has no front matter to begin.
            let whole = body.span.start == 0 && body.span.file.ends_with(".md");
            let text = format!("---\n{key}: [{name}]\n---\n");
            return (whole && !body.value.starts_with("---")).then(|| put(0, text));
        };
        if let Some(last) = items.last() {
            let prefix = before(front, &last.span)?;
            return match prefix.trim_start().strip_prefix('-') {
                Some(space) if space.trim().is_empty() => {
                    Some(put(last.span.end, format!("\n{prefix}{name}")))
                }
                _ => Some(put(last.span.end, format!(", {name}"))),
            };
        }
        let text = front.value.as_str();
        let block = text
            .lines()
            .find(|line| !is_blank(line))
            .is_none_or(|line| line.starts_with(|c: char| c.is_alphabetic()) && line.contains(':'));
        match line_of(text, key) {
            None if block => Some(put(front.span.end, format!("{key}: [{name}]\n"))),
            None => None,
            Some((at, line)) => {
                let open =
                    line.find('[').filter(|open| line.get(*open..=open + 1) == Some("[]"))?;
                Some(put(front.span.start + at + open + 1, name.to_owned()))
            }
        }
    }

    /// Takes a name out.
    #[must_use]
    pub fn take(&self, at: usize) -> Option<Edit> {
        let Self { key, items, front, .. } = *self;
        let front = front?;
        let item = items.get(at)?;
        let (from, to) = (item.span.start, item.span.end);
        let prefix = before(front, &item.span)?;
        if prefix.trim() == "-" {
            let from = from - prefix.len();
            let to = line_end(front, to)?;
            if items.len() > 1 {
                return Some(cut(from, to));
            }
            // A key without any item is none.
            let (line, text) = line_of(&front.value, key)?;
            let above = front.span.start + line;
            let alone = text.trim_end().len() == key.len() + 1 && above + text.len() + 1 == from;
            return alone.then(|| cut(above, to));
        }
        let comma = |from: usize, to: usize| {
            let between = between(front, from, to)?;
            (between.trim() == ",").then_some(())
        };
        if let Some(earlier) = at.checked_sub(1).and_then(|at| items.get(at)) {
            comma(earlier.span.end, from)?;
            return Some(cut(earlier.span.end, to));
        }
        if let Some(next) = items.get(at + 1) {
            comma(to, next.span.start)?;
            return Some(cut(from, next.span.start));
        }
        let opened = prefix.strip_prefix(key)?.trim_start().strip_prefix(':')?.trim_start();
        let end = line_end(front, to);
        let closed = end.and_then(|end| between(front, to, end));
        match closed.map(str::trim) {
            Some("]") if opened.trim_end() == "[" => Some(cut(from - prefix.len(), end?)),
            _ => Some(cut(from, to)),
        }
    }
}

fn put(at: usize, text: String) -> Edit {
    Edit { start: at, end: at, text }
}

fn cut(start: usize, end: usize) -> Edit {
    Edit { start, end, text: String::new() }
}

fn is_blank(line: &str) -> bool {
    line.trim().is_empty() || line.starts_with('#')
}

/// Some bytes of the file, where they are of the front matter.
fn between(front: &Text, from: usize, to: usize) -> Option<&str> {
    let base = front.span.start;
    front.value.get(from.checked_sub(base)?..to.checked_sub(base)?)
}

/// What stands before an item on its line.
fn before<'a>(front: &'a Text, item: &Span) -> Option<&'a str> {
    let text = between(front, front.span.start, item.start)?;
    text.get(text.rfind('\n').map_or(0, |at| at + 1)..)
}

/// Where the line ends that begins behind an item, if nothing but a comment or a bracket is left on it.
fn line_end(front: &Text, from: usize) -> Option<usize> {
    let rest = between(front, from, front.span.end)?;
    let length = rest.find('\n').map_or(rest.len(), |at| at + 1);
    let left = rest.get(..length)?.trim();
    (left.is_empty() || left == "]" || left.starts_with('#')).then_some(from + length)
}

/// The line of a key of the first level, and where it begins.
fn line_of<'a>(text: &'a str, key: &str) -> Option<(usize, &'a str)> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let begins = line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with(':'));
        if begins {
            return Some((at, line.trim_end_matches('\n')));
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agent::name::PromptName;
    use crate::agent::prompt::parse;
    use crate::agent::source::Source;
    use crate::diagnostic::Fix;

    fn edited(text: &str, edit: impl Fn(&Names<'_>) -> Option<Edit>) -> Option<String> {
        let name = PromptName::parse("coach/opening").unwrap();
        let (prompt, _) = parse(&Source::new("prompts/coach/opening.md", text), &name, 0);
        let edit = edit(&prompt.context_names())?;
        let changed = Fix::new("x", vec![edit]).applied(text)?;
        let (_, findings) = parse(&Source::new("prompts/coach/opening.md", &changed), &name, 0);
        assert!(findings.is_empty(), "{changed}: {findings:?}");
        Some(changed)
    }

    #[test]
    fn a_name_is_added_the_way_the_others_are_written() {
        let cases = [
            ("Hi.\n", "---\ncontext: [new]\n---\nHi.\n"),
            ("---\n---\nHi.\n", "---\ncontext: [new]\n---\nHi.\n"),
            ("---\ntitle: A\n---\nHi.\n", "---\ntitle: A\ncontext: [new]\n---\nHi.\n"),
            ("---\ncontext: []\n---\nHi.\n", "---\ncontext: [new]\n---\nHi.\n"),
            ("---\ncontext: [a, \"b\"]\n---\nHi.\n", "---\ncontext: [a, \"b\", new]\n---\nHi.\n"),
            (
                "---\ncontext:\n  - a\n  - b # why\ntitle: A\n---\nHi.\n",
                "---\ncontext:\n  - a\n  - b\n  - new # why\ntitle: A\n---\nHi.\n",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(edited(text, |names| names.add("new")).as_deref(), Some(expected));
        }
        for text in ["---\ntitle: A\n", "---\n{title: A}\n---\nHi.\n"] {
            assert_eq!(edited(text, |names| names.add("new")), None, "{text}");
        }
    }

    #[test]
    fn a_name_is_taken_out_with_what_belongs_to_it() {
        let cases = [
            ("---\ncontext: [a, b, c]\n---\nHi.\n", 0, Some("---\ncontext: [b, c]\n---\nHi.\n")),
            ("---\ncontext: [a, b, c]\n---\nHi.\n", 2, Some("---\ncontext: [a, b]\n---\nHi.\n")),
            ("---\ncontext: [a]\ntitle: A\n---\nHi.\n", 0, Some("---\ntitle: A\n---\nHi.\n")),
            ("---\ncontext: [a] # why\n---\nHi.\n", 0, Some("---\ncontext: [] # why\n---\nHi.\n")),
            (
                "---\ncontext:\n  - a\n  - b\n---\nHi.\n",
                0,
                Some("---\ncontext:\n  - b\n---\nHi.\n"),
            ),
            (
                "---\ncontext:\n- a\n- b # why\n---\nHi.\n",
                1,
                Some("---\ncontext:\n- a\n---\nHi.\n"),
            ),
            ("---\ntitle: A\ncontext:\n  - a\n---\nHi.\n", 0, Some("---\ntitle: A\n---\nHi.\n")),
            ("---\ncontext: # why\n  - a\n---\nHi.\n", 0, None),
            ("---\ncontext: [a, # why\n  b]\n---\nHi.\n", 0, None),
        ];
        for (text, at, expected) in cases {
            assert_eq!(edited(text, |names| names.take(at)).as_deref(), expected, "{text}");
        }
    }
}
