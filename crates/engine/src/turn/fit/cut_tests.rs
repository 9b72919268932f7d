//! Cutting sealed text: small enough, marked, and data still fenced.

use super::*;
use crate::text::fence::Guard;
use crate::text::origin::Rendered;
use crate::token::tokenizer_for;
use crate::turn::origins::CONFIG;

fn page() -> Sealed {
    let mut text = Rendered::default();
    text.push("Read this.\n\n", CONFIG, true);
    let value: Vec<String> = (0..40).map(|at| format!("Line {at} of the page.")).collect();
    text.push(&value.join("\n"), SourceId(7), false);
    text.push("\n\nThen answer.", CONFIG, true);
    let guard = Guard::new(["page".to_owned()], []);
    guard.seal(&text, &[], ENGINE, &|_| "page")
}

#[test]
fn every_way_keeps_within_the_tokens_and_says_so() {
    let (tokenizer, _) = tokenizer_for("openai-chat", "gpt-5.4");
    let whole = page();
    for how in [Shrink::Tail, Shrink::Head, Shrink::Middle] {
        for most in [40, 80, 160] {
            let cut = sealed(&whole, most, how, &tokenizer);
            assert!(tokenizer.count(&cut.text) <= most, "{how:?} {most}: {}", cut.text);
            assert!(cut.text.contains(MARK), "{how:?} {most}");
            let opened = cut.text.matches("<page>").count();
            assert_eq!(opened, cut.text.matches("</page>").count(), "{how:?} {most}: {}", cut.text);
            assert_eq!(cut.spans.last().map(|span| span.end), Some(cut.text.len()));
            let ordered = cut.spans.windows(2).all(|pair| pair[0].end < pair[1].end);
            assert!(ordered, "{how:?} {most}");
        }
    }
}

#[test]
fn each_way_keeps_its_own_end() {
    let (tokenizer, _) = tokenizer_for("openai-chat", "gpt-5.4");
    let whole = page();
    let cut = |how| sealed(&whole, 80, how, &tokenizer).text;
    assert!(cut(Shrink::Tail).starts_with("Read this."));
    assert!(!cut(Shrink::Tail).contains("Then answer."));
    assert!(cut(Shrink::Head).ends_with("Then answer."));
    assert!(!cut(Shrink::Head).contains("Read this."));
    let middle = cut(Shrink::Middle);
    assert!(middle.starts_with("Read this.") && middle.ends_with("Then answer."), "{middle}");
}
