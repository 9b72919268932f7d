//! `proem new`: an agent or a role to start from.
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

/// Paths in the folder, and texts.
type Files = &'static [(&'static str, &'static str)];

const AGENT: Files = &[
    ("agent.yaml", include_str!("new/agent.yaml")),
    ("prompts/core/identity.md", include_str!("new/identity.md")),
    ("prompts/reply/first.md", include_str!("new/first.md")),
    ("prompts/reply/later.md", include_str!("new/later.md")),
    ("cases/first-turn.yaml", include_str!("new/first-turn.yaml")),
    ("cases/second-turn.yaml", include_str!("new/second-turn.yaml")),
];

const ROLE: Files = &[
    ("role.json", include_str!("new/role/role.json")),
    ("cases/ticket.yaml", include_str!("new/role/ticket.yaml")),
    ("cases/gate.yaml", include_str!("new/role/gate.yaml")),
];

pub(super) fn run(
    name: &str,
    is_role: bool,
    as_json: bool,
    out: &mut dyn Write,
) -> io::Result<End> {
    let (files, case) = if is_role { (ROLE, "ticket") } else { (AGENT, "first-turn") };
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
    if let Err(error) = write(folder, agent, files) {
        complain(&format!("{shown} cannot be made: {}", reason(&error)));
        return Ok(End::Environment);
    }
    if as_json {
        let files: Vec<&str> = files.iter().map(|(path, _)| *path).collect();
        json::print(&json!({"agent": agent, "folder": name, "files": files}), out)?;
        return Ok(End::Fine);
    }
    writeln!(out, "{} is there. Try:\n", paint(&shown.to_string(), Paint::Bold))?;
    writeln!(out, "  proem assemble {shown} --case {case}")?;
    writeln!(out, "  proem check {shown}")?;
    writeln!(out, "  proem test {shown}")?;
    Ok(End::Fine)
}

fn write(folder: &Path, agent: &str, files: Files) -> io::Result<()> {
    for (path, text) in files {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, text.replace("NAME", agent))?;
    }
    Ok(())
}
