//! `/sessions`: conversations.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use proem_store::found::Found;
use proem_store::said::Speaker;
use proem_store::session::{Patch, Session};
use proem_store::words::Question;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json2};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::app::sessions::{self, New};
use crate::http::extract::{Asked, Asker, Body, PageAsked, expected};
use crate::http::problem::Problem;
use crate::http::shape::{List, SessionShape, tagged};

/// The routes.
pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(list, create)).routes(routes!(get, patch, delete))
}

/// Which conversations are listed.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Listed {
    agent: Option<String>,
    user: Option<String>,
    /// What somebody said: words that stand together in one message, `"words in quotes"` one behind the other,
    /// `-word` that must not, `begin*` a beginning.
    q: Option<String>,
    /// How many items, at most 500; 50 where it is left out.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u32>,
    /// The `next` of the page before.
    after: Option<String>,
}

/// A conversation in a list.
#[derive(Debug, Serialize, ToSchema)]
struct ListedSession {
    #[serde(flatten)]
    session: SessionShape,
    /// Where the answer stands; there where something was asked for with `q`.
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<FoundShape>,
}

/// Where in a conversation something was said.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FoundSaid)]
struct FoundShape {
    /// The turn.
    turn: u32,
    /// `user` or `agent`.
    #[schema(value_type = String)]
    by: Speaker,
    /// A piece of what was said, in parts.
    excerpt: Vec<ExcerptPart>,
}

/// A part of an excerpt: text, never markup.
#[derive(Debug, Serialize, ToSchema)]
struct ExcerptPart {
    text: String,
    /// Whether it is what was asked for.
    hit: bool,
}

impl ListedSession {
    fn plain(session: Session) -> Self {
        Self { session: session.into(), found: None }
    }

    fn found(found: Found, question: &Question) -> Self {
        let excerpt = question.excerpt(&found.text).into_iter();
        let excerpt = excerpt.map(|part| ExcerptPart { text: part.text, hit: part.hit }).collect();
        let place = FoundShape { turn: found.turn, by: found.speaker, excerpt };
        Self { session: found.session.into(), found: Some(place) }
    }
}

/// List conversations, newest first; those in which something was said
#[utoipa::path(get, path = "/sessions", tag = "sessions", params(Listed),
    responses((status = 200, body = List<ListedSession>), (status = 401, body = Problem),
        (status = 409, body = Problem, description = "Older conversations are still being indexed; ask again"),
        (status = 422, body = Problem)))]
async fn list(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Asked(asked): Asked<Listed>,
) -> Result<Json<List<ListedSession>>, Problem> {
    let page = PageAsked { limit: asked.limit, after: asked.after }.paging()?;
    let Some(q) = asked.q.filter(|q| !q.trim().is_empty()) else {
        let found = sessions::list(&app, &who, asked.agent, asked.user, page).await?;
        return Ok(Json(List::of(found, ListedSession::plain)));
    };
    let question = Question::read(&q);
    let of = (asked.agent, asked.user);
    let found = sessions::search(&app, &who, of, question.clone(), page).await?;
    Ok(Json(List::of(found, |found| ListedSession::found(found, &question))))
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
