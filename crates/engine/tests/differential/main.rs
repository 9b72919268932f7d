//! Renders random templates of the profile here, with Jinja2 and with minijinja, and compares.
//!
//! Jinja2 is what the language is measured by: every case must have the same text, or be an error in
//! both. It is run once, by the Python interpreter that `PROEM_PYTHON` names; without one that half
//! is skipped, and says so. Minijinja differs from Jinja2 in places, which are listed.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    clippy::disallowed_types,
    reason = "Jinja2 is another process, found by the environment"
)]
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that meets what it does not expect fails with a message"
)]

#[path = "../template/common.rs"]
mod common;
mod dice;
mod generate;
mod minijinja_oracle;

use std::io::Write as _;
use std::process::{Command, Stdio};

use common::render;
use dice::Dice;
use serde_json::{Value as Json, json};

/// How many cases are made; `PROEM_CASES` asks for others.
const CASES: usize = 3_000;

struct Case {
    template: String,
    context: Json,
    ours: Result<String, String>,
}

fn cases() -> Vec<Case> {
    let count = std::env::var("PROEM_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(CASES);
    let seed = std::env::var("PROEM_SEED").ok().and_then(|n| n.parse().ok()).unwrap_or(20_261_130);
    let mut dice = Dice(seed);
    (0..count)
        .map(|_| {
            let (template, context) = (generate::template(&mut dice), generate::context(&mut dice));
            let ours = render(&template, context.clone())
                .map(|rendered| rendered.text)
                .map_err(|problems| problems[0].to_string());
            Case { template, context, ours }
        })
        .collect()
}

fn describe(case: &Case, theirs: &Result<String, String>) -> String {
    format!(
        "{:?}\nwith {}\nours   {:?}\ntheirs {:?}",
        case.template, case.context, case.ours, theirs
    )
}

/// Fails with the shortest templates that differ.
fn report(who: &str, mut different: Vec<String>, compared: usize) {
    different.sort_by_key(String::len);
    let shown: Vec<String> = different.iter().take(8).cloned().collect();
    assert!(
        different.is_empty(),
        "{} of {compared} differ from {who}:\n{}",
        different.len(),
        shown.join("\n\n")
    );
}

#[test]
fn most_cases_render() {
    let cases = cases();
    let rendered = cases.iter().filter(|case| case.ours.is_ok()).count();
    assert!(
        rendered * 100 > cases.len() * 35,
        "only {rendered} of {} cases say something",
        cases.len()
    );
    let long =
        cases.iter().filter(|case| case.ours.as_ref().is_ok_and(|text| text.len() > 20)).count();
    assert!(long * 100 > cases.len() * 15, "only {long} cases print more than a few bytes");
}

#[test]
fn equals_jinja2() {
    let Ok(python) = std::env::var("PROEM_PYTHON") else {
        println!("skipped: PROEM_PYTHON names no Python interpreter that has jinja2");
        return;
    };
    let cases = cases();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/differential/jinja.py");
    let mut child = Command::new(python)
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("PROEM_PYTHON names a Python interpreter");
    let mut input = child.stdin.take().unwrap();
    let lines: String = cases
        .iter()
        .map(|case| json!({"template": case.template, "context": case.context}).to_string() + "\n")
        .collect();
    let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    let answers: Vec<Json> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(answers.len(), cases.len(), "Jinja2 answered every case");
    let mut different = Vec::new();
    for (case, answer) in cases.iter().zip(&answers) {
        let theirs = match answer["text"].as_str() {
            Some(text) => Ok(text.to_owned()),
            None => Err(answer["error"].to_string()),
        };
        if case.ours.as_ref().ok() != theirs.as_ref().ok() {
            different.push(describe(case, &theirs));
        }
    }
    report("Jinja2", different, cases.len());
}

#[test]
fn equals_minijinja() {
    let (mut made, mut compared) = (0, 0);
    let mut different = Vec::new();
    for case in cases() {
        made += 1;
        // Minijinja is more lenient with kinds: what is refused here it may print.
        let Ok(output) = &case.ours else { continue };
        if minijinja_oracle::differs(&case.template, output).is_some() {
            continue;
        }
        compared += 1;
        let theirs = minijinja_oracle::render(&case.template, &case.context);
        if Some(output) != theirs.as_ref().ok() {
            different.push(describe(&case, &theirs));
        }
    }
    assert!(compared > made / 10, "only {compared} cases are left to compare");
    report("minijinja", different, compared);
}
