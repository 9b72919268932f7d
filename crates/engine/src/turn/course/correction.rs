//! What a model is told of an answer that is not taken.
//!
//! Owns the complaints and the words in which they are put together. They may quote what the model wrote,
//! so that they are neutralised on their way back. It must never decide whether the model is asked again.

use crate::agent::step::logic::Decision;
use crate::check::compiled::Compiled;
use crate::turn::course::complaint::Complaint;
use crate::turn::course::progress::Progress;
use crate::turn::enforce::ruling::Ruling;

/// The most complaints that are told at once.
const TOLD: usize = 12;

/// Where the values stand by which the user corrects earlier ones.
const CORRECTED: &str = "/corrections/";

/// The code of a value whose step was not reached.
const LATER: &str = "slot.other-step";

/// What is wrong with a step's answer as a whole.
pub(super) fn of_ruling(
    ruling: Option<&Ruling>,
    progress: &Progress,
    agent: &Compiled,
) -> Vec<Complaint> {
    let Some(ruling) = ruling else { return Vec::new() };
    let mut complaints = Vec::new();
    let coerced = ruling.asked == Some(Decision::Next) && ruling.decision == Decision::Stay;
    for problem in &ruling.problems {
        // Where a step stays, it asks for its own values again; what is refused here would be lost. What
        // belongs to a later step will be asked for there.
        let corrects = problem.pointer.starts_with(CORRECTED) && problem.code != LATER;
        if coerced {
            complaints.push(Complaint::broken(problem.clone()));
        } else if ruling.decision == Decision::Next || corrects {
            complaints.push(Complaint::of(problem));
        }
    }
    if coerced {
        let message = format!("`next` is taken as `stay`: {}", ruling.reason);
        complaints.push(Complaint::new("decision.stay", "/decision", &message));
    }
    for name in &ruling.actions {
        let asked = progress.granted.iter().any(|request| request.name == *name);
        let needs = agent.agent.action(name).is_some_and(|action| {
            action.params["required"].as_array().is_some_and(|list| !list.is_empty())
        });
        if !asked && needs {
            let message = format!("the logic of the step asks for `{name}`, and it was not done");
            complaints.push(Complaint::new("decision.action", "", &message));
        }
    }
    complaints
}

/// The complaints in words for the model.
pub(super) fn text(complaints: &[Complaint]) -> String {
    let mut text = "Your answer cannot be taken as it is:".to_owned();
    for Complaint { place, message, .. } in complaints.iter().take(TOLD) {
        match place.as_str() {
            "" => text.push_str(&format!("\n- {message}")),
            place => text.push_str(&format!("\n- {place}: {message}")),
        }
    }
    if complaints.len() > TOLD {
        text.push_str(&format!("\n- and {} more", complaints.len() - TOLD));
    }
    text.push_str("\nGive the whole answer again, in the same form.");
    text
}
