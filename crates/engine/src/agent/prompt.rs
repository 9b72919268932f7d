//! Prompts: named templates, and their versions.
//!
//! Owns the file form of a prompt (front matter and body), its hash, and its limits. It must never
//! render a body or look at another prompt.

use crate::agent::decode::{Decoder, Located, Text};
use crate::agent::front::Names;
use crate::agent::name::PromptName;
use crate::agent::source::Source;
use crate::agent::step::{self, Step};
use crate::agent::yaml::{self, Node, Value};
use crate::diagnostic::{Diagnostic, Edit, Fix, Span};

/// The longest title, in characters.
pub const MAX_TITLE: usize = 255;

/// An immutable version of a prompt.
#[derive(Clone, Debug, PartialEq)]
pub struct Prompt {
    /// Its name.
    pub name: PromptName,
    /// Its number; 0 for a file that no store has numbered.
    pub version: u32,
    /// Hash of metadata and body: `b3:` and 64 hexadecimal digits.
    pub hash: String,
    /// Its name for people.
    pub title: String,
    /// What it is for.
    pub description: String,
    /// The context keys that it uses.
    pub context: Vec<Text>,
    /// The actions that it allows.
    pub actions: Vec<Text>,
    /// Leaves the prompt out of its layer when it does not hold.
    pub when: Option<Text>,
    /// What a step declares beyond a prompt; there for the type `step` alone.
    pub step: Option<Box<Step>>,
    /// What stands in front of the body, as it is written.
    pub front: Option<Text>,
    /// The template, with its place in the file.
    pub body: Text,
}

impl Prompt {
    /// The context keys that it declares, as a list that can be edited.
    #[must_use]
    pub fn context_names(&self) -> Names<'_> {
        self.names("context", &self.context)
    }

    /// The actions that it allows, as a list that can be edited.
    #[must_use]
    pub fn action_names(&self) -> Names<'_> {
        self.names("actions", &self.actions)
    }

    fn names<'a>(&'a self, key: &'static str, items: &'a [Text]) -> Names<'a> {
        Names { key, items, front: self.front.as_ref(), body: &self.body }
    }
}

/// Reads a prompt's file. The version is what the catalog says; a file by itself is version 0.
pub fn parse(source: &Source, name: &PromptName, version: u32) -> (Prompt, Vec<Diagnostic>) {
    let mut decoder = Decoder::default();
    let text = &*source.text;
    let (front, body_start) = split(text);
    let node = front
        .clone()
        .and_then(|range| yaml::parse(source, range.start, range.end, &mut decoder.findings));
    if front.is_none() && text.starts_with("---") {
        let message = "the front matter has no end";
        let help = "Close it with a line `---`.";
        decoder.error_with("prompt.front-matter", &source.span(0, 3), message, help);
    }
    decoder.findings.extend(inside(source));
    let body = &text[body_start..];
    let front = front.and_then(|range| {
        let value = text.get(range.clone())?.to_owned();
        Some(Located { value, span: source.span(range.start, range.end) })
    });
    let mut prompt = Prompt {
        name: name.clone(),
        version,
        hash: hash(text),
        title: String::new(),
        description: String::new(),
        context: Vec::new(),
        actions: Vec::new(),
        when: None,
        step: (name.prompt_type() == step::TYPE).then(Box::default),
        front,
        body: Located { value: body.to_owned(), span: source.span(body_start, text.len()) },
    };
    if let Some(node) = node {
        decode_front(&mut decoder, &node, &mut prompt);
    }
    if body.trim().is_empty() {
        let message = format!("the prompt `{name}` says nothing");
        let finding = Diagnostic::warning("prompt.empty", message)
            .help("Write its text, or remove the file.");
        decoder.findings.push(finding.at(&Span::of_file(&source.file)));
    }
    (prompt, decoder.findings)
}

/// Hash of some text, as it is written everywhere.
#[must_use]
pub fn hash(text: &str) -> String {
    format!("b3:{}", blake3::hash(text.as_bytes()).to_hex())
}

/// The range of the front matter's YAML, and where the body begins.
fn split(text: &str) -> (Option<std::ops::Range<usize>>, usize) {
    let Some(rest) = text.strip_prefix("---\n") else {
        return (None, 0);
    };
    let mut at = 4;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return (Some(4..at), at + line.len());
        }
        at += line.len();
    }
    (None, 0)
}

/// Front matter that is a part of the text, because something stands before it.
fn inside(source: &Source) -> Option<Diagnostic> {
    let text = &*source.text;
    let start = text.len() - text.trim_start_matches([' ', '\t', '\n', '\u{feff}']).len();
    if start == 0 {
        return None;
    }
    let (front, _) = split(text.get(start..)?);
    let front = text.get(start..)?.get(front?)?;
    // Two rules with sentences between them are a text.
    let is_key = |line: &str| {
        line.split_once(':').is_some_and(|(key, _)| !key.is_empty() && !key.contains(' '))
    };
    if !front.lines().next().is_some_and(is_key) {
        return None;
    }
    let finding = Diagnostic::warning(
        "prompt.front-matter-inside",
        "the front matter is a part of the text, because something stands before it",
    );
    let fix = Fix::new("Begin with `---`", vec![Edit::at(&source.span(0, start), "")]);
    let help = "A file begins with `---`, or has no front matter.";
    Some(finding.help(help).fix(fix).at(&source.span(start, start + 3)))
}

fn decode_front(decoder: &mut Decoder, node: &Node, prompt: &mut Prompt) {
    let what = if prompt.step.is_some() { "a step" } else { "a prompt" };
    let Some(mut fields) = decoder.fields(node, what) else {
        return;
    };
    if let Some(title) = fields.text(decoder, "title") {
        if title.value.chars().count() > MAX_TITLE {
            let message = format!("the title is longer than {MAX_TITLE} characters");
            decoder.error_with(
                "prompt.title",
                &title.span,
                message,
                "Move the rest to `description`.",
            );
        }
        prompt.title = title.value;
    }
    prompt.description = fields.string(decoder, "description").unwrap_or_default();
    prompt.context = fields.texts(decoder, "context");
    prompt.actions = fields.texts(decoder, "actions");
    prompt.when = fields.text(decoder, "when");
    if let Some(declared) = &mut prompt.step {
        **declared = step::decode(decoder, &mut fields);
    }
    fields.finish(decoder);
    for names in [prompt.context_names(), prompt.action_names()] {
        for (at, item) in names.items.iter().enumerate() {
            if names.items[..at].iter().any(|earlier| earlier.value == item.value) {
                let message = format!("`{}` is listed twice", item.value);
                let finding = Diagnostic::error("prompt.twice", message).at(&item.span);
                let once = names.take(at).map(|edit| Fix::new("Keep one", vec![edit]));
                decoder.findings.push(finding.help("Keep one.").fix(once));
            }
        }
    }
    if let Value::Null = node.value {
        decoder.wrong(node, "a mapping");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Prompt, Vec<Diagnostic>) {
        let name = PromptName::parse("coach/opening").unwrap();
        parse(&Source::new("prompts/coach/opening.md", text), &name, 0)
    }

    #[test]
    fn front_matter_and_body_are_told_apart() {
        let (prompt, findings) =
            read("---\ntitle: A\ncontext: [user_name]\n---\nHi {{ user_name }}.\n");
        assert!(findings.is_empty(), "{findings:?}");
        assert_eq!(prompt.title, "A");
        assert_eq!(prompt.body.value, "Hi {{ user_name }}.\n");
        assert_eq!(prompt.body.span.line, 5);
        assert_eq!(prompt.context[0].span.line, 3);
    }

    #[test]
    fn a_body_alone_is_a_prompt_and_a_rule_in_it_is_text() {
        let (prompt, findings) = read("One.\n---\nTwo.\n");
        assert!(findings.is_empty());
        assert_eq!(prompt.body.value, "One.\n---\nTwo.\n");
    }

    #[test]
    fn unclosed_front_matter_and_unknown_keys_are_told() {
        assert_eq!(read("---\ntitle: A\n").1[0].code, "prompt.front-matter");
        let text = "  ---\ntitle: A\n---\nOne.\n";
        let findings = read(text).1;
        let codes: Vec<_> = findings.iter().map(|finding| finding.code).collect();
        assert_eq!(codes, ["prompt.front-matter-inside"]);
        let mended = findings[0].fix.as_ref().and_then(|fix| fix.applied(text)).unwrap();
        assert_eq!(mended, "---\ntitle: A\n---\nOne.\n");
        assert!(read("\n---\nA rule: and another one.\n---\nOne.\n").1.is_empty());
        let findings = read("---\ntitel: A\nslots: {}\n---\nx").1;
        assert_eq!(findings.iter().map(|f| f.code).collect::<Vec<_>>(), ["format.unknown-key"; 2]);
        assert_eq!(findings[0].help.as_deref(), Some("Did you mean `title`?"));
    }
}
