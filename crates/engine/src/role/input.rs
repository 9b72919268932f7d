//! A step of a role as the input of a turn.
//!
//! Owns the names by which a turn says which step it is and which mode is on. It must never judge
//! them: the state's own schema does.

use serde_json::{Map, Value as Json};

use crate::agent::input::{Content, TurnInput};

/// The state key that names the step. It lives for one turn.
pub const STEP: &str = "step_type";

/// The state key that names the mode, in roles that have modes. It lives as long as the session.
pub const MODE: &str = "mode";

/// The steps, as the state key names them.
pub const STEPS: [&str; 4] = ["ticket", "chat", "gate", "cron"];

/// The input of a turn for a step: `{step, mode, input}` of a request. The message of a chat is
/// `input.chat.message`. History and time are the caller's to add.
#[must_use]
pub fn of_step(step: &str, mode: Option<&str>, input: Map<String, Json>) -> TurnInput {
    let mut state = Map::new();
    state.insert(STEP.to_owned(), step.into());
    state.extend(mode.map(|mode| (MODE.to_owned(), mode.into())));
    let message = input.get("chat").and_then(|chat| chat.get("message")).and_then(Json::as_str);
    let message = message.map(|text| Content::Text(text.into()));
    TurnInput { state, message, input, ..TurnInput::default() }
}
