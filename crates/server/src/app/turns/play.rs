//! A turn is played.
//!
//! Owns the questions of the engine and who answers them. It must never store anything.

use std::collections::BTreeMap;
use std::time::Duration;

use proem::agent::input::ActionRequest;
use proem::turn::course::given::{ActionResult, Given, Misplaced};
use proem::turn::course::outcome::Outcome;
use proem::turn::course::{Next, Turn};
use proem::turn::gather::request::Request;
use proem::turn::kept::Memo;
use proem_store::session::Session;
use serde_json::{Value as Json, json};
use tokio::time::Instant;

use crate::app::App;
use crate::app::answer::{Sending, Sink, answer};
use crate::app::asked::Asked;
use crate::app::fault::Fault;
use crate::app::turns::record::Begun;
use crate::app::turns::remembered;
use crate::app::turns::under::{Begin, Came, Played, Under};
use crate::catalog::live::Serving;

/// Plays a turn: first what it was given already, then what it asks for.
pub(super) async fn drive<'t>(
    under: &Under<'_>,
    serving: &'t Serving,
    begin: Begin,
    memo: &mut Memo,
    sink: &mut dyn Sink,
) -> Result<Played<'t>, Fault> {
    let Begin { input, options, given, asked } = begin;
    let turn = Turn::new(&serving.compiled, input, options, &proem::provider::find);
    let (asked_then, asked) = (asked, Vec::new());
    let came = Came::Requires(Vec::new());
    let mut played = Played { turn, asked, sent: BTreeMap::new(), came };
    go(under, serving, &mut played, (given, asked_then), memo, sink).await?;
    Ok(played)
}

/// Goes on with a turn that waited for the results of its actions.
pub(super) async fn go_on(
    under: &Under<'_>,
    serving: &Serving,
    played: &mut Played<'_>,
    results: Vec<ActionResult>,
    memo: &mut Memo,
    sink: &mut dyn Sink,
) -> Result<(), Fault> {
    played.turn.resume(Given::Results(results)).map_err(changed)?;
    go(under, serving, played, (Vec::new(), Vec::new()), memo, sink).await
}

/// Goes as far as a turn comes without its caller.
async fn go(
    under: &Under<'_>,
    serving: &Serving,
    played: &mut Played<'_>,
    (given, before): (Vec<Given>, Vec<Asked>),
    memo: &mut Memo,
    sink: &mut dyn Sink,
) -> Result<(), Fault> {
    let Played { turn, asked, sent, came } = played;
    let (mut given, mut before) = (given.into_iter(), before.into_iter());
    let may_wait = serving.compiled.agent.actions.iter().any(|action| action.returns.is_some());
    loop {
        let next = turn.next(memo).map_err(|findings| Fault::findings(&findings))?;
        let (sending, wants) = match next {
            Next::Done(outcome) => {
                if let Some(mistake) = mistaken(outcome, false) {
                    return Err(mistake);
                }
                *came = Came::Done(Box::new(outcome.clone()));
                return Ok(());
            }
            Next::Gather(requests) => (None, Wants::Values(requests.to_vec())),
            Next::Perform(requests) => (None, Wants::Results(requests.to_vec())),
            Next::Call(assembly) => {
                let tokens = assembly.tokens().total;
                let sending = Sending::of(assembly, serving);
                let (call, provider) = (assembly.call_name(), assembly.provider().name());
                if may_wait {
                    let layers = assembly.manifest().layers.into_iter();
                    let prompts = layers.flat_map(|layer| layer.prompts);
                    sent.extend(prompts.filter_map(|one| Some((one.name, one.version?))));
                }
                sink.assembled(call, provider, &assembly.model().name, tokens);
                (Some(sending), Wants::Reply)
            }
        };
        let next = match (given.next(), wants) {
            (Some(known), wants) => {
                if matches!(wants, Wants::Reply) {
                    asked.push(before.next().unwrap_or_default());
                }
                known
            }
            (None, Wants::Values(requests)) => Given::Values(
                gather((under.app, under.of, under.session), &requests, under.deadline).await?,
            ),
            (None, Wants::Results(requests)) => {
                let (actions, agent) = (&under.app.actions, &under.session.agent);
                let begun = requests.into_iter().map(|request| Begun {
                    ours: actions.binds(under.of, agent, &request.name),
                    request,
                    result: None,
                });
                *came = Came::Requires(begun.collect());
                return Ok(());
            }
            (None, Wants::Reply) => {
                let Some(sending) = sending else { continue };
                let deadline = under.deadline;
                let answered = answer(under.app, serving, (turn, deadline), memo, &sending, sink);
                match tokio::time::timeout_at(deadline, answered).await {
                    Ok((given, how)) => {
                        asked.push(how);
                        given
                    }
                    Err(_) => {
                        asked.push(Asked { status: "failed".to_owned(), ..Asked::default() });
                        Given::Failed("the turn has had all its time".to_owned())
                    }
                }
            }
        };
        turn.resume(next).map_err(changed)?;
    }
}

fn changed(misplaced: Misplaced) -> Fault {
    let why = format!("the agent has changed since the turn began: {misplaced}");
    Fault::Refused { code: "turn.changed", why }
}

/// What in an outcome is the caller's to mend: whoever wants another core than the sealed one is refused, and
/// nothing of that is a turn. Where there are drafts, all that keeps them from being assembled is.
pub(super) fn mistaken(outcome: &Outcome, drafts: bool) -> Option<Fault> {
    let findings = &outcome.failure.as_ref()?.findings;
    let sealed = findings.iter().any(|finding| finding.code == "sealed.override");
    (sealed || (drafts && !findings.is_empty())).then(|| Fault::findings(findings))
}

/// What a turn waits for, apart from the turn itself.
enum Wants {
    Values(Vec<Request>),
    Reply,
    Results(Vec<ActionRequest>),
}

/// The values of context keys that the engine asks for.
///
/// # Errors
/// Those of the database.
pub(super) async fn gather(
    (app, of, session): (&App, &str, &Session),
    requests: &[Request],
    deadline: Instant,
) -> Result<BTreeMap<String, Json>, Fault> {
    let mut values = BTreeMap::new();
    for request in requests {
        match request {
            Request::Memory { key, query, limit } => {
                let found = remembered::search(app, of, session, query, *limit).await?;
                values.insert(key.clone(), json!(found));
            }
            Request::Http { key, url, timeout_ms } => {
                let Some(pages) = &app.pages else { continue };
                let wait = Duration::from_millis(u64::from(*timeout_ms));
                let left = deadline.saturating_duration_since(Instant::now());
                match pages.fetch(url, wait.min(left)).await {
                    Ok(text) => {
                        values.insert(key.clone(), Json::from(&*text));
                    }
                    // The key has its default then, and the manifest says so.
                    Err(why) => tracing::warn!(key, %why, "a page was not fetched"),
                }
            }
        }
    }
    Ok(values)
}
