//! The files with which an agent's models count tokens.
//!
//! Owns which files an agent names, and their content. It must never read the format (that is
//! `token`), nor open a file: the host hands the bytes in.

use std::sync::Arc;

use crate::agent::decode::{Decoder, Text};
use crate::agent::source::RawFile;
use crate::agent::{Agent, prompt};

/// The largest file of a tokenizer, in bytes.
pub const MAX_TOKENIZER: usize = 64 * 1024 * 1024;

/// A file with which a model counts tokens.
#[derive(Clone, Debug, PartialEq)]
pub struct TokenizerFile {
    /// Its name beside `agent.yaml`, where it is first named.
    pub name: Text,
    /// Its content, if the host found it.
    pub content: Option<Arc<[u8]>>,
}

/// Whether a file may be a tokenizer: it lies beside `agent.yaml` and is JSON.
pub(crate) fn is_name(path: &str) -> bool {
    path.strip_suffix(".json").is_some_and(|stem| {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
        !stem.starts_with('.') && !stem.is_empty() && stem.chars().all(plain)
    })
}

/// Tells of a name that no tokenizer's file can have, and leaves it out.
pub(crate) fn checked(decoder: &mut Decoder, name: Text) -> Option<Text> {
    if is_name(&name.value) {
        return Some(name);
    }
    let message = format!("`{}` cannot be the file of a tokenizer", name.value);
    let help = "Name a file beside agent.yaml that ends in `.json`, of letters, digits, `.`, `_` and `-`: `tokenizer.json`.";
    decoder.error_with("model.tokenizer", &name.span, message, help);
    None
}

/// Every file once, in the order of their names.
pub(crate) fn named(mut names: Vec<Text>) -> Vec<TokenizerFile> {
    names.sort_by(|a, b| a.value.cmp(&b.value));
    names.dedup_by(|b, a| a.value == b.value);
    names.into_iter().map(|name| TokenizerFile { name, content: None }).collect()
}

/// Gives an agent the content of the files that it names. They are part of what it is, and so of its
/// hash.
pub(crate) fn give(agent: &mut Agent, files: Vec<RawFile>) {
    for file in files {
        if let Some(wanted) = agent.tokenizers.iter_mut().find(|one| one.name.value == file.path) {
            let hash = blake3::hash(&file.bytes).to_hex();
            agent.hash = prompt::hash(&format!("{}\n{}\n{hash}", agent.hash, file.path));
            wanted.content = Some(file.bytes.into());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agent::load;

    const AGENT: &str = "agent: a
model: {name: m, tokenizer: one.json}
layers: []
calls:
  same: {run: asked, bare: true, model: {window: 9}, layers: []}
  other: {run: asked, bare: true, model: {name: n}, layers: []}
  own: {run: asked, bare: true, model: {name: n, tokenizer: two.json}, layers: []}
";

    fn raw(path: &str, text: &str) -> RawFile {
        RawFile { path: path.into(), bytes: text.into() }
    }

    fn loaded(files: &[(&str, &str)]) -> Agent {
        let agent = [("agent.yaml", AGENT)];
        let files = agent.iter().chain(files).map(|(path, text)| raw(path, text));
        load::folder(files.collect()).agent.unwrap()
    }

    #[test]
    fn the_files_of_all_calls_are_wanted_once() {
        assert_eq!(load::tokenizers(&raw("agent.yaml", AGENT)), ["one.json", "two.json"]);
        assert!(
            load::tokenizers(&raw("agent.yaml", "agent: a\nmodel: {name: m}\nlayers: []\n"))
                .is_empty()
        );
        assert!(load::tokenizers(&raw("agent.yaml", "tokenizer: [")).is_empty());
    }

    #[test]
    fn a_call_that_names_another_model_does_not_inherit_the_tokenizer() {
        let agent = loaded(&[]);
        let of = |call: &str| agent.call(call).unwrap().model.over(&agent.model).tokenizer;
        assert_eq!(of("same").as_deref(), Some("one.json"));
        assert_eq!(of("other"), None);
        assert_eq!(of("own").as_deref(), Some("two.json"));
    }

    #[test]
    fn content_is_part_of_the_agent() {
        let (one, two) = (loaded(&[("one.json", "{}")]), loaded(&[("one.json", "{ }")]));
        assert_eq!(one.tokenizers[0].content.as_deref(), Some(&b"{}"[..]));
        assert_eq!(one.tokenizers[1].content, None);
        assert_ne!(one.hash, two.hash);
        assert_ne!(one.hash, loaded(&[]).hash);
        assert_eq!(loaded(&[("three.json", "{}")]).hash, loaded(&[]).hash, "nobody names it");
    }

    #[test]
    fn names_lie_beside_the_agent() {
        for good in ["tokenizer.json", "qwen3-32b.tokenizer.json", "A_1.json"] {
            assert!(is_name(good), "{good}");
        }
        for bad in
            ["", ".json", ".a.json", "../a.json", "a/b.json", "/a.json", "a\\b.json", "a", "a.JSON"]
        {
            assert!(!is_name(bad), "{bad}");
        }
    }
}
