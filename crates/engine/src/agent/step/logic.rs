//! Logic: which conditions lead where.
//!
//! Owns the rows of a step, of which the first that matches wins, and the condition under which the
//! step is done. It must never evaluate one.

use crate::agent::decode::{Decoder, Text};
use crate::agent::yaml::{Node, Value};
use crate::diagnostic::Span;

/// The condition that every step has unless it says otherwise.
pub const ALL_SLOTS: &str = "all required slots valid";

/// Whether the conversation stays in the step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It stays.
    Stay,
    /// It goes on.
    Next,
}

impl Decision {
    /// The word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stay => "stay",
            Self::Next => "next",
        }
    }
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Where it is declared.
    pub span: Span,
    /// Its condition; without one it always matches.
    pub when: Option<Text>,
    /// The actions that it asks for.
    pub actions: Vec<Text>,
    /// What it decides; none leaves the decision to the step.
    pub decide: Option<Decision>,
    /// The step that follows instead of the step's own `next`.
    pub to: Option<Text>,
}

/// When a step is done.
#[derive(Clone, Debug, PartialEq)]
pub struct Critical {
    /// Every required slot must be valid or skipped.
    pub slots: bool,
    /// These must hold too.
    pub conditions: Vec<Text>,
}

impl Default for Critical {
    fn default() -> Self {
        Self { slots: true, conditions: Vec::new() }
    }
}

pub(crate) fn decode(decoder: &mut Decoder, node: &Node) -> Vec<Rule> {
    let items = decoder.list(node).unwrap_or_default();
    let rules: Vec<Rule> = items.iter().filter_map(|item| decode_rule(decoder, item)).collect();
    for (at, rule) in rules.iter().enumerate() {
        if rules[..at].iter().any(|earlier| earlier.when.is_none()) {
            let message = "this row is never looked at: a row before it has no condition";
            let help = "Give the earlier row a `when`, or move it to the end.";
            decoder.error_with("step.logic", &rule.span, message, help);
        }
    }
    rules
}

fn decode_rule(decoder: &mut Decoder, node: &Node) -> Option<Rule> {
    let mut fields = decoder.fields(node, "a row of `logic`")?;
    let words = [("stay", Decision::Stay), ("next", Decision::Next)];
    let mut rule = Rule {
        span: fields.span.clone(),
        when: fields.text(decoder, "when"),
        actions: fields.texts(decoder, "do"),
        decide: fields.get("decide").and_then(|node| decoder.choice(node, &words)),
        to: fields.text(decoder, "to"),
    };
    fields.finish(decoder);
    match (rule.decide, &rule.to) {
        (Some(Decision::Stay), Some(to)) => {
            let message = "a row that stays goes nowhere";
            let help = "Say `decide: next`, or remove `to`.";
            decoder.error_with("step.logic", &to.span, message, help);
        }
        (None, Some(_)) => rule.decide = Some(Decision::Next),
        (None, None) if rule.actions.is_empty() => {
            let help = "Give it `do`, `decide` or `to`.";
            decoder.error_with("step.logic", &rule.span, "this row does nothing", help);
        }
        _ => {}
    }
    Some(rule)
}

pub(crate) fn decode_critical(decoder: &mut Decoder, node: &Node) -> Critical {
    let texts = match &node.value {
        Value::Text(_) => decoder.text(node).into_iter().collect(),
        _ => decoder.texts(node),
    };
    let (phrases, conditions): (Vec<Text>, Vec<Text>) =
        texts.into_iter().partition(|text| text.value.trim().eq_ignore_ascii_case(ALL_SLOTS));
    if phrases.is_empty() && conditions.is_empty() {
        return Critical::default();
    }
    Critical { slots: !phrases.is_empty(), conditions }
}
