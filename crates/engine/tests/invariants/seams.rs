//! Layers keep a blank line between them and what stands beside them in the same message.
//!
//! Providers set the pieces of a message side by side, with nothing between them.

use proem::agent::input::TurnInput;
use serde_json::{Value as Json, json};

use crate::host::{MODELS, made, small, with_model};

const AGENT: &str = "\
agent: small
model: {name: gpt-5.4}
core: [core/identity]
layers:
  - {id: history, channel: history, shrink: oldest}
  - {id: now, channel: turn, prompts: [block/now]}
  - {id: message, channel: user}
answer:
  kind: schema
  schema: {type: object, properties: {a: {type: string}}, required: [a]}
";
const OPENING: &str = "(There is no message from the user. It is your turn to speak.)";

/// What stands in the last message, and what in the system's.
fn read(model: &str, input: &Json) -> (Vec<String>, Vec<String>) {
    let agent = small(AGENT, &[("core/identity", "Core."), ("block/now", "Now.")]);
    let input: TurnInput = serde_json::from_value(input.clone()).unwrap();
    let body = made(&agent, &input, &with_model(model)).body();
    let list = ["messages", "input", "contents"].iter().find_map(|key| body[key].as_array());
    let system = [&body["system"], &body["systemInstruction"]["parts"]];
    let system = system.into_iter().flat_map(|list| list.as_array().into_iter().flatten());
    let texts = |message: &Json| -> Vec<String> {
        let parts = [&message["content"], &message["parts"]];
        let parts = parts.into_iter().flat_map(|list| list.as_array().into_iter().flatten());
        let whole = message["content"].as_str().map(str::to_owned);
        whole.into_iter().chain(parts.map(|part| text(part).to_owned())).collect()
    };
    (texts(list.unwrap().last().unwrap()), system.map(|part| text(part).to_owned()).collect())
}

fn text(part: &Json) -> &str {
    part["text"].as_str().unwrap()
}

#[test]
fn in_a_message_with_the_users_own_text() {
    let said = |role: &str| json!({"role": role, "content": "Before."});
    for (input, joined) in [
        (json!({"message": "Hi"}), vec!["Now.\n\n", "Hi"]),
        (json!({}), vec!["Now.\n\n", OPENING]),
        (json!({"history": [said("user")]}), vec!["Before.", "\n\nNow."]),
        (
            json!({"history": [said("user")], "message": "Hi"}),
            vec!["Before.", "\n\nNow.\n\n", "Hi"],
        ),
        (json!({"history": [said("assistant")], "message": "Hi"}), vec!["Now.\n\n", "Hi"]),
    ] {
        for model in MODELS {
            let (found, _) = read(model, &input);
            let apart = model.starts_with("gpt");
            if apart {
                assert_eq!(found.len(), 1, "{model}: {input}");
                assert_eq!(found[0].trim(), found[0], "{model}: {input}");
            } else {
                assert_eq!(found, joined, "{model}: {input}");
            }
        }
    }
}

#[test]
fn in_front_of_a_schema_in_words() {
    for model in ["claude-3-opus", "gemini-1.5-pro"] {
        let (_, system) = read(model, &json!({"message": "Hi"}));
        assert_eq!(system[0], "Core.", "{model}");
        assert!(system[1].starts_with("\n\nAnswer with one JSON object"), "{model}: {}", system[1]);
    }
}
