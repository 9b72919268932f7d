//! `proem layers --turns`: how much of each payload of a conversation is the one before.

use std::io::{self, Write};
use std::path::Path;

use proem::survey::converse::{Conversation, converse, script};
use serde_json::json;

use crate::cli::open::{or_tell, tell};
use crate::cli::provider::finder_or_tell;
use crate::cli::style::{Paint, bar, number, pad, paint};
use crate::cli::{End, json};

/// Width of a bar, in columns.
const BAR: u32 = 24;

pub(super) fn run(
    dir: &Path,
    turns: u16,
    provider: Option<&str>,
    as_json: bool,
    out: &mut dyn Write,
) -> io::Result<End> {
    let opened = match or_tell(dir, as_json, out)? {
        Ok(opened) => opened,
        Err(end) => return Ok(end),
    };
    let find = match finder_or_tell(provider, as_json, out)? {
        Ok(find) => find,
        Err(end) => return Ok(end),
    };
    let script = script(&opened.cases);
    let found = match converse(&opened.agent, &script, usize::from(turns), &find) {
        Ok(found) => found,
        Err(findings) => {
            tell(&findings, &opened.sources, &opened.root, as_json, out)?;
            return Ok(End::Findings);
        }
    };
    if as_json {
        let all = json!({
            "agent": found.agent,
            "provider": found.provider,
            "kept_permille": found.kept_permille(),
            "reused_permille": found.reused_permille(),
            "breaks": found.breaks(),
            "turns": found.turns,
        });
        json::print(&all, out)?;
    } else {
        show(&found, out)?;
    }
    Ok(End::Fine)
}

fn show(found: &Conversation, out: &mut dyn Write) -> io::Result<()> {
    let heading = format!("{} for {}", found.agent, found.provider);
    writeln!(out, "{}", paint(&heading, Paint::Bold))?;
    writeln!(out, "{}", paint("turn     text   as before  ", Paint::Dim))?;
    let most = found.turns.iter().map(|turn| turn.text).max().unwrap_or(1);
    for turn in &found.turns {
        let common = turn.common.unwrap_or_default();
        let cut = match turn.dropped {
            0 => String::new(),
            dropped => format!("  {dropped} messages cut"),
        };
        writeln!(
            out,
            "{:>4}  {:>7}     {:>7}  {}{}",
            turn.turn,
            number(turn.text),
            number(common),
            paint(pad(&bar(common, most, BAR), BAR as usize).trim_end(), Paint::Cyan),
            paint(&cut, Paint::Dim)
        )?;
    }
    let percent = |permille: u32| format!("{}.{} %", permille / 10, permille % 10);
    writeln!(out)?;
    writeln!(
        out,
        "{} of what the payloads promise to keep is found again; {} of all text",
        paint(&percent(found.kept_permille()), Paint::Bold),
        percent(found.reused_permille())
    )?;
    match found.breaks() {
        0 => Ok(()),
        1 => writeln!(out, "1 turn kept less than 95 % of it"),
        breaks => writeln!(out, "{breaks} turns kept less than 95 % of it"),
    }
}
