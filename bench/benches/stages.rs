//! Each stage of an assembly, and whole assemblies, on the common workload.
//!
//! It must never decide what a stage is: that is in `parts` and `ours`.
#![allow(missing_docs, reason = "what criterion's macros make has no documentation")]
#![allow(clippy::unwrap_used, reason = "a bench that cannot be set up has nothing to measure")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use proem::agent::source::RawFile;
use proem::check::compiled::Compiled;
use proem::turn::Verb;
use proem_bench::conversation::{Conversation, HISTORY, TURNS, conversation};
use proem_bench::folder::files;
use proem_bench::ours::{Running, arrival, body, open, stateless};
use proem_bench::workload::workload;
use proem_bench::{parts, prose};

fn stages(criterion: &mut Criterion) {
    let agent = open(files(&workload(1))).unwrap();
    let made = conversation(1, HISTORY, TURNS);
    let sent = body(&made, made.warm);
    let mut standing = Running::new(&made);
    standing.arrive(arrival(&made, 0));
    let values = made.values.first().unwrap();
    let names = ["core/identity", "policy/boundaries", "policy/privacy", "response/steady"];
    let names = || names.into_iter().chain(["approach/way_0", "task/reply"]);
    let render = |name| parts::render(&agent, name, values).unwrap();
    let rendered: Vec<_> = names().map(render).collect();
    let texts = || made.messages.iter().take(HISTORY).map(|said| said.content.as_str());
    let newest = || texts().skip(HISTORY - 2);

    let mut group = criterion.benchmark_group("stage");
    group.bench_function("gate and select", |b| b.iter(|| standing.choose(&agent)));
    group.bench_function("render six prompts", |b| {
        b.iter(|| names().map(render).map(|text| text.text.len()).sum::<usize>());
    });
    group.bench_function("fence six prompts", |b| {
        b.iter(|| rendered.iter().map(|text| parts::fence(&agent, text)).sum::<usize>());
    });
    group.bench_function("screen five rules", |b| b.iter(parts::kept_rules));
    group.bench_function("neutralise two messages", |b| {
        b.iter(|| parts::neutralise(&agent, newest()));
    });
    group.bench_function("neutralise 200 messages", |b| {
        b.iter(|| parts::neutralise(&agent, texts()));
    });
    group.bench_function("count two messages", |b| b.iter(|| parts::count(newest())));
    group.bench_function("count 200 messages", |b| b.iter(|| parts::count(texts())));
    let system = rendered.iter().map(|text| text.text.as_str()).collect::<Vec<_>>().join("\n\n");
    group.bench_function("count the system text", |b| b.iter(|| prose::size(&system)));
    group.bench_function("read a body with 200 messages", |b| b.iter(|| parts::parse(&sent)));
    let done = standing.assemble(&agent).unwrap();
    group.bench_function("format the payload", |b| b.iter_with_large_drop(|| done.write()));
    for (name, verb) in [("gather", Verb::Gather), ("compose", Verb::Compose), ("fit", Verb::Fit)] {
        group.bench_function(format!("{name}, in a running conversation"), |b| {
            b.iter_custom(|count| within(&agent, &made, verb, count));
        });
    }
    group.finish();
}

fn assemblies(criterion: &mut Criterion) {
    let workload = workload(1);
    let agent = open(files(&workload)).unwrap();
    let made = conversation(1, HISTORY, TURNS);
    let mut group = criterion.benchmark_group("assembly");
    group.bench_function("running conversation", |b| {
        b.iter_custom(|count| running(&agent, &made, count));
    });
    let mut standing = Running::new(&made);
    standing.arrive(arrival(&made, made.warm));
    let done = standing.assemble(&agent).unwrap();
    group.bench_function("nothing changed", |b| {
        b.iter_with_large_drop(|| standing.assemble(&agent).unwrap());
    });
    group.bench_function("manifest as JSON", |b| b.iter_with_large_drop(|| done.manifest()));
    let folder = files(&workload);
    group.bench_function("cold, from files", |b| {
        b.iter_custom(|count| (0..count).map(|_| cold(folder.clone(), &made)).sum());
    });
    let sent = body(&made, made.warm);
    group.bench_function("stateless, from the body", |b| {
        b.iter_with_large_drop(|| stateless(&agent, &sent).unwrap());
    });
    group.finish();
}

/// The time of `count` measured turns.
fn running(agent: &Compiled, made: &Conversation, count: u64) -> Duration {
    turns(made, count, |running, turn| {
        let news = arrival(made, turn);
        let begun = Instant::now();
        running.arrive(news);
        let done = running.assemble(agent).unwrap();
        let took = begun.elapsed();
        black_box(done);
        took
    })
}

/// The time that one verb takes in `count` measured turns: from when it begins until the next one does.
fn within(agent: &Compiled, made: &Conversation, wanted: Verb, count: u64) -> Duration {
    turns(made, count, |running, turn| {
        running.arrive(arrival(made, turn));
        let (mut begun, mut took) = (None, Duration::ZERO);
        let done = running.watched(agent, &mut |verb| {
            let now = Instant::now();
            took = begun.take().map_or(took, |begun| now - begun);
            begun = (verb == wanted).then_some(now);
        });
        black_box(done.unwrap());
        took
    })
}

/// Sums up what `turn` tells of `count` turns. Conversations are begun and warmed before theirs count.
fn turns(
    made: &Conversation,
    count: u64,
    mut turn: impl FnMut(&mut Running, usize) -> Duration,
) -> Duration {
    let mut time = Duration::ZERO;
    let mut left = count;
    while left > 0 {
        let mut running = Running::new(made);
        for at in 0..made.turns() {
            let took = turn(&mut running, at);
            if at >= made.warm && left > 0 {
                time += took;
                left -= 1;
            }
        }
    }
    time
}

/// The time from an agent's files to the first payload of a conversation.
fn cold(files: Vec<RawFile>, made: &Conversation) -> Duration {
    let news = arrival(made, 0);
    let mut running = Running::new(made);
    let begun = Instant::now();
    let agent = open(files).unwrap();
    running.arrive(news);
    let done = running.assemble(&agent).unwrap();
    let took = begun.elapsed();
    black_box(done);
    took
}

criterion_group!(benches, stages, assemblies);
criterion_main!(benches);
