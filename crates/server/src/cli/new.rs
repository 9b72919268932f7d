//! `proem new`: an agent to start from.
//!
//! Owns the files of a new agent: small, whole, and passing `check` and `test`.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use proem::agent::name::is_word;

use crate::cli::End;
use crate::cli::style::{Paint, paint};

const FILES: [(&str, &str); 6] = [
    ("agent.yaml", include_str!("new/agent.yaml")),
    ("prompts/core/identity.md", include_str!("new/identity.md")),
    ("prompts/reply/first.md", include_str!("new/first.md")),
    ("prompts/reply/later.md", include_str!("new/later.md")),
    ("cases/first-turn.yaml", include_str!("new/first-turn.yaml")),
    (
        "cases/second-turn.yaml",
        include_str!("new/second-turn.yaml"),
    ),
];

pub(super) fn run(name: &str, out: &mut dyn Write) -> io::Result<End> {
    let folder = Path::new(name);
    let agent = folder
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    if !is_word(agent) {
        eprintln!(
            "proem: `{agent}` cannot be an agent's name: use small letters, digits, `_` and `-`"
        );
        return Ok(End::Usage);
    }
    if folder.exists() {
        eprintln!(
            "proem: {} is there already: choose another name",
            folder.display()
        );
        return Ok(End::Usage);
    }
    for (path, text) in FILES {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, text.replace("NAME", agent))?;
    }
    let shown = folder.display();
    writeln!(
        out,
        "{} is there. Try:\n",
        paint(&shown.to_string(), Paint::Bold)
    )?;
    writeln!(out, "  proem assemble {shown} --case first-turn")?;
    writeln!(out, "  proem check {shown}")?;
    writeln!(out, "  proem test {shown}")?;
    Ok(End::Fine)
}
