//! Experiments: arms over versions, weights through time, first exposures, and what came of it.

use std::sync::Arc;

use proem_store::error::{Error, Result};
use proem_store::experiment::{self, Arm, Experiment, NewExperiment, Unit};
use proem_store::exposure::{self, Exposed, Exposure, Outcome};
use proem_store::feedback::{self, Feedback};
use proem_store::line::Line;
use proem_store::session::NewSession;
use proem_store::store::Store;

use crate::database::Database;
use crate::support::{
    ACME, NOW, begin_session, by, id, new_prompt, new_session, start, store_prompt,
};

crate::stories![begun_reweighed_and_stopped, the_first_exposure_stands, what_came_of_it];

pub(crate) fn arms(weights: [u32; 2]) -> Vec<Arm> {
    let arm =
        |(name, version, weight): (&str, u32, u32)| Arm { name: name.to_owned(), version, weight };
    [("warm", 1, weights[0]), ("plain", 2, weights[1])].map(arm).to_vec()
}

pub(crate) fn new_experiment(name: &str, unit: Unit) -> NewExperiment {
    NewExperiment {
        id: id(),
        name: name.to_owned(),
        line: Line::prompt("support", "response/supportive"),
        unit,
        arms: arms([1, 1]),
    }
}

pub(crate) async fn begin(store: &Arc<dyn Store>, new: NewExperiment) -> Result<Experiment> {
    store.write((by(), new), |tx, (by, new)| Box::pin(experiment::create(tx, by, new))).await
}

pub(crate) async fn expose(store: &Arc<dyn Store>, new: Exposure) -> Result<Exposure> {
    store.write(new, |tx, new| Box::pin(exposure::expose(tx, ACME, new))).await
}

pub(crate) fn exposure(experiment: &str, unit: &str, arm: &str, session: &str) -> Exposure {
    Exposure {
        experiment: experiment.to_owned(),
        unit: unit.to_owned(),
        arm: arm.to_owned(),
        version: if arm == "warm" { 1 } else { 2 },
        weights: 1,
        session: session.to_owned(),
        turn: 1,
        at: NOW,
    }
}

pub(crate) async fn versions(store: &Arc<dyn Store>) {
    for body in ["1", "2"] {
        store_prompt(store, new_prompt("response/supportive", body)).await.unwrap();
    }
}

async fn begun_reweighed_and_stopped(database: Database) {
    let store = start(&database).await;
    versions(&store).await;
    let bad = [
        (Vec::new(), "there are none"),
        (arms([0, 0]), "all of them weigh nothing"),
        (vec![arms([1, 1])[0].clone(), arms([1, 1])[0].clone()], "two of them have the same name"),
    ];
    for (arms, why) in bad {
        let refused = begin(&store, NewExperiment { arms, ..new_experiment("tone", Unit::User) });
        assert_eq!(refused.await, Err(Error::Invalid { what: "arms", why }));
    }
    let absent = vec![Arm { version: 9, ..arms([1, 1])[0].clone() }];
    let refused =
        begin(&store, NewExperiment { arms: absent, ..new_experiment("tone", Unit::User) });
    assert!(matches!(refused.await, Err(Error::NotFound { .. })));
    let begun = begin(&store, new_experiment("tone", Unit::User)).await.unwrap();
    assert_eq!((begun.is_running, begun.version), (true, 1));
    let second = begin(&store, new_experiment("other", Unit::User)).await;
    assert!(matches!(second, Err(Error::Exists { .. })), "{second:?}");

    let reweigh = async |arms: Vec<Arm>, expected| {
        let input = (by(), begun.id.clone(), arms, expected);
        store
            .write(input, |tx, (by, id, arms, expected)| {
                Box::pin(experiment::reweigh(tx, by, id, arms, *expected))
            })
            .await
    };
    assert_eq!(reweigh(arms([1, 9]), Some(1)).await.unwrap().version, 2);
    assert_eq!(reweigh(arms([1, 9]), Some(1)).await, Err(Error::Conflict { current: 2 }));
    let mut other = arms([1, 1]);
    other[0].version = 2;
    assert!(matches!(reweigh(other, None).await, Err(Error::Invalid { .. })));
    let history = store
        .read(begun.id.clone(), |tx, id| Box::pin(experiment::weights(tx, ACME, id)))
        .await
        .unwrap();
    let history: Vec<_> = history.into_iter().map(|w| (w.version, w.arms)).collect();
    assert_eq!(history, [(1, arms([1, 1])), (2, arms([1, 9]))]);
    let stop = || {
        store.write((by(), begun.id.clone()), |tx, (by, id)| Box::pin(experiment::stop(tx, by, id)))
    };
    assert!(!stop().await.unwrap().is_running);
    let stopped = Error::Refused { why: "the experiment is stopped", by: Vec::new() };
    assert_eq!(stop().await, Err(stopped.clone()));
    assert_eq!(reweigh(arms([1, 1]), None).await, Err(stopped));
    // Its arms stay: its results are about them.
    let delete = store
        .write(by(), |tx, by| {
            Box::pin(async move {
                let line = Line::prompt("support", "response/supportive");
                proem_store::version::delete(tx, by, &line, 1).await
            })
        })
        .await;
    let why = "the version is in use";
    assert_eq!(delete, Err(Error::Refused { why, by: vec!["experiment tone".to_owned()] }));
    // Another one may run on the prompt now, by another name.
    assert!(begin(&store, new_experiment("other", Unit::Session)).await.is_ok());
}

async fn the_first_exposure_stands(database: Database) {
    let nodes = [start(&database).await, database.open().await];
    versions(&nodes[0]).await;
    let begun = begin(&nodes[0], new_experiment("tone", Unit::User)).await.unwrap();
    let tasks: Vec<_> = (0..16)
        .map(|at| {
            let store = Arc::clone(&nodes[at % 2]);
            let arm = if at % 3 == 0 { "warm" } else { "plain" };
            let new = exposure(&begun.id, "u1", arm, "s");
            tokio::spawn(async move { expose(&store, new).await.unwrap() })
        })
        .collect();
    let mut seen = Vec::new();
    for task in tasks {
        seen.push(task.await.unwrap());
    }
    seen.dedup();
    assert_eq!(seen.len(), 1, "{seen:?}");
    let all =
        nodes[1].read((), |tx, ()| Box::pin(exposure::exposures(tx, ACME, "u1"))).await.unwrap();
    assert_eq!(all, seen);
    let absent = expose(&nodes[0], exposure("absent", "u1", "warm", "s")).await;
    assert_eq!(absent, Err(Error::NotFound { kind: "experiment", id: "absent".to_owned() }));
}

async fn what_came_of_it(database: Database) {
    let store = start(&database).await;
    versions(&store).await;
    let begun = begin(&store, new_experiment("tone", Unit::User)).await.unwrap();
    for (user, arm, numbers) in [
        ("u1", "warm", &[1.0, 0.0][..]),
        ("u2", "warm", &[1.0]),
        ("u3", "plain", &[0.25]),
        ("u4", "plain", &[]),
    ] {
        let new = NewSession { user: Some(user.to_owned()), ..new_session() };
        let session = begin_session(&store, new).await.id;
        expose(&store, exposure(&begun.id, user, arm, &session)).await.unwrap();
        for (at, number) in numbers.iter().enumerate() {
            let given = Feedback {
                id: id(),
                session: session.clone(),
                turn: None,
                name: "helpful".to_owned(),
                number: Some(*number),
                comment: String::new(),
                actor: user.to_owned(),
                created_at: NOW + i64::try_from(at).unwrap(),
            };
            // What was said before the exposure says nothing about it.
            let early =
                Feedback { id: id(), number: Some(9.0), created_at: NOW - 1, ..given.clone() };
            let worded = Feedback { id: id(), number: None, ..given.clone() };
            for given in [given, early, worded] {
                store
                    .write(given, |tx, given| Box::pin(feedback::give(tx, ACME, given)))
                    .await
                    .unwrap();
            }
        }
    }
    let session = begin_session(&store, new_session()).await.id;
    let about = |session: &str, turn, number| Feedback {
        id: id(),
        session: session.to_owned(),
        turn,
        name: "helpful".to_owned(),
        number: Some(number),
        comment: String::new(),
        actor: "ada".to_owned(),
        created_at: NOW,
    };
    for (given, refused) in [
        (about(&session, Some(1), 1.0), Error::not_found("turn", "1")),
        (about(&session, Some(0), 1.0), Error::not_found("turn", "0")),
        (about("absent", None, 1.0), Error::not_found("session", "absent")),
        (
            about(&session, None, f64::NAN),
            Error::Invalid { what: "number", why: "it is not a finite number" },
        ),
    ] {
        let told = store.write(given, |tx, given| Box::pin(feedback::give(tx, ACME, given))).await;
        assert_eq!(told, Err(refused));
    }
    let exposed = store
        .read(begun.id.clone(), |tx, id| Box::pin(exposure::exposed(tx, ACME, id)))
        .await
        .unwrap();
    let units = |arm: &str| Exposed { arm: arm.to_owned(), weights: 1, units: 2 };
    assert_eq!(exposed, [units("plain"), units("warm")]);
    let outcomes =
        store.read(begun.id, |tx, id| Box::pin(exposure::outcomes(tx, ACME, id))).await.unwrap();
    let outcome = |arm: &str, units, sum, squares| Outcome {
        arm: arm.to_owned(),
        name: "helpful".to_owned(),
        units,
        sum,
        squares,
    };
    assert_eq!(outcomes, [outcome("plain", 1, 0.25, 0.0625), outcome("warm", 2, 1.5, 1.25)]);
}
