//! `/sessions/{id}/turns`: what is said in a conversation, now and then.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use proem::agent::input::{ActionRequest, Content};
use proem::turn::course::given::ActionResult;
use proem_store::blob::hash;
use proem_store::turn::Status;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json2, json};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::app::access::Who;
use crate::app::clock::written;
use crate::app::fault::Fault;
use crate::app::turns;
use crate::app::turns::ask::{Ask, Wish};
use crate::app::turns::course::Told;
use crate::app::turns::lease::Once;
use crate::app::turns::look::{self, Heard, Looked, Sent};
use crate::app::turns::record::Made;
use crate::app::turns::replay::{self, Replayed};
use crate::http::extract::{Asked, Asker, Body, PageAsked};
use crate::http::once::key;
use crate::http::problem::Problem;
use crate::http::shape::{List, SessionShape};
use crate::http::stream;

/// The routes.
pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(list, say))
        .routes(routes!(get))
        .routes(routes!(cancel))
        .routes(routes!(events))
        .routes(routes!(results))
        .routes(routes!(replayed))
        .routes(routes!(export))
}

/// What a turn is about.
#[derive(Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = NewTurn)]
struct Said {
    /// The user's message: text, or parts; left out where the agent opens or a button was pressed.
    #[schema(value_type = Option<Object>)]
    message: Option<Content>,
    /// Actions that the user asked for, by a button.
    #[schema(value_type = Vec<Object>)]
    actions: Vec<ActionRequest>,
    /// What is handed in for context keys.
    input: Map<String, Json2>,
    /// Versions of prompts that the caller demands.
    pins: BTreeMap<String, u32>,
    /// The label whose versions are used.
    label: Option<String>,
    /// Arms of experiments that the caller fixes.
    arms: BTreeMap<String, String>,
    /// Values over the agent's `config`.
    config: Map<String, Json2>,
    /// Another model than the agent's.
    model: Option<String>,
    /// A call of the agent with `run: asked`, instead of the turn's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    call: Option<String>,
    /// Whether to wait for a turn that is under way, instead of being refused.
    wait: bool,
    /// Whether it is told as it comes, as server-sent events: `assembly`, `delta`, `action`, `decision`, and
    /// `done` or `error` at the end. `Accept: text/event-stream` does the same.
    #[serde(skip_serializing)]
    stream: bool,
}

/// Go on with a conversation
#[utoipa::path(post, path = "/sessions/{id}/turns", tag = "turns", request_body = Said,
    params(("id" = String, Path, description = "The conversation's UUID"),
        ("Idempotency-Key" = Option<String>, Header, description = "A request that comes again with the same key gets the first reply")),
    responses((status = 200, description = "What the turn came to"), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn say(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
    headers: HeaderMap,
    Body(said): Body<Said>,
) -> Result<Response, Problem> {
    let once = once(&headers, &format!("turns {id}"), &said)?;
    let streams = said.stream || accepts_events(&headers);
    let wish = Wish {
        message: said.message,
        actions: said.actions,
        input: said.input,
        pins: said.pins,
        label: said.label,
        arms: said.arms,
        config: said.config,
        model: said.model,
        call: said.call,
        wait: said.wait,
    };
    answered(&app, &who, &id, Ask::Turn(Box::new(wish)), once, streams).await
}

/// The results of actions that the caller performed.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ActionResults)]
struct Results {
    /// One for each action, in their order: `{"result": …}` or `{"error": "why"}`.
    #[schema(value_type = Vec<Object>)]
    results: Vec<ActionResult>,
    /// Whether the rest of the turn is told as it comes.
    #[serde(default, skip_serializing)]
    stream: bool,
}

/// Give the results that a turn waits for
#[utoipa::path(post, path = "/sessions/{id}/turns/{n}/results", tag = "turns", request_body = Results,
    params(("id" = String, Path, description = "The conversation's UUID"), ("n" = u32, Path, description = "The turn's number"),
        ("Idempotency-Key" = Option<String>, Header, description = "A request that comes again with the same key gets the first reply")),
    responses((status = 200, description = "What the turn came to"), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn results(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path((id, n)): Path<(String, u32)>,
    headers: HeaderMap,
    Body(given): Body<Results>,
) -> Result<Response, Problem> {
    let once = once(&headers, &format!("results {id} {n}"), &given)?;
    let streams = given.stream || accepts_events(&headers);
    let ask = Ask::Results { n, results: given.results };
    answered(&app, &who, &id, ask, once, streams).await
}

/// Cancel the turn that is under way; nothing of it is stored
#[utoipa::path(delete, path = "/sessions/{id}/turns/current", tag = "turns",
    params(("id" = String, Path, description = "The conversation's UUID")),
    responses((status = 204), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
async fn cancel(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
) -> Result<StatusCode, Problem> {
    turns::cancel(&app, &who, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A turn as it was.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Turn)]
struct TurnShape {
    n: u32,
    /// `done`, or `requires_action` while it waits for the results of actions.
    #[schema(value_type = String)]
    status: Status,
    /// What went in.
    #[schema(value_type = Object)]
    input: Json2,
    /// What the service gave: fetched values, the model's answers, results of actions.
    #[schema(value_type = Vec<Object>)]
    given: Json2,
    /// What it came to; null while it waits.
    #[schema(value_type = Object)]
    outcome: Json2,
    /// The state that it began with.
    before: Map<String, Json2>,
    /// The state that it left to the next turn; null while it waits.
    #[schema(value_type = Object)]
    after: Json2,
    /// Actions whose results it waits for.
    #[schema(value_type = Vec<Object>)]
    required_actions: Vec<ActionRequest>,
    /// Its calls: as they were told in a list; a turn by itself has them with manifests.
    #[schema(value_type = Vec<Object>)]
    calls: Vec<Made>,
    created_at: String,
    updated_at: String,
}

impl From<Looked> for TurnShape {
    fn from(looked: Looked) -> Self {
        let Looked { stored, record, .. } = looked;
        Self {
            n: stored.n,
            status: stored.status,
            before: record.turn.input.state.clone(),
            after: record.turn.outcome.get("next").cloned().unwrap_or_default(),
            input: json!(record.turn.input),
            given: json!(record.turn.given),
            outcome: record.turn.outcome,
            required_actions: record.required,
            calls: record.calls,
            created_at: written(stored.created_at),
            updated_at: written(stored.updated_at),
        }
    }
}

/// List the turns of a conversation, in order
#[utoipa::path(get, path = "/sessions/{id}/turns", tag = "turns",
    params(("id" = String, Path, description = "The conversation's UUID"), PageAsked),
    responses((status = 200, body = List<TurnShape>), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
async fn list(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
    Asked(page): Asked<PageAsked>,
) -> Result<Json<List<TurnShape>>, Problem> {
    let found = look::list(&app, &who, &id, page.paging()?).await?;
    Ok(Json(List::of(found, TurnShape::from)))
}

/// What is told of a turn beside itself.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Included {
    /// `payload` adds what was sent, byte for byte.
    include: Option<String>,
}

/// Look at a turn as it was
#[utoipa::path(get, path = "/sessions/{id}/turns/{n}", tag = "turns",
    params(("id" = String, Path, description = "The conversation's UUID"), ("n" = u32, Path, description = "The turn's number"), Included),
    responses((status = 200, body = TurnShape), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
async fn get(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path((id, n)): Path<(String, u32)>,
    Asked(asked): Asked<Included>,
) -> Result<Response, Problem> {
    if let Some(name) = asked.include.as_deref().filter(|name| *name != "payload") {
        let detail = format!("`{name}` is nothing that can be included; known is `payload`");
        return Err(Fault::mistake("?include", "include.unknown", detail).into());
    }
    let mut looked = look::get(&app, &who, &id, n, asked.include.is_some()).await?;
    let calls: Vec<String> = std::mem::take(&mut looked.calls).iter().map(call).collect();
    let mut turn = json!(TurnShape::from(looked));
    if let Some(turn) = turn.as_object_mut() {
        turn.shift_remove("calls");
    }
    Ok(as_json(with(&turn, "calls", &format!("[{}]", calls.join(",")))))
}

/// A call as JSON text. Manifest and payload are JSON already and are copied.
fn call(sent: &Sent) -> String {
    let Sent { call, payload } = sent;
    let head = json!({
        "n": call.n, "call": call.call, "provider": call.provider, "model": call.model,
        "release": call.release, "status": call.status, "latency_ms": call.latency,
        "usage": call.usage, "cost": call.cost,
    });
    let text = with(&head, "manifest", &call.manifest);
    let Some(payload) = payload else { return text };
    let head = text.strip_suffix('}').unwrap_or(&text);
    format!("{head},\"payload\":{payload}}}")
}

/// An object as JSON text, with one more member that is JSON text already.
fn with(head: &Json2, name: &str, value: &str) -> String {
    let text = head.to_string();
    let head = text.strip_suffix('}').unwrap_or(&text);
    format!("{head},\"{name}\":{value}}}")
}

/// Follow a turn as server-sent events, while it runs and after it
#[utoipa::path(get, path = "/sessions/{id}/turns/{n}/events", tag = "turns",
    params(("id" = String, Path, description = "The conversation's UUID"), ("n" = u32, Path, description = "The turn's number"),
        ("Last-Event-ID" = Option<String>, Header, description = "The last event that the client has")),
    responses((status = 200, description = "The events", content_type = "text/event-stream"), (status = 401, body = Problem),
        (status = 404, body = Problem)))]
async fn events(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path((id, n)): Path<(String, u32)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let seen = stream::seen(&headers);
    Ok(match look::events(&app, &who, &id, n).await? {
        Heard::Now(course) => stream::of_course(course, seen),
        Heard::Before(told) => stream::of_stored(told, seen),
    })
}

/// With what a turn is run again.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
struct Replay {
    /// Versions that the caller demands, over those that were demanded then.
    pins: BTreeMap<String, u32>,
    /// The label whose versions are used.
    label: Option<String>,
    /// Bodies in place of stored versions, by prompt; they take the right to edit.
    drafts: BTreeMap<String, String>,
    /// Another model.
    model: Option<String>,
}

/// Run a turn again with other versions, and see what moves; nothing is asked, nothing is stored
#[utoipa::path(post, path = "/sessions/{id}/turns/{n}/replay", tag = "turns", request_body = Replay,
    params(("id" = String, Path, description = "The conversation's UUID"), ("n" = u32, Path, description = "The turn's number")),
    responses((status = 200, description = "What moved"), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
async fn replayed(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path((id, n)): Path<(String, u32)>,
    Body(wish): Body<Replay>,
) -> Result<Json<Replayed>, Problem> {
    let Replay { pins, label, drafts, model } = wish;
    let wish = replay::Wish { pins, label, drafts, model };
    Ok(Json(replay::replay(&app, &who, &id, n, wish).await?))
}

/// Export a conversation as JSON lines: the session, then its turns
#[utoipa::path(get, path = "/sessions/{id}/export", tag = "turns",
    params(("id" = String, Path, description = "The conversation's UUID")),
    responses((status = 200, description = "One JSON value to each line", content_type = "application/x-ndjson"),
        (status = 401, body = Problem), (status = 404, body = Problem)))]
async fn export(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let (session, turns) = look::export(&app, &who, &id).await?;
    let mut lines = vec![json!({"session": SessionShape::from(session)}).to_string()];
    lines.extend(turns.into_iter().map(|turn| json!({"turn": TurnShape::from(turn)}).to_string()));
    let text = lines.join("\n") + "\n";
    Ok(([(header::CONTENT_TYPE, "application/x-ndjson")], text).into_response())
}

/// Runs what is asked, and answers with its end, or with all that is told on the way. What is wrong before
/// anything was told is a problem document either way.
async fn answered(
    app: &Arc<App>,
    who: &Who,
    id: &str,
    ask: Ask,
    once: Option<Once>,
    streams: bool,
) -> Result<Response, Problem> {
    let course = turns::start(app, who, id, ask, once, streams)?;
    if !streams {
        return Ok(as_json(course.end().await?));
    }
    match course.after(0).await {
        Some(Told::Failed(fault)) => Err(fault.into()),
        _ => Ok(stream::of_course(course, 0)),
    }
}

/// A reply that is JSON text already.
pub(super) fn as_json(text: String) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], text).into_response()
}

/// The key of a request that may come again, with all that it asks for.
pub(super) fn once(
    headers: &HeaderMap,
    what: &str,
    body: &impl Serialize,
) -> Result<Option<Once>, Problem> {
    let Some(key) = key(headers)? else { return Ok(None) };
    let body = json!(body).to_string();
    let hash = hash(format!("{what}\n{body}").as_bytes());
    Ok(Some(Once { key, hash }))
}

fn accepts_events(headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    accepted.is_some_and(|accepted| accepted.contains("text/event-stream"))
}
