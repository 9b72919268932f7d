//! Invariant 2, for what is kept between turns: a memo saves work and changes nothing, whatever it was
//! filled with before.

use proem::agent::input::{Content, Message, Speaker, TurnInput};
use proem::provider;
use proem::turn::kept::Memo;
use proem::turn::{Assembled, assemble};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;

use crate::host::{self, MODELS, hold, with_model};
use crate::make;

/// What the next turn takes over from the one before.
#[derive(Clone, Debug)]
struct Follows {
    history: bool,
    memory: bool,
    state: bool,
    values: bool,
}

fn follows() -> impl Strategy<Value = Follows> {
    any::<[bool; 4]>().prop_map(|[history, memory, state, values]| Follows {
        history,
        memory,
        state,
        values,
    })
}

/// Turns of one conversation, each with its model: some take over what the one before had.
fn conversation(
    turn: impl Strategy<Value = TurnInput>,
) -> impl Strategy<Value = Vec<(TurnInput, &'static str)>> {
    // The model seldom changes: mostly, the memo is what is looked at.
    let model = (select(MODELS.to_vec()), prop::bool::weighted(0.2));
    prop::collection::vec((turn, follows(), model), 2..6).prop_map(|turns| {
        let mut out: Vec<(TurnInput, &'static str)> = Vec::new();
        for (mut input, follows, (model, changes)) in turns {
            let mut model = model;
            if let Some((before, same)) = out.last() {
                if !changes {
                    model = same;
                }
                if follows.history {
                    input.history.clone_from(&before.history);
                    if let Some(content) = before.message.clone() {
                        input.history.push(Message { role: Speaker::User, content });
                        let content = Content::Text("I see.".into());
                        input.history.push(Message { role: Speaker::Assistant, content });
                    }
                }
                if follows.memory {
                    input.memory = before.memory.clone();
                }
                if follows.state {
                    input.state = before.state.clone();
                }
                if follows.values {
                    input.input = before.input.clone();
                }
            }
            out.push((input, model));
        }
        out
    })
}

fn told(name: &str, input: &TurnInput, model: &str, memo: &mut Memo) -> String {
    match assemble(host::agent(name), input, &with_model(model), &provider::find, memo) {
        Ok(Assembled::Call(made)) => {
            let manifest = serde_json::to_string_pretty(&made.manifest()).unwrap();
            format!("{manifest}\n{}\n{}\n{:?}", made.payload, made.text(), made.gated.state)
        }
        Ok(Assembled::Said { text, gated, .. }) => format!("{text} {gated:?}"),
        Err(findings) => host::told(&findings),
    }
}

/// The first line that differs says what went wrong.
fn same(kept: &str, fresh: &str, at: usize) -> Result<(), TestCaseError> {
    let mut lines = kept.lines().zip(fresh.lines());
    match lines.position(|(kept, fresh)| kept != fresh) {
        Some(line) => {
            let around = |text: &str| {
                let start = line.saturating_sub(12);
                text.lines().skip(start).take(16).collect::<Vec<_>>().join("\n")
            };
            let told = format!("turn {at}, kept:\n{}\nfresh:\n{}", around(kept), around(fresh));
            Err(TestCaseError::fail(told))
        }
        None => {
            prop_assert_eq!(kept.len(), fresh.len(), "turn {}", at);
            Ok(())
        }
    }
}

#[test]
fn a_conversation_with_a_memo_is_one_without() {
    let turns = prop_oneof![
        conversation(make::support(4)).prop_map(|turns| ("support", turns)),
        conversation(make::coach(4)).prop_map(|turns| ("coach", turns)),
        conversation(make::fields(4)).prop_map(|turns| ("fields", turns)),
    ];
    hold(40, 100, turns, |(name, turns)| {
        let mut memo = Memo::default();
        for (at, (input, model)) in turns.iter().enumerate() {
            let fresh = told(name, input, model, &mut Memo::default());
            same(&told(name, input, model, &mut memo), &fresh, at)?;
            // Also where nothing changed at all.
            same(&told(name, input, model, &mut memo), &fresh, at)?;
        }
        Ok(true)
    });
}

/// The size of a memo after a turn.
fn size(name: &str, input: &TurnInput) -> usize {
    let mut memo = Memo::default();
    told(name, input, "gpt-5.4", &mut memo);
    memo.size()
}

/// How much a memo says that it takes is what hosts keep conversations by.
#[test]
fn a_memo_takes_at_least_what_it_keeps() {
    let message = |at: usize| {
        let role = if at.is_multiple_of(2) { Speaker::User } else { Speaker::Assistant };
        Message { role, content: Content::Text(format!("This is message {at}.").into()) }
    };
    let mut before = 0;
    for count in [2, 20, 200] {
        let input = TurnInput {
            history: (0..count).map(message).collect(),
            message: Some(Content::Text("And now?".into())),
            ..TurnInput::default()
        };
        let texts: usize = input.history.iter().map(|said| said.content.text().len()).sum();
        let size = size("fields", &input);
        assert!(size > before + texts, "{count}: {size}");
        before = size;
    }
    // Whatever a turn brings is in it, also where it is refused; and what a caller says that a picture costs is not.
    const LARGE: usize = 1 << 20;
    let large = "x".repeat(LARGE);
    let url = format!("https://example.com/{large}.png");
    let image = json!([{"type": "image", "url": url, "tokens": u32::MAX}]);
    let empty = json!(vec![json!({}); 40_000]);
    for (given, most) in [
        (json!({"state": {"nothing of the kind": large}}), 4),
        (json!({"history": [{"role": "user", "content": large}]}), 16),
        (json!({"history": [{"role": "user", "content": image}]}), 16),
        (json!({"message": large}), 16),
        (json!({"memory": {"entries": [{"text": large}]}}), 16),
        (json!({"memory": {"entries": empty}}), 16),
        (json!({"state": {"nothing of the kind": empty}}), 32),
        (json!({"input": {"nothing of the kind": large}}), 16),
    ] {
        let input = serde_json::from_value(given.clone()).unwrap();
        let size = size("fields", &input);
        let told = given.to_string();
        assert!((LARGE..LARGE * most).contains(&size), "{}: {size}", &told[..60]);
    }
}

/// A memo of which much was forgotten says less.
#[test]
fn a_memo_that_lost_something_is_smaller() {
    let large = json!({"message": "x".repeat(1 << 20), "state": {"nothing of the kind": [1, 2]}});
    let small = json!({"message": "Hi", "history": [{"role": "user", "content": "Hello"}]});
    let mut memo = Memo::default();
    let mut sizes = [&small, &large, &small].map(|input| {
        told("fields", &serde_json::from_value(input.clone()).unwrap(), "gpt-5.4", &mut memo);
        memo.size()
    });
    assert!(sizes[1] > sizes[0] + (1 << 20), "{sizes:?}");
    assert!(sizes[2] < sizes[1], "{sizes:?}");
    sizes.sort_unstable();
    assert!(sizes[1] < (1 << 20), "{sizes:?}");
}

/// Values that compare as equal and print differently, or could: minus zero, and mappings whose keys came
/// in another order. They stand in every part of the input that holds values.
#[test]
fn what_is_equal_and_not_the_same_is_told_apart() {
    let given = |zero: f64, swapped: bool| {
        let pair = match swapped {
            false => json!({"a": zero, "b": [zero, {"c": zero}]}),
            true => json!({"b": [zero, {"c": zero}], "a": zero}),
        };
        let call = json!({"type": "tool_call", "id": "1", "name": "look", "arguments": pair});
        let result = json!({"type": "tool_result", "id": "1", "content": "seen"});
        let input = json!({
            "state": {"user": {"name": "Ada", "more": pair}},
            "memory": {"entries": [{"text": "one", "worth": pair}]},
            "history": [
                {"role": "user", "content": "Look."},
                {"role": "assistant", "content": [call]},
                {"role": "tool", "content": [result]},
            ],
            "input": {"ticket": {"title": "t", "body": "b", "at": pair}, "lines": [zero, pair]},
            "answers": {"any": pair},
            "config": {"extra": pair},
            "message": "Hello.",
        });
        serde_json::from_value::<TurnInput>(input).unwrap()
    };
    let mut memo = Memo::default();
    let model = MODELS[0];
    for (zero, swapped) in [(0.0, false), (-0.0, false), (-0.0, true), (0.0, true), (0.0, false)] {
        let input = given(zero, swapped);
        let fresh = told("fields", &input, model, &mut Memo::default());
        assert!(fresh.contains("\"model\""), "{fresh}");
        same(&told("fields", &input, model, &mut memo), &fresh, 0).unwrap();
    }
}

/// The file of an agent says nothing of its prompts: they have versions of their own.
#[test]
fn another_version_of_a_prompt_is_used_at_once() {
    let file = "agent: plain\nmodel: {provider: openai-chat, name: gpt-5.4, window: 4000, reserve: 100}\n\
                core: [policy/first]\nlayers:\n  - {id: tone, channel: system, prompts: [tone/warm]}\n  \
                - {id: message, channel: user}\n";
    let of =
        |core: &str, tone: &str| host::small(file, &[("policy/first", core), ("tone/warm", tone)]);
    let agents =
        [of("One.", "Warm."), of("One.", "Warmer."), of("Two.", "Warmer."), of("One.", "Warm.")];
    let input = TurnInput { message: Some(Content::Text("Hello".into())), ..TurnInput::default() };
    let text = |at: usize, memo: &mut Memo| {
        let options = with_model("gpt-5.4");
        match assemble(&agents[at], &input, &options, &provider::find, memo).unwrap() {
            Assembled::Call(made) => made.payload.clone(),
            Assembled::Said { text, .. } => text,
        }
    };
    let mut memo = Memo::default();
    for at in [0, 0, 1, 1, 2, 3, 2, 1, 0] {
        assert_eq!(text(at, &mut memo), text(at, &mut Memo::default()), "with version {at}");
    }
}
