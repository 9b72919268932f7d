//! Every key that an author can write: changed alone, it is told by its name.
//!
//! The keys are those of the published schemas, so that a new one fails here until it is compared.

use std::collections::BTreeSet;

use proem::agent::source::RawFile;
use proem::schema;
use proem::survey::diff::{Change, Diff};
use serde_json::{Value as Json, json};

use crate::diff::compared;
use crate::host::files;

/// Keys by their place in the schemas; a text of the agent `every`; what stands there instead; and what
/// is told, as `kind name: field`.
const ROWS: &str = include_str!("fields.tsv");

/// Keys that not every build can read; they have a test of their own.
const OF_BUILD: [&str; 1] = ["model.tokenizer"];

fn rows() -> impl Iterator<Item = [String; 4]> {
    ROWS.lines().map(|line| {
        let columns: Vec<String> =
            line.split('\t').map(|column| column.replace("\\n", "\n")).collect();
        columns.try_into().unwrap()
    })
}

#[test]
fn a_key_that_is_changed_alone_is_told_by_its_name() {
    let mut wrong = Vec::new();
    for [key, from, to, told] in rows() {
        let found = compared(files("every"), changed(&from, &to), false);
        let all = said(&found);
        // Another name, and another word in front of a value, bring what depends on them.
        if !all.contains(&told) {
            wrong.push(format!("{key}: {told:?} is not among {all:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[cfg(feature = "tokenizers")]
#[test]
fn the_file_that_counts_is_told_and_so_is_its_content() {
    let bytes = include_bytes!("../../src/token/tests/cases/tokenizer.json").to_vec();
    let mut longer = bytes.clone();
    longer.push(b'\n');
    let with = |bytes: Vec<u8>| {
        let mut files =
            changed("  window: 9000\n", "  window: 9000\n  tokenizer: tokenizer.json\n");
        files.push(RawFile { path: "tokenizer.json".into(), bytes });
        files
    };
    let added = compared(files("every"), with(bytes.clone()), false);
    assert_eq!(said(&added), ["agent every: model.tokenizer", "+ tokenizer tokenizer.json"]);
    let other = compared(with(bytes), with(longer), false);
    assert_eq!(said(&other), ["tokenizer tokenizer.json: content"]);
}

#[test]
fn every_key_of_the_schemas_is_changed() {
    let mut known: BTreeSet<String> = OF_BUILD.iter().map(|key| (*key).to_owned()).collect();
    known.extend(rows().map(|[key, ..]| key));
    let mut wanted = BTreeSet::new();
    for (format, prefix) in [("agent", ""), ("prompt", ""), ("step", "step.")] {
        let schema = schema::schema(format).unwrap();
        let top = prefix.strip_suffix('.').unwrap_or(format);
        keys(top, &schema, &mut wanted);
        for (name, part) in schema["$defs"].as_object().into_iter().flatten() {
            keys(&format!("{prefix}{name}"), part, &mut wanted);
        }
    }
    // The agent's name is the one key that is named like its mapping.
    let known: BTreeSet<String> = known
        .into_iter()
        .map(|key| if key.contains('.') { key } else { format!("{key}.{key}") })
        .collect();
    assert_eq!(known, wanted);
}

/// The keys of a mapping; what is `false` may not be there.
fn keys(name: &str, part: &Json, found: &mut BTreeSet<String>) {
    let keys = part["properties"].as_object().into_iter().flatten();
    let keys = keys.filter(|(_, value)| **value != Json::Bool(false));
    found.extend(keys.map(|(key, _)| format!("{name}.{key}")));
}

/// The agent with one text replaced.
fn changed(from: &str, to: &str) -> Vec<RawFile> {
    let mut files = files("every");
    let texts = files.iter().map(|file| String::from_utf8(file.bytes.clone()).unwrap());
    let texts: Vec<String> = texts.collect();
    let count: usize = texts.iter().map(|text| text.matches(from).count()).sum();
    assert_eq!(count, 1, "{from}");
    for (file, text) in files.iter_mut().zip(texts) {
        file.bytes = text.replace(from, to).into_bytes();
    }
    files
}

/// What was told, a line for each field, and for each thing that is there on one side only.
fn said(found: &Diff) -> Vec<String> {
    let mut all = Vec::new();
    for item in found.prompts.iter().chain(&found.declared) {
        let name = format!("{} {}", item.kind, item.name);
        match item.change {
            Change::Added => all.push(format!("+ {name}")),
            Change::Removed => all.push(format!("- {name}")),
            _ => all.extend(item.fields.iter().map(|field| format!("{name}: {}", field.name))),
        }
    }
    all
}

/// The places of texts and numbers.
fn leaves(at: &str, value: &Json, found: &mut Vec<String>) {
    match value {
        Json::String(_) | Json::Number(_) => found.push(at.to_owned()),
        Json::Object(map) => {
            for (key, value) in map {
                leaves(
                    &format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")),
                    value,
                    found,
                );
            }
        }
        Json::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                leaves(&format!("{at}/{index}"), value, found);
            }
        }
        _ => {}
    }
}

#[test]
fn every_text_and_number_of_a_role_is_told() {
    let role = files("developer").into_iter().find(|file| file.path == "role.json").unwrap();
    let mut role: Json = serde_json::from_slice(&role.bytes).unwrap();
    role.as_object_mut().unwrap().remove("$schema");
    let file =
        |role: &Json| vec![RawFile { path: "role.json".into(), bytes: role.to_string().into() }];
    let mut paths = Vec::new();
    leaves("", &role, &mut paths);
    assert!(paths.len() > 15, "{paths:?}");
    for path in paths {
        let mut other = role.clone();
        let at = other.pointer_mut(&path).unwrap();
        *at = match &*at {
            Json::Number(number) if number.is_u64() => json!(number.as_u64().unwrap() + 1),
            Json::Number(_) => json!(0.125),
            text => json!(format!("{}x", text.as_str().unwrap())),
        };
        let found = compared(file(&role), file(&other), false);
        let told =
            said(&found).len() + found.prompts.iter().filter(|one| one.text.is_some()).count();
        assert!(told > 0, "{path}");
    }
}
