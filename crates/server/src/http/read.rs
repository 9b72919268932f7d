//! `/agents/{agent}/read`: turns whose model the caller asks.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use proem::turn::course::given::{ActionResult, Given};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json2, json};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::app::fault::{Fault, Mistake};
use crate::app::turns::hand::{Answer, Came, Wish};
use crate::app::turns::heard::{self, Of};
use crate::catalog::live::Mark;
use crate::http::agents::{input, known, with_payload};
use crate::http::extract::{Asker, Body, expected};
use crate::http::problem::Problem;
use crate::http::turns::{as_json, once};

/// The routes.
pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(read))
}

/// What is to be read: the input of the turn as it was assembled, and what its call was answered.
#[derive(Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(default)]
struct Read {
    /// What the model wrote. Of `answer`, `body`, `failed` and `results` there is one, or none where no call was
    /// made.
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<String>,
    /// What the provider sent, whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    body: Option<Map<String, Json2>>,
    /// Why there is no answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    failed: Option<String>,
    /// The results of actions, in their order: `{"result": …}` or `{"error": "why"}`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Vec<Object>>)]
    results: Option<Vec<ActionResult>>,
    /// The `given` of the reply before, where the turn needed more.
    #[schema(value_type = Vec<Object>)]
    given: Vec<Given>,
    /// Whether an answer that cannot be taken is asked for again; else it is taken as it is, with its problems.
    reask: bool,
    /// The call, as it was assembled.
    call: Option<String>,
    /// The provider, as it was assembled for; it reads the `body`.
    provider: Option<String>,
    /// The model, as it was assembled for.
    model: Option<String>,
    /// Values of context keys that the caller has fetched.
    values: BTreeMap<String, Json2>,
    /// `manifest` adds the account of each call.
    include: Vec<String>,
    /// The UUID of a conversation: the turn is its next one, and is stored where it is over.
    session: Option<String>,
    /// The `session_version` of the assembly.
    expected_version: Option<u32>,
    /// Everything else is the input of the turn, as in files and cases.
    #[serde(flatten)]
    #[schema(value_type = Object)]
    input: Map<String, Json2>,
}

/// Read a model's answer: what the turn comes to
#[utoipa::path(post, path = "/agents/{agent}/read", tag = "agents", request_body = Read,
    params(("agent" = String, Path, description = "Its name"),
        ("Idempotency-Key" = Option<String>, Header, description = "With `session`: a request that comes again with the same key gets the first reply")),
    responses((status = 200, description = "`done` with the outcome, `call` with what is to be asked next, or `requires_action`"),
        (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn read(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(agent): Path<String>,
    headers: HeaderMap,
    Body(mut body): Body<Read>,
) -> Result<Response, Problem> {
    known(&body.include)?;
    let once = once(&headers, &format!("read {agent}"), &body)?;
    let expected = expected(&headers, body.expected_version)?;
    let session = body.session.take();
    let answer = answer(&mut body)?;
    let wish = Wish {
        input: input(body.input, session.is_some())?,
        call: body.call,
        provider: body.provider,
        model: body.model,
        values: body.values,
        given: body.given,
        answer,
        reask: body.reask,
        manifest: !body.include.is_empty(),
    };
    let came = match session {
        None => heard::read(&app, &who, &agent, wish).await?,
        Some(session) => {
            let of = Of { agent: agent.clone(), session, expected };
            heard::stored(&app, &who, of, wish, once).await?
        }
    };
    Ok(told(&agent, came, app.live.mark(&who.workspace, &agent)))
}

/// What is handed in: one thing, or nothing.
fn answer(body: &mut Read) -> Result<Option<Answer>, Fault> {
    let all = [
        ("/answer", body.answer.take().map(Answer::Text)),
        ("/body", body.body.take().map(|body| Answer::Body(Json2::Object(body)))),
        ("/failed", body.failed.take().map(Answer::Failed)),
        ("/results", body.results.take().map(Answer::Results)),
    ];
    let mut found = all.into_iter().filter_map(|(at, answer)| Some((at, answer?)));
    let first = found.next().map(|(_, answer)| answer);
    let mistakes: Vec<_> = found
        .map(|(at, _)| {
            let detail = "give one of `answer`, `body`, `failed` and `results`";
            Mistake::at(at, "answer.many", detail)
        })
        .collect();
    if mistakes.is_empty() { Ok(first) } else { Err(Fault::Invalid(mistakes)) }
}

fn told(agent: &str, came: Came, mark: Mark) -> Response {
    match came {
        Came::Stored(text) => as_json(text),
        Came::Done { outcome, calls } => {
            Json(json!({"status": "done", "outcome": outcome, "calls": calls})).into_response()
        }
        Came::Call { assembly, given } => {
            with_payload(agent, &assembly, mark, &json!({"status": "call", "given": given}))
        }
        Came::Requires { requests, given } => Json(json!({
            "status": "requires_action", "required_actions": requests, "given": given,
        }))
        .into_response(),
    }
}
