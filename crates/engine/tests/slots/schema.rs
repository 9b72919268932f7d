//! What is kept satisfies the schema that the model was given.

use jsonschema::Validator;
use proem::agent::input::TurnInput;
use proem::agent::step::slot::Slot;
use proem::check::compiled::Compiled;
use proem::provider;
use proem::turn::enforce::slots::judge;
use proem::turn::kept::Memo;
use proem::turn::{Assembled, Options, assemble};
use serde_json::{Value as Json, json};

use crate::corpus::DECLARED;
use crate::declare::{NAME, agent, slot};

/// The schema of the slot, as the payload has it.
fn schema(agent: &Compiled) -> Json {
    let (input, options) = (TurnInput::default(), Options::default());
    let outcome = assemble(agent, &input, &options, &provider::find, &mut Memo::default());
    let Ok(Assembled::Call(assembly)) = outcome else { panic!("{outcome:?}") };
    let body = assembly.body();
    let answer = &body["response_format"]["json_schema"]["schema"]["properties"];
    answer["slots"]["anyOf"][0]["properties"][NAME].clone()
}

fn kept(slot: &Slot, text: &str) -> Option<Json> {
    judge(slot, &json!(text)).ok().map(|judged| judged.value)
}

#[test]
fn what_is_kept_satisfies_the_schema() {
    let texts = [
        "7",
        "1,200",
        "0.75",
        "12.5",
        "Ann O’Neill",
        "Ann\nLee",
        "true",
        "FALSE",
        "SMALL",
        "grosse",
        "GROẞE",
        "ab12",
        "AB12",
        "e\u{301}",
        "Ann@Example.ORG",
        "+4930901820",
        "030 901820",
        "(415) 555-0100",
        "2024-2-9",
        "2026/01/31",
        "€ 1.200,50",
        "¥1200",
        "5 KWD",
        "1.500 KWD",
        "３",
    ];
    let mut count = 0;
    for declared in DECLARED {
        let agent = agent(declared);
        let schema = schema(&agent);
        assert!(schema.get("type").or(schema.get("anyOf")).is_some(), "{declared}: {schema}");
        let validator: Validator = jsonschema::validator_for(&schema).unwrap();
        let slot = slot(declared);
        let before = count;
        for value in texts.iter().filter_map(|text| kept(&slot, text)) {
            let errors: Vec<String> =
                validator.iter_errors(&value).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{declared}: {value}: {errors:?}");
            count += 1;
        }
        assert!(count > before, "{declared}: nothing was kept");
    }
}
