//! What a service with many prompts costs: starting it, its memory, and how soon another node serves what was
//! activated.
//!
//! Owns these rows. It must never measure a service that has served something else before.

use std::path::Path;
use std::time::{Duration, Instant};

use proem_bench::catalog::{Shape, catalog};
use proem_bench::statistics::percentile;
use serde_json::{Value as Json, json};

use super::Place;
use super::node::{Node, write};

/// So many agents, each with so many prompts: 1,000 prompts in all.
const AGENTS: usize = 100;
const PROMPTS: usize = 9;

/// How often something is activated.
const TIMES: usize = 50;

/// From starting the process to the first assembly, over a database that has the prompts.
pub(super) fn start(place: &Place) -> Result<Vec<String>, String> {
    let db = place.folder.join("start.db").to_string_lossy().into_owned();
    let folder = agents(place)?;
    let (import, key) = {
        let node = Node::start(place, &[&folder], &db, None)?;
        (node.first_answer("large-0")?, node.key.clone())
    };
    let mut times = Vec::new();
    for _ in 0..5 {
        let node = Node::start(place, &[], &db, Some(&key))?;
        times.push(node.first_answer("large-99")?);
    }
    times.sort();
    let median = times.get(times.len() / 2).copied().unwrap_or_default();
    Ok(vec![format!(
        "{:.3} s to the first assembly with 1,000 prompts in {AGENTS} agents (median of {}); {:.1} s with \
         the import of their folders into a new database",
        median.as_secs_f64(),
        times.len(),
        import.as_secs_f64()
    )])
}

/// Memory with all agents served and each one asked once.
pub(super) fn memory(place: &Place) -> Result<Vec<String>, String> {
    let db = place.folder.join("memory.db").to_string_lossy().into_owned();
    let folder = agents(place)?;
    let key = {
        let node = Node::start(place, &[&folder], &db, None)?;
        node.first_answer("large-0")?;
        node.key.clone()
    };
    let node = Node::start(place, &[], &db, Some(&key))?;
    node.first_answer("large-0")?;
    let begun = node.memory()?;
    for agent in 0..AGENTS {
        node.first_answer(&format!("large-{agent}"))?;
    }
    Ok(vec![format!(
        "{begun:.0} MiB when it serves 1,000 prompts in {AGENTS} agents, {:.0} MiB when each was asked",
        node.memory()?
    )])
}

/// From the answer to an activation on one node to the first assembly with it on another.
pub(super) fn activation(place: &Place) -> Result<Vec<String>, String> {
    let Some(db) = &place.postgres else {
        return Ok(vec!["left out: PROEM_BENCH_POSTGRES names no database".to_owned()]);
    };
    let folder = agents(place)?;
    let one = Node::start(place, &[&folder], db, None)?;
    one.first_answer("large-0")?;
    let other = Node::start(place, &[], db, Some(&one.key))?;
    other.first_answer("large-0")?;
    let (mut here, mut there) = (one.client()?, other.client()?);
    let mut times = Vec::new();
    for time in 0..TIMES {
        let sentence = format!("You are the large one, number {time}.");
        let body = json!({"agent": "large-0", "prompt_type": "core", "phase": "identity", "body": sentence});
        let reply = here.post("/api/v1/prompts", body.to_string().as_bytes())?;
        if reply.status != 201 {
            return Err(String::from_utf8_lossy(reply.body).into_owned());
        }
        let begun = Instant::now();
        loop {
            let reply =
                there.post("/api/v1/agents/large-0/assemble", br#"{"message": "Hello."}"#)?;
            let answer: Json =
                serde_json::from_slice(reply.body).map_err(|error| error.to_string())?;
            if answer.to_string().contains(&sentence) {
                break;
            }
            if begun.elapsed() > Duration::from_secs(10) {
                return Err("the other node does not serve what was activated".to_owned());
            }
        }
        times.push(u64::try_from(begun.elapsed().as_nanos()).unwrap_or(u64::MAX));
    }
    let ms = |permille| percentile(&times, permille) as f64 / 1e6;
    Ok(vec![format!(
        "served by another node {:.1} ms after it was answered (median of {TIMES}), {:.1} ms at most",
        ms(500),
        ms(1_000)
    )])
}

/// The folders of the agents.
fn agents(place: &Place) -> Result<std::path::PathBuf, String> {
    let root = place.folder.join("agents");
    for number in 0..AGENTS {
        let mut files = catalog(Shape::Choice, PROMPTS);
        for file in files.iter_mut().filter(|file| file.path == "agent.yaml") {
            let text = String::from_utf8_lossy(&file.bytes);
            file.bytes = text.replace("agent: large\n", &format!("agent: large-{number}\n")).into();
        }
        write(&root.join(number.to_string()), &files)?;
    }
    Ok(Path::new(&root).to_owned())
}
