//! Folders that are served as they are: saved, broken, mended, and never a version.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value as Json, json};
use tempfile::TempDir;

use crate::support::{Client, Service};

/// A copy of the smallest agent.
fn copy() -> (TempDir, PathBuf) {
    fn walk(from: &Path, to: &Path) {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            let to = to.join(entry.file_name());
            match entry.file_type().unwrap().is_dir() {
                true => walk(&entry.path(), &to),
                false => drop(fs::copy(entry.path(), to).unwrap()),
            }
        }
    }
    let folder = TempDir::new().unwrap();
    let root = folder.path().join("greeter");
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/http/greeter"), &root);
    (folder, root)
}

/// What `proem serve` comes to that ends by itself: the exit code, and both streams.
fn served(root: &Path) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_proem"));
    command.arg("serve").arg(root).args(["--listen", "127.0.0.1:0", "--db"]);
    let ran = command.arg(root.join("../proem.db")).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (ran.status.code().unwrap(), text(ran.stdout), text(ran.stderr))
}

#[test]
#[cfg(unix)]
fn a_folder_with_a_file_that_cannot_be_read_is_not_taken() {
    let (folder, root) = copy();
    let outside = folder.path().join("outside");
    fs::write(&outside, "title: Outside\nturns: []\n").unwrap();
    std::os::unix::fs::symlink(&outside, root.join("cases/elsewhere.yaml")).unwrap();
    std::os::unix::fs::symlink("nowhere", root.join("prompts/greeting/warm2.md")).unwrap();
    let (code, told, complaints) = served(&root);
    assert_eq!(code, 1, "{told}{complaints}");
    assert!(complaints.ends_with("greeter was not taken\n"), "{complaints}");
    for finding in ["error[file.outside]", "error[file.unreadable]"] {
        assert_eq!(told.matches(finding).count(), 1, "{told}");
    }
    assert!(!told.contains("prompt.empty"), "{told}");
    assert!(told.contains("cases/elsewhere.yaml") && told.contains("warm2.md"), "{told}");
}

#[test]
fn warnings_of_a_folder_that_is_taken_are_told() {
    let (_folder, root) = copy();
    let said = root.join("prompts/greeting/unused.md");
    fs::write(&said, "---\ntitle: Unused\n---\nNobody says this.\n").unwrap();
    let service = Service::of(&[&root]);
    let told = &service.before;
    assert!(told.contains("warning[prompt.unused]"), "{told}");
    assert!(told.contains("greeter: "), "{told}");
}

fn assembled(client: &Client) -> Json {
    client.post("agents/greeter/assemble", &json!({"message": "Hello"})).json(200)
}

fn codes(client: &Client) -> Vec<String> {
    let found = client.get("agents/greeter").json(200);
    let findings = found["findings"].as_array().unwrap().iter();
    let errors = findings.filter(|finding| finding["severity"] == "error");
    errors.map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_save_is_served_and_a_broken_one_leaves_the_last_good_one() {
    let (_folder, root) = copy();
    let mut service = Service::watching(&root);
    let client = service.client();
    let first = assembled(&client);
    assert_eq!(first["development"], true);
    let warm = root.join("prompts/greeting/warm.md");
    fs::write(&warm, "---\ntitle: Warm\n---\nGreet them like an old friend.\n").unwrap();
    service.prints("greeter: served from");
    let second = assembled(&client);
    assert!(second["payload"].to_string().contains("old friend"), "{second}");
    assert_ne!(first["release"], second["release"]);

    // A prompt that cannot be read, then an agent that cannot.
    fs::write(&warm, "---\ntitle: Warm\n---\nGreet {{ nobody }.\n").unwrap();
    let told = service.prints("is broken; what was served before stays");
    assert!(told.contains("warm.md:4"), "{told}");
    assert_eq!(assembled(&client)["payload"], second["payload"]);
    assert!(!codes(&client).is_empty());
    let whole = fs::read_to_string(root.join("agent.yaml")).unwrap();
    fs::write(root.join("agent.yaml"), "agent: [").unwrap();
    service.prints("greeter: ");
    assert_eq!(assembled(&client)["payload"], second["payload"]);
    assert!(!codes(&client).is_empty());

    fs::write(root.join("agent.yaml"), whole).unwrap();
    fs::write(&warm, "---\ntitle: Warm\n---\nGreet them again.\n").unwrap();
    service.prints("greeter: served from");
    assert!(assembled(&client)["payload"].to_string().contains("them again"));
    assert_eq!(codes(&client), Vec::<String>::new());
}

#[test]
fn a_folder_is_marked_wherever_it_is_told_and_is_no_version() {
    let (_folder, root) = copy();
    let service = Service::watching(&root);
    let client = service.client();
    let agent = client.get("agents/greeter");
    assert_eq!(agent.header("proem-development"), Some("true"));
    let told = agent.json(200);
    assert_eq!((&told["version"], &told["development"]), (&json!(0), &json!(true)));
    assert_eq!(told["serving"]["version"], 0);
    let listed = client.get("agents").json(200);
    assert_eq!(listed["items"][0]["agent"], "greeter");
    assert_eq!(listed["items"][0]["development"], true);
    assert_eq!(client.get("/healthz").body, "fine, development\n");
    assert_eq!(client.get("/readyz").json(200)["development"], true);
    assert_eq!(client.get("agents/greeter/versions").json(200)["items"], json!([]));
    assert_eq!(client.get("prompts?agent=greeter").json(200)["items"], json!([]));
    let export = client.get("agents/greeter/export").json(200);
    assert!(export["files"]["prompts/greeting/warm.md"].is_string(), "{export}");

    // What would become a version is refused.
    let refused = [
        client.put("agents/greeter", &json!({"files": export["files"]})),
        client.post(
            "prompts",
            &json!({"agent": "greeter", "prompt_type": "greeting", "phase": "warm", "body": "Hi."}),
        ),
        client.put("agents/greeter/config", &json!({"config": {"company": "Larkpost"}})),
    ];
    for reply in refused {
        assert_eq!(reply.json(409)["code"], "agent.watched");
    }
    let drafts = json!({"drafts": {"greeting/warm": "Greet {{ nobody }}."}});
    let checked = client.post("agents/greeter/check", &drafts).json(200);
    assert_eq!(checked["fine"], false, "{checked}");

    // Conversations are stored as ever.
    let session = client.post("sessions", &json!({})).json(201);
    let path = format!("sessions/{}/turns", session["id"].as_str().unwrap());
    client.post(&path, &json!({"message": "Hello"})).json(200);
    let replayed = client.post(&format!("{path}/1/replay"), &json!({})).json(200);
    assert_eq!(replayed["same"], true, "{replayed}");
}

#[test]
fn folders_come_and_go() {
    let (folder, root) = copy();
    let mut service = Service::watching(folder.path());
    let client = service.client();
    let other = folder.path().join("other");
    fs::create_dir(&other).unwrap();
    let yaml = fs::read_to_string(root.join("agent.yaml")).unwrap();
    let (prompts, to) = (root.join("prompts"), other.join("prompts"));
    for name in ["policy/honesty.md", "greeting/warm.md", "greeting/short.md", "closing/usual.md"] {
        fs::create_dir_all(to.join(name).parent().unwrap()).unwrap();
        fs::copy(prompts.join(name), to.join(name)).unwrap();
    }
    fs::write(other.join("agent.yaml"), yaml.replacen("greeter", "other", 1)).unwrap();
    service.prints("other: served from");
    client.post("agents/other/assemble", &json!({"message": "Hello"})).json(200);
    fs::remove_dir_all(&other).unwrap();
    service.prints("other: its folder is gone");
    client.get("agents/other").json(404);
    assembled(&client);
    // Another folder under a name that is taken is not served.
    fs::create_dir(&other).unwrap();
    fs::write(other.join("agent.yaml"), yaml).unwrap();
    service.prints("another folder is served under this name");
}

#[test]
fn a_service_without_it_is_not_marked() {
    let service = Service::greeter();
    let client = service.client();
    let agent = client.get("agents/greeter");
    assert_eq!(agent.header("proem-development"), None);
    assert_eq!(agent.json(200).get("development"), None);
    assert_eq!(assembled(&client).get("development"), None);
    assert_eq!(client.get("/healthz").body, "fine\n");
    assert_eq!(client.get("/readyz").json(200), json!({"store": "fine", "stale": false}));
}
