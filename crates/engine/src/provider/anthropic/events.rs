//! Anthropic's answers in pieces.
//!
//! Sources: Anthropic's guide to streaming messages, and the stream types of its official Python package
//! (2.11). Owns putting the message together; it must never say what it means.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use crate::provider::anthropic::reply::reply;
use crate::provider::body::{CUT_OFF, index, kind, made_id, member, needed, object, shape, text};
use crate::provider::pieces::Pieces;
use crate::turn::format::bad_reply::BadReply;
use crate::turn::format::events::Delta;
use crate::turn::format::reply::Reply;

/// A message that is being put together.
#[derive(Debug, Default)]
pub(super) struct Message {
    /// What the message says beside its content.
    head: Map<String, Json>,
    blocks: BTreeMap<u64, Block>,
    calls: usize,
    closed: bool,
}

#[derive(Debug, Default)]
struct Block {
    value: Json,
    /// The input of a call so far, as text.
    input: String,
    /// The call's place among the calls.
    call: Option<usize>,
}

impl Pieces for Message {
    fn add(&mut self, data: &Json, new: &mut Vec<Delta>) -> Result<(), BadReply> {
        match kind(data) {
            "message_start" => {
                if let Some(Json::Object(head)) = object(data, "message", "")? {
                    self.head.clone_from(head);
                }
                Ok(())
            }
            "content_block_start" => self.begin(data, new),
            "content_block_delta" => self.go_on(data, new),
            "message_delta" => self.head_goes_on(data),
            "message_stop" => {
                self.closed = true;
                Ok(())
            }
            // `content_block_stop`, `ping`, and whatever is added to the API later.
            _ => Ok(()),
        }
    }

    fn has_stopped(&self) -> bool {
        self.head.get("stop_reason").is_some_and(|reason| !reason.is_null())
    }

    fn is_closed(&self) -> bool {
        self.closed
    }

    fn body(self: Box<Self>) -> Json {
        let has_stopped = self.has_stopped();
        let Self { mut head, blocks, .. } = *self;
        let content = blocks.into_values().map(Block::whole).collect();
        head.insert("content".into(), Json::Array(content));
        if !has_stopped {
            head.insert("stop_reason".into(), CUT_OFF.into());
        }
        Json::Object(head)
    }

    fn read(&self) -> fn(&Json) -> Result<Reply, BadReply> {
        reply
    }
}

impl Message {
    fn begin(&mut self, data: &Json, new: &mut Vec<Delta>) -> Result<(), BadReply> {
        let at = place(data)?;
        let value = object(data, "content_block", "")?;
        let value = value.ok_or_else(|| shape("/content_block", "there is none"))?;
        if self.blocks.contains_key(&at) {
            return Err(shape("/index", "a block with this index has begun before"));
        }
        let mut block = Block { value: value.clone(), ..Block::default() };
        match kind(value) {
            "text" => said(text(value, "text", "/content_block")?, new),
            "tool_use" => {
                let call = self.calls;
                let name = needed(value, "name", "/content_block")?.to_owned();
                let given = text(value, "id", "/content_block")?.filter(|id| !id.is_empty());
                let made = || made_id(self.head.get("id"), call);
                let id = given.map_or_else(made, str::to_owned);
                new.push(Delta::Tool { at: call, id, name });
                // Usually it is empty here, and comes in pieces.
                if let Some(input) = object(value, "input", "/content_block")?
                    && input.as_object().is_some_and(|input| !input.is_empty())
                {
                    new.push(Delta::Arguments { at: call, text: input.to_string() });
                }
                block.call = Some(call);
                self.calls += 1;
            }
            _ => {}
        }
        self.blocks.insert(at, block);
        Ok(())
    }

    fn go_on(&mut self, data: &Json, new: &mut Vec<Delta>) -> Result<(), BadReply> {
        let delta = object(data, "delta", "")?.ok_or_else(|| shape("/delta", "there is none"))?;
        let begun = self.blocks.get_mut(&place(data)?);
        let block = begun.ok_or_else(|| shape("/index", "no block with this index has begun"))?;
        let (key, of) = match kind(delta) {
            "text_delta" => ("text", "text"),
            "thinking_delta" => ("thinking", "thinking"),
            "signature_delta" => ("signature", "thinking"),
            "input_json_delta" => ("partial_json", ""),
            // Citations, and whatever is added to the API later.
            _ => return Ok(()),
        };
        let piece = needed(delta, key, "/delta")?;
        if of.is_empty() {
            block.input.push_str(piece);
            if let Some(at) = block.call.filter(|_| !piece.is_empty()) {
                new.push(Delta::Arguments { at, text: piece.to_owned() });
            }
            return Ok(());
        }
        if kind(&block.value) != of {
            return Err(shape("/delta/type", format!("a block `{}` has none", kind(&block.value))));
        }
        if key == "signature" {
            block.value[key] = piece.into();
            return Ok(());
        }
        if let Json::String(so_far) = &mut block.value[key] {
            so_far.push_str(piece);
        } else {
            block.value[key] = piece.into();
        }
        if key == "text" {
            said(Some(piece), new);
        }
        Ok(())
    }

    /// Counts of tokens are sums: the last ones hold.
    fn head_goes_on(&mut self, data: &Json) -> Result<(), BadReply> {
        for (key, value) in
            object(data, "delta", "")?.and_then(Json::as_object).into_iter().flatten()
        {
            self.head.insert(key.clone(), value.clone());
        }
        let Some(Json::Object(counts)) = member(data, "usage") else { return Ok(()) };
        let usage = self.head.entry("usage").or_insert_with(|| json!({}));
        if !usage.is_object() {
            *usage = json!({});
        }
        for (key, count) in counts.iter().filter(|(_, count)| !count.is_null()) {
            usage[key] = count.clone();
        }
        Ok(())
    }
}

impl Block {
    fn whole(mut self) -> Json {
        if !self.input.is_empty() {
            // Cut off in the middle it is no JSON: then it stays the text that it is.
            let read = serde_json::from_str(&self.input).ok().filter(Json::is_object);
            self.value["input"] = read.unwrap_or(Json::String(self.input));
        }
        self.value
    }
}

fn place(data: &Json) -> Result<u64, BadReply> {
    index(data, "index")?.ok_or_else(|| shape("/index", "there is none"))
}

fn said(text: Option<&str>, new: &mut Vec<Delta>) {
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        new.push(Delta::Text(text.to_owned()));
    }
}
