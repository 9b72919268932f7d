//! What the reader of YAML accepts, and how it tells the traps.

use super::*;

fn read(text: &str) -> (Option<Node>, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let source = Source::new("agent.yaml", text);
    let node = parse(&source, 0, text.len(), &mut findings);
    (node, findings)
}

fn codes(text: &str) -> Vec<(&'static str, usize)> {
    let line = |finding: &Diagnostic| finding.span.as_ref().map_or(0, |span| span.line);
    read(text).1.iter().map(|finding| (finding.code, line(finding))).collect()
}

#[test]
fn values_keep_their_kind_and_place() {
    let (node, findings) = read("a: 1\nb:\n  - x y\n  - '2'\n  - 1.5\n  - true\n  - 007\n");
    assert!(findings.is_empty());
    let node = node.unwrap();
    assert_eq!(node.to_json(), serde_json::json!({"a": 1, "b": ["x y", "2", 1.5, true, "007"]}));
    let Value::Map(entries) = &node.value else { panic!("a mapping") };
    assert_eq!((entries[1].0.span.line, entries[1].0.span.column), (2, 1));
}

#[test]
fn an_empty_document_is_nothing() {
    assert_eq!(read("").0, None);
    assert_eq!(read("# only a comment\n").0, None);
}

#[test]
fn every_trap_is_told_and_not_only_the_first() {
    let text = "a: no\nb: Yes\nr: \"\\bword\\b\"\na: 2\nc: *x\n";
    let expected =
        [("yaml.boolean", 1), ("yaml.boolean", 2), ("yaml.escape", 3), ("yaml.duplicate-key", 4)];
    let found = codes(text);
    assert_eq!(found[..4], expected);
    assert_eq!(found[4].1, 5);
}

#[test]
fn text_with_a_colon_gets_advice() {
    let (_, findings) = read("say: I said: no\n");
    assert_eq!(findings[0].code, "yaml.syntax");
    assert!(findings[0].help.as_deref().unwrap().contains("quotes"));
}

#[test]
fn an_unquoted_expression_gets_advice() {
    let (_, findings) = read("set: {crisis: {{ answer }}}\n");
    let helps: Vec<_> = findings.iter().filter_map(|finding| finding.help.as_deref()).collect();
    assert!(helps.iter().any(|help| help.contains("\"{{ answer }}\"")), "{findings:?}");
}

#[test]
fn what_is_too_deep_is_refused_in_time() {
    let deep = "[".repeat(100_000);
    assert!(codes(&deep).iter().any(|(code, _)| *code == "yaml.too-deep"));
}

#[test]
fn second_documents_anchors_and_tags_are_refused() {
    assert_eq!(codes("a: 1\n---\nb: 2\n"), [("yaml.documents", 2)]);
    assert_eq!(codes("a: &x 1\n"), [("yaml.anchor", 1)]);
    assert_eq!(codes("a: !!int 1\n"), [("yaml.tag", 1)]);
}
