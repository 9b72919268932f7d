//! Random conversations through flows: no illegal move, no lost slot, and always a way out.

use proem::agent::input::{Content, Message, Speaker};
use proem::agent::step::{END, Then};
use proem::check::compiled::Compiled;
use proem::turn::Options;
use proem::turn::course::given::Given;
use proem::turn::course::outcome::Outcome;
use proem::turn::course::{Next, Turn};
use proem::turn::format::reply::Reply;
use proem::turn::kept::Memo;
use serde_json::{Map, Value as Json, json};

use crate::stage;

/// How many conversations are walked; `PROEM_WALKS` says otherwise.
const WALKS: u64 = 400;

/// More turns than this nobody needs, whatever is said: two asides of each kind and every retry of every
/// step.
const MOST_TURNS: usize = 60;

/// Small numbers in an order that looks random, the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(sides).unwrap()).unwrap()
    }

    fn of<'t, T>(&mut self, list: &'t [T]) -> &'t T {
        &list[self.roll(list.len())]
    }
}

/// An answer that a model might give, sensible or not.
fn answer(dice: &mut Dice) -> String {
    let values = [
        json!("Ann"),
        json!(""),
        json!(0),
        json!(12),
        json!("12"),
        json!(20_000),
        json!(true),
        json!("yes"),
        json!(null),
        json!([1]),
        json!("undefined"),
        json!(1.5),
        json!("n/a"),
    ];
    let mut slots = Map::new();
    for name in ["name", "volume", "note", "agreed", "hat"] {
        if dice.roll(4) == 0 {
            slots.insert(name.to_owned(), dice.of(&values).clone());
        }
    }
    let mut answer = json!({
        "messages": dice.of(&[json!([]), json!(["All right."]), json!(["One.", "Two?"]), json!("text"), json!(null)]),
        "decision": dice.of(&[json!("stay"), json!("next"), json!("jump"), json!(null)]),
        "slots": slots,
        "reason": "r",
    });
    let words = ["answer", "digression", "clarification", "chit_chat", "correction"];
    if dice.roll(3) == 0 {
        answer["intent"] = json!(dice.of(&words));
    }
    if dice.roll(40) == 0 {
        answer["intent"] = json!(dice.of(&["cancel", "handoff"]));
    }
    if dice.roll(6) == 0 {
        answer["corrections"] =
            json!([{"slot": dice.of(&["name", "volume", "agreed"]), "value": dice.of(&values)}]);
    }
    if dice.roll(5) == 0 {
        answer["script"] =
            json!(dice.of(&["entry", "retry", "retry.refused", "retry.invalid", "none"]));
    }
    if dice.roll(5) == 0 {
        answer["store_name"] =
            dice.of(&[json!({"name": "Ann"}), json!({}), json!({"name": 3})]).clone();
    }
    if dice.roll(8) == 0 {
        answer["current_step"] = json!("large");
    }
    match dice.roll(30) {
        0 => "no object at all".to_owned(),
        1 => String::new(),
        _ => answer.to_string(),
    }
}

/// Plays one turn with random answers.
fn turn(
    agent: &Compiled,
    state: Map<String, Json>,
    history: &[Message],
    dice: &mut Dice,
    memo: &mut Memo,
) -> Outcome {
    let mut input = stage::input("message: Hm\n");
    input.state = state;
    // The last messages are enough for what these answers depend on.
    input.history = history.iter().rev().take(2).rev().cloned().collect();
    let mut turn = Turn::new(agent, input, Options::default(), &proem::provider::find);
    for _ in 0..6 {
        match turn.next(memo).unwrap() {
            Next::Done(outcome) => return outcome.clone(),
            Next::Call(_) => {}
            other => panic!("{other:?}"),
        }
        let given = match dice.roll(25) {
            0 => Given::Failed("busy".to_owned()),
            _ => Given::Reply(Reply::of_text(answer(dice))),
        };
        turn.resume(given).unwrap();
    }
    panic!("a turn that asks more than its agent allows");
}

#[test]
fn no_conversation_gets_stuck_or_loses_a_slot() {
    let walks = std::env::var("PROEM_WALKS").ok().and_then(|text| text.parse().ok());
    let agent = stage::base("flow");
    let mut memo = Memo::default();
    let mut ended = 0_u64;
    let walks = walks.unwrap_or(WALKS);
    for seed in 1..=walks {
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let mut state = Map::new();
        let said =
            |text: &str| Message { role: Speaker::Assistant, content: Content::Text(text.into()) };
        let mut history = vec![said("Welcome.")];
        let mut done = false;
        for _ in 0..MOST_TURNS {
            let before = state.clone();
            let outcome = turn(&agent, state, &history, &mut dice, &mut memo);
            legal(&agent, &before, &outcome, seed);
            history.extend(outcome.history.iter().cloned());
            state = outcome.next;
            if state["step"] == json!(END) {
                done = true;
                break;
            }
        }
        assert!(done, "the conversation of seed {seed} never ends: {state:?}");
        ended += 1;
    }
    assert_eq!(ended, walks);
}

/// What holds of every turn, whatever the model said.
fn legal(agent: &Compiled, before: &Map<String, Json>, outcome: &Outcome, seed: u64) {
    let at = |state: &Map<String, Json>| {
        state.get("step").and_then(Json::as_str).unwrap_or("name").to_owned()
    };
    let slots = |state: &Map<String, Json>| {
        state.get("slots").and_then(Json::as_object).cloned().unwrap_or_default()
    };
    let (from, to) = (at(before), at(&outcome.state));
    let (had, has) = (slots(before), slots(&outcome.state));
    for (name, value) in &had {
        assert!(has.contains_key(name), "seed {seed}: `{name}` is lost");
        let kept =
            has[name] == *value || !value.is_null() && !has[name].is_null() || value.is_null();
        assert!(kept, "seed {seed}: the value of `{name}` is gone");
    }
    if to == from {
        return;
    }
    let (_, step) = agent.step(&from).unwrap();
    let exits: Vec<&str> = step.exits().map(|exit| exit.value.as_str()).collect();
    let events: Vec<String> = outcome
        .events
        .iter()
        .map(|event| serde_json::to_value(event).unwrap()["kind"].as_str().unwrap().to_owned())
        .collect();
    let ends = ["cancelled", "stopped", "handoff"]
        .iter()
        .any(|kind| events.iter().any(|event| event == kind));
    assert!(ends || exits.contains(&to.as_str()), "seed {seed}: from {from} to {to}: {events:?}");
    if !ends {
        for slot in step.slots.iter().filter(|slot| slot.is_required()) {
            assert!(
                has.contains_key(&slot.name),
                "seed {seed}: {from} left without `{}`",
                slot.name
            );
            let skips = step.retries.then == Then::Skip || had.get(&slot.name) == Some(&Json::Null);
            assert!(
                skips || !has[&slot.name].is_null(),
                "seed {seed}: `{}` was skipped",
                slot.name
            );
        }
    }
}
