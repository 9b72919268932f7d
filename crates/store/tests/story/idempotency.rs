//! Idempotency: one effect, whoever asks how often.

use std::sync::Arc;

use proem_store::error::{Error, Result};
use proem_store::idempotency::{self, Begun, Request};
use proem_store::store::Store;
use proem_store::workspace;

use crate::database::Database;
use crate::support::{ACME, NOW, begin_session, by_in, new_session, start};

crate::stories![
    answered_once,
    taken_over_when_its_owner_is_gone,
    of_many_one_answers,
    an_effect_and_its_answer_are_one,
    an_effect_without_its_answer_is_not_had_again,
    what_was_begun_is_answered_by_whoever_ends_it,
    answers_go_with_their_session,
];

fn request(hash: &str) -> Request {
    Request {
        workspace: ACME.to_owned(),
        key: "key-1".to_owned(),
        hash: hash.to_owned(),
        session: None,
    }
}

async fn begin(store: &Arc<dyn Store>, request: Request, now: i64) -> Result<Begun> {
    store
        .write((request, now), |tx, (request, now)| {
            Box::pin(idempotency::begin(tx, request, *now, *now + 1000))
        })
        .await
}

async fn finish(store: &Arc<dyn Store>, fence: i64, response: &'static str) -> Result<()> {
    store
        .write(fence, move |tx, fence| {
            Box::pin(idempotency::finish(tx, ACME, "key-1", *fence, response))
        })
        .await
}

async fn answered_once(database: Database) {
    let store = start(&database).await;
    assert_eq!(begin(&store, request("a"), NOW).await, Ok(Begun::Yours { fence: 1 }));
    let running = Ok(Begun::Running { until: NOW + 1000 });
    assert_eq!(begin(&store, request("a"), NOW + 999).await, running);
    assert_eq!(begin(&store, request("b"), NOW + 999).await, Err(Error::OtherRequest));
    assert_eq!(finish(&store, 1, "{\"n\":1}").await, Ok(()));
    let done = Ok(Begun::Done { response: "{\"n\":1}".to_owned() });
    assert_eq!(begin(&store, request("a"), NOW + 5000).await, done);
    assert_eq!(begin(&store, request("b"), NOW + 5000).await, Err(Error::OtherRequest));
    assert_eq!(finish(&store, 1, "{\"n\":2}").await, Err(Error::Fenced));
    // The same key of another workspace is another key.
    let other = by_in("other");
    store.write(other, |tx, by| Box::pin(workspace::create(tx, by, "Other"))).await.unwrap();
    let theirs = Request { workspace: "other".to_owned(), ..request("b") };
    assert_eq!(begin(&store, theirs, NOW).await, Ok(Begun::Yours { fence: 1 }));
    let purged = store.write((), |tx, ()| Box::pin(idempotency::purge(tx, NOW + 1))).await;
    assert_eq!(purged, Ok(2));
    assert_eq!(begin(&store, request("b"), NOW).await, Ok(Begun::Yours { fence: 1 }));
    // What had no effect is begun anew.
    let forget = || store.write((), |tx, ()| Box::pin(idempotency::forget(tx, ACME, "key-1", 1)));
    assert_eq!(forget().await, Ok(()));
    assert_eq!(forget().await, Err(Error::Fenced));
    assert_eq!(begin(&store, request("c"), NOW).await, Ok(Begun::Yours { fence: 1 }));
}

async fn taken_over_when_its_owner_is_gone(database: Database) {
    let store = start(&database).await;
    assert_eq!(begin(&store, request("a"), NOW).await, Ok(Begun::Yours { fence: 1 }));
    let other = begin(&store, request("b"), NOW + 1000).await;
    assert_eq!(other, Err(Error::OtherRequest));
    assert_eq!(begin(&store, request("a"), NOW + 1000).await, Ok(Begun::Yours { fence: 2 }));
    assert_eq!(finish(&store, 1, "late").await, Err(Error::Fenced));
    assert_eq!(finish(&store, 2, "first").await, Ok(()));
}

async fn of_many_one_answers(database: Database) {
    let nodes = [start(&database).await, database.open().await];
    let tasks: Vec<_> = (0..32)
        .map(|at| {
            let store = Arc::clone(&nodes[at % 2]);
            tokio::spawn(async move { begin(&store, request("a"), NOW).await })
        })
        .collect();
    let mut yours = 0;
    for task in tasks {
        match task.await.unwrap() {
            Ok(Begun::Yours { fence: 1 }) => yours += 1,
            other => assert_eq!(other, Ok(Begun::Running { until: NOW + 1000 })),
        }
    }
    assert_eq!(yours, 1);
}

async fn an_effect_and_its_answer_are_one(database: Database) {
    let store = start(&database).await;
    begin(&store, request("a"), NOW).await.unwrap();
    // Who was fenced off leaves no effect either.
    let broken = store
        .write(new_session(), |tx, new| {
            Box::pin(async move {
                proem_store::session::create(tx, ACME, new, NOW).await?;
                idempotency::finish(tx, ACME, "key-1", 9, "done").await
            })
        })
        .await;
    assert_eq!(broken, Err(Error::Fenced));
    let all = store
        .read((), |tx, ()| {
            Box::pin(async {
                let paging = proem_store::page::Paging::default();
                proem_store::session::list(tx, ACME, None, None, &paging).await
            })
        })
        .await
        .unwrap();
    assert!(all.items.is_empty());
}

async fn an_effect_without_its_answer_is_not_had_again(database: Database) {
    let store = start(&database).await;
    let change = |fence: i64| {
        store.write(fence, |tx, fence| Box::pin(idempotency::change(tx, ACME, "key-1", *fence)))
    };
    begin(&store, request("a"), NOW).await.unwrap();
    // Whoever was taken over has no effect any longer.
    assert_eq!(begin(&store, request("a"), NOW + 1000).await, Ok(Begun::Yours { fence: 2 }));
    assert_eq!(change(1).await, Err(Error::Fenced));
    assert_eq!(change(2).await, Ok(()));
    assert_eq!(change(2).await, Ok(()));
    let forget = store.write((), |tx, ()| Box::pin(idempotency::forget(tx, ACME, "key-1", 2)));
    assert_eq!(forget.await, Err(Error::Fenced));
    let running = Ok(Begun::Running { until: NOW + 2000 });
    assert_eq!(begin(&store, request("a"), NOW + 1999).await, running);
    // The owner is gone: nobody takes over, and nobody is told that it is free.
    assert_eq!(begin(&store, request("a"), NOW + 2000).await, Ok(Begun::Changed));
    assert_eq!(begin(&store, request("b"), NOW + 2000).await, Err(Error::OtherRequest));
    // It was only slow.
    let end = |fence: i64| {
        store
            .write(fence, |tx, fence| Box::pin(idempotency::end(tx, ACME, "key-1", *fence, "late")))
    };
    assert_eq!(end(1).await, Err(Error::Fenced));
    assert_eq!(end(2).await, Ok(()));
    let done = Ok(Begun::Done { response: "late".to_owned() });
    assert_eq!(begin(&store, request("a"), NOW + 3000).await, done);
    assert_eq!(change(2).await, Err(Error::Fenced));
    assert_eq!(end(2).await, Err(Error::Fenced));
    // What changed nothing keeps nothing.
    store.write((), |tx, ()| Box::pin(idempotency::purge(tx, NOW + 1))).await.unwrap();
    begin(&store, request("a"), NOW).await.unwrap();
    assert_eq!(end(1).await, Ok(()));
    assert_eq!(begin(&store, request("b"), NOW).await, Ok(Begun::Yours { fence: 1 }));
}

async fn what_was_begun_is_answered_by_whoever_ends_it(database: Database) {
    let store = start(&database).await;
    assert_eq!(begin(&store, request("a"), NOW).await, Ok(Begun::Yours { fence: 1 }));
    let tie = |fence: i64| {
        store.write(fence, |tx, fence| Box::pin(idempotency::tie(tx, ACME, "key-1", *fence)))
    };
    assert_eq!(tie(1).await, Ok(()));
    assert_eq!(tie(1).await, Err(Error::Fenced));
    let forget = store.write((), |tx, ()| Box::pin(idempotency::forget(tx, ACME, "key-1", 1)));
    assert_eq!(forget.await, Err(Error::Fenced));
    assert_eq!(finish(&store, 1, "x").await, Err(Error::Fenced));
    let settle = |text: &'static str| {
        store.write(text, |tx, text| Box::pin(idempotency::settle(tx, ACME, "key-1", text)))
    };
    assert_eq!(settle("first").await, Ok(()));
    // It is answered once.
    assert_eq!(settle("second").await, Ok(()));
    let done = Ok(Begun::Done { response: "first".to_owned() });
    assert_eq!(begin(&store, request("a"), NOW + 5000).await, done);
}

async fn answers_go_with_their_session(database: Database) {
    let store = start(&database).await;
    let session = begin_session(&store, new_session()).await.id;
    let about = Request { session: Some(session.clone()), ..request("a") };
    begin(&store, about.clone(), NOW).await.unwrap();
    finish(&store, 1, "a secret").await.unwrap();
    store
        .write(session, |tx, id| Box::pin(proem_store::session::delete(tx, ACME, id)))
        .await
        .unwrap();
    assert_eq!(begin(&store, about, NOW).await, Ok(Begun::Yours { fence: 1 }));
}
