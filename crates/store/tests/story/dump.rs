//! Backups, dumps, and databases of other versions.

use std::path::Path;
use std::sync::Arc;

use proem_store::error::Error;
use proem_store::session::NewSession;
use proem_store::sqlite::{Options, Sqlite};
use proem_store::store::Store;
use proem_store::turn::{self, Place, Status};
use proem_store::words::Question;
use proem_store::{audit, dump, key, memory, prompt};

use crate::database::Database;
use crate::session::acquire;
use crate::support::{
    ACME, NOW, begin_session, by, id, json, new_prompt, new_session, start, store_prompt,
};

crate::stories![
    goes_to_another_database_and_back,
    a_dump_that_was_cut_off_is_refused,
    a_backup_is_whole,
    a_newer_database_is_left_alone,
    a_whole_database_has_no_findings,
];

/// Something in most tables.
async fn fill(store: &Arc<dyn Store>) {
    for body in ["1", "2 🌱 \"quoted\"\n"] {
        store_prompt(store, new_prompt("response/supportive", body)).await.unwrap();
    }
    let state = json(serde_json::json!({"z": 1.5, "a": null}));
    let session = begin_session(store, NewSession { state, ..new_session() }).await.id;
    let lease = acquire(store, &session, "a", NOW).await.unwrap();
    let mut said = turn::NewTurn { ..crate::turn::turn(Status::Done, "{}") };
    said.calls = vec![crate::turn::call("b3:r", &["one", "two"])];
    said.releases = vec![crate::turn::release_of("b3:r", &[])];
    let place = Place { workspace: ACME.to_owned(), session, fence: lease.fence };
    store
        .write((place, said), |tx, (place, said)| Box::pin(turn::commit(tx, place, said, NOW)))
        .await
        .unwrap();
    let mut kept = crate::memory::new_memory("u1", "Likes tea.");
    kept.embedding = Some(vec![0, 1, 255]);
    crate::memory::put(store, kept).await.unwrap();
    let new = key::NewKey {
        id: id(),
        name: "ci".to_owned(),
        secret: "proem_0123456789abcdef0123456789abcdef".to_owned(),
        scopes: vec!["admin".to_owned()],
        expires_at: None,
    };
    store.write((by(), new), |tx, (by, new)| Box::pin(key::create(tx, by, new))).await.unwrap();
}

async fn goes_to_another_database_and_back(database: Database) {
    let store = start(&database).await;
    fill(&store).await;
    let folder = tempfile::tempdir().unwrap();
    let first = folder.path().join("first.jsonl");
    dump::write(&*store, &first).await.unwrap();
    let again = dump::write(&*store, &first).await;
    assert!(matches!(again, Err(Error::Exists { .. })), "{again:?}");

    // Whatever this database is, the other one is SQLite; the story of PostgreSQL goes there, and the
    // way back is its own second database.
    let other: Arc<dyn Store> =
        Arc::new(Sqlite::open(&folder.path().join("other.db"), Options::default(), NOW).unwrap());
    let rows = dump::restore(&*other, &first).await.unwrap();
    assert!(rows > 15, "{rows}");
    let second = folder.path().join("second.jsonl");
    dump::write(&*other, &second).await.unwrap();
    let read = |path: &Path| std::fs::read_to_string(path).unwrap();
    assert_eq!(read(&first), read(&second));
    let another = database.another();
    let back = another.open().await;
    dump::restore(&*back, &second).await.unwrap();
    let third = folder.path().join("third.jsonl");
    dump::write(&*back, &third).await.unwrap();
    assert_eq!(read(&first), read(&third));

    for node in [&other, &back] {
        let verdict = node.read((), |tx, ()| Box::pin(audit::verify(tx, ACME))).await.unwrap();
        assert!(matches!(verdict, audit::Verdict::Whole { rows: 4, .. }), "{verdict:?}");
        let found = node
            .read(Question::read("tea"), |tx, question| {
                Box::pin(async move {
                    let owner = memory::Owner { scope: "user".into(), owner: "u1".into() };
                    memory::search(tx, ACME, &[owner], question, 5).await
                })
            })
            .await
            .unwrap();
        assert_eq!(found.len(), 1);
        // It goes on where it was.
        let next = store_prompt(node, new_prompt("response/supportive", "3")).await.unwrap();
        assert_eq!(next.version, 3);
        let full = dump::restore(&**node, &first).await;
        assert!(matches!(full, Err(Error::Refused { .. })), "{full:?}");
    }
}

async fn a_dump_that_was_cut_off_is_refused(database: Database) {
    let store = start(&database).await;
    fill(&store).await;
    let folder = tempfile::tempdir().unwrap();
    let whole = folder.path().join("whole.jsonl");
    dump::write(&*store, &whole).await.unwrap();
    let text = std::fs::read_to_string(&whole).unwrap();
    let lines: Vec<_> = text.lines().collect();
    let another = database.another();
    let empty = another.open().await;
    let end = lines[lines.len() - 1];
    let mut spoilt = vec![
        String::new(),
        "not JSON".to_owned(),
        "{\"proem\":\"dump\"}".to_owned(),
        lines[..lines.len() - 1].join("\n"),
        [&lines[..3], &[end]].concat().join("\n"),
        format!("{text}{{}}"),
        text.replace("\"table\":\"audit\"", "\"table\":\"pg_class\""),
        text.replace("\"note\":", "\"nota\":"),
    ];
    spoilt.push(text.get(..text.len() / 2).unwrap().to_owned());
    for (at, text) in spoilt.into_iter().enumerate() {
        let path = folder.path().join("spoilt.jsonl");
        std::fs::write(&path, text).unwrap();
        let refused = dump::restore(&*empty, &path).await;
        assert!(matches!(refused, Err(Error::Invalid { .. })), "{at}: {refused:?}");
    }
    let newer = text.replacen("\"schema\":4", "\"schema\":99", 1);
    let path = folder.path().join("newer.jsonl");
    std::fs::write(&path, newer).unwrap();
    let refused = dump::restore(&*empty, &path).await;
    assert_eq!(refused, Err(Error::Newer { found: 99, known: 4 }));
    let absent = dump::restore(&*empty, &folder.path().join("absent")).await;
    assert!(matches!(absent, Err(Error::File(_))), "{absent:?}");
    // Nothing of it stayed.
    dump::restore(&*empty, &whole).await.unwrap();
}

async fn a_backup_is_whole(database: Database) {
    let store = start(&database).await;
    fill(&store).await;
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("backup");
    // It is taken while somebody writes.
    let writer = Arc::clone(&store);
    let writing = tokio::spawn(async move {
        for at in 0..50 {
            store_prompt(&writer, new_prompt("block/x", &format!("{at}"))).await.unwrap();
        }
    });
    dump::backup(&*store, &to).await.unwrap();
    writing.await.unwrap();
    assert!(matches!(dump::backup(&*store, &to).await, Err(Error::Exists { .. })));
    let another = database.another();
    let copy: Arc<dyn Store> = match &database {
        Database::Sqlite { .. } => Arc::new(Sqlite::open(&to, Options::default(), NOW).unwrap()),
        Database::Postgres { .. } => {
            let copy = another.open().await;
            dump::restore(&*copy, &to).await.unwrap();
            copy
        }
    };
    assert_eq!(copy.check().await, Ok(Vec::new()));
    let verdict = copy.read((), |tx, ()| Box::pin(audit::verify(tx, ACME))).await.unwrap();
    assert!(matches!(verdict, audit::Verdict::Whole { .. }), "{verdict:?}");
    let line = proem_store::line::Line::prompt("support", "response/supportive");
    let found = copy
        .read(line, |tx, line| Box::pin(prompt::labelled(tx, ACME, line, "production")))
        .await
        .unwrap();
    assert_eq!(found.version, 2);
}

async fn a_newer_database_is_left_alone(database: Database) {
    let store = start(&database).await;
    store.close().await;
    database.tamper("INSERT INTO schema_versions VALUES (7, 0)");
    let newer = Error::Newer { found: 7, known: 4 };
    assert_eq!(database.try_open().await.err(), Some(newer));
    database.tamper("DELETE FROM schema_versions WHERE version = 7");
    let store = database.open().await;
    assert!(store_prompt(&store, new_prompt("sentinel", "x")).await.is_ok());
}

async fn a_whole_database_has_no_findings(database: Database) {
    let store = start(&database).await;
    fill(&store).await;
    assert_eq!(store.check().await, Ok(Vec::new()));
    // A dump knows every table.
    let sql = match &database {
        Database::Sqlite { .. } => {
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        }
        Database::Postgres { .. } => {
            "SELECT CAST(tablename AS TEXT) FROM pg_tables \
             WHERE schemaname = current_schema() ORDER BY 1"
        }
    };
    let tables = store
        .read(sql, |tx, sql| {
            Box::pin(async move {
                let rows = tx.rows(*sql, &[]).await?;
                rows.into_iter().map(|mut row| row.text()).collect::<Result<Vec<_>, _>>()
            })
        })
        .await
        .unwrap();
    let known = dump::tables();
    for table in tables {
        let of_index = table.contains("_index") || table == "said";
        let own = ["idempotency", "schema_versions"].contains(&table.as_str());
        assert!(of_index || own || known.contains(&table.as_str()), "{table} is not dumped");
    }
}
