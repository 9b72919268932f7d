//! The workload as an agent of Proem.
//!
//! Owns `agent.yaml` and the files of the prompts. Beside the texts the agent has what agents have: a
//! gate, choices that depend on the state, typed context keys. It must never hold a text that the
//! peers are not given.

use proem::agent::source::RawFile;
use serde_json::json;

use crate::workload::{
    MODEL, RESERVE, RULES_HEADER, Text, VARIABLES, WINDOW, Workload, answer_schema, approach, tools,
};

/// The files of the agent.
#[must_use]
pub fn files(workload: &Workload) -> Vec<RawFile> {
    let mut files = vec![raw("agent.yaml", &agent(workload))];
    let plain = workload.core.iter().chain([&workload.style]).chain(&workload.approaches);
    files.extend(plain.map(|text| prompt(text, "")));
    files.push(prompt(&workload.memory, "context: [memories]\n"));
    let keys: Vec<&str> = VARIABLES.iter().map(|(name, _)| *name).collect();
    let names: Vec<&str> = tools().iter().map(|(name, ..)| *name).collect();
    let front = format!("context: [{}]\nactions: [{}]\n", keys.join(", "), names.join(", "));
    files.push(prompt(&workload.task, &front));
    files
}

fn raw(path: &str, text: &str) -> RawFile {
    RawFile { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

fn prompt(text: &Text, front: &str) -> RawFile {
    let front = if front.is_empty() { String::new() } else { format!("---\n{front}---\n") };
    raw(&format!("prompts/{}.md", text.name), &format!("{front}{}\n", text.text))
}

fn agent(workload: &Workload) -> String {
    let core: Vec<&str> = workload.core.iter().map(|text| text.name.as_str()).collect();
    let ways: Vec<String> = (0..workload.approaches.len()).map(approach).collect();
    let first = approach(0);
    let context: String = VARIABLES
        .iter()
        .map(|(name, kind)| format!("  {name}: {{type: {kind}, from: input.{name}}}\n"))
        .collect();
    format!(
        "\
agent: bench
description: The common workload
model:
  name: {MODEL}
  window: {WINDOW}
  reserve: {RESERVE}
  params: {{temperature: 0.6}}
state:
  response_style: {{enum: [steady, safe], default: steady}}
  approach:
    enum: [{ways}]
    default: {first}
  risk: {{type: integer, minimum: 0, maximum: 3, default: 0, scope: turn}}
gate:
{GATE}context:
{context}  memories:
    type: array
    from: memory.entries
    each: \"- {{{{ item.text }}}}\"
    limit: 20
actions:
{actions}core: [{core}]
layers:
  - {{id: response, channel: system, prompts: [\"response/{{{{ response_style }}}}\"], optional: true}}
  - {{id: approach, channel: system, prompts: [\"approach/{{{{ approach }}}}\"], when: approach is defined}}
  - {{id: rules, channel: system, engine: rules, header: \"{RULES_HEADER}\"}}
  - {{id: history, channel: history, shrink: oldest, keep: 4, priority: 20}}
  - {{id: memory, channel: turn, prompts: [block/memory], shrink: items, priority: 30}}
  - {{id: task, channel: turn, prompts: [task/reply]}}
  - {{id: message, channel: user}}
answer:
  kind: schema
  actions: tools
  schema: {schema}
",
        ways = ways.join(", "),
        core = core.join(", "),
        actions = actions(),
        schema = answer_schema(),
    )
}

/// Rows that look at every message, and one that looks at the state.
const GATE: &str = "  \
  - phrases: [end my life, kill myself, hurt myself, no way out, better off without me]
    set: {risk: 3}
    final: true
  - phrases: [cannot go on, can't cope, give up on everything]
    unless: [cannot go on holiday]
    set: {risk: 2}
  - regex: ['\\b(?:emergency|ambulance)\\b']
    set: {risk: 2}
  - phrases: [/forget, /reset]
    say: Done.
  - always: true
    when: risk >= 2
    set: {response_style: safe}
";

fn actions() -> String {
    let mut text = String::new();
    for (name, description, params) in tools() {
        text.push_str(&format!(
            "  {name}: {}\n",
            json!({"description": description, "params": params})
        ));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::files;
    use crate::workload::workload;

    #[test]
    fn there_is_a_file_for_each_prompt() {
        assert_eq!(files(&workload(1)).len(), 1 + 3 + 1 + 1 + 2);
        assert_eq!(files(&workload(10)).len(), 1 + 3 + 1 + 10 + 2);
    }
}
