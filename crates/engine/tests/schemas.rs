//! The published JSON Schemas say what the readers do: the same keys, the same refusals, and every
//! example is of their form.
//!
//! The copies in `docs/schemas` are renewed with `PROEM_BLESS=1 cargo test -p proem --test schemas`.
#![expect(
    clippy::disallowed_methods,
    reason = "the examples and the published copies are files, and a variable asks for new copies"
)]
#![expect(clippy::panic, reason = "a test that cannot go on says so by failing")]

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jsonschema::error::ValidationErrorKind;
use proem::agent::name::PromptName;
use proem::agent::source::Source;
use proem::agent::{case, load, prompt, yaml};
use proem::diagnostic::Diagnostic;
use proem::role;
use proem::schema;
use serde_json::{Map, Value as Json, json};

/// A key that no format has, and that is near to none.
const STRANGER: &str = "zzz";

/// Every mapping of `agent.yaml` with known keys: its name among the schema's `$defs`, and where it
/// stands. The text `@` is the mapping.
const MAPPINGS: [(&str, &str); 29] = [
    ("model", r#"{"model": "@"}"#),
    ("promptType", r#"{"prompt_types": {"policy": "@"}}"#),
    ("title", r#"{"state": {"style": {"titles": {"calm": "@"}}}}"#),
    ("gateRow", r#"{"gate": ["@"]}"#),
    ("fallbackRow", r#"{"gate": [{"call": "classify", "set": {}, "fallback": ["@"]}]}"#),
    ("turn", r#"{"turn": "@"}"#),
    ("flow", r#"{"flow": "@"}"#),
    ("policies", r#"{"flow": {"start": "welcome", "policies": "@"}}"#),
    ("slot", r#"{"flow": {"start": "welcome", "slots": {"day": "@"}}}"#),
    ("contextKey", r#"{"context": {"note": "@"}}"#),
    ("action", r#"{"actions": {"stop": "@"}}"#),
    ("effect", r#"{"actions": {"stop": {"effect": ["@"]}}}"#),
    ("effectSet", r#"{"actions": {"stop": {"effect": [{"set": "@"}]}}}"#),
    ("effectAppend", r#"{"actions": {"stop": {"effect": [{"append": "@"}]}}}"#),
    ("effectRemove", r#"{"actions": {"stop": {"effect": [{"remove": "@"}]}}}"#),
    ("effectMerge", r#"{"actions": {"stop": {"effect": [{"merge": "@"}]}}}"#),
    ("effectRemember", r#"{"actions": {"stop": {"effect": [{"remember": "@"}]}}}"#),
    ("layer", r#"{"layers": ["@"]}"#),
    ("promptRef", r#"{"layers": [{"id": "task", "channel": "turn", "prompts": ["@"]}]}"#),
    ("answer", r#"{"answer": "@"}"#),
    ("output", r#"{"output": "@"}"#),
    ("repeat", r#"{"output": {"repeat": "@"}}"#),
    ("questions", r#"{"output": {"questions": "@"}}"#),
    ("topic", r#"{"output": {"forbid": ["@"]}}"#),
    ("promises", r#"{"output": {"promises": "@"}}"#),
    ("leaks", r#"{"output": {"leaks": "@"}}"#),
    ("call", r#"{"calls": {"classify": "@"}}"#),
    ("stateKey", r#"{"state": {"style": "@"}}"#),
    ("param", r#"{"actions": {"stop": {"params": {"reason": "@"}}}}"#),
];

/// Mappings that are JSON Schemas themselves, whose vocabulary anybody may extend.
const OPEN: [&str; 2] = ["stateKey", "param"];

#[test]
fn every_example_is_of_the_published_form() {
    let (agent, prompt, case) = (validator("agent"), validator("prompt"), validator("case"));
    let role = validator("role");
    let step = validator("step");
    let mut read = [0; 5];
    for file in files(&root().join("examples")).unwrap() {
        let path = file.display().to_string();
        let text = fs::read_to_string(&file).unwrap();
        let (validator, text, at) = if path.ends_with("/agent.yaml") {
            (&agent, text.as_str(), 0)
        } else if path.ends_with("/role.json") {
            (&role, text.as_str(), 4)
        } else if path.contains("/cases/") {
            (&case, text.as_str(), 1)
        } else if let Some(front) = front_matter(&path, &text) {
            let is_step = path.contains("/prompts/step/");
            if is_step { (&step, front, 3) } else { (&prompt, front, 2) }
        } else {
            continue;
        };
        let problems: Vec<String> = validator
            .iter_errors(&json_of(&path, text))
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(problems.is_empty(), "{path}: {problems:#?}");
        read[at] += 1;
    }
    assert!(read.iter().all(|count| *count > 1), "agents, cases, prompts, steps, roles: {read:?}");
}

#[test]
fn the_reader_asks_for_the_keys_of_the_schema_and_no_others() {
    let schema = published("agent");
    let top = |with: bool| {
        let mut whole = maximal(&schema, &schema);
        if with {
            whole.insert(STRANGER.to_owned(), json!(1));
        }
        Json::Object(whole)
    };
    same_keys("the file", &schema, &agent_findings(&top(false)), &agent_findings(&top(true)));
    for (name, place) in MAPPINGS.iter().filter(|(name, _)| !OPEN.contains(name)) {
        let part = &schema["$defs"][*name];
        let mut mapping = maximal(part, &schema);
        let fine = agent_findings(&placed(place, &mapping));
        mapping.insert(STRANGER.to_owned(), json!(1));
        same_keys(name, part, &fine, &agent_findings(&placed(place, &mapping)));
    }
}

#[test]
fn the_schema_refuses_the_stranger_too() {
    let schema = published("agent");
    let mut whole = maximal(&schema, &schema);
    whole.insert(STRANGER.to_owned(), json!(1));
    assert!(refuses_stranger(&schema, &Json::Object(whole)));
    for (name, _) in MAPPINGS {
        let part = json!({"$ref": format!("#/$defs/{name}"), "$defs": schema["$defs"]});
        let mut mapping = maximal(&schema["$defs"][name], &schema);
        assert!(!refuses_stranger(&part, &Json::Object(mapping.clone())), "{name}");
        mapping.insert(STRANGER.to_owned(), json!(1));
        let refused = refuses_stranger(&part, &Json::Object(mapping));
        assert_eq!(refused, !OPEN.contains(&name), "{name}");
    }
}

#[test]
fn every_mapping_with_known_keys_is_looked_at() {
    let schema = published("agent");
    let closed = schema["$defs"].as_object().unwrap().iter();
    let closed = closed.filter(|(_, part)| part["additionalProperties"] == json!(false));
    let closed: BTreeSet<&str> = closed.map(|(name, _)| name.as_str()).collect();
    let listed = MAPPINGS.iter().map(|(name, _)| *name).filter(|name| !OPEN.contains(name));
    assert_eq!(closed, listed.collect());
}

#[test]
fn open_mappings_take_any_keyword_and_say_what_the_schema_says() {
    let schema = published("agent");
    for (name, place) in MAPPINGS.iter().filter(|(name, _)| OPEN.contains(name)) {
        let mut mapping = maximal(&schema["$defs"][*name], &schema);
        mapping.insert(STRANGER.to_owned(), json!(1));
        let findings = agent_findings(&placed(place, &mapping));
        assert!(!findings.iter().any(is_format), "{name}: {findings:#?}");
    }
}

/// Every mapping of a step with known keys: its name among the schema's `$defs`, and where it stands.
const STEP_MAPPINGS: [(&str, &str); 5] = [
    ("slot", r#"{"slots": {"volume": "@"}}"#),
    ("scriptTexts", r#"{"scripts": {"entry": "@"}}"#),
    ("retries", r#"{"retries": "@"}"#),
    ("rule", r#"{"logic": ["@"]}"#),
    ("tool", r#"{"tools": ["@"]}"#),
];

#[test]
fn a_prompt_has_the_keys_of_its_schema_and_a_step_has_more() {
    for (name, published_as) in [("policy/tone", "prompt"), ("step/volume", "step")] {
        let schema = published(published_as);
        let mut front = maximal(&schema, &schema);
        let fine = prompt_findings(name, &front);
        front.insert(STRANGER.to_owned(), json!(1));
        same_keys(name, &schema, &fine, &prompt_findings(name, &front));
        assert!(refuses_stranger(&schema, &Json::Object(front)), "{name}");
    }
    let (prompt, step) = (published("prompt"), published("step"));
    let keys = |schema: &Json| schema["properties"].as_object().unwrap().clone();
    let (prompt_keys, step_keys) = (keys(&prompt), keys(&step));
    assert!(prompt_keys.iter().all(|(key, part)| step_keys.get(key) == Some(part)));
    let findings = prompt_findings("policy/tone", &maximal(&step, &step));
    let strangers = findings.iter().filter(|finding| finding.code == "format.unknown-key");
    assert_eq!(strangers.count(), step_keys.len() - prompt_keys.len());
}

#[test]
fn every_mapping_of_a_step_has_the_keys_of_the_schema() {
    let schema = published("step");
    let closed = schema["$defs"].as_object().unwrap().iter();
    let closed = closed.filter(|(_, part)| part["additionalProperties"] == json!(false));
    let closed: BTreeSet<&str> = closed.map(|(name, _)| name.as_str()).collect();
    assert_eq!(closed, STEP_MAPPINGS.iter().map(|(name, _)| *name).collect());
    for (name, place) in STEP_MAPPINGS {
        let front = |mapping: &Map<String, Json>| match serde_json::from_str(
            &place.replace("\"@\"", &Json::Object(mapping.clone()).to_string()),
        ) {
            Ok(Json::Object(front)) => front,
            other => panic!("{name}: {other:?}"),
        };
        let part = &schema["$defs"][name];
        let mut mapping = maximal(part, &schema);
        let fine = prompt_findings("step/volume", &front(&mapping));
        mapping.insert(STRANGER.to_owned(), json!(1));
        same_keys(name, part, &fine, &prompt_findings("step/volume", &front(&mapping)));
        let part = json!({"$ref": format!("#/$defs/{name}"), "$defs": schema["$defs"]});
        assert!(refuses_stranger(&part, &Json::Object(mapping)), "{name}");
    }
}

#[test]
fn scripts_and_tools_are_read_in_every_form_of_the_schema() {
    let validator = validator("step");
    for front in [
        json!({"scripts": {"retry": ["Again?"]}}),
        json!({"scripts": {"retry": {"mode": "free", "texts": ["Again?"]}}}),
        json!({"scripts": {"retry": {"invalid": ["Again?"], "refused": {"texts": ["So?"]}}}}),
        json!({"scripts": {"too_dear": {"mode": "copy", "texts": ["It is worth it."]}}}),
        json!({"tools": ["stop", {"name": "start", "require": ["why"]}]}),
        json!({"critical_next": ["all required slots valid", "slots.volume > 3"]}),
        json!({"slots": {"size": {"enum": ["small", "large"]}, "code": {"pattern": "[a-z]+"}}}),
    ] {
        assert!(validator.is_valid(&front), "{front}");
        let Json::Object(map) = &front else { panic!("{front}") };
        let findings = prompt_findings("step/volume", map);
        assert!(findings.is_empty(), "{front}: {findings:#?}");
    }
    for front in [
        json!({"scripts": {"entry": "Hello"}}),
        json!({"scripts": {"retry": {"mode": "loud", "texts": []}}}),
        json!({"scripts": {"retry": {"invalid": "Again?"}}}),
        json!({"retries": {"then": "explode"}}),
        json!({"logic": [{"decide": "perhaps"}]}),
        json!({"tools": [{"require": ["why"]}]}),
        json!({"slots": {"size": {"type": "array"}}}),
        json!({"slots": {"size": {"type": "phone", "region": "Germany"}}}),
    ] {
        assert!(!validator.is_valid(&front), "{front}");
        let Json::Object(map) = &front else { panic!("{front}") };
        assert!(!prompt_findings("step/volume", map).is_empty(), "{front}");
    }
}

#[test]
fn a_role_has_the_keys_of_the_schema_and_no_others() {
    let schema = published("role");
    let root = ("", &schema);
    let of = |name: &str| &schema["$defs"][name];
    let parts = [
        root,
        ("/prompt_config", of("promptConfig")),
        ("/prompt_config/output_templates", of("outputTemplates")),
        ("/prompt_config/memory_profile", of("memoryProfile")),
        ("/modes/strict", of("mode")),
        ("/model", of("model")),
    ];
    let closed = schema["$defs"].as_object().unwrap().values();
    let closed = closed.filter(|part| part["additionalProperties"] == json!(false)).count();
    assert_eq!(parts.len(), closed + 1);
    let config = json!({"system_prompt": "A.", "templates": maximal(of("templates"), &schema),
        "output_templates": maximal(of("outputTemplates"), &schema), "memory_profile": {}});
    let base = json!({"name": "a", "prompt_config": config, "model": {"name": "gpt-5.4"},
        "modes": {"strict": {"system_addon": "B."}}});
    for (pointer, part) in parts {
        let mut whole = base.clone();
        let place = whole.pointer_mut(pointer).and_then(Json::as_object_mut).unwrap();
        for (key, value) in maximal(part, &schema) {
            place.entry(key).or_insert(value);
        }
        let (role, fine) = role::of_json(&whole);
        assert!(role.is_some() && validator("role").is_valid(&whole), "{pointer}: {fine:#?}");
        let place = whole.pointer_mut(pointer).and_then(Json::as_object_mut).unwrap();
        place.insert(STRANGER.to_owned(), json!(1));
        let (_, strange) = role::of_json(&whole);
        same_keys(pointer, part, &fine, &strange);
        assert_eq!(strange[0].pointer, Some(format!("{pointer}/{STRANGER}")));
        assert!(!validator("role").is_valid(&whole), "{pointer}");
    }
}

#[test]
fn a_case_with_an_unknown_key_is_refused_by_both() {
    let validator = validator("case");
    let case = |place: &str| json_of("case", &place.replace('@', &format!("{STRANGER}: 1")));
    let places = [
        "{turns: [{}], @}",
        "{turns: [{@}]}",
        "{turns: [{memory: {@}}]}",
        "{turns: [{expect: {@}}]}",
        "{turns: [{expect: {tokens: {@}}}]}",
        "{turns: [{history: [{role: user, content: Hi, @}]}]}",
        "{turns: [{actions: [{name: stop, @}]}]}",
        "{turns: [{message: [{type: image, url: a, @}]}]}",
    ];
    for place in places {
        let source = Source::new("cases/a.yaml", &case(place).to_string());
        let (_, findings) = case::parse(&source, "a");
        let told = findings.iter().any(is_format);
        assert!(told, "the reader takes {place}");
        assert!(!validator.is_valid(&case(place)), "the schema takes {place}");
        let without = json_of("case", &place.replace(", @", "").replace('@', ""));
        assert!(validator.is_valid(&without), "the schema refuses {without}");
        let source = Source::new("cases/a.yaml", &without.to_string());
        assert!(case::parse(&source, "a").1.is_empty(), "the reader refuses {without}");
    }
}

#[test]
fn what_is_published_is_a_schema_and_its_copy_is_the_same() {
    let folder = root().join("docs/schemas");
    for name in schema::NAMES {
        let found = published(name);
        jsonschema::meta::validate(&found).unwrap_or_else(|error| panic!("{name}: {error}"));
        let text = serde_json::to_string_pretty(&found).unwrap() + "\n";
        let file = folder.join(format!("{name}.json"));
        if std::env::var_os("PROEM_BLESS").is_some() {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&file, &text).unwrap();
        }
        let copy = fs::read_to_string(&file).unwrap_or_default();
        assert!(
            copy == text,
            "docs/schemas/{name}.json is not what is published; renew it with \
             PROEM_BLESS=1 cargo test -p proem --test schemas"
        );
    }
    assert_eq!(schema::schema("zzz"), None);
}

#[test]
fn findings_are_of_the_published_form() {
    let text = "---\ntitel: A\ncontext: [a, a]\nwhen: 1\n---\n{{ a | uper }}{% set b = 1 %}\n";
    let name = PromptName::parse("coach/opening").unwrap();
    let (_, findings) = prompt::parse(&Source::new("prompts/coach/opening.md", text), &name, 0);
    let fixes = findings.iter().filter(|finding| finding.fix.is_some()).count();
    assert_eq!((findings.len(), fixes), (3, 3), "{findings:#?}");
    let validator = jsonschema::validator_for(&published("finding")).unwrap();
    let bare = Diagnostic::warning("a.b", "no place");
    for finding in findings.iter().chain([&bare]) {
        let told = serde_json::to_value(finding).unwrap();
        assert!(validator.is_valid(&told), "{told:#}");
    }
}

/// The reader takes every key of the schema; and where it meets a stranger, it tells it once and
/// lists the keys of the schema.
fn same_keys(what: &str, part: &Json, fine: &[Diagnostic], strange: &[Diagnostic]) {
    let refused: Vec<_> = fine.iter().filter(|finding| is_format(finding)).collect();
    assert!(refused.is_empty(), "{what}: {refused:#?}");
    let told: Vec<_> = strange.iter().filter(|finding| is_format(finding)).collect();
    let [told] = told.as_slice() else {
        panic!("{what}: expected one finding of the format, found {told:#?}")
    };
    assert_eq!(told.code, "format.unknown-key", "{what}");
    let help = told.help.as_deref().unwrap_or_default();
    let list = help.strip_prefix("Known here: ").and_then(|list| list.strip_suffix('.'));
    let asked: BTreeSet<&str> = list.unwrap_or_default().split(", ").collect();
    let properties = part["properties"].as_object().map(Map::keys).into_iter().flatten();
    assert_eq!(asked, properties.map(String::as_str).collect(), "{what}");
}

/// A finding about keys and shapes, not about meaning.
fn is_format(finding: &Diagnostic) -> bool {
    finding.code.starts_with("format.") || finding.code.starts_with("yaml.")
}

fn refuses_stranger(schema: &Json, value: &Json) -> bool {
    let Ok(validator) = jsonschema::validator_for(schema) else {
        return false;
    };
    validator.iter_errors(value).any(|error| match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            unexpected.iter().any(|name| name == STRANGER)
        }
        _ => false,
    })
}

/// A mapping with every property of a schema, each with a minimal value.
fn maximal(part: &Json, root: &Json) -> Map<String, Json> {
    let properties = part["properties"].as_object().into_iter().flatten();
    properties.map(|(key, part)| (key.clone(), sample(part, root))).collect()
}

/// A value of a schema: its first example or word, or the least that its type allows.
fn sample(part: &Json, root: &Json) -> Json {
    let first = |word: &str| part[word].as_array().and_then(|list| list.first()).cloned();
    if let Some(value) = first("examples").or_else(|| first("enum")) {
        return value;
    }
    if let Some(pointer) = part["$ref"].as_str().and_then(|name| name.strip_prefix('#')) {
        return root.pointer(pointer).map(|part| sample(part, root)).unwrap_or_default();
    }
    match part["type"].as_str() {
        Some("string") => json!("text"),
        Some("integer" | "number") => json!(1),
        Some("boolean") => json!(true),
        Some("array") => match part["items"] {
            Json::Object(_) => json!([sample(&part["items"], root)]),
            _ => json!(["text"]),
        },
        Some("object") => {
            let needed = part["required"].as_array().into_iter().flatten();
            let needed = needed.filter_map(Json::as_str);
            needed.map(|key| (key.to_owned(), sample(&part["properties"][key], root))).collect()
        }
        _ => first("anyOf").map_or_else(|| json!("text"), |option| sample(&option, root)),
    }
}

/// An agent with a mapping at its place.
fn placed(place: &str, mapping: &Map<String, Json>) -> Json {
    let text = place.replace("\"@\"", &Json::Object(mapping.clone()).to_string());
    let mut agent = json!({"agent": "a", "model": {"name": "gpt-5.4"}, "layers": []});
    if let (Some(agent), Ok(Json::Object(part))) =
        (agent.as_object_mut(), serde_json::from_str(&text))
    {
        agent.extend(part);
    }
    agent
}

fn agent_findings(agent: &Json) -> Vec<Diagnostic> {
    load::agent(&Source::new(load::AGENT_FILE, &agent.to_string())).1
}

fn prompt_findings(name: &str, front: &Map<String, Json>) -> Vec<Diagnostic> {
    let text = format!("---\n{}\n---\nText.\n", Json::Object(front.clone()));
    let Ok(parsed) = PromptName::parse(name) else {
        return Vec::new();
    };
    prompt::parse(&Source::new(&format!("prompts/{name}.md"), &text), &parsed, 0).1
}

fn json_of(path: &str, text: &str) -> Json {
    let mut findings = Vec::new();
    let node = yaml::parse(&Source::new(path, text), 0, text.len(), &mut findings);
    assert!(findings.is_empty(), "{path}: {findings:#?}");
    node.map(|node| node.to_json()).unwrap_or_default()
}

/// The YAML at the beginning of a prompt's file, if it is one and has any.
fn front_matter<'t>(path: &str, text: &'t str) -> Option<&'t str> {
    let rest = text.strip_prefix("---\n").filter(|_| path.contains("/prompts/"))?;
    rest.find("\n---\n").and_then(|end| rest.get(..=end))
}

fn published(name: &str) -> Json {
    schema::schema(name).unwrap_or_else(|| panic!("there is no schema `{name}`"))
}

fn validator(name: &str) -> jsonschema::Validator {
    jsonschema::validator_for(&published(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every file below a folder, by path.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            found.extend(files(&entry.path())?);
        } else {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}
