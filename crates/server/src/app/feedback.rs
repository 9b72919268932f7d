//! Feedback: what people thought of a turn or a conversation.
//!
//! Owns that every number lies in [0, 1]: a yes is 1, a no is 0, and a number on another scale is kept as its
//! share of that scale. It must never change what was given.

use proem::agent::name::{MAX_PART, is_word};
use proem_store::feedback::{self, Feedback};
use proem_store::page::{Page, Paging};

use crate::app::App;
use crate::app::access::{Scope, Who};
use crate::app::fault::{Fault, Mistake};

/// The longest comment, in characters.
const MAX_COMMENT: usize = 10_000;

/// What somebody thought.
#[derive(Clone, Debug, Default)]
pub(crate) struct New {
    /// The conversation.
    pub session: String,
    /// The turn; none for the conversation as a whole.
    pub turn: Option<u32>,
    /// What it is about.
    pub name: String,
    /// A number on the scale.
    pub number: Option<f64>,
    /// The ends of the scale.
    pub scale: (f64, f64),
    /// A comment.
    pub comment: String,
}

/// Keeps feedback.
///
/// # Errors
/// Everything that is wrong with it; [`Fault::Missing`] for a conversation or a turn that is not there.
pub(crate) async fn give(app: &App, who: &Who, new: New) -> Result<Feedback, Fault> {
    who.may(Scope::Run)?;
    let mut mistakes = Vec::new();
    if !is_word(&new.name) || new.name.len() > MAX_PART {
        let detail = format!("`{}` is no name", new.name);
        let help = format!("Use small letters, digits, `_` and `-`, at most {MAX_PART}.");
        mistakes.push(Mistake::at("/name", "feedback.name", detail).help(help));
    }
    let (low, high) = new.scale;
    let is_scale = low < high && (high - low).is_finite();
    if !is_scale {
        let detail =
            format!("a scale goes from a smaller number to a larger one, not {low} to {high}");
        mistakes.push(Mistake::at("/scale", "feedback.scale", detail));
    } else if let Some(number) = new.number.filter(|number| !(low..=high).contains(number)) {
        let detail = format!("{number} is not on the scale from {low} to {high}");
        let help = "Say the scale: {\"value\": 4, \"scale\": [1, 5]}.";
        mistakes.push(Mistake::at("/value", "feedback.scale", detail).help(help));
    }
    let length = new.comment.chars().count();
    if length > MAX_COMMENT {
        let detail = format!("it has {length} characters; at most {MAX_COMMENT}");
        mistakes.push(Mistake::at("/comment", "feedback.too-long", detail));
    }
    if new.number.is_none() && new.comment.trim().is_empty() {
        let detail = "there is neither a `value` nor a `comment`";
        mistakes.push(Mistake::at("/value", "feedback.empty", detail));
    }
    if !mistakes.is_empty() {
        return Err(Fault::Invalid(mistakes));
    }
    let given = Feedback {
        id: app.clock.id(),
        session: new.session,
        turn: new.turn,
        name: new.name,
        number: new.number.map(|number| (number - low) / (high - low)),
        comment: new.comment,
        actor: who.name.clone(),
        created_at: app.clock.now(),
    };
    let input = (who.workspace.clone(), given.clone());
    app.store.write(input, |tx, (of, given)| Box::pin(feedback::give(tx, of, given))).await?;
    Ok(given)
}

/// A page of feedback, newest first; of all conversations or of one.
///
/// # Errors
/// A `next` that is none of this list's.
pub(crate) async fn list(
    app: &App,
    who: &Who,
    session: Option<String>,
    paging: Paging,
) -> Result<Page<Feedback>, Fault> {
    who.may(Scope::Read)?;
    let input = (who.workspace.clone(), session, paging);
    let list = app.store.read(input, |tx, (of, session, paging)| {
        Box::pin(feedback::list(tx, of, session.as_deref(), paging))
    });
    Ok(list.await?)
}
