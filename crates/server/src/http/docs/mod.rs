//! `/docs`: the OpenAPI document as a page for people.
//!
//! Owns the page as a whole: it is made once, of the very document that is served, and needs nothing but itself
//! and its style: no script, nothing from elsewhere. `html` has the words of the language, `shape` what values
//! look like, `operation` one operation. It must never say anything that the document does not.

mod html;
mod operation;
mod shape;

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::http::{HeaderName, header};
use axum::response::IntoResponse;
use axum::routing::get;
use serde_json::Value as Json;

use crate::http::docs::html::{anchor, prose, text};
use crate::http::docs::operation::Operation;
use crate::http::docs::shape::table;

const STYLE: &str = include_str!("style.css");

/// Only its own style, and nothing that runs.
const POLICY: &str = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'none'";

/// The routes.
pub(super) fn routes<S: Clone + Send + Sync + 'static>(document: &Json) -> Router<S> {
    let page: Arc<str> = page(document).into();
    let guards = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    let sent = move |kind: &'static str, body: Arc<str>| {
        let kind: [(HeaderName, &str); 1] = [(header::CONTENT_TYPE, kind)];
        (guards, kind, body.to_string()).into_response()
    };
    let (of_page, of_style) = (sent.clone(), sent);
    let style: Arc<str> = STYLE.into();
    let shown = move || std::future::ready(of_page("text/html; charset=utf-8", Arc::clone(&page)));
    let dressed =
        move || std::future::ready(of_style("text/css; charset=utf-8", Arc::clone(&style)));
    Router::new().route("/docs", get(shown)).route("/docs/style.css", get(dressed))
}

/// The page.
fn page(document: &Json) -> String {
    let groups = groups(document);
    let title = text(document["info"]["title"].as_str().unwrap_or_default());
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title} · HTTP API</title>\n\
         <link rel=\"stylesheet\" href=\"/docs/style.css\">\n</head>\n<body>\n"
    );
    out.push_str("<a class=\"skip\" href=\"#content\">Skip to the content</a>\n");
    navigation(&mut out, &title, document, &groups);
    out.push_str("<main id=\"content\">\n");
    head(&mut out, &title, document);
    for (tag, operations) in &groups {
        out.push_str(&format!(
            "<section id=\"tag-{0}\" class=\"group\" aria-labelledby=\"title-{0}\">\n\
             <h2 id=\"title-{0}\">{1}</h2>\n",
            anchor(tag),
            text(tag)
        ));
        operations.iter().for_each(|operation| operation.write(&mut out, document));
        out.push_str("</section>\n");
    }
    schemas(&mut out, document);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// The operations of each tag, in the order of their addresses.
fn groups(document: &Json) -> BTreeMap<&str, Vec<Operation<'_>>> {
    let mut groups: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for (path, item) in document["paths"].as_object().into_iter().flatten() {
        for (method, operation) in item.as_object().into_iter().flatten() {
            let tag = operation["tags"][0].as_str().unwrap_or("other");
            groups.entry(tag).or_default().push(Operation { path, method, operation });
        }
    }
    groups
}

fn navigation(
    out: &mut String,
    title: &str,
    document: &Json,
    groups: &BTreeMap<&str, Vec<Operation<'_>>>,
) {
    let version = text(document["info"]["version"].as_str().unwrap_or_default());
    out.push_str(&format!(
        "<nav aria-label=\"Operations\">\n<p class=\"brand\"><a href=\"#content\">{title}</a> \
         <span>{version}</span></p>\n"
    ));
    for (tag, operations) in groups {
        out.push_str(&format!(
            "<h2><a href=\"#tag-{}\">{}</a></h2>\n<ul>\n",
            anchor(tag),
            text(tag)
        ));
        for operation in operations {
            out.push_str(&format!(
                "<li><a href=\"#{}\"><span class=\"verb {2}\">{2}</span> {1}</a></li>\n",
                operation.id(),
                text(operation.short()),
                text(operation.method)
            ));
        }
        out.push_str("</ul>\n");
    }
    out.push_str("<h2><a href=\"#schemas\">Shapes</a></h2>\n</nav>\n");
}

fn head(out: &mut String, title: &str, document: &Json) {
    let about = document["info"]["description"].as_str().unwrap_or_default();
    out.push_str(&format!(
        "<header>\n<h1>{title} <span>HTTP API</span></h1>\n<p class=\"about\">{}</p>\n\
         <p>Every request carries a key of a workspace: <code>Authorization: Bearer proem_…</code>. The examples \
         take it, and where the service is, from two variables:</p>\n\
         <pre><code>export KEY=proem_… U=http://127.0.0.1:8787</code></pre>\n\
         <p>What goes wrong is a problem document with a stable <code>code</code>. This page is made from \
         <a href=\"/openapi.json\">openapi.json</a>.</p>\n</header>\n",
        prose(about)
    ));
}

fn schemas(out: &mut String, document: &Json) {
    out.push_str(
        "<section id=\"schemas\" class=\"group\" aria-labelledby=\"title-schemas\">\n\
         <h2 id=\"title-schemas\">Shapes</h2>\n",
    );
    for (name, schema) in document["components"]["schemas"].as_object().into_iter().flatten() {
        let about = schema["description"].as_str().unwrap_or_default();
        out.push_str(&format!(
            "<article id=\"shape-{}\" class=\"shape\">\n<h3><code>{}</code></h3>\n<p>{}</p>\n",
            anchor(name),
            text(name),
            prose(about)
        ));
        table(out, schema, document);
        out.push_str("</article>\n");
    }
    out.push_str("</section>\n");
}
