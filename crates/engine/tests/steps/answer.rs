//! The answer contract of a step.

use serde_json::{Value as Json, json};

use crate::flow::{Assembly, changed, compiled, in_volume, input, intake, layer, made};

fn schema(assembly: &Assembly) -> Json {
    assembly.body()["response_format"]["json_schema"]["schema"].clone()
}

#[test]
fn the_answer_has_the_slots_and_scripts_of_the_step() {
    let agent = compiled(&intake());
    let mut volume = in_volume();
    volume.config.clear();
    let assembly = made(&agent, &volume);
    let schema = schema(&assembly);
    let fields: Vec<&String> = schema["properties"].as_object().unwrap().keys().collect();
    assert_eq!(
        fields,
        ["messages", "decision", "slots", "script", "intent", "corrections", "reason"]
    );
    assert_eq!(schema["properties"]["decision"]["enum"], json!(["stay", "next"]));
    let slots = &schema["properties"]["slots"]["anyOf"][0]["properties"];
    assert_eq!(slots["volume"]["type"], json!(["integer", "null"]));
    assert_eq!(
        (&slots["volume"]["minimum"], &slots["volume"]["maximum"]),
        (&json!(1), &json!(10_000_000))
    );
    // What the engine says by itself is no choice of the model's.
    let scripts = &schema["properties"]["script"]["anyOf"][0]["enum"];
    assert_eq!(*scripts, json!(["entry", "retry.invalid", "retry.refused"]));
    let authored = assembly
        .manifest
        .authored
        .iter()
        .map(|entry| (entry.pointer.as_str(), entry.name.as_str()));
    let slots = "/response_format/json_schema/schema/properties/slots";
    assert_eq!(authored.collect::<Vec<_>>(), [(slots, "step/volume@0")]);
    assert_eq!(assembly.manifest.actions, Vec::<String>::new());
}

#[test]
fn tools_of_the_step_are_fields_with_their_policy() {
    let change = [(
        "agent.yaml",
        "params: {name: {type: string}}",
        "params: {name: {type: string, required: false}, current_step: {type: string}}",
    )];
    let assembly = made(&compiled(&changed(&change)), &input(json!({"message": "Ann"})));
    assert_eq!(assembly.manifest.actions, ["update_contact_name"]);
    let schema = schema(&assembly);
    let action = &schema["properties"]["update_contact_name"]["anyOf"][0];
    assert_eq!(action["properties"], json!({"name": {"type": "string"}}));
    assert_eq!(action["required"], json!(["name"]));
    let packet = layer(&assembly, "packet");
    assert!(packet.ends_with("- `update_contact_name`: with `name`, never with `current_step`"));
    // Another step does not have it.
    let assembly = made(&compiled(&changed(&change)), &in_volume());
    assert!(assembly.manifest.actions.is_empty());
}

#[test]
fn with_tools_the_decision_is_one() {
    let change = [("agent.yaml", "answer: {kind: steps}", "answer: {kind: steps, actions: tools}")];
    let assembly = made(&compiled(&changed(&change)), &in_volume());
    let fields: Vec<String> =
        schema(&assembly)["properties"].as_object().unwrap().keys().cloned().collect();
    assert_eq!(fields, ["messages"]);
    let body = assembly.body();
    let tool = &body["tools"][0]["function"];
    assert_eq!(tool["name"], "update_step_conversation");
    let params: Vec<&String> =
        tool["parameters"]["properties"].as_object().unwrap().keys().collect();
    assert_eq!(params, ["decision", "slots", "script", "intent", "corrections", "reason"]);
    let words = layer(&assembly, "answer");
    assert!(words.contains("Call `update_step_conversation` in every turn"), "{words}");
    let places: Vec<&str> =
        assembly.manifest.authored.iter().map(|entry| entry.pointer.as_str()).collect();
    assert!(places.contains(&"/tools/0/function/parameters/properties/slots"), "{places:?}");
}

#[test]
fn an_author_may_word_the_tool_that_decides() {
    let change = [
        ("agent.yaml", "answer: {kind: steps}", "answer: {kind: steps, actions: tools}"),
        (
            "agent.yaml",
            "core: [core/identity]",
            "  update_step_conversation:\n    description: Says whether the talk goes on.\n    params: {decision: {enum: [stay, next], description: Your word.}, current_step: {type: string}, mood: {type: string}}\ncore: [core/identity]",
        ),
    ];
    let body = made(&compiled(&changed(&change)), &in_volume()).body();
    let tool = &body["tools"][0]["function"];
    assert_eq!(tool["description"], "Says whether the talk goes on.");
    assert_eq!(tool["parameters"]["properties"]["decision"]["description"], "Your word.");
    let params = tool["parameters"]["properties"].as_object().unwrap();
    assert!(params.contains_key("mood") && !params.contains_key("current_step"), "{params:?}");
}

#[test]
fn behind_the_end_nothing_is_decided() {
    let change = [("agent.yaml", "answer: {kind: steps}", "answer: {kind: steps, actions: tools}")];
    let agent = compiled(&changed(&change));
    let turn = input(json!({"state": {"step": "end", "stage": "hello"}, "message": "Thanks!"}));
    let assembly = made(&agent, &turn);
    assert_eq!(assembly.body().get("tools"), None);
    let packet = assembly.manifest.layers.iter().find(|layer| layer.id == "packet").unwrap();
    assert_eq!(packet.reason, "the flow has ended");
    assert!(!layer(&assembly, "answer").contains("decision"));
}

#[test]
fn every_kind_of_slot_is_a_schema_and_a_sentence() {
    let slots = "  volume:\n    type: integer\n    minimum: 1\n    maximum: 10000000\n    extract: a monthly count; \"two thousand\" is 2000\n";
    let kinds = [
        (
            "{type: integer, minimum: 3}",
            json!({"type": "integer", "minimum": 3}),
            "a whole number, at least 3",
        ),
        (
            "{type: number, maximum: 0.5}",
            json!({"type": "number", "maximum": 0.5}),
            "a number, at most 0.5",
        ),
        (
            "{type: string, maxLength: 20}",
            json!({"type": "string", "maxLength": 20}),
            "a text on one line of at most 20 characters",
        ),
        ("{type: boolean}", json!({"type": "boolean"}), "true or false"),
        (
            "{enum: [small, large]}",
            json!({"type": "string", "enum": ["small", "large"]}),
            "one of `small`, `large`",
        ),
        (
            "{pattern: '[A-Z]{2}|x'}",
            json!({"type": "string", "pattern": "^(?:[A-Z]{2}|x)$"}),
            "a text of a fixed form that matches `[A-Z]{2}|x`",
        ),
        ("{type: email}", json!({"type": "string", "format": "email"}), "an e-mail address"),
        (
            "{type: phone, region: DE}",
            json!({"type": "string"}),
            "a telephone number with its calling code, written `+` and digits; without a prefix it is taken as one of DE",
        ),
        (
            "{type: date}",
            json!({"type": "string", "format": "date"}),
            "a date, written year-month-day",
        ),
        (
            "{type: money, minimum: 10, currency: EUR}",
            json!({"type": "string"}),
            "an amount of money with its currency, such as 12.50 EUR, at least 10; EUR where none is named",
        ),
        (
            "{type: name, minLength: 1, maxLength: 80}",
            json!({"type": "string", "minLength": 1, "maxLength": 80}),
            "a name of 1 to 80 characters",
        ),
        ("{type: text, required: false}", json!({"type": "string"}), "free text"),
    ];
    for (declared, wanted, words) in kinds {
        let with = format!("  volume: {declared}\n");
        let change = [
            ("prompts/step/volume.md", slots, with.as_str()),
            (
                "prompts/step/volume.md",
                "logic:\n  - when: slots.volume >= config.enterprise_from\n    decide: next\n    to: end\n",
                "",
            ),
        ];
        let agent = compiled(&changed(&change));
        let mut turn = in_volume();
        turn.message = None;
        let assembly = made(&agent, &turn);
        let need = if declared.contains("required: false") { "optional" } else { "required" };
        let line = format!("- `volume` ({need}): {words}\n");
        assert!(layer(&assembly, "packet").contains(&line), "{line}{}", layer(&assembly, "packet"));
        let sent =
            schema(&assembly)["properties"]["slots"]["anyOf"][0]["properties"]["volume"].clone();
        for (key, value) in wanted.as_object().unwrap() {
            let told = sent["description"].as_str().is_some_and(|text| text.contains(key.as_str()));
            let inner = if key == "type" { json!([value, "null"]) } else { value.clone() };
            let found = sent.get(key).or_else(|| sent["anyOf"][0].get(key));
            assert!(
                told || found == Some(&inner) || found == Some(value),
                "{declared}: {key}: {sent}"
            );
        }
    }
}
