//! Turns as server-sent events.
//!
//! Owns how what is told of a turn is written: `assembly`, `delta`, `action`, `decision`, `done` or `error`, each
//! with its number as the id, so that whoever comes back goes on behind the last one that they have. It must
//! never stop a turn.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::http::HeaderMap;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use serde_json::json;

use crate::app::turns::course::{Course, Told};
use crate::http::problem::Problem;

/// How often something is sent where nothing happens, so that nobody on the way takes the line for dead.
const QUIET: Duration = Duration::from_secs(15);

/// The number of events that a client has already, of `Last-Event-ID`.
pub(super) fn seen(headers: &HeaderMap) -> usize {
    let last = headers.get("last-event-id").and_then(|value| value.to_str().ok());
    last.and_then(|last| last.trim().parse().ok()).unwrap_or(0)
}

/// The events of a turn that runs, from a place on.
pub(super) fn of_course(course: Arc<Course>, seen: usize) -> Response {
    let events = stream::unfold((course, seen), |(course, seen)| async move {
        let told = course.after(seen).await?;
        Some((Ok::<_, Infallible>(event(seen + 1, told)), (course, seen + 1)))
    });
    Sse::new(events).keep_alive(KeepAlive::new().interval(QUIET)).into_response()
}

/// The events of a turn that was stored before. Their numbers are not those with which it ran: whoever has some
/// of those is told the end, in which everything is.
pub(super) fn of_stored(told: Vec<Told>, seen: usize) -> Response {
    let skipped = if seen == 0 { 0 } else { told.len().saturating_sub(1) };
    let numbered = told.into_iter().enumerate().skip(skipped);
    let events = numbered.map(|(at, told)| Ok::<_, Infallible>(event(at + 1, told)));
    Sse::new(stream::iter(events.collect::<Vec<_>>())).into_response()
}

fn event(id: usize, told: Told) -> Event {
    let (name, data) = match told {
        Told::Assembly { call, provider, model, tokens } => (
            "assembly",
            json!({"call": call, "provider": provider, "model": model, "tokens": tokens})
                .to_string(),
        ),
        Told::Delta { call, text, begins } => {
            ("delta", json!({"call": call, "text": text, "begins": begins}).to_string())
        }
        Told::Action(action) => ("action", action.to_string()),
        Told::Decision(decision) => ("decision", decision.to_string()),
        Told::Done(text) => ("done", text),
        Told::Failed(fault) => ("error", json!(Problem::from(fault)).to_string()),
    };
    Event::default().id(id.to_string()).event(name).data(data)
}
