//! Turns: a conversation goes on.
//!
//! Owns one turn from its request to what is stored. It runs by itself: whoever asked may go away. It is stored
//! whole or not at all. It must never hold a lease that it does not need, and never decide what the engine
//! decides.
//!
//! In reading order: `ask` (what is asked), `versions` (with what a waiting turn goes on), `record` (what is
//! stored and told), `course` (what others hear of a turn), `kept` (what stays in memory), `lease`, `remembered`
//! (memory), `under` (what a turn stands on), `play`, `ahead` (what the next turn begins with), `commit`, `run`
//! (from input to store), `hand` and `heard` (a turn whose model the caller asks); then what is done with turns that were
//! stored: `look`, `replay`.

pub(crate) mod ahead;
pub(crate) mod ask;
mod beside;
mod commit;
pub(crate) mod course;
pub(crate) mod hand;
pub(crate) mod heard;
pub(crate) mod kept;
pub(crate) mod lease;
pub(crate) mod look;
mod play;
pub(crate) mod record;
pub(crate) mod remembered;
pub(crate) mod replay;
mod run;
pub(crate) mod stands;
pub(crate) mod under;
pub(crate) mod versions;

use std::sync::Arc;

use tracing::Instrument;

use crate::app::App;
use crate::app::access::{Scope, Who};
use crate::app::fault::Fault;
use crate::app::metrics;
use crate::app::trace;
use crate::app::turns::ask::Ask;
use crate::app::turns::course::{Course, Told};
use crate::app::turns::lease::{Held, Once, Opened};

pub(crate) use run::background;

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
    let turn = async move {
        match run(&ending, &who, ask, once).await {
            Ok(text) => ending.course.tell(Told::Done(text)),
            Err(fault) => ending.fail(fault),
        }
    };
    // It is large, and would be copied on the way into its task.
    tokio::spawn(Box::pin(turn).instrument(trace::turn(session)));
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

impl Ending {
    /// Tells that the turn is refused. What is told before anything else is counted with its reply; a stream has a
    /// good status by then.
    fn fail(&self, fault: Fault) {
        if self.course.has_begun() {
            metrics::refused(&self.of, &fault.code());
        }
        self.course.tell(Told::Failed(fault));
    }
}

impl Drop for Ending {
    fn drop(&mut self) {
        self.app.running.end(&self.of, &self.session, &self.course);
        self.fail(Fault::Broken("a turn broke off".to_owned()));
    }
}

/// Opens a session for its next turn. What the service has begun there and not ended comes to its end first, and the
/// lease with it.
async fn opened(
    app: &App,
    who: &Who,
    session: &str,
    once: Option<&Once>,
    wait: bool,
) -> Result<Opened, Fault> {
    loop {
        match lease::open(app, &who.workspace, session, once, wait).await? {
            Opened::Ours(held) => {
                if let Some(held) = before(app, who, held).await? {
                    return Ok(Opened::Ours(held));
                }
            }
            answered => return Ok(answered),
        }
    }
}

/// Ends the turn of a session that broke off while the service performed its actions. Gives the lease where there
/// is no such turn.
async fn before(app: &App, who: &Who, mut held: Box<Held>) -> Result<Option<Box<Held>>, Fault> {
    let ended = match run::begun_before(app, &who.workspace, &held).await {
        Ok(None) => return Ok(Some(held)),
        Ok(Some(n)) => {
            // The key may be that of the very turn, and is its own then.
            held.once = None;
            run::ended(app, who, &held, n).await
        }
        Err(fault) => Err(fault),
    };
    if ended.is_err() {
        lease::give_back(app, &who.workspace, &held).await;
    }
    ended.map(|()| None)
}

async fn run(ending: &Ending, who: &Who, ask: Ask, once: Option<Once>) -> Result<String, Fault> {
    let Ending { app, of, session, course } = ending;
    let wait = match &ask {
        Ask::Turn(wish) => wish.wait,
        Ask::Results { .. } => true,
    };
    let held = match opened(app, who, session, once.as_ref(), wait).await? {
        Opened::Ours(held) => held,
        Opened::Before(text) => return Ok(text),
    };
    let n = match &ask {
        Ask::Turn(_) => held.session.turns + 1,
        Ask::Results { n, .. } => *n,
    };
    trace::agent(&held.session.agent);
    app.running.begin((of, session), n, course, once.map(|once| once.key));
    let ran = match ask {
        Ask::Turn(wish) => run::begun(app, who, &held, *wish, course).await,
        Ask::Results { n, results } => run::resumed(app, who, &held, (n, results), course).await,
    };
    if ran.is_err() {
        lease::give_back(app, of, &held).await;
    }
    ran
}
