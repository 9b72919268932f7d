//! Workspaces: made once, apart from each other, with overrides of `config`.

use proem_store::error::Error;
use proem_store::page::Paging;
use proem_store::{audit, prompt, workspace};
use serde_json::json;

use crate::database::Database;
use crate::support::{ACME, by, by_in, json, new_prompt, start, store_prompt};

crate::stories![made_once, apart, config_is_versioned, nul_is_refused];

async fn made_once(database: Database) {
    let store = start(&database).await;
    let made = store.read((), |tx, ()| Box::pin(workspace::get(tx, ACME))).await.unwrap();
    assert_eq!((made.name.as_str(), made.epoch), ("Acme", 1));
    let again = store.write(by(), |tx, by| Box::pin(workspace::create(tx, by, "Other"))).await;
    assert!(matches!(again, Err(Error::Exists { .. })), "{again:?}");
    let empty = store.write(by_in(""), |tx, by| Box::pin(workspace::create(tx, by, "None"))).await;
    assert!(matches!(empty, Err(Error::Invalid { .. })), "{empty:?}");
    let all = store
        .read((), |tx, ()| Box::pin(async { workspace::list(tx, &Paging::default()).await }))
        .await
        .unwrap();
    assert_eq!(all.items, [made]);
}

async fn apart(database: Database) {
    let store = start(&database).await;
    let other = by_in("other");
    store
        .write(other.clone(), |tx, by| Box::pin(workspace::create(tx, by, "Other")))
        .await
        .unwrap();
    let mine = store_prompt(&store, new_prompt("policy/crisis", "Stay.")).await.unwrap();
    // What is of another workspace looks as what does not exist, to the letter.
    let theirs = store
        .read(mine.id.clone(), |tx, id| Box::pin(prompt::get(tx, "other", id)))
        .await
        .unwrap_err();
    let absent = Error::NotFound { kind: "prompt", id: mine.id.clone() };
    assert_eq!(theirs, absent);
    let moved = store
        .write((other, mine.id.clone()), |tx, (by, id)| {
            Box::pin(prompt::activate(tx, by, id, None))
        })
        .await
        .unwrap_err();
    assert_eq!(moved, absent);
    let record = store
        .read((), |tx, ()| Box::pin(async { audit::list(tx, "other", &Paging::default()).await }))
        .await
        .unwrap();
    assert_eq!(record.items.len(), 1);
    assert_eq!(record.items[0].kind, "workspace");
}

async fn config_is_versioned(database: Database) {
    let store = start(&database).await;
    let set = |company: &str, expected| {
        let input = (by(), json(json!({"company": company})), expected);
        store.write(input, |tx, (by, config, expected)| {
            Box::pin(workspace::set_config(tx, by, "support", config, *expected))
        })
    };
    let read = || store.read((), |tx, ()| Box::pin(workspace::config(tx, ACME, "support")));
    assert_eq!(read().await.unwrap(), workspace::Config::default());
    assert_eq!(set("Acme", Some(0)).await.unwrap().version, 1);
    assert_eq!(set("Other", Some(0)).await, Err(Error::Conflict { current: 1 }));
    assert_eq!(set("Apex", None).await.unwrap().version, 2);
    let now = read().await.unwrap();
    assert_eq!((now.version, now.config), (2, json(json!({"company": "Apex"}))));
}

async fn nul_is_refused(database: Database) {
    let store = start(&database).await;
    let refused = store_prompt(&store, new_prompt("policy/crisis", "a\0b")).await.unwrap_err();
    let what = "it contains the character NUL";
    assert_eq!(refused, Error::Invalid { what: "a text", why: what });
    assert!(matches!(
        store.read((), |tx, ()| Box::pin(workspace::get(tx, "a\0"))).await,
        Err(Error::Invalid { .. })
    ));
}
