//! `/users`: the state that a user's conversations share, and erasure.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use proem_store::user::User;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json2};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::app::clock::written;
use crate::app::users;
use crate::http::extract::{Asker, Body, expected};
use crate::http::problem::Problem;
use crate::http::shape::tagged;

/// The routes.
pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(get, patch, erase))
}

/// A user.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = User)]
struct UserShape {
    id: String,
    /// State of the scope `user`, and `memory:recall`: whether earlier conversations may be brought up.
    state: Map<String, Json2>,
    version: u32,
    created_at: String,
    updated_at: String,
}

impl From<User> for UserShape {
    fn from(user: User) -> Self {
        Self {
            id: user.id,
            state: user.state,
            version: user.version,
            created_at: written(user.created_at),
            updated_at: written(user.updated_at),
        }
    }
}

/// Read a user
#[utoipa::path(get, path = "/users/{id}", tag = "users", params(("id" = String, Path, description = "As the application knows them")),
    responses((status = 200, body = UserShape), (status = 401, body = Problem), (status = 404, body = Problem)))]
async fn get(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let found = users::get(&app, &who, &id).await?;
    Ok(tagged(found.version, Json(UserShape::from(found))))
}

/// What is changed in a user.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = UserPatch)]
struct Changes {
    /// Members of the state; null takes one out, what is left out stays.
    state: Map<String, Json2>,
    /// The version that the caller knows; 0 is none.
    expected_version: Option<u32>,
}

/// Change a user's state
#[utoipa::path(patch, path = "/users/{id}", tag = "users", request_body = Changes,
    params(("id" = String, Path, description = "As the application knows them")),
    responses((status = 200, body = UserShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn patch(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
    headers: HeaderMap,
    Body(changes): Body<Changes>,
) -> Result<Response, Problem> {
    let expected = expected(&headers, changes.expected_version)?;
    let now = users::patch(&app, &who, &id, changes.state, expected).await?;
    Ok(tagged(now.version, Json(UserShape::from(now))))
}

/// What was erased.
#[derive(Debug, Serialize, ToSchema)]
struct Erased {
    /// Conversations, with everything that was said in them.
    sessions: u32,
    memories: u32,
    /// What they saw of experiments stays, as nobody's.
    exposures: u32,
}

/// Erase a user with everything that is theirs
#[utoipa::path(delete, path = "/users/{id}", tag = "users", params(("id" = String, Path, description = "As the application knows them")),
    responses((status = 200, body = Erased), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
async fn erase(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
) -> Result<Json<Erased>, Problem> {
    let erased = users::erase(&app, &who, &id).await?;
    let proem_store::user::Erased { sessions, memories, exposures } = erased;
    Ok(Json(Erased { sessions, memories, exposures }))
}
