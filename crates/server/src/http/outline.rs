//! `/agents/{agent}/outline` and `/agents/{agent}/cases`: what an agent is, for people who look at it.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use proem::agent::Agent;
use proem::agent::action::Action;
use proem::agent::call::{AnswerKind, Call, Run};
use proem::agent::case::Case;
use proem::agent::context::{ContextKey, KeySource};
use proem::agent::decode::Text;
use proem::agent::gate::GateRow;
use proem::agent::layer::{Engine, Fill, Layer, Shrink};
use proem::agent::state::{Scope, StateKey};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::app::outline::{self, Outline, PlayedCase, PlayedTurn};
use crate::http::extract::Asker;
use crate::http::problem::Problem;

/// The routes.
pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(get)).routes(routes!(case))
}

/// What an agent is, as it is served.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Outline)]
struct OutlineShape {
    agent: String,
    description: String,
    /// The version of its bundle that is served.
    version: u32,
    /// Its model, as far as it is declared.
    model: ModelShape,
    /// Its constants, with what the workspace sets.
    config: Map<String, Value>,
    state: Vec<StateKeyShape>,
    context: Vec<ContextKeyShape>,
    actions: Vec<ActionShape>,
    gate: Vec<GateRowShape>,
    /// The order of obedience, highest first.
    authority: Vec<AuthorityShape>,
    /// The types of its prompts.
    prompt_types: Vec<String>,
    /// The prompts of the sealed core.
    core: Vec<String>,
    /// Its calls; the first is `reply`.
    calls: Vec<CallShape>,
    /// Its cases, by name.
    cases: Vec<CaseShape>,
    /// The providers for which a payload can be written.
    providers: Vec<String>,
}

/// A model.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OutlineModel)]
struct ModelShape {
    name: String,
    /// In tokens.
    window: u32,
    /// Tokens that are kept for the answer.
    reserve: u32,
}

/// A state key.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OutlineStateKey)]
struct StateKeyShape {
    name: String,
    /// JSON Schema of its values.
    #[schema(value_type = Object)]
    schema: Value,
    /// What it is where nothing was set; left out where it is not there then.
    #[serde(skip_serializing_if = "Option::is_none")]
    default: Option<Value>,
    /// How long it keeps its value: `turn`, `session`, `user`.
    scope: &'static str,
    /// What its values are called.
    titles: Vec<TitleShape>,
}

/// What a value is called.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OutlineTitle)]
struct TitleShape {
    value: String,
    title: String,
    /// For the heads of tables.
    short: String,
    description: String,
}

/// A context key.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OutlineContextKey)]
struct ContextKeyShape {
    name: String,
    description: String,
    /// The type of its values.
    kind: String,
    /// Where they come from: an expression, or `http`.
    source: String,
    trusted: bool,
    max_tokens: Option<u32>,
    /// How many items of a list are kept at most.
    limit: Option<u32>,
}

/// An action.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OutlineAction)]
struct ActionShape {
    name: String,
    description: String,
    /// JSON Schema of its parameters.
    #[schema(value_type = Object)]
    params: Value,
    /// Who may ask: `model`, `user`, or the name of a call.
    by: Vec<String>,
    allow: Option<String>,
}

/// A row of the gate.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OutlineGateRow)]
struct GateRowShape {
    /// What is looked for in the message.
    phrases: Vec<String>,
    regex: Vec<String>,
    unless: Vec<String>,
    when: Option<String>,
    /// The call whose answer the row needs.
    call: Option<String>,
    /// The state keys that it writes.
    sets: Vec<String>,
    /// What is said without asking a model.
    say: Option<String>,
    actions: Vec<String>,
    always: bool,
    #[serde(rename = "final")]
    last: bool,
    /// Rows for the case that the call failed.
    #[schema(no_recursion)]
    fallback: Vec<GateRowShape>,
}

/// Somebody who is obeyed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OutlineAuthority)]
struct AuthorityShape {
    name: String,
    meaning: String,
}

/// A call.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OutlineCall)]
struct CallShape {
    name: String,
    /// When it runs: `reply`, `instead`, `gate`, `after`, `background`, `asked`.
    run: &'static str,
    when: Option<String>,
    isolated: bool,
    bare: bool,
    /// What it adds to the core.
    core: Vec<String>,
    /// The only context keys that it is given; null where it is given all.
    context: Option<Vec<String>>,
    /// In which shape the model answers: `text`, `actions`, `steps`, `verdict`, `schema`.
    answer: &'static str,
    /// JSON Schema of its answers, where they are of the kind `schema`.
    #[schema(value_type = Option<Object>)]
    schema: Option<Value>,
    layers: Vec<LayerShape>,
}

/// A layer.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OutlineLayer)]
struct LayerShape {
    id: String,
    title: String,
    /// The question that it answers.
    about: String,
    channel: String,
    header: Option<String>,
    when: Option<String>,
    optional: bool,
    /// The prompts that fill it, as they are declared.
    prompts: Vec<LayerPromptShape>,
    /// What the engine writes into it: `rules`, `actions`, `step`, `priority`, `answer`.
    engine: Option<&'static str>,
    /// How it gives way: `never`, `drop`, `items`, `oldest`, `tail`, `head`, `middle`.
    shrink: &'static str,
    keep: u32,
    priority: u32,
}

/// A prompt of a layer.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OutlineLayerPrompt)]
struct LayerPromptShape {
    /// Its name, in which an expression may stand.
    name: String,
    when: Option<String>,
}

/// A case.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OutlineCase)]
struct CaseShape {
    name: String,
    title: String,
    description: String,
    /// How many turns it has.
    turns: usize,
}

/// A case whose turns were played with the answers that it has for them.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PlayedCase)]
struct PlayedShape {
    name: String,
    title: String,
    description: String,
    turns: Vec<PlayedTurnShape>,
}

/// A turn of a case.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PlayedTurn)]
struct PlayedTurnShape {
    /// What went in, with everything that was carried over from the turn before: what `assemble` takes.
    input: Map<String, Value>,
    /// The call to look at, when it is not the turn's own.
    call: Option<String>,
    /// What the case expects.
    #[schema(value_type = Object)]
    expect: Value,
    /// What the user read.
    said: Vec<String>,
    /// What was expected and did not hold.
    failures: Vec<String>,
}

/// Read what an agent is: its state, calls, layers, context keys, actions and cases
#[utoipa::path(get, path = "/agents/{agent}/outline", tag = "agents", operation_id = "outline",
    params(("agent" = String, Path, description = "Its name")),
    responses((status = 200, body = OutlineShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
async fn get(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(agent): Path<String>,
) -> Result<Json<OutlineShape>, Problem> {
    Ok(Json(outline::outline(&app, &who, &agent).await?.into()))
}

/// Read a case of an agent, played: what goes into each turn, and what came of it
#[utoipa::path(get, path = "/agents/{agent}/cases/{case}", tag = "agents",
    params(("agent" = String, Path, description = "Its name"), ("case" = String, Path, description = "The case's name")),
    responses((status = 200, body = PlayedShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
async fn case(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path((agent, case)): Path<(String, String)>,
) -> Result<Json<PlayedShape>, Problem> {
    Ok(Json(outline::case(&app, &who, &agent, &case).await?.into()))
}

impl From<Outline> for OutlineShape {
    fn from(outline: Outline) -> Self {
        let agent: &Agent = outline.agent();
        Self {
            agent: outline.serving.name.clone(),
            description: agent.description.clone(),
            version: outline.serving.version,
            model: ModelShape {
                name: agent.model.name.clone(),
                window: agent.model.window,
                reserve: agent.model.reserve,
            },
            state: agent.state.iter().map(state_key).collect(),
            context: agent.context.iter().map(context_key).collect(),
            actions: agent.actions.iter().map(action).collect(),
            gate: agent.gate.iter().map(row).collect(),
            authority: agent
                .authority
                .iter()
                .map(|own| AuthorityShape { name: own.name.clone(), meaning: own.meaning.clone() })
                .collect(),
            prompt_types: outline.prompt_types(),
            core: agent.core.iter().map(|name| name.value.to_string()).collect(),
            calls: agent.calls.iter().map(call).collect(),
            cases: outline.serving.cases.iter().map(listed).collect(),
            providers: proem::provider::PROVIDERS.iter().map(|one| one.name().to_owned()).collect(),
            config: outline.config,
        }
    }
}

impl From<PlayedCase> for PlayedShape {
    fn from(PlayedCase { case, turns }: PlayedCase) -> Self {
        let turn = |turn: PlayedTurn| PlayedTurnShape {
            input: turn.input,
            call: turn.call,
            expect: turn.expect,
            said: turn.said,
            failures: turn.failures,
        };
        Self {
            name: case.name,
            title: case.title,
            description: case.description,
            turns: turns.into_iter().map(turn).collect(),
        }
    }
}

fn state_key(key: &StateKey) -> StateKeyShape {
    let title = |(value, title): &(String, proem::agent::state::Title)| TitleShape {
        value: value.clone(),
        title: title.title.clone(),
        short: title.short.clone(),
        description: title.description.clone(),
    };
    StateKeyShape {
        name: key.name.clone(),
        schema: key.schema.clone(),
        default: key.default.clone(),
        scope: match key.scope {
            Scope::Turn => "turn",
            Scope::Session => "session",
            Scope::User => "user",
        },
        titles: key.titles.iter().map(title).collect(),
    }
}

fn context_key(key: &ContextKey) -> ContextKeyShape {
    ContextKeyShape {
        name: key.name.clone(),
        description: key.description.clone(),
        kind: key.key_type.as_str().to_owned(),
        source: match &key.source {
            KeySource::Expression(from) => from.value.clone(),
            KeySource::Http { .. } => "http".to_owned(),
        },
        trusted: key.trusted,
        max_tokens: key.max_tokens,
        limit: key.limit,
    }
}

fn action(action: &Action) -> ActionShape {
    ActionShape {
        name: action.name.clone(),
        description: action.description.clone(),
        params: action.params.clone(),
        by: texts(&action.by),
        allow: text(&action.allow),
    }
}

fn row(row: &GateRow) -> GateRowShape {
    GateRowShape {
        phrases: texts(&row.phrases),
        regex: texts(&row.regex),
        unless: texts(&row.unless),
        when: text(&row.when),
        call: text(&row.call),
        sets: row.set.iter().map(|set| set.key.value.clone()).collect(),
        say: text(&row.say),
        actions: texts(&row.actions),
        always: row.always,
        last: row.last,
        fallback: row.fallback.iter().map(self::row).collect(),
    }
}

fn call(call: &Call) -> CallShape {
    CallShape {
        name: call.name.clone(),
        run: match call.run {
            Run::Reply => "reply",
            Run::Instead => "instead",
            Run::Gate => "gate",
            Run::After => "after",
            Run::Background => "background",
            Run::Asked => "asked",
        },
        when: text(&call.when),
        isolated: call.isolated,
        bare: call.bare,
        core: call.core.iter().map(|name| name.value.to_string()).collect(),
        context: call.context.as_deref().map(texts),
        answer: match call.answer.kind {
            AnswerKind::Text => "text",
            AnswerKind::Actions => "actions",
            AnswerKind::Steps => "steps",
            AnswerKind::Verdict => "verdict",
            AnswerKind::Schema => "schema",
        },
        schema: call.answer.schema.clone(),
        layers: call.layers.iter().map(layer).collect(),
    }
}

fn layer(layer: &Layer) -> LayerShape {
    let (prompts, engine) = match &layer.fill {
        Fill::Prompts(prompts) => (prompts.as_slice(), None),
        Fill::Engine(engine) => (&[][..], Some(*engine)),
        Fill::Conversation => (&[][..], None),
    };
    LayerShape {
        id: layer.id.clone(),
        title: layer.title.clone(),
        about: layer.about.clone(),
        channel: layer.channel.as_str().to_owned(),
        header: text(&layer.header),
        when: text(&layer.when),
        optional: layer.optional,
        prompts: prompts
            .iter()
            .map(|prompt| LayerPromptShape {
                name: prompt.name.value.clone(),
                when: text(&prompt.when),
            })
            .collect(),
        engine: engine.map(|engine| match engine {
            Engine::Rules => "rules",
            Engine::Actions => "actions",
            Engine::Step => "step",
            Engine::Priority => "priority",
            Engine::Answer => "answer",
        }),
        shrink: match layer.shrink {
            Shrink::Never => "never",
            Shrink::Drop => "drop",
            Shrink::Items => "items",
            Shrink::Oldest => "oldest",
            Shrink::Tail => "tail",
            Shrink::Head => "head",
            Shrink::Middle => "middle",
        },
        keep: layer.keep,
        priority: layer.priority,
    }
}

fn listed(case: &Case) -> CaseShape {
    CaseShape {
        name: case.name.clone(),
        title: case.title.clone(),
        description: case.description.clone(),
        turns: case.turns.len(),
    }
}

fn text(text: &Option<Text>) -> Option<String> {
    text.as_ref().map(|text| text.value.clone())
}

fn texts(texts: &[Text]) -> Vec<String> {
    texts.iter().map(|text| text.value.clone()).collect()
}
