//! The trial of histories: two nodes on one PostgreSQL.
//!
//! Owns who asks which node for what, and the three promises that are held against what they recorded: one order
//! explains what management answered; what a node serves never goes back and is at most a second behind; no session
//! is served from before what it has seen. One clock is for all, because all clients are threads of this process.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};

use crate::chance::Chance;
use crate::client::Client;
use crate::cluster::Cluster;
use crate::history::{Op, State, What, explain};
use crate::service::{Ground, Service};
use crate::trouble::{Result, Trouble};

/// How long a client waits for an answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// How far behind a node may be.
const BEHIND: Duration = Duration::from_secs(1);

/// How long a version is active before the next one is made.
const PAUSE: Duration = Duration::from_millis(60);

/// Clients of management, alternately of the one node and the other.
const CLIENTS: u64 = 6;

/// What was tried.
#[derive(Clone, Copy, Debug, Default)]
pub struct Report {
    /// How many operations of management one order explains.
    pub explained: usize,
    /// How many assemblies were served while versions changed.
    pub served: usize,
    /// How many turns, alternately of both nodes.
    pub turns: usize,
    /// How many versions became active meanwhile.
    pub versions: usize,
    /// The longest time for which a node served a version after the next one was acknowledged.
    pub behind: Duration,
}

impl std::fmt::Display for Report {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            out,
            "{} operations explained by one order; {} versions became active, {} assemblies and {} turns never \
             went back; at most {} ms behind",
            self.explained,
            self.versions,
            self.served,
            self.turns,
            self.behind.as_millis()
        )
    }
}

/// Two nodes, and the server that they stand on.
struct Nodes {
    both: [Service; 2],
    begin: Instant,
    _cluster: Cluster,
}

impl Nodes {
    fn client(&self, number: u64) -> Client {
        let [one, other] = &self.both;
        if number.is_multiple_of(2) { one.client(PATIENCE) } else { other.client(PATIENCE) }
    }

    fn now(&self) -> u64 {
        u64::try_from(self.begin.elapsed().as_nanos()).unwrap_or(u64::MAX)
    }
}

/// Records histories, each client of management asking this often, and changing versions as often while they are
/// served.
///
/// # Errors
///
/// [`Trouble::Broken`] with what no order explains, and what went back; [`Trouble::Setup`].
pub fn run(times: u32, seed: u64) -> Result<Report> {
    let missing = || Trouble::Setup("PostgreSQL is not installed".to_owned());
    let cluster = Cluster::start().ok_or_else(missing)?;
    let mut ground = Ground::new(cluster.url("postgres"))?;
    let one = Service::start(&mut ground)?;
    let other = Service::start(&mut ground)?;
    let nodes = Nodes { both: [one, other], begin: Instant::now(), _cluster: cluster };
    let mut report = Report::default();
    manage(&nodes, times, seed, &mut report)?;
    serve(&nodes, times, &mut report)?;
    Ok(report)
}

/// Management: all clients write and read the one prompt.
fn manage(nodes: &Nodes, times: u32, seed: u64, report: &mut Report) -> Result<()> {
    let newest = AtomicU32::new(1);
    let recorded = Mutex::new((Vec::new(), Vec::new()));
    std::thread::scope(|scope| {
        for number in 0..CLIENTS {
            let (newest, recorded) = (&newest, &recorded);
            scope.spawn(move || {
                let mut dice = Chance::new(seed, number);
                let mut client = nodes.client(number);
                for _ in 0..times {
                    let asked = nodes.now();
                    let known = newest.load(Ordering::Relaxed);
                    let what = one(&mut client, &mut dice, known);
                    let answered = nodes.now();
                    let mut recorded = recorded.lock().unwrap_or_else(|lost| lost.into_inner());
                    match what {
                        Ok(what) => {
                            if let What::Create { version, .. }
                            | What::Follow { answer: Ok(version), .. } = what
                            {
                                newest.fetch_max(version, Ordering::Relaxed);
                            }
                            recorded.0.push(Op { asked, answered, what });
                        }
                        Err(why) => recorded.1.push(why),
                    }
                }
            });
        }
    });
    let (history, wrong) = recorded.into_inner().unwrap_or_else(|lost| lost.into_inner());
    Trouble::unless_fine(wrong)?;
    let begin = State { newest: 1, active: 1 };
    match explain(begin, &history) {
        Ok(order) => report.explained = order.len(),
        Err(why) => {
            let (part, all) = (why.order.len(), history.len());
            return Err(Trouble::Broken(vec![format!(
                "`histories --seed {seed}`: no order explains more than {part} of {all} operations; then the state \
                 is {:?}, and none of these fits: {:?}",
                why.state, why.stuck
            )]));
        }
    }
    Ok(())
}

/// One operation. Nothing else may be answered than what the model knows.
fn one(client: &mut Client, dice: &mut Chance, known: u32) -> std::result::Result<What, String> {
    let version =
        |body: &Json| body["version"].as_u64().and_then(|number| u32::try_from(number).ok());
    let mut ask = |method: &str, path: &str, body: Option<&Json>| {
        let reply = client.ask(method, path, None, body).map_err(|error| error.to_string())?;
        Ok::<_, String>((reply.status, reply.json(), reply.body))
    };
    let new = |more: &Json| {
        let mut body =
            json!({"prompt_type": "tone", "phase": "plain", "title": "Plain", "body": "Say it.\n"});
        if let (Some(body), Some(more)) = (body.as_object_mut(), more.as_object()) {
            body.extend(more.clone());
        }
        body
    };
    let line = "agent=diary&prompt_type=tone&phase=plain";
    match dice.below(5) {
        0 => {
            let active = dice.one_in(2);
            match ask("POST", "prompts", Some(&new(&json!({"is_active": active}))))? {
                (201, made, _) if version(&made).is_some() => {
                    Ok(What::Create { version: version(&made).unwrap_or(0), active })
                }
                (status, _, said) => Err(format!("a version was answered {status}: {said}")),
            }
        }
        1 => match ask("POST", "prompts", Some(&new(&json!({"expected_version": known}))))? {
            (201, made, _) => Ok(What::Follow { known, answer: Ok(version(&made).unwrap_or(0)) }),
            (409, said, _) if said["code"] == "version.conflict" => {
                let current =
                    said["current"].as_u64().and_then(|number| u32::try_from(number).ok());
                Ok(What::Follow { known, answer: Err(current.unwrap_or(0)) })
            }
            (status, _, said) => Err(format!("a version was answered {status}: {said}")),
        },
        2 => {
            let some = u64::from(known);
            let number = u32::try_from(dice.below(some) + 1).unwrap_or(1);
            let (_, list, _) = ask("GET", &format!("prompts?{line}&limit=500"), None)?;
            let items = list["items"].as_array().cloned().unwrap_or_default();
            let found = items.iter().find(|item| version(item) == Some(number));
            let id = found.and_then(|item| item["id"].as_str()).ok_or("a version is not listed")?;
            match ask("POST", &format!("prompts/{id}/activate"), Some(&json!({})))? {
                (200, ..) => Ok(What::Activate { version: number }),
                (status, _, said) => Err(format!("an activation was answered {status}: {said}")),
            }
        }
        _ => {
            let (_, list, said) = ask("GET", &format!("prompts?{line}&is_active=true"), None)?;
            match list["items"].as_array().map(Vec::as_slice) {
                Some([active]) => Ok(What::Read { active: version(active).unwrap_or(0) }),
                _ => Err(format!("not one version is active: {said}")),
            }
        }
    }
}

/// A version that was seen, and when.
#[derive(Clone, Copy)]
struct Seen {
    asked: u64,
    answered: u64,
    version: u32,
}

/// Serving: one writer makes version after version active, alternately on both nodes; what is served is watched.
fn serve(nodes: &Nodes, times: u32, report: &mut Report) -> Result<()> {
    let over = AtomicBool::new(false);
    let over = &over;
    let (written, watched, talked) = std::thread::scope(|scope| {
        let watchers = [0, 1].map(|node| scope.spawn(move || watch(nodes, node, over)));
        let talkers = [0, 1].map(|number| scope.spawn(move || talk(nodes, number, over)));
        let written = write(nodes, times);
        // Everybody has the time to see the last one.
        std::thread::sleep(BEHIND);
        over.store(true, Ordering::Relaxed);
        let join = |one: std::thread::ScopedJoinHandle<'_, Watched>| {
            one.join().unwrap_or_else(|_| Err("a watcher broke off".to_owned()))
        };
        (written, watchers.map(join), talkers.map(join))
    });
    let mut broken = Vec::new();
    let (written, hopped) = written.unwrap_or_else(|why| {
        broken.push(why);
        (Vec::new(), Vec::new())
    });
    report.versions = written.len();
    let nodes = ["the one node", "the other node"].into_iter().zip(watched);
    let sessions = ["the one session", "the other session"].into_iter().zip(talked);
    let sessions = sessions.chain([("the writer's session", Ok(hopped))]);
    let both = nodes.map(|one| (one, true)).chain(sessions.map(|one| (one, false)));
    for ((who, seen), bounded) in both {
        let seen = match seen {
            Ok(seen) => seen,
            Err(why) => {
                broken.push(format!("{who}: {why}"));
                continue;
            }
        };
        if bounded {
            report.served += seen.len();
            let behind = behind(&written, &seen);
            report.behind = report.behind.max(behind);
            if behind > BEHIND {
                broken.push(format!("{who} was {} ms behind", behind.as_millis()));
            }
        } else {
            report.turns += seen.len();
        }
        for (before, after) in seen.iter().zip(seen.iter().skip(1)) {
            if after.version < before.version {
                broken
                    .push(format!("{who} went back from {} to {}", before.version, after.version));
            }
        }
    }
    Trouble::unless_fine(broken)
}

type Watched = std::result::Result<Vec<Seen>, String>;

/// For how long a version was served after the next one was acknowledged, at most.
fn behind(written: &[Seen], seen: &[Seen]) -> Duration {
    let late = seen.iter().filter_map(|seen| {
        // The first version that it should have had, and was acknowledged before it was asked.
        let missed = written.iter().find(|made| made.version > seen.version)?;
        seen.asked.checked_sub(missed.answered)
    });
    Duration::from_nanos(late.max().unwrap_or(0))
}

/// Makes versions. Behind each one a session goes on at the node that made it, and at once at the other one, which
/// may not have heard of it.
fn write(nodes: &Nodes, times: u32) -> std::result::Result<(Vec<Seen>, Vec<Seen>), String> {
    let mut clients = [nodes.client(0), nodes.client(1)];
    let (mut written, mut talked) = (Vec::new(), Vec::new());
    let session = session(&mut nodes.client(0))?;
    for number in 0..times {
        clients.reverse();
        let [client, other] = &mut clients;
        let body = json!({
            "prompt_type": "opening", "title": "Opening", "body": format!("Begin with {number}.\n"),
        });
        let asked = nodes.now();
        let made = told(client, "POST", "prompts", Some(&body))?;
        let version = made["version"].as_u64().and_then(|number| u32::try_from(number).ok());
        let version = version.ok_or_else(|| format!("a version without a number: {made}"))?;
        written.push(Seen { asked, answered: nodes.now(), version });
        let hopped = told(client, "POST", &format!("sessions/{session}/turns"), Some(&said()))?;
        let answered = nodes.now();
        talked.push(turn(nodes, other, &session)?);
        // The turn before it has seen what was written before it.
        if hopped["n"].as_u64().is_some() {
            talked.insert(talked.len() - 1, Seen { asked, answered, version });
        }
        std::thread::sleep(PAUSE);
    }
    Ok((written, talked))
}

fn watch(nodes: &Nodes, node: u64, over: &AtomicBool) -> Watched {
    let (mut client, mut seen) = (nodes.client(node), Vec::new());
    let body = json!({"message": "How was it?", "include": ["manifest"]});
    while !over.load(Ordering::Relaxed) {
        let asked = nodes.now();
        let reply = client
            .ask("POST", "agents/diary/assemble", None, Some(&body))
            .map_err(|why| why.to_string())?;
        let version = opening(&reply.json()["manifest"])
            .ok_or_else(|| format!("an assembly was answered {}: {}", reply.status, reply.body))?;
        seen.push(Seen { asked, answered: nodes.now(), version });
        std::thread::sleep(Duration::from_millis(5));
    }
    Ok(seen)
}

/// A session whose turns are run by the one node and the other, in turn.
fn talk(nodes: &Nodes, number: u64, over: &AtomicBool) -> Watched {
    let mut clients = [nodes.client(number), nodes.client(number + 1)];
    let mut seen = Vec::new();
    let session = session(&mut nodes.client(number))?;
    while !over.load(Ordering::Relaxed) {
        clients.reverse();
        for client in clients.iter_mut().take(1) {
            seen.push(turn(nodes, client, &session)?);
        }
    }
    Ok(seen)
}

fn session(client: &mut Client) -> std::result::Result<String, String> {
    let made = told(client, "POST", "sessions", Some(&json!({"agent": "diary"})))?;
    made["id"].as_str().map(str::to_owned).ok_or_else(|| format!("a session without an id: {made}"))
}

/// A turn, and the version that it was served.
fn turn(nodes: &Nodes, client: &mut Client, session: &str) -> std::result::Result<Seen, String> {
    let asked = nodes.now();
    let path = format!("sessions/{session}/turns");
    let ran = told(client, "POST", &path, Some(&said()))?;
    let answered = nodes.now();
    let stored = told(client, "GET", &format!("{path}/{}", ran["n"]), None)?;
    let version = opening(&stored["calls"][0]["manifest"]);
    let version = version.ok_or_else(|| format!("no version in the manifest of {stored}"))?;
    Ok(Seen { asked, answered, version })
}

fn said() -> Json {
    json!({"message": "It rained.", "wait": true})
}

/// The body of an answer that is fine.
fn told(
    client: &mut Client,
    method: &str,
    path: &str,
    body: Option<&Json>,
) -> std::result::Result<Json, String> {
    let reply = client.ask(method, path, None, body).map_err(|why| why.to_string())?;
    match reply.status {
        200 | 201 => Ok(reply.json()),
        status => Err(format!("{path} was answered {status}: {}", reply.body)),
    }
}

/// The version of the prompt that is changed, as a manifest tells it.
fn opening(manifest: &Json) -> Option<u32> {
    let layer = manifest["layers"].as_array()?.iter().find(|layer| layer["id"] == "opening")?;
    layer["prompts"][0]["version"].as_u64().and_then(|number| u32::try_from(number).ok())
}
