//! What was taken from an answer so far.
//!
//! Owns how the parts of an answer come together: messages, actions, the decision, slots. What is said
//! twice is compared, and what contradicts is a problem. It must never look at text.

use serde_json::{Map, Value as Json};

use crate::agent::action::Action;
use crate::agent::step::logic::Decision;
use crate::agent::step::policy::{INTENTS, Intent};
use crate::turn::contract::Contract;
use crate::turn::read::answer::{Answer, Asked};
use crate::turn::read::coerce::{coerce, noun};
use crate::turn::read::notes::{Notes, Path};

/// An answer in the making.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// The answer, without its lists.
    pub answer: Answer,
    /// The lists.
    pub notes: Notes,
    /// Whether what the user reads has a part that could not be taken.
    pub torn: bool,
    /// Whether a list of messages was there, which may be empty.
    pub listed: bool,
}

impl Taken {
    /// Takes a message.
    pub(super) fn message(&mut self, value: Json, at: &Path<'_>) {
        match texted(value, at, &mut self.notes) {
            Some(text) => self.answer.messages.push(text),
            None => self.torn = true,
        }
    }

    /// Takes a list of messages.
    pub(super) fn messages(&mut self, value: Json, at: &Path<'_>) {
        self.listed = true;
        match value {
            Json::Array(items) => {
                for (index, item) in items.into_iter().enumerate() {
                    self.message(item, &Path::Item(at, index));
                }
            }
            single => {
                self.notes.liberty("value.list", at, "a single value is taken as a list of one");
                self.message(single, at);
            }
        }
    }

    /// Takes a decision. One that contradicts an earlier one counts as `stay`.
    pub(super) fn decision(&mut self, value: Json, at: &Path<'_>) {
        let schema = serde_json::json!({"enum": ["stay", "next"]});
        let before = self.notes.wrong();
        let value = coerce(&schema, value, at, &mut self.notes);
        if self.notes.wrong() > before {
            return;
        }
        let said = match value.as_str() {
            Some("next") => Decision::Next,
            _ => Decision::Stay,
        };
        match self.answer.decision {
            Some(known) if known != said => {
                let message = "The decision is both `stay` and `next`: it counts as `stay`.";
                self.notes.problem("answer.contradiction", at, message);
                self.answer.decision = Some(Decision::Stay);
            }
            Some(_) => {}
            None => self.answer.decision = Some(said),
        }
    }

    /// Takes the values of slots as they were given. Null is what stands for a slot that was left out.
    pub(super) fn slots(&mut self, value: Json, at: &Path<'_>) {
        let values = match value {
            Json::Object(values) => values,
            Json::Null => return,
            other => {
                let message = format!("Expected an object with slots, found {}.", noun(&other));
                return self.notes.problem("answer.type", at, message);
            }
        };
        for (name, value) in values {
            if value.is_null() {
                continue;
            }
            match self.answer.slots.get(&name) {
                Some(known) if *known != value => {
                    let message =
                        "This slot is given twice with different values: the first one counts.";
                    self.notes.problem("answer.contradiction", &Path::Field(at, &name), message);
                }
                Some(_) => {}
                None => {
                    self.answer.slots.insert(name, value);
                }
            }
        }
    }

    /// Takes the name of the script that was used, in one of the words that the schema lists.
    pub(super) fn script(&mut self, value: Json, schema: Option<&Json>, at: &Path<'_>) {
        if value.is_null() {
            return;
        }
        let before = self.notes.wrong();
        let value = match schema {
            Some(schema) => coerce(schema, value, at, &mut self.notes),
            None => value,
        };
        if self.notes.wrong() > before {
            return;
        }
        let Some(said) = texted(value, at, &mut self.notes) else { return };
        match &self.answer.script {
            Some(known) if *known != said => {
                let message = "Two scripts are named: the first one counts.";
                self.notes.problem("answer.contradiction", at, message);
            }
            _ => self.answer.script = Some(said),
        }
    }

    /// Takes what the user's message does.
    pub(super) fn intent(&mut self, value: Json, at: &Path<'_>) {
        if value.is_null() {
            return;
        }
        let schema = serde_json::json!({"enum": INTENTS.map(|(word, _)| word)});
        let before = self.notes.wrong();
        let value = coerce(&schema, value, at, &mut self.notes);
        if self.notes.wrong() > before {
            return;
        }
        let said = value.as_str().and_then(Intent::of);
        match self.answer.intent {
            Some(known) if said != Some(known) => {
                let message = "Two intents are named: the first one counts.";
                self.notes.problem("answer.contradiction", at, message);
            }
            _ => self.answer.intent = said,
        }
    }

    /// Takes corrections of earlier values: a list of slots with what they are to be now.
    pub(super) fn corrections(&mut self, value: Json, at: &Path<'_>) {
        let items = match value {
            Json::Null => return,
            Json::Array(items) => items,
            single @ Json::Object(_) => {
                self.notes.liberty("value.list", at, "a single value is taken as a list of one");
                vec![single]
            }
            other => {
                let message = format!("Expected a list of corrections, found {}.", noun(&other));
                return self.notes.problem("answer.type", at, message);
            }
        };
        for (index, item) in items.into_iter().enumerate() {
            let place = Path::Item(at, index);
            let slot = item.get("slot").and_then(Json::as_str).map(str::to_owned);
            match (slot, item.get("value")) {
                (Some(slot), Some(value)) if !self.answer.corrections.contains_key(&slot) => {
                    self.answer.corrections.insert(slot, value.clone());
                }
                (Some(_), Some(_)) => {
                    let message = "This slot is corrected twice: the first one counts.";
                    self.notes.problem("answer.contradiction", &place, message);
                }
                _ => {
                    let message = "Expected a correction with `slot` and `value`.";
                    self.notes.problem("answer.type", &place, message);
                }
            }
        }
    }

    /// Takes the reason.
    pub(super) fn reason(&mut self, value: Json, at: &Path<'_>) {
        if value.is_null() {
            return;
        }
        let Some(said) = texted(value, at, &mut self.notes) else { return };
        match &mut self.answer.reason {
            Some(known) if *known != said => {
                self.notes.liberty("value.joined", at, "two reasons are one");
                known.push('\n');
                known.push_str(&said);
            }
            _ => self.answer.reason = Some(said),
        }
    }

    /// Takes a field that is none of the answer's own: an action, allowed or not.
    pub(super) fn field(&mut self, contract: &Contract, name: &str, value: Json, at: &Path<'_>) {
        let Some(action) = contract.actions.iter().find(|action| action.name == name) else {
            if value.is_object() {
                return self.ask(name, value, None, None, at);
            }
            let message = format!("There is no such field, and {} is no action.", noun(&value));
            return self.notes.problem("answer.unknown", at, message);
        };
        match value {
            Json::Null => {}
            Json::Bool(false) => {
                self.notes.liberty("value.null", at, "false is taken as null");
            }
            Json::Array(items) if items.iter().all(Json::is_object) => {
                self.notes.liberty("answer.listed", at, "the action is asked for in a list");
                for (index, item) in items.into_iter().enumerate() {
                    self.ask(name, item, Some(action), None, &Path::Item(at, index));
                }
            }
            params => self.ask(name, params, Some(action), None, at),
        }
    }

    /// Takes an action that is asked for.
    pub(super) fn ask(
        &mut self,
        name: &str,
        params: Json,
        action: Option<&Action>,
        id: Option<&str>,
        at: &Path<'_>,
    ) {
        let params = match action {
            Some(action) => parameters(action, params, at, &mut self.notes),
            None => params,
        };
        let id = id.map(str::to_owned);
        self.answer.actions.push(Asked { name: name.to_owned(), params, id });
    }

    /// The answer with its lists.
    pub(super) fn finish(self) -> Answer {
        let (liberties, problems) = self.notes.finish();
        Answer { liberties, problems, ..self.answer }
    }
}

/// The parameters of an action as its schema means them.
fn parameters(action: &Action, params: Json, at: &Path<'_>, notes: &mut Notes) -> Json {
    let schema = &action.params;
    let params = match params {
        // `"leave": true` asks for an action that needs nothing.
        Json::Bool(true) if required(schema).next().is_none() => {
            notes.liberty("value.empty", at, "true is taken as an action without parameters");
            return Json::Object(Map::new());
        }
        Json::String(text) if !text.trim_start().starts_with('{') => {
            return match only(schema) {
                Some(name) => {
                    notes.liberty("value.single", at, format!("the value is taken as `{name}`"));
                    let mut fields = Map::new();
                    fields.insert(name.to_owned(), Json::String(text));
                    coerce(schema, Json::Object(fields), at, notes)
                }
                None => coerce(schema, Json::String(text), at, notes),
            };
        }
        other => other,
    };
    let restored = crate::turn::format::restore::restore(schema, params);
    coerce(schema, restored, at, notes)
}

fn required(schema: &Json) -> impl Iterator<Item = &str> {
    let names = schema.get("required").and_then(Json::as_array);
    names.into_iter().flatten().filter_map(Json::as_str)
}

/// The only parameter, where there is one and it is a text.
fn only(schema: &Json) -> Option<&str> {
    let properties = schema.get("properties")?.as_object()?;
    let (name, own) = properties.iter().next().filter(|_| properties.len() == 1)?;
    (own.get("type").and_then(Json::as_str) == Some("string")).then_some(name.as_str())
}

/// A value as a text that a user reads.
fn texted(value: Json, at: &Path<'_>, notes: &mut Notes) -> Option<String> {
    const NAMES: [&str; 3] = ["text", "content", "message"];
    const BESIDE: [&str; 3] = ["role", "type", "id"];
    match value {
        Json::String(text) => Some(text),
        Json::Number(_) | Json::Bool(_) => {
            notes.liberty("value.text", at, format!("{value} is taken as a text"));
            Some(value.to_string())
        }
        Json::Object(fields) => {
            let named = |name: &String| NAMES.contains(&name.as_str());
            let beside = |name: &String| BESIDE.contains(&name.as_str());
            let mut texts = fields.iter().filter(|(name, _)| named(name));
            let inner = match (texts.next(), texts.next()) {
                (Some((_, Json::String(text))), None) => Some(text),
                _ => None,
            };
            match inner.filter(|_| fields.keys().all(|name| named(name) || beside(name))) {
                Some(text) => {
                    notes.liberty("value.unwrapped", at, "the text stands inside of an object");
                    Some(text.clone())
                }
                None => {
                    notes.problem("answer.type", at, "Expected a text, found an object.");
                    None
                }
            }
        }
        other => {
            let message = format!("Expected a text, found {}.", noun(&other));
            notes.problem("answer.type", at, message);
            None
        }
    }
}
