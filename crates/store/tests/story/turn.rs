//! Turns: written with the state, under the newest lease, once.

use std::sync::Arc;

use proem_store::blob::Content;
use proem_store::error::{Error, Result};
use proem_store::line::Line;
use proem_store::page::Paging;
use proem_store::release::Release;
use proem_store::session;
use proem_store::store::Store;
use proem_store::turn::{self, Call, NewCall, NewTurn, Place, Status};
use serde_json::json;

use crate::database::Database;
use crate::session::acquire;
use crate::support::{ACME, NOW, begin_session, json, new_session, start};

crate::stories![
    a_turn_and_its_state_are_one,
    only_the_newest_fence_writes,
    a_turn_that_waits_goes_on,
    texts_go_with_their_session,
    turns_of_many_sessions_at_once,
];

/// A turn without calls.
pub(crate) fn turn(status: Status, record: &str) -> NewTurn {
    NewTurn {
        resumes: None,
        status,
        record: record.to_owned(),
        idempotency_key: None,
        calls: Vec::new(),
        releases: Vec::new(),
        state: json(json!({"step": record})),
        history_from: 1,
        epoch: 3,
        meta: None,
        ends_lease: false,
    }
}

pub(crate) fn call(release: &str, segments: &[&str]) -> NewCall {
    NewCall {
        call: "reply".to_owned(),
        provider: "openai-chat".to_owned(),
        model: "gpt-5.4".to_owned(),
        release: release.to_owned(),
        segments: segments.iter().map(|text| Content::new(text.as_bytes())).collect(),
        manifest: "{\"layers\":[]}".to_owned(),
        usage: json!({"input_tokens": 12}),
        cost: 0.25,
        latency: 830,
        status: "ok".to_owned(),
    }
}

pub(crate) fn release_of(hash: &str, prompts: &[(Line, u32)]) -> Release {
    Release {
        hash: hash.to_owned(),
        agent: "support".to_owned(),
        agent_version: 1,
        prompts: prompts.to_vec(),
    }
}

pub(crate) async fn commit(
    store: &Arc<dyn Store>,
    id: &str,
    fence: i64,
    turn: NewTurn,
) -> Result<u32> {
    let place = Place { workspace: ACME.to_owned(), session: id.to_owned(), fence };
    store
        .write((place, turn), |tx, (place, turn)| Box::pin(turn::commit(tx, place, turn, NOW + 7)))
        .await
}

async fn calls(store: &Arc<dyn Store>, id: &str, n: u32) -> Vec<Call> {
    store
        .read((id.to_owned(), n), |tx, (id, n)| Box::pin(turn::calls(tx, ACME, id, *n)))
        .await
        .unwrap()
}

async fn text(store: &Arc<dyn Store>, id: &str, hash: &str) -> Result<Vec<u8>> {
    let input = (id.to_owned(), hash.to_owned());
    store.read(input, |tx, (id, hash)| Box::pin(turn::text(tx, ACME, id, hash))).await
}

async fn a_turn_and_its_state_are_one(database: Database) {
    let store = start(&database).await;
    let id = begin_session(&store, new_session()).await.id;
    let lease = acquire(&store, &id, "a", NOW).await.unwrap();
    let mut first = turn(Status::Done, "{\"n\":1}");
    first.idempotency_key = Some("key-1".to_owned());
    first.calls =
        vec![call("b3:r", &["core", "style", "core"]), call("b3:r", &["core", "Hello 🌱"])];
    first.releases = vec![release_of("b3:r", &[(Line::prompt("support", "policy/crisis"), 1)])];
    first.meta = Some(json(json!({"grid": 4})));
    first.ends_lease = true;
    assert_eq!(commit(&store, &id, lease.fence, first.clone()).await, Ok(1));

    let session =
        store.read(id.clone(), |tx, id| Box::pin(session::get(tx, ACME, id))).await.unwrap();
    assert_eq!(session.state, first.state);
    assert_eq!(session.meta, json(json!({"grid": 4})));
    assert_eq!((session.turns, session.version, session.epoch), (1, 2, 3));
    assert_eq!(session.release.as_deref(), Some("b3:r"));
    let stored =
        store.read(id.clone(), |tx, id| Box::pin(turn::get(tx, ACME, id, 1))).await.unwrap();
    assert_eq!(stored.record, first.record);
    assert_eq!((stored.status, stored.created_at), (Status::Done, NOW + 7));
    assert_eq!(stored.idempotency_key.as_deref(), Some("key-1"));
    let stored = calls(&store, &id, 1).await;
    let hash = |text: &str| proem_store::blob::hash(text.as_bytes());
    assert_eq!(stored[0].segments, [hash("core"), hash("style"), hash("core")]);
    assert_eq!(stored[1].segments, [hash("core"), hash("Hello 🌱")]);
    assert_eq!((stored[1].n, stored[1].cost, stored[1].latency), (2, 0.25, 830));
    assert_eq!(stored[1].usage, json!({"input_tokens": 12}));
    assert_eq!(text(&store, &id, &hash("Hello 🌱")).await.unwrap(), "Hello 🌱".as_bytes());

    // The lease has ended with it. The session never goes back to an older epoch.
    let again = commit(&store, &id, lease.fence, turn(Status::Done, "2")).await;
    assert_eq!(again, Err(Error::Fenced));
    let lease = acquire(&store, &id, "a", NOW).await.unwrap();
    let older = NewTurn { epoch: 2, ..turn(Status::Done, "2") };
    assert_eq!(commit(&store, &id, lease.fence, older).await, Ok(2));
    let session =
        store.read(id.clone(), |tx, id| Box::pin(session::get(tx, ACME, id))).await.unwrap();
    assert_eq!((session.epoch, session.turns), (3, 2));
    assert_eq!(session.meta, json(json!({"grid": 4})));
    let page = store
        .read((id, Paging { limit: 1, after: None }), |tx, (id, paging)| {
            Box::pin(turn::list(tx, ACME, id, paging))
        })
        .await
        .unwrap();
    assert_eq!((page.items[0].n, page.next.is_some()), (1, true));
}

async fn only_the_newest_fence_writes(database: Database) {
    let store = start(&database).await;
    let id = begin_session(&store, new_session()).await.id;
    let old = acquire(&store, &id, "a", NOW).await.unwrap();
    let new = acquire(&store, &id, "b", NOW + 1000).await.unwrap();
    let late = commit(&store, &id, old.fence, turn(Status::Done, "late")).await;
    assert_eq!(late, Err(Error::Fenced));
    assert_eq!(commit(&store, &id, new.fence, turn(Status::Done, "1")).await, Ok(1));
    // A lease that ran out still writes, as long as nobody took it.
    assert_eq!(commit(&store, &id, new.fence, turn(Status::Done, "2")).await, Ok(2));
    let absent = commit(&store, "absent", 1, turn(Status::Done, "1")).await;
    assert_eq!(absent, Err(Error::NotFound { kind: "session", id: "absent".to_owned() }));
    let session = store.read(id, |tx, id| Box::pin(session::get(tx, ACME, id))).await.unwrap();
    assert_eq!((session.state, session.turns), (json(json!({"step": "2"})), 2));
}

async fn a_turn_that_waits_goes_on(database: Database) {
    let store = start(&database).await;
    let id = begin_session(&store, new_session()).await.id;
    let lease = acquire(&store, &id, "a", NOW).await.unwrap();
    let mut waiting = turn(Status::RequiresAction, "waiting");
    waiting.calls = vec![call("b3:r", &["one"])];
    assert_eq!(commit(&store, &id, lease.fence, waiting).await, Ok(1));
    let mut rest = turn(Status::Done, "done");
    rest.resumes = Some(1);
    rest.calls = vec![call("b3:r", &["two"])];
    assert_eq!(commit(&store, &id, lease.fence, rest.clone()).await, Ok(1));
    let stored = calls(&store, &id, 1).await;
    assert_eq!(stored.iter().map(|call| call.n).collect::<Vec<_>>(), [1, 2]);
    let session =
        store.read(id.clone(), |tx, id| Box::pin(session::get(tx, ACME, id))).await.unwrap();
    assert_eq!((session.turns, session.state), (1, json(json!({"step": "done"}))));
    // It goes on once.
    let again = commit(&store, &id, lease.fence, rest.clone()).await;
    assert!(matches!(again, Err(Error::Refused { .. })), "{again:?}");
    rest.resumes = Some(9);
    let absent = commit(&store, &id, lease.fence, rest).await;
    assert_eq!(absent, Err(Error::NotFound { kind: "turn", id: "9".to_owned() }));
}

async fn texts_go_with_their_session(database: Database) {
    let store = start(&database).await;
    let mut ids = Vec::new();
    for _ in 0..2 {
        let id = begin_session(&store, new_session()).await.id;
        let lease = acquire(&store, &id, "a", NOW).await.unwrap();
        let mut said = turn(Status::Done, "{}");
        said.calls = vec![call("b3:r", &["A secret"])];
        commit(&store, &id, lease.fence, said).await.unwrap();
        ids.push(id);
    }
    let hash = proem_store::blob::hash(b"A secret");
    let erase = |id: String| store.write(id, |tx, id| Box::pin(session::delete(tx, ACME, id)));
    erase(ids[0].clone()).await.unwrap();
    let gone = Err(Error::NotFound { kind: "text", id: hash.clone() });
    assert_eq!(text(&store, &ids[0], &hash).await, gone);
    assert_eq!(text(&store, "", &hash).await, gone);
    assert_eq!(text(&store, &ids[1], &hash).await, Ok(b"A secret".to_vec()));
    assert!(calls(&store, &ids[0], 1).await.is_empty());
    let again = erase(ids[0].clone()).await;
    assert_eq!(again, Err(Error::NotFound { kind: "session", id: ids[0].clone() }));
}

async fn turns_of_many_sessions_at_once(database: Database) {
    let nodes = [start(&database).await, database.open().await];
    let tasks: Vec<_> = (0..16)
        .map(|at| {
            let store = Arc::clone(&nodes[at % 2]);
            tokio::spawn(async move {
                let id = begin_session(&store, new_session()).await.id;
                for n in 1..=10 {
                    let lease = acquire(&store, &id, "a", NOW).await.unwrap();
                    let mut next = turn(Status::Done, &format!("{n}"));
                    next.calls = vec![call("b3:r", &["core", &format!("{at}/{n}")])];
                    next.releases = vec![release_of("b3:r", &[])];
                    next.ends_lease = true;
                    assert_eq!(commit(&store, &id, lease.fence, next).await, Ok(n));
                }
                id
            })
        })
        .collect();
    for task in tasks {
        let id = task.await.unwrap();
        let page = nodes[0]
            .read((id, Paging::default()), |tx, (id, paging)| {
                Box::pin(turn::list(tx, ACME, id, paging))
            })
            .await
            .unwrap();
        let records: Vec<_> = page.items.iter().map(|turn| turn.record.clone()).collect();
        assert_eq!(records, (1..=10).map(|n| n.to_string()).collect::<Vec<_>>());
    }
}
