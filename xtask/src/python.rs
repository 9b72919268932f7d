//! The Python environment of the tests: the providers' official packages, and Jinja2.
//!
//! It lies in `target/python` and holds exactly `tests/requirements.txt`. Must never touch another
//! Python than the one that it makes for itself.

use crate::process;
use std::fs;
use std::path::PathBuf;

/// What is wrong with the environment, if anything is.
pub(crate) enum State {
    /// The interpreter to use.
    Ready(PathBuf),
    /// With the reason.
    NotReady(String),
}

/// Whether the environment is there and holds the versions that are asked for now.
pub(crate) fn state() -> Result<State, String> {
    let folder = folder()?;
    let python = interpreter(&folder);
    if !python.is_file() {
        return Ok(State::NotReady("the Python packages are not installed".to_owned()));
    }
    if fs::read_to_string(installed(&folder)).ok().as_deref() != Some(&asked_for()?) {
        return Ok(State::NotReady(
            "the Python packages are of other versions than tests/requirements.txt asks for"
                .to_owned(),
        ));
    }
    Ok(State::Ready(python))
}

/// Makes the environment anew, and the interpreter's path.
pub(crate) fn install() -> Result<PathBuf, String> {
    let folder = folder()?;
    make(&folder)?;
    let python = interpreter(&folder);
    process::run(process::program(&python).args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "-r",
        "tests/requirements.txt",
    ]))?;
    // Written last: an installation that was interrupted is made anew.
    fs::write(installed(&folder), asked_for()?)
        .map_err(|error| format!("{}: {error}", installed(&folder).display()))?;
    Ok(python)
}

/// An environment without packages. Debian keeps the half of `venv` that brings pip in a package of
/// its own: on a machine of CI it is installed, elsewhere the command is named.
fn make(folder: &PathBuf) -> Result<(), String> {
    let venv = || {
        let mut command = process::program("python3");
        command.args(["-m", "venv", "--clear"]).arg(folder);
        command
    };
    if process::works(process::program("python3").args(["-c", "import ensurepip, venv"])) {
        return process::run(&mut venv());
    }
    if !process::in_ci() {
        return Err("Python 3 with its `venv` module is needed; on Debian and Ubuntu: \
                    `sudo apt-get install python3 python3-venv`"
            .to_owned());
    }
    process::run(process::program("apt-get").args(["update", "-qq"]))?;
    process::run(process::program("apt-get").env("DEBIAN_FRONTEND", "noninteractive").args([
        "install",
        "-y",
        "-qq",
        "--no-install-recommends",
        "python3",
        "python3-venv",
    ]))?;
    process::run(&mut venv())
}

fn folder() -> Result<PathBuf, String> {
    let built = process::built()?;
    Ok(built.parent().unwrap_or(&built).join("python"))
}

fn interpreter(folder: &std::path::Path) -> PathBuf {
    if cfg!(windows) { folder.join("Scripts/python.exe") } else { folder.join("bin/python") }
}

/// A copy of the requirements that are installed.
fn installed(folder: &std::path::Path) -> PathBuf {
    folder.join("installed.txt")
}

fn asked_for() -> Result<String, String> {
    fs::read_to_string(process::root().join("tests/requirements.txt"))
        .map_err(|error| format!("tests/requirements.txt: {error}"))
}
