//! Invariant 7. Fits: whatever gives way, and in whichever order, the upper bound is within window − reserve,
//! the tokens are those of a full recount, and a layer is cut only when every lower one is at its floor.

use proem::agent::input::{Content, Message, Part, Speaker, TurnInput};
use proem::provider;
use proem::turn::account::manifest::{LayerEntry, Status};
use proem::turn::kept::Memo;
use proem::turn::{Assembled, assemble};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;

use crate::host::{self, Assembly, MODELS, codes, hold, small, with_model};
use crate::make::object;
use crate::nothing_silent::sums;
use crate::read;

/// Ways to give way, of layers that are not the history.
const WAYS: [&str; 6] = ["never", "drop", "items", "tail", "head", "middle"];

/// The tokens of two marks and what may stand around them: no cut text is shorter.
const MARKS: u32 = 12;

/// One layer of text.
#[derive(Clone, Debug)]
struct Plan {
    way: &'static str,
    early: bool,
    keep: u32,
    priority: u32,
    words: usize,
}

/// A whole agent: its layers of text, the floor and priority of the history, and its exchanges.
#[derive(Clone, Debug)]
struct Whole {
    layers: Vec<Plan>,
    keep: u32,
    priority: u32,
    exchanges: usize,
    window: u32,
}

fn plan() -> impl Strategy<Value = Plan> {
    (select(WAYS.to_vec()), any::<bool>(), 0..30_u32, 1..6_u32, 1..90_usize)
        .prop_map(|(way, early, keep, priority, words)| Plan { way, early, keep, priority, words })
}

fn whole() -> impl Strategy<Value = Whole> {
    let layers = prop::collection::vec(plan(), 1..6);
    (layers, 0..7_u32, 1..6_u32, 0..9_usize, 150..1_000_u32).prop_map(
        |(mut layers, keep, priority, exchanges, window)| {
            // Layers stand in payload order.
            layers.sort_by_key(|layer| !layer.early);
            Whole { layers, keep, priority, exchanges, window }
        },
    )
}

/// Numbered words, so that what was cut can be told; some of them with letters that take several bytes.
fn words(layer: usize, count: usize) -> String {
    let word = |at: usize| if at.is_multiple_of(7) { "größe" } else { "word" };
    (0..count).map(|at| format!("{}{layer}x{at}", word(at))).collect::<Vec<_>>().join(" ")
}

fn agent(whole: &Whole, window: u32) -> proem::check::compiled::Compiled {
    let head =
        "agent: fits\nmodel: {name: gpt-5.4, window: 100000, reserve: 50}\ncore: [core/identity]\n";
    let mut file = head.to_owned();
    file.push_str("context:\n");
    for at in 0..whole.layers.len() {
        file.push_str(&format!("  list{at}: {{type: array, from: input.list{at}, default: []}}\n"));
    }
    file.push_str("layers:\n");
    let mut prompts = vec![("core/identity".to_owned(), "Be kind, whatever happens.\n".to_owned())];
    let mut late = String::new();
    for (at, layer) in whole.layers.iter().enumerate() {
        let Plan { way, early, keep, priority, .. } = layer;
        let channel = if *early { "system" } else { "turn" };
        let line = format!(
            "  - {{id: part{at}, channel: {channel}, prompts: [show/p{at}], shrink: {way}, keep: {keep}, priority: {priority}}}\n"
        );
        if *early {
            file.push_str(&line)
        } else {
            late.push_str(&line)
        }
        let body = match *way {
            "items" => format!("---\ncontext: [list{at}]\n---\nItems {at}:\n{{{{ list{at} }}}}\n"),
            _ => format!("{}\n", words(at, layer.words)),
        };
        prompts.push((format!("show/p{at}"), body));
    }
    file.push_str(&format!(
        "  - {{id: history, channel: history, shrink: oldest, keep: {}, priority: {}}}\n{late}  - {{id: message, channel: user}}\n",
        whole.keep, whole.priority
    ));
    let prompts: Vec<(&str, &str)> =
        prompts.iter().map(|(name, body)| (name.as_str(), body.as_str())).collect();
    // What can never fit is an error of `check`: the window becomes small behind its back.
    let mut agent = small(&file, &prompts);
    agent.agent.model.window = window;
    agent
}

fn input(whole: &Whole) -> TurnInput {
    let said = |role, text: String| Message { role, content: Content::Text(text.into()) };
    let exchange = |at: usize| {
        let text = |what: &str| format!("{what} {at}: {}", "more ".repeat(3 + at * 5 % 17));
        [said(Speaker::User, text("question")), said(Speaker::Assistant, text("answer"))]
    };
    let lists = whole.layers.iter().enumerate().map(|(at, layer)| {
        let items: Vec<String> = (0..layer.words / 6).map(|item| words(at, 3 + item % 5)).collect();
        (format!("list{at}"), json!(items))
    });
    TurnInput {
        history: (0..whole.exchanges).flat_map(exchange).collect(),
        message: Some(Content::Text("and now?".into())),
        input: object(lists.collect()),
        ..TurnInput::default()
    }
}

fn is_cut(entry: &LayerEntry) -> bool {
    matches!(entry.status, Status::Shrunk | Status::Dropped)
}

/// Whether a layer has nothing more to give.
fn is_at_floor(entry: &LayerEntry, way: &str, keep: u32, items: usize) -> bool {
    let stands = entry.status == Status::Included;
    match way {
        "drop" => entry.status == Status::Dropped,
        "items" => {
            let floor = keep.min(u32::try_from(items).unwrap());
            entry.kept.map_or(stands && items <= keep as usize, |kept| kept <= floor)
        }
        // Exchanges are two messages here, and go whole. The last one may never go.
        "oldest" => entry.kept.map_or(stands, |kept| kept < keep.max(1) + 2),
        _ => entry.kept.or(entry.tokens).is_none_or(|tokens| tokens <= keep.max(MARKS)),
    }
}

/// A layer is cut only when every lower one is at its floor.
fn in_order(whole: &Whole, assembly: &Assembly) -> Result<(), TestCaseError> {
    // Priority, place, way, floor, items, entry.
    let mut all = Vec::new();
    let place = |id: &str| assembly.manifest.layers.iter().position(|layer| layer.id == id);
    for (at, layer) in whole.layers.iter().enumerate().filter(|(_, layer)| layer.way != "never") {
        let id = format!("part{at}");
        let entry = read::layer(assembly, &id);
        let items = if layer.way == "items" { layer.words / 6 } else { 0 };
        all.push((layer.priority, place(&id), layer.way, layer.keep, items, entry));
    }
    let entry = read::layer(assembly, "history");
    if entry.status != Status::Skipped {
        all.push((whole.priority, place("history"), "oldest", whole.keep, 0, entry));
    }
    all.sort_by_key(|(priority, place, ..)| (*priority, *place));
    let last = all.iter().rposition(|(.., entry)| is_cut(entry)).unwrap_or_default();
    for (_, _, way, keep, items, entry) in &all[..last] {
        prop_assert!(
            is_at_floor(entry, way, *keep, *items),
            "{} ({way}, keep {keep}) is not at its floor: {entry:?}, and {} was cut",
            entry.id,
            all[last].5.id
        );
    }
    Ok(())
}

/// What is left of a text is its beginning, its end, or both, and a mark says so.
fn is_rest(way: &str, rest: &str, full: &str) -> bool {
    let front = rest.split('…').next().unwrap_or_default().trim();
    let behind = rest.rsplit('…').next().unwrap_or_default().trim();
    let begins = full.trim_start().starts_with(front);
    let ends = full.trim_end().ends_with(behind);
    rest.contains('…')
        && match way {
            "tail" => begins && behind.is_empty(),
            "head" => ends && front.is_empty(),
            _ => begins && ends,
        }
}

#[test]
fn every_way_to_give_way_ends_within_the_window_and_in_order() {
    hold(400, 30, (whole(), select(MODELS.to_vec())), |(whole, model)| {
        let small = agent(&whole, whole.window);
        let input = input(&whole);
        let full = host::made(&agent(&whole, 100_000), &input, &with_model(model));
        prop_assert!(!full.manifest.layers.iter().any(is_cut));
        sums(&full)?;
        let assembly = match host::call(&small, &input, &with_model(model)) {
            Ok(assembly) => assembly.unwrap(),
            Err(findings) => {
                prop_assert_eq!(codes(&findings), vec!["fit.too-large"]);
                return Ok(false);
            }
        };
        sums(&assembly)?;
        in_order(&whole, &assembly)?;
        let room = whole.window - 50;
        let fits = full.manifest.tokens.total + full.manifest.tokens.margin <= room;
        prop_assert_eq!(!assembly.manifest.layers.iter().any(is_cut), fits);
        for (at, layer) in whole.layers.iter().enumerate() {
            let id = format!("part{at}");
            let (entry, before) = (read::layer(&assembly, &id), read::layer_text(&full, &id));
            let text = read::layer_text(&assembly, &id);
            match entry.status {
                Status::Included => prop_assert_eq!(text, before),
                // A text that is cut down to nothing is gone, and said to be.
                Status::Dropped => {
                    prop_assert!(text.is_empty() && (layer.way == "drop" || layer.keep < MARKS));
                }
                Status::Shrunk if layer.way == "items" => {
                    prop_assert!(entry.kept.is_some_and(|kept| kept >= layer.keep.min(kept)));
                    prop_assert!(text.len() < before.len());
                }
                Status::Shrunk => prop_assert!(is_rest(layer.way, text, before), "{}", text),
                Status::Skipped => prop_assert!(before.is_empty()),
            }
        }
        Ok(!fits)
    });
}

/// A caller may say any number of a picture: no sum overflows, what is assembled fits, and what cannot fit is refused.
#[test]
fn whatever_pictures_are_said_to_cost_nothing_overflows() {
    let url = "https://example.com/a.png";
    let pictures = |tokens| {
        let image = Part::Image { url: url.to_owned(), tokens: Some(tokens) };
        Content::Parts(vec![image; 3])
    };
    let plain = || Content::Text("And so on.".into());
    // What costs more than can be counted gives way once, and is refused then.
    for (tokens, message, fits) in [
        (1_000_000, plain(), true),
        (1_000_000, pictures(1_000_000), false),
        (u32::MAX, plain(), false),
        (u32::MAX, pictures(u32::MAX), false),
    ] {
        let said = |at: usize| {
            let role = if at.is_multiple_of(2) { Speaker::User } else { Speaker::Assistant };
            let is_plain = at >= 300 || role == Speaker::Assistant;
            Message { role, content: if is_plain { plain() } else { pictures(tokens) } }
        };
        let input = TurnInput {
            history: (0..320).map(said).collect(),
            message: Some(message),
            ..TurnInput::default()
        };
        let (agent, options) = (host::agent("support"), with_model("gpt-5.4"));
        match assemble(agent, &input, &options, &provider::find, &mut Memo::default()) {
            Ok(Assembled::Call(made)) => {
                let manifest = made.manifest();
                assert!(fits, "{tokens}");
                assert!(manifest.tokens.total <= manifest.window - manifest.reserve);
            }
            Ok(Assembled::Said { .. }) => panic!("a call is made"),
            Err(findings) => {
                assert!(!fits, "{tokens}: {}", host::told(&findings));
                assert_eq!(codes(&findings), ["fit.too-large"]);
            }
        }
    }
}
