//! What prompts and steps say of themselves, in the words of their front matter.
//!
//! Owns the names of fields: those of the file. Every struct is taken apart without `..`, so that a
//! new field does not compile before it is compared.

use serde_json::{Map, Value as Json};

use crate::agent::prompt::Prompt;
use crate::agent::step::logic::{ALL_SLOTS, Critical, Rule};
use crate::agent::step::script::Script;
use crate::agent::step::slot::Slot;
use crate::agent::step::tool::StepTool;
use crate::agent::step::{Retries, Step};
use crate::survey::diff::part::{Part, texts, word};

/// What a prompt says of itself, where it says something.
pub(super) fn front(prompt: &Prompt) -> Map<String, Json> {
    // The name pairs prompts, and the body is compared as a text; version and hash follow from both.
    // The front matter itself is what its fields are read from.
    let Prompt {
        name: _,
        version: _,
        hash: _,
        title,
        description,
        context,
        actions,
        when,
        step: own,
        front: _,
        body: _,
    } = prompt;
    let part = Part::default()
        .word("title", title)
        .word("description", description)
        .list("context", texts(context))
        .list("actions", texts(actions))
        .text("when", when);
    match own {
        Some(own) => step(part, own).fields(),
        None => part.fields(),
    }
}

fn step(part: Part, step: &Step) -> Part {
    let Step { stage, scope, slots, scripts, retries, logic, tools, critical, next } = step;
    let Retries { limit, then } = retries;
    let retries = Part::default().some("limit", Some(*limit)).word("then", &word(then));
    part.text("stage", stage)
        .text("scope", scope)
        .part(
            "slots",
            Part::default().and(slots.iter().map(|one| (one.name.clone(), slot(one).json()))),
        )
        .part("scripts", Part::default().and(scripts.iter().map(script)))
        .part("retries", retries)
        .list("logic", logic.iter().map(|row| rule(row).json()).collect())
        .list("tools", tools.iter().map(|one| tool(one).json()).collect())
        .some("critical_next", Some(done(critical)))
        .text("next", next)
}

/// A slot, or a rule set that slots use.
pub(super) fn slot(slot: &Slot) -> Part {
    let Slot {
        name: _,
        span: _,
        uses,
        kind,
        minimum,
        maximum,
        min_length,
        max_length,
        choices,
        pattern,
        region,
        currency,
        required,
        extract,
    } = slot;
    Part::default()
        .text("use", uses)
        .some("type", kind.map(|kind| word(&kind)))
        .some("minimum", minimum.clone())
        .some("maximum", maximum.clone())
        .some("minLength", *min_length)
        .some("maxLength", *max_length)
        .list("enum", texts(choices))
        .text("pattern", &pattern.as_ref().map(|pattern| pattern.text.clone()))
        .text("region", region)
        .text("currency", currency)
        .some("required", *required)
        .text("extract", extract)
}

fn script(script: &Script) -> (String, Json) {
    let Script { name, span: _, free, texts: own } = script;
    let mode = free.then_some("free");
    (name.clone(), Part::default().some("mode", mode).list("texts", texts(own)).json())
}

fn rule(rule: &Rule) -> Part {
    let Rule { span: _, when, actions, decide, to } = rule;
    Part::default()
        .text("when", when)
        .list("do", texts(actions))
        .some("decide", decide.map(|decision| decision.as_str()))
        .text("to", to)
}

fn tool(tool: &StepTool) -> Part {
    let StepTool { name, require, forbid } = tool;
    Part::default()
        .word("name", &name.value)
        .list("require", texts(require))
        .list("forbid", texts(forbid))
}

/// The condition under which a step is done, as a list.
fn done(critical: &Critical) -> Vec<Json> {
    let Critical { slots, conditions } = critical;
    let phrase = slots.then(|| Json::from(ALL_SLOTS));
    phrase.into_iter().chain(texts(conditions)).collect()
}
