//! `gemini`: Google's Gemini, by its own API and by Vertex.
//!
//! Source: Google's API reference for `models.generateContent` and the types of its official Python
//! package google-genai. The model's name is part of the address, not of the body. Owns the payload and, in
//! its files, the reply; it must never send anything.

mod events;
mod reply;

use std::sync::Arc;

use serde_json::{Map, Value as Json, json};

use crate::agent::model::Model;
use crate::provider::echo::{Form, Is, kept_back, opaque};
use crate::provider::gemini::events::Content;
use crate::provider::media::{Address, Takes, address, media_type, refused};
use crate::provider::offer::{Manner, offer};
use crate::provider::params::{Column, insert, params, written};
use crate::provider::pieces::Stream;
use crate::provider::subset::GEMINI;
use crate::token::bare_name;
use crate::turn::contract::Contract;
use crate::turn::format::bad_reply::BadReply;
use crate::turn::format::events::Events;
use crate::turn::format::json::Out;
use crate::turn::format::reply::Reply;
use crate::turn::format::{Draft, Lost, Offer, Provider, Tool};
use crate::turn::message::entry::{Entry, EntryPart};
use crate::turn::message::passed::Passed;
use crate::turn::message::seating::{Role, Seating, TurnSeat};

/// The provider.
#[derive(Debug)]
pub(super) struct Gemini;

/// What stands for the signature of a thought that is not known. Since Gemini 3 the first call of a
/// tool in a message needs a signature; this one is documented for calls whose own was not kept.
const UNSIGNED: &str = "skip_thought_signature_validator";

/// The generation of models whose names tell none.
const NEWEST: u32 = 3;

/// Images (Google's guide to image understanding). An upload is known by its address, not by an id.
const IMAGE: Takes = Takes {
    what: "an image",
    data: true,
    web: true,
    storage: true,
    id: false,
    types: &["image/png", "image/jpeg", "image/webp", "image/heic", "image/heif"],
};

/// Files (Google's guide to file input methods). Which types a model takes depends on the model.
const FILE: Takes =
    Takes { what: "a file", data: true, web: true, storage: true, id: false, types: &[] };

/// What may go back as it came: the signature of the part behind it, or a part that holds nothing but one.
const ECHOED: &[Form] = &[
    Form { must: &[("thoughtSignature", Is::Text)], may: &[] },
    Form { must: &[("text", Is::Word("")), ("thoughtSignature", Is::Text)], may: &[] },
    Form {
        must: &[("text", Is::Text), ("thought", Is::True), ("thoughtSignature", Is::Text)],
        may: &[],
    },
];

impl Provider for Gemini {
    fn name(&self) -> &'static str {
        "gemini"
    }

    fn seating(&self, _model: &str) -> Seating {
        Seating {
            instructions: false,
            developer: false,
            turn: TurnSeat::WithMessage,
            user_first: true,
        }
    }

    fn lost(&self, part: &Passed, model: &str) -> Option<Lost> {
        match part {
            Passed::Image { url, .. } => refused(&IMAGE, url),
            Passed::File { url, name, .. } => refused(&FILE, url).or_else(|| {
                let note = "its name is left out: files have none here".to_owned();
                name.as_ref().map(|_| Lost { whole: false, note })
            }),
            Passed::ToolCall { .. } | Passed::ToolResult { .. } => None,
            Passed::Opaque { .. } => kept_back(part, (self.name(), model), ECHOED),
        }
    }

    fn offer(&self, contract: &Contract, model: &Model) -> Offer {
        let tools = contract.answer.tools && !contract.actions.is_empty();
        let manner = Manner {
            subset: GEMINI,
            tools: "/tools/0/functionDeclarations",
            tool: "",
            parameters: "parametersJsonSchema",
            schema: "/generationConfig/responseJsonSchema",
            // A schema beside tools is taken since Gemini 3, by itself since Gemini 2.
            answers: generation(&model.name) >= if tools { 3 } else { 2 },
            strict: true,
        };
        let mut offer = offer(contract, manner);
        let mut members = params(model, Column::Gemini, &mut offer.lowering);
        insert(&mut members, "generationConfig/maxOutputTokens", Json::from(model.reserve));
        if let Some(schema) = &offer.schema {
            let json = Json::from("application/json");
            insert(&mut members, "generationConfig/responseMimeType", json);
            insert(&mut members, "generationConfig/responseJsonSchema", schema.clone());
        }
        if !offer.tools.is_empty() {
            let tools: Vec<Json> = offer.tools.iter().map(tool).collect();
            members.insert("tools".into(), json!([{"functionDeclarations": tools}]));
        }
        offer.members = written(&members);
        offer
    }

    fn write(&self, draft: &Draft<'_>, out: &mut Out) {
        let signed = generation(&draft.model.name) >= 3;
        let above = |entry: &&Arc<Entry>| role(entry).is_none();
        out.object(|out| {
            if draft.entries.iter().any(|entry| above(&entry)) {
                out.key("systemInstruction").object(|out| {
                    out.key("parts").list(|out| {
                        let texts = draft.entries.iter().filter(above).flat_map(|one| &one.parts);
                        texts.for_each(|one| part(one, &[], None, out));
                    });
                });
            }
            out.key("contents").list(|out| contents(draft.entries, signed, out));
            out.members(&draft.offer.members);
        });
    }

    fn reply(&self, body: &Json) -> Result<Reply, BadReply> {
        reply::reply(body)
    }

    fn events(&self) -> Box<dyn Events> {
        Stream::of(Content::default(), reply::reply)
    }
}

/// Messages of one speaker that follow each other are one content. Results of tools stand apart from
/// what the user says, because they must answer the calls one for one.
fn contents(entries: &[Arc<Entry>], signed: bool, out: &mut Out) {
    let speaks = |entry: &Entry| role(entry).map(|role| (role, entry.role == Role::Tool));
    let mut rest = entries
        .iter()
        .enumerate()
        .filter_map(|(at, entry)| Some((speaks(entry)?, at, entry)))
        .peekable();
    while let Some((speaker, at, entry)) = rest.next() {
        out.object(|out| {
            out.key("role").word(speaker.0);
            out.key("parts").list(|out| {
                let before = entries.get(..at).unwrap_or_default();
                let mut sign = signed;
                parts(entry, before, &mut sign, out);
                while let Some((_, _, entry)) = rest.next_if(|(next, ..)| *next == speaker) {
                    parts(entry, before, &mut sign, out);
                }
            });
        });
    }
}

fn role(entry: &Entry) -> Option<&'static str> {
    match entry.role {
        Role::Instructions | Role::System | Role::Developer => None,
        Role::User | Role::Tool => Some("user"),
        Role::Assistant => Some("model"),
    }
}

/// The parts of an entry. `sign` says whether the next call is the first one of its content.
fn parts(entry: &Entry, before: &[Arc<Entry>], sign: &mut bool, out: &mut Out) {
    let mut own = None;
    for one in &entry.parts {
        if let Some(value) = opaque(one) {
            match value.get("text") {
                Some(_) => out.value(value),
                None => own = value.get("thoughtSignature").and_then(Json::as_str),
            }
            continue;
        }
        let is_call = matches!(one, EntryPart::Other(Passed::ToolCall { .. }));
        let signature = own.take().or((*sign && is_call).then_some(UNSIGNED));
        part(one, before, signature, out);
        *sign = *sign && !is_call;
    }
}

fn part(part: &EntryPart, before: &[Arc<Entry>], signature: Option<&str>, out: &mut Out) {
    out.object(|out| {
        member(part, before, out);
        if let Some(signature) = signature {
            out.key("thoughtSignature").str(signature);
        }
    });
}

/// What a part holds.
fn member(part: &EntryPart, before: &[Arc<Entry>], out: &mut Out) {
    match part {
        EntryPart::Text(text) => out.key("text").text(text),
        EntryPart::Other(Passed::Image { url, .. } | Passed::File { url, .. }) => file(url, out),
        EntryPart::Other(Passed::ToolCall { id, name, arguments }) => {
            out.key("functionCall").object(|out| {
                out.key("id").str(id);
                out.key("name").str(name);
                out.key("args").value(arguments);
            });
        }
        EntryPart::Other(Passed::ToolResult { id, content }) => {
            out.key("functionResponse").object(|out| {
                out.key("id").str(id);
                out.key("name").str(called(before, id).unwrap_or(id));
                out.key("response").object(|out| out.key("output").str(content));
            });
        }
        // It is written beside the part that it belongs to; see `parts`.
        EntryPart::Other(Passed::Opaque { .. }) => {}
    }
}

/// The name of the tool that a call asked for: results name it here, elsewhere the id is enough.
fn called<'e>(before: &'e [Arc<Entry>], wanted: &str) -> Option<&'e str> {
    let parts = before.iter().rev().flat_map(|entry| &entry.parts);
    parts.into_iter().find_map(|part| match part {
        EntryPart::Other(Passed::ToolCall { id, name, .. }) if id == wanted => Some(name.as_str()),
        _ => None,
    })
}

/// `data:` addresses are sent along, others are fetched by the service. There is no place for the name
/// of a file: it is known by Vertex alone.
fn file(url: &str, out: &mut Out) {
    match address(url) {
        Address::Data(media, data) => out.key("inlineData").object(|out| {
            out.key("mimeType").str(media);
            out.key("data").str(data);
        }),
        _ => out.key("fileData").object(|out| {
            if let Some(media) = media_type(url) {
                out.key("mimeType").str(media);
            }
            out.key("fileUri").str(url);
        }),
    }
}

fn tool(tool: &Tool) -> Json {
    let mut json = Map::from_iter([("name".to_owned(), json!(tool.name))]);
    if !tool.description.is_empty() {
        json.insert("description".into(), json!(tool.description));
    }
    json.insert("parametersJsonSchema".into(), tool.schema.clone());
    Json::Object(json)
}

/// The generation in a model's name, such as 3; names without one mean the newest.
fn generation(model: &str) -> u32 {
    let bare = bare_name(model);
    let Some(rest) = bare.strip_prefix("gemini-") else {
        // Gemma, which the service hosts too, takes no schemas; tuned models have names of their own.
        return if bare.starts_with("gemma") { 1 } else { NEWEST };
    };
    let digits = rest.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    match digits.parse() {
        Ok(number) => number,
        Err(_) if rest == "pro" || rest == "pro-vision" => 1,
        Err(_) => NEWEST,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generation_stands_in_the_name() {
        for (model, expected) in [
            ("gemini-3.1-pro-preview", 3),
            ("models/gemini-2.5-flash", 2),
            ("google/gemini-10-pro", 10),
            ("gemini-flash-latest", 3),
            ("gemini-pro", 1),
            ("gemini-1.5-pro", 1),
            ("gemma-3-27b-it", 1),
            ("tunedModels/my-own", 3),
        ] {
            assert_eq!(generation(model), expected, "{model}");
        }
    }
}
