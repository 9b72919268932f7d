//! What can go wrong on the way, and what of it is seen here.
//!
//! `corpora/upstream_faults.jsonl` is the list. Each fault that shows in a body or in events has one outcome
//! per provider; the others are the host's: it has the socket.

use std::collections::BTreeMap;

use proem::provider::PROVIDERS;
use proem::turn::format::Provider;
use proem::turn::format::bad_reply::{BadReply, ErrorKind};
use proem::turn::format::reply::{Reply, Stop};
use serde_json::{Value as Json, json};

use crate::replies::{cases, stream};

type Events = Vec<(Option<String>, String)>;
type Outcome = Result<Reply, BadReply>;

/// What is found of a fault: the outcome, shortly, per provider; or who sees it.
enum Seen {
    Here(fn(&dyn Provider) -> Option<Outcome>, &'static str),
    Status(u16, ErrorKind),
    Host(&'static str),
}
use Seen::{Here, Host, Status};

/// Every fault of the list. An outcome that differs between providers is written as several, in their order.
const FAULTS: [(&str, Seen); 32] = [
    ("timeout_connect", Host("the connection")),
    ("timeout_body", Host("the connection")),
    ("reset_mid_stream", Here(|of| Some(stream(of, text(of).get(..2)?).1), "broken")),
    ("429_retry_after_s", Status(429, ErrorKind::RateLimit)),
    ("429_retry_after_huge", Status(429, ErrorKind::RateLimit)),
    ("500_json", Here(|of| Some(of.reply(&json!({"error": {"code": 500}}))), "overloaded")),
    ("502_empty", Status(502, ErrorKind::Overloaded)),
    ("529_overloaded", Here(|of| body(of, "official/overloaded"), "overloaded")),
    ("400_context_length", Here(|of| body(of, "official/too_long"), "too_long")),
    ("200_error_body", Here(|of| Some(of.reply(&json!({"error": {"message": "no"}}))), "other")),
    ("200_empty_body", Here(|of| Some(of.reply(&Json::Null)), "shape")),
    ("200_wrong_content_length", Host("the length; what is cut off is no JSON")),
    ("200_invalid_utf8", Host("bytes that are no text")),
    ("sse_split_utf8", Host("cutting the stream into events")),
    ("sse_crlf", Host("cutting the stream into events")),
    ("sse_bom", Host("cutting the stream into events")),
    ("sse_multi_data", Here(|of| Some(stream(of, &over_lines(text(of))).1), "end")),
    ("sse_huge_line", Here(|of| Some(stream(of, &huge(text(of))).1), "end")),
    ("sse_malformed_json", Here(|of| Some(stream(of, &with(text(of), 2, "{bad")).1), "shape")),
    ("sse_after_done", Here(|of| Some(stream(of, &with(text(of), 99, "{}")).1), "end")),
    ("sse_tool_args_partial", Here(|of| events(of, "odd/broken_tool"), "broken")),
    ("sse_finish_length", Here(|of| events(of, "official/length"), "length")),
    (
        "sse_unknown_event",
        Here(|of| Some(stream(of, &with(text(of), 2, r#"{"type":"x"}"#)).1), "end"),
    ),
    ("choices_empty", Here(|of| Some(of.reply(&emptied(of)?)), "shape end shape")),
    ("tool_call_not_allowed", Here(|of| body(of, "official/tool"), "tools")),
    ("tool_call_bad_args", Here(|of| Some(of.reply(&no_arguments(of))), "tools")),
    ("decision_unknown", Host("what the answer says: `enforce`")),
    ("jump_step", Host("what the answer says: `enforce`")),
    ("slow_1Bps", Host("the connection")),
    ("keepalive_close_race", Host("the connection")),
    ("tls_expired", Host("the connection")),
    ("clock_skew", Host("headers")),
];

#[test]
fn every_fault_of_the_list_has_one_outcome() {
    let list = include_str!("../corpora/upstream_faults.jsonl");
    let listed: Vec<String> = list
        .lines()
        .map(|line| serde_json::from_str::<Json>(line).unwrap()["fault"].as_str().unwrap().into())
        .collect();
    assert_eq!(listed, FAULTS.iter().map(|(fault, _)| *fault).collect::<Vec<_>>());
    for (fault, seen) in &FAULTS {
        match seen {
            Here(outcome, expected) => {
                let mut found: Vec<String> =
                    PROVIDERS.iter().filter_map(|of| Some(short(&outcome(*of)?))).collect();
                found.dedup();
                assert_eq!(found.join(" "), *expected, "{fault}");
            }
            Status(status, kind) => assert_eq!(ErrorKind::of_status(*status), *kind, "{fault}"),
            Host(why) => assert!(!why.is_empty()),
        }
    }
}

/// An outcome that is taken for an answer is one word for why the model stopped, any other its kind.
fn short(outcome: &Outcome) -> String {
    match outcome {
        Ok(reply) => match &reply.stop {
            Stop::Other(word) => word.clone(),
            stop => serde_json::to_value(stop).unwrap().as_str().unwrap().to_owned(),
        },
        Err(BadReply::Error { kind, .. }) => kind.as_str().to_owned(),
        Err(BadReply::Shape { .. }) => "shape".to_owned(),
        Err(BadReply::Broken { .. }) => "broken".to_owned(),
    }
}

#[test]
fn what_came_behind_the_end_is_no_part_of_the_answer() {
    // Gemini marks no end: there the reason why it stopped is in the last event.
    for of in PROVIDERS.into_iter().filter(|of| of.name() != "gemini") {
        let whole = stream(of, &text(of)).1.unwrap();
        let twice = [text(of), text(of)].concat();
        let (deltas, late) = stream(of, &twice);
        assert_eq!(deltas, stream(of, &text(of)).0, "{}", of.name());
        let late = late.unwrap();
        assert_eq!((&late.text, &late.usage), (&whole.text, &whole.usage), "{}", of.name());
        assert!(late.notes[0].note.starts_with("events behind the end"), "{}", of.name());
    }
}

#[test]
fn arguments_that_are_no_json_stay_as_they_are() {
    for of in PROVIDERS {
        let reply = of.reply(&no_arguments(of)).unwrap();
        let tool = reply.tools.first().unwrap();
        assert_eq!(tool.arguments, "no JSON", "{}", of.name());
        let part = serde_json::to_value(tool.part()).unwrap();
        assert_eq!(part["arguments"], json!({"arguments": "no JSON"}));
    }
}

fn body(of: &dyn Provider, name: &str) -> Option<Outcome> {
    Some(of.reply(&named(of, name)?.0?))
}

fn events(of: &dyn Provider, name: &str) -> Option<Outcome> {
    Some(stream(of, &named(of, name)?.1?).1)
}

/// The stream of a text, in pieces.
fn text(of: &dyn Provider) -> Events {
    named(of, "official/text").unwrap().1.unwrap()
}

/// A case by its name: what comes whole, and as events.
fn named(of: &dyn Provider, name: &str) -> Option<(Option<Json>, Option<Events>)> {
    let end = format!("{}/{name}.txt", of.name());
    let case = cases().iter().find(|case| case.path.ends_with(&end))?;
    Some((case.body.clone(), case.events.clone()))
}

/// The same events with another between them, or at the end.
fn with(mut events: Events, at: usize, data: &str) -> Events {
    events.insert(at.min(events.len()), (None, data.to_owned()));
    events
}

/// The same events, with line breaks in their data.
fn over_lines(events: Events) -> Events {
    let pretty = |data: String| match serde_json::from_str::<Json>(&data) {
        Ok(json) => serde_json::to_string_pretty(&json).unwrap(),
        Err(_) => data,
    };
    events.into_iter().map(|(name, data)| (name, pretty(data))).collect()
}

/// The same events, one of them with a text of 8 MiB.
fn huge(events: Events) -> Events {
    let long = "x".repeat(8 << 20);
    events.into_iter().map(|(name, data)| (name, data.replace("Hello", &long))).collect()
}

/// A whole text without the list that it stands in.
fn emptied(of: &dyn Provider) -> Option<Json> {
    let lists = BTreeMap::from([
        ("openai-chat", "choices"),
        ("openai-responses", "output"),
        ("anthropic", "content"),
        ("gemini", "candidates"),
    ]);
    let mut body = named(of, "official/text")?.0?;
    let list = body.get_mut(*lists.get(of.name())?)?;
    *list = json!([]);
    Some(body)
}

/// A call whose arguments are a text that is no JSON.
fn no_arguments(of: &dyn Provider) -> Json {
    let places = [
        "/choices/0/message/tool_calls/0/function/arguments",
        "/output/0/arguments",
        "/content/0/input",
        "/candidates/0/content/parts/0/functionCall/args",
    ];
    let mut body = named(of, "official/tool").unwrap().0.unwrap();
    for place in places {
        if let Some(arguments) = body.pointer_mut(place) {
            *arguments = json!("no JSON");
        }
    }
    body
}
