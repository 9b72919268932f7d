//! `proem matrix`: every state of an agent, and what each comes to.
//!
//! Two keys make the table, the others stand below it: what changes when one of them has another value
//! than its default. Everything that is shown is in the matrix.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::Range;
use std::path::Path;

use proem::agent::state::State;
use proem::check::compiled::Compiled;
use proem::survey::axes::{Axes, Axis};
use proem::survey::matrix::{Matrix, matrix};
use proem::survey::walk::{Cell, Standing};
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::cli::open::{or_tell, tell};
use crate::cli::progress::Progress;
use crate::cli::provider::finder_or_tell;
use crate::cli::style::{self, Paint, clip, number, pad, paint};
use crate::cli::{End, json};

/// How many wrong cells are shown with their reason.
const SHOWN: usize = 5;

/// How many of the largest texts are named below a table, where nobody says how many.
const LARGEST: usize = 3;

/// The columns between two columns of a table.
const GAP: usize = 2;

pub(super) fn run(
    dir: &Path,
    provider: Option<&str>,
    only: &[String],
    worst: Option<usize>,
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
    let progress = Progress::of_cells();
    let walked = matrix(&opened.agent, only, &find, &mut |done| progress.at(done));
    progress.done();
    let found = match walked {
        Ok(found) => found,
        Err(findings) => {
            tell(&findings, &opened.sources, &opened.root, as_json, out)?;
            return Ok(End::Findings);
        }
    };
    if as_json {
        json::print(&found, out)?;
    } else {
        show(&opened.agent, &found, worst, out)?;
    }
    Ok(if found.wrong().next().is_some() { End::Findings } else { End::Fine })
}

fn show(
    agent: &Compiled,
    found: &Matrix,
    worst: Option<usize>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let axes = &found.axes.axes;
    let view = View { agent, found };
    let sides = sides(agent, &found.axes);
    match sides {
        Some((rows, columns)) => view.table(rows, columns, out)?,
        None => view.list(out)?,
    }
    let summary = &found.summary;
    let sizes: Vec<String> =
        axes.iter().map(|axis| format!("{} {}", axis.key, axis.values.len())).collect();
    let sizes = if sizes.is_empty() { String::new() } else { format!(": {}", sizes.join(" × ")) };
    writeln!(out, "{}{sizes}", counted(found.cells.len(), "cell"))?;
    writeln!(
        out,
        "{} allowed, {} refused, {} missing; {}",
        paint(&number_of(summary.allowed), Paint::Green),
        number_of(summary.refused),
        number_of(summary.missing),
        counted(summary.distinct, "different text"),
    )?;
    for (call, cost) in &summary.calls {
        let tokens = range(cost.min, cost.max);
        let room = view.room(call).map(|room| format!(" of {}", number(room))).unwrap_or_default();
        writeln!(out, "{call}: {}, {tokens} tokens{room}", counted(cost.cells, "cell"))?;
    }
    view.largest(worst.unwrap_or(if sides.is_some() { LARGEST } else { 0 }), out)?;
    for held in &found.axes.held {
        let text = format!("held: {} is {} (read by {})", held.name, held.at, few(&held.read_by));
        writeln!(out, "{}", clip(&paint(&text, Paint::Dim)))?;
    }
    wrong(found, out)
}

/// The first cells that somebody has to mend, each kind of reason once.
fn wrong(found: &Matrix, out: &mut dyn Write) -> io::Result<()> {
    let mut reasons: Vec<(&str, Vec<&Cell>)> = Vec::new();
    for cell in found.wrong() {
        match reasons.iter_mut().find(|(reason, _)| *reason == cell.reason) {
            Some((_, cells)) => cells.push(cell),
            None => reasons.push((&cell.reason, vec![cell])),
        }
    }
    for (reason, cells) in reasons.iter().take(SHOWN) {
        let Some(first) = cells.first() else { continue };
        let status = format!("{:?}", first.status).to_lowercase();
        let code = first.code.unwrap_or_default();
        writeln!(out, "\n{} {reason}", paint(&format!("{status}[{code}]"), Paint::Red))?;
        let more = match cells.len() - 1 {
            0 => String::new(),
            more => format!(" and {} more", number_of(more)),
        };
        writeln!(out, "  in {}{more}", named(&found.axes, &first.from))?;
    }
    if reasons.len() > SHOWN {
        let more = reasons.len() - SHOWN;
        writeln!(out, "\n{more} more reasons: --json has them all")?;
    }
    Ok(())
}

/// The two axes that make the table: the first pair of `compat`, else the two longest enumerations.
fn sides(agent: &Compiled, axes: &Axes) -> Option<(usize, usize)> {
    let words = |axis: &Axis| axis.values.iter().any(Value::is_string);
    let place = |key: &str| axes.axes.iter().position(|axis| axis.key == key && words(axis));
    for rule in &agent.agent.compat {
        if let (Some(rows), Some(columns)) = (place(&rule.key), place(&rule.other)) {
            return Some((rows, columns));
        }
    }
    let mut long: Vec<usize> = (0..axes.axes.len()).filter(|at| words(&axes.axes[*at])).collect();
    long.sort_by_key(|at| std::cmp::Reverse(axes.axes[*at].values.len()));
    match long.as_slice() {
        [rows, columns, ..] => Some((*rows, *columns)),
        _ => None,
    }
}

struct View<'a> {
    agent: &'a Compiled,
    found: &'a Matrix,
}

impl View<'_> {
    /// The table, with every other axis at its default, and below it what the others change.
    fn table(&self, rows: usize, columns: usize, out: &mut dyn Write) -> io::Result<()> {
        let axes = &self.found.axes.axes;
        let (row, column) = (&axes[rows], &axes[columns]);
        let others: Vec<usize> =
            (0..axes.len()).filter(|at| *at != rows && *at != columns).collect();
        let default: Vec<Value> = axes.iter().map(|axis| axis.default.clone()).collect();
        let mut lines: Vec<Vec<(String, Option<Paint>)>> = Vec::new();
        let head = column.values.iter().map(|value| (self.short(column, value), Some(Paint::Bold)));
        let corner = (String::new(), None);
        lines.push([corner].into_iter().chain(head).collect());
        for value in &row.values {
            let mut line = vec![(word(value), Some(Paint::Bold))];
            for other in &column.values {
                let mut wanted = default.clone();
                (wanted[rows], wanted[columns]) = (value.clone(), other.clone());
                line.push(self.cell(&wanted).map_or_else(Default::default, mark));
            }
            lines.push(line);
        }
        let at: Vec<String> = others
            .iter()
            .map(|at| format!("{} {}", axes[*at].key, word(&axes[*at].default)))
            .collect();
        let with = if at.is_empty() { String::new() } else { format!(", with {}", at.join(", ")) };
        let title = format!("Tokens by {} and {}{with}:", row.key, column.key);
        writeln!(out, "{}\n", clip(&title))?;
        columns_of(&lines, style::columns(), out)?;
        writeln!(out)?;
        for at in others {
            let axis = &axes[at];
            let mut lines: Vec<(String, Vec<String>)> = Vec::new();
            for value in axis.values.iter().filter(|value| **value != axis.default) {
                let mut wanted = default.clone();
                wanted[at] = value.clone();
                let text = self.folded(&wanted, rows, columns);
                match lines.iter_mut().find(|(known, _)| *known == text) {
                    Some((_, values)) => values.push(word(value)),
                    None => lines.push((text, vec![word(value)])),
                }
            }
            for (text, values) in lines {
                writeln!(out, "With {} {}: {text}", axis.key, values.join(", "))?;
            }
        }
        if axes.len() > 2 {
            writeln!(out)?;
        }
        Ok(())
    }

    /// What the table becomes where another axis has another value.
    fn folded(&self, fixed: &[Value], rows: usize, columns: usize) -> String {
        let axes = &self.found.axes.axes;
        let mut cells = Vec::new();
        for value in &axes[rows].values {
            for other in &axes[columns].values {
                let mut wanted = fixed.to_vec();
                (wanted[rows], wanted[columns]) = (value.clone(), other.clone());
                cells.extend(self.cell(&wanted));
            }
        }
        let mut allowed: Vec<&Cell> =
            cells.into_iter().filter(|cell| cell.status == Standing::Allowed).collect();
        let count = allowed.len();
        let tokens: Vec<u32> = allowed.iter().filter_map(|cell| cell.tokens).collect();
        let least = tokens.iter().min().copied().unwrap_or_default();
        let most = tokens.iter().max().copied().unwrap_or_default();
        allowed.dedup_by(|one, other| one.state == other.state && one.call == other.call);
        match allowed.as_slice() {
            [] => "nothing is allowed".to_owned(),
            [one] if count > 1 => {
                let pair = [rows, columns].map(|at| word(value_of(&one.state, &axes[at])));
                let call = one.call.as_deref().unwrap_or("no call");
                format!(
                    "all {count} become {} with {}, call {call}, {} tokens",
                    pair[0],
                    pair[1],
                    range(least, most)
                )
            }
            _ => format!("{count} allowed, {} tokens", range(least, most)),
        }
    }

    /// Every cell on a line of its own, where there are no two enumerations.
    fn list(&self, out: &mut dyn Write) -> io::Result<()> {
        let axes = &self.found.axes.axes;
        let mut lines: Vec<Vec<(String, Option<Paint>)>> = Vec::new();
        let head = axes.iter().map(|axis| (axis.key.clone(), Some(Paint::Bold)));
        let last = ["call", "tokens"].map(|word| (word.to_owned(), Some(Paint::Bold)));
        lines.push(head.chain(last).collect());
        for cell in &self.found.cells {
            let values = axes.iter().map(|axis| (word(value_of(&cell.from, axis)), None));
            let call = cell.call.clone().unwrap_or_else(|| "none".to_owned());
            lines.push(values.chain([(call, Some(Paint::Cyan)), mark(cell)]).collect());
        }
        columns_of(&lines, None, out)?;
        writeln!(out)
    }

    /// The largest texts, and the first state behind the gate that comes to each size.
    fn largest(&self, wanted: usize, out: &mut dyn Write) -> io::Result<()> {
        let mut texts: Vec<(u32, &Cell, usize)> = Vec::new();
        let mut known: BTreeMap<(u32, Option<&str>), usize> = BTreeMap::new();
        for cell in &self.found.cells {
            let Some(tokens) = cell.tokens else { continue };
            let at = *known.entry((tokens, cell.call.as_deref())).or_insert(texts.len());
            match texts.get_mut(at) {
                Some((.., count)) => *count += 1,
                None => texts.push((tokens, cell, 1)),
            }
        }
        texts.sort_by_key(|(tokens, ..)| std::cmp::Reverse(*tokens));
        for (tokens, cell, count) in texts.iter().take(wanted) {
            let state = named(&self.found.axes, &cell.state);
            let call = cell.call.as_deref().unwrap_or("none");
            let cells = counted(*count, "cell");
            let line = format!("largest: {}, {call} in {cells}: {state}", number(*tokens));
            writeln!(out, "{line}")?;
        }
        Ok(())
    }

    /// How many tokens a call may have.
    fn room(&self, call: &str) -> Option<u32> {
        let agent = &self.agent.agent;
        let model = agent.call(call)?.model.over(&agent.model);
        Some(model.window.saturating_sub(model.reserve))
    }

    fn cell(&self, wanted: &[Value]) -> Option<&Cell> {
        let axes = &self.found.axes.axes;
        let mut at = 0;
        for (axis, value) in axes.iter().zip(wanted) {
            at = at * axis.values.len() + axis.values.iter().position(|known| known == value)?;
        }
        self.found.cells.get(at)
    }

    /// A value as a column's head: its short title, where it has one.
    fn short(&self, axis: &Axis, value: &Value) -> String {
        let titles = self.agent.agent.state_key(&axis.key).map(|key| key.titles.as_slice());
        let own = word(value);
        let title = titles.and_then(|titles| titles.iter().find(|(word, _)| *word == own));
        match title {
            Some((_, title)) if !title.short.is_empty() => title.short.clone(),
            _ => own,
        }
    }
}

fn value_of<'c>(state: &'c State, axis: &Axis) -> &'c Value {
    let mut path = axis.path.iter();
    let first = path.next().and_then(|key| state.get(key));
    path.try_fold(first.unwrap_or(&Value::Null), |value, key| value.get(key))
        .unwrap_or(&Value::Null)
}

fn mark(cell: &Cell) -> (String, Option<Paint>) {
    match (cell.status, cell.tokens) {
        (Standing::Allowed, Some(tokens)) => (number(tokens), Some(Paint::Green)),
        (Standing::Allowed, None) => ("said".to_owned(), Some(Paint::Green)),
        (Standing::Refused, _) if cell.is_wrong() => ("✗ refused".to_owned(), Some(Paint::Red)),
        (Standing::Refused, _) => ("–".to_owned(), Some(Paint::Dim)),
        (Standing::Missing, _) => ("✗ missing".to_owned(), Some(Paint::Red)),
    }
}

/// Lines of columns, each as wide as its widest entry. What does not fit beside the others follows
/// below, behind the first column again.
fn columns_of(
    lines: &[Vec<(String, Option<Paint>)>],
    room: Option<usize>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let count = lines.iter().map(Vec::len).max().unwrap_or_default();
    let width = |at: usize| {
        let entries = lines.iter().filter_map(|line| line.get(at));
        entries.map(|(text, _)| UnicodeWidthStr::width(text.as_str())).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..count).map(width).collect();
    for (at, block) in blocks(&widths, room).into_iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        for line in lines {
            let shown = [0].into_iter().chain(block.clone());
            let shown = shown.filter_map(|at| Some((line.get(at)?, widths.get(at)?)));
            let painted = shown.map(|((text, how), width)| {
                let text = pad(text, *width);
                how.map_or(text.clone(), |how| paint(&text, how))
            });
            writeln!(out, "{}", painted.collect::<Vec<_>>().join(&" ".repeat(GAP)).trim_end())?;
        }
    }
    Ok(())
}

/// Which columns, beside the first, stand beside one another: all of them, or as many as fit.
fn blocks(widths: &[usize], room: Option<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut begin, mut used) = (1, widths.first().copied().unwrap_or_default());
    let first = used;
    for (at, width) in widths.iter().enumerate().skip(1) {
        used += GAP + width;
        if at > begin && room.is_some_and(|room| used > room) {
            found.push(begin..at);
            (begin, used) = (at, first + GAP + width);
        }
    }
    found.push(begin..widths.len());
    found
}

/// A state, in words.
fn named(axes: &Axes, state: &State) -> String {
    let parts =
        axes.axes.iter().map(|axis| format!("{} {}", axis.key, word(value_of(state, axis))));
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() { "every state".to_owned() } else { parts.join(", ") }
}

fn word(value: &Value) -> String {
    match value {
        Value::Null => "unset".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The first three of a list.
fn few(list: &[String]) -> String {
    let shown: Vec<&str> = list.iter().take(3).map(String::as_str).collect();
    let more = list.len().saturating_sub(3);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{more}", shown.join(", "))
}

fn range(least: u32, most: u32) -> String {
    if least == most { number(least) } else { format!("{}–{}", number(least), number(most)) }
}

fn number_of(count: usize) -> String {
    number(u32::try_from(count).unwrap_or(u32::MAX))
}

fn counted(count: usize, what: &str) -> String {
    format!("{} {what}{}", number_of(count), if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::blocks;

    #[test]
    fn columns_that_do_not_fit_follow_below() {
        let widths = [10, 5, 5, 5, 5];
        let of = |widths: &[usize], room| -> Vec<(usize, usize)> {
            blocks(widths, room).into_iter().map(|block| (block.start, block.end)).collect()
        };
        assert_eq!(of(&widths, None), [(1, 5)]);
        assert_eq!(of(&widths, Some(38)), [(1, 5)]);
        assert_eq!(of(&widths, Some(37)), [(1, 4), (4, 5)]);
        assert_eq!(of(&widths, Some(5)), [(1, 2), (2, 3), (3, 4), (4, 5)]);
        assert_eq!(of(&[], Some(5)), [(1, 0)]);
    }
}
