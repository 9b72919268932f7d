//! One line as sentences.
//!
//! Owns where a sentence of a line ends. A line is looked at once, from left to right. It must never
//! take or add a character: what it gives are parts of the line.

use unicode_properties::UnicodeEmoji;

use super::abbreviations::{self, Word};

/// The most characters that are looked back at for the word in front of a full stop.
const LONGEST: usize = 24;

/// Brackets and quotes that may be open at once.
const DEEPEST: usize = 16;

/// The full stops of all scripts: they end a sentence, and are dropped at the end of a message.
pub(super) fn is_stop(c: char) -> bool {
    matches!(c, '.' | '。' | '｡' | '．' | '۔' | '।')
}

/// Whether a character ends a sentence.
pub(super) fn is_end(c: char) -> bool {
    is_stop(c) || matches!(c, '!' | '?' | '…' | '！' | '？' | '؟' | '‽' | '⁇' | '⁈' | '⁉' | '॥')
}

/// Whether a semicolon is the question mark of a Greek sentence.
pub(super) fn asks_in_greek(before: Option<char>, mark: char) -> bool {
    matches!(mark, ';' | '\u{37e}')
        && before.is_some_and(|c| matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}'))
}

/// Whether a sentence ends here without a space behind it.
fn is_wide(c: char) -> bool {
    matches!(c, '。' | '｡' | '．' | '！' | '？')
}

/// Whether a character may stand between the end of a sentence and the space behind it.
pub(super) fn is_closer(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '”'
            | '’'
            | '“'
            | '»'
            | '›'
            | ')'
            | ']'
            | '}'
            | '）'
            | '」'
            | '』'
            | '》'
            | '】'
            | '*'
            | '_'
            | '~'
            | '`'
    )
}

/// Whether a character is a picture, or a part of one.
pub(super) fn is_picture(c: char) -> bool {
    matches!(c, '\u{200d}' | '\u{fe0f}') || (c > '\u{2000}' && c.is_emoji_char())
}

/// Adds the sentences of a line, without white space around them.
pub(super) fn cut<'t>(line: &'t str, out: &mut Vec<&'t str>) {
    if is_one(line) {
        return push(line, 0, line.len(), out);
    }
    let view = View::of(line);
    let (mut start, mut at, mut said) = (0, 0, false);
    while let Some(c) = view.char(at) {
        let greek = asks_in_greek(at.checked_sub(1).and_then(|before| view.char(before)), c);
        if !is_end(c) && !greek {
            said |= c.is_alphanumeric();
            at += 1;
            continue;
        }
        let behind = view.while_of(at + usize::from(greek), |c| is_end(c) || is_closer(c));
        let after = view.behind_pictures(behind);
        let next = view.next_word(after);
        let apart = after > behind || view.char(behind).is_some_and(char::is_whitespace);
        // Behind a quotation the sentence around it may go on: 「はい。」と
        let last = behind.checked_sub(1).and_then(|last| view.char(last));
        let wide = view.range(at, behind).any(is_wide) && last.is_some_and(is_end);
        if said
            && (apart || wide)
            && let Some(next) = next
            && !view.is_inside(after)
            && view.ends(start, at, behind, next)
        {
            push(line, view.offset(start), view.offset(after), out);
            (start, said) = (after, false);
        }
        at = after.max(behind);
    }
    push(line, view.offset(start), line.len(), out);
}

/// Whether nothing that ends a sentence stands in front of a letter or digit: then there is nothing to part.
fn is_one(line: &str) -> bool {
    let body = line.trim_end_matches(|c: char| !c.is_alphanumeric());
    !body.contains(|c| is_end(c) || matches!(c, ';' | '\u{37e}'))
}

fn push<'t>(line: &'t str, from: usize, to: usize, out: &mut Vec<&'t str>) {
    let part = line.get(from..to).unwrap_or_default().trim();
    if !part.is_empty() {
        out.push(part);
    }
}

/// A line with what is asked of it again and again.
struct View {
    chars: Vec<(usize, char)>,
    length: usize,
    /// At each place, the place of the next letter or digit.
    next: Vec<Option<usize>>,
    /// How many brackets and quotes are open in front of each place.
    inside: Vec<i32>,
}

impl View {
    fn of(line: &str) -> Self {
        let chars: Vec<(usize, char)> = line.char_indices().collect();
        let mut next = vec![None; chars.len()];
        let mut last = None;
        for (at, (slot, (_, c))) in next.iter_mut().zip(&chars).enumerate().rev() {
            if c.is_alphanumeric() {
                last = Some(at);
            }
            *slot = last;
        }
        let inside = depths(&chars);
        Self { length: line.len(), chars, next, inside }
    }

    fn char(&self, at: usize) -> Option<char> {
        self.chars.get(at).map(|(_, c)| *c)
    }

    fn offset(&self, at: usize) -> usize {
        self.chars.get(at).map_or(self.length, |(offset, _)| *offset)
    }

    fn range(&self, from: usize, to: usize) -> impl Iterator<Item = char> + '_ {
        self.chars.get(from..to).unwrap_or_default().iter().map(|(_, c)| *c)
    }

    fn next_word(&self, at: usize) -> Option<usize> {
        self.next.get(at).copied().flatten()
    }

    fn is_inside(&self, at: usize) -> bool {
        self.inside.get(at).is_some_and(|depth| *depth > 0)
    }

    fn while_of(&self, mut at: usize, is: impl Fn(char) -> bool) -> usize {
        while self.char(at).is_some_and(&is) {
            at += 1;
        }
        at
    }

    /// The place behind pictures that close a sentence, with the spaces in front of them.
    fn behind_pictures(&self, at: usize) -> usize {
        let first = self.while_of(at, char::is_whitespace);
        let mut end = at;
        let mut here = first;
        while self.char(here).is_some_and(is_picture) {
            end = self.while_of(here, is_picture);
            here = self.while_of(end, char::is_whitespace);
        }
        end
    }

    /// Whether a sentence that began at `start` ends with what stands in `at..behind`, when its next
    /// letter or digit stands at `next`.
    fn ends(&self, start: usize, at: usize, behind: usize, next: usize) -> bool {
        if self.range(at, behind).any(is_wide) {
            return true;
        }
        let Some(first) = self.char(next) else { return false };
        if first.is_lowercase() {
            return false;
        }
        let single = self.char(at) == Some('.') && !self.char(at + 1).is_some_and(is_end);
        if !single {
            return true;
        }
        let from = self.word_before(start, at);
        let word: String = self.range(from, at).collect();
        let starts = || abbreviations::is_starter(&self.word_at(next));
        // What is part of an address or of a longer word is no abbreviation.
        let glued = from.checked_sub(1).filter(|at| *at >= start).and_then(|at| self.char(at));
        if word.is_empty() || glued.is_some_and(|c| matches!(c, '/' | '@' | '=' | '&' | '-' | '_'))
        {
            return true;
        }
        if word.chars().all(|c| c.is_ascii_digit()) {
            // A number in front of its item, or a day: `1. Sign in`, `am 3. Mai`.
            let leads = !self.range(start, from).any(char::is_alphanumeric);
            return !leads && (word.len() > 2 || starts());
        }
        match abbreviations::word(&word, self.is_continued(start, from)) {
            Word::Plain => true,
            Word::Never => false,
            Word::May => starts(),
            Word::Number => !first.is_numeric(),
        }
    }

    /// Where the word in front of a place begins.
    fn word_before(&self, start: usize, at: usize) -> usize {
        let mut from = at;
        while from > start
            && at - from < LONGEST
            && self.char(from - 1).is_some_and(|c| c.is_alphanumeric() || c == '.')
        {
            from -= 1;
        }
        from
    }

    /// Whether an abbreviation of one letter stands in front of a place, with a space between.
    fn is_continued(&self, start: usize, from: usize) -> bool {
        let before = |back: usize| from.checked_sub(back).filter(|at| *at >= start);
        let is =
            |back, is: fn(char) -> bool| before(back).and_then(|at| self.char(at)).is_some_and(is);
        is(1, char::is_whitespace)
            && is(2, |c| c == '.')
            && is(3, char::is_alphabetic)
            && !is(4, char::is_alphanumeric)
    }

    fn word_at(&self, at: usize) -> String {
        let letters = self.chars.get(at..).unwrap_or_default().iter().map(|(_, c)| *c);
        letters.take_while(|c| c.is_alphanumeric()).take(LONGEST).collect()
    }
}

/// How many pairs of brackets or quotes each place lies in. What has no partner counts for nothing.
fn depths(chars: &[(usize, char)]) -> Vec<i32> {
    let mut change = vec![0_i32; chars.len() + 1];
    let mut pair = |open: usize, close: usize| {
        for (at, by) in [(open + 1, 1), (close + 1, -1)] {
            if let Some(slot) = change.get_mut(at) {
                *slot += by;
            }
        }
    };
    let mut open: Vec<(usize, char)> = Vec::new();
    let straight = chars.iter().filter(|(_, c)| *c == '"').count() % 2 == 0;
    let mut quote = None;
    for (at, (_, c)) in chars.iter().enumerate() {
        if *c == '"' && straight {
            match quote.take() {
                Some(first) => pair(first, at),
                None => quote = Some(at),
            }
        }
        if let Some(found) = open.iter().rposition(|(_, partner)| partner == c) {
            if let Some((first, _)) = open.get(found) {
                pair(*first, at);
            }
            open.truncate(found);
        } else if let Some(partner) = partner(*c).filter(|_| open.len() < DEEPEST) {
            open.push((at, partner));
        }
    }
    let mut depth = 0;
    change
        .into_iter()
        .map(|by| {
            depth += by;
            depth
        })
        .collect()
}

/// What closes a bracket or a quote.
fn partner(open: char) -> Option<char> {
    Some(match open {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        '“' => '”',
        '„' => '“',
        '«' => '»',
        '「' => '」',
        '『' => '』',
        '《' => '》',
        '【' => '】',
        '（' => '）',
        _ => return None,
    })
}
