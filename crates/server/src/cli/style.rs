//! Colours, bars and columns.
//!
//! Owns how text looks on a terminal. Colours appear only on one, and never where `NO_COLOR` is set.

use std::env;
use std::io::{self, IsTerminal};
use std::sync::OnceLock;

use unicode_width::UnicodeWidthStr;

/// A way to paint text.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Paint {
    /// Headings.
    Bold,
    /// What matters less.
    Dim,
    /// Good news.
    Green,
    /// Something to look at.
    Yellow,
    /// Bad news.
    Red,
    /// Names.
    Cyan,
}

/// Whether output is coloured.
pub(crate) fn is_coloured() -> bool {
    static COLOURED: OnceLock<bool> = OnceLock::new();
    *COLOURED.get_or_init(|| io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none())
}

/// Text, painted where output is coloured.
pub(crate) fn paint(text: &str, how: Paint) -> String {
    if !is_coloured() {
        return text.to_owned();
    }
    let code = match how {
        Paint::Bold => "1",
        Paint::Dim => "2",
        Paint::Green => "32",
        Paint::Yellow => "33",
        Paint::Red => "31",
        Paint::Cyan => "36",
    };
    format!("\u{1b}[{code}m{text}\u{1b}[0m")
}

/// Text filled up with spaces to a width in columns.
pub(crate) fn pad(text: &str, width: usize) -> String {
    let has = UnicodeWidthStr::width(text);
    format!("{text}{}", " ".repeat(width.saturating_sub(has)))
}

/// A bar of at most `width` columns, in eighths of a column.
pub(crate) fn bar(part: u32, whole: u32, width: u32) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let eighths = u64::from(part) * u64::from(width) * 8 / u64::from(whole.max(1));
    let eighths = if part > 0 { eighths.max(1) } else { 0 };
    let full = usize::try_from(eighths / 8).unwrap_or_default();
    let rest = usize::try_from(eighths % 8).unwrap_or_default();
    format!("{}{}", "█".repeat(full), EIGHTHS[rest])
}

/// A number with a thin space between its thousands.
pub(crate) fn number(value: u32) -> String {
    let digits = value.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
