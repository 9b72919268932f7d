//! `/workspaces` and `/audit`: the tenants, and who changed what.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use proem_store::audit::{Record, Verdict};
use proem_store::workspace::Workspace;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::app::clock::written;
use crate::app::workspaces;
use crate::http::extract::{Asked, Asker, Body, PageAsked};
use crate::http::keys::MadeShape;
use crate::http::problem::Problem;
use crate::http::shape::List;

/// The routes.
pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(record))
        .routes(routes!(verify))
}

/// A workspace.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Workspace)]
struct WorkspaceShape {
    id: String,
    name: String,
    /// How many changes of management it has seen.
    epoch: u32,
    created_at: String,
    updated_at: String,
}

impl From<Workspace> for WorkspaceShape {
    fn from(found: Workspace) -> Self {
        Self {
            id: found.id,
            name: found.name,
            epoch: found.epoch,
            created_at: written(found.created_at),
            updated_at: written(found.updated_at),
        }
    }
}

/// List workspaces: all of them for administrators of the workspace `default`, else the own one
#[utoipa::path(get, path = "/workspaces", tag = "workspaces", params(PageAsked),
    responses((status = 200, body = List<WorkspaceShape>), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
async fn list(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Asked(page): Asked<PageAsked>,
) -> Result<Json<List<WorkspaceShape>>, Problem> {
    let found = workspaces::list(&app, &who, page.paging()?).await?;
    Ok(Json(List::of(found, WorkspaceShape::from)))
}

/// A new workspace.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewWorkspace)]
struct New {
    /// Small letters, digits, `_` and `-`, at most 64.
    id: String,
    /// At most 255 characters.
    name: String,
    /// Why it is made.
    #[serde(default)]
    note: String,
}

/// A workspace that was made.
#[derive(Debug, Serialize, ToSchema)]
struct MadeWorkspace {
    workspace: WorkspaceShape,
    /// Its first key, with all rights in it.
    key: MadeShape,
}

/// Make a workspace and its first key; only for administrators of the workspace `default`
#[utoipa::path(post, path = "/workspaces", tag = "workspaces", request_body = New,
    responses((status = 201, body = MadeWorkspace), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn create(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Body(new): Body<New>,
) -> Result<(StatusCode, Json<MadeWorkspace>), Problem> {
    let (made, key) = workspaces::create(&app, &who, &new.id, &new.name, &new.note).await?;
    Ok((StatusCode::CREATED, Json(MadeWorkspace { workspace: made.into(), key: key.into() })))
}

/// One change.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AuditRecord)]
struct RecordShape {
    /// The epoch that the change made.
    epoch: u32,
    at: String,
    actor: String,
    /// `create`, `activate`, …
    action: String,
    /// `prompt`, `agent`, `key`, …
    kind: String,
    subject: String,
    /// A hash or a version of what was there; empty for nothing.
    before: String,
    /// A hash or a version of what is there now; empty for nothing.
    after: String,
    note: String,
    /// The hash over all of this and the hash of the record before.
    hash: String,
}

impl From<Record> for RecordShape {
    fn from(found: Record) -> Self {
        Self {
            epoch: found.epoch,
            at: written(found.at),
            actor: found.actor,
            action: found.action,
            kind: found.kind,
            subject: found.subject,
            before: found.before,
            after: found.after,
            note: found.note,
            hash: found.hash,
        }
    }
}

/// Read who changed what in the workspace, newest first
#[utoipa::path(get, path = "/audit", tag = "audit", params(PageAsked),
    responses((status = 200, body = List<RecordShape>), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
async fn record(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Asked(page): Asked<PageAsked>,
) -> Result<Json<List<RecordShape>>, Problem> {
    let found = workspaces::record(&app, &who, page.paging()?).await?;
    Ok(Json(List::of(found, RecordShape::from)))
}

/// Walk the whole record of the workspace: whether it is as it was written
#[utoipa::path(get, path = "/audit/verify", tag = "audit",
    responses((status = 200, body = Object, description = "`verdict` is `whole`, with `rows` and the `last` hash, or `broken`, with the `epoch` of the first row that is wrong, and `why`"),
        (status = 401, body = Problem), (status = 403, body = Problem)))]
async fn verify(State(app): State<Arc<App>>, Asker(who): Asker) -> Result<Json<Verdict>, Problem> {
    Ok(Json(workspaces::verify(&app, &who).await?))
}
