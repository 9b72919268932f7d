//! What handlers take from requests.
//!
//! Owns who asks, bodies, pages and expected versions. What cannot be read is a problem document like any
//! other. It must never take an address, a workspace or a scope from a body.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use proem_store::page::{LONGEST, Paging};
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;
use utoipa::IntoParams;

use crate::app::App;
use crate::app::access::{Who, who};
use crate::app::fault::Fault;
use crate::http::problem::Problem;
use crate::http::twice::twice;

/// Who asks.
pub(super) struct Asker(pub Who);

impl FromRequestParts<Arc<App>> for Asker {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Problem> {
        let given = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let secret = given.and_then(|value| {
            let (scheme, secret) = value.split_once(' ')?;
            scheme.eq_ignore_ascii_case("bearer").then_some(secret.trim())
        });
        let secret = secret.ok_or(Problem::from(Fault::Unknown))?;
        let who = who(app, secret).await?;
        app.rates.count(&who.key)?;
        Ok(Self(who))
    }
}

/// A body of JSON. An empty one is an empty object.
pub(super) struct Body<T>(pub T);

impl<T: DeserializeOwned> FromRequest<Arc<App>> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, Problem> {
        let kind = request.headers().get(header::CONTENT_TYPE);
        let kind = kind.and_then(|kind| kind.to_str().ok()).map(str::to_ascii_lowercase);
        let is_json = kind.as_deref().is_none_or(|kind| {
            let kind = kind.split(';').next().unwrap_or_default().trim();
            kind == "application/json" || kind.ends_with("+json")
        });
        if !is_json {
            return Err(Problem::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "body.type",
                "The body must be `application/json`",
            ));
        }
        let bytes = Bytes::from_request(request, app).await.map_err(|rejected| {
            let too_large = rejected.status() == StatusCode::PAYLOAD_TOO_LARGE;
            let (code, title) = match too_large {
                true => ("body.too-large", "The body is too large"),
                false => ("body.broken", "The body cannot be read"),
            };
            Problem::new(rejected.status(), code, title)
        })?;
        let bytes: &[u8] = if bytes.is_empty() { b"{}" } else { &bytes };
        if has_nul(bytes) {
            return Err(Fault::mistake("", "body.shape", NUL).into());
        }
        if let Some(pointer) = twice(bytes) {
            let detail = "this member stands there twice";
            return Err(Fault::mistake(pointer, "body.twice", detail).into());
        }
        // Serde would also take the members in their order, without their names.
        let is_object = bytes.trim_ascii_start().first() == Some(&b'{');
        let read = match is_object {
            true => serde_json::from_slice(bytes).map(Some),
            false => serde_json::from_slice::<IgnoredAny>(bytes).map(|_| None),
        };
        match read {
            Ok(Some(body)) => Ok(Self(body)),
            Ok(None) => Err(Fault::mistake("", "body.shape", "the body must be an object").into()),
            // Serde calls it a mistake of syntax where an object has no member and one was to say which kind it is.
            Err(error) if error.is_data() || serde_json::from_slice::<Value>(bytes).is_ok() => {
                Err(Fault::mistake("", "body.shape", error.to_string()).into())
            }
            Err(error) => {
                Err(Problem::new(StatusCode::BAD_REQUEST, "body.syntax", "The body is no JSON")
                    .detail(error.to_string()))
            }
        }
    }
}

/// What is said of the one character that not every database can keep.
const NUL: &str = "the character U+0000 cannot stand in a text";

/// Whether a text of a JSON document has the character U+0000, which can only be written as an escape.
fn has_nul(json: &[u8]) -> bool {
    let mut rest = json;
    while let Some(at) = rest.iter().position(|byte| *byte == b'\\') {
        let escape = rest.get(at + 1..).unwrap_or_default();
        if escape.starts_with(b"u0000") {
            return true;
        }
        // Also behind a backslash that is escaped itself.
        rest = escape.get(1..).unwrap_or_default();
    }
    false
}

/// What is asked for in an address.
pub(super) struct Asked<T>(pub T);

impl<T: DeserializeOwned> FromRequestParts<Arc<App>> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<App>) -> Result<Self, Problem> {
        if parts.uri.query().is_some_and(|query| query.contains("%00")) {
            return Err(Fault::mistake("", "query.shape", NUL).into());
        }
        match Query::try_from_uri(&parts.uri) {
            Ok(Query(asked)) => Ok(Self(asked)),
            Err(rejected) => Err(Fault::mistake("", "query.shape", rejected.body_text()).into()),
        }
    }
}

/// Which page of a list.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct PageAsked {
    /// How many items, at most 500; 50 where it is left out.
    #[param(minimum = 1, maximum = 500)]
    pub(super) limit: Option<u32>,
    /// The `next` of the page before.
    pub(super) after: Option<String>,
}

impl PageAsked {
    pub(super) fn paging(self) -> Result<Paging, Problem> {
        let limit = self.limit.unwrap_or(50);
        if !(1..=LONGEST).contains(&limit) {
            let detail = format!("a page has 1 to {LONGEST} items");
            return Err(Fault::mistake("?limit", "page.limit", detail).into());
        }
        Ok(Paging { limit, after: self.after })
    }
}

/// The version that a writer expects, of `If-Match` or of the body; both must agree.
pub(super) fn expected(headers: &HeaderMap, body: Option<u32>) -> Result<Option<u32>, Problem> {
    let Some(value) = headers.get(header::IF_MATCH) else { return Ok(body) };
    let text = value.to_str().unwrap_or_default().trim();
    let number = text.trim_start_matches("W/").trim_matches('"').parse().ok();
    match (number, body) {
        (Some(number), Some(body)) if number != body => {
            let detail = "`If-Match` and `expected_version` differ";
            Err(Fault::mistake("/expected_version", "version.contradiction", detail).into())
        }
        (Some(number), _) => Ok(Some(number)),
        (None, _) => {
            let detail = "it must be the number of a version in quotation marks";
            Err(Fault::mistake("If-Match", "header.if-match", detail).into())
        }
    }
}
