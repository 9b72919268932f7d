//! The service over HTTP.
//!
//! Owns routes. A handler reads a request, calls one function of `app`, and shapes the reply; what is wrong
//! becomes a problem document (`problem`). It must never decide anything that `app` decides.
//!
//! `extract` has what handlers take from requests, `shape` what replies are made of; each resource is a file
//! with its routes and its documentation, from which the OpenAPI document is made (`document`).

mod agents;
mod bundles;
mod document;
mod experiments;
mod extract;
mod feedback;
mod health;
mod keys;
mod labels;
pub(crate) mod listen;
mod memories;
mod metrics;
mod problem;
mod prompts;
mod roles;
mod sessions;
mod shape;
mod stream;
mod turns;
mod twice;
mod users;
mod watch;
mod workspaces;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use tower_http::timeout::RequestBodyTimeoutLayer;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;

use crate::app::App;
use crate::http::problem::Problem;

/// Where the API stands.
const ROOT: &str = "/api/v1";

/// What is said of the API as a whole.
#[derive(OpenApi)]
#[openapi(info(
    title = "Proem",
    description = "The prompt engine and control plane for agents that have state."
))]
struct Document;

/// Everything that is answered.
pub(crate) fn router(app: Arc<App>) -> Router {
    let (limit, pause) = (app.config.body, Duration::from_millis(app.config.pause));
    let (router, document) = api().with_state(Arc::clone(&app)).split_for_parts();
    let document = Arc::new(document::complete(document));
    router
        .layer(from_fn_with_state(Arc::clone(&app), watch::room))
        .merge(health::routes().merge(metrics::routes()).with_state(Arc::clone(&app)))
        .route("/openapi.json", get(move || async move { axum::Json(document) }))
        .fallback(|| async { Problem::nothing_here() })
        .method_not_allowed_fallback(|| async { Problem::no_such_method() })
        .layer(DefaultBodyLimit::max(limit))
        .layer(RequestBodyTimeoutLayer::new(pause))
        .layer(from_fn_with_state(app, watch::watch))
}

fn api() -> OpenApiRouter<Arc<App>> {
    let resources = OpenApiRouter::new()
        .merge(prompts::routes())
        .merge(labels::routes())
        .merge(agents::routes())
        .merge(bundles::routes())
        .merge(roles::routes())
        .merge(sessions::routes())
        .merge(turns::routes())
        .merge(memories::routes())
        .merge(users::routes())
        .merge(experiments::routes())
        .merge(feedback::routes())
        .merge(keys::routes())
        .merge(workspaces::routes());
    OpenApiRouter::with_openapi(Document::openapi()).nest(ROOT, resources)
}
