//! `proem layers`: the layers of every call, as declared.

use std::io::{self, Write};
use std::path::Path;

use proem::agent::call::{Call, Run};
use proem::agent::layer::{Fill, Layer};
use serde_json::{Value, json};

use crate::cli::open::or_tell;
use crate::cli::style::{Paint, clip, pad, paint};
use crate::cli::{End, json};

pub(super) fn run(dir: &Path, as_json: bool, out: &mut dyn Write) -> io::Result<End> {
    let opened = match or_tell(dir, as_json, out)? {
        Ok(opened) => opened,
        Err(end) => return Ok(end),
    };
    let agent = &opened.agent.agent;
    if as_json {
        let calls: Vec<Value> = agent.calls.iter().map(call_json).collect();
        json::print(&json!({"agent": agent.name, "calls": calls}), out)?;
        return Ok(End::Fine);
    }
    for call in &agent.calls {
        // The call `reply` is what runs when nothing else does.
        let run = match call.run {
            Run::Reply => String::new(),
            other => format!("{other:?}").to_lowercase(),
        };
        let when =
            call.when.as_ref().map(|when| format!(" when {}", when.value)).unwrap_or_default();
        let about = format!("{run}{when}");
        let about = if about.is_empty() { about } else { paint(&about, Paint::Dim) };
        let heading = format!("{} {about}", paint(&call.name, Paint::Bold));
        writeln!(out, "{}", clip(heading.trim_end()))?;
        let width = call.layers.iter().map(|layer| layer.id.len()).max().unwrap_or_default();
        for (at, layer) in call.layers.iter().enumerate() {
            let branch = if at + 1 == call.layers.len() { "└─" } else { "├─" };
            let channel = pad(layer.channel.as_str(), 12);
            let line = format!("{branch} {}  {channel}  {}", pad(&layer.id, width), filling(layer));
            writeln!(out, "{}", clip(&line))?;
            if !layer.about.is_empty() {
                let stem = if at + 1 == call.layers.len() { "  " } else { "│ " };
                writeln!(
                    out,
                    "{stem} {}  {}",
                    pad("", width + 14),
                    paint(&layer.about, Paint::Dim)
                )?;
            }
        }
        writeln!(out)?;
    }
    Ok(End::Fine)
}

fn filling(layer: &Layer) -> String {
    let mut text = match &layer.fill {
        Fill::Prompts(refs) => {
            let names: Vec<&str> = refs.iter().map(|prompt| prompt.name.value.as_str()).collect();
            names.join(", ")
        }
        Fill::Engine(engine) => {
            format!("written by the engine: {}", format!("{engine:?}").to_lowercase())
        }
        Fill::Conversation => "the conversation".to_owned(),
    };
    if let Some(when) = &layer.when {
        text.push_str(&format!("  when {}", when.value));
    }
    if layer.optional {
        text.push_str("  (optional)");
    }
    text
}

fn call_json(call: &Call) -> Value {
    let layers: Vec<Value> = call
        .layers
        .iter()
        .map(|layer| {
            json!({
                "id": layer.id,
                "title": layer.title,
                "about": layer.about,
                "channel": layer.channel,
                "filling": filling(layer),
                "when": layer.when.as_ref().map(|when| &when.value),
                "optional": layer.optional,
                "sealed": layer.id == "core",
                "priority": layer.priority,
            })
        })
        .collect();
    json!({"call": call.name, "run": format!("{:?}", call.run).to_lowercase(), "layers": layers})
}
