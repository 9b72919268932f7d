//! Webhooks: who wants to hear what.

use proem_store::error::Error;
use proem_store::job::{self, Job};
use proem_store::page::Paging;
use proem_store::store::Store;
use proem_store::webhook::{self, DELIVERY, Delivery, Event, NewWebhook};
use proem_store::{prompt, session};
use serde_json::json;

use crate::database::Database;
use crate::support::{
    ACME, NOW, begin_session, by, by_in, id, new_prompt, new_session, start, store_prompt,
};

crate::stories![told_what_they_want, an_event_is_in_the_transaction_of_what_it_tells];

fn event(kind: &str) -> Event {
    Event { id: id(), kind: kind.to_owned(), at: NOW, data: json!({"n": 1}) }
}

/// The deliveries that wait.
async fn waiting(store: &std::sync::Arc<dyn Store>) -> Vec<(Job, Delivery)> {
    let page = store.read((), |tx, ()| {
        Box::pin(async move { job::list(tx, ACME, None, Some(DELIVERY), &Paging::default()).await })
    });
    let jobs = page.await.unwrap().items.into_iter();
    jobs.map(|job| (job.clone(), serde_json::from_str(&job.payload).unwrap())).collect()
}

/// Makes a webhook that wants to hear of everything.
async fn hook(store: &std::sync::Arc<dyn Store>) -> String {
    let new = NewWebhook {
        id: id(),
        url: "https://example.com/hook".to_owned(),
        secret: "s3cret".to_owned(),
        events: vec!["*".to_owned()],
    };
    let made = store.write((by(), new), |tx, (by, new)| Box::pin(webhook::create(tx, by, new)));
    made.await.unwrap().id
}

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
    let wanting = async |kind: &'static str| {
        let told = event(kind);
        let its = told.id.clone();
        let tell = store.write(told, |tx, told| {
            Box::pin(async move { webhook::tell(tx, ACME, None, std::slice::from_ref(told)).await })
        });
        let count = tell.await.unwrap();
        let waiting = waiting(&store).await.into_iter();
        let own = waiting.filter(|(_, delivery)| delivery.event.id == its);
        let mut hooks: Vec<_> = own.map(|(_, delivery)| delivery.webhook).collect();
        assert_eq!(hooks.len(), count);
        hooks.sort_by_key(|hook| ids.iter().position(|known| known == hook));
        hooks
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

async fn an_event_is_in_the_transaction_of_what_it_tells(database: Database) {
    let store = start(&database).await;
    let hook = hook(&store).await;
    // The same prompt twice: two versions become active, each is told once.
    let first = store_prompt(&store, new_prompt("greeting/warm", "One")).await.unwrap();
    store_prompt(&store, new_prompt("greeting/warm", "Two")).await.unwrap();
    store
        .write((by(), first.id.clone()), |tx, (by, id)| {
            Box::pin(prompt::activate(tx, by, id, None))
        })
        .await
        .unwrap();
    let told: Vec<_> = waiting(&store).await.into_iter().map(|(_, told)| told).collect();
    assert!(told.iter().all(|told| told.webhook == hook && told.event.kind == "prompt.activated"));
    let moved: Vec<_> =
        told.iter().map(|told| (&told.event.data["from"], &told.event.data["version"])).collect();
    let versions = [(json!(null), json!(1)), (json!(1), json!(2)), (json!(2), json!(1))];
    let versions: Vec<_> = versions.iter().map(|(from, to)| (from, to)).collect();
    assert_eq!(moved.len(), 3);
    assert!(versions.iter().all(|pair| moved.contains(pair)), "{moved:?}");
    assert_eq!(told[0].event.data["prompt"], "greeting/warm");
    let ids: std::collections::BTreeSet<_> = told.iter().map(|told| &told.event.id).collect();
    assert_eq!(ids.len(), 3);

    // What is rolled back is told to nobody; nor is what happens elsewhere.
    let failed = store
        .write(event("turn.done"), |tx, event| {
            Box::pin(async move {
                webhook::tell(tx, ACME, None, std::slice::from_ref(event)).await?;
                Err::<(), _>(Error::Fenced)
            })
        })
        .await;
    assert_eq!(failed, Err(Error::Fenced));
    let other = by_in("other");
    store
        .write(other, |tx, by| Box::pin(proem_store::workspace::create(tx, by, "Other")))
        .await
        .unwrap();
    let elsewhere = store.write(event("turn.done"), |tx, event| {
        Box::pin(async move { webhook::tell(tx, "other", None, std::slice::from_ref(event)).await })
    });
    assert_eq!(elsewhere.await, Ok(0));
    assert_eq!(waiting(&store).await.len(), 3);

    // What belongs to a session goes with it.
    let session = begin_session(&store, new_session()).await.id;
    let told = store.write((event("crisis"), session.clone()), |tx, (event, session)| {
        Box::pin(async move {
            webhook::tell(tx, ACME, Some(session), std::slice::from_ref(event)).await
        })
    });
    assert_eq!(told.await, Ok(1));
    assert_eq!(waiting(&store).await.len(), 4);
    store.write(session, |tx, id| Box::pin(session::delete(tx, ACME, id))).await.unwrap();
    assert_eq!(waiting(&store).await.len(), 3);
}
