//! What a case expects, held against what came.
//!
//! Owns the comparison and the words for what differs. What a case does not name is not looked at, but
//! for what went wrong with an answer: that must be named. It must never bend an expectation.

use serde_json::Value as Json;

use crate::agent::case::Expect;
use crate::agent::state::State;
use crate::diagnostic::Diagnostic;
use crate::turn::case::Failure;
use crate::turn::course::outcome::{Fate, Outcome};
use crate::turn::gate::Gated;
use crate::turn::{Assembled, Assembly};

/// Holds a turn against what its case expects.
pub(super) fn judge(
    expect: &Expect,
    assembled: &Result<Assembled<'_>, Vec<Diagnostic>>,
    outcome: Option<&Outcome>,
) -> Vec<Failure> {
    let mut failures = Vec::new();
    match assembled {
        Err(findings) => {
            let codes: Vec<&str> = findings.iter().map(|finding| finding.code).collect();
            let wanted = expect.error.as_deref();
            if wanted.is_none_or(|wanted| !codes.contains(&wanted)) {
                let told: Vec<String> = findings
                    .iter()
                    .map(|finding| format!("{}: {}", finding.code, finding.message))
                    .collect();
                let expected = wanted
                    .map_or_else(|| "an assembly".to_owned(), |code| format!("the error {code}"));
                failures.push(failure("error", expected, told.join("; ")));
            }
            return failures;
        }
        Ok(_) if expect.error.is_some() => {
            let wanted = expect.error.clone().unwrap_or_default();
            failures.push(failure("error", wanted, "no error".into()));
        }
        Ok(Assembled::Said { text, gated, .. }) => {
            said(expect, text, &mut failures);
            refused(expect, gated, &mut failures);
            state(expect, outcome.map_or(&gated.state, |outcome| &outcome.state), &mut failures);
        }
        Ok(Assembled::Call(assembly)) => {
            call(expect, assembly, outcome, &mut failures);
            refused(expect, &assembly.gated, &mut failures);
            let gated = &assembly.gated.state;
            state(expect, outcome.map_or(gated, |outcome| &outcome.state), &mut failures);
        }
    }
    match outcome {
        Some(outcome) => came(expect, outcome, &mut failures),
        None if expects_outcome(expect) => {
            let what = "an outcome: give the turn an `answer`".to_owned();
            failures.push(failure("answer", what, "the turn was not run to its end".to_owned()));
        }
        None => {}
    }
    failures
}

fn said(expect: &Expect, text: &str, failures: &mut Vec<Failure>) {
    if let Some(call) = expect.call.as_deref().filter(|call| *call != "none") {
        failures.push(failure("call", call.to_owned(), format!("none; the gate said: {text}")));
    }
    if let Some(wanted) = expect.say.as_ref().filter(|wanted| wanted.trim() != text.trim()) {
        failures.push(failure("say", wanted.clone(), text.to_owned()));
    }
}

fn state(expect: &Expect, state: &State, failures: &mut Vec<Failure>) {
    for (key, wanted) in &expect.state {
        let found = state.get(key).unwrap_or(&Json::Null);
        compare(&format!("state.{key}"), wanted, found, failures);
    }
}

fn refused(expect: &Expect, gated: &Gated, failures: &mut Vec<Failure>) {
    for key in &expect.refused {
        let refused = gated.fired.iter().any(|fired| fired.keys.contains(key));
        if !refused {
            failures.push(failure("refused", key.clone(), "no write of it was refused".into()));
        }
    }
}

/// Whether an expectation can only be met by a turn that was run to its end.
fn expects_outcome(expect: &Expect) -> bool {
    expect.decision.is_some()
        || expect.said.is_some()
        || expect.done.is_some()
        || expect.verdict.is_some()
        || expect.background.is_some()
        || expect.failure.is_some()
        || expect.remembered.is_some()
        || !(expect.denied.is_empty() && expect.events.is_empty() && expect.problems.is_empty())
}

/// Holds an outcome against what is expected of it.
fn came(expect: &Expect, outcome: &Outcome, failures: &mut Vec<Failure>) {
    let join =
        |list: &[String]| if list.is_empty() { "nothing".to_owned() } else { list.join(", ") };
    let mut exactly = |what: &str, wanted: Option<&[String]>, found: Vec<String>| {
        if wanted.is_some_and(|wanted| wanted != found) {
            failures.push(failure(what, join(wanted.unwrap_or_default()), join(&found)));
        }
    };
    let one = |word: &Option<String>| word.as_ref().map(|word| vec![word.clone()]);
    let decision = outcome.decision.iter().map(|decided| decided.decision.clone()).collect();
    exactly("decision", one(&expect.decision).as_deref(), decision);
    let verdict = outcome.verdict.iter();
    let verdict = verdict.map(|judged| if judged.pass { "pass" } else { "fail" }.to_owned());
    exactly("verdict", one(&expect.verdict).as_deref(), verdict.collect());
    let said: Vec<String> = outcome.said.iter().map(|said| said.text.clone()).collect();
    exactly("said", expect.said.as_deref(), said);
    let of = |denied: bool| -> Vec<String> {
        let is = |fate: &Fate| matches!(fate, Fate::Refused { .. }) == denied;
        let taken = outcome.actions.iter().filter(|taken| is(&taken.fate));
        taken.map(|taken| taken.name.clone()).collect()
    };
    exactly("done", expect.done.as_deref(), of(false));
    exactly("background", expect.background.as_deref(), outcome.background.clone());
    let kept = outcome.memories.keep.iter().map(|kept| kept.text.clone()).collect();
    exactly("remembered", expect.remembered.as_deref(), kept);
    // What went wrong must be expected, or it would pass unseen.
    let denied = of(true);
    if denied != expect.denied {
        let why = outcome.actions.iter().filter_map(|taken| match &taken.fate {
            Fate::Refused { reason, .. } => Some(format!("{}: {reason}", taken.name)),
            _ => None,
        });
        let why: Vec<String> = why.collect();
        failures.push(failure("denied", join(&expect.denied), join(&why)));
    }
    let codes: Vec<String> =
        outcome.problems.iter().map(|problem| problem.code.to_owned()).collect();
    if codes != expect.problems {
        let told = outcome.problems.iter();
        let told = told.map(|found| format!("{} {}: {}", found.code, found.pointer, found.message));
        failures.push(failure("problems", join(&expect.problems), join(&told.collect::<Vec<_>>())));
    }
    let failed = outcome.failure.as_ref();
    if failed.map(|failed| failed.code) != expect.failure.as_deref() {
        let wanted = expect.failure.clone().unwrap_or_else(|| "an answer".to_owned());
        let found = failed
            .map_or("an answer".to_owned(), |failed| format!("{}: {}", failed.code, failed.reason));
        failures.push(failure("failure", wanted, found));
    }
    let events = serde_json::to_value(&outcome.events).unwrap_or_default();
    let kinds = events.as_array().into_iter().flatten().filter_map(|event| event["kind"].as_str());
    let kinds: Vec<String> = kinds.map(str::to_owned).collect();
    for wanted in expect.events.iter().filter(|wanted| !kinds.contains(wanted)) {
        failures.push(failure("events", wanted.clone(), join(&kinds)));
    }
}

/// Of a mapping only the fields that are named are compared.
fn compare(what: &str, wanted: &Json, found: &Json, failures: &mut Vec<Failure>) {
    match (wanted, found) {
        (Json::Object(wanted), Json::Object(found)) => {
            for (name, wanted) in wanted {
                let found = found.get(name).unwrap_or(&Json::Null);
                compare(&format!("{what}.{name}"), wanted, found, failures);
            }
        }
        _ if wanted == found => {}
        _ => failures.push(failure(what, wanted.to_string(), found.to_string())),
    }
}

fn call(
    expect: &Expect,
    assembly: &Assembly,
    outcome: Option<&Outcome>,
    failures: &mut Vec<Failure>,
) {
    let manifest = assembly.manifest();
    // Where the engine opened a flow by itself, no call was made.
    let spoke = outcome.is_some_and(|done| done.call.is_none() && done.failure.is_none());
    let made = if spoke { "none" } else { manifest.call.as_str() };
    if let Some(call) = expect.call.as_ref().filter(|call| *call != made) {
        failures.push(failure("call", call.clone(), made.to_owned()));
    }
    if let Some(say) = &expect.say {
        failures.push(failure("say", say.clone(), format!("the call {}", manifest.call)));
    }
    for (id, wanted) in &expect.layers {
        let found = manifest.layers.iter().find(|layer| layer.id == *id);
        let status = found.map_or("no such layer".to_owned(), |layer| {
            format!("{:?}", layer.status).to_lowercase()
        });
        if status != *wanted {
            let reason = found.map(|layer| format!(" ({})", layer.reason)).unwrap_or_default();
            failures.push(failure(
                &format!("layers.{id}"),
                wanted.clone(),
                format!("{status}{reason}"),
            ));
        }
    }
    if let Some(wanted) = &expect.actions {
        let sorted = |list: &[String]| {
            let mut list = list.to_vec();
            list.sort();
            list.join(", ")
        };
        let (wanted, found) = (sorted(wanted), sorted(&manifest.actions));
        if wanted != found {
            failures.push(failure("actions", wanted, found));
        }
    }
    // The key of the provider's cache is a hash, in which any digits can stand.
    let payload = match &assembly.cache.key {
        Some(key) => assembly.payload.replace(key, ""),
        None => assembly.payload.clone(),
    };
    let all = assembly.text();
    let stands = |text: &String| all.contains(text.as_str()) || payload.contains(text.as_str());
    for text in expect.absent.iter().filter(|text| stands(text)) {
        failures.push(failure("absent", format!("no {text:?}"), "it is in the payload".into()));
    }
    for text in expect.present.iter().filter(|text| !stands(text)) {
        failures.push(failure("present", format!("{text:?}"), "it is not in the payload".into()));
    }
    let total = manifest.tokens.total;
    let bounds = &expect.tokens;
    if bounds.max.is_some_and(|max| total > max) || bounds.min.is_some_and(|min| total < min) {
        let at = |bound: Option<u32>| bound.map_or("any".to_owned(), |bound| bound.to_string());
        let expected = format!("from {} to {}", at(bounds.min), at(bounds.max));
        failures.push(failure("tokens", expected, total.to_string()));
    }
}

fn failure(what: &str, expected: String, found: String) -> Failure {
    Failure { what: what.to_owned(), expected, found }
}
