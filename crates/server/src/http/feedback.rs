//! `/feedback`: what people thought.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use proem_store::feedback::Feedback;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::app::clock::written;
use crate::app::feedback::{self, New};
use crate::http::extract::{Asked, Asker, Body, PageAsked};
use crate::http::problem::Problem;
use crate::http::shape::List;

/// The routes.
pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(list, give))
}

/// What somebody thought.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Feedback)]
struct FeedbackShape {
    id: String,
    session: String,
    turn: Option<u32>,
    name: String,
    /// The value as a share of its scale, from 0 to 1.
    number: Option<f64>,
    comment: String,
    author: String,
    created_at: String,
}

impl From<Feedback> for FeedbackShape {
    fn from(given: Feedback) -> Self {
        Self {
            id: given.id,
            session: given.session,
            turn: given.turn,
            name: given.name,
            number: given.number,
            comment: given.comment,
            author: given.actor,
            created_at: written(given.created_at),
        }
    }
}

/// Whose feedback is listed.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Listed {
    /// The conversation's UUID.
    session: Option<String>,
    /// How many items, at most 500; 50 where it is left out.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u32>,
    /// The `next` of the page before.
    after: Option<String>,
}

/// List feedback, newest first
#[utoipa::path(get, path = "/feedback", tag = "feedback", params(Listed),
    responses((status = 200, body = List<FeedbackShape>), (status = 401, body = Problem), (status = 422, body = Problem)))]
async fn list(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Asked(asked): Asked<Listed>,
) -> Result<Json<List<FeedbackShape>>, Problem> {
    let page = PageAsked { limit: asked.limit, after: asked.after };
    let found = feedback::list(&app, &who, asked.session, page.paging()?).await?;
    Ok(Json(List::of(found, FeedbackShape::from)))
}

/// A yes, a no, or a number.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(untagged)]
enum Value {
    /// A yes is 1, a no is 0.
    Bool(bool),
    /// A number on the scale.
    Number(f64),
}

/// What somebody thought.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewFeedback)]
struct Given {
    /// The conversation's UUID.
    session: String,
    /// The turn's number; left out for the conversation as a whole.
    turn: Option<u32>,
    /// What it is about; `rating` where it is left out.
    #[serde(default = "rating")]
    name: String,
    value: Option<Value>,
    /// The smallest and the largest number of the scale; 0 and 1 where it is left out.
    scale: Option<(f64, f64)>,
    #[serde(default)]
    comment: String,
}

fn rating() -> String {
    "rating".to_owned()
}

/// Give feedback
#[utoipa::path(post, path = "/feedback", tag = "feedback", request_body = Given,
    responses((status = 201, body = FeedbackShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
async fn give(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Body(given): Body<Given>,
) -> Result<Response, Problem> {
    let scale = given.scale.unwrap_or((0.0, 1.0));
    let number = given.value.map(|value| match value {
        Value::Bool(true) => scale.1,
        Value::Bool(false) => scale.0,
        Value::Number(number) => number,
    });
    let new = New {
        session: given.session,
        turn: given.turn,
        name: given.name,
        number,
        scale,
        comment: given.comment,
    };
    let kept = feedback::give(&app, &who, new).await?;
    Ok((StatusCode::CREATED, Json(FeedbackShape::from(kept))).into_response())
}
