//! Two nodes on one PostgreSQL: management is one decision, whichever node takes it, and both serve it.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::agents::what_was_checked_is_what_becomes_active;
use crate::bad_input::odd_names_do_no_harm;
use crate::support::{Client, Service};

#[path = "../../../store/tests/story/cluster.rs"]
#[expect(dead_code, reason = "the stories of the store also stop it and cut connections")]
mod cluster;

/// Two nodes on a new server, which goes when the test has ended.
fn nodes() -> Option<(Service, Service, cluster::Cluster)> {
    let cluster = cluster::Cluster::start()?;
    let one = Service::greeter_on(cluster.url("postgres"));
    let other = one.beside();
    Some((one, other, cluster))
}

fn system(client: &Client) -> String {
    let made = client.post("agents/greeter/assemble", &json!({"message": "Hello"})).json(200);
    made["payload"]["messages"][0]["content"].to_string()
}

/// How long the other node takes to serve what the one has made active.
fn activated(one: &Client, other: &Client, wave: u32) -> Duration {
    let body = format!("Greet like wave {wave}.");
    let new = json!({"prompt_type": "greeting", "phase": "warm", "body": body});
    one.post("prompts", &new).json(201);
    let begin = Instant::now();
    assert!(system(one).contains(&body), "the node that wrote serves it at once");
    while !system(other).contains(&body) {
        assert!(begin.elapsed() < Duration::from_secs(20), "the other node never serves it");
    }
    begin.elapsed()
}

#[test]
fn two_nodes_decide_and_serve_as_one() {
    let Some((one, other, cluster)) = nodes() else { return };
    // Writers on both nodes: all succeed, without a gap.
    let writers: Vec<_> = (0..16)
        .map(|number| {
            let client = if number % 2 == 0 { one.client() } else { other.client() };
            let body = format!("Greet {number} times.");
            let new = json!({"prompt_type": "greeting", "phase": "warm", "body": body});
            thread::spawn(move || client.post("prompts", &new).json(201)["version"].as_u64())
        })
        .collect();
    let mut versions: Vec<_> =
        writers.into_iter().map(|writer| writer.join().unwrap().unwrap()).collect();
    versions.sort_unstable();
    assert_eq!(versions, (2..18).collect::<Vec<_>>());
    // What one makes active the other serves too. The machine of the test may be busy with something else, so
    // that the second in which this is to happen is asked of the fastest time.
    let fastest = (0..5).map(|wave| activated(&one.client(), &other.client(), wave)).min();
    assert!(fastest < Some(Duration::from_secs(1)), "the fastest of five took {fastest:?}");
    what_was_checked_is_what_becomes_active(&one, &other);
    odd_names_do_no_harm(&other);
    a_role_is_served_as_the_other_node_has_changed_it(&one.client(), &other.client());
    known_agents_and_roles_are_served_while_the_database_is_away(&one.client(), &cluster);
}

/// What a role is told, and whether the reply may be old.
fn told(client: &Client, role: &str) -> (String, bool) {
    let reply = client.post(&format!("agent-roles/{role}/assemble"), &json!({"step": "ticket"}));
    let system = reply.json(200)["payload"]["messages"][0]["content"].to_string();
    (system, reply.header("proem-stale") == Some("true"))
}

fn a_role_is_served_as_the_other_node_has_changed_it(one: &Client, other: &Client) {
    let made = one.post("agent-roles", &json!({"source_role_id": "developer"})).json(201);
    let id = made["id"].as_str().unwrap().to_owned();
    let mut config =
        one.get(&format!("agent-roles/{id}/prompt")).json(200)["prompt_config"].clone();
    assert!(!told(one, &id).0.contains("wave"));
    for wave in 0..3 {
        let body = format!("You are the developer of wave {wave}.");
        config["system_prompt"] = json!(body);
        other
            .patch(&format!("agent-roles/{id}/prompt"), &json!({"prompt_config": config}))
            .json(200);
        assert!(told(other, &id).0.contains(&body), "the node that wrote serves it at once");
        let begin = Instant::now();
        while !told(one, &id).0.contains(&body) {
            assert!(begin.elapsed() < Duration::from_secs(20), "the other node never serves it");
        }
    }
    other.post(&format!("agent-roles/{id}/reset"), &json!({})).json(200);
    assert!(!told(other, &id).0.contains("wave"));
}

fn known_agents_and_roles_are_served_while_the_database_is_away(
    client: &Client,
    cluster: &cluster::Cluster,
) {
    let (before, fresh) = (system(client), told(client, "developer"));
    assert!(!fresh.1);
    cluster.stop();
    let begin = Instant::now();
    // Also while the node has not found out yet.
    let assemble = || client.post("agents/greeter/assemble", &json!({"message": "Hello"}));
    while assemble().header("proem-stale").is_none() {
        assert!(begin.elapsed() < Duration::from_secs(20), "nobody finds out");
    }
    assert_eq!(system(client), before);
    assert_eq!(told(client, "developer"), (fresh.0.clone(), true));
    let ready = client.get("/readyz").json(503);
    assert_eq!(ready, json!({"store": "away", "stale": true}));
    let new = json!({"prompt_type": "greeting", "phase": "warm", "body": "Greet."});
    assert_eq!(client.post("prompts", &new).json(503)["code"], "store.unavailable");
    cluster.resume();
    while told(client, "developer").1 {
        assert!(begin.elapsed() < Duration::from_secs(60), "it does not come back");
    }
    assert_eq!(told(client, "developer"), (fresh.0, false));
    client.post("prompts", &new).json(201);
}
