//! Conversations of thirty turns: what each payload has in common with the one before.

use proem::agent::load::folder;
use proem::agent::model::Model;
use proem::provider;
use proem::survey::converse::{Conversation, Exchange, converse, script};

use crate::host::{agent, files, small};

fn of_example(name: &str, provider: &str) -> Conversation {
    let find = |model: &Model| provider::find_or(Some(provider), model);
    let script = script(&folder(files(name)).cases);
    assert!(script.len() > 10);
    converse(agent(name), &script, 30, &find).unwrap()
}

/// The figure of the design: 95 % of the tokens before the first span that changes every turn.
#[test]
fn examples_keep_what_they_promise_for_every_provider() {
    for name in ["support", "coach"] {
        for provider in provider::names() {
            let found = of_example(name, provider);
            assert_eq!(found.turns.len(), 30);
            let told = format!(
                "{name} for {provider}: kept {} ‰, reused {} ‰, breaks {}",
                found.kept_permille(),
                found.reused_permille(),
                found.breaks()
            );
            assert!(found.kept_permille() >= 950, "{told}\n{:#?}", found.turns);
        }
    }
}

const HEAD: &str = "agent: small
model: {name: gpt-5.4, window: WINDOW, reserve: 100}
prompt_types:
  block: {phase: required}
context:
  memories: {type: array, from: memory.entries, each: \"- {{ item.text }}\"}
layers:
";

fn talk(layers: &str, window: u32, words: usize) -> Conversation {
    said(layers, window, "word ".repeat(words))
}

fn said(layers: &str, window: u32, text: String) -> Conversation {
    let file = HEAD.replace("WINDOW", &window.to_string()) + layers;
    let fixed = "You are kind and clear. ".repeat(20);
    let prompts = [
        ("block/fixed", fixed.as_str()),
        ("block/known", "---\ncontext: [memories]\n---\nKnown:\n\n{{ memories }}\n"),
        ("block/time", "It is {{ now }}.\n"),
    ];
    let script = [Exchange { user: text.clone(), assistant: text }];
    converse(&small(&file, &prompts), &script, 30, &provider::find).unwrap()
}

const GOOD: &str = "  - {id: fixed, channel: system, prompts: [block/fixed]}
  - {id: history, channel: history, shrink: oldest}
  - {id: known, channel: turn, prompts: [block/known]}
  - {id: message, channel: user}
";

#[test]
fn what_changes_behind_the_history_costs_nothing() {
    let found = talk(GOOD, 8_000, 10);
    assert_eq!((found.kept_permille(), found.breaks()), (1_000, 0));
    for pair in found.turns.windows(2) {
        assert_eq!(pair[1].common, Some(pair[0].cached_prefix), "{pair:?}");
        assert_eq!(pair[1].dropped, 0);
    }
}

/// Where the one payload has the text of this turn, the next has the user's message.
#[test]
fn the_same_words_of_another_speaker_are_not_the_same() {
    let found = said(GOOD, 8_000, "Known:\n\nall of it.".to_owned());
    for pair in found.turns.windows(2) {
        assert_eq!(pair[1].common, Some(pair[0].cached_prefix), "{pair:?}");
    }
}

#[test]
fn what_changes_in_front_costs_everything_behind_it() {
    let bad = "  - {id: time, channel: system, prompts: [block/time]}\n".to_owned() + GOOD;
    let found = talk(&bad, 8_000, 10);
    assert!(found.reused_permille() < 30, "{}", found.reused_permille());
    assert!(
        found.turns.iter().all(|turn| turn.cached_prefix < 10),
        "and that is what is predicted"
    );
}

#[test]
fn a_history_that_is_cut_on_the_grid_breaks_the_prefix_only_where_the_grid_moves() {
    let found = talk(GOOD, 1_200, 30);
    let last = found.turns.last().unwrap();
    assert!(last.dropped > 20, "{last:?}");
    let moves = found.turns.windows(2).filter(|pair| pair[0].dropped != pair[1].dropped).count();
    assert!(moves < 25, "the cut moved {moves} times");
    for pair in found.turns.windows(2).filter(|pair| pair[0].dropped == pair[1].dropped) {
        assert_eq!(pair[1].common, Some(pair[0].cached_prefix), "{pair:?}");
    }
    assert!(found.breaks() <= moves);
}

#[test]
fn a_short_script_is_repeated_in_other_words() {
    let found = talk(GOOD, 8_000, 1);
    let texts: Vec<u32> = found.turns.iter().map(|turn| turn.text).collect();
    assert!(texts.windows(2).all(|pair| pair[0] < pair[1]), "{texts:?}");
}
