//! What always holds of a turn, whatever its model answers (8, 9, 12, 13): only what was allowed is done,
//! a step is left only with its slots, the same givens come to the same bytes, and nothing of an answer
//! is passed over.

use proem::agent::input::TurnInput;
use proem::agent::step::Then;
use proem::check::compiled::Compiled;
use proem::turn::Options;
use proem::turn::case::script;
use proem::turn::course::given::{ActionResult, Given, Recorded};
use proem::turn::course::outcome::{Fate, Outcome};
use proem::turn::course::{Next, Turn};
use proem::turn::format::reply::{Reply, Stop, ToolUse};
use proem::turn::kept::Memo;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value as Json, json};

use crate::host::{self, hold, with_model};
use crate::make;

/// A value of any kind, small.
fn value() -> impl Strategy<Value = Json> {
    prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i32>().prop_map(Json::from),
        "\\PC{0,12}".prop_map(Json::from),
        select(vec!["next", "stay", "Ann", "2000", "grounding", "a", "lena@holzwerk.example"])
            .prop_map(Json::from),
        Just(json!([])),
        Just(json!({"id": "a", "name": "b", "note": "c"})),
        Just(json!([{"id": "a"}, 3])),
    ]
}

/// An answer: fields of its own, actions of the agent and strangers, with any values; or any text.
fn answer(agent: &'static Compiled) -> impl Strategy<Value = Reply> {
    let mut names: Vec<String> = [
        "message",
        "messages",
        "decision",
        "slots",
        "script",
        "reason",
        "intent",
        "corrections",
        "fly",
    ]
    .map(str::to_owned)
    .to_vec();
    names.extend(agent.agent.actions.iter().map(|action| action.name.clone()));
    names.extend(agent.slots.iter().cloned());
    let fields = prop::collection::vec((select(names.clone()), value()), 0..8);
    let tools = prop::collection::vec((select(names), value()), 0..3);
    let stop = select(vec![Stop::End, Stop::Tools, Stop::Length, Stop::Refused]);
    let object = (fields, tools, stop).prop_map(|(fields, tools, stop)| {
        let mut map = Map::from_iter([("message".to_owned(), json!("Hm."))]);
        map.insert("messages".to_owned(), json!(["Hm."]));
        map.extend(fields);
        let tools = tools.into_iter().enumerate().map(|(at, (name, value))| ToolUse {
            id: format!("t{at}"),
            name,
            arguments: value.to_string(),
        });
        Reply {
            text: Json::Object(map).to_string(),
            tools: tools.collect(),
            stop,
            ..Reply::default()
        }
    });
    prop_oneof![6 => object, 1 => "\\PC{0,40}".prop_map(Reply::of_text)]
}

/// Runs a turn with the same answer whenever it is asked; gives the outcome, and every payload.
fn run(turn: &mut Turn<'_>, reply: &Reply) -> (Option<Outcome>, Vec<String>) {
    let mut memo = Memo::default();
    let mut asked = Vec::new();
    for _ in 0..24 {
        let given = match turn.next(&mut memo) {
            Err(_) => return (None, asked),
            Ok(Next::Done(outcome)) => return (Some(outcome.clone()), asked),
            Ok(Next::Gather(_)) => Given::Values(Default::default()),
            Ok(Next::Call(assembly)) => {
                asked.push(assembly.payload.clone());
                Given::Reply(reply.clone())
            }
            Ok(Next::Perform(requests)) => Given::Results(
                requests.iter().map(|_| ActionResult::Result(json!("done"))).collect(),
            ),
        };
        turn.resume(given).unwrap();
    }
    panic!("a turn that never ends");
}

/// What a turn came to with any answer.
fn holds(
    agent: &'static Compiled,
    input: &TurnInput,
    outcome: &Outcome,
    open: &[String],
) -> Result<(), TestCaseError> {
    for taken in outcome.actions.iter().filter(|taken| taken.by != "agent" && taken.by != "user") {
        if !matches!(taken.fate, Fate::Refused { .. }) {
            prop_assert!(open.contains(&taken.name), "{} was not open", taken.name);
            let program = agent.actions.get(&taken.name).unwrap();
            let params = Json::Object(taken.params.clone());
            let fits = program.params.as_ref().is_none_or(|schema| schema.is_valid(&params));
            prop_assert!(fits, "{}: {params}", taken.name);
        }
    }
    for (key, value) in &outcome.state {
        if let Some(schema) = agent.state.get(key) {
            prop_assert!(schema.is_valid(value), "{key}: {value}");
        }
    }
    let Some(decided) = &outcome.decision else { return Ok(()) };
    let ended = serde_json::to_value(&outcome.events).unwrap();
    let ended = ended.as_array().unwrap().iter().any(|event| {
        ["cancelled", "stopped", "handoff"].contains(&event["kind"].as_str().unwrap_or_default())
    });
    if decided.to != decided.step && !ended {
        let (_, step) = agent.step(&decided.step).unwrap();
        let slots = outcome.state["slots"].as_object().unwrap();
        for slot in step.slots.iter().filter(|slot| slot.is_required()) {
            let skipped = step.retries.then == Then::Skip
                || input.state.get("slots").is_some_and(|slots| slots[&slot.name].is_null());
            let value = slots.get(&slot.name);
            prop_assert!(value.is_some_and(|value| skipped || !value.is_null()), "{}", slot.name);
        }
    }
    Ok(())
}

#[test]
fn whatever_is_answered_only_what_was_allowed_is_done() {
    let agents = make::any_agent(6)
        .prop_flat_map(|(agent, input)| (Just((agent, input)), answer(host::agent(agent))));
    hold(160, 40, agents, |((name, input), reply)| {
        let agent = host::agent(name);
        let options = with_model("gpt-5.4");
        let find = &proem::provider::find;
        let mut turn = Turn::new(agent, input.clone(), options.clone(), find);
        let (outcome, asked) = run(&mut turn, &reply);
        let Some(outcome) = outcome else { return Ok(false) };
        let open: Vec<String> =
            turn.calls().iter().flat_map(|call| call.assembly.manifest().actions).collect();
        holds(agent, &input, &outcome, &open)?;
        // The same through its record.
        let line = serde_json::to_string(&turn.recorded()).unwrap();
        let recorded: Recorded = serde_json::from_str(&line).unwrap();
        let mut again = Turn::new(agent, recorded.input, options, find);
        let (other, asked_again) = run(&mut again, &reply);
        prop_assert_eq!(Some(outcome), other);
        prop_assert_eq!(asked, asked_again);
        prop_assert_eq!(line, serde_json::to_string(&again.recorded()).unwrap());
        Ok(true)
    });
}

/// Every case of every example, played from its record alone.
#[test]
fn every_case_is_played_again_from_its_record() {
    let mut turns = 0;
    for name in host::AGENTS {
        let agent = host::agent(name);
        for case in &proem::role::folder::folder(host::files(name)).cases {
            for turn in &case.turns {
                let Some(answer) = &turn.answer else { continue };
                let options = Options { call: turn.call.clone(), ..Options::default() };
                let find = &proem::provider::find;
                let mut first = Turn::new(agent, turn.input.clone(), options.clone(), find);
                let told = scripted(&mut first, answer, None);
                let recorded = first.recorded();
                let mut again = Turn::new(agent, recorded.input.clone(), options, find);
                let retold = scripted(&mut again, answer, Some(&recorded.given));
                assert_eq!(told, retold, "{name}/{}", case.name);
                assert_eq!(recorded, again.recorded(), "{name}/{}", case.name);
                turns += 1;
            }
        }
    }
    assert!(turns > 60, "only {turns} turns were played");
}

/// Plays a turn, from a record or with a scripted answer; gives every payload.
fn scripted(turn: &mut Turn<'_>, answer: &Json, given: Option<&[Given]>) -> Vec<String> {
    let mut memo = Memo::default();
    let mut told = Vec::new();
    let mut place = 0;
    loop {
        let next = match turn.next(&mut memo) {
            Err(findings) => {
                told.push(format!("{findings:?}"));
                return told;
            }
            Ok(Next::Done(_)) => return told,
            Ok(Next::Gather(_)) => Given::Values(Default::default()),
            Ok(Next::Call(assembly)) => {
                told.push(assembly.payload.clone());
                let answers = answer.as_array().map_or(std::slice::from_ref(answer), Vec::as_slice);
                let answer = answers.get(told.len() - 1).or(answers.last()).unwrap();
                Given::Reply(script::reply(assembly.contract(), answer))
            }
            Ok(Next::Perform(requests)) => Given::Results(
                requests.iter().map(|_| ActionResult::Error("not here".to_owned())).collect(),
            ),
        };
        let next = match given {
            Some(given) => given[place].clone(),
            None => next,
        };
        place += 1;
        turn.resume(next).unwrap();
        if place > 40 {
            panic!("a turn that never ends: {told:?}");
        }
    }
}
