//! Schemathesis holds the service against its own document: whatever is sent, nothing is answered that the
//! document does not say, and nothing breaks.
//!
//! It comes with the Python packages of `cargo xtask setup`; without them the test says so and does nothing.

use std::path::Path;
use std::process::Command;

use crate::support::Service;

#[test]
fn what_the_document_says_holds_for_whatever_is_sent() {
    let Some(python) = std::env::var_os("PROEM_PYTHON") else {
        println!("skipped: there is no Python with schemathesis (`cargo xtask setup`)");
        return;
    };
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let agents = ["greeter", "clerk"].map(|name| here.join("tests/http").join(name));
    let service = Service::of(&agents.each_ref().map(|agent| agent.as_path()));
    let config = here.join("../../tests/schemathesis/schemathesis.toml");
    let mut command = Command::new(Path::new(&python).with_file_name("schemathesis"));
    command.arg("--no-color").arg("--config-file").arg(config);
    command.arg("run").arg(format!("http://{}/openapi.json", service.address));
    command.env("PROEM_KEY", &service.key).current_dir(env!("CARGO_TARGET_TMPDIR"));
    let ran = command.output().unwrap();
    let told = String::from_utf8_lossy(&ran.stdout);
    let told = told.replace(&service.key, "<key>");
    println!("{}", told.lines().rev().take(12).collect::<Vec<_>>().join("\n"));
    assert!(ran.status.success(), "{told}\n{}", String::from_utf8_lossy(&ran.stderr));
    // It is still there, and has not once been at fault.
    assert_eq!(service.client_with(None).get("/healthz").status, 200);
    let counted = service.client().get("/metrics").body;
    let broken = counted.lines().find(|line| line.contains("status=\"500\""));
    assert_eq!(broken, None);
}
