//! The examples of `docs/TEMPLATES.md` are true: each `jinja` block is followed by the `text` it
//! renders to, or by the `error` it is refused with; a `json` block between them is its context,
//! otherwise the last one given.

use crate::common::render;
use serde_json::{Value as Json, json};

#[test]
fn every_example_is_true() {
    let text = include_str!("../../../../docs/TEMPLATES.md");
    let mut context = json!({});
    let mut template: Option<String> = None;
    let mut checked = 0;
    for (language, body) in blocks(text) {
        match language.as_str() {
            "jinja" => template = Some(body),
            "json" => context = serde_json::from_str::<Json>(&body).unwrap(),
            "text" => {
                let Some(template) = template.take() else {
                    continue;
                };
                let rendered = render(&template, context.clone());
                let rendered =
                    rendered.unwrap_or_else(|problems| panic!("{template}\n{problems:?}"));
                assert_eq!(rendered.text, body, "{template}");
                checked += 1;
            }
            "error" => {
                let template = template.take().unwrap();
                let problems = render(&template, context.clone()).expect_err(&template);
                let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
                assert_eq!(said.join("\n"), body, "{template}");
                checked += 1;
            }
            other => panic!("a block of the unknown kind {other:?}"),
        }
    }
    assert!(checked >= 30, "only {checked} examples were found");
}

/// The fenced blocks, without the line end before the closing fence.
fn blocks(text: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(language) = line.strip_prefix("```") {
            let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            blocks.push((language.to_owned(), body.join("\n")));
        }
    }
    blocks
}
