//! Random conversations through a flow: no illegal move, no lost slot, and always a way out.

use proem::agent::input::{Content, Message, Speaker, TurnInput};
use proem::agent::step::{END, Then};
use proem::check::compiled::Compiled;
use proem::turn::Options;
use proem::turn::course::given::Given;
use proem::turn::course::outcome::Outcome;
use proem::turn::course::{Next, Turn};
use proem::turn::format::reply::Reply;
use proem::turn::kept::Memo;
use serde_json::{Map, Value as Json, json};

/// More turns than this nobody needs, whatever is said: two asides of each kind and every retry of every
/// step.
const MOST_TURNS: usize = 60;

/// How often a model may fail in a conversation.
const MOST_FAILURES: usize = 6;

/// What decides how a conversation goes: bytes as long as there are any, then small numbers in an order that
/// looks random and is the same in every run (xorshift).
pub(crate) struct Dice<'b> {
    bytes: std::slice::Iter<'b, u8>,
    seed: u64,
}

impl<'b> Dice<'b> {
    pub(crate) fn new(bytes: &'b [u8], seed: u64) -> Self {
        Self { bytes: bytes.iter(), seed: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1 }
    }

    fn roll(&mut self, sides: usize) -> usize {
        if let Some(byte) = self.bytes.next() {
            return usize::from(*byte) % sides;
        }
        self.seed ^= self.seed << 13;
        self.seed ^= self.seed >> 7;
        self.seed ^= self.seed << 17;
        usize::try_from(self.seed % u64::try_from(sides).unwrap()).unwrap()
    }

    fn of<'t, T>(&mut self, list: &'t [T]) -> &'t T {
        &list[self.roll(list.len())]
    }
}

/// An answer that a model might give, sensible or not.
fn answer(dice: &mut Dice<'_>) -> String {
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
    dice: &mut Dice<'_>,
    failures: &mut usize,
    memo: &mut Memo,
) -> Outcome {
    let mut input =
        TurnInput { message: Some(Content::Text("Hm".into())), state, ..TurnInput::default() };
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
            // A model that never answers leads nowhere, and that is not the flow's doing.
            0 if *failures < MOST_FAILURES => {
                *failures += 1;
                Given::Failed("busy".to_owned())
            }
            _ => Given::Reply(Reply::of_text(answer(dice))),
        };
        turn.resume(given).unwrap();
    }
    panic!("a turn that asks more than its agent allows");
}

/// Leads a conversation to its end.
pub(crate) fn conversation(agent: &Compiled, dice: &mut Dice<'_>, memo: &mut Memo, seed: &str) {
    let mut state = Map::new();
    let welcome = Content::Text("Welcome.".into());
    let mut history = vec![Message { role: Speaker::Assistant, content: welcome }];
    let mut failures = 0;
    for _ in 0..MOST_TURNS {
        let before = state.clone();
        let outcome = turn(agent, state, &history, dice, &mut failures, memo);
        legal(agent, &before, &outcome, seed);
        history.extend(outcome.history.iter().cloned());
        state = outcome.next;
        if state["step"] == json!(END) {
            return;
        }
    }
    panic!("the conversation of seed {seed} never ends: {state:?}");
}

/// What holds of every turn, whatever the model said.
fn legal(agent: &Compiled, before: &Map<String, Json>, outcome: &Outcome, seed: &str) {
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
