//! Texts in quotes, with liberties.
//!
//! Owns the question that every broken answer asks: does this quote end the text, or does it belong to
//! it? A quote that is followed by what follows a text ends it, unless a quotation is open inside. It must
//! never end a text earlier than the strict reader does.

use super::{CUT, Lenient, Place, UNCLOSED};
use crate::turn::read::json::strict::{escape, paired};
use crate::turn::read::notes::Path;

/// Whether a character opens or closes a text.
pub(super) fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '\'' | '“' | '”' | '„' | '‘' | '’' | '«' | '`')
}

/// What closes a text that a quote opens.
pub(super) fn closers(quote: char) -> &'static [char] {
    match quote {
        '"' => &['"'],
        '\'' => &['\''],
        '“' | '”' | '„' => &['”', '“', '"'],
        '‘' | '’' => &['’', '‘', '\''],
        '«' => &['»', '"'],
        _ => &['`'],
    }
}

/// What a quote is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ends {
    /// The end of the text.
    Here,
    /// The end of the text was missed: it lies before the comma or line break in front of this quote,
    /// which opens a name.
    Before,
    /// A part of the text, which opens a quotation, closes one, or neither.
    Inner(Option<bool>),
}

/// A text in the making.
struct Draft {
    out: String,
    quote: char,
    /// Whether its quotes are written `\"`.
    escaped: bool,
    /// How many quotes stand for one: 2 where they are doubled, 3 as in Python.
    times: usize,
    /// Whether a quotation is open inside.
    open: bool,
    /// Whether a line break or another control character was noted.
    control: bool,
    from: usize,
}

impl Lenient<'_, '_> {
    /// A text that begins here.
    pub(super) fn quoted(&mut self, place: Place, path: &Path<'_>) -> String {
        let escaped = self.peek() == Some('\\');
        if escaped {
            self.next();
            self.note("json.escape", path, "the quotes of the text are escaped");
        }
        let quote = self.next().unwrap_or('"');
        if quote != '"' {
            self.note("json.quote", path, format!("the text stands in {quote}"));
        }
        let mut draft = Draft {
            out: String::new(),
            quote,
            escaped,
            times: 1,
            open: false,
            control: false,
            from: self.at,
        };
        if self.doubled(&mut draft, place) {
            let note = if draft.times == 2 { "quotes are doubled" } else { "quotes are tripled" };
            self.note("json.quote", path, note);
        }
        loop {
            let Some(letter) = self.peek() else {
                return self.unclosed(draft, place, path);
            };
            if letter == '\\' {
                if draft.escaped && self.second() == Some(draft.quote) {
                    self.next();
                    if self.at_quote(draft.quote, &mut draft, place, path) {
                        break;
                    }
                } else {
                    self.escape(&mut draft, path);
                }
            } else if closers(draft.quote).contains(&letter) {
                if self.at_quote(letter, &mut draft, place, path) {
                    break;
                }
            } else if place == Place::Name && self.name_ends(letter, &draft) {
                self.split(&mut draft, path);
                break;
            } else {
                if letter < ' ' && !draft.control {
                    draft.control = true;
                    self.note("json.control", path, "a control character stands in a text");
                }
                draft.out.push(letter);
                self.next();
            }
        }
        if place == Place::Name && draft.control {
            draft.out.truncate(draft.out.trim_end_matches(['\n', '\r']).len());
        }
        self.joined(draft.out, place, path)
    }

    /// Whether the quotes of a text are doubled or tripled: the others are passed then.
    fn doubled(&mut self, draft: &mut Draft, place: Place) -> bool {
        let run = self.rest().chars().take_while(|c| *c == draft.quote).count();
        if run >= 3 && run % 2 == 1 {
            // Pairs of quotes with nothing in them; the last one closes the text.
            self.at += (run - 1) * draft.quote.len_utf8();
            return false;
        }
        let more = |count: usize, text: &str| {
            text.chars().take_while(|c| *c == draft.quote).count() >= count
        };
        let width = draft.quote.len_utf8();
        if more(2, self.rest()) && !more(3, self.rest()) {
            self.at += 2 * width;
            draft.times = 3;
        } else if more(1, self.rest()) && !more(2, self.rest()) {
            let next = self.seen(self.at + width).1;
            let ends = match next {
                None | Some(',' | '}' | ']' | ')' | ':' | '`' | '/' | '#') => true,
                Some(next) => is_quote(next) && place != Place::Name,
            };
            if ends {
                return false;
            }
            self.at += width;
            draft.times = 2;
        } else {
            return false;
        }
        draft.from = self.at;
        true
    }

    /// Reads a quote. `true` where it ends the text; what follows comes next then.
    fn at_quote(&mut self, quote: char, draft: &mut Draft, place: Place, path: &Path<'_>) -> bool {
        let (from, width) = (self.at, quote.len_utf8());
        if draft.times > 1 {
            let run = self.rest().chars().take_while(|c| *c == quote).count();
            if run >= draft.times {
                self.at += draft.times * width;
                return true;
            }
            if draft.times == 3 {
                self.next();
                draft.out.push(quote);
                return false;
            }
        }
        self.next();
        let ends = match place {
            Place::Name => self.ends_name(draft),
            Place::Field | Place::Item => self.ends(from, draft, place),
        };
        match ends {
            Ends::Here => true,
            Ends::Before if place == Place::Name => {
                self.at = from;
                self.split(draft, path);
                true
            }
            Ends::Before => {
                self.note("json.quote", path, "a closing quote is missing");
                let kept = draft.out.trim_end();
                let kept = kept.strip_suffix(',').unwrap_or(kept).trim_end().len();
                draft.out.truncate(kept);
                self.at = from;
                true
            }
            Ends::Inner(open) => {
                self.note(
                    "json.quote",
                    path,
                    "a quote inside of the text is taken as a part of it",
                );
                draft.open = open.unwrap_or(draft.open);
                draft.out.push(quote);
                false
            }
        }
    }

    /// What a quote in a name is; reading stands behind it.
    fn ends_name(&mut self, draft: &Draft) -> Ends {
        match self.seen(self.at).1 {
            None | Some(':' | ',' | '}' | ']' | '=' | '：') => Ends::Here,
            _ if draft.out.contains(':') => Ends::Before,
            Some(next) if is_quote(next) || matches!(next, '{' | '[') => Ends::Here,
            Some(_) => Ends::Inner(None),
        }
    }

    /// What a quote in a value is; reading stands behind it, and it stands at `from`.
    fn ends(&mut self, from: usize, draft: &Draft, place: Place) -> Ends {
        let before = draft.out.chars().next_back();
        let apart = before.is_none_or(|c| {
            c.is_whitespace() || matches!(c, '(' | '[' | '{' | '=' | '>' | '-' | '—' | ':' | '/')
        });
        let close = self.peek();
        let follows = close.is_some_and(|c| !c.is_whitespace());
        let (at, next) = self.seen(self.at);
        let Some(next) = next else { return Ends::Here };
        let inner = || {
            if apart && follows {
                Ends::Inner(Some(true))
            } else if draft.open {
                Ends::Inner(Some(false))
            } else {
                Ends::Inner(None)
            }
        };
        match next {
            ',' if !draft.open => Ends::Here,
            ',' if place == Place::Field => {
                if self.goes_on(at + 1) {
                    Ends::Here
                } else {
                    inner()
                }
            }
            ',' => match self.seen(at + 1).1 {
                None | Some('"' | '\'' | '{' | '[' | '}' | ']' | '-' | '0'..='9') => Ends::Here,
                Some(_) => inner(),
            },
            '}' | ']' => {
                if !draft.open || self.really_closes(at) {
                    Ends::Here
                } else {
                    inner()
                }
            }
            ')' if self.open.last() == Some(&')') || draft.escaped => Ends::Here,
            ':' if place == Place::Item => Ends::Here,
            ':' => Ends::Inner(draft.open.then_some(false)),
            '+' => match self.seen(at + 1).1 {
                Some(next) if is_quote(next) => Ends::Here,
                _ => inner(),
            },
            '`' if self.ahead(at).starts_with("```") && !draft.open => Ends::Here,
            '/' if !draft.open && self.ahead(at).starts_with("/*") => Ends::Here,
            '/' | '#' if !draft.open && !follows && self.goes_on(at) => Ends::Here,
            quote if closers(draft.quote).contains(&quote) => {
                self.before_quote(at, quote, draft, place, inner())
            }
            _ => self.in_words(from, at, draft, place, apart, inner()),
        }
    }

    /// What a quote is behind which another one comes.
    fn before_quote(
        &mut self,
        at: usize,
        quote: char,
        draft: &Draft,
        place: Place,
        inner: Ends,
    ) -> Ends {
        if place == Place::Field && self.named(at) {
            return Ends::Here;
        }
        match self.seen(at + quote.len_utf8()).1 {
            // The other one ends the text, and this one a quotation in it.
            None | Some(',' | '}' | ']') => Ends::Inner(Some(false)),
            _ if place == Place::Item && !draft.open => Ends::Here,
            _ => inner,
        }
    }

    /// What a quote is behind which words come.
    fn in_words(
        &mut self,
        from: usize,
        at: usize,
        draft: &Draft,
        place: Place,
        apart: bool,
        inner: Ends,
    ) -> Ends {
        let closing = !apart && at > self.at && !draft.open;
        if place == Place::Item {
            return if closing { Ends::Here } else { inner };
        }
        // A quote that opens a name, behind a comma or on a new line: the one that should have closed
        // this text is missing.
        let tail = draft.out.get(draft.out.trim_end().len()..).unwrap_or_default();
        let broken = tail.contains('\n') || draft.out.trim_end().ends_with(',');
        if broken && self.named(from) {
            return Ends::Before;
        }
        if closing && (self.field(at) || self.litter(at)) {
            return Ends::Here;
        }
        inner
    }

    /// Whether only words stand at `from` before the object ends: a comment without a sign.
    fn litter(&mut self, from: usize) -> bool {
        let ahead = self.ahead(from);
        let end = ahead.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | ' '));
        self.pay(end.unwrap_or(ahead.len()));
        end.is_some_and(|end| ahead.get(end..).is_some_and(|rest| rest.starts_with('}')))
            && self.really_closes(from + end.unwrap_or_default())
    }

    /// Whether a name whose quote is not closed ends at a character.
    fn name_ends(&mut self, letter: char, draft: &Draft) -> bool {
        match letter {
            '}' | ',' | '\n' => {
                let ahead = self.ahead(self.at);
                let quote = ahead.find(draft.quote);
                self.pay(quote.unwrap_or(ahead.len()));
                let closes = match quote {
                    Some(quote) => self.seen(self.at + quote + 1).1 == Some(':'),
                    None => false,
                };
                !closes && (letter != '\n' || draft.out.contains(':'))
            }
            _ => false,
        }
    }

    /// Ends a name at its colon, where there is one inside: its closing quote is missing.
    fn split(&mut self, draft: &mut Draft, path: &Path<'_>) {
        self.note("json.quote", path, "the closing quote of a name is missing");
        if let Some(colon) = draft.out.find(':') {
            draft.out.truncate(colon);
            let raw = self.text.get(draft.from..self.at).unwrap_or_default();
            self.at = raw.find(':').map_or(self.at, |colon| draft.from + colon);
        }
        draft.out.truncate(draft.out.trim_end().len());
    }

    /// Reads a backslash and what follows it.
    fn escape(&mut self, draft: &mut Draft, path: &Path<'_>) {
        let behind = self.rest().get(1..).unwrap_or_default();
        let Some(letter) = behind.chars().next() else {
            self.next();
            return draft.out.push('\\');
        };
        if letter == 'u'
            && let Some((made, length)) = paired(behind.as_bytes().get(1..).unwrap_or_default())
        {
            if made.is_none() {
                self.note("json.surrogate", path, "half of a pair of escapes is replaced");
            }
            draft.out.push(made.unwrap_or(char::REPLACEMENT_CHARACTER));
            self.at += 2 + length;
            return;
        }
        let known = u8::try_from(letter).ok().and_then(escape);
        match known {
            Some(made) => draft.out.push(made),
            None if is_quote(letter) => {
                self.note("json.escape", path, format!("`\\{letter}` is taken as {letter}"));
                draft.out.push(letter);
            }
            None => {
                self.note("json.escape", path, "a backslash is taken as itself");
                draft.out.push('\\');
                self.next();
                return;
            }
        }
        self.next();
        self.next();
    }

    /// A text that no quote ends. What closes the containers around it may stand at its end.
    fn unclosed(&mut self, mut draft: Draft, place: Place, path: &Path<'_>) -> String {
        if place == Place::Name && draft.out.contains(':') {
            self.split(&mut draft, path);
            return draft.out;
        }
        let mut kept = draft.out.trim_end();
        kept = kept.strip_suffix("```").unwrap_or(kept).trim_end();
        let closed = self.closed(kept);
        let closes = closed.len() < kept.len();
        kept = closed;
        let kept = kept.len();
        draft.out.truncate(kept);
        if closes {
            self.note(UNCLOSED, path, "a closing quote is missing");
        } else {
            self.note(CUT, path, "the text ends in the middle");
        }
        draft.out
    }

    /// A text without the signs at its end that close what is open around it: the innermost first, and as many
    /// of them as there are.
    fn closed<'k>(&self, text: &'k str) -> &'k str {
        (0..self.open.len())
            .find_map(|outermost| {
                let closers = self.open.get(outermost..).unwrap_or_default();
                closers
                    .iter()
                    .try_fold(text, |rest, closer| Some(rest.strip_suffix(*closer)?.trim_end()))
            })
            .unwrap_or(text)
    }

    /// Texts with a plus between them are one.
    fn joined(&mut self, mut text: String, place: Place, path: &Path<'_>) -> String {
        while place != Place::Name {
            let (plus, sign) = self.seen(self.at);
            if sign != Some('+') {
                break;
            }
            let (at, next) = self.seen(plus + 1);
            if next != Some('"') && next != Some('\'') {
                break;
            }
            self.note("json.joined", path, "texts with a plus between them are joined");
            self.at = at;
            let mut more = Draft {
                out: String::new(),
                quote: '"',
                escaped: false,
                times: 1,
                open: false,
                control: false,
                from: at,
            };
            more.quote = self.next().unwrap_or('"');
            loop {
                let Some(letter) = self.peek() else {
                    text.push_str(&self.unclosed(more, place, path));
                    return text;
                };
                if letter == '\\' {
                    self.escape(&mut more, path);
                } else if letter == more.quote {
                    self.next();
                    break;
                } else {
                    more.out.push(letter);
                    self.next();
                }
            }
            text.push_str(&more.out);
        }
        text
    }
}
