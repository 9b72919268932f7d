//! Finds where something of a turn's input is written.
//!
//! Owns the step from a pointer into the input to a place in the file that it was read from. It must
//! never change what a finding says.

use proem::agent::source::Source;
use proem::agent::yaml::{self, Node, Value};
use proem::diagnostic::Diagnostic;

/// Gives findings that only point into a turn's input their place in `source`, where the input begins
/// at `base`, a path of keys and indices. A finding about what is not written there stays as it is.
pub(crate) fn place(findings: &mut [Diagnostic], source: &Source, base: &[String]) {
    let Some(root) = yaml::parse(source, 0, source.text.len(), &mut Vec::new()) else {
        return;
    };
    for finding in findings.iter_mut().filter(|finding| finding.span.is_none()) {
        let Some(pointer) = &finding.pointer else {
            continue;
        };
        let own = pointer.split('/').skip(1);
        let own = own.map(|token| token.replace("~1", "/").replace("~0", "~"));
        let path: Vec<String> = base.iter().cloned().chain(own).collect();
        let found = path.iter().try_fold(&root, |node, token| child(node, token));
        finding.span = found.map(|node| node.span.clone());
    }
}

fn child<'n>(node: &'n Node, token: &str) -> Option<&'n Node> {
    match &node.value {
        Value::Map(entries) => {
            let found = entries.iter().find(|(key, _)| key.key() == token);
            found.map(|(_, value)| value)
        }
        Value::List(items) => items.get(token.parse::<usize>().ok()?),
        _ => None,
    }
}
