//! Turns: a conversation goes on.
//!
//! Owns one turn from its request to what is stored. It runs by itself: whoever asked may go away. It is stored
//! whole or not at all. It must never hold a lease that it does not need, and never decide what the engine
//! decides.
//!
//! In reading order: `course` (what others hear of a turn), `kept` (what stays in memory), `lease`, `remembered`
//! (memory), `versions` (with what a waiting turn goes on), `commit`, `play`; then what is done with turns that
//! were stored: `look`, `replay`.

mod commit;
pub(crate) mod course;
pub(crate) mod kept;
pub(crate) mod lease;
pub(crate) mod look;
mod play;
pub(crate) mod remembered;
pub(crate) mod replay;
pub(crate) mod versions;

use std::collections::BTreeMap;
use std::sync::Arc;

use proem::agent::input::{ActionRequest, Content};
use proem::turn::course::given::{ActionResult, Recorded};
use proem::turn::read::stream::Shown;
use proem_store::turn::{Status, Turn as Stored};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

use crate::app::App;
use crate::app::access::{Scope, Who};
use crate::app::answer::Asked;
use crate::app::fault::Fault;
use crate::app::turns::course::{Course, Told};
use crate::app::turns::lease::{Once, Opened};
use crate::app::turns::versions::Versions;

pub(crate) use commit::BACKGROUND;
pub(crate) use play::background;

/// What a turn is about.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wish {
    /// The user's message; none where the agent opens or a button was pressed.
    pub message: Option<Content>,
    /// Actions that the user asked for, by a button.
    pub actions: Vec<ActionRequest>,
    /// What is handed in for context keys.
    pub input: Map<String, Json>,
    /// Versions that the caller demands.
    pub pins: BTreeMap<String, u32>,
    /// The label whose versions are used.
    pub label: Option<String>,
    /// Arms that the caller fixes.
    pub arms: BTreeMap<String, String>,
    /// Values over the agent's `config`.
    pub config: Map<String, Json>,
    /// Another model than the agent's.
    pub model: Option<String>,
    /// Whether to wait for a turn that is under way, instead of being refused.
    pub wait: bool,
}

/// What is asked of a session.
#[derive(Clone, Debug)]
pub(crate) enum Ask {
    /// The next turn.
    Turn(Box<Wish>),
    /// To go on with a turn that waits for the results of its actions.
    Results {
        /// The turn.
        n: u32,
        /// The results, in the order of the actions.
        results: Vec<ActionResult>,
    },
}

/// Who hears of a turn while it runs.
pub(crate) trait Sink: Send {
    /// Whether anybody listens.
    fn wants(&self) -> bool;
    /// A call is made.
    fn assembled(&mut self, call: &str, provider: &str, model: &str, tokens: u32);
    /// Something that the user may read now.
    fn show(&mut self, call: &str, shown: &Shown);
}

/// What a turn came to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Done {
    /// Its number.
    pub n: u32,
    /// How far it has come.
    pub status: Status,
    /// What it came to; absent while it waits for results.
    #[serde(skip_serializing_if = "Json::is_null")]
    pub outcome: Json,
    /// Actions whose results it waits for, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub required_actions: Vec<ActionRequest>,
    /// The calls that were made.
    pub calls: Vec<Made>,
}

/// A call that was made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Made {
    /// Its name.
    pub call: String,
    /// Who answered: a provider, or `rehearsal`.
    pub answered_by: String,
    /// The provider that it was written for.
    pub provider: String,
    /// The model.
    pub model: String,
    /// Its tokens.
    pub tokens: u32,
    /// How long it took, in milliseconds.
    pub latency_ms: i64,
    /// What the provider counted.
    pub usage: Json,
    /// Why the answer was not taken, where it was not.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub refused: Option<String>,
}

/// What is stored of a turn.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Record {
    /// The turn as it can be played again; its history is left out.
    pub turn: Recorded,
    /// How many messages of the conversation it was given.
    pub history: usize,
    /// The actions whose results it waits for.
    #[serde(default)]
    pub required: Vec<ActionRequest>,
    /// Its calls, as they were told.
    #[serde(default)]
    pub calls: Vec<Made>,
    /// The versions with which it goes on, while it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub versions: Option<Versions>,
    /// How its answers came about, while it waits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<Asked>,
}

impl Record {
    /// What a turn came to, as it was told.
    pub(crate) fn done(&self, stored: &Stored) -> Done {
        Done {
            n: stored.n,
            status: stored.status,
            outcome: self.turn.outcome.clone(),
            required_actions: self.required.clone(),
            calls: self.calls.clone(),
        }
    }
}

/// Begins what is asked of a session. It runs to its end whether or not anybody listens; `streams` says whether
/// answers are shown as they come.
///
/// # Errors
/// [`Fault::Forbidden`]. All else that is wrong is told by the course: [`Fault::Held`] while another turn is
/// under way, everything that is wrong with the input, [`Fault::Fenced`] where another turn has begun meanwhile.
pub(crate) fn start(
    app: &Arc<App>,
    who: &Who,
    session: &str,
    ask: Ask,
    once: Option<Once>,
    streams: bool,
) -> Result<Arc<Course>, Fault> {
    who.may(Scope::Run)?;
    let course = Arc::new(Course::new(streams));
    let ending = Ending {
        app: Arc::clone(app),
        of: who.workspace.clone(),
        session: session.to_owned(),
        course: Arc::clone(&course),
    };
    let who = who.clone();
    tokio::spawn(async move {
        let ended = run(&ending, &who, ask, once).await;
        ending.course.tell(match ended {
            Ok(text) => Told::Done(text),
            Err(fault) => Told::Failed(fault),
        });
    });
    Ok(course)
}

/// Ends the turn that is under way in a session. Nothing of it is stored.
///
/// # Errors
/// [`Fault::Missing`] where none is under way.
pub(crate) async fn cancel(app: &App, who: &Who, session: &str) -> Result<(), Fault> {
    who.may(Scope::Run)?;
    lease::cancel(app, &who.workspace, session).await
}

/// A turn that ends, whatever happens: also where it ends by a mistake of ours, nobody waits for ever.
struct Ending {
    app: Arc<App>,
    of: String,
    session: String,
    course: Arc<Course>,
}

impl Drop for Ending {
    fn drop(&mut self) {
        self.app.running.end(&self.of, &self.session, &self.course);
        self.course.tell(Told::Failed(Fault::Broken("a turn broke off".to_owned())));
    }
}

async fn run(ending: &Ending, who: &Who, ask: Ask, once: Option<Once>) -> Result<String, Fault> {
    let Ending { app, of, session, course } = ending;
    let wait = match &ask {
        Ask::Turn(wish) => wish.wait,
        Ask::Results { .. } => true,
    };
    let held = match lease::open(app, of, session, once.as_ref(), wait).await? {
        Opened::Ours(held) => held,
        Opened::Before(text) => return Ok(text),
    };
    let n = match &ask {
        Ask::Turn(_) => held.session.turns + 1,
        Ask::Results { n, .. } => *n,
    };
    app.running.begin((of, session), n, course, once.map(|once| once.key));
    let ran = match ask {
        Ask::Turn(wish) => play::begun(app, who, &held, *wish, course).await,
        Ask::Results { n, results } => play::resumed(app, who, &held, (n, results), course).await,
    };
    if ran.is_err() {
        lease::give_back(app, of, &held).await;
    }
    ran
}

/// What was stored of a turn.
///
/// # Errors
/// [`Fault::Broken`] where it cannot be read.
pub(crate) fn read(stored: &Stored) -> Result<Record, Fault> {
    serde_json::from_str(&stored.record)
        .map_err(|error| Fault::Broken(format!("the record of turn {}: {error}", stored.n)))
}
