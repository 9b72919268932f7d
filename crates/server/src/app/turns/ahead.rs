//! What the next turn of a session begins with.
//!
//! Owns how what is asked for and what is stored become the input of a turn. It must never store anything, and
//! never take a lease.

use std::sync::Arc;

use proem::agent::input::TurnInput;
use proem::turn::Ready;
use proem::turn::kept::Memo;
use proem_store::session::Session;
use proem_store::user::User;

use crate::app::App;
use crate::app::access::{Scope, Who};
use crate::app::assemble::{self, Made, Wish, serving, with_config};
use crate::app::experiments;
use crate::app::fault::Fault;
use crate::app::load;
use crate::app::shared::state_of;
use crate::app::turns::beside::{self, Beside, Looks};
use crate::app::turns::kept::{Past, past};
use crate::app::turns::play::gather;
use crate::app::turns::remembered;
use crate::app::turns::stands::{Stands, stands};
use crate::app::turns::under::{deadline, recalls};
use crate::catalog::live::Serving;

/// What a turn begins with.
pub(super) struct Ahead {
    /// Its input.
    pub input: TurnInput,
    /// The agent.
    pub serving: Arc<Serving>,
}

/// What the next turn of a session begins with: `asked` with the state, the history and the memories that are
/// stored. `beside` is what was read beside the session already.
///
/// # Errors
/// [`Fault::Refused`] while the turn before waits for results; everything that is wrong with what is asked for.
pub(super) async fn ahead(
    app: &App,
    who: &Who,
    (session, user): (&Session, Option<&User>),
    (past, beside): (&Past, Option<Arc<Beside>>),
    asked: TurnInput,
) -> Result<Ahead, Fault> {
    let of = who.workspace.as_str();
    if past.waits.is_some() {
        let why = "the turn before waits for the results of its actions".to_owned();
        return Err(Fault::Refused { code: "turn.waiting", why });
    }
    // Another node may have served it from a later epoch: no session goes back.
    load::since(app, of, &session.agent, session.epoch).await?;
    let serving = serving(app, who, &session.agent, &asked).await?;
    let beside = beside::of(app, of, session, &serving, beside).await?;
    let mut input = TurnInput {
        history: past.history.clone(),
        history_from: usize::try_from(session.history_from).unwrap_or(0),
        arms: experiments::arms(&serving, session, &beside.seen, asked.arms),
        unit: Some(session.user.clone().unwrap_or_else(|| session.id.clone())),
        id: Some(format!("{} {}", session.id, session.turns + 1)),
        now: Some(app.clock.told()),
        ..asked
    };
    input.state = state_of(&serving, session, user);
    input.memory = remembered::given(&beside.memories, recalls(user, session));
    with_config(&serving, &mut input);
    Ok(Ahead { input, serving })
}

/// Assembles a call of the next turn of a session, and says the version of the session that it is made for.
/// Nothing of the session changes.
///
/// # Errors
/// [`Fault::Missing`]; [`Fault::Forbidden`] for drafts without the right to edit; everything that is wrong with
/// what is asked for, a session of another agent among it.
pub(crate) async fn assembled(
    app: &App,
    who: &Who,
    agent: &str,
    id: &str,
    mut wish: Wish,
) -> Result<(Made, u32), Fault> {
    who.may(Scope::Run)?;
    if !wish.drafts.is_empty() {
        who.may(Scope::Edit)?;
    }
    let of = who.workspace.as_str();
    let looks = app.live.get(of, agent).map_or_else(Looks::default, |serving| Looks::of(&serving));
    let (stands, place) = stands(app, (of, id), looks).await?;
    let Stands { session, user, beside } = &*stands;
    is_of(session, agent)?;
    let past = past(app, of, session).await?;
    let asked = std::mem::take(&mut wish.input);
    let known = (&*past, Some(Arc::clone(beside)));
    let Ahead { input, serving } = ahead(app, who, (session, user.as_ref()), known, asked).await?;
    wish.input = input;
    // A turn that begins meanwhile counts by itself.
    let mut memo = place.take();
    let made = whole((app, of, session), &serving, wish, &mut memo).await;
    app.kept.give(&place, memo);
    Ok((made?, session.version))
}

/// Fetches what a call needs that the caller has not handed in, and assembles it.
async fn whole(
    (app, of, session): (&App, &str, &Session),
    serving: &Serving,
    mut wish: Wish,
    memo: &mut Memo,
) -> Result<Made, Fault> {
    match assemble::ready(serving, &wish, memo)? {
        Ready::Gather(open) => {
            wish.fetched.extend(gather((app, of, session), &open, deadline(app)).await?);
            assemble::made(serving, &wish, memo)
        }
        Ready::Assembled(assembled) => Ok(assemble::told(assembled, &wish)),
    }
}

/// Refuses a session of another agent.
pub(super) fn is_of(session: &Session, agent: &str) -> Result<(), Fault> {
    if session.agent == agent {
        return Ok(());
    }
    let detail = format!("this is a conversation with `{}`", session.agent);
    Err(Fault::mistake("/session", "session.agent", detail))
}
