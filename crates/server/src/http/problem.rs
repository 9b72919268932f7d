//! Problem documents (RFC 9457).
//!
//! Owns how a fault is told over HTTP: the status, a stable `code`, and all that is wrong in `errors`. It must
//! never tell more of a mistake of ours than that there is one.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::fault::{Fault, Mistake};

/// What went wrong.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// The status of the response.
    status: u16,
    /// The kind, a stable word.
    code: String,
    /// The kind in words.
    title: String,
    /// What happened, in a sentence.
    #[serde(skip_serializing_if = "String::is_empty")]
    detail: String,
    /// The current version, where somebody else was faster.
    #[serde(skip_serializing_if = "Option::is_none")]
    current: Option<u32>,
    /// Everything that is wrong with the request.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<ProblemError>,
}

/// The code of a problem, for whoever counts replies.
#[derive(Clone, Debug)]
pub(super) struct Refused(pub String);

/// One thing that is wrong with a request.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct ProblemError {
    /// Where: a JSON pointer into the request, or `FILE:LINE:COLUMN` of an agent's file.
    pointer: String,
    /// The kind, a stable word.
    code: String,
    /// What is wrong, in a sentence.
    detail: String,
    /// What to do.
    #[serde(skip_serializing_if = "String::is_empty")]
    help: String,
}

impl Problem {
    /// A problem of a kind.
    pub(crate) fn new(status: StatusCode, code: &str, title: &str) -> Self {
        Self {
            status: status.as_u16(),
            code: code.to_owned(),
            title: title.to_owned(),
            detail: String::new(),
            current: None,
            errors: Vec::new(),
        }
    }

    /// The same with a sentence.
    pub(crate) fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    /// Nothing is at this address.
    pub(crate) fn nothing_here() -> Self {
        Self::new(StatusCode::NOT_FOUND, "route.unknown", "There is nothing at this address")
    }

    /// The address is known, the method is not.
    pub(crate) fn no_such_method() -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "method.unknown",
            "This address does not take this method",
        )
    }

    fn errors(mut self, mistakes: Vec<Mistake>) -> Self {
        let error = |mistake: Mistake| ProblemError {
            pointer: mistake.pointer,
            code: mistake.code,
            detail: mistake.detail,
            help: mistake.help,
        };
        self.errors = mistakes.into_iter().map(error).collect();
        self
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        let code = &*fault.code();
        match fault {
            Fault::Missing { kind, id } => {
                Self::new(StatusCode::NOT_FOUND, code, "There is no such thing")
                    .detail(format!("there is no {kind} `{id}`"))
            }
            Fault::Unknown => Self::new(StatusCode::UNAUTHORIZED, code, "Who asks is not known")
                .detail("send `Authorization: Bearer proem_…` with a key that is valid"),
            Fault::Forbidden { scope } => {
                Self::new(StatusCode::FORBIDDEN, code, "The key may not do this")
                    .detail(format!("it takes the scope `{scope}`"))
            }
            Fault::NotOperator => Self::new(StatusCode::FORBIDDEN, code, "The key may not do this")
                .detail("it takes a key for administrators of the workspace `default`"),
            Fault::Invalid(mistakes) => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                code,
                "The request cannot be taken as it is",
            )
            .errors(mistakes),
            Fault::Conflict { current } => {
                let mut problem = Self::new(StatusCode::CONFLICT, code, "Somebody else was faster");
                problem.current = Some(current);
                problem.detail(format!("the current version is {current}"))
            }
            Fault::Exists(what) => {
                Self::new(StatusCode::CONFLICT, code, "It is there already").detail(what)
            }
            Fault::Refused { why, .. } => {
                Self::new(StatusCode::CONFLICT, code, "It may not be done as things stand")
                    .detail(why)
            }
            Fault::Held => {
                Self::new(StatusCode::CONFLICT, code, "Another turn of the session is under way")
            }
            Fault::Fenced => Self::new(
                StatusCode::CONFLICT,
                code,
                "The turn took too long, and another one has begun",
            )
            .detail("nothing of it was stored"),
            Fault::OtherRequest => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                code,
                "The idempotency key came with another request before",
            ),
            Fault::TooMany => {
                Self::new(StatusCode::TOO_MANY_REQUESTS, code, "The key asks too often")
                    .detail("try again in a second")
            }
            Fault::Unavailable(why) => {
                tracing::warn!(why, "the database does not answer");
                Self::new(StatusCode::SERVICE_UNAVAILABLE, code, "The database does not answer now")
                    .detail("try again in a moment")
            }
            Fault::Broken(why) => {
                tracing::error!(why, "a mistake of ours");
                Self::new(StatusCode::INTERNAL_SERVER_ERROR, code, "This is our mistake")
            }
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status);
        let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let refused = Refused(self.code.clone());
        let mut response = (status, Json(self)).into_response();
        response.extensions_mut().insert(refused);
        let kind = HeaderValue::from_static("application/problem+json");
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
        if status == StatusCode::UNAUTHORIZED {
            let scheme = HeaderValue::from_static("Bearer");
            response.headers_mut().insert(header::WWW_AUTHENTICATE, scheme);
        }
        if matches!(status, StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS) {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
        }
        response
    }
}
