//! Every route, asked by everybody: nothing of one workspace is visible to another, or distinguishable from
//! what is not there.
//!
//! The routes are those of the OpenAPI document, so that a new one cannot be forgotten: the test fails until it
//! is said here what stands for its variable parts and what it is sent.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Value as Json, json};

use crate::receiver::Receiver;
use crate::support::{Client, Reply, Service};

/// A word that stands in what the first workspace holds, and in nothing else.
const MARK: &str = "xylophone";

/// One operation of the document.
struct Route {
    method: String,
    /// As in the document: `/api/v1/prompts/{id}`.
    template: String,
    /// With what stands for its variable parts, and what its query must have.
    path: String,
    body: Option<Json>,
    statuses: BTreeSet<u16>,
}

/// What the first workspace holds.
struct Held {
    files: Json,
    places: BTreeMap<(&'static str, &'static str), String>,
    queries: BTreeMap<&'static str, String>,
    bodies: BTreeMap<(&'static str, &'static str), Json>,
}

/// A service of the smallest agent, or of none, whose webhooks may point to a receiver.
fn telling(receiver: &Receiver, agents: bool) -> Service {
    let greeter = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/http/greeter");
    let folders: &[&Path] = if agents { &[&greeter] } else { &[] };
    Service::set(folders, &[("PROEM_WEBHOOKS", &receiver.host())])
}

/// A job that was given up, and the webhook that it was for. It is off then, so that no other one comes.
fn dead(client: &Client, receiver: &Receiver) -> (String, String) {
    let hook = json!({"url": receiver.url(&format!("/{MARK}")), "events": ["prompt.activated"]});
    let hook = client.post("webhooks", &hook).json(201)["id"].as_str().unwrap().to_owned();
    receiver.answer(&[(410, "")]);
    let new = json!({"prompt_type": "greeting", "phase": "short", "body": "Short.", "note": MARK});
    client.post("prompts", &new).json(201);
    receiver.message();
    let job = loop {
        let dead = client.get("jobs?status=dead").json(200);
        if let Some(id) = dead["items"][0]["id"].as_str() {
            break id.to_owned();
        }
    };
    client.patch(&format!("webhooks/{hook}"), &json!({"is_active": false})).json(200);
    (job, hook)
}

/// Fills the first workspace, so that every route has something to be about.
fn filled(service: &Service, receiver: &Receiver) -> Held {
    let client = service.client();
    let (job, hook) = dead(&client, receiver);
    let files = client.get("agents/greeter/export").json(200)["files"].clone();
    let made = |reply: Reply| reply.json(201)["id"].as_str().unwrap().to_owned();
    let warm = |body: &str| json!({"prompt_type": "greeting", "phase": "warm", "title": MARK, "body": body});
    let first = made(client.post("prompts", &warm(&format!("Greet with a {MARK}."))));
    let second = made(client.post("prompts", &warm("Greet.")));
    client.put(&format!("prompts/{first}/labels/staging"), &json!({"note": MARK})).json(200);
    client.put("labels/precious/protected", &json!({})).empty(204);
    let session = made(client.post("sessions", &json!({"user": MARK, "meta": {"about": MARK}})));
    let turn = json!({"message": format!("My {MARK} is broken.")});
    client.post(&format!("sessions/{session}/turns"), &turn).json(200);
    client.post("feedback", &json!({"session": session, "comment": MARK, "value": true})).json(201);
    let role = json!({"source_role_id": "developer", "name": MARK});
    let role = made(client.post("agent-roles", &role));
    let split = json!({"name": MARK, "agent": "greeter", "prompt": "greeting/warm", "arms": [
        {"name": "one", "version": 2, "weight": 1}, {"name": "two", "version": 3, "weight": 1},
    ]});
    let experiment = made(client.post("experiments", &split));
    let mut again = split;
    again["name"] = json!("again");
    let key = made(client.post("keys", &json!({"name": MARK, "scopes": ["read"]})));
    let text = format!("Has a {MARK}.");
    let memory = made(client.post("memories", &json!({"owner": MARK, "text": text})));
    let recall = json!({"state": {"memory:recall": true}});
    client.patch("users/ann", &recall).json(200);
    let places = BTreeMap::from([
        (("prompts", "id"), first.clone()),
        (("prompts", "label"), "staging".to_owned()),
        (("labels", "label"), "precious".to_owned()),
        (("agents", "agent"), "greeter".to_owned()),
        (("agents", "case"), "hello".to_owned()),
        (("sessions", "id"), session.clone()),
        (("agent-roles", "id"), role),
        (("agent-roles", "version"), "1".to_owned()),
        (("experiments", "id"), experiment),
        (("sessions", "n"), "1".to_owned()),
        (("keys", "id"), key),
        (("memories", "id"), memory),
        (("users", "id"), "ann".to_owned()),
        (("webhooks", "id"), hook),
        (("jobs", "id"), job),
    ]);
    let queries = BTreeMap::from([
        ("memories/search", format!("?owner={MARK}&q={MARK}")),
        ("prompts/log", "?agent=greeter&name=greeting/warm".to_owned()),
        ("prompts/diff", format!("?from={first}&to={second}")),
    ]);
    let bodies = BTreeMap::from([
        (
            ("POST", "prompts"),
            json!({"prompt_type": "greeting", "phase": "warm", "body": "Greet them."}),
        ),
        (("POST", "prompts/rollback"), json!({"agent": "greeter", "name": "greeting/warm"})),
        (("PUT", "agents/{agent}"), json!({"files": files})),
        (("PUT", "agents/{agent}/config"), json!({"config": {"company": "Larkpost"}})),
        (("POST", "agents/{agent}/activate"), json!({"version": 1})),
        (("POST", "agents/{agent}/read"), json!({"session": session, "answer": "Welcome."})),
        (("POST", "sessions"), json!({"agent": "greeter"})),
        (("POST", "sessions/{id}/turns"), json!({"message": "Hello"})),
        (("POST", "sessions/{id}/turns/{n}/results"), json!({"results": []})),
        (("POST", "memories"), json!({"owner": "somebody", "text": "Likes tea."})),
        (("PATCH", "memories/{id}"), json!({"category": "music"})),
        (("POST", "feedback"), json!({"session": session, "value": false})),
        (("POST", "agent-roles"), json!({"source_role_id": "developer"})),
        (("PATCH", "agent-roles/{id}/prompt"), json!({"description": "Other"})),
        (("POST", "agent-roles/{id}/assemble"), json!({"step": "ticket"})),
        (("POST", "experiments"), again),
        (("POST", "experiments/{id}/weights"), json!({"weights": {"one": 2}})),
        (("POST", "keys"), json!({"name": "another", "scopes": ["read"]})),
        (("POST", "webhooks"), json!({"url": receiver.url("/other"), "events": ["crisis"]})),
        (("PATCH", "webhooks/{id}"), json!({"is_active": false})),
        (("POST", "workspaces"), json!({"id": "third", "name": "Third"})),
    ]);
    Held { files, places, queries, bodies }
}

/// The routes of the document, those that take something away last.
fn routes(client: &Client, held: &Held) -> Vec<Route> {
    let document = client.get("/openapi.json").json(200);
    let mut routes = Vec::new();
    let mut unknown = Vec::new();
    for (template, item) in document["paths"].as_object().unwrap() {
        let inner = template.strip_prefix("/api/v1/").unwrap();
        let resource = inner.split('/').next().unwrap();
        let mut path = template.clone();
        for part in inner.split(['{', '}']).skip(1).step_by(2) {
            match held.places.get(&(resource, part)) {
                Some(value) => path = path.replace(&format!("{{{part}}}"), value),
                None => unknown.push(format!("{template}: what stands for {part}?")),
            }
        }
        path.push_str(held.queries.get(inner).map(String::as_str).unwrap_or_default());
        for (method, operation) in item.as_object().unwrap() {
            let method = method.to_uppercase();
            let body = held.bodies.get(&(method.as_str(), inner)).cloned();
            let takes = operation["requestBody"].is_object();
            let statuses = operation["responses"].as_object().unwrap().keys();
            routes.push(Route {
                template: template.clone(),
                path: path.clone(),
                body: takes.then(|| body.unwrap_or(json!({}))),
                statuses: statuses.filter_map(|status| status.parse().ok()).collect(),
                method,
            });
        }
    }
    assert!(unknown.is_empty(), "{unknown:#?}");
    let order = ["GET", "PUT", "POST", "PATCH", "DELETE"];
    // Sessions and keys go last: others are about them. What is taken away goes after what is in it.
    routes.sort_by_key(|route| {
        let place = order.iter().position(|method| *method == route.method);
        let depth = route.template.len().cast_signed();
        (place, if route.method == "DELETE" { -depth } else { depth })
    });
    routes
}

impl Route {
    fn sent(&self, client: &Client) -> Reply {
        let reply = client.send(&self.method, &self.path, &[], self.body.as_ref());
        let at = format!("{} {} gives {}", self.method, self.template, reply.status);
        assert!(
            self.statuses.contains(&reply.status),
            "{at}, which is not documented: {}",
            reply.body
        );
        let kind = reply.header("content-type").unwrap_or_default();
        assert_eq!(kind == "application/problem+json", reply.status >= 400, "{at}: {kind}");
        reply
    }

    fn at(&self) -> String {
        format!("{} {}", self.method, self.template)
    }
}

/// A reply without what differs from service to service: ids, hashes, times, keys.
fn plain(reply: &Reply) -> (u16, Json) {
    let mut body: Json = serde_json::from_str(&reply.body).unwrap_or(Json::Null);
    blur(&mut body);
    (reply.status, body)
}

fn secret(text: &str) -> bool {
    text.starts_with("proem_") || text.starts_with("whsec_")
}

fn blur(part: &mut Json) {
    match part {
        Json::Object(members) => {
            for (name, varies) in [("hint", "<hint>"), ("used_at", "<used>")] {
                if let Some(member) = members.get_mut(name) {
                    *member = json!(varies);
                }
            }
            members.values_mut().for_each(blur);
        }
        Json::Array(items) => items.iter_mut().for_each(blur),
        Json::String(text) => {
            let is_id = text.len() == 36 && text.matches('-').count() == 4;
            let is_time = text.len() == 24 && text.starts_with("20") && text.ends_with('Z');
            if is_id || is_time || text.contains("b3:") || secret(text) {
                *text = "<varies>".to_owned();
            }
        }
        _ => {}
    }
}

/// A tenant of a service, with all rights in a workspace of its own.
fn tenant(service: &Service) -> Client {
    let made = service.client().post("workspaces", &json!({"id": "tenant", "name": "Tenant"}));
    service.client_with(made.json(201)["key"]["secret"].as_str())
}

/// Everything that the first workspace is told of itself.
fn picture(client: &Client, routes: &[Route]) -> BTreeMap<String, String> {
    // The operator sees that tenants do something.
    let own = |route: &&Route| route.method == "GET" && route.template != "/api/v1/workspaces";
    routes.iter().filter(own).map(|route| (route.at(), unused(route.sent(client).body))).collect()
}

/// What is told, but for when keys were used: that is noted a moment after it.
fn unused(body: String) -> String {
    let Ok(mut told) = serde_json::from_str::<Json>(&body) else { return body };
    for key in told["items"].as_array_mut().into_iter().flatten() {
        if let Some(used) = key.get_mut("used_at") {
            *used = Json::Null;
        }
    }
    told.to_string()
}

/// Nothing is other than it was.
fn same(before: &BTreeMap<String, String>, now: &BTreeMap<String, String>) {
    for (at, body) in before {
        assert_eq!(now.get(at), Some(body), "{at} was changed");
    }
}

#[test]
fn whoever_is_not_known_is_told_nothing_else() {
    let receiver = Receiver::new();
    let service = telling(&receiver, true);
    let held = filled(&service, &receiver);
    for route in routes(&service.client(), &held) {
        let nobody = route.sent(&service.client_with(None));
        assert_eq!(nobody.status, 401, "{}", route.at());
        for wrong in ["proem_00000000000000000000000000000000", "sk-else", ""] {
            let other = route.sent(&service.client_with(Some(wrong)));
            assert_eq!(plain(&nobody), plain(&other), "{}", route.at());
        }
    }
}

#[test]
fn whoever_may_only_read_changes_nothing() {
    let receiver = Receiver::new();
    let service = telling(&receiver, true);
    let held = filled(&service, &receiver);
    let routes = routes(&service.client(), &held);
    let made = service.client().post("keys", &json!({"name": "reader", "scopes": ["read"]}));
    let reader = service.client_with(made.json(201)["secret"].as_str());
    let before = picture(&service.client(), &routes);
    for route in &routes {
        let status = route.sent(&reader).status;
        let is_for_administrators = ["keys", "workspaces", "audit", "webhooks", "jobs"]
            .iter()
            .any(|root| route.path.starts_with(&format!("/api/v1/{root}")));
        // Every key may look at itself.
        let own = route.path == "/api/v1/keys/current";
        let may = route.method == "GET" && (own || !is_for_administrators);
        let expected = if may { 200 } else { 403 };
        assert_eq!(status, expected, "{}", route.at());
    }
    same(&before, &picture(&service.client(), &routes));
}

/// The tenant of a service that holds something is told the same as the tenant of one that holds nothing.
#[test]
fn another_workspace_cannot_be_told_from_an_empty_one() {
    let receiver = Receiver::new();
    let (full, empty) = (telling(&receiver, true), telling(&receiver, false));
    let held = filled(&full, &receiver);
    let routes = routes(&full.client(), &held);
    let (here, there) = (tenant(&full), tenant(&empty));
    let before = picture(&full.client(), &routes);
    for own_agent in [false, true] {
        // Also where the tenant has an agent of the same name.
        if own_agent {
            for client in [&here, &there] {
                client.put("agents/greeter", &json!({"files": held.files})).json(200);
            }
        }
        for route in &routes {
            let (one, other) = (route.sent(&here), route.sent(&there));
            assert_eq!(plain(&one), plain(&other), "{}", route.at());
            assert!(!one.body.contains(MARK), "{}: {}", route.at(), one.body);
        }
    }
    same(&before, &picture(&full.client(), &routes));
}

#[test]
fn whoever_has_the_right_key_finds_everything() {
    let receiver = Receiver::new();
    let service = telling(&receiver, true);
    let held = filled(&service, &receiver);
    for route in routes(&service.client(), &held) {
        let reply = route.sent(&service.client());
        let found = ![401, 403, 404, 422].contains(&reply.status) && reply.status < 500;
        // Between turns there is none to cancel.
        let idle = reply.body.contains("turn.missing") && route.path.ends_with("/current");
        assert!(found || idle, "{} gives {}: {}", route.at(), reply.status, reply.body);
    }
}
