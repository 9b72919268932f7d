//! JSON as RFC 8259 says it.
//!
//! Owns the reader that takes nothing else. It must never repair anything: what a text says that a value
//! cannot hold (a field twice, a number too large, half of a pair of escapes) is noted.

use serde_json::map::Entry;
use serde_json::{Map, Value as Json};

use crate::turn::read::json::{Broken, Limits, number};
use crate::turn::read::notes::{Notes, Path};

/// Reads a whole text.
pub(crate) fn whole(
    text: &str,
    limits: &Limits,
    at: &Path<'_>,
    notes: &mut Notes,
) -> Result<Json, Broken> {
    let (value, end) = prefix(text, 0, limits, at, notes)?;
    let rest = text.as_bytes().get(end..).unwrap_or_default();
    match rest.iter().position(|byte| !is_blank(*byte)) {
        None => Ok(value),
        Some(more) => Err(Broken::Syntax { at: end + more, what: "more text" }),
    }
}

/// Reads the value that begins at byte `from`, behind white space; and says where it ends.
pub(crate) fn prefix(
    text: &str,
    from: usize,
    limits: &Limits,
    at: &Path<'_>,
    notes: &mut Notes,
) -> Result<(Json, usize), Broken> {
    let mut fuel = usize::MAX;
    fuelled(text, from, limits, &mut fuel, at, notes)
}

/// As [`prefix`], with a bound on the bytes that are looked at: whoever tries many beginnings stays
/// linear with one `fuel` for all of them.
pub(crate) fn fuelled(
    text: &str,
    from: usize,
    limits: &Limits,
    fuel: &mut usize,
    at: &Path<'_>,
    notes: &mut Notes,
) -> Result<(Json, usize), Broken> {
    if text.len().saturating_sub(from) > limits.size {
        return Err(Broken::Large);
    }
    let end = from.saturating_add(*fuel).min(text.len());
    let bytes = text.as_bytes().get(..end).unwrap_or_default();
    let mut strict = Strict { text, bytes, at: from, depth: limits.depth, notes };
    let value = strict.value(at);
    *fuel = fuel.saturating_sub(strict.at.saturating_sub(from).max(1));
    let read = strict.at;
    value.map(|value| (value, read))
}

/// White space of JSON.
pub(crate) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// What a backslash and a letter stand for.
pub(crate) fn escape(letter: u8) -> Option<char> {
    Some(match letter {
        b'"' => '"',
        b'\\' => '\\',
        b'/' => '/',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        _ => return None,
    })
}

/// The number that four hexadecimal digits write.
pub(crate) fn unit(digits: &[u8]) -> Option<u32> {
    let digits = digits.get(..4)?;
    digits.iter().try_fold(0, |number, digit| Some(number * 16 + char::from(*digit).to_digit(16)?))
}

/// The character that a `\u` stands for, and the bytes behind the backslash and the `u` that it is
/// written in. `rest` begins with the digits. Half of a pair is none.
pub(crate) fn paired(rest: &[u8]) -> Option<(Option<char>, usize)> {
    let first = unit(rest)?;
    if !(0xD800..0xDC00).contains(&first) {
        return Some((char::from_u32(first), 4));
    }
    let second = rest.get(4..).and_then(|rest| rest.strip_prefix(b"\\u")).and_then(unit);
    match second.filter(|second| (0xDC00..0xE000).contains(second)) {
        Some(second) => {
            let code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
            Some((char::from_u32(code), 10))
        }
        None => Some((None, 4)),
    }
}

/// Notes a field that was given before.
pub(crate) fn again(first: &Json, second: &Json, at: &Path<'_>, notes: &mut Notes) {
    if first == second {
        notes.liberty("json.duplicate", at, "given twice with the same value");
    } else {
        let message = "This field is given twice with different values: the first one counts.";
        notes.problem("json.duplicate", at, message);
    }
}

/// Notes a number that stays text.
pub(crate) fn unheld(text: &str, at: &Path<'_>, notes: &mut Notes) -> Json {
    notes.liberty("json.number", at, "a number that no machine number holds is kept as text");
    Json::String(text.to_owned())
}

struct Strict<'t, 'n> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    depth: usize,
    notes: &'n mut Notes,
}

impl Strict<'_, '_> {
    fn value(&mut self, path: &Path<'_>) -> Result<Json, Broken> {
        match self.next() {
            Some(b'{') => self.nested(|strict| strict.object(path)),
            Some(b'[') => self.nested(|strict| strict.array(path)),
            Some(b'"') => Ok(Json::String(self.string(path)?)),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            Some(b'n') => self.word("null", Json::Null),
            Some(b'-' | b'0'..=b'9') => self.number(path),
            Some(_) => Err(self.wrong("a value was expected")),
            None => Err(self.wrong("it ends too early")),
        }
    }

    fn nested(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<Json, Broken>,
    ) -> Result<Json, Broken> {
        let Some(depth) = self.depth.checked_sub(1) else {
            return Err(Broken::Deep { at: self.at });
        };
        self.depth = depth;
        self.at += 1;
        let value = read(self);
        self.depth += 1;
        value
    }

    fn object(&mut self, path: &Path<'_>) -> Result<Json, Broken> {
        let mut fields = Map::new();
        if self.next() == Some(b'}') {
            self.at += 1;
            return Ok(Json::Object(fields));
        }
        loop {
            if self.next() != Some(b'"') {
                return Err(self.wrong("a name in quotes was expected"));
            }
            let name = self.string(path)?;
            if self.next() != Some(b':') {
                return Err(self.wrong("a colon was expected"));
            }
            self.at += 1;
            let place = Path::Field(path, &name);
            let value = self.value(&place)?;
            match fields.get(&name) {
                Some(first) => again(first, &value, &place, self.notes),
                None => {
                    if let Entry::Vacant(free) = fields.entry(name) {
                        free.insert(value);
                    }
                }
            }
            match self.next() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return Ok(Json::Object(fields));
                }
                Some(_) => return Err(self.wrong("a comma or a closing brace was expected")),
                None => return Err(self.wrong("it ends too early")),
            }
        }
    }

    fn array(&mut self, path: &Path<'_>) -> Result<Json, Broken> {
        let mut items = Vec::new();
        if self.next() == Some(b']') {
            self.at += 1;
            return Ok(Json::Array(items));
        }
        loop {
            let item = self.value(&Path::Item(path, items.len()))?;
            items.push(item);
            match self.next() {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.at += 1;
                    return Ok(Json::Array(items));
                }
                Some(_) => return Err(self.wrong("a comma or a closing bracket was expected")),
                None => return Err(self.wrong("it ends too early")),
            }
        }
    }

    fn string(&mut self, path: &Path<'_>) -> Result<String, Broken> {
        self.at += 1;
        let mut text = String::new();
        loop {
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            let plain =
                rest.iter().take_while(|byte| !matches!(byte, b'"' | b'\\' | 0..0x20)).count();
            let end = self.at + plain;
            text.push_str(self.text.get(self.at..end).unwrap_or_default());
            self.at = end;
            match self.bytes.get(end) {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') => self.escape(&mut text, path)?,
                Some(_) => return Err(self.wrong("a control character stands in a text")),
                None => return Err(self.wrong("it ends too early")),
            }
        }
    }

    fn escape(&mut self, text: &mut String, path: &Path<'_>) -> Result<(), Broken> {
        let rest = self.bytes.get(self.at + 1..).unwrap_or_default();
        match rest.split_first() {
            Some((b'u', digits)) => {
                let Some((letter, length)) = paired(digits) else {
                    return Err(self.wrong("an escape is no character"));
                };
                if letter.is_none() {
                    self.notes.liberty(
                        "json.surrogate",
                        path,
                        "half of a pair of escapes is replaced",
                    );
                }
                text.push(letter.unwrap_or(char::REPLACEMENT_CHARACTER));
                self.at += 2 + length;
            }
            Some((letter, _)) => {
                let Some(letter) = escape(*letter) else {
                    return Err(self.wrong("an escape is no character"));
                };
                text.push(letter);
                self.at += 2;
            }
            None => return Err(self.wrong("it ends too early")),
        }
        Ok(())
    }

    fn word(&mut self, word: &str, value: Json) -> Result<Json, Broken> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        if !rest.starts_with(word.as_bytes()) {
            return Err(self.wrong("a value was expected"));
        }
        self.at += word.len();
        Ok(value)
    }

    fn number(&mut self, path: &Path<'_>) -> Result<Json, Broken> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let Some(length) = number::length(rest) else {
            return Err(self.wrong("a number was expected"));
        };
        let text = self.text.get(self.at..self.at + length).unwrap_or_default();
        self.at += length;
        Ok(number::value(text).unwrap_or_else(|| unheld(text, path, self.notes)))
    }

    /// The next byte that is no white space; reading stands at it then.
    fn next(&mut self) -> Option<u8> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let blank = rest.iter().take_while(|byte| is_blank(**byte)).count();
        self.at += blank;
        rest.get(blank).copied()
    }

    fn wrong(&self, what: &'static str) -> Broken {
        Broken::Syntax { at: self.at, what }
    }
}
