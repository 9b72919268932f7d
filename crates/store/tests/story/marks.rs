//! Marks: whatever is changed is noted as what it is, where nobody else can change it.

use std::sync::Arc;

use proem_store::experiment::Unit;
use proem_store::marks::{Kind, Subject};
use proem_store::memory;
use proem_store::session;
use proem_store::store::Store;
use proem_store::turn::Status;
use proem_store::user;

use crate::database::Database;
use crate::experiment::{begin, expose, exposure, new_experiment, versions};
use crate::memory::{new_memory, put};
use crate::session::{acquire, patch, release, renew};
use crate::support::{ACME, NOW, begin_session, by, new_session, start};
use crate::turn::{commit, turn};
use crate::user::set;

crate::stories![every_change_is_noted_as_what_it_is];

/// What nothing here changes.
const OTHERS: [Subject<'static>; 4] = [
    (Kind::Session, ACME, "somebody else's"),
    (Kind::User, ACME, "somebody else"),
    (Kind::Exposures, ACME, "somebody else"),
    (Kind::Memories, "elsewhere", ""),
];

/// Makes a change, after which all of it is noted, and nothing else.
async fn notes<T>(
    store: &Arc<dyn Store>,
    subjects: &[Subject<'_>],
    change: impl Future<Output = T>,
) -> T {
    let marks = store.marks().unwrap();
    let of = |subjects: &[Subject<'_>]| -> Vec<u64> {
        subjects.iter().map(|subject| marks.of(&[*subject])).collect()
    };
    let (before, others, all) = (of(subjects), of(&OTHERS), marks.of_all());
    let came = change.await;
    for (at, count) in of(subjects).iter().enumerate() {
        assert_ne!(before[at], *count, "{:?}", subjects[at]);
    }
    assert_ne!(marks.of_all(), all, "{subjects:?}");
    assert_eq!(of(&OTHERS), others, "{subjects:?}");
    came
}

async fn every_change_is_noted_as_what_it_is(database: Database) {
    let store = start(&database).await;
    if database.file().is_none() {
        assert!(store.marks().is_none(), "another node changes what this one does not note");
        return;
    }
    let new = new_session();
    let id = new.id.clone();
    let (session, user) = ((Kind::Session, ACME, id.as_str()), (Kind::User, ACME, "u1"));
    let memories = (Kind::Memories, ACME, "");

    notes(&store, &[session], begin_session(&store, new)).await;
    let unchanged = session::Patch::default();
    notes(&store, &[session], patch(&store, &id, unchanged, None, NOW)).await.unwrap();
    let lease = notes(&store, &[session], acquire(&store, &id, "one", NOW)).await.unwrap();
    let lease = notes(&store, &[session], renew(&store, &id, &lease, NOW + 1)).await.unwrap();
    notes(&store, &[session], release(&store, &id, &lease)).await.unwrap();
    let lease = acquire(&store, &id, "two", NOW).await.unwrap();
    let turn = commit(&store, &id, lease.fence, turn(Status::Done, "{}"));
    notes(&store, &[session], turn).await.unwrap();
    let revoke = store.write(id.clone(), |tx, id| Box::pin(session::revoke(tx, ACME, id, NOW)));
    assert!(notes(&store, &[session], revoke).await.unwrap());

    notes(&store, &[user], set(&store, 1, None)).await.unwrap();

    let new = new_memory("u1", "Likes tea.");
    let kept = new.id.clone();
    notes(&store, &[memories], put(&store, new)).await.unwrap();
    let unchanged = store.write(kept.clone(), |tx, id| {
        Box::pin(
            async move { memory::patch(tx, ACME, id, &memory::Patch::default(), None, NOW).await },
        )
    });
    notes(&store, &[memories], unchanged).await.unwrap();
    let delete = store.write(kept, |tx, id| Box::pin(memory::delete(tx, ACME, id)));
    notes(&store, &[memories], delete).await.unwrap();
    let owner = new_memory("u1", "").owner;
    let forget = store.write(owner, |tx, owner| Box::pin(memory::forget(tx, ACME, owner)));
    notes(&store, &[memories], forget).await.unwrap();

    versions(&store).await;
    let experiment = begin(&store, new_experiment("tone", Unit::User)).await.unwrap();
    let seen = expose(&store, exposure(&experiment.id, "u1", "warm", &id));
    notes(&store, &[(Kind::Exposures, ACME, "u1")], seen).await.unwrap();

    let all = [session, user, memories, (Kind::Exposures, ACME, "u1")];
    let erase =
        store.write(by(), |tx, by| Box::pin(async move { user::erase(tx, by, "u1", "s").await }));
    notes(&store, &all, erase).await.unwrap();
}
