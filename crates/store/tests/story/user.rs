//! Users: their state, and erasing everything that is theirs.

use std::sync::Arc;

use proem_store::error::{Error, Result};
use proem_store::experiment::Unit;
use proem_store::exposure;
use proem_store::feedback::{self, Feedback};
use proem_store::session::NewSession;
use proem_store::store::Store;
use proem_store::turn::{self, Place, Status};
use proem_store::user::{self, Erased, User};
use proem_store::{audit, idempotency, job};
use serde_json::json;

use crate::database::Database;
use crate::session::acquire;
use crate::support::{
    ACME, NOW, begin_session, by, id, json, new_prompt, new_session, start, store_prompt,
};
use crate::{experiment as trial, memory};

crate::stories![state_is_versioned, erased_with_everything];

pub(crate) async fn set(store: &Arc<dyn Store>, n: u32, expected: Option<u32>) -> Result<User> {
    let input = (json(json!({"n": n})), expected);
    store
        .write(input, |tx, (state, expected)| {
            Box::pin(user::set_state(tx, ACME, "u1", state, *expected, NOW))
        })
        .await
}

async fn state_is_versioned(database: Database) {
    let store = start(&database).await;
    let get = || store.read((), |tx, ()| Box::pin(user::get(tx, ACME, "u1")));
    assert_eq!(get().await, Err(Error::NotFound { kind: "user", id: "u1".to_owned() }));
    assert_eq!(set(&store, 1, Some(0)).await.unwrap().version, 1);
    assert_eq!(set(&store, 2, Some(0)).await, Err(Error::Conflict { current: 1 }));
    assert_eq!(set(&store, 2, Some(1)).await.unwrap().version, 2);
    assert_eq!(get().await.unwrap().state, json(json!({"n": 2})));
    let writers: Vec<_> = (0..16)
        .map(|n| {
            let store = Arc::clone(&store);
            tokio::spawn(async move { set(&store, n, None).await.unwrap().version })
        })
        .collect();
    let mut versions = Vec::new();
    for writer in writers {
        versions.push(writer.await.unwrap());
    }
    versions.sort_unstable();
    assert_eq!(versions, (3..19).collect::<Vec<_>>());
}

/// A user with one of everything, all of which contains the word.
async fn live(store: &Arc<dyn Store>, user: &str, experiment: &str, word: &str) {
    let state = json(json!({"word": word}));
    let input = (user.to_owned(), state.clone());
    store
        .write(input, |tx, (id, state)| Box::pin(user::set_state(tx, ACME, id, state, None, NOW)))
        .await
        .unwrap();
    let new = NewSession { user: Some(user.to_owned()), state, ..new_session() };
    let session = begin_session(store, new).await.id;
    let lease = acquire(store, &session, "a", NOW).await.unwrap();
    let mut said = crate::turn::turn(Status::Done, word);
    said.calls = vec![crate::turn::call("b3:r", &[word])];
    let place = Place { workspace: ACME.to_owned(), session: session.clone(), fence: lease.fence };
    let given = Feedback {
        id: id(),
        session: session.clone(),
        turn: Some(1),
        name: "helpful".to_owned(),
        number: Some(1.0),
        comment: word.to_owned(),
        actor: user.to_owned(),
        created_at: NOW,
    };
    let waiting = job::NewJob {
        id: id(),
        kind: "webhook".to_owned(),
        lane: String::new(),
        session: Some(session.clone()),
        payload: word.to_owned(),
        run_at: NOW,
    };
    let request = idempotency::Request {
        workspace: ACME.to_owned(),
        key: format!("key of {user}"),
        hash: String::new(),
        session: Some(session.clone()),
    };
    let input = (place, said, given, waiting, request, word.to_owned());
    store
        .write(input, |tx, (place, said, given, waiting, request, word)| {
            Box::pin(async move {
                turn::commit(tx, place, said, NOW).await?;
                feedback::give(tx, ACME, given).await?;
                job::add(tx, ACME, waiting, NOW).await?;
                idempotency::begin(tx, request, NOW, NOW + 1).await?;
                idempotency::finish(tx, ACME, &request.key, 1, word).await
            })
        })
        .await
        .unwrap();
    crate::said::index(store).await;
    memory::put(store, memory::new_memory(user, word)).await.unwrap();
    trial::expose(store, trial::exposure(experiment, user, "warm", &session)).await.unwrap();
}

async fn erased_with_everything(database: Database) {
    let store = start(&database).await;
    for body in ["1", "2"] {
        store_prompt(&store, new_prompt("response/supportive", body)).await.unwrap();
    }
    let begun = trial::begin(&store, trial::new_experiment("tone", Unit::User)).await.unwrap();
    live(&store, "somebody-7", &begun.id, "xylophone").await;
    live(&store, "else-8", &begun.id, "trombone").await;
    let erase =
        || store.write(by(), |tx, by| Box::pin(user::erase(tx, by, "somebody-7", "random salt")));
    assert_eq!(erase().await, Ok(Erased { sessions: 1, memories: 1, exposures: 1 }));
    let gone = Error::NotFound { kind: "user", id: "somebody-7".to_owned() };
    assert_eq!(erase().await, Err(gone));

    // What they saw still counts, and is nobody's.
    let exposed =
        store.read(begun.id, |tx, id| Box::pin(exposure::exposed(tx, ACME, id))).await.unwrap();
    assert_eq!(exposed.iter().map(|arm| arm.units).collect::<Vec<_>>(), [2]);
    let record = store
        .read((), |tx, ()| {
            Box::pin(async { audit::list(tx, ACME, &proem_store::page::Paging::default()).await })
        })
        .await
        .unwrap();
    let last = &record.items[0];
    assert_eq!((last.action.as_str(), last.subject.as_str()), ("erase", ""));
    assert_eq!(last.before, "1 sessions, 1 memories, 1 exposures");

    // Nothing of them is anywhere, and everything of the other one is.
    let folder = tempfile::tempdir().unwrap();
    let dump = folder.path().join("dump.jsonl");
    proem_store::dump::write(&*store, &dump).await.unwrap();
    let text = std::fs::read_to_string(&dump).unwrap();
    let hex = |word: &str| word.bytes().map(|byte| format!("{byte:02x}")).collect::<String>();
    for word in ["somebody-7", "xylophone", &hex("xylophone")] {
        assert!(!text.contains(word), "{word} is still there");
    }
    // State, session, turn, job, memory and feedback; the key and what was said are not dumped.
    assert!(text.matches("trombone").count() >= 6, "{text}");
    assert!(text.contains(&hex("trombone")));
    store.close().await;
    if let Some(file) = database.file() {
        let connection = rusqlite::Connection::open(&file).unwrap();
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |_| Ok(())).unwrap();
        drop(connection);
        let bytes = std::fs::read(&file).unwrap();
        let holds = |word: &str| bytes.windows(word.len()).any(|part| part == word.as_bytes());
        assert!(!holds("xylophone") && !holds("somebody-7"), "the file still holds it");
        assert!(holds("trombone"));
    }
}
