//! Flows: how many sessions have come to a step, are in it, and have fallen silent there.

use std::sync::Arc;

use proem_store::dump;
use proem_store::flow::{self, Counted};
use proem_store::session::{self, NewSession, Patch};
use proem_store::store::Store;
use proem_store::turn::{self, NewTurn, Place, Status};
use serde_json::json;

use crate::database::Database;
use crate::session::acquire;
use crate::support::{
    ACME, NOW, WITHOUT_2, WITHOUT_3, WITHOUT_4, begin_session, json, new_session, start,
};

crate::stories![
    sessions_are_counted_where_they_are,
    what_was_there_before_is_counted,
    an_older_dump_is_counted
];

async fn begin(store: &Arc<dyn Store>, agent: &str, step: &str) -> String {
    let state = json(json!({"step": step}));
    let new = NewSession { agent: agent.to_owned(), state, ..new_session() };
    begin_session(store, new).await.id
}

async fn go(store: &Arc<dyn Store>, session: &str, step: &str, now: i64) {
    let lease = acquire(store, session, "a", now).await.unwrap();
    let place =
        Place { workspace: ACME.to_owned(), session: session.to_owned(), fence: lease.fence };
    let new = NewTurn {
        state: json(json!({"step": step})),
        ends_lease: true,
        ..crate::turn::turn(Status::Done, "{}")
    };
    let input = (place, new, now);
    store
        .write(input, |tx, (place, new, now)| Box::pin(turn::commit(tx, place, new, *now)))
        .await
        .unwrap();
}

async fn counts(store: &Arc<dyn Store>, since: i64) -> Vec<Counted> {
    store.read(since, |tx, since| Box::pin(flow::counts(tx, ACME, "sales", *since))).await.unwrap()
}

fn counted(step: &str, reached: u32, here: u32, quiet: u32) -> Counted {
    Counted { step: step.to_owned(), reached, here, quiet }
}

/// Five sessions of which one went on twice, one stayed, one came back, one was patched, one is gone; and
/// others that do not count.
async fn fill(store: &Arc<dyn Store>) {
    let ids = [
        begin(store, "sales", "volume").await,
        begin(store, "sales", "volume").await,
        begin(store, "sales", "volume").await,
        begin(store, "sales", "volume").await,
        begin(store, "sales", "volume").await,
    ];
    begin(store, "other", "volume").await;
    begin_session(store, NewSession { agent: "sales".to_owned(), ..new_session() }).await;
    let [onward, stays, returns, patched, gone] = &ids;
    go(store, onward, "plan", NOW + 10).await;
    go(store, onward, "end", NOW + 20).await;
    go(store, stays, "volume", NOW + 30).await;
    go(store, returns, "plan", NOW + 30).await;
    go(store, returns, "volume", NOW + 40).await;
    let change = Patch { state: Some(json(json!({"step": "plan"}))), ..Patch::default() };
    let input = (patched.clone(), change);
    store
        .write(input, |tx, (id, change)| {
            Box::pin(session::patch(tx, ACME, id, change, None, NOW + 5))
        })
        .await
        .unwrap();
    go(store, gone, "plan", NOW + 10).await;
    store.write(gone.clone(), |tx, id| Box::pin(session::delete(tx, ACME, id))).await.unwrap();
}

async fn sessions_are_counted_where_they_are(database: Database) {
    let store = start(&database).await;
    assert_eq!(counts(&store, NOW).await, []);
    fill(&store).await;
    let all = [counted("end", 1, 1, 0), counted("plan", 3, 1, 0), counted("volume", 4, 2, 0)];
    assert_eq!(counts(&store, NOW).await, all);
    let quiet = [counted("end", 1, 1, 1), counted("plan", 3, 1, 1), counted("volume", 4, 2, 1)];
    assert_eq!(counts(&store, NOW + 40).await, quiet);
    let elsewhere =
        store.read((), |tx, ()| Box::pin(flow::counts(tx, "nowhere", "sales", NOW))).await;
    assert_eq!(elsewhere, Ok(Vec::new()));
}

/// What is known of sessions whose steps nobody noted: where they are.
fn known() -> [Counted; 3] {
    [counted("end", 1, 1, 0), counted("plan", 1, 1, 0), counted("volume", 2, 2, 0)]
}

async fn what_was_there_before_is_counted(database: Database) {
    let store = start(&database).await;
    fill(&store).await;
    store.close().await;
    database.tamper(&[WITHOUT_4, WITHOUT_3, WITHOUT_2].concat());
    let store = database.open().await;
    assert_eq!(counts(&store, NOW).await, known());
}

async fn an_older_dump_is_counted(database: Database) {
    let store = start(&database).await;
    fill(&store).await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dump.jsonl");
    dump::write(&*store, &path).await.unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    let mut lines = Vec::new();
    for line in text.lines() {
        let mut said: serde_json::Value = serde_json::from_str(line).unwrap();
        if said["table"] == "visits" {
            continue;
        }
        if let Some(row) = said.get_mut("row").and_then(|row| row.as_object_mut()) {
            row.remove("step");
        }
        if said.get("schema").is_some() {
            said["schema"] = json!(1);
        }
        if said.get("end").is_some() {
            said["end"] = json!(lines.len() - 1);
        }
        lines.push(said.to_string());
    }
    std::fs::write(&path, lines.join("\n")).unwrap();
    let another = database.another();
    let other = another.open().await;
    dump::restore(&*other, &path).await.unwrap();
    assert_eq!(counts(&other, NOW).await, known());
    assert_eq!(other.check().await, Ok(Vec::new()));
}
