//! The command line, seen from outside: what is typed, and everything that comes back.
//!
//! Each folder of `cases/` is one case. Its file `cmd` says how the working folder is made
//! (`setup.rs` lists the ways) and what is typed; its file `out` is the whole output of each command,
//! with exit code and both streams. `PROEM_BLESS=1` writes the files `out` anew: read the difference
//! before you keep it. Beside the output, some things must hold of every command, see [`complaints`].
#![expect(clippy::unwrap_used, reason = "these are tests: what unwraps fails them with a message")]

#[path = "../support/offline.rs"]
mod offline;
mod setup;
#[path = "../support/words.rs"]
mod words;

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde_json::Value;

/// How many cases run at the same time.
const WORKERS: usize = 4;

#[test]
fn every_case_prints_what_it_printed() {
    let cases = cases();
    assert!(cases.len() > 100, "only {} cases were found", cases.len());
    let (next, problems) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Err(problem) = run(case) {
                        problems.lock().unwrap().push(problem);
                    }
                }
            });
        }
    });
    let mut problems = problems.into_inner().unwrap();
    problems.sort();
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n\n"));
}

/// What a command came to.
struct Ran {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/cases");
    let entries = fs::read_dir(folder).unwrap();
    let mut cases: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    cases.retain(|case| setup::is_for_this_build(case));
    cases.sort();
    cases
}

fn run(case: &Path) -> Result<(), String> {
    let name = case.file_name().unwrap_or_default().to_string_lossy();
    let script =
        fs::read_to_string(case.join("cmd")).map_err(|error| format!("{name}: {error}"))?;
    let folder = setup::make(case, &script).map_err(|error| format!("{name}: {error}"))?;
    let (mut found, mut wrong) = (String::new(), Vec::new());
    for line in script.lines().filter_map(|line| line.strip_prefix("$ ")) {
        let ran = perform(&folder, line).map_err(|error| format!("{name}: {line}: {error}"))?;
        wrong.extend(complaints(line, &ran));
        let code = ran.code.map_or("none".to_owned(), |code| code.to_string());
        let _ = writeln!(found, "$ {line}\n[exit {code}]");
        for (stream, text) in [("stdout", &ran.stdout), ("stderr", &ran.stderr)] {
            if !text.is_empty() {
                let _ = writeln!(found, "[{stream}]\n{}", text.trim_end_matches('\n'));
            }
        }
        found.push('\n');
    }
    if found.is_empty() {
        wrong.push("types no command".into());
    }
    let file = case.join("out");
    if std::env::var_os("PROEM_BLESS").is_some() {
        fs::write(&file, &found).map_err(|error| format!("{name}: {error}"))?;
    } else if let Some(line) =
        first_difference(&fs::read_to_string(&file).unwrap_or_default(), &found)
    {
        wrong.push(line);
    }
    if wrong.is_empty() {
        return Ok(());
    }
    Err(format!("{name}: {}", wrong.join("\n  ")))
}

/// Types one line: arguments, `< FILE` for standard input, `| closed` for a reader that has gone.
fn perform(folder: &Path, line: &str) -> Result<Ran, String> {
    let (line, closed) = match line.strip_suffix("| closed") {
        Some(line) => (line, true),
        None => (line, false),
    };
    let (line, input) =
        line.split_once(" < ").map_or((line, None), |(line, file)| (line, Some(file)));
    let words = words::words(line);
    if words.first().is_none_or(|word| word != "proem") {
        return Err("a command begins with `proem`".into());
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_proem"));
    command.args(&words[1..]).current_dir(folder).env_remove("COLUMNS");
    offline::offline(&mut command);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| error.to_string())?;
    if closed {
        drop(child.stdout.take());
    }
    if let Some(mut stdin) = child.stdin.take()
        && let Some(file) = input
    {
        let bytes = fs::read(folder.join(file.trim())).map_err(|error| error.to_string())?;
        // A command that does not read its input may be gone before it is written.
        let _ = stdin.write_all(&bytes);
    }
    let output = child.wait_with_output().map_err(|error| error.to_string())?;
    Ok(Ran {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).map_err(|error| error.to_string())?,
        stderr: String::from_utf8(output.stderr).map_err(|error| error.to_string())?,
    })
}

/// What must hold of every command, whatever its snapshot says.
fn complaints(line: &str, ran: &Ran) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut must = |holds: bool, what: &str| {
        if !holds {
            wrong.push(format!("$ {line}\n  {what}"));
        }
    };
    must(matches!(ran.code, Some(0..=3)), "ends with none of the exit codes 0, 1, 2, 3");
    must(!ran.stderr.contains("panicked"), "panics");
    let fine = ran.code == Some(0);
    must(fine || !ran.stdout.contains("\"messages\":"), "fails with a payload in its output");
    must(fine || !(ran.stdout.is_empty() && ran.stderr.is_empty()), "fails without a word");
    if line.contains("--json")
        && ran.code.is_some_and(|code| code < 2)
        && !line.contains("| closed")
    {
        let value: Result<Value, _> = serde_json::from_str(&ran.stdout);
        must(value.is_ok(), "prints what is not one JSON document");
        let findings = value.ok().and_then(|value| value["findings"].as_array().cloned());
        for finding in findings.unwrap_or_default() {
            let helps = finding["help"].as_str().is_some_and(|help| !help.is_empty());
            must(helps, &format!("tells no help: {}", finding["message"]));
        }
    }
    for drawn in ran.stdout.split("\n\n") {
        let is_finding = drawn.starts_with("error[") || drawn.starts_with("warning[");
        must(!is_finding || drawn.contains("= help: "), "draws a finding without help");
    }
    wrong
}

/// The first line that differs, in words.
fn first_difference(expected: &str, found: &str) -> Option<String> {
    if expected == found {
        return None;
    }
    let (expected, found): (Vec<_>, Vec<_>) = (expected.lines().collect(), found.lines().collect());
    let at = (0..).find(|at| expected.get(*at) != found.get(*at))?;
    let show =
        |lines: &[&str]| lines.get(at).map_or("(the end)".to_owned(), |line| (*line).to_owned());
    Some(format!(
        "line {} of `out`\n  expected {}\n  found    {}\n  (PROEM_BLESS=1 writes it anew)",
        at + 1,
        show(&expected),
        show(&found)
    ))
}
