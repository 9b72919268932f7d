//! From step to step.
//!
//! Owns how a conversation leaves a step and enters another one: the position in the state, and the
//! scripts that the engine says on the way. It moves at most once in a turn, so that no flow can run
//! away. It must never decide whether to move.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value as Json, json};

use crate::agent::input::TurnInput;
use crate::agent::state::State;
use crate::agent::step::logic::Decision;
use crate::agent::step::{END, Step};
use crate::check::compiled::Compiled;
use crate::diagnostic::Diagnostic;
use crate::token::Tokenizer;
use crate::turn::advance::event::Event;
use crate::turn::advance::script::{self, Stage};
use crate::turn::contract::step_answer::StepNow;
use crate::turn::enforce::ruling::{Ending, Ruling};
use crate::turn::gate::position::{Ladder, Position};
use crate::turn::gather::{Gathered, Sources, gather};
use crate::turn::kept::roots::Roots;
use crate::turn::options::Options;
use crate::turn::origins::Origins;
use crate::turn::scope::View;
use crate::turn::select;
use crate::turn::select::choice::{Chosen, Selected};

/// What a turn stands on.
#[derive(Clone, Copy)]
pub(crate) struct Ground<'g> {
    pub agent: &'g Compiled,
    pub input: &'g TurnInput,
    pub options: &'g Options,
    pub config: &'g Json,
    pub roots: &'g Roots,
    /// The state at the turn's start.
    pub before: &'g Arc<State>,
    pub tokenizer: &'g Tokenizer,
}

/// What moving came to.
#[derive(Debug, Default)]
pub(crate) struct Moved {
    /// What the engine says.
    pub said: Vec<String>,
    /// What the host is told.
    pub events: Vec<Event>,
}

impl<'g> Ground<'g> {
    /// What expressions see of a state.
    pub(crate) fn view(&self, state: &Arc<State>) -> View<'g> {
        View::new(self.input, self.config, self.roots, self.before, state)
    }

    /// The values of the keys that a step declares.
    fn values(
        &self,
        chosen: Chosen<'g>,
        state: &Arc<State>,
    ) -> Result<(Gathered, Selected<'g>), Vec<Diagnostic>> {
        let selected = select::alone(self.agent, chosen);
        let view = self.view(state);
        let sources = Sources {
            view: &view,
            fetched: &self.options.fetched,
            config: self.config,
            tokenizer: self.tokenizer,
        };
        let mut origins = Arc::new(Origins::default());
        let values = gather(self.agent, &selected, &sources, &mut BTreeMap::new(), &mut origins)?;
        Ok((values, selected))
    }
}

/// Says scripts of a step by name, in order. What cannot be rendered is told.
///
/// # Errors
/// Keys of the step that are missing, and texts that cannot be rendered.
pub(crate) fn speak(
    ground: &Ground<'_>,
    step: &str,
    names: &[&str],
    state: &State,
    ladder: &mut Ladder,
    last: Option<&str>,
) -> Result<Vec<String>, Vec<Diagnostic>> {
    let state = Arc::new(state.clone());
    let chosen =
        select::step(ground.agent, ground.input, ground.options, &ground.view(&state), step)?;
    let (gathered, selected) = ground.values(chosen, &state)?;
    let Some(now) = selected.step().and_then(StepNow::of) else {
        return Ok(Vec::new());
    };
    let position = Position::of(&state);
    let stage = Stage {
        config: ground.config,
        time: ground.input.now.as_deref(),
        slots: &position.printed,
        values: &gathered.values,
        last,
    };
    let mut said = Vec::new();
    for name in names {
        said.extend(script::say(&stage, &now, name, ladder).map_err(|finding| vec![finding])?);
    }
    Ok(said)
}

/// Writes the position behind a ruling, and says what is said on the way. `step` is the step that the
/// ruling is about.
///
/// # Errors
/// A step that cannot be entered, and scripts that cannot be rendered.
pub(crate) fn go(
    ground: &Ground<'_>,
    step: &str,
    ruling: &Ruling,
    mut ladder: Ladder,
    state: &mut State,
    last: Option<&str>,
) -> Result<Moved, Vec<Diagnostic>> {
    state.insert("slots".to_owned(), Json::Object(ruling.slots.clone()));
    let mut moved = Moved::default();
    if !ruling.corrected.is_empty() {
        moved.events.push(Event::Corrected { slots: ruling.corrected.clone() });
    }
    let Some(to) = ruling.to.as_deref().filter(|_| ruling.decision == Decision::Next) else {
        state.insert("ladder".to_owned(), json!(ladder));
        return Ok(moved);
    };
    let ends = to == END || ruling.ending.is_some();
    moved.said = speak(ground, step, leaving(ruling.ending, ends), state, &mut ladder, last)?;
    let reason = ruling.reason.clone();
    let entered = if ends { END } else { to };
    enter(ground.agent, entered, state);
    let (from, to) = (step.to_owned(), entered.to_owned());
    moved.events.push(Event::Moved { from, to, reason: reason.clone() });
    moved.events.extend(match ruling.ending {
        Some(Ending::Cancelled) => Some(Event::Cancelled),
        Some(Ending::Stopped) => Some(Event::Stopped { reason }),
        Some(Ending::HandedOff) => Some(Event::Handoff { reason }),
        Some(Ending::Done) | None => ends.then_some(Event::Ended),
    });
    if !ends {
        let mut ladder = Ladder::default();
        let last = moved.said.last().cloned();
        let opened = speak(ground, entered, &["entry"], state, &mut ladder, last.as_deref())?;
        moved.said.extend(opened);
        state.insert("ladder".to_owned(), json!(ladder));
    }
    Ok(moved)
}

/// Whether the engine has something to say on the way behind a ruling: a model may be silent then.
pub(crate) fn has_words(agent: &Compiled, step: &Step, ruling: &Ruling) -> bool {
    let Some(to) = ruling.to.as_deref().filter(|_| ruling.decision == Decision::Next) else {
        return false;
    };
    let ends = to == END || ruling.ending.is_some();
    let opens = || agent.step(to).is_some_and(|(_, step)| step.script("entry").is_some());
    leaving(ruling.ending, ends).iter().any(|name| step.script(name).is_some())
        || (!ends && opens())
}

/// The scripts of a step that are said when it is left.
fn leaving(ending: Option<Ending>, ends: bool) -> &'static [&'static str] {
    match (ending, ends) {
        (None, false) => &["next"],
        (None | Some(Ending::Done), true) => &["next", "closing"],
        (Some(_), _) => &["closing"],
    }
}

/// Puts a conversation into a step, or behind the last one. The stage follows the step; at the end the
/// last one stays.
pub(crate) fn enter(agent: &Compiled, step: &str, state: &mut Map<String, Json>) {
    state.insert("step".to_owned(), json!(step));
    state.insert("ladder".to_owned(), json!(Ladder::default()));
    if let Some((_, step)) = agent.step(step) {
        match &step.stage {
            Some(stage) => state.insert("stage".to_owned(), json!(stage.value)),
            None => state.remove("stage"),
        };
    }
}
