//! `Idempotency-Key`: a POST that comes again.
//!
//! Owns how a request is told from another one under the same key, and how its reply is kept and given again, byte for
//! byte. It must never look into a body. Turns do it by themselves: their reply is in the transaction of the turn.

use std::sync::Arc;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{FromRequestParts, MatchedPath, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use proem_store::blob::hash;
use serde::{Deserialize, Serialize};
use tracing::Instrument;

use crate::app::App;
use crate::app::access::Who;
use crate::app::fault::Fault;
use crate::app::once::{self, Taken};
use crate::app::seal::Seal;
use crate::http::extract::{Asker, secret, whole};
use crate::http::problem::Problem;

/// The header.
const KEY: &str = "idempotency-key";

/// The ends of routes that keep their replies with what they store.
const OF_THEMSELVES: [&str; 3] = ["/turns", "/results", "/read"];

/// Headers of a reply that are part of it.
const KEPT: [HeaderName; 3] = [header::CONTENT_TYPE, header::ETAG, header::LOCATION];

/// A reply as it is kept.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

/// Answers a request; one that comes again under its key is answered as it was.
pub(super) async fn once(app: &Arc<App>, request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    let of_itself = route.is_some_and(|route| OF_THEMSELVES.iter().any(|end| route.ends_with(end)));
    if request.method() != Method::POST || of_itself || !request.headers().contains_key(KEY) {
        return next.run(request).await;
    }
    answered(Arc::clone(app), request, next).await.unwrap_or_else(IntoResponse::into_response)
}

async fn answered(app: Arc<App>, request: Request, next: Next) -> Result<Response, Problem> {
    let (mut parts, body) = request.into_parts();
    let Asker(who) = Asker::from_request_parts(&mut parts, &app).await?;
    let key = key(&parts.headers)?.unwrap_or_default();
    let seal = seal(&parts, &who, &key)?;
    parts.extensions.insert(who.clone());
    let body = whole(Request::from_parts(parts.clone(), body), &app).await?;
    let taken = once::take(&app, &who, &key, &told_by(&parts, &who, &body), &seal).await?;
    let mark = match taken {
        Taken::Ours(mark) => mark,
        Taken::Before(text) => return again(&text),
    };
    let request = Request::from_parts(parts, Body::from(body));
    // Whoever goes away must not leave an effect whose reply nobody kept.
    let work = async move {
        let response = once::under(mark.clone(), next.run(request)).await;
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
        let kept = kept(&parts, &bytes);
        once::end(&app, &mark, &serde_json::to_string(&kept).unwrap_or_default(), &seal).await;
        Response::from_parts(parts, Body::from(bytes))
    };
    let done = tokio::spawn(work.in_current_span()).await;
    done.map_err(|_| Fault::Broken("a request broke off".to_owned()).into())
}

/// The key of a request.
pub(super) fn key(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let Some(key) = headers.get(KEY) else { return Ok(None) };
    let key = key.to_str().unwrap_or_default().trim();
    if key.is_empty() || key.len() > 255 {
        let detail = "a key has 1 to 255 visible ASCII characters";
        return Err(Fault::mistake("Idempotency-Key", "header.idempotency-key", detail).into());
    }
    Ok(Some(key.to_owned()))
}

fn seal(parts: &Parts, who: &Who, key: &str) -> Result<Seal, Problem> {
    let seal = secret(parts).and_then(|secret| Seal::of(secret, &who.workspace, key));
    seal.ok_or_else(|| Fault::Broken("a reply cannot be sealed".to_owned()).into())
}

/// What a request is told from others by: who asks, where, what for, and under which condition.
fn told_by(parts: &Parts, who: &Who, body: &Bytes) -> String {
    let expected = parts.headers.get(header::IF_MATCH).map(HeaderValue::as_bytes);
    let head = format!("{}\n{}\n", who.key, parts.uri);
    let all = [head.as_bytes(), expected.unwrap_or_default(), b"\n", body];
    hash(&all.concat())
}

fn kept(parts: &axum::http::response::Parts, body: &[u8]) -> Kept {
    let header = |name: &HeaderName| {
        let value = parts.headers.get(name)?.to_str().ok()?;
        Some((name.as_str().to_owned(), value.to_owned()))
    };
    Kept {
        status: parts.status.as_u16(),
        headers: KEPT.iter().filter_map(header).collect(),
        body: String::from_utf8_lossy(body).into_owned(),
    }
}

/// The reply as it was.
fn again(text: &str) -> Result<Response, Problem> {
    let broken = |why: String| Problem::from(Fault::Broken(format!("a kept reply: {why}")));
    let kept: Kept = serde_json::from_str(text).map_err(|error| broken(error.to_string()))?;
    let mut response = Response::new(Body::from(kept.body));
    *response.status_mut() =
        StatusCode::from_u16(kept.status).map_err(|error| broken(error.to_string()))?;
    for (name, value) in kept.headers {
        let name = name.parse::<HeaderName>().map_err(|error| broken(error.to_string()))?;
        let value = value.parse::<HeaderValue>().map_err(|error| broken(error.to_string()))?;
        response.headers_mut().insert(name, value);
    }
    Ok(response)
}
