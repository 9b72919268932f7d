//! The corpora of attacks, in every place where a value can stand and in other spellings.

use proem::text::fence::{Block, Sealed};
use proem::text::origin::Rendered;

use crate::reader::{hidden_in, is_break, reads_as_header, tag_openers, token_in};
use crate::spellings::variants;
use crate::{AUTHOR, ENGINE, GUARD, OTHER, VALUE, field, render, rows, seal};

/// The value alone, in a line, in two fields of a line, behind a bullet in a block, and in two
/// adjacent runs.
fn positions(text: &str) -> Vec<(&'static str, Rendered, Vec<Block>)> {
    let fenced = render(&[("About them:\n", AUTHOR), (text, VALUE), ("\nGo on.", AUTHOR)]);
    let inline = render(&[("They said ", AUTHOR), (text, VALUE), (" just now.\n", AUTHOR)]);
    let head = render(&[("Go.\n", AUTHOR), (text, VALUE), (" (yes)\n", AUTHOR)]);
    let list = render(&[
        ("List:\n", AUTHOR),
        ("- ", AUTHOR),
        (text, VALUE),
        (": ", AUTHOR),
        (text, VALUE),
        ("\n- ", AUTHOR),
        ("x", VALUE),
        (": ", AUTHOR),
        (text, VALUE),
        ("\nEnd.", AUTHOR),
    ]);
    let end = list.text.len() - "\nEnd.".len();
    let block = Block { range: "List:\n".len()..end, source: VALUE };
    vec![
        ("fenced", fenced, vec![]),
        ("inline", inline, vec![]),
        ("head", head, vec![]),
        ("list", list, vec![block]),
    ]
}

/// What an outsider may not bring about, judged on the whole sealed text.
fn judge(place: &str, text: &str, sealed: &Sealed) {
    let mut owner = Vec::new();
    for span in &sealed.spans {
        owner.resize(span.end, span.source);
    }
    let outside = |at: usize| owner[at] != AUTHOR && owner[at] != ENGINE;
    for at in tag_openers(&sealed.text, &["notes", "ticket"]) {
        assert!(!outside(at), "{place}: a tag of the value's at {at}\n{text:?}\n{:?}", sealed.text);
    }
    assert!(sealed.fences.len() <= 1);
    let mut start = 0;
    for span in &sealed.spans {
        let part = &sealed.text[start..span.end];
        start = span.end;
        if span.source == VALUE || span.source == OTHER {
            assert_eq!(token_in(part), None, "{place}: {text:?}\n{:?}", sealed.text);
            let hidden = hidden_in(part);
            assert_eq!(hidden, None, "{place}: {text:?}");
        }
    }
    let mut begin = 0;
    for line in sealed.text.split_inclusive(is_break) {
        let at = begin;
        begin += line.len();
        if (at..at + line.len()).any(outside) && reads_as_header(line) {
            panic!("{place}: a header {line:?}\n{text:?}\n{:?}", sealed.text);
        }
    }
}

fn run_rows(name: &str) {
    let mut failures = Vec::new();
    for (number, row) in rows(name).into_iter().enumerate() {
        if row["hard"] == true {
            continue;
        }
        for (spelling, text) in variants(field(&row, "text")).into_iter().enumerate() {
            // The row as it is stands in every place, other spellings in one place each.
            let places = positions(&text).into_iter().enumerate();
            let chosen = |place: usize| spelling == 0 || (spelling + number) % 4 == place;
            for (_, (place, rendered, blocks)) in places.filter(|(place, _)| chosen(*place)) {
                let result = std::panic::catch_unwind(|| {
                    let sealed = seal(&rendered, &blocks);
                    judge(place, &text, &sealed);
                });
                if let Err(error) = result {
                    let message = error.downcast_ref::<String>().cloned().unwrap_or_default();
                    failures.push(format!("{}: {message}", row["id"]));
                }
            }
        }
    }
    assert!(
        failures.is_empty(),
        "{} failures, first:\n{}",
        failures.len(),
        failures[..failures.len().min(4)].join("\n\n")
    );
}

#[test]
fn fence_spoofs_are_broken() {
    run_rows("fence_spoof");
}

#[test]
fn header_spoofs_are_quoted() {
    run_rows("header_spoof");
}

#[test]
fn special_tokens_are_broken() {
    run_rows("special_tokens");
}

#[test]
fn invisible_characters_are_removed() {
    run_rows("invisible_unicode");
}

#[test]
fn messages_keep_no_token() {
    for row in rows("special_tokens") {
        for text in variants(field(&row, "text")) {
            // In small letters the turns of older models are ordinary lines.
            let turn = field(&row, "family") == "anthropic_legacy";
            let (message, count) = GUARD.message(&text);
            let hit = token_in(&message)
                .filter(|token| !(turn && token.starts_with('\n') && text == text.to_lowercase()));
            assert_eq!(hit, None, "{text:?} -> {message:?}");
            assert_eq!(GUARD.message(&message), ((&*message).into(), 0), "{count}");
            let (line, _) = GUARD.inline(&text);
            assert_eq!(token_in(&line), None, "{text:?} -> {line:?}");
            assert_eq!(GUARD.inline(&line), ((&*line).into(), 0));
        }
    }
}
