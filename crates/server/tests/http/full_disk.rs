//! A disk that is full when a turn is to be stored, and has room again.
//!
//! It takes a small disk of its own; where none can be mounted, nothing is tried and a word says so.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;
use tempfile::TempDir;

use crate::model::Model;
use crate::support::{Client, Service};

/// A disk of 8 MiB, as long as a test runs.
struct Disk(TempDir);

impl Disk {
    fn mount() -> Option<Self> {
        let folder = TempDir::new().unwrap();
        let mut command = Command::new("mount");
        command.args(["-t", "tmpfs", "-o", "size=8m", "proem"]).arg(folder.path());
        let mounted = command.stderr(Stdio::null()).status();
        mounted.is_ok_and(|status| status.success()).then(|| Self(folder))
    }

    /// Fills it to the last byte; the file that does.
    fn fill(&self) -> PathBuf {
        let path = self.0.path().join("filler");
        let mut file = File::create(&path).unwrap();
        let mut piece = vec![7; 1 << 16];
        while !piece.is_empty() {
            while file.write(&piece).is_ok_and(|written| written > 0) {}
            piece.truncate(piece.len() / 2);
        }
        path
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(self.0.path()).status();
    }
}

#[test]
fn a_session_is_free_as_soon_as_there_is_room() {
    when_there_is_room(|_, _| {});
}

#[test]
fn a_session_can_be_changed_as_soon_as_there_is_room() {
    when_there_is_room(|client, session| {
        client.patch(session, &json!({"meta": {"seen": true}})).json(200);
    });
}

/// A turn cannot be stored. Once it could be, something is done `first`, and it is asked for again.
fn when_there_is_room(first: impl Fn(&Client, &str)) {
    let Some(disk) = Disk::mount() else {
        println!("no disk can be mounted: left out");
        return;
    };
    let model = Model::new();
    let clerk = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/http/clerk");
    let db = disk.0.path().join("proem.db").display().to_string();
    let service = Service::with_model_on(&[&clerk], &model.address, db);
    let client = service.client();
    let id = client.post("sessions", &json!({})).json(201)["id"].as_str().unwrap().to_owned();
    let path = format!("sessions/{id}/turns");
    let asks = || {
        let (client, path) = (client.clone(), path.clone());
        thread::spawn(move || {
            let body = json!({"message": "Hello"});
            client.send("POST", &path, &[("idempotency-key", "one")], Some(&body))
        })
    };
    let answer = json!({"message": "Hello there.", "look_up": null}).to_string();
    let turn = asks();
    let question = model.question();
    let filler = disk.fill();
    // What the files of the database have in reserve is used up, first in large pieces and then in small ones.
    for length in [4_000, 1_000, 200] {
        let mut refused = 0;
        for n in 0..4_000 {
            let text = format!("{n} {}", "x".repeat(length));
            let body = json!({"owner": "ann", "text": text});
            refused = if client.post("memories", &body).status == 503 { refused + 1 } else { 0 };
            if refused == 5 {
                break;
            }
        }
        assert_eq!(refused, 5, "the disk is not full");
    }
    question.answer(&answer);
    assert_eq!(turn.join().unwrap().json(503)["code"], "store.unavailable");

    fs::remove_file(filler).unwrap();
    let began = Instant::now();
    first(&client, &format!("sessions/{id}"));
    let turn = asks();
    model.question().answer(&answer);
    assert_eq!(turn.join().unwrap().json(200)["n"], 1);
    // A lease lasts ten seconds.
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    assert_eq!(client.get(&path).json(200)["items"].as_array().unwrap().len(), 1);
}
