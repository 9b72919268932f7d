//! `/agent-roles`: roles, their `prompt_config`, and assembling their steps.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use proem::agent::input::Message;
use proem_store::log::Move;
use proem_store::role::Role;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json2};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::app::clock::written;
use crate::app::roles::{self, Members, New, Step};
use crate::catalog::live::Mark;
use crate::http::agents::{known, made};
use crate::http::extract::{Asked, Asker, Body, PageAsked, expected};
use crate::http::problem::Problem;
use crate::http::shape::{List, tagged};

/// The routes.
pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(get))
        .routes(routes!(prompt, patch))
        .routes(routes!(reset))
        .routes(routes!(rollback))
        .routes(routes!(log))
        .routes(routes!(version))
        .routes(routes!(assembled))
}

/// A role.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Role)]
struct RoleShape {
    id: String,
    name: String,
    description: String,
    /// Whether it is shipped: it can be copied and not changed.
    is_template: bool,
    /// The role that it is a copy of.
    source_role_id: Option<String>,
    /// The number of its active version.
    version: u32,
    #[schema(value_type = Object)]
    prompt_config: Json2,
    #[schema(value_type = Option<Object>)]
    model: Json2,
    #[schema(value_type = Object)]
    modes: Json2,
    created_at: String,
    updated_at: String,
    hash: String,
}

impl From<Role> for RoleShape {
    fn from(role: Role) -> Self {
        let mut members = roles::document(&role);
        let mut take = |key: &str| members.remove(key);
        let modes = take("modes").unwrap_or_else(|| Json2::Object(Map::new()));
        Self {
            description: take("description")
                .and_then(|text| text.as_str().map(str::to_owned))
                .unwrap_or_default(),
            prompt_config: take("prompt_config").unwrap_or_default(),
            model: take("model").unwrap_or_default(),
            modes,
            id: role.id,
            name: role.name,
            is_template: role.is_template,
            source_role_id: role.source_role_id,
            version: role.version,
            created_at: written(role.created_at),
            updated_at: written(role.updated_at),
            hash: role.hash,
        }
    }
}

/// What a role is told.
#[derive(Debug, Serialize, ToSchema)]
struct PromptConfig {
    #[schema(value_type = Object)]
    prompt_config: Json2,
}

/// A reply with the `prompt_config` of a role, and its version as the tag.
fn config(role: Role) -> Response {
    let version = role.version;
    tagged(version, Json(PromptConfig { prompt_config: RoleShape::from(role).prompt_config }))
}

/// List the roles of the workspace, and the templates
#[utoipa::path(get, path = "/agent-roles", tag = "roles", params(PageAsked),
    responses((status = 200, body = List<RoleShape>), (status = 401, body = Problem), (status = 422, body = Problem)))]
async fn list(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Asked(page): Asked<PageAsked>,
) -> Result<Json<List<RoleShape>>, Problem> {
    let found = roles::list(&app, &who, page.paging()?).await?;
    Ok(Json(List::of(found, RoleShape::from)))
}

/// A new role: a copy of another one, or an object as in `role.json`.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = NewRole)]
struct Create {
    /// The role that is copied: a template, or one of the workspace.
    source_role_id: Option<String>,
    /// Its name; that of the source where it is left out.
    name: Option<String>,
    description: Option<String>,
    #[schema(value_type = Option<Object>)]
    model: Option<Json2>,
    #[schema(value_type = Option<Object>)]
    prompt_config: Option<Json2>,
    #[schema(value_type = Option<Object>)]
    modes: Option<Json2>,
    /// Why.
    note: String,
}

/// Make a role
#[utoipa::path(post, path = "/agent-roles", tag = "roles", request_body = Create,
    responses((status = 201, body = RoleShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn create(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Body(create): Body<Create>,
) -> Result<Response, Problem> {
    let new = New {
        source_role_id: create.source_role_id,
        name: create.name,
        members: Members {
            prompt_config: create.prompt_config,
            description: create.description,
            model: create.model,
            modes: create.modes,
        },
        note: create.note,
    };
    let made = roles::create(&app, &who, new).await?;
    Ok(tagged(made.version, (StatusCode::CREATED, Json(RoleShape::from(made)))))
}

/// Read a role
#[utoipa::path(get, path = "/agent-roles/{id}", tag = "roles", params(("id" = String, Path, description = "Its id")),
    responses((status = 200, body = RoleShape), (status = 401, body = Problem), (status = 404, body = Problem)))]
async fn get(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let found = roles::get(&app, &who, &id).await?;
    Ok(tagged(found.version, Json(RoleShape::from(found))))
}

/// Read what a role is told
#[utoipa::path(get, path = "/agent-roles/{id}/prompt", tag = "roles", params(("id" = String, Path, description = "Its id")),
    responses((status = 200, body = PromptConfig), (status = 401, body = Problem), (status = 404, body = Problem)))]
async fn prompt(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    Ok(config(roles::get(&app, &who, &id).await?))
}

/// What is replaced of a role, each member whole; what is left out stays.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = RolePatch)]
struct Changes {
    #[schema(value_type = Option<Object>)]
    prompt_config: Option<Json2>,
    description: Option<String>,
    #[schema(value_type = Option<Object>)]
    model: Option<Json2>,
    #[schema(value_type = Option<Object>)]
    modes: Option<Json2>,
    /// Why.
    note: String,
    /// The number of the newest version that the caller knows.
    expected_version: Option<u32>,
}

/// Replace what a role is told
#[utoipa::path(patch, path = "/agent-roles/{id}/prompt", tag = "roles", request_body = Changes,
    params(("id" = String, Path, description = "Its id")),
    responses((status = 200, body = PromptConfig), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn patch(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
    headers: HeaderMap,
    Body(changes): Body<Changes>,
) -> Result<Response, Problem> {
    let expected = expected(&headers, changes.expected_version)?;
    let members = Members {
        prompt_config: changes.prompt_config,
        description: changes.description,
        model: changes.model,
        modes: changes.modes,
    };
    Ok(config(roles::change(&app, &who, &id, members, expected, &changes.note).await?))
}

/// Why something is done to a role, and what the caller takes for granted.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = RoleChange)]
struct Change {
    /// Why.
    note: String,
    /// The number of the active version that the caller knows.
    expected_version: Option<u32>,
}

/// Why a role is reset.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = RoleReset)]
struct Reset {
    /// Why.
    note: String,
}

/// Make a copy what its source is now
#[utoipa::path(post, path = "/agent-roles/{id}/reset", tag = "roles", request_body = Reset,
    params(("id" = String, Path, description = "Its id")),
    responses((status = 200, body = PromptConfig), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn reset(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
    Body(reset): Body<Reset>,
) -> Result<Response, Problem> {
    Ok(config(roles::reset(&app, &who, &id, &reset.note).await?))
}

/// Make a role what it was before
#[utoipa::path(post, path = "/agent-roles/{id}/rollback", tag = "roles", request_body = Change,
    params(("id" = String, Path, description = "Its id")),
    responses((status = 200, body = PromptConfig), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn rollback(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
    headers: HeaderMap,
    Body(change): Body<Change>,
) -> Result<Response, Problem> {
    let expected = expected(&headers, change.expected_version)?;
    Ok(config(roles::rollback(&app, &who, &id, expected, &change.note).await?))
}

/// A version that was made active.
#[derive(Debug, Serialize, ToSchema)]
struct RoleMove {
    /// The version that was active before.
    from: Option<u32>,
    /// The version that is active since.
    to: Option<u32>,
    at: String,
    author: String,
    note: String,
}

/// List the versions of a role as they were made active, newest first
#[utoipa::path(get, path = "/agent-roles/{id}/log", tag = "roles",
    params(("id" = String, Path, description = "Its id"), PageAsked),
    responses((status = 200, body = List<RoleMove>), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
async fn log(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
    Asked(page): Asked<PageAsked>,
) -> Result<Json<List<RoleMove>>, Problem> {
    let found = roles::moves(&app, &who, &id, page.paging()?).await?;
    let shape = |moved: Move| RoleMove {
        from: moved.from,
        to: moved.to,
        at: written(moved.at),
        author: moved.actor,
        note: moved.note,
    };
    Ok(Json(List::of(found, shape)))
}

/// Read what a role was told in a version
#[utoipa::path(get, path = "/agent-roles/{id}/versions/{version}", tag = "roles",
    params(("id" = String, Path, description = "Its id"), ("version" = u32, Path, description = "The number")),
    responses((status = 200, body = PromptConfig),
        (status = 401, body = Problem), (status = 404, body = Problem)))]
async fn version(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path((id, version)): Path<(String, u32)>,
) -> Result<Response, Problem> {
    let prompt_config = roles::version(&app, &who, &id, version).await?;
    Ok(tagged(version, Json(PromptConfig { prompt_config })))
}

/// A step that is to be assembled.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = RoleStep)]
struct Assemble {
    /// `ticket`, `chat`, `gate` or `cron`.
    step: String,
    /// The mode that is on.
    mode: Option<String>,
    /// The values of variables: `{"ticket": {"title": …}}`.
    input: Map<String, Json2>,
    /// The conversation so far, for a chat.
    #[schema(value_type = Vec<Object>)]
    history: Vec<Message>,
    /// The time, RFC 3339; that of the server where it is left out.
    now: Option<String>,
    /// The provider, instead of the one of the model.
    provider: Option<String>,
    /// The model, instead of the role's.
    model: Option<String>,
    /// A `prompt_config` in place of the stored one, whole; takes the right to edit. Nothing is stored.
    #[schema(value_type = Option<Object>)]
    prompt_config: Option<Json2>,
    /// Modes in place of the stored ones, whole; takes the right to edit. Nothing is stored.
    #[schema(value_type = Option<Object>)]
    modes: Option<Json2>,
    /// `manifest` adds the account of the assembly.
    include: Vec<String>,
}

/// Assemble a step of a role
#[utoipa::path(post, path = "/agent-roles/{id}/assemble", tag = "roles", request_body = Assemble,
    params(("id" = String, Path, description = "Its id")),
    responses((status = 200, description = "The call"), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
async fn assembled(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
    Body(body): Body<Assemble>,
) -> Result<Response, Problem> {
    known(&body.include)?;
    let draft =
        Members { prompt_config: body.prompt_config, modes: body.modes, ..Members::default() };
    let step = Step {
        step: body.step,
        mode: body.mode,
        input: body.input,
        history: body.history,
        now: body.now,
        provider: body.provider,
        model: body.model,
        draft: (draft != Members::default()).then_some(draft),
        manifest: !body.include.is_empty(),
    };
    let done = roles::assemble(&app, &who, &id, step).await?;
    Ok(made(&id, done, Mark { stale: app.live.is_stale(), development: false }, None))
}
