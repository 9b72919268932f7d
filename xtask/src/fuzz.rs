//! `cargo xtask fuzz`: inputs that nobody thought of, for as long as one likes.
//!
//! Owns how the targets of `fuzz/` are built (coverage by the compiler's own pass, which needs no other
//! toolchain), what they begin with, and where findings are left. What they look for is theirs.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};

use crate::process;

/// The targets, each a file in `fuzz/targets/`.
pub(crate) const TARGETS: [&str; 5] = ["template", "answer", "stream", "loading", "conversation"];

/// How long each one runs in CI.
pub(crate) const SECONDS_IN_CI: u32 = 60;

/// How many run at a time.
const AT_ONCE: usize = 2;

/// What cargo-fuzz passes to the compiler, without the sanitizer: there is no unsafe code to look after.
const INSTRUMENTED: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing";

/// Runs `fuzz [TARGET…] [--seconds N]`.
pub(crate) fn command(words: &[&str]) -> Result<ExitCode, String> {
    let mut seconds = SECONDS_IN_CI;
    let mut targets = Vec::new();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match *word {
            "--seconds" => {
                let given = words.next().and_then(|number| number.parse().ok());
                seconds = given.ok_or("`--seconds` takes a number")?;
            }
            name if TARGETS.contains(&name) => targets.push(name),
            other => {
                return Err(format!("there is no target `{other}`: {}", TARGETS.join(", ")));
            }
        }
    }
    if targets.is_empty() {
        targets.extend(TARGETS);
    }
    Ok(match run(&targets, seconds) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    })
}

/// Builds the targets and runs each for some seconds.
pub(crate) fn run(targets: &[&str], seconds: u32) -> Result<(), String> {
    let host = host()?;
    let mut build = process::cargo(&["build", "--release", "--quiet", "--locked"]);
    build.args(["--manifest-path", "fuzz/Cargo.toml", "--target", &host, "--target-dir"]);
    build.arg(folder()).env("RUSTFLAGS", INSTRUMENTED);
    process::run(&mut build)?;
    seeds().map_err(|error| format!("the seeds cannot be written: {error}"))?;
    let programs = folder().join(host).join("release");
    let mut found = Vec::new();
    for batch in targets.chunks(AT_ONCE) {
        let mut running = Vec::new();
        for target in batch {
            let child = start(&programs, target, seconds);
            running.push((*target, child.map_err(|error| format!("{target}: {error}"))?));
        }
        for (target, mut child) in running {
            let ended = child.wait().map_err(|error| format!("{target}: {error}"))?;
            let log = fs::read_to_string(log(target)).unwrap_or_default();
            println!("{target}: {}", log.lines().last().unwrap_or("nothing was said"));
            if !ended.success() {
                let tail: Vec<&str> = log.lines().rev().take(60).collect();
                println!("{}", tail.into_iter().rev().collect::<Vec<_>>().join("\n"));
                found.push(target);
            }
        }
    }
    if found.is_empty() {
        return Ok(());
    }
    let place = folder().join("findings");
    Err(format!("found something in {}: see {}", found.join(", "), place.display()))
}

fn start(programs: &Path, target: &str, seconds: u32) -> io::Result<Child> {
    let corpus = folder().join("corpus").join(target);
    let findings = folder().join("findings");
    for folder in [&corpus, &findings] {
        fs::create_dir_all(folder)?;
    }
    let mut command = Command::new(programs.join(target));
    command.arg(format!("-max_total_time={seconds}"));
    command.args(["-max_len=8192", "-timeout=20", "-rss_limit_mb=2048"]);
    command.arg(format!("-artifact_prefix={}/{target}-", findings.display()));
    let words = process::root().join("fuzz/dictionaries").join(format!("{target}.txt"));
    if words.is_file() {
        command.arg(format!("-dict={}", words.display()));
    }
    command.arg(&corpus).args(begins_with(target));
    command.current_dir(process::root()).stdin(Stdio::null()).stdout(Stdio::null());
    command.stderr(fs::File::create(log(target))?).spawn()
}

/// The folders of what a target begins with, beside what it found earlier.
fn begins_with(target: &str) -> Vec<PathBuf> {
    let root = process::root();
    match target {
        "template" => ["coach", "support", "sales"]
            .map(|name| root.join("examples").join(name).join("prompts"))
            .to_vec(),
        "loading" => {
            vec![folder().join("seeds/loading"), root.join("crates/engine/tests/course/agents")]
        }
        "conversation" => Vec::new(),
        _ => vec![root.join("fuzz/seeds/answer")],
    }
}

/// Writes the seeds of agents, from the cases of `check`.
fn seeds() -> io::Result<()> {
    let cases = process::root().join("crates/engine/tests/check/cases");
    let place = folder().join("seeds/loading");
    fs::create_dir_all(&place)?;
    for entry in fs::read_dir(cases)? {
        let entry = entry?;
        let text = fs::read_to_string(entry.path())?;
        let files = text.split("== findings\n").next().unwrap_or_default();
        let named = files.replacen("== agent.yaml\n", "== agent.yaml\nagent: test\n", 1);
        fs::write(place.join(entry.file_name()), named)?;
    }
    Ok(())
}

/// Everything of fuzzing lies here.
fn folder() -> PathBuf {
    process::root().join("target/fuzz")
}

fn log(target: &str) -> PathBuf {
    folder().join(format!("{target}.log"))
}

/// The platform of this machine: named to cargo, so that build scripts are not instrumented.
fn host() -> Result<String, String> {
    let told = process::program("rustc").arg("-vV").output();
    let told = told.map_err(|error| format!("`rustc -vV`: {error}"))?;
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "`rustc -vV` names no host".to_owned())
}
