//! What only SQLite has to show: one writer whose commits are shared, a file that others use too, and
//! readers that see one state.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::time::{Duration, Instant};

use proem_store::audit::By;
use proem_store::error::Error;
use proem_store::sqlite::{Options, Sqlite};
use proem_store::store::Store;
use proem_store::workspace;
use tokio::task::JoinHandle;

fn open(path: &Path, options: Options) -> Arc<dyn Store> {
    Arc::new(Sqlite::open(path, options, 1).unwrap())
}

fn by(workspace: &str) -> By {
    By {
        workspace: workspace.to_owned(),
        actor: "ada".to_owned(),
        at: 1,
        note: String::new(),
        may_move_protected: false,
    }
}

async fn make(store: &Arc<dyn Store>, id: &str) -> Result<(), Error> {
    let made = store.write(by(id), |tx, by| Box::pin(workspace::create(tx, by, "W"))).await;
    made.map(|_| ())
}

async fn count(store: &Arc<dyn Store>) -> i64 {
    store
        .read((), |tx, ()| {
            Box::pin(async {
                let row = tx.row("SELECT COUNT(*) FROM workspaces WHERE id <> ''", &[]).await?;
                row.map_or(Ok(-1), |mut row| row.int())
            })
        })
        .await
        .unwrap()
}

/// Keeps the writer busy until it is let go: jobs that wait meanwhile are one group.
async fn hold(store: &Arc<dyn Store>) -> (mpsc::Sender<()>, JoinHandle<Result<(), Error>>) {
    let (let_go, held) = mpsc::channel::<()>();
    let (began, begins) = tokio::sync::oneshot::channel();
    let input = (Mutex::new(held), Mutex::new(Some(began)));
    let busy = Arc::clone(store);
    let holding = tokio::spawn(async move {
        busy.write(input, |_, (held, began)| {
            Box::pin(async {
                let began = began.lock().unwrap().take();
                let _ = began.map(|began| began.send(()));
                // Whoever lets go may have done so by going.
                let _ = held.lock().unwrap().recv();
                Ok(())
            })
        })
        .await
    });
    begins.await.unwrap();
    (let_go, holding)
}

/// Waits until all jobs that were begun are handed in.
async fn queued() {
    // Each is handed in with the first look at its future.
    tokio::time::sleep(Duration::from_millis(500)).await;
}

/// A job is run again only where another one of its group has to be undone.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_refused_before_anything_is_written_costs_nobody_anything() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(&folder.path().join("a.db"), Options::default());
    // Those that ran before it are run again, and it itself.
    for (writes_first, expected) in [(false, 4..5), (true, 5..9)] {
        let (let_go, holding) = hold(&store).await;
        let runs = Arc::new(AtomicUsize::new(0));
        let jobs: Vec<_> = (0..4)
            .map(|at| {
                let (store, runs) = (Arc::clone(&store), Arc::clone(&runs));
                let id = format!("{writes_first}{at}");
                tokio::spawn(async move {
                    store
                        .write((by(&id), runs, at), move |tx, (by, runs, at)| {
                            Box::pin(async move {
                                runs.fetch_add(1, Ordering::SeqCst);
                                if *at < 3 || writes_first {
                                    workspace::create(tx, by, "W").await?;
                                }
                                if *at == 3 { Err(Error::Fenced) } else { Ok(()) }
                            })
                        })
                        .await
                })
            })
            .collect();
        queued().await;
        drop(let_go);
        for (at, job) in jobs.into_iter().enumerate() {
            let expected = if at == 3 { Err(Error::Fenced) } else { Ok(()) };
            assert_eq!(job.await.unwrap(), expected, "{at}");
        }
        holding.await.unwrap().unwrap();
        let runs = runs.load(Ordering::SeqCst);
        assert!(expected.contains(&runs), "{writes_first}: {runs}");
    }
    assert_eq!(count(&store).await, 6);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_that_fails_takes_nobody_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(&folder.path().join("a.db"), Options::default());
    let (let_go, holding) = hold(&store).await;
    let jobs: Vec<_> = (0..30)
        .map(|at| {
            let store = Arc::clone(&store);
            tokio::spawn(async move {
                match at % 3 {
                    0 => make(&store, &format!("w{at}")).await,
                    // It writes before it fails.
                    1 => {
                        store
                            .write(by(&format!("w{at}")), |tx, by| {
                                Box::pin(async move {
                                    workspace::create(tx, by, "W").await?;
                                    Err::<(), _>(Error::Fenced)
                                })
                            })
                            .await
                    }
                    _ => {
                        store
                            .write(by(&format!("w{at}")), |tx, by| {
                                Box::pin(async move {
                                    workspace::create(tx, by, "W").await?;
                                    std::panic::resume_unwind(Box::new("a mistake"));
                                })
                            })
                            .await
                    }
                }
            })
        })
        .collect();
    queued().await;
    drop(let_go);
    for (at, job) in jobs.into_iter().enumerate() {
        let expected = match at % 3 {
            0 => Ok(()),
            1 => Err(Error::Fenced),
            _ => Err(Error::Failed("a job panicked".to_owned())),
        };
        assert_eq!(job.await.unwrap(), expected, "{at}");
    }
    holding.await.unwrap().unwrap();
    assert_eq!(count(&store).await, 10);
}

#[tokio::test]
async fn a_job_that_waits_for_something_else_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(&folder.path().join("a.db"), Options::default());
    let waited = store
        .write(by("w"), |tx, by| {
            Box::pin(async move {
                workspace::create(tx, by, "W").await?;
                std::future::pending::<()>().await;
                Ok(())
            })
        })
        .await;
    let why = "a job waited for something else";
    assert_eq!(waited, Err(Error::Failed(why.to_owned())));
    assert_eq!(count(&store).await, 0);
}

/// Another process writes, and does not let go.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_locked_file_is_busy_for_a_bounded_time_and_then_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let patience = Duration::from_millis(300);
    let store = open(&path, Options { patience, ..Options::default() });
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let begin = Instant::now();
    assert_eq!(make(&store, "w").await, Err(Error::Busy));
    let took = begin.elapsed();
    assert!(took >= patience && took < patience * 10, "{took:?}");
    // Who only reads does not wait.
    assert_eq!(count(&store).await, 0);
    // One who lets go in time is waited for.
    let letting_go = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(100));
        other.execute_batch("COMMIT").unwrap();
    });
    assert_eq!(make(&store, "w").await, Ok(()));
    letting_go.join().unwrap();
}

#[tokio::test]
async fn readers_cannot_write() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(&folder.path().join("a.db"), Options::default());
    let written = store
        .read((), |tx, ()| Box::pin(async { tx.run("DELETE FROM workspaces", &[]).await }))
        .await;
    assert_eq!(written, Err(Error::ReadOnly));
}

/// A reader that asks twice sees the same, whatever is written in between.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reader_sees_one_state() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(&folder.path().join("a.db"), Options::default());
    let (writer, ended) = (Arc::clone(&store), Arc::new(AtomicBool::new(false)));
    let end = Arc::clone(&ended);
    let writing = tokio::spawn(async move {
        let mut made = 0;
        while !end.load(Ordering::Relaxed) {
            make(&writer, &format!("w{made}")).await.unwrap();
            made += 1;
        }
        made
    });
    let mut last = 0;
    while last < 50 {
        let (first, second) = store
            .read((), |tx, ()| {
                Box::pin(async {
                    let sql = "SELECT COUNT(*) FROM workspaces WHERE id <> ''";
                    let count = |rows: Vec<proem_store::value::Row>| {
                        rows.into_iter().map(|mut row| row.int()).sum::<Result<i64, _>>()
                    };
                    let first = count(tx.rows(sql, &[]).await?)?;
                    std::thread::sleep(Duration::from_millis(2));
                    Ok((first, count(tx.rows(sql, &[]).await?)?))
                })
            })
            .await
            .unwrap();
        assert_eq!(first, second);
        assert!(first >= last);
        last = first;
    }
    ended.store(true, Ordering::Relaxed);
    let made = writing.await.unwrap();
    assert_eq!(count(&store).await, made);
}

/// What was acknowledged is there when the process is killed: the log is on the disk, and nothing else
/// is needed. The file is copied as it lies, while the store is open.
#[tokio::test]
async fn what_was_acknowledged_is_in_the_files() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let store = open(&path, Options::default());
    for at in 0..20 {
        make(&store, &format!("w{at}")).await.unwrap();
    }
    let elsewhere = tempfile::tempdir().unwrap();
    for name in ["a.db", "a.db-wal"] {
        std::fs::copy(folder.path().join(name), elsewhere.path().join(name)).unwrap();
    }
    let copy = open(&elsewhere.path().join("a.db"), Options::default());
    assert_eq!(count(&copy).await, 20);
    assert_eq!(copy.check().await, Ok(Vec::new()));
}

/// A claim is there for everybody when it is acknowledged, also for who opens the file after its process was killed.
#[tokio::test]
async fn claims_are_seen_between_writes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let store = open(&path, Options::default());
    for at in 0..10 {
        let name = format!("c{at}");
        let claimed = store.claim(name, |tx, name| {
            Box::pin(async move { workspace::create(tx, &by(name), name).await.map(drop) })
        });
        claimed.await.unwrap();
        assert_eq!(count(&store).await, 2 * at + 1);
        make(&store, &format!("w{at}")).await.unwrap();
        assert_eq!(count(&store).await, 2 * at + 2);
    }
    let elsewhere = tempfile::tempdir().unwrap();
    for name in ["a.db", "a.db-wal"] {
        std::fs::copy(folder.path().join(name), elsewhere.path().join(name)).unwrap();
    }
    assert_eq!(count(&open(&elsewhere.path().join("a.db"), Options::default())).await, 20);
}

#[tokio::test]
async fn a_closed_store_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let store = open(&path, Options::default());
    make(&store, "w").await.unwrap();
    store.close().await;
    let closed = Error::Unavailable("the store is closed".to_owned());
    assert_eq!(make(&store, "v").await, Err(closed));
    // Nothing is left in the log, and the log is gone.
    assert!(!folder.path().join("a.db-wal").exists());
    assert_eq!(count(&open(&path, Options::default())).await, 1);
}

#[tokio::test]
async fn what_is_no_database_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    std::fs::write(&path, "This is a letter, and no database. ".repeat(200)).unwrap();
    let refused = Sqlite::open(&path, Options::default(), 1).err();
    assert!(matches!(refused, Some(Error::Corrupt(_))), "{refused:?}");
    let nowhere = Sqlite::open(&folder.path().join("no/such/a.db"), Options::default(), 1).err();
    assert!(matches!(nowhere, Some(Error::Unavailable(_))), "{nowhere:?}");
}

/// The log does not grow without an end, however long somebody writes without a pause.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_log_is_moved_into_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let store = open(&path, Options::default());
    make(&store, "w").await.unwrap();
    let content = "x".repeat(1 << 20);
    for at in 0..160 {
        store
            .write((content.clone(), at), |tx, (content, at)| {
                Box::pin(async move {
                    let text = format!("{at}{content}");
                    let blob = proem_store::blob::Content::new(text.as_bytes());
                    proem_store::blob::put(tx, "w", "s", [&blob]).await
                })
            })
            .await
            .unwrap();
    }
    let log = std::fs::metadata(folder.path().join("a.db-wal")).unwrap().len();
    assert!(log < 120 << 20, "the log has {} MiB after 160 MiB", log >> 20);
}
