//! How figures in a text are read.
//!
//! Owns digits of every script, signs, marks between groups and the decimal mark. It must never choose
//! between two readings: that takes knowing what the figure is for.

use super::{SlotProblem, invalid};

/// The zeros of the scripts in whose digits people write figures today. The other nine follow.
const ZEROS: [char; 21] = [
    '0',
    '\u{660}',
    '\u{6F0}',
    '\u{7C0}',
    '\u{966}',
    '\u{9E6}',
    '\u{A66}',
    '\u{AE6}',
    '\u{B66}',
    '\u{BE6}',
    '\u{C66}',
    '\u{CE6}',
    '\u{D66}',
    '\u{E50}',
    '\u{ED0}',
    '\u{F20}',
    '\u{1040}',
    '\u{17E0}',
    '\u{1810}',
    '\u{FF10}',
    '\u{1E950}',
];

/// A figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Numeral {
    /// Whether it is below zero.
    pub(super) negative: bool,
    /// The digits before the decimal mark, at least one, without zeros in front.
    pub(super) whole: String,
    /// The digits behind it, as they are written.
    pub(super) fraction: String,
    /// The mark, where one `.` or `,` has three digits behind it: it may part groups or decimals. Then
    /// `whole` has the digits in front of it, and `fraction` the three.
    pub(super) either: Option<char>,
}

impl Numeral {
    /// The digits as one number, for a mark that parts groups.
    pub(super) fn joined(&self) -> String {
        format!("{}{}", self.whole, self.fraction)
    }

    /// The figure as text, with a point.
    pub(super) fn decimal(&self) -> String {
        let sign = if self.negative { "-" } else { "" };
        if self.fraction.is_empty() {
            format!("{sign}{}", self.whole)
        } else {
            format!("{sign}{}.{}", self.whole, self.fraction)
        }
    }
}

/// A digit of any script: the zero of the script and its value.
pub(super) fn digit(c: char) -> Option<(char, u8)> {
    ZEROS.iter().find_map(|zero| {
        let value = u32::from(c).checked_sub(u32::from(*zero))?;
        // A keyboard that writes wide digits writes narrow ones too: they are of one script.
        let script = if *zero == '\u{FF10}' { '0' } else { *zero };
        (value < 10).then(|| (script, u8::try_from(value).unwrap_or(0)))
    })
}

/// Digits of any script as those of ASCII; a text that mixes scripts is none.
pub(super) fn western(text: &str) -> Option<String> {
    let mut script = None;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let Some((zero, value)) = digit(c) else {
            out.push(c);
            continue;
        };
        if *script.get_or_insert(zero) != zero {
            return None;
        }
        out.push(char::from(b'0' + value));
    }
    Some(out)
}

/// Reads a figure that fills the text.
pub(super) fn numeral(text: &str) -> Result<Numeral, SlotProblem> {
    let none = || invalid("it is no number in digits");
    let text = western(text).ok_or_else(|| invalid("it mixes digits of different scripts"))?;
    let (negative, rest) = match text.strip_prefix(['-', '−', '﹣', '－']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix(['+', '＋']).unwrap_or(&text)),
    };
    let mut runs = vec![String::new()];
    let mut marks = Vec::new();
    for c in rest.chars() {
        if c.is_ascii_digit() {
            runs.last_mut().ok_or_else(none)?.push(c);
            continue;
        }
        marks.push(match c {
            '.' | '．' => '.',
            ',' | '，' => ',',
            '\'' | '’' | '\u{66C}' => '\'',
            ' ' | '_' | '\u{66B}' => c,
            _ => return Err(none()),
        });
        runs.push(String::new());
    }
    arrange(negative, &runs, &marks).ok_or_else(none)
}

/// Runs of digits with the marks between them as a figure.
fn arrange(negative: bool, runs: &[String], marks: &[char]) -> Option<Numeral> {
    let (first, last) = (runs.first()?, runs.last()?);
    let of = |whole: &str, fraction: &str, either| {
        let trimmed = whole.trim_start_matches('0');
        let whole = if trimmed.is_empty() { "0" } else { trimmed };
        Some(Numeral { negative, whole: whole.to_owned(), fraction: fraction.to_owned(), either })
    };
    let (Some(last_mark), true) = (marks.last(), !last.is_empty()) else {
        return if marks.is_empty() && !first.is_empty() { of(first, "", None) } else { None };
    };
    let groups_before = runs.get(..runs.len() - 1)?;
    let marks_before = marks.get(..marks.len() - 1)?;
    let parts_decimals = matches!(last_mark, '.' | ',' | '\u{66B}');
    if parts_decimals && !marks_before.contains(last_mark) {
        if !marks_before.is_empty() {
            return of(&grouped(groups_before, marks_before)?, last, None);
        }
        let alone = grouped(runs, marks).is_some() && *last_mark != '\u{66B}';
        // `.5` has no digit in front.
        return of(first, last, alone.then_some(*last_mark));
    }
    of(&grouped(runs, marks)?, "", None)
}

/// Groups as one number: the same mark between all, three digits in each but the first; or, as in
/// India, two in all but the last.
fn grouped(runs: &[String], marks: &[char]) -> Option<String> {
    let (first, rest) = runs.split_first()?;
    let mark = marks.first()?;
    if first.is_empty() || first.starts_with('0') || marks.iter().any(|other| other != mark) {
        return None;
    }
    if *mark == '\u{66B}' {
        return None;
    }
    let (last, middle) = rest.split_last()?;
    let threes = first.len() <= 3 && middle.iter().all(|run| run.len() == 3);
    let twos = *mark == ',' && first.len() <= 2 && middle.iter().all(|run| run.len() == 2);
    (last.len() == 3 && (threes || twos)).then(|| runs.concat())
}
