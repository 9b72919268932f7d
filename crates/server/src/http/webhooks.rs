//! `/webhooks`: who is told what happens.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use proem_store::webhook::Webhook;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::app::clock::written;
use crate::app::webhooks::{self, New};
use crate::http::extract::{Asked, Asker, Body, PageAsked};
use crate::http::problem::Problem;
use crate::http::shape::List;

/// The routes.
pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(list, create)).routes(routes!(get, switch, delete))
}

/// A webhook, without its secret.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Webhook)]
struct WebhookShape {
    /// A UUID.
    id: String,
    /// Where it is told.
    url: String,
    /// What it wants to hear of; `*` is everything.
    events: Vec<String>,
    /// Whether it is told anything.
    is_active: bool,
    created_at: String,
    updated_at: String,
}

impl From<Webhook> for WebhookShape {
    fn from(hook: Webhook) -> Self {
        Self {
            id: hook.id,
            url: hook.url,
            events: hook.events,
            is_active: hook.is_active,
            created_at: written(hook.created_at),
            updated_at: written(hook.updated_at),
        }
    }
}

/// List the webhooks of the workspace
#[utoipa::path(get, path = "/webhooks", tag = "webhooks", params(PageAsked),
    responses((status = 200, body = List<WebhookShape>), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
async fn list(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Asked(page): Asked<PageAsked>,
) -> Result<Json<List<WebhookShape>>, Problem> {
    Ok(Json(List::of(webhooks::list(&app, &who, page.paging()?).await?, WebhookShape::from)))
}

/// A new webhook.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewWebhook)]
struct Asks {
    /// Where it is told: an address of a host that the operator has allowed.
    url: String,
    /// What it wants to hear of: `turn.done`, `crisis`, `prompt.activated`, …; `*` is everything.
    events: Vec<String>,
    /// Why it is made.
    #[serde(default)]
    note: String,
}

/// A webhook that was made.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MadeWebhook)]
struct MadeShape {
    #[serde(flatten)]
    webhook: WebhookShape,
    /// What signs the messages to it, `whsec_…`; told only now.
    secret: String,
}

/// Make a webhook; its secret is told only now
#[utoipa::path(post, path = "/webhooks", tag = "webhooks", request_body = Asks,
    responses((status = 201, body = MadeShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
async fn create(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Body(asks): Body<Asks>,
) -> Result<(StatusCode, Json<MadeShape>), Problem> {
    let new = New { url: asks.url, events: asks.events, note: asks.note };
    let made = webhooks::create(&app, &who, new).await?;
    let secret = made.secret.clone();
    Ok((StatusCode::CREATED, Json(MadeShape { webhook: made.into(), secret })))
}

/// Look at a webhook
#[utoipa::path(get, path = "/webhooks/{id}", tag = "webhooks", params(("id" = String, Path, description = "The webhook's UUID")),
    responses((status = 200, body = WebhookShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem)))]
async fn get(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
) -> Result<Json<WebhookShape>, Problem> {
    Ok(Json(webhooks::get(&app, &who, &id).await?.into()))
}

/// What becomes of a webhook.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Switched {
    /// Whether it is told anything.
    is_active: bool,
    /// Why.
    #[serde(default)]
    note: String,
}

/// Switch a webhook on or off; what happens while it is off is not told
#[utoipa::path(patch, path = "/webhooks/{id}", tag = "webhooks", request_body = Switched,
    params(("id" = String, Path, description = "The webhook's UUID")),
    responses((status = 200, body = WebhookShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
async fn switch(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
    Body(body): Body<Switched>,
) -> Result<Json<WebhookShape>, Problem> {
    Ok(Json(webhooks::switch(&app, &who, &id, body.is_active, &body.note).await?.into()))
}

/// Remove a webhook; what waits for it is not sent
#[utoipa::path(delete, path = "/webhooks/{id}", tag = "webhooks", params(("id" = String, Path, description = "The webhook's UUID")),
    responses((status = 204), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
async fn delete(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
) -> Result<StatusCode, Problem> {
    webhooks::delete(&app, &who, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}
