//! Every kind of part, for every provider, as whole bodies.

use std::sync::Arc;

use proem::provider::by_name;
use proem::turn::message::entry::{Entry, EntryPart};
use proem::turn::message::passed::Passed;
use proem::turn::message::seating::Role;
use serde_json::{Value as Json, json};

use crate::host::{ALL, call, entry, messages, result, said, text};

fn image(url: &str) -> EntryPart {
    EntryPart::Other(Passed::Image { url: url.into(), tokens: None })
}

fn file(url: &str, name: Option<&str>) -> EntryPart {
    EntryPart::Other(Passed::File { url: url.into(), name: name.map(str::to_owned), tokens: None })
}

const PICTURE: &str = "https://example.com/a.png";
const PAPER: &str = "data:application/pdf;base64,JVBERi0=";

/// A conversation in which everything occurs.
fn conversation() -> Vec<Arc<Entry>> {
    vec![
        text(Role::Instructions, "First."),
        text(Role::System, "System."),
        text(Role::Developer, "Developer."),
        text(Role::User, "Hi \"there\"\n"),
        entry(Role::User, vec![said("Look."), image(PICTURE), file(PAPER, Some("a.pdf"))]),
        entry(
            Role::Assistant,
            vec![
                said("One moment."),
                call("c1", "look", json!({"at": "it"})),
                call("c2", "note", json!({})),
            ],
        ),
        entry(Role::Tool, vec![result("c1", "seen")]),
        entry(Role::Tool, vec![result("c2", "{\"done\": true}")]),
        text(Role::User, "And?"),
    ]
}

fn expect(provider: &str, model: &str, expected: &Json) {
    let body = messages(provider, model, &conversation());
    assert_eq!(body, *expected, "{provider}\n{body:#}");
}

#[test]
fn openai_chat() {
    expect(
        "openai-chat",
        "gpt-5.4",
        &json!({"model": "gpt-5.4", "messages": [
            {"role": "system", "content": "First."},
            {"role": "system", "content": "System."},
            {"role": "developer", "content": "Developer."},
            {"role": "user", "content": "Hi \"there\"\n"},
            {"role": "user", "content": [
                {"type": "text", "text": "Look."},
                {"type": "image_url", "image_url": {"url": PICTURE}},
                {"type": "file", "file": {"file_data": PAPER, "filename": "a.pdf"}},
            ]},
            {"role": "assistant", "content": [{"type": "text", "text": "One moment."}], "tool_calls": [
                {"id": "c1", "type": "function",
                    "function": {"name": "look", "arguments": "{\"at\":\"it\"}"}},
                {"id": "c2", "type": "function", "function": {"name": "note", "arguments": "{}"}},
            ]},
            {"role": "tool", "tool_call_id": "c1", "content": "seen"},
            {"role": "tool", "tool_call_id": "c2", "content": "{\"done\": true}"},
            {"role": "user", "content": "And?"},
        ], "max_completion_tokens": 500}),
    );
}

#[test]
fn openai_responses() {
    expect(
        "openai-responses",
        "gpt-5.4",
        &json!({"model": "gpt-5.4", "instructions": "First.", "input": [
            {"role": "system", "content": "System."},
            {"role": "developer", "content": "Developer."},
            {"role": "user", "content": "Hi \"there\"\n"},
            {"role": "user", "content": [
                {"type": "input_text", "text": "Look."},
                {"type": "input_image", "detail": "auto", "image_url": PICTURE},
                {"type": "input_file", "file_data": PAPER, "filename": "a.pdf"},
            ]},
            {"role": "assistant", "content": "One moment."},
            {"type": "function_call", "call_id": "c1", "name": "look",
                "arguments": "{\"at\":\"it\"}"},
            {"type": "function_call", "call_id": "c2", "name": "note", "arguments": "{}"},
            {"type": "function_call_output", "call_id": "c1", "output": "seen"},
            {"type": "function_call_output", "call_id": "c2", "output": "{\"done\": true}"},
            {"role": "user", "content": "And?"},
        ], "max_output_tokens": 500}),
    );
}

#[test]
fn anthropic() {
    expect(
        "anthropic",
        "claude-opus-4-7",
        &json!({"model": "claude-opus-4-7", "max_tokens": 500, "system": [
            {"type": "text", "text": "First."},
            {"type": "text", "text": "System."},
            {"type": "text", "text": "Developer."},
        ], "messages": [
            {"role": "user", "content": [
                {"type": "text", "text": "Hi \"there\"\n"},
                {"type": "text", "text": "Look."},
                {"type": "image", "source": {"type": "url", "url": PICTURE}},
                {"type": "document", "title": "a.pdf", "source": {
                    "type": "base64", "media_type": "application/pdf", "data": "JVBERi0="}},
            ]},
            {"role": "assistant", "content": [
                {"type": "text", "text": "One moment."},
                {"type": "tool_use", "id": "c1", "name": "look", "input": {"at": "it"}},
                {"type": "tool_use", "id": "c2", "name": "note", "input": {}},
            ]},
            {"role": "user", "content": [
                {"type": "tool_result", "tool_use_id": "c1", "content": "seen"},
                {"type": "tool_result", "tool_use_id": "c2", "content": "{\"done\": true}"},
                {"type": "text", "text": "And?"},
            ]},
        ]}),
    );
}

fn gemini_body(signature: Option<&str>) -> Json {
    let mut first = json!({"functionCall": {"id": "c1", "name": "look", "args": {"at": "it"}}});
    if let Some(signature) = signature {
        first["thoughtSignature"] = json!(signature);
    }
    json!({"systemInstruction": {"parts": [
        {"text": "First."}, {"text": "System."}, {"text": "Developer."},
    ]}, "contents": [
        {"role": "user", "parts": [
            {"text": "Hi \"there\"\n"},
            {"text": "Look."},
            {"fileData": {"mimeType": "image/png", "fileUri": PICTURE}},
            {"inlineData": {"mimeType": "application/pdf", "data": "JVBERi0="}},
        ]},
        {"role": "model", "parts": [
            {"text": "One moment."},
            first,
            {"functionCall": {"id": "c2", "name": "note", "args": {}}},
        ]},
        {"role": "user", "parts": [
            {"functionResponse": {"id": "c1", "name": "look", "response": {"output": "seen"}}},
            {"functionResponse": {
                "id": "c2", "name": "note", "response": {"output": "{\"done\": true}"}}},
        ]},
        {"role": "user", "parts": [{"text": "And?"}]},
    ], "generationConfig": {"maxOutputTokens": 500}})
}

#[test]
fn gemini() {
    expect("gemini", "gemini-3.1-pro", &gemini_body(Some("skip_thought_signature_validator")));
    expect("gemini", "gemini-2.5-flash", &gemini_body(None));
}

#[test]
fn a_file_by_its_address() {
    let entries = [entry(Role::User, vec![file("https://example.com/b.pdf", Some("b.pdf"))])];
    let first = |provider: &str, model: &str, pointer: &str| {
        let body = messages(provider, model, &entries);
        body.pointer(pointer).cloned().unwrap()
    };
    let url = "https://example.com/b.pdf";
    let item = first("openai-responses", "gpt-5.4", "/input/0/content/0");
    assert_eq!(item, json!({"type": "input_file", "file_url": url}));
    let block = first("anthropic", "claude-opus-4-7", "/messages/0/content/0");
    let source = json!({"type": "url", "url": url});
    assert_eq!(block, json!({"type": "document", "source": source, "title": "b.pdf"}));
    let part = first("gemini", "gemini-3.1-pro", "/contents/0/parts/0");
    assert_eq!(part, json!({"fileData": {"mimeType": "application/pdf", "fileUri": url}}));
}

/// What is not taken of an image or a file, by what it is given by. `-` is sent whole.
#[test]
fn what_each_provider_takes_of_images_and_files() {
    let picture = "data:image/png;base64,iVBO";
    let (web, id) = ("https://example.com/a", "file_011CNha8iCJcU1wXNR6q4V8w");
    let (storage, other) = ("gs://bucket/a", "data:text/plain,plain");
    let (gif, csv) = ("data:image/gif;base64,R0lG", "data:text/csv;base64,YSxi");
    let cases = [
        (image(picture), ["-", "-", "-", "-"]),
        (image(PICTURE), ["-", "-", "-", "-"]),
        (image(gif), ["-", "-", "-", "type"]),
        (image("https://example.com/a.heic"), ["type", "type", "type", "-"]),
        (image(id), ["id", "-", "-", "id"]),
        (image(storage), ["storage", "storage", "storage", "-"]),
        (image(other), ["address", "address", "address", "address"]),
        (file(PAPER, Some("a.pdf")), ["-", "-", "-", "name"]),
        (file(PAPER, None), ["called", "called", "-", "-"]),
        (file(csv, Some("a.csv")), ["type", "-", "type", "name"]),
        (file(web, None), ["web", "-", "-", "-"]),
        (file(web, Some("a")), ["web", "name", "-", "name"]),
        (file(id, None), ["-", "-", "-", "id"]),
        (file(storage, None), ["storage", "storage", "storage", "-"]),
        (file(other, None), ["address", "address", "address", "address"]),
    ];
    for (part, expected) in cases {
        let EntryPart::Other(passed) = &part else { continue };
        for ((provider, model), expected) in ALL.into_iter().zip(expected) {
            let lost = by_name(provider).unwrap().lost(passed, model);
            let (found, whole) = match &lost {
                None => ("-", false),
                Some(lost) => (why(&lost.note), lost.whole),
            };
            assert_eq!(found, expected, "{provider}: {passed:?}: {lost:?}");
            assert_eq!(whole, !["-", "name", "called"].contains(&expected), "{provider}: {lost:?}");
            if !whole {
                let body = messages(provider, model, &[entry(Role::User, vec![part.clone()])]);
                let (Passed::Image { url, .. } | Passed::File { url, .. }) = passed else {
                    continue;
                };
                let data = url.split_once(',').map_or(url.as_str(), |(_, data)| data);
                assert!(body.to_string().contains(data), "{provider}: {body}");
            }
        }
    }
}

/// The word that tells notes apart.
fn why(note: &str) -> &'static str {
    let words = [
        ("of the type", "type"),
        ("by the id", "id"),
        ("in Google's storage is not", "storage"),
        ("by this address", "address"),
        ("by an address of the web", "web"),
        ("name is left out", "name"),
        ("called `file.pdf`", "called"),
    ];
    words.iter().find(|(part, _)| note.contains(part)).map_or("?", |(_, word)| word)
}

/// Other servers that speak the format have rules of their own: what they are given is theirs to refuse.
#[test]
fn other_servers_are_given_what_there_is() {
    let provider = by_name("openai-chat").unwrap();
    let part = Passed::File { url: "https://example.com/a.csv".into(), name: None, tokens: None };
    assert!(provider.lost(&part, "gpt-5.4").unwrap().whole);
    assert_eq!(provider.lost(&part, "mistral-large"), None);
    let body = messages(
        "openai-chat",
        "mistral-large",
        &[entry(Role::User, vec![EntryPart::Other(part)])],
    );
    let file = body.pointer("/messages/0/content/0/file").unwrap();
    assert_eq!(*file, json!({"file_data": "https://example.com/a.csv"}));
}

#[test]
fn uploads_by_their_id() {
    let id = "file-6F2ksmvXxt4VdoqmHRw6kL";
    let both = [entry(Role::User, vec![image(id), file(id, None)])];
    let responses = messages("openai-responses", "gpt-5.4", &both);
    assert_eq!(
        responses["input"][0]["content"],
        json!([
            {"type": "input_image", "detail": "auto", "file_id": id},
            {"type": "input_file", "file_id": id},
        ])
    );
    let chat = messages("openai-chat", "gpt-5.4", &[entry(Role::User, vec![file(id, None)])]);
    let content = json!([{"type": "file", "file": {"file_id": id}}]);
    assert_eq!(chat["messages"][0]["content"], content);
    let source = json!({"type": "file", "file_id": id});
    let anthropic = messages("anthropic", "claude-opus-4-7", &both);
    assert_eq!(
        anthropic["messages"][0]["content"],
        json!([
            {"type": "image", "source": source}, {"type": "document", "source": source},
        ])
    );
}
