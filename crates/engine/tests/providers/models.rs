//! Which provider a model's name tells.

use proem::provider::{find, find_or};

use crate::host::model;

fn found(name: &str) -> Option<(&'static str, String)> {
    let model = model(name, serde_json::json!({}));
    find(&model).ok().map(|(provider, reason)| (provider.name(), reason))
}

#[test]
fn names_with_and_without_what_stands_in_front_of_them() {
    for (name, expected) in [
        ("gpt-5.4", Some("openai-chat")),
        ("chatgpt-4o-latest", Some("openai-chat")),
        ("o3-mini", Some("openai-chat")),
        ("codex-mini-latest", Some("openai-chat")),
        ("ft:gpt-4.1-mini:org::abc", Some("openai-chat")),
        ("openai/gpt-5.4", Some("openai-chat")),
        ("openai.gpt-oss-120b-1:0", Some("openai-chat")),
        ("claude-opus-4-7", Some("anthropic")),
        ("anthropic/claude-opus-4.7", Some("anthropic")),
        ("anthropic.claude-sonnet-4-5-20250929-v1:0", Some("anthropic")),
        ("us.anthropic.claude-sonnet-4-5-20250929-v1:0", Some("anthropic")),
        ("claude-opus-4-5@20251101", Some("anthropic")),
        ("gemini-3.1-pro", Some("gemini")),
        ("models/gemini-2.5-flash", Some("gemini")),
        ("google/gemini-3.1-pro-preview", Some("gemini")),
        ("publishers/google/models/gemini-2.5-pro", Some("gemini")),
        ("Gemini-3.1-Pro", Some("gemini")),
        ("o10", None),
        ("mistral-large", None),
        ("google/gemma-3-27b-it", None),
        ("my-gpt-5", None),
        ("", None),
    ] {
        assert_eq!(found(name).map(|(provider, _)| provider), expected, "{name}");
    }
}

#[test]
fn the_reason_names_what_told() {
    assert_eq!(found("gpt-5.4").unwrap().1, "the model's name begins with `gpt-`");
    assert_eq!(
        found("models/gemini-2.5-flash").unwrap().1,
        "the model's name is `gemini-2.5-flash` and begins with `gemini-`"
    );
    let model = model("gpt-5.4", serde_json::json!({}));
    let (provider, reason) = find_or(Some("openai-responses"), &model).unwrap();
    assert_eq!(provider.name(), "openai-responses");
    assert_eq!(reason, "asked for");
    let (_, reason) = find_or(Some("gemini"), &model).unwrap();
    assert_eq!(reason, "asked for, though `gpt-5.4` is a model of openai-chat");
}
