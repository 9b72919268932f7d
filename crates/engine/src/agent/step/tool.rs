//! Tools of a step: the actions that it allows, and which of their arguments it wants.
//!
//! Owns the policy as it is declared. It must never know an action.

use crate::agent::decode::{Decoder, Text};
use crate::agent::yaml::{Node, Value};

/// An action that a step allows.
#[derive(Clone, Debug, PartialEq)]
pub struct StepTool {
    /// The action.
    pub name: Text,
    /// Arguments that must be there.
    pub require: Vec<Text>,
    /// Arguments that must not be there.
    pub forbid: Vec<Text>,
}

pub(crate) fn decode(decoder: &mut Decoder, node: &Node) -> Vec<StepTool> {
    let items = decoder.list(node).unwrap_or_default();
    let mut tools: Vec<StepTool> = Vec::new();
    for item in items {
        let Some(tool) = decode_tool(decoder, item) else {
            continue;
        };
        if tools.iter().any(|earlier| earlier.name.value == tool.name.value) {
            let message = format!("the tool `{}` is listed twice", tool.name.value);
            decoder.error_with("step.tool", &tool.name.span, message, "Keep one.");
        }
        for text in &tool.require {
            if tool.forbid.iter().any(|forbidden| forbidden.value == text.value) {
                let message = format!("`{}` is required and forbidden", text.value);
                decoder.error_with("step.tool", &text.span, message, "Keep one of the two.");
            }
        }
        tools.push(tool);
    }
    tools
}

fn decode_tool(decoder: &mut Decoder, node: &Node) -> Option<StepTool> {
    if !matches!(node.value, Value::Map(_)) {
        let name = decoder.text(node)?;
        return Some(StepTool { name, require: Vec::new(), forbid: Vec::new() });
    }
    let mut fields = decoder.fields(node, "a tool of a step")?;
    let name = fields.need(decoder, "name").and_then(|node| decoder.text(node));
    let require = fields.texts(decoder, "require");
    let forbid = fields.texts(decoder, "forbid");
    fields.finish(decoder);
    Some(StepTool { name: name?, require, forbid })
}
