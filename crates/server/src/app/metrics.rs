//! What is counted.
//!
//! Owns the names of all metrics and the only way to count something. A metric of a workspace has its name as
//! a label, and is shown to keys of that workspace alone. It must never have a label that a caller can make up,
//! and never hold a text.

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock, PoisonError, RwLock};
use std::time::Duration;

use metrics::{
    Counter, Histogram, Unit, counter, describe_counter, describe_gauge, describe_histogram, gauge,
    histogram,
};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use proem::turn::account::manifest::{Manifest, Status};
use proem::turn::course::outcome::{Fate, Outcome};

use crate::app::asked::Asked;

/// A counter, a number as it is now, or a distribution of seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Counter,
    Gauge,
    Seconds,
}

/// Every metric: its name, kind, labels and what it counts.
const METRICS: [(&str, Kind, &str, &str); 15] = [
    (TURNS, Kind::Counter, "workspace agent status", "Turns, by how they ended"),
    (
        TURNS_REFUSED,
        Kind::Counter,
        "workspace code",
        "Turns that were refused before anything was stored, by the code of the problem",
    ),
    (CALLS, Kind::Counter, "workspace agent call provider status", "Calls of models"),
    (CALL_SECONDS, Kind::Seconds, "workspace provider", "How long models take to answer"),
    (LAYER_TOKENS, Kind::Counter, "workspace agent call layer", "Tokens sent, by layer"),
    (
        CUTS,
        Kind::Counter,
        "workspace agent call layer status",
        "Layers that were shrunk or dropped",
    ),
    (REFUSALS, Kind::Counter, "workspace agent code", "Actions that were refused"),
    (
        PERFORMED,
        Kind::Counter,
        "workspace agent action status",
        "Actions that the service performed",
    ),
    (REASKS, Kind::Counter, "workspace agent call", "Answers that could not be taken"),
    (
        CACHE_PREDICTED,
        Kind::Counter,
        "workspace agent provider",
        "Tokens of the prefix that can be cached",
    ),
    (
        CACHE_REPORTED,
        Kind::Counter,
        "workspace agent provider",
        "Tokens that the provider read from its cache",
    ),
    (JOBS, Kind::Counter, "workspace kind status", "Tries of jobs, by what they came to"),
    (
        JOBS_QUEUED,
        Kind::Gauge,
        "workspace kind status",
        "Jobs that are not done, by how far they are",
    ),
    (REQUESTS, Kind::Counter, "method route status", "Requests, by route"),
    (REQUEST_SECONDS, Kind::Seconds, "route", "How long requests take"),
];

const TURNS: &str = "proem_turns_total";
const TURNS_REFUSED: &str = "proem_turns_refused_total";
const CALLS: &str = "proem_calls_total";
const CALL_SECONDS: &str = "proem_call_seconds";
const LAYER_TOKENS: &str = "proem_layer_tokens_total";
const CUTS: &str = "proem_layer_cuts_total";
const REFUSALS: &str = "proem_action_refusals_total";
const PERFORMED: &str = "proem_actions_performed_total";
const REASKS: &str = "proem_reasks_total";
const CACHE_PREDICTED: &str = "proem_cache_predicted_tokens_total";
const CACHE_REPORTED: &str = "proem_cache_reported_tokens_total";
const JOBS: &str = "proem_jobs_total";
const JOBS_QUEUED: &str = "proem_jobs_queued";
const REQUESTS: &str = "proem_requests_total";
const REQUEST_SECONDS: &str = "proem_request_seconds";

/// The upper ends of what durations are sorted into, in seconds.
const BUCKETS: [f64; 14] =
    [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0, 60.0];

static RECORDED: OnceLock<PrometheusHandle> = OnceLock::new();

/// Begins to count. What is counted before is lost; a second call does nothing.
pub(crate) fn begin() {
    // It refuses only an empty list.
    let builder = PrometheusBuilder::new().set_buckets(&BUCKETS).unwrap_or_default();
    let recorder = builder.build_recorder();
    let handle = recorder.handle();
    if metrics::set_global_recorder(recorder).is_ok() && RECORDED.set(handle).is_ok() {
        for (name, kind, _, about) in METRICS {
            match kind {
                Kind::Counter => describe_counter!(name, about),
                Kind::Gauge => describe_gauge!(name, about),
                Kind::Seconds => describe_histogram!(name, Unit::Seconds, about),
            }
        }
    }
}

/// Everything that was counted of a workspace and of the service as a whole, in the text form of Prometheus.
pub(crate) fn shown(workspace: &str) -> String {
    let Some(recorded) = RECORDED.get() else { return String::new() };
    recorded.run_upkeep();
    of_workspace(&recorded.render(), workspace)
}

fn of_workspace(text: &str, workspace: &str) -> String {
    let mut escaped = workspace.replace('\\', "\\\\").replace('"', "\\\"");
    escaped = escaped.replace('\n', "\\n");
    let own = format!("workspace=\"{escaped}\"");
    let is_own = |line: &&str| {
        line.starts_with('#') || !line.contains("workspace=\"") || line.contains(&own)
    };
    text.lines().filter(is_own).flat_map(|line| [line, "\n"]).collect()
}

/// Counts a request.
pub(crate) fn request(method: &str, route: &str, status: u16, took: Duration) {
    let method = METHODS.iter().find(|name| **name == method).unwrap_or(&"other");
    let counted = |known: &Counted| {
        let (count, seconds) = known.get(route)?.get(&(*method, status))?;
        count.increment(1);
        seconds.record(took.as_secs_f64());
        Some(())
    };
    if counted(&COUNTED.read().unwrap_or_else(PoisonError::into_inner)).is_some() {
        return;
    }
    let label = || route.to_owned();
    let count =
        counter!(REQUESTS, "method" => *method, "route" => label(), "status" => status.to_string());
    let seconds = histogram!(REQUEST_SECONDS, "route" => label());
    let mut known = COUNTED.write().unwrap_or_else(PoisonError::into_inner);
    known.entry(label()).or_default().insert((*method, status), (count, seconds));
    counted(&known);
}

/// Where requests are counted, by route, method and status: to find it anew takes longer than to count.
type Counted = HashMap<String, HashMap<(&'static str, u16), (Counter, Histogram)>>;

static COUNTED: LazyLock<RwLock<Counted>> = LazyLock::new(RwLock::default);

/// The methods that are counted by name: a caller may send any word.
const METHODS: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/// Counts a call of a turn: its answer, and what it was made of.
pub(crate) fn call(
    workspace: &str,
    agent: &str,
    manifest: &Manifest,
    how: &Asked,
    is_refused: bool,
) {
    let (workspace, agent) = (workspace.to_owned(), agent.to_owned());
    let (name, provider) = (manifest.call.clone(), manifest.provider.clone());
    counter!(CALLS, "workspace" => workspace.clone(), "agent" => agent.clone(), "call" => name.clone(),
        "provider" => provider.clone(), "status" => how.status.clone())
    .increment(1);
    if let Ok(latency) = u64::try_from(how.latency) {
        histogram!(CALL_SECONDS, "workspace" => workspace.clone(), "provider" => provider.clone())
            .record(Duration::from_millis(latency).as_secs_f64());
    }
    if is_refused {
        counter!(REASKS, "workspace" => workspace.clone(), "agent" => agent.clone(), "call" => name.clone())
            .increment(1);
    }
    for layer in &manifest.layers {
        let labels = [
            ("workspace", workspace.clone()),
            ("agent", agent.clone()),
            ("call", name.clone()),
            ("layer", layer.id.clone()),
        ];
        if let Some(tokens) = layer.tokens {
            counter!(LAYER_TOKENS, &labels).increment(u64::from(tokens));
        }
        let cut = match layer.status {
            Status::Shrunk => "shrunk",
            Status::Dropped => "dropped",
            Status::Included | Status::Skipped => continue,
        };
        let [workspace, agent, call, layer] = labels;
        let labels = [workspace, agent, call, layer, ("status", cut.to_owned())];
        counter!(CUTS, &labels).increment(1);
    }
    let labels = [("workspace", workspace), ("agent", agent), ("provider", provider)];
    // Where the provider counts nothing there is nothing to compare with.
    if let Some(cached) = how.usage.get("cached").and_then(serde_json::Value::as_u64) {
        counter!(CACHE_PREDICTED, &labels).increment(u64::from(manifest.cached_prefix));
        counter!(CACHE_REPORTED, &labels).increment(cached);
    }
}

/// Counts a turn that was refused, by the code of the problem.
pub(crate) fn refused(workspace: &str, code: &str) {
    counter!(TURNS_REFUSED, "workspace" => workspace.to_owned(), "code" => code.to_owned())
        .increment(1);
}

/// Counts an action that the operator has bound: it was performed, or it failed.
pub(crate) fn performed(workspace: &str, agent: &str, action: &str, status: &'static str) {
    counter!(PERFORMED, "workspace" => workspace.to_owned(), "agent" => agent.to_owned(),
        "action" => action.to_owned(), "status" => status)
    .increment(1);
}

/// Counts a try of a job: it was done, it failed and is tried again, or it was given up.
pub(crate) fn job(workspace: &str, kind: &'static str, status: &'static str) {
    counter!(JOBS, "workspace" => workspace.to_owned(), "kind" => kind, "status" => status)
        .increment(1);
}

/// Notes how many jobs of a kind are so far.
pub(crate) fn queued(workspace: &str, kind: &'static str, status: &'static str, count: u32) {
    gauge!(JOBS_QUEUED, "workspace" => workspace.to_owned(), "kind" => kind, "status" => status)
        .set(count);
}

/// Counts a turn that was stored: done, or waiting for results.
pub(crate) fn turn(workspace: &str, agent: &str, outcome: Option<&Outcome>) {
    let status = match outcome {
        None => "requires_action",
        Some(outcome) if outcome.failure.is_some() => "failed",
        Some(_) => "done",
    };
    let (workspace, agent) = (workspace.to_owned(), agent.to_owned());
    counter!(TURNS, "workspace" => workspace.clone(), "agent" => agent.clone(), "status" => status)
        .increment(1);
    for taken in outcome.into_iter().flat_map(|outcome| &outcome.actions) {
        if let Fate::Refused { code, .. } = &taken.fate {
            counter!(REFUSALS, "workspace" => workspace.clone(), "agent" => agent.clone(), "code" => *code)
                .increment(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_metrics_is_up_to_date() {
        let line = |(name, kind, labels, about): (&str, Kind, &str, &str)| {
            let kind = match kind {
                Kind::Counter => "counter",
                Kind::Gauge => "gauge",
                Kind::Seconds => "histogram",
            };
            format!("{name} {kind} {{{}}}: {about}\n", labels.replace(' ', ", "))
        };
        let list: String = METRICS.into_iter().map(line).collect();
        assert_eq!(list, include_str!("../../../../docs/metrics.txt"), "docs/metrics.txt is old");
    }

    #[test]
    fn a_workspace_sees_its_own_and_what_is_of_nobody() {
        let text = "# HELP a b\na{workspace=\"one\"} 1\na{workspace=\"two\"} 2\nb 3\n";
        assert_eq!(of_workspace(text, "one"), "# HELP a b\na{workspace=\"one\"} 1\nb 3\n");
        assert_eq!(of_workspace(text, "on"), "# HELP a b\nb 3\n");
    }
}
