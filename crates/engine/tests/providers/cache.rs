//! What each provider's cache is told.

use proem::provider::by_name;
use proem::turn::format::{CachePlan, Caching};
use proem::turn::message::seating::Role;
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
    for (provider, name) in ALL {
        let Caching { marks, roles, .. } = by_name(provider).unwrap().caching(name);
        let takes = |at: &usize| marks > 0 && roles.contains(&entries[*at].role);
        let marks = (0..5).filter(takes).collect();
        let cache = CachePlan { key: Some("coach".into()), marks };
        let body = body(provider, &model(name, json!({})), &entries, &plain(), &cache);
        let mut found = Vec::new();
        marked(&body, "", &mut found);
        let expected: &[&str] = match provider {
            "openai-chat" => {
                &["/messages/0/content/0", "/messages/1/content/0", "/messages/3/content/1"]
            }
            "openai-responses" => {
                &["/input/0/content/0", "/input/1/content/0", "/input/3/content/1"]
            }
            "anthropic" => &[
                "/system/0",
                "/messages/0/content/0",
                "/messages/1/content/0",
                "/messages/2/content/1",
                "/messages/3/content/0",
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
    for provider in ["openai-chat", "openai-responses"] {
        let old = by_name(provider).unwrap().caching("gpt-5.4");
        assert_eq!((old.marks, old.key), (0, true));
        let new = by_name(provider).unwrap().caching("gpt-5.6");
        assert_eq!((new.marks > 0, new.key), (true, true));
        assert_eq!(new.roles, [Role::System, Role::Developer, Role::User]);
        // A model that came after the tables is OpenAI's own too, and an open one is not.
        let [later, open] =
            ["gpt-6.1", "gpt-oss-120b"].map(|name| by_name(provider).unwrap().caching(name));
        assert_eq!((later.marks > 0, later.key), (true, true));
        assert_eq!((open.marks, open.key), (0, false));
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

#[test]
fn the_least_that_anthropic_keeps() {
    for (model, least) in [
        ("claude-opus-4-6", 4_096),
        ("claude-haiku-4-5-20251001", 4_096),
        ("claude-opus-4-7", 2_048),
        ("us.anthropic.claude-3-5-haiku-20241022-v1:0", 2_048),
        ("claude-mythos-preview", 2_048),
        ("claude-opus-4-8", 1_024),
        ("claude-sonnet-5", 1_024),
        ("claude-sonnet-4-6", 1_024),
        ("claude-opus-5", 512),
        ("claude-opus-5-5", 512),
        ("claude-sonnet-5-5", 512),
        ("claude-haiku-5-5", 512),
        ("anthropic/claude-fable-5", 512),
        ("claude-mythos-5", 512),
    ] {
        assert_eq!(by_name("anthropic").unwrap().caching(model).least, least, "{model}");
    }
}
