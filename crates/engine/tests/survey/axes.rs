//! What varies in a walk, and what is held.

use proem::survey::axes::{Axes, axes};
use serde_json::json;

use crate::host::{agent, small};

fn names(found: &Axes) -> Vec<&str> {
    found.axes.iter().map(|axis| axis.key.as_str()).collect()
}

fn held(found: &Axes) -> Vec<(&str, &str)> {
    found.held.iter().map(|held| (held.name.as_str(), held.at.as_str())).collect()
}

#[test]
fn selection_of_the_support_agent_reads_four_keys() {
    let found = axes(agent("support"), &[]).unwrap();
    assert_eq!(names(&found), ["response_style", "approach", "crisis.level", "session_stage"]);
    assert_eq!(found.axes[1].values.last(), Some(&json!(null)), "an approach may be unset");
    assert_eq!(found.axes[0].values.len(), 9, "a style has a default, so it is always set");
    assert_eq!(found.axes[2].values, [json!(0), json!(1), json!(2), json!(3)]);
    assert!(held(&found).contains(&("exercise.approach", "unset")));
    assert!(held(&found).contains(&("last_risk", "0")));
}

const MANY: &str = "agent: many
model: {name: gpt-5.4}
prompt_types:
  block: {phase: required}
state:
  style: {enum: [a, b]}
  flag: {type: boolean}
  few: {type: integer, minimum: 1, maximum: 16}
  much: {type: integer, minimum: 0, maximum: 16, default: 3}
  open: {type: integer}
  word: {type: string, default: hello}
  list: {type: array, default: []}
  deep: {type: object, properties: {inner: {type: object, properties: {mode: {enum: [dark, light], default: light}}}}}
  idle: {enum: [never, read]}
layers:
  - id: style
    channel: system
    prompts: [\"block/{{ style }}\"]
    when: style is defined and flag and few > 1 and much > 1 and open is defined
  - id: word
    channel: system
    prompts: [block/word]
    when: word == \"hello\" and list | length > 0 and deep.inner.mode == \"dark\" and message is defined
  - id: message
    channel: user
";

#[test]
fn enumerations_booleans_and_small_integers_vary_and_the_rest_is_held() {
    let prompts = [("block/a", "A."), ("block/b", "B."), ("block/word", "W.")];
    let found = axes(&small(MANY, &prompts), &[]).unwrap();
    assert_eq!(names(&found), ["style", "flag", "few", "deep.inner.mode"]);
    assert_eq!(found.axes[1].values, [json!(false), json!(true), json!(null)]);
    assert_eq!(found.axes[2].values.len(), 17);
    assert_eq!(found.axes[3].values, [json!("dark"), json!("light")]);
    assert_eq!(found.axes[3].default, json!("light"));
    assert_eq!(found.cells(), 3 * 3 * 17 * 2);
    assert_eq!(
        held(&found),
        [
            ("much", "3"),
            ("open", "unset"),
            ("word", "\"hello\""),
            ("list", "[]"),
            ("message", "\"(a message)\"")
        ]
    );
}

#[test]
fn cells_count_through_all_values_once() {
    let prompts = [("block/a", "A."), ("block/b", "B."), ("block/word", "W.")];
    let found = axes(&small(MANY, &prompts), &[]).unwrap();
    let mut all: Vec<String> =
        (0..found.cells()).map(|cell| serde_json::to_string(&found.from(cell)).unwrap()).collect();
    assert_eq!(all[0], r#"{"style":"a","flag":false,"few":1,"deep":{"inner":{"mode":"dark"}}}"#);
    all.sort();
    all.dedup();
    assert_eq!(all.len(), found.cells());
}

#[test]
fn chosen_axes_vary_alone_and_strangers_are_told() {
    let support = agent("support");
    let found = axes(support, &["crisis.level".to_owned()]).unwrap();
    assert_eq!(names(&found), ["crisis.level"]);
    assert!(held(&found).contains(&("response_style", "\"supportive\"")));
    let findings = axes(support, &["crisis".to_owned()]).unwrap_err();
    assert_eq!(findings[0].code, "survey.axis");
    assert_eq!(findings[0].help.as_deref(), Some("Did you mean `crisis.level`?"));
}

#[test]
fn too_many_cells_are_refused_with_the_arithmetic() {
    let key = |name: &str| format!("  {name}: {{type: integer, minimum: 1, maximum: 16}}\n");
    let keys: String = ["a", "b", "c", "d"].map(key).concat();
    let file = format!(
        "agent: wide\nmodel: {{name: gpt-5.4}}\nstate:\n{keys}layers:\n  - id: one\n    channel: system\n    prompts: [one]\n    when: a > 1 and b > 1 and c > 1 and d > 1\n  - id: message\n    channel: user\n"
    );
    let findings = axes(&small(&file, &[("one", "One.")]), &[]).unwrap_err();
    assert_eq!(findings[0].code, "survey.too-many");
    assert_eq!(
        findings[0].message,
        "there are 83521 combinations, and at most 20000 are walked: a 17 × b 17 × c 17 × d 17"
    );
}
