//! Labels: movable, logged, protected.

use proem_store::audit::By;
use proem_store::error::{Error, Result};
use proem_store::line::Line;
use proem_store::page::Paging;
use proem_store::store::Store;
use proem_store::{label, log, prompt, version};

use crate::database::Database;
use crate::support::{ACME, by, new_prompt, start, store_prompt};

crate::stories![put_moved_and_removed, protected_on_every_path];

fn line() -> Line {
    Line::prompt("support", "response/supportive")
}

async fn put(
    store: &dyn Store,
    by: By,
    label: &str,
    version: u32,
    expected: Option<u32>,
) -> Result<()> {
    let input = (by, label.to_owned(), version, expected);
    store
        .write(input, |tx, (by, label, version, expected)| {
            Box::pin(async move { label::put(tx, by, &line(), label, *version, *expected).await })
        })
        .await
}

async fn put_moved_and_removed(database: Database) {
    let store = start(&database).await;
    for body in ["1", "2"] {
        store_prompt(&store, new_prompt("response/supportive", body)).await.unwrap();
    }
    put(&*store, by(), "staging", 1, Some(0)).await.unwrap();
    assert_eq!(
        put(&*store, by(), "staging", 2, Some(0)).await,
        Err(Error::Conflict { current: 1 })
    );
    put(&*store, by(), "staging", 2, Some(1)).await.unwrap();
    let missing = Error::NotFound { kind: "prompt", id: "support/response/supportive@9".into() };
    assert_eq!(put(&*store, by(), "staging", 9, None).await, Err(missing));
    for reserved in ["production", "latest", ""] {
        let refused = put(&*store, by(), reserved, 1, None).await;
        assert!(matches!(refused, Err(Error::Invalid { what: "label", .. })), "{refused:?}");
    }
    let found = store
        .read((), |tx, ()| Box::pin(async { prompt::labelled(tx, ACME, &line(), "staging").await }))
        .await
        .unwrap();
    assert_eq!(found.version, 2);
    assert_eq!(found.labels, ["production", "latest", "staging"]);
    let remove = || {
        store.write(by(), |tx, by| {
            Box::pin(async move { label::remove(tx, by, &line(), "staging", None).await })
        })
    };
    assert_eq!(remove().await, Ok(()));
    assert_eq!(remove().await, Err(Error::NotFound { kind: "label", id: "staging".to_owned() }));
    let moves = store
        .read((), |tx, ()| {
            Box::pin(async { log::list(tx, ACME, &line(), &Paging::default()).await })
        })
        .await
        .unwrap();
    let moves: Vec<_> = moves
        .items
        .iter()
        .map(|moved| (moved.label.as_str(), moved.how, moved.from, moved.to))
        .collect();
    assert_eq!(
        moves,
        [
            ("staging", log::How::Unlabel, Some(2), None),
            ("staging", log::How::Label, Some(1), Some(2)),
            ("staging", log::How::Label, None, Some(1)),
            ("production", log::How::Activate, Some(1), Some(2)),
            ("production", log::How::Activate, None, Some(1)),
        ]
    );
}

async fn protected_on_every_path(database: Database) {
    let store = start(&database).await;
    let first = store_prompt(&store, new_prompt("response/supportive", "1")).await.unwrap();
    store_prompt(&store, new_prompt("response/supportive", "2")).await.unwrap();
    for label in ["staging", "production"] {
        store
            .write(by(), move |tx, by| Box::pin(label::protect(tx, by, label, true)))
            .await
            .unwrap();
    }
    let refused = |label: &str| {
        Err(Error::Refused {
            why: "the label is protected, and this key may not move it",
            by: vec![format!("label {label}")],
        })
    };
    assert_eq!(put(&*store, by(), "staging", 1, None).await, refused("staging"));
    assert_eq!(put(&*store, by(), "testing", 1, None).await, Ok(()));
    // Every way that moves what is active.
    let third = store_prompt(&store, new_prompt("response/supportive", "3")).await;
    assert_eq!(third.map(|_| ()), refused("production"));
    let activated = store
        .write((by(), first.id.clone()), |tx, (by, id)| {
            Box::pin(prompt::activate(tx, by, id, None))
        })
        .await;
    assert_eq!(activated.map(|_| ()), refused("production"));
    let rolled_back = store
        .write(by(), |tx, by| {
            Box::pin(async move { version::rollback(tx, by, &line(), None).await })
        })
        .await;
    assert_eq!(rolled_back.map(|_| ()), refused("production"));
    let deactivated = store
        .write(by(), |tx, by| {
            Box::pin(async move { version::deactivate(tx, by, &line(), None).await })
        })
        .await;
    assert_eq!(deactivated, refused("production"));

    let inactive = prompt::NewPrompt { activate: false, ..new_prompt("response/supportive", "3") };
    assert_eq!(store_prompt(&store, inactive).await.unwrap().version, 3);
    let admin = By { may_move_protected: true, ..by() };
    assert_eq!(put(&*store, admin.clone(), "staging", 1, None).await, Ok(()));
    let back = store
        .write(admin, |tx, by| {
            Box::pin(async move { version::rollback(tx, by, &line(), None).await })
        })
        .await;
    assert_eq!(back, Ok(1));
    let all = store.read((), |tx, ()| Box::pin(label::protected(tx, ACME))).await.unwrap();
    assert_eq!(all, ["production", "staging"]);
}
