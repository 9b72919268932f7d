//! `/prompts/{id}/labels` and `/labels`: movable names of versions.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use proem_store::log::Move;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::app::clock::written;
use crate::app::labels;
use crate::http::extract::{Asked, Asker, Body, PageAsked, expected};
use crate::http::problem::Problem;
use crate::http::shape::{Change, List, PromptShape, tagged};

/// The routes.
pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(put, remove))
        .routes(routes!(moves))
        .routes(routes!(protected))
        .routes(routes!(protect, release))
}

/// Put a label on a version
///
/// `expected_version` is the number of the version that has the label now; 0 where none has.
#[utoipa::path(put, path = "/prompts/{id}/labels/{label}", tag = "labels", request_body = Change,
    params(("id" = String, Path, description = "The version's UUID"), ("label" = String, Path, description = "The label")),
    responses((status = 200, body = PromptShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn put(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path((id, label)): Path<(String, String)>,
    headers: HeaderMap,
    Body(change): Body<Change>,
) -> Result<Response, Problem> {
    let expected = expected(&headers, change.expected_version)?;
    let now = labels::set(&app, &who, &id, (&label, true), expected, &change.note).await?;
    Ok(tagged(now.version, Json(PromptShape::from(now))))
}

/// Take a label away from a version
#[utoipa::path(delete, path = "/prompts/{id}/labels/{label}", tag = "labels",
    params(("id" = String, Path, description = "The version's UUID"), ("label" = String, Path, description = "The label")),
    responses((status = 200, body = PromptShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn remove(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path((id, label)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let expected = expected(&headers, None)?;
    let now = labels::set(&app, &who, &id, (&label, false), expected, "").await?;
    Ok(tagged(now.version, Json(PromptShape::from(now))))
}

/// Which log is read.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Log {
    agent: String,
    /// `type/phase`, or `type`.
    name: String,
    /// How many items, at most 500; 50 where it is left out.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u32>,
    /// The `next` of the page before.
    after: Option<String>,
}

/// One move of a label.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Move)]
struct MoveShape {
    /// The epoch of the workspace that the move made.
    epoch: u32,
    agent: String,
    /// `type/phase`, or `type`.
    name: String,
    /// `production` for activations.
    label: String,
    /// `activate`, `deactivate`, `rollback`, `label` or `unlabel`.
    #[schema(value_type = String)]
    how: proem_store::log::How,
    /// The version that had it.
    from: Option<u32>,
    /// The version that has it now.
    to: Option<u32>,
    at: String,
    actor: String,
    note: String,
}

impl From<Move> for MoveShape {
    fn from(moved: Move) -> Self {
        Self {
            epoch: moved.epoch,
            name: moved.line.name(),
            agent: moved.line.agent,
            label: moved.label,
            how: moved.how,
            from: moved.from,
            to: moved.to,
            at: written(moved.at),
            actor: moved.actor,
            note: moved.note,
        }
    }
}

/// Read where the labels of a prompt went, newest first
#[utoipa::path(get, path = "/prompts/log", tag = "labels", params(Log),
    responses((status = 200, body = List<MoveShape>), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
async fn moves(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Asked(asked): Asked<Log>,
) -> Result<Json<List<MoveShape>>, Problem> {
    let page = PageAsked { limit: asked.limit, after: asked.after };
    let found = labels::moves(&app, &who, &asked.agent, &asked.name, page.paging()?).await?;
    Ok(Json(List::of(found, MoveShape::from)))
}

/// The labels that only keys for administrators move.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Protected)]
struct ProtectedShape {
    protected: Vec<String>,
}

/// Read which labels are protected
#[utoipa::path(get, path = "/labels", tag = "labels",
    responses((status = 200, body = ProtectedShape), (status = 401, body = Problem), (status = 403, body = Problem)))]
async fn protected(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
) -> Result<Json<ProtectedShape>, Problem> {
    Ok(Json(ProtectedShape { protected: labels::protected(&app, &who).await? }))
}

/// Protect a label, `production` among them
#[utoipa::path(put, path = "/labels/{label}/protected", tag = "labels",
    params(("label" = String, Path, description = "The label")),
    responses((status = 204), (status = 401, body = Problem), (status = 403, body = Problem), (status = 422, body = Problem)))]
async fn protect(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(label): Path<String>,
) -> Result<StatusCode, Problem> {
    labels::protect(&app, &who, &label, true, "").await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Let everybody who may edit move a label again
#[utoipa::path(delete, path = "/labels/{label}/protected", tag = "labels",
    params(("label" = String, Path, description = "The label")),
    responses((status = 204), (status = 401, body = Problem), (status = 403, body = Problem), (status = 422, body = Problem)))]
async fn release(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(label): Path<String>,
) -> Result<StatusCode, Problem> {
    labels::protect(&app, &who, &label, false, "").await?;
    Ok(StatusCode::NO_CONTENT)
}
