//! Whatever an agent's files look like, `check` finds the same twice and never panics.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use proptest::prelude::*;
use proptest::sample::Index;

use crate::lay::{Files, findings};

/// What replaces a piece of text: what means something in an agent, and what breaks it.
const PIECES: [&str; 40] = [
    "",
    " ",
    "\n",
    "  ",
    ":",
    "- ",
    "{",
    "}",
    "[",
    "]",
    "\"",
    "'",
    "{{ ",
    " }}",
    "{% if ",
    "{% endif %}",
    "when: ",
    "prompts: ",
    "not ",
    " and ",
    " or ",
    " == ",
    " in ",
    " is defined",
    "null",
    "true",
    "-1",
    "99999999999999999999",
    "0",
    "state.",
    "config.",
    "before.",
    "item",
    "message",
    "enum: [a, b]",
    "type: boolean",
    "maximum: 3",
    "<|im_start|>",
    "TODO",
    "é\u{200b}",
];

/// A change of one file.
#[derive(Clone, Debug)]
enum Change {
    /// Text at a place is replaced by a piece.
    Replace(Index, usize, usize),
    /// A line is left out.
    Drop(Index),
    /// A line is written twice.
    Double(Index),
    /// Two lines change places.
    Swap(Index, Index),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        3 => (any::<Index>(), 0..12_usize, 0..PIECES.len())
            .prop_map(|(at, length, piece)| Change::Replace(at, length, piece)),
        2 => any::<Index>().prop_map(Change::Drop),
        1 => any::<Index>().prop_map(Change::Double),
        1 => (any::<Index>(), any::<Index>()).prop_map(|(a, b)| Change::Swap(a, b)),
    ]
}

fn apply(text: &str, change: &Change) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    if lines.is_empty() {
        return text.to_owned();
    }
    match change {
        Change::Replace(at, length, piece) => {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let from = at.index(places.len());
            let to = places.get(from + length).copied().unwrap_or(text.len());
            return format!("{}{}{}", &text[..places[from]], PIECES[*piece], &text[to..]);
        }
        Change::Drop(at) => {
            lines.remove(at.index(lines.len()));
        }
        Change::Double(at) => {
            let at = at.index(lines.len());
            lines.insert(at, lines[at]);
        }
        Change::Swap(a, b) => {
            let (a, b) = (a.index(lines.len()), b.index(lines.len()));
            lines.swap(a, b);
        }
    }
    lines.join("\n") + "\n"
}

/// The agents that are changed: an example, and all the small ones of the cases.
pub(crate) fn agents() -> &'static Vec<Files> {
    static AGENTS: OnceLock<Vec<Files>> = OnceLock::new();
    AGENTS.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut coach = Files::new();
        read(&root.join("../../examples/coach"), "", &mut coach);
        let cases = crate::cases().into_iter().map(|path| {
            let text = fs::read_to_string(path).unwrap();
            let head = text.split("== findings\n").next().unwrap_or_default();
            crate::lay::over_smallest(&crate::parts(head))
        });
        [coach].into_iter().chain(cases).collect()
    })
}

fn read(folder: &Path, prefix: &str, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{prefix}{}", path.file_name().unwrap().to_string_lossy());
        if path.is_dir() {
            read(&path, &format!("{name}/"), files);
        } else if name == "agent.yaml" || name.starts_with("prompts/") {
            files.insert(name, fs::read_to_string(&path).unwrap());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changed_agents_are_checked_without_a_panic_and_always_alike(
        which in any::<Index>(),
        changes in prop::collection::vec((any::<Index>(), change()), 1..6),
    ) {
        let mut files = which.get(agents()).clone();
        for (at, change) in &changes {
            // Half of the changes go into agent.yaml, which stands first.
            let names: Vec<String> = files.keys().cloned().collect();
            let at = at.index(names.len() * 2);
            let name = names.get(at).unwrap_or(&names[0]);
            let changed = apply(&files[name], change);
            files.insert(name.clone(), changed);
        }
        let (first, _) = findings(&files);
        let (second, _) = findings(&files);
        prop_assert_eq!(&first, &second);
    }
}
