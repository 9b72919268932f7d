//! Who answers a call: the model where one can be asked, else the offline one.
//!
//! Owns the way from an assembly to what a turn is given. It must never decide what an answer means, and never
//! ask a model twice for what was shown already.

use std::time::Instant;

use proem::rehearsal::{Earlier, Question, rehearse};
use proem::turn::Assembly;
use proem::turn::account::manifest::Manifest;
use proem::turn::course::Turn;
use proem::turn::course::given::Given;
use proem::turn::kept::Memo;
use proem::turn::read::stream::Shown;
use serde_json::{Value as Json, json};
use tracing::Instrument;

use crate::app::App;
use crate::app::asked::{Asked, REHEARSAL};
use crate::app::trace;
use crate::catalog::live::Serving;
use crate::upstream::asking::Payload;
use crate::upstream::fault::Fault;
use crate::upstream::price::Cost;
use crate::upstream::settings::Fallback;

/// Who hears of a turn while it runs.
pub(crate) trait Sink: Send {
    /// Whether anybody listens.
    fn wants(&self) -> bool;
    /// A call is made.
    fn assembled(&mut self, call: &str, provider: &str, model: &str, tokens: u32);
    /// Something that the user may read now.
    fn show(&mut self, call: &str, shown: &Shown);
}

/// What is needed of an assembly to send it.
pub(crate) struct Sending {
    call: String,
    provider: &'static dyn proem::turn::format::Provider,
    model: String,
    payload: String,
    replies: bool,
}

impl Sending {
    /// What is sent of an assembly.
    pub(crate) fn of(assembly: &Assembly<'_>, serving: &Serving) -> Self {
        let call = assembly.call_name().to_owned();
        let declared = serving.compiled.agent.call(&call);
        Self {
            replies: declared.is_some_and(|call| call.run.replies()),
            provider: assembly.provider(),
            model: assembly.model().name.clone(),
            payload: assembly.payload.clone(),
            call,
        }
    }
}

/// Asks for the answer to the call that a turn waits for. No question begins after the deadline.
pub(crate) async fn answer(
    app: &App,
    serving: &Serving,
    (turn, deadline): (&mut Turn<'_>, tokio::time::Instant),
    memo: &mut Memo,
    sending: &Sending,
    sink: &mut dyn Sink,
) -> (Given, Asked) {
    let span = trace::chat(&sending.call, &sending.model);
    let answer = answered(app, serving, (turn, deadline), memo, sending, sink);
    let (given, asked) = answer.instrument(span.clone()).await;
    trace::answered(&span, &given, &asked);
    (given, asked)
}

async fn answered(
    app: &App,
    serving: &Serving,
    (turn, deadline): (&mut Turn<'_>, tokio::time::Instant),
    memo: &mut Memo,
    sending: &Sending,
    sink: &mut dyn Sink,
) -> (Given, Asked) {
    let began = Instant::now();
    let place = app.places.get(sending.provider.name());
    let (Some(upstream), Some(place)) = (&app.upstream, place) else {
        let given = rehearsed(serving, turn, memo);
        let asked = asked(REHEARSAL, began, &given);
        return (given, asked);
    };
    let Sending { provider, model, payload, .. } = sending;
    let payload = Payload { provider: *provider, model, text: payload };
    let shows = sending.replies && sink.wants();
    let came = upstream
        .answer(place, &payload, Some(deadline.into_std()), &mut |text| {
            if shows {
                for shown in turn.piece(text, memo) {
                    sink.show(&sending.call, &shown);
                }
            }
            shows
        })
        .await;
    let given = match came {
        Ok(reply) => Given::Reply(reply),
        Err(fault) => elsewhere(app, turn, sending, &fault),
    };
    let asked = asked(sending.provider.name(), began, &given);
    (given, asked)
}

/// Who is asked in place of a model that did not answer, where the operator has named one that can be asked.
fn elsewhere(app: &App, turn: &Turn<'_>, sending: &Sending, fault: &Fault) -> Given {
    let reason = fault.to_string();
    let made: Vec<_> = turn.calls().iter().rev().take_while(|made| made.reply.is_none()).collect();
    let made = made.iter().map(|made| &made.assembly);
    let made = made.filter(|assembly| assembly.call_name() == sending.call);
    let mut asked: Vec<(&str, &str)> =
        made.map(|assembly| (assembly.provider().name(), assembly.model().name.as_str())).collect();
    asked.push((sending.provider.name(), &sending.model));
    let upstream = app.upstream.as_ref();
    let next = upstream.and_then(|upstream| upstream.elsewhere(fault, &asked, &app.places));
    match next {
        Some(Fallback { provider, model }) => {
            let (provider, model) = (provider.clone(), model.clone());
            Given::Elsewhere { reason, provider, model }
        }
        None => Given::Failed(reason),
    }
}

/// What a call cost, where somebody was asked for money and the operator has said the price.
pub(crate) fn cost(app: &App, manifest: &Manifest, asked: Option<&Asked>) -> Option<Cost> {
    let usage = serde_json::from_value(asked?.usage.clone()).ok()?;
    app.upstream.as_ref()?.cost(manifest, &usage)
}

fn rehearsed(serving: &Serving, turn: &mut Turn<'_>, memo: &mut Memo) -> Given {
    let earlier = Earlier::of(turn.calls());
    let input = turn.input().clone();
    match turn.next(memo) {
        Ok(proem::turn::course::Next::Call(assembly)) => {
            rehearse(serving.repertoire(), &Question { assembly, input: &input, earlier: &earlier })
        }
        // It was asked for the answer to a call.
        _ => Given::Failed("no call is waiting".to_owned()),
    }
}

fn asked(by: &str, began: Instant, given: &Given) -> Asked {
    let usage = match given {
        Given::Reply(reply) => json!(reply.usage),
        _ => Json::Null,
    };
    let status = if matches!(given, Given::Reply(_)) { "ok" } else { "failed" }.to_owned();
    let latency = i64::try_from(began.elapsed().as_millis()).unwrap_or(i64::MAX);
    Asked { by: by.to_owned(), latency, usage, status }
}

/// A piece that was shown, as text and whether it begins a message.
pub(crate) fn piece(shown: &Shown) -> (&str, bool) {
    match shown {
        Shown::Text(text) => (text, false),
        Shown::Message(text) => (text, true),
    }
}
