//! Schemas as each provider can say them, and what is reported of the rest.

use serde_json::{Value as Json, json};

use crate::host::{ALL, answering, body, model, offer, text, with_tool};
use proem::turn::format::{CachePlan, Offer};
use proem::turn::message::seating::Role;

/// The offer for an answer of a schema.
fn answer(provider: &str, schema: &Json) -> Offer {
    let name = ALL.iter().find(|(known, _)| *known == provider).unwrap().1;
    offer(provider, &answering(schema.clone()), &model(name, json!({})))
}

/// What is sent for a property of the only object, and where what was given up would have stood.
fn property(provider: &str, schema: Json) -> (Json, Vec<String>) {
    let whole = json!({"type": "object", "properties": {"x": schema}, "required": ["x"],
        "additionalProperties": false});
    let offer = answer(provider, &whole);
    let sent = offer.schema.unwrap();
    (sent["properties"]["x"].clone(), offer.lowering.into_iter().map(|it| it.pointer).collect())
}

#[test]
fn pairs_of_openai_are_equal() {
    let pairs: Vec<Json> =
        serde_json::from_str(include_str!("../corpora/openai_strict.json")).unwrap();
    assert_eq!(pairs.len(), 7);
    for pair in pairs {
        for provider in ["openai-chat", "openai-responses"] {
            let offer = answer(provider, &pair["input"]);
            assert_eq!(offer.schema.as_ref(), Some(&pair["strict"]), "{}", pair["model"]);
            assert_eq!(offer.words, None);
        }
    }
}

#[test]
fn limits_stay_where_a_provider_enforces_them() {
    let schema = json!({"type": "integer", "description": "A count.", "minimum": 1, "maximum": 9,
        "multipleOf": 2});
    let (sent, given_up) = property("openai-chat", schema.clone());
    assert_eq!(sent, schema);
    assert!(given_up.is_empty());
    let (sent, given_up) = property("anthropic", schema.clone());
    let said = "A count. (minimum: 1, maximum: 9, multipleOf: 2)";
    assert_eq!(sent, json!({"type": "integer", "description": said}));
    let at = |word: &str| format!("/output_config/format/schema/properties/x/{word}");
    assert_eq!(given_up, [at("minimum"), at("maximum"), at("multipleOf")]);
    let (sent, given_up) = property("gemini", schema);
    let said = "A count. (multipleOf: 2)";
    assert_eq!(sent, json!({"type": "integer", "description": said, "minimum": 1, "maximum": 9}));
    assert_eq!(given_up, ["/generationConfig/responseJsonSchema/properties/x/multipleOf"]);
}

#[test]
fn every_other_limit_is_said_in_the_description() {
    for (schema, word) in [
        (json!({"type": "string", "minLength": 2}), "minLength"),
        (json!({"type": "string", "format": "iri"}), "format"),
        (json!({"type": "array", "items": {"type": "string"}, "uniqueItems": true}), "uniqueItems"),
        (json!({"type": "string", "not": {"const": "x"}}), "not"),
        (json!({"type": "string", "if": {"minLength": 2}, "then": {"maxLength": 4}}), "if"),
    ] {
        for (provider, _) in ALL {
            let (sent, given_up) = property(provider, schema.clone());
            assert_eq!(sent.get(word), None, "{provider}: {word}");
            let said = sent["description"].as_str().unwrap();
            assert!(said.contains(&format!("{word}: {}", schema[word])), "{provider}: {said}");
            let named = |pointer: &String| pointer.ends_with(&format!("/properties/x/{word}"));
            assert!(given_up.iter().any(named), "{provider}: {given_up:?}");
        }
    }
}

#[test]
fn optional_fields_are_nullable_where_all_are_required() {
    let schema = json!({"type": "object", "properties": {
        "name": {"type": "string"},
        "age": {"type": "integer"},
        "kind": {"enum": ["a", "b"]},
        "none": {"type": ["string", "null"]},
        "inner": {"type": "object", "properties": {"z": {"type": "boolean"}}},
    }, "required": ["name"]});
    let offer = answer("openai-chat", &schema);
    let nothing = json!({"type": "null"});
    let expected = json!({"type": "object", "properties": {
        "name": {"type": "string"},
        "age": {"type": ["integer", "null"]},
        "kind": {"anyOf": [{"enum": ["a", "b"], "type": "string"}, nothing]},
        "none": {"type": ["string", "null"]},
        "inner": {"anyOf": [{"type": "object", "properties": {"z": {"type": ["boolean", "null"]}},
            "required": ["z"], "additionalProperties": false}, nothing]},
    }, "required": ["name", "age", "kind", "none", "inner"], "additionalProperties": false});
    assert_eq!(offer.schema.unwrap(), expected);
    assert_eq!(offer.lowering.len(), 4);
    let offer = answer("anthropic", &schema);
    assert_eq!(offer.schema.unwrap()["required"], json!(["name"]));
    assert!(offer.lowering.is_empty());
}

#[test]
fn lists_of_types_become_alternatives_for_anthropic() {
    let schema = json!({"type": ["string", "null"], "description": "A word.", "enum": ["a", null],
        "minLength": 1});
    let (sent, _) = property("anthropic", schema.clone());
    let word = json!({"type": "string", "enum": ["a"], "description": "(minLength: 1)"});
    assert_eq!(sent, json!({"description": "A word.", "anyOf": [word, {"type": "null"}]}));
}

#[test]
fn fixed_values_are_texts_and_numbers_for_gemini() {
    let (sent, _) = property("gemini", json!({"const": "a"}));
    assert_eq!(sent, json!({"enum": ["a"], "type": "string"}));
    let (sent, _) = property("gemini", json!({"enum": ["a", null]}));
    let word = json!({"enum": ["a"], "type": "string"});
    assert_eq!(sent, json!({"anyOf": [word, {"type": "null"}]}));
    let (sent, given_up) = property("gemini", json!({"type": "boolean", "const": true}));
    assert_eq!(sent, json!({"type": "boolean", "description": "(const: true)"}));
    assert_eq!(given_up.len(), 1);
}

#[test]
fn one_of_and_all_of_are_written_otherwise() {
    let schema = json!({"oneOf": [{"type": "string"}, {"type": "integer"}]});
    let both = json!({"allOf": [
        {"$ref": "#/$defs/named"},
        {"type": "object", "properties": {"age": {"type": "integer"}}, "required": ["age"]},
    ]});
    let whole = json!({"type": "object", "properties": {"one": schema, "all": both},
        "required": ["one", "all"], "$defs": {"named": {"type": "object",
        "properties": {"name": {"type": "string"}}, "required": ["name"]}}});
    for (provider, _) in ALL {
        let offer = answer(provider, &whole);
        let sent = offer.schema.unwrap();
        let one = &sent["properties"]["one"];
        assert_eq!(*one, json!({"anyOf": [{"type": "string"}, {"type": "integer"}]}), "{provider}");
        let all = &sent["properties"]["all"];
        assert_eq!(all.get("allOf"), None, "{provider}");
        assert_eq!(all["required"], json!(["name", "age"]), "{provider}");
        assert!(all["properties"].get("name").is_some() && all["properties"].get("age").is_some());
        let notes: Vec<&str> = offer.lowering.iter().map(|entry| entry.note.as_str()).collect();
        assert_eq!(notes, ["written as anyOf: that exactly one matches is checked afterwards"]);
    }
}

#[test]
fn all_of_within_all_of_is_joined_too() {
    let inner = json!({"allOf": [{"type": "string"}], "description": "Inner."});
    for (provider, _) in ALL {
        let (sent, given_up) = property(provider, json!({"allOf": [inner, {"title": "T"}]}));
        assert_eq!(
            sent,
            json!({"type": "string", "title": "T", "description": "Inner."}),
            "{provider}"
        );
        assert!(given_up.is_empty(), "{provider}: {given_up:?}");
    }
}

#[test]
fn fields_beside_alternatives_go_into_each_of_them() {
    let schema = json!({"type": "object", "properties": {"id": {"type": "string"}},
    "required": ["id"], "anyOf": [
        {"properties": {"a": {"type": "string"}}, "required": ["a"]},
        {"properties": {"b": {"type": "string"}}, "required": ["b"]},
    ]});
    let (sent, _) = property("anthropic", schema);
    let option = |name: &str| {
        json!({"type": "object", "properties": {"id": {"type": "string"}, name: {"type": "string"}},
            "required": ["id", name], "additionalProperties": false})
    };
    assert_eq!(sent, json!({"anyOf": [option("a"), option("b")]}));
}

fn tree() -> Json {
    json!({"type": "object", "properties": {"root": {"$ref": "#/definitions/node"}},
        "required": ["root"], "definitions": {"node": {"type": "object", "properties": {
            "text": {"type": "string"},
            "next": {"type": "array", "description": "Below.", "items": {"$ref": "#/definitions/node"}},
        }, "required": ["text"]}}})
}

#[test]
fn schemas_that_contain_themselves_are_sent_where_they_are_taken() {
    for (provider, taken) in [("openai-chat", true), ("gemini", true), ("anthropic", false)] {
        let offer = answer(provider, &tree());
        assert_eq!(offer.schema.is_some(), taken, "{provider}");
        assert_eq!(offer.words.is_some(), !taken, "{provider}");
        if let Some(sent) = offer.schema {
            assert_eq!(sent["properties"]["root"], json!({"$ref": "#/$defs/node"}), "{provider}");
            assert!(sent["$defs"].get("node").is_some(), "{provider}");
        }
    }
    // The outermost schema is the node itself.
    let mut own = tree();
    own["$ref"] = json!("#/definitions/node");
    own.as_object_mut().unwrap().retain(|word, _| word == "$ref" || word == "definitions");
    own["$defs"] = own["definitions"].take();
    own["$ref"] = json!("#/$defs/node");
    own["$defs"]["node"]["properties"]["next"]["items"]["$ref"] = json!("#/$defs/node");
    own.as_object_mut().unwrap().shift_remove("definitions");
    let sent = answer("openai-chat", &own).schema.unwrap();
    assert_eq!(sent["type"], "object");
    assert_eq!(sent["properties"]["text"], json!({"type": "string"}));
}

#[test]
fn what_cannot_be_enforced_is_said_in_words() {
    let open = json!({"type": "object", "titles": {"a": 1}, "properties": {
        "titles": {"type": "string"},
        "facts": {"type": "object", "additionalProperties": {"type": "string"}},
    }, "required": ["facts"]});
    for (provider, name) in ALL {
        let model = model(name, json!({}));
        let offer = answer(provider, &open);
        let words = provider != "gemini";
        assert_eq!(offer.words.is_some(), words, "{provider}");
        assert_eq!(offer.schema.is_none(), words, "{provider}");
        if words {
            let note = &offer.lowering.last().unwrap().note;
            assert!(note.contains("/properties/facts: an object of any fields"), "{note}");
            let said = offer.words.unwrap();
            assert_eq!(said.get("titles"), None, "Proem's own word");
            assert!(said["properties"].get("titles").is_some(), "a property of that name");
            let entries = [text(Role::User, "a")];
            let contract = answering(open.clone());
            let body = body(provider, &model, &entries, &contract, &CachePlan::default());
            assert!(!body.to_string().contains("json_schema"), "{provider}");
        }
    }
}

#[test]
fn any_value_cannot_be_enforced_in_strict_mode() {
    for schema in [json!({}), json!({"description": "Anything."}), json!({"type": "array"})] {
        let whole = json!({"type": "object", "properties": {"x": schema}, "required": ["x"]});
        for (provider, _) in ALL {
            let offer = answer(provider, &whole);
            assert_eq!(offer.words.is_some(), provider != "gemini", "{provider}: {whole}");
        }
    }
}

#[test]
fn models_without_schemas_are_told_in_words() {
    let schema =
        json!({"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]});
    for (provider, name, takes) in [
        ("openai-chat", "gpt-4-turbo", false),
        ("openai-chat", "openai/gpt-3.5-turbo", false),
        ("openai-chat", "gpt-4o-2024-08-06", true),
        ("openai-chat", "gpt-4.1", true),
        ("anthropic", "claude-3-opus", false),
        ("anthropic", "us.anthropic.claude-sonnet-4-20250514-v1:0", false),
        ("anthropic", "claude-sonnet-4-5", true),
        ("gemini", "gemini-1.5-pro", false),
        ("gemini", "gemma-3-27b-it", false),
        ("gemini", "gemini-2.5-flash", true),
    ] {
        let offer = offer(provider, &answering(schema.clone()), &model(name, json!({})));
        assert_eq!(offer.schema.is_some(), takes, "{name}");
        assert_eq!(offer.words.is_some(), !takes, "{name}");
        let reported = offer.lowering.iter().any(|entry| entry.note.contains("takes no schema"));
        assert_eq!(reported, !takes, "{name}");
    }
}

#[test]
fn tools_of_each_provider() {
    let params = json!({"type": "object", "properties": {"text": {"type": "string", "minLength": 1}},
        "required": ["text"], "additionalProperties": false});
    let plain = json!({"type": "object", "properties": {"text": {"type": "string",
        "description": "(minLength: 1)"}}, "required": ["text"], "additionalProperties": false});
    let (name, about) = ("note", "Take a note.");
    let expected = [
        json!([{"type": "function", "function": {
            "name": name, "description": about, "parameters": plain, "strict": true}}]),
        json!([{"type": "function",
            "name": name, "description": about, "parameters": plain, "strict": true}]),
        json!([{"name": name, "description": about, "input_schema": plain, "strict": true}]),
        json!([{"functionDeclarations": [
            {"name": name, "description": about, "parametersJsonSchema": plain}]}]),
    ];
    for ((provider, model_name), tools) in ALL.into_iter().zip(expected) {
        let (model, contract) = (model(model_name, json!({})), with_tool(params.clone()));
        let entries = [text(Role::User, "a")];
        let body = body(provider, &model, &entries, &contract, &CachePlan::default());
        assert_eq!(body["tools"], tools, "{provider}");
        let offer = offer(provider, &contract, &model);
        let authored = &offer.authored.first().unwrap().pointer;
        let tool = body.pointer(authored).unwrap();
        assert_eq!(
            (&tool["name"], &tool["description"]),
            (&json!(name), &json!(about)),
            "{provider}"
        );
        let at = &offer.lowering.first().unwrap().pointer;
        assert!(at.starts_with(authored.as_str()), "{at}");
        assert!(body.pointer(at.strip_suffix("/minLength").unwrap()).is_some(), "{at}");
    }
}

#[test]
fn tools_of_any_fields_are_not_strict() {
    let params = json!({"type": "object", "properties": {"facts": {"type": "object"}},
        "required": ["facts"], "additionalProperties": false});
    for (provider, name) in ALL {
        let offer = offer(provider, &with_tool(params.clone()), &model(name, json!({})));
        let tool = offer.tools.first().unwrap();
        assert_eq!(tool.strict, provider == "gemini", "{provider}");
        assert_eq!(tool.schema, params, "{provider}");
        assert_eq!(offer.lowering.len(), usize::from(provider != "gemini"), "{provider}");
    }
}

#[test]
fn hostile_schemas_come_to_an_end() {
    let mut defs = serde_json::Map::new();
    for at in 0..40 {
        let next = json!({"$ref": format!("#/$defs/d{}", at + 1), "description": "again"});
        let own = json!({"type": "object", "properties": {"a": next, "b": next}});
        defs.insert(format!("d{at}"), own);
    }
    defs.insert("d40".into(), json!({"$ref": "#/$defs/d40"}));
    let growing =
        json!({"type": "object", "properties": {"a": {"$ref": "#/$defs/d0"}}, "$defs": defs});
    let circle = json!({"type": "object", "properties": {"a": {"allOf": [{"$ref": "#/$defs/x"}]}},
        "$defs": {"x": {"allOf": [{"$ref": "#/$defs/x"}, {"$ref": "#/$defs/x"}]}}});
    for schema in [growing, circle] {
        for (provider, _) in ALL {
            let offer = answer(provider, &schema);
            assert!(offer.schema.is_some() || offer.words.is_some(), "{provider}");
        }
    }
}
