//! Answers of Responses in pieces.
//!
//! Sources: OpenAI's API reference for the events of `POST /v1/responses`, and their types in its official
//! Python package (3.52). The last event holds the whole response; what came before it counts where it
//! does not come, or comes without its items. Owns putting the items together; it must never say what they
//! mean.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use crate::provider::body::{CUT_OFF, index, kind, made_id, needed, object, shape, text};
use crate::provider::errors::error;
use crate::provider::pieces::Pieces;
use crate::turn::format::bad_reply::{BadReply, ErrorKind};
use crate::turn::format::events::Delta;

/// A response that is being put together.
#[derive(Debug, Default)]
pub(super) struct Response {
    /// The response as an event last gave it whole.
    head: Map<String, Json>,
    items: BTreeMap<u64, Item>,
    calls: usize,
    closed: bool,
}

#[derive(Debug, Default)]
struct Item {
    value: Map<String, Json>,
    /// Parts of a message that are not done: the type of each, and its text.
    parts: BTreeMap<u64, (&'static str, String)>,
    /// Arguments of a call that are not done.
    arguments: String,
    /// The call's place among the calls.
    call: Option<usize>,
    done: bool,
}

impl Pieces for Response {
    fn add(&mut self, data: &Json, new: &mut Vec<Delta>) -> Result<(), BadReply> {
        let Some(event) = kind(data).strip_prefix("response.") else { return Ok(()) };
        match event.split_once('.').unwrap_or((event, "")) {
            ("created" | "in_progress" | "queued", "") => self.response(data),
            ("completed" | "incomplete", "") => {
                self.closed = true;
                self.response(data)
            }
            ("failed", "") => {
                let none = || BadReply::Error {
                    kind: ErrorKind::Other,
                    word: "failed".to_owned(),
                    message: "the response failed, and says no more".to_owned(),
                };
                Err(object(data, "response", "")?.and_then(error).unwrap_or_else(none))
            }
            ("output_item", "added") => self.begin(data, new),
            ("output_item", "done") => self.end(data, new),
            ("output_text", "delta") => self.part(data, "output_text", new),
            ("refusal", "delta") => self.part(data, "refusal", new),
            ("function_call_arguments", "delta") => {
                let piece = needed(data, "delta", "")?;
                let item = self.items.get_mut(&place(data)?);
                let item = item.ok_or_else(|| shape("/output_index", "no such item has begun"))?;
                item.arguments.push_str(piece);
                if let Some(at) = item.call.filter(|_| !piece.is_empty()) {
                    new.push(Delta::Arguments { at, text: piece.to_owned() });
                }
                Ok(())
            }
            // Summaries, annotations, what repeats the pieces whole, and whatever is added later.
            _ => Ok(()),
        }
    }

    fn has_stopped(&self) -> bool {
        self.closed
    }

    fn is_closed(&self) -> bool {
        self.closed
    }

    fn body(self: Box<Self>) -> Json {
        let Self { mut head, items, closed, .. } = *self;
        let is_there = matches!(head.get("output"), Some(Json::Array(items)) if !items.is_empty());
        if !closed || !is_there {
            let items = items.into_values().map(Item::whole).collect();
            head.insert("output".into(), Json::Array(items));
        }
        if !closed {
            head.insert("status".into(), CUT_OFF.into());
        }
        Json::Object(head)
    }
}

impl Response {
    fn response(&mut self, data: &Json) -> Result<(), BadReply> {
        match object(data, "response", "")? {
            Some(Json::Object(response)) => {
                self.head.clone_from(response);
                Ok(())
            }
            _ => Err(shape("/response", "there is none")),
        }
    }

    fn begin(&mut self, data: &Json, new: &mut Vec<Delta>) -> Result<(), BadReply> {
        let at = place(data)?;
        let Some(Json::Object(value)) = object(data, "item", "")? else {
            return Err(shape("/item", "there is none"));
        };
        let mut item = Item { value: value.clone(), ..Item::default() };
        self.called(&mut item, new)?;
        self.items.insert(at, item);
        Ok(())
    }

    /// An item that is done is given once more, whole.
    fn end(&mut self, data: &Json, new: &mut Vec<Delta>) -> Result<(), BadReply> {
        let at = place(data)?;
        let Some(Json::Object(value)) = object(data, "item", "")? else {
            return Err(shape("/item", "there is none"));
        };
        let mut item = self.items.remove(&at).unwrap_or_default();
        item.value.clone_from(value);
        item.done = true;
        if item.call.is_none() {
            self.called(&mut item, new)?;
        }
        if let (Some(at), true) = (item.call, item.arguments.is_empty()) {
            // The pieces are left out by some: then it comes whole.
            let whole = item.value.get("arguments").and_then(Json::as_str).unwrap_or_default();
            if !whole.is_empty() {
                new.push(Delta::Arguments { at, text: whole.to_owned() });
            }
        }
        self.items.insert(at, item);
        Ok(())
    }

    /// Tells a call that begins.
    fn called(&mut self, item: &mut Item, new: &mut Vec<Delta>) -> Result<(), BadReply> {
        let value = Json::Object(item.value.clone());
        if kind(&value) != "function_call" {
            return Ok(());
        }
        let at = self.calls;
        let given = text(&value, "call_id", "/item")?.filter(|id| !id.is_empty());
        let made = || made_id(self.head.get("id"), at);
        let id = given.map_or_else(made, str::to_owned);
        new.push(Delta::Tool { at, id, name: needed(&value, "name", "/item")?.to_owned() });
        item.call = Some(at);
        self.calls += 1;
        Ok(())
    }

    fn part(
        &mut self,
        data: &Json,
        kind: &'static str,
        new: &mut Vec<Delta>,
    ) -> Result<(), BadReply> {
        let piece = needed(data, "delta", "")?;
        let message = || Item {
            value: Map::from_iter([("type".to_owned(), "message".into())]),
            ..Item::default()
        };
        let item = self.items.entry(place(data)?).or_insert_with(message);
        let at = index(data, "content_index")?.unwrap_or_default();
        let (_, so_far) = item.parts.entry(at).or_insert_with(|| (kind, String::new()));
        so_far.push_str(piece);
        if !piece.is_empty() {
            let piece = piece.to_owned();
            new.push(if kind == "refusal" { Delta::Refusal(piece) } else { Delta::Text(piece) });
        }
        Ok(())
    }
}

impl Item {
    fn whole(self) -> Json {
        let Self { mut value, parts, arguments, done, .. } = self;
        if !done && !parts.is_empty() {
            let part = |(kind, text): (&str, String)| json!({"type": kind, if kind == "refusal" { "refusal" } else { "text" }: text});
            value.insert("content".into(), parts.into_values().map(part).collect());
        }
        if !done && !arguments.is_empty() {
            value.insert("arguments".into(), arguments.into());
        }
        Json::Object(value)
    }
}

fn place(data: &Json) -> Result<u64, BadReply> {
    index(data, "output_index")?.ok_or_else(|| shape("/output_index", "there is none"))
}
