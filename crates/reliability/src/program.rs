//! Where the programs are that trials run.
//!
//! Owns finding them beside the program that runs, as cargo lays them out. It must never build anything.

use std::path::{Path, PathBuf};

use crate::trouble::{Result, Trouble};

/// The service, as it was built with everything else.
///
/// # Errors
///
/// [`Trouble::Setup`] where it is not there.
pub fn proem() -> Result<PathBuf> {
    beside("proem", "proem-server")
}

/// The trials themselves, as a program that can be killed.
///
/// # Errors
///
/// [`Trouble::Setup`] where it is not there.
pub fn trials() -> Result<PathBuf> {
    beside("proem-reliability", "proem-reliability")
}

/// The folder of the agent that is served.
#[must_use]
pub fn agent() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("agent")
}

fn beside(name: &str, package: &str) -> Result<PathBuf> {
    let own = std::env::current_exe().map_err(|error| Trouble::setup("this program", error))?;
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    // Tests lie in `deps`, one folder further down than programs.
    let places = own.ancestors().skip(1).take(2).map(|folder| folder.join(&file));
    let mut places = places.filter(|place| place.is_file());
    places.next().ok_or_else(|| {
        Trouble::Setup(format!(
            "`{file}` is not built: `cargo build -p {package}` (with the same profile) comes first"
        ))
    })
}
