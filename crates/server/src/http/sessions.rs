//! `/sessions`: conversations and their turns.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use proem::agent::input::{ActionRequest, Content};
use proem::turn::course::given::ActionResult;
use proem_store::session::Patch;
use serde::Deserialize;
use serde_json::{Map, Value as Json2};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::app::sessions::{self, New};
use crate::app::turns::{self, Done, Silence, Wish};
use crate::http::extract::{Asked, Asker, Body, PageAsked, expected};
use crate::http::problem::Problem;
use crate::http::shape::{List, SessionShape, tagged};

/// The routes.
pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(get, patch, delete))
        .routes(routes!(turn))
        .routes(routes!(results))
}

/// Which conversations are listed.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Listed {
    agent: Option<String>,
    user: Option<String>,
    /// How many items, at most 500; 50 where it is left out.
    limit: Option<u32>,
    /// The `next` of the page before.
    after: Option<String>,
}

/// List conversations, newest first
#[utoipa::path(get, path = "/sessions", tag = "sessions", params(Listed),
    responses((status = 200, body = List<SessionShape>), (status = 401, body = Problem), (status = 422, body = Problem)))]
async fn list(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Asked(asked): Asked<Listed>,
) -> Result<Json<List<SessionShape>>, Problem> {
    let page = PageAsked { limit: asked.limit, after: asked.after };
    let found = sessions::list(&app, &who, asked.agent, asked.user, page.paging()?).await?;
    Ok(Json(List::of(found, SessionShape::from)))
}

/// A new conversation.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = NewSession)]
struct Begin {
    /// The agent; may be left out where there is one.
    agent: Option<String>,
    /// The user.
    user: Option<String>,
    /// Values over the agent's defaults.
    state: Map<String, Json2>,
    /// Whether nothing of it is remembered.
    incognito: bool,
    /// What the caller keeps with it.
    meta: Map<String, Json2>,
}

/// Begin a conversation
#[utoipa::path(post, path = "/sessions", tag = "sessions", request_body = Begin,
    responses((status = 201, body = SessionShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
async fn create(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Body(begin): Body<Begin>,
) -> Result<Response, Problem> {
    let new = New {
        agent: begin.agent,
        user: begin.user,
        state: begin.state,
        incognito: begin.incognito,
        meta: begin.meta,
    };
    let made = sessions::create(&app, &who, new).await?;
    Ok(tagged(made.version, (StatusCode::CREATED, Json(SessionShape::from(made)))))
}

/// Read a conversation
#[utoipa::path(get, path = "/sessions/{id}", tag = "sessions", params(("id" = String, Path, description = "Its UUID")),
    responses((status = 200, body = SessionShape), (status = 401, body = Problem), (status = 404, body = Problem)))]
async fn get(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let found = sessions::get(&app, &who, &id).await?;
    Ok(tagged(found.version, Json(SessionShape::from(found))))
}

/// What is changed in a conversation.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = SessionPatch)]
struct Changes {
    /// A new state, over the agent's defaults.
    state: Option<Map<String, Json2>>,
    /// Whether nothing of it is remembered.
    incognito: Option<bool>,
    /// What the caller keeps with it, whole.
    meta: Option<Map<String, Json2>>,
    /// The version that the caller knows.
    expected_version: Option<u32>,
}

/// Change a conversation between its turns
#[utoipa::path(patch, path = "/sessions/{id}", tag = "sessions", request_body = Changes,
    params(("id" = String, Path, description = "Its UUID")),
    responses((status = 200, body = SessionShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn patch(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
    headers: HeaderMap,
    Body(changes): Body<Changes>,
) -> Result<Response, Problem> {
    let expected = expected(&headers, changes.expected_version)?;
    let patch = Patch {
        state: changes.state,
        history_from: None,
        incognito: changes.incognito,
        meta: changes.meta,
    };
    let now = sessions::patch(&app, &who, &id, patch, expected).await?;
    Ok(tagged(now.version, Json(SessionShape::from(now))))
}

/// Erase a conversation
#[utoipa::path(delete, path = "/sessions/{id}", tag = "sessions", params(("id" = String, Path, description = "Its UUID")),
    responses((status = 204), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
async fn delete(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
) -> Result<StatusCode, Problem> {
    sessions::delete(&app, &who, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What a turn is about.
#[derive(Debug, Default, Deserialize, ToSchema)]
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
    /// Whether to wait for a turn that is under way, instead of being refused.
    wait: bool,
}

/// Go on with a conversation
#[utoipa::path(post, path = "/sessions/{id}/turns", tag = "sessions", request_body = Said,
    params(("id" = String, Path, description = "The conversation's UUID")),
    responses((status = 200, description = "What the turn came to"), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn turn(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
    Body(said): Body<Said>,
) -> Result<Json<Done>, Problem> {
    let wish = Wish {
        message: said.message,
        actions: said.actions,
        input: said.input,
        pins: said.pins,
        label: said.label,
        arms: said.arms,
        config: said.config,
        model: said.model,
        wait: said.wait,
    };
    Ok(Json(turns::run(&app, &who, &id, wish, &mut Silence).await?))
}

/// The results of actions that the caller performed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Results {
    /// One for each action, in their order: `{"result": …}` or `{"error": "why"}`.
    #[schema(value_type = Vec<Object>)]
    results: Vec<ActionResult>,
}

/// Give the results that a turn waits for
#[utoipa::path(post, path = "/sessions/{id}/turns/{n}/results", tag = "sessions", request_body = Results,
    params(("id" = String, Path, description = "The conversation's UUID"), ("n" = u32, Path, description = "The turn's number")),
    responses((status = 200, description = "What the turn came to"), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn results(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path((id, n)): Path<(String, u32)>,
    Body(given): Body<Results>,
) -> Result<Json<Done>, Problem> {
    Ok(Json(turns::resume(&app, &who, &id, n, given.results, &mut Silence).await?))
}
