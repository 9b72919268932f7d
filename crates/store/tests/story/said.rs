//! What was said: found by its words in its own workspace, and gone with its session.

use std::sync::Arc;

use proem_store::found::{self, Found};
use proem_store::page::{Page, Paging};
use proem_store::said::{self, Speaker, Waiting};
use proem_store::session::{self, NewSession};
use proem_store::store::Store;
use proem_store::turn::{self, Place, Status};
use proem_store::words::Question;

use crate::database::Database;
use crate::session::acquire;
use crate::support::{ACME, NOW, begin_session, new_session, start};

crate::stories![
    found_by_what_was_said,
    a_page_after_the_other,
    a_turn_that_goes_on_is_indexed_anew,
    gone_with_its_session,
    nobody_finds_those_of_others,
];

/// Indexes all that waits: the user says the record, and the agent `Noted: `, then the record.
pub(crate) async fn index(store: &Arc<dyn Store>) {
    for turn in waiting(store).await {
        put(store, &turn).await;
    }
}

async fn waiting(store: &Arc<dyn Store>) -> Vec<Waiting> {
    store.read((), |tx, ()| Box::pin(said::waiting(tx, None, 100))).await.unwrap()
}

async fn put(store: &Arc<dyn Store>, turn: &Waiting) {
    let said = vec![
        (Speaker::User, turn.record.clone()),
        (Speaker::Agent, format!("Noted: {}", turn.record)),
        (Speaker::Agent, String::new()),
    ];
    let input = (turn.clone(), said);
    store.write(input, |tx, (turn, said)| Box::pin(said::put(tx, turn, said))).await.unwrap();
}

async fn say(store: &Arc<dyn Store>, session: &str, status: Status, text: &str) -> u32 {
    let lease = acquire(store, session, "a", NOW).await.unwrap();
    let place =
        Place { workspace: ACME.to_owned(), session: session.to_owned(), fence: lease.fence };
    let said = turn::NewTurn { ends_lease: true, ..crate::turn::turn(status, text) };
    store
        .write((place, said), |tx, (place, turn)| Box::pin(turn::commit(tx, place, turn, NOW)))
        .await
        .unwrap()
}

async fn begin(store: &Arc<dyn Store>, user: &str, texts: &[&str]) -> String {
    let new = NewSession { user: Some(user.to_owned()), ..new_session() };
    let session = begin_session(store, new).await.id;
    for text in texts {
        say(store, &session, Status::Done, text).await;
    }
    session
}

async fn search(
    store: &Arc<dyn Store>,
    workspace: &str,
    user: Option<&str>,
    question: &str,
    paging: Paging,
) -> Page<Found> {
    let user = user.map(str::to_owned);
    let input = (workspace.to_owned(), user, Question::read(question), paging);
    store
        .read(input, |tx, (workspace, user, question, paging)| {
            let of = (Some("support"), user.as_deref());
            Box::pin(found::sessions(tx, workspace, of, question, paging))
        })
        .await
        .unwrap()
}

/// The sessions that are found, with the turn, the speaker and the text.
async fn every(store: &Arc<dyn Store>, question: &str) -> Vec<(String, u32, Speaker, String)> {
    let page = search(store, ACME, None, question, Paging::default()).await;
    assert_eq!(page.next, None);
    let shown = |found: Found| (found.session.id, found.turn, found.speaker, found.text);
    page.items.into_iter().map(shown).collect()
}

async fn found_by_what_was_said(database: Database) {
    let store = start(&database).await;
    let tea = begin(&store, "u1", &["I like tea.", "My sister SARAH drinks coffee."]).await;
    let boat = begin(&store, "u2", &["We named a boat Sarah; it is my sister's."]).await;
    assert!(every(&store, "sarah").await.is_empty(), "nothing is indexed yet");
    assert_eq!(waiting(&store).await.len(), 3);
    index(&store).await;
    assert!(waiting(&store).await.is_empty());
    let ids = async |question: &str| {
        let mut ids: Vec<_> =
            every(&store, question).await.into_iter().map(|(id, ..)| id).collect();
        ids.sort();
        ids
    };
    let mut both = vec![tea.clone(), boat.clone()];
    both.sort();
    assert_eq!(ids("sarah").await, both);
    assert_eq!(ids("Sárah sister").await, both);
    // All words are in one text, and phrases are phrases.
    let only = std::slice::from_ref(&tea);
    assert_eq!(ids("sarah coffee").await, only);
    assert_eq!(ids("tea coffee").await, Vec::<String>::new());
    assert_eq!(ids("\"sister sarah\"").await, only);
    assert_eq!(ids("sarah -boat").await, only);
    assert_eq!(ids("cof*").await, only);
    assert_eq!(ids("-boat").await, Vec::<String>::new());
    assert_eq!(ids("\" ' ) OR *").await, Vec::<String>::new());
    let text = "Noted: My sister SARAH drinks coffee.".to_owned();
    assert_eq!(every(&store, "noted coffee").await, [(tea, 2, Speaker::Agent, text)]);
    let of = search(&store, ACME, Some("u2"), "sarah", Paging::default()).await;
    assert_eq!(of.items.into_iter().map(|found| found.session.id).collect::<Vec<_>>(), [boat]);
}

async fn a_page_after_the_other(database: Database) {
    let store = start(&database).await;
    let mut sessions = Vec::new();
    for at in 0..7 {
        // The index takes all of them for an answer; a phrase is in every second one.
        let text = if at % 2 == 0 { "green tea" } else { "tea, green" };
        sessions.push(begin(&store, "u1", &[text]).await);
    }
    index(&store).await;
    let mut paging = Paging { limit: 2, after: None };
    let mut found = Vec::new();
    loop {
        let page = search(&store, ACME, None, "\"green tea\"", paging.clone()).await;
        assert!(page.items.len() <= 2);
        found.extend(page.items.into_iter().map(|found| found.session.id));
        match page.next {
            Some(next) => paging.after = Some(next),
            None => break,
        }
    }
    found.sort();
    let mut expected: Vec<_> = sessions.into_iter().step_by(2).collect();
    expected.sort();
    assert_eq!(found, expected);
}

async fn a_turn_that_goes_on_is_indexed_anew(database: Database) {
    let store = start(&database).await;
    let session = begin(&store, "u1", &[]).await;
    say(&store, &session, Status::RequiresAction, "before").await;
    let stale = waiting(&store).await.remove(0);
    index(&store).await;
    assert_eq!(every(&store, "before").await.len(), 1);
    let lease = acquire(&store, &session, "a", NOW).await.unwrap();
    let place = Place { workspace: ACME.to_owned(), session: session.clone(), fence: lease.fence };
    let more = turn::NewTurn { resumes: Some(1), ..crate::turn::turn(Status::Done, "behind") };
    store
        .write((place, more), |tx, (place, turn)| Box::pin(turn::commit(tx, place, turn, NOW + 9)))
        .await
        .unwrap();
    // Whoever read the turn before it went on does not count.
    put(&store, &stale).await;
    assert_eq!(waiting(&store).await.len(), 1);
    index(&store).await;
    assert!(every(&store, "before").await.is_empty());
    assert_eq!(every(&store, "behind").await.len(), 1);
}

async fn gone_with_its_session(database: Database) {
    let store = start(&database).await;
    let session = begin(&store, "u1", &["xylophone", "trombone"]).await;
    let turn = waiting(&store).await.remove(0);
    index(&store).await;
    let delete = store.write(session, |tx, id| Box::pin(session::delete(tx, ACME, id)));
    delete.await.unwrap();
    // Nor does it come back by somebody who read it before.
    put(&store, &turn).await;
    assert!(every(&store, "xylophone").await.is_empty());
    for table in ["said", "said_index"] {
        let left = store
            .read(table.to_owned(), |tx, table| {
                Box::pin(async move {
                    let sql = format!("SELECT COUNT(*) FROM {table}");
                    let row = tx.row(sql, &[]).await?;
                    row.map(|mut row| row.int()).transpose()
                })
            })
            .await;
        assert_eq!(left, Ok(Some(0)), "{table}");
    }
}

async fn nobody_finds_those_of_others(database: Database) {
    let store = start(&database).await;
    begin(&store, "u1", &["a secret"]).await;
    index(&store).await;
    assert_eq!(every(&store, "secret").await.len(), 1);
    let elsewhere = search(&store, "other", None, "secret", Paging::default()).await;
    assert_eq!(elsewhere, Page { items: Vec::new(), next: None });
    // The word that stands for a workspace is not one that can be asked for.
    let marks = search(&store, ACME, None, "workspace*", Paging::default()).await;
    assert!(marks.items.is_empty());
    let other = store.read((), |tx, ()| Box::pin(said::waiting(tx, Some("other"), 10))).await;
    assert_eq!(other, Ok(Vec::new()));
}
