//! An object as it comes.
//!
//! Owns the walk over JSON that may be cut anywhere, and which texts of it are messages. It must never
//! give out anything behind the first byte that is not strictly JSON, and never a message that
//! reading the whole answer could read otherwise.

use crate::turn::read::json::strict::{escape, is_blank};
use crate::turn::read::json::{Limits, number};
use crate::turn::read::opening::Opening;
use crate::turn::read::stream::Shown;

/// Bytes of a number or a word, at most.
const TOKEN: usize = 1024;

/// A walk over an object.
#[derive(Clone, Debug)]
pub(super) struct Scan {
    opening: Opening,
    /// The field whose value is shown, and whether that is a list of messages.
    field: &'static str,
    list: bool,
    /// Whether a message is given out only when it is complete.
    whole: bool,
    /// The containers that are open; `true` for an object.
    open: Vec<bool>,
    state: State,
    /// The text, number or word that is being read.
    token: String,
    /// Whether the value of the field comes next, or its list is open.
    here: bool,
    /// Whether the field was there: only its first value counts.
    seen: bool,
    /// A message that is complete as soon as its text is closed by what follows.
    ready: bool,
    shown: Vec<Shown>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// A value must come; with `true` a list may end instead.
    Value(bool),
    /// A name must come; with `true` an object may end instead.
    Name(bool),
    Colon,
    /// Behind a value.
    Behind,
    /// In a text; `true` for a name.
    Text(bool, Escape),
    /// In a number or a word.
    Word,
    /// Behind the whole object, or where it is no longer strictly JSON.
    Over,
}

/// How far an escape has come. `high` is the first half of a pair that waits for its second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Escape {
    None { high: u32 },
    Slash { high: u32 },
    Unit { high: u32, code: u32, digits: u8 },
}

impl Scan {
    /// A walk that shows the text of the field `message`.
    pub(super) fn message(whole: bool) -> Self {
        Self::new("message", false, whole)
    }

    /// A walk that shows the items of the field `messages`.
    pub(super) fn messages() -> Self {
        Self::new("messages", true, true)
    }

    fn new(field: &'static str, list: bool, whole: bool) -> Self {
        Self {
            opening: Opening::default(),
            field,
            list,
            whole,
            open: Vec::new(),
            state: State::Over,
            token: String::new(),
            here: false,
            seen: false,
            ready: false,
            shown: Vec::new(),
        }
    }

    /// Takes more text.
    pub(super) fn push(&mut self, text: &str) -> Vec<Shown> {
        let mut at = 0;
        while let Some(byte) = text.as_bytes().get(at).copied() {
            if self.opening != Opening::Object {
                self.opening = self.opening.step(byte);
                at += 1;
                match self.opening {
                    Opening::Object => self.enter(true),
                    Opening::Other => break,
                    _ => {}
                }
                continue;
            }
            match self.state {
                State::Over => break,
                State::Text(name, Escape::None { high: 0 }) => {
                    let rest = text.get(at..).unwrap_or_default();
                    let end = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20));
                    let plain = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
                    self.token.push_str(plain);
                    at += plain.len();
                    if end.is_some() {
                        self.text_byte(text.as_bytes().get(at).copied().unwrap_or_default(), name);
                        at += 1;
                    }
                }
                State::Text(name, state) => {
                    if self.escaped(byte, name, state) {
                        at += 1;
                    }
                }
                State::Word => {
                    if matches!(byte, b',' | b']' | b'}') || is_blank(byte) {
                        self.word();
                    } else {
                        let letter = text.get(at..).and_then(|rest| rest.chars().next());
                        let letter = letter.unwrap_or(char::REPLACEMENT_CHARACTER);
                        self.token.push(letter);
                        at += letter.len_utf8();
                        if self.token.len() > TOKEN {
                            self.state = State::Over;
                        }
                    }
                }
                _ if is_blank(byte) => at += 1,
                _ => {
                    self.structure(byte);
                    at += usize::from(self.state != State::Word);
                }
            }
        }
        self.flush();
        std::mem::take(&mut self.shown)
    }

    /// A byte between values. A byte that begins a number or a word is looked at again.
    fn structure(&mut self, byte: u8) {
        match (self.state, byte) {
            (State::Value(_), b'{') => self.enter(true),
            (State::Value(_), b'[') => self.enter(false),
            (State::Value(_), b'"') => self.begin(false),
            (State::Value(true), b']') => self.leave(false),
            (State::Value(_), b'-' | b'0'..=b'9' | b't' | b'f' | b'n') => self.begin_word(),
            (State::Name(_), b'"') => self.begin(true),
            (State::Name(true), b'}') => self.leave(true),
            (State::Colon, b':') => self.state = State::Value(false),
            (State::Behind, b',') => {
                self.complete();
                let object = self.open.last() == Some(&true);
                self.state = if object { State::Name(false) } else { State::Value(false) };
            }
            (State::Behind, b'}') => self.leave(true),
            (State::Behind, b']') => self.leave(false),
            _ => self.stop(),
        }
    }

    /// Here it is no longer strictly JSON. What came before does not depend on how it was cut.
    fn stop(&mut self) {
        self.flush();
        self.state = State::Over;
    }

    fn enter(&mut self, object: bool) {
        // A message is a text; a list of messages is a list of texts.
        let list = self.list && self.open.len() == 1 && !object;
        if self.here && !list {
            self.here = false;
            if self.list && self.open.len() > 1 {
                self.state = State::Over;
                return;
            }
        }
        if self.open.len() >= Limits::DEFAULT.depth {
            self.state = State::Over;
            return;
        }
        self.open.push(object);
        self.state = if object { State::Name(true) } else { State::Value(true) };
    }

    fn leave(&mut self, object: bool) {
        if self.open.last() != Some(&object) {
            self.state = State::Over;
            return;
        }
        self.complete();
        self.open.pop();
        if self.open.len() == 1 {
            self.here = false;
        }
        self.state = if self.open.is_empty() { State::Over } else { State::Behind };
    }

    fn begin(&mut self, name: bool) {
        self.token.clear();
        self.state = State::Text(name, Escape::None { high: 0 });
    }

    fn begin_word(&mut self) {
        self.token.clear();
        self.state = State::Word;
    }

    /// The end of a number or a word; the byte behind it is looked at again.
    fn word(&mut self) {
        let known = matches!(self.token.as_str(), "true" | "false" | "null")
            || number::length(self.token.as_bytes()) == Some(self.token.len());
        self.state = if known && !self.is_message() { State::Behind } else { State::Over };
        if self.open.len() == 1 {
            self.here = false;
        }
    }

    /// Whether the value that stands here is a message.
    fn is_message(&self) -> bool {
        self.here && self.open.len() == if self.list { 2 } else { 1 }
    }

    /// A byte of a text that is no plain one.
    fn text_byte(&mut self, byte: u8, name: bool) {
        match byte {
            b'"' if name => {
                let own = self.open.len() == 1 && self.token == self.field;
                self.here = own && !self.seen;
                self.seen |= own;
                self.state = State::Colon;
            }
            b'"' => {
                // A single text where a list of them belongs is not shown as it comes.
                self.ready = self.is_message();
                if self.open.len() == 1 && !self.ready {
                    self.here = false;
                }
                self.state = State::Behind;
            }
            b'\\' => self.state = State::Text(name, Escape::Slash { high: 0 }),
            _ => self.stop(),
        }
    }

    /// A byte of an escape; `false` where it is to be looked at again as a byte of the text.
    fn escaped(&mut self, byte: u8, name: bool, state: Escape) -> bool {
        let next = match state {
            Escape::None { high } => {
                if byte == b'\\' {
                    Escape::Slash { high }
                } else {
                    self.half(high);
                    self.state = State::Text(name, Escape::None { high: 0 });
                    return false;
                }
            }
            Escape::Slash { high } if byte == b'u' => Escape::Unit { high, code: 0, digits: 0 },
            Escape::Slash { high } => {
                self.half(high);
                let Some(letter) = escape(byte) else {
                    self.stop();
                    return true;
                };
                self.token.push(letter);
                Escape::None { high: 0 }
            }
            Escape::Unit { high, code, digits } => {
                let Some(digit) = char::from(byte).to_digit(16) else {
                    self.stop();
                    return true;
                };
                let code = code * 16 + digit;
                if digits < 3 {
                    Escape::Unit { high, code, digits: digits + 1 }
                } else {
                    Escape::None { high: self.unit(high, code) }
                }
            }
        };
        self.state = State::Text(name, next);
        true
    }

    /// A complete `\u`; gives the first half of a pair that it may be.
    fn unit(&mut self, high: u32, code: u32) -> u32 {
        if high != 0 && (0xDC00..0xE000).contains(&code) {
            let pair = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00);
            self.token.push(char::from_u32(pair).unwrap_or(char::REPLACEMENT_CHARACTER));
            return 0;
        }
        self.half(high);
        if (0xD800..0xDC00).contains(&code) {
            return code;
        }
        self.token.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
        0
    }

    /// Half of a pair whose other half did not come.
    fn half(&mut self, high: u32) {
        if high != 0 {
            self.token.push(char::REPLACEMENT_CHARACTER);
        }
    }

    /// What follows a text has closed it: a message is complete.
    fn complete(&mut self) {
        if !std::mem::take(&mut self.ready) {
            return;
        }
        let text = std::mem::take(&mut self.token);
        if self.whole {
            self.shown.push(Shown::Message(text));
        } else if !text.is_empty() {
            self.shown.push(Shown::Text(text));
        }
    }

    /// Gives out what is there of a message that is shown as it is written. White space and commas at
    /// its end are held back until more follows: where a closing quote was forgotten they belong to
    /// what stands between two fields.
    fn flush(&mut self) {
        let writing = matches!(self.state, State::Text(false, _)) && self.is_message();
        if self.whole || !(writing || self.ready) {
            return;
        }
        let end = self
            .token
            .trim_end_matches(|letter: char| letter.is_whitespace() || letter == ',')
            .len();
        let rest = self.token.split_off(end);
        let text = std::mem::replace(&mut self.token, rest);
        if !text.is_empty() {
            self.shown.push(Shown::Text(text));
        }
    }
}
