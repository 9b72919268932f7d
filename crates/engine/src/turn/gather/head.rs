//! The beginning of a text that is too long.
//!
//! Owns where it ends, and the mark that a cut leaves. It must never cut without the mark.

use crate::token::Tokenizer;

/// What stands where text was taken away.
pub(crate) const MARK: &str = "…";

/// The beginning of a text, at most `most` tokens with the mark, cut behind a word where there is one.
pub(crate) fn head(text: &str, most: u32, tokenizer: &Tokenizer) -> String {
    let fits = |end: usize| tokenizer.count(&format!("{}{MARK}", text[..end].trim_end())) <= most;
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let end = ends.partition_point(|end| fits(*end)).checked_sub(1).map_or(0, |at| ends[at]);
    let word = text[..end].rfind(char::is_whitespace).filter(|at| *at * 2 > end).unwrap_or(end);
    format!("{}{MARK}", text[..word].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::tokenizer_for;

    #[test]
    fn the_beginning_of_a_text_ends_behind_a_word() {
        let (tokenizer, _) = tokenizer_for("openai-chat", "gpt-5.4");
        let text = "a long road and a longer one behind it";
        let short = head(text, 6, &tokenizer);
        assert!(tokenizer.count(&short) <= 6);
        let kept = short.strip_suffix(MARK).unwrap();
        assert!(text.starts_with(kept) && text[kept.len()..].starts_with(' '), "{short}");
    }
}
