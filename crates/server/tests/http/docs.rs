//! The page of the API: whole, of itself alone, and nothing but text in it.

use std::collections::BTreeSet;

use crate::support::{Client, Reply, Service};

fn client(service: &Service) -> Client {
    service.client_with(None)
}

/// What stands between two texts, everywhere.
fn between<'t>(text: &'t str, begin: &str, end: &str) -> Vec<&'t str> {
    text.split(begin).skip(1).map(|rest| rest.split(end).next().unwrap()).collect()
}

fn page(reply: &Reply) -> &str {
    assert_eq!(reply.status, 200);
    &reply.body
}

#[test]
fn every_operation_and_shape_of_the_document_is_on_the_page() {
    let service = Service::of(&[]);
    let document = client(&service).get("/openapi.json").json(200);
    let reply = client(&service).get("/docs");
    let page = page(&reply);
    let ids: Vec<_> = between(page, " id=\"", "\"");
    let unique: BTreeSet<_> = ids.iter().copied().collect();
    assert_eq!(unique.len(), ids.len(), "an id stands twice");
    for (path, item) in document["paths"].as_object().unwrap() {
        for operation in item.as_object().unwrap().values() {
            let name = operation["operationId"].as_str().unwrap().replace('.', "-");
            assert!(unique.contains(name.as_str()), "{path}: {name}");
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                let named = format!("<code>{}</code>", parameter["name"].as_str().unwrap());
                assert!(page.contains(&named), "{path}: {named}");
            }
        }
    }
    for name in document["components"]["schemas"].as_object().unwrap().keys() {
        assert!(unique.contains(format!("shape-{name}").as_str()), "{name}");
    }
    for place in between(page, "href=\"#", "\"") {
        assert!(unique.contains(place), "#{place} leads nowhere");
    }
}

#[test]
fn the_page_needs_nothing_but_itself() {
    let service = Service::of(&[]);
    let reply = client(&service).get("/docs");
    assert_eq!(reply.header("content-type"), Some("text/html; charset=utf-8"));
    assert_eq!(
        reply.header("content-security-policy"),
        Some(
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; \
             frame-ancestors 'none'"
        )
    );
    let page = page(&reply);
    for outside in
        ["<script", "<img", "<iframe", "style=\"", "onclick", "src=\"", "@import", "url("]
    {
        assert!(!page.contains(outside), "{outside}");
    }
    let own = ["/openapi.json", "/docs/style.css"];
    for place in between(page, "href=\"", "\"") {
        assert!(place.starts_with('#') || own.contains(&place), "{place}");
        if own.contains(&place) {
            assert_eq!(client(&service).get(place).status, 200, "{place}");
        }
    }
    let style = client(&service).get("/docs/style.css");
    assert_eq!(style.header("content-type"), Some("text/css; charset=utf-8"));
    assert!(style.body.contains("prefers-color-scheme: dark"));
    let size = page.len() + style.body.len();
    assert!(size < 400_000, "{size} bytes");
}

#[test]
fn what_is_opened_is_closed() {
    let service = Service::of(&[]);
    let reply = client(&service).get("/docs");
    let mut open = Vec::new();
    for tag in between(page(&reply), "<", ">") {
        let name = tag.split([' ', '\n']).next().unwrap();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "</{name}>"),
            None if ["!doctype", "meta", "link"].contains(&name) => {}
            None => open.push(name),
        }
    }
    assert_eq!(open, Vec::<&str>::new());
}
