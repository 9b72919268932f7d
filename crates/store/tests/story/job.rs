//! Jobs: leased, tried again, given up, done at least once and by one at a time.

use std::collections::BTreeMap;
use std::sync::Arc;

use proem_store::error::{Error, Result};
use proem_store::job::{self, Job, NewJob, Room, Status};
use proem_store::page::Paging;
use proem_store::store::Store;

use crate::database::Database;
use crate::support::{ACME, NOW, WITHOUT_3, WITHOUT_4, by, id, start};

crate::stories![
    taken_when_due,
    failed_and_given_up,
    nodes_share_them,
    lanes_take_turns,
    what_waited_before_has_a_lane
];

fn new_job(kind: &str, run_at: i64) -> NewJob {
    NewJob {
        id: id(),
        kind: kind.to_owned(),
        lane: String::new(),
        session: None,
        payload: "{\"url\":\"x\"}".to_owned(),
        run_at,
    }
}

async fn add(store: &Arc<dyn Store>, new: NewJob) -> bool {
    store.write(new, |tx, new| Box::pin(job::add(tx, ACME, new, NOW))).await.unwrap()
}

async fn take_with(store: &Arc<dyn Store>, kind: &str, now: i64, room: &Room) -> Vec<Job> {
    store
        .write((kind.to_owned(), now, room.clone()), |tx, (kind, now, room)| {
            Box::pin(job::take(tx, kind, "node", (*now, *now + 1000), room))
        })
        .await
        .unwrap()
}

async fn take(store: &Arc<dyn Store>, kind: &str, now: i64, limit: u32) -> Vec<Job> {
    take_with(store, kind, now, &Room { all: limit, each: limit, ..Room::default() }).await
}

async fn finish(store: &Arc<dyn Store>, job: Job) -> Result<()> {
    store.write(job, |tx, job| Box::pin(job::finish(tx, job))).await
}

async fn fail(store: &Arc<dyn Store>, job: Job, again: Option<i64>) -> Result<()> {
    store
        .write((job, again), |tx, (job, again)| {
            Box::pin(job::fail(tx, job, "503", *again, NOW + 1))
        })
        .await
}

async fn taken_when_due(database: Database) {
    let store = start(&database).await;
    let (late, soon, other) =
        (new_job("webhook", NOW + 10), new_job("webhook", NOW), new_job("background", NOW));
    for new in [&late, &soon, &other] {
        assert!(add(&store, new.clone()).await);
    }
    // What is there already is not added again.
    assert!(!add(&store, NewJob { payload: "other".to_owned(), ..soon.clone() }).await);
    assert!(take(&store, "", NOW + 99, 9).await.is_empty());
    assert!(take(&store, "webhook", NOW + 99, 0).await.is_empty());
    assert!(take(&store, "webhook", NOW - 1, 9).await.is_empty());
    let taken = take(&store, "background", NOW, 9).await;
    assert_eq!(taken.iter().map(|job| &job.id).collect::<Vec<_>>(), [&other.id]);
    let taken = take(&store, "webhook", NOW + 10, 1).await;
    let first = taken.into_iter().next().unwrap();
    assert_eq!((first.id.as_str(), first.attempts, first.fence), (soon.id.as_str(), 1, 1));
    assert_eq!((first.status, first.payload.as_str()), (Status::Running, "{\"url\":\"x\"}"));
    let taken = take(&store, "webhook", NOW + 10, 9).await;
    assert_eq!(taken.iter().map(|job| &job.id).collect::<Vec<_>>(), [&late.id]);
    assert_eq!(finish(&store, first.clone()).await, Ok(()));
    assert_eq!(finish(&store, first).await, Err(Error::Fenced));
    // Who lets the lease run out has lost the job.
    let again = take(&store, "webhook", NOW + 1010, 9).await;
    assert_eq!((again[0].attempts, again[0].fence), (2, 2));
    assert_eq!(finish(&store, taken[0].clone()).await, Err(Error::Fenced));
    let renewed =
        store.write(again[0].clone(), |tx, job| Box::pin(job::renew(tx, job, NOW + 9000))).await;
    assert_eq!(renewed, Ok(()));
    assert!(take(&store, "webhook", NOW + 8999, 9).await.is_empty());
    assert_eq!(finish(&store, again[0].clone()).await, Ok(()));
}

async fn failed_and_given_up(database: Database) {
    let store = start(&database).await;
    let new = new_job("webhook", NOW);
    add(&store, new.clone()).await;
    let first = take(&store, "webhook", NOW, 9).await.remove(0);
    assert_eq!(fail(&store, first.clone(), Some(NOW + 500)).await, Ok(()));
    assert_eq!(fail(&store, first, None).await, Err(Error::Fenced));
    assert!(take(&store, "webhook", NOW + 499, 9).await.is_empty());
    let second = take(&store, "webhook", NOW + 500, 9).await.remove(0);
    assert_eq!((second.attempts, second.error.as_deref()), (2, Some("503")));
    assert_eq!(fail(&store, second, None).await, Ok(()));
    assert!(take(&store, "webhook", NOW + 99_999, 9).await.is_empty());
    let listed = async |status: Option<Status>, kind: Option<&'static str>| {
        let page = store.read((status, kind), |tx, (status, kind)| {
            let paging = Paging::default();
            Box::pin(async move { job::list(tx, ACME, *status, *kind, &paging).await })
        });
        page.await.unwrap().items.into_iter().map(|job| job.id).collect::<Vec<_>>()
    };
    let counts = || store.read((), |tx, ()| Box::pin(job::counts(tx, ACME)));
    let waits = new_job("background", NOW);
    add(&store, waits.clone()).await;
    assert_eq!(listed(Some(Status::Dead), None).await, std::slice::from_ref(&new.id));
    assert_eq!(listed(None, Some("background")).await, std::slice::from_ref(&waits.id));
    assert_eq!(listed(None, None).await.len(), 2);
    assert!(listed(Some(Status::Running), None).await.is_empty());
    let counted = vec![
        ("background".to_owned(), Status::Waiting, 1),
        ("webhook".to_owned(), Status::Dead, 1),
    ];
    assert_eq!(counts().await, Ok(counted));
    let revive = |id: &str| {
        let input = (by(), id.to_owned());
        store.write(input, |tx, (by, id)| Box::pin(job::revive(tx, by, id)))
    };
    let revived = revive(&new.id).await.unwrap();
    assert_eq!((revived.status, revived.attempts, revived.run_at), (Status::Waiting, 0, NOW));
    let lively = Error::Refused { why: "the job was not given up", by: Vec::new() };
    assert_eq!(revive(&new.id).await, Err(lively));
    let missing = Error::NotFound { kind: "job", id: "nobody".to_owned() };
    assert_eq!(revive("nobody").await, Err(missing));
    let third = take(&store, "webhook", NOW + 7, 9).await.remove(0);
    assert_eq!(third.attempts, 1);
    // Who takes it off the queue takes it from whoever is at work on it.
    let delete = || {
        let input = (by(), new.id.clone());
        store.write(input, |tx, (by, id)| Box::pin(job::delete(tx, by, id)))
    };
    assert_eq!(delete().await, Ok(()));
    assert_eq!(delete().await, Err(Error::NotFound { kind: "job", id: new.id.clone() }));
    assert_eq!(finish(&store, third).await, Err(Error::Fenced));
}

async fn nodes_share_them(database: Database) {
    let nodes = [start(&database).await, database.open().await];
    for _ in 0..60 {
        add(&nodes[0], new_job("webhook", NOW)).await;
    }
    let tasks: Vec<_> = (0..8)
        .map(|at| {
            let store = Arc::clone(&nodes[at % 2]);
            tokio::spawn(async move {
                let mut mine = Vec::new();
                loop {
                    let taken = take(&store, "webhook", NOW, 3).await;
                    if taken.is_empty() {
                        return mine;
                    }
                    for job in taken {
                        mine.push(job.id.clone());
                        finish(&store, job).await.unwrap();
                    }
                }
            })
        })
        .collect();
    let mut all = Vec::new();
    for task in tasks {
        all.extend(task.await.unwrap());
    }
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 60);
}

async fn lanes_take_turns(database: Database) {
    let store = start(&database).await;
    // A lane with a long queue, and two behind it.
    for at in 0..20 {
        let lane = "slow".to_owned();
        add(&store, NewJob { lane, ..new_job("webhook", NOW + at) }).await;
    }
    for lane in ["quick", "other"] {
        for at in 20..23 {
            add(&store, NewJob { lane: lane.to_owned(), ..new_job("webhook", NOW + at) }).await;
        }
    }
    let now = NOW + 100;
    let lanes = |jobs: &[Job]| {
        let mut lanes = BTreeMap::new();
        for job in jobs {
            *lanes.entry(job.lane.clone()).or_insert(0) += 1;
        }
        lanes
    };
    let of = |counts: &[(&str, u32)]| -> BTreeMap<String, u32> {
        counts.iter().map(|(lane, count)| ((*lane).to_owned(), *count)).collect()
    };
    let room = Room { all: 4, each: 4, ..Room::default() };
    let first = take_with(&store, "webhook", now, &room).await;
    assert_eq!(lanes(&first), of(&[("slow", 2), ("quick", 1), ("other", 1)]));
    let oldest = first.iter().filter(|job| job.lane == "slow").map(|job| job.run_at);
    assert_eq!(oldest.collect::<Vec<_>>(), [NOW, NOW + 1]);
    // A lane that is full keeps nobody waiting.
    let room = Room { all: 40, each: 4, at_work: of(&[("slow", 4)]) };
    let second = take_with(&store, "webhook", now, &room).await;
    assert_eq!(lanes(&second), of(&[("quick", 2), ("other", 2)]));
    let room = Room { all: 40, each: 4, at_work: of(&[("slow", 3)]) };
    assert_eq!(lanes(&take_with(&store, "webhook", now, &room).await), of(&[("slow", 1)]));
}

async fn what_waited_before_has_a_lane(database: Database) {
    let store = start(&database).await;
    let hook = id();
    add(&store, NewJob { id: format!("{}.{hook}", id()), ..new_job("webhook", NOW) }).await;
    add(&store, new_job("background", NOW)).await;
    store.close().await;
    database.tamper(&[WITHOUT_4, WITHOUT_3].concat());
    let store = database.open().await;
    assert_eq!(take(&store, "webhook", NOW, 9).await.remove(0).lane, hook);
    assert_eq!(take(&store, "background", NOW, 9).await.remove(0).lane, "");
}
