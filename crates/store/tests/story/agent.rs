//! Agents: bundles of files, versioned as prompts are.

use std::collections::BTreeMap;

use proem_store::agent::{self, Agent, NewAgent};
use proem_store::error::{Error, Result};
use proem_store::line::Line;
use proem_store::page::Paging;
use proem_store::store::Store;
use proem_store::version;

use crate::database::Database;
use crate::support::{ACME, by, id, start};

crate::stories![files_come_back, activated_and_rolled_back, listed_once];

fn new_agent(name: &str, yaml: &str) -> NewAgent {
    let mut files = BTreeMap::new();
    files.insert("agent.yaml".to_owned(), yaml.as_bytes().to_vec());
    files.insert("cases/first.yaml".to_owned(), b"title: First\n".to_vec());
    files.insert("tokenizer.bin".to_owned(), vec![0, 255, 1, 254]);
    NewAgent {
        id: id(),
        agent: name.to_owned(),
        description: "Helps".to_owned(),
        files,
        author: "ada".to_owned(),
        activate: true,
        expected: None,
    }
}

async fn put(store: &dyn Store, new: NewAgent) -> Result<Agent> {
    store.write((by(), new), |tx, (by, new)| Box::pin(agent::create(tx, by, new))).await
}

async fn files_come_back(database: Database) {
    let store = start(&database).await;
    let new = new_agent("support", "agent: support\n");
    let stored = put(&*store, new.clone()).await.unwrap();
    assert_eq!((stored.version, stored.is_active), (1, true));
    assert_eq!(stored.hash, agent::hash(&new.files));
    assert_eq!(stored.files.len(), 3);
    let files = store
        .read(stored.clone(), |tx, stored| Box::pin(agent::files(tx, ACME, stored)))
        .await
        .unwrap();
    assert_eq!(files, new.files);
    // The same files under another path are another agent.
    let mut moved = new.files.clone();
    let tokenizer = moved.remove("tokenizer.bin").unwrap();
    moved.insert("tokenizer.json".to_owned(), tokenizer);
    assert_ne!(agent::hash(&moved), stored.hash);
    let known = store
        .read(stored.hash.clone(), |tx, hash| {
            Box::pin(
                async move { version::with_hash(tx, ACME, &Line::agent("support"), hash).await },
            )
        })
        .await;
    assert_eq!(known, Ok(Some(1)));

    // A file that is not what its hash says is not given out.
    store.close().await;
    database.tamper("UPDATE blobs SET body = (SELECT body FROM blobs ORDER BY hash LIMIT 1)");
    let store = database.open().await;
    let damaged = store.read(stored, |tx, stored| Box::pin(agent::files(tx, ACME, stored))).await;
    assert!(matches!(damaged, Err(Error::Corrupt(_))), "{damaged:?}");
}

async fn activated_and_rolled_back(database: Database) {
    let store = start(&database).await;
    for yaml in ["1", "2", "3"] {
        put(&*store, new_agent("support", yaml)).await.unwrap();
    }
    let stale = NewAgent { expected: Some(2), ..new_agent("support", "4") };
    assert_eq!(put(&*store, stale).await, Err(Error::Conflict { current: 3 }));
    let back = store
        .write(by(), |tx, by| Box::pin(agent::rollback(tx, by, "support", Some(3))))
        .await
        .unwrap();
    assert_eq!((back.version, back.labels), (2, vec!["production".to_owned()]));
    let first = store
        .write(by(), |tx, by| Box::pin(agent::activate(tx, by, "support", 1, Some(2))))
        .await
        .unwrap();
    assert!(first.is_active);
    let missing =
        store.write(by(), |tx, by| Box::pin(agent::activate(tx, by, "support", 9, None))).await;
    assert_eq!(missing, Err(Error::NotFound { kind: "agent", id: "support@9".to_owned() }));
    let found =
        store.read((), |tx, ()| Box::pin(agent::labelled(tx, ACME, "support", "latest"))).await;
    assert_eq!(found.unwrap().version, 3);
}

async fn listed_once(database: Database) {
    let store = start(&database).await;
    for name in ["support", "coach", "support", "sales"] {
        put(&*store, new_agent(name, "x")).await.unwrap();
    }
    let inactive = NewAgent { activate: false, ..new_agent("draft", "1") };
    put(&*store, inactive.clone()).await.unwrap();
    put(&*store, NewAgent { id: id(), ..inactive }).await.unwrap();
    let listed = |limit, after| {
        store.read(Paging { limit, after }, |tx, paging| Box::pin(agent::list(tx, ACME, paging)))
    };
    let first = listed(3, None).await.unwrap();
    let second = listed(3, first.next.clone()).await.unwrap();
    assert_eq!(second.next, None);
    let names: Vec<_> = first
        .items
        .iter()
        .chain(&second.items)
        .map(|agent| format!("{}@{}", agent.agent, agent.version))
        .collect();
    assert_eq!(names, ["coach@1", "draft@2", "sales@1", "support@2"]);
    let versions = store
        .read(Paging::default(), |tx, paging| {
            Box::pin(agent::versions(tx, ACME, Some("support"), paging))
        })
        .await
        .unwrap();
    assert_eq!(versions.items.iter().map(|agent| agent.version).collect::<Vec<_>>(), [1, 2]);
}
