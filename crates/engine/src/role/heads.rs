//! What the two verdicts of a gate begin with.
//!
//! Owns the step from the texts `gate_pass` and `gate_fail` to the words by which an answer is told
//! apart, and the rule that they can be told apart. It must never read an answer (that is
//! `turn::verdict`).

use crate::agent::call::Heads;
use crate::diagnostic::Diagnostic;
use crate::role::read::{At, Reading};
use crate::turn::contract::verdict::bare;

/// The literal beginning of a text: up to a colon, a tag or the end of its first line, without
/// decoration.
pub(super) fn head(text: &str) -> &str {
    let line = text.trim_start().lines().next().unwrap_or_default();
    let ends = [":", "{{", "{%", "{#"];
    let end = ends.iter().filter_map(|sign| line.find(sign)).min();
    bare(line.get(..end.unwrap_or(line.len())).unwrap_or_default())
}

/// Tells heads that no answer could be told apart by.
pub(super) fn check(reading: &mut Reading<'_>, heads: &Heads, pass: &At<'_>, fail: &At<'_>) {
    let mut blank = false;
    for (head, at, key) in [(&heads.pass, pass, "gate_pass"), (&heads.fail, fail, "gate_fail")] {
        if !head.chars().any(char::is_alphanumeric) {
            let message = format!("`{key}` does not begin with a word");
            let help = "Begin it with the word that tells the verdict, such as PASS or FAIL.";
            reading.tell(Diagnostic::error("role.verdict", message), at, help);
            blank = true;
        }
    }
    let (yes, no) = (heads.pass.to_lowercase(), heads.fail.to_lowercase());
    let message = match (yes == no, yes.starts_with(&no) || no.starts_with(&yes)) {
        _ if blank => return,
        (true, _) => format!("both verdicts begin with `{}`", heads.pass),
        (_, true) => format!(
            "`{}` and `{}` cannot be told apart: one begins with the other",
            heads.pass, heads.fail
        ),
        _ => return,
    };
    let help = "Begin gate_pass and gate_fail with different words, such as PASS and FAIL.";
    reading.tell(Diagnostic::error("role.verdict", message), fail, help);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_ends_at_a_colon_a_tag_or_the_line() {
        assert_eq!(head("PASS"), "PASS");
        assert_eq!(head("FAIL: describe what is missing"), "FAIL");
        assert_eq!(head("\n  Not yet {{ ticket.title }}: why"), "Not yet");
        assert_eq!(head("GO\nand why"), "GO");
        assert_eq!(head("{{ ticket.title }}: no"), "");
        assert_eq!(head("**PASS**: why"), "PASS");
        assert_eq!(head("## `OK`"), "OK");
        assert_eq!(head(" \n"), "");
    }
}
