//! What holds for whatever is done, in whatever order.
//!
//! A model in memory says what must come out; the store is asked the same. Each case has a workspace of
//! its own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use proem_store::audit::{self, Verdict};
use proem_store::error::Error;
use proem_store::line::Line;
use proem_store::page::{Page, Paging};
use proem_store::prompt::{self, Filter, NewPrompt, Prompt};
use proem_store::store::Store;
use proem_store::{label, version, workspace};
use proptest::prelude::*;
use proptest::test_runner::{TestCaseResult, TestRunner};

use crate::database::Database;
use crate::support::by_in;

crate::stories![
    management_is_what_the_model_says,
    pages_are_the_list,
    any_flip_of_the_record_is_found,
];

/// Runs a property on a node, each case in a new workspace.
fn hold<S: Strategy>(
    strategy: S,
    store: &Arc<dyn Store>,
    case: impl AsyncFn(&Arc<dyn Store>, &str, S::Value) -> TestCaseResult,
) {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let config = ProptestConfig { cases: 40, failure_persistence: None, ..Default::default() };
    let outcome = TestRunner::new(config).run(&strategy, |input| {
        let workspace = format!("w{}", NEXT.fetch_add(1, Ordering::Relaxed));
        let by = by_in(&workspace);
        tokio::task::block_in_place(|| {
            tokio::runtime::Handle::current().block_on(async {
                store.write(by, |tx, by| Box::pin(workspace::create(tx, by, "W"))).await.unwrap();
                case(store, &workspace, input).await
            })
        })
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

const NAMES: [&str; 3] = ["sentinel", "policy/crisis", "policy/privacy"];

fn line(name: usize) -> Line {
    Line::prompt("support", NAMES[name])
}

/// Something that is done to a line.
#[derive(Clone, Debug)]
enum Step {
    Create { activate: bool, expected: Option<u32> },
    Activate(u32),
    Deactivate,
    Rollback,
    Label(u32),
    Unlabel,
    Delete(u32),
}

fn step() -> impl Strategy<Value = (usize, Step)> {
    let version = 1..6_u32;
    let step = prop_oneof![
        4 => (any::<bool>(), proptest::option::weighted(0.3, 0..6_u32))
            .prop_map(|(activate, expected)| Step::Create { activate, expected }),
        3 => version.clone().prop_map(Step::Activate),
        1 => Just(Step::Deactivate),
        2 => Just(Step::Rollback),
        2 => version.clone().prop_map(Step::Label),
        1 => Just(Step::Unlabel),
        2 => version.prop_map(Step::Delete),
    ];
    (0..NAMES.len(), step)
}

/// What must be so.
#[derive(Clone, Debug, Default)]
struct Model {
    given: u32,
    there: BTreeSet<u32>,
    active: Option<u32>,
    labelled: Option<u32>,
    past: Vec<u32>,
}

impl Model {
    /// Does a step; whether it is allowed.
    fn take(&mut self, step: &Step) -> bool {
        match *step {
            Step::Create { activate, expected } => {
                if expected.is_some_and(|expected| expected != self.given) {
                    return false;
                }
                self.given += 1;
                self.there.insert(self.given);
                if activate {
                    self.activate(self.given);
                }
                true
            }
            Step::Activate(version) => {
                let allowed = self.there.contains(&version);
                if allowed {
                    self.activate(version);
                }
                allowed
            }
            Step::Deactivate => {
                self.active = None;
                true
            }
            Step::Rollback => {
                let mut past = self.past.clone();
                if past.last().copied() == self.active {
                    past.pop();
                }
                while let Some(last) = past.last().copied() {
                    if Some(last) != self.active && self.there.contains(&last) {
                        self.active = Some(last);
                        self.past = past;
                        return true;
                    }
                    past.pop();
                }
                false
            }
            Step::Label(version) => {
                let allowed = self.there.contains(&version);
                if allowed {
                    self.labelled = Some(version);
                }
                allowed
            }
            Step::Unlabel => self.labelled.take().is_some(),
            Step::Delete(version) => {
                let free = self.active != Some(version) && self.labelled != Some(version);
                free && self.there.remove(&version)
            }
        }
    }

    fn activate(&mut self, version: u32) {
        if self.active != Some(version) && self.past.last() != Some(&version) {
            self.past.push(version);
        }
        self.active = Some(version);
    }
}

async fn take(
    store: &Arc<dyn Store>,
    workspace: &str,
    at: usize,
    name: usize,
    step: Step,
) -> Result<(), Error> {
    store
        .write((by_in(workspace), at, step), move |tx, (by, at, step)| {
            Box::pin(async move {
                let line = line(name);
                match *step {
                    Step::Create { activate, expected } => {
                        let new = NewPrompt {
                            id: format!("id-{at}"),
                            line,
                            title: String::new(),
                            description: String::new(),
                            body: String::new(),
                            source: String::new(),
                            required_context_keys: Vec::new(),
                            allowed_actions: Vec::new(),
                            author: String::new(),
                            hash: String::new(),
                            activate,
                            expected,
                        };
                        prompt::create(tx, by, &new).await.map(|_| ())
                    }
                    Step::Activate(number) => version::activate(tx, by, &line, number, None).await,
                    Step::Deactivate => version::deactivate(tx, by, &line, None).await,
                    Step::Rollback => version::rollback(tx, by, &line, None).await.map(|_| ()),
                    Step::Label(number) => label::put(tx, by, &line, "staging", number, None).await,
                    Step::Unlabel => label::remove(tx, by, &line, "staging", None).await,
                    Step::Delete(number) => version::delete(tx, by, &line, number).await,
                }
            })
        })
        .await
}

/// Numbers have no gap, one version is active, labels are where they were put, rollbacks go back
/// through what was active, nothing in use is deleted, and the record tells all of it.
async fn management_is_what_the_model_says(database: Database) {
    let store = database.open().await;
    let steps = proptest::collection::vec(step(), 1..40);
    hold(steps, &store, async |store, workspace, steps| {
        let mut models: BTreeMap<usize, Model> = BTreeMap::new();
        let mut done = 1;
        for (at, (name, step)) in steps.into_iter().enumerate() {
            let allowed = models.entry(name).or_default().take(&step);
            let result = take(store, workspace, at, name, step.clone()).await;
            prop_assert_eq!(result.is_ok(), allowed, "{} {:?}: {:?}", at, step, result);
            done += u32::from(allowed);
        }
        for (name, model) in &models {
            let filter = Filter {
                prompt_type: Some(line(*name).prompt_type),
                phase: Some(line(*name).phase),
                ..Filter::default()
            };
            let page = list(store, workspace, filter, Paging { limit: 500, after: None }).await;
            let found: BTreeSet<u32> = page.items.iter().map(|p| p.version).collect();
            prop_assert_eq!(&found, &model.there);
            let having = |label: &str| {
                let mut all = page.items.iter().filter(|p| p.labels.iter().any(|l| l == label));
                (all.next().map(|p| p.version), all.count())
            };
            prop_assert_eq!(having("production"), (model.active, 0));
            prop_assert_eq!(having("staging"), (model.labelled, 0));
            prop_assert_eq!(having("latest"), (model.there.last().copied(), 0));
        }
        let verdict = verify(store, workspace).await;
        let whole = matches!(verdict, Verdict::Whole { rows, .. } if rows == done);
        prop_assert!(whole, "{:?} after {}", verdict, done);
        Ok(())
    });
}

/// Pages of any size, with anything added in between: nothing comes twice, and nothing that was there
/// at the beginning is left out.
async fn pages_are_the_list(database: Database) {
    let store = database.open().await;
    let strategy = (
        proptest::collection::vec(0..NAMES.len(), 0..25),
        proptest::collection::vec(1..7_u32, 1..5),
        proptest::collection::vec(0..NAMES.len(), 0..10),
    );
    hold(strategy, &store, async |store, workspace, (names, sizes, between)| {
        let create = Step::Create { activate: true, expected: None };
        for (at, name) in names.iter().enumerate() {
            take(store, workspace, at, *name, create.clone()).await.unwrap();
        }
        let mut between = between.into_iter().enumerate();
        let (mut after, mut seen) = (None, Vec::new());
        for limit in sizes.iter().cycle() {
            let paging = Paging { limit: *limit, after };
            let page = list(store, workspace, Filter::default(), paging).await;
            prop_assert!(page.items.len() <= *limit as usize);
            seen.extend(page.items.into_iter().map(|prompt| prompt.id));
            if let Some((at, name)) = between.next() {
                take(store, workspace, 1000 + at, name, create.clone()).await.unwrap();
            }
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        let once: BTreeSet<_> = seen.iter().cloned().collect();
        prop_assert_eq!(once.len(), seen.len());
        for at in 0..names.len() {
            let id = format!("id-{at}");
            prop_assert!(once.contains(&id), "{} was left out", id);
        }
        Ok(())
    });
}

/// Any change of any character of any row of the record is found.
async fn any_flip_of_the_record_is_found(database: Database) {
    let store = database.open().await;
    let strategy = (1..6_u32, 0..8_usize, any::<prop::sample::Index>(), "[a-z0-9]");
    hold(strategy, &store, async |store, workspace, (row, column, place, with)| {
        for at in 0..5 {
            let create = Step::Create { activate: true, expected: None };
            take(store, workspace, at, at % NAMES.len(), create).await.unwrap();
        }
        let columns = ["actor", "action", "kind", "subject", "before", "after", "note", "hash"];
        let input = (workspace.to_owned(), row, columns[column], place, with);
        let changed = store
            .write(input, |tx, (workspace, row, column, place, with)| {
                Box::pin(async move {
                    let of_row = "WHERE workspace = $1 AND epoch = $2";
                    let read = format!("SELECT {column} FROM audit {of_row}");
                    let found = tx.row(read, &[workspace.into(), (*row).into()]).await?;
                    let old = found.map_or(Ok(String::new()), |mut row| row.text())?;
                    let mut chars: Vec<_> = old.chars().collect();
                    match chars.len() {
                        0 => chars.extend(with.chars()),
                        length => chars[place.index(length)] = with.chars().next().unwrap(),
                    }
                    let new: String = chars.into_iter().collect();
                    let sql = format!("UPDATE audit SET {column} = $3 {of_row}");
                    tx.run(sql, &[workspace.into(), (*row).into(), (&new).into()]).await?;
                    Ok(new != old)
                })
            })
            .await
            .unwrap();
        let verdict = verify(store, workspace).await;
        let right = match (changed, &verdict) {
            (true, Verdict::Broken { epoch, .. }) => *epoch == row,
            (false, Verdict::Whole { rows, .. }) => *rows == 6,
            _ => false,
        };
        prop_assert!(right, "{:?}", verdict);
        Ok(())
    });
}

async fn verify(store: &Arc<dyn Store>, workspace: &str) -> Verdict {
    let workspace = workspace.to_owned();
    store.read(workspace, |tx, id| Box::pin(audit::verify(tx, id))).await.unwrap()
}

async fn list(
    store: &Arc<dyn Store>,
    workspace: &str,
    filter: Filter,
    paging: Paging,
) -> Page<Prompt> {
    store
        .read((workspace.to_owned(), filter, paging), |tx, (workspace, filter, paging)| {
            Box::pin(prompt::list(tx, workspace, filter, paging))
        })
        .await
        .unwrap()
}
