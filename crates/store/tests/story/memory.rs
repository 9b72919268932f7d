//! Memories: kept for their owner, found by their words, in the same order on both databases.

use std::sync::Arc;

use proem_store::error::{Error, Result};
use proem_store::memory::{self, Filter, Memory, Owner, Patch};
use proem_store::page::Paging;
use proem_store::store::Store;
use proem_store::words::Question;

use crate::database::Database;
use crate::support::{ACME, NOW, id, start};

crate::stories![
    kept_changed_and_erased,
    the_newest_of_each_owner_and_kind,
    found_by_their_words,
    nobody_finds_those_of_others,
    hostile_questions_are_only_questions,
];

fn owner(scope: &str, owner: &str) -> Owner {
    Owner { scope: scope.to_owned(), owner: owner.to_owned() }
}

pub(crate) fn new_memory(user: &str, text: &str) -> Memory {
    Memory {
        id: id(),
        kind: "semantic".to_owned(),
        owner: owner("user", user),
        user: Some(user.to_owned()),
        category: "family".to_owned(),
        text: text.to_owned(),
        session: Some("s".to_owned()),
        turn: Some(3),
        status: "active".to_owned(),
        reason: None,
        embedding: None,
        version: 1,
        created_at: NOW,
        updated_at: NOW,
    }
}

pub(crate) async fn put(store: &Arc<dyn Store>, new: Memory) -> Result<()> {
    store.write(new, |tx, new| Box::pin(memory::put(tx, ACME, new))).await
}

async fn search(store: &Arc<dyn Store>, owners: &[Owner], question: &str) -> Vec<String> {
    let input = (owners.to_vec(), Question::read(question));
    let found = store
        .read(input, |tx, (owners, question)| {
            Box::pin(memory::search(tx, ACME, owners, question, 10))
        })
        .await
        .unwrap();
    found.into_iter().map(|(memory, _)| memory.text).collect()
}

async fn kept_changed_and_erased(database: Database) {
    let store = start(&database).await;
    let mut new = new_memory("u1", "Has a sister named Sarah.");
    new.embedding = Some(vec![0, 255, 7]);
    put(&store, new.clone()).await.unwrap();
    let get = async |id: &str| {
        store.read(id.to_owned(), |tx, id| Box::pin(memory::get(tx, ACME, id))).await
    };
    assert_eq!(get(&new.id).await, Ok(new.clone()));
    assert!(matches!(put(&store, new.clone()).await, Err(Error::Exists { .. })));
    let patch = async |patch: Patch, expected| {
        store
            .write((new.id.clone(), patch, expected), |tx, (id, patch, expected)| {
                Box::pin(memory::patch(tx, ACME, id, patch, *expected, NOW + 5))
            })
            .await
    };
    let category = Patch { category: Some("people".to_owned()), ..Patch::default() };
    let changed = patch(category.clone(), Some(1)).await.unwrap();
    let expected =
        Memory { category: "people".to_owned(), version: 2, updated_at: NOW + 5, ..new.clone() };
    assert_eq!(changed, expected);
    assert_eq!(patch(category, Some(1)).await, Err(Error::Conflict { current: 2 }));
    // A new text is found, the old one is not, and what a model made of the old one is gone.
    let text = Patch { text: Some("Has a brother.".to_owned()), ..Patch::default() };
    assert_eq!(patch(text, None).await.unwrap().embedding, None);
    let mine = [owner("user", "u1")];
    assert!(search(&store, &mine, "sister").await.is_empty());
    assert_eq!(search(&store, &mine, "brother").await, ["Has a brother."]);
    let dropped = Patch { status: Some("dropped".to_owned()), ..Patch::default() };
    patch(dropped, None).await.unwrap();
    assert!(search(&store, &mine, "brother").await.is_empty());
    let erase = || store.write(new.id.clone(), |tx, id| Box::pin(memory::delete(tx, ACME, id)));
    assert_eq!(erase().await, Ok(()));
    let gone = Error::NotFound { kind: "memory", id: new.id.clone() };
    assert_eq!(erase().await, Err(gone.clone()));
    assert_eq!(get(&new.id).await, Err(gone));
    let left = store
        .read((), |tx, ()| {
            Box::pin(async {
                let rows = tx.rows("SELECT COUNT(*) FROM memory_index", &[]).await?;
                rows.into_iter().map(|mut row| row.int()).sum::<Result<i64>>()
            })
        })
        .await;
    assert_eq!(left, Ok(0));
}

async fn the_newest_of_each_owner_and_kind(database: Database) {
    let store = start(&database).await;
    let kept = [
        ("user", "ann", "semantic", "active", "a1"),
        ("user", "ann", "procedural", "active", "rule 1"),
        ("user", "ann", "semantic", "active", "a2"),
        ("shared", "house", "semantic", "active", "h1"),
        ("user", "bob", "semantic", "active", "b1"),
        ("user", "ann", "semantic", "dropped", "a3"),
        ("user", "ann", "episodic", "active", "a4"),
        ("user", "ann", "semantic", "active", "a5"),
        ("user", "ann", "procedural", "active", "rule 2"),
    ];
    for (later, (scope, whose, kind, status, text)) in kept.into_iter().enumerate() {
        let new = Memory {
            owner: owner(scope, whose),
            kind: kind.to_owned(),
            status: status.to_owned(),
            created_at: NOW + i64::try_from(later).unwrap(),
            ..new_memory(whose, text)
        };
        put(&store, new).await.unwrap();
    }
    let owners = [owner("user", "ann"), owner("shared", "house"), owner("core", "nobody")];
    let newest = async |owners: &[Owner], kinds: &'static [&'static str], each| {
        let found = store
            .read((owners.to_vec(), each), |tx, (owners, each)| {
                Box::pin(memory::newest(tx, ACME, owners, kinds, *each))
            })
            .await
            .unwrap();
        found.into_iter().map(|memory| memory.text).collect::<Vec<_>>()
    };
    let all = &["semantic", "episodic", "procedural"];
    let expected = ["rule 2", "a5", "a4", "h1", "a2", "rule 1", "a1"];
    assert_eq!(newest(&owners, all, 50).await, expected);
    assert_eq!(newest(&owners, &["semantic", "procedural"], 1).await, ["rule 2", "a5", "h1"]);
    assert!(newest(&[], all, 50).await.is_empty());
    assert!(newest(&owners, &[], 50).await.is_empty());
}

async fn found_by_their_words(database: Database) {
    let store = start(&database).await;
    for (at, text) in (0..).zip([
        "Has a sister named Sarah.",
        "Sarah is the sister of José, and both like walking in the hills of Wales.",
        "José's café opens at 8.",
        "Likes tea.",
        "喜欢绿茶",
        "Mail: ada@example.com, state-of-the-art",
        "Likes coffee, not tea.",
    ]) {
        put(&store, Memory { created_at: NOW + at, ..new_memory("u1", text) }).await.unwrap();
    }
    let mine = [owner("user", "u1")];
    let cases: [(&str, &[&str]); 12] = [
        (
            "sister",
            &[
                "Has a sister named Sarah.",
                "Sarah is the sister of José, and both like walking in the hills of Wales.",
            ],
        ),
        (
            "SISTER hills",
            &[
                "Sarah is the sister of José, and both like walking in the hills of Wales.",
                "Has a sister named Sarah.",
            ],
        ),
        ("jose -sister", &["José's café opens at 8."]),
        ("cafe", &["José's café opens at 8."]),
        ("\"sister named\"", &["Has a sister named Sarah."]),
        ("\"named sister\"", &[]),
        ("te*", &["Likes tea.", "Likes coffee, not tea."]),
        ("tea -coffee", &["Likes tea."]),
        ("绿茶", &["喜欢绿茶"]),
        ("\"ada example\"", &["Mail: ada@example.com, state-of-the-art"]),
        ("art", &["Mail: ada@example.com, state-of-the-art"]),
        ("?! \"\" -", &[]),
    ];
    for (question, expected) in cases {
        assert_eq!(search(&store, &mine, question).await, expected, "{question}");
    }
    let filter = Filter { category: Some("family".to_owned()), ..Filter::default() };
    let listed = store
        .read(filter, |tx, filter| {
            Box::pin(async move {
                memory::list(tx, ACME, filter, &Paging { limit: 2, after: None }).await
            })
        })
        .await
        .unwrap();
    let texts: Vec<_> = listed.items.iter().map(|memory| memory.text.as_str()).collect();
    assert_eq!(texts, ["Likes coffee, not tea.", "Mail: ada@example.com, state-of-the-art"]);
}

async fn nobody_finds_those_of_others(database: Database) {
    let store = start(&database).await;
    put(&store, new_memory("u1", "Likes tea.")).await.unwrap();
    put(&store, new_memory("u2", "Likes tea too.")).await.unwrap();
    let shared = Memory { owner: owner("shared", "p"), ..new_memory("u1", "The team likes tea.") };
    put(&store, shared).await.unwrap();
    assert_eq!(search(&store, &[owner("user", "u1")], "tea").await, ["Likes tea."]);
    assert!(search(&store, &[owner("project", "u1")], "tea").await.is_empty());
    assert!(search(&store, &[], "tea").await.is_empty());
    let both = [owner("user", "u2"), owner("shared", "p")];
    let mut found = search(&store, &both, "tea").await;
    found.sort();
    assert_eq!(found, ["Likes tea too.", "The team likes tea."]);
    // Who knows how owners are marked in the index gets no further.
    for marked in ["owner*", "tea owner*", "\"likes tea\" owner*"] {
        let found = search(&store, &[owner("user", "u1")], marked).await;
        assert!(found.iter().all(|text| text == "Likes tea."), "{found:?}");
    }
    // Nor who writes such a mark into a memory of their own.
    let mut bytes = Vec::new();
    for part in [ACME, "user", "u1"] {
        bytes.extend((part.len() as u64).to_le_bytes());
        bytes.extend(part.bytes());
    }
    let hash = proem_store::blob::hash(&bytes);
    let mark = format!("owner{}", hash.get(3..27).unwrap());
    put(&store, new_memory("u2", &format!("tea {mark}"))).await.unwrap();
    assert_eq!(
        search(&store, &[owner("user", "u1")], &format!("tea {mark}")).await,
        ["Likes tea."]
    );
    // However many others remember the same later, one's own is found.
    let many: Vec<_> =
        (0..1001).map(|_| Memory { created_at: NOW + 1, ..new_memory("u3", "tea") }).collect();
    store
        .write(many, |tx, many| {
            Box::pin(async move {
                for new in many {
                    memory::put(tx, ACME, new).await?;
                }
                Ok(())
            })
        })
        .await
        .unwrap();
    assert_eq!(search(&store, &[owner("user", "u1")], "tea").await, ["Likes tea."]);
    let forgotten = store
        .write(owner("user", "u1"), |tx, owner| Box::pin(memory::forget(tx, ACME, owner)))
        .await;
    assert_eq!(forgotten, Ok(1));
    assert_eq!(search(&store, &both, "tea").await.len(), 3);
}

async fn hostile_questions_are_only_questions(database: Database) {
    let store = start(&database).await;
    put(&store, new_memory("u1", "Likes tea.")).await.unwrap();
    let long = "word ".repeat(10_000);
    let wide = "x".repeat(100_000);
    for question in [
        "' OR 1=1 --",
        "\" AND \"",
        "NEAR(tea, 1)",
        "words:tea",
        "tea & !",
        "a:*",
        "(((",
        "*",
        "^tea",
        "{a b}",
        "\\",
        "tea\u{0}tea",
        "🌱",
        "\u{301}",
        &long,
        &wide,
    ] {
        search(&store, &[owner("user", "u1")], question).await;
    }
    put(&store, new_memory("u1", &long)).await.unwrap();
    put(&store, new_memory("u1", &wide)).await.unwrap();
}
