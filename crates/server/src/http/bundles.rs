//! `/agents/{agent}`: changing agents, their versions and constants, and what is known of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use proem::diagnostic::Diagnostic;
use proem::survey::diff::Diff;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::app::bundle::{self, Checked, Folder};
use crate::app::fault::Fault;
use crate::app::settings::{self, Settings};
use crate::app::{agents, difference, survey};
use crate::http::agents::AgentShape;
use crate::http::extract::{Asked, Asker, Body, PageAsked, expected};
use crate::http::problem::Problem;
use crate::http::shape::{Change, List, tagged};

/// The routes.
pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(put))
        .routes(routes!(check))
        .routes(routes!(diff))
        .routes(routes!(versions))
        .routes(routes!(activate))
        .routes(routes!(rollback))
        .routes(routes!(export))
        .routes(routes!(matrix))
        .routes(routes!(flow))
        .routes(routes!(config, set_config))
}

/// The whole folder of an agent.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewAgent)]
struct New {
    /// Every file by its path: `agent.yaml` or `role.json`, `prompts/…`, `cases/…`.
    files: BTreeMap<String, String>,
    /// Whether it becomes what is served; prompts that it does not have become inactive then.
    #[serde(default = "yes")]
    is_active: bool,
    /// Why it is made.
    #[serde(default)]
    note: String,
    /// The newest version of the agent that its author knows; 0 is: there is none.
    expected_version: Option<u32>,
    /// The newest versions of prompts that its author knows, by name; 0 is: there is none.
    #[serde(default)]
    expected_prompts: BTreeMap<String, u32>,
}

fn yes() -> bool {
    true
}

/// What became of a folder.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TakenAgent)]
struct TakenShape {
    /// The version of the agent that has its files.
    agent: AgentShape,
    /// The prompts of which there is a new version.
    new: Vec<String>,
    /// The prompts that are no longer active, because the folder does not have them.
    removed: Vec<String>,
    /// What is worth knowing.
    #[schema(value_type = Vec<Object>)]
    warnings: Vec<Diagnostic>,
}

/// Store an agent's folder: what changed becomes new versions
#[utoipa::path(put, path = "/agents/{agent}", tag = "agents", request_body = New,
    params(("agent" = String, Path, description = "Its name")),
    responses((status = 200, body = TakenShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn put(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(agent): Path<String>,
    headers: HeaderMap,
    Body(new): Body<New>,
) -> Result<Response, Problem> {
    let folder = Folder {
        files: new.files,
        is_active: new.is_active,
        note: new.note,
        expected: expected(&headers, new.expected_version)?,
        expected_prompts: new.expected_prompts,
    };
    let taken = bundle::put(&app, &who, &agent, folder).await?;
    let shape = TakenShape {
        agent: taken.agent.into(),
        new: taken.new,
        removed: taken.removed,
        warnings: taken.warnings,
    };
    Ok(tagged(shape.agent.version(), Json(shape)))
}

/// What is to be checked: a whole folder, or drafts in the agent as it is active.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
struct Check {
    /// Every file by its path.
    files: Option<BTreeMap<String, String>>,
    /// Texts in place of active prompts, by name: bodies, or whole files where they begin with `---`.
    drafts: BTreeMap<String, String>,
}

/// What is wrong with an agent, or worth knowing.
#[derive(Debug, Serialize, ToSchema)]
struct Findings {
    /// Whether there is no error among them.
    fine: bool,
    /// Each with `code`, `severity`, `message`, and where they are known `span`, `help` and `fix`, the edits
    /// that mend it: the schema `finding`.
    #[schema(value_type = Vec<Object>)]
    findings: Vec<Diagnostic>,
}

/// Check an agent; nothing is stored
#[utoipa::path(post, path = "/agents/{agent}/check", tag = "agents", request_body = Check,
    params(("agent" = String, Path, description = "Its name")),
    responses((status = 200, body = Findings), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn check(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(agent): Path<String>,
    Body(body): Body<Check>,
) -> Result<Json<Findings>, Problem> {
    let what = match (body.files, body.drafts) {
        (Some(_), drafts) if !drafts.is_empty() => {
            let detail = "give `files` or `drafts`, not both";
            return Err(Fault::mistake("/drafts", "check.both", detail).into());
        }
        (Some(files), _) => Checked::Files(files),
        (None, drafts) => Checked::Drafts(drafts),
    };
    let findings = bundle::check(&app, &who, &agent, what).await?;
    let fine = !proem::diagnostic::any_error(&findings);
    Ok(Json(Findings { fine, findings }))
}

/// What is to be compared with the agent as it is served.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
struct Drafted {
    /// Texts in place of active prompts, by name: bodies, or whole files where they begin with `---`.
    drafts: BTreeMap<String, String>,
    /// Whether all states of the agent are compared too.
    matrix: bool,
}

/// Read what drafts would move in the turns of the agent's cases; nothing is stored
#[utoipa::path(post, path = "/agents/{agent}/diff", tag = "agents", request_body = Drafted,
    params(("agent" = String, Path, description = "Its name")),
    responses((status = 200, body = Object, description = "What differs (`prompts`, `declared`), and what moved in `cases` and, where it was asked for, in the `matrix`"),
        (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn diff(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(agent): Path<String>,
    Body(body): Body<Drafted>,
) -> Result<Json<Diff>, Problem> {
    Ok(Json(difference::of_drafts(&app, &who, &agent, body.drafts, body.matrix).await?))
}

/// List the versions of an agent
#[utoipa::path(get, path = "/agents/{agent}/versions", tag = "agents",
    params(("agent" = String, Path, description = "Its name"), PageAsked),
    responses((status = 200, body = List<AgentShape>), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
async fn versions(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(agent): Path<String>,
    Asked(page): Asked<PageAsked>,
) -> Result<Json<List<AgentShape>>, Problem> {
    let found = agents::versions(&app, &who, &agent, page.paging()?).await?;
    Ok(Json(List::of(found, AgentShape::from)))
}

/// Which version becomes active.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Activate {
    /// Its number.
    version: u32,
    /// Why.
    #[serde(default)]
    note: String,
    /// The number of the active version that the caller knows; 0 where none is.
    expected_version: Option<u32>,
}

/// Make a version of an agent the active one
#[utoipa::path(post, path = "/agents/{agent}/activate", tag = "agents", request_body = Activate,
    params(("agent" = String, Path, description = "Its name")),
    responses((status = 200, body = AgentShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn activate(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(agent): Path<String>,
    headers: HeaderMap,
    Body(body): Body<Activate>,
) -> Result<Response, Problem> {
    let expected = expected(&headers, body.expected_version)?;
    let now = agents::activate(&app, &who, &agent, body.version, expected, &body.note).await?;
    Ok(tagged(now.version, Json(AgentShape::from(now))))
}

/// Make the version of an agent active that was active before
#[utoipa::path(post, path = "/agents/{agent}/rollback", tag = "agents", request_body = Change,
    params(("agent" = String, Path, description = "Its name")),
    responses((status = 200, body = AgentShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn rollback(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(agent): Path<String>,
    headers: HeaderMap,
    Body(change): Body<Change>,
) -> Result<Response, Problem> {
    let expected = expected(&headers, change.expected_version)?;
    let now = agents::rollback(&app, &who, &agent, expected, &change.note).await?;
    Ok(tagged(now.version, Json(AgentShape::from(now))))
}

/// The whole folder of an agent as it is active.
#[derive(Debug, Serialize, ToSchema)]
struct Export {
    agent: String,
    /// The version of the agent.
    version: u32,
    /// Every file by its path, active prompts among them: what `PUT` takes.
    files: BTreeMap<String, String>,
}

/// Read the whole folder of an agent as it is active
#[utoipa::path(get, path = "/agents/{agent}/export", tag = "agents",
    params(("agent" = String, Path, description = "Its name")),
    responses((status = 200, body = Export), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn export(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(agent): Path<String>,
) -> Result<Response, Problem> {
    let (found, files) = agents::export(&app, &who, &agent).await?;
    let (agent, version) = (found.agent, found.version);
    Ok(tagged(version, Json(Export { agent, version, files })))
}

/// Which states are walked.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Walked {
    /// The state keys that vary, with commas between them; all of them where it is left out.
    only: Option<String>,
}

/// Read every state of an agent, and what it comes to
#[utoipa::path(get, path = "/agents/{agent}/matrix", tag = "agents",
    params(("agent" = String, Path, description = "Its name"), Walked),
    responses((status = 200, body = Object, description = "The axes, and a cell for each state: `from`, `state`, `status`, `reason`, `call`, `tokens`"),
        (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
async fn matrix(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(agent): Path<String>,
    Asked(asked): Asked<Walked>,
) -> Result<Response, Problem> {
    let only = asked.only.iter().flat_map(|only| only.split(','));
    let only = only.map(str::trim).filter(|key| !key.is_empty()).map(str::to_owned).collect();
    let found = survey::matrix(&app, &who, &agent, only).await?;
    Ok(axum::response::IntoResponse::into_response(Json(found)))
}

/// When a conversation has dropped out.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Watched {
    /// After how many days without a turn; 7 where it is left out.
    #[param(minimum = 1, maximum = 3_650)]
    quiet_days: Option<u32>,
}

/// Read the steps of an agent as a graph, and how many conversations are in them
#[utoipa::path(get, path = "/agents/{agent}/flow", tag = "agents",
    params(("agent" = String, Path, description = "Its name"), Watched),
    responses((status = 200, body = Object, description = "`start`, `nodes` with stage, slots, tools and how many conversations have reached each, are here, went on and dropped out, `edges` with their conditions, `ended`, and `gone`: steps that the agent has no longer"),
        (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
async fn flow(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(agent): Path<String>,
    Asked(asked): Asked<Watched>,
) -> Result<Json<survey::Flow>, Problem> {
    Ok(Json(survey::flow(&app, &who, &agent, asked.quiet_days).await?))
}

/// What this workspace sets of an agent's constants.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Config)]
struct ConfigShape {
    /// What is set.
    config: Map<String, Value>,
    /// Counted from 1; 0 where nothing was ever set.
    version: u32,
    /// What the agent declares; null where it cannot be served.
    declared: Option<Map<String, Value>>,
}

impl From<Settings> for ConfigShape {
    fn from(settings: Settings) -> Self {
        let Settings { set, declared } = settings;
        Self { config: set.config, version: set.version, declared }
    }
}

/// Read what this workspace sets of an agent's constants
#[utoipa::path(get, path = "/agents/{agent}/config", tag = "agents",
    params(("agent" = String, Path, description = "Its name")),
    responses((status = 200, body = ConfigShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem)))]
async fn config(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(agent): Path<String>,
) -> Result<Response, Problem> {
    let found = ConfigShape::from(settings::get(&app, &who, &agent).await?);
    Ok(tagged(found.version, Json(found)))
}

/// New values for constants.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewConfig {
    /// All that is to be set; what was set before and is not here is no longer.
    config: Map<String, Value>,
    /// Why.
    #[serde(default)]
    note: String,
    /// The version that the caller knows; 0 where nothing was ever set.
    expected_version: Option<u32>,
}

/// Set an agent's constants for this workspace
#[utoipa::path(put, path = "/agents/{agent}/config", tag = "agents", request_body = NewConfig,
    params(("agent" = String, Path, description = "Its name")),
    responses((status = 200, body = ConfigShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn set_config(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(agent): Path<String>,
    headers: HeaderMap,
    Body(new): Body<NewConfig>,
) -> Result<Response, Problem> {
    let expected = expected(&headers, new.expected_version)?;
    let set = settings::set(&app, &who, &agent, new.config, expected, &new.note).await?;
    let shape = ConfigShape::from(set);
    Ok(tagged(shape.version, Json(shape)))
}
