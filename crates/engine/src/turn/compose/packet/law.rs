//! What a packet demands: slots, logic, the decision, tools.
//!
//! Owns the words for what the engine will hold the answer to. It must never demand more than the step
//! declares.

use crate::agent::decode::Text;
use crate::agent::step::Then;
use crate::agent::step::logic::Decision;
use crate::text::origin::{Rendered, SourceId};
use crate::text::template::{Expr, Step as Key};
use crate::turn::compose::packet::{Pen, heading};
use crate::turn::contract::step_answer::{DECISION_TOOL, after, line};
use crate::turn::gather::display::sorted;
use crate::turn::origins::{CONFIG, ENGINE};

impl Pen<'_> {
    pub(super) fn slots(&self, out: &mut Rendered) {
        let slots = &self.now.program.slots;
        if slots.is_empty() {
            return;
        }
        heading("SLOTS", out);
        for (at, slot) in slots.iter().enumerate() {
            out.push(if at == 0 { "- " } else { "\n- " }, ENGINE, true);
            out.push(&line(slot), self.literal, true);
        }
        let retries = self.now.step.retries;
        let times = match retries.limit {
            0 => "Never ask again: when a value does not come".to_owned(),
            1 => "Ask again once at most: when a value does not come then".to_owned(),
            more => format!("Ask again {more} times at most: when a value does not come then"),
        };
        let then = match retries.then {
            Then::Skip => "it is skipped and counts as `undefined`",
            Then::Stop => "the conversation is closed",
            Then::Handoff => "a person takes over",
        };
        out.push(&format!("\n\n{times}, {then}. The engine does that."), ENGINE, true);
        if slots.iter().any(|slot| slot.extract.is_some()) {
            heading("EXTRACTION_RULES", out);
            let mut first = true;
            for slot in slots {
                let Some(extract) = &slot.extract else { continue };
                let gap = if first { "" } else { "\n" };
                first = false;
                out.push(&format!("{gap}- `{}`: ", slot.name), ENGINE, true);
                out.push(extract.value.trim(), self.literal, true);
            }
        }
    }

    pub(super) fn logic(&self, out: &mut Rendered) {
        let rules = &self.now.step.logic;
        if rules.is_empty() {
            return;
        }
        heading("STEP_LOGIC", out);
        out.push(
            "The first row that matches counts, with the slots as they are after the last message.",
            ENGINE,
            true,
        );
        for (at, (rule, program)) in rules.iter().zip(&self.now.program.logic).enumerate() {
            out.push(&format!("\n{}. ", at + 1), ENGINE, true);
            match &rule.when {
                Some(when) => {
                    out.push("When `", ENGINE, true);
                    out.push(when.value.trim(), self.literal, true);
                    out.push("`", ENGINE, true);
                    self.constants(program, out);
                    out.push(": ", ENGINE, true);
                }
                None => out.push("Else: ", ENGINE, true),
            }
            let mut parts = Vec::new();
            if !rule.actions.is_empty() {
                parts.push(format!("ask for {}", quoted(&rule.actions)));
            }
            parts.extend(rule.decide.map(|decision| format!("decide `{}`", decision.as_str())));
            let to = rule.to.as_ref().filter(|_| rule.decide != Some(Decision::Stay));
            parts.extend(to.map(|to| match to.value.as_str() {
                crate::agent::step::END => "the conversation ends".to_owned(),
                step => format!("the step after this one is `{step}`"),
            }));
            out.push(&format!("{}.", parts.join("; ")), ENGINE, true);
        }
    }

    /// The constants that a condition speaks of: the model does not see the configuration.
    fn constants(&self, condition: &Option<Expr>, out: &mut Rendered) {
        let names = condition.iter().flat_map(Expr::names);
        for name in names.filter(|name| name.name == "config") {
            let Some(written) = condition.as_ref().and_then(|c| c.source().get(name.range.clone()))
            else {
                continue;
            };
            let found = name.path.iter().try_fold(self.material.config, |value, key| match key {
                Key::Key(key) => value.get(*key),
                Key::Index(at) => value.get(usize::try_from(*at).ok()?),
            });
            if let Some(value) = found {
                out.push(&format!(" (`{written}` is "), ENGINE, true);
                out.push(&sorted(value).to_string(), CONFIG, true);
                out.push(")", ENGINE, true);
            }
        }
    }

    pub(super) fn critical(&self, out: &mut Rendered) {
        let (step, program) = (self.now.step, self.now.program);
        heading("CRITICAL_NEXT", out);
        let required = program.slots.iter().any(|slot| slot.is_required());
        let mut conditions: Vec<Vec<(&str, SourceId)>> = Vec::new();
        if step.critical.slots && required {
            conditions.push(vec![("every required slot is valid or skipped", ENGINE)]);
        }
        for text in &step.critical.conditions {
            conditions.push(vec![
                ("`", ENGINE),
                (text.value.trim(), self.literal),
                ("` holds", ENGINE),
            ]);
        }
        if conditions.is_empty() {
            let text =
                "Decide `next` as soon as this step has done what it is for; until then `stay`.";
            out.push(text, ENGINE, true);
        } else {
            out.push("Decide `next` at once when ", ENGINE, true);
            for (at, condition) in conditions.iter().enumerate() {
                out.push(if at == 0 { "" } else { ", and " }, ENGINE, true);
                condition.iter().for_each(|(text, source)| out.push(text, *source, true));
            }
            out.push("; until then `stay`.", ENGINE, true);
        }
        if required {
            let text = " A `next` without a required slot is taken as `stay`.";
            out.push(text, ENGINE, true);
        }
        if let Some(text) = after(step) {
            out.push(&format!(" {text}"), ENGINE, true);
        }
    }

    pub(super) fn tools(&self, out: &mut Rendered) {
        heading("STEP_TOOLS", out);
        let actions = &self.material.contract.actions;
        if actions.is_empty() {
            out.push("None in this step.", ENGINE, true);
            return;
        }
        for (at, action) in actions.iter().enumerate() {
            let gap = if at == 0 { "" } else { "\n" };
            out.push(&format!("{gap}- `{}`", action.name), ENGINE, true);
            let policy = self.now.step.tools.iter().find(|tool| tool.name.value == action.name);
            let mut parts = Vec::new();
            let required = action.params["required"].as_array();
            let required = required.into_iter().flatten().filter_map(serde_json::Value::as_str);
            let required: Vec<String> = required.map(|name| format!("`{name}`")).collect();
            if !required.is_empty() {
                parts.push(format!("with {}", required.join(", ")));
            }
            match policy {
                Some(policy) if !policy.forbid.is_empty() => {
                    parts.push(format!("never with {}", quoted(&policy.forbid)));
                }
                _ if action.name == DECISION_TOOL => {
                    parts.push("never with `current_step`".to_owned());
                }
                _ => {}
            }
            if !parts.is_empty() {
                out.push(&format!(": {}", parts.join(", ")), ENGINE, true);
            }
        }
    }
}

fn quoted(names: &[Text]) -> String {
    let names: Vec<String> = names.iter().map(|text| format!("`{}`", text.value)).collect();
    names.join(", ")
}
