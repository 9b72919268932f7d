//! Scripted answers.
//!
//! Owns the form in which an answer of a case reaches the engine: as the reply of a model would, under the
//! contract of its call. It must never add anything to what the script says.

use serde_json::{Map, Value as Json};

use crate::agent::call::AnswerKind;
use crate::turn::contract::Contract;
use crate::turn::contract::step_answer::DECISION_TOOL;
use crate::turn::format::reply::{Reply, Stop, ToolUse};

/// What goes with the decision, where a tool decides.
const DECIDES: [&str; 6] = ["decision", "slots", "script", "intent", "corrections", "reason"];

/// A scripted answer as a reply. Where actions are tools, the fields of the answer that are none of its
/// own become calls of tools, in their order.
#[must_use]
pub fn reply(contract: &Contract, answer: &Json) -> Reply {
    let Json::Object(fields) = answer else {
        let text = match answer {
            Json::String(text) => text.clone(),
            other => other.to_string(),
        };
        return Reply::of_text(text);
    };
    let written = match contract.answer.kind {
        AnswerKind::Text | AnswerKind::Verdict => "message",
        AnswerKind::Steps => "messages",
        AnswerKind::Actions => "message",
        AnswerKind::Schema => return Reply::of_text(answer.to_string()),
    };
    if !contract.answer.tools {
        let bare = matches!(contract.answer.kind, AnswerKind::Text | AnswerKind::Verdict);
        let only = fields.get(written).and_then(Json::as_str).filter(|_| bare);
        return Reply::of_text(only.map_or_else(|| answer.to_string(), str::to_owned));
    }
    let mut own = Map::new();
    let mut decides = Map::new();
    let mut tools: Vec<ToolUse> = Vec::new();
    for (name, value) in fields {
        let steps = contract.answer.kind == AnswerKind::Steps;
        if name == written {
            own.insert(name.clone(), value.clone());
        } else if steps && DECIDES.contains(&name.as_str()) {
            decides.insert(name.clone(), value.clone());
        } else if !value.is_null() {
            tools.push(tool(tools.len(), name, value));
        }
    }
    if !decides.is_empty() {
        tools.push(tool(tools.len(), DECISION_TOOL, &Json::Object(decides)));
    }
    let text = match (contract.answer.kind, own.get(written)) {
        (AnswerKind::Text | AnswerKind::Verdict, Some(Json::String(text))) => text.clone(),
        (_, None) => String::new(),
        _ => Json::Object(own).to_string(),
    };
    let stop = if tools.is_empty() { Stop::End } else { Stop::Tools };
    Reply { text, tools, stop, ..Reply::default() }
}

fn tool(number: usize, name: &str, arguments: &Json) -> ToolUse {
    ToolUse {
        id: format!("call_{number}"),
        name: name.to_owned(),
        arguments: arguments.to_string(),
    }
}
