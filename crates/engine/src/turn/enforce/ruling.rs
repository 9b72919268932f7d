//! What a step's answer comes to: its slots and its decision.
//!
//! Owns the rule that the engine and not the model keeps the step. Every value is judged again, the
//! first row of the logic that holds counts, and `next` without what the step waits for is `stay`. It
//! must never move a conversation: that is for `advance`.

use std::sync::Arc;

use serde_json::{Map, Value as Json};

use crate::agent::exact::Exact;
use crate::agent::state::State;
use crate::agent::step::END;
use crate::agent::step::logic::{Decision, Rule};
use crate::agent::step::policy::{Intent, Policies};
use crate::agent::step::slot::Slot;
use crate::check::compiled::Compiled;
use crate::text::template::{Expr, Limits, Scope, Step as Key};
use crate::turn::contract::step_answer::StepNow;
use crate::turn::enforce::slots::{Change, Reason, SlotProblem, judge};
use crate::turn::read::answer::{Answer, Liberty, Problem};

/// Why a flow ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Its last step is done.
    Done,
    /// The user ended it.
    Cancelled,
    /// A step has asked in vain often enough.
    Stopped,
    /// A person takes over.
    HandedOff,
}

/// What the engine makes of a step's answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Ruling {
    /// The decision that counts.
    pub decision: Decision,
    /// The one that the model made.
    pub asked: Option<Decision>,
    /// Why the one that counts does.
    pub reason: String,
    /// The step that follows, where the conversation goes on; [`END`] where the flow does not.
    pub to: Option<String>,
    /// Why the flow ends, where that is decided already.
    pub ending: Option<Ending>,
    /// All slots of the conversation: null where one is skipped.
    pub slots: Map<String, Json>,
    /// The slots that were missing and are valid now.
    pub taken: Vec<String>,
    /// The slots that had another value before.
    pub corrected: Vec<String>,
    /// The required slots of the step that are missing.
    pub missing: Vec<String>,
    /// The actions that the logic asks for.
    pub actions: Vec<String>,
    /// What the user's message does.
    pub intent: Intent,
    /// Whether the step waits for something: a slot or a condition.
    pub waits: bool,
    /// Values that were taken otherwise than as they stood.
    pub liberties: Vec<Liberty>,
    /// Values that were refused, and conditions that could not be evaluated.
    pub problems: Vec<Problem>,
}

/// What a ruling is made from.
pub(crate) struct Case<'c> {
    pub agent: &'c Compiled,
    pub now: &'c StepNow<'c>,
    pub policies: &'c Policies,
    /// The state behind the actions of the answer.
    pub state: &'c Arc<State>,
    /// What expressions see of a state.
    pub view: &'c dyn Fn(&Arc<State>) -> Box<dyn Scope + 'c>,
}

impl Ruling {
    /// A ruling before anything was said.
    pub(crate) fn of(state: &State) -> Self {
        Self {
            decision: Decision::Stay,
            asked: None,
            reason: String::new(),
            to: None,
            ending: None,
            slots: known(state),
            taken: Vec::new(),
            corrected: Vec::new(),
            missing: Vec::new(),
            actions: Vec::new(),
            intent: Intent::Answer,
            waits: false,
            liberties: Vec::new(),
            problems: Vec::new(),
        }
    }

    fn end(&mut self, ending: Ending, reason: &str) {
        self.decision = Decision::Next;
        self.to = Some(END.to_owned());
        self.ending = Some(ending);
        reason.clone_into(&mut self.reason);
    }
}

/// Decides: what the user wants done with the flow comes first, then the step.
pub(crate) fn decide(case: &Case<'_>, answer: &Answer, ruling: &mut Ruling) {
    ruling.asked = answer.decision;
    ruling.intent = answer.intent.unwrap_or(Intent::Answer);
    match ruling.intent {
        Intent::Cancel if case.policies.cancel => {
            ruling.end(Ending::Cancelled, "the user ends the conversation");
        }
        Intent::Handoff if case.policies.handoff => {
            ruling.end(Ending::HandedOff, "the user asks for a person");
        }
        _ => of_step(case, ruling),
    }
}

/// The slots of a state.
pub(crate) fn known(state: &State) -> Map<String, Json> {
    state.get("slots").and_then(Json::as_object).cloned().unwrap_or_default()
}

/// The state with these slots.
pub(crate) fn with_slots(state: &Arc<State>, slots: &Map<String, Json>) -> Arc<State> {
    if state.get("slots").and_then(Json::as_object).is_some_and(|known| known.exact(slots)) {
        return Arc::clone(state);
    }
    let mut state = state.as_ref().clone();
    state.insert("slots".to_owned(), Json::Object(slots.clone()));
    Arc::new(state)
}

/// Judges the values of an answer, each by the declaration of its slot.
pub(crate) fn slots(case: &Case<'_>, answer: &Answer, ruling: &mut Ruling) {
    let own = |name: &str| case.now.program.slot(name);
    let given = answer.slots.iter().map(|(name, value)| (name, value, "slots"));
    let corrections = answer.corrections.iter().map(|(name, value)| (name, value, "corrections"));
    for (name, value, field) in given.chain(corrections) {
        let pointer = format!("/{field}/{}", name.replace('~', "~0").replace('/', "~1"));
        let slot = match own(name) {
            Some(slot) => Ok(slot),
            None => earlier(case, ruling, name),
        };
        let judged = match slot.map(|slot| judge(slot, value)) {
            Ok(Ok(judged)) => judged,
            Ok(Err(problem)) if problem.reason == Reason::Absent => {
                let note = format!("taken as not given: {}", problem.message);
                ruling.liberties.push(Liberty { code: problem.code, pointer, note });
                continue;
            }
            Ok(Err(SlotProblem { code, message, .. })) | Err((code, message)) => {
                let message = format!("`{name}`: {message}");
                ruling.problems.push(Problem { code, pointer, message });
                continue;
            }
        };
        let changes = judged.changes.into_iter();
        ruling.liberties.extend(changes.map(|Change { code, note }| {
            let pointer = pointer.clone();
            Liberty { code, pointer, note }
        }));
        match ruling.slots.insert(name.clone(), judged.value.clone()) {
            None | Some(Json::Null) => ruling.taken.push(name.clone()),
            Some(before) if before != judged.value => ruling.corrected.push(name.clone()),
            Some(_) => {}
        }
    }
}

/// The declaration of a slot of another step, whose value the user may correct.
fn earlier<'c>(
    case: &Case<'c>,
    ruling: &Ruling,
    name: &str,
) -> Result<&'c Slot, (&'static str, String)> {
    let declared = case
        .agent
        .steps()
        .into_iter()
        .find_map(|(_, prompt, _)| case.agent.body(prompt)?.step.as_ref()?.slot(name));
    match declared {
        None => Err(("slot.unknown", "no step has a slot of that name".to_owned())),
        Some(_) if !ruling.slots.contains_key(name) => {
            Err(("slot.other-step", "it belongs to a step that was not reached yet".to_owned()))
        }
        Some(_) if !case.policies.correction => {
            Err(("slot.other-step", "the flow takes no corrections of earlier steps".to_owned()))
        }
        Some(slot) => Ok(slot),
    }
}

/// Decides between `stay` and `next`: the logic first, then what the step waits for, then the model.
fn of_step(case: &Case<'_>, ruling: &mut Ruling) {
    let (step, program) = (case.now.step, case.now.program);
    let state = with_slots(case.state, &ruling.slots);
    let view = (case.view)(&state);
    let valid = |name: &str, slots: &Map<String, Json>| slots.contains_key(name);
    let required: Vec<&Slot> = program.slots.iter().filter(|slot| slot.is_required()).collect();
    let missing = required.iter().filter(|slot| !valid(&slot.name, &ruling.slots));
    ruling.missing = missing.map(|slot| slot.name.clone()).collect();
    let mut unmet = None;
    for (text, condition) in step.critical.conditions.iter().zip(&program.critical) {
        if !holds(condition, &ruling.slots, &*view, &mut ruling.problems) && unmet.is_none() {
            unmet = Some(text.value.trim().to_owned());
        }
    }
    let by_slots = step.critical.slots && !required.is_empty();
    ruling.waits = by_slots || !step.critical.conditions.is_empty();
    let lacks = match (ruling.missing.first(), &unmet) {
        (Some(name), _) => Some(format!("the slot `{name}` is missing")),
        (None, Some(condition)) => Some(format!("`{condition}` does not hold")),
        (None, None) => None,
    };
    let row =
        row(step.logic.iter().zip(&program.logic), &ruling.slots, &*view, &mut ruling.problems);
    if let Some((at, rule)) = row {
        ruling.actions = rule.actions.iter().map(|text| text.value.clone()).collect();
        let to = rule.to.as_ref().map(|text| text.value.clone());
        match rule.decide {
            Some(Decision::Stay) => {
                ruling.reason = format!("row {} of the logic holds", at + 1);
                return;
            }
            // No row leads past a slot that is required.
            Some(Decision::Next) if ruling.missing.is_empty() => {
                ruling.decision = Decision::Next;
                ruling.reason = format!("row {} of the logic holds", at + 1);
                ruling.to = Some(to.unwrap_or_else(|| onward(case)));
                return;
            }
            Some(Decision::Next) | None => {}
        }
    }
    let wants = ruling.asked == Some(Decision::Next);
    let next = match &lacks {
        Some(lack) => {
            ruling.reason.clone_from(lack);
            false
        }
        None if ruling.waits && !wants => {
            "everything that the step waits for is there".clone_into(&mut ruling.reason);
            true
        }
        None => {
            "the model decides".clone_into(&mut ruling.reason);
            wants
        }
    };
    if next {
        ruling.decision = Decision::Next;
        ruling.to = Some(onward(case));
    }
}

/// The first row that holds.
fn row<'r>(
    rows: impl Iterator<Item = (&'r Rule, &'r Option<Expr>)>,
    slots: &Map<String, Json>,
    view: &dyn Scope,
    problems: &mut Vec<Problem>,
) -> Option<(usize, &'r Rule)> {
    rows.enumerate().find_map(|(at, (rule, condition))| {
        let fits = match (condition, &rule.when) {
            (Some(condition), _) => holds(condition, slots, view, problems),
            (None, written) => written.is_none(),
        };
        fits.then_some((at, rule))
    })
}

/// Whether a condition holds. One that speaks of a slot without a value does not.
fn holds(
    condition: &Expr,
    slots: &Map<String, Json>,
    view: &dyn Scope,
    problems: &mut Vec<Problem>,
) -> bool {
    let speaks_of_nothing = condition.names().iter().any(|name| {
        let slot = name.path.first().filter(|_| name.name == "slots");
        matches!(slot, Some(Key::Key(key)) if slots.get(*key).is_none_or(Json::is_null))
    });
    if speaks_of_nothing {
        return false;
    }
    match condition.holds(view, &Limits::DEFAULT) {
        Ok(holds) => holds,
        Err(problem) => {
            let message =
                format!("`{}` cannot be evaluated: {}", condition.source().trim(), problem.message);
            let pointer = "/decision".to_owned();
            problems.push(Problem { code: "decision.condition", pointer, message });
            false
        }
    }
}

/// The step that follows where no row of the logic says otherwise.
pub(crate) fn onward(case: &Case<'_>) -> String {
    case.now.step.next.as_ref().map_or_else(|| END.to_owned(), |next| next.value.clone())
}

/// The way out of a step whose missing slots are skipped: the first row that leaves, or `next`.
pub(crate) fn way_out(case: &Case<'_>, ruling: &mut Ruling) -> String {
    for name in std::mem::take(&mut ruling.missing) {
        ruling.slots.insert(name, Json::Null);
    }
    let state = with_slots(case.state, &ruling.slots);
    let view = (case.view)(&state);
    let rows = case.now.step.logic.iter().zip(&case.now.program.logic);
    let leaving = rows.filter(|(rule, _)| rule.decide == Some(Decision::Next));
    let found = row(leaving, &ruling.slots, &*view, &mut ruling.problems);
    let to = found.and_then(|(_, rule)| rule.to.as_ref());
    to.map_or_else(|| onward(case), |to| to.value.clone())
}
