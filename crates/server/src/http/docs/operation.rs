//! One operation, as people read it.
//!
//! Owns its picture: what it does, what it takes, what it answers, and a request to try. It must never hide a
//! status.

use serde_json::Value as Json;

use crate::http::docs::html::{anchor, prose, text};
use crate::http::docs::shape::{kind, row, smallest, table};

/// An operation of the document.
pub(super) struct Operation<'d> {
    /// Its address.
    pub path: &'d str,
    /// Its method, in small letters.
    pub method: &'d str,
    /// What the document says of it.
    pub operation: &'d Json,
}

impl Operation<'_> {
    /// Where it stands on the page.
    pub(super) fn id(&self) -> String {
        anchor(self.operation["operationId"].as_str().unwrap_or(self.path))
    }

    /// Its address below that of the API.
    pub(super) fn short(&self) -> &str {
        self.path.strip_prefix("/api/v1").unwrap_or(self.path)
    }

    /// Writes it.
    pub(super) fn write(&self, out: &mut String, document: &Json) {
        let summary = self.operation["summary"].as_str().unwrap_or_default();
        out.push_str(&format!(
            "<article id=\"{}\">\n<h3>{}</h3>\n\
             <p class=\"address\"><span class=\"verb {3}\">{3}</span> <code>{2}</code></p>\n",
            self.id(),
            prose(summary),
            text(self.path),
            text(self.method)
        ));
        if let Some(about) = self.operation["description"].as_str() {
            out.push_str(&format!("<p>{}</p>\n", prose(about)));
        }
        self.parameters(out);
        self.body(out, document);
        self.answers(out);
        out.push_str(&format!(
            "<pre><code>{}</code></pre>\n</article>\n",
            text(&self.request(document))
        ));
    }

    fn parameters(&self, out: &mut String) {
        let all = self.operation["parameters"].as_array().into_iter().flatten();
        let all: Vec<_> = all.collect();
        if all.is_empty() {
            return;
        }
        out.push_str(
            "<table>\n<thead><tr><th>Parameter</th><th>Type</th><th></th></tr></thead>\n<tbody>\n",
        );
        for parameter in all {
            let name = parameter["name"].as_str().unwrap_or_default();
            let place = parameter["in"].as_str().unwrap_or_default();
            let about = parameter["description"].as_str().unwrap_or_default();
            let about = match place {
                "header" => format!("Header. {about}"),
                _ => about.to_owned(),
            };
            let is_required = place != "path" && parameter["required"] == true;
            row(out, (name, is_required), &parameter["schema"], &about);
        }
        out.push_str("</tbody>\n</table>\n");
    }

    fn body(&self, out: &mut String, document: &Json) {
        let body = &self.operation["requestBody"];
        let Some(schema) = body.pointer("/content/application~1json/schema") else { return };
        let about = match body["required"] == true {
            true => "Body",
            false => "Body, may be left out",
        };
        out.push_str(&format!("<h4>{about}: {}</h4>\n", kind(schema)));
        let shape = schema["$ref"].as_str().and_then(|at| document.pointer(at.strip_prefix('#')?));
        table(out, shape.unwrap_or(schema), document);
    }

    fn answers(&self, out: &mut String) {
        out.push_str("<h4>Answers</h4>\n<dl>\n");
        let (mut told, mut problems) = (String::new(), String::new());
        for (status, answer) in self.operation["responses"].as_object().into_iter().flatten() {
            let about = answer["description"].as_str().unwrap_or_default();
            let line = |extra: &str| {
                format!("<dt><code>{}</code></dt><dd>{}{extra}</dd>\n", text(status), prose(about))
            };
            if status.starts_with(['4', '5']) {
                problems.push_str(&line(""));
                continue;
            }
            let content = answer["content"].as_object().into_iter().flatten().next();
            let shape = match content {
                Some((_, content)) if content["schema"].is_object() => {
                    format!(": {}", kind(&content["schema"]))
                }
                Some((media, _)) => format!(": <code>{}</code>", text(media)),
                None => String::new(),
            };
            told.push_str(&line(&shape));
        }
        out.push_str(&format!(
            "{told}</dl>\n<details><summary>Problems</summary>\n<dl>\n{problems}</dl>\n</details>\n"
        ));
    }

    /// A request as curl sends it.
    fn request(&self, document: &Json) -> String {
        let mut command = "curl -s -H \"Authorization: Bearer $KEY\"".to_owned();
        let schema = self.operation.pointer("/requestBody/content/application~1json/schema");
        if let Some(schema) = schema {
            let body = smallest(schema, document, 0).to_string().replace('\'', "'\\''");
            command.push_str(&format!(" --json '{body}'"));
        }
        let own = if schema.is_some() { "post" } else { "get" };
        if self.method != own {
            command.push_str(&format!(" -X {}", self.method.to_uppercase()));
        }
        let asked = self.operation["parameters"].as_array().into_iter().flatten();
        let asked = asked.filter(|one| one["in"] == "query" && one["required"] == true);
        let asked: Vec<_> =
            asked.map(|one| format!("{}=…", one["name"].as_str().unwrap_or_default())).collect();
        let query = if asked.is_empty() { String::new() } else { format!("?{}", asked.join("&")) };
        format!("{command} \"$U{}{query}\"", self.path)
    }
}
