//! Webhooks: who wants to hear what.

use proem_store::error::Error;
use proem_store::page::Paging;
use proem_store::webhook::{self, NewWebhook};

use crate::database::Database;
use crate::support::{ACME, by, id, start};

crate::stories![told_what_they_want];

async fn told_what_they_want(database: Database) {
    let store = start(&database).await;
    let mut ids = Vec::new();
    for events in [vec!["turn.done"], vec!["*"], vec!["version.activated", "turn.done"]] {
        let new = NewWebhook {
            id: id(),
            url: "https://example.com/hook".to_owned(),
            secret: "s3cret".to_owned(),
            events: events.into_iter().map(str::to_owned).collect(),
        };
        ids.push(new.id.clone());
        let made = store
            .write((by(), new), |tx, (by, new)| Box::pin(webhook::create(tx, by, new)))
            .await
            .unwrap();
        // The secret signs; it is shown nowhere.
        assert_eq!(made.secret, "s3cret");
        assert!(!format!("{made:?}").contains("s3cret"));
        assert!(!serde_json::to_string(&made).unwrap().contains("s3cret"));
    }
    let wanting = async |event: &'static str| {
        let found = store
            .read(event, |tx, event| Box::pin(webhook::wanting(tx, ACME, event)))
            .await
            .unwrap();
        found.into_iter().map(|hook| hook.id).collect::<Vec<_>>()
    };
    assert_eq!(wanting("turn.done").await, ids);
    assert_eq!(wanting("version.activated").await, ids[1..]);
    assert_eq!(wanting("turn").await, ids[1..2]);
    let off = store
        .write((by(), ids[1].clone()), |tx, (by, id)| Box::pin(webhook::switch(tx, by, id, false)))
        .await
        .unwrap();
    assert!(!off.is_active);
    assert!(wanting("turn").await.is_empty());
    let delete = || {
        store.write((by(), ids[0].clone()), |tx, (by, id)| Box::pin(webhook::delete(tx, by, id)))
    };
    assert_eq!(delete().await, Ok(()));
    assert_eq!(delete().await, Err(Error::NotFound { kind: "webhook", id: ids[0].clone() }));
    let all = store
        .read(Paging::default(), |tx, paging| Box::pin(webhook::list(tx, ACME, paging)))
        .await
        .unwrap();
    assert_eq!(all.items.len(), 2);
}
