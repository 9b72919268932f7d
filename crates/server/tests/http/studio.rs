//! The studio: what stands at the addresses of the page, and what a browser lets it do. What is on the page is
//! tested in a browser (`web/tests`).

use serde_json::{Value as Json, json};

use crate::support::{Client, Reply, Service};

const HTML: (&str, &str) = ("accept", "text/html,application/xhtml+xml,*/*;q=0.8");

fn page(client: &Client, path: &str, more: &[(&str, &str)]) -> Reply {
    client.send("GET", path, &[&[HTML], more].concat(), None)
}

#[test]
fn the_page_stands_at_its_addresses_and_in_nobodys_way() {
    let service = Service::greeter();
    let client = service.client_with(None);
    let index = page(&client, "/", &[]);
    assert_eq!(index.status, 200);
    assert_eq!(index.header("content-type"), Some("text/html; charset=utf-8"));
    for path in ["/agents/greeter/live", "/prompts/greeter/greeting/warm", "/index.html"] {
        assert_eq!(page(&client, path, &[]).body, index.body, "{path}");
    }
    for path in [
        "/api/v1/nothing",
        "/api",
        "/docs/none",
        "/v1/none",
        "/mcp/none",
        "/assets/none.js",
        "/metrics/none",
    ] {
        let reply = page(&client, path, &[]);
        assert_eq!(reply.status, 404, "{path}");
        assert_eq!(reply.json(404)["code"], "route.unknown", "{path}");
    }
    // Who does not say that it reads HTML is no browser, and is told what is the matter.
    assert_eq!(client.get("/prompts/greeter/greeting/warm").json(404)["code"], "route.unknown");
    assert_eq!(client.post("/", &json!({})).json(404)["code"], "route.unknown");
    assert_eq!(page(&client, "/openapi.json", &[]).json(200)["openapi"], "3.1.0");
}

#[test]
fn nothing_but_the_service_itself_may_run_in_the_page() {
    let service = Service::greeter();
    let client = service.client_with(None);
    let index = page(&client, "/", &[]);
    let policy = index.header("content-security-policy").unwrap();
    assert_eq!(
        policy,
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    );
    assert_eq!(index.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(index.header("referrer-policy"), Some("no-referrer"));
    assert!(!index.body.contains("<style") && !index.body.contains("http://"));
    let scripts = index.body.matches("<script").count();
    assert_eq!(scripts, index.body.matches("src=\"/assets/").count(), "{}", index.body);
}

#[test]
fn files_are_kept_by_browsers_as_long_as_they_are_the_same() {
    let service = Service::greeter();
    let client = service.client_with(None);
    let index = page(&client, "/", &[]);
    assert_eq!(index.header("cache-control"), Some("no-cache"));
    let tag = index.header("etag").unwrap();
    let again = page(&client, "/prompts", &[("if-none-match", tag)]);
    assert_eq!((again.status, again.body.as_str()), (304, ""));
    let other = page(&client, "/", &[("if-none-match", "\"other\"")]);
    assert_eq!(other.status, 200);

    let script = index.body.split("src=\"").nth(1).unwrap().split('"').next().unwrap();
    let plain = client.get(script);
    assert_eq!(plain.status, 200);
    assert_eq!(plain.header("content-type"), Some("text/javascript; charset=utf-8"));
    assert_eq!(plain.header("cache-control"), Some("public, max-age=31536000, immutable"));
    let packed = client.send("HEAD", script, &[("accept-encoding", "br, gzip")], None);
    assert_eq!(packed.header("content-encoding"), Some("gzip"));
    let length = |reply: &Reply| reply.header("content-length").unwrap().parse::<usize>().unwrap();
    assert!(length(&packed) * 2 < length(&plain), "{} of {}", length(&packed), length(&plain));
    let refused = client.send("HEAD", script, &[("accept-encoding", "gzip;q=0")], None);
    assert_eq!(refused.header("content-encoding"), None);
}

#[test]
fn a_key_knows_what_it_may() {
    let service = Service::greeter();
    let client = service.client();
    let own = client.get("keys/current").json(200);
    assert_eq!(own["workspace"], "default");
    assert_eq!(own["scopes"], json!(["read", "edit", "run", "admin"]));
    assert_eq!(own["is_operator"], true);
    let made = client.post("keys", &json!({"name": "author", "scopes": ["edit"]})).json(201);
    let author = service.client_with(made["secret"].as_str());
    let own = author.get("keys/current").json(200);
    assert_eq!((&own["name"], &own["scopes"]), (&json!("author"), &json!(["read", "edit"])));
    assert_eq!((&own["id"], &own["is_operator"]), (&made["id"], &json!(false)));
}

#[test]
fn an_agent_tells_what_it_is() {
    let service = Service::greeter();
    let client = service.client();
    client.put("agents/greeter/config", &json!({"config": {"company": "Larkpost"}})).json(200);
    let outline = client.get("agents/greeter/outline").json(200);
    assert_eq!(outline["model"], json!({"name": "gpt-5.4", "window": 8000, "reserve": 500}));
    assert_eq!(outline["config"], json!({"company": "Larkpost"}));
    assert_eq!(
        outline["state"],
        json!([{"name": "tone", "schema": {"enum": ["warm", "short"], "default": "warm"}, "default": "warm",
            "scope": "session", "titles": []}])
    );
    assert_eq!(outline["core"], json!(["policy/honesty"]));
    assert_eq!(outline["prompt_types"], json!(["closing", "greeting", "policy"]));
    let layers = outline["calls"][0]["layers"].as_array().unwrap();
    let ids: Vec<_> = layers.iter().map(|layer| &layer["id"]).collect();
    assert_eq!(ids, ["core", "greeting", "closing", "history", "message"]);
    assert_eq!(layers[1]["prompts"], json!([{"name": "greeting/{{ tone }}", "when": null}]));
    assert_eq!(
        outline["cases"],
        json!([{"name": "hello", "title": "Somebody says hello", "description": "", "turns": 2}])
    );
}

#[test]
fn a_case_is_played_so_that_each_turn_can_be_assembled() {
    let service = Service::greeter();
    let client = service.client();
    let case = client.get("agents/greeter/cases/hello").json(200);
    let turns = case["turns"].as_array().unwrap();
    assert_eq!(turns[0]["input"], json!({"message": "Hello!", "id": "1"}));
    assert_eq!(turns[0]["said"], json!(["Good morning, how can I help?"]));
    assert_eq!(turns[0]["failures"], json!([]));
    let history = json!([{"role": "user", "content": "Hello!"},
        {"role": "assistant", "content": "Good morning, how can I help?"}]);
    assert_eq!(turns[1]["input"]["history"], history);
    let assembled = client.post("agents/greeter/assemble", &turns[1]["input"]).json(200);
    let told = assembled["payload"]["messages"].as_array().unwrap();
    let last = told.iter().rev().take(3).map(|message| &message["content"]);
    let expected = ["What is your name?", "Good morning, how can I help?", "Hello!"];
    assert!(last.eq(expected), "{told:#?}");
    assert_eq!(client.get("agents/greeter/cases/none").json(404)["code"], "case.missing");
    assert_eq!(client.get("agents/none/cases/hello").json(404)["code"], "agent.missing");
}

#[test]
fn a_draft_tells_what_it_would_move() {
    let service = Service::greeter();
    let client = service.client();
    let body = |text: &str| json!({"drafts": {"greeting/warm": text}});
    let found = client.post("agents/greeter/diff", &body("Greet people warmly.")).json(200);
    let places = |found: &Json| -> Vec<String> {
        let turns = found["cases"]["turns"].as_array().unwrap().iter();
        turns.map(|turn| turn["place"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(places(&found), ["hello:1", "hello:2"]);
    assert_eq!(found["prompts"][0]["name"], "greeting/warm");
    let short = json!({"drafts": {"greeting/short": "Hi."}, "matrix": true});
    let found = client.post("agents/greeter/diff", &short).json(200);
    assert_eq!(places(&found), Vec::<String>::new());
    assert_eq!(found["matrix"]["turns"].as_array().unwrap().len(), 1);
    let broken = client.post("agents/greeter/diff", &body("{{ nobody }}")).json(422);
    assert!(
        broken["errors"][0]["pointer"].as_str().unwrap().starts_with("prompts/greeting/warm.md:")
    );
    let made = client.post("keys", &json!({"name": "reader", "scopes": ["read", "run"]})).json(201);
    let reader = service.client_with(made["secret"].as_str());
    assert_eq!(reader.post("agents/greeter/diff", &body("Hi.")).json(403)["code"], "key.scope");
}

#[test]
fn a_brief_list_has_no_texts() {
    let service = Service::greeter();
    let client = service.client();
    let whole = client.get("prompts?agent=greeter").json(200);
    let brief = client.get("prompts?agent=greeter&brief=true").json(200);
    let (whole, brief) = (whole["items"].as_array().unwrap(), brief["items"].as_array().unwrap());
    assert_eq!(whole.len(), brief.len());
    for (one, other) in whole.iter().zip(brief) {
        let mut one = one.as_object().unwrap().clone();
        assert!(one.remove("body").is_some() && one.remove("source").is_some());
        assert_eq!(&Json::Object(one), other);
    }
}
