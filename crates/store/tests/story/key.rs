//! API keys: found by their hash, never kept.

use proem_store::error::{Error, Result};
use proem_store::key::{self, Key, NewKey};
use proem_store::page::Paging;
use proem_store::store::Store;

use crate::database::Database;
use crate::support::{ACME, NOW, by, id, start};

crate::stories![found_used_and_revoked, refused];

const SECRET: &str = "proem_0123456789abcdef0123456789abcdef";

fn new_key() -> NewKey {
    NewKey {
        id: id(),
        name: "ci".to_owned(),
        secret: SECRET.to_owned(),
        scopes: vec!["read".to_owned(), "run".to_owned()],
        expires_at: Some(NOW + 10_000),
    }
}

async fn create(store: &dyn Store, new: NewKey) -> Result<Key> {
    store.write((by(), new), |tx, (by, new)| Box::pin(key::create(tx, by, new))).await
}

async fn find(store: &dyn Store, secret: &str, now: i64) -> Option<Key> {
    let input = (secret.to_owned(), now);
    store.read(input, |tx, (secret, now)| Box::pin(key::find(tx, secret, *now))).await.unwrap()
}

async fn found_used_and_revoked(database: Database) {
    let store = start(&database).await;
    let new = new_key();
    let made = create(&*store, new.clone()).await.unwrap();
    let expected = Key {
        id: new.id.clone(),
        workspace: ACME.to_owned(),
        name: "ci".to_owned(),
        hint: "cdef".to_owned(),
        scopes: new.scopes.clone(),
        created_by: "ada".to_owned(),
        created_at: NOW,
        used_at: None,
        expires_at: Some(NOW + 10_000),
        revoked_at: None,
    };
    assert_eq!(made, expected);
    assert_eq!(find(&*store, SECRET, NOW + 9_999).await, Some(expected.clone()));
    assert_eq!(find(&*store, SECRET, NOW + 10_000).await, None);
    assert_eq!(find(&*store, "proem_other", NOW).await, None);
    let used = |at| {
        let input = (new.id.clone(), at);
        store.write(input, |tx, (id, at)| Box::pin(key::touch(tx, ACME, id, *at)))
    };
    used(NOW + 1).await.unwrap();
    used(NOW + 60_001).await.unwrap();
    assert_eq!(find(&*store, SECRET, NOW).await.unwrap().used_at, Some(NOW + 1));
    used(NOW + 60_002).await.unwrap();
    assert_eq!(find(&*store, SECRET, NOW).await.unwrap().used_at, Some(NOW + 60_002));

    let revoke =
        || store.write((by(), new.id.clone()), |tx, (by, id)| Box::pin(key::revoke(tx, by, id)));
    assert_eq!(revoke().await.unwrap().revoked_at, Some(NOW));
    assert_eq!(find(&*store, SECRET, NOW).await, None);
    assert_eq!(revoke().await, Err(Error::NotFound { kind: "key", id: new.id.clone() }));
    let all = store
        .read(Paging::default(), |tx, paging| Box::pin(key::list(tx, ACME, paging)))
        .await
        .unwrap();
    assert_eq!(all.items.len(), 1);
    assert_eq!(store.read((), |tx, ()| Box::pin(key::count(tx))).await, Ok(0));
}

async fn refused(database: Database) {
    let store = start(&database).await;
    for secret in
        ["", "proem_", "proem_0123456789abcdef0123456789abcde", SECRET.trim_start_matches("proem_")]
    {
        let weak = NewKey { secret: secret.to_owned(), ..new_key() };
        let refused = create(&*store, weak).await;
        assert!(matches!(refused, Err(Error::Invalid { .. })), "{secret}: {refused:?}");
    }
    create(&*store, new_key()).await.unwrap();
    let twice = create(&*store, new_key()).await;
    assert!(matches!(twice, Err(Error::Exists { .. })), "{twice:?}");
}
