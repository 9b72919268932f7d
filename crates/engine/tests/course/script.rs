//! What a host gives, as lines of a case.
//!
//! `reply TEXT` is an answer, `cut TEXT` one that was cut off, `refused TEXT` a refusal, `tools TEXT | NAME
//! {…} | …` an answer that calls tools, `failed WHY` no answer, `elsewhere PROVIDER MODEL WHY` no answer and who is asked
//! in its place, `values {…}` values, `results […]` results:
//! `{"error": "why"}` is an error, everything else a result.

use std::collections::BTreeMap;

use proem::turn::course::given::{ActionResult, Given};
use proem::turn::format::reply::{Reply, Stop, ToolUse};
use serde_json::Value as Json;

/// Reads the lines of a case. `\n` in a line is a line break.
pub(crate) fn read(text: &str) -> Vec<Given> {
    text.lines().filter(|line| !line.trim().is_empty()).map(line).collect()
}

fn line(line: &str) -> Given {
    let (kind, rest) = line.split_once(' ').unwrap_or((line, ""));
    let text = rest.replace("\\n", "\n");
    match kind {
        "reply" => Given::Reply(Reply::of_text(text)),
        "cut" => Given::Reply(Reply { text, stop: Stop::Length, ..Reply::default() }),
        "refused" => {
            Given::Reply(Reply { refusal: Some(text), stop: Stop::Refused, ..Reply::default() })
        }
        "tools" => Given::Reply(tools(&text)),
        "failed" => Given::Failed(text),
        "elsewhere" => {
            let mut words = text.splitn(3, ' ').map(str::to_owned);
            let mut word = || words.next().unwrap();
            let (provider, model) = (word(), word());
            Given::Elsewhere { reason: word(), provider, model }
        }
        "values" => {
            let values: BTreeMap<String, Json> = serde_json::from_str(rest).unwrap();
            Given::Values(values)
        }
        "results" => {
            let results: Vec<Json> = serde_json::from_str(rest).unwrap();
            Given::Results(results.into_iter().map(result).collect())
        }
        other => panic!("nobody knows what `{other}` gives"),
    }
}

fn tools(text: &str) -> Reply {
    let mut parts = text.split(" | ");
    let text = parts.next().unwrap_or_default().trim().to_owned();
    let tools = parts.enumerate().map(|(at, call)| {
        let (name, arguments) = call.trim().split_once(' ').unwrap_or((call.trim(), ""));
        ToolUse { id: format!("t{at}"), name: name.to_owned(), arguments: arguments.to_owned() }
    });
    Reply { text, tools: tools.collect(), stop: Stop::Tools, ..Reply::default() }
}

fn result(json: Json) -> ActionResult {
    match json.get("error").and_then(Json::as_str) {
        Some(why) => ActionResult::Error(why.to_owned()),
        None => ActionResult::Result(json),
    }
}
