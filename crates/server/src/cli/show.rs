//! How an assembly looks on a terminal.
//!
//! Owns the tree of layers with their token bars, the text with its seams, and the account in words.
//! Everything shown is in the manifest; nothing is computed here but widths.

use std::io::{self, Write};

use proem::turn::Assembly;
use proem::turn::account::manifest::{LayerEntry, Manifest, Status};
use proem::turn::gather::request::Request;

use crate::cli::style::{Paint, bar, clip, number, pad, paint, printable};

/// Width of a token bar, in columns.
const BAR: u32 = 20;

/// The layers as a tree, with tokens, bars and reasons.
pub(crate) fn layers(
    heading: &str,
    assembly: &Assembly<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let manifest = &assembly.manifest();
    write!(out, "{heading}")?;
    let call = paint(&format!("{} · {}", manifest.agent, manifest.call), Paint::Bold);
    let made = format!("{} for {} ({})", manifest.model, manifest.provider, manifest.tokenizer);
    writeln!(out, "{call}   {made}")?;
    if manifest.provider_reason.starts_with("asked for, though") {
        writeln!(
            out,
            "{}",
            paint(
                &format!("{}: name one of its own with --model", manifest.provider_reason),
                Paint::Yellow
            )
        )?;
    }
    let id = manifest.layers.iter().map(|layer| layer.id.len()).max().unwrap_or_default();
    let most = manifest.layers.iter().filter_map(|layer| layer.tokens).max().unwrap_or(1);
    for (at, layer) in manifest.layers.iter().enumerate() {
        let branch = if at + 1 == manifest.layers.len() { "└─" } else { "├─" };
        writeln!(out, "{}", clip(&format!("{branch} {}", line(layer, id, most))))?;
    }
    writeln!(out)?;
    totals(manifest, out)?;
    notes(manifest, out)
}

fn line(layer: &LayerEntry, width: usize, most: u32) -> String {
    let mark = match layer.status {
        Status::Included => paint("●", Paint::Green),
        Status::Shrunk => paint("◐", Paint::Yellow),
        Status::Dropped => paint("○", Paint::Red),
        Status::Skipped => paint("○", Paint::Dim),
    };
    let id = pad(&layer.id, width);
    let Some(tokens) = layer.tokens else {
        let status = format!("{:?}", layer.status).to_lowercase();
        let text = format!("{}  {}  {status}: {}", pad("", 7), pad("", BAR as usize), layer.reason);
        return format!("{mark} {} {}", paint(&id, Paint::Dim), paint(&text, Paint::Dim));
    };
    let bar = pad(&bar(tokens, most, BAR), BAR as usize);
    let what = if layer.prompts.is_empty() {
        layer.channel.as_str().to_owned()
    } else {
        let names: Vec<String> = layer
            .prompts
            .iter()
            .map(|prompt| match prompt.version {
                Some(version) => format!("{}@{version}", prompt.name),
                None => format!("{} (draft)", prompt.name),
            })
            .collect();
        names.join(" + ")
    };
    let cut = match (layer.kept, layer.dropped) {
        (Some(kept), Some(dropped)) => {
            paint(&format!("  kept {kept}, dropped {dropped}: {}", layer.reason), Paint::Yellow)
        }
        _ if layer.reason == "always" => String::new(),
        _ => paint(&format!("  {}", layer.reason), Paint::Dim),
    };
    let sealed = if layer.sealed { paint("sealed ", Paint::Cyan) } else { String::new() };
    format!("{mark} {id} {:>7}  {}  {sealed}{what}{cut}", number(tokens), paint(&bar, Paint::Cyan))
}

fn totals(manifest: &Manifest, out: &mut dyn Write) -> io::Result<()> {
    let tokens = &manifest.tokens;
    let budget = manifest.window.saturating_sub(manifest.reserve);
    let exact = if tokens.exact { "exact" } else { "estimated" };
    let margin = if tokens.margin > 0 {
        format!(" + margin {}", number(tokens.margin))
    } else {
        String::new()
    };
    writeln!(
        out,
        "{} of {} tokens (window {} − reserve {}): text {} ({exact}), around it {}{margin}",
        paint(&number(tokens.total), Paint::Bold),
        number(budget),
        number(manifest.window),
        number(manifest.reserve),
        number(tokens.text),
        number(tokens.total - tokens.text),
    )?;
    writeln!(out, "{} of them stay the same from turn to turn", number(manifest.cached_prefix))
}

fn notes(manifest: &Manifest, out: &mut dyn Write) -> io::Result<()> {
    for fired in &manifest.gate {
        let set: Vec<String> =
            fired.set.iter().map(|(key, value)| format!("{key} = {value}")).collect();
        let mut text = format!("gate row {}", fired.row);
        if let Some(call) = &fired.call {
            text.push_str(&format!(" asks {call}"));
        }
        if let Some(reason) = &fired.reason {
            let what = if fired.refused { "refused" } else { "falls back" };
            text.push_str(&format!(", {what}: {reason}"));
        }
        if !set.is_empty() {
            text.push_str(&format!(": {}", set.join(", ")));
        }
        writeln!(out, "{}", clip(&paint(&text, Paint::Dim)))?;
    }
    for request in &manifest.requests {
        let text = match request {
            Request::Http { key, url, .. } => format!("{key}: the host fetches {url}"),
            Request::Memory { key, query, .. } => {
                format!("{key}: the host searches memory for {query:?}")
            }
        };
        writeln!(out, "{}", clip(&paint(&text, Paint::Dim)))?;
    }
    for button in &manifest.buttons {
        let what =
            button.reason.as_ref().map_or("done".to_owned(), |reason| format!("refused: {reason}"));
        writeln!(out, "{}", paint(&format!("the user's {}: {what}", button.name), Paint::Dim))?;
    }
    for dropped in &manifest.rules.dropped {
        let text = format!("rule dropped ({}): {}", dropped.reason, dropped.rule);
        writeln!(out, "{}", paint(&text, Paint::Yellow))?;
    }
    for key in manifest.context.iter().filter(|key| key.neutralised > 0 || key.cut.is_some()) {
        if key.neutralised > 0 {
            let text =
                format!("{}: {} places altered so that it stays data", key.key, key.neutralised);
            writeln!(out, "{}", paint(&text, Paint::Yellow))?;
        }
        if let Some(cut) = &key.cut {
            writeln!(out, "{}", paint(&format!("{}: cut {cut}", key.key), Paint::Yellow))?;
        }
    }
    lowered(manifest, out)?;
    for warning in &manifest.warnings {
        writeln!(out, "{}", paint(warning, Paint::Yellow))?;
    }
    Ok(())
}

/// What the provider's format does not have: one line for each kind, with the first place.
fn lowered(manifest: &Manifest, out: &mut dyn Write) -> io::Result<()> {
    let mut notes: Vec<&str> =
        manifest.lowering.iter().map(|lowering| lowering.note.as_str()).collect();
    notes.sort_unstable();
    notes.dedup();
    for note in notes {
        let mut places = manifest.lowering.iter().filter(|lowering| lowering.note == note);
        let first = places.next().map(|lowering| lowering.pointer.as_str()).unwrap_or_default();
        let more = match places.count() {
            0 => String::new(),
            count => format!(" and {count} more"),
        };
        writeln!(out, "{}", paint(&format!("{first}{more}: {note}"), Paint::Dim))?;
    }
    Ok(())
}

/// The text parts, each under a line that says where it stands.
pub(crate) fn text(assembly: &Assembly<'_>, out: &mut dyn Write) -> io::Result<()> {
    let all = assembly.text();
    for part in &assembly.manifest().parts {
        let role = format!("{:?}", part.role).to_lowercase();
        let rule = format!("── {role} ── {} ", part.pointer);
        writeln!(out, "{}", paint(&rule, Paint::Cyan))?;
        let text = all.get(part.span[0]..part.span[1]).unwrap_or_default();
        // What the model reads may hold anything; a terminal must only show it.
        writeln!(out, "{}\n", printable(text))?;
    }
    Ok(())
}

/// The account in words: layers, then every stretch of text with its origin.
pub(crate) fn account(assembly: &Assembly<'_>, out: &mut dyn Write) -> io::Result<()> {
    layers("", assembly, out)?;
    let (manifest, all) = (assembly.manifest(), assembly.text());
    writeln!(out, "\nrelease {}", manifest.release)?;
    writeln!(out, "\n{}", paint("Every byte of the text", Paint::Bold))?;
    for entry in &manifest.origins {
        let [start, end] = entry.span;
        let text = all.get(start..end).unwrap_or_default();
        let first: String = text.chars().take(48).collect();
        let origin = serde_json::to_value(&entry.origin)?;
        let field = |name: &str| {
            origin.get(name).map(|value| match value.as_str() {
                Some(text) => text.to_owned(),
                None => value.to_string(),
            })
        };
        let mut name = field("from").unwrap_or_default();
        for part in ["name", "index"].iter().filter_map(|part| field(part)) {
            name.push_str(&format!(" {part}"));
        }
        if let Some(version) = field("version") {
            name.push_str(&format!("@{version}"));
        }
        writeln!(
            out,
            "{start:>7}–{end:<7} {} {}",
            pad(&name, 32),
            paint(&format!("{first:?}"), Paint::Dim)
        )?;
    }
    Ok(())
}
