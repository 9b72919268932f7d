//! The workload as plain JSON, for programs that are not Proem.
//!
//! Owns `material.json`: the same texts, tools, schema and budget, without Proem's format around them.
//! Tools and schema are as the provider is sent them, and what they cost in tokens is told: nobody
//! pays for working that out anew. It must never leave out what an agent's own output shows.

use proem::check::compiled::Compiled;
use proem::token::{message_overhead, reply_priming};
use serde_json::{Value as Json, json};

use crate::conversation::conversation;
use crate::ours::{Running, arrival};
use crate::workload::{MODEL, RESERVE, RULES, RULES_HEADER, WINDOW, Workload};

const PROVIDER: &str = "openai-chat";

/// The material.
///
/// # Errors
/// What keeps the engine from assembling the workload.
pub fn material(workload: &Workload, agent: &Compiled) -> Result<Json, String> {
    let small = conversation(0, 2, 1);
    let mut running = Running::new(&small);
    running.arrive(arrival(&small, 0));
    let done = running.assemble(agent)?;
    let sent: Json = serde_json::from_str(done.payload()).map_err(|error| error.to_string())?;
    let [_, tools, schema] = done.overhead();
    let core: Vec<&str> = workload.core.iter().map(|text| text.text.as_str()).collect();
    Ok(json!({
        "model": MODEL,
        "window": WINDOW,
        "reserve": RESERVE,
        "temperature": sent["temperature"],
        "core": core,
        "style": workload.style.text,
        "approach": workload.approaches.first().map(|text| text.text.as_str()),
        "rules_header": RULES_HEADER,
        "rules": RULES,
        "memory": workload.memory.text,
        "task": workload.task.text,
        "tools": sent["tools"],
        "response_format": sent["response_format"],
        "tokens": {
            "per_message": message_overhead(PROVIDER),
            "reply": reply_priming(PROVIDER),
            "tools": tools,
            "schema": schema,
        },
    }))
}
