//! What to do about text that is not YAML.
//!
//! Owns the step from what the parser says, and the line at which it stopped, to advice that a person
//! can follow. It must never decide whether text is YAML.

/// Advice for a place where reading stopped: what the parser says, and the text before and behind it.
pub(super) fn advice(info: &str, before: &str, behind: &str) -> String {
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let head = before.get(start..).unwrap_or_default();
    let tail = behind.split('\n').next().unwrap_or_default();
    let line = format!("{head}{tail}");
    let next = behind.chars().next();
    let says = |text: &str| info.contains(text);
    if line.contains("{{") || line.contains("{%") {
        "An expression with braces must stand in quotes: \"{{ … }}\".".into()
    } else if says("mapping values are not allowed") {
        mapping(head)
    } else if says("tab") {
        "Indent with spaces.".into()
    } else if says("unknown anchor") {
        "A `*` begins an alias: put the text in quotes.".into()
    } else if says("escape character") {
        "Write it in single quotes: there a backslash is a backslash.".into()
    } else if says("BOM") {
        "Remove the invisible character at this place: write the line anew.".into()
    } else if let Some(sign @ ('@' | '`' | '%')) = next {
        format!("Text that begins with `{sign}` must stand in quotes.")
    } else if next.is_some_and(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
        "Remove the invisible character at this place.".into()
    } else if says("quoted scalar") {
        "Close the quotes, and put nothing behind them on the line.".into()
    } else if line.trim_start().starts_with('-') && !line.trim_start().starts_with("- ") {
        "An item of a list has a space behind its `-`.".into()
    } else if says("unclosed bracket") || says("illegal placement of ':'") {
        "Close the bracket or the brace, here or on a line before.".into()
    } else if says("flow mapping") || says("flow sequence") {
        "Close the braces or brackets, and put text that holds `,`, `[`, `]`, `{` or `}` in quotes."
            .into()
    } else if says("simple key") {
        "This line is neither `key: value` nor a part of the one before: check its indentation."
            .into()
    } else {
        "Check the indentation, the quotes and the brackets of this line and the one before.".into()
    }
}

/// A second `: ` on a line is mostly text without quotes; the first one is mostly a key that does not
/// stand under its neighbours.
fn mapping(head: &str) -> String {
    if head.contains(": ") {
        "Text that contains `: ` must stand in quotes.".into()
    } else {
        "Keys that belong together have the same indentation: line this one up with its neighbours."
            .into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_with_a_colon_and_a_key_out_of_line_are_told_apart() {
        let info = "mapping values are not allowed in this context";
        assert!(advice(info, "say: I said", ": no\n").contains("quotes"));
        assert!(advice(info, "a: 1\n  b", ": 2\n").contains("indentation"));
    }

    #[test]
    fn advice_looks_at_the_line() {
        assert!(advice("unexpected character", "a: ", "@b\n").contains("`@`"));
        assert!(advice("did not find expected '-' indicator", "- a\n", "-b\n").contains("space"));
        assert!(advice("unexpected character", "a: {", "% if x %}\n").contains("{{ … }}"));
    }
}
