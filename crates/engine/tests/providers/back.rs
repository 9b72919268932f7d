//! A reply goes back: the next request of a tool round, for every provider.
//!
//! Each body of a case becomes the assistant's message that says it again, with a result for each call.

use std::sync::Arc;

use proem::agent::input::Part;
use proem::provider::by_name;
use proem::turn::message::entry::{Entry, EntryPart};
use proem::turn::message::passed::Passed;
use proem::turn::message::seating::Role;
use serde_json::{Value as Json, json};

use crate::host::{call, entry, messages, result, said, text};
use crate::replies::cases;

/// The parts of a message, as the conversation holds them.
fn passed(parts: Vec<Part>) -> Vec<EntryPart> {
    let part = |part| match part {
        Part::Text { text } => said(&text),
        Part::ToolCall { id, name, arguments } => call(&id, &name, arguments),
        Part::Opaque { provider, model, value } => {
            EntryPart::Other(Passed::Opaque { provider, model, value })
        }
        other => panic!("{other:?}"),
    };
    parts.into_iter().map(part).collect()
}

/// The round of a case: what the model said, and what its calls gave.
fn round(provider: &str, model: &str, name: &str) -> Vec<Arc<Entry>> {
    let end = format!("{provider}/{name}.txt");
    let case = cases().iter().find(|case| case.path.ends_with(&end)).unwrap();
    let reply = case.provider.reply(case.body.as_ref().unwrap()).unwrap();
    let results = reply.tools.iter().map(|tool| result(&tool.id, "done")).collect();
    vec![
        text(Role::User, "Hi."),
        entry(Role::Assistant, passed(reply.parts(provider, model))),
        entry(Role::Tool, results),
    ]
}

fn expect(provider: &str, model: &str, name: &str, list: &str, expected: &Json) {
    let body = messages(provider, model, &round(provider, model, name));
    assert_eq!(body[list], *expected, "{provider}\n{body:#}");
}

#[test]
fn openai_chat() {
    expect(
        "openai-chat",
        "gpt-5.4",
        "official/tools",
        "messages",
        &json!([
            {"role": "user", "content": "Hi."},
            {"role": "assistant", "content": [{"type": "text", "text": "One moment."}], "tool_calls": [
                {"id": "call_a", "type": "function",
                    "function": {"name": "look", "arguments": "{\"at\":\"it\"}"}},
                {"id": "call_b", "type": "function", "function": {"name": "list", "arguments": "{}"}},
            ]},
            {"role": "tool", "tool_call_id": "call_a", "content": "done"},
            {"role": "tool", "tool_call_id": "call_b", "content": "done"},
        ]),
    );
}

#[test]
fn what_servers_of_the_openai_format_add() {
    expect(
        "openai-chat",
        "deepseek-v4",
        "odd/reasoning_content",
        "messages",
        &json!([
            {"role": "user", "content": "Hi."},
            {"role": "assistant", "reasoning_content": "The user likes tea.", "tool_calls": [
                {"id": "call_a", "type": "function",
                    "function": {"name": "note", "arguments": "{\"text\":\"tea\"}"}},
            ]},
            {"role": "tool", "tool_call_id": "call_a", "content": "done"},
        ]),
    );
    expect(
        "openai-chat",
        "google/gemini-3-pro",
        "odd/beside_calls",
        "messages",
        &json!([
            {"role": "user", "content": "Hi."},
            {"role": "assistant", "tool_calls": [
                {"id": "call_a", "type": "function", "function": {"name": "look", "arguments": "{}"},
                    "extra_content": {"google": {"thought_signature": "c2ln"}}},
                {"id": "call_b", "type": "function", "function": {"name": "list", "arguments": "{}"}},
            ]},
            {"role": "tool", "tool_call_id": "call_a", "content": "done"},
            {"role": "tool", "tool_call_id": "call_b", "content": "done"},
        ]),
    );
}

#[test]
fn openai_responses() {
    expect(
        "openai-responses",
        "gpt-5.4",
        "official/reasoning",
        "input",
        &json!([
            {"role": "user", "content": "Hi."},
            {"type": "reasoning", "id": "rs_1", "encrypted_content": "gAAAAB==",
                "summary": [{"type": "summary_text", "text": "**Looking**"}]},
            {"type": "message", "id": "msg_1", "status": "completed", "phase": "commentary",
                "role": "assistant",
                "content": [{"type": "output_text", "text": "One moment.", "annotations": []}]},
            {"type": "function_call", "id": "fc_1", "status": "completed", "call_id": "call_a",
                "name": "look", "arguments": "{\"at\":\"it\"}"},
            {"type": "function_call_output", "call_id": "call_a", "output": "done"},
        ]),
    );
    expect(
        "openai-responses",
        "gpt-5.4",
        "official/tools",
        "input",
        &json!([
            {"role": "user", "content": "Hi."},
            {"role": "assistant", "content": "One moment."},
            {"type": "function_call", "call_id": "call_a", "name": "look",
                "arguments": "{\"at\":\"it\"}"},
            {"type": "function_call", "call_id": "call_b", "name": "list", "arguments": "{}"},
            {"type": "function_call_output", "call_id": "call_a", "output": "done"},
            {"type": "function_call_output", "call_id": "call_b", "output": "done"},
        ]),
    );
}

#[test]
fn anthropic() {
    expect(
        "anthropic",
        "claude-opus-5",
        "official/thinking",
        "messages",
        &json!([
            {"role": "user", "content": [{"type": "text", "text": "Hi."}]},
            {"role": "assistant", "content": [
                {"type": "thinking", "thinking": "The user likes tea.", "signature": "EqQBCkYI"},
                {"type": "redacted_thinking", "data": "EmwKAhgB"},
                {"type": "text", "text": "One moment."},
                {"type": "tool_use", "id": "toolu_a", "name": "note", "input": {"text": "tea"}},
            ]},
            {"role": "user", "content": [
                {"type": "tool_result", "tool_use_id": "toolu_a", "content": "done"},
            ]},
        ]),
    );
    expect(
        "anthropic",
        "claude-opus-5",
        "official/interleaved",
        "messages",
        &json!([
            {"role": "user", "content": [{"type": "text", "text": "Hi."}]},
            {"role": "assistant", "content": [
                {"type": "thinking", "thinking": "The user likes tea.", "signature": "EqQBCkYI"},
                {"type": "text", "text": "First. "},
                {"type": "thinking", "thinking": "The user likes tea.", "signature": "Second=="},
                {"type": "text", "text": "Then."},
            ]},
            {"role": "user", "content": []},
        ]),
    );
}

#[test]
fn gemini() {
    expect(
        "gemini",
        "gemini-3.1-pro",
        "official/tools",
        "contents",
        &json!([
            {"role": "user", "parts": [{"text": "Hi."}]},
            {"role": "model", "parts": [
                {"text": "One moment."},
                {"functionCall": {"id": "fc_a", "name": "look", "args": {"at": "it"}},
                    "thoughtSignature": "c2lnYQ=="},
                {"functionCall": {"id": "fc_b", "name": "list", "args": {}}},
            ]},
            {"role": "user", "parts": [
                {"functionResponse": {"id": "fc_a", "name": "look", "response": {"output": "done"}}},
                {"functionResponse": {"id": "fc_b", "name": "list", "response": {"output": "done"}}},
            ]},
        ]),
    );
    // Calls that came without ids are told apart by those that they were given.
    expect(
        "gemini",
        "gemini-3.1-pro",
        "official/ids_missing",
        "contents",
        &json!([
            {"role": "user", "parts": [{"text": "Hi."}]},
            {"role": "model", "parts": [
                {"functionCall": {"id": "r1-0", "name": "look", "args": {"at": "it"}},
                    "thoughtSignature": "skip_thought_signature_validator"},
                {"functionCall": {"id": "r1-1", "name": "look", "args": {"at": "that"}}},
            ]},
            {"role": "user", "parts": [
                {"functionResponse": {"id": "r1-0", "name": "look", "response": {"output": "done"}}},
                {"functionResponse": {"id": "r1-1", "name": "look", "response": {"output": "done"}}},
            ]},
        ]),
    );
    expect(
        "gemini",
        "gemini-3.1-pro",
        "official/signed_text",
        "contents",
        &json!([
            {"role": "user", "parts": [{"text": "Hi."}]},
            {"role": "model", "parts": [
                {"text": "Tea."},
                {"text": "", "thoughtSignature": "c2lnYQ=="},
            ]},
            {"role": "user", "parts": []},
        ]),
    );
}

#[test]
fn what_is_opaque_goes_back_to_who_sent_it_alone() {
    let thought = json!({"type": "thinking", "thinking": "Hm.", "signature": "c2ln"});
    let of = |provider: &str, model: &str| Passed::Opaque {
        provider: provider.into(),
        model: model.into(),
        value: thought.clone(),
    };
    let lost = |provider: &str, model: &str, part: &Passed| {
        by_name(provider).unwrap().lost(part, model).map(|lost| (lost.whole, lost.note))
    };
    let own = of("anthropic", "claude-opus-5");
    assert_eq!(lost("anthropic", "claude-opus-5", &own), None);
    let other = Some((true, "only claude-opus-5 of anthropic can read it".to_owned()));
    assert_eq!(lost("anthropic", "claude-haiku-5", &own), other);
    assert_eq!(lost("gemini", "gemini-3.1-pro", &own), other);
    assert_eq!(lost("openai-chat", "gpt-5.4", &own), other);
    assert_eq!(lost("openai-responses", "gpt-5.4", &own), other);
    let forged = Some((true, "it is nothing that the provider sends".to_owned()));
    assert_eq!(lost("gemini", "gemini-3.1-pro", &of("gemini", "gemini-3.1-pro")), forged);
}
