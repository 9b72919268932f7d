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

#[test]
fn two_nodes_decide_and_serve_as_one() {
    let Some((one, other, _cluster)) = nodes() else { return };
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
    // What one makes active the other serves within a second.
    let new = json!({"prompt_type": "greeting", "phase": "warm", "body": "Greet like the sea."});
    one.client().post("prompts", &new).json(201);
    assert!(
        system(&one.client()).contains("like the sea"),
        "the node that wrote serves it at once"
    );
    let begin = Instant::now();
    while !system(&other.client()).contains("like the sea") {
        assert!(
            begin.elapsed() < Duration::from_secs(1),
            "the other node still serves the old one"
        );
    }
    what_was_checked_is_what_becomes_active(&one, &other);
    odd_names_do_no_harm(&other);
}
