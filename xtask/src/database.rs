//! PostgreSQL, on which the story of the store is told a second time.
//!
//! Must never start a server: the tests start their own, in a temporary folder. Only a machine of CI
//! has it installed by us.

use crate::process;
use crate::report::Outcome;
use std::env;
use std::path::{Path, PathBuf};

/// How a person installs it.
const INSTALL: &str = "Debian's package `postgresql`: `apt-get install postgresql`";

/// Whether it is there; in CI it is installed where it is not.
pub(crate) fn prepare() -> Outcome {
    if let Some(place) = found() {
        println!("{}", place.display());
        return Outcome::Passed;
    }
    if !process::in_ci() {
        return Outcome::Skipped(format!(
            "PostgreSQL is not installed, so the story of the store is told on SQLite alone; to \
             have it: {INSTALL}"
        ));
    }
    install().into()
}

fn install() -> Result<(), String> {
    let apt = |arguments: &[&str]| {
        let mut command = process::program("apt-get");
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        process::run(&mut command)
    };
    apt(&["update", "-qq"])?;
    apt(&["install", "-y", "-qq", "--no-install-recommends", "postgresql"])?;
    match found() {
        Some(_) => Ok(()),
        None => Err("PostgreSQL was installed, and its `initdb` is not where Debian has it".into()),
    }
}

/// The folder of its programs: Debian keeps them out of the path.
fn found() -> Option<PathBuf> {
    let versions = std::fs::read_dir(Path::new("/usr/lib/postgresql")).into_iter().flatten();
    let debian = versions.flatten().map(|version| version.path().join("bin"));
    let path = env::var_os("PATH").unwrap_or_default();
    let mut places = debian.chain(env::split_paths(&path).collect::<Vec<_>>());
    places.find(|place| place.join("initdb").exists())
}
