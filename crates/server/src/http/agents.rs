//! `/agents`: agents, and assembling their calls.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use proem::agent::input::TurnInput;
use proem::diagnostic::Diagnostic;
use proem::turn::account::manifest::Manifest;
use proem::turn::gather::request::Request;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json2};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::app::agents;
use crate::app::assemble::{self, Assembly, History, Made, Wish};
use crate::app::clock::written;
use crate::app::fault::{Fault, Mistake};
use crate::app::turns::ahead;
use crate::catalog::live::Mark;
use crate::http::apart::{self, Apart, Own};
use crate::http::extract::{Asked, Asker, PageAsked, Sent, misread};
use crate::http::pieces;
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
    /// A UUID; empty for a folder that is served as it is.
    id: String,
    agent: String,
    /// 0 for a folder that is served as it is, without becoming a version.
    version: u32,
    /// Whether it is served from a folder, for those who write it.
    #[serde(skip_serializing_if = "is_false")]
    development: bool,
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

fn is_false(truth: &bool) -> bool {
    !truth
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
            development: agent.version == 0,
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

/// What is to be assembled, and how. Everything else is the input of the turn, as in files and cases.
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
    /// The UUID of a conversation: state, history and memories are its own then. Nothing of it changes.
    session: Option<String>,
}

impl Own for Assemble {
    const NAMES: &'static [&'static str] =
        &["call", "provider", "model", "drafts", "values", "include", "session"];
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
    sent: Sent,
) -> Result<Response, Problem> {
    let text = sent.text()?;
    let mut begun = app.histories.begun(&who.workspace, text);
    let short = begun.shortened();
    let read = apart::read::<Assemble>(text, short.as_deref(), &mut begun)?;
    let Apart { own: body, input, history, given, .. } = read;
    if body.session.is_some() {
        of_session(given.iter().map(String::as_str))?;
    }
    let wish = Wish {
        input,
        call: body.call,
        provider: body.provider,
        model: body.model,
        drafts: body.drafts,
        fetched: body.values,
        manifest: !body.include.is_empty(),
    };
    known(&body.include)?;
    let mark = app.live.mark(&who.workspace, &agent);
    let Some(session) = body.session else {
        let history = History { begun, new: history };
        let made = assemble::assemble(&app, &who, &agent, wish, history).await?;
        return Ok(self::made(&agent, made, mark, None));
    };
    let (made, version) = ahead::assembled(&app, &who, &agent, &session, wish).await?;
    Ok(tagged(version, self::made(&agent, made, mark, Some((&session, version)))))
}

/// What a conversation has of its own, so that nobody hands it in.
const STORED: [&str; 7] = ["state", "memory", "history", "history_from", "unit", "id", "now"];

/// Refuses members of an input that a conversation has of its own.
fn of_session<'n>(given: impl Iterator<Item = &'n str>) -> Result<(), Fault> {
    let own = given.filter(|name| STORED.contains(name));
    let mistakes: Vec<_> = own
        .map(|name| {
            let detail = "with `session` this comes from the conversation";
            Mistake::at(format!("/{name}"), "session.given", detail).help("Leave it out.")
        })
        .collect();
    if mistakes.is_empty() { Ok(()) } else { Err(Fault::Invalid(mistakes)) }
}

/// The input of a turn.
pub(super) fn input(given: Map<String, Json2>, has_session: bool) -> Result<TurnInput, Fault> {
    if has_session {
        of_session(given.keys().map(String::as_str))?;
    }
    let given = Json2::Object(given);
    TurnInput::deserialize(&given).map_err(|error| {
        misread::<TurnInput>(&given, given.to_string().len(), "", &error.to_string())
    })
}

/// Refuses to include what there is not.
pub(super) fn known(include: &[String]) -> Result<(), Fault> {
    let unknown = include.iter().enumerate().filter(|(_, name)| *name != "manifest");
    let mistakes: Vec<_> = unknown
        .map(|(at, name)| {
            let detail = format!("`{name}` is nothing that can be included; known is `manifest`");
            Mistake::at(format!("/include/{at}"), "include.unknown", detail)
        })
        .collect();
    if mistakes.is_empty() { Ok(()) } else { Err(Fault::Invalid(mistakes)) }
}

/// What an assembly came to; of a conversation with its id and version.
pub(super) fn made(agent: &str, made: Made, mark: Mark, of: Option<(&str, u32)>) -> Response {
    let of = Of { session: of.map(|of| of.0), session_version: of.map(|of| of.1) };
    match made {
        Made::Call(assembly) => with_payload(agent, &assembly, mark, &of),
        Made::Said { text, actions, state } => {
            let beside = &of;
            Json(SaidShape { said: text, actions, state, beside }).into_response()
        }
    }
}

/// The conversation that a reply is about.
#[derive(Serialize)]
struct Of<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    session: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session_version: Option<u32>,
}

/// What is said in place of a call.
#[derive(Serialize)]
struct SaidShape<'a> {
    said: String,
    actions: Vec<String>,
    state: Map<String, Json2>,
    #[serde(flatten)]
    beside: &'a Of<'a>,
}

/// Everything of a call but its payload, which is JSON text already.
#[derive(Serialize)]
struct Head<'a, B> {
    agent: &'a str,
    call: &'a str,
    release: &'a str,
    provider: &'a str,
    model: &'a str,
    tokens: u32,
    stale: bool,
    #[serde(skip_serializing_if = "is_false")]
    development: bool,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    requests: &'a [Request],
    #[serde(skip_serializing_if = "Option::is_none")]
    manifest: Option<&'a Manifest>,
    #[serde(flatten)]
    beside: &'a B,
}

/// A reply with a call: what it is, what else there is to say, and its payload behind everything else.
pub(super) fn with_payload(
    agent: &str,
    assembly: &Assembly,
    mark: Mark,
    beside: &impl Serialize,
) -> Response {
    let head = Head {
        agent,
        call: &assembly.call,
        release: &assembly.release,
        provider: assembly.provider,
        model: &assembly.model,
        tokens: assembly.tokens,
        stale: mark.stale,
        development: mark.development,
        requests: &assembly.requests,
        manifest: assembly.manifest.as_ref(),
        beside,
    };
    let mut text = match serde_json::to_vec(&head) {
        Ok(text) => text,
        Err(error) => return Problem::from(Fault::Broken(error.to_string())).into_response(),
    };
    // The brace that closes it.
    text.pop();
    text.extend_from_slice(b",\"payload\":");
    let payload = Bytes::from_owner(Payload(assembly.made()));
    let pieces = vec![Bytes::from(text), payload, Bytes::from_static(b"}")];
    ([(header::CONTENT_TYPE, "application/json")], pieces::body(pieces)).into_response()
}

/// A payload, as bytes that are sent.
struct Payload(Arc<proem::turn::Made>);

impl AsRef<[u8]> for Payload {
    fn as_ref(&self) -> &[u8] {
        self.0.payload.as_bytes()
    }
}
