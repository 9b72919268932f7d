//! Fit: the history goes in whole exchanges on a grid and never below its floor; lower priorities give
//! way first; what cannot fit is refused with the arithmetic.

use crate::host::Assembly;
use proem::agent::input::{Content, Message, Part, Speaker, TurnInput};
use proem::check::compiled::Compiled;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;

use crate::host::{self, MODELS, codes, hold, small, with_model};
use crate::make::object;
use crate::read;

const AGENT: &str = "
agent: fitted
model: {name: gpt-5.4, window: 1200, reserve: 100}
prompt_types: {core: {phase: required}, show: {phase: required}}
context:
  items: {type: array, from: input.items, default: []}
  extra: {type: string, from: input.extra, default: \"\"}
core: [core/identity]
layers:
  - {id: history, channel: history, shrink: oldest, keep: 4, priority: 20}
  - {id: extra, channel: turn, prompts: [show/extra], shrink: drop, priority: 10}
  - {id: items, channel: turn, prompts: [show/items], shrink: items, keep: 1, priority: 30}
  - {id: message, channel: user}
";

const PROMPTS: [(&str, &str); 3] = [
    ("core/identity", "---\ntitle: Identity\n---\nBe kind.\n"),
    ("show/extra", "---\ntitle: Extra\ncontext: [extra]\n---\n{{ extra }}\n"),
    ("show/items", "---\ntitle: Items\ncontext: [items]\n---\nItems:\n{{ items }}\n"),
];

pub(crate) fn agent(window: u32) -> Compiled {
    let mut agent = small(AGENT, &PROMPTS);
    agent.agent.model.window = window;
    agent
}

fn said(role: Speaker, text: String) -> Message {
    Message { role, content: Content::Text(text.into()) }
}

/// An exchange, with a tool's call and result in it where `tool` says so. Every message has a number.
pub(crate) fn exchange(number: usize, words: usize, tool: bool) -> Vec<Message> {
    let text = |what: &str| format!("{what} {number}: {}", "word ".repeat(words));
    let mut messages = vec![said(Speaker::User, text("question"))];
    if tool {
        let id = format!("call_{number}");
        let call = Part::ToolCall { id: id.clone(), name: "look_up".into(), arguments: json!({}) };
        let result = Part::ToolResult { id, content: text("result") };
        let parts = |role, part| Message { role, content: Content::Parts(vec![part]) };
        messages.extend([parts(Speaker::Assistant, call), parts(Speaker::Tool, result)]);
    }
    messages.push(said(Speaker::Assistant, text("answer")));
    messages
}

fn input(exchanges: &[(usize, bool)]) -> TurnInput {
    let history = exchanges.iter().enumerate();
    let history = history.flat_map(|(at, (words, tool))| exchange(at, *words, *tool)).collect();
    TurnInput { history, message: Some(Content::Text("and now?".into())), ..TurnInput::default() }
}

/// The messages that were left out: where the history that is sent begins.
pub(crate) fn cut(assembly: &Assembly) -> usize {
    read::layer(assembly, "history").dropped.map_or(0, |count| usize::try_from(count).unwrap())
}

fn lengths() -> impl Strategy<Value = Vec<(usize, bool)>> {
    prop::collection::vec((1..60_usize, prop::bool::weighted(0.3)), 1..24)
}

#[test]
fn the_history_goes_in_whole_exchanges_and_never_below_its_floor() {
    let agents = [500, 800, 1200].map(agent);
    hold(120, 60, (lengths(), select(MODELS.to_vec()), 0..3_usize), |(exchanges, model, at)| {
        let input = input(&exchanges);
        let Ok(Some(assembly)) = host::call(&agents[at], &input, &with_model(model)) else {
            return Ok(false);
        };
        let manifest = &assembly.manifest;
        prop_assert!(
            manifest.tokens.total + manifest.tokens.margin <= manifest.window - manifest.reserve
        );
        let start = cut(&assembly);
        let layer = read::layer(&assembly, "history");
        if start == 0 {
            prop_assert_eq!(read::status(&assembly, "history"), "included");
            return Ok(true);
        }
        prop_assert_eq!(read::status(&assembly, "history"), "shrunk");
        prop_assert_eq!(layer.reason.as_str(), "window");
        let count = input.history.len();
        prop_assert_eq!(layer.kept, u32::try_from(count - start).ok());
        prop_assert!(count - start >= 4);
        prop_assert_eq!(input.history[start].role, Speaker::User);
        // Exactly the last messages are there, each once and whole.
        let texts: Vec<String> =
            read::strings(&assembly.body()).into_iter().map(|(_, text)| text).collect();
        for (at, message) in input.history.iter().enumerate() {
            if let Content::Text(text) = &message.content {
                let found = texts.iter().filter(|found| **found == **text).count();
                prop_assert_eq!(found, usize::from(at >= start), "message {}", at);
            }
        }
        let ids = &assembly.payload;
        for message in &input.history[..start] {
            if let Content::Parts(parts) = &message.content
                && let [Part::ToolCall { id, .. } | Part::ToolResult { id, .. }] = parts.as_slice()
            {
                prop_assert!(!ids.contains(&format!("\"{id}\"")), "{id} lost its partner");
            }
        }
        Ok(true)
    });
}

#[test]
fn no_more_than_a_line_of_the_grid_is_given_up() {
    let agent = agent(1200);
    hold(80, 50, lengths(), |exchanges| {
        let input = input(&exchanges);
        let Ok(Some(assembly)) = host::call(&agent, &input, &with_model("gpt-5.4")) else {
            return Ok(false);
        };
        let start = cut(&assembly);
        if start == 0 {
            return Ok(false);
        }
        // An exchange has at most some 230 tokens here, and the grid has lines of 150.
        let free = 1100 - assembly.manifest.tokens.total;
        prop_assert!(free <= 150 + 230, "{free} tokens are free");
        Ok(true)
    });
}

#[test]
fn the_cut_stays_while_the_conversation_grows_within_a_line() {
    let agent = agent(1200);
    hold(25, 100, 3..12_usize, |words| {
        let mut starts = Vec::new();
        let mut tokens = Vec::new();
        for turns in 1..40 {
            let exchanges: Vec<(usize, bool)> = (0..turns).map(|_| (words, false)).collect();
            let assembly = host::made(&agent, &input(&exchanges), &with_model("gpt-5.4"));
            starts.push(cut(&assembly));
            tokens.push(assembly.manifest.tokens.total);
        }
        prop_assert!(starts.windows(2).all(|pair| pair[0] <= pair[1]), "{starts:?}");
        let moves: Vec<usize> = starts
            .windows(2)
            .filter(|pair| pair[0] != pair[1])
            .map(|pair| pair[1] - pair[0])
            .collect();
        let grown = tokens[1] - tokens[0];
        // A line of the grid holds this many exchanges; the cut moves once per line and not in every turn.
        let per_line = usize::try_from(150 / grown).unwrap();
        let shrunk = starts.iter().filter(|start| **start > 0).count();
        prop_assert!(moves.len() <= shrunk / per_line.max(1) + 1, "{starts:?}");
        prop_assert!(
            per_line < 2 || moves.iter().all(|moved| *moved >= 2 * (per_line - 1)),
            "{starts:?}"
        );
        Ok(true)
    });
}

#[test]
fn lower_priorities_give_way_first() {
    let long: Vec<(usize, bool)> = vec![(30, false); 8];
    let items: Vec<String> =
        (0..12).map(|at| format!("item {at} {}", "thing ".repeat(12))).collect();
    let mut input = input(&long);
    input.input = object(json!({"items": items, "extra": "extra ".repeat(60)}));
    let mut states = Vec::new();
    for window in (130..1500).rev().step_by(20) {
        let agent = agent(window);
        match host::call(&agent, &input, &with_model("gpt-5.4")) {
            Ok(Some(assembly)) => {
                let of = |id: &str| read::status(&assembly, id);
                states.push((of("extra"), of("history"), of("items")));
                let history = read::layer(&assembly, "history");
                let items = read::layer(&assembly, "items");
                assert!(history.kept.is_none_or(|kept| kept >= 4));
                assert!(items.kept.is_none_or(|kept| kept >= 1));
                if of("items") == "shrunk" {
                    assert_eq!(history.kept, Some(4), "the history is not at its floor yet");
                    assert_eq!(of("extra"), "dropped");
                    let kept = items.kept.unwrap();
                    let text = read::layer_text(&assembly, "items");
                    assert!(text.contains("item 0 ") && !text.contains(&format!("item {kept} ")));
                }
                if of("history") == "shrunk" {
                    assert_eq!(of("extra"), "dropped");
                }
            }
            Ok(None) => panic!("the gate spoke"),
            Err(findings) => {
                assert_eq!(codes(&findings), ["fit.too-large"]);
                states.push(("refused".into(), String::new(), String::new()));
            }
        }
    }
    states.dedup();
    let told: Vec<String> =
        states.iter().map(|(a, b, c)| format!("{a} {b} {c}").trim().to_owned()).collect();
    let wanted = [
        "included included included",
        "dropped included included",
        "dropped shrunk included",
        "dropped shrunk shrunk",
        "refused",
    ];
    assert_eq!(told, wanted);
}

#[test]
fn a_refusal_tells_the_arithmetic() {
    let agent = agent(160);
    let input = TurnInput {
        message: Some(Content::Text("word ".repeat(100).into())),
        ..TurnInput::default()
    };
    let findings = host::run(&agent, &input, &with_model("gpt-5.4")).unwrap_err();
    assert_eq!(codes(&findings), ["fit.too-large"]);
    let message = &findings[0].message;
    let numbers: Vec<u32> = message
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|digits| digits.parse().ok())
        .collect();
    let [needed, budget, window, reserve, over, ..] = numbers.as_slice() else {
        panic!("{message}")
    };
    assert_eq!((*budget, *window, *reserve), (60, 160, 100));
    assert_eq!(needed - budget, *over);
    assert!(message.contains("message 10") && message.contains("core "), "{message}");
    assert!(findings[0].help.is_some());
}

const RANKED: &str = "
agent: ranked
model: {name: gpt-5.4, window: 1200, reserve: 100}
prompt_types: {core: {phase: required}, show: {phase: required}}
context:
  items: {type: array, from: input.items, default: [], rank: item.score, each: '- {{ item.text }}'}
core: [core/identity]
layers:
  - {id: items, channel: turn, prompts: [show/items], shrink: items, keep: 1, priority: 30}
  - {id: message, channel: user}
";

/// Of a list that must give way, the items of the highest rank are shown, in the order given.
#[test]
fn items_give_way_by_rank() {
    let agent = small(RANKED, &[PROMPTS[0], PROMPTS[2]]);
    hold(48, 40, prop::collection::vec(0u8..6, 20..60), |scores| {
        let text = |at: usize| format!("<{at}> {}", "word ".repeat(60));
        let items = scores.iter().enumerate();
        let items: Vec<_> =
            items.map(|(at, score)| json!({"score": score, "text": text(at)})).collect();
        let input = TurnInput {
            message: Some(Content::Text("Hello".into())),
            input: object(json!({"items": items})),
            ..TurnInput::default()
        };
        let assembly = host::made(&agent, &input, &with_model("gpt-5.4"));
        let shown = read::layer_text(&assembly, "items");
        let found: Vec<Option<usize>> =
            (0..scores.len()).map(|at| shown.find(&format!("<{at}>"))).collect();
        prop_assert!(found.iter().flatten().is_sorted());
        let places: Vec<usize> = (0..scores.len()).filter(|at| found[*at].is_some()).collect();
        prop_assert!(!places.is_empty() && places.len() < scores.len());
        let mut order: Vec<usize> = (0..scores.len()).collect();
        order.sort_by_key(|at| std::cmp::Reverse(scores[*at]));
        order.truncate(places.len());
        order.sort_unstable();
        prop_assert_eq!(places, order);
        Ok(true)
    });
}

/// A rank that is no number fails the turn, and says at which item.
#[test]
fn a_rank_is_a_number() {
    let agent = small(RANKED, &[PROMPTS[0], PROMPTS[2]]);
    let input = TurnInput {
        message: Some(Content::Text("Hello".into())),
        input: object(json!({"items": [{"score": 1, "text": "a"}, {"score": "b", "text": "c"}]})),
        ..TurnInput::default()
    };
    let findings = host::call(&agent, &input, &with_model("gpt-5.4")).unwrap_err();
    assert_eq!(codes(&findings), ["context.rank"]);
    assert!(host::told(&findings).contains("item 2 of `items`"));
}
