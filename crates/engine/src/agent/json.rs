//! JSON as a tree in which every value knows its place.
//!
//! Owns the step from JSON text to the tree of [`yaml`](crate::agent::yaml). `serde_json` says whether
//! the text is JSON; here its tokens are only found again. The reader of YAML cannot stand in: it takes
//! what is not JSON, and not every escape of JSON. It must never know what a key means.

use serde_json::{Number, Value as Json};

use crate::agent::source::Source;
use crate::agent::yaml::{MAX_DEPTH, Node, Value};
use crate::diagnostic::{Diagnostic, Span};

/// Reads a whole document. Nothing is read of text that is not JSON or is nested too deep. Linear in
/// the text.
pub fn parse(source: &Source, findings: &mut Vec<Diagnostic>) -> Option<Node> {
    if let Err(error) = serde_json::from_str::<Json>(&source.text) {
        findings.push(syntax(source, &error));
        return None;
    }
    let mut walk =
        Walk { source, text: &source.text, at: 0, seen: 0, line: 1, column: 1, findings };
    walk.value(0)
}

/// The byte behind the opening quotes of `raw`, a text of valid JSON with its quotes, at which stands
/// what the byte `at` of its value is written as.
#[must_use]
pub fn written(raw: &str, at: usize) -> usize {
    let (mut read, mut value) = (0, 0);
    let inner = raw.get(1..).unwrap_or_default();
    while value < at {
        let rest = inner.get(read..).unwrap_or_default();
        let Some(first) = rest.chars().next() else { break };
        let (wide, made) = match (first, rest.as_bytes().get(1)) {
            ('\\', Some(b'u')) => unit(rest),
            ('\\', _) => (2, 1),
            _ => (first.len_utf8(), first.len_utf8()),
        };
        read += wide;
        value += made;
    }
    read
}

/// The bytes of an escape `\u` with its four digits, or of two that make one character, and of what
/// they stand for.
fn unit(rest: &str) -> (usize, usize) {
    let code = rest.get(2..6).and_then(|digits| u32::from_str_radix(digits, 16).ok());
    match code {
        Some(0xD800..=0xDBFF) => (12, 4),
        Some(code) => (6, char::from_u32(code).map_or(3, char::len_utf8)),
        None => (6, 1),
    }
}

fn syntax(source: &Source, error: &serde_json::Error) -> Diagnostic {
    let text = &*source.text;
    let lines = text.split_inclusive('\n');
    let before: usize = lines.take(error.line().saturating_sub(1)).map(str::len).sum();
    // Columns count bytes from 1; 0 is the line break in front.
    let at = (before + error.column()).saturating_sub(1).min(text.len());
    // A line break by itself shows nothing; what stands in front of it does.
    let breaks = text.as_bytes().get(at) == Some(&b'\n');
    let span = if breaks { source.span(at.saturating_sub(1), at) } else { source.span(at, at + 1) };
    if text.trim().is_empty() {
        let span = Span::of_file(&source.file);
        let finding = Diagnostic::error("json.syntax", "the file is empty").at(&span);
        return finding.help("Write an object: {\"name\": …}.");
    }
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or_default();
    if said.contains("recursion limit") {
        return too_deep(&span);
    }
    let says = |words: &str| said.contains(words);
    let help = if says("EOF") {
        "Close the quotes, brackets and braces that are open."
    } else if says("control character") {
        "Write a line break inside of a text as \\n, and a tab as \\t."
    } else if says("trailing comma") {
        "Remove the comma in front of the closing bracket."
    } else if says("escape") || says("surrogate") {
        "Write a backslash as \\\\, or the character itself."
    } else if says("trailing characters") {
        "One object makes the whole file: remove what follows it."
    } else {
        "Names and texts stand in double quotes, with commas between them; JSON has no comments."
    };
    Diagnostic::error("json.syntax", format!("this is not JSON: {said}")).at(&span).help(help)
}

fn too_deep(span: &Span) -> Diagnostic {
    let message = format!("nested deeper than {MAX_DEPTH} levels");
    let help = "Close a bracket, or make what is nested a text.";
    Diagnostic::error("json.too-deep", message).at(span).help(help)
}

/// A walk over text that is known to be JSON.
struct Walk<'a> {
    source: &'a Source,
    text: &'a str,
    at: usize,
    /// Up to where lines and columns are counted.
    seen: usize,
    line: usize,
    column: usize,
    findings: &'a mut Vec<Diagnostic>,
}

impl Walk<'_> {
    fn value(&mut self, depth: usize) -> Option<Node> {
        let start = self.mark();
        if depth > MAX_DEPTH {
            self.findings.push(too_deep(&start));
            return None;
        }
        let value = match self.peek() {
            b'{' => Value::Map(self.entries(depth)?),
            b'[' => Value::List(self.items(depth)?),
            b'"' => Value::Text(self.string()),
            _ => self.word(),
        };
        Some(Node { span: Span { end: self.at, ..start }, value })
    }

    fn entries(&mut self, depth: usize) -> Option<Vec<(Node, Node)>> {
        let mut entries: Vec<(Node, Node)> = Vec::new();
        self.at += 1;
        while self.more(b'}') {
            let start = self.mark();
            let name = self.string();
            let key = Node { span: Span { end: self.at, ..start }, value: Value::Text(name) };
            self.skip(b':');
            let value = self.value(depth + 1)?;
            match entries.iter().find(|(known, _)| known.value == key.value) {
                Some((first, _)) => {
                    let message = format!("the key `{}` appears twice", key.key());
                    let help = format!("It is already on line {}: keep one.", first.span.line);
                    let finding = Diagnostic::error("json.duplicate-key", message);
                    self.findings.push(finding.at(&key.span).help(help));
                }
                None => entries.push((key, value)),
            }
        }
        Some(entries)
    }

    fn items(&mut self, depth: usize) -> Option<Vec<Node>> {
        let mut items = Vec::new();
        self.at += 1;
        while self.more(b']') {
            items.push(self.value(depth + 1)?);
        }
        Some(items)
    }

    /// Goes to the next value of a list or mapping; `false` behind its end.
    fn more(&mut self, end: u8) -> bool {
        self.skip(b',');
        if self.peek() == end || self.at >= self.text.len() {
            self.at += 1;
            return false;
        }
        true
    }

    fn string(&mut self) -> String {
        let rest = self.text.as_bytes().get(self.at + 1..).unwrap_or_default();
        let mut escaped = false;
        let end = rest.iter().position(|byte| match byte {
            _ if escaped => {
                escaped = false;
                false
            }
            b'\\' => {
                escaped = true;
                false
            }
            byte => *byte == b'"',
        });
        let from = self.at;
        self.at = from + end.map_or(rest.len(), |end| end + 1) + 1;
        let raw = self.text.get(from..self.at).unwrap_or_default();
        serde_json::from_str(raw).unwrap_or_default()
    }

    /// A number, `true`, `false` or `null`.
    fn word(&mut self) -> Value {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let ends = |c: char| c.is_ascii_whitespace() || matches!(c, ',' | ']' | '}');
        let raw = rest.split(ends).next().unwrap_or_default();
        self.at += raw.len().max(1);
        match (raw, serde_json::from_str::<Number>(raw)) {
            ("true", _) => Value::Bool(true),
            ("false", _) => Value::Bool(false),
            (_, Ok(number)) => Value::Number(number, raw.to_owned()),
            _ => Value::Null,
        }
    }

    /// Passes white space, and `sign` once where it stands there.
    fn skip(&mut self, sign: u8) {
        self.peek();
        if self.peek() == sign {
            self.at += 1;
            self.peek();
        }
    }

    /// The next byte that is no white space; the walk stands at it then. Zero at the end.
    fn peek(&mut self) -> u8 {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let blank = rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        self.at += blank;
        rest.get(blank).copied().unwrap_or_default()
    }

    /// An empty place at the next value. Lines and columns are counted on from the last one, so that
    /// the walk stays linear.
    fn mark(&mut self) -> Span {
        self.peek();
        let passed = self.text.get(self.seen..self.at).unwrap_or_default();
        self.line += passed.matches('\n').count();
        self.column = match passed.rfind('\n') {
            Some(last) => passed.get(last + 1..).unwrap_or_default().chars().count() + 1,
            None => self.column + passed.chars().count(),
        };
        self.seen = self.at;
        let file = self.source.file.clone();
        Span { file, start: self.at, end: self.at, line: self.line, column: self.column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<Node>, Vec<Diagnostic>) {
        let mut findings = Vec::new();
        let node = parse(&Source::new("role.json", text), &mut findings);
        (node, findings)
    }

    #[test]
    fn values_and_places_are_those_of_the_text() {
        let text =
            "{\n  \"a\": [1, -2.5e3, true, null, {}],\n  \"é\\u00e9\": \"x\\n\\ud83d\\ude00\" }\n";
        let (node, findings) = read(text);
        assert!(findings.is_empty(), "{findings:?}");
        let node = node.unwrap();
        assert_eq!(node.to_json(), serde_json::from_str::<Json>(text).unwrap());
        let Value::Map(entries) = &node.value else { unreachable!() };
        let places: Vec<_> = entries
            .iter()
            .flat_map(|(key, value)| [&key.span, &value.span])
            .map(|span| (span.line, span.column, &text[span.start..span.end]))
            .collect();
        assert_eq!(places[0], (2, 3, "\"a\""));
        assert_eq!(places[1], (2, 8, "[1, -2.5e3, true, null, {}]"));
        assert_eq!(places[2], (3, 3, "\"é\\u00e9\""));
        assert_eq!(places[3], (3, 14, "\"x\\n\\ud83d\\ude00\""));
    }

    #[test]
    fn what_is_not_json_is_told_with_its_place_and_advice() {
        for (text, line, help) in [
            ("{\"a\": 1,}", 1, "comma"),
            ("{\"a\": \"one\ntwo\"}", 1, "\\n"),
            ("{\"a\": [1", 1, "Close"),
            ("{\n a: 1}", 2, "double quotes"),
            ("{} {}", 1, "remove"),
            ("{\"a\": \"\\d\"}", 1, "backslash"),
            ("", 0, "Write"),
            ("\n ", 0, "Write"),
        ] {
            let (node, findings) = read(text);
            assert!(node.is_none());
            assert_eq!(findings[0].code, "json.syntax", "{text}");
            assert!(findings[0].help.as_ref().unwrap().contains(help), "{text}: {findings:?}");
            assert_eq!(findings[0].span.as_ref().unwrap().line, line.max(1), "{text}");
        }
        assert_eq!(read(&"[".repeat(100)).1[0].code, "json.syntax");
        let deep = format!("{}{}", "[".repeat(100), "]".repeat(100));
        assert_eq!(read(&deep).1[0].code, "json.too-deep");
        let deeper = format!("{}{}", "[".repeat(1000), "]".repeat(1000));
        assert_eq!(read(&deeper).1[0].code, "json.too-deep");
    }

    #[test]
    fn a_key_that_appears_twice_is_told_at_the_second() {
        let (_, findings) = read("{\"a\": 1,\n \"a\": 2}");
        assert_eq!(findings[0].code, "json.duplicate-key");
        assert_eq!(findings[0].span.as_ref().unwrap().line, 2);
    }

    #[test]
    fn escapes_are_counted_as_they_are_written() {
        let raw = r#""a\n\u00e9\ud83d\ude00é!""#;
        let value: String = serde_json::from_str(raw).unwrap();
        for (sign, expected) in [('a', 0), ('\n', 1), ('😀', 9), ('!', 23)] {
            assert_eq!(written(raw, value.find(sign).unwrap()), expected, "{sign:?}");
        }
        assert_eq!(written(raw, 1000), raw.len() - 1);
    }
}
