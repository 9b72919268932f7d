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
use serde::de::DeserializeOwned;
use serde_json::Value;
use utoipa::IntoParams;

use crate::app::App;
use crate::app::access::{Who, who};
use crate::app::fault::{Fault, Mistake};
use crate::http::flaws::{NUL, TWICE, flaws};
use crate::http::misread::mistakes;
use crate::http::problem::Problem;
use crate::http::strict::{Flaw, Wrong, read};
use crate::http::watch::Whose;

/// Who asks.
pub(super) struct Asker(pub Who);

impl FromRequestParts<Arc<App>> for Asker {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Problem> {
        // Somebody has asked already, on the way to here.
        if let Some(who) = parts.extensions.get::<Who>() {
            return Ok(Self(who.clone()));
        }
        let secret = secret(parts).ok_or(Problem::from(Fault::Unknown))?;
        let who = who(app, secret).await?;
        if let Some(Whose(whose)) = parts.extensions.get() {
            // It is always the same.
            let _ = whose.set(who.workspace.clone());
        }
        app.rates.count(&who.key)?;
        Ok(Self(who))
    }
}

/// The key of whoever asks.
pub(super) fn secret(parts: &Parts) -> Option<&str> {
    let given = parts.headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, secret) = given.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(secret.trim())
}

/// A body of JSON. An empty one is an empty object.
pub(super) struct Body<T>(pub T);

impl<T: DeserializeOwned> FromRequest<Arc<App>> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, Problem> {
        let sent = Sent::from_request(request, app).await?;
        let text = sent.text()?;
        read(text).map_err(|wrong| told::<T>(text, wrong)).map(Self)
    }
}

/// A body of JSON, as it was sent.
pub(super) struct Sent(Bytes);

impl Sent {
    /// Its text. An empty one is an empty object.
    pub(super) fn text(&self) -> Result<&str, Problem> {
        let text = std::str::from_utf8(&self.0).map_err(|_| {
            Problem::new(StatusCode::BAD_REQUEST, "body.syntax", "The body is no JSON")
                .detail("it is not UTF-8")
        })?;
        Ok(if text.is_empty() { "{}" } else { text })
    }
}

impl FromRequest<Arc<App>> for Sent {
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
        whole(request, app).await.map(Self)
    }
}

/// What is wrong with a body, all of it: `T` is what it was to be.
pub(super) fn told<T: DeserializeOwned>(text: &str, Wrong { pointer, flaw }: Wrong) -> Problem {
    let is_shape = matches!(flaw, Flaw::Shape(_));
    let (code, detail) = match flaw {
        Flaw::Syntax(why) => {
            return Problem::new(StatusCode::BAD_REQUEST, "body.syntax", "The body is no JSON")
                .detail(why);
        }
        Flaw::NoObject => {
            return Fault::mistake(pointer, "body.shape", "the body must be an object").into();
        }
        Flaw::Twice => ("body.twice", TWICE.to_owned()),
        Flaw::Nul => ("body.shape", NUL.to_owned()),
        Flaw::Shape(why) => ("body.shape", why),
    };
    let first = Mistake::at(pointer, code, detail);
    // Behind it the body may be no JSON any longer.
    let shapes = serde_json::from_str(text).map(|body| mistakes::<T>(&body, text.len()));
    let (flaws, shapes) = (flaws(text), shapes.unwrap_or_default());
    let all = match is_shape {
        true => [flaws, with(first, shapes)],
        false => [with(first, flaws), shapes],
    }
    .concat();
    Fault::Invalid(all).into()
}

/// What is wrong with a body that is none of a type; at least what its reader said first.
pub(super) fn misread<T: DeserializeOwned>(
    body: &Value,
    length: usize,
    pointer: &str,
    why: &str,
) -> Fault {
    let first = Mistake::at(pointer, "body.shape", why);
    Fault::Invalid(with(first, mistakes::<T>(body, length)))
}

/// Mistakes of a kind, with the one that the reader said unless it is among them: of two members of one name only one
/// may have it.
fn with(first: Mistake, all: Vec<Mistake>) -> Vec<Mistake> {
    let is_it = |told: &Mistake| {
        let behind = told.pointer.strip_prefix(first.pointer.as_str());
        behind.is_some_and(|behind| behind.is_empty() || behind.starts_with('/'))
    };
    let is_told = all.iter().any(is_it);
    Some(first).filter(|_| !is_told).into_iter().chain(all).collect()
}

/// The bytes of a body.
pub(super) async fn whole(request: Request, app: &Arc<App>) -> Result<Bytes, Problem> {
    Bytes::from_request(request, app).await.map_err(|rejected| {
        let too_large = rejected.status() == StatusCode::PAYLOAD_TOO_LARGE;
        let (code, title) = match too_large {
            true => ("body.too-large", "The body is too large"),
            false => ("body.broken", "The body cannot be read"),
        };
        Problem::new(rejected.status(), code, title)
    })
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
