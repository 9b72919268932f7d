//! Colours, bars and columns.
//!
//! Owns how text looks on a terminal. Colours appear only on one, and never where `NO_COLOR` is set.

use std::env;
use std::io::{self, IsTerminal};
use std::sync::OnceLock;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

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

/// Text of others must not steer a terminal.
pub(crate) fn printable(text: &str) -> String {
    let shown = |c: char| c == '\n' || c == '\t' || !c.is_control();
    text.chars().map(|c| if shown(c) { c } else { '\u{fffd}' }).collect()
}

/// Text filled up with spaces to a width in columns.
pub(crate) fn pad(text: &str, width: usize) -> String {
    let has = UnicodeWidthStr::width(text);
    format!("{text}{}", " ".repeat(width.saturating_sub(has)))
}

/// A line that is cut to the terminal's width, with `…` for what is left out. Where output is no
/// terminal, or one of unknown width, nothing is cut.
pub(crate) fn clip(line: &str) -> String {
    match columns() {
        Some(width) => clip_to(line, width),
        None => line.to_owned(),
    }
}

/// The columns of the terminal, at least 20; nothing where output is none.
pub(crate) fn columns() -> Option<usize> {
    terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0).max(20))
}

/// Cuts a line, painted or not, to a width in columns.
fn clip_to(line: &str, width: usize) -> String {
    if UnicodeWidthStr::width(plain(line).as_str()) <= width {
        return line.to_owned();
    }
    let (mut out, mut used, mut inside) = (String::new(), 1, false);
    for c in line.chars() {
        inside |= c == '\u{1b}';
        if !inside {
            used += c.width().unwrap_or_default();
        }
        if used > width {
            break;
        }
        out.push(c);
        inside &= c != 'm';
    }
    let end = if out.contains('\u{1b}') { "\u{1b}[0m" } else { "" };
    format!("{}…{end}", out.trim_end())
}

/// A line without its colours.
fn plain(line: &str) -> String {
    let mut inside = false;
    line.chars()
        .filter(|c| {
            inside |= *c == '\u{1b}';
            let kept = !inside;
            inside &= *c != 'm';
            kept
        })
        .collect()
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

/// A number with a comma between its thousands.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_cut_by_columns_and_keep_their_colours_closed() {
        assert_eq!(clip_to("abcdef", 6), "abcdef");
        assert_eq!(clip_to("abcdefg", 6), "abcde…");
        assert_eq!(clip_to("日本語", 5), "日本…");
        assert_eq!(clip_to("ab \u{1b}[2mcdef\u{1b}[0m", 7), "ab \u{1b}[2mcdef\u{1b}[0m");
        assert_eq!(clip_to("ab \u{1b}[2mcdefg\u{1b}[0m", 6), "ab \u{1b}[2mcd…\u{1b}[0m");
    }

    #[test]
    fn numbers_have_commas_between_thousands() {
        assert_eq!(number(7), "7");
        assert_eq!(number(1_234_567), "1,234,567");
    }
}
