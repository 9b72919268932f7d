//! `/metrics`: what is counted, in the text form of Prometheus.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::app::App;
use crate::app::access::Scope;
use crate::app::{jobs, metrics};
use crate::http::extract::Asker;
use crate::http::problem::Problem;

/// The routes.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new().route("/metrics", get(all))
}

async fn all(State(app): State<Arc<App>>, Asker(who): Asker) -> Result<Response, Problem> {
    who.may(Scope::Read)?;
    jobs::measure(&app, &who.workspace).await;
    let kind = (header::CONTENT_TYPE, "text/plain; version=0.0.4");
    Ok(([kind], metrics::shown(&who.workspace)).into_response())
}
