//! What each provider's cache is told.

use proem::turn::format::CachePlan;
use proem::turn::seating::Role;
use serde_json::{Value as Json, json};

use crate::host::{ALL, body, entry, model, plain, said, text};

/// Every object of a body that carries a mark, by pointer.
fn marked(value: &Json, at: &str, found: &mut Vec<String>) {
    match value {
        Json::Object(map) => {
            if map.contains_key("cache_control") || map.contains_key("prompt_cache_breakpoint") {
                found.push(at.to_owned());
            }
            map.iter().for_each(|(key, inner)| marked(inner, &format!("{at}/{key}"), found));
        }
        Json::Array(items) => {
            let items = items.iter().enumerate();
            items.for_each(|(index, inner)| marked(inner, &format!("{at}/{index}"), found));
        }
        _ => {}
    }
}

#[test]
fn marks_stand_on_the_last_part_where_a_provider_takes_them() {
    let entries = [
        text(Role::System, "s"),
        text(Role::User, "a"),
        text(Role::Assistant, "b"),
        entry(Role::User, vec![said("c"), said("d")]),
        text(Role::Assistant, "e"),
        text(Role::User, "f"),
    ];
    let cache = CachePlan { key: Some("coach".into()), marks: vec![0, 1, 2, 3, 5] };
    for (provider, name) in ALL {
        let body = body(provider, &model(name, json!({})), &entries, &plain(), &cache);
        let mut found = Vec::new();
        marked(&body, "", &mut found);
        let expected: &[&str] = match provider {
            "openai-chat" => &["/messages/0/content/0", "/messages/1/content/0"],
            "openai-responses" => &["/input/0/content/0", "/input/1/content/0"],
            "anthropic" => &[
                "/system/0",
                "/messages/0/content/0",
                "/messages/1/content/0",
                "/messages/2/content/1",
            ],
            _ => &[],
        };
        assert_eq!(found, expected, "{provider}");
        let key = body.get("prompt_cache_key").and_then(Json::as_str);
        assert_eq!(key, provider.starts_with("openai").then_some("coach"), "{provider}");
    }
}

#[test]
fn models_before_gpt_5_6_take_the_key_alone() {
    let entries = [text(Role::System, "s"), text(Role::User, "a")];
    let cache = CachePlan { key: Some("coach".into()), marks: vec![0] };
    for provider in ["openai-chat", "openai-responses"] {
        let old = body(provider, &model("gpt-5.4", json!({})), &entries, &plain(), &cache);
        let mut found = Vec::new();
        marked(&old, "", &mut found);
        assert!(found.is_empty(), "{found:?}");
        assert_eq!(old["prompt_cache_key"], "coach");
    }
}

#[test]
fn without_a_plan_nothing_is_said() {
    let entries = [text(Role::System, "s"), text(Role::User, "a")];
    for (provider, name) in ALL {
        let body =
            body(provider, &model(name, json!({})), &entries, &plain(), &CachePlan::default());
        assert!(!body.to_string().contains("cache"), "{provider}");
    }
}
