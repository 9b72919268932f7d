//! `/jobs`: what waits to be done, and what was given up.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use proem_store::job::{Job, Status};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json2;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::app::clock::written;
use crate::app::queue::{self, Wanted};
use crate::http::extract::{Asked, Asker, Body, PageAsked};
use crate::http::problem::Problem;
use crate::http::shape::List;

/// The routes.
pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(get, delete)).routes(routes!(revive))
}

/// Something that is done later.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Job)]
struct JobShape {
    id: String,
    /// `webhook` (an event on its way) or `background` (a call behind a turn).
    kind: String,
    /// The conversation that it belongs to; it goes with it.
    session: Option<String>,
    /// `waiting`, `running`, or `dead`: given up, a person has to look.
    #[schema(value_type = String)]
    status: Status,
    /// When it is done next.
    run_at: String,
    /// How often it was begun.
    attempts: u32,
    /// Why it failed the last time.
    error: Option<String>,
    /// What it is about.
    #[schema(value_type = Object)]
    payload: Json2,
    created_at: String,
}

impl From<Job> for JobShape {
    fn from(job: Job) -> Self {
        Self {
            id: job.id,
            kind: job.kind,
            session: job.session,
            status: job.status,
            run_at: written(job.run_at),
            attempts: job.attempts,
            error: job.error,
            payload: serde_json::from_str(&job.payload).unwrap_or_default(),
            created_at: written(job.created_at),
        }
    }
}

/// Which jobs.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct JobsAsked {
    /// `waiting`, `running` or `dead`.
    status: Option<String>,
    /// `webhook` or `background`.
    kind: Option<String>,
    /// How many items, at most 500; 50 where it is left out.
    limit: Option<u32>,
    /// The `next` of the page before.
    after: Option<String>,
}

/// List the jobs of the workspace
#[utoipa::path(get, path = "/jobs", tag = "jobs", params(JobsAsked),
    responses((status = 200, body = List<JobShape>), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
async fn list(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Asked(asked): Asked<JobsAsked>,
) -> Result<Json<List<JobShape>>, Problem> {
    let JobsAsked { status, kind, limit, after } = asked;
    let paging = PageAsked { limit, after }.paging()?;
    let found = queue::list(&app, &who, Wanted { status, kind }, paging).await?;
    Ok(Json(List::of(found, JobShape::from)))
}

/// Look at a job
#[utoipa::path(get, path = "/jobs/{id}", tag = "jobs", params(("id" = String, Path, description = "The job's id")),
    responses((status = 200, body = JobShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem)))]
async fn get(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
) -> Result<Json<JobShape>, Problem> {
    Ok(Json(queue::get(&app, &who, &id).await?.into()))
}

/// Why a job is done again.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
struct Revived {
    /// Why.
    note: String,
}

/// Put a job that was given up back into the queue
#[utoipa::path(post, path = "/jobs/{id}/revive", tag = "jobs", request_body = Revived,
    params(("id" = String, Path, description = "The job's id")),
    responses((status = 200, body = JobShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn revive(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
    Body(body): Body<Revived>,
) -> Result<Json<JobShape>, Problem> {
    Ok(Json(queue::revive(&app, &who, &id, &body.note).await?.into()))
}

/// Take a job off the queue for good
#[utoipa::path(delete, path = "/jobs/{id}", tag = "jobs", params(("id" = String, Path, description = "The job's id")),
    responses((status = 204), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
async fn delete(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
) -> Result<StatusCode, Problem> {
    queue::delete(&app, &who, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}
