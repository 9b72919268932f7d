//! What values look like.
//!
//! Owns a schema in words: its type, and a table of its members. It must never follow a reference into another
//! shape: that has its own place.

use serde_json::{Map, Value as Json};

use crate::http::docs::html::{anchor, prose, text};

/// The type of a schema, in HTML.
pub(super) fn kind(schema: &Json) -> String {
    if let Some(name) = named(schema) {
        return format!("<a href=\"#shape-{}\">{}</a>", anchor(name), text(name));
    }
    if let Some(words) = schema["enum"].as_array() {
        let words = words.iter().map(|word| format!("<code>{}</code>", text(&plain(word))));
        return words.collect::<Vec<_>>().join(" | ");
    }
    for several in ["oneOf", "anyOf", "allOf"] {
        if let Some(parts) = schema[several].as_array() {
            let mut kinds: Vec<_> = parts.iter().map(kind).collect();
            kinds.dedup();
            return kinds.join(if several == "allOf" { " &amp; " } else { " | " });
        }
    }
    let kinds: Vec<&str> = match &schema["type"] {
        Json::String(one) => vec![one],
        Json::Array(some) => some.iter().filter_map(Json::as_str).collect(),
        _ => return "any".to_owned(),
    };
    let one = |name: &&str| match *name {
        "array" => format!("list of {}", kind(&schema["items"])),
        "object" if schema["additionalProperties"].is_object() => {
            format!("map of {}", kind(&schema["additionalProperties"]))
        }
        name => text(name),
    };
    kinds.iter().map(one).collect::<Vec<_>>().join(" | ")
}

/// The members of a schema as a table; its type where it has none.
pub(super) fn table(out: &mut String, schema: &Json, document: &Json) {
    let (mut members, mut required) = (Map::new(), Vec::new());
    gather(schema, document, &mut members, &mut required);
    if members.is_empty() {
        out.push_str(&format!("<p class=\"kind\">{}</p>\n", kind(schema)));
        return;
    }
    out.push_str(
        "<table>\n<thead><tr><th>Member</th><th>Type</th><th></th></tr></thead>\n<tbody>\n",
    );
    for (name, member) in &members {
        let is_required = required.iter().any(|known| known == name);
        row(out, (name, is_required), member, member["description"].as_str().unwrap_or_default());
    }
    out.push_str("</tbody>\n</table>\n");
    for rest in schema["allOf"].as_array().into_iter().flatten() {
        if let (false, Some(about)) = (rest["properties"].is_object(), rest["description"].as_str())
        {
            out.push_str(&format!("<p>{}</p>\n", prose(about)));
        }
    }
}

/// A row of a table of members or parameters.
pub(super) fn row(out: &mut String, (name, is_required): (&str, bool), schema: &Json, about: &str) {
    let mark = if is_required { " <em>required</em>" } else { "" };
    let default = &schema["default"];
    let default = match default {
        Json::Null => String::new(),
        Json::Array(items) if items.is_empty() => String::new(),
        Json::Object(items) if items.is_empty() => String::new(),
        other => format!(" <span class=\"default\">{}</span>", text(&plain(other))),
    };
    out.push_str(&format!(
        "<tr><th scope=\"row\"><code>{}</code>{mark}</th><td>{}{default}</td><td>{}</td></tr>\n",
        text(name),
        kind(schema),
        prose(about)
    ));
}

/// The smallest value of a shape that a request can have.
pub(super) fn smallest(schema: &Json, document: &Json, depth: usize) -> Json {
    let schema = followed(schema, document);
    let (mut members, mut required) = (Map::new(), Vec::new());
    gather(schema, document, &mut members, &mut required);
    if !members.is_empty() || schema["type"] == "object" {
        let known = required.iter().filter(|_| depth < 3);
        let value = |name: &String| {
            let member = members.get(name)?;
            Some((name.clone(), smallest(member, document, depth + 1)))
        };
        return Json::Object(known.filter_map(value).collect());
    }
    if let Some(word) = schema["enum"][0].as_str() {
        return Json::from(word);
    }
    let kind = schema["type"].as_str().or_else(|| schema["type"][0].as_str());
    match kind {
        Some("array") => Json::Array(Vec::new()),
        Some("boolean") => Json::Bool(false),
        Some("integer" | "number") => Json::from(1),
        _ => Json::from("…"),
    }
}

/// All members of a schema, those of its parts among them.
fn gather(
    schema: &Json,
    document: &Json,
    members: &mut Map<String, Json>,
    required: &mut Vec<String>,
) {
    let own = schema["properties"].as_object().into_iter().flatten();
    members.extend(own.map(|(name, member)| (name.clone(), member.clone())));
    let names = schema["required"].as_array().into_iter().flatten();
    required.extend(names.filter_map(Json::as_str).map(str::to_owned));
    for part in schema["allOf"].as_array().into_iter().flatten() {
        gather(followed(part, document), document, members, required);
    }
}

/// The name of the shape that a schema refers to.
fn named(schema: &Json) -> Option<&str> {
    schema["$ref"].as_str()?.strip_prefix("#/components/schemas/")
}

fn followed<'d>(schema: &'d Json, document: &'d Json) -> &'d Json {
    match named(schema) {
        Some(name) => &document["components"]["schemas"][name],
        None => schema,
    }
}

/// A value as it is written; a text without its quotation marks.
fn plain(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
