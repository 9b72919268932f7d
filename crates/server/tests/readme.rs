//! The documents show what happens: every command in them is run, and prints what they say.
//!
//! A block ```` ```console ```` of README.md, of a file in `docs/` or of an example's README.md holds
//! commands, each behind `$ `, and below each its output. Commands of `proem` are run in the
//! repository's root, also when they are written `cargo run --release -- …`. A line `...` stands for
//! any lines, `< FILE` for standard input. Other commands are not run, and no output may be claimed for them.
#![expect(clippy::unwrap_used, reason = "these are tests: what unwraps fails them with a message")]

#[path = "support/offline.rs"]
mod offline;
#[path = "support/words.rs"]
mod words;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use words::words;

/// A command in a document, with the output that is claimed for it.
#[derive(Debug, PartialEq, Eq)]
struct Claim {
    line: usize,
    command: String,
    output: Vec<String>,
}

#[test]
fn every_command_prints_what_the_documents_say() {
    let mut problems = Vec::new();
    for file in documents() {
        let text = fs::read_to_string(&file).unwrap();
        for claim in claims(&text) {
            if let Some(problem) = check(&claim) {
                let name = file.strip_prefix(root()).unwrap_or(&file);
                problems.push(format!("{}:{}: {problem}", name.display(), claim.line));
            }
        }
    }
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n\n"));
}

#[test]
fn claims_are_found_in_console_blocks_only() {
    let text =
        "$ proem no\n```console\n$ proem check x\nfine\n\n$ ls\n```\n```sh\n$ proem no\n```\n";
    let expected = [("proem check x", 3, vec!["fine"]), ("ls", 6, vec![])];
    let found = claims(text);
    assert_eq!(found.len(), expected.len());
    for (found, (command, line, output)) in found.iter().zip(expected) {
        assert_eq!((found.command.as_str(), found.line), (command, line));
        assert_eq!(found.output, output);
    }
}

#[test]
fn three_points_stand_for_any_lines() {
    let matches = |pattern: &[&str], found: &[&str]| agrees(pattern, found);
    assert!(matches(&["a", "...", "d"], &["a", "b", "c", "d"]));
    assert!(matches(&["a", "..."], &["a"]));
    assert!(matches(&["...", "b", "...", "b"], &["b", "a", "b"]));
    assert!(!matches(&["a", "...", "d"], &["a", "b"]));
    assert!(!matches(&["a"], &["a", "b"]));
    assert!(!matches(&["a", "b"], &["a"]));
}

fn documents() -> Vec<PathBuf> {
    let entries = |folder: PathBuf| {
        let entries = fs::read_dir(folder).into_iter().flatten();
        entries.map(|entry| entry.unwrap().path())
    };
    let is_text = |file: &PathBuf| file.extension().is_some_and(|ending| ending == "md");
    let mut files = vec![root().join("README.md")];
    files.extend(entries(root().join("docs")).filter(is_text));
    files.extend(entries(root().join("examples")).map(|folder| folder.join("README.md")));
    files.retain(|file| file.is_file());
    files.sort();
    files
}

fn claims(text: &str) -> Vec<Claim> {
    let (mut claims, mut inside): (Vec<Claim>, bool) = (Vec::new(), false);
    for (at, line) in text.lines().enumerate() {
        if line.starts_with("```") {
            inside = line.trim_end() == "```console" && !inside;
        } else if let (true, Some(command)) = (inside, line.strip_prefix("$ ")) {
            claims.push(Claim {
                line: at + 1,
                command: command.trim().to_owned(),
                output: Vec::new(),
            });
        } else if let (true, Some(claim)) = (inside, claims.last_mut()) {
            claim.output.push(line.trim_end().to_owned());
        }
    }
    for claim in &mut claims {
        while claim.output.last().is_some_and(String::is_empty) {
            claim.output.pop();
        }
    }
    claims
}

fn check(claim: &Claim) -> Option<String> {
    let arguments = claim
        .command
        .strip_prefix("proem ")
        .or_else(|| claim.command.strip_prefix("cargo run --release -- "));
    let Some(arguments) = arguments else {
        let claims = !claim.output.is_empty();
        return claims
            .then(|| format!("`{}` is not run, so its output is not known", claim.command));
    };
    let mut command = Command::new(env!("CARGO_BIN_EXE_proem"));
    offline::offline(&mut command);
    let (arguments, input) = match arguments.split_once(" < ") {
        Some((arguments, file)) => {
            (arguments, fs::File::open(root().join(file.trim())).unwrap().into())
        }
        None => (arguments, Stdio::null()),
    };
    command.args(words(arguments)).current_dir(root()).stdin(input);
    let output = command.output().unwrap();
    let all = [output.stdout, output.stderr].concat();
    let all = String::from_utf8_lossy(&all);
    let found: Vec<&str> = all.trim_end().lines().map(str::trim_end).collect();
    let expected: Vec<&str> = claim.output.iter().map(String::as_str).collect();
    // A command alone is shown as something to try; it must only not fail.
    let fine =
        if expected.is_empty() { output.status.success() } else { agrees(&expected, &found) };
    (!fine).then(|| format!("`{}` prints\n{}", claim.command, found.join("\n")))
}

/// Whether lines are as the pattern says.
fn agrees(pattern: &[&str], found: &[&str]) -> bool {
    match pattern.split_first() {
        None => found.is_empty(),
        Some((&"...", rest)) => (0..=found.len()).any(|at| agrees(rest, &found[at..])),
        Some((line, rest)) => match found.split_first() {
            Some((first, others)) => first == line && agrees(rest, others),
            None => false,
        },
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
