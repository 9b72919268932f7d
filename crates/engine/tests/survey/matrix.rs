//! What cells come to: what is missing, what does not fit, what the gate says, what stands for values.

use proem::provider;
use proem::survey::matrix::{Matrix, matrix};
use proem::survey::walk::{Cell, Standing};

use crate::host::small;

const HEAD: &str = "agent: small
model: {name: gpt-5.4, window: 400, reserve: 100}
prompt_types:
  block: {phase: required}
state:
  style: {enum: [short, long, gone], default: short}
  user: {type: object, properties: {name: {type: string}}}
";

const LAYERS: &str = "layers:
  - id: style
    channel: system
    prompts: [\"block/{{ style }}\"]
  - id: message
    channel: user
";

fn walked(extra: &str, prompts: &[(&str, &str)]) -> Matrix {
    let agent = small(&format!("{HEAD}{extra}{LAYERS}"), prompts);
    matrix(&agent, &[], &provider::find, &mut |_| {}).unwrap()
}

fn of<'m>(found: &'m Matrix, style: &str) -> &'m Cell {
    found.cells.iter().find(|cell| cell.from["style"] == style).unwrap()
}

#[test]
fn a_prompt_that_is_not_there_and_one_that_does_not_fit_are_told() {
    let long = "word ".repeat(400);
    let found = walked("", &[("block/short", "Short."), ("block/long", &long)]);
    assert_eq!(of(&found, "short").status, Standing::Allowed);
    let gone = of(&found, "gone");
    assert_eq!((gone.status, gone.code), (Standing::Missing, Some("prompt.missing")));
    assert_eq!(gone.reason, "there is no active prompt `block/gone`");
    let long = of(&found, "long");
    assert_eq!((long.status, long.code), (Standing::Refused, Some("fit.too-large")));
    assert!(long.reason.starts_with("the call needs "), "{}", long.reason);
    assert!(long.reason.contains("(window 400 − reserve 100)"), "{}", long.reason);
    assert_eq!(found.wrong().count(), 2);
    assert_eq!((found.summary.allowed, found.summary.refused, found.summary.missing), (1, 1, 1));
}

#[test]
fn rows_that_search_or_ask_are_passed_over_and_the_others_are_walked() {
    let gate = "gate:
  - phrases: [a message]
    set: {style: gone}
  - regex: 'message'
    say: I saw it.
  - when: style == \"gone\"
    say: Nothing to do.
  - when: style == \"long\"
    set: {style: short}
";
    let found = walked(gate, &[("block/short", "Short."), ("block/long", "Long.")]);
    assert_eq!(of(&found, "short").reason, "as it is");
    let gone = of(&found, "gone");
    assert_eq!((gone.status, gone.call.as_deref(), gone.tokens), (Standing::Allowed, None, None));
    assert_eq!(gone.reason, "the gate says: Nothing to do.");
    let long = of(&found, "long");
    assert_eq!(
        (&long.state["style"], long.reason.as_str()),
        (&"short".into(), "gate row 3 sets style")
    );
    assert_eq!(long.tokens, of(&found, "short").tokens);
    assert_eq!(found.summary.distinct, 1, "states that the gate makes equal are one text");
}

#[test]
fn what_prompts_cannot_do_without_gets_a_neutral_value() {
    let context = "context:
  user_name: {type: string, from: state.user.name}
  ticket: {type: object, from: input.ticket}
  page: {type: string, from: http, url: \"https://example.com\"}
  count: {type: integer, from: input.shop.count}
";
    let body = "---\ncontext: [user_name, ticket, page, count]\n---\nFor {{ user_name }}: {{ ticket.title }}, {{ page }}, {{ count }}.\n";
    let found =
        walked(context, &[("block/short", body), ("block/long", body), ("block/gone", body)]);
    assert_eq!(found.wrong().next(), None);
    assert_eq!(found.summary.allowed, 3);
}

#[test]
fn a_value_that_only_a_conversation_has_is_missing() {
    let context = "context:\n  last: {type: string, from: (history | last).content}\n";
    let body = "---\ncontext: [last]\n---\nYou said {{ last }}.\n";
    let found =
        walked(context, &[("block/short", body), ("block/long", "L."), ("block/gone", "G.")]);
    let short = of(&found, "short");
    assert_eq!((short.status, short.code), (Standing::Missing, Some("context.missing")));
}

#[test]
fn a_field_varies_in_a_mapping_that_has_all_that_it_must_have() {
    let file = "agent: small
model: {name: gpt-5.4}
prompt_types:
  block: {phase: required}
state:
  task:
    type: object
    required: [name, kind, size]
    properties:
      name: {type: string, minLength: 1}
      kind: {enum: [big, small]}
      size: {type: object, required: [step], properties: {step: {type: integer, minimum: 3}}}
layers:
  - {id: kind, channel: system, prompts: [block/kind], when: task.kind is defined}
  - {id: message, channel: user}
";
    let agent = small(file, &[("block/kind", "A task.")]);
    let found = matrix(&agent, &[], &provider::find, &mut |_| {}).unwrap();
    assert_eq!(found.wrong().next(), None);
    assert_eq!((found.summary.allowed, found.summary.distinct), (3, 2));
}
