//! Prompts: versions without gaps, one of them active, lists and their pages.

use std::collections::BTreeSet;
use std::sync::Arc;

use proem_store::error::{Error, Result};
use proem_store::line::Line;
use proem_store::page::{Page, Paging};
use proem_store::prompt::{self, Filter, Prompt};
use proem_store::session;
use proem_store::store::Store;
use proem_store::turn::{self, Place, Status};
use proem_store::{log, version};

use crate::database::Database;
use crate::support::{
    ACME, NOW, begin_session, by, id, new_prompt, new_session, start, store_prompt,
};
use crate::turn::{call, release_of, turn};

crate::stories![
    a_version_is_read_as_it_was_stored,
    sixty_four_writers_leave_no_gap,
    a_stale_writer_is_told_the_current_version,
    two_activations_at_once_leave_one_active,
    one_is_active_also_without_a_phase,
    rollbacks_go_back_further,
    lists_filter,
    pages_make_up_the_list,
    a_page_of_another_list_is_refused,
    what_is_in_use_is_not_deleted,
    numbers_are_not_given_twice,
    what_is_served,
];

pub(crate) async fn list(
    store: &Arc<dyn Store>,
    filter: Filter,
    paging: Paging,
) -> Result<Page<Prompt>> {
    store
        .read((filter, paging), |tx, (filter, paging)| {
            Box::pin(prompt::list(tx, ACME, filter, paging))
        })
        .await
}

async fn activate(store: &Arc<dyn Store>, id: &str, expected: Option<u32>) -> Result<Prompt> {
    let input = (by(), id.to_owned(), expected);
    store
        .write(input, |tx, (by, id, expected)| Box::pin(prompt::activate(tx, by, id, *expected)))
        .await
}

async fn a_version_is_read_as_it_was_stored(database: Database) {
    let store = start(&database).await;
    let mut new = new_prompt("coach/get_to_know_you/late", "You meet {{ user_name }}. 🌱\n");
    new.allowed_actions = vec!["ask".to_owned()];
    new.description = "First \"words\"".to_owned();
    let stored = store_prompt(&store, new.clone()).await.unwrap();
    let expected = Prompt {
        id: new.id.clone(),
        agent: "support".to_owned(),
        name: "coach/get_to_know_you/late".to_owned(),
        prompt_type: "coach".to_owned(),
        phase: Some("get_to_know_you/late".to_owned()),
        version: 1,
        title: new.title.clone(),
        description: new.description.clone(),
        body: new.body.clone(),
        source: new.source.clone(),
        required_context_keys: vec!["user_name".to_owned()],
        allowed_actions: vec!["ask".to_owned()],
        is_active: true,
        labels: vec!["production".to_owned(), "latest".to_owned()],
        created_at: NOW,
        updated_at: NOW,
        author: "ada".to_owned(),
        note: String::new(),
        hash: new.hash.clone(),
    };
    assert_eq!(stored, expected);
    let node = database.open().await;
    let read = node.read(new.id.clone(), |tx, id| Box::pin(prompt::get(tx, ACME, id))).await;
    assert_eq!(read, Ok(expected.clone()));
    let found =
        node.read(new.line, |tx, line| Box::pin(prompt::labelled(tx, ACME, line, "latest"))).await;
    assert_eq!(found, Ok(expected));
    let taken = store_prompt(&store, new_prompt("coach/other", "x")).await.unwrap();
    let again = prompt::NewPrompt { id: taken.id, ..new_prompt("coach/other", "y") };
    assert!(matches!(store_prompt(&store, again).await, Err(Error::Exists { .. })));
}

async fn sixty_four_writers_leave_no_gap(database: Database) {
    let nodes = [start(&database).await, database.open().await];
    let writers = (0..64).map(|at| {
        let store = Arc::clone(&nodes[at % 2]);
        tokio::spawn(async move {
            store_prompt(&store, new_prompt("response/supportive", &format!("{at}"))).await
        })
    });
    let writers: Vec<_> = writers.collect();
    let mut versions = Vec::new();
    for writer in writers {
        versions.push(writer.await.unwrap().unwrap().version);
    }
    versions.sort_unstable();
    assert_eq!(versions, (1..=64).collect::<Vec<_>>());
    let active = Filter { is_active: Some(true), ..Filter::default() };
    let active = list(&nodes[0], active, Paging::default()).await.unwrap();
    assert_eq!(active.items.len(), 1);
    assert_eq!(active.items[0].version, 64);
}

async fn a_stale_writer_is_told_the_current_version(database: Database) {
    let store = start(&database).await;
    let with = |expected| prompt::NewPrompt { expected, ..new_prompt("sentinel", "x") };
    assert_eq!(store_prompt(&store, with(Some(0))).await.unwrap().version, 1);
    assert_eq!(store_prompt(&store, with(Some(0))).await, Err(Error::Conflict { current: 1 }));
    assert_eq!(store_prompt(&store, with(Some(7))).await, Err(Error::Conflict { current: 1 }));
    let second = store_prompt(&store, with(Some(1))).await.unwrap();
    assert_eq!(second.version, 2);
    let stale = activate(&store, &second.id, Some(1)).await;
    assert_eq!(stale, Err(Error::Conflict { current: 2 }));

    // Of many who have all seen the same version, one wins.
    let writers: Vec<_> = (0..16)
        .map(|_| {
            let (store, new) = (Arc::clone(&store), with(Some(2)));
            tokio::spawn(async move { store_prompt(&store, new).await })
        })
        .collect();
    let mut won = 0;
    for writer in writers {
        match writer.await.unwrap() {
            Ok(prompt) => {
                assert_eq!(prompt.version, 3);
                won += 1;
            }
            Err(error) => assert_eq!(error, Error::Conflict { current: 3 }),
        }
    }
    assert_eq!(won, 1);
}

async fn two_activations_at_once_leave_one_active(database: Database) {
    let nodes = [start(&database).await, database.open().await];
    let mut ids = Vec::new();
    for _ in 0..2 {
        let new = prompt::NewPrompt { activate: false, ..new_prompt("response/supportive", "x") };
        ids.push(store_prompt(&nodes[0], new).await.unwrap().id);
    }
    for _ in 0..20 {
        let (a, b) =
            tokio::join!(activate(&nodes[0], &ids[0], None), activate(&nodes[1], &ids[1], None));
        assert!(a.unwrap().is_active && b.unwrap().is_active);
        let filter = Filter { is_active: Some(true), ..Filter::default() };
        assert_eq!(list(&nodes[0], filter, Paging::default()).await.unwrap().items.len(), 1);
    }
}

async fn one_is_active_also_without_a_phase(database: Database) {
    let store = start(&database).await;
    for name in ["sentinel", "policy/crisis"] {
        let first = store_prompt(&store, new_prompt(name, "1")).await.unwrap();
        let second = store_prompt(&store, new_prompt(name, "2")).await.unwrap();
        assert_eq!(second.phase.is_none(), name == "sentinel");
        let found =
            store.read(second.line(), |tx, line| Box::pin(version::active(tx, ACME, line))).await;
        assert_eq!(found, Ok(Some(2)));
        let back = activate(&store, &first.id, Some(2)).await.unwrap();
        assert_eq!(back.labels, ["production"]);
        // The database itself refuses a second active version, and a second one of a number.
        for sql in [
            "UPDATE versions SET is_active = 1",
            "UPDATE versions SET version = 1 WHERE version = 2",
        ] {
            let refused =
                store.write(sql, |tx, sql| Box::pin(async move { tx.run(*sql, &[]).await })).await;
            assert!(matches!(refused, Err(Error::Exists { .. })), "{refused:?}");
        }
    }
    let off = store
        .write((by(), Line::prompt("support", "sentinel")), |tx, (by, line)| {
            Box::pin(version::deactivate(tx, by, line, Some(1)))
        })
        .await;
    assert_eq!(off, Ok(()));
    let filter = Filter {
        prompt_type: Some("sentinel".to_owned()),
        is_active: Some(true),
        ..Filter::default()
    };
    assert!(list(&store, filter, Paging::default()).await.unwrap().items.is_empty());
}

async fn rollbacks_go_back_further(database: Database) {
    let store = start(&database).await;
    let line = Line::prompt("support", "response/supportive");
    let back = || {
        store.write((by(), line.clone()), |tx, (by, line)| {
            Box::pin(async move { Ok(prompt::rollback(tx, by, line, None).await?.version) })
        })
    };
    let previous =
        || store.read(line.clone(), |tx, line| Box::pin(version::previous(tx, ACME, line)));
    let nothing = Error::Refused { why: "no other version was active before", by: Vec::new() };
    assert_eq!(previous().await, Ok(None));
    assert_eq!(back().await, Err(nothing.clone()));
    for body in ["1", "2", "3"] {
        store_prompt(&store, new_prompt("response/supportive", body)).await.unwrap();
    }
    assert_eq!(previous().await, Ok(Some(2)));
    assert_eq!(back().await, Ok(2));
    assert_eq!(previous().await, Ok(Some(1)));
    assert_eq!(back().await, Ok(1));
    assert_eq!(back().await, Err(nothing));
    store_prompt(&store, new_prompt("response/supportive", "4")).await.unwrap();
    assert_eq!(back().await, Ok(1));
    // Whoever switches it off by mistake gets it back.
    store
        .write((by(), line.clone()), |tx, (by, line)| {
            Box::pin(version::deactivate(tx, by, line, None))
        })
        .await
        .unwrap();
    assert_eq!(back().await, Ok(1));
    let paging = Paging { limit: 3, after: None };
    let moves = store
        .read((line.clone(), paging), |tx, (line, paging)| {
            Box::pin(log::list(tx, ACME, line, paging))
        })
        .await
        .unwrap();
    let moves: Vec<_> = moves.items.iter().map(|moved| (moved.how, moved.from, moved.to)).collect();
    assert_eq!(
        moves,
        [
            (log::How::Rollback, None, Some(1)),
            (log::How::Deactivate, Some(1), None),
            (log::How::Rollback, Some(4), Some(1)),
        ]
    );
}

async fn lists_filter(database: Database) {
    let store = start(&database).await;
    for (name, body) in [
        ("policy/crisis", "Stay with them."),
        ("policy/privacy", "Say NOTHING to others: 100%."),
        ("response/supportive", "Validate first."),
        ("response/supportive", "Validate at once."),
        ("sentinel", "Watch_."),
    ] {
        store_prompt(&store, new_prompt(name, body)).await.unwrap();
    }
    let found = async |filter: Filter| {
        let page = list(&store, filter, Paging::default()).await.unwrap();
        page.items.iter().map(|p| format!("{}@{}", p.name, p.version)).collect::<Vec<_>>()
    };
    let all = Filter::default;
    let text = |text: &str| Some(text.to_owned());
    let everything = [
        "policy/crisis@1",
        "policy/privacy@1",
        "response/supportive@1",
        "response/supportive@2",
        "sentinel@1",
    ];
    assert_eq!(found(all()).await, everything);
    assert_eq!(found(Filter { agent: text("support"), ..all() }).await, everything);
    assert!(found(Filter { agent: text("coach"), ..all() }).await.is_empty());
    assert_eq!(
        found(Filter { prompt_type: text("policy"), ..all() }).await,
        ["policy/crisis@1", "policy/privacy@1"]
    );
    assert_eq!(found(Filter { phase: Some(None), ..all() }).await, ["sentinel@1"]);
    assert_eq!(found(Filter { phase: Some(text("crisis")), ..all() }).await, ["policy/crisis@1"]);
    let production = ["policy/crisis@1", "policy/privacy@1", "response/supportive@2", "sentinel@1"];
    assert_eq!(found(Filter { is_active: Some(true), ..all() }).await, production);
    assert_eq!(found(Filter { label: text("production"), ..all() }).await, production);
    assert_eq!(found(Filter { label: text("latest"), ..all() }).await, production);
    assert!(found(Filter { label: text("staging"), ..all() }).await.is_empty());
    assert_eq!(found(Filter { is_active: Some(false), ..all() }).await, ["response/supportive@1"]);
    assert_eq!(found(Filter { q: text("nothing TO"), ..all() }).await, ["policy/privacy@1"]);
    assert_eq!(found(Filter { q: text("policy/cr"), ..all() }).await, ["policy/crisis@1"]);
    // What SQL takes for a pattern is text here.
    assert_eq!(found(Filter { q: text("%"), ..all() }).await, ["policy/privacy@1"]);
    assert_eq!(found(Filter { q: text("h_"), ..all() }).await, ["sentinel@1"]);
    assert!(found(Filter { q: text("'; DROP TABLE prompts"), ..all() }).await.is_empty());
}

async fn pages_make_up_the_list(database: Database) {
    let store = start(&database).await;
    for at in 0..23 {
        store_prompt(&store, new_prompt(&format!("block/{}", at % 7), &format!("{at}")))
            .await
            .unwrap();
    }
    let whole = list(&store, Filter::default(), Paging { limit: 500, after: None }).await.unwrap();
    assert_eq!((whole.items.len(), whole.next), (23, None));
    let (mut after, mut ids) = (None, Vec::new());
    loop {
        let page = list(&store, Filter::default(), Paging { limit: 5, after }).await.unwrap();
        ids.extend(page.items.into_iter().map(|prompt| prompt.id));
        // What is added in between may or may not be seen, but moves nothing else.
        let added = new_prompt(&format!("block/{}", ids.len() % 7), "between");
        store_prompt(&store, added).await.unwrap();
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    let once: BTreeSet<_> = ids.iter().collect();
    assert_eq!(once.len(), ids.len(), "an item came twice");
    for prompt in &whole.items {
        assert!(once.contains(&prompt.id), "{} was left out", prompt.name);
    }
}

async fn a_page_of_another_list_is_refused(database: Database) {
    let store = start(&database).await;
    // Nothing; odd; no hexadecimal digits; no JSON; too short; of other types.
    for after in ["", "5", "zz", "5b", "5b5d", "5b312c322c332c345d", "é"] {
        let paging = Paging { limit: 5, after: Some(after.to_owned()) };
        let refused = list(&store, Filter::default(), paging).await;
        assert!(matches!(refused, Err(Error::Invalid { what: "next", .. })), "{refused:?}");
    }
}

async fn what_is_in_use_is_not_deleted(database: Database) {
    let store = start(&database).await;
    let mut ids = Vec::new();
    for body in ["1", "2", "3", "4"] {
        ids.push(store_prompt(&store, new_prompt("response/supportive", body)).await.unwrap().id);
    }
    let line = Line::prompt("support", "response/supportive");
    let delete = async |id: &str| {
        let input = (by(), id.to_owned());
        store.write(input, |tx, (by, id)| Box::pin(prompt::delete(tx, by, id))).await
    };
    let in_use =
        |who: &str| Err(Error::Refused { why: "the version is in use", by: vec![who.to_owned()] });
    assert_eq!(delete(&ids[3]).await, in_use("it is active"));

    store
        .write((by(), line.clone()), |tx, (by, line)| {
            Box::pin(proem_store::label::put(tx, by, line, "staging", 2, None))
        })
        .await
        .unwrap();
    assert_eq!(delete(&ids[1]).await, in_use("label staging"));

    let session = begin_session(&store, new_session()).await;
    let made_from = release_of("b3:r", &[(line.clone(), 3)]);
    let input = (session.id.clone(), made_from);
    store
        .write(input, |tx, (session, release)| {
            Box::pin(async move {
                let lease = session::acquire(tx, ACME, session, "node", NOW, NOW + 1000).await?;
                let place = Place {
                    workspace: ACME.to_owned(),
                    session: session.clone(),
                    fence: lease.fence,
                };
                let mut turn = turn(Status::Done, "{}");
                turn.calls = vec![call(&release.hash, &["text"])];
                turn.releases = vec![release.clone()];
                turn::commit(tx, &place, &turn, NOW).await
            })
        })
        .await
        .unwrap();
    assert_eq!(delete(&ids[2]).await, in_use("release b3:r"));
    assert_eq!(delete(&ids[0]).await, Ok(()));
    let again = delete(&ids[0]).await;
    assert_eq!(again, Err(Error::NotFound { kind: "prompt", id: ids[0].clone() }));

    // When the conversation is erased, nothing was made from it any more.
    store.write(session.id, |tx, id| Box::pin(session::delete(tx, ACME, id))).await.unwrap();
    assert_eq!(delete(&ids[2]).await, Ok(()));
}

async fn numbers_are_not_given_twice(database: Database) {
    let store = start(&database).await;
    let inactive =
        || prompt::NewPrompt { activate: false, ..new_prompt("response/supportive", "x") };
    store_prompt(&store, inactive()).await.unwrap();
    let second = store_prompt(&store, inactive()).await.unwrap();
    store
        .write((by(), second.id), |tx, (by, id)| Box::pin(prompt::delete(tx, by, id)))
        .await
        .unwrap();
    assert_eq!(store_prompt(&store, inactive()).await.unwrap().version, 3);
    // What fails takes no number with it.
    let stale = prompt::NewPrompt { expected: Some(1), id: id(), ..inactive() };
    assert_eq!(store_prompt(&store, stale).await, Err(Error::Conflict { current: 3 }));
    assert_eq!(store_prompt(&store, inactive()).await.unwrap().version, 4);
}

async fn what_is_served(database: Database) {
    let store = start(&database).await;
    for body in ["1", "2", "3"] {
        store_prompt(&store, new_prompt("response/supportive", body)).await.unwrap();
    }
    store_prompt(&store, new_prompt("policy/crisis", "1")).await.unwrap();
    let line = Line::prompt("support", "response/supportive");
    store
        .write((by(), line), |tx, (by, line)| {
            Box::pin(proem_store::label::put(tx, by, line, "staging", 1, None))
        })
        .await
        .unwrap();
    let served =
        store.read((), |tx, ()| Box::pin(prompt::serving(tx, ACME, "support"))).await.unwrap();
    let served: Vec<_> = served
        .iter()
        .map(|prompt| format!("{}@{} {}", prompt.name, prompt.version, prompt.labels.join(" ")))
        .collect();
    assert_eq!(
        served,
        [
            "policy/crisis@1 production latest",
            "response/supportive@1 staging",
            "response/supportive@3 production latest",
        ]
    );
}
