//! Words of HTML.
//!
//! Owns that text stays text. It must never let a character of the document become markup.

/// A text, so that it shows as it is, also within the quotation marks of an attribute.
pub(super) fn text(plain: &str) -> String {
    let mut safe = String::with_capacity(plain.len());
    for c in plain.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c => safe.push(c),
        }
    }
    safe
}

/// A sentence in which code stands between backticks.
pub(super) fn prose(plain: &str) -> String {
    let parts: Vec<&str> = plain.split('`').collect();
    // A backtick without its other half is one.
    let whole = parts.len() % 2 == 1;
    let shown = parts.iter().enumerate().map(|(at, part)| match at % 2 == 1 && whole {
        true => format!("<code>{}</code>", text(part)),
        false => text(part),
    });
    let between = if whole { "" } else { "`" };
    shown.collect::<Vec<_>>().join(between)
}

/// A name as it stands in the address of a place of the page.
pub(super) fn anchor(name: &str) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' };
    name.chars().map(safe).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        assert_eq!(text("<a href=\"x\">'&"), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;");
        assert_eq!(prose("Takes `a<b` and `c`."), "Takes <code>a&lt;b</code> and <code>c</code>.");
        assert_eq!(prose("One ` alone <"), "One ` alone &lt;");
    }
}
