//! What always holds, whatever the template and the values.

use crate::common::{LITERAL, Names, VALUE, render};
use proem::text::origin::Rendered;
use proem::text::template::{Expr, Limits, Template};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

/// Pieces from which something like a template comes.
const PIECES: &[&str] = &[
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "-",
    "+",
    " if ",
    " else ",
    " elif ",
    "endif",
    " for ",
    " in ",
    "endfor",
    "raw",
    "endraw",
    " is ",
    "defined",
    "none",
    "not ",
    " and ",
    " or ",
    "x",
    "list",
    "map",
    "loop",
    ".index",
    ".name",
    "[",
    "]",
    "(",
    ")",
    "|",
    "join",
    "default",
    "sort",
    "truncate",
    "replace",
    "json",
    "bullets",
    "date",
    "unique",
    "first",
    "title",
    "'",
    "\"",
    "\\",
    "0",
    "1",
    "9",
    ".",
    ",",
    "==",
    "<",
    "=",
    ":",
    "~",
    "*",
    "set",
    "\n",
    "\r\n",
    " ",
    "é",
    "\u{202e}",
    "\u{200b}",
    "\u{1f469}\u{200d}\u{1f467}",
    "true",
    "e5",
];

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

/// A whole tag made of pieces, so that more of them can be read.
fn tagged() -> impl Strategy<Value = String> {
    let inside = prop::collection::vec(prop::sample::select(PIECES), 0..9);
    prop::collection::vec((any::<bool>(), inside), 1..6).prop_map(|tags| {
        tags.into_iter()
            .map(|(print, inside)| {
                let inside = inside.concat();
                if print { format!("a {{{{ {inside} }}}}") } else { format!("{{% {inside} %}} b") }
            })
            .collect()
    })
}

fn context() -> Json {
    json!({"x": "Ada\nL. {{ y }}", "list": [1, "b", null, {"name": "n"}], "map": {"b": 1, "a": [true]}})
}

fn check_runs(rendered: &Rendered) {
    let mut end = 0;
    for run in &rendered.runs {
        assert!(run.end > end, "a run covers something");
        assert!(rendered.text.is_char_boundary(run.end));
        end = run.end;
    }
    assert_eq!(end, rendered.text.len(), "the runs cover the text");
}

fn try_all(source: &str) {
    match Template::parse(source) {
        Ok(template) => {
            for literal in template.literals() {
                assert!(source.get(literal).is_some());
            }
            for name in template.names() {
                assert!(source[name.range.clone()].trim_start_matches('(').starts_with(name.name));
            }
            match template.render(&Names::of(context()), LITERAL, &Limits::DEFAULT) {
                Ok(rendered) => check_runs(&rendered),
                Err(problem) => assert!(source.get(problem.range.clone()).is_some(), "{problem:?}"),
            }
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            for problem in problems {
                assert!(source.get(problem.range.clone()).is_some(), "{problem:?}");
                assert!(problem.code.starts_with("template."));
            }
        }
    }
    if let Ok(expr) = Expr::parse(source) {
        let _ = expr.eval(&Names::of(context()), LITERAL, &Limits::DEFAULT);
    }
}

/// Templates that print `value`, wholly or in part, in many ways.
const PRINTERS: &[&str] = &[
    "a {{ value }} b",
    "{{ value | upper }}",
    "{{ value | lower | title }}",
    "{{ value | trim }}",
    "{{ value | replace('a', 'b') }}",
    "{{ 'x' | replace('x', value) }}",
    "{{ [value, 'lit'] | join(', ') }}",
    "{{ ['lit', 'b'] | join(value) }}",
    "{{ [value] | first }}",
    "{{ [value] }}",
    "{{ [value] | json }}",
    "{{ [value] | bullets }}",
    "{{ [value, 'b'] | sort | join }}",
    "{{ [value] | unique | last }}",
    "{{ missing | default(value) }}",
    "{{ value if true else 'b' }}",
    "{{ value if value }}",
    "{{ ('a' if value == 0) | default(value) }}",
    "{{ value or 'b' }}",
    "{{ 'a' and value }}",
    "{% for item in [value] %}{{ item }}{% endfor %}",
    "{% for item in list %}{{ item | upper }}{% endfor %}",
    "{% for key in map %}{{ key }}{% endfor %}",
    "{{ map.key }}",
    "{{ map['key'] | truncate(5, true) }}",
    "{{ list[0] }}",
    "{{ list | join('-') }}",
    "{{ 'a literal that is cut' | truncate(12, true, value, 0) }}",
    "{{ value[0] }}",
    "{{ value | first }}",
    "{{ value | length }}",
    "{{ value == 'x' }}",
    "{{ not value }}",
    "{{ value in list }}",
    "{{ [[value]][0][0] }}",
    "{{ 'abc' | trim(value) }}",
    "{{ list | sort(reverse=true) }}",
    "{{ map | json(indent=2) }}",
    "{{ list | unique | join(value) }}",
    "{{ (value | default('x', true)) | upper }}",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics_on_soup(source in soup()) {
        try_all(&source);
    }

    #[test]
    fn nothing_panics_on_tags(source in tagged()) {
        try_all(&source);
    }

    #[test]
    fn nothing_panics_on_text(source in any::<String>()) {
        try_all(&source);
    }

    #[test]
    fn nothing_of_a_value_is_trusted(value in ".{1,12}", printer in prop::sample::select(PRINTERS)) {
        let context = json!({"value": value, "list": [value], "map": {"key": value, value.clone(): 1}});
        if let Ok(rendered) = render(printer, context) {
            check_runs(&rendered);
            for (span, run) in rendered.spans() {
                let text = &rendered.text[span];
                if run.trusted {
                    prop_assert_eq!(run.source, LITERAL);
                    prop_assert!(text == "a " || text == " b" || text == "b", "{:?} of {}", text, printer);
                } else {
                    prop_assert_eq!(run.source, VALUE);
                }
            }
        }
    }

    #[test]
    fn values_are_inert(value in soup()) {
        let rendered = render("Hi {{ user.name }}!", json!({"user": {"name": value}})).unwrap();
        prop_assert_eq!(rendered.text, format!("Hi {value}!"));
    }

    #[test]
    fn text_without_tags_stays(text in "[^{}\r]{0,60}[^{}\r\n]") {
        let rendered = render(&text, json!({})).unwrap();
        prop_assert_eq!(rendered.text, text);
    }
}

#[test]
fn values_that_look_like_templates_are_inert() {
    let rows = include_str!("../corpora/value_inert.jsonl");
    for row in rows.lines() {
        let row: Json = serde_json::from_str(row).unwrap();
        let value = row["value"].as_str().unwrap();
        let rendered = render(row["template"].as_str().unwrap(), json!({"user": {"name": value}}));
        assert_eq!(rendered.unwrap().text, format!("Hi {value}!"));
    }
    assert_eq!(rows.lines().count(), 11);
}
