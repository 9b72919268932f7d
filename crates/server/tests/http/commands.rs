//! Commands on a database: `proem db`, `proem audit`, `proem keys`, and the settings of `proem serve`.

use std::path::Path;
use std::process::Command;

use serde_json::{Value as Json, json};

use crate::support::Service;

/// Runs the binary. Gives the exit code, and both streams.
fn proem(arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_proem"));
    let ran = command.args(arguments).env_remove("PROEM_DB").output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (ran.status.code().unwrap(), text(ran.stdout), text(ran.stderr))
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_backup_of_a_running_service_is_restored_in_both_forms() {
    let service = Service::greeter();
    let id = service.client().post("sessions", &json!({"user": "ann"})).json(201)["id"].clone();
    let database = service.database();
    let folder = database.parent().unwrap();
    for (form, flag) in [("file", None), ("lines", Some("--dump"))] {
        let (backup, new) = (folder.join(form), folder.join(format!("{form}.db")));
        let mut arguments = vec!["db", "backup", text(&backup), "--db", text(&database)];
        arguments.extend(flag);
        assert_eq!(
            proem(&arguments),
            (0, format!("backup: {}\n", backup.display()), String::new())
        );
        let (code, _, told) = proem(&arguments);
        assert_eq!(code, 3, "nothing is written over: {told}");

        let restore = ["db", "restore", text(&backup), "--db", text(&new)];
        assert_eq!(
            proem(&restore),
            (0, format!("restored: {}\n", backup.display()), String::new())
        );
        assert_ne!(proem(&restore).0, 0, "what is there stays");
        let check = proem(&["db", "check", "--db", text(&new)]);
        assert_eq!(check, (0, "the database is whole\n".to_owned(), String::new()));
        let (code, verified, _) = proem(&["--json", "audit", "verify", "--db", text(&new)]);
        let verified: Json = serde_json::from_str(&verified).unwrap();
        assert_eq!((code, &verified["default"]["verdict"]), (0, &json!("whole")));
        assert!(
            std::fs::read(&new)
                .unwrap()
                .windows(36)
                .any(|part| part == id.as_str().unwrap().as_bytes())
        );
    }
}

#[test]
fn a_record_that_was_changed_is_found() {
    let service = Service::greeter();
    let database = service.database();
    let backup = database.parent().unwrap().join("lines");
    assert_eq!(proem(&["db", "backup", text(&backup), "--dump", "--db", text(&database)]).0, 0);
    let lines = std::fs::read_to_string(&backup).unwrap();
    assert!(lines.contains("imported from a folder"));
    std::fs::write(&backup, lines.replacen("imported from a folder", "imported from a fool's", 1))
        .unwrap();
    let new = database.parent().unwrap().join("new.db");
    assert_eq!(proem(&["db", "restore", text(&backup), "--db", text(&new)]).0, 0);
    let (code, told, _) = proem(&["audit", "verify", "--db", text(&new)]);
    assert_eq!(code, 1);
    assert!(told.contains("default: broken at "), "{told}");
}

#[test]
fn keys_are_made_listed_and_revoked_beside_a_running_service() {
    let service = Service::greeter();
    let database = service.database();
    let db = ["--db", text(&database)];
    let (code, made, _) =
        proem(&[&["--json", "keys", "create", "monitor", "--scope", "read"][..], &db].concat());
    assert_eq!(code, 0);
    let made: Json = serde_json::from_str(&made).unwrap();
    let client = service.client_with(made["secret"].as_str());
    assert_eq!(client.get("prompts").status, 200);
    assert_eq!(client.post("sessions", &json!({})).status, 403);

    let (_, list, _) = proem(&[&["keys", "list"][..], &db].concat());
    assert_eq!(list.lines().count(), 2);
    assert!(list.contains("read  monitor") && !list.contains(made["secret"].as_str().unwrap()));

    let id = made["id"].as_str().unwrap();
    let (code, revoked, _) = proem(&[&["keys", "revoke", id][..], &db].concat());
    assert!(code == 0 && revoked.trim_end().ends_with("revoked"), "{revoked}");
    assert_eq!(client.get("prompts").status, 401);
    assert_eq!(proem(&[&["keys", "revoke", id][..], &db].concat()).0, 2);
    let (code, _, told) = proem(&[&["keys", "create", "x", "--scope", "all"][..], &db].concat());
    assert_eq!((code, told.as_str()), (2, "proem: `all` is no scope: read, edit, run, admin\n"));
}

#[test]
fn no_database_is_made_by_looking_for_one() {
    let folder = tempfile::TempDir::new().unwrap();
    let missing = folder.path().join("missing.db");
    for command in
        [&["db", "check"][..], &["audit", "verify"], &["keys", "list"], &["db", "backup", "x"]]
    {
        let (code, out, told) = proem(&[command, &["--db", text(&missing)]].concat());
        assert_eq!((code, out.as_str()), (3, ""), "{told}");
        assert_eq!(told, format!("proem: there is no database {}\n", missing.display()));
    }
    assert!(!missing.exists());
}

#[test]
fn settings_are_printed_with_where_they_come_from() {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("proem.toml");
    std::fs::write(&file, "rate = 5\nlevel = \"info\"\n").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_proem"));
    command.args([
        "serve",
        "--print-config",
        "--json",
        "--config",
        text(&file),
        "--level",
        "debug",
    ]);
    let ran = command.env("PROEM_DB", "postgres://me:secret@host/db").output().unwrap();
    let told: Json = serde_json::from_slice(&ran.stdout).unwrap();
    assert_eq!(told["rate"], json!({"value": 5, "from": text(&file)}));
    assert_eq!(told["level"], json!({"value": "debug", "from": "--level"}));
    assert_eq!(told["db"], json!({"value": "postgres://…@host/db", "from": "PROEM_DB"}));
    assert_eq!(told["body"], json!({"value": 4_194_304, "from": "default"}));

    std::fs::write(&file, "raet = 5\n").unwrap();
    let (code, out, told) = proem(&["serve", "--print-config", "--config", text(&file)]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert_eq!(
        told,
        format!("proem: {}: `raet` is no setting: did you mean `rate`?\n", file.display())
    );
}
