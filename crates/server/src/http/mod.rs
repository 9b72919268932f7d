//! The service over HTTP.
//!
//! Owns routes. A handler reads a request, calls one function of `app`, and shapes the reply; what is wrong
//! becomes a problem document (`problem`). It must never decide anything that `app` decides.
//!
//! `extract` has what handlers take from requests, `shape` what replies are made of; each resource is a file
//! with its routes and its documentation, from which the OpenAPI document is made (`document`).

mod agents;
mod apart;
mod bundles;
mod docs;
mod document;
mod experiments;
mod extract;
mod feedback;
mod flaws;
mod health;
mod jobs;
mod keys;
mod labels;
pub(crate) mod listen;
mod memories;
mod metrics;
mod misread;
mod once;
mod outline;
mod patience;
mod pieces;
mod problem;
mod prompts;
mod read;
mod roles;
mod sessions;
mod shape;
mod stream;
mod strict;
mod studio;
mod turns;
mod users;
mod watch;
mod webhooks;
mod workspaces;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::json;
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
    let document = json!(document::complete(document));
    let docs = docs::routes(&document);
    // Written once: it is long, anybody may ask for it, and slow readers share its bytes.
    let document = Bytes::from(document.to_string());
    router
        .layer(from_fn_with_state(Arc::clone(&app), within))
        .merge(health::routes().merge(metrics::routes()).with_state(Arc::clone(&app)))
        .merge(docs)
        .route("/openapi.json", get(move || async move { as_json(document) }))
        .fallback(studio::studio)
        .method_not_allowed_fallback(|| async { Problem::no_such_method() })
        .layer(DefaultBodyLimit::max(limit))
        .layer(RequestBodyTimeoutLayer::new(pause))
        .layer(from_fn_with_state(app, around))
}

fn as_json(text: Bytes) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "application/json")], text)
}

/// What is done with every request. It is one layer: each is a box and a copy of all that is below it.
async fn around(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    watch::watch(&app, request, |request| addressed(request, next)).await
}

/// What is done with every request to a resource.
async fn within(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    watch::room(&app, once::once(&app, request, next)).await
}

/// An address whose variable parts cannot be read, or kept by every database, is the address of nothing.
async fn addressed(request: Request, next: Next) -> Response {
    if request.uri().path().contains("%00") {
        return Problem::nothing_here().into_response();
    }
    let response = next.run(request).await;
    let kind = response.headers().get(header::CONTENT_TYPE);
    // Handlers tell problems as JSON; this is what the router says of an address by itself.
    let is_text = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"));
    match response.status() {
        StatusCode::BAD_REQUEST if is_text => Problem::nothing_here().into_response(),
        _ => response,
    }
}

fn api() -> OpenApiRouter<Arc<App>> {
    let resources = OpenApiRouter::new()
        .merge(prompts::routes())
        .merge(labels::routes())
        .merge(agents::routes())
        .merge(bundles::routes())
        .merge(read::routes())
        .merge(outline::routes())
        .merge(roles::routes())
        .merge(sessions::routes())
        .merge(turns::routes())
        .merge(memories::routes())
        .merge(users::routes())
        .merge(experiments::routes())
        .merge(feedback::routes())
        .merge(keys::routes())
        .merge(workspaces::routes())
        .merge(webhooks::routes())
        .merge(jobs::routes());
    OpenApiRouter::with_openapi(Document::openapi()).nest(ROOT, resources)
}
