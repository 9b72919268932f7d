//! The beginning of JSON that is still being written.
//!
//! Owns the value that a beginning holds so far, and what would complete it. It is strict: what no more text
//! could make JSON of is an error. It must never invent anything: what it adds are closing signs, and the
//! rest of `true`, `false` and `null`.

use serde_json::Value as Json;

use crate::turn::read::json::strict::{self, escape, is_blank, paired, unit};
use crate::turn::read::json::{Broken, Limits, number};
use crate::turn::read::notes::{Notes, Path};

/// Which values may be taken before they are complete. The others are left out until they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allow {
    /// Texts.
    pub text: bool,
    /// Numbers, as far as they are numbers.
    pub number: bool,
    /// Lists.
    pub list: bool,
    /// Objects.
    pub object: bool,
    /// `true`, `false` and `null`, once they have begun.
    pub word: bool,
}

impl Allow {
    /// All of them.
    pub const ALL: Self = Self { text: true, number: true, list: true, object: true, word: true };
    /// None of them.
    pub const NONE: Self =
        Self { text: false, number: false, list: false, object: false, word: false };
}

/// The value so far.
///
/// # Errors
/// Where nothing can be taken yet, or no more text could make JSON of it.
pub fn partial(text: &str, allow: &Allow, limits: &Limits) -> Result<Json, Broken> {
    let (kept, added) = completed(text, allow, limits)?;
    let whole = format!("{}{added}", text.get(..kept).unwrap_or_default());
    strict::whole(&whole, limits, &Path::At(""), &mut Notes::default())
}

/// How a beginning is completed: how many bytes of it are kept, and what is added behind them.
///
/// # Errors
/// As [`partial`].
pub fn completed(text: &str, allow: &Allow, limits: &Limits) -> Result<(usize, String), Broken> {
    if text.len() > limits.size {
        return Err(Broken::Large);
    }
    let mut walk = Walk { bytes: text.as_bytes(), at: 0, allow, depth: limits.depth };
    match walk.value(true)? {
        Step::Whole => {
            let end = walk.at;
            match walk.next() {
                None => Ok((end, String::new())),
                Some(_) => Err(walk.wrong("more text")),
            }
        }
        Step::Part { kept, mut added } => {
            added.reverse();
            Ok((kept, added.concat()))
        }
        Step::Less => Err(Broken::Nothing),
    }
}

/// How far a value has come.
enum Step {
    /// It is complete.
    Whole,
    /// So many bytes are kept, and this is added behind them, the last first.
    Part { kept: usize, added: Vec<&'static str> },
    /// Nothing of it can be taken yet.
    Less,
}

struct Walk<'t, 'a> {
    bytes: &'t [u8],
    at: usize,
    allow: &'a Allow,
    depth: usize,
}

impl Walk<'_, '_> {
    fn value(&mut self, outermost: bool) -> Result<Step, Broken> {
        match self.next() {
            None => Ok(Step::Less),
            Some(sign @ (b'{' | b'[')) => {
                let Some(depth) = self.depth.checked_sub(1) else {
                    return Err(Broken::Deep { at: self.at });
                };
                self.depth = depth;
                self.at += 1;
                let step = self.container(sign == b'{');
                self.depth += 1;
                step
            }
            Some(b'"') => self.text(self.allow.text),
            Some(b'-' | b'0'..=b'9') => self.number(outermost),
            Some(_) => self.word(),
        }
    }

    fn container(&mut self, object: bool) -> Result<Step, Broken> {
        let (closes, closer) = if object { (b'}', "}") } else { (b']', "]") };
        let allowed = if object { self.allow.object } else { self.allow.list };
        let part = |kept: usize, mut added: Vec<&'static str>| {
            if !allowed {
                return Step::Less;
            }
            added.insert(0, closer);
            Step::Part { kept, added }
        };
        let mut kept = self.at;
        if self.next() == Some(closes) {
            self.at += 1;
            return Ok(Step::Whole);
        }
        loop {
            if object && !self.name()? {
                return Ok(part(kept, Vec::new()));
            }
            match self.value(false)? {
                Step::Whole => {}
                Step::Part { kept, added } => return Ok(part(kept, added)),
                Step::Less => return Ok(part(kept, Vec::new())),
            }
            let next = self.next();
            kept = self.at;
            match next {
                None => return Ok(part(kept, Vec::new())),
                Some(b',') => self.at += 1,
                Some(byte) if byte == closes => {
                    self.at += 1;
                    return Ok(Step::Whole);
                }
                Some(_) => return Err(self.wrong("a comma or a closing sign was expected")),
            }
        }
    }

    /// A name and its colon; `false` where they are not complete.
    fn name(&mut self) -> Result<bool, Broken> {
        match self.next() {
            None => return Ok(false),
            Some(b'"') => {}
            Some(_) => return Err(self.wrong("a name in quotes was expected")),
        }
        if !matches!(self.text(false)?, Step::Whole) {
            return Ok(false);
        }
        match self.next() {
            None => Ok(false),
            Some(b':') => {
                self.at += 1;
                Ok(true)
            }
            Some(_) => Err(self.wrong("a colon was expected")),
        }
    }

    fn text(&mut self, allowed: bool) -> Result<Step, Broken> {
        self.at += 1;
        loop {
            let part = Step::Part { kept: self.at, added: vec!["\""] };
            let cut = move || if allowed { part } else { Step::Less };
            match self.bytes.get(self.at).copied() {
                None => return Ok(cut()),
                Some(b'"') => {
                    self.at += 1;
                    return Ok(Step::Whole);
                }
                Some(b'\\') => match self.escape()? {
                    Some(length) => self.at += length,
                    None => return Ok(cut()),
                },
                Some(0..0x20) => return Err(self.wrong("a control character stands in a text")),
                Some(_) => self.at += 1,
            }
        }
    }

    /// The length of an escape; none where it is not complete, or is half of a pair whose other half
    /// may follow.
    fn escape(&self) -> Result<Option<usize>, Broken> {
        let rest = self.bytes.get(self.at + 1..).unwrap_or_default();
        match rest.split_first() {
            None => Ok(None),
            Some((b'u', digits)) => {
                let given = digits.get(..4.min(digits.len())).unwrap_or_default();
                if !given.iter().all(u8::is_ascii_hexdigit) {
                    return Err(self.wrong("an escape is no character"));
                }
                let high = unit(digits).is_some_and(|code| (0xD800..0xDC00).contains(&code));
                let behind = digits.get(4..).unwrap_or_default();
                let waits = behind.len() < 6
                    && b"\\u".starts_with(behind.get(..2.min(behind.len())).unwrap_or_default());
                match paired(digits) {
                    Some((None, _)) if high && waits => Ok(None),
                    Some((_, length)) => Ok(Some(2 + length)),
                    None => Ok(None),
                }
            }
            Some((letter, _)) if escape(*letter).is_some() => Ok(Some(2)),
            Some(_) => Err(self.wrong("an escape is no character")),
        }
    }

    /// A number. One that ends with the text may go on, but not where it is all there is.
    fn number(&mut self, outermost: bool) -> Result<Step, Broken> {
        let from = self.at;
        let rest = self.bytes.get(from..).unwrap_or_default();
        let digit = |byte: &&u8| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
        let length = rest.iter().take_while(digit).count();
        let token = rest.get(..length).unwrap_or_default();
        let ends = length < rest.len();
        self.at += length;
        if number::length(token) == Some(length) && (ends || outermost) {
            return Ok(Step::Whole);
        }
        // Of a number the beginnings are numbers, or become numbers with one more digit.
        let begins =
            |digits: &[u8]| number::length(&[digits, b"0"].concat()) == Some(digits.len() + 1);
        let known = number::length(token) == Some(length) || begins(token);
        if ends || !known {
            self.at = from;
            return Err(self.wrong("a number was expected"));
        }
        let kept = (1..=length).rev().take(3).find(|kept| {
            token.get(..*kept).is_some_and(|token| number::length(token) == Some(*kept))
        });
        Ok(match kept.filter(|_| self.allow.number) {
            Some(kept) => Step::Part { kept: from + kept, added: Vec::new() },
            None => Step::Less,
        })
    }

    fn word(&mut self) -> Result<Step, Broken> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        for word in ["true", "false", "null"] {
            if rest.starts_with(word.as_bytes()) {
                self.at += word.len();
                return Ok(Step::Whole);
            }
            if word.as_bytes().starts_with(rest) {
                let part = Step::Part { kept: self.at, added: vec![word] };
                return Ok(if self.allow.word { part } else { Step::Less });
            }
        }
        Err(self.wrong("a value was expected"))
    }

    /// The next byte that is no white space; the walk stands at it then.
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
