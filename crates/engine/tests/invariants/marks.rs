//! Invariant 13, for the provider's cache: the marks that the manifest tells of are the marks that the
//! payload has, in number and in place.

use proem::agent::input::Content;
use proem::agent::model::Model;
use proem::provider;
use proem::role::folder::folder;
use proem::token::tokenizer_for;
use proem::turn::account::manifest::PartEntry;
use proem::turn::case::play;
use proem::turn::kept::Memo;
use proem::turn::message::seating::Role;
use proem::turn::{Assembled, Options, assemble};
use proptest::prelude::*;
use serde_json::Value as Json;

use crate::host::{self, AGENTS, Assembly, files, hold, with_model};
use crate::make;

/// A model of each provider, the newest where that decides about marks.
const NEWEST: [(&str, &str); 4] = [
    ("openai-chat", "gpt-5.6"),
    ("openai-responses", "gpt-5.6"),
    ("anthropic", "claude-sonnet-4-5"),
    ("gemini", "gemini-3.1-pro"),
];

/// Every text of a payload, and every object that carries a mark (`true`), by pointer, in the order in
/// which they end.
fn ends(value: &Json, at: &str, found: &mut Vec<(String, bool)>) {
    match value {
        Json::String(_) => found.push((at.to_owned(), false)),
        Json::Object(map) => {
            map.iter().for_each(|(key, inner)| ends(inner, &format!("{at}/{key}"), found));
            if map.contains_key("cache_control") || map.contains_key("prompt_cache_breakpoint") {
                found.push((at.to_owned(), true));
            }
        }
        Json::Array(items) => {
            let items = items.iter().enumerate();
            items.for_each(|(index, inner)| ends(inner, &format!("{at}/{index}"), found));
        }
        _ => {}
    }
}

/// Compares what is claimed with what is there; gives the roles that are marked.
fn agree(assembly: &Assembly) -> Result<Vec<Role>, TestCaseError> {
    let Assembly { manifest, text, .. } = assembly;
    let mut found = Vec::new();
    ends(&assembly.body(), "", &mut found);
    let marks: Vec<usize> = (0..found.len()).filter(|at| found[*at].1).collect();
    let claimed = &manifest.cache.breakpoints;
    prop_assert_eq!(marks.len(), claimed.len(), "{:?} for {:?}", found, claimed);
    let tokenizer = tokenizer_for(&manifest.provider, &manifest.model).0;
    let overhead = manifest.tokens.overhead;
    let mut roles = Vec::new();
    for (mark, claimed) in marks.into_iter().zip(claimed) {
        let (before, mark) = (&found[..mark], &found[mark].0);
        let before = |part: &&PartEntry| before.iter().any(|(pointer, _)| *pointer == part.pointer);
        let before: Vec<&PartEntry> = manifest.parts.iter().filter(before).collect();
        let texts = before.iter().map(|part| tokenizer.count(&text[part.span[0]..part.span[1]]));
        let tokens = overhead.tools + overhead.schema + texts.sum::<u32>();
        // Images, calls and results may stand among them.
        let most = tokens + overhead.parts;
        prop_assert!((tokens..=most).contains(claimed), "{mark}: {claimed} for {tokens}..={most}");
        roles.extend(before.last().map(|part| part.role));
    }
    Ok(roles)
}

#[test]
fn the_cases_of_all_examples() {
    for (wanted, name) in NEWEST {
        let find = |model: &Model| provider::find_or(Some(wanted), model);
        let mut marks = 0;
        for agent in AGENTS {
            for case in &folder(files(agent)).cases {
                let options = Options { model: Some(name.to_owned()), ..Options::default() };
                for turn in play(host::agent(agent), case, usize::MAX, &options, &find) {
                    let Ok(Assembled::Call(assembly)) = turn.assembled else { continue };
                    let told = agree(&Assembly::of(*assembly));
                    marks += told
                        .unwrap_or_else(|error| panic!("{agent} {} {wanted}: {error}", case.name))
                        .len();
                }
            }
        }
        assert_eq!(marks > 0, wanted != "gemini", "{wanted}: {marks}");
    }
}

#[test]
fn conversations() {
    for (wanted, name) in NEWEST {
        let least = if wanted == "gemini" { 0 } else { 10 };
        hold(48, least, make::any_agent(12), |(agent, mut input)| {
            // Long enough that the end of the history is worth a mark.
            for message in &mut input.history {
                if let Content::Text(text) = &mut message.content {
                    *text = format!("{text} {}", "word ".repeat(40)).into();
                }
            }
            let find = |model: &Model| provider::find_or(Some(wanted), model);
            let mut memo = Memo::default();
            let made = assemble(host::agent(agent), &input, &with_model(name), &find, &mut memo);
            let Ok(Assembled::Call(assembly)) = made else { return Ok(false) };
            let roles = agree(&Assembly::of(*assembly))?;
            if wanted.starts_with("openai") {
                let users = roles.iter().filter(|role| **role == Role::User).count();
                prop_assert!(users <= 2, "{roles:?}");
                return Ok(users == 2);
            }
            Ok(roles.contains(&Role::Assistant))
        });
    }
}
