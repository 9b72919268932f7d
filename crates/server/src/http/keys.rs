//! `/keys`: who may ask.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use jiff::Timestamp;
use proem_store::key::Key;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::app::clock::written;
use crate::app::fault::Fault;
use crate::app::keys::{self, Made, New};
use crate::http::extract::{Asked, Asker, Body, PageAsked};
use crate::http::problem::Problem;
use crate::http::shape::List;

/// The routes.
pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(current))
        .routes(routes!(revoke))
}

/// A key, without the key.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Key)]
struct KeyShape {
    /// A UUID.
    id: String,
    name: String,
    /// Its last characters.
    hint: String,
    /// What it may do: `read`, `edit`, `run`, `admin`.
    scopes: Vec<String>,
    created_by: String,
    created_at: String,
    /// When it was last used, to the minute.
    used_at: Option<String>,
    /// From when on it is refused.
    expires_at: Option<String>,
    revoked_at: Option<String>,
}

impl From<Key> for KeyShape {
    fn from(key: Key) -> Self {
        Self {
            id: key.id,
            name: key.name,
            hint: key.hint,
            scopes: key.scopes,
            created_by: key.created_by,
            created_at: written(key.created_at),
            used_at: key.used_at.map(written),
            expires_at: key.expires_at.map(written),
            revoked_at: key.revoked_at.map(written),
        }
    }
}

/// List the keys of the workspace, revoked ones too
#[utoipa::path(get, path = "/keys", tag = "keys", params(PageAsked),
    responses((status = 200, body = List<KeyShape>), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
async fn list(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Asked(page): Asked<PageAsked>,
) -> Result<Json<List<KeyShape>>, Problem> {
    Ok(Json(List::of(keys::list(&app, &who, page.paging()?).await?, KeyShape::from)))
}

/// The key that asks.
#[derive(Debug, Serialize, ToSchema)]
struct CurrentKey {
    id: String,
    name: String,
    /// The workspace that it opens.
    workspace: String,
    /// What it may do, with what that includes: an administrator has all of `read`, `edit`, `run`, `admin`.
    scopes: Vec<&'static str>,
    /// Whether it may make workspaces.
    is_operator: bool,
}

/// Read which key asks, and what it may do
#[utoipa::path(get, path = "/keys/current", tag = "keys",
    responses((status = 200, body = CurrentKey), (status = 401, body = Problem)))]
async fn current(Asker(who): Asker) -> Json<CurrentKey> {
    let (scopes, is_operator) = (keys::scopes(&who), who.is_operator());
    Json(CurrentKey { id: who.key, name: who.name, workspace: who.workspace, scopes, is_operator })
}

/// A new key.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewKey)]
struct Asks {
    /// What people call it, at most 255 characters.
    name: String,
    /// What it may do: `read`, `edit`, `run`, `admin`. Whoever may edit or run may also read, an administrator
    /// may do everything.
    scopes: Vec<String>,
    /// From when on it is refused (RFC 3339); left out is never.
    expires_at: Option<String>,
    /// Why it is made.
    #[serde(default)]
    note: String,
}

/// A key that was made.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MadeKey)]
pub(super) struct MadeShape {
    #[serde(flatten)]
    key: KeyShape,
    /// The key itself, told only now.
    secret: String,
}

impl From<Made> for MadeShape {
    fn from(made: Made) -> Self {
        Self { key: made.key.into(), secret: made.secret }
    }
}

/// Make a key of the workspace
#[utoipa::path(post, path = "/keys", tag = "keys", request_body = Asks,
    responses((status = 201, body = MadeShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
async fn create(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Body(asks): Body<Asks>,
) -> Result<(StatusCode, Json<MadeShape>), Problem> {
    let time = |text: String| {
        let at = text.parse::<Timestamp>();
        at.map(Timestamp::as_millisecond).map_err(|_| {
            let detail = format!("`{text}` is no time as in 2027-01-31T12:00:00Z");
            Fault::mistake("/expires_at", "time.shape", detail)
        })
    };
    let expires_at = asks.expires_at.map(time).transpose()?;
    let new = New { name: asks.name, scopes: asks.scopes, expires_at, note: asks.note };
    let made = keys::create(&app, &who, new).await?;
    Ok((StatusCode::CREATED, Json(made.into())))
}

/// Revoke a key for good
#[utoipa::path(delete, path = "/keys/{id}", tag = "keys", params(("id" = String, Path, description = "The key's UUID")),
    responses((status = 200, body = KeyShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn revoke(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
) -> Result<Json<KeyShape>, Problem> {
    Ok(Json(keys::revoke(&app, &who, &id).await?.into()))
}
