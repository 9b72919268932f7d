//! What a turn under way stands on.
//!
//! Owns what is known when it begins, and how far it has come when it is stored. It must never do anything with
//! that.

use std::collections::BTreeMap;
use std::sync::Arc;

use proem::agent::input::TurnInput;
use proem::turn::Options;
use proem::turn::course::Turn;
use proem::turn::course::given::Given;
use proem::turn::course::outcome::Outcome;
use proem_store::session::Session;
use proem_store::user::User;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use tokio::time::Instant;

use crate::app::App;
use crate::app::asked::Asked;
use crate::app::turns::record::Begun;
use crate::app::turns::remembered;
use crate::catalog::live::Serving;

/// A turn under way.
pub(super) struct Under<'a> {
    pub app: &'a App,
    pub of: &'a str,
    pub session: &'a Session,
    /// The user, where something is known of them.
    pub user: Option<&'a User>,
    pub serving: Arc<Serving>,
    /// How many messages of the conversation it is given.
    pub history: usize,
    /// The turn that goes on with this.
    pub resumes: Option<u32>,
    /// How many of its calls are stored.
    pub stored: usize,
    /// When the turn has had its time.
    pub deadline: Instant,
}

/// What a turn came to, before it is stored.
pub(super) struct Played<'t> {
    pub turn: Turn<'t>,
    pub asked: Vec<Asked>,
    /// The versions of prompts that were sent, where the turn may have to wait for results.
    pub sent: BTreeMap<String, u32>,
    pub came: Came,
}

/// What a turn is played from.
pub(super) struct Begin {
    pub input: TurnInput,
    pub options: Options,
    /// What it was given before.
    pub given: Vec<Given>,
    /// How the answers among that came about.
    pub asked: Vec<Asked>,
}

/// How far a turn came.
pub(super) enum Came {
    /// To its end.
    Done(Box<Outcome>),
    /// To actions whose results it waits for.
    Requires(Vec<Begun>),
}

/// The kind of jobs that are calls behind a turn.
pub(crate) const BACKGROUND: &str = "background";

/// A call behind a turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Behind {
    /// The turn.
    pub n: u32,
    /// The call.
    pub call: String,
}

/// Whether earlier sessions may be brought up: where there is a user, unless they said no.
pub(super) fn recalls(user: Option<&User>, session: &Session) -> bool {
    let said = user.and_then(|user| user.state.get(remembered::RECALL));
    session.user.is_some() && said != Some(&Json::Bool(false))
}

/// When a turn that begins now has had its time.
pub(super) fn deadline(app: &App) -> Instant {
    Instant::now() + app.config.turn()
}
