//! The answer contract of a step.
//!
//! Owns the schema and the words of the answer kind `steps`: messages, the decision, slots, the script
//! that was used and the reason, as fields of the answer or as the tool that decides. It must never
//! judge an answer, and never let a model name the step: the engine owns it.

use serde_json::{Map, Value as Json, json};

use crate::agent::action::Action;
use crate::agent::call::Answer;
use crate::agent::decode::Located;
use crate::agent::step::policy::INTENTS;
use crate::agent::step::slot::{Kind, Slot};
use crate::agent::step::tool::StepTool;
use crate::agent::step::{END, Step};
use crate::check::compiled::{Compiled, StepProgram};
use crate::diagnostic::Span;
use crate::text::origin::Rendered;
use crate::turn::contract::Contract;
use crate::turn::contract::slots::{describe, kind_words};
use crate::turn::origins::ENGINE;
use crate::turn::select::choice::Chosen;

/// The tool by which a model decides, where actions are tools.
pub const DECISION_TOOL: &str = "update_step_conversation";

/// The step of a call, in the version that was chosen.
pub(crate) struct StepNow<'a> {
    /// The prompt with its version.
    pub name: String,
    /// The file that it comes from: hash and version, none for a draft.
    pub basis: (String, Option<u32>),
    /// What it declares.
    pub step: &'a Step,
    /// What was read of it.
    pub program: &'a StepProgram,
}

/// What a flow lets the model tell beside the step: slots of other steps that the user may correct.
pub(crate) struct Around<'a> {
    /// Their names.
    pub slots: Vec<&'a str>,
}

impl<'a> Around<'a> {
    /// What a flow lets the model tell in a step.
    pub(crate) fn of(agent: &'a Compiled, step: Option<&StepNow<'_>>) -> Self {
        let accepts = agent.agent.flow.as_ref().is_some_and(|flow| flow.policies.correction);
        let own = |name: &str| step.is_some_and(|now| now.program.slot(name).is_some());
        let slots = agent.slots.iter().map(String::as_str);
        Self { slots: slots.filter(|name| accepts && !own(name)).collect() }
    }
}

impl<'a> StepNow<'a> {
    /// The step of a chosen prompt, if it is one.
    pub(crate) fn of(chosen: &'a Chosen<'_>) -> Option<Self> {
        let version = chosen.version.map_or("draft".to_owned(), |version| version.to_string());
        Some(Self {
            name: format!("{}@{version}", chosen.name()),
            basis: (chosen.hash().to_owned(), chosen.version),
            step: chosen.prompt.prompt().step.as_deref()?,
            program: chosen.prompt.body().step.as_ref()?,
        })
    }
}

/// Applies the policy of a step's tools: what it requires is required, what it forbids is not offered.
pub(crate) fn govern(tools: &[StepTool], actions: &mut [Action]) {
    for action in actions {
        let Some(tool) = tools.iter().find(|tool| tool.name.value == action.name) else {
            continue;
        };
        let Json::Object(params) = &mut action.params else {
            continue;
        };
        let forbidden = |name: &str| tool.forbid.iter().any(|text| text.value == name);
        if let Some(Json::Object(properties)) = params.get_mut("properties") {
            properties.retain(|name, _| !forbidden(name));
        }
        let Some(Json::Array(required)) = params.get_mut("required") else {
            continue;
        };
        required.retain(|name| name.as_str().is_none_or(|name| !forbidden(name)));
        for text in &tool.require {
            if !required.iter().any(|name| name.as_str() == Some(&text.value)) {
                required.push(json!(text.value));
            }
        }
    }
}

/// Puts the decision where the answer has it: the tool is offered where actions are tools, and is no
/// field beside the field `decision`.
pub(crate) fn decide(
    answer: &Answer,
    step: Option<&StepNow<'_>>,
    agent: &Compiled,
    actions: &mut Vec<Action>,
) {
    actions.retain(|action| action.name != DECISION_TOOL);
    let Some(now) = step.filter(|_| answer.tools) else {
        return;
    };
    let declared = agent.agent.action(DECISION_TOOL).cloned();
    let mut tool = declared.unwrap_or_else(|| decision_tool(&agent.agent.span));
    let mut own = of_decision(Some(now), &Around::of(agent, Some(now)));
    if let Json::Object(params) = &mut tool.params {
        if let Some(Json::Object(given)) = params.get_mut("properties") {
            // The author's own words for a parameter stand; what is lacking is added.
            given.retain(|name, _| name != "current_step");
            for (name, schema) in &mut own {
                if let Some(text) = given.get(name).and_then(|given| given.get("description")) {
                    schema["description"] = text.clone();
                }
                given.insert(name.clone(), schema.clone());
            }
        }
        params.insert("required".into(), json!(["decision", "reason"]));
    }
    actions.push(tool);
}

fn decision_tool(span: &Span) -> Action {
    Action {
        name: DECISION_TOOL.to_owned(),
        span: span.clone(),
        description: "Decides whether the conversation stays in this step or goes on.".to_owned(),
        params: json!({"type": "object", "properties": {}, "required": [], "additionalProperties": false}),
        returns: None,
        by: vec![Located { value: "model".to_owned(), span: span.clone() }],
        allow: None,
        effects: Vec::new(),
    }
}

/// The properties of the answer itself.
pub(crate) fn properties(
    answer: &Answer,
    step: Option<&StepNow<'_>>,
    around: &Around<'_>,
) -> Map<String, Json> {
    let mut properties = Map::new();
    let text = "What the user reads, in order: one message for each item.";
    let messages = json!({"type": "array", "items": {"type": "string"}, "description": text});
    properties.insert("messages".to_owned(), messages);
    if !answer.tools {
        properties.extend(of_decision(step, around));
    }
    properties
}

/// What the answer must have.
pub(crate) fn required(answer: &Answer) -> Vec<&'static str> {
    if answer.tools { vec!["messages"] } else { vec!["messages", "decision", "reason"] }
}

/// The decision and what goes with it.
fn of_decision(step: Option<&StepNow<'_>>, around: &Around<'_>) -> Map<String, Json> {
    let mut properties = Map::new();
    let mut add = |name: &str, schema: Json| properties.insert(name.to_owned(), schema);
    let text = "Whether the conversation stays in this step or goes on.";
    add("decision", json!({"type": "string", "enum": ["stay", "next"], "description": text}));
    if let Some(now) = step {
        let slots = &now.program.slots;
        if !slots.is_empty() {
            let text =
                "Values that the user gave in the last message. Leave out what was not given.";
            let values = slots.iter().map(|slot| (slot.name.clone(), schema(slot)));
            let values: Map<String, Json> = values.collect();
            add(
                "slots",
                json!({"type": "object", "description": text, "properties": values,
                    "required": [], "additionalProperties": false}),
            );
        }
        let scripts = now.step.scripts.iter().filter(|script| script.is_for_model());
        let names: Vec<&str> = scripts.map(|script| script.name.as_str()).collect();
        if !names.is_empty() {
            let text = "The script that was used last in `messages`. Leave it out if none was.";
            add("script", json!({"type": "string", "enum": names, "description": text}));
        }
        let words = INTENTS.map(|(word, _)| word);
        let text = "What the last message does. `answer` where it does nothing else.";
        add("intent", json!({"type": "string", "enum": words, "description": text}));
        if !around.slots.is_empty() {
            let text = "Values of earlier steps that the user corrected in the last message.";
            let item = json!({"type": "object", "properties": {
                "slot": {"type": "string", "enum": around.slots, "description": "The value's name."},
                "value": {"type": "string", "description": "What it is to be now."},
            }, "required": ["slot", "value"], "additionalProperties": false});
            add("corrections", json!({"type": "array", "items": item, "description": text}));
        }
    }
    let text = "Why this decision, in one short sentence. The user never reads it.";
    add("reason", json!({"type": "string", "description": text}));
    properties
}

/// A slot as a JSON Schema.
fn schema(slot: &Slot) -> Json {
    let mut schema = Map::new();
    let kind = match slot.kind() {
        Kind::Integer => "integer",
        Kind::Number => "number",
        Kind::Boolean => "boolean",
        _ => "string",
    };
    schema.insert("type".to_owned(), json!(kind));
    let mut text = kind_words(slot);
    if let Some(extract) = &slot.extract {
        text = format!("{text}: {}", extract.value.trim());
    }
    schema.insert("description".to_owned(), json!(text));
    let counts = matches!(slot.kind(), Kind::Integer | Kind::Number);
    for (word, number) in [("minimum", &slot.minimum), ("maximum", &slot.maximum)] {
        if let Some(number) = number.as_ref().filter(|_| counts) {
            schema.insert(word.to_owned(), json!(number));
        }
    }
    for (word, length) in [("minLength", slot.min_length), ("maxLength", slot.max_length)] {
        schema.extend(length.map(|length| (word.to_owned(), json!(length))));
    }
    match slot.kind() {
        Kind::Enum => {
            let words: Vec<&str> = slot.choices.iter().map(|word| word.value.as_str()).collect();
            schema.insert("enum".to_owned(), json!(words));
        }
        Kind::Pattern => {
            let pattern =
                slot.pattern.iter().map(|text| json!(format!("^(?:{})$", text.text.value)));
            schema.extend(pattern.map(|pattern| ("pattern".to_owned(), pattern)));
        }
        Kind::Email => {
            schema.insert("format".to_owned(), json!("email"));
        }
        Kind::Date => {
            schema.insert("format".to_owned(), json!("date"));
        }
        _ => {}
    }
    Json::Object(schema)
}

/// The contract in words.
pub(crate) fn words(contract: &Contract, out: &mut Rendered) {
    let mut line = |text: &str| out.push(text, ENGINE, true);
    line("Answer with one JSON object and nothing around it.");
    line("\n- `messages`: what the user reads, a list of texts, one for each message.");
    let tools = contract.answer.tools;
    let decided = contract.slots.is_some();
    let at = if tools { "\n  - " } else { "\n- " };
    if tools && decided {
        line("\n\nEverything else goes through tools. Call `");
        line(DECISION_TOOL);
        line("` in every turn, with:");
    }
    if !tools || decided {
        let at = if tools { "\n- " } else { at };
        line(at);
        line("`decision`: `stay` or `next`. The engine keeps the step: never name one.");
        if has(contract, "slots") {
            line(at);
            line(
                "`slots`: the values that the user gave in the last message. Leave out what was \
                 not given, and never guess.",
            );
        }
        if has(contract, "script") {
            line(at);
            line("`script`: the name of the script that you used last, if you used one.");
        }
        if has(contract, "intent") {
            line(at);
            line(
                "`intent`: what the last message does. `answer`: it answers the step. `digression`: \
                 another topic. `clarification`: it asks what the step means. `chit_chat`: small \
                 talk. `correction`: it changes what was said in an earlier step. `cancel`: it ends \
                 the conversation. `handoff`: it asks for a person.",
            );
        }
        if has(contract, "corrections") {
            line(at);
            line("`corrections`: values of earlier steps that the user corrected, if any.");
        }
        line(at);
        line("`reason`: why, in one short sentence. The user never reads it.");
    }
    let others = contract.actions.iter().any(|action| action.name != DECISION_TOOL);
    if others && tools {
        line("\n\nAsk for other actions by calling their tools.");
    } else if others {
        line(
            "\n- Each allowed action is a field of its name: give it an object with its \
             parameters to ask for the action, or null.",
        );
    }
}

/// Whether the decision goes with this field.
fn has(contract: &Contract, field: &str) -> bool {
    let of = |schema: &Json| schema["properties"].get(field).is_some();
    let tool = contract.actions.iter().find(|action| action.name == DECISION_TOOL);
    match tool {
        Some(tool) => of(&tool.params),
        None => contract.schema.as_ref().is_some_and(of),
    }
}

/// What follows a step, in words; nothing where only its logic says.
pub(crate) fn after(step: &Step) -> Option<String> {
    match &step.next {
        Some(next) if next.value == END => {
            Some("This is the last step: `next` ends the conversation.".to_owned())
        }
        Some(next) => Some(format!("The step after this one is `{}`.", next.value)),
        None if step.ends() => {
            Some("This is the last step: `next` ends the conversation.".to_owned())
        }
        None => None,
    }
}

/// A slot in words: what it takes, and whether it must be there.
pub(crate) fn line(slot: &Slot) -> String {
    let need = if slot.is_required() { "required" } else { "optional" };
    format!("`{}` ({need}): {}", slot.name, describe(slot))
}
