//! `proem check --explain`: what a code means.
//!
//! Owns how an explanation looks: plain text where output is no terminal, painted and wrapped on one. The
//! words are the engine's.

use std::io::{self, Write};

use proem::check::explain::{Explanation, explain, explanations, nearest};
use serde_json::json;

use crate::cli::style::{Paint, columns, pad, paint};
use crate::cli::{End, complain, json};

/// The width to which text is wrapped at most.
const WIDTH: usize = 100;

/// Explains a code, or lists them all.
pub(super) fn run(code: Option<&str>, as_json: bool, out: &mut dyn Write) -> io::Result<End> {
    let Some(code) = code else { return list(as_json, out) };
    let Some(found) = explain(code) else {
        let known = match nearest(code) {
            Some(near) => format!("Did you mean `{near}`?"),
            None => "`proem check --explain` lists all.".to_owned(),
        };
        complain(&format!("there is no code `{code}`. {known}"));
        return Ok(End::Usage);
    };
    if as_json {
        let Explanation { code, severity, summary, text } = found;
        let value = json!({"code": code, "severity": severity, "summary": summary, "text": text});
        json::print(&value, out)?;
    } else {
        show(&found, out)?;
    }
    Ok(End::Fine)
}

fn list(as_json: bool, out: &mut dyn Write) -> io::Result<End> {
    if as_json {
        let row = |one: Explanation| json!({"code": one.code, "severity": one.severity, "summary": one.summary});
        json::print(&json!({"codes": explanations().map(row).collect::<Vec<_>>()}), out)?;
        return Ok(End::Fine);
    }
    let width = explanations().map(|one| one.code.len()).max().unwrap_or_default();
    for one in explanations() {
        writeln!(out, "{}  {}", paint(&pad(one.code, width), Paint::Cyan), one.summary)?;
    }
    Ok(End::Fine)
}

fn show(found: &Explanation, out: &mut dyn Write) -> io::Result<()> {
    let how = if found.severity.starts_with("error") { Paint::Red } else { Paint::Yellow };
    let severity = paint(&format!("({})", found.severity), how);
    let (code, summary) = (paint(found.code, Paint::Cyan), paint(found.summary, Paint::Bold));
    writeln!(out, "{code}: {summary} {severity}\n")?;
    let mut in_code = false;
    for line in found.text.lines() {
        match (line.strip_prefix("```"), in_code) {
            (Some(_), true) => in_code = false,
            (Some(info), false) => {
                in_code = true;
                // A file's name stands behind the language; what has none shows for itself.
                match info.split_once(' ') {
                    Some((_, name)) if name.contains('.') => {
                        writeln!(out, "  {}", paint(name, Paint::Dim))?;
                    }
                    Some((_, "turn")) => {
                        writeln!(out, "  {}", paint("the input of a turn", Paint::Dim))?;
                    }
                    _ => {}
                }
            }
            (None, true) if line.is_empty() => writeln!(out)?,
            (None, true) => writeln!(out, "    {line}")?,
            (None, false) => prose(line, out)?,
        }
    }
    Ok(())
}

fn prose(line: &str, out: &mut dyn Write) -> io::Result<()> {
    match line {
        "Wrong:" => return writeln!(out, "{}", paint(line, Paint::Red)),
        "Right:" => return writeln!(out, "{}", paint(line, Paint::Green)),
        _ => {}
    }
    let width = columns().map_or(usize::MAX, |columns| columns.min(WIDTH));
    let mut used = 0;
    for word in line.split(' ') {
        let long = word.chars().count();
        if used > 0 && used + 1 + long > width {
            writeln!(out)?;
            used = 0;
        }
        let gap = if used > 0 { " " } else { "" };
        write!(out, "{gap}{word}")?;
        used += gap.len() + long;
    }
    writeln!(out)
}
