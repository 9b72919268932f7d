//! Large catalogs of several shapes, for `check`.
//!
//! Owns their making. The shapes are the ways in which an agent comes to its prompts; each has grown
//! faster than its prompts once. It must never be a part of the common workload.

use std::fmt::Write;

use proem::agent::source::RawFile;

use crate::dice::Dice;
use crate::prose::prose;

/// How the prompts of a catalog are reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One interpolated name, over an enumeration of as many words.
    Choice,
    /// One layer that lists all of them, each with a condition.
    List,
    /// A layer for each.
    Layers,
    /// The steps of a flow, each leading to the next.
    Steps,
}

impl Shape {
    /// All shapes.
    pub const ALL: [Self; 4] = [Self::Choice, Self::List, Self::Layers, Self::Steps];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Choice => "choice",
            Self::List => "list",
            Self::Layers => "layers",
            Self::Steps => "steps",
        }
    }
}

/// Tokens of one prompt.
const TOKENS: u32 = 60;

/// The files of an agent with so many prompts beside its core, and one case.
#[must_use]
pub fn catalog(shape: Shape, count: usize) -> Vec<RawFile> {
    let mut dice = Dice::new(31);
    let mut files = vec![
        raw("agent.yaml".to_owned(), agent(shape, count)),
        raw("prompts/core/identity.md".to_owned(), "You are the large one.\n".to_owned()),
        raw("cases/one.yaml".to_owned(), "title: One\nturns:\n  - message: Hello.\n".to_owned()),
    ];
    files.extend((0..count).map(|at| {
        let text = prose(&mut dice, TOKENS, false);
        match shape {
            Shape::Steps => {
                let next = if at + 1 < count { format!("s{}", at + 1) } else { "end".to_owned() };
                let front = format!(
                    "stage: one\nslots:\n  v{at}: {{type: integer}}\nscripts:\n  entry: [\"How many of {at}?\"]\nlogic:\n  - {{when: slots.v{at} > 3, decide: next}}\nnext: {next}\n"
                );
                raw(format!("prompts/step/s{at}.md"), format!("---\n{front}---\n{text}\n"))
            }
            _ => {
                let front = format!("title: Number {at}\ncontext: [who]\n");
                let text = format!("---\n{front}---\n{text} You talk to {{{{ who }}}}.\n");
                raw(format!("prompts/style/s{at}.md"), text)
            }
        }
    }));
    files
}

fn agent(shape: Shape, count: usize) -> String {
    // So large that nothing has to give way: how much shrinking costs is another question.
    let mut text = "agent: large\nmodel: {name: gpt-5.4, window: 4000000, reserve: 1000}\ncore: [core/identity]\n".to_owned();
    let who = "context:\n  who: {type: string, from: input.who, default: nobody}\nlayers:\n";
    let mut add = |part: std::fmt::Arguments<'_>| {
        // Writing to a text cannot fail.
        let _ = text.write_fmt(part);
    };
    match shape {
        Shape::Choice => {
            let words: Vec<String> = (0..count).map(|at| format!("s{at}")).collect();
            add(format_args!(
                "state:\n  style: {{enum: [{}], default: s0}}\n{who}",
                words.join(", ")
            ));
            add(format_args!(
                "  - {{id: style, channel: system, prompts: [\"style/{{{{ style }}}}\"]}}\n"
            ));
        }
        Shape::List => {
            add(format_args!(
                "state:\n  level: {{type: integer, minimum: 0, maximum: 9, default: 0}}\n{who}  - id: style\n    channel: system\n    prompts:\n"
            ));
            for at in 0..count {
                let level = at % 10;
                add(format_args!("      - {{prompt: style/s{at}, when: level == {level}}}\n"));
            }
        }
        Shape::Layers => {
            add(format_args!("state:\n  live: {{type: boolean, default: true}}\n{who}"));
            for at in 0..count {
                add(format_args!(
                    "  - {{id: l{at}, channel: system, prompts: [style/s{at}], when: live}}\n"
                ));
            }
        }
        Shape::Steps => add(format_args!(
            "flow: {{start: s0}}\nlayers:\n  - {{id: step, channel: system, engine: step}}\n"
        )),
    }
    text.push_str(
        "  - {id: history, channel: history, shrink: oldest}\n  - {id: message, channel: user}\n",
    );
    if shape == Shape::Steps {
        text.push_str("answer: {kind: steps}\n");
    }
    text
}

fn raw(path: String, text: String) -> RawFile {
    RawFile { path, bytes: text.into_bytes() }
}

#[cfg(test)]
mod tests {
    use super::{Shape, catalog};
    use crate::ours::checked;

    #[test]
    fn catalogs_are_fine() {
        for shape in Shape::ALL {
            let told = checked(catalog(shape, 20)).unwrap();
            assert_eq!(told, 0, "{}", shape.name());
        }
    }
}
