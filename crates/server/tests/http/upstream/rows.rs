//! What a provider does in each row of the corpus.
//!
//! Owns the bytes: what stands in a row as a word is a script here.

use serde_json::{Value as Json, json};

use super::fake::Act;
use super::fake::Act::{Drip, Flood, Hang, Next, Reset, Send, Wait};

/// How a row is played.
pub(crate) struct Play {
    /// The agent that is asked.
    pub agent: &'static str,
    /// Another model than the agent's.
    pub model: Option<&'static str>,
    /// How many turns are made; the last one is told.
    pub turns: usize,
    /// What the connections do.
    pub scripts: Vec<Vec<Act>>,
}

/// The play of a row; none where it takes an address of its own.
pub(crate) fn play(fault: &str) -> Option<Play> {
    let mut play = Play { agent: "faults", model: None, turns: 1, scripts: Vec::new() };
    play.scripts = match fault {
        "timeout_body" => vec![vec![Send(stream("")), Hang]],
        "reset_mid_stream" => {
            let half = [says("Half "), says("an "), says("answer")].concat();
            vec![vec![Send(stream("")), Send(chunk(&half)), Wait(100), Reset]]
        }
        "429_retry_after_s" => vec![busy(429, "retry-after: 2\r\n"), fine()],
        "429_retry_after_huge" => vec![busy(429, "retry-after: 86400\r\n"), fine()],
        "500_json" => vec![busy(500, "")],
        "502_empty" => vec![whole(502, "text/html", "", "")],
        "529_overloaded" => {
            play.model = Some("claude-sonnet-4-5");
            let error = json!({"type": "overloaded_error", "message": "Overloaded"});
            vec![body(529, &json!({"type": "error", "error": error}))]
        }
        "400_context_length" => {
            let error = json!({"message": "This model's maximum context length is 8192 tokens.",
                "type": "invalid_request_error", "code": "context_length_exceeded"});
            vec![body(400, &json!({ "error": error }))]
        }
        "200_error_body" => {
            let error = json!({"message": "The server had an error", "type": "server_error"});
            vec![body(200, &json!({ "error": error }))]
        }
        "200_empty_body" => vec![whole(200, "application/json", "", "")],
        "200_wrong_content_length" => {
            let head =
                "HTTP/1.1 200 X\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n";
            vec![vec![Send([head.as_bytes(), said("Hello.").to_string().as_bytes()].concat())]]
        }
        "200_invalid_utf8" => {
            let text = said("Hello.").to_string();
            let mut bytes = format!("{}{text}", head(200, "application/json", "")).into_bytes();
            let at = bytes.windows(6).position(|window| window == b"Hello.").unwrap();
            bytes[at] = 0xFF;
            vec![vec![Send(bytes)]]
        }
        "sse_split_utf8" => {
            let event = says("Grüße.");
            let at = event.find('ü').unwrap() + 1;
            let (one, two) = event.as_bytes().split_at(at);
            let end = [two, end("stop").as_bytes()].concat();
            vec![vec![Send(stream("")), Send(chunk(one)), Wait(30), Send(chunk(end)), last()]]
        }
        "sse_crlf" => vec![events(&(says("Hello.") + &end("stop")).replace('\n', "\r\n"))],
        "sse_bom" => vec![events(&format!("\u{feff}{}{}", says("Hello."), end("stop")))],
        "sse_multi_data" => {
            let split = says("Hello.").replacen(",\"choices\"", ",\ndata: \"choices\"", 1);
            assert_eq!(split.matches("data: ").count(), 2);
            vec![events(&(split + &end("stop")))]
        }
        "sse_huge_line" => vec![vec![Send(sse()), Send(b"data: ".to_vec()), Flood(64 << 20)]],
        "sse_malformed_json" => vec![events("data: {bad\n\n")],
        "sse_after_done" => {
            vec![events(&[says("Hello."), end("stop"), says(" And more.")].concat())]
        }
        "sse_tool_args_partial" => calls("add_note", "{\"text\": \"Half a no", &mut play),
        "sse_finish_length" => vec![events(&(says("This is half of") + &end("length")))],
        "sse_unknown_event" => {
            let unknown = "event: weather\ndata: {\"type\": \"weather\", \"sky\": \"clear\"}\n\n";
            vec![events(&[unknown, &says("Hello."), unknown, &end("stop")].concat())]
        }
        "choices_empty" => vec![body(200, &json!({"id": "c1", "choices": []}))],
        "tool_call_not_allowed" => calls("delete_everything", "{\"really\": true}", &mut play),
        "tool_call_bad_args" => calls("add_note", "text = a note", &mut play),
        "decision_unknown" => {
            play.agent = "sales";
            vec![steps(json!({"decision": "skip"}))]
        }
        "jump_step" => {
            play.agent = "sales";
            vec![steps(json!({"decision": "next", "next_step": 9}))]
        }
        "slow_1Bps" => vec![vec![Send(stream("")), Drip(says("Hello.").into_bytes(), 1_000)]],
        "keepalive_close_race" => {
            play.turns = 2;
            let text = said("Hello.").to_string();
            let head = "HTTP/1.1 200 X\r\ncontent-type: application/json\r\ncontent-length: ";
            let kept = format!("{head}{}\r\n\r\n{text}", text.len()).into_bytes();
            vec![vec![Send(kept), Next], fine()]
        }
        "clock_skew" => {
            // A day behind, and it wants to be asked again at its own moment: at once.
            let date = "date: Sun, 06 Nov 1994 08:49:37 GMT\r\n";
            let again = "retry-after: Sun, 06 Nov 1994 08:49:37 GMT\r\n";
            let text = said("Hello.").to_string();
            let fine = whole(200, "application/json", date, &text);
            vec![busy(429, &format!("{date}{again}")), fine]
        }
        _ => return None,
    };
    Some(play)
}

/// An answer without a fault.
pub(crate) fn fine() -> Vec<Act> {
    events(&(says("Hello.") + &end("stop")))
}

/// The beginning of an answer, and then nothing.
pub(crate) fn stalls() -> Vec<Act> {
    vec![Send(stream("")), Send(chunk(says("Hel"))), Hang]
}

/// An answer that goes on and on.
pub(crate) fn goes_on() -> Vec<Act> {
    let more = (0..40).flat_map(|_| [Send(chunk(says("la "))), Wait(100)]);
    [Send(stream(""))].into_iter().chain(more).collect()
}

/// An answer of Anthropic's without a fault.
pub(crate) fn fine_of_anthropic() -> Vec<Act> {
    let usage = json!({"input_tokens": 600, "cache_read_input_tokens": 400,
        "cache_creation_input_tokens": 0, "output_tokens": 20});
    body(
        200,
        &json!({"id": "m1", "type": "message", "role": "assistant", "model": "claude",
            "content": [{"type": "text", "text": "Hello from there."}],
            "stop_reason": "end_turn", "stop_sequence": null, "usage": usage}),
    )
}

/// An answer with an error.
pub(crate) fn busy(status: u16, headers: &str) -> Vec<Act> {
    let error = json!({"message": "Try again later.", "type": "server_error"});
    whole(status, "application/json", headers, &json!({ "error": error }).to_string())
}

fn body(status: u16, body: &Json) -> Vec<Act> {
    whole(status, "application/json", "", &body.to_string())
}

fn whole(status: u16, kind: &str, headers: &str, body: &str) -> Vec<Act> {
    let length = format!("{headers}content-length: {}\r\n", body.len());
    vec![Send(format!("{}{body}", head(status, kind, &length)).into_bytes())]
}

fn head(status: u16, kind: &str, headers: &str) -> String {
    format!("HTTP/1.1 {status} X\r\ncontent-type: {kind}\r\nconnection: close\r\n{headers}\r\n")
}

/// Events in one piece, and the end of the body.
fn events(text: &str) -> Vec<Act> {
    vec![Send(stream("")), Send(chunk(text)), last()]
}

/// The head of an answer in pieces.
fn stream(headers: &str) -> Vec<u8> {
    let chunked = format!("{headers}transfer-encoding: chunked\r\n");
    head(200, "text/event-stream", &chunked).into_bytes()
}

/// The same of one that ends with its connection.
fn sse() -> Vec<u8> {
    head(200, "text/event-stream", "").into_bytes()
}

fn chunk(bytes: impl AsRef<[u8]>) -> Vec<u8> {
    let bytes = bytes.as_ref();
    [format!("{:x}\r\n", bytes.len()).as_bytes(), bytes, b"\r\n"].concat()
}

fn last() -> Act {
    Send(b"0\r\n\r\n".to_vec())
}

/// A body of Chat Completions.
fn said(text: &str) -> Json {
    let message = json!({"role": "assistant", "content": text});
    json!({"id": "c1", "choices": [{"index": 0, "message": message, "finish_reason": "stop"}]})
}

/// An event of Chat Completions with a piece of text.
fn says(text: &str) -> String {
    let choice = json!({"index": 0, "delta": {"content": text}, "finish_reason": null});
    format!("data: {}\n\n", json!({"id": "c1", "choices": [choice]}))
}

/// The events that end an answer.
fn end(reason: &str) -> String {
    let choice = json!({"index": 0, "delta": {}, "finish_reason": reason});
    let usage = json!({"prompt_tokens": 900, "completion_tokens": 7});
    let last = json!({"id": "c1", "choices": [choice], "usage": usage});
    format!("data: {last}\n\ndata: [DONE]\n\n")
}

/// An answer that calls a tool.
fn calls(name: &str, arguments: &str, play: &mut Play) -> Vec<Vec<Act>> {
    play.agent = "tools";
    let function = json!({"name": name, "arguments": arguments});
    let call = json!({"index": 0, "id": "t1", "type": "function", "function": function});
    let delta = json!({"content": "Noted.", "tool_calls": [call]});
    let choice = json!({"index": 0, "delta": delta, "finish_reason": null});
    let event = format!("data: {}\n\n", json!({"id": "c1", "choices": [choice]}));
    vec![events(&(event + &end("tool_calls")))]
}

/// An answer of a step, with these members over what is right.
fn steps(odd: Json) -> Vec<Act> {
    let mut answer =
        json!({"messages": ["Hello. What is your name?"], "decision": "stay", "slots": {}});
    for (name, value) in odd.as_object().unwrap() {
        answer[name] = value.clone();
    }
    events(&(says(&answer.to_string()) + &end("stop")))
}
