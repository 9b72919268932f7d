//! What is seen of every request.
//!
//! Owns the id of a request, its line in the log, its metrics, and how many are answered at a time. It must
//! never log an address with what was asked for in it, a header, or a body: there are texts and keys in them.

use std::sync::{Arc, OnceLock};
use std::time::Instant;

use axum::body::Body;
use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt;
use tokio::sync::OwnedSemaphorePermit;
use tracing::Instrument;

use crate::app::App;
use crate::app::metrics;
use crate::http::problem::{Problem, Refused};

/// The header with the id of a request: taken over where a proxy has given one.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The header that says that the database does not answer, so that what is served may be old.
const STALE: HeaderName = HeaderName::from_static("proem-stale");

/// Whose request it is, as soon as somebody knows.
#[derive(Clone, Debug, Default)]
pub(super) struct Whose(pub Arc<OnceLock<String>>);

/// The header that says that folders are served as they are.
const DEVELOPMENT: HeaderName = HeaderName::from_static("proem-development");

/// The longest id that is taken over.
const MAX_ID: usize = 100;

/// Answers a request, and says that it did.
pub(super) async fn watch<F: Future<Output = Response>>(
    app: &App,
    mut request: Request,
    next: impl FnOnce(Request) -> F,
) -> Response {
    let id = request.headers().get(&REQUEST_ID).filter(|id| is_plain(id)).cloned();
    let id = id.or_else(|| HeaderValue::from_str(&app.clock.id()).ok());
    let id = id.unwrap_or(HeaderValue::from_static("unknown"));
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    let route = route.unwrap_or("none").to_owned();
    let span = tracing::info_span!("request", id = id.to_str().unwrap_or_default());
    let whose = Whose::default();
    request.extensions_mut().insert(whose.clone());
    let began = Instant::now();
    let mut response = async {
        let response = next(request).await;
        let (status, took) = (response.status().as_u16(), began.elapsed());
        let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        tracing::info!(%method, route, status, ms, "answered");
        metrics::request(method.as_str(), &route, status, took);
        let of_turns = route.ends_with("/turns") || route.ends_with("/results");
        if let (Some(of), Some(Refused(code))) = (whose.0.get(), response.extensions().get())
            && of_turns
            && method == Method::POST
        {
            metrics::refused(of, code);
        }
        response
    }
    .instrument(span)
    .await;
    response.headers_mut().insert(REQUEST_ID, id);
    if app.live.is_stale() {
        response.headers_mut().insert(STALE, HeaderValue::from_static("true"));
    }
    if app.live.is_development() {
        response.headers_mut().insert(DEVELOPMENT, HeaderValue::from_static("true"));
    }
    response
}

/// Answers a request if there is room for it. A stream keeps its place until it has ended.
pub(super) async fn room(app: &App, answer: impl Future<Output = Response>) -> Response {
    match Arc::clone(&app.room).try_acquire_owned() {
        Ok(place) => keep(answer.await, place),
        Err(_) => Problem::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "service.busy",
            "There are too many requests at a time",
        )
        .detail("try again in a moment")
        .into_response(),
    }
}

fn keep(response: Response, place: OwnedSemaphorePermit) -> Response {
    let kind = response.headers().get(header::CONTENT_TYPE);
    if !kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream")) {
        return response;
    }
    response.map(|body| {
        Body::from_stream(body.into_data_stream().inspect(move |_| {
            let _kept = &place;
        }))
    })
}

fn is_plain(id: &HeaderValue) -> bool {
    let word = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.:/".contains(byte);
    !id.is_empty() && id.len() <= MAX_ID && id.as_bytes().iter().all(word)
}
