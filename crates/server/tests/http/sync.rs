//! `proem push`, `pull`, `log`, `activate` and `rollback`, against a server.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::json;
use tempfile::TempDir;

use crate::support::Service;

/// Runs the binary with the key of a service. Gives the exit code, and both streams without the service's
/// address.
fn proem(service: &Service, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_proem"));
    command.args(arguments).args(["--server", &format!("http://{}", service.address)]);
    let ran = command.env("PROEM_KEY", &service.key).output().unwrap();
    let text =
        |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace(&service.address, "SERVER");
    (ran.status.code().unwrap(), text(ran.stdout), text(ran.stderr))
}

fn fine(said: &str) -> (i32, String, String) {
    (0, said.to_owned(), String::new())
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
#[cfg(unix)]
fn a_file_that_cannot_be_read_is_not_taken_for_one_that_was_removed() {
    let service = Service::greeter();
    let folder = TempDir::new().unwrap();
    let dir = folder.path().join("mine");
    proem(&service, &["pull", text(&dir), "--agent", "greeter"]);
    let warm = dir.join("prompts/greeting/warm.md");
    fs::remove_file(&warm).unwrap();
    std::os::unix::fs::symlink("nowhere", &warm).unwrap();
    let (code, out, told) = proem(&service, &["push", text(&dir)]);
    assert_eq!((code, out.as_str()), (3, ""), "{told}");
    let why = "prompts/greeting/warm.md: this link leads nowhere, or back to itself";
    assert_eq!(told, format!("proem: {}: {why}\n", dir.display()));
}

#[test]
fn a_folder_is_pulled_changed_and_pushed() {
    let service = Service::greeter();
    let folder = TempDir::new().unwrap();
    let dir = folder.path().join("mine");
    let (code, pulled, told) = proem(&service, &["pull", text(&dir), "--agent", "greeter"]);
    assert_eq!((code, told.as_str()), (0, ""), "{pulled}");
    assert!(
        pulled.contains("pulled: agent.yaml\n")
            && pulled.contains("pulled: prompts/greeting/warm.md\n")
    );
    assert_eq!(proem(&service, &["pull", text(&dir)]), fine("nothing is new\n"));
    assert_eq!(proem(&service, &["push", text(&dir)]), fine("nothing is new\n"));

    let warm = dir.join("prompts/greeting/warm.md");
    fs::write(&warm, "---\ntitle: Warm\n---\nSay hello twice.\n").unwrap();
    let push = ["push", text(&dir), "--note", "twice is better"];
    assert_eq!(proem(&service, &push), fine("pushed: prompts/greeting/warm.md\n"));
    let active = "prompts?agent=greeter&prompt_type=greeting&phase=warm&is_active=true";
    let active = service.client().get(active).json(200)["items"][0].clone();
    assert_eq!((&active["version"], &active["body"]), (&json!(2), &json!("Say hello twice.\n")));
    assert_eq!(proem(&service, &push), fine("nothing is new\n"));

    // What is wrong is told, and not sent.
    fs::write(&warm, "---\ntitle: Warm\n---\nHello {{ nobody }}.\n").unwrap();
    let (code, out, told) = proem(&service, &push);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(
        told.starts_with("proem: the server refused (422) ") && told.contains("warm.md:4:"),
        "{told}"
    );
}

#[test]
fn what_changed_on_both_sides_is_shown_and_never_written_over() {
    let service = Service::greeter();
    let client = service.client();
    let folder = TempDir::new().unwrap();
    let dir = folder.path().join("mine");
    assert_eq!(proem(&service, &["pull", text(&dir), "--agent", "greeter"]).0, 0);
    let (warm, short) =
        (dir.join("prompts/greeting/warm.md"), dir.join("prompts/greeting/short.md"));
    let before = fs::read_to_string(&short).unwrap();
    fs::write(&warm, "Ours.\n").unwrap();
    for (phase, body) in [("warm", "Theirs.\n"), ("short", "Short.\n")] {
        client
            .post("prompts", &json!({"prompt_type": "greeting", "phase": phase, "body": body}))
            .json(201);
    }
    let advice = "proem: these files changed here (+) and on the server (-); nothing was written\n\
                  proem: `proem pull --conflicts keep` or `--conflicts take` says which side stands\n";
    let shown = "prompts/greeting/warm.md\n  - Theirs.\n  + Ours.\n";
    let conflict = (1, shown.to_owned(), advice.to_owned());
    assert_eq!(proem(&service, &["push", text(&dir)]), conflict);
    assert_eq!(proem(&service, &["pull", text(&dir)]), conflict);
    assert_eq!(fs::read_to_string(&warm).unwrap(), "Ours.\n");
    assert_eq!(fs::read_to_string(&short).unwrap(), before, "nothing at all was written");

    let keep = ["pull", text(&dir), "--conflicts", "keep"];
    assert_eq!(proem(&service, &keep), fine("pulled: prompts/greeting/short.md\n"));
    assert_eq!(fs::read_to_string(&warm).unwrap(), "Ours.\n");
    assert_eq!(proem(&service, &["push", text(&dir)]), fine("pushed: prompts/greeting/warm.md\n"));

    // What changed on the server alone comes first.
    client
        .post("prompts", &json!({"prompt_type": "greeting", "phase": "warm", "body": "Later.\n"}))
        .json(201);
    fs::write(&short, "Mine.\n").unwrap();
    assert_eq!(
        proem(&service, &["push", text(&dir)]),
        (
            1,
            String::new(),
            "proem: the server has changed prompts/greeting/warm.md: pull first\n".to_owned()
        )
    );
    assert_eq!(proem(&service, &["pull", text(&dir)]), fine("pulled: prompts/greeting/warm.md\n"));
    assert_eq!(fs::read_to_string(&warm).unwrap(), "Later.\n");
    assert_eq!(proem(&service, &["push", text(&dir)]), fine("pushed: prompts/greeting/short.md\n"));
}

#[test]
fn versions_are_activated_rolled_back_and_told() {
    let service = Service::greeter();
    let body =
        json!({"prompt_type": "greeting", "phase": "warm", "body": "Two.\n", "is_active": false});
    service.client().post("prompts", &body).json(201);
    let activate = ["activate", "greeting/warm", "2", "--note", "the second"];
    assert_eq!(proem(&service, &activate), fine("greeting/warm: version 2 is active\n"));
    assert_eq!(
        proem(&service, &["rollback", "greeting/warm"]),
        fine("greeting/warm: version 1 is active\n")
    );
    let (code, log, _) = proem(&service, &["log", "greeting/warm"]);
    let lines: Vec<_> = log.lines().map(|line| line.split_once("  ").unwrap().1).collect();
    assert_eq!(code, 0);
    assert_eq!(
        lines,
        [
            "rollback production  2 → 1  first  ",
            "activate production  1 → 2  first  the second",
            "activate production  - → 1  proem serve  imported from a folder",
        ]
    );
    let (code, _, told) = proem(&service, &["activate", "greeting/warm", "9"]);
    assert_eq!((code, told.as_str()), (1, "proem: greeting/warm of greeter has no version 9\n"));
}

#[test]
fn a_server_that_is_away_or_refuses_is_said_so() {
    let service = Service::greeter();
    let mut command = Command::new(env!("CARGO_BIN_EXE_proem"));
    let server = format!("http://{}", service.address);
    command.args(["log", "greeting/warm", "--server", &server]).env("PROEM_KEY", "proem_wrong");
    let ran = command.output().unwrap();
    assert_eq!(ran.status.code(), Some(2));
    assert!(
        String::from_utf8(ran.stderr)
            .unwrap()
            .starts_with("proem: the server refused (401) Who asks")
    );
    let mut command = Command::new(env!("CARGO_BIN_EXE_proem"));
    let ran = command.args(["log", "greeting/warm"]).env_remove("PROEM_KEY").output().unwrap();
    assert_eq!(
        (ran.status.code(), ran.stderr),
        (Some(2), b"proem: set PROEM_KEY to a key of the server\n".to_vec())
    );
    let mut command = Command::new(env!("CARGO_BIN_EXE_proem"));
    command.args(["log", "x/y", "--agent", "a", "--server", "http://127.0.0.1:1"]);
    let ran = command.env("PROEM_KEY", "proem_x").output().unwrap();
    assert_eq!(ran.status.code(), Some(3));
}

#[test]
fn files_that_are_no_text_are_named_and_nothing_is_sent() {
    let service = Service::greeter();
    let folder = TempDir::new().unwrap();
    let dir = folder.path().join("mine");
    proem(&service, &["pull", text(&dir), "--agent", "greeter"]);
    fs::create_dir_all(dir.join("cases")).unwrap();
    for file in ["cases/one.yaml", "prompts/greeting/warm.md"] {
        fs::write(dir.join(file), [0xff, 0xfe, 0x00]).unwrap();
    }
    let told = format!(
        "proem: {}: these files are no text, and only texts are pushed and pulled: \
         prompts/greeting/warm.md, cases/one.yaml\n",
        text(&dir)
    );
    for command in ["push", "pull"] {
        let (code, out, err) = proem(&service, &[command, text(&dir)]);
        assert_eq!((code, out.as_str(), err.as_str()), (3, "", told.as_str()));
    }
}
