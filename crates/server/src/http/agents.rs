//! `/agents`: agents, and assembling their calls.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use proem::agent::input::TurnInput;
use proem::diagnostic::Diagnostic;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json2, json};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::app::agents;
use crate::app::assemble::{self, Assembly, Made, Wish};
use crate::app::clock::written;
use crate::app::fault::Fault;
use crate::http::extract::{Asked, Asker, Body, PageAsked, Path};
use crate::http::problem::Problem;
use crate::http::shape::{List, tagged};

/// The routes.
pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(get)).routes(routes!(assembled))
}

/// A version of an agent.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Agent)]
pub(super) struct AgentShape {
    /// A UUID.
    id: String,
    agent: String,
    version: u32,
    description: String,
    /// The files of its folder that are no prompts: path and hash.
    files: BTreeMap<String, String>,
    is_active: bool,
    labels: Vec<String>,
    created_at: String,
    updated_at: String,
    author: String,
    note: String,
    hash: String,
}

impl AgentShape {
    /// The number of the version.
    pub(super) fn version(&self) -> u32 {
        self.version
    }
}

impl From<proem_store::agent::Agent> for AgentShape {
    fn from(agent: proem_store::agent::Agent) -> Self {
        Self {
            id: agent.id,
            agent: agent.agent,
            version: agent.version,
            description: agent.description,
            files: agent.files,
            is_active: agent.is_active,
            labels: agent.labels,
            created_at: written(agent.created_at),
            updated_at: written(agent.updated_at),
            author: agent.author,
            note: agent.note,
            hash: agent.hash,
        }
    }
}

/// List agents
#[utoipa::path(get, path = "/agents", tag = "agents", params(PageAsked),
    responses((status = 200, body = List<AgentShape>), (status = 401, body = Problem), (status = 422, body = Problem)))]
async fn list(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Asked(page): Asked<PageAsked>,
) -> Result<Json<List<AgentShape>>, Problem> {
    let found = agents::list(&app, &who, page.paging()?).await?;
    Ok(Json(List::of(found, AgentShape::from)))
}

/// An agent and how it is served.
#[derive(Debug, Serialize, ToSchema)]
struct FoundAgent {
    #[serde(flatten)]
    agent: AgentShape,
    /// What is served; null where no version is.
    serving: Option<ServingShape>,
    /// What is wrong with what is stored, where it is not served for that; else what is worth knowing.
    #[schema(value_type = Vec<Object>)]
    findings: Vec<Diagnostic>,
}

/// A version that is served.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Serving)]
struct ServingShape {
    version: u32,
    hash: String,
}

/// Read an agent, and how it is served
#[utoipa::path(get, path = "/agents/{agent}", tag = "agents", params(("agent" = String, Path, description = "Its name")),
    responses((status = 200, body = FoundAgent), (status = 401, body = Problem), (status = 404, body = Problem)))]
async fn get(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(agent): Path<String>,
) -> Result<Response, Problem> {
    let found = agents::get(&app, &who, &agent).await?;
    let serving = found.serving.map(|(version, hash)| ServingShape { version, hash });
    let agent = AgentShape::from(found.agent);
    Ok(tagged(agent.version, Json(FoundAgent { agent, serving, findings: found.findings })))
}

/// What is to be assembled: the input of a turn, and how.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
struct Assemble {
    /// The call, instead of the turn's own.
    call: Option<String>,
    /// The provider, instead of the one of the model.
    provider: Option<String>,
    /// The model, instead of the agent's.
    model: Option<String>,
    /// Bodies in place of stored versions, by prompt. They are never stored.
    drafts: BTreeMap<String, String>,
    /// Values of context keys that the caller has fetched.
    values: BTreeMap<String, Json2>,
    /// `manifest` adds the account of the assembly.
    include: Vec<String>,
    /// Everything else is the input of the turn, as in files and cases.
    #[serde(flatten)]
    #[schema(value_type = Object)]
    input: Map<String, Json2>,
}

/// Assemble a call of an agent
#[utoipa::path(post, path = "/agents/{agent}/assemble", tag = "agents", request_body = Assemble,
    params(("agent" = String, Path, description = "Its name")),
    responses((status = 200, description = "The call, or what the gate says in its place"), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
async fn assembled(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(agent): Path<String>,
    Body(body): Body<Assemble>,
) -> Result<Response, Problem> {
    let input: TurnInput = serde_json::from_value(Json2::Object(body.input))
        .map_err(|error| Fault::mistake("", "body.shape", error.to_string()))?;
    let wish = Wish {
        input,
        call: body.call,
        provider: body.provider,
        model: body.model,
        drafts: body.drafts,
        fetched: body.values,
        manifest: !body.include.is_empty(),
    };
    let made = assemble::assemble(&app, &who, &agent, &wish).await?;
    self::made(&agent, made, &body.include, app.live.is_stale())
}

/// What an assembly came to, with what is to be included.
pub(super) fn made(
    agent: &str,
    made: Made,
    include: &[String],
    stale: bool,
) -> Result<Response, Problem> {
    for (at, name) in include.iter().enumerate() {
        if name != "manifest" {
            let detail = format!("`{name}` is nothing that can be included; known is `manifest`");
            return Err(Fault::mistake(format!("/include/{at}"), "include.unknown", detail).into());
        }
    }
    Ok(match made {
        Made::Call(assembly) => call(agent, &assembly, stale),
        Made::Said { text, actions, state } => {
            Json(json!({"said": text, "actions": actions, "state": state})).into_response()
        }
    })
}

/// A call as JSON. The payload is JSON already and is copied.
fn call(agent: &str, assembly: &Assembly, stale: bool) -> Response {
    let mut head = json!({
        "agent": agent, "call": assembly.call, "release": assembly.release,
        "provider": assembly.provider, "model": assembly.model, "tokens": assembly.tokens,
        "stale": stale,
    });
    if !assembly.requests.is_empty() {
        head["requests"] = json!(assembly.requests);
    }
    if let Some(manifest) = &assembly.manifest {
        head["manifest"] = json!(manifest);
    }
    let mut body = head.to_string();
    body.pop();
    body.push_str(",\"payload\":");
    body.push_str(&assembly.payload);
    body.push('}');
    ([(header::CONTENT_TYPE, "application/json")], body).into_response()
}
