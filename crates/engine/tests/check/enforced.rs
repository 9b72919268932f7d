//! `schema.unenforced` is told of exactly those keywords that every provider moves into words.

use std::sync::Arc;

use proem::agent::catalog::Table;
use proem::agent::input::TurnInput;
use proem::agent::load;
use proem::agent::source::RawFile;
use proem::turn::kept::Memo;
use proem::turn::{Assembled, Options, assemble};
use proem::{check, provider};

use crate::lay::{Files, findings, over_smallest};

/// Keywords that limit a value, each in a schema of an answer. Limits of length are let through by the
/// rule, and what only describes limits nothing.
const LIMITS: [(&str, &str); 21] = [
    ("not", "{not: {const: a}}"),
    ("if", "{if: {const: a}}"),
    ("patternProperties", "{type: object, patternProperties: {a: {type: string}}}"),
    ("propertyNames", "{type: object, propertyNames: {pattern: a}}"),
    ("dependentRequired", "{type: object, dependentRequired: {a: [b]}}"),
    ("dependentSchemas", "{type: object, dependentSchemas: {a: {type: object}}}"),
    ("unevaluatedProperties", "{type: object, unevaluatedProperties: false}"),
    ("unevaluatedItems", "{type: array, unevaluatedItems: false}"),
    ("contains", "{type: array, contains: {const: a}}"),
    ("uniqueItems", "{type: array, uniqueItems: true}"),
    ("minProperties", "{type: object, minProperties: 1}"),
    ("maxProperties", "{type: object, maxProperties: 1}"),
    ("minimum", "{type: integer, minimum: 1}"),
    ("maximum", "{type: integer, maximum: 1}"),
    ("multipleOf", "{type: integer, multipleOf: 2}"),
    ("minItems", "{type: array, minItems: 1}"),
    ("maxItems", "{type: array, maxItems: 1}"),
    ("pattern", "{type: string, pattern: a}"),
    ("enum", "{enum: [a]}"),
    ("const", "{const: a}"),
    ("anyOf", "{anyOf: [{type: string}]}"),
];

#[test]
fn what_no_provider_enforces_is_told_and_nothing_else() {
    for (word, schema) in LIMITS {
        let answer = format!(
            "answer:\n  kind: schema\n  schema: {{type: object, properties: {{a: {schema}}}}}\n"
        );
        let files = over_smallest(&[("agent.yaml".to_owned(), answer)]);
        let told = findings(&files).0.iter().any(|finding| {
            finding.code == "schema.unenforced" && finding.message.contains(&format!("`{word}`"))
        });
        let moved = provider::names().into_iter().all(|name| moves(&files, name, word));
        assert_eq!(
            told, moved,
            "`{word}`: told {told}, moved into words by every provider {moved}"
        );
    }
}

/// Whether a provider moves the keyword of the answer's schema into words.
fn moves(files: &Files, provider: &str, word: &str) -> bool {
    let raw = files
        .iter()
        .map(|(path, text)| RawFile { path: path.clone(), bytes: text.clone().into_bytes() });
    let folder = load::folder(raw.collect());
    let table = Table::of_files(folder.prompts);
    let (compiled, _) = check::compile(folder.agent.unwrap(), Arc::new(table)).unwrap();
    let find = |model: &_| provider::find_or(Some(provider), model);
    let outcome = assemble(
        &compiled,
        &TurnInput::default(),
        &Options::default(),
        &find,
        &mut Memo::default(),
    )
    .unwrap();
    // The smallest agent has no gate that could end the turn.
    let Assembled::Call(assembly) = outcome else { return false };
    let ending = format!("/{word}");
    assembly.manifest().lowering.iter().any(|lowering| {
        // A schema that a provider cannot enforce at all is said in words as a whole.
        lowering.note.contains("it is said in words")
            || lowering.pointer.ends_with(&ending)
                && lowering.note.contains("moved into the description")
    })
}
