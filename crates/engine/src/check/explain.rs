//! What each diagnostic code means, why it matters, and how it is put right.
//!
//! Owns the explanations: Markdown under `explain/`, one section for each code, with an example of the
//! mistake and of its remedy. Tests hold them together with the sources and with the table in
//! `docs/AGENT-FORMAT.md`, and run the examples. It must never explain a code that nothing reports.

use crate::diagnostic;

/// The explanations, in the order of the table of codes.
const GROUPS: [&str; 14] = [
    include_str!("explain/files.md"),
    include_str!("explain/yaml.md"),
    include_str!("explain/roles.md"),
    include_str!("explain/names.md"),
    include_str!("explain/declarations.md"),
    include_str!("explain/gate.md"),
    include_str!("explain/parts.md"),
    include_str!("explain/calls.md"),
    include_str!("explain/steps.md"),
    include_str!("explain/output.md"),
    include_str!("explain/turn.md"),
    include_str!("explain/course.md"),
    include_str!("explain/survey.md"),
    include_str!("explain/templates.md"),
];

/// What a code means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The code.
    pub code: &'static str,
    /// How bad it is: `error`, `warning`, or both where it depends; of an answer, whether it is a
    /// `liberty` that was taken or a `problem`.
    pub severity: &'static str,
    /// What is wrong, in one line.
    pub summary: &'static str,
    /// The rest, as Markdown. The code of an example names its file behind its language.
    pub text: &'static str,
}

/// All explanations, by group.
pub fn explanations() -> impl Iterator<Item = Explanation> {
    GROUPS.into_iter().flat_map(|group| group.split("\n## ").skip(1)).filter_map(read)
}

/// The explanation of a code.
#[must_use]
pub fn explain(code: &str) -> Option<Explanation> {
    explanations().find(|explanation| explanation.code == code)
}

/// The code that was probably meant.
#[must_use]
pub fn nearest(code: &str) -> Option<&'static str> {
    diagnostic::nearest(code, explanations().map(|explanation| explanation.code))
}

/// Reads a section: the code, a line `*severity: summary*`, and the rest.
fn read(section: &'static str) -> Option<Explanation> {
    let (code, rest) = section.split_once('\n')?;
    let (head, text) = rest.trim_start().split_once('\n')?;
    let (severity, summary) = head.trim().strip_prefix('*')?.strip_suffix('*')?.split_once(": ")?;
    Some(Explanation { code: code.trim(), severity, summary, text: text.trim() })
}
