//! The change feed: every change once, in order, whatever was lost on the way.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use proem_store::epoch::{self, Change, Feed};
use proem_store::prompt;
use proem_store::store::Store;

use crate::database::Database;
use crate::support::{ACME, by, new_prompt, start, store_prompt};

crate::stories![
    changes_come_once_and_in_order,
    an_epoch_that_is_held_stays,
    another_node_sees_them_within_a_second,
    a_cut_connection_loses_nothing,
];

async fn until(feed: &mut Feed, epoch: u32) -> Vec<Change> {
    let mut found: Vec<Change> = Vec::new();
    let begin = Instant::now();
    while found.last().is_none_or(|change| change.epoch < epoch) {
        assert!(begin.elapsed() < Duration::from_secs(20), "only {found:?} came");
        // Where the connection is cut, the next one is another one.
        found.extend(
            feed.next()
                .await
                .unwrap_or_default()
                .into_iter()
                .filter(|change| change.workspace == "acme"),
        );
    }
    found
}

async fn changes_come_once_and_in_order(database: Database) {
    let store = start(&database).await;
    let first = store_prompt(&store, new_prompt("policy/crisis", "1")).await.unwrap();
    store_prompt(&store, new_prompt("policy/crisis", "2")).await.unwrap();
    let mut feed = Feed::new(Arc::clone(&store), BTreeMap::from([("acme".to_owned(), 1)]));
    let change = |epoch, action: &str| Change {
        workspace: "acme".to_owned(),
        epoch,
        kind: "prompt".to_owned(),
        subject: "support/policy/crisis".to_owned(),
        action: action.to_owned(),
    };
    assert_eq!(until(&mut feed, 3).await, [change(2, "create"), change(3, "create")]);
    assert_eq!(feed.next().await, Ok(Vec::new()));
    store
        .write((by(), first.id), |tx, (by, id)| Box::pin(prompt::activate(tx, by, id, None)))
        .await
        .unwrap();
    assert_eq!(feed.next().await, Ok(vec![change(4, "activate")]));
    assert_eq!(feed.seen().get("acme"), Some(&4));
}

/// Each writer writes against the epoch that it sees; whoever held it wrote, so none writes twice at one.
async fn an_epoch_that_is_held_stays(database: Database) {
    let store = start(&database).await;
    store_prompt(&store, new_prompt("policy/crisis", "1")).await.unwrap();
    let mut writers = tokio::task::JoinSet::new();
    for number in 0..16 {
        let store = Arc::clone(&store);
        writers.spawn(async move {
            let new = new_prompt("policy/crisis", &number.to_string());
            store
                .write((by(), new), |tx, (by, new)| {
                    Box::pin(async move {
                        let held = epoch::hold(tx, ACME).await?;
                        prompt::create(tx, by, new).await?;
                        Ok((held, epoch::current(tx, ACME).await?))
                    })
                })
                .await
        });
    }
    let mut seen = Vec::new();
    while let Some(done) = writers.join_next().await {
        seen.push(done.unwrap().unwrap());
    }
    seen.sort_unstable();
    let expected: Vec<_> = (2..18).map(|epoch| (epoch, epoch + 1)).collect();
    assert_eq!(seen, expected);
}

async fn another_node_sees_them_within_a_second(database: Database) {
    let store = start(&database).await;
    let mut feed = Feed::new(database.open().await, BTreeMap::new());
    until(&mut feed, 1).await;
    for epoch in 2..6 {
        let writer = Arc::clone(&store);
        let begin = Instant::now();
        let (stored, _) = tokio::join!(
            store_prompt(&writer, new_prompt("policy/crisis", "x")),
            until(&mut feed, epoch)
        );
        stored.unwrap();
        assert!(begin.elapsed() < Duration::from_secs(1), "it took {:?}", begin.elapsed());
    }
}

async fn a_cut_connection_loses_nothing(database: Database) {
    let store = start(&database).await;
    let node: Arc<dyn Store> = database.open().await;
    let mut feed = Feed::new(node, BTreeMap::new());
    let mut found = until(&mut feed, 1).await;
    for at in 0..5 {
        database.cut();
        // Whoever writes just then is told, and writes again.
        let mut written = false;
        for _ in 0..20 {
            let new = new_prompt("policy/crisis", &format!("{at}"));
            match store_prompt(&store, new).await {
                Ok(_) => {
                    written = true;
                    break;
                }
                Err(error) => assert!(error.is_transient(), "{error}"),
            }
        }
        assert!(written);
        database.cut();
        found.extend(until(&mut feed, at + 2).await);
    }
    let epochs: Vec<_> = found.iter().map(|change| change.epoch).collect();
    assert_eq!(epochs, (1..=6).collect::<Vec<_>>());
}
