//! Untrusted text: the fence, the normal form and the search of phrases, from outside.
//!
//! Hostile values are judged by a reader of the tests' own, which is easily fooled; ordinary text of
//! many scripts and formats must come through byte for byte.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    reason = "the corpora are files, time is measured, and what a test misses should stop it"
)]

mod attacks;
mod benign;
mod linear;
mod names;
mod normal;
mod placing;
mod properties;
mod reader;
mod spellings;
mod splits;

use std::sync::LazyLock;

use proem::text::fence::{Block, Guard, Sealed};
use proem::text::origin::{Rendered, SourceId};
use serde_json::Value;

const ENGINE: SourceId = SourceId(0);
const AUTHOR: SourceId = SourceId(1);
const VALUE: SourceId = SourceId(2);
const OTHER: SourceId = SourceId(3);

static GUARD: LazyLock<Guard> = LazyLock::new(|| {
    let headers = ["## Style preferences of this user", "Assessment"].map(str::to_owned);
    Guard::new(["notes".to_owned(), "ticket".to_owned()], headers)
});

fn name_of(source: SourceId) -> &'static str {
    match source {
        VALUE => "notes",
        OTHER => "ticket",
        _ => "engine",
    }
}

/// The rows of a corpus.
fn rows(name: &str) -> Vec<Value> {
    let path = format!("{}/tests/corpora/{name}.jsonl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the corpus is there");
    text.lines().map(|line| serde_json::from_str(line).expect("a row is JSON")).collect()
}

fn field<'a>(row: &'a Value, name: &str) -> &'a str {
    row[name].as_str().unwrap_or_default()
}

/// Text of the author's and of values, as templates render it.
fn render(parts: &[(&str, SourceId)]) -> Rendered {
    let mut rendered = Rendered::default();
    for (text, source) in parts {
        rendered.push(text, *source, *source == AUTHOR || *source == ENGINE);
    }
    rendered
}

/// Seals, and checks the account.
fn seal(rendered: &Rendered, blocks: &[Block]) -> Sealed {
    let sealed = GUARD.seal(rendered, blocks, ENGINE, &name_of);
    let mut start = 0;
    for span in &sealed.spans {
        assert!(span.end > start, "no span is empty");
        assert!(sealed.text.is_char_boundary(span.end));
        start = span.end;
    }
    assert_eq!(start, sealed.text.len(), "spans cover the text");
    sealed
}
