//! `proem new`: an agent to start from.
//!
//! Owns the files of a new agent: small, whole, and passing `check` and `test`.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use proem::agent::name::is_word;
use serde_json::json;

use crate::cli::style::{Paint, paint};
use crate::cli::{End, complain, json};
use crate::machine::reason;

const FILES: [(&str, &str); 6] = [
    ("agent.yaml", include_str!("new/agent.yaml")),
    ("prompts/core/identity.md", include_str!("new/identity.md")),
    ("prompts/reply/first.md", include_str!("new/first.md")),
    ("prompts/reply/later.md", include_str!("new/later.md")),
    ("cases/first-turn.yaml", include_str!("new/first-turn.yaml")),
    ("cases/second-turn.yaml", include_str!("new/second-turn.yaml")),
];

pub(super) fn run(name: &str, as_json: bool, out: &mut dyn Write) -> io::Result<End> {
    let folder = Path::new(name);
    let agent = folder.file_name().and_then(|name| name.to_str());
    let agent = agent.unwrap_or_default();
    if !is_word(agent) {
        complain(&format!(
            "`{name}` does not end in an agent's name: small letters, digits, `_` and `-`, beginning with a letter"
        ));
        return Ok(End::Usage);
    }
    let shown = folder.display();
    if folder.exists() {
        complain(&format!("{shown} is there already: choose another name"));
        return Ok(End::Usage);
    }
    if let Err(error) = write(folder, agent) {
        complain(&format!("{shown} cannot be made: {}", reason(&error)));
        return Ok(End::Environment);
    }
    if as_json {
        let files: Vec<&str> = FILES.iter().map(|(path, _)| *path).collect();
        json::print(&json!({"agent": agent, "folder": name, "files": files}), out)?;
        return Ok(End::Fine);
    }
    writeln!(out, "{} is there. Try:\n", paint(&shown.to_string(), Paint::Bold))?;
    writeln!(out, "  proem assemble {shown} --case first-turn")?;
    writeln!(out, "  proem check {shown}")?;
    writeln!(out, "  proem test {shown}")?;
    Ok(End::Fine)
}

fn write(folder: &Path, agent: &str) -> io::Result<()> {
    for (path, text) in FILES {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, text.replace("NAME", agent))?;
    }
    Ok(())
}
