//! How many turns a second are durable: 16 conversations at once, in a file that is synced.
//!
//! `cargo run --release -p proem-store --example turns [FOLDER or postgres://…]`. It must be run on the
//! disk that is meant: a folder in memory has nothing to sync.

use std::sync::Arc;
use std::time::{Duration, Instant};

use proem_store::audit::By;
use proem_store::blob::Content;
use proem_store::error::Result;
use proem_store::release::Release;
use proem_store::session::{self, NewSession};
use proem_store::store::Store;
use proem_store::turn::{self, NewCall, NewTurn, Place, Status};
use proem_store::{open, workspace};
use serde_json::{Map, json};

const CLIENTS: usize = 16;
const TIME: Duration = Duration::from_secs(5);

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Result<()> {
    let argument = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    let address = match argument.starts_with("postgres") {
        true => argument,
        false => format!("{argument}/turns-{}.db", std::process::id()),
    };
    let store = open::open(&address, 1).await?;
    let by = By {
        workspace: "bench".to_owned(),
        actor: "bench".to_owned(),
        at: 1,
        note: String::new(),
        may_move_protected: false,
    };
    store
        .write(by, |tx, by| {
            Box::pin(async move {
                match workspace::get(tx, &by.workspace).await {
                    Ok(_) => Ok(()),
                    Err(_) => workspace::create(tx, by, "Bench").await.map(|_| ()),
                }
            })
        })
        .await?;
    for (name, apart) in [("a turn in one transaction", false), ("lease and turn apart", true)] {
        run(&store, name, apart).await?;
    }
    store.close().await;
    for end in ["", "-wal", "-shm"] {
        // Of PostgreSQL there is no such file.
        drop(std::fs::remove_file(format!("{address}{end}")));
    }
    Ok(())
}

async fn run(store: &Arc<dyn Store>, name: &str, apart: bool) -> Result<()> {
    let begin = Instant::now();
    let clients: Vec<_> = (0..CLIENTS)
        .map(|at| {
            let store = Arc::clone(store);
            let id = format!("{apart}-{at}-{}", std::process::id());
            tokio::spawn(async move { converse(&store, id, apart).await })
        })
        .collect();
    let mut times = Vec::new();
    for client in clients {
        if let Ok(done) = client.await {
            times.extend(done?);
        }
    }
    let seconds = begin.elapsed().as_secs_f64();
    times.sort_unstable();
    let at = |share: usize| times.get(times.len() * share / 100).copied().unwrap_or_default();
    println!(
        "{name}: {:.0} a second; median {:.2} ms, p99 {:.2} ms",
        times.len() as f64 / seconds,
        at(50).as_secs_f64() * 1e3,
        at(99).as_secs_f64() * 1e3,
    );
    Ok(())
}

/// One conversation: each turn takes the lease, and writes the session, the turn, a new text of two
/// kilobytes among old ones, a call and its release.
async fn converse(store: &Arc<dyn Store>, id: String, apart: bool) -> Result<Vec<Duration>> {
    let new = NewSession {
        id: id.clone(),
        agent: "support".to_owned(),
        user: None,
        state: Map::new(),
        incognito: false,
        meta: Map::new(),
    };
    store.write(new, |tx, new| Box::pin(session::create(tx, "bench", new, 1))).await?;
    let core = Content::new("core ".repeat(1000).into_bytes());
    let begin = Instant::now();
    let (mut times, mut n) = (Vec::new(), 0_u32);
    while begin.elapsed() < TIME {
        n += 1;
        let turn = turn(&core, n);
        let start = Instant::now();
        if apart {
            let lease = store
                .write(id.clone(), |tx, id| Box::pin(session::acquire(tx, "bench", id, "a", 1, 2)))
                .await?;
            store
                .write((id.clone(), turn, lease.fence), |tx, (id, turn, fence)| {
                    Box::pin(async move { turn::commit(tx, &place(id, *fence), turn, 1).await })
                })
                .await?;
        } else {
            store
                .write((id.clone(), turn), |tx, (id, turn)| {
                    Box::pin(async move {
                        let lease = session::acquire(tx, "bench", id, "a", 1, 2).await?;
                        turn::commit(tx, &place(id, lease.fence), turn, 1).await
                    })
                })
                .await?;
        }
        times.push(start.elapsed());
    }
    Ok(times)
}

fn place(session: &str, fence: i64) -> Place {
    Place { workspace: "bench".to_owned(), session: session.to_owned(), fence }
}

fn turn(core: &Content, n: u32) -> NewTurn {
    let said = Content::new(format!("{n} {}", "said ".repeat(400)).into_bytes());
    NewTurn {
        resumes: None,
        status: Status::Done,
        record: json!({"message": "I feel better today.", "given": ["x".repeat(600)]}).to_string(),
        idempotency_key: None,
        calls: vec![NewCall {
            call: "reply".to_owned(),
            provider: "rehearsal".to_owned(),
            model: "rehearsal".to_owned(),
            release: "b3:r".to_owned(),
            segments: vec![core.clone(), said],
            manifest: "x".repeat(1500),
            usage: json!({"input_tokens": 1000}),
            cost: 0.0,
            latency: 5,
            status: "ok".to_owned(),
        }],
        releases: vec![Release {
            hash: "b3:r".to_owned(),
            agent: "support".to_owned(),
            agent_version: 1,
            prompts: Vec::new(),
        }],
        state: Map::new(),
        history_from: 1,
        epoch: 1,
        meta: None,
        ends_lease: true,
    }
}
