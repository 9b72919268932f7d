//! Which prompts an interpolated name can come to.
//!
//! Owns the comparison by what is written around the expression. It must never evaluate one: it answers
//! for every state at once.

/// Whether a name of a layer can come to the name of a prompt.
pub(super) fn can_be(pattern: &str, name: &str) -> bool {
    match (pattern.split_once("{{"), pattern.rsplit_once("}}")) {
        (Some((before, _)), Some((_, after))) => {
            name.len() > before.len() + after.len()
                && name.starts_with(before)
                && name.ends_with(after)
        }
        _ => pattern == name,
    }
}

#[cfg(test)]
mod tests {
    use super::can_be;

    #[test]
    fn what_stands_around_the_expression_decides() {
        assert!(can_be("a/{{ x }}", "a/b"));
        assert!(can_be("a/b", "a/b"));
        assert!(!can_be("a/{{ x }}", "a/"));
        assert!(!can_be("a/{{ x }}_on", "a/on"));
        assert!(!can_be("a/b", "a/bc"));
    }
}
