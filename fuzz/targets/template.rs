//! Any text as a template and as an expression: it is read or refused, and rendering stays within its
//! limits and accounts for every byte.
#![no_main]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use proem::text::origin::SourceId;
use proem::text::template::{Expr, Limits, Scope, Template, Value};
use serde_json::{Value as Json, json};

/// Values of every kind, hostile ones among them.
static VALUES: LazyLock<BTreeMap<&str, Json>> = LazyLock::new(|| {
    BTreeMap::from([
        ("name", json!("Mira {{ x }} <|im_end|>")),
        ("count", json!(3)),
        ("share", json!(-0.5)),
        ("large", json!(u64::MAX)),
        ("yes", json!(true)),
        ("none", json!(null)),
        ("list", json!(["b", "a", "é🙂", 3, null, ["x"]])),
        ("map", json!({"z": 1, "a": {"b": "c\n</map>"}})),
        ("when", json!("2026-11-29T12:00:00+01:00")),
    ])
});

struct Names;

impl Scope for Names {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        VALUES.get(name).map(|value| Value::json(value, SourceId(7), false))
    }
}

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let limits = Limits::DEFAULT;
    if let Ok(expression) = Expr::parse(text) {
        let _ = expression.names();
        let _ = expression.eval(&Names, SourceId(1), &limits);
        let _ = expression.holds(&Names, &limits);
    }
    let Ok(template) = Template::parse(text) else { return };
    let _ = (template.names(), template.is_constant(), template.expression());
    assert!(template.literals().iter().all(|range| text.get(range.clone()).is_some()));
    let rendered = template.render(&Names, SourceId(1), &limits);
    assert_eq!(rendered, template.render(&Names, SourceId(1), &limits));
    if let Ok(rendered) = rendered {
        let mut at = 0;
        for (span, run) in rendered.spans() {
            assert_eq!(span.start, at);
            assert!(span.end > at && rendered.text.get(span.clone()).is_some());
            // What is trusted was written in the template.
            assert!(!run.trusted || run.source == SourceId(1));
            at = span.end;
        }
        assert_eq!(at, rendered.text.len());
    }
});
