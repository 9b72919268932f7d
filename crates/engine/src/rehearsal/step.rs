//! Answering a step without a model.
//!
//! Owns the plain way through a step: what the message gives for its slots is read, and where something
//! is missing the step's own script asks again. It must never decide against what the step waits for: the
//! engine would not take it.

use serde_json::{Map, Value as Json, json};

use crate::agent::input::{Content, Speaker, TurnInput};
use crate::rehearsal::Question;
use crate::rehearsal::named::NAME;
use crate::rehearsal::repertoire::Repertoire;
use crate::rehearsal::slots::{is_refusal, read, takes_anything};
use crate::rehearsal::smallest::smallest;
use crate::text::normal::normal;
use crate::turn::advance::script::{self, Stage};
use crate::turn::contract::step_answer::{DECISION_TOOL, StepNow};
use crate::turn::gate::position::Position;

/// Messages that end a conversation, and those that ask for a person.
const CANCELS: [&str; 5] = ["cancel", "stop", "quit", "goodbye", "bye"];
const HANDS_OFF: [&str; 4] = ["human", "a human", "a person", "talk to a person"];

/// The answer.
pub(super) fn answer(
    repertoire: &Repertoire,
    question: &Question<'_, '_>,
    now: &StepNow<'_>,
) -> Json {
    let Question { assembly, input, .. } = question;
    let position = Position::of(&assembly.gated.state);
    let message = input.message.as_ref().map(Content::text).unwrap_or_default();
    let leaves = leaves(&message);
    let slots = match leaves {
        Some(_) => Map::new(),
        None => values(now, &position, &message, input.now.as_deref()),
    };
    let lacking = now.program.slots.iter().filter(|slot| slot.is_required());
    let lacking = lacking.filter(|slot| !known(&position, &slots, &slot.name));
    let lacking: Vec<&str> = lacking.map(|slot| slot.name.as_str()).collect();
    let asks = message.contains('?') && slots.is_empty();
    let intent = leaves.or(asks.then_some("digression"));
    let opens = input.message.is_none();
    let next = lacking.is_empty() && !asks && !opens && leaves.is_none();
    let (words, scripts): (String, &[&str]) = if !slots.is_empty() {
        let read = slots.iter().map(|(name, value)| format!("{name} = {value}"));
        (read.collect::<Vec<_>>().join(", "), &["anchor"])
    } else if leaves.is_some() {
        ("As you wish".to_owned(), &[])
    } else if opens {
        ("This is the offline model".to_owned(), &["entry"])
    } else if asks {
        ("Questions need a model".to_owned(), &["anchor", "entry"])
    } else if next {
        ("On to the next step".to_owned(), &[])
    } else if is_refusal(&message) {
        ("A no is understood".to_owned(), &["retry", "anchor", "entry"])
    } else {
        let words = format!("That gives no value for {}", lacking.join(" and "));
        (words, &["retry", "anchor", "entry"])
    };
    let why = if is_refusal(&message) { "refused" } else { "invalid" };
    let mut messages = vec![format!("{NAME} {words}")];
    let mut names = scripts.iter().filter(|_| !next).flat_map(|name| match *name {
        "retry" => vec![format!("retry.{why}"), "retry".to_owned()],
        name => vec![name.to_owned()],
    });
    let said = names.find_map(|name| {
        let text = speak(question, now, &position, &name)?;
        Some((name, text))
    });
    let mut answer = Map::new();
    if let Some((name, text)) = said {
        messages.push(text);
        answer.insert("script".to_owned(), json!(name));
    }
    answer.insert("messages".to_owned(), json!(messages));
    answer.insert("decision".to_owned(), json!(if next { "next" } else { "stay" }));
    answer.extend(intent.map(|intent| ("intent".to_owned(), json!(intent))));
    let reason = match (next, lacking.as_slice()) {
        (true, _) => "rehearsal: nothing is missing".to_owned(),
        (false, _) if leaves.is_some() => "rehearsal: the user wants to leave".to_owned(),
        (false, []) => "rehearsal: the message asks something".to_owned(),
        (false, lacking) => format!("rehearsal: {} is missing", lacking.join(", ")),
    };
    answer.insert("reason".to_owned(), json!(reason));
    for name in demanded(question) {
        let params = params(repertoire, question, &name, &position, &slots);
        answer.insert(name, params);
    }
    if !slots.is_empty() {
        answer.insert("slots".to_owned(), Json::Object(slots));
    }
    Json::Object(answer)
}

/// What the message gives for slots that are still open. Of those that take nearly anything only the
/// first is filled, because the message is one value.
fn values(
    now: &StepNow<'_>,
    position: &Position,
    message: &str,
    time: Option<&str>,
) -> Map<String, Json> {
    let mut values = Map::new();
    let mut used = false;
    for slot in now.program.slots.iter().filter(|slot| !position.slots.contains_key(&slot.name)) {
        let anything = takes_anything(slot);
        if anything && (used || !values.is_empty()) {
            continue;
        }
        if let Some(value) = read(slot, message, time) {
            used |= anything;
            values.insert(slot.name.clone(), value);
        }
    }
    values
}

fn known(position: &Position, slots: &Map<String, Json>, name: &str) -> bool {
    position.slots.contains_key(name) || slots.contains_key(name)
}

/// What a message wants done with the flow.
fn leaves(message: &str) -> Option<&'static str> {
    let message = normal(message);
    let message = message.trim_matches(|c: char| !c.is_alphanumeric());
    match message {
        word if CANCELS.contains(&word) => Some("cancel"),
        word if HANDS_OFF.contains(&word) => Some("handoff"),
        _ => None,
    }
}

/// A script of the step, as it is to be said now.
fn speak(
    question: &Question<'_, '_>,
    now: &StepNow<'_>,
    position: &Position,
    name: &str,
) -> Option<String> {
    let Question { assembly, input, .. } = question;
    let mut config = assembly.agent.agent.config.clone();
    config.extend(assembly.overridden.clone());
    let stage = Stage {
        config: &Json::Object(config),
        time: input.now.as_deref(),
        slots: &position.printed,
        values: &assembly.gathered.values,
        last: last_said(input),
    };
    script::say(&stage, now, name, &mut position.ladder.clone()).ok().flatten()
}

/// The last line that was said: scripts are said one to a line.
fn last_said(input: &TurnInput) -> Option<&str> {
    let mut said = input.history.iter().rev().filter(|said| said.role == Speaker::Assistant);
    match &said.next()?.content {
        Content::Text(text) => text.lines().next_back(),
        Content::Parts(_) => None,
    }
}

/// The actions that the engine has asked for, where it did not take the answer before.
fn demanded(question: &Question<'_, '_>) -> Vec<String> {
    let refused = question.same().filter_map(|earlier| earlier.refused.as_ref()).next_back();
    let actions = question.assembly.contract.actions.iter();
    let actions = actions.filter(|action| action.name != DECISION_TOOL);
    let named = |name: &str| refused.is_some_and(|text| text.contains(&format!("`{name}`")));
    actions.filter(|action| named(&action.name)).map(|action| action.name.clone()).collect()
}

/// Parameters of an action: slots of the same name, then what a case of this step gives, then the
/// smallest that is allowed.
fn params(
    repertoire: &Repertoire,
    question: &Question<'_, '_>,
    action: &str,
    position: &Position,
    slots: &Map<String, Json>,
) -> Json {
    let mut actions = question.assembly.contract.actions.iter();
    let Some(action) = actions.find(|known| known.name == action) else { return json!({}) };
    let case = repertoire.asking(question.assembly, &action.name).next();
    let mut params = match smallest(&action.params) {
        Json::Object(params) => params,
        _ => Map::new(),
    };
    for (name, value) in &mut params {
        let own = slots.get(name).or_else(|| position.slots.get(name));
        let told = || case.and_then(|answer| answer.get(&action.name)?.get(name));
        if let Some(found) = own.or_else(told) {
            *value = found.clone();
        }
    }
    Json::Object(params)
}
