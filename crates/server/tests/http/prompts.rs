//! `/prompts`.

use serde_json::json;

use crate::support::{Service, settled};

#[test]
fn a_new_version_becomes_active_and_the_old_one_comes_back() {
    let service = Service::greeter();
    let client = service.client();
    let made = client.post(
        "prompts",
        &json!({"prompt_type": "greeting", "phase": "warm", "title": "Warmer", "body": "Greet people very warmly.\n",
            "note": "they asked for it", "expected_version": 1}),
    );
    assert_eq!(made.header("etag"), Some("\"2\""));
    assert_eq!(
        settled(made.json(201)),
        json!({
            "id": "<id>", "agent": "greeter", "name": "greeting/warm", "prompt_type": "greeting", "phase": "warm",
            "version": 2, "title": "Warmer", "description": "", "body": "Greet people very warmly.\n",
            "source": "---\ntitle: \"Warmer\"\n---\nGreet people very warmly.\n",
            "required_context_keys": [], "allowed_actions": [], "is_active": true, "labels": ["production", "latest"],
            "created_at": "<created_at>", "updated_at": "<updated_at>", "author": "first", "note": "they asked for it",
            "hash": "<hash>",
        })
    );
    let back =
        client.post("prompts/rollback", &json!({"agent": "greeter", "name": "greeting/warm"}));
    assert_eq!(back.json(200)["version"], 1);
    let active = client.get("prompts?agent=greeter&prompt_type=greeting&phase=warm&is_active=true");
    assert_eq!(active.json(200)["items"][0]["version"], 1);
}
