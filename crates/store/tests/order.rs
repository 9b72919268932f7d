//! Modules stand in reading order: each imports only those above it in `lib.rs`, and no file is long.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

use std::path::{Path, PathBuf};

/// Lines of one file, at most.
const LONGEST: usize = 600;

#[test]
fn each_module_imports_only_those_above_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let order = order(&std::fs::read_to_string(root.join("lib.rs")).unwrap());
    let mut findings = Vec::new();
    for path in files(&root) {
        let text = std::fs::read_to_string(&path).unwrap();
        let inside = path.strip_prefix(&root).unwrap();
        let first = inside.components().next().unwrap().as_os_str().to_str().unwrap();
        findings.extend(upward(first.trim_end_matches(".rs"), &text, &order));
        if text.lines().count() > LONGEST || !text.starts_with("//!") {
            findings
                .push(format!("{} is too long, or does not say what it owns", inside.display()));
        }
    }
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

#[test]
fn an_upward_import_is_found() {
    let order = order("pub mod error;\n\nmod tx;\n\npub mod prompt;\n");
    let found = |text| upward("tx", text, &order);
    assert_eq!(found("use crate::error::Error;\nuse crate::tx::Tx;"), Vec::<String>::new());
    assert_eq!(found("fn f() { crate::prompt::get() }"), ["tx imports prompt"]);
    assert_eq!(found("use crate::nowhere;"), ["tx imports nowhere"]);
}

/// The modules of a `lib.rs`, in their order.
fn order(text: &str) -> Vec<String> {
    let names = text.lines().filter_map(|line| line.strip_suffix(';')?.split("mod ").nth(1));
    names.map(str::to_owned).collect()
}

fn upward(module: &str, text: &str, order: &[String]) -> Vec<String> {
    let place = |name: &str| order.iter().position(|module| module == name);
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let paths = code.flat_map(|line| line.split("crate::").skip(1));
    let names = paths.map(|path| {
        path.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
    });
    let wrong = names.filter(|name| match (place(name), place(module)) {
        (Some(imported), Some(own)) => imported > own,
        // `lib.rs` imports nothing and may name everything.
        (Some(_), None) => false,
        (None, _) => true,
    });
    wrong.map(|name| format!("{module} imports {name}")).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found = Vec::new();
    for path in entries {
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}
