//! `/prompts`: versions of prompts.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use proem::diagnostic::Diagnostic;
use proem::survey::diff::Diff;
use proem_store::prompt::Filter;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::app::difference::{self, Difference};
use crate::app::fault::Fault;
use crate::app::prompts::{self, Draft};
use crate::http::extract::{Asked, Asker, Body, PageAsked, expected};
use crate::http::problem::Problem;
use crate::http::shape::{Change, List, PromptShape, tagged};

/// The routes.
pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(get, delete))
        .routes(routes!(activate))
        .routes(routes!(deactivate))
        .routes(routes!(rollback))
        .routes(routes!(diff))
}

/// Which versions are listed.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Listed {
    agent: Option<String>,
    prompt_type: Option<String>,
    /// A phase; empty for prompts without one.
    phase: Option<String>,
    is_active: Option<bool>,
    label: Option<String>,
    /// Words that stand in name, title, description or body.
    q: Option<String>,
    /// Leaves `body` and `source` out of the items.
    #[serde(default)]
    brief: bool,
    /// How many items, at most 500; 50 where it is left out.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u32>,
    /// The `next` of the page before.
    after: Option<String>,
}

/// List versions of prompts
#[utoipa::path(get, path = "/prompts", tag = "prompts", params(Listed),
    responses((status = 200, body = List<PromptShape>), (status = 401, body = Problem), (status = 422, body = Problem)))]
async fn list(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Asked(asked): Asked<Listed>,
) -> Result<Json<List<PromptShape>>, Problem> {
    let page = PageAsked { limit: asked.limit, after: asked.after };
    let filter = Filter {
        agent: asked.agent,
        prompt_type: asked.prompt_type,
        phase: asked.phase.map(|phase| Some(phase).filter(|phase| !phase.is_empty())),
        is_active: asked.is_active,
        label: asked.label,
        q: asked.q,
    };
    let found = prompts::list(&app, &who, filter, page.paging()?).await?;
    let shape = if asked.brief { PromptShape::brief } else { PromptShape::from };
    Ok(Json(List::of(found, shape)))
}

/// A new version of a prompt.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewPrompt)]
struct New {
    /// The agent; may be left out where there is one.
    agent: Option<String>,
    /// The type, at most 32 characters.
    prompt_type: String,
    /// The phase, at most 32 characters; null or left out where the type has none.
    phase: Option<String>,
    /// Another name of `phase`.
    coaching_phase: Option<String>,
    /// At most 255 characters.
    title: Option<String>,
    description: Option<String>,
    /// The template.
    body: Option<String>,
    #[serde(default)]
    required_context_keys: Vec<String>,
    #[serde(default)]
    allowed_actions: Vec<String>,
    /// A condition.
    when: Option<String>,
    /// The whole file, front matter and body, in place of the fields above.
    source: Option<String>,
    /// Whether it becomes the active version.
    #[serde(default = "yes")]
    is_active: bool,
    /// Why it is made.
    #[serde(default)]
    note: String,
    /// The newest version that its author knows.
    expected_version: Option<u32>,
}

fn yes() -> bool {
    true
}

/// Create the next version of a prompt
#[utoipa::path(post, path = "/prompts", tag = "prompts", request_body = New,
    responses((status = 201, body = PromptShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn create(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    headers: HeaderMap,
    Body(new): Body<New>,
) -> Result<Response, Problem> {
    let phase = match (new.phase, new.coaching_phase) {
        (Some(one), Some(other)) if one != other => {
            let detail = "`phase` and `coaching_phase` are the same thing and differ";
            return Err(Fault::mistake("/phase", "prompt.phase", detail).into());
        }
        (one, other) => one.or(other),
    };
    let draft = Draft {
        agent: new.agent,
        prompt_type: new.prompt_type,
        phase,
        title: new.title,
        description: new.description,
        body: new.body,
        required_context_keys: new.required_context_keys,
        allowed_actions: new.allowed_actions,
        when: new.when,
        source: new.source,
        is_active: new.is_active,
        note: new.note,
        expected_version: expected(&headers, new.expected_version)?,
    };
    let made = prompts::create(&app, &who, draft).await?;
    Ok(tagged(made.version, (StatusCode::CREATED, Json(PromptShape::from(made)))))
}

/// Read a version
#[utoipa::path(get, path = "/prompts/{id}", tag = "prompts", params(("id" = String, Path, description = "The version's UUID")),
    responses((status = 200, body = PromptShape), (status = 401, body = Problem), (status = 404, body = Problem)))]
async fn get(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let found = prompts::get(&app, &who, &id).await?;
    Ok(tagged(found.version, Json(PromptShape::from(found))))
}

/// Delete a version that nothing refers to
#[utoipa::path(delete, path = "/prompts/{id}", tag = "prompts", params(("id" = String, Path, description = "The version's UUID")),
    responses((status = 204), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
async fn delete(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
) -> Result<StatusCode, Problem> {
    prompts::delete(&app, &who, &id, "").await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Make a version the active one
#[utoipa::path(post, path = "/prompts/{id}/activate", tag = "prompts", request_body = Change,
    params(("id" = String, Path, description = "The version's UUID")),
    responses((status = 200, body = PromptShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn activate(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
    headers: HeaderMap,
    Body(change): Body<Change>,
) -> Result<Response, Problem> {
    let expected = expected(&headers, change.expected_version)?;
    let now = prompts::activate(&app, &who, &id, expected, &change.note).await?;
    Ok(tagged(now.version, Json(PromptShape::from(now))))
}

/// Make a version inactive
#[utoipa::path(post, path = "/prompts/{id}/deactivate", tag = "prompts", request_body = Change,
    params(("id" = String, Path, description = "The version's UUID")),
    responses((status = 200, body = PromptShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn deactivate(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
    Body(change): Body<Change>,
) -> Result<Response, Problem> {
    let now = prompts::deactivate(&app, &who, &id, &change.note).await?;
    Ok(tagged(now.version, Json(PromptShape::from(now))).into_response())
}

/// Which prompt goes back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Rollback {
    agent: String,
    /// `type/phase`, or `type`.
    name: String,
    /// Why.
    #[serde(default)]
    note: String,
    /// The number of the active version that the caller knows.
    expected_version: Option<u32>,
}

/// Make the version active that was active before
#[utoipa::path(post, path = "/prompts/rollback", tag = "prompts", request_body = Rollback,
    responses((status = 200, body = PromptShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn rollback(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    headers: HeaderMap,
    Body(back): Body<Rollback>,
) -> Result<Response, Problem> {
    let expected = expected(&headers, back.expected_version)?;
    let now = prompts::rollback(&app, &who, &back.agent, &back.name, expected, &back.note).await?;
    Ok(tagged(now.version, Json(PromptShape::from(now))))
}

/// Which versions are compared.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Compared {
    /// The UUID of the first version.
    from: String,
    /// The UUID of the second version.
    to: String,
    /// Whether all states of the agent are compared too.
    #[serde(default)]
    matrix: bool,
}

/// What differs between two versions.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Difference)]
struct DifferenceShape {
    from: PromptShape,
    to: PromptShape,
    /// The difference of their files in unified form; empty where they are equal.
    text: String,
    /// What differs in the agent as it is active, with the one version and with the other: what is declared, and
    /// what moved in the turns of its cases. Null where one of the versions breaks the agent.
    #[schema(value_type = Option<Object>)]
    rendered: Option<Diff>,
    broken: Broken,
}

/// What is wrong with the agent with either version.
#[derive(Debug, Serialize, ToSchema)]
struct Broken {
    #[schema(value_type = Vec<Object>)]
    from: Vec<Diagnostic>,
    #[schema(value_type = Vec<Object>)]
    to: Vec<Diagnostic>,
}

/// Compare two versions of a prompt: their texts, and what they make of the agent's cases
#[utoipa::path(get, path = "/prompts/diff", tag = "prompts", params(Compared),
    responses((status = 200, body = DifferenceShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
async fn diff(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Asked(asked): Asked<Compared>,
) -> Result<Json<DifferenceShape>, Problem> {
    let found = difference::of(&app, &who, &asked.from, &asked.to, asked.matrix).await?;
    let Difference { from, to, text, rendered, broken: (first, second) } = found;
    Ok(Json(DifferenceShape {
        from: from.into(),
        to: to.into(),
        text,
        rendered,
        broken: Broken { from: first, to: second },
    }))
}
