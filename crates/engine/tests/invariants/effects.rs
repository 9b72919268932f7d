//! Effects: what a user's button does to the state, all of it or nothing.

use proem::agent::input::{ActionRequest, TurnInput};
use serde_json::{Value as Json, json};

use crate::host::{made, small, with_model};
use crate::make::object;

const AGENT: &str = "
agent: effects
model: {name: gpt-5.4, window: 4000, reserve: 100}
prompt_types: {core: {phase: required}}
state:
  mood: {enum: [calm, loud], default: calm}
  focus: {type: string}
  profile: {type: object, default: {}}
  items:
    type: array
    items:
      type: object
      properties: {id: {type: string}, name: {type: string, maxLength: 8}, tags: {type: array}}
    default: []
actions:
  add:
    params: {name: {type: string}}
    by: [user]
    effect:
      - append: {to: items, value: {id: \"{{ new_id }}\", name: \"{{ params.name }}\"}}
      - set: {in: focus, value: \"{{ params.name }}\"}
  add_all:
    params: {names: {type: array, items: {type: string}}}
    by: [user]
    effect:
      - append: {to: items, each: params.names, value: {id: \"{{ new_id }}\", name: \"{{ item }}\"}}
  rename:
    params: {id: {type: string}, name: {type: string}}
    by: [user]
    allow: params.name != \"\"
    effect:
      - set: {in: items, where: item.id == params.id, value: {name: \"{{ params.name }}\"}}
  tag:
    params: {id: {type: string}, tag: {type: string}}
    by: [user]
    effect:
      - append: {to: items, where: item.id == params.id, value: {tags: \"{{ params.tag }}\"}}
  drop:
    params: {id: {type: string}}
    by: [user]
    effect:
      - remove: {from: items, where: item.id == params.id}
  edit:
    params: {changes: {type: array, items: {type: object, additionalProperties: true}}}
    by: [user]
    effect:
      - merge: {in: items, value: \"{{ params.changes }}\"}
  describe:
    params: {key: {type: string}}
    by: [user]
    effect:
      - merge: {in: profile, value: {known: \"{{ params.key }}\"}}
  shout:
    by: [user]
    effect:
      - set: {in: focus, value: changed}
      - set: {in: mood, value: screaming}
  clear:
    by: [user]
    effect:
      - remove: {from: focus}
  only_model:
    effect:
      - set: {in: mood, value: loud}
core: [core/identity]
layers:
  - {id: message, channel: user}
";

/// The state behind the buttons, and why each was refused.
fn press(state: Json, buttons: &[(&str, Json)]) -> (Json, Vec<Option<String>>) {
    let agent = small(AGENT, &[("core/identity", "---\ntitle: Identity\n---\nBe kind.\n")]);
    let request = |(name, params): &(&str, Json)| ActionRequest {
        name: (*name).to_owned(),
        params: object(params.clone()),
    };
    let input = TurnInput {
        state: object(state),
        actions: buttons.iter().map(request).collect(),
        id: Some("turn-1".into()),
        ..TurnInput::default()
    };
    let manifest = made(&agent, &input, &with_model("gpt-5.4")).manifest;
    let state = manifest.state.into_iter().collect();
    (Json::Object(state), manifest.buttons.into_iter().map(|button| button.reason).collect())
}

fn two() -> Json {
    json!({"items": [{"id": "a", "name": "one"}, {"id": "b", "name": "two"}]})
}

#[test]
fn the_four_operations_change_what_they_name() {
    let (state, refused) = press(
        two(),
        &[
            ("rename", json!({"id": "b", "name": "zwei"})),
            ("tag", json!({"id": "a", "tag": "x"})),
            ("tag", json!({"id": "a", "tag": "y"})),
            ("drop", json!({"id": "b"})),
            ("describe", json!({"key": "tea"})),
        ],
    );
    assert_eq!(refused, vec![None; 5]);
    assert_eq!(state["items"], json!([{"id": "a", "name": "one", "tags": ["x", "y"]}]));
    assert_eq!(state["profile"], json!({"known": "tea"}));
}

#[test]
fn new_ids_differ_and_are_the_same_again() {
    let all = [("add_all", json!({"names": ["p", "q"]})), ("add", json!({"name": "r"}))];
    let (state, refused) = press(json!({}), &all);
    assert_eq!(refused, [None, None]);
    let ids: Vec<&str> = (0..3).filter_map(|at| state["items"][at]["id"].as_str()).collect();
    assert_eq!(ids.len(), 3);
    assert!(ids[0] != ids[1] && ids[1] != ids[2] && ids[0] != ids[2], "{ids:?}");
    assert_eq!(state["focus"], "r");
    assert_eq!(press(json!({}), &all).0, state);
}

#[test]
fn lists_are_merged_by_id() {
    let (state, refused) =
        press(two(), &[("edit", json!({"changes": [{"id": "b", "name": "deux"}]}))]);
    assert_eq!(refused, [None]);
    assert_eq!(state["items"][1], json!({"id": "b", "name": "deux"}));
    assert_eq!(state["items"][0], two()["items"][0]);
}

#[test]
fn what_cannot_happen_whole_does_not_happen() {
    for (name, params, why) in [
        ("rename", json!({"id": "z", "name": "x"}), "nothing in `items`"),
        ("rename", json!({"id": "a", "name": ""}), "does not hold"),
        ("rename", json!({"id": "a", "name": "far too long"}), "schema"),
        ("rename", json!({"id": "a"}), "parameters"),
        ("drop", json!({"id": "z"}), "nothing in `items`"),
        ("edit", json!({"changes": [{"id": "a", "name": "x"}, {"id": "z"}]}), "no item"),
        ("shout", json!({}), "schema"),
        ("only_model", json!({}), "not for user"),
        ("unheard_of", json!({}), "no action"),
    ] {
        let (before, _) = press(two(), &[]);
        let (state, refused) = press(two(), &[(name, params)]);
        let reason = refused[0].clone().unwrap_or_default();
        assert!(reason.contains(why), "{name}: {reason:?}");
        assert_eq!(state, before, "{name}");
    }
}

#[test]
fn a_key_can_be_unset() {
    let (state, refused) = press(json!({"focus": "x"}), &[("clear", json!({}))]);
    assert_eq!(refused, [None]);
    assert_eq!(state.get("focus"), None);
}
