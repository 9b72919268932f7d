//! How an assembly grows with the history and with the number of prompts, and how `check` grows with a
//! catalog.
#![allow(missing_docs, reason = "what criterion's macros make has no documentation")]
#![allow(clippy::unwrap_used, reason = "a bench that cannot be set up has nothing to measure")]

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use proem::check::compiled::Compiled;
use proem_bench::catalog::{Shape, catalog};
use proem_bench::conversation::{Conversation, HISTORY, conversation};
use proem_bench::folder::files;
use proem_bench::ours::{Running, arrival, checked, open};
use proem_bench::workload::workload;

const HISTORIES: [usize; 7] = [10, 30, 100, 300, 1_000, 3_000, 10_000];
const PROMPTS: [usize; 5] = [1, 10, 100, 1_000, 10_000];
const CATALOGS: [usize; 2] = [1_000, 10_000];

fn history(criterion: &mut Criterion) {
    let agent = open(files(&workload(1))).unwrap();
    let mut group = criterion.benchmark_group("messages of history");
    group.sample_size(20);
    for length in HISTORIES {
        let made = conversation(1, length, 1);
        group.bench_function(BenchmarkId::from_parameter(length), |b| {
            b.iter_batched_ref(
                || warm(&agent, &made),
                |(running, news)| {
                    running.arrive(news.take().unwrap());
                    running.assemble(&agent).unwrap()
                },
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

/// A conversation whose next turn is to be measured, and what that turn brings.
fn warm(agent: &Compiled, made: &Conversation) -> (Running, Option<proem_bench::ours::Arrival>) {
    let mut running = Running::new(made);
    for turn in 0..made.warm {
        running.arrive(arrival(made, turn));
        running.assemble(agent).unwrap();
    }
    (running, Some(arrival(made, made.warm)))
}

fn prompts(criterion: &mut Criterion) {
    let made = conversation(1, HISTORY, 1);
    let mut group = criterion.benchmark_group("prompts of a layer");
    group.sample_size(10);
    for count in PROMPTS {
        let folder = files(&workload(count));
        let agent = open(folder.clone()).unwrap();
        let (mut running, news) = warm(&agent, &made);
        running.arrive(news.unwrap());
        group.bench_function(BenchmarkId::new("assemble", count), |b| {
            b.iter_with_large_drop(|| running.assemble(&agent).unwrap());
        });
        group.bench_function(BenchmarkId::new("compile", count), |b| {
            b.iter_batched(
                || folder.clone(),
                |folder| open(folder).unwrap(),
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

/// All that `proem check` does, for catalogs of several shapes. Its growth is to be about linear.
fn check(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("check");
    group.sample_size(10);
    for shape in Shape::ALL {
        for count in CATALOGS {
            let made = catalog(shape, count);
            group.throughput(Throughput::Elements(count as u64));
            group.bench_function(BenchmarkId::new(shape.name(), count), |b| {
                b.iter_batched(
                    || made.clone(),
                    |files| checked(files).unwrap(),
                    BatchSize::PerIteration,
                );
            });
        }
    }
    group.finish();
}

criterion_group!(benches, history, prompts, check);
criterion_main!(benches);
