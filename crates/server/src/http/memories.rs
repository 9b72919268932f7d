//! `/memories`: what is remembered.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use proem_store::memory::{Filter, Memory, Owner, Patch};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::app::clock::written;
use crate::app::fault::Fault;
use crate::app::memories::{self, New};
use crate::http::extract::{Asked, Asker, Body, PageAsked, expected};
use crate::http::problem::Problem;
use crate::http::shape::{List, tagged};

/// The routes.
pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(search))
        .routes(routes!(get, patch, delete))
}

/// A memory.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Memory)]
struct MemoryShape {
    /// A UUID.
    id: String,
    /// `semantic`, `episodic` or `procedural` (a rule).
    kind: String,
    /// `user`, `core` (the agent everywhere), `project` (the agent there) or `shared` (every agent there).
    scope: String,
    owner: String,
    /// The user whose data it is; erased with them.
    user: Option<String>,
    category: String,
    text: String,
    /// The conversation in which it was said.
    session: Option<String>,
    /// The turn in which it was said.
    turn: Option<u32>,
    /// `active`, or `dropped`: a rule that is kept only to say why it does not count.
    status: String,
    /// Why it was dropped.
    reason: Option<String>,
    version: u32,
    created_at: String,
    updated_at: String,
}

impl From<Memory> for MemoryShape {
    fn from(memory: Memory) -> Self {
        Self {
            id: memory.id,
            kind: memory.kind,
            scope: memory.owner.scope,
            owner: memory.owner.owner,
            user: memory.user,
            category: memory.category,
            text: memory.text,
            session: memory.session,
            turn: memory.turn,
            status: memory.status,
            reason: memory.reason,
            version: memory.version,
            created_at: written(memory.created_at),
            updated_at: written(memory.updated_at),
        }
    }
}

/// Which memories are listed.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Listed {
    /// `user`, `core`, `project` or `shared`; with `owner`.
    scope: Option<String>,
    owner: Option<String>,
    /// The user whose data they are.
    user: Option<String>,
    kind: Option<String>,
    category: Option<String>,
    status: Option<String>,
    /// How many items, at most 500; 50 where it is left out.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u32>,
    /// The `next` of the page before.
    after: Option<String>,
}

/// List memories, newest first
#[utoipa::path(get, path = "/memories", tag = "memories", params(Listed),
    responses((status = 200, body = List<MemoryShape>), (status = 401, body = Problem), (status = 422, body = Problem)))]
async fn list(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Asked(asked): Asked<Listed>,
) -> Result<Json<List<MemoryShape>>, Problem> {
    let owner = match (asked.scope, asked.owner) {
        (Some(scope), Some(owner)) => Some(Owner { scope, owner }),
        (None, None) => None,
        _ => {
            let detail = "`scope` and `owner` go together";
            return Err(Fault::mistake("?owner", "memory.owner", detail).into());
        }
    };
    let Listed { user, kind, category, status, limit, after, .. } = asked;
    let filter = Filter { owner, user, kind, category, status };
    let paging = PageAsked { limit, after }.paging()?;
    let found = memories::list(&app, &who, filter, paging).await?;
    Ok(Json(List::of(found, MemoryShape::from)))
}

/// What is looked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Sought {
    /// Words, any of which is enough; `"words in quotes"` must be there, `-word` must not, `begin*` is a beginning.
    q: String,
    /// `user` where it is left out.
    scope: Option<String>,
    owner: String,
    /// How many, at most 500; 50 where it is left out.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u32>,
}

/// A memory that was found.
#[derive(Debug, Serialize, ToSchema)]
struct FoundMemory {
    /// How well it answers; more is better.
    score: f64,
    #[serde(flatten)]
    memory: MemoryShape,
}

/// Memories that were found.
#[derive(Debug, Serialize, ToSchema)]
struct FoundMemories {
    items: Vec<FoundMemory>,
}

/// Search memories, the best first
#[utoipa::path(get, path = "/memories/search", tag = "memories", params(Sought),
    responses((status = 200, body = FoundMemories), (status = 401, body = Problem), (status = 422, body = Problem)))]
async fn search(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Asked(asked): Asked<Sought>,
) -> Result<Json<FoundMemories>, Problem> {
    let limit = PageAsked { limit: asked.limit, after: None }.paging()?.limit;
    let scope = asked.scope.unwrap_or_else(|| "user".to_owned());
    let owners = vec![Owner { scope, owner: asked.owner }];
    let found = memories::search(&app, &who, owners, &asked.q, limit).await?;
    let found = found.into_iter();
    let items = found.map(|(memory, score)| FoundMemory { score, memory: memory.into() }).collect();
    Ok(Json(FoundMemories { items }))
}

/// A new memory.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewMemory {
    /// `semantic`, `episodic` or `procedural` (a rule); `semantic` where it is left out.
    kind: Option<String>,
    /// `user` where it is left out.
    scope: Option<String>,
    /// The user, the agent, `agent/project`, or the project.
    owner: String,
    /// The user whose data it is; the owner where the scope is `user`.
    user: Option<String>,
    category: Option<String>,
    text: String,
}

/// Remember something
#[utoipa::path(post, path = "/memories", tag = "memories", request_body = NewMemory,
    responses((status = 201, body = MemoryShape), (status = 401, body = Problem), (status = 403, body = Problem), (status = 422, body = Problem)))]
async fn create(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Body(new): Body<NewMemory>,
) -> Result<Response, Problem> {
    let new = New {
        kind: new.kind.unwrap_or_else(|| "semantic".to_owned()),
        scope: new.scope.unwrap_or_else(|| "user".to_owned()),
        owner: new.owner,
        user: new.user,
        category: new.category.unwrap_or_default(),
        text: new.text,
    };
    let made = memories::create(&app, &who, new).await?;
    Ok(tagged(made.version, (StatusCode::CREATED, Json(MemoryShape::from(made)))))
}

/// Read a memory
#[utoipa::path(get, path = "/memories/{id}", tag = "memories", params(("id" = String, Path, description = "Its UUID")),
    responses((status = 200, body = MemoryShape), (status = 401, body = Problem), (status = 404, body = Problem)))]
async fn get(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let found = memories::get(&app, &who, &id).await?;
    Ok(tagged(found.version, Json(MemoryShape::from(found))))
}

/// What is changed in a memory.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
struct MemoryPatch {
    text: Option<String>,
    category: Option<String>,
    /// `active` or `dropped`.
    status: Option<String>,
    /// The version that the caller knows.
    expected_version: Option<u32>,
}

/// Change a memory
#[utoipa::path(patch, path = "/memories/{id}", tag = "memories", request_body = MemoryPatch,
    params(("id" = String, Path, description = "Its UUID")),
    responses((status = 200, body = MemoryShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn patch(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
    headers: HeaderMap,
    Body(changes): Body<MemoryPatch>,
) -> Result<Response, Problem> {
    let expected = expected(&headers, changes.expected_version)?;
    let MemoryPatch { text, category, status, .. } = changes;
    let patch = Patch { text, category, status, embedding: None };
    let now = memories::patch(&app, &who, &id, patch, expected).await?;
    Ok(tagged(now.version, Json(MemoryShape::from(now))))
}

/// Forget a memory
#[utoipa::path(delete, path = "/memories/{id}", tag = "memories", params(("id" = String, Path, description = "Its UUID")),
    responses((status = 204), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
async fn delete(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
) -> Result<StatusCode, Problem> {
    memories::delete(&app, &who, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}
