//! The record: complete, chained, and telling when it was touched.

use proem_store::audit::{self, Record, Verdict};
use proem_store::page::Paging;
use proem_store::{epoch, prompt};

use crate::database::Database;
use crate::support::{ACME, by, new_prompt, start, store_prompt};

crate::stories![complete, any_change_is_found];

async fn complete(database: Database) {
    let store = start(&database).await;
    let first = store_prompt(&store, new_prompt("sentinel", "1")).await.unwrap();
    store_prompt(&store, new_prompt("sentinel", "2")).await.unwrap();
    let mut why = by();
    why.note = "It was better.".to_owned();
    store
        .write((why, first.id), |tx, (by, id)| Box::pin(prompt::activate(tx, by, id, None)))
        .await
        .unwrap();
    let page = store
        .read(Paging::default(), |tx, paging| Box::pin(audit::list(tx, ACME, paging)))
        .await
        .unwrap();
    let (one, two) = (proem_store::blob::hash(b"1"), proem_store::blob::hash(b"2"));
    let told: Vec<_> = page
        .items
        .iter()
        .map(|row| {
            let Record { epoch, action, kind, subject, before, after, note, .. } = row;
            format!("{epoch} {action} {kind} {subject}: {before} -> {after} {note}")
        })
        .collect();
    assert_eq!(
        told,
        [
            "4 activate prompt support/sentinel: 2 -> 1 It was better.".to_owned(),
            format!("3 create prompt support/sentinel: 1 -> 2 {two} "),
            format!("2 create prompt support/sentinel:  -> 1 {one} "),
            "1 create workspace acme:  -> Acme ".to_owned(),
        ]
    );
    let last = page.items[0].hash.clone();
    let verdict = store.read((), |tx, ()| Box::pin(audit::verify(tx, ACME))).await;
    assert_eq!(verdict, Ok(Verdict::Whole { rows: 4, last }));
    // What fails leaves no trace.
    let stale = prompt::NewPrompt { expected: Some(9), ..new_prompt("sentinel", "3") };
    store_prompt(&store, stale).await.unwrap_err();
    assert_eq!(store.read((), |tx, ()| Box::pin(epoch::current(tx, ACME))).await, Ok(4));
}

async fn any_change_is_found(database: Database) {
    let store = start(&database).await;
    for body in ["1", "2", "3", "4"] {
        store_prompt(&store, new_prompt("sentinel", body)).await.unwrap();
    }
    store.close().await;
    let broken = |epoch, why| Ok(Verdict::Broken { epoch, why });
    let changed = "the row, or the one before it, is not what was written";
    for (column, value) in [
        ("at", "at + 1"),
        ("actor", "'eve'"),
        ("action", "'delete'"),
        ("kind", "'agent'"),
        ("subject", "subject || 'x'"),
        ("before", "after"),
        ("after", "''"),
        ("note", "'fine'"),
        ("hash", "'b3:0'"),
    ] {
        database.tamper("DROP TABLE IF EXISTS kept; CREATE TABLE kept AS SELECT * FROM audit;");
        database.tamper(&format!("UPDATE audit SET {column} = {value} WHERE epoch = 3;"));
        let store = database.open().await;
        let verdict = store.read((), |tx, ()| Box::pin(audit::verify(tx, ACME))).await;
        assert_eq!(verdict, broken(3, changed), "{column}");
        store.close().await;
        database.tamper("DELETE FROM audit; INSERT INTO audit SELECT * FROM kept;");
    }
    for (sql, expected) in [
        ("UPDATE workspaces SET epoch = 7 WHERE id = 'acme'", broken(6, "the end is missing")),
        ("DELETE FROM audit WHERE epoch = 5", broken(5, "the end is missing")),
        ("DELETE FROM audit WHERE epoch = 2", broken(2, "the row is missing")),
    ] {
        database.tamper(sql);
        let store = database.open().await;
        let verdict = store.read((), |tx, ()| Box::pin(audit::verify(tx, ACME))).await;
        assert_eq!(verdict, expected, "{sql}");
        store.close().await;
    }
}
