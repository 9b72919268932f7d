//! Invariant 3. Accounted: every byte of the text parts has one origin, and every text of the payload is a part.

use std::collections::BTreeSet;

use crate::host::Assembly;
use proem::agent::input::{Content, Message, Part, Speaker, TurnInput};
use proem::turn::account::manifest::Range;
use proem::turn::origins::Origin;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestCaseError;
use serde_json::{Value as Json, json};

use crate::host::{self, MODELS, hold, with_model};
use crate::make;
use crate::read::{self, slice};

/// Spans cover `0..end` in order, without gap or overlap.
fn cover(spans: impl Iterator<Item = Range>, end: usize) -> Result<(), TestCaseError> {
    let mut at = 0;
    for span in spans {
        prop_assert_eq!(span[0], at);
        prop_assert!(span[1] > span[0]);
        at = span[1];
    }
    prop_assert_eq!(at, end);
    Ok(())
}

/// Whether a string of the payload says what kind of thing stands beside it, or is a part that is
/// not text.
fn is_frame(pointer: &str) -> bool {
    let last = pointer.rsplit('/').next().unwrap_or_default();
    let frames = [
        "role",
        "type",
        "id",
        "tool_call_id",
        "tool_use_id",
        "call_id",
        "name",
        "url",
        "media_type",
        "data",
        "detail",
        "image_url",
        "file_url",
        "file_data",
        "filename",
        "mimeType",
        "fileUri",
        "thoughtSignature",
        "arguments",
    ];
    let inside = ["/tool_calls/", "/input/", "/args/"];
    let parts = pointer.split_once('/').map_or("", |(_, rest)| rest);
    // What Responses calls `input` is the conversation itself.
    let parts = parts.strip_prefix("input/").unwrap_or(parts);
    frames.contains(&last) || inside.iter().any(|step| format!("/{parts}").contains(step))
}

fn account(assembly: &Assembly, input: &TurnInput) -> Result<(), TestCaseError> {
    let manifest = &assembly.manifest;
    let end = assembly.text.len();
    cover(manifest.origins.iter().map(|entry| entry.span), end)?;
    cover(manifest.parts.iter().map(|part| part.span), end)?;
    let body = assembly.body();
    for part in &manifest.parts {
        let found = body.pointer(&part.pointer).and_then(Json::as_str);
        prop_assert_eq!(found, Some(slice(assembly, part.span)), "{}", &part.pointer);
    }
    let mut last = 0;
    for layer in manifest.layers.iter().filter(|layer| layer.span.is_some()) {
        let span = layer.span.unwrap();
        prop_assert!(span[0] >= last && span[1] > span[0], "{}: {span:?}", &layer.id);
        last = span[1];
        if layer.channel != proem::agent::layer::Channel::History && layer.id != "message" {
            let inside = |part: &&proem::turn::account::manifest::PartEntry| {
                part.span[0] <= span[0] && span[1] <= part.span[1]
            };
            prop_assert_eq!(manifest.parts.iter().filter(inside).count(), 1, "{}", &layer.id);
        }
    }
    // What is neither a part nor a frame must be the result of a tool, a part that is not text.
    let parts: BTreeSet<&str> = manifest.parts.iter().map(|part| part.pointer.as_str()).collect();
    let results = input.history.iter().filter(|message| message.role == Speaker::Tool);
    let mut left = results.filter(|message| matches!(&message.content, Content::Parts(_))).count();
    for (pointer, text) in read::strings(&body) {
        if parts.contains(pointer.as_str()) || is_frame(&pointer) {
            continue;
        }
        let is_result = pointer.ends_with("/content") || pointer.ends_with("/output");
        prop_assert!(left > 0 && is_result, "unaccounted: {pointer}: {text}");
        left -= 1;
    }
    Ok(())
}

#[test]
fn every_byte_has_one_origin_and_every_text_is_a_part() {
    let strategy = (make::any_agent(4), select(MODELS.to_vec()));
    hold(150, 60, strategy, |((name, input), model)| {
        let Ok(Some(assembly)) = host::call(host::agent(name), &input, &with_model(model)) else {
            return Ok(false);
        };
        account(&assembly, &input)?;
        Ok(true)
    });
}

/// Letters and digits alone: what no neutralisation takes away.
fn letters(text: &str) -> String {
    let mut text = text.to_owned();
    for entity in ["&lt;", "&gt;", "&#91;"] {
        text = text.replace(entity, "");
    }
    let fillers = ['\u{115F}', '\u{1160}', '\u{3164}', '\u{FFA0}'];
    text.chars().filter(|c| c.is_alphanumeric() && !fillers.contains(c)).collect()
}

#[test]
fn bytes_of_a_key_are_bytes_of_its_value() {
    let strategy = (make::fields(2), select(MODELS.to_vec()), make::text());
    hold(120, 100, strategy, |(input, model, page)| {
        let mut options = with_model(model);
        options.fetched.insert("document".into(), page.clone().into());
        let assembly = host::made(host::agent("fields"), &input, &options);
        let filters = read::layer(&assembly, "filters").span.unwrap();
        let own = |key: &str| -> Vec<String> {
            let is_key =
                |origin: &Origin| matches!(origin, Origin::Context { name } if name == key);
            let entries = assembly.manifest.origins.iter();
            let outside =
                entries.filter(|entry| is_key(&entry.origin) && entry.span[0] < filters[0]);
            let lines = outside.flat_map(|entry| slice(&assembly, entry.span).split('\n'));
            lines.map(letters).filter(|text| !text.is_empty()).collect()
        };
        // A value may stand as a whole, or line by line where it keeps its lines.
        let fits = |text: &str, values: &[String]| {
            let is = |value: &String| {
                letters(value) == text || value.split('\n').any(|line| letters(line) == text)
            };
            text == "None" || values.iter().any(is)
        };
        let of = |item: &Json| item.as_str().unwrap().to_owned();
        let entries: Vec<String> =
            input.memory.entries.iter().map(|entry| of(&entry["text"])).collect();
        let twice: Vec<String> = entries.iter().map(|text| format!("{text} {text}")).collect();
        let mut lines: Vec<String> =
            input.input["lines"].as_array().unwrap().iter().map(of).collect();
        lines.push(lines.concat());
        let values = [
            ("user_name", vec![of(&input.state["user"]["name"])]),
            ("note", vec![of(&input.input["note"])]),
            ("document", vec![page]),
            ("memories", entries),
            ("openers", twice),
            ("lines", lines),
        ];
        for (key, values) in values {
            for text in own(key) {
                prop_assert!(fits(&text, &values), "{key}: {text}");
            }
        }
        Ok(true)
    });
}

#[test]
fn a_part_that_a_provider_has_no_place_for_is_not_lost_in_silence() {
    let result = Part::ToolResult { id: "call_1".into(), content: "FORTY-TWO".into() };
    let picture = Part::Image { url: "https://example.com/PICTURE.png".into(), tokens: Some(85) };
    let file =
        Part::File { url: "https://example.com/FILE.pdf".into(), name: None, tokens: Some(85) };
    for model in MODELS {
        for (part, mark) in [(&result, "FORTY-TWO"), (&picture, "PICTURE"), (&file, "FILE")] {
            for role in [Speaker::User, Speaker::Assistant] {
                let content =
                    Content::Parts(vec![Part::Text { text: "here".into() }, part.clone()]);
                let input = TurnInput {
                    history: vec![Message { role, content }],
                    message: Some(Content::Text("and?".into())),
                    ..TurnInput::default()
                };
                let outcome = host::call(host::agent("fields"), &input, &with_model(model));
                let Ok(Some(assembly)) = outcome else {
                    continue;
                };
                let told = serde_json::to_string(&assembly.manifest.warnings).unwrap()
                    + &serde_json::to_string(&assembly.manifest.lowering).unwrap();
                let there = assembly.payload.contains(mark);
                assert!(there || told.contains("history"), "{model}: {role:?}: {mark} is lost");
            }
        }
    }
}

/// What only one model can read goes to it as it came, between the texts it stood between; for another
/// model it is left out, and that is said.
#[test]
fn what_is_opaque_goes_to_its_own_model_alone() {
    let value = json!({"type": "thinking", "thinking": "<|im_start|> Hm.", "signature": "c2ln"});
    let say = |text: &str| Part::Text { text: text.into() };
    let opaque =
        Part::Opaque { provider: "anthropic".into(), model: "claude-opus-5".into(), value };
    let message = |role, parts| Message { role, content: Content::Parts(parts) };
    let input = TurnInput {
        history: vec![
            message(Speaker::User, vec![say("Hi.")]),
            message(Speaker::Assistant, vec![say("One."), opaque.clone(), say("Two.")]),
            message(Speaker::Assistant, vec![opaque.clone()]),
        ],
        message: Some(Content::Text("And?".into())),
        ..TurnInput::default()
    };
    let agent = host::agent("fields");
    for (model, own) in [("claude-opus-5", true), ("claude-haiku-5", false), ("gpt-5.4", false)] {
        let assembly = host::call(agent, &input, &with_model(model)).unwrap().unwrap();
        let lowering = serde_json::to_string(&assembly.manifest.lowering).unwrap();
        let warnings = assembly.manifest.warnings.join("\n");
        let note = "only claude-opus-5 of anthropic can read it";
        assert_eq!(lowering.contains(note), !own, "{model}: {lowering}");
        assert_eq!(warnings.contains(note), !own, "{model}: {warnings}");
        let body: Json = serde_json::from_str(&assembly.payload).unwrap();
        if own {
            let expected = json!([
                {"type": "text", "text": "One."},
                {"signature": "c2ln", "thinking": "<|im_start|> Hm.", "type": "thinking"},
                {"type": "text", "text": "Two."},
            ]);
            // The message that holds nothing else is none.
            assert_eq!(body["messages"][1]["content"], expected);
            assert_eq!(body["messages"].as_array().unwrap().len(), 3);
        } else {
            assert!(!assembly.payload.contains("c2ln"), "{model}");
        }
    }
    let misplaced = TurnInput {
        history: vec![message(Speaker::User, vec![say("Hi."), opaque.clone()])],
        ..input.clone()
    };
    let findings = host::call(agent, &misplaced, &with_model("gpt-5.4")).unwrap_err();
    assert!(findings.iter().any(|finding| finding.code == "history.part"), "{findings:?}");
}
