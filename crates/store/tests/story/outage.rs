//! When the database is away.
//!
//! Owns what only a server can do: stop, come back, cut connections, and give up on one of two
//! transactions that wait for each other.

use std::sync::Arc;
use std::time::{Duration, Instant};

use proem_store::epoch::Feed;
use proem_store::error::{Error, Result};
use proem_store::postgres::{Options, Postgres};
use proem_store::store::Store;

use crate::cluster::Cluster;
use crate::support::{NOW, by, new_prompt, store_prompt};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_goes_and_comes_back() {
    let Some(cluster) = Cluster::start() else { return };
    let patience = Duration::from_millis(800);
    let options = || Options { patience, connections: 4, ..Options::default() };
    let store: Arc<dyn Store> =
        Arc::new(Postgres::open(&cluster.url("postgres"), options(), NOW).await.unwrap());
    store
        .write(by(), |tx, by| Box::pin(proem_store::workspace::create(tx, by, "Acme")))
        .await
        .unwrap();
    let mut feed = Feed::new(Arc::clone(&store), Default::default());
    while feed.seen().get("acme") != Some(&1) {
        feed.next().await.unwrap();
    }
    for round in 0..3 {
        cluster.stop();
        // More jobs than connections: none of them hangs.
        let begin = Instant::now();
        let jobs: Vec<_> = (0..12)
            .map(|_| {
                let store = Arc::clone(&store);
                tokio::spawn(async move { store_prompt(&store, new_prompt("sentinel", "x")).await })
            })
            .collect();
        for job in jobs {
            let failed = job.await.unwrap().map(|prompt| prompt.version);
            assert!(matches!(failed, Err(Error::Unavailable(_))), "{failed:?}");
        }
        assert!(begin.elapsed() < patience * 4, "it took {:?}", begin.elapsed());
        assert!(matches!(feed.next().await, Err(Error::Unavailable(_))));
        let opened = Postgres::open(&cluster.url("postgres"), options(), NOW).await;
        assert!(matches!(opened.err(), Some(Error::Unavailable(_))));

        cluster.resume();
        let stored = store_prompt(&store, new_prompt("sentinel", "x")).await.unwrap();
        assert_eq!(stored.version, round + 1);
        let begin = Instant::now();
        while feed.seen().get("acme") != Some(&(round + 2)) {
            feed.next().await.unwrap();
        }
        assert!(begin.elapsed() < Duration::from_secs(1), "it took {:?}", begin.elapsed());
    }
}

/// Takes two locks with a pause in between.
async fn both(store: &Arc<dyn Store>, first: &'static str, second: &'static str) -> Result<()> {
    store
        .write((first, second), |tx, (first, second)| {
            Box::pin(async move {
                tx.lock(first).await?;
                tokio::time::sleep(Duration::from_millis(100)).await;
                tx.lock(second).await
            })
        })
        .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_waits_for_each_other_is_tried_again() {
    let Some(cluster) = Cluster::start() else { return };
    let url = cluster.url("postgres");
    let store: Arc<dyn Store> =
        Arc::new(Postgres::open(&url, Options::default(), NOW).await.unwrap());
    let (a, b) = tokio::join!(both(&store, "a", "b"), both(&store, "b", "a"));
    assert_eq!((a, b), (Ok(()), Ok(())));
    // With a single try, one of the two is told.
    let once: Arc<dyn Store> = Arc::new(
        Postgres::open(&url, Options { tries: 1, ..Options::default() }, NOW).await.unwrap(),
    );
    let (a, b) = tokio::join!(both(&once, "a", "b"), both(&once, "b", "a"));
    let mut told = [a, b];
    told.sort_by_key(Result::is_err);
    assert_eq!(told, [Ok(()), Err(Error::Busy)]);
}

/// A caller that goes away leaves no transaction behind that others would wait for.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_caller_that_goes_away_holds_nothing() {
    let Some(cluster) = Cluster::start() else { return };
    let url = cluster.url("postgres");
    let options = Options { connections: 2, ..Options::default() };
    let store: Arc<dyn Store> = Arc::new(Postgres::open(&url, options, NOW).await.unwrap());
    for _ in 0..6 {
        let holding = store.write((), |tx, ()| {
            Box::pin(async {
                tx.lock("a").await?;
                std::future::pending::<Result<()>>().await
            })
        });
        let gone = tokio::time::timeout(Duration::from_millis(100), holding).await;
        assert!(gone.is_err());
    }
    let begin = Instant::now();
    let taken = store.write((), |tx, ()| Box::pin(async { tx.lock("a").await })).await;
    assert_eq!(taken, Ok(()));
    assert!(begin.elapsed() < Duration::from_secs(2), "it took {:?}", begin.elapsed());
}
