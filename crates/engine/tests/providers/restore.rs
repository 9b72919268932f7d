//! An answer in the form that a provider was given, read as the agent's own schema means it.

use proem::turn::format::restore::restore;
use proptest::prelude::*;
use serde_json::{Map, Value as Json, json};

use crate::host::{ALL, answering, model, offer};

#[test]
fn null_stands_for_what_was_left_out() {
    let schema = json!({"type": "object", "properties": {
        "name": {"type": "string"},
        "age": {"type": "integer"},
        "mood": {"type": ["string", "null"]},
        "list": {"type": "array", "items": {"$ref": "#/$defs/item"}},
        "open": {},
    }, "required": ["name"], "$defs": {"item": {"type": "object",
        "properties": {"a": {"type": "string"}, "b": {"type": "string"}}, "required": ["a"]}}});
    let answer = json!({"name": "Ada", "age": null, "mood": null, "open": null, "more": null,
        "list": [{"a": "x", "b": null}, {"a": "y", "b": "z"}, 7]});
    let expected = json!({"name": "Ada", "mood": null, "open": null, "more": null,
        "list": [{"a": "x"}, {"a": "y", "b": "z"}, 7]});
    assert_eq!(restore(&schema, answer), expected);
    // A required field that is null is a mistake of the model, and is left for the check to find.
    assert_eq!(restore(&schema, json!({"name": null})), json!({"name": null}));
    assert_eq!(restore(&schema, json!("text")), json!("text"));
}

#[test]
fn of_alternatives_the_one_that_fits_is_meant() {
    let option = |kind: &str, field: &str| {
        json!({"type": "object", "properties": {"kind": {"const": kind}, field: {"type": "string"},
            "note": {"type": "string"}}, "required": ["kind", field], "additionalProperties": false})
    };
    let schema = json!({"anyOf": [option("a", "x"), option("b", "y"), {"type": "null"}]});
    let answer = json!({"kind": "b", "y": "1", "note": null});
    assert_eq!(restore(&schema, answer), json!({"kind": "b", "y": "1"}));
    assert_eq!(restore(&schema, Json::Null), Json::Null);
    let neither = json!({"kind": "c", "note": null});
    assert_eq!(restore(&schema, neither.clone()), neither);
}

#[test]
fn schemas_without_end_come_to_one() {
    let schema = json!({"$ref": "#/$defs/a", "$defs": {
        "a": {"anyOf": [{"$ref": "#/$defs/b"}, {"$ref": "#/$defs/b"}]},
        "b": {"allOf": [{"$ref": "#/$defs/a"}, {"$ref": "#/$defs/a"}]},
        "c": {"$ref": "#/$defs/c"},
    }});
    let answer = json!({"x": null});
    assert_eq!(restore(&schema, answer.clone()), answer);
    let chain = json!({"$ref": "#/$defs/c", "$defs": schema["$defs"]});
    assert_eq!(restore(&chain, answer.clone()), answer);
}

/// A schema with a value of it, and the same value as it is written where every field is required.
#[derive(Clone, Debug)]
struct Sample {
    schema: Json,
    value: Json,
    written: Json,
    nullable: bool,
}

fn same(schema: Json, value: Json) -> Sample {
    Sample { schema, written: value.clone(), nullable: value.is_null(), value }
}

fn leaf() -> impl Strategy<Value = Sample> {
    prop_oneof![
        "[a-z]{1,8}".prop_map(|text| same(json!({"type": "string", "minLength": 1}), json!(text))),
        (0..9_i64)
            .prop_map(|n| same(json!({"type": "integer", "minimum": 0, "maximum": 9}), json!(n))),
        any::<bool>().prop_map(|flag| same(json!({"type": "boolean"}), json!(flag))),
        prop_oneof![Just("a"), Just("b")].prop_map(|v| same(json!({"enum": ["a", "b"]}), json!(v))),
        Just(same(json!({"const": "fixed"}), json!("fixed"))),
        prop_oneof![Just(Json::Null), Just(json!("word"))].prop_map(|value| Sample {
            nullable: true,
            ..same(json!({"type": ["string", "null"]}), value)
        }),
    ]
}

fn object(fields: Vec<(Sample, bool, bool)>, closed: bool) -> Sample {
    let (mut properties, mut required) = (Map::new(), Vec::new());
    let (mut value, mut written) = (Map::new(), Map::new());
    for (at, (field, needed, there)) in fields.into_iter().enumerate() {
        let name = format!("f{at}");
        properties.insert(name.clone(), field.schema);
        // Where both null and nothing are allowed, they come back as null.
        if needed || there || field.nullable {
            value.insert(name.clone(), field.value);
            written.insert(name.clone(), field.written);
        } else {
            written.insert(name.clone(), Json::Null);
        }
        if needed {
            required.push(name);
        }
    }
    let mut schema = json!({"type": "object", "properties": properties, "required": required});
    if closed {
        schema["additionalProperties"] = json!(false);
    }
    let (value, written) = (Json::Object(value), Json::Object(written));
    Sample { schema, value, written, nullable: false }
}

fn fields(inner: impl Strategy<Value = Sample>) -> impl Strategy<Value = Sample> {
    let field = (inner, any::<bool>(), any::<bool>());
    (prop::collection::vec(field, 1..5), any::<bool>())
        .prop_map(|(fields, closed)| object(fields, closed))
}

fn sample() -> impl Strategy<Value = Sample> {
    leaf().prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            3 => fields(inner.clone()),
            1 => (inner.clone(), 0..3_usize).prop_map(|(item, count)| Sample {
                schema: json!({"type": "array", "items": item.schema}),
                value: json!(vec![item.value; count]),
                written: json!(vec![item.written; count]),
                nullable: false,
            }),
            1 => (inner.clone(), any::<bool>()).prop_map(|(one, first)| {
                let other = json!({"type": "array", "items": {"const": "never"}, "minItems": 1});
                let options = if first { [one.schema, other] } else { [other, one.schema] };
                Sample { schema: json!({"anyOf": options}), ..one }
            }),
            1 => inner.prop_map(|one| Sample {
                schema: json!({"allOf": [one.schema], "description": "Whole."}), ..one
            }),
        ]
    })
}

/// An object as the outermost schema, with one field behind a reference.
fn whole() -> impl Strategy<Value = Sample> {
    (fields(sample()), fields(sample()), any::<bool>()).prop_map(|(behind, own, told)| {
        let mut all = own;
        let mut reference = json!({"$ref": "#/$defs/behind"});
        if told {
            reference["description"] = json!("Behind.");
        }
        all.schema["properties"]["behind"] = reference;
        all.schema["$defs"] = json!({"behind": behind.schema});
        all.value["behind"] = behind.value;
        all.written["behind"] = behind.written;
        all
    })
}

fn is_valid(schema: &Json, value: &Json) -> bool {
    jsonschema::validator_for(schema).unwrap().is_valid(value)
}

proptest! {
    #[test]
    fn every_valid_answer_can_be_given_and_comes_back(sample in whole()) {
        let Sample { schema, value, written, .. } = sample;
        prop_assert!(is_valid(&schema, &value));
        for (provider, name) in ALL {
            let offer = offer(provider, &answering(schema.clone()), &model(name, json!({})));
            let sent = offer.schema.unwrap();
            let given = if provider.starts_with("openai") { &written } else { &value };
            prop_assert!(is_valid(&sent, given), "{provider}\n{sent:#}\n{given:#}");
            prop_assert_eq!(restore(&schema, given.clone()), value.clone(), "{}", provider);
        }
    }
}
