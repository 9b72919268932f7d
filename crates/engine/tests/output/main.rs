//! The output protocol: what becomes of an answer.
//!
//! Each file of `cases/` is a few keys of an agent, an answer with what it is held against, and what
//! becomes of it: what is shown, what was repaired, what is violated. `PROEM_BLESS=1` writes the last
//! part anew: read the difference before you keep it.
#![expect(clippy::disallowed_methods, reason = "cases are files, and a test reads them")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod answer;
mod given;
mod linear;
mod properties;
mod switched;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use answer::{Answer, agent};
use proem::turn::enforce::output::{Formed, Instead};

#[test]
fn every_case_is_formed_as_it_was() {
    let bless = std::env::var_os("PROEM_BLESS").is_some();
    let mut wrong = Vec::new();
    let mut read = 0;
    for path in cases() {
        let text = fs::read_to_string(&path).unwrap();
        let (head, expected) = text.split_once("== formed\n").unwrap_or((&text, ""));
        let (title, rest) = head.split_once("== agent.yaml\n").unwrap();
        assert!(!title.trim().is_empty(), "{}: says what it shows", path.display());
        let (keys, answer) = rest.split_once("== answer\n").unwrap();
        let agent = agent(keys);
        let answer = Answer::read(answer);
        let rules = agent.calls[0].output.as_ref().unwrap();
        let config = agent.agent.config.clone().into();
        let written = answer.with(&agent, |said| {
            let (formed, instead) = proem::turn::enforce::output::form(rules, said);
            written(&formed, instead, &config)
        });
        read += 1;
        if bless {
            fs::write(&path, format!("{head}== formed\n{written}")).unwrap();
        } else if written != expected {
            wrong.push(format!("{}\n{written}", path.display()));
        }
    }
    assert!(read > 30, "only {read} cases were read");
    assert!(wrong.is_empty(), "(PROEM_BLESS=1 writes them anew)\n{}", wrong.join("\n\n"));
}

fn written(formed: &Formed, instead: Option<Instead<'_>>, config: &serde_json::Value) -> String {
    let mut out = String::from("shown\n");
    for message in &formed.messages {
        let _ = writeln!(out, "  {message:?}");
    }
    out.push_str("repairs\n");
    for one in &formed.repairs {
        let _ = writeln!(out, "  {} {}: {}", one.code, one.pointer, one.note);
    }
    out.push_str("violations\n");
    for one in &formed.violations {
        let _ = writeln!(out, "  {} {}: {}", one.code, one.pointer, one.message);
    }
    if let Some(instead) = instead {
        let _ = writeln!(out, "instead, by {}", instead.rule.as_str());
        let _ = writeln!(out, "  {:?}", instead.text(config).unwrap());
    }
    out
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/output/cases");
    let entries = fs::read_dir(folder).unwrap();
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}
