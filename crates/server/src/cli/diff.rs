//! `proem diff`: two agents, or two versions of one.
//!
//! First what differs in the files, then what that moves in the turns of the cases, gathered by what
//! moved. A text that moved only as its prompt did is not shown twice.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::Path;

use proem::survey::diff::{Change, Diff, Field, Group, Item, Kind, Rendered, Side, diff};
use serde_json::Value;

use crate::cli::open::{Opened, or_tell, tell};
use crate::cli::progress::Progress;
use crate::cli::provider::finder_or_tell;
use crate::cli::style::{Paint, paint};
use crate::cli::{End, json};

/// How many turns of a group are named.
const NAMED: usize = 4;

/// How many values of a key are named for a group of cells.
const FEW: usize = 3;

/// The longest value of a field that is shown on one line, in characters.
const LONG: usize = 60;

pub(super) fn run(
    from: &Path,
    to: &Path,
    provider: Option<&str>,
    matrix: bool,
    as_json: bool,
    out: &mut dyn Write,
) -> io::Result<End> {
    let from = match or_tell(from, as_json, out)? {
        Ok(opened) => opened,
        Err(end) => return Ok(end),
    };
    let to = match or_tell(to, as_json, out)? {
        Ok(opened) => opened,
        Err(end) => return Ok(end),
    };
    let find = match finder_or_tell(provider, as_json, out)? {
        Ok(find) => find,
        Err(end) => return Ok(end),
    };
    let progress = Progress::of_cells();
    let found = diff(side_of(&from), side_of(&to), matrix, &find, &mut |done| progress.at(done));
    progress.done();
    let found = match found {
        Ok(found) => found,
        Err(findings) => {
            tell(&findings, &[], "", as_json, out)?;
            return Ok(End::Findings);
        }
    };
    if as_json {
        json::print(&found, out)?;
    } else {
        show(&from.root, &to.root, &found, out)?;
    }
    Ok(if found.is_empty() { End::Fine } else { End::Findings })
}

fn side_of(opened: &Opened) -> Side<'_> {
    Side { agent: &opened.agent, cases: &opened.cases }
}

fn show(from: &str, to: &str, found: &Diff, out: &mut dyn Write) -> io::Result<()> {
    if found.is_empty() {
        let turns = counted(found.cases.compared, "turn");
        let cells = found.matrix.as_ref().map(|cells| counted(cells.compared, "cell"));
        let cells = cells.map(|cells| format!(" and {cells}")).unwrap_or_default();
        return writeln!(out, "{from} and {to}: {} ({turns}{cells})", paint("equal", Paint::Green));
    }
    writeln!(out, "{}", paint(&format!("{from} → {to}"), Paint::Bold))?;
    let mut known = BTreeSet::new();
    for (title, items) in [("Prompts", &found.prompts), ("Declared", &found.declared)] {
        if items.is_empty() {
            continue;
        }
        writeln!(out, "\n{}", paint(title, Paint::Bold))?;
        for one in items {
            item(one, out)?;
            known.extend(one.text.iter().flat_map(|text| changed(text)).map(str::to_owned));
        }
    }
    rendered("Cases", "turn", &found.cases, &known, out)?;
    if let Some(cells) = &found.matrix {
        rendered("Matrix", "cell", cells, &known, out)?;
    }
    Ok(())
}

fn item(one: &Item, out: &mut dyn Write) -> io::Result<()> {
    let (mark, how) = match one.change {
        Change::Added => ("+", Paint::Green),
        Change::Removed => ("-", Paint::Red),
        Change::Changed => ("~", Paint::Yellow),
        Change::Renamed => (">", Paint::Cyan),
        Change::Moved => ("⇅", Paint::Cyan),
    };
    let kind = if one.kind == "prompt" { String::new() } else { format!("{} ", one.kind) };
    let what = match one.change {
        Change::Renamed => ", renamed",
        Change::Moved => ", in another order",
        _ => "",
    };
    writeln!(out, "  {} {kind}{}{what}", paint(mark, how), one.name)?;
    let one_sided = matches!(one.change, Change::Added | Change::Removed);
    for one in &one.fields {
        field(one, one_sided, out)?;
    }
    match &one.text {
        Some(text) => unified(text, out),
        None => Ok(()),
    }
}

fn field(field: &Field, one_sided: bool, out: &mut dyn Write) -> io::Result<()> {
    let (from, to) = (word(&field.from), word(&field.to));
    // Of what is new, or gone, there is no other side.
    if one_sided {
        let value = if field.to.is_null() { from } else { to };
        return writeln!(out, "      {}: {value}", field.name);
    }
    if from.chars().count().max(to.chars().count()) <= LONG {
        return writeln!(out, "      {}: {from} → {to}", field.name);
    }
    writeln!(out, "      {}:", field.name)?;
    for (mark, value, how) in [("-", &field.from, Paint::Red), ("+", &field.to, Paint::Green)] {
        if !value.is_null() {
            writeln!(out, "        {}", paint(&format!("{mark} {}", word(value)), how))?;
        }
    }
    Ok(())
}

fn unified(text: &str, out: &mut dyn Write) -> io::Result<()> {
    for line in text.lines() {
        let shown = match line.chars().next() {
            Some('+') => paint(line, Paint::Green),
            Some('-') => paint(line, Paint::Red),
            Some('@') => paint(line, Paint::Dim),
            _ => line.to_owned(),
        };
        writeln!(out, "{}", format!("      {shown}").trim_end())?;
    }
    Ok(())
}

/// The lines of a unified difference that are only on one side.
fn changed(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| line.starts_with(['+', '-']))
}

fn rendered(
    title: &str,
    what: &str,
    found: &Rendered,
    known: &BTreeSet<String>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let of = counted(found.compared, what);
    let mut heading = format!("{title}: nothing moved in {of}");
    if !found.turns.is_empty() {
        let deltas = found.turns.iter().map(|turn| turn.tokens.delta);
        let least = deltas.clone().min().unwrap_or_default();
        let most = deltas.max().unwrap_or_default();
        let tokens = range(least, most);
        heading = format!("{title}: something moved in {} of {of}, {tokens}", found.turns.len());
    }
    writeln!(out, "\n{}", paint(&heading, Paint::Bold))?;
    for one in &found.groups {
        group(one, what, known, out)?;
    }
    Ok(())
}

fn group(one: &Group, what: &str, known: &BTreeSet<String>, out: &mut dyn Write) -> io::Result<()> {
    let layer = one.layer.as_deref().unwrap_or_default();
    let (from, to) = (&one.from, &one.to);
    let moved = match one.kind {
        Kind::Outcome => format!("{from} → {to}"),
        Kind::Gate => "the gate writes something else".to_owned(),
        Kind::Layer => format!("layer {layer}: {from} → {to}"),
        Kind::Text if from.is_empty() && to.is_empty() => format!("layer {layer}: its text"),
        Kind::Text => format!("layer {layer}: {} → {}", or_none(from), or_none(to)),
        Kind::Order => format!("order: {from} → {to}"),
        Kind::Actions => format!("actions: {} → {}", or_none(from), or_none(to)),
        Kind::Payload => "the payload beside its text".to_owned(),
    };
    let tokens = one.tokens.map(|[least, most]| format!(", {}", range(least, most)));
    let count = counted(one.places.len(), what);
    writeln!(
        out,
        "  {} {moved}{} in {count}: {}",
        paint("~", Paint::Yellow),
        tokens.unwrap_or_default(),
        if what == "cell" { shared(&one.places) } else { named(&one.places) }
    )?;
    match &one.text {
        Some(text) if !changed(text).all(|line| known.contains(line)) => unified(text, out),
        _ => Ok(()),
    }
}

fn named(places: &[String]) -> String {
    let shown: Vec<&str> = places.iter().take(NAMED).map(String::as_str).collect();
    let more = places.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{more}", shown.join(", "))
}

/// What cells have in common: of each key the few values that it takes in them. A key that takes many
/// is left out.
fn shared(places: &[String]) -> String {
    let mut keys: Vec<(&str, Vec<&str>)> = Vec::new();
    for (key, value) in
        places.iter().flat_map(|place| place.split(", ")).filter_map(|part| part.split_once(' '))
    {
        match keys.iter_mut().find(|(known, _)| *known == key) {
            Some((_, values)) if values.contains(&value) => {}
            Some((_, values)) => values.push(value),
            None => keys.push((key, vec![value])),
        }
    }
    let few = keys.iter().filter(|(_, values)| values.len() <= FEW);
    let few: Vec<String> = few.map(|(key, values)| format!("{key} {}", values.join("|"))).collect();
    if few.is_empty() { "of all kinds".to_owned() } else { few.join(", ") }
}

fn range(least: i64, most: i64) -> String {
    let signed = |value: i64| match value {
        0 => "0".to_owned(),
        value if value > 0 => format!("+{value}"),
        value => format!("−{}", value.unsigned_abs()),
    };
    match (least, most) {
        (0, 0) => "as many tokens".to_owned(),
        (least, most) if least == most => format!("{} tokens", signed(least)),
        (least, most) => format!("{} to {} tokens", signed(least), signed(most)),
    }
}

fn or_none(text: &str) -> &str {
    if text.is_empty() { "none" } else { text }
}

fn word(value: &Value) -> String {
    match value {
        Value::Null => "none".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
