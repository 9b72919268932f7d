//! Clients that ask at the same time.
//!
//! Owns two kinds of load: as much as they get answers for, and so many requests a second. Under the second a time
//! counts from when the request was due, so that a service that stands still is not let off. It must never
//! count an answer that is no success.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use proem_bench::statistics::percentile;

use super::client::Client;
use super::node::Node;

/// What one client sends: a path and a body, for each of its requests. They are made before anything is measured:
/// what a client takes of the cores is missing to the service.
pub(super) type Ask<'a> = &'a (dyn Fn(usize, usize) -> (&'a str, &'a [u8]) + Sync);

/// What came of it.
pub(super) struct Came {
    times: Vec<u64>,
    took: Duration,
}

impl Came {
    pub(super) fn a_second(&self) -> f64 {
        self.times.len() as f64 / self.took.as_secs_f64()
    }

    /// A line with the median and the 99th percentile.
    pub(super) fn told(&self) -> String {
        let ms = |permille| percentile(&self.times, permille) as f64 / 1e6;
        format!(
            "{:.0} a second, median {:.3} ms, p99 {:.3} ms, {} answers",
            self.a_second(),
            ms(500),
            ms(990),
            self.times.len()
        )
    }
}

/// As many requests as there are answers for: each client asks again when it was answered.
pub(super) fn closed(
    node: &Node,
    clients: usize,
    seconds: u64,
    ask: Ask<'_>,
) -> Result<Came, String> {
    let over = AtomicBool::new(false);
    let work = |client: usize| -> Result<Vec<u64>, String> {
        let mut connection = node.client()?;
        let mut times = Vec::new();
        for number in 0.. {
            let (path, body) = ask(client, number);
            let begun = Instant::now();
            success(&mut connection, path, body)?;
            times.push(nanoseconds(begun.elapsed()));
            if over.load(Ordering::Relaxed) {
                break;
            }
        }
        Ok(times)
    };
    together(clients, &work, || {
        thread::sleep(Duration::from_secs(seconds));
        over.store(true, Ordering::Relaxed);
    })
}

/// So many requests a second, spread over the clients.
pub(super) fn open(
    node: &Node,
    clients: usize,
    rate: usize,
    seconds: u64,
    ask: Ask<'_>,
) -> Result<Came, String> {
    let pause = Duration::from_secs_f64(clients as f64 / rate as f64);
    let work = |client: usize| -> Result<Vec<u64>, String> {
        let mut connection = node.client()?;
        let mut times = Vec::new();
        let first = Instant::now() + pause.mul_f64(client as f64 / clients as f64);
        for number in 0.. {
            let due = first + pause.mul_f64(number as f64);
            if due.saturating_duration_since(first).as_secs() >= seconds {
                break;
            }
            let (path, body) = ask(client, number);
            thread::sleep(due.saturating_duration_since(Instant::now()));
            success(&mut connection, path, body)?;
            times.push(nanoseconds(due.elapsed()));
        }
        Ok(times)
    };
    together(clients, &work, || {})
}

fn together(
    clients: usize,
    work: &(dyn Fn(usize) -> Result<Vec<u64>, String> + Sync),
    meanwhile: impl FnOnce(),
) -> Result<Came, String> {
    let begun = Instant::now();
    let results = thread::scope(|scope| {
        let threads: Vec<_> =
            (0..clients).map(|client| scope.spawn(move || work(client))).collect();
        meanwhile();
        let results = threads.into_iter().map(|thread| thread.join());
        results.collect::<Vec<_>>()
    });
    let took = begun.elapsed();
    let mut times = Vec::new();
    for result in results {
        times.extend(result.map_err(|_| "a client has ended")??);
    }
    Ok(Came { times, took })
}

fn success(client: &mut Client, path: &str, body: &[u8]) -> Result<(), String> {
    let reply = client.post(path, body)?;
    match reply.status {
        200..=299 => Ok(()),
        status => Err(format!("{path}: {status} {}", String::from_utf8_lossy(reply.body))),
    }
}

fn nanoseconds(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap_or(u64::MAX)
}
