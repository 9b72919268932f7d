//! Parameters: the same wish under each provider's name, and what is left out.

use serde_json::{Value as Json, json};

use crate::host::{ALL, model, offer, plain};

/// The members of a payload that parameters make, and what was left out.
fn made(provider: &str, name: &str, params: Json) -> (Json, Vec<String>) {
    let offer = offer(provider, &plain(), &model(name, params));
    let members = serde_json::from_str(&format!("{{{}}}", offer.members)).unwrap();
    (members, offer.lowering.into_iter().map(|entry| entry.pointer).collect())
}

#[test]
fn each_provider_gets_what_it_takes() {
    let params = json!({
        "temperature": 0.6, "top_p": 0.9, "top_k": 40, "stop": "END", "seed": 7,
        "reasoning_effort": "low", "verbosity": "low", "thinking": {"type": "adaptive"},
        "effort": "high", "thinkingConfig": {"thinkingLevel": "low"}, "store": false,
    });
    let expected = [
        (
            json!({"max_completion_tokens": 500, "temperature": 0.6, "top_p": 0.9, "top_k": 40,
                "stop": "END", "seed": 7, "reasoning_effort": "low", "verbosity": "low",
                "thinking": {"type": "adaptive"}, "store": false}),
            vec!["/effort", "/thinkingConfig"],
        ),
        (
            json!({"max_output_tokens": 500, "temperature": 0.6, "top_p": 0.9,
                "reasoning": {"effort": "low"}, "text": {"verbosity": "low"}, "store": false}),
            vec!["/top_k", "/stop", "/seed", "/thinking", "/effort", "/thinkingConfig"],
        ),
        (
            json!({"stop_sequences": ["END"], "thinking": {"type": "adaptive"},
                "output_config": {"effort": "high"}, "store": false}),
            vec![
                "/temperature",
                "/top_p",
                "/top_k",
                "/seed",
                "/reasoning_effort",
                "/verbosity",
                "/thinkingConfig",
            ],
        ),
        (
            json!({"generationConfig": {"maxOutputTokens": 500, "temperature": 0.6, "topP": 0.9,
                "topK": 40, "stopSequences": ["END"], "seed": 7,
                "thinkingConfig": {"thinkingLevel": "low"}}, "store": false}),
            vec!["/reasoning_effort", "/verbosity", "/thinking", "/effort"],
        ),
    ];
    for ((provider, name), (members, left_out)) in ALL.into_iter().zip(expected) {
        let found = made(provider, name, params.clone());
        assert_eq!(
            found,
            (members, left_out.into_iter().map(str::to_owned).collect()),
            "{provider}"
        );
    }
}

#[test]
fn what_no_row_knows_is_passed_on() {
    let (members, left_out) = made(
        "gemini",
        "gemini-3.1-pro",
        json!({
            "mediaResolution": "MEDIA_RESOLUTION_LOW", "safetySettings": [], "stop": ["a", "b"],
        }),
    );
    assert_eq!(members["generationConfig"]["mediaResolution"], "MEDIA_RESOLUTION_LOW");
    assert_eq!(members["generationConfig"]["stopSequences"], json!(["a", "b"]));
    assert_eq!(members["safetySettings"], json!([]));
    assert!(left_out.is_empty());
    let (members, _) = made("openai-chat", "llama-3", json!({"min_p": 0.1}));
    assert_eq!(members["min_p"], json!(0.1));
}

#[test]
fn the_schema_stands_beside_what_parameters_make() {
    let schema =
        json!({"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]});
    let contract = crate::host::answering(schema);
    let params = json!({"verbosity": "low", "effort": "high"});
    let members = |provider, name| {
        let offer = offer(provider, &contract, &model(name, params.clone()));
        serde_json::from_str::<Json>(&format!("{{{}}}", offer.members)).unwrap()
    };
    let responses = members("openai-responses", "gpt-5.4");
    assert_eq!(responses["text"]["verbosity"], "low");
    assert_eq!(responses["text"]["format"]["name"], "answer");
    let anthropic = members("anthropic", "claude-opus-4-7");
    assert_eq!(anthropic["output_config"]["effort"], "high");
    assert_eq!(anthropic["output_config"]["format"]["type"], "json_schema");
}
