//! The OpenAPI document: it is the one that is committed, and it is sound.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value as Json;

use crate::support::Service;

fn document() -> Json {
    Service::of(&[]).client_with(None).get("/openapi.json").json(200)
}

#[test]
fn the_document_is_the_one_that_is_committed() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/openapi.json");
    let now = format!("{}\n", serde_json::to_string_pretty(&document()).unwrap());
    if std::env::var_os("PROEM_BLESS").is_some() {
        fs::write(&path, &now).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    let differs = now.lines().zip(committed.lines()).find(|(one, other)| one != other);
    assert_eq!(differs, None, "PROEM_BLESS=1 renews docs/openapi.json");
    assert_eq!(now.len(), committed.len(), "PROEM_BLESS=1 renews docs/openapi.json");
}

#[test]
fn the_document_is_sound() {
    let document = document();
    assert_eq!(document["openapi"], "3.1.0");
    for schema in document["components"]["schemas"].as_object().unwrap().values() {
        jsonschema::draft202012::meta::validate(schema).unwrap();
    }
    references(&document, &document);
    let mut names = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let at = format!("{method} {path}");
            let name = operation["operationId"].as_str().unwrap_or_default();
            assert!(names.insert(name), "{at}: another operation is named {name:?}");
            assert!(operation["summary"].is_string(), "{at} says nothing of itself");
            let placed: BTreeSet<_> = path.split(['{', '}']).skip(1).step_by(2).collect();
            let declared = operation["parameters"].as_array().into_iter().flatten();
            let declared: BTreeSet<_> = declared
                .filter(|parameter| parameter["in"] == "path" && parameter["required"] == true)
                .map(|parameter| parameter["name"].as_str().unwrap())
                .collect();
            assert_eq!(placed, declared, "{at}");
            for (status, response) in operation["responses"].as_object().unwrap() {
                let told = response["description"].as_str().unwrap_or_default();
                assert!(!told.is_empty(), "{at}: {status} says nothing");
                let is_problem = response["content"]["application/problem+json"].is_object();
                assert_eq!(is_problem, status.starts_with(['4', '5']), "{at}: {status}");
            }
        }
    }
}

/// Every reference leads somewhere.
fn references(document: &Json, part: &Json) {
    match part {
        Json::Object(members) => {
            if let Some(Json::String(to)) = members.get("$ref") {
                let found = to.strip_prefix('#').and_then(|pointer| document.pointer(pointer));
                assert!(found.is_some(), "{to} leads nowhere");
            }
            members.values().for_each(|part| references(document, part));
        }
        Json::Array(items) => items.iter().for_each(|part| references(document, part)),
        _ => {}
    }
}
