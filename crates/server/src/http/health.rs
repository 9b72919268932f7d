//! Whether the service is there.
//!
//! Owns what a supervisor asks. It must never need a key, and never tell anything of a workspace.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::json;

use crate::app::App;

/// The routes.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new().route("/healthz", get(alive)).route("/readyz", get(ready))
}

/// Whether the process answers.
async fn alive(State(app): State<Arc<App>>) -> &'static str {
    if app.live.is_development() { "fine, development\n" } else { "fine\n" }
}

/// Whether writes can be taken. Known agents are served also where they cannot.
async fn ready(State(app): State<Arc<App>>) -> Response {
    let seen = app.store.read((), |tx, ()| Box::pin(proem_store::epoch::all(tx))).await;
    let stale = app.live.is_stale();
    let (status, store) = match seen {
        Ok(_) => (StatusCode::OK, "fine"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "away"),
    };
    let mut told = json!({"store": store, "stale": stale});
    if app.live.is_development() {
        told["development"] = json!(true);
    }
    (status, Json(told)).into_response()
}
