//! Sessions: their state, and one lease at a time.

use std::sync::Arc;

use proem_store::error::{Error, Result};
use proem_store::page::Paging;
use proem_store::session::{self, Lease, NewSession, Patch, Session};
use proem_store::store::Store;
use serde_json::json;

use crate::database::Database;
use crate::support::{ACME, NOW, begin_session, id, json, new_session, start};

crate::stories![
    kept_and_changed,
    listed_newest_first,
    one_lease_at_a_time,
    a_lease_that_ran_out_is_taken_over,
    of_many_who_want_it_one_gets_it,
    a_lease_is_taken_away,
];

pub(crate) async fn acquire(
    store: &Arc<dyn Store>,
    id: &str,
    owner: &str,
    now: i64,
) -> Result<Lease> {
    let input = (id.to_owned(), owner.to_owned(), now);
    store
        .write(input, |tx, (id, owner, now)| {
            Box::pin(session::acquire(tx, ACME, id, owner, *now, *now + 1000))
        })
        .await
}

pub(crate) async fn renew(
    store: &Arc<dyn Store>,
    id: &str,
    lease: &Lease,
    until: i64,
) -> Result<Lease> {
    let input = (id.to_owned(), lease.clone(), until);
    store
        .write(input, |tx, (id, lease, until)| {
            Box::pin(session::renew(tx, ACME, id, lease, *until))
        })
        .await
}

pub(crate) async fn release(store: &Arc<dyn Store>, id: &str, lease: &Lease) -> Result<()> {
    let input = (id.to_owned(), lease.clone());
    store.write(input, |tx, (id, lease)| Box::pin(session::release(tx, ACME, id, lease))).await
}

pub(crate) async fn patch(
    store: &Arc<dyn Store>,
    id: &str,
    patch: Patch,
    expected: Option<u32>,
    now: i64,
) -> Result<Session> {
    let input = (id.to_owned(), patch, expected, now);
    store
        .write(input, |tx, (id, patch, expected, now)| {
            Box::pin(session::patch(tx, ACME, id, patch, *expected, *now))
        })
        .await
}

async fn kept_and_changed(database: Database) {
    let store = start(&database).await;
    let new = NewSession { state: json(json!({"approach": "act"})), ..new_session() };
    let begun = begin_session(&store, new.clone()).await;
    let expected = Session {
        id: new.id.clone(),
        agent: "support".to_owned(),
        user: Some("u1".to_owned()),
        state: new.state.clone(),
        history_from: 0,
        turns: 0,
        version: 1,
        epoch: 0,
        incognito: false,
        release: None,
        meta: json(json!({})),
        created_at: NOW,
        updated_at: NOW,
    };
    assert_eq!(begun, expected);
    let change = Patch {
        state: Some(json(json!({"approach": "cbt"}))),
        incognito: Some(true),
        ..Patch::default()
    };
    let changed = patch(&store, &new.id, change.clone(), Some(1), NOW + 5).await.unwrap();
    let expected = Session {
        state: json(json!({"approach": "cbt"})),
        incognito: true,
        version: 2,
        updated_at: NOW + 5,
        ..expected
    };
    assert_eq!(changed, expected);
    let stale = patch(&store, &new.id, change.clone(), Some(1), NOW + 6).await;
    assert_eq!(stale, Err(Error::Conflict { current: 2 }));
    let absent = id();
    let missing = patch(&store, &absent, change, None, NOW).await;
    assert_eq!(missing, Err(Error::NotFound { kind: "session", id: absent }));
    let nowhere = store
        .write(new_session(), |tx, new| Box::pin(session::create(tx, "nowhere", new, NOW)))
        .await;
    assert!(matches!(nowhere, Err(Error::NotFound { .. })), "{nowhere:?}");
}

async fn listed_newest_first(database: Database) {
    let store = start(&database).await;
    let mut ids = Vec::new();
    for at in 0..7 {
        let new = NewSession { user: Some(format!("u{}", at % 2)), ..new_session() };
        ids.push(new.id.clone());
        store
            .write((new, NOW + at / 2), |tx, (new, at)| {
                Box::pin(session::create(tx, ACME, new, *at))
            })
            .await
            .unwrap();
    }
    ids.reverse();
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let page = store
            .read(Paging { limit: 2, after }, |tx, paging| {
                Box::pin(session::list(tx, ACME, Some("support"), None, paging))
            })
            .await
            .unwrap();
        found.extend(page.items.into_iter().map(|session| session.id));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(found, ids);
    let of_one = store
        .read((), |tx, ()| {
            Box::pin(async { session::list(tx, ACME, None, Some("u1"), &Paging::default()).await })
        })
        .await
        .unwrap();
    assert_eq!(of_one.items.len(), 3);
}

async fn one_lease_at_a_time(database: Database) {
    let store = start(&database).await;
    let id = begin_session(&store, new_session()).await.id;
    let first = acquire(&store, &id, "a", NOW).await.unwrap();
    assert_eq!(first, Lease { owner: "a".to_owned(), until: NOW + 1000, fence: 1 });
    let held = Err(Error::Held { until: NOW + 1000 });
    assert_eq!(acquire(&store, &id, "b", NOW + 999).await, held);
    let change = patch(&store, &id, Patch::default(), None, NOW + 999).await;
    assert_eq!(change.map(|_| ()), Err(Error::Held { until: NOW + 1000 }));
    let longer = renew(&store, &id, &first, NOW + 5000).await.unwrap();
    assert_eq!(acquire(&store, &id, "b", NOW + 4999).await, Err(Error::Held { until: NOW + 5000 }));
    assert_eq!(release(&store, &id, &longer).await, Ok(()));
    assert_eq!(release(&store, &id, &longer).await, Err(Error::Fenced));
    assert_eq!(renew(&store, &id, &longer, NOW + 9000).await, Err(Error::Fenced));
    assert_eq!(acquire(&store, &id, "b", NOW).await.unwrap().fence, 2);
    let absent = acquire(&store, "absent", "b", NOW).await;
    assert_eq!(absent, Err(Error::NotFound { kind: "session", id: "absent".to_owned() }));
}

async fn a_lease_that_ran_out_is_taken_over(database: Database) {
    let store = start(&database).await;
    let id = begin_session(&store, new_session()).await.id;
    let first = acquire(&store, &id, "a", NOW).await.unwrap();
    // As long as nobody took it, it can be made longer.
    let first = renew(&store, &id, &first, NOW + 2000).await.unwrap();
    let second = acquire(&store, &id, "b", NOW + 2000).await.unwrap();
    assert_eq!(second.fence, 2);
    assert_eq!(renew(&store, &id, &first, NOW + 9000).await, Err(Error::Fenced));
    assert_eq!(release(&store, &id, &first).await, Err(Error::Fenced));
    assert_eq!(release(&store, &id, &second).await, Ok(()));
    // Who changes a session after a lease ran out keeps its owner from writing over the change.
    let third = acquire(&store, &id, "c", NOW).await.unwrap();
    patch(&store, &id, Patch::default(), None, NOW + 1000).await.unwrap();
    assert_eq!(renew(&store, &id, &third, NOW + 9000).await, Err(Error::Fenced));
}

async fn of_many_who_want_it_one_gets_it(database: Database) {
    let nodes = [start(&database).await, database.open().await];
    let id = begin_session(&nodes[0], new_session()).await.id;
    for round in 0..5 {
        let tasks: Vec<_> = (0..16)
            .map(|at| {
                let (store, id) = (Arc::clone(&nodes[at % 2]), id.clone());
                tokio::spawn(async move { acquire(&store, &id, &format!("n{at}"), NOW).await })
            })
            .collect();
        let mut won = Vec::new();
        for task in tasks {
            match task.await.unwrap() {
                Ok(lease) => won.push(lease),
                Err(error) => assert_eq!(error, Error::Held { until: NOW + 1000 }),
            }
        }
        assert_eq!(won.len(), 1);
        assert_eq!(won[0].fence, round + 1);
        release(&nodes[0], &id, &won[0]).await.unwrap();
    }
}

async fn a_lease_is_taken_away(database: Database) {
    let store = start(&database).await;
    let id = begin_session(&store, new_session()).await.id;
    let revoke = |id: &str, now: i64| {
        let (store, input) = (Arc::clone(&store), (id.to_owned(), now));
        async move {
            store.write(input, |tx, (id, now)| Box::pin(session::revoke(tx, ACME, id, *now))).await
        }
    };
    assert_eq!(revoke(&id, NOW).await, Ok(false));
    let lease = acquire(&store, &id, "one", NOW).await.unwrap();
    assert_eq!(revoke(&id, NOW).await, Ok(true));
    assert_eq!(revoke(&id, NOW).await, Ok(false));
    assert_eq!(renew(&store, &id, &lease, NOW + 2000).await, Err(Error::Fenced));
    assert_eq!(release(&store, &id, &lease).await, Err(Error::Fenced));
    // Who comes next has it, and one that ran out is nobody's to take away.
    acquire(&store, &id, "two", NOW).await.unwrap();
    assert_eq!(revoke(&id, NOW + 1000).await, Ok(false));
    assert!(matches!(revoke("none", NOW).await, Err(Error::NotFound { .. })));
}
