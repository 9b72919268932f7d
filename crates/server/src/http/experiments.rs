//! `/experiments`: splits between versions of a prompt, and what came of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use proem_store::experiment::{Arm, Experiment, Unit};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::app::clock::written;
use crate::app::evidence::{Interval, LEVEL, SUSPICIOUS};
use crate::app::experiments::{self, New, Results, Said};
use crate::http::extract::{Asked, Asker, Body, PageAsked, expected};
use crate::http::problem::Problem;
use crate::http::shape::{List, tagged};

/// The routes.
pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(get))
        .routes(routes!(weights))
        .routes(routes!(stop))
        .routes(routes!(results))
}

/// One side of an experiment.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Arm)]
struct ArmShape {
    name: String,
    /// The version that it serves.
    version: u32,
    /// Its share, against the sum of all weights; 0 serves nobody new.
    weight: u32,
}

/// What is split.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Unit)]
enum UnitShape {
    /// A user has one arm in all conversations.
    #[default]
    User,
    /// Each conversation has its own.
    Session,
}

/// An experiment.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Experiment)]
struct ExperimentShape {
    /// A UUID.
    id: String,
    name: String,
    agent: String,
    /// `type/phase`, or `type`.
    prompt: String,
    unit: UnitShape,
    arms: Vec<ArmShape>,
    is_running: bool,
    /// The version of its weights; what `If-Match` takes.
    version: u32,
    created_at: String,
    updated_at: String,
}

impl From<Experiment> for ExperimentShape {
    fn from(experiment: Experiment) -> Self {
        let arm = |arm: Arm| ArmShape { name: arm.name, version: arm.version, weight: arm.weight };
        Self {
            id: experiment.id,
            name: experiment.name,
            prompt: experiment.line.name(),
            agent: experiment.line.agent,
            unit: match experiment.unit {
                Unit::User => UnitShape::User,
                Unit::Session => UnitShape::Session,
            },
            arms: experiment.arms.into_iter().map(arm).collect(),
            is_running: experiment.is_running,
            version: experiment.version,
            created_at: written(experiment.created_at),
            updated_at: written(experiment.updated_at),
        }
    }
}

/// Which experiments are listed.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Listed {
    agent: Option<String>,
    is_running: Option<bool>,
    /// How many items, at most 500; 50 where it is left out.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u32>,
    /// The `next` of the page before.
    after: Option<String>,
}

/// List experiments, newest first
#[utoipa::path(get, path = "/experiments", tag = "experiments", params(Listed),
    responses((status = 200, body = List<ExperimentShape>), (status = 401, body = Problem), (status = 422, body = Problem)))]
async fn list(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Asked(asked): Asked<Listed>,
) -> Result<Json<List<ExperimentShape>>, Problem> {
    let page = PageAsked { limit: asked.limit, after: asked.after };
    let found = experiments::list(&app, &who, asked.agent, asked.is_running, page.paging()?);
    Ok(Json(List::of(found.await?, ExperimentShape::from)))
}

/// A new experiment.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewExperiment)]
struct Begin {
    /// Its name, unique within the agent.
    name: String,
    /// The agent; may be left out where there is one.
    agent: Option<String>,
    /// The prompt, `type/phase` or `type`.
    prompt: String,
    /// What is split; users where it is left out.
    #[serde(default)]
    unit: UnitShape,
    /// The sides; results compare each with the first one.
    arms: Vec<ArmShape>,
    /// Why.
    #[serde(default)]
    note: String,
}

/// Begin an experiment
#[utoipa::path(post, path = "/experiments", tag = "experiments", request_body = Begin,
    responses((status = 201, body = ExperimentShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn create(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Body(begin): Body<Begin>,
) -> Result<Response, Problem> {
    let arm = |arm: ArmShape| Arm { name: arm.name, version: arm.version, weight: arm.weight };
    let new = New {
        name: begin.name,
        agent: begin.agent,
        prompt: begin.prompt,
        unit: match begin.unit {
            UnitShape::User => Unit::User,
            UnitShape::Session => Unit::Session,
        },
        arms: begin.arms.into_iter().map(arm).collect(),
        note: begin.note,
    };
    let made = experiments::create(&app, &who, new).await?;
    Ok(tagged(made.version, (StatusCode::CREATED, Json(ExperimentShape::from(made)))))
}

/// Read an experiment
#[utoipa::path(get, path = "/experiments/{id}", tag = "experiments", params(("id" = String, Path, description = "Its UUID")),
    responses((status = 200, body = ExperimentShape), (status = 401, body = Problem), (status = 404, body = Problem)))]
async fn get(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let found = experiments::get(&app, &who, &id).await?;
    Ok(tagged(found.version, Json(ExperimentShape::from(found))))
}

/// New weights.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewWeights)]
struct Weigh {
    /// Weights by arm; an arm that is left out keeps its own.
    weights: BTreeMap<String, u32>,
    /// Why.
    #[serde(default)]
    note: String,
    /// The version of the weights that the caller knows.
    expected_version: Option<u32>,
}

/// Change the weights: units that saw an arm keep it
#[utoipa::path(post, path = "/experiments/{id}/weights", tag = "experiments", request_body = Weigh,
    params(("id" = String, Path, description = "Its UUID")),
    responses((status = 200, body = ExperimentShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn weights(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
    headers: HeaderMap,
    Body(weigh): Body<Weigh>,
) -> Result<Response, Problem> {
    let expected = expected(&headers, weigh.expected_version)?;
    let now = experiments::reweigh(&app, &who, &id, &weigh.weights, expected, &weigh.note).await?;
    Ok(tagged(now.version, Json(ExperimentShape::from(now))))
}

/// Why an experiment is stopped.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = StopExperiment)]
struct Stop {
    /// Why.
    note: String,
}

/// Stop an experiment for good: everybody is served what is active
#[utoipa::path(post, path = "/experiments/{id}/stop", tag = "experiments", request_body = Stop,
    params(("id" = String, Path, description = "Its UUID")),
    responses((status = 200, body = ExperimentShape), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn stop(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
    Body(stop): Body<Stop>,
) -> Result<Response, Problem> {
    let now = experiments::stop(&app, &who, &id, &stop.note).await?;
    Ok(tagged(now.version, Json(ExperimentShape::from(now))))
}

/// What came of an experiment so far.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Results)]
struct ResultsShape {
    experiment: ExperimentShape,
    /// How many units saw which arm.
    units: Vec<UnitsShape>,
    split: SplitShape,
    /// What people said, by name: every value is a share of its scale, and every unit counts once.
    outcomes: Vec<SaidShape>,
    /// How often the intervals hold, at every moment together.
    level: f64,
}

/// The units of an arm.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArmUnits)]
struct UnitsShape {
    arm: String,
    units: u32,
    /// How many the weights let expect.
    expected: f64,
}

/// Whether units were split as declared.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SplitCheck)]
struct SplitShape {
    /// A p-value that holds at every moment.
    p: f64,
    /// Whether it gives no reason for doubt.
    is_as_declared: bool,
}

/// What people said under one name.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Outcome)]
struct SaidShape {
    name: String,
    arms: Vec<MeanShape>,
    /// Each other arm against the first one.
    differences: Vec<DifferenceShape>,
}

/// The mean of an arm.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArmMean)]
struct MeanShape {
    arm: String,
    units: u32,
    mean: Option<f64>,
    low: f64,
    high: f64,
}

/// The difference of two means.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArmDifference)]
struct DifferenceShape {
    arm: String,
    low: f64,
    high: f64,
    /// Whether the interval leaves out 0.
    is_clear: bool,
}

impl From<Results> for ResultsShape {
    fn from(results: Results) -> Self {
        let units = results.units.into_iter();
        Self {
            experiment: results.experiment.into(),
            units: units
                .map(|(arm, units, expected)| UnitsShape { arm, units, expected })
                .collect(),
            split: SplitShape { p: results.split, is_as_declared: results.split >= SUSPICIOUS },
            outcomes: results.outcomes.into_iter().map(SaidShape::from).collect(),
            level: LEVEL,
        }
    }
}

impl From<Said> for SaidShape {
    fn from(said: Said) -> Self {
        let mean = |(arm, units, sum, interval): (String, u32, f64, Interval)| MeanShape {
            arm,
            units,
            mean: (units > 0).then(|| sum / f64::from(units)),
            low: interval.low,
            high: interval.high,
        };
        let difference = |(arm, interval): (String, Interval)| DifferenceShape {
            arm,
            low: interval.low,
            high: interval.high,
            is_clear: interval.low > 0.0 || interval.high < 0.0,
        };
        Self {
            name: said.name,
            arms: said.arms.into_iter().map(mean).collect(),
            differences: said.differences.into_iter().map(difference).collect(),
        }
    }
}

/// Read what came of an experiment so far
#[utoipa::path(get, path = "/experiments/{id}/results", tag = "experiments",
    params(("id" = String, Path, description = "Its UUID")),
    responses((status = 200, body = ResultsShape), (status = 401, body = Problem), (status = 404, body = Problem)))]
async fn results(
    State(app): State<Arc<App>>,
    Asker(who): Asker,
    Path(id): Path<String>,
) -> Result<Json<ResultsShape>, Problem> {
    Ok(Json(experiments::results(&app, &who, &id).await?.into()))
}
