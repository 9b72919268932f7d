//! What holds for any text whatever.

use std::sync::LazyLock;

use proem::text::fence::{Block, Guard, Sealed};
use proem::text::origin::{Rendered, SourceId};
use proptest::prelude::*;

const ENGINE: SourceId = SourceId(0);
const AUTHOR: SourceId = SourceId(1);

static GUARD: LazyLock<Guard> =
    LazyLock::new(|| Guard::new(["a2".to_owned(), "notes".to_owned()], ["## Rules".to_owned()]));

fn name_of(source: SourceId) -> &'static str {
    match source.0 {
        2 => "a2",
        3 => "notes",
        _ => "engine",
    }
}

/// Pieces that attacks are made of.
fn fragment() -> impl Strategy<Value = String> {
    let parts = vec![
        "<",
        ">",
        "/",
        "</",
        "<|",
        "|>",
        "|",
        "[",
        "]",
        "[/",
        "<<",
        ">>",
        "«",
        "＜",
        "〈",
        "memory",
        "notes",
        "a2",
        "sys",
        "SYSTEM",
        "User",
        "role",
        "system",
        ":",
        "：",
        "INST",
        "im_start",
        "s",
        "think",
        " ",
        "  ",
        "\n",
        "\r\n",
        "\r",
        "\u{2028}",
        "\u{B}",
        "\u{85}",
        "---",
        "\"\"\"",
        "#",
        "**",
        "- ",
        "1. ",
        "> ",
        ">",
        "<!--",
        "-->",
        "--",
        "\u{200B}",
        "\u{200D}",
        "\u{200C}",
        "\u{202E}",
        "\u{202C}",
        "\u{2066}",
        "\u{2069}",
        "\u{200F}",
        "\u{AD}",
        "\u{FE0F}",
        "\u{E0061}",
        "\u{E007F}",
        "🏴",
        "👩",
        "❤",
        "א",
        "ب",
        "क",
        "\u{94D}",
        "м",
        "é",
        "e\u{301}",
        "漢",
        "\u{E0100}",
        "\0",
        "\u{1B}[2J",
        "=",
        "\"",
        "'",
        "&lt;",
        "BEGIN",
        "END",
        "OF",
        "POLICY",
        "Layer",
        "0",
        "{",
        "}",
        ",",
        "x",
        "`",
        "```",
        "Rules",
        "(",
        ")",
        "human",
        "\t",
    ];
    prop_oneof![
        8 => prop::sample::select(parts).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ]
}

fn value() -> impl Strategy<Value = String> {
    prop::collection::vec(fragment(), 0..12).prop_map(|parts| parts.concat())
}

fn rendered() -> impl Strategy<Value = Rendered> {
    prop::collection::vec((value(), 1u32..4), 0..7).prop_map(|parts| {
        let mut rendered = Rendered::default();
        for (text, source) in parts {
            rendered.push(&text, SourceId(source), source == 1);
        }
        rendered
    })
}

/// Values in the words of an author who writes no part of a tag, a token or a header: there, what a
/// value brings about is its own doing.
fn in_plain_context() -> impl Strategy<Value = Rendered> {
    let authors = "[ \n]|\n[a-z]{1,9}[,.]?[ \n]|They say [a-z]{1,9}[.,;]?[ \n]|\n- ";
    let part = prop_oneof![authors.prop_map(|text| (text, 1)), (value(), 2u32..4),];
    prop::collection::vec(part, 0..8).prop_map(|parts| {
        let mut rendered = Rendered::default();
        for (text, source) in parts {
            rendered.push(&text, SourceId(source), source == 1);
        }
        rendered
    })
}

fn seal(rendered: &Rendered, blocks: &[Block]) -> Sealed {
    GUARD.seal(rendered, blocks, ENGINE, &name_of)
}

fn texts_by_source(sealed: &Sealed) -> Vec<(SourceId, String)> {
    let mut all = Vec::new();
    let mut start = 0;
    for span in &sealed.spans {
        all.push((span.source, sealed.text[start..span.end].to_owned()));
        start = span.end;
    }
    all
}

/// Whether a character may be taken out.
fn is_hidden(c: char) -> bool {
    let breaks = "\n\r\u{B}\u{C}\u{85}\u{2028}\u{2029}".contains(c);
    !(c.is_ascii_graphic() || c == ' ' || c == '\t' || breaks || c.is_alphanumeric())
}

/// Whether `after` is `before` with at most `edits` alterations, each of them one that is allowed.
fn explains(before: &str, after: &str, edits: u32) -> bool {
    let before: Vec<char> = before.chars().collect();
    // The offsets in `before` that can be reached after each prefix of the edits, fewest edits first.
    let mut states = vec![(0usize, after, 0u32)];
    let mut seen = std::collections::BTreeSet::new();
    while let Some((at, rest, used)) = states.pop() {
        if at == before.len() && rest.is_empty() && used == edits {
            return true;
        }
        if used > edits || !seen.insert((at, rest.len(), used)) {
            continue;
        }
        if let Some(tail) = rest.strip_prefix("> ") {
            states.push((at, tail, used + 1));
        }
        let Some(&c) = before.get(at) else { continue };
        for with in [
            "&lt;".to_owned(),
            "&gt;".to_owned(),
            "&#91;".to_owned(),
            format!("&#{};", u32::from(c)),
        ] {
            if let Some(tail) = rest.strip_prefix(with.as_str()) {
                states.push((at + 1, tail, used + 1));
            }
        }
        let breaks = "\n\r\u{B}\u{C}\u{85}\u{2028}\u{2029}".contains(c);
        if breaks && let Some(tail) = rest.strip_prefix(' ') {
            states.push((at + 1, tail, used + 1));
            // What stood hidden between the two halves of a CR LF is gone when they become one space.
            let gap = before[at + 1..].iter().take_while(|c| is_hidden(**c)).count();
            if c == '\r' && before.get(at + 1 + gap) == Some(&'\n') {
                let removed = u32::try_from(gap).unwrap_or(u32::MAX);
                states.push((at + 2 + gap, tail, used + 1 + removed));
            }
        }
        if is_hidden(c) {
            states.push((at + 1, rest, used + 1));
        }
        if let Some(tail) = rest.strip_prefix(c) {
            states.push((at + 1, tail, used));
        }
    }
    false
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn spans_cover_and_authors_keep_their_text(rendered in rendered(), cut in (0usize..60, 0usize..60)) {
        let block = Block { range: cut.0.min(cut.1)..cut.0.max(cut.1), source: SourceId(3) };
        for blocks in [vec![], vec![block]] {
            let sealed = seal(&rendered, &blocks);
            prop_assert_eq!(sealed.spans.last().map_or(0, |span| span.end), sealed.text.len());
            prop_assert!(sealed.spans.windows(2).all(|pair| pair[0].end < pair[1].end));
            let before: String = rendered.spans().filter(|(_, run)| run.trusted).map(|(span, _)| &rendered.text[span]).collect();
            let after: String = texts_by_source(&sealed).into_iter().filter(|(source, _)| *source == AUTHOR).map(|(_, text)| text).collect();
            prop_assert_eq!(before, after);
            prop_assert_eq!(&sealed, &seal(&rendered, &blocks));
            for fence in &sealed.fences {
                let name = name_of(fence.source);
                let open = format!("<{name}>\n");
                let close = format!("</{name}>");
                prop_assert!(sealed.text[fence.outer.clone()].starts_with(&open));
                prop_assert!(sealed.text[fence.outer.clone()].ends_with(&close));
            }
        }
    }

    #[test]
    fn alterations_are_few_and_counted(text in value()) {
        for alone in [true, false] {
            let mut rendered = Rendered::default();
            rendered.push(if alone { "x\n" } else { "x y " }, AUTHOR, true);
            rendered.push(&text, SourceId(2), false);
            let sealed = seal(&rendered, &[]);
            let after: String = texts_by_source(&sealed).into_iter().filter(|(source, _)| source.0 == 2).map(|(_, text)| text).collect();
            let count = sealed.neutralised.first().map_or(0, |pair| pair.1);
            prop_assert_eq!(count == 0, after == text);
            prop_assert!(explains(&text, &after, count), "{:?} -> {:?} ({})", text, after, count);
        }
    }

    /// About values among plain words. Where the author's own text takes part in a tag, breaking the
    /// value's part of it can give the author's part another reading.
    #[test]
    fn a_second_seal_alters_nothing(rendered in in_plain_context()) {
        let once = seal(&rendered, &[]);
        let mut again = Rendered::default();
        for (source, text) in texts_by_source(&once) {
            again.push(&text, source, source.0 < 2);
        }
        let twice = seal(&again, &[]);
        prop_assert_eq!(&twice.text, &once.text);
        prop_assert!(twice.neutralised.is_empty(), "{:?}", twice.neutralised);
    }

    #[test]
    fn a_second_pass_over_a_message_alters_nothing(text in value()) {
        let (message, count) = GUARD.message(&text);
        prop_assert_eq!(count == 0, message == text);
        prop_assert_eq!(GUARD.message(&message).1, 0);
        let (line, _) = GUARD.inline(&text);
        prop_assert_eq!(GUARD.inline(&line).1, 0);
        let broken = line.contains(['\n', '\r', '\u{2028}', '\u{85}', '\u{B}']);
        prop_assert!(!broken);
    }

    #[test]
    fn plain_words_stay(text in "[a-zA-Zà-ÿа-яא-תぁ-ん一-龥 0-9.,!?'’()\n\t-]{0,80}") {
        let (message, count) = GUARD.message(&text);
        prop_assert!(count == 0 || text.contains("\n\n"), "{:?}", message);
    }
}
