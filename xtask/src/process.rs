//! Running other programs: where they are, from which folder, and what it means when they fail.
//!
//! Must never set RUSTFLAGS or choose a profile: every step compiles with the same settings, so
//! that nothing is compiled twice.

use std::env;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The repository's root: every program runs there.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// The folder of what the development profile builds, `target/debug` unless cargo was told
/// otherwise.
///
/// This program was built there itself, which holds whatever way cargo was told.
pub(crate) fn built() -> Result<PathBuf, String> {
    let own = env::current_exe().map_err(|error| format!("where xtask is: {error}"))?;
    own.parent().map(Path::to_path_buf).ok_or_else(|| "xtask lies in no folder".to_owned())
}

/// cargo, in the repository's root.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = program(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments);
    command
}

/// Any other program, in the repository's root.
pub(crate) fn program(path: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(path);
    command.current_dir(root());
    command
}

/// Runs to the end with its output shown; the error is a sentence.
pub(crate) fn run(command: &mut Command) -> Result<(), String> {
    println!("$ {}", shown(command));
    let status = command.status().map_err(|error| could_not_start(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` ended with {status}", shown(command))) }
}

/// Whether the program is there and ends well; nothing is shown.
pub(crate) fn works(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Whether this is a machine of CI, where everything that is missing is installed.
pub(crate) fn in_ci() -> bool {
    env::var("CI").is_ok_and(|value| !["", "0", "false"].contains(&value.as_str()))
}

fn could_not_start(command: &Command, error: &std::io::Error) -> String {
    let name = command.get_program().to_string_lossy().into_owned();
    if error.kind() == ErrorKind::NotFound {
        format!("`{name}` is not installed, or not on the PATH")
    } else {
        format!("`{name}` could not be started: {error}")
    }
}

/// The command as one would type it in the repository's root.
fn shown(command: &Command) -> String {
    let root = root();
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| {
            let path = Path::new(word);
            if Some(word) == env::var_os("CARGO").as_deref() {
                "cargo".to_owned()
            } else {
                path.strip_prefix(&root).unwrap_or(path).to_string_lossy().into_owned()
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}
