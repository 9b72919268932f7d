//! The studio: whether its sources are sound, whether what is committed was built from them, and whether
//! it works in a browser.
//!
//! Must never change `web/dist`: it is built into `target/studio` and compared. Must never be needed to
//! build the product, which takes what is committed.

use crate::process;
use crate::report::{Outcome, Report};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// The oldest Node that Vite runs on.
const OLDEST: (u32, u32) = (20, 19);

/// Where Debian puts the browser.
const BROWSERS: [&str; 2] = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];

/// `cargo xtask studio`: for whoever works on the page. The service is built first: the page is a part of it.
pub(crate) fn run() -> ExitCode {
    let mut report = Report::default();
    report.step("studio", sources);
    let service = ["build", "--package", "proem-server", "--quiet"];
    if report.step("service", || process::run(&mut process::cargo(&service)).into()) {
        report.step("studio in a browser", browser);
    }
    report.finish()
}

/// Types, unit tests, and a build that must come to what is committed.
pub(crate) fn sources() -> Outcome {
    if let Some(reason) = missing_node() {
        return Outcome::Skipped(reason);
    }
    built().into()
}

/// Pages, keys, contrast and hostile texts in a browser, against the service that was built.
pub(crate) fn browser() -> Outcome {
    if let Some(reason) = missing_node() {
        return Outcome::Skipped(reason);
    }
    let browser = match found_browser() {
        Some(browser) => browser,
        None if process::in_ci() => match install(&["chromium"]).map(|()| found_browser()) {
            Ok(Some(browser)) => browser,
            Ok(None) => {
                return Outcome::Failed("chromium was installed and is not there".to_owned());
            }
            Err(problem) => return Outcome::Failed(problem),
        },
        None => {
            return Outcome::Skipped(
                "Chromium is not installed; to have it: `apt-get install chromium`".to_owned(),
            );
        }
    };
    tested(&browser).into()
}

/// Installs what Node's own registry has; for `cargo xtask setup`.
pub(crate) fn prepare() -> Outcome {
    match missing_node() {
        Some(reason) => Outcome::Skipped(reason),
        None => process::run(&mut npm(&["ci", "--silent"])).into(),
    }
}

fn built() -> Result<(), String> {
    process::run(&mut npm(&["ci", "--silent"]))?;
    process::run(&mut npm(&["run", "--silent", "types", "--", "--check"]))?;
    process::run(&mut npm(&["run", "--silent", "check"]))?;
    process::run(&mut npm(&["run", "--silent", "test"]))?;
    let built = target()?.join("studio");
    let mut build = npm(&["run", "--silent", "build", "--", "--emptyOutDir", "--outDir"]);
    process::run(build.arg(&built))?;
    same(&process::root().join("web/dist"), &built)
}

fn tested(browser: &Path) -> Result<(), String> {
    let program = process::built()?.join(format!("proem{}", std::env::consts::EXE_SUFFIX));
    if !program.is_file() {
        return Err(format!("{} is not there: is the build fine?", program.display()));
    }
    if !process::root().join("web/node_modules").is_dir() {
        process::run(&mut npm(&["ci", "--silent"]))?;
    }
    let mut command = npm(&["run", "--silent", "test:browser"]);
    process::run(command.env("PROEM_BIN", program).env("CHROMIUM", browser))
}

/// Whether two folders hold the same; the error names what differs.
fn same(committed: &Path, built: &Path) -> Result<(), String> {
    let (one, other) = (files(committed)?, files(built)?);
    let names = one.keys().chain(other.keys());
    let differ = |name: &&String| one.get(*name) != other.get(*name);
    let mut different: Vec<_> = names.filter(differ).map(String::as_str).collect();
    different.sort_unstable();
    different.dedup();
    if different.is_empty() {
        return Ok(());
    }
    Err(format!(
        "web/dist is not what its sources come to: {}; `npm run build` in web/ renews it",
        different.join(", ")
    ))
}

/// All files below a folder, by their path in it.
fn files(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let told = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(&inner).map_err(|error| told(&inner, error))? {
            let path = entry.map_err(|error| told(&inner, error))?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).unwrap_or(&path).display().to_string();
            found.insert(name, fs::read(&path).map_err(|error| told(&path, error))?);
        }
    }
    Ok(found)
}

/// Why Node cannot be used, if it cannot; in CI it is installed where it is not there.
fn missing_node() -> Option<String> {
    if version().is_none() && process::in_ci() && install(&["nodejs", "npm"]).is_err() {
        return Some("Node is not installed, and could not be".to_owned());
    }
    let (major, minor) = OLDEST;
    match version() {
        None => Some(format!(
            "Node is not installed, so the page that is committed is taken as it is; to have it: \
             Node {major}.{minor} or newer, with npm"
        )),
        Some(found) if found < OLDEST => Some(format!(
            "Node {}.{} is too old for the studio's tools, which want {major}.{minor}; the page \
             that is committed is taken as it is",
            found.0, found.1
        )),
        Some(_) if !process::works(process::program("npm").arg("--version")) => {
            Some("npm is not installed".to_owned())
        }
        Some(_) => None,
    }
}

fn version() -> Option<(u32, u32)> {
    let told = process::program("node").arg("--version").output().ok()?;
    let text = String::from_utf8(told.stdout).ok()?;
    let mut parts = text.trim().trim_start_matches('v').split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

fn found_browser() -> Option<PathBuf> {
    BROWSERS.iter().map(PathBuf::from).find(|path| path.is_file())
}

fn install(packages: &[&str]) -> Result<(), String> {
    let apt = |arguments: &[&str]| {
        let mut command = process::program("apt-get");
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        process::run(&mut command)
    };
    apt(&["update", "-qq"])?;
    apt(&[&["install", "-y", "-qq", "--no-install-recommends"], packages].concat())
}

fn npm(arguments: &[&str]) -> Command {
    let mut command = process::program("npm");
    command.args(arguments).current_dir(process::root().join("web"));
    command
}

fn target() -> Result<PathBuf, String> {
    let built = process::built()?;
    Ok(built.parent().unwrap_or(&built).to_path_buf())
}
